"""A sentence keeps the language of the school's own words in it."""

from datetime import date

from pipeline.language import language
from pipeline.paper.flow import Run
from pipeline.paper.sentence import plain, run, runs
from pipeline.paper.sheet import Letters
from pipeline.problems import Sourced, phrase

LETTERS = Letters("Nunito", 600, 12, "#000000")
ENGLISH = language("en")


def test_words_of_another_language_are_a_run_of_their_own():
    words = Sourced("I skolegården", None, "nb")
    made = runs(phrase("Now we practise: {focus}", focus=words), ENGLISH, LETTERS)
    assert [(one.text, one.language) for one in made] == [
        ("Now we practise: ", None),
        ("I skolegården", "nb"),
    ]


def test_words_of_the_same_language_and_days_stand_in_the_sentence():
    day = date(2027, 1, 11)
    told = phrase("We had an assembly for the whole school on {day:%A} {day}.", day=day)
    (one,) = runs(told, language("nb"), LETTERS)
    assert one.text == "Vi hadde fellessamling for hele skolen mandag 11. januar 2027."


def test_a_run_keeps_its_link_wherever_it_stands():
    link = Run("post@example.no", LETTERS, None, "mailto:post@example.no")
    text = "Do you have questions? Get in touch with {name}."
    made = runs(phrase(text, name=link), language("nb"), LETTERS)
    assert plain(made) == "Har dere spørsmål? Ta kontakt med post@example.no."
    assert [one.link for one in made] == ["", "mailto:post@example.no", ""]


def test_plain_words_know_their_language():
    assert run(Sourced("Respekt", None, "nb"), LETTERS).language == "nb"
    assert runs("Hei {du}", ENGLISH, LETTERS)[0].text == "Hei {du}"

"""LIX, counted by hand; and our own letters, which must be easy to read."""

import pytest

from pipeline import products
from pipeline.language import language
from pipeline.paper.flow import Words, walk
from pipeline.wording.reading import LIX_GOOD, reading, sentences
from tests.products.letters import ODD, homely
from tests.products.sample import desk

# Text, words, sentences, long words: counted by hand.
COUNTED = [
    ("Vi øver sammen.", 3, 1, 0),
    ("Alle barna er med. Det er bra!", 7, 2, 0),
    ("Foreldremøtet er tirsdag 8. februar 2027 kl. 18.00.", 9, 1, 3),
    ("Kom til skolen: Vi serverer kaffe.", 6, 2, 1),
    ("Vi sees 8. Ta med mat.", 6, 2, 0),
    ("Ring f.eks. rektor. Vi svarer.", 6, 2, 0),
    ("Møtet varer ca. 1,5 time", 6, 1, 0),
    ("SFO-leder Kari skriver", 3, 1, 2),
    ("", 0, 0, 0),
    ("– –", 0, 0, 0),
]


@pytest.mark.parametrize(("text", "words", "count", "long_words"), COUNTED)
def test_words_sentences_and_long_words_are_counted(text, words, count, long_words):
    found = reading([text])
    assert (found.words, found.sentences, found.long_words) == (words, count, long_words)


def test_lix_is_words_a_sentence_and_long_words_in_a_hundred():
    assert reading(["Vi øver sammen.", "Skolegården er stor nok."]).lix == pytest.approx(
        7 / 2 + 100 / 7
    )
    assert reading([]).lix == 0.0


def test_each_heading_and_item_is_a_sentence():
    assert reading(["Velkommen", "Ta med kopp", "Kom"]).sentences == 3


def test_the_hardest_sentence_is_a_whole_one():
    hard = "Gjennomføringen av prøvene forutsetter foreldrenes samtykke og tilrettelegging."
    assert reading(["Språkkampanje", f"Kom. {hard} Ha det.", "Hei"]).hardest == hard


def test_sentences_stand_as_they_are_written():
    assert sentences("Hei «du.» Kom kl. 18.00 den 8. februar. Ja?") == [
        "Hei «du.",
        "Kom kl. 18.00 den 8. februar.",
        "Ja?",
    ]


@pytest.mark.parametrize("code", ["nb", "nn"])
@pytest.mark.parametrize(
    "name", ["letter", "letter_message", "letter_message_sfo", "meeting_sheet"]
)
def test_what_we_send_home_is_easy_to_read(name, code):
    for odd in ("usual", "bare", "theme"):
        school = ODD[odd]
        for subject in products.product(name).subjects(school):
            flow = products.product(name).write(str(subject), desk(school, "A4", code=code))
            texts = [one.text for one in walk(flow) if isinstance(one, Words)]
            assert reading(texts).lix <= LIX_GOOD


@pytest.mark.parametrize("code", ["nb", "nn"])
def test_our_own_sentences_are_easy_to_read(code):
    """Each sentence that parents read, with a short word in its fields, all as one text."""
    school = homely()
    told = language(code).phrases
    texts = [told[text].replace("{", "").replace("}", "") for text in PARENTS if text in told]
    assert len(texts) == len(PARENTS) and school
    assert reading(texts).lix <= LIX_GOOD


PARENTS = (
    "PALS is how we work to make the school safe and good for everyone.",
    "Children and adults agree on what we do, and then we practise together.",
    "We notice what goes well, and we say it out loud.",
    "Talk with your child about what we practise.",
    "Say out loud what your child does well, and say it at once.",
    "Tell us when something is hard.",
    "Read the PALS of the month in the week plan together.",
    "Scan the code with your phone, or open the link:",
    "Talk about it: How do we do this at home?",
)

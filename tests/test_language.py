"""A language file carries all its own facts, and every sentence that its papers need."""

from dataclasses import replace
from datetime import date, timedelta

import pyphen
import pytest
from ruamel.yaml import YAML

from pipeline.formats.docx.markup import tongue
from pipeline.language import FOLDER, FOR_PARENTS, codes, language, tongues
from tests import tongues as rules

ONLY_PARENTS = tuple(code for code in tongues() if code not in codes())
DAY = date(2027, 2, 8)


def test_all_that_the_school_reads_is_in_three_and_parents_read_fifteen():
    assert codes() == ("en", "nb", "nn")
    assert len(tongues()) == 15


@pytest.mark.parametrize("code", ONLY_PARENTS)
def test_a_language_for_parents_is_whole(code):
    assert rules.faults(language(code)) == []


@pytest.mark.parametrize("code", ONLY_PARENTS)
def test_nobody_is_said_to_have_checked_what_nobody_has(code):
    assert "\nchecked_by:\n" in (FOR_PARENTS / f"{code}.yaml").read_text(encoding="utf-8")
    assert not language(code).checked


@pytest.mark.parametrize("code", codes())
def test_what_the_school_reads_is_checked(code):
    assert language(code).checked


@pytest.mark.parametrize("code", ONLY_PARENTS)
def test_words_are_divided_where_the_file_says_that_they_can_be(code):
    known = pyphen.language_fallback(code)
    if code != "th":  # its words are divided by the signs between them alone, never with a hyphen
        assert bool(language(code).facts["hyphenation"]) == bool(known)


@pytest.mark.parametrize("code", ONLY_PARENTS)
def test_word_knows_the_language_by_the_name_in_its_file(code):
    assert tongue(code) == language(code).facts["word_language"]


def spoiled(code, text, said):
    whole = language(code)
    return replace(whole, phrases={**whole.phrases, text: said})


FILM = "The pupils saw the film “{film}”."
PLANTED = {
    "a sentence is not translated": ("pl", FILM, FILM),
    "Norwegian is left": ("pl", "This is what we practise", "Dette øver vi på"),
    "a field is lost": ("es", FILM, "El alumnado vio la película."),
    "a field has another name": ("es", FILM, "El alumnado vio «{filme}»."),
    "a field's format is lost": ("es", "{what}: {day:%A} {day}", "{what}: {day} {day}"),
    "it is empty": ("tr", "Kind regards", ""),
    "nobody says it": ("tr", "Goodbye", "Güle güle"),
    "another language's letter": ("tr", "Kind regards", "Saygılarımızlå"),
    "another script": ("uk", "Kind regards", "Z povahoiu"),
    "a Russian letter": ("uk", "Kind regards", "С уважениемы"),
    "an upright apostrophe": ("uk", "Kind regards", "П'ять"),
    "Arabic letters in Persian": ("fa", "Kind regards", "با احترام ي"),
    "Persian letters in Arabic": ("ar", "Kind regards", "مع أطیب التحيات"),
    "Arabic letters in Urdu": ("ur", "Kind regards", "نيک تمناؤں كے ساتھ"),
    "Latin colon in Tigrinya": ("ti", "Ask your child: {question}", "ሕተቱ: {question}"),
    "no place for a line to end": ("th", "Kind regards", "ขอแสดงความนับถือเป็นอย่างสูง"),
    "a letter that no face has": ("es", "Kind regards", "Un saludo 🌞"),
}


@pytest.mark.parametrize("fault", PLANTED)
def test_a_planted_fault_is_caught(fault):
    code, text, said = PLANTED[fault]
    assert rules.faults(spoiled(code, text, said))


@pytest.mark.parametrize("fact", rules.FACTS)
def test_a_missing_fact_is_caught(fact):
    whole = language("uk")
    facts = {name: one for name, one in whole.facts.items() if name != fact}
    assert rules.faults(replace(whole, facts=facts))


def test_a_missing_sentence_is_caught():
    whole = language("uk")
    most = dict(list(whole.phrases.items())[1:])
    assert rules.faults(replace(whole, phrases=most))


def test_a_language_without_a_name_is_caught(monkeypatch):
    monkeypatch.setitem(language("nn").facts, "languages", {"nb": "bokmål"})
    assert rules.faults(language("uk"))


@pytest.mark.parametrize(
    ("code", "written"),
    [
        ("pl", "8 lutego 2027"),
        ("uk", "8 лютого 2027 року"),
        ("lt", "2027 m. vasario 8 d."),
        ("se", "guovvamánu 8. b. 2027"),
        ("es", "8 de febrero de 2027"),
        ("fa", "8 فوریهٔ 2027"),
        ("ar", "8 فبراير 2027"),
        ("th", "8 กุมภาพันธ์ ค.ศ. 2027"),
        ("tr", "8 Şubat 2027"),
        ("nb", "8. februar 2027"),
    ],
)
def test_a_day_is_written_as_the_language_writes_it(code, written):
    assert language(code).day(DAY) == written


@pytest.mark.parametrize(
    ("code", "month"), [("pl", "luty"), ("lt", "vasaris"), ("fa", "فوریه"), ("nb", "februar")]
)
def test_a_month_alone_is_not_bent(code, month):
    assert language(code).month(2) == month


@pytest.mark.parametrize(
    ("code", "written"),
    [("pl", "a, b i c"), ("ar", "a، b وc"), ("ti", "a፣ b ከምኡውን c"), ("th", "a b และc")],
)
def test_names_are_listed_as_the_language_lists_them(code, written):
    assert language(code).listed(["a", "b", "c"]) == written
    assert language(code).listed(["a"]) == "a"


@pytest.mark.parametrize("code", tongues())
def test_every_day_and_hour_of_a_year_can_be_written(code):
    spoken = language(code)
    for day in (date(2026, 8, 17) + timedelta(days=one) for one in range(0, 365, 13)):
        said = f"{spoken.day(day)} {spoken.short_day(day)} {spoken.weekday(day)}"
        assert str(day.day) in said
    assert "18" in spoken.clock("18.00")
    assert spoken.number(1.5) in ("1.5", "1,5")
    assert "5" in spoken.ordinal(5)
    assert spoken.short("I gangen") in ("I gangen", "Gangen")
    assert spoken.key("navn")


def rivals(code):
    """The sentences that a language file gives two different words for."""
    home = FOLDER if code in codes() else FOR_PARENTS
    rooms = YAML(typ="safe").load((home / f"{code}.yaml").read_text(encoding="utf-8"))["phrases"]
    given = [(text, words) for room in rooms.values() for text, words in room.items()]
    known = dict(given)
    return [text for text, words in given if known[text] != words]


@pytest.mark.parametrize("code", tongues())
def test_no_sentence_has_two_different_words(code):
    assert rivals(code) == []


def test_two_different_words_are_seen(monkeypatch, tmp_path):
    (tmp_path / "nb.yaml").write_text(
        "phrases: {one: {Hi: Hei}, other: {Hi: Hallo}}", encoding="utf-8"
    )
    monkeypatch.setitem(globals(), "FOLDER", tmp_path)
    assert rivals("nb") == ["Hi"]


@pytest.mark.parametrize(
    ("name", "running"),
    [
        ("I skolegården", "i skolegården"),
        ("På SFO", "på SFO"),
        ("SFO", "SFO"),
        ("A-fløyen", "A-fløyen"),
        ("Øvingsrommet", "øvingsrommet"),
        ("Respekt", "respekt"),
        ("PALS-hjørnet", "PALS-hjørnet"),
        ("7. trinn", "7. trinn"),
        ("", ""),
    ],
)
def test_a_name_stands_in_a_sentence_with_a_small_letter(name, running):
    assert language("nb").running(name) == running

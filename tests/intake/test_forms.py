import json
import re
from dataclasses import fields
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.intake import forms, keys
from pipeline.intake.drawings import Entry, Slip
from pipeline.model import USES, School
from pipeline.problems import Gathered, Place
from tests.intake.school import SKOLE, node


def read(text, model=School):
    gathered = Gathered()
    return forms.read(node(text), model, "nb", gathered), [str(one) for one in gathered]


def entry(more):
    return read(f"{{fil: a.jpg, viser: gangen, alt: To barn går, {more}}}", Entry)


def test_a_school_is_read():
    school, said = read(SKOLE)
    assert said == []
    assert (school.name, school.language, school.edition.day) == (
        "Lia skole",
        "nb",
        date(2026, 8, 17),
    )
    assert [(one.shape, one.colour) for one in school.values] == [
        ("bubble", "#00538a"),
        ("heart", "#b23a1e"),
    ]


def test_words_know_their_line():
    school, _ = read(SKOLE)
    assert school.values[1].name.place == Place("skole.yaml").at(line=8)
    assert school.values[1].colour.place == Place("skole.yaml").at(line=11)


def test_what_is_left_out_or_blank_is_as_the_model_has_it():
    school, said = read(SKOLE + "profil:\nkontakt: {telefon: }\n")
    assert said == []
    assert (school.brand.theme, school.contact.phone, school.wishes.papers) == ("sol", "", ("A3",))


def test_numbers_are_kept_as_they_are_written():
    school, _ = read(SKOLE + "kontakt: {telefon: 012 34}\nhovedtrinn: [{navn: Ute, klasser: [01]}]")
    assert (school.contact.phone, school.stages[0].classes) == ("012 34", ("01",))


@pytest.mark.parametrize("where", ["Fellesmappa «PALS»", "https://lia.example.no/filer"])
def test_where_the_files_lie_is_words_or_an_address(where):
    school, said = read(SKOLE + f"kontakt: {{filer: '{where}'}}\n")
    assert said == [] and school.contact.files == where


def test_a_list_on_one_line_counts():
    school, _ = read(SKOLE + "plakater: {papir: 'A3, a4', språk: nb}\n")
    assert (school.wishes.papers, school.wishes.languages) == (("A3", "A4"), ("nb",))


@pytest.mark.parametrize("word", ["ja", "Ja", "yes", "true", "JA"])
def test_yes(word):
    assert entry(f"samtykke: {{vegg: {word}}}")[0].consent.wall is True


@pytest.mark.parametrize("word", ["nei", "no", "false", "Nei"])
def test_no(word):
    assert entry(f"samtykke: {{vegg: {word}}}")[0].consent.wall is False


@pytest.mark.parametrize("word", ["2026-08-17", "17.8.2026", "17.08.2026", "17. 8. 2026"])
def test_days(word):
    assert entry(f"samtykke: {{til: {word}}}")[0].consent.until == date(2026, 8, 17)


@pytest.mark.parametrize("word", ["17/8/2026", "30.2.2026", "i morgen", "0.0.0000", "2026"])
def test_what_is_no_day(word):
    found, said = entry(f"samtykke: {{til: '{word}'}}")
    assert found is None
    assert "is not a date" in said[0]


@pytest.mark.parametrize(("word", "year"), [("4", 4), ("4.", 4), ("4. trinn", 4), ("10", 10)])
def test_years_of_school(word, year):
    assert entry(f"trinn: {word}")[0].year == year


@pytest.mark.parametrize("word", ["0", "11", "-1", "fire", "4.5"])
def test_what_is_no_year_of_school(word):
    assert "is not a year of school" in entry(f"trinn: {word}")[1][0]


def test_every_use_has_its_line_on_the_slip():
    assert set(USES) <= {one.name for one in fields(Slip)}


def test_all_that_is_wrong_is_told_at_once_in_reading_order():
    _, said = read("namn: ''\nmålform: x\nverdier: [{navn: A}, {form: rund}]\nsol: 1\n")
    lines = [int(one.split("line ")[1].split(":")[0]) for one in said]
    assert len(said) > 6
    assert lines == sorted(lines)


KEYS = {"navn": "name", "målform": "language", "verdier": "values", "betyr": "says"}
KEYS |= {"form": "shape", "farge": "colour", "versjon": "edition", "dato": "day"}


@pytest.mark.parametrize("code", ["nn", "en"])
def test_a_school_is_the_same_in_every_language(code):
    text = SKOLE
    for word, meant in KEYS.items():
        text = text.replace(f"{word}:", f"{keys.own(meant, code)}:")
    assert text != SKOLE
    assert read(text) == read(SKOLE)


@settings(max_examples=30, deadline=None)
@given(st.sampled_from(sorted(KEYS)), st.integers(0, 20), st.sampled_from("abcdeginorsuvyæøå"))
def test_a_misspelt_key_is_never_taken_for_another(word, at, letter):
    spoiled = word[: at % len(word)] + letter + word[at % len(word) :]
    text = re.sub(rf"\b{word}:", f"{spoiled}:", SKOLE, count=1)
    school, said = read(text)
    assert (school is None) == bool(said)
    if not keys.english(spoiled, list(KEYS.values())):
        assert any(f"'{spoiled}' is not asked for here." in one for one in said)


PLAIN = st.text(st.characters(categories=["L", "N", "P", "Zs"]), min_size=1, max_size=60)
ANYTHING = st.recursive(
    PLAIN | st.none(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(PLAIN, inner, max_size=3),
    max_leaves=6,
)


NEW = ("profil", "hovedtrinn", "plakater")


@settings(max_examples=40, deadline=None)
@given(st.sampled_from(["navn", "målform", "verdier", *NEW]), ANYTHING)
def test_whatever_is_written_is_read_or_told_of(key, content):
    text = SKOLE if key in NEW else SKOLE.replace(f"{key}:", "x:", 1)
    school, said = read(f"{text}{key}: {json.dumps(content, ensure_ascii=False)}\n")
    assert (school is None) == bool(said)
    assert all(one.startswith("skole.yaml, line ") for one in said)


@pytest.mark.parametrize(
    ("written", "length"), [("15", 15.0), ("2,5", 2.5), ("2.5", 2.5), ("12 m", 12.0)]
)
def test_a_hall_is_told_in_metres(written, length):
    school, said = read(SKOLE + f"sal: {{avstand: '{written}', bildehøyde: 2}}\n")
    assert not said and (school.hall.distance, school.hall.height) == (length, 2.0)


@pytest.mark.parametrize("written", ["langt", "0", "200", "15 km", "1,234"])
def test_what_is_no_length_is_told(written):
    _, said = read(SKOLE + f"sal: {{avstand: '{written}', bildehøyde: 2}}\n")
    assert len(said) == 1 and "such as 15" in said[0]

"""Every talk's slides: one thought on each, few words, large letters, nothing over another."""

import re
from dataclasses import replace

import pytest

from pipeline.paper.check import faults
from pipeline.products import product
from tests.products.letters import ODD, SPOKEN, homely
from tests.products.slides import DECKS, deck, overlapping, texts, titles, words

MINUTES = re.compile(r"(Om lag|About) .*(minutt|minutter|minute|minutes)\.|Minut\w+ \d+–\d+")
TALK = {
    "nb": "Tenk 30 sekunder. Snakk med naboen.",
    "nn": "Tenk 30 sekund. Snakk med naboen.",
    "en": "Think for 30 seconds. Talk in pairs.",
}


@pytest.mark.parametrize("name", DECKS)
@pytest.mark.parametrize(("odd", "code"), SPOKEN)
def test_every_slide_is_sound(odd, code, name):
    school = ODD[odd]
    for subject in range(min(2, len(product(name).subjects(school)))):
        made, noted = deck(school, code=code, subject=subject, name=name)
        assert faults(made) == [] and noted == []
        names = titles(made)
        assert len(names) == len({one.casefold() for one in names}) == len(made.sheets)
        assert TALK[code] in names
        for sheet in made.sheets:
            _sound(sheet)


def _sound(sheet):
    assert (sheet.width, sheet.height) == (338.67, 190.5) and sheet.layout
    assert list(overlapping(sheet)) == [], words(sheet, "title")
    said = [word for one in words(sheet, "title", "paragraph") for word in one.split()]
    assert len([one for one in said if one != "·"]) <= 12, said
    assert all(one.letters.size >= 36 for one in texts(sheet, "title"))
    assert all(one.letters.size >= 21 for one in texts(sheet, "paragraph"))
    assert MINUTES.fullmatch(sheet.notes.split("\n")[0]), sheet.notes


def test_over_a_line_stands_its_value_alone_where_the_place_would_make_it_small():
    made, _ = deck(ODD["a long name"])
    (sheet,) = [one for one in made.sheets if words(one, "title") == ["Jeg venter på tur"]]
    (over,) = texts(sheet, "paragraph")
    assert over.lines == ("Respekt",) and over.letters.size >= 27


def test_staff_of_a_school_without_sfo_hear_nothing_of_it():
    focuses = tuple(replace(one, after_school=None) for one in homely().year.focuses)
    school = replace(homely(), year=replace(homely().year, focuses=focuses), stages=())
    assert not any("SFO" in one.notes for one in deck(school, name="staff_deck")[0].sheets)
    assert any("SFO" in one.notes for one in deck(homely(), name="staff_deck")[0].sheets)


def test_an_overlap_is_seen():
    made, _ = deck(homely())
    sheet = made.sheets[0]
    assert list(overlapping(replace(sheet, items=(*sheet.items, *sheet.items))))


@pytest.mark.parametrize("name", ["staff_deck", "sfo_deck", "meeting_deck"])
@pytest.mark.parametrize("code", TALK)
def test_talks_to_adults_end_with_the_same_slide(name, code):
    made, _ = deck(homely(), code=code, name=name)
    assert titles(made)[-1] == TALK[code]


def test_no_question_to_talk_of_is_lost_in_any_language():
    for name in DECKS:
        for code, title in TALK.items():
            made, _ = deck(homely(), code=code, name=name)
            (sheet,) = [one for one in made.sheets if title in words(one, "title")]
            assert len(words(sheet, "paragraph")) == 1, (name, code)


@pytest.mark.parametrize("code", TALK)
def test_what_parents_are_asked_is_told_whole(code):
    made, _ = deck(homely(), code=code, name="meeting_deck")
    lines = [words(sheet, "paragraph") for sheet in made.sheets]
    assert [len(one) for one in lines].count(3) == 2  # what PALS is, and what we ask


def test_the_youngest_have_one_line_of_each_value_and_the_oldest_all():
    cells = (("Jeg venter", "Jeg hilser"), ("Jeg rydder", "Jeg går inn"), ("Jeg trøster",))
    school = homely(cells)
    lines = [line for cell in cells for line in cell]

    def told(name):
        return [one for one in titles(deck(school, name=name)[0]) if one in lines]

    assert told("small_stage_deck") == ["Jeg venter", "Jeg rydder", "Jeg trøster"]
    assert told("middle_stage_deck") == told("assembly_deck") == lines


def test_the_older_are_asked_why_and_whom_they_can_help():
    found = titles(deck(homely(), name="middle_stage_deck")[0])
    assert "Hvorfor øver vi på dette?" in found and "Hvem kan du hjelpe?" in found
    assert "Hvem kan du hjelpe?" not in titles(deck(homely())[0])

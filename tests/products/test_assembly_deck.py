"""Slides for an assembly: one thought on each, few words, large letters, and all that was told."""

import os
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest

from pipeline.model import Hall
from pipeline.paper.check import faults
from pipeline.paper.sheet import Group, Row, Shape, walk
from pipeline.problems import Faults
from tests.products.letters import FILM, ODD, homely
from tests.products.sample import arena, drawing, printed
from tests.products.slides import deck, overlapping, texts, titles, words

GOLDEN = Path(__file__).parent / "golden"


def test_the_slides_come_in_the_order_of_the_assembly():
    made, _ = deck(homely())
    first, motto, place, *rest = titles(made)
    assert first == "I skolegården" and place == "Dette øver vi på nå"
    assert motto == "Nå skal vi gjøre mer av alt som er bra"
    assert rest[0] == "Jeg venter på tur"
    tail = rest[-7:]
    assert tail[0] == str(FILM.title)
    assert tail[1] == "Tenk 30 sekunder. Snakk med naboen."
    assert tail[2:] == [
        "Nå øver vi",
        "Nå prøver alle",
        "«Så bra at du ventet på tur!»",
        "Dette skjer videre",
        "Takk for tegningen!",
    ]
    layouts = [sheet.layout for sheet in made.sheets]
    assert layouts[:4] == ["Tittelside", "Tekst", "Bilde og tekst", "Verdi"]
    assert "Tenk og snakk" in layouts and "Film" in layouts


def test_a_film_has_its_address_and_a_code():
    made, _ = deck(homely())
    (sheet,) = [one for one in made.sheets if one.layout == "Film"]
    (row,) = [one for one, _ in walk(sheet.items) if isinstance(one, Row)]
    assert row.pieces[0].link == FILM.link and row.text == "Åpne filmen"
    assert row.pieces[0].letters.size >= 30 and "film.example.no/skolegard" in sheet.notes
    (code,) = [one for one in sheet.items if isinstance(one, Group) and one.kind == "figure"]
    assert code.alt and all(isinstance(one, Shape) for one in code.items)


def test_a_line_that_comes_twice_has_two_titles():
    made, _ = deck(homely((("Jeg hilser", "Jeg hilser"), ("Jeg hilser",), ("Jeg hilser",))))
    found = [one for one in titles(made) if "Jeg hilser" in one]
    assert len(found) == len(set(found)) == 4 and found[0] == "Jeg hilser"


def test_two_words_of_a_title_stand_on_one_line():
    for place in ("I klasserommet", "På skulevegen"):
        school = homely(drawn=False)
        first, *rest = school.year.focuses
        named = replace(first, arena=arena(place), themed=True)
        year = replace(school.year, focuses=(named, *rest))
        made, _ = deck(replace(school, year=year))
        (title,) = texts(made.sheets[0], "title")
        assert title.lines == (place,) and title.letters.size >= 42


def test_what_is_not_told_leaves_no_slide():
    made, _ = deck(ODD["bare"])
    layouts = {sheet.layout for sheet in made.sheets}
    assert "Film" not in layouts
    assert not any("motto" in one or "«" in one or "tegning" in one for one in titles(made))
    assert titles(made)[-1] == "Takk!"
    told = " ".join(sheet.notes for sheet in made.sheets)
    assert "Hva ser dere på bildet" not in told


def test_the_task_of_the_classes_is_told_with_what_comes_next():
    school = homely()
    made, _ = deck(school)
    told = {words(one, "title")[0]: one.notes for one in made.sheets}
    task = str(school.year.focuses[0].task)
    assert task and task in told["Dette skjer videre"] and task not in told["Nå øver vi"]


@pytest.mark.parametrize("name", ["assembly_deck", "small_stage_deck", "middle_stage_deck"])
def test_no_pupil_is_put_on_show_in_a_private_place(name):
    school = homely()
    first = replace(school.year.focuses[0], private=True)
    private = replace(school, year=replace(school.year, focuses=(first,)))
    made, noted = deck(private, name=name)
    told = " ".join(sheet.notes for sheet in made.sheets)
    assert not noted and "Ingen elever er på scenen" in told
    usual = " ".join(sheet.notes for sheet in deck(school, name=name)[0].sheets)
    for words_ in ("vis den", "vise det", "viser naboen", "elever som har lyst"):
        assert words_ not in told
    assert "elever som har lyst" in usual and "viser naboen" in usual


def test_each_slide_has_its_own_minutes_and_they_add_up():
    made, _ = deck(homely())
    spans = [one.notes.split("\n")[0].split()[-1].split("–") for one in made.sheets]
    assert spans[0][0] == "0" and spans[-1][1] == "30"
    assert all(one == after or one[1] == after[0] for one, after in pairwise(spans))
    assert len({tuple(one) for one in spans}) > len(spans) * 0.6


def test_only_drawings_that_may_hang_on_walls_are_shown():
    school = homely(drawn=False)
    own = drawing()
    theme = arena("Alle er med", drawn=own)
    for uses, shown in ((frozenset({"weekplan"}), False), (frozenset({"weekplan", "wall"}), True)):
        hung = replace(theme, drawing=replace(own, consent=replace(own.consent, uses=uses)))
        first = replace(school.year.focuses[0], arena=hung, themed=True)
        year = replace(school.year, focuses=(first, *school.year.focuses[1:]))
        made, _ = deck(replace(school, year=year))
        alts = [one.alt for sheet in made.sheets for one in sheet.items if isinstance(one, Group)]
        assert (str(own.alt) in alts) is shown


@pytest.mark.parametrize(
    ("distance", "height", "size"), [(20, 2.5, 40), (30, 2, 44), (5, 2, 30), (None, None, 36)]
)
def test_letters_are_as_large_as_the_hall_needs(distance, height, size):
    hall = Hall(distance, height) if distance else None
    made, noted = deck(replace(homely(), hall=hall))
    found = [one.letters.size for one in texts(made.sheets[0], "paragraph")]
    assert faults(made) == [] and not noted
    assert set(found) == {size} and not any(list(overlapping(one)) for one in made.sheets)


def test_a_word_too_long_for_a_slide_is_told():
    cells = (("Jeg " + "minoritetsspråkligopplæringskonferanse" * 2,), ("Jeg går",), ("Jeg ser",))
    _, noted = deck(homely(cells))
    assert noted and "16:9" in str(noted[0])


def test_an_unknown_subject_is_told_with_a_guess():
    from pipeline.products import product

    with pytest.raises(Faults, match="Did you mean"):
        product("assembly_deck").arenas(homely(), "2026-08-18 Skolegard")


@pytest.mark.parametrize("paper", ["16:9", "A4", "A4-6"])
def test_golden(paper):
    made, _ = deck(homely(), paper)
    golden = GOLDEN / f"assembly_deck-{paper.replace(':', '-')}.txt"
    notes = "".join(f"\n{at}: {one.notes}\n" for at, one in enumerate(made.sheets, 1) if one.notes)
    now = printed(made) + notes
    if os.environ.get("RENEW"):
        golden.write_text(now, encoding="utf-8")
    assert now == golden.read_text(encoding="utf-8")

"""The month's PALS: small, large to read, in few words, and never without saying so."""

import os
from dataclasses import replace
from pathlib import Path

import pytest

from pipeline import products
from pipeline.paper.check import faults
from pipeline.paper.flow import Figure, Table, Words, walk
from pipeline.paper.flow_check import flow_faults
from pipeline.paper.flowing import high
from pipeline.paper.sheet import SLIPS, Group, Picture, Text
from pipeline.paper.sheet import walk as walk_sheet
from pipeline.problems import Faults, Sourced
from pipeline.products.monthly_insert import compose, small, subjects, write
from pipeline.products.monthly_insert import slip as slip_parts
from pipeline.year.monthly import editions
from tests.products.monthly import ASK, yearly
from tests.products.sample import YARD, desk, drawing, printed
from tests.products.test_products import overlapping

GOLDEN = Path(__file__).parent / "golden"
AUGUST, NOVEMBER_SFO = "2026-08 august", "2026-11 november SFO"
LONG = (("Jeg følger reglene vi er enige om i leken",), *YARD[1:3])
ODD = {
    "plain": yearly(),
    "no drawing": yearly(drawn=False),
    "two values": yearly(YARD[:2]),
    "five values": yearly(YARD[:5]),
    "ink saved": yearly(theme="blekk"),
    "all values": yearly(tuple(one[:1] for one in YARD[:3]), shown="all"),
    "a long line": yearly(LONG, question="Hva lekte du?"),
    "no question": yearly(question=""),
    "a long name": yearly(name="I gymsalen og garderobene", question="Hva lekte du?"),
    "an empty cell": yearly((YARD[0], (), YARD[2])),
}


def slip(school, paper, month=AUGUST):
    at = desk(school, paper, landscape=True)
    return compose(month, at), at


def texts(paper):
    return [one for one, _ in walk_sheet(paper.sheets[0].items) if isinstance(one, Text)]


@pytest.mark.parametrize("paper", SLIPS)
@pytest.mark.parametrize("odd", ODD)
def test_every_slip_is_sound(odd, paper):
    for month in subjects(ODD[odd]):
        made, at = slip(ODD[odd], paper, month)
        assert list(at.problems) == []
        assert faults(made) == []
        assert list(overlapping(made)) == []


@pytest.mark.parametrize("paper", [one for one in SLIPS if one != "A5"])
@pytest.mark.parametrize("odd", ODD)
def test_small_ones_are_read_fast(odd, paper):
    for month in subjects(ODD[odd]):
        made, _ = slip(ODD[odd], paper, month)
        assert small.counted(made.sheets[0].items) <= small.MOST_WORDS
        assert min(text.letters.size for text in texts(made)) >= slip_parts.LEAST


def test_half_a_sheet_shows_all_the_values_with_all_their_lines():
    made, _ = slip(ODD["plain"], "A5")
    said = " ".join(" ".join(text.lines) for text in texts(made))
    for lines in YARD[:3]:
        assert all(line in said for line in lines)
    assert ASK in said


def test_one_value_is_shown_with_its_shape_and_as_many_lines_as_there_is_room_for():
    made, _ = slip(ODD["plain"], "160x35")
    said = [" ".join(text.lines) for text in texts(made)]
    (value,) = [name for name in ("Respekt", "Ansvar", "Omsorg") if name in said]
    assert value == "Respekt" and YARD[0][0] in said


def test_values_take_turns():
    there = [one.value for one in editions(ODD["plain"]) if not one.after_school]
    assert len(there) == 11
    assert sorted(there.count(at) for at in range(3)) == [3, 4, 4]


def test_a_drawing_is_heard_and_a_missing_one_leaves_the_shapes():
    made, _ = slip(ODD["plain"], "80x80")
    items = [one for one, _ in walk_sheet(made.sheets[0].items)]
    assert any(isinstance(one, Picture) for one in items)
    assert [one.alt for one in items if isinstance(one, Group) and one.kind == "figure"] == [
        "Barn leker i skolegården"
    ]
    bare, _ = slip(ODD["no drawing"], "80x80")
    assert not any(isinstance(one, Picture) for one, _ in walk_sheet(bare.sheets[0].items))


def test_sfo_has_its_own_where_it_has_its_own_arena():
    assert [one for one in subjects(ODD["plain"]) if "SFO" in one][0] == NOVEMBER_SFO
    made, _ = slip(ODD["plain"], "160x35", NOVEMBER_SFO)
    said = " ".join(" ".join(text.lines) for text in texts(made))
    assert "På SFO" in said and "Hvem lekte du med i dag?" in said


@pytest.mark.parametrize("paper", [one for one in SLIPS if one != "A5"])
def test_too_many_words_are_told_with_how_many_to_cut(paper):
    wordy = " ".join(["Hva så du i dag da du var ute i skolegården med de andre"] * 2) + "?"
    _, at = slip(yearly(question=wordy), paper)
    (problem,) = at.problems
    assert "skolear.yaml" in str(problem.place) and not problem.advice
    assert wordy in str(problem)


def test_a_line_without_room_is_told_at_its_own_place():
    line = Sourced("Jeg snakker vennligvennligvennligvennligvennligvennlig", None)
    made = yearly(((line,), *YARD[1:3]), shown="Respekt", question="")
    _, at = slip(made, "80x80")
    assert any(line in str(problem) for problem in at.problems)


def test_no_month_of_that_name():
    with pytest.raises(Faults, match="august"):
        slip(ODD["plain"], "80x80", "2026-08 augst")


def test_without_a_year_there_are_none():
    assert subjects(replace(ODD["plain"], year=None)) == ()


@pytest.mark.parametrize("paper", SLIPS)
@pytest.mark.parametrize("odd", ODD)
def test_the_table_is_sound_and_no_wider_than_its_room(odd, paper):
    at = desk(ODD[odd], paper, landscape=True)
    made = write(AUGUST, at)
    assert flow_faults(made) == []
    (table,) = made.blocks
    assert isinstance(table, Table) and len(table.rows) == 1
    assert table.width <= SLIPS[paper][1] + 0.01
    assert all(run.letters.size >= slip_parts.LEAST for run in _runs(made))


def _runs(made):
    blocks = [one for one in walk(made) if isinstance(one, Words)]
    return [run for block in blocks for run in block.runs if hasattr(run, "letters")]


@pytest.mark.parametrize("wide", [41, 42, 55, 80, 107, 108, 150, 199, 200, 247, 400])
def test_the_table_follows_any_room(wide):
    made = write(AUGUST, desk(ODD["plain"], "160x35", landscape=True), wide)
    assert (made is None) == (wide < 42)
    if made:
        assert made.blocks[0].width <= wide + 0.01
        assert flow_faults(made) == []
        assert 20 < high(made.blocks, wide) < 160


@pytest.mark.parametrize("odd", ODD)
def test_all_the_small_ones_say_the_same(odd):
    def lines(paper):
        made, _ = slip(ODD[odd], paper)
        said = {" ".join(text.lines) for text in texts(made)}
        return {line for cell in ODD[odd].year.focuses[0].arena.cells for line in cell} & said

    first, *rest = (lines(paper) for paper in SLIPS if paper != "A5")
    assert first and all(one == first for one in rest)
    at = desk(ODD[odd], "160x35", landscape=True)
    for wide in (60, 150, 240):
        told = {one.text for one in walk(write(AUGUST, at, wide)) if isinstance(one, Words)}
        assert first <= told


def test_the_table_says_what_the_picture_says():
    at = desk(ODD["plain"], "160x35", landscape=True)
    said = [one.text.strip() for one in walk(write(AUGUST, at)) if isinstance(one, Words)]
    assert {"Månedens PALS · august", "I skolegården", "Respekt", YARD[0][0]} <= set(said)
    assert said[-1] == f"Spør hjemme: {ASK}"
    assert [one.alt for one in walk(write(AUGUST, at)) if isinstance(one, Figure)] == [
        drawing().alt
    ]


@pytest.mark.parametrize("code", ["nb", "nn", "en"])
@pytest.mark.parametrize("month", [AUGUST, NOVEMBER_SFO])
def test_the_message_stands_alone(code, month):
    made = products.product("monthly_message").write(month, desk(ODD["plain"], "A4", code=code))
    assert flow_faults(made) == []
    said = [one.text for one in walk(made) if isinstance(one, Words)]
    for lines in YARD[:3]:
        assert set(lines) <= set(said)
    assert "Heggdal skole" in said[-1]


@pytest.mark.parametrize("paper", SLIPS)
def test_golden_papers(paper):
    file = GOLDEN / f"monthly_insert-{paper}.txt"
    now = printed(slip(ODD["plain"], paper)[0])
    if os.environ.get("RENEW"):
        file.write_text(now, encoding="utf-8")
    assert now == file.read_text(encoding="utf-8")

"""The staff's papers: sound for any school, in every language, with minutes that add up."""

import os
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.language import codes, language
from pipeline.model import Focus, Year
from pipeline.paper.flow import Cell, Count, Figure, PageBreak, Table, Words, walk
from pipeline.paper.flow_check import flow_faults
from pipeline.paper.flowing import high
from pipeline.problems import Faults
from pipeline.products import agenda, matrix_text, problem_sheet, product, temperature_form
from tests.products.flows import heads, tables, told
from tests.products.sample import YARD, arena, desk
from tests.products.staff import FULL, ODD, PRAISE, papers, staffed

GOLDEN = Path(__file__).parent / "golden"
STAFF = ("agenda", "matrix_text", "problem_sheet", "temperature_form", "welcome_pack")
FORMS = ("agenda", "problem_sheet", "temperature_form")


def said(flow):
    return "\n".join(one.text for one in walk(flow) if isinstance(one, Words))


def faults_of(flow):
    """All that must not be in a paper for the staff."""
    found = flow_faults(flow)
    for block in walk(flow):
        if isinstance(block, Words) and ("{" in block.text or "None" in block.text):
            found.append(f"{block.text} is not whole")
    breaks = [isinstance(one, PageBreak) for one in flow.blocks]
    if any(two == (True, True) for two in zip(breaks, breaks[1:], strict=False)) or breaks[-1]:
        found.append("a page is empty")
    for table in tables(flow):
        if not all(head.strip() for head in heads(table)) or len(set(heads(table))) != len(
            heads(table)
        ):
            found.append("a column has no name of its own")
    for block, after in zip(flow.blocks, flow.blocks[1:], strict=False):
        if isinstance(block, Words) and block.kind == "heading" and isinstance(after, PageBreak):
            found.append("a heading stands alone")
    return found


@pytest.mark.parametrize("name", STAFF)
@pytest.mark.parametrize("odd", ODD)
def test_any_school_s_papers_are_sound(name, odd):
    for flow in papers(name, ODD[odd]):
        assert faults_of(flow) == []
        assert any(isinstance(run, Count) for block in flow.foot for run in block.runs)


@pytest.mark.parametrize(
    ("fault", "spoil"),
    [
        ("empty", lambda one: replace(one, blocks=(*one.blocks, Words(())))),
        ("titles", lambda one: replace(one, blocks=one.blocks[3:])),
        ("no name", lambda one: replace(one, blocks=(*one.blocks, Table((9.0,), ((Cell(()),),))))),
        ("page is empty", lambda one: replace(one, blocks=(*one.blocks, PageBreak()))),
    ],
)
def test_what_is_not_sound_is_seen(fault, spoil):
    (flow,) = papers("problem_sheet", FULL)
    assert any(fault in one for one in faults_of(spoil(flow)))


@pytest.mark.parametrize("name", STAFF)
@pytest.mark.parametrize("code", codes())
def test_every_language_has_all_the_words(name, code):
    for flow, home in zip(papers(name, FULL, code), papers(name, FULL), strict=True):
        assert flow.language == code and faults_of(flow) == []
        assert len(list(walk(flow))) == len(list(walk(home)))
        if code == "nn":
            assert not {"ikke", "hva", "jeg", "hvem", "uke"} & set(ours(flow, FULL))


def ours(flow, school):
    """The words that are not the school's own."""
    own = " ".join(
        line for one in school.matrices for a in one.arenas for c in a.cells for line in c
    )
    for line in said(flow).split("\n"):
        if line not in own:
            yield from line.casefold().split()


@given(st.integers(30, 180))
def test_minutes_add_up(slot):
    parts = agenda.minutes(slot)
    assert sum(parts) == slot and len(parts) == len(agenda.POINTS)
    assert min(parts) >= 2
    assert parts.index(max(parts)) == 2


def test_an_hour_is_parted_as_it_is_written():
    assert agenda.minutes(60) == tuple(part for _, _, part in agenda.POINTS)


def test_the_agenda_s_minutes_follow_one_another_to_the_hour():
    flow = next(papers("agenda", FULL))
    (table,) = [one for one in tables(flow) if heads(one)[0] == "Minutter"]
    spans = [row[0].blocks[0].text.split("–") for row in table.rows[1:]]
    assert spans[0][0] == "0" and spans[-1][1] == "60"
    assert all(one[1] == after[0] for one, after in zip(spans, spans[1:], strict=False))


def test_there_is_an_agenda_for_each_focus_with_what_is_due():
    names = agenda.subjects(FULL)
    assert [str(one) for one in names] == ["Alle møter", "01 I skolegården", "02 I gangen"]
    assert agenda.arenas(FULL, "01 I skolegården") == ("I skolegården",)
    assert agenda.arenas(FULL, "Alle møter") == ()
    some, first, second = papers("agenda", FULL)
    assert "Frister før neste fokus" not in said(some)
    assert "Frister før neste fokus" in said(first)
    (due,) = [one for one in tables(first) if heads(one)[0] == "Dag"]
    assert [row[0].blocks[0].text for row in due.rows[1:]] == sorted(
        [row[0].blocks[0].text for row in due.rows[1:]],
        key=lambda day: tuple(reversed([int(one) for one in day.strip(".").split(".")])),
    )
    assert first.title != second.title != some.title


def test_every_due_day_of_the_year_stands_in_one_agenda():
    from pipeline.year.due import due

    days = [one for one in due(FULL.year) if one.day]
    rows = [
        row
        for flow in papers("agenda", FULL)
        for table in tables(flow)
        if heads(table)[0] == "Dag"
        for row in table.rows[1:]
    ]
    assert len(rows) == len(days) > 5


def test_what_is_due_before_august_stands_in_the_first_agenda_alone():
    from pipeline.year.due import due

    early = [one for one in due(FULL.year) if one.day is None]
    some, first, second = papers("agenda", FULL)
    assert early and "Før skolestart" in said(first)
    assert "Før skolestart" not in said(some) + said(second)
    (table,) = [one for one in tables(first) if heads(one) == ["Fokus", "Hva", "Hvem"]]
    told = {row[1].blocks[0].text: row[0].blocks[0].text for row in table.rows[1:]}
    assert len(told) == len({one.step for one in early})
    for one in early:
        does = language("nb").tell(one.step.says)
        assert str(one.focus.arena.name) in told[does[:1].upper() + does[1:]]


def test_the_last_agenda_says_that_the_year_ends():
    _, first, last = papers("agenda", FULL)
    assert "Frister ut skoleåret" in said(last) and "Frister ut" not in said(first)


@pytest.mark.parametrize("name", FORMS)
@pytest.mark.parametrize("code", codes())
@pytest.mark.parametrize("odd", ["full", "long names"])
def test_forms_fit_their_page(name, code, odd):
    for flow in papers(name, ODD[odd], code):
        left, top, right, bottom = flow.margins
        wide = flow.page[0] - left - right
        pages, room = [[]], flow.page[1] - top - bottom - high(flow.foot, wide)
        for block in flow.blocks:
            pages.append([]) if isinstance(block, PageBreak) else pages[-1].append(block)
        for page in pages:
            assert room * 0.45 < high(page, wide) < room or len(pages) > 1
            assert high(page, wide) < room


def test_many_due_days_take_the_agenda_to_a_second_page_and_leave_room_to_write():
    days = [date(2026, 10, 5 + at) for at in range(5)]
    focuses = tuple(Focus(arena(f"Sted {at}"), day, day) for at, day in enumerate(days))
    focuses = (Focus(arena("Ute"), date(2026, 8, 17), date(2026, 10, 2)), *focuses)
    one = replace(FULL, year=Year(date(2026, 8, 17), date(2027, 6, 18), focuses))
    flow = list(papers("agenda", one))[1]
    (points,) = [table for table in tables(flow) if heads(table)[0] == "Minutter"]
    assert points.least >= 12 and faults_of(flow) == []


def test_the_form_asks_the_same_each_time_and_the_tally_counts_it():
    form, tally = papers("temperature_form", FULL)
    asked, counted = tables(form)[0], tables(tally)[0]
    statements = [row[0].blocks[0].text for row in asked.rows[1:]]
    assert statements == [row[0].blocks[0].text for row in counted.rows[1:]]
    assert 8 <= len(statements) <= 10 and statements[0].startswith("1. Jeg vet")
    assert heads(asked)[1:] == ["1 Uenig", "2 Litt uenig", "3 Litt enig", "4 Enig"]
    months = ("August", "Januar", "Mai")
    assert heads(counted)[1:] == [f"{month} {at}" for month in months for at in range(1, 5)]
    assert all(
        cell.blocks[0].text == str(at)
        for row in asked.rows[1:]
        for at, cell in enumerate(row)
        if at
    )
    assert "anonymt" in said(form) and "Hopp over det som ikke gjelder deg." in said(form)
    assert "2 er «Litt uenig», 3 er «Litt enig»" in said(tally)


def test_forms_print_in_grey():
    for name in FORMS:
        for flow in papers(name, FULL):
            assert not [one for one in walk(flow) if isinstance(one, Figure)]
            for table in tables(flow):
                for cell in (cell for row in table.rows for cell in row if cell.fill):
                    assert min(int(cell.fill[at : at + 2], 16) for at in (1, 3, 5)) > 190


def test_the_matrix_is_told_place_by_place():
    (flow, *_) = papers("matrix_text", FULL)
    outline = [
        (one.level, one.text.strip())
        for one in flow.blocks
        if isinstance(one, Words) and one.kind == "heading"
    ]
    assert outline[:4] == [(2, "I skolegården"), (3, "Respekt"), (3, "Ansvar"), (3, "Omsorg")]
    assert [one.text for one in flow.blocks if isinstance(one, Words) and one.kind == "item"][
        :2
    ] == list(YARD[0])


def test_a_value_without_lines_is_left_out_of_the_text():
    (flow, *_) = papers("matrix_text", staffed((YARD[0], (), YARD[2])))
    assert "Ansvar" not in said(flow)


@pytest.mark.parametrize("name", ["agenda", "temperature_form", "matrix_text"])
def test_an_unknown_subject_is_told_with_a_guess(name):
    first = str(product(name).subjects(FULL)[0])
    with pytest.raises(Faults, match=f"Did you mean '{first}'"):
        product(name).write(first[:-1], desk(FULL, "A4"))


def test_the_papers_say_what_they_hold():
    assert problem_sheet.arenas(FULL, "x") == temperature_form.arenas(FULL, "x") == ()
    assert matrix_text.arenas(FULL, "Voksenstandard") == ("I gangen",)
    assert [str(one) for one in problem_sheet.subjects(FULL)] == ["Heggdal skole"]


@pytest.mark.parametrize("name", STAFF)
@pytest.mark.parametrize("code", codes())
def test_golden(name, code):
    now = "\n".join(told(flow) for flow in papers(name, FULL, code))
    golden = GOLDEN / f"{name}-{code}.txt"
    if os.environ.get("RENEW"):
        golden.write_text(now, encoding="utf-8")
    assert now == golden.read_text(encoding="utf-8")


def test_the_praise_stands_in_quotes():
    (flow,) = papers("welcome_pack", FULL)
    assert f"I skolegården\n«{PRAISE}»" in said(flow)
    assert language("en").say("“{words}”", words="x") == "“x”"

"""A page that may run over is told of; one that surely holds is not."""

import pytest

from tests.weekplan.inserts import lay
from tests.weekplan.kinds import MARKER
from tests.weekplan.plans import (
    cell,
    p,
    package,
    row,
    run,
    sample_plans,
    section,
    table,
    text_box,
    week,
)

RUNS_OVER = "the plan may now take one page more than before."
BREAK = p('<w:r><w:br w:type="page"/></w:r>')
RENDERED = p("<w:r><w:lastRenderedPageBreak/><w:t>Side to</w:t></w:r>")


def notes(body: str, end: str | None = None) -> list[str]:
    return [str(one) for one in lay(package(body, end)).notes]


def lines(count: int) -> str:
    return p("Husk gymtøy.") * count


@pytest.mark.parametrize("name", sample_plans())
def test_plans_with_room_say_nothing(name):
    assert lay(sample_plans()[name]).notes == ()


def test_a_page_that_was_nearly_full_is_told_of():
    assert notes(lines(20) + p(MARKER)) == []
    assert notes(lines(36) + p(MARKER)) == [
        f"Ukeplan.docx: {RUNS_OVER}\n"
        "    Look at it before you print, and shorten a text or make the margins smaller."
    ]


def test_a_plan_of_many_pages_is_not_told_of():
    assert notes(lines(60) + p(MARKER)) == []
    assert notes(lines(36) + RENDERED + p(MARKER)) == []


def test_each_page_counts_by_itself():
    assert notes(lines(20) + BREAK + lines(36) + p(MARKER)) != []
    assert notes(lines(36) + BREAK + lines(5) + p(MARKER)) == []
    assert notes(lines(36) + p("", facts=section()) + lines(5) + p(MARKER)) == []


def test_the_same_insert_again_needs_no_more_room():
    once = lay(package(lines(20) + p(MARKER)))
    assert lay(once.content).notes == ()


def test_cells_share_their_height():
    tall = row(cell(*["Les."] * 12, width=4000), cell(MARKER, width=5000))
    assert notes(table(tall, grid=(4000, 5000)) + lines(26)) == []
    low = row(cell("Les.", width=4000), cell(MARKER, width=5000))
    assert notes(table(low, grid=(4000, 5000)) + lines(36)) != []


def test_a_row_of_fixed_height_that_cuts_is_told_of():
    for rule, told in (("exact", True), ("atLeast", False)):
        facts = f'<w:trHeight w:val="800" w:hRule="{rule}"/>'
        body = table(row(cell(MARKER, width=9000), facts=facts), grid=(9000,))
        said = [one for one in notes(body + p("")) if "fixed height" in one]
        assert bool(said) == told
    facts = '<w:trHeight w:val="2800" w:hRule="exact"/>'
    assert notes(table(row(cell(MARKER, width=9000), facts=facts), grid=(9000,)) + p("")) == []


def test_a_text_box_too_low_is_told_of():
    assert "too low" in notes(p(text_box("Hei", MARKER, wide=100, high=20)) + p(""))[0]
    assert notes(p(text_box("Hei", MARKER, wide=100, high=60)) + p("")) == []


def test_large_letters_fill_more():
    big = p(run("Husk gymtøy.", 22)) * 21
    assert notes(big + p(MARKER)) != []
    assert notes(lines(21) + p(MARKER)) == []


def test_a_table_of_days_is_measured():
    assert notes((week() + p("")) * 9 + p(MARKER) + p("")) == []
    assert notes((week() + p("")) * 11 + p(MARKER) + p("")) != []


def test_a_column_that_a_break_ends_counts_by_itself():
    cols = '<w:cols w:num="2" w:space="500"/></w:sectPr>'
    end = section().replace("</w:sectPr>", cols)
    turn = p('<w:r><w:br w:type="column"/></w:r>')
    assert notes(lines(36) + p(MARKER) + turn + lines(3), end) != []
    assert notes(lines(36) + turn + p(MARKER) + lines(3), end) == []
    assert notes(lines(36) + p(MARKER) + lines(3), end) == []

"""A booklet: its pages come in order when the paper is folded, and are read in order."""

import pytest

from pipeline.paper import check
from pipeline.paper.flow import PageBreak
from pipeline.paper.imposing import booklet, spreads
from pipeline.paper.setting import set_pages
from pipeline.paper.sheet import Row, in_turn, walk
from tests.paper.letters import words
from tests.paper.test_setting import LONG, plain


def book(pages):
    chapters = [words(f"Side {at} {LONG}") for at in range(2, pages + 1)]
    blocks = [one for chapter in chapters for one in (PageBreak(), chapter)]
    return set_pages(plain(words("Side 1"), *blocks, page=(148.5, 210.0)))


def test_the_outer_sheet_holds_the_last_page_and_the_first():
    assert spreads(8) == [(7, 0), (1, 6), (5, 2), (3, 4)]
    assert spreads(4, rtl=True) == [(0, 3), (2, 1)]


@pytest.mark.parametrize("pages", [1, 3, 4, 5, 8, 11])
def test_pages_are_a_multiple_of_four_and_read_in_order(pages):
    paper = book(pages)
    folded = booklet(paper)
    assert len(folded.sheets) == 2 * -(-pages // 4)
    assert {(one.width, one.height) for one in folded.sheets} == {(297.0, 210.0)}
    parts = [part for _, part in in_turn(folded)]
    read = [row.text for row, _ in walk(tuple(parts)) if isinstance(row, Row)]
    before = [row for sheet in paper.sheets for row, _ in walk(sheet.items) if isinstance(row, Row)]
    assert read == [row.text for row in before]
    assert check.faults(folded) == []


def test_what_is_folded_stands_on_its_half():
    folded = booklet(book(4))
    outer = folded.sheets[0]
    for part in outer.items:
        left = 148.5 if part.turn_to_read == 1 else 0.0
        for row, _ in walk((part,)):
            if isinstance(row, Row):
                assert left <= row.box.x and row.box.right <= left + 148.5

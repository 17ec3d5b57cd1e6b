"""Pages laid two and two on sheets that are folded into a booklet."""

from __future__ import annotations

from dataclasses import replace

from pipeline.paper.sheet import Group, Item, Sheet, Sheets, shifted

SIDES = 4  # pages on a sheet of paper that is folded once


def booklet(paper: Sheets, rtl: bool = False) -> Sheets:
    """Return the pages two and two on sheets twice as wide, to print on both sides and fold.

    Turn the paper on its short edge. Blank pages at the end make them a multiple of four. `rtl`: it
    opens from the other side. All is read in the order of the pages.
    """
    pages = len(paper.sheets)
    whole = -(-pages // SIDES) * SIDES
    return replace(paper, sheets=tuple(_side(paper, *two) for two in spreads(whole, rtl)))


def spreads(pages: int, rtl: bool = False) -> list[tuple[int, int]]:
    """Return the numbers from 0 of the pages at the left and right of each side, sheet by sheet."""
    sides = []
    for first in range(pages // 2):
        last = pages - 1 - first
        left, right = (first, last) if first % 2 else (last, first)
        sides.append((right, left) if rtl else (left, right))
    return sides


def _side(paper: Sheets, left: int, right: int) -> Sheet:
    first = paper.sheets[0]
    items: list[Item] = []
    for number, dx in ((left, 0.0), (right, first.width)):
        if number < len(paper.sheets) and paper.sheets[number].items:
            page = paper.sheets[number]
            moved = tuple(shifted(item, dx, 0.0) for item in page.items)
            items.append(Group("part", moved, turn_to_read=number + 1))
    return Sheet(2 * first.width, first.height, tuple(items))

"""Cards laid side by side on one sheet of paper, to be cut apart along thin lines."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pipeline.paper.outlines import rectangle
from pipeline.paper.sheet import Box, Group, Item, Shape, Sheet, shifted

DASH, THIN = 3.0, 0.3  # mm

Card = tuple[Item, ...]


def places(size: tuple[float, float], columns: int, rows: int) -> tuple[tuple[float, float], ...]:
    """Return where the cards of a sheet begin, row by row."""
    wide, high = size[0] / columns, size[1] / rows
    return tuple((across * wide, down * high) for down in range(rows) for across in range(columns))


def copies(card: Card, size: tuple[float, float], columns: int, colour: str) -> Sheet:
    """Return a sheet of the same card side by side: it is read aloud once."""
    items = list(card)
    for dx, dy in places(size, columns, 1)[1:]:
        items.append(Group("again", tuple(shifted(item, dx, dy) for item in card)))
    return Sheet(*size, (*items, lines(size, columns, 1, colour)))


def spread(
    cards: Sequence[Card], size: tuple[float, float], grid: tuple[int, int], colour: str
) -> tuple[Sheet, ...]:
    """Return sheets of cards that are each read by itself, so many across and down."""
    there, sheets = places(size, *grid), []
    for first in range(0, len(cards), len(there)):
        held = zip(cards[first : first + len(there)], there, strict=False)
        laid = [tuple(shifted(item, dx, dy) for item in card) for card, (dx, dy) in held]
        laid[-1] = (*laid[-1], lines(size, *grid, colour))  # over them all
        parts = (Group("part", one, turn_to_read=at) for at, one in enumerate(laid, first + 1))
        sheets.append(Sheet(*size, tuple(parts)))
    return tuple(sheets)


def lines(size: tuple[float, float], columns: int, rows: int, colour: str) -> Group:
    """Return dashed lines between the cards."""
    wide, high = size
    found = [Box(wide * at / columns, 0, THIN, high) for at in range(1, columns)]
    found += [Box(0, high * at / rows, wide, THIN) for at in range(1, rows)]
    return Group("decoration", tuple(one for line in found for one in _dashed(line, colour)))


def _dashed(line: Box, colour: str) -> Iterator[Shape]:
    upright = line.h > line.w
    for at in range(int(max(line.w, line.h) / DASH / 2)):
        start = (2 * at + 0.5) * DASH
        x, y = (line.x, start) if upright else (start, line.y)
        w, h = (THIN, DASH) if upright else (DASH, THIN)
        yield Shape(rectangle(Box(x - THIN / 2 * upright, y, w, h)), fill=colour)

"""A matrix as headings and lists: place by place, value by value, for narrow pages and ears."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pipeline.model import Matrix, Value
from pipeline.paper.bands import shown
from pipeline.paper.flow import Block, Cell, Table, Words
from pipeline.paper.prose import HEADINGS, Prose
from pipeline.paper.style import MM

NARROWEST = 38.0  # mm: a column that holds most lines in two
PAD = (2.4, 1.3)


def listed(matrix: Matrix, values: Sequence[Value], prose: Prose, level: int) -> Iterator[Words]:
    """Yield the arenas as headings of the level, below each its values, and their lines."""
    for arena in matrix.arenas:
        yield prose.heading(arena.name, level=level)
        for at, lines in shown(arena):
            yield from _value(at, lines, values, prose, level + 1)


def abreast(matrix: Matrix, values: Sequence[Value], prose: Prose, level: int) -> Iterator[Block]:
    """Yield the same with an arena's values side by side, where the page is wide enough."""
    wide = prose.width / len(values)
    if wide < NARROWEST:
        yield from listed(matrix, values, prose, level)
        return
    for arena in matrix.arenas:
        yield prose.heading(arena.name, level=level)
        cells = []
        for at, lines in enumerate(arena.cells):
            tint = prose.look.card if prose.look.ruled else prose.look.values[at].tint
            told = tuple(_value(at, lines, values, prose, level + 1, tint)) if lines else ()
            cells.append(Cell(told, tint, PAD))
        yield Table((wide,) * len(values), (tuple(cells),), laid=True)


def _value(
    at: int,
    lines: Sequence[str],
    values: Sequence[Value],
    prose: Prose,
    level: int,
    ground: str | None = None,
) -> Iterator[Words]:
    side = prose.size * HEADINGS[level - 2] * MM * 1.05
    mark = prose.mark(values[at].shape, at, side, ground)
    colour = prose.look.values[at].ink
    yield prose.heading(mark, " ", values[at].name, level=level, colour=colour)
    yield from (prose.item(line, after=0.5) for line in lines)

"""A matrix as headings and lists: place by place, value by value, for narrow pages and ears."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pipeline.model import Arena, Matrix, Value
from pipeline.paper.flow import Words
from pipeline.paper.prose import HEADINGS, Prose
from pipeline.paper.style import MM


def listed(matrix: Matrix, values: Sequence[Value], prose: Prose, level: int) -> Iterator[Words]:
    """Yield the arenas as headings of the level, below each its values, and their lines."""
    for arena in matrix.arenas:
        yield prose.heading(arena.name, level=level)
        yield from expectations(arena, values, prose, level + 1)


def expectations(
    arena: Arena, values: Sequence[Value], prose: Prose, level: int
) -> Iterator[Words]:
    """Yield the values that have lines as headings of the level, and their lines as items."""
    side = prose.size * HEADINGS[level - 2] * MM * 1.05
    for at, lines in enumerate(arena.cells):
        if lines:
            value, colour = values[at], prose.look.values[at].ink
            mark = prose.mark(value.shape, at, side)
            yield prose.heading(mark, " ", value.name, level=level, colour=colour)
            yield from (prose.item(line, after=1) for line in lines)

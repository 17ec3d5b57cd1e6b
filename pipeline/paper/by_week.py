"""A form with classes down and weeks across, to sign or to tick."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TypeVar

from pipeline.paper.colour import WHITE, mixed
from pipeline.paper.flow import Cell, Mark, Table, Words
from pipeline.paper.prose import PAD, THIN, Prose

NAME = 30.0  # mm for a class
SIGN = (2.2, 0.8)
Anything = TypeVar("Anything")


@dataclass(frozen=True)
class Across:
    """A week as a column: its name, what stands small below it, and whether there is no school."""

    name: str
    small: tuple[str, ...] = ()
    shut: bool = False


def form(
    prose: Prose,
    names: Sequence[str],
    weeks: Sequence[Across],
    first: str,
    high: float = 0.0,
    tick: Mark | None = None,
) -> Table:
    """Return the form, `first` over the names, its rows at least so high; shut weeks are shaded."""
    look = prose.look
    pale = mixed(WHITE, look.edge, 0.5)
    heads = [(prose.said(first, bold=True, after=0),), *(_head(prose, week) for week in weeks)]
    rows = [tuple(Cell(head, look.edge, PAD, middle=True) for head in heads)]
    for one in names:
        told = (prose.said(one, bold=True, after=0),) if one else ()
        cells = [Cell(told, None, SIGN, middle=True)]
        for week in weeks:
            box = (Words((tick,), leading=1.0, align="center"),) if tick and not week.shut else ()
            cells.append(Cell(box, pale if week.shut else None, SIGN, middle=True))
        rows.append(tuple(cells))
    share = (prose.width - NAME) / len(weeks)
    widths = (NAME, *[share] * len(weeks))
    return Table(widths, tuple(rows), (look.quiet, THIN), ruled=True, least=high)


def _head(prose: Prose, week: Across) -> tuple[Words, ...]:
    small = (prose.quiet(one, times=0.9) for one in week.small)
    return (prose.said(week.name, bold=True, after=0), *small)


def shared(all_of: Sequence[Anything], most: int) -> Iterator[Sequence[Anything]]:
    """Yield them in parts as even as can be, none of more than so many."""
    parts = -(-len(all_of) // most)
    ends = [len(all_of) * at // parts for at in range(parts + 1)]
    yield from (all_of[start:end] for start, end in pairwise(ends))

"""What a reader hands on: tables and lines as they stand in the file, not yet understood."""

from __future__ import annotations

from dataclasses import dataclass

from pipeline.problems import Place, Problem, Sourced

# How far in a line stands: headings 0–9, then a line in bold, a line, list items by their level.
BOLD, PLAIN, LISTED = 10, 20, 21


@dataclass(frozen=True, eq=False)
class Cell:
    """The lines written in one cell; each knows its own place, and the cell knows its own too."""

    lines: tuple[Sourced, ...]
    place: Place

    def __bool__(self) -> bool:
        """Tell whether anything is written here."""
        return bool(self.lines)

    def __str__(self) -> str:
        """Return the lines as one."""
        return " ".join(self.lines)


Row = tuple[Cell, ...]


@dataclass(frozen=True)
class Line:
    """A line outside tables: how far in it stands, and the bold words that it begins with.

    A line in a text box is `boxed`: where it belongs is not sure.
    """

    text: Sourced
    depth: int = PLAIN
    lead: str = ""
    boxed: bool = False


@dataclass(frozen=True)
class Grid:
    """One table: a merged cell stands as the same object in every slot that it covers.

    `headings` are those above it, outermost first; with `named_columns` a place lacks its column,
    which only the table's own top row can name; `values_in` is "columns" or "rows" where the form
    itself says so.
    """

    place: Place
    rows: tuple[Row, ...]
    headings: tuple[Sourced, ...] = ()
    sheet: Sourced | None = None
    named_columns: bool = False
    values_in: str = ""
    audience: Sourced | None = None


Block = Line | Grid


@dataclass(frozen=True)
class Found:
    """All tables and lines of a file as they follow, and what its reader could not take."""

    blocks: tuple[Block, ...]
    notes: tuple[Problem, ...] = ()

    @property
    def grids(self) -> tuple[Grid, ...]:
        """The tables alone."""
        return tuple(block for block in self.blocks if isinstance(block, Grid))

    @property
    def lines(self) -> tuple[Line, ...]:
        """The lines alone."""
        return tuple(block for block in self.blocks if isinstance(block, Line))


def level(rows: list[list[Cell]], place: Place) -> tuple[Row, ...]:
    """Return the rows made equally long with empty cells."""
    width = max(map(len, rows), default=0)
    nothing = Cell((), place)
    return tuple((*row, *[nothing] * (width - len(row))) for row in rows)


class Headings:
    """The headings that stand above the place that has been reached, by how far in they stand."""

    def __init__(self) -> None:
        self._by_depth: dict[int, Sourced] = {}

    def meet(self, depth: int, text: Sourced) -> None:
        """Let a heading take the place of those as deep and deeper."""
        above = {at: words for at, words in self._by_depth.items() if at < depth}
        self._by_depth = above | {depth: text}

    def above(self) -> tuple[Sourced, ...]:
        """Return the headings, outermost first."""
        return tuple(words for _, words in sorted(self._by_depth.items()))

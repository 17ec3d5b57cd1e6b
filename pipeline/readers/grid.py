"""What a reader hands on: tables as they stand in the file, not yet understood."""

from __future__ import annotations

from dataclasses import dataclass, field

from pipeline.problems import Place, Problem, Sourced


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


@dataclass(frozen=True)
class Found:
    """All tables of a file, what its reader could not take, and what else was seen there."""

    grids: tuple[Grid, ...]
    notes: tuple[Problem, ...] = ()
    seen: tuple[Sourced, ...] = field(default=())


def level(rows: list[list[Cell]], place: Place) -> tuple[Row, ...]:
    """Return the rows made equally long with empty cells."""
    width = max(map(len, rows), default=0)
    nothing = Cell((), place)
    return tuple((*row, *[nothing] * (width - len(row))) for row in rows)

"""Divides a table or sheet into matrices, each with the title rows that stand above it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from pipeline.problems import Place
from pipeline.readers.grid import Cell, Grid, Row

MOST_TOPS = 2
LISTED = 3


@dataclass(frozen=True)
class Part:
    """One matrix as it stands: its title rows, then its own rows; no row or column is empty.

    `repeated` tells that the rows of headings stood there again further down, as on a new page.
    """

    grid: Grid
    titles: tuple[Cell, ...]
    rows: tuple[Row, ...]
    headed: bool = True
    repeated: bool = False

    @property
    def place(self) -> Place:
        """Where the part begins."""
        rows = self.grid.rows
        return (
            self.rows[0][0].place if self.rows and len(rows) > len(self.rows) else self.grid.place
        )

    def place_of(self, row: int, column: int) -> Place:
        """Return the place of a cell, with the name of its column where only that tells it."""
        place = self.rows[row][column].place
        if not self.grid.named_columns:
            return place
        name = str(self.rows[0][column]) if self.headed else str(column + 1)
        return place.at(column=name) if name else place


def without_numbers(part: Part) -> tuple[Part, Cell | None]:
    """Return a part without a first column that only counts its rows, and the head of that."""
    body = [row[0] for row in part.rows[1:] if row[0]]
    numbers = bool(body) and all(str(cell).rstrip(".").isdigit() for cell in body)
    if not numbers or len(part.rows[0]) < LISTED:
        return part, None
    rows = tuple(row[1:] for row in part.rows)
    return replace(part, rows=rows), part.rows[0][0]


Heads = Callable[[Row], bool]


def parts_of(grid: Grid, heads: Heads) -> Iterator[Part]:
    """Yield the parts of a grid: side by side, and one below the other.

    `heads` tells a row that is sure to hold nothing but headings.
    """
    for side in _beside(grid):
        yield from _below(side, heads)


def _beside(grid: Grid) -> Iterator[Grid]:
    """Yield the tables that stand beside each other, with an empty column between."""
    width = len(grid.rows[0]) if grid.rows else 0
    empty = [at for at in range(width) if not any(row[at] for row in grid.rows)]
    begun = 0
    for at in (*empty, width):
        while begun in empty:
            begun += 1
        if at == width:
            yield _columns(grid, begun, width)
        elif at > begun and _are_twins(_columns(grid, begun, at), _columns(grid, at + 1, width)):
            yield _columns(grid, begun, at)
            begun = at + 1


def _columns(grid: Grid, begin: int, end: int) -> Grid:
    return replace(grid, rows=tuple(row[begin:end] for row in grid.rows))


def _are_twins(left: Grid, right: Grid) -> bool:
    """Tell whether two stretches of columns both have headings of their own."""
    tops = [_top(stretch) for stretch in (left, right)]
    if not all(tops):
        return False
    first, other = ([str(cell) for cell in top if cell] for top in tops)
    return bool(set(first[-2:]) & set(other)) and not _is_one(left, right)


def _is_one(left: Grid, right: Grid) -> bool:
    """Tell whether a cell covers both."""
    cells = {cell for row in left.rows for cell in row if cell}
    return any(cell in cells for row in right.rows for cell in row if cell)


def _top(grid: Grid) -> Row:
    rows = (row for row in grid.rows if any(row) and not _is_title(row))
    return next(rows, ())


def _below(grid: Grid, heads: Heads) -> Iterator[Part]:
    """Yield the parts: a new one begins at a title row or a known top row after a gap."""
    rows: list[Row] = []
    titles: list[Cell] = []
    gap, repeated, skipped = True, False, 0
    for at, row in enumerate(grid.rows):
        if not any(row):
            gap = True
            continue
        top = skipped if skipped < min(len(rows), MOST_TOPS) else 0
        if rows and not gap and _texts(row) == _texts(rows[top]) and len(_filled(row)) > 1:
            repeated, skipped = True, top + 1
            continue
        skipped = 0
        again = rows and _is_title(row) and _texts(rows[0]) == _next(grid.rows[at + 1 :])
        if again or (gap and _begins(row, grid.rows[at + 1 :], rows, heads)):
            yield _part(grid, titles, rows, repeated)
            rows, titles, repeated = [], [], False
        if not rows and _is_title(row) and _follows(grid.rows[at + 1 :]):
            titles.append(_only(row))
        else:
            rows.append(row)
        gap = False
    if rows or titles:
        yield _part(grid, titles, rows, repeated)


def _part(grid: Grid, titles: Sequence[Cell], rows: Sequence[Row], repeated: bool) -> Part:
    filled = [at for at in range(len(rows[0]) if rows else 0) if any(row[at] for row in rows)]
    kept = tuple(tuple(row[at] for at in filled) for row in rows)
    return Part(grid, tuple(titles), kept, repeated=repeated)


def _begins(row: Row, following: Sequence[Row], rows: Sequence[Row], heads: Heads) -> bool:
    if not rows:
        return False
    if _texts(row) == _texts(rows[0]):
        return True
    top = next((one for one in (row, *following) if len(_filled(one)) > 1), row)
    if (_is_title(row) or top is row) and heads(top):
        return True
    after = next(filter(any, following), None)
    tops = after is None or not after[0] or str(after[0]) == str(rows[0][0])
    return _is_title(row) and tops


def _next(following: Sequence[Row]) -> list[str]:
    return next((_texts(row) for row in following if any(row)), [])


def _follows(following: Sequence[Row]) -> bool:
    return any(len(_filled(row)) > 1 for row in following)


def _is_title(row: Row) -> bool:
    filled = _filled(row)
    if len(filled) != 1:
        return False
    covers = sum(cell is filled[0] for cell in row)
    return bool(row[0]) or covers >= max(len(row) - 1, 2)


def _filled(row: Row) -> list[Cell]:
    return list(dict.fromkeys(filter(None, row)))


def _only(row: Row) -> Cell:
    return _filled(row)[0]


def _texts(row: Row) -> list[str]:
    return [str(cell) for cell in row]

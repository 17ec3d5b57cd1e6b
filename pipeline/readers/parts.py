"""Divides a table or sheet into matrices, each with the title rows that stand above it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pipeline.problems import Place
from pipeline.readers.grid import Cell, Grid, Row


@dataclass(frozen=True)
class Part:
    """One matrix as it stands: its title rows, then its own rows; no row or column is empty."""

    grid: Grid
    titles: tuple[Cell, ...]
    rows: tuple[Row, ...]

    @property
    def place(self) -> Place:
        """Where the part begins."""
        rows = self.grid.rows
        return (
            self.rows[0][0].place if self.rows and len(rows) > len(self.rows) else self.grid.place
        )

    def place_of(self, row: int, column: int) -> Place:
        """Return the place of a cell, with the name of its column where only that tells it."""
        place, name = self.rows[row][column].place, str(self.rows[0][column])
        return place.at(column=name) if self.grid.named_columns and name else place


def parts_of(grid: Grid) -> Iterator[Part]:
    """Yield the parts of a grid: a new one begins at a title row or a known top row after a gap."""
    rows: list[Row] = []
    titles: list[Cell] = []
    gap = True
    for at, row in enumerate(grid.rows):
        if not any(row):
            gap = True
            continue
        if gap and _begins(row, grid.rows[at + 1 :], rows):
            yield _part(grid, titles, rows)
            rows, titles = [], []
        if not rows and _is_title(row) and _follows(grid.rows[at + 1 :]):
            titles.append(_only(row))
        else:
            rows.append(row)
        gap = False
    if rows or titles:
        yield _part(grid, titles, rows)


def _part(grid: Grid, titles: Sequence[Cell], rows: Sequence[Row]) -> Part:
    filled = [at for at in range(len(rows[0]) if rows else 0) if any(row[at] for row in rows)]
    return Part(grid, tuple(titles), tuple(tuple(row[at] for at in filled) for row in rows))


def _begins(row: Row, following: Sequence[Row], rows: Sequence[Row]) -> bool:
    if not rows:
        return False
    if _texts(row) == _texts(rows[0]):
        return True
    after = next(filter(any, following), None)
    tops = after is None or not after[0] or str(after[0]) == str(rows[0][0])
    return _is_title(row) and tops


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

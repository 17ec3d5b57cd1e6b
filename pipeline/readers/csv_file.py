"""Tables as plain text (.csv, .tsv): with semicolons, commas or tabs between the cells."""

from __future__ import annotations

import csv
import io
import re
from collections import Counter

from pipeline.problems import Faults, Gathered, Place, Sourced, fault, phrase
from pipeline.readers.decoding import decoded
from pipeline.readers.door import MEGABYTE, Source, refuse_other_kinds
from pipeline.readers.grid import Cell, Found, Grid, level

SUFFIXES = (".csv", ".tsv")
LARGEST = MEGABYTE // 2
MOST_LINES = 5_000
DELIMITERS = ";\t,"
STATED = re.compile(r'"?sep=(.)"?[;,\t]*(?:\r\n|\r|\n)', re.IGNORECASE)
MOST_CELLS = 10_000
SAVE_TABLE = phrase("Save it from Excel as 'CSV UTF-8', or give the workbook (.xlsx) itself.")


def grids(source: Source) -> Found:
    """Return the whole file as one table."""
    notes = Gathered()
    text = text_of(source, notes)
    rows = table(text, source.place)
    grid = Grid(source.place, level(rows, source.place), named_columns=True)
    return Found((grid,), tuple(notes))


def text_of(source: Source, notes: Gathered) -> str:
    """Return the text of a file that promises to be plain, or raise Faults."""
    refuse_other_kinds(source, SAVE_TABLE)
    many = max(source.data.count(b"\n"), source.data.count(b"\r"))
    if len(source.data) > LARGEST or many > MOST_LINES:
        what = phrase("the table is too large to be a matrix.")
        raise fault(source.place, what, phrase("Put the matrix in a table of its own."))
    return decoded(source, SAVE_TABLE, notes)


def table(text: str, place: Place) -> list[list[Cell]]:
    """Return the rows, by the delimiter that is stated or makes them most like a table."""
    stated = STATED.match(text)
    if stated:
        return _table(text[stated.end() :], stated[1], 2, place)
    tables: list[list[list[Cell]]] = []
    faults: list[Faults] = []
    for delimiter in DELIMITERS:
        try:
            tables.append(_table(text, delimiter, 1, place))
        except Faults as found:
            faults.append(found)
    rows = max(tables, key=likeness, default=[])
    if faults and likeness(rows)[0] == 0:
        raise faults[0]
    return rows


def likeness(rows: list[list[Cell]]) -> tuple[float, int]:
    """Tell how like a table the rows are: how many share one width, and that width."""
    widths = Counter(len(row) for row in rows if any(row))
    width, count = max(widths.items(), key=lambda one: (one[0] > 1, one[1]), default=(0, 0))
    return (count / widths.total(), width) if width > 1 else (0.0, 0)


def _table(text: str, delimiter: str, first: int, place: Place) -> list[list[Cell]]:
    rows = []
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    line, count = first, 0
    try:
        for row in reader:
            at = place.at(line=line)
            rows.append([_cell(text, at) for text in row])
            count += len(row) + 1
            if count > MOST_CELLS:
                what = phrase("the table is too large to be a matrix.")
                raise fault(at, what, phrase("Put the matrix in a table of its own."))
            line = first + reader.line_num
    except csv.Error:
        what = phrase("the quotation marks here do not come in pairs.")
        raise fault(place.at(line=line), what, SAVE_TABLE) from None
    return rows


def _cell(text: str, place: Place) -> Cell:
    return Cell((Sourced(text, place),) if text.strip() else (), place)

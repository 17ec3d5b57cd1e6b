"""Tables as plain text (.csv, .tsv): with semicolons, commas or tabs between the cells."""

from __future__ import annotations

import csv
import re
from collections import Counter

from pipeline.problems import Faults, Place, Sourced, fault, phrase
from pipeline.readers.door import MEGABYTE, Source, refuse_other_kinds
from pipeline.readers.grid import Cell, Found, Grid, level

SUFFIXES = (".csv", ".tsv")
LARGEST = MEGABYTE // 2
MOST_LINES = 5_000
DELIMITERS = ";\t,"
STATED = re.compile(r"sep=(.)\r?\n", re.IGNORECASE)
MOST_CELLS = 10_000
SAVE_TABLE = phrase("Save it from Excel as 'CSV UTF-8', or give the workbook (.xlsx) itself.")


def grids(source: Source) -> Found:
    """Return the whole file as one table."""
    refuse_other_kinds(source, SAVE_TABLE)
    if len(source.data) > LARGEST or source.data.count(b"\n") > MOST_LINES:
        what = phrase("the table is too large to be a matrix.")
        raise fault(source.place, what, phrase("Put the matrix in a table of its own."))
    text = _decoded(source)
    stated = STATED.match(text)
    if stated:
        text, first = text[stated.end() :], 2
        rows = _table(text, stated[1], first, source.place)
    else:
        rows = _likeliest(text, source.place)
    return Found((Grid(source.place, level(rows, source.place), named_columns=True),))


def _decoded(source: Source) -> str:
    data = source.data
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        encodings = ["utf-16"]
    elif b"\0" in data:
        encodings = []
    else:
        encodings = ["utf-8-sig", "cp1252"]
    for encoding in encodings:
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise fault(source.place, phrase("the letters in this file can not be read."), SAVE_TABLE)


def _likeliest(text: str, place: Place) -> list[list[Cell]]:
    """Return the rows by the delimiter that makes them most like a table."""
    tables: list[list[list[Cell]]] = []
    faults: list[Faults] = []
    for delimiter in DELIMITERS:
        try:
            tables.append(_table(text, delimiter, 1, place))
        except Faults as found:
            faults.append(found)
    rows = max(tables, key=_likeness, default=[])
    if faults and _likeness(rows)[0] == 0:
        raise faults[0]
    return rows


def _table(text: str, delimiter: str, first: int, place: Place) -> list[list[Cell]]:
    rows = []
    reader = csv.reader(text.splitlines(keepends=True), delimiter=delimiter, strict=True)
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


def _likeness(rows: list[list[Cell]]) -> tuple[float, int]:
    """Tell how like a table the rows are: how many share one width, and that width."""
    widths = Counter(len(row) for row in rows if row)
    width, count = max(widths.items(), key=lambda one: (one[0] > 1, one[1]), default=(0, 0))
    return (count / widths.total() if width > 1 else 0.0), width

"""Excel workbooks (.xlsx): every visible sheet as one table."""

from __future__ import annotations

import io
import re
import warnings
from collections.abc import Iterable, Mapping
from datetime import date
from typing import TYPE_CHECKING, Any

from pipeline.problems import Gathered, Place, Sourced, fault, phrase
from pipeline.readers import strict
from pipeline.readers.door import SAVE_EXCEL, TAKE_OUT, TOO_MUCH, Parts, Source, damaged, unpack
from pipeline.readers.grid import Block, Cell, Found, Grid, Row

if TYPE_CHECKING:
    from openpyxl import Workbook

SUFFIXES = (".xlsx",)
MOST_COVERED = 20_000
MOST_ROWS = 500
MOST_COLUMNS = 60
SHOW_ROW = phrase("Show the row if it is to be read.")
SHOW_COLUMN = phrase("Show the column if it is to be read.")
REFERENCE = re.compile(r"\$?([A-Z]{1,3})\$?(\d{1,7}):\$?([A-Z]{1,3})\$?(\d{1,7})")


def grids(source: Source) -> Found:
    """Return the sheets of a workbook as tables, and notes on what they hold besides words."""
    parts = let_in(source)
    seen = parts.attributes
    notes = Gathered()
    found: list[Block] = []
    book = open_book(source, values=True)
    for sheet in book.worksheets:
        place = source.place.at(sheet=sheet.title)
        if sheet.sheet_state != "visible":
            what = phrase("the sheet is hidden and was left out.")
            notes.advise(place, what, phrase("Show the sheet if it is to be read."))
            continue
        rows = _rows(sheet, place, notes)
        found.append(Grid(place, rows, sheet=Sourced(sheet.title, place)))
    _note_what_is_lost(book, parts, source.place, notes)
    if "f" in seen:
        _note_unreckoned(book, open_book(source, values=False), source.place, notes)
    return Found(tuple(found), tuple(notes))


def let_in(source: Source) -> Parts:
    """Look through a workbook before any library sees it, or raise Faults."""
    watched = frozenset({"mergeCell", "hyperlink", "f", "txBody", "pic"})
    parts = unpack(source, "xl/workbook.xml", SAVE_EXCEL, watched)
    seen = parts.attributes
    _refuse_endless([*seen.get("mergeCell", ()), *seen.get("hyperlink", ())], source.place)
    return parts


def open_book(source: Source, values: bool) -> Workbook:
    """Return a workbook that was let in, with what its formulas gave or the formulas themselves."""
    from openpyxl import load_workbook

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of looks and rules that the library drops
            return load_workbook(
                io.BytesIO(strict.usual(source.data)), data_only=values, keep_links=False
            )
    except Exception:  # the library lets every error of a broken package through as it comes
        raise damaged(source.place) from None


def _refuse_endless(ranges: Iterable[Mapping[str, str]], place: Place) -> None:
    """Raise Faults for ranges that the library would fill cell by cell."""
    covered = 0
    for one in ranges:
        match = REFERENCE.fullmatch(one.get("ref", "").upper())
        if match:
            across = abs(_column(match[3]) - _column(match[1])) + 1
            covered += across * (abs(int(match[4]) - int(match[2])) + 1)
    if covered > MOST_COVERED:
        raise fault(place, TOO_MUCH, TAKE_OUT)


def _column(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number


def _rows(sheet: Any, place: Place, notes: Gathered) -> tuple[Row, ...]:
    covering = _covering(sheet)
    hidden = _Hidden(sheet, place, notes)
    written = sorted(at for at, cell in _cells(sheet) if _words(cell))
    filled = [at for at in written if at[0] <= MOST_ROWS and at[1] <= MOST_COLUMNS]
    if len(filled) < len(written):
        far = next(at for at in written if at[0] > MOST_ROWS or at[1] > MOST_COLUMNS)
        mend = phrase("Put the matrix in a sheet of its own.")
        what = phrase("what stands this far out was left out.")
        notes.advise(place.at(cell=sheet.cell(*far).coordinate), what, mend)
    last_row = max((row for row, _ in filled), default=0)
    last_column = max((column for _, column in filled), default=0)
    cells: dict[tuple[int, int], Cell] = {}
    for row in range(1, last_row + 1):
        for column in range(1, last_column + 1):
            origin = covering.get((row, column), (row, column))
            cells[row, column] = cells.get(origin) or _cell(sheet.cell(*origin), place, notes)
    hidden.note(written)
    return tuple(
        tuple(
            cells[row, column]
            for column in range(1, last_column + 1)
            if column not in hidden.columns
        )
        for row in range(1, last_row + 1)
        if row not in hidden.rows
    )


class _Hidden:
    """The rows and columns of a sheet that nobody sees."""

    def __init__(self, sheet: Any, place: Place, notes: Gathered) -> None:
        self.place, self.notes = place, notes
        self.rows = {at for at, row in sheet.row_dimensions.items() if row.hidden}
        self.columns = {
            at
            for column in sheet.column_dimensions.values()
            if column.hidden and column.min
            for at in range(column.min, min(column.max or column.min, MOST_COLUMNS) + 1)
        }

    def note(self, written: Iterable[tuple[int, int]]) -> None:
        """Note those that hold words."""
        rows = sorted({row for row, _ in written} & self.rows)
        columns = sorted({column for _, column in written} & self.columns)
        for row in rows:
            what = phrase("the row is hidden and was left out.")
            self.notes.advise(self.place.at(row=row), what, SHOW_ROW)
        for column in columns:
            what = phrase("the column is hidden and was left out.")
            self.notes.advise(self.place.at(column=_letters(column)), what, SHOW_COLUMN)


def _letters(number: int) -> str:
    letters = ""
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def _covering(sheet: Any) -> dict[tuple[int, int], tuple[int, int]]:
    """Return for each cell under a merged one where that begins."""
    return {
        (row, column): (merged.min_row, merged.min_col)
        for merged in sheet.merged_cells.ranges
        for row in range(merged.min_row, merged.max_row + 1)
        for column in range(merged.min_col, merged.max_col + 1)
    }


def _cell(cell: Any, sheet: Place, notes: Gathered) -> Cell:
    place = sheet.at(cell=cell.coordinate)
    text = _words(cell)
    if cell.data_type == "e":
        what = phrase('the formula here gives "{quote}" and was left out.', quote=text)
        notes.advise(place, what, phrase("Write the words themselves in the cell."))
        text = ""
    return Cell((Sourced(text, place),) if text.strip() else (), place)


def _words(cell: Any) -> str:
    value = cell.value
    if isinstance(value, date):
        return f"{value.day}.{value.month}.{value.year}"
    return "" if value is None else str(value)


def _cells(sheet: Any) -> Iterable[tuple[tuple[int, int], Any]]:
    """Return the cells that are written, and only those: walking by rows would make all others."""
    cells: dict[tuple[int, int], Any] = sheet._cells
    return list(cells.items())


def _note_what_is_lost(book: Any, parts: Parts, place: Place, notes: Gathered) -> None:
    """Note what lies on the sheets, but in no cell."""
    if "txBody" in parts.attributes:
        what = phrase("there are text boxes on the sheets, which were left out.")
        notes.advise(place, what, phrase("Write what belongs to the matrix in its cells."))
    if any(cell.comment for sheet in book.worksheets for _, cell in _cells(sheet)):
        what = phrase("there are comments in the margin, which were left out.")
        notes.advise(place, what, phrase("Write what belongs to the matrix in its cells."))
    if "pic" in parts.attributes:
        what = phrase("pictures in the cells were left out.")
        mend = phrase("Put the drawings in assets/drawings, and name them in drawings.yaml.")
        notes.advise(place, what, mend)


def _note_unreckoned(book: Any, formulas: Any, place: Place, notes: Gathered) -> None:
    """Note formulas that no program has worked out yet, and so have no words."""
    for sheet in formulas.worksheets:
        reckoned = dict(_cells(book[sheet.title]))
        for at, cell in _cells(sheet):
            if cell.data_type == "f" and _words(reckoned[at]) == "":
                where = place.at(sheet=sheet.title, cell=cell.coordinate)
                mend = phrase("Write the words themselves in the cell.")
                notes.advise(where, phrase("the formula here has no words and was left out."), mend)

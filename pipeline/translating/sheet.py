"""The sheet that a translator fills: a workbook (.xlsx) with a row for each text."""

from __future__ import annotations

import hashlib
import io
import re
import zipfile
from collections.abc import Iterable, Sequence
from copy import copy
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from pipeline.language import Language
from pipeline.problems import Faults, Phrase, phrase
from pipeline.readers import door, excel
from pipeline.translating.texts import CHANGED, DONE, NEW, Entry

# The columns: heading and width in characters; the last one is hidden.
TRANSLATION = phrase("Translation ({code})")
MARK = phrase("Mark")
COLUMNS = (
    (phrase("Where it stands"), 22),
    (phrase("The school's text"), 44),
    (phrase("What it is"), 26),
    (phrase("Room (characters)"), 10),
    (TRANSLATION, 48),
    (phrase("Status"), 14),
    (phrase("Earlier text"), 36),
    (phrase("Earlier translation"), 36),
    (MARK, 12),
)
HOW = (
    phrase("Write in the column “Translation” alone. Leave the other columns as they are."),
    phrase("Translate what is meant, in plain words that parents and children know."),
    phrase("Keep to the room that is given: posters have no more. Too long a text turns red."),
    phrase("Leave out what you are not sure of. It stands in Norwegian until somebody knows."),
    phrase("Save as a workbook (.xlsx), and send it back to the school."),
)
SUN, PAPER, INK, RED = "FFD45C", "FFF8E3", "22252B", "F9D6CE"
FIRST, FILLED, THEIRS = 2, 5, (5, 8)  # the first row of texts; columns in the translator's language
SIDES = {1: "left", 2: "right"}  # by reading order
DAY = datetime(2026, 1, 1, tzinfo=UTC)
ZIP_DAY = (1980, 1, 1, 0, 0, 0)


def workbook(rows: Sequence[Entry], tongue: Language, home: Language) -> bytes:
    """Return the sheet with a row for each text; the same texts always give the same bytes."""
    from openpyxl import Workbook

    book = Workbook()
    sheet = book.active
    sheet.title = f"{home.facts['languages'][tongue.code]} ({tongue.code})"[:31]
    heads = [_said(one, tongue, home) for one, _ in COLUMNS]
    _put(sheet, 1, heads)
    for at, row in enumerate(rows, 2):
        _put(sheet, at, _cells(row, home))
    _dress(sheet, len(rows) + 1, tongue, home)
    how = book.create_sheet(home.say("How to fill it in"))
    for at, line in enumerate(HOW, 1):
        _put(how, at, [home.tell(line)])
    _dress_how(how)
    facts = book.properties
    facts.creator, facts.created, facts.language = None, DAY, tongue.code
    facts.title, facts.identifier = sheet.title, _mark(book)
    out = io.BytesIO()
    book.save(out)
    return _steady(out.getvalue())


def _said(head: Phrase, tongue: Language, home: Language) -> str:
    return home.say(head.text, code=tongue.code) if head is TRANSLATION else home.tell(head)


def _cells(row: Entry, home: Language) -> list[str | int]:
    """Return what stands in the row's cells."""
    where = str(row.text.place) if row.text.place else ""
    told = (home.tell(row.what), row.room or "", row.words, home.tell(row.status))
    return [where, str(row.text), *told, *row.was, row.mark]


def _put(sheet: Any, at: int, words: Iterable[str | int]) -> None:
    """Write a row; words are words, whatever sign they begin with."""
    for column, one in enumerate(words, 1):
        if one != "":
            cell = sheet.cell(at, column)
            cell.value = one
            if isinstance(one, str):
                cell.data_type = "s"


def _dress(sheet: Any, last: int, tongue: Language, home: Language) -> None:
    """Set widths, wrapping, the frozen head, and what warns of a text that is too long."""
    from openpyxl.formatting.rule import FormulaRule
    from openpyxl.styles import Alignment, Font, PatternFill, Side
    from openpyxl.styles.borders import Border
    from openpyxl.utils import get_column_letter
    from openpyxl.worksheet.datavalidation import DataValidation

    line = Border(bottom=Side("thin", color="DDDDDD"))
    for column, (_, wide) in enumerate(COLUMNS, 1):
        sheet.column_dimensions[get_column_letter(column)].width = wide
        order = 2 if column in THEIRS and tongue.rtl else 1
        for row in range(1, last + 1):
            cell = sheet.cell(row, column)
            if row > FIRST:  # one look for all of the column, made once
                cell._style = copy(sheet.cell(FIRST, column)._style)
                continue
            cell.alignment = Alignment(SIDES[order], "top", wrap_text=True, readingOrder=order)
            cell.font = Font(name="Calibri", size=12, bold=row < FIRST, color=INK)
            cell.border = line
            if row < FIRST or column == FILLED:
                cell.fill = PatternFill("solid", fgColor=SUN if row < FIRST else PAPER)
    sheet.column_dimensions[get_column_letter(len(COLUMNS))].hidden = True
    sheet.freeze_panes = "C2"
    sheet.auto_filter.ref = f"A1:H{last}"
    sheet.sheet_view.rightToLeft = tongue.rtl
    sheet.page_setup.orientation, sheet.page_setup.paperSize = "landscape", 9
    sheet.page_setup.fitToHeight, sheet.sheet_properties.pageSetUpPr.fitToPage = 0, True
    sheet.print_title_rows = "1:1"
    long = FormulaRule(["AND(ISNUMBER($D2),LEN($E2)>$D2)"], fill=PatternFill(bgColor=RED))
    sheet.conditional_formatting.add(f"E2:E{max(last, 2)}", long)
    states = ",".join(home.tell(one) for one in (NEW, CHANGED, DONE))
    choice = DataValidation("list", formula1=f'"{states}"', allow_blank=True)
    choice.add(f"F2:F{max(last, 2)}")
    sheet.add_data_validation(choice)


def _dress_how(sheet: Any) -> None:
    from openpyxl.styles import Alignment, Font

    sheet.column_dimensions["A"].width = 90
    for (cell,) in sheet.iter_rows():
        cell.alignment = Alignment(wrap_text=True, vertical="top")
        cell.font = Font(name="Calibri", size=12, color=INK)


def _mark(book: Any) -> str:
    """Return what tells the words of all cells from any others."""
    cells = [
        (sheet.title, cell.coordinate, str(cell.value))
        for sheet in book.worksheets
        for row in sheet.iter_rows()
        for cell in row
        if cell.value is not None
    ]
    return hashlib.blake2b(repr(cells).encode(), digest_size=16).hexdigest()


def untouched(file: Path) -> bool:
    """Tell whether the file is a sheet that we wrote and nobody has written in since."""
    try:
        source = door.take_in(file)
        excel.let_in(source)
        book = excel.open_book(source, values=False)
    except Faults:
        return False
    return bool(book.properties.identifier) and book.properties.identifier == _mark(book)


def _steady(data: bytes) -> bytes:
    """Return the package with one date for everything in it."""
    out = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(data)) as made,
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed,
    ):
        for name in made.namelist():
            part = made.read(name)
            if name == "docProps/core.xml":
                stamp = DAY.strftime("%Y-%m-%dT%H:%M:%SZ").encode()
                part = re.sub(rb"(<dcterms:modified[^>]*>)[^<]*", rb"\g<1>" + stamp, part)
            packed.writestr(zipfile.ZipInfo(name, ZIP_DAY), part, zipfile.ZIP_DEFLATED)
    return out.getvalue()

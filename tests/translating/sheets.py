"""A small school's sheet as a translator sends it back: good, or spoiled in one way."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import openpyxl

from pipeline import translating

TODAY = date(2026, 11, 23)
POLISH = {
    "Respekt": "Szacunek",
    "Vi lytter til hverandre": "Słuchamy siebie nawzajem",
    "Omsorg": "Troska",
    "I skolegården": "Na podwórku szkolnym",
    "Jeg venter på tur": "Czekam na swoją kolej",
    "Jeg inviterer andre med": "Zapraszam innych do zabawy",
    "I gangen": "Na korytarzu",
}
TEXT, WORDS, MARK = 2, 5, 9


def exported(folder: Path, code: str = "pl") -> Path:
    """Return the sheet of a school's folder, as it goes out."""
    return translating.export(folder, code, None, TODAY)[0]


def filled(folder: Path, words: dict[str, str] = POLISH, code: str = "pl") -> Path:
    """Return the sheet with these translations in it."""
    file = exported(folder, code)
    spoil(file, lambda sheet: fill(sheet, words))
    return file


def fill(sheet: Any, words: dict[str, str]) -> None:
    """Write the translations into their rows."""
    for row in range(2, sheet.max_row + 1):
        given = words.get(sheet.cell(row, TEXT).value)
        if given is not None:
            sheet.cell(row, WORDS).value = given


def row_of(sheet: Any, text: str) -> int:
    """Return the row that the text stands in."""
    rows = range(2, sheet.max_row + 1)
    return next(row for row in rows if sheet.cell(row, TEXT).value == text)


def spoil(file: Path, change: Callable[[Any], None]) -> None:
    """Open the sheet, change it and save it, as Excel would."""
    book = openpyxl.load_workbook(file)
    change(book.worksheets[0])
    book.save(file)


def says(text: str, words: Any, kind: str = "s") -> Callable[[Path], None]:
    """Return what writes a translation, whatever it is."""

    def change(sheet: Any) -> None:
        cell = sheet.cell(row_of(sheet, text), WORDS)
        cell.value = words
        cell.data_type = kind

    return lambda file: spoil(file, change)


def cell(row: int, column: int, words: Any) -> Callable[[Path], None]:
    """Return what writes into one cell."""
    return lambda file: spoil(file, lambda sheet: setattr(sheet.cell(row, column), "value", words))


def _twice(sheet: Any) -> None:
    row = row_of(sheet, "Respekt")
    last = sheet.max_row + 1
    sheet.cell(last, TEXT).value = "Respekt"
    sheet.cell(last, WORDS).value = "Poszanowanie"
    sheet.cell(last, MARK).value = sheet.cell(row, MARK).value


def _empty(sheet: Any) -> None:
    for row in range(2, sheet.max_row + 1):
        sheet.cell(row, WORDS).value = None


def _norwegian(sheet: Any) -> None:
    fill(sheet, dict.fromkeys(POLISH, "Dette er norsk"))


def _repacked(change: Callable[[str, bytes], bytes]) -> Callable[[Path], None]:
    def spoils(file: Path) -> None:
        out = io.BytesIO()
        with zipfile.ZipFile(file) as made, zipfile.ZipFile(out, "w") as packed:
            for name in made.namelist():
                packed.writestr(name, change(name, made.read(name)))
        file.write_bytes(out.getvalue())

    return spoils


def _entities(name: str, part: bytes) -> bytes:
    if name != "xl/workbook.xml":
        return part
    head, _, rest = part.partition(b"?>") if part.startswith(b"<?xml") else (b"", b"", part)
    return b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaa">]>' + rest


def _bell(name: str, part: bytes) -> bytes:
    return part.replace(b"Szacunek", b"Sza_x0007_cunek")


def _endless(name: str, part: bytes) -> bytes:
    cells = b'<mergeCells count="1"><mergeCell ref="A500:XFD9000"/></mergeCells>'
    return part.replace(b"</sheetData>", b"</sheetData>" + cells) if "sheet1" in name else part


SPOILED: dict[str, Callable[[Path], None]] = {
    "a formula": says("Respekt", '=HYPERLINK("http://example.no","Szacunek")', "f"),
    "a formula as words": says("Respekt", "=1+1"),
    "a sign that reckons": says("Respekt", "@SUM(1)"),
    "braces that are not ours": says("Respekt", "Szacunek {school}"),
    "too long for its room": says("Respekt", "Szacunek dla wszystkich ludzi"),
    "far too long": says("Respekt", "Szacunek " * 80),
    "a letter that no font has": says("Respekt", "Szacunek 🌞"),
    "a control sign": _repacked(_bell),
    "the Norwegian again": says("Jeg venter på tur", "Jeg venter på tur"),
    "two ways": lambda file: spoil(file, _twice),
    "the school's text was changed": cell(2, TEXT, "Respekten"),
    "a text of nobody's": lambda file: spoil(
        file, lambda sheet: sheet.append(["", "Fred", 0, 0, "Pokój"])
    ),
    "nothing filled in": lambda file: spoil(file, _empty),
    "another language's code": cell(1, WORDS, "Oversettelse (xx)"),
    "the school's own language": cell(1, WORDS, "Oversettelse (nb)"),
    "no language at all": cell(1, WORDS, "Oversettelse"),
    "no head": cell(1, TEXT, "Ord"),
    "not a workbook": lambda file: file.write_bytes(b"%PDF-1.7 hello"),
    "cut off": lambda file: file.write_bytes(file.read_bytes()[:2000]),
    "entities": _repacked(_entities),
    "empty": lambda file: file.write_bytes(b""),
    "not there": lambda file: file.unlink(),
    "endless merged cells": _repacked(_endless),
}
# In Ukrainian, for its own letters.
IN_UKRAINIAN: dict[str, Callable[[Path], None]] = {
    "another language's letters": lambda file: spoil(file, _norwegian),
    "one text in other letters": lambda file: spoil(
        file, lambda sheet: fill(sheet, {"Respekt": "Повага", "Omsorg": "Turbota"})
    ),
}

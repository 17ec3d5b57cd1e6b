"""The secret key of a competition: which number is whose file, and what its credit may tell."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from pipeline.problems import Gathered, Phrase, phrase
from pipeline.readers import door, readers
from pipeline.readers.grid import Cell

LARGEST = door.MEGABYTE
DELIMITERS = ";\t,"
YEAR = re.compile(r"\D*(\d{1,2})\D*")
LAST_YEAR = 13
COLUMNS = 4


@dataclass(frozen=True)
class Kept:
    """What the key knows of a file: its number, and the year and first name of its credit."""

    number: int
    year: int | None = None
    name: str = ""


def read(path: Path, gathered: Gathered) -> dict[str, Kept]:
    """Return what the key tells by file; what can't be understood is noted."""
    source = door.take_in(path, LARGEST)
    found = readers()[".csv"].grids(source)
    gathered.add(found.notes)
    kept: dict[str, Kept] = {}
    numbers: set[int] = set()
    for row in found.grids[0].rows[1:]:
        if not any(row[:2]):
            continue
        number, file, year, name = (*row, *(Cell((), row[0].place),) * COLUMNS)[:COLUMNS]
        one = Kept(_number(number, numbers, gathered), _year(year, gathered), str(name).strip())
        told = str(file).strip()
        if not told or told in kept:
            what = phrase("each line of the key needs a file of its own.")
            gathered.error(number.place, what, _anew())
        kept[told] = one
    return kept


def _anew() -> Phrase:
    return phrase("Correct the line, or delete the key: then it is made anew.")


def _number(cell: Cell, taken: set[int], gathered: Gathered) -> int:
    text = str(cell).strip()
    number = int(text) if text.isascii() and text.isdigit() and len(text) < 6 else 0
    if number < 1 or number in taken:
        what = phrase("each line of the key needs a number of its own.")
        gathered.error(cell.place, what, _anew())
    taken.add(number)
    return number


def _year(cell: Cell, gathered: Gathered) -> int | None:
    text = str(cell).strip()
    if not text:
        return None
    match = YEAR.fullmatch(text)
    if match and 1 <= int(match[1]) <= LAST_YEAR:
        return int(match[1])
    what = phrase("'{word}' is not a year of school.", word=text)
    gathered.error(cell.place, what, phrase("Write the year as a number, such as 5."))
    return None


def written(heads: Sequence[str], numbers: Mapping[str, int]) -> bytes:
    """Return a new key, for a spreadsheet to open: heads, then a line for each file."""
    lines = [";".join(heads), *_lines(numbers, ";")]
    return "\r\n".join((*lines, "")).encode("utf-8-sig")


def added(before: bytes, numbers: Mapping[str, int]) -> bytes:
    """Return the key with lines for more files; what was there stays, byte by byte."""
    encoding = "utf-16" if before[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8"
    try:
        text = before.decode(encoding)
    except UnicodeDecodeError:
        encoding, text = "cp1252", before.decode("cp1252", "replace")
    first = text.split("\n", 1)[0]
    delimiter = max(DELIMITERS, key=first.count)
    ending = "\r\n" if "\r\n" in text else "\n"
    more = ending.join((*_lines(numbers, delimiter), ""))
    gap = "" if text.endswith("\n") else ending
    plain = {"utf-16": "utf-16-le" if before[:2] == b"\xff\xfe" else "utf-16-be"}
    return before + (gap + more).encode(plain.get(encoding, encoding), "replace")


def _lines(numbers: Mapping[str, int], delimiter: str) -> list[str]:
    def quoted(name: str) -> str:
        plain = not any(one in name for one in '";,\t')
        return name if plain else '"' + name.replace('"', '""') + '"'

    there = sorted((number, file) for file, number in numbers.items())
    return [delimiter.join((str(number), quoted(file), "", "")) for number, file in there]

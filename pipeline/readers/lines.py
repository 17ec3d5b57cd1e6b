"""Takes the lines in a cell apart: one expectation each, without its bullet."""

from __future__ import annotations

import re
from collections.abc import Iterable

from pipeline.problems import Sourced
from pipeline.readers.grid import Cell
from pipeline.readers.heads import opens
from pipeline.readers.letters import split, tidy, without_unwritable
from pipeline.readers.records import MatrixWords

# Word's own bullets are letters of a symbol font, in the area for private use.
BULLET = re.compile(r"^(?:[-–—−•·●○◦▪▫■□‣⁃∙*✓✔➢►▶→\uf000-\uf0ff]+|o(?=\s+[A-ZÆØÅ]))\s*")
# A second expectation on the same line: any round bullet, or a dash before a capital.
NEXT = re.compile(r"\s*[•●▪■‣◦]\s*|\s+[-–—]\s+(?=[A-ZÆØÅ])")


def cleaned(cell: Cell) -> Cell:
    """Return the cell with tidy lines, broken wherever the writer broke them, and none empty."""
    pieces = ((piece, line.place) for line in cell.lines for piece in split(line))
    tidied = ((tidy(without_unwritable(piece)), place) for piece, place in pieces)
    return Cell(tuple(Sourced(text, place) for text, place in tidied if text), cell.place)


def expectations(cell: Cell, words: MatrixWords) -> tuple[list[Sourced], list[Sourced]]:
    """Return the expectations in a cleaned cell, and those that were joined from two lines."""
    marked = any(BULLET.match(line) for line in cell.lines)
    found: list[Sourced] = []
    joined: list[Sourced] = []
    for line in cell.lines:
        bullet = BULLET.match(line)
        if found and not bullet and _goes_on(found[-1], line, marked, words):
            found[-1] = Sourced(f"{found[-1]} {line}", found[-1].place)
            joined.append(found[-1])
            continue
        found += [Sourced(text, line.place) for text in _apart(line, bool(bullet))]
    return found, joined


def heading(cell: Cell) -> str:
    """Return the words of a heading cell as one line, without bullets and a last colon."""
    return " ".join(BULLET.sub("", line) for line in cell.lines).rstrip(" :")


def _goes_on(before: str, line: str, marked: bool, words: MatrixWords) -> bool:
    """Tell whether `line` is the rest of the sentence that the line before it begins."""
    if opens(line, words) or not line[:1].islower():
        return False
    return marked or before[:1].isupper()


def _apart(line: str, marked: bool) -> Iterable[str]:
    bare = BULLET.sub("", line)
    parts = NEXT.split(bare) if marked or re.search("[•●▪■‣◦]", bare) else [bare]
    return (part for part in parts if part)

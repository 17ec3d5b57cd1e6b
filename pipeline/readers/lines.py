"""Takes the lines in a cell apart: one expectation each, without its bullet."""

from __future__ import annotations

import re
from collections.abc import Iterable

from pipeline.problems import Sourced
from pipeline.readers.grid import Cell
from pipeline.readers.heads import opens
from pipeline.readers.letters import PICTURES, split, tidy, without_pictures, without_unwritable
from pipeline.readers.records import MatrixWords

ROUND = "•·●○◦▪▫■□‣⁃∙❖➢➤►▶→✓✔✗☐☑☒"
# Word's own bullets are letters of a symbol font, in the area for private use.
BULLET = re.compile(rf"^(?:[-–—−*{ROUND}\uf000-\uf0ff]+|o(?=\s+[A-ZÆØÅ]))\s*")
NUMBER = re.compile(r"^(?:\(?\d{1,2}[.)]|\(?[a-zæøå]\)|[a-hA-H]\.(?=\s))\s*(?=\S)")
# "1. Respekt" is numbered, "1. trinn" is a name.
NUMBERED_NAME = re.compile(r"^\(?(?:\d{1,2}|[a-zA-Z])[.)]\s*(?=[A-ZÆØÅ])")
# A second expectation on the same line: any round bullet, or a dash before a capital.
NEXT = re.compile(r"\s*[•●▪■‣◦]\s*|\s+[-–—]\s+(?=[A-ZÆØÅ])")
NEXT_NUMBER = re.compile(r"\s+\(?(?:\d{1,2}[.)]|[a-zæøå]\))\s+(?=[A-ZÆØÅ])")
SEMICOLON = re.compile(r"\s*;\s*")
STROKE = re.compile(r"\s+/\s+")
SENTENCE = re.compile(r"(?<=[.!?])\s+(?=[A-ZÆØÅ])")
# Drawn signs that are bullets to those who write them, and no loss.
MARKS = frozenset("✓✔✗☐☑☒➢➤►▶❖★☆✦✧\u200d\ufe0f\ufe0e")


def cleaned(cell: Cell) -> Cell:
    """Return the cell with tidy lines, broken wherever the writer broke them, and none empty."""
    pieces = ((piece, line.place) for line in cell.lines for piece in split(line))
    tidied = ((plain(piece)[0], place) for piece, place in pieces)
    return Cell(tuple(Sourced(text, place) for text, place in tidied if text), cell.place)


def plain(text: str) -> tuple[str, str]:
    """Return a tidy line that paper can show, and the drawn signs that it lost."""
    whole = tidy(without_unwritable(text))
    begins = PICTURES.match(whole)
    bare, found = without_pictures(whole)
    lost = "".join(sign for sign in found if sign not in MARKS)
    return (f"• {bare}" if begins and bare and not BULLET.match(bare) else bare), lost


def expectations(cell: Cell, words: MatrixWords) -> tuple[list[Sourced], list[Sourced]]:
    """Return the expectations in a cleaned cell, and those that were joined from two lines."""
    marked = any(marker(line) for line in cell.lines)
    found: list[Sourced] = []
    joined: list[Sourced] = []
    for line in cell.lines:
        bullet = marker(line)
        if found and not bullet and _goes_on(found[-1], line, marked, words):
            found[-1] = Sourced(f"{found[-1]} {line}", found[-1].place)
            joined.append(found[-1])
            continue
        found += [Sourced(text, line.place) for text in apart(line, words)]
    return found, joined


def marker(line: str) -> str:
    """Return the bullet or number that a line begins with."""
    found = BULLET.match(line) or NUMBER.match(line)
    return found[0] if found else ""


def apart(line: str, words: MatrixWords) -> Iterable[str]:
    """Return the expectations on one line, without the signs between them."""
    begun = marker(line)
    bare = line[len(begun) :]
    pieces = [bare]
    if begun or re.search("[•●▪■‣◦]", bare):
        numbered = NUMBER.match(line) is not None
        pieces = (NEXT_NUMBER if numbered else NEXT).split(bare)
    pieces = [one for piece in pieces for one in SEMICOLON.split(piece)]
    pieces = [one for piece in pieces for one in _opening(piece, words)]
    return [piece[len(marker(piece)) :].strip() for piece in pieces if piece.strip(" .,")]


def heading(cell: Cell) -> str:
    """Return the words of a heading cell as one line, without bullets and a last colon."""
    return named(" ".join(BULLET.sub("", line) for line in cell.lines))


def named(text: str) -> str:
    """Return a heading without its bullet, its number, quotes around it and a last colon."""
    bare = NUMBERED_NAME.sub("", BULLET.sub("", text)).strip(" \t")
    bare = re.sub(r"^[\"“”„«'‘’](.*)[\"“”»'‘’]$", r"\1", bare)
    return bare.rstrip(" :")


def _goes_on(before: str, line: str, marked: bool, words: MatrixWords) -> bool:
    """Tell whether `line` is the rest of the sentence that the line before it begins."""
    if opens(line, words) or not line[:1].islower() or before.endswith((";", ".", "!")):
        return False
    return marked or before[:1].isupper()


def _opening(text: str, words: MatrixWords) -> list[str]:
    """Return the sentences of a line, or what strokes part, where each is an expectation."""
    for between in (SENTENCE, STROKE):
        parts = between.split(text)
        if len(parts) > 1 and all(opens(part, words) for part in parts):
            return parts
    return [text]

"""Plain text (.md, .markdown, .txt): headings, lists and tables as Markdown has them."""

from __future__ import annotations

import html
import re
from dataclasses import dataclass, field

from pipeline.problems import Gathered, Place, Sourced, fault, phrase
from pipeline.readers import csv_file
from pipeline.readers.door import Source
from pipeline.readers.grid import BOLD, LISTED, PLAIN, Block, Cell, Found, Grid, Headings, Line
from pipeline.readers.grid import level as levelled
from pipeline.readers.letters import tidy

SUFFIXES = (".md", ".markdown", ".txt")
HEADING = re.compile(r"\s{0,3}(#{1,6})\s+(\S.*)$")
ITEM = re.compile(r"([ \t]*)((?:[-*+•·–—●○◦▪□☐☑✓]|\uf0b7|\(?\d{1,2}[.)]|\(?[a-zæøå]\))\s+)(.*)")
RULE = frozenset("|:- \t")
UNDERLINE = re.compile(r"\s{0,3}(=+|-+)\s*$")
BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)
TAG = re.compile(r"</?[a-zA-Z][^<>]{0,80}>|<!--.{0,500}?-->")
LINK = re.compile(r"!?\[([^\]]{0,300})\]\([^)]{0,500}\)")
STRONG = re.compile(r"(\*\*|__)(?=\S)(.{1,120}?)(?<=\S)\1")
SOFT = re.compile(r"(?<!\w)([*_`])(?=\S)(.{1,120}?)(?<=\S)\1(?!\w)")
BACKSLASH = re.compile(r"\\([\\`*_{}\[\]()#+\-.!|<>~])")
MOST_WORDS = 12
LONGEST_LINE = 10_000
LIKE_A_TABLE = 0.6
TAB = 4


def grids(source: Source) -> Found:
    """Return the tables and lines of a file of text."""
    notes = Gathered()
    text = csv_file.text_of(source, notes)
    if source.path.suffix.lower() == ".txt":
        table = _table_of_cells(text, source.place)
        if table:
            return Found((table,), tuple(notes))
    lines = text.splitlines()
    for number, line in enumerate(lines, 1):
        if len(line) > LONGEST_LINE:
            what = phrase("there is far too much text in one line.")
            raise fault(source.place.at(line=number), what, phrase("Break the line."))
    walk = _Walk(source.place, lines)
    walk.through()
    return Found(tuple(walk.blocks), tuple(notes))


def _table_of_cells(text: str, place: Place) -> Grid | None:
    """Return what a spreadsheet saved as text, if it is that."""
    if "|" in text and any(_is_rule(line) for line in text.splitlines()):
        return None
    rows = csv_file.table(text, place) if re.search("[;\t]", text) else []
    if csv_file.likeness(rows)[0] < LIKE_A_TABLE:
        return None
    return Grid(place, levelled(rows, place), named_columns=True)


@dataclass
class _Walk:
    """The way down through a text, line by line."""

    place: Place
    lines: list[str]
    at: int = 0
    headings: Headings = field(default_factory=Headings)
    blocks: list[Block] = field(default_factory=list)

    def through(self) -> None:
        """Take over all lines."""
        while self.at < len(self.lines):
            if self._is_table():
                self._table()
            else:
                self._line(self.lines[self.at])
                self.at += 1

    def _is_table(self) -> bool:
        after = self.lines[self.at + 1] if self.at + 1 < len(self.lines) else ""
        return "|" in self.lines[self.at] and "|" in after and _is_rule(after)

    def _table(self) -> None:
        rows: list[list[Cell]] = []
        begun = self.place.at(line=self.at + 1)
        while self.at < len(self.lines) and "|" in self.lines[self.at]:
            line, place = self.lines[self.at], self.place.at(line=self.at + 1)
            if not (len(rows) == 1 and _is_rule(line)):
                rows.append([_cell(cell, place) for cell in _cells(line)])
            self.at += 1
        grid = Grid(begun, levelled(rows, begun), self.headings.above(), named_columns=True)
        self.blocks.append(grid)

    def _line(self, line: str) -> None:
        place = self.place.at(line=self.at + 1)
        after = self.lines[self.at + 1] if self.at + 1 < len(self.lines) else ""
        heading, under = HEADING.match(line), UNDERLINE.match(after)
        if heading:
            text = heading[2].rstrip().rstrip("#")
            self._heading(len(heading[1]), _plain(text), place)
        elif line.strip() and under and not ITEM.match(line):
            self._heading(1 if under[1][0] == "=" else 2, _plain(line), place)
            self.at += 1
        elif line.strip() and not re.fullmatch(r"\s*([-*_=~]\s*){3,}", line):
            self._text(line, place)

    def _heading(self, depth: int, text: str, place: Place) -> None:
        if text:
            self.headings.meet(depth, Sourced(text, place))
            self.blocks.append(Line(Sourced(text, place), depth, text))

    def _text(self, line: str, place: Place) -> None:
        item = ITEM.match(line)
        if item:
            inner = len(item[1].expandtabs(TAB)) // 2
            self._put(item[3], LISTED + min(inner, 8), place)
            return
        plain, lead = _plain(line), _lead(line)
        if lead and lead.rstrip(":") == plain.rstrip(":") and len(plain.split()) <= MOST_WORDS:
            self._heading(BOLD, plain, place)
        else:
            self._put(line, PLAIN, place)

    def _put(self, line: str, depth: int, place: Place) -> None:
        for piece in BREAK.split(line.removeprefix("> ")):
            if _plain(piece):
                self.blocks.append(Line(Sourced(_plain(piece), place), depth, _lead(piece)))


def _is_rule(line: str) -> bool:
    """Tell whether a line only parts the headings of a table from its rows."""
    return "-" in line and set(line) <= RULE


def _cells(line: str) -> list[str]:
    inner = line.strip().removeprefix("|")
    if inner.endswith("|") and not inner.endswith("\\|"):
        inner = inner[:-1]
    return re.split(r"(?<!\\)\|", inner)


def _cell(text: str, place: Place) -> Cell:
    lines = (_plain(piece) for piece in BREAK.split(text))
    return Cell(tuple(Sourced(line, place) for line in lines if line), place)


def _lead(text: str) -> str:
    match = STRONG.match(text.strip())
    return _plain(match[0]) if match else ""


def _plain(text: str) -> str:
    """Return a line without the signs by which Markdown sets it."""
    bare = LINK.sub(r"\1", TAG.sub("", text))
    bare = SOFT.sub(r"\2", STRONG.sub(r"\2", bare))
    return tidy(html.unescape(BACKSLASH.sub(r"\1", bare)))

"""Word documents (.docx): every table, with the headings above it."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from pipeline.problems import Gathered, Place, Sourced, phrase
from pipeline.readers.door import SAVE_WORD, Source, damaged, unpack
from pipeline.readers.grid import Cell, Found, Grid, level
from pipeline.readers.letters import tidy

SUFFIXES = (".docx",)
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
WIDEST = 60
MOST_CELLS = 5_000
MOST_NOTES = 20
LONGEST_TEXT = 1_000
# Wrappers whose content stands in the text as if they were not there.
THROUGH = {
    W + name
    for name in ("sdt", "sdtContent", "customXml", "smartTag", "ins", "moveTo", "hyperlink")
    + ("fldSimple", "r", "dir", "bdo")
} | {
    "{http://schemas.openxmlformats.org/markup-compatibility/2006}AlternateContent",
    "{http://schemas.openxmlformats.org/markup-compatibility/2006}Choice",
}
DELETED = f"{W}trPr/{W}del"
SIGNS = {W + "tab": "\t", W + "br": "\n", W + "cr": "\n", W + "noBreakHyphen": "-"}
HEADING = re.compile(r"heading (\d)|(title)$", re.IGNORECASE)


def grids(source: Source) -> Found:
    """Return the tables of a document, and notes on what stands outside them."""
    unpack(source, "word/document.xml", SAVE_WORD)
    body, styles = _open(source)
    walk = _Walk(source.place, _levels(styles))
    for block in _blocks(body):
        if block.tag == W + "tbl":
            walk.table(block)
        else:
            walk.paragraph(block)
    walk.look_for_what_is_lost(body)
    return Found(tuple(walk.found), tuple(walk.notes), tuple(walk.seen))


def _open(source: Source) -> tuple[Any, Any]:
    """Return the elements that hold the text and the styles."""
    from docx import Document

    try:
        document = Document(io.BytesIO(source.data))
        body, styles = document.element.body, document.styles.element
    except Exception:  # the library lets every error of a broken package through as it comes
        raise damaged(source.place) from None
    if body is None:
        raise damaged(source.place)
    return body, styles


def _levels(styles: Any) -> dict[str, int]:
    """Return the heading level (title: 0) of each paragraph style, by the style's id."""
    levels = {}
    for style in styles.iter(W + "style"):
        name = style.find(W + "name")
        match = HEADING.match(name.get(W + "val", "")) if name is not None else None
        if match:
            levels[style.get(W + "styleId", "")] = int(match[1] or 0)
    return levels


def _blocks(parent: Any) -> Iterator[Any]:
    for child in parent:
        if child.tag in (W + "p", W + "tbl"):
            yield child
        elif child.tag in THROUGH:
            yield from _blocks(child)


def _children(parent: Any, tag: str) -> Iterator[Any]:
    for child in parent:
        if child.tag == tag:
            yield child
        elif child.tag in THROUGH:
            yield from _children(child, tag)


def _pieces(parent: Any) -> Iterator[str]:
    for child in parent:
        if child.tag == W + "t":
            yield child.text or ""
        elif child.tag in SIGNS:
            yield SIGNS[child.tag]
        elif child.tag in THROUGH:
            yield from _pieces(child)


def _width(row: Any) -> int:
    spans = row.iterfind(f"{W}tc/{W}tcPr/{W}gridSpan")
    return len(row) + sum(int(span.get(W + "val")) for span in spans if _is_number(span))


def _text(paragraph: Any) -> str:
    return "".join(_pieces(paragraph))


def _number(parent: Any, path: str, default: int) -> int:
    found = parent.find(path)
    if found is None or not _is_number(found):
        return default
    return min(int(found.get(W + "val")), WIDEST)


def _is_number(element: Any) -> bool:
    return re.fullmatch("[0-9]{1,5}", element.get(W + "val", "")) is not None


@dataclass
class _Walk:
    """The way down through a document: which headings stand above, and what was found so far."""

    place: Place
    levels: dict[str, int]
    headings: dict[int, Sourced] = field(default_factory=dict)
    found: list[Grid] = field(default_factory=list)
    seen: list[Sourced] = field(default_factory=list)
    notes: Gathered = field(default_factory=Gathered)
    tables: int = 0

    def paragraph(self, paragraph: Any) -> None:
        """Remember a heading; note other text that stands after the first table or in a list."""
        text = tidy(_text(paragraph)[:LONGEST_TEXT])
        if not text:
            return
        level = self._level(paragraph)
        if level is not None:
            above = {at: words for at, words in self.headings.items() if at < level}
            self.headings = above | {level: Sourced(text, self.place.at(heading=text))}
            return
        self.seen.append(Sourced(text, self._below()))
        listed = paragraph.find(f"{W}pPr/{W}numPr") is not None or "List" in _style(paragraph)
        if (self.tables or listed) and len(self.seen) <= MOST_NOTES:
            what = phrase('"{quote}" stands outside the tables and was left out.', quote=text)
            mend = phrase("Move it into a cell if it belongs to the matrix.")
            self.notes.advise(self._below(), what, mend)

    def table(self, table: Any) -> None:
        """Take a table over as a grid under the headings above it."""
        self.tables += 1
        place = self.place.at(table=self.tables)
        rows = [row for row in _children(table, W + "tr") if row.find(DELETED) is None]
        if sum(map(_width, rows)) > MOST_CELLS:
            what = phrase("the table is too large to be a matrix and was left out.")
            self.notes.advise(place, what, phrase("Put the matrix in a table of its own."))
            return
        headings = tuple(words for _, words in sorted(self.headings.items()))
        cells: list[list[Cell]] = []
        for number, row in enumerate(rows, 1):
            above = cells[-1] if cells else []
            cells.append(self._row(row, place.at(row=number), above))
        self.found.append(Grid(place, level(cells, place), headings, named_columns=True))

    def look_for_what_is_lost(self, body: Any) -> None:
        """Note what this reader does not look into: text boxes and changes not yet accepted."""
        more = len(self.seen) - MOST_NOTES
        if more > 0:
            what = phrase("more lines outside the tables were left out ({count}).", count=more)
            mend = phrase("Move it into a cell if it belongs to the matrix.")
            self.notes.advise(self.place, what, mend)
        boxes = (tidy(" ".join(_deep(box))[:LONGEST_TEXT]) for box in body.iter(W + "txbxContent"))
        for text in filter(None, dict.fromkeys(boxes)):
            what = phrase('the text box "{quote}" was left out.', quote=text)
            self.notes.advise(self.place, what, phrase("Move its text into the table."))
        if next(body.iter(W + "ins", W + "del", W + "moveFrom", W + "moveTo"), None) is not None:
            what = phrase("there are tracked changes; all of them were read as accepted.")
            mend = phrase("Accept or reject them in Word to be sure.")
            self.notes.advise(self.place, what, mend)

    def _row(self, row: Any, place: Place, above: list[Cell]) -> list[Cell]:
        cells = [Cell((), place)] * _number(row, f"{W}trPr/{W}gridBefore", 0)
        for cell in _children(row, W + "tc"):
            span = max(1, _number(cell, f"{W}tcPr/{W}gridSpan", 1))
            merge = cell.find(f"{W}tcPr/{W}vMerge")
            at = len(cells)
            if merge is not None and merge.get(W + "val") != "restart" and at < len(above):
                cells += (above[at : at + span] + [Cell((), place)] * span)[:span]
            else:
                cells += [Cell(self._lines(cell, place), place)] * span
        return cells

    def _lines(self, cell: Any, place: Place) -> tuple[Sourced, ...]:
        lines = []
        for block in _blocks(cell):
            if block.tag == W + "p":
                lines.append(Sourced(_text(block), place))
            else:
                text = tidy(" ".join(_deep(block))[:LONGEST_TEXT])
                what = phrase('a table within the cell was left out: "{quote}".', quote=text)
                self.notes.advise(place, what, phrase("Write its lines in the cell itself."))
        return tuple(lines)

    def _level(self, paragraph: Any) -> int | None:
        outline = paragraph.find(f"{W}pPr/{W}outlineLvl")
        if outline is not None and outline.get(W + "val", "") in set("012345678"):
            return int(outline.get(W + "val")) + 1
        return self.levels.get(_style(paragraph))

    def _below(self) -> Place:
        nearest = self.headings[max(self.headings)] if self.headings else None
        return self.place.at(heading=str(nearest)) if nearest else self.place


def _style(paragraph: Any) -> str:
    style = paragraph.find(f"{W}pPr/{W}pStyle")
    return str(style.get(W + "val", "")) if style is not None else ""


def _deep(parent: Any) -> Iterator[str]:
    return (text.text or "" for text in parent.iter(W + "t"))

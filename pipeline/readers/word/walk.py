"""Walks down a Word document: headings, lines, tables and what lies nested in them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from pipeline.problems import Gathered, Phrase, Place, Sourced, phrase
from pipeline.readers.grid import BOLD, LISTED, PLAIN, Block, Cell, Grid, Headings, Line, level
from pipeline.readers.letters import split, tidy
from pipeline.readers.word import text
from pipeline.readers.word.styles import Styles, W, style_of

WIDEST = 60
MOST_CELLS = 5_000
MOST_LINES = 4_000
MOST_WORDS = 12
LONGEST_TEXT = 1_000
ENOUGH = 2
BULLET = "• "


class Walk:
    """The way down through a document: which headings stand above, and what was found so far."""

    def __init__(self, place: Place, styles: Styles) -> None:
        self.place, self.styles = place, styles
        self.headings = Headings()
        self.blocks: list[Block] = []
        self.notes = Gathered()
        self.tables = 0
        self._begun = ""
        self._said: set[str] = set()

    def through(self, parent: Any, boxed: bool = False) -> None:
        """Take over every paragraph and table under an element, in reading order."""
        for block in blocks_of(parent):
            if block.tag == W + "p":
                self._paragraph(block, boxed)
            else:
                self._table(block)

    def note_what_is_lost(self, body: Any) -> None:
        """Note what is no part of the words: comments, footnotes, changes not yet accepted."""
        changes = next(body.iter(W + "ins", W + "del", W + "moveFrom", W + "moveTo"), None)
        if changes is not None:
            what = phrase("there are tracked changes; all of them were read as accepted.")
            self.notes.advise(self.place, what, phrase("Accept or reject them in Word to be sure."))
        marks = {
            phrase("there are comments in the margin, which were left out."): "commentReference",
            phrase("there are footnotes, which were left out."): "footnoteReference",
        }
        for what, name in marks.items():
            if next(body.iter(W + name), None) is not None:
                mend = phrase("Write what belongs to the matrix in its cells.")
                self.notes.advise(self.place, what, mend)

    def _paragraph(self, paragraph: Any, boxed: bool) -> None:
        found = list(text.pieces(paragraph, self.styles))
        self._note_hidden(found, self._below())
        whole = self._begun + text.shown(found)
        self._begun = whole if text.goes_on(paragraph) else ""
        if not self._begun:
            self._lines(paragraph, whole, text.lead(found), boxed)
        for box in text.boxes(paragraph):
            self.through(box, boxed=True)

    def _lines(self, paragraph: Any, whole: str, lead: str, boxed: bool) -> None:
        """Take over a paragraph: a heading, or one line or more."""
        depth = self._depth(paragraph, whole, lead)
        if depth < BOLD:
            lines = [tidy(whole[:LONGEST_TEXT])]
        else:
            lines = [tidy(one) for one in split(whole)]
        for line in filter(None, lines):
            if depth <= BOLD:
                self.headings.meet(depth, Sourced(line, self.place.at(heading=line[:LONGEST_TEXT])))
                self.blocks.append(Line(self.headings.above()[-1], depth, line, boxed))
            elif len(self.blocks) < MOST_LINES:
                words = lead if line.startswith(lead) else ""
                self.blocks.append(Line(Sourced(line, self._below()), depth, words, boxed))

    def _depth(self, paragraph: Any, whole: str, lead: str) -> int:
        """Return the level of a heading, or how far in a line stands."""
        outline = paragraph.find(f"{W}pPr/{W}outlineLvl")
        if outline is not None and outline.get(W + "val", "") in set("012345678"):
            return int(outline.get(W + "val")) + 1
        level = self.styles.levels.get(style_of(paragraph))
        if level is not None:
            return level
        inner = _list_level(paragraph, self.styles)
        if inner is not None:
            return LISTED + inner
        line = tidy(whole)
        strong = bool(line) and (lead == line or text.is_large(paragraph))
        return BOLD if strong and len(line.split()) <= MOST_WORDS else PLAIN

    def _table(self, table: Any) -> None:
        """Take a table over under the headings above it, or walk through one of layout only."""
        if _is_layout(table):
            self._through_layout(table)
            return
        self.tables += 1
        place = self.place.at(table=self.tables)
        rows = [row for row in _children(table, W + "tr") if row.find(f"{W}trPr/{W}del") is None]
        if sum(map(_width, rows)) > MOST_CELLS:
            what = phrase("the table is too large to be a matrix and was left out.")
            self.notes.advise(place, what, phrase("Put the matrix in a table of its own."))
            return
        cells: list[list[Cell]] = []
        for number, row in enumerate(rows, 1):
            at = place.at(row=number)
            if row.find(f"{W}trPr/{W}hidden") is not None:
                what = phrase("the row is hidden and was left out.")
                self.notes.advise(at, what, phrase("Show the row if it is to be read."))
            else:
                cells.append(self._row(row, at, cells[-1] if cells else []))
        rows_ = level(cells, place)
        self.blocks.append(Grid(place, rows_, self.headings.above(), named_columns=True))
        for box in (box for row in rows for cell in row.iter(W + "p") for box in text.boxes(cell)):
            if next(box.iter(W + "tbl"), None) is not None:
                self.through(box, boxed=True)

    def _through_layout(self, table: Any) -> None:
        what = phrase("a table lies within another; the inner one was read.")
        mend = phrase("Take the outer table away if that is not meant.")
        self._say(self._below(), what, mend)
        for row in _children(table, W + "tr"):
            for cell in _children(row, W + "tc"):
                self.through(cell)

    def _row(self, row: Any, place: Place, above: list[Cell]) -> list[Cell]:
        cells = [Cell((), place)] * _number(row, f"{W}trPr/{W}gridBefore", 0)
        for cell in _children(row, W + "tc"):
            if cell.find(f"{W}tcPr/{W}cellDel") is not None:
                continue
            span = max(1, _number(cell, f"{W}tcPr/{W}gridSpan", 1))
            at = len(cells)
            if _continues(cell, "hMerge") and cells:
                cells += [cells[-1]] * span
            elif _continues(cell, "vMerge") and at < len(above):
                cells += (above[at : at + span] + [Cell((), place)] * span)[:span]
            else:
                cells += [Cell(tuple(self._of_cell(cell, place)), place)] * span
        return cells

    def _of_cell(self, cell: Any, place: Place) -> Iterator[Sourced]:
        """Yield the lines of a cell; those of a list bear a bullet, as they do on the screen."""
        begun = ""
        for block in blocks_of(cell):
            if block.tag == W + "tbl":
                inner = tidy(text.deep(block)[:LONGEST_TEXT])
                what = phrase(
                    'the table within the cell was read as lines: "{quote}".', quote=inner
                )
                self._say(place, what, phrase("Write its lines in the cell itself."))
                for within in (one for row in block.iter(W + "tr") for one in row.iter(W + "tc")):
                    yield from self._of_cell(within, place)
                continue
            found = list(text.pieces(block, self.styles))
            self._note_hidden(found, place)
            whole = begun + text.shown(found)
            begun = whole if text.goes_on(block) else ""
            if not begun and whole.strip():
                listed = _list_level(block, self.styles) is not None
                yield Sourced(BULLET + whole if listed else whole, place)
            self._note_pictures(block, place)

    def _note_pictures(self, paragraph: Any, place: Place) -> None:
        for box in text.boxes(paragraph):
            if next(box.iter(W + "tbl"), None) is None and text.deep(box):
                what = phrase('the text box "{quote}" was left out.', quote=text.deep(box))
                self._say(place, what, phrase("Move its text into the table."))
        if any(
            one.tag.endswith("}pic") or one.tag.endswith("}imagedata") for one in _tags(paragraph)
        ):
            what = phrase("pictures in the cells were left out.")
            mend = phrase("Put the drawings in assets/drawings, and name them in drawings.yaml.")
            self._say(self.place, what, mend)

    def _note_hidden(self, found: list[text.Piece], place: Place) -> None:
        hidden = tidy("".join(piece.text for piece in found if piece.hidden)[:LONGEST_TEXT])
        if hidden:
            what = phrase('the hidden text "{quote}" was left out.', quote=hidden)
            self._say(place, what, phrase("Show it in Word if it is to be read."))

    def _say(self, place: Place, what: Phrase, mend: Phrase) -> None:
        if str(what) not in self._said:
            self._said.add(str(what))
            self.notes.advise(place, what, mend)

    def _below(self) -> Place:
        above = self.headings.above()
        return self.place.at(heading=str(above[-1])) if above else self.place


def blocks_of(parent: Any) -> Iterator[Any]:
    """Yield the paragraphs and tables right under an element, through whatever wraps them."""
    for child in parent:
        if child.tag in (W + "p", W + "tbl"):
            yield child
        elif child.tag in text.THROUGH:
            yield from blocks_of(child)


def _children(parent: Any, tag: str) -> Iterator[Any]:
    for child in parent:
        if child.tag == tag:
            yield child
        elif child.tag in text.THROUGH:
            yield from _children(child, tag)


def _tags(paragraph: Any) -> Iterator[Any]:
    return (one for one in paragraph.iter() if isinstance(one.tag, str))


def _is_layout(table: Any) -> bool:
    """Tell whether a table only holds others, each with rows and columns of its own."""
    cells = (cell for row in _children(table, W + "tr") for cell in _children(row, W + "tc"))
    inner = (block for cell in cells for block in blocks_of(cell) if block.tag == W + "tbl")
    return any(_is_matrix_like(one) or _is_layout(one) for one in inner)


def _is_matrix_like(table: Any) -> bool:
    rows = [len(list(_children(row, W + "tc"))) for row in _children(table, W + "tr")]
    return len(rows) >= ENOUGH and max(rows) >= ENOUGH


def _list_level(paragraph: Any, styles: Styles) -> int | None:
    """Return how far in an item of a list stands, or None for what is no item."""
    number = paragraph.find(f"{W}pPr/{W}numPr/{W}numId")
    if number is not None and number.get(W + "val") != "0":
        return min(_number(paragraph, f"{W}pPr/{W}numPr/{W}ilvl", 0), 8)
    style = style_of(paragraph)
    if number is not None or style not in styles.lists:
        return None
    numbered = re.search(r"([2-5])$", style)
    return int(numbered[1]) - 1 if numbered else 0


def _continues(cell: Any, name: str) -> bool:
    merge = cell.find(f"{W}tcPr/{W}{name}")
    return merge is not None and merge.get(W + "val") != "restart"


def _width(row: Any) -> int:
    spans = row.iterfind(f"{W}tc/{W}tcPr/{W}gridSpan")
    return len(row) + sum(int(span.get(W + "val")) for span in spans if _is_number(span))


def _number(parent: Any, path: str, default: int) -> int:
    found = parent.find(path)
    if found is None or not _is_number(found):
        return default
    return min(int(found.get(W + "val")), WIDEST)


def _is_number(element: Any) -> bool:
    return re.fullmatch("[0-9]{1,5}", element.get(W + "val", "")) is not None

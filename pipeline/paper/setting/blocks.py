"""Blocks of a text set into strips: paragraphs, lists, pictures, tables, each with its meaning."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from pipeline.paper import fonts
from pipeline.paper.flow import (
    Block,
    Cell,
    Count,
    Figure,
    Mark,
    PageBreak,
    Run,
    Sketch,
    Table,
    Words,
)
from pipeline.paper.outlines import rectangle, rounded
from pipeline.paper.setting.strips import Room, Strip, height, kept, spaced, stacked
from pipeline.paper.setting.words import SHARES, Lines, set_in
from pipeline.paper.sheet import Box, Group, Item, Kind, Picture, Row, Shape, shifted
from pipeline.paper.style import MM

INSET, LIP = 5 * MM, 1 * MM  # a coloured paragraph's words stand so far in from its edges
BULLET = "•"
AFTER_LABEL = 0.5  # em between a list's number and its words
ROUND, ROUND_PICTURE = 4.4, 2.4  # mm


class Setter:
    """Sets blocks into strips; `counts` are the number of the page, and of all pages.

    `threads` gives each thing a number that nothing else on the paper has.
    """

    def __init__(self, threads: Iterator[int], counts: tuple[int, int] = (0, 0)) -> None:
        self.counts, self._threads = counts, threads

    def strips(self, blocks: Iterable[Block], room: Room) -> list[Strip]:
        """Return the blocks in strips, one below the other."""
        done: list[Strip] = []
        breaks = False
        for block, more in _lists_together(blocks):
            if isinstance(block, PageBreak):
                breaks = True
                continue
            strips = self._list(more, room) if more else self._block(block, room)
            if breaks and strips:
                strips[0] = replace(strips[0], breaks=True)
                breaks = False
            done += strips
        return done

    def _block(self, block: Block, room: Room) -> list[Strip]:
        match block:
            case Words():
                return self._words(block, room)
            case Figure() | Sketch():
                return [_picture(block, room)]
            case Table() if block.laid:
                return self._laid(block, room)
            case Table():
                return self._table(block, room)
            case PageBreak():
                return []

    def _group(self, kind: Kind, level: int = 0, language: str | None = None) -> Group:
        return Group(kind, (), level, language=language, thread=next(self._threads))

    def _words(self, words: Words, room: Room) -> list[Strip]:
        inner = room.part(INSET, room.w - 2 * INSET) if words.fill else room
        set_words = _hanging(words, inner, self.counts)
        ground = (words.fill, room.x, room.w) if words.fill else None
        path = (self._group(words.kind, words.level, _language(words)),)
        lines = [
            Strip(set_words.high, items, path if items else (), ground=ground)
            for items in set_words.lines
        ]
        lines = kept(lines)
        if words.kind in ("title", "heading"):
            lines = [replace(one, keep=True) for one in lines]
        if ground and lines:
            lines[0] = _lipped(lines[0], LIP, 0.0)
            lines[-1] = _lipped(lines[-1], 0.0, LIP)
        return spaced(lines, words.before * MM, words.after * MM)

    def _list(self, items: Sequence[Words], room: Room) -> list[Strip]:
        numbered = items[0].number > 0
        outer = self._group("numbers" if numbered else "bullets")
        labels = [_label(one, room) for one in items]
        wide = max(one.w for one in labels)
        size = max(_size(one) for one in items) * MM
        start = 0.35 * size
        hang = start + wide + AFTER_LABEL * size
        done: list[Strip] = []
        held = {0, len(items) - 2} - {len(items) - 1}  # no item stands alone on a page
        for at, (words, label) in enumerate(zip(items, labels, strict=True)):
            entry = self._group("entry", language=_language(words))
            body = self._group("body")
            inner = room.part(hang, room.w - hang)
            plain = replace(words, kind="paragraph")
            lines = self._words(plain, inner)
            lines = [replace(one, path=(outer, entry, body)) for one in lines]
            mark = self._mark(words, label, room.part(start, wide), lines[0].high)
            first = (*mark, *(_deep(one, body) for one in lines[0].items))
            lines[0] = replace(lines[0], items=first, path=(outer, entry))
            lines[-1] = replace(lines[-1], keep=at in held)
            done += lines
        return done

    def _mark(self, words: Words, label: Label, room: Room, high: float) -> tuple[Item, ...]:
        told = replace(words, runs=(label.run,), align="right" if words.number else "left")
        lines = set_in(replace(told, leading=high / MM / _size(words)), room, self.counts)
        rows = tuple(one for one in lines.lines[0] if isinstance(one, Row))
        return (Group("label", tuple(_spaced(row) for row in rows)),)

    def _cell(self, cell: Cell, room: Room) -> list[Strip]:
        strips = self.strips(cell.blocks, room.part(cell.pad[0], room.w - 2 * cell.pad[0]))
        fill = cell.fill
        return [_softened(one) for one in strips] if fill else strips

    def _row(
        self, cells: Sequence[Cell], rooms: Sequence[Room], kinds: Sequence[Kind | None]
    ) -> tuple[float, tuple[Item, ...]]:
        """Return the height of a row of cells, and what stands in it."""
        columns = [self._cell(cell, room) for cell, room in zip(cells, rooms, strict=True)]
        heights = [height(one) for one in columns]
        high = max(h + 2 * cell.pad[1] for h, cell in zip(heights, cells, strict=True))
        items: list[Item] = []
        for cell, strips, own, kind in zip(cells, columns, heights, kinds, strict=True):
            top = (high - own) / 2 if cell.middle else cell.pad[1]
            inside = stacked(strips, top)
            items += (Group(kind, inside),) if kind else inside
        return high, tuple(items)

    def _laid(self, table: Table, room: Room) -> list[Strip]:
        rooms = _rooms(table, room)
        laid = (self._row(row, rooms, [None] * len(row)) for row in table.rows)
        rows = [(max(high, table.least), items) for high, items in laid]
        fills = {cell.fill for row in table.rows for cell in row}
        one = fills.pop() if len(fills) == 1 else None
        done = []
        for at, (high, items) in enumerate(rows):
            ends = at == 0, at == len(rows) - 1
            box = Box(room.at(0.0, table.width), 0.0, table.width, high)
            behind = [] if one else _fills(table.rows[at], rooms, high)
            behind += _ground(box, ends, one, table.edge)
            ground = (Group("decoration", tuple(behind)),) if behind else ()
            done.append(Strip(high, (*ground, *items), keep=bool(one) and not ends[1]))
        return done

    def _table(self, table: Table, room: Room) -> list[Strip]:
        rooms = _rooms(table, room)
        outer = self._group("table")
        done: list[Strip] = []
        for at, row in enumerate(table.rows):
            kind: Kind = "cell" if at else "column-header"
            kinds: list[Kind | None] = [kind] * len(row)
            high, items = self._row(row, rooms, kinds)
            high = max(high, table.least if at else 0.0)
            behind = [*_fills(row, rooms, high), *_frame(table, room, high)]
            path = (outer, self._group("row"))
            ground = (Group("decoration", tuple(behind)),) if behind else ()
            again = tuple(done[:1])
            done.append(Strip(high, (*ground, *items), path, keep=at == 0, again=again))
        return done


def _hanging(words: Words, room: Room, counts: tuple[int, int]) -> Lines:
    """Return the words in lines: what follows a mark that opens them stands clear of it."""
    mark, *rest = words.runs
    opened = isinstance(mark, Mark) and rest and isinstance(rest[0], Run)
    if not opened or words.align != "left" or not isinstance(mark, Mark):
        return set_in(words, room, counts)
    first = rest[0]
    assert isinstance(first, Run)
    clear = first.text[: len(first.text) - len(first.text.lstrip())]
    face = fonts.face(first.letters.family, first.letters.weight)
    hang = mark.side + face.width(clear, first.letters.size, first.letters.tracking)
    plain = replace(words, runs=(replace(first, text=first.text.lstrip()), *rest[1:]))
    lines, high, middle = set_in(plain, room.part(hang, room.w - hang), counts)
    if mark.side > high:
        return set_in(words, room, counts)
    x, y = room.at(0.0, mark.side), middle - mark.side / 2
    drawn = Group("decoration", tuple(shifted(shape, x, y) for shape in mark.shapes))
    return Lines(((drawn, *lines[0]), *lines[1:]), high, middle)


class Label:
    """What stands before an item of a list, and how wide it is."""

    def __init__(self, run: Run, wide: float) -> None:
        self.run, self.w = run, wide


def _label(words: Words, room: Room) -> Label:
    letters = next(run.letters for run in words.runs if isinstance(run, Run))
    text = f"{words.number}." if words.number else BULLET
    face = fonts.face(letters.family, letters.weight)
    return Label(Run(text, letters), face.width(text, letters.size, letters.tracking) + 0.01)


def _size(words: Words) -> float:
    sizes = [run.letters.size for run in words.runs if not isinstance(run, Mark)]
    return max(sizes, default=12.0)


def _language(words: Words) -> str | None:
    """Return the language of all the words, where it is another than the paper's."""
    found = {run.language for run in words.runs if isinstance(run, Run)}
    return (
        found.pop()
        if len(found) == 1 and not any(isinstance(one, Count) for one in words.runs)
        else None
    )


def _lists_together(blocks: Iterable[Block]) -> Iterator[tuple[Block, list[Words]]]:
    """Yield the blocks; items of one list together, after the first of them."""
    waiting: list[Words] = []
    for block in blocks:
        item = isinstance(block, Words) and block.kind == "item"
        if waiting and not (item and _goes_on(waiting[-1], block)):
            yield waiting[0], waiting
            waiting = []
        if item and isinstance(block, Words):
            waiting.append(block)
        else:
            yield block, []
    if waiting:
        yield waiting[0], waiting


def _goes_on(above: Words, block: Block) -> bool:
    return isinstance(block, Words) and (block.number > 1) == (block.number > 0) == (
        above.number > 0
    )


def _deep(item: Item, body: Group) -> Group:
    return replace(body, items=(item,))


def _spaced(row: Row) -> Row:
    """Return the label with a space after it, which parts it from the words when it is read."""
    *most, last = row.pieces
    return replace(row, pieces=(*most, replace(last, text=last.text + " ")))


def _lipped(strip: Strip, above: float, below: float) -> Strip:
    items = tuple(shifted(one, 0.0, above) for one in strip.items) if above else strip.items
    return replace(strip, high=strip.high + above + below, items=items)


def _picture(block: Figure | Sketch, room: Room) -> Strip:
    x = room.at((room.w - block.width) * SHARES[block.align], block.width)
    inside: tuple[Item, ...]
    if isinstance(block, Figure):
        inside = (Picture(Box(x, 0.0, block.width, block.height), block.art),)
        group = Group("figure", inside, alt=block.alt, language=block.language)
    else:
        inside = tuple(shifted(shape, x, 0.0) for shape in block.shapes)
        group = Group("figure" if block.alt else "decoration", inside, alt=block.alt)
    return Strip(block.height, (group,), before=block.before * MM, after=block.after * MM)


def _softened(strip: Strip) -> Strip:
    """Return the strip with round corners to its picture: it lies on a colour."""
    items = tuple(_round(one) if isinstance(one, Group) else one for one in strip.items)
    return replace(strip, items=items)


def _round(group: Group) -> Group:
    if group.kind != "figure":
        return group
    inside = tuple(
        replace(one, radius=ROUND_PICTURE) if isinstance(one, Picture) else one
        for one in group.items
    )
    return replace(group, items=inside)


def _rooms(table: Table, room: Room) -> list[Room]:
    starts = itertools.accumulate(table.widths[:-1], initial=0.0)
    return [room.part(start, wide) for start, wide in zip(starts, table.widths, strict=True)]


def _fills(row: Sequence[Cell], rooms: Sequence[Room], high: float) -> list[Shape]:
    return [
        Shape(rectangle(Box(room.x, 0.0, room.w, high)), fill=cell.fill)
        for cell, room in zip(row, rooms, strict=True)
        if cell.fill
    ]


def _ground(
    box: Box, ends: tuple[bool, bool], fill: str | None, edge: tuple[str, float] | None
) -> list[Shape]:
    """Return what is behind a row that lays things side by side, with round corners if it is of
    one colour; `ends` tell whether it is the first row, and the last.
    """
    above, below = ends
    if fill:
        round_ = rounded(box, (ROUND * above, ROUND * above, ROUND * below, ROUND * below))
        stroke, width = edge or (None, 0.0)
        return [Shape(round_, fill=fill, stroke=stroke, width=width * MM)]
    if edge is None:
        return []
    x, y, right, bottom = box.x, box.y, box.right, box.bottom
    sides = [(x, y, x, bottom), (right, y, right, bottom)]
    sides += [(x, y, right, y)] * above + [(x, bottom, right, bottom)] * below
    return [
        Shape((("M", side[:2]), ("L", side[2:])), stroke=edge[0], width=edge[1] * MM)
        for side in sides
    ]


def _frame(table: Table, room: Room, high: float) -> list[Shape]:
    """Return the frame around a row, and around each cell of one that is ruled."""
    if table.edge is None:
        return []
    colour, width = table.edge
    boxes = [Box(one.x, 0.0, one.w, high) for one in _rooms(table, room)] if table.ruled else []
    boxes = boxes or [Box(room.at(0.0, table.width), 0.0, table.width, high)]
    return [Shape(rectangle(box), stroke=colour, width=width * MM) for box in boxes]

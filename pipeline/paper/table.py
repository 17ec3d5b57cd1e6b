"""A table of arenas by values: how large its lines can be, how high its rows, and its cells."""

from __future__ import annotations

import functools
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from pipeline.model import Arena, Value
from pipeline.paper.fit import broken, foot_of, is_calm, largest, needs, set_in, unrest, within
from pipeline.paper.masthead import Setting
from pipeline.paper.nameplate import Nameplate
from pipeline.paper.outlines import ellipse
from pipeline.paper.overflow import Room, tell
from pipeline.paper.rows import Sizing, grown, level
from pipeline.paper.sheet import Box, Group, Item, Shape
from pipeline.paper.style import MM, Style
from pipeline.problems import Gathered

BULLET, INDENT = 0.34, 0.86  # em
AROUND_EM = 0.62
FIRST = 1.1  # the first way is kept while another gives lines no larger than that
LOOSE = 1.5  # rows that are not boxed are not raised over so much of the tallest
LINES = 3  # a text runs over no more, if letters need not be smaller than the floor for it
HYPHEN = "-"
SHORT = 2  # a word of so few letters is not left alone on a line
NAME_GAP = 0.85  # above and below a name that stands over its row, in em of the name


@dataclass(frozen=True, slots=True)
class Table:
    """Where a table's columns are and how its texts are set; mm, and sizes in pt.

    An arena's name stands in a column of its own, `label` wide, or over its row where that is 0.
    `after` is the room at the right for what else the row holds; no row is lower than `least`.
    Lines that are not `boxed` have no room of their own above them.
    """

    box: Box
    columns: int
    label: float
    head: float
    gap: float
    pad: float
    cell: Style
    name: Style
    name_size: float
    after: float = 0.0
    least: float = 0.0
    boxed: bool = True

    @property
    def column(self) -> float:
        """The width of a value's column."""
        whole = self.box.w - (self.label + self.gap if self.label else 0.0)
        whole -= self.after + self.gap if self.after else 0.0
        return (whole - (self.columns - 1) * self.gap) / self.columns

    def left(self, at: int) -> float:
        """Return where the value's column begins."""
        first = self.box.x + (self.label + self.gap if self.label else 0.0)
        return first + at * (self.column + self.gap)

    def lines(self, size: float) -> float:
        """Return the width of the lines in a cell."""
        return self.column - 2 * self.pad - INDENT * size * MM

    def around(self, size: float) -> float:
        """Return the room above and below the lines in a cell."""
        return max(self.pad * 0.6, AROUND_EM * size * MM)

    def over(self, arena: Arena) -> float:
        """Return the height that the arena's name takes over its row; 0 where it stands beside."""
        if self.label:
            return 0.0
        high = needs((arena.name,), self.name, self.name_size, self.box.w) or 0.0
        return high + 2 * NAME_GAP * self.name_size * MM

    def lowest(self, arenas: Sequence[Arena], size: float) -> list[float] | None:
        """Return how high rows must be with lines of that size; None where a word is too wide."""
        heights: list[float] = []
        for arena in arenas:
            cells = [needs(lines, self.cell, size, self.lines(size)) for lines in arena.cells]
            if any(one is None for one in cells):
                return None
            around = self.around(size) * (2 if self.boxed else 1)
            tallest = max(one or 0.0 for one in cells) + around
            beside = 0.0
            if self.label:
                beside = needs((arena.name,), self.name, self.name_size, self.label) or 0.0
            least = max(self.least, beside + 2 * self.pad * 0.6)
            heights.append(max(tallest, least) + self.over(arena))
        return heights

    def unrest(self, arenas: Sequence[Arena], size: float) -> int:
        """Return how many lines there are in all the cells, more than two of a text twice."""
        wide = self.lines(size)
        return sum(unrest(cell, self.cell, size, wide) for arena in arenas for cell in arena.cells)

    def calm(self, arenas: Sequence[Arena], size: float) -> bool:
        """Tell whether no line stands in a staircase."""
        texts = (line for arena in arenas for cell in arena.cells for line in cell)
        return is_calm(texts, self.cell, size, self.lines(size), LINES)

    def available(self, rows: int) -> float:
        """Return the height that the rows share."""
        return self.box.h - self.head - rows * self.gap

    def listed(self, lines: Sequence[str], box: Box, size: float, dot: str) -> tuple[Item, ...]:
        """Return a cell's lines as a list in the middle of the box's height; nothing for none."""
        em = size * MM
        column = Box(box.x + self.pad + INDENT * em, box.y, self.lines(size), box.h)
        high = needs(lines, self.cell, size, column.w) or 0.0
        return bulleted(lines, self.cell, size, replace(column, y=box.y + (box.h - high) / 2), dot)


@dataclass(frozen=True, slots=True)
class Filled:
    """A table with its lines' size in pt, its rows' heights, and how the values' names stand."""

    table: Table
    plate: Nameplate
    size: float
    heights: Sequence[float]


def bulleted(
    lines: Sequence[str], style: Style, size: float, box: Box, dot: str
) -> tuple[Item, ...]:
    """Return the lines as a list from the box's top down, their dots to its left; or nothing."""
    em, top = size * MM, box.y
    items: list[Item] = []
    for line in lines:
        text = set_in(box, line, style, size, top)
        text = replace(text, box=replace(box, y=top, h=foot_of(text) - top))
        middle = text.baseline - style.cap * em / 2
        round_ = Box(box.x - INDENT * em, middle - BULLET * em / 2, BULLET * em, BULLET * em)
        mark = Group("decoration", (Shape(ellipse(round_), fill=dot),))
        items.append(Group("item", (mark, text)))
        top = foot_of(text) + (style.leading + style.gap - style.cap) * em
    return (Group("list", tuple(items)),) if items else ()


def sized(
    table: Table,
    arenas: Sequence[Arena],
    sizes: tuple[float, float],
    at: Setting,
    even: float = 0.82,
) -> tuple[Table, float, list[float]]:
    """Return the table, its lines' largest size from floor to target, and its rows' heights.

    Rows are even while lines keep `even` of their size so. Words are divided only where nothing
    fits otherwise; what does not fit even so is reported.
    """
    floor, target = sizes
    available = table.available(len(arenas))
    for one in (replace(table, cell=table.cell.whole), table):
        solved = Sizing(
            needs=functools.partial(one.lowest, arenas),
            available=lambda size: available,
            unrest=functools.partial(one.unrest, arenas),
            calm=functools.partial(one.calm, arenas),
            floor=floor,
            target=max(floor, target),
            even=even,
        ).solve()
        if solved:
            most = float("inf") if one.boxed else max(solved[1]) * LOOSE
            return one, solved[0], grown(solved[1], available, most)
    lowest = table.lowest(arenas, floor)
    _tell(table, arenas, (floor, level(lowest, available) if lowest else None), at)
    return table, floor, lowest or [available / len(arenas)] * len(arenas)


def best(ways: Sequence[Callable[[Gathered], Filled]], problems: Gathered) -> Filled:
    """Return the way with the largest lines, of those in which all fits; the first counts more.

    Where all of them lack room, the problems of the one with the fewest are noted.
    """
    tried: list[tuple[float, Filled, Gathered]] = []
    for at, way in enumerate(ways):
        own = Gathered()
        filled = way(own)
        found = sum(not one.advice for one in own)
        weight = -float(found) if found else filled.size * (1.0 if at else FIRST)
        tried.append((weight, filled, own))
    _, filled, own = max(tried, key=lambda one: one[0])
    problems.add(own)
    return filled


def _tell(
    table: Table, arenas: Sequence[Arena], room: tuple[float, float | None], at: Setting
) -> None:
    """Note what to cut in each cell, `room` being the least size and the height of a row."""
    floor, high = room
    wide = table.lines(floor)
    for arena in arenas:
        left = high or table.available(len(arenas)) / len(arenas)
        left -= (2 if table.boxed else 1) * table.around(floor) + table.over(arena)
        for value, lines in zip(at.school.values, arena.cells, strict=True):
            where = f"{value.name}, {arena.name}"
            tell(Room(tuple(lines), table.cell, floor, wide, left), where, at.paper, at.problems)


def name_size(
    names: Sequence[str], style: Style, wide: float, sizes: tuple[float, float], at: Setting
) -> float:
    """Return the largest size at which arenas' names take two lines, or three before a word is cut.

    Small words do not stand alone if they need not; what is too long even so is noted.
    """
    whole = style.whole
    two, three = (within(names, whole, lines, wide) for lines in (2, 3))

    def ends(size: float) -> list[str]:
        return [line for name in names for line in broken(name, whole, size, wide)]

    def calm(size: float) -> bool:
        return undivided(size) and not any(len(line) <= SHORT for line in ends(size))

    def undivided(size: float, fits: Callable[[float], bool] = two) -> bool:
        return fits(size) and not any(line.endswith(HYPHEN) for line in ends(size))

    ways = (calm, undivided, functools.partial(undivided, fits=three), two)
    for way in (*ways, within(names, style, 2, wide)):
        if size := largest(way, *sizes):
            return size
    high = (style.cap + style.leading) * sizes[0] * MM
    for name in names:
        tell(Room((name,), style, sizes[0], wide, high), name, at.paper, at.problems)
    return sizes[0]


def tell_names(values: Sequence[Value], style: Style, room: Box, floor: float, at: Setting) -> None:
    """Note the values' names that have no room even at the least size."""
    for value in values:
        tell(Room((value.name,), style, floor, room.w, room.h), value.name, at.paper, at.problems)

"""An arena poster's bands: each value's name on its colour, and beside it the lines agreed on."""

from __future__ import annotations

import functools
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from pipeline.model import Arena, Value
from pipeline.paper.fit import is_calm, needs, stacked, unrest
from pipeline.paper.nameplate import Nameplate, nameplate
from pipeline.paper.outlines import rounded
from pipeline.paper.overflow import Room, tell
from pipeline.paper.rows import Sizing, level
from pipeline.paper.sheet import Box, Group, Item, Shape
from pipeline.paper.style import MM, Breaks, Style, floor_size, target_size
from pipeline.paper.theme import Look
from pipeline.problems import Gathered

# Lengths are thousandths of the paper's shorter side.
BETWEEN, RADIUS = 18, 26
LINE, OVER = 0.97, 1.35  # lines against names at most: as a rule, and where names are small
LABELS = (0.31, 0.33, 0.35, 0.38, 0.42, 0.45)  # the names' part of a band
NARROW = 4  # so many of them are enough for large names
NAMES = (60, 51, 43)  # the names' size: the largest that the lines can follow
STACKS = (1.6, 1.2)  # names go below shapes if they grow so by it: portrait, landscape
LABEL_LEFT, LABEL_AROUND = 30, 56  # room to the left of a name, and at both sides
LINES_LEFT, LINES_RIGHT = 34, 30
AROUND = (18, 25)  # room above and below what stands in a band: at the floor, and well over it
EVEN = (0.95, 0.82)  # bands are even while lines keep so much of their size: portrait, landscape
Shown = Sequence[tuple[int, tuple[str, ...]]]  # a value's place among all, and its lines


def shown(arena: Arena) -> Shown:
    """Return the values that have lines there; all of them where none has."""
    cells = [(at, tuple(lines)) for at, lines in enumerate(arena.cells)]
    return [one for one in cells if one[1]] or cells


@dataclass(frozen=True)
class Setting:
    """What the bands of a paper are set by: values, look, language, unit in mm, distance in m."""

    values: tuple[Value, ...]
    look: Look
    language: str
    breaks: Breaks
    unit: float
    metres: float
    landscape: bool

    @functools.cached_property
    def style(self) -> Style:
        """How lines are set."""
        return Style(self.look.letters("line", 1), 1.2, 0.3, self.language, self.breaks)

    @functools.cached_property
    def floor(self) -> float:
        """The smallest size of the lines, in pt."""
        return floor_size(self.style, self.metres)


@dataclass(frozen=True, slots=True)
class Bands:
    """How bands are set: all that is alike in them."""

    setting: Setting
    width: float
    label: float
    plate: Nameplate
    style: Style

    @property
    def column(self) -> float:
        """The width of the lines' column."""
        return self.width - self.label - (LINES_LEFT + LINES_RIGHT) * self.setting.unit

    def around(self, size: float) -> float:
        """Return the room above and below lines of that size."""
        low, high = AROUND
        over = min(1.0, max(0.0, (size / self.setting.floor - 1) / 0.12))
        return (low + (high - low) * over) * self.setting.unit

    def lowest(self, rows: Shown, size: float) -> list[float] | None:
        """Return how high bands must be with lines of that size; None where a word is too wide."""
        heights: list[float] = []
        for at, lines in rows:
            need = needs(lines, self.style, size, self.column)
            if need is None:
                return None
            heights.append(max(need, self._named(at)) + 2 * self.around(size))
        return heights

    def _named(self, at: int) -> float:
        name = self.setting.values[at].name
        return self.plate.high(name, self.label - LABEL_AROUND * self.setting.unit)

    def sizing(self, rows: Shown, available: Callable[[float], float]) -> Sizing:
        """Return what is known of the bands: lines grow over small names, but not far."""
        normal, most = NAMES[-1] * self.setting.unit / MM, self.plate.size * LINE
        if self.plate.size < normal * 0.9:
            most = min(self.plate.size * OVER, normal * LINE)
        texts = [line for _, lines in rows for line in lines]
        return Sizing(
            needs=lambda size: self.lowest(rows, size),
            available=available,
            unrest=lambda size: unrest(texts, self.style, size, self.column),
            floor=self.setting.floor,
            target=min(target_size(self.style, self.setting.metres), max(self.setting.floor, most)),
            even=EVEN[self.setting.landscape],
            calm=lambda size: is_calm(texts, self.style, size, self.column),
        )

    def keep_up(
        self, rows: Shown, available: Callable[[float], float], size: float, most: int
    ) -> bool:
        """Tell whether lines of that size fit, no text running over more than `most`."""
        texts = [line for _, lines in rows for line in lines]
        calm = is_calm(texts, self.style, size, self.column, most)
        return calm and self.sizing(rows, available).fits(size, even=False)

    def solve(
        self, rows: Shown, available: Callable[[float], float]
    ) -> tuple[Bands, float, list[float]] | None:
        """Return the bands, their lines' largest size that fits, and their heights; None if none.

        Words are divided only where nothing fits otherwise.
        """
        for one in (replace(self, style=self.style.whole), self):
            if found := one.sizing(rows, available).solve():
                return one, *found
        return None

    def draw(self, at: int, lines: tuple[str, ...], box: Box, size: float) -> Group:
        """Return the value's band with its lines of that size."""
        value, dress, look = (
            self.setting.values[at],
            self.setting.look.values[at],
            self.setting.look,
        )
        u, radius = self.setting.unit, RADIUS * self.setting.unit
        label = replace(box, w=self.label)
        right = Box(label.right, box.y, box.w - label.w, box.h)
        if look.ruled:
            band = replace(box, w=14 * u)
            ground: tuple[Item, ...] = (
                Shape(rounded(box, radius), fill=look.card, stroke=dress.ink, width=2.2 * u),
                Shape(rounded(band, (14 * u, 0, 0, 14 * u)), fill=dress.ink),
            )
            colours = dress.ink, look.card
        else:
            ground = (
                Shape(rounded(label, (radius, 0, 0, radius)), fill=dress.fill),
                Shape(rounded(right, (0, radius, radius, 0)), fill=dress.tint),
            )
            colours = dress.on, dress.fill
        inside = Box(label.x + LABEL_LEFT * u, label.y, label.w - LABEL_AROUND * u, label.h)
        shape, name = self.plate.draw(inside, value, *colours)
        column = Box(right.x + LINES_LEFT * u, box.y, self.column, box.h)
        need = needs(lines, self.style, size, column.w) or 0.0
        written = stacked(column, lines, self.style, size, box.y + (box.h - need) / 2)
        items = tuple(Group("item", (one,)) for one in written)
        listed = (Group("list", items),) if items else ()
        heading = Group("heading", (name,), level=2)
        return Group("part", (Group("decoration", ground), shape, heading, *listed))

    def report(self, arena: Arena, available: float, paper: str, problems: Gathered) -> list[float]:
        """Note the lines that do not fit at the floor; return heights to show them in anyway."""
        floor, rows = self.setting.floor, shown(arena)
        high = self.lowest(rows, floor)
        most = level(high, available) if high else available / len(rows)
        most -= 2 * self.around(floor)
        for at, lines in rows:
            room = Room(lines, self.style, floor, self.column, most)
            where = f"{self.setting.values[at].name}, {arena.name}"
            tell(room, where, paper, problems)
        return high or [available / len(rows)] * len(rows)


def bands(setting: Setting, wide: float, high: float, name: float) -> Bands | None:
    """Return bands so wide and high: the narrowest label that holds all the names well.

    Names are `name` thousandths large where they can be, and divided only where they must; None
    where even that does not help.
    """
    u, least = setting.unit, name == NAMES[-1]
    bounds = setting.floor, max(setting.floor, name * u / MM)
    plain = Style(setting.look.letters("name", 1), 1.08, breaks=setting.breaks)
    for names in plain.dividing(setting.language) if least else (plain,):
        found: list[Bands] = []
        for share in LABELS[3:] if names.hyphens else LABELS[: None if least else NARROW]:
            room = Box(0, 0, wide * share - LABEL_AROUND * u, high - 2 * AROUND[0] * u)
            stacks = STACKS[setting.landscape]
            plate = nameplate(setting.values, names, room, bounds, stacks=stacks)
            found += [Bands(setting, wide, wide * share, plate, setting.style)] if plate else []
            if plate and plate.size >= name * 0.93 * u / MM:
                break
        if found and (least or found[-1].plate.size >= name * 0.9 * u / MM):
            return max(found, key=lambda one: (round(one.plate.size, 1), -one.label))
    return None


def bands_anyway(setting: Setting, wide: float, paper: str, problems: Gathered) -> Bands:
    """Report the names that no label holds; return bands as they would be set otherwise."""
    u, label = setting.unit, wide * LABELS[-2]
    names = Style(setting.look.letters("name", 1), 1.08, 0.0, setting.language, setting.breaks)
    plate = Nameplate(names, setting.floor, stacked=True)
    for value in setting.values:
        column = plate.room(label - LABEL_AROUND * u)
        room = Room((value.name,), names, plate.size, column, 90 * u)
        tell(room, value.name, paper, problems)
    return Bands(setting, wide, label, plate, setting.style)

"""A value's shape and name together, sized alike for all values of a paper."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from pipeline.model import Value
from pipeline.paper.fit import broken, largest, needs, set_in, width
from pipeline.paper.outlines import value_shape
from pipeline.paper.sheet import Align, Box, Group, Text
from pipeline.paper.style import MM, Style

ICON, STACKED_ICON = 1.3, 1.75  # the shape's side against the letters' size
GAP, STACKED_GAP = 0.5, 0.42
LIFT, LIFT_EM = 0.06, 0.1  # what stands above weighs less: shape and name are set higher so much
INNER = 0.06  # white within a shape's square


@dataclass(frozen=True, slots=True)
class Nameplate:
    """How the values' names are set on a paper: size in pt, shape above or beside."""

    style: Style
    size: float
    stacked: bool
    centred: bool = False

    @property
    def em(self) -> float:
        """The letters' size in mm."""
        return self.size * MM

    def room(self, wide: float) -> float:
        """Return how wide the name's own column is on a plate so wide."""
        return wide if self.stacked else wide - (ICON + GAP) * self.em

    def high(self, name: str, wide: float) -> float:
        """Return the height of the plate's content; infinite where a word is too wide."""
        need = needs([name], self.style, self.size, self.room(wide))
        if need is None:
            return float("inf")
        if self.stacked:
            return need + (STACKED_ICON + STACKED_GAP) * self.em
        return max(need, ICON * self.em)

    def draw(self, box: Box, value: Value, colour: str, ground: str) -> tuple[Group, Text]:
        """Return the shape, as decoration, and the name, both in the middle of the box's height."""
        high = self.high(value.name, box.w)
        need = needs([value.name], self.style, self.size, self.room(box.w)) or 0.0
        top = box.y + (box.h - high) / 2
        if self.stacked:
            side = STACKED_ICON * self.em
            top -= LIFT * side + LIFT_EM * self.em
            left = box.x + (box.w - side) / 2 if self.centred else box.x - side * INNER
            icon = Box(left, top, side, side)
            column, start = box, top + side + STACKED_GAP * self.em
        else:
            side = ICON * self.em
            left = box.x + (self._spare(value, box.w) / 2 if self.centred else 0.0)
            icon = Box(left, box.y + (box.h - side) / 2, side, side)
            x = left + side + GAP * self.em
            column, start = Box(x, box.y, box.right - x, box.h), box.y + (box.h - need) / 2
        align: Align = "center" if self.centred and self.stacked else "left"
        name = set_in(column, value.name, self.style, self.size, start, align)
        shown = replace(name, letters=replace(name.letters, colour=colour))
        return Group("decoration", value_shape(value.shape, icon, colour, ground)), shown

    def _spare(self, value: Value, wide: float) -> float:
        """Return how much of the width a name beside its shape leaves."""
        lines = broken(value.name, self.style, self.size, self.room(wide))
        return self.room(wide) - max(width(line, self.style, self.size) for line in lines)


def nameplate(
    values: Sequence[Value],
    style: Style,
    room: Box,
    bounds: tuple[float, float],
    *,
    stacks: float,
    centred: bool = False,
) -> Nameplate | None:
    """Return the plate on which all the names fit in the room, at the largest size in bounds (pt).

    The shape stands beside the name, or above it where the name is `stacks` times larger so or
    does not fit otherwise; None where neither fits.
    """
    best: Nameplate | None = None
    for stacked in (False, True):

        def fits(size: float, stacked: bool = stacked) -> bool:
            plate = Nameplate(style, size, stacked, centred)
            return all(plate.high(one.name, room.w) <= room.h for one in values)

        size = largest(fits, *bounds)
        if size and (best is None or size > best.size * stacks):
            best = Nameplate(style, size, stacked, centred)
    return best

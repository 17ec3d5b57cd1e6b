"""An arena's label on a matrix: its drawing as large as can be, its name below or beside it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from pipeline.model import Arena, Art, Drawing
from pipeline.paper.card import picture
from pipeline.paper.fit import broken, largest, needs, set_in, within
from pipeline.paper.outlines import rounded
from pipeline.paper.sheet import Align, Box, Group, Item, Shape, Text
from pipeline.paper.style import MM, Style
from pipeline.paper.theme import Look

# Lengths are thousandths of the paper's shorter side.
AROUND = 10  # room around a drawing
BELOW, BETWEEN, AFTER = 12, 12, 4  # room between a drawing and its name, and more after that
ALONE = 0.08  # room beside a name without a drawing, of the label
SHARE = 0.425  # a drawing beside its name: its part of the label
STACKED, BESIDE, LONE = 1.15, 1.2, 1.5  # names against the lines, at most


@dataclass(frozen=True, slots=True)
class Labels:
    """How a matrix's labels are set: how wide, and the names' size in pt below or beside art."""

    style: Style
    wide: float
    unit: float
    beside: bool
    size: float
    lone: float

    def draw(self, arena: Arena, look: Look, box: Box, radius: float) -> Group:
        """Return the arena's drawing and name on their card."""
        outline = rounded(box, radius)
        edge = Shape(outline, fill=look.card, stroke=look.edge, width=2 * self.unit)
        drawing = arena.drawing
        if drawing and drawing.art and self.beside:
            shown = self._side_by_side(arena.name, drawing, drawing.art, box)
        elif drawing and drawing.art:
            shown = self._one_below(arena.name, drawing, drawing.art, box)
        else:
            inside = box.inset(ALONE * self.wide, 0)
            shown = (_middle(inside, arena.name, self.style, self.lone, "center"),)
        return Group("row-header", (Group("decoration", (edge,)), *shown))

    def _side_by_side(self, name: str, drawing: Drawing, art: Art, box: Box) -> tuple[Item, ...]:
        inside = box.inset(AROUND * self.unit, AROUND * self.unit)
        left = replace(inside, w=self.wide * SHARE)
        x = left.right + BETWEEN * self.unit
        right = Box(x, inside.y, inside.right - x - AFTER * self.unit, inside.h)
        words = _middle(right, name, self.style, self.size, "left")
        return picture(drawing, art, left), words

    def _one_below(self, name: str, drawing: Drawing, art: Art, box: Box) -> tuple[Item, ...]:
        inside = box.inset(AROUND * self.unit, AROUND * self.unit)
        high = needs((name,), self.style, self.size, inside.w) or 0.0
        under = high + BELOW * self.unit
        drop = 4 * self.unit  # letters reach below their line
        tall = min(inside.h - under - drop, inside.w * art.height / art.width)
        top = inside.y + (inside.h - drop - tall - under) / 2
        shown = picture(drawing, art, Box(inside.x, top, inside.w, tall))
        return shown, set_in(
            inside, name, self.style, self.size, top + under - high + tall, "center"
        )


def labels(
    arenas: Sequence[Arena],
    style: Style,
    room: tuple[float, float, float],
    bounds: tuple[float, float],
    lines: float,
) -> Labels:
    """Return the labels that let the drawings be largest.

    `room` is the label's width, the lowest row's height and the unit, all in mm; `bounds` are the
    names' sizes in pt, `lines` is that of the matrix's lines.
    """
    wide, low, unit = room
    names = tuple(arena.name for arena in arenas)
    floor = bounds[0]

    def sized(one: Style, column: float, most: float, count: int) -> float | None:
        top = max(floor, min(bounds[1], most * lines))
        return name_size(names, one, column, (floor, top), count)

    stacked = sized(style, wide - 2 * AROUND * unit, STACKED, 2) or floor
    beside = sized(
        style.whole, wide * (1 - SHARE) - (2 * AROUND + BETWEEN + AFTER) * unit, BESIDE, 3
    )
    lone = sized(style, wide * (1 - 2 * ALONE), LONE, 2) or floor
    arts = [arena.drawing.art for arena in arenas if arena.drawing and arena.drawing.art]
    inner = low - 2 * AROUND * unit
    below = inner - style.cap * stacked * MM - (BELOW + 4) * unit
    areas = [
        sum(_area(art, wide - 2 * AROUND * unit, below) for art in arts),
        sum(_area(art, wide * SHARE, inner) for art in arts),
    ]
    is_beside = beside is not None and areas[1] > areas[0]
    drawn = beside if is_beside and beside else stacked
    if arts:
        lone = min(lone, drawn * 1.2)
    return Labels(style, wide, unit, is_beside, drawn, lone)


def _area(art: Art, wide: float, high: float) -> float:
    aspect = art.width / art.height
    across = min(wide, max(high, 0.0) * aspect)
    return across * across / aspect


def name_size(
    names: Sequence[str], style: Style, wide: float, bounds: tuple[float, float], lines: int = 2
) -> float | None:
    """Return the largest size at which names have so few lines, words whole if they can be."""
    few = within(names, style.whole, lines, wide)

    def calm(size: float) -> bool:
        return few(size) and not any(
            len(line) <= 2 for name in names for line in broken(name, style.whole, size, wide)
        )

    return largest(calm, *bounds) or largest(within(names, style, lines, wide), *bounds)


def _middle(box: Box, text: str, style: Style, size: float, align: Align) -> Text:
    need = needs((text,), style, size, box.w) or 0.0
    return set_in(box, text, style, size, box.y + (box.h - need) / 2, align)

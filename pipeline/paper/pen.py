"""What pen and scissors meet: lines to write on and cut along, boxes to tick, and a stamp."""

from __future__ import annotations

from pipeline.paper.fit import largest, set_in, within
from pipeline.paper.outlines import rounded
from pipeline.paper.sheet import Box, Group, Item, Shape, Step
from pipeline.paper.style import MM, Style

LINES_APART = 8.5  # mm: what a hand needs
THIN = 0.25
STAMP_TURN = -4.0  # degrees
DASH, DRAWN = 3.5, 0.57  # mm from dash to dash, and how much of it is drawn


def lines_within(high: float) -> int:
    """Return how many lines to write on there are in a height, at least one."""
    return max(1, int((high + 1e-6) / LINES_APART))


def writing_lines(box: Box, count: int, colour: str) -> Group:
    """Return lines to write on, the last at the box's foot and the others above it."""
    rules: list[Item] = []
    for at in range(count):
        y = box.bottom - (count - 1 - at) * LINES_APART
        path = (("M", (box.x, y)), ("L", (box.right, y)))
        rules.append(Shape(path, stroke=colour, width=THIN))  # type: ignore[arg-type]
    return Group("decoration", tuple(rules))


def tick_box(x: float, y: float, side: float, colour: str) -> Group:
    """Return an empty box to tick."""
    outline = rounded(Box(x, y, side, side), side * 0.16)
    return Group("decoration", (Shape(outline, stroke=colour, width=side * 0.07),))


def stamp(box: Box, words: tuple[str, str], styles: tuple[Style, Style], colour: str) -> Group:
    """Return a stamp in the box: a large word, and below it a line that may be empty; tilted."""
    high = box.h
    ring = Shape(rounded(box, high * 0.16), stroke=colour, width=high * 0.05)
    fine = Shape(
        rounded(box.inset(high * 0.075, high * 0.075), high * 0.1),
        stroke=colour,
        width=high * 0.014,
    )
    inner = box.inset(high * 0.2, 0)
    word, line = words
    sizes = [
        largest(within((text,), style, 1, inner.w), 2.0, share * high / MM) or 2.0
        for text, style, share in zip(words, styles, (0.46, 0.17), strict=True)
    ]
    top = box.y + (high * 0.2 if line else (high - styles[0].cap * sizes[0] * MM) / 2)
    said: list[Item] = [
        Group("paragraph", (set_in(inner, word, styles[0], sizes[0], top, "center"),))
    ]
    if line:
        under = box.y + high * 0.68
        said.append(
            Group("paragraph", (set_in(inner, line, styles[1], sizes[1], under, "center"),))
        )
    middle = (box.x + box.w / 2, box.y + high / 2)
    edge = Group("decoration", (ring, fine))
    return Group("part", (edge, *said), turn=STAMP_TURN, about=middle)


def cut_line(first: tuple[float, float], last: tuple[float, float], colour: str) -> Shape:
    """Return a straight line of dashes from point to point in mm, to cut along."""
    dx, dy = last[0] - first[0], last[1] - first[1]
    long = (dx * dx + dy * dy) ** 0.5
    count = max(1, round(long / DASH))
    path: list[Step] = []
    for at in range(count):
        for verb, share in (("M", at / count), ("L", (at + DRAWN) / count)):
            path.append((verb, (first[0] + dx * share, first[1] + dy * share)))  # type: ignore[arg-type]
    return Shape(tuple(path), stroke=colour, width=THIN)

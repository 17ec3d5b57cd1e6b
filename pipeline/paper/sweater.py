"""A sweater seen from the front, in one colour, with room for a logo on its chest."""

from __future__ import annotations

from pipeline.paper.colour import WHITE, luminance, mixed
from pipeline.paper.outlines import Path
from pipeline.paper.sheet import Box, Shape, Step

GRID = 100.0  # the sweater is drawn on a square of so many units
CHEST = Box(36.5, 33, 27, 27)
DARK = 0.18  # relative luminance below which a colour is dark
LINE = 0.9
BODY: Path = (
    ("M", (38, 11)),
    ("C", (42, 17, 58, 17, 62, 11)),
    ("L", (73, 15)),
    ("C", (79, 17, 82, 22, 84, 29)),
    ("L", (97, 76)),
    ("L", (85.5, 79.5)),
    ("L", (75, 47)),
    ("L", (75.5, 93)),
    ("L", (24.5, 93)),
    ("L", (25, 47)),
    ("L", (14.5, 79.5)),
    ("L", (3, 76)),
    ("L", (16, 29)),
    ("C", (18, 22, 21, 17, 27, 15)),
    ("Z", ()),
)
COLLAR: Path = (
    ("M", (38, 11)),
    ("C", (42, 17, 58, 17, 62, 11)),
    ("L", (65, 12)),
    ("C", (60, 22.5, 40, 22.5, 35, 12)),
    ("Z", ()),
)
CUFFS: tuple[Path, ...] = (
    (("M", (97, 76)), ("L", (85.5, 79.5)), ("L", (84, 74.5)), ("L", (95.6, 70.8)), ("Z", ())),
    (("M", (3, 76)), ("L", (14.5, 79.5)), ("L", (16, 74.5)), ("L", (4.4, 70.8)), ("Z", ())),
    (("M", (24.5, 87)), ("L", (75.5, 87)), ("L", (75.5, 93)), ("L", (24.5, 93)), ("Z", ())),
)
SEAMS: tuple[Path, ...] = (
    (("M", (75, 47)), ("C", (74, 38, 74, 30, 76, 23))),
    (("M", (25, 47)), ("C", (26, 38, 26, 30, 24, 23))),
)


def is_dark(colour: str) -> bool:
    """Tell whether a logo must have white around it on the colour."""
    return luminance(colour) < DARK


def sweater(side: float, colour: str, ink: str) -> tuple[Shape, ...]:
    """Return the sweater as large as `side` mm, from 0, 0."""
    unit = side / GRID
    rib = mixed(WHITE, colour, 0.18) if is_dark(colour) else mixed(ink, colour, 0.1)
    line = mixed(WHITE, colour, 0.35) if is_dark(colour) else ink
    shapes = [Shape(_placed(BODY, unit), colour, ink, LINE * unit)]
    shapes += [Shape(_placed(one, unit), rib, ink, LINE * unit * 0.7) for one in (COLLAR, *CUFFS)]
    shapes += [Shape(_placed(one, unit), None, line, LINE * unit * 0.5) for one in SEAMS]
    return tuple(shapes)


def chest(side: float, proportion: float) -> Box:
    """Return where the logo stands on a sweater so large; `proportion`: width against height."""
    unit = side / GRID
    room = Box(CHEST.x * unit, CHEST.y * unit, CHEST.w * unit, CHEST.h * unit)
    high = min(room.h, room.w / proportion)
    wide = high * proportion
    return Box(room.x + (room.w - wide) / 2, room.y + (room.h - high) / 2, wide, high)


def _placed(path: Path, unit: float) -> Path:
    steps: list[Step] = [(verb, tuple(one * unit for one in numbers)) for verb, numbers in path]
    return tuple(steps)

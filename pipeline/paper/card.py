"""The hero of a poster: the pupil's drawing on its card, or the values' shapes."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.model import Art, Drawing, Value
from pipeline.paper.outlines import ellipse, rounded, value_shape
from pipeline.paper.sheet import Box, Group, Item, Picture, Shape
from pipeline.paper.theme import Look

TILT = -1.2  # degrees
LEAN = 0.021  # sine of the tilt: how much a tilted card sticks out, for each mm across
MARGIN = 0.022  # white around the drawing, of the card's shorter side
SHADOW = 0.1


def card_box(art: Art, room: Box) -> Box:
    """Return the largest card of the drawing's proportions that stays in the room when tilted."""
    aspect = art.width / art.height
    grow = (1 + aspect * LEAN, 1 + LEAN / aspect)  # of height, of width
    high = min(room.h / grow[0], room.w / (aspect * grow[1]))
    wide = high * aspect
    return Box(room.x + (room.w - wide) / 2, room.y + (room.h - high) / 2, wide, high)


def card(drawing: Drawing, art: Art, box: Box, look: Look) -> Group:
    """Return the drawing on its card, tilted, with a soft solid shadow below."""
    short = min(box.w, box.h)
    radius, margin = short * 0.055, short * MARGIN
    inner = within(art, box.inset(margin, margin))
    shadow = Box(box.x, box.y + short * 0.022, box.w, box.h)
    outline = look.edge if look.ruled or look.field == look.card else None
    items: tuple[Item, ...] = (
        Shape(rounded(shadow, radius), fill=look.ink, opacity=SHADOW),
        Shape(rounded(box, radius), fill=look.card, stroke=outline, width=short * 0.004),
        Picture(inner, art, radius=max(0.0, radius - margin)),
    )
    middle = (box.x + box.w / 2, box.y + box.h / 2)
    alt = drawing.alt or drawing.shows
    return Group("figure", items, alt=alt, language=alt.language, turn=TILT, about=middle)


def within(art: Art, box: Box) -> Box:
    """Return where the picture stands in the middle of the box, as large as it can be."""
    scale = min(box.w / art.width, box.h / art.height)
    wide, high = art.width * scale, art.height * scale
    return Box(box.x + (box.w - wide) / 2, box.y + (box.h - high) / 2, wide, high)


def picture(drawing: Drawing, art: Art, box: Box) -> Group:
    """Return the drawing alone, as large as the box lets it be, in its middle."""
    alt = drawing.alt or drawing.shows
    return Group("figure", (Picture(within(art, box), art),), alt=alt, language=alt.language)


def medallions(values: Sequence[Value], look: Look, room: Box) -> Group:
    """Return the values' shapes on white discs: what stands where no drawing has been made yet.

    They stand in one row in a wide room, and in rows of two, set like bricks, in a tall one.
    """
    rows = _rows(values, room)
    most = max(map(len, rows))
    side = min(room.w / (most * 1.16 - 0.16), room.h / (len(rows) * 1.06 - 0.06))
    top = room.y + (room.h - side * (len(rows) * 1.06 - 0.06)) / 2
    items: list[Item] = []
    at = 0
    for down, row in enumerate(rows):
        left = room.x + (room.w - side * (len(row) * 1.16 - 0.16)) / 2
        for across, value in enumerate(row):
            swing = side * 0.05 * (1 if (at % 2) else -1) if len(rows) == 1 else 0.0
            disc = Box(left + across * side * 1.16, top + down * side * 1.06 + swing, side, side)
            items += _medallion(value, look, at, disc)
            at += 1
    return Group("decoration", tuple(items))


def _rows(values: Sequence[Value], room: Box) -> list[Sequence[Value]]:
    if room.w > room.h * 1.25:
        return [values]
    first = len(values) % 2 or 2
    ends = range(first, len(values) + 1, 2)
    return [values[max(0, end - 2) if end > first else 0 : end] for end in ends]


def _medallion(value: Value, look: Look, at: int, disc: Box) -> list[Item]:
    side = disc.w
    shadow = Box(disc.x, disc.y + side * 0.035, side, side)
    ring = look.values[at].ink if look.ruled else None
    return [
        Shape(ellipse(shadow), fill=look.ink, opacity=SHADOW),
        Shape(ellipse(disc), fill=look.card, stroke=ring, width=side * 0.012),
        *value_shape(
            value.shape, disc.inset(side * 0.215, side * 0.215), look.values[at].ink, look.card
        ),
    ]

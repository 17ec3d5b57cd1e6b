"""All the values side by side on a strip: each on its tint, its name over its line."""

from __future__ import annotations

from pipeline.paper.bands import Setting
from pipeline.paper.fit import is_calm, largest, needs, set_in, within
from pipeline.paper.nameplate import ICON, Nameplate
from pipeline.paper.outlines import rounded
from pipeline.paper.sheet import Box, Group, Item, Shape
from pipeline.paper.style import MM, Style

# Lengths are mm.
BETWEEN, RADIUS, PAD, UNDER, RULE = 2.0, 1.8, 1.9, 2.4, 1.0
MOST = 14.0  # pt


def columns(
    rows: list[tuple[int, tuple[str, ...]]], setting: Setting, box: Box, least: float
) -> list[Item] | None:
    """Return a column for each value; None where names or lines don't fit at `least` pt."""
    wide = (box.w - BETWEEN * (len(rows) - 1)) / len(rows)
    inner = wide - 2 * PAD
    plate = Nameplate(Style(setting.look.letters("name", 1)), least, stacked=False)
    names = [setting.values[at].name for at, _ in rows]
    if not within(names, plate.style, 1, plate.room(inner))(least):
        return None
    head = RULE + PAD + ICON * plate.em
    room = box.h - head - UNDER - PAD
    texts = [line for _, lines in rows for line in lines]
    style = setting.style.whole

    def fits(size: float) -> bool:
        highs = [needs(lines, style, size, inner) for _, lines in rows]
        calm = is_calm(texts, style, size, inner, 4)
        return calm and all(high is not None and high <= room for high in highs)

    size = largest(fits, least, MOST)
    if size is None:
        return None
    tallest = max(needs(lines, style, size, inner) or 0.0 for _, lines in rows)
    high = head + UNDER + tallest + PAD
    top = box.y + (box.h - high) / 2
    return [
        _column(row, setting, plate, size, Box(box.x + number * (wide + BETWEEN), top, wide, high))
        for number, row in enumerate(rows)
    ]


def _column(
    row: tuple[int, tuple[str, ...]], setting: Setting, plate: Nameplate, size: float, box: Box
) -> Group:
    at, lines = row
    dress, look = setting.look.values[at], setting.look
    rule = Box(box.x, box.y, box.w, 2 * RADIUS)
    below = Box(box.x, box.y + RULE, box.w, box.h - RULE)
    tint = look.card if look.ruled else dress.tint
    ground = (
        Shape(rounded(rule, (RADIUS, RADIUS, 0, 0)), fill=dress.fill),
        Shape(rounded(below, (0, 0, RADIUS, RADIUS)), fill=tint),
    )
    icon = ICON * plate.em
    head = Box(box.x + PAD, box.y + RULE + PAD, box.w - 2 * PAD, icon)
    shape, name = plate.draw(head, setting.values[at], dress.ink, tint)
    top = head.bottom + UNDER
    style = setting.style.whole
    items = []
    for line in lines:
        text = set_in(Box(head.x, top, head.w, box.bottom - top), line, style, size, top)
        items.append(Group("item", (text,)))
        top = text.baseline + (len(text.lines) - 1) * text.leading * MM + size * MM * 0.8
    heading = Group("heading", (name,), level=2)
    return Group("part", (Group("decoration", ground), shape, heading, Group("list", tuple(items))))

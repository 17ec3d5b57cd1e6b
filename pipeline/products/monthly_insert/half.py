"""The insert on half an A4: all the values with their lines, the question and the practice."""

from __future__ import annotations

from dataclasses import replace

from pipeline.paper.bands import BETWEEN, bands, bands_anyway, shown
from pipeline.paper.fit import broken, flush, foot_of, lines_high, set_in
from pipeline.paper.foot import credits, foot
from pipeline.paper.outlines import edge_of, field_beside, rectangle, rounded
from pipeline.paper.rows import grown
from pipeline.paper.sheet import Box, Group, Item, Shape, Sheet
from pipeline.paper.style import MM, Style, breaks
from pipeline.products.monthly_insert.slip import LEAST, Slip

# Lengths are mm.
MARGIN, SPLIT, FOOT = 10.0, 84.0, 9.5
UNIT = 0.14
ASK = 13.0  # pt
BELOW = 4.4


def sheet(slip: Slip) -> Sheet:
    """Return the half sheet of the month."""
    desk, look = slip.desk, slip.desk.look
    wide, high = desk.size
    right = Box(SPLIT + 8, 11.0, wide - SPLIT - 8 - MARGIN, high - 11.0 - 8.0)
    ending = Box(right.x, right.bottom - FOOT, right.w, FOOT)
    asks = _asks(slip)
    asks_high = _high(slip, asks, right.w)
    room = Box(right.x, right.y, right.w, ending.y - BELOW - right.y)
    made, under = _banded(slip, replace(room, h=room.h - asks_high - (BELOW if asks else 0)))
    asked = _asked(slip, asks, replace(room, y=under + BELOW))
    ink = look.ink if look.ruled else look.on_field
    head, below = slip.head(Box(MARGIN, 11.5, SPLIT - MARGIN - 8, 40), ink, 34)
    hero = slip.hero(Box(MARGIN - 2, below + 7, SPLIT - 8, high - below - 7 - 12))
    drew = credits([slip.monthly.arena.drawing], desk.school, desk.language)
    end = foot(ending, desk.school, desk.language, look, drew, desk.problems)
    return Sheet(wide, high, (_ground(slip), *head, hero, *made, *asked, end))


def _ground(slip: Slip) -> Group:
    wide, high = slip.desk.size
    look = slip.desk.look
    field = field_beside(high, SPLIT, 8.0)
    paper = Shape(rectangle(Box(0, 0, wide, high)), fill=look.paper)
    shape = Shape(edge_of(field), stroke=look.field, width=1.8)
    return Group("decoration", (paper, shape if look.ruled else Shape(field, fill=look.field)))


def _banded(slip: Slip, room: Box) -> tuple[list[Item], float]:
    """Return the values with their lines from the room's top down, and where they end."""
    setting = replace(slip.setting, unit=UNIT, landscape=True)
    rows = shown(slip.monthly.arena)
    between = BETWEEN * UNIT
    gaps = between * (len(rows) - 1)
    share = (room.h - gaps) / len(rows)
    found = next((one for size in (43, 36) if (one := bands(setting, room.w, share, size))), None)
    solved = found.solve(rows, lambda _: room.h - gaps) if found else None
    if solved is None:
        problems, paper = slip.desk.problems, slip.desk.language.say("half an A4")
        found = found or bands_anyway(setting, room.w, paper, problems)
        heights = found.report(slip.monthly.arena, room.h - gaps, paper, problems)
        solved = found, setting.floor, heights
    found, size, heights = solved
    heights = grown(heights, room.h - gaps, 30.0)
    items: list[Item] = []
    y = room.y
    for (at, lines), high in zip(rows, heights, strict=True):
        items.append(found.draw(at, lines, Box(room.x, y, room.w, high), size))
        y += high + between
    return items, y - between


def _asks(slip: Slip) -> list[tuple[str, str]]:
    say = slip.desk.language.say
    given = (
        (say("Talk about it at home"), slip.monthly.question),
        (say("This month's task"), slip.monthly.task),
    )
    return [(lead, words) for lead, words in given if words]


def _styles(slip: Slip) -> tuple[Style, Style]:
    look, language = slip.desk.look, slip.desk.language
    plain = Style(look.letters("cell", 1), 1.2, 0.0, language.code, breaks(language))
    return Style(look.letters("heading", 1)), plain


def _high(slip: Slip, asks: list[tuple[str, str]], wide: float) -> float:
    """Return how high the panel with question and practice is."""
    if not asks:
        return 0.0
    lead, plain = _styles(slip)
    high = 0.0
    for _, words in asks:
        lines = len(broken(words, plain, LEAST, wide - 9))
        high += lead.cap * LEAST * MM + 1.9 + lines_high(plain, lines, LEAST)
    return high + 3.2 * (len(asks) - 1) + 8.0


def _asked(slip: Slip, asks: list[tuple[str, str]], room: Box) -> list[Item]:
    """Return the question and the practice on a panel, each below what it is."""
    if not asks:
        return []
    look = slip.desk.look
    lead_style, plain = _styles(slip)
    panel = replace(room, h=_high(slip, asks, room.w))
    ground = Shape(rounded(panel, 3.0), fill=look.card, stroke=look.edge, width=0.35)
    items: list[Item] = [Group("decoration", (ground,))]
    column = Box(panel.x + 4.5, panel.y, panel.w - 9, panel.h)
    top = panel.y + 4.0
    for lead, words in asks:
        over = set_in(flush(column, lead, lead_style, LEAST), lead, lead_style, LEAST, top)
        under = set_in(column, words, plain, LEAST, foot_of(over) + 1.9)
        items += [Group("heading", (over,), level=2), Group("paragraph", (under,))]
        top = foot_of(under) + 3.2
    return items

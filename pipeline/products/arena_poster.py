"""A poster for one arena: the drawing, and for each value the lines agreed on."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from pipeline.model import Arena, School
from pipeline.paper.card import card, card_box, medallions
from pipeline.paper.fit import (
    MM,
    Style,
    count,
    floor_size,
    flush,
    foot_of,
    needs,
    reads_at,
    set_in,
    stacked,
    target_size,
)
from pipeline.paper.foot import credits, foot
from pipeline.paper.headline import Headline
from pipeline.paper.nameplate import Nameplate, nameplate
from pipeline.paper.outlines import edge_of, field_above, field_beside, rectangle, rounded
from pipeline.paper.overflow import Room, tell
from pipeline.paper.rows import Sizing, grown, level
from pipeline.paper.sheet import Box, Group, Item, Shape, Sheet, Sheets
from pipeline.problems import Sourced, fault, guess, phrase
from pipeline.products import Desk

TITLE = "Arena posters"
LANDSCAPE = False
METRES = {"A4": 1.2, "A3": 1.7, "A2": 2.4}  # how far away its lines must be read
# From here on, lengths are thousandths of the paper's shorter side.
MARGIN, BETWEEN, RADIUS, FOOT = 64, 18, 26, 64
LINE = 0.97  # lines are never larger than that much of the names
LABELS = (0.31, 0.33, 0.35, 0.38, 0.42)  # the names' part of a row: the first that holds them
NAMES = (60, 51, 43)  # the names' size: the largest that the lines can follow
FOLLOW = 0.88
STACKS = (
    1.6,
    1.2,
)  # names go below shapes if they grow so by it: portrait, landscape
LABEL_LEFT, LABEL_AROUND = 30, 56  # room to the left of a name, and at both sides
AROUND, LINES_LEFT, LINES_RIGHT = 25, 34, 30  # room around what stands in a row
ROW = 215  # a row is no higher, unless its lines are
EVEN = (
    0.95,
    0.82,
)  # rows are even while lines keep so much of their size: portrait, landscape
TITLE_FLOOR = 0.66  # two-line titles may be so much smaller than the least one-line title
SPLITS = (780, 724, 668)  # where the values begin on a landscape paper
HERO = (
    (1.0, 250),
    (1.12, 430),
    (1.5, 540),
    (2.0, 600),
)  # as lines grow over their floor, so does the drawing
SHAPES = ((1.0, 140), (1.12, 190), (1.5, 230), (2.0, 250))  # … or what stands in its place


@dataclass(frozen=True, slots=True)
class _Rows:
    """How the values' rows are set: all that is alike in them."""

    width: float
    label: float
    plate: Nameplate
    style: Style
    unit: float

    @property
    def column(self) -> float:
        """The width of the lines' column."""
        return self.width - self.label - (LINES_LEFT + LINES_RIGHT) * self.unit

    def lowest(self, arena: Arena, desk: Desk, size: float) -> list[float] | None:
        """Return how high rows must be with lines of that size; None where a word is too wide."""
        around = 2 * AROUND * self.unit
        heights: list[float] = []
        for value, lines in zip(desk.school.values, arena.cells, strict=True):
            need = needs(lines, self.style, size, self.column)
            if need is None:
                return None
            name = self.plate.high(value.name, self.label - LABEL_AROUND * self.unit)
            heights.append(max(need, name) + around)
        return heights


def subjects(school: School) -> tuple[Sourced, ...]:
    """Return the arenas of all the pupils' matrices."""
    return tuple(arena.name for arena in school.arenas)


def arenas(school: School, subject: str) -> tuple[str, ...]:
    """Return the arena itself."""
    return (subject,)


def compose(subject: str, desk: Desk) -> Sheets:
    """Return the poster of the arena with this name."""
    arena = next((one for one in desk.school.arenas if one.name == subject), None)
    if arena is None:
        what = phrase("There is no arena called '{name}'.", name=subject)
        raise fault(None, what, guess(subject, subjects(desk.school)))
    wide, high = desk.size
    items, size, rows = _landscape(arena, desk) if desk.landscape else _portrait(arena, desk)
    return Sheets(
        title=f"{arena.name} – {desk.school.name}",
        language=desk.language.code,
        sheets=(Sheet(wide, high, items),),
        subject=desk.language.say("This is how we do it"),
        reads_at=round(reads_at(rows.style, size), 2),
    )


def _portrait(arena: Arena, desk: Desk) -> tuple[tuple[Item, ...], float, _Rows]:
    wide, high = desk.size
    u = wide / 1000
    inner = Box(MARGIN * u, 61 * u, wide - 2 * MARGIN * u, high - (61 + 50) * u)
    head, under = _head(arena, desk, inner, (76, 114 if _art(arena) else 124))
    ending = Box(inner.x, inner.bottom - FOOT * u, inner.w, FOOT * u)
    free = Box(inner.x, under + 40 * u, inner.w, ending.y - 34 * u - under - 40 * u)
    sharing = _sharing(arena, desk, free)
    row = (free.h - HERO[0][1] * u) / len(arena.cells) - BETWEEN * u
    rows, size, heights = _best(arena, desk, Box(0, 0, free.w, row), sharing)
    gaps = sharing.gaps
    hero = min(_wanted(size, sharing.floor, sharing.curve) * 1.12 * u, sharing.most)
    heights = grown(heights, free.h - gaps - hero, ROW * u)
    taken = sum(heights) + BETWEEN * u * (len(heights) - 1)
    room = Box(free.x + 20 * u, free.y, free.w - 40 * u, free.h - taken - 34 * u)
    figure, box = _hero(arena, desk, room)
    field = field_above(wide, box.y + box.h * 0.69 + 34 * u, 66 * u)
    below = Box(free.x, free.bottom - taken, free.w, taken)
    items = (
        _ground(desk, field),
        *head,
        figure,
        *_values(arena, desk, rows, below, heights, size),
        _foot(arena, desk, ending),
    )
    return items, size, rows


@dataclass(frozen=True, slots=True)
class _Sharing:
    """How a height is shared between the hero and the rows below it."""

    free: float
    gaps: float
    floor: float
    most: float
    curve: Sequence[tuple[float, float]]
    unit: float

    def left(self, size: float) -> float:
        """Return the height left for rows with lines of that size."""
        hero = _wanted(size, self.floor, self.curve) * self.unit
        return self.free - self.gaps - min(hero, self.most)


def _sharing(arena: Arena, desk: Desk, free: Box) -> _Sharing:
    u = min(desk.size) / 1000
    art = arena.drawing.art if arena.drawing else None
    most = (free.w - 40 * u) * art.height / art.width * 1.02 if art else 300 * u
    floor = floor_size(Style(desk.look.letters("line", 1)), METRES[desk.paper])
    gaps = (BETWEEN * (len(arena.cells) - 1) + 34) * u
    return _Sharing(free.h, gaps, floor, most, HERO if art else SHAPES, u)


def _best(
    arena: Arena, desk: Desk, row: Box, sharing: _Sharing
) -> tuple[_Rows, float, list[float]]:
    """Return the rows with the largest names that lines keep up with, and their sizes."""
    rows: _Rows | None = None
    for name, is_whole in (*((name, True) for name in NAMES), (NAMES[-1], False)):
        rows = _rows(desk, row.w, row.h, name)
        if rows and is_whole:
            rows = replace(rows, style=replace(rows.style, hyphens=""))
        solved = _solved(arena, desk, rows, sharing.left) if rows else None
        if rows and solved and (name == NAMES[-1] or solved[0] >= rows.plate.size * FOLLOW):
            return rows, *solved
    rows = rows or _rows_anyway(desk, row.w)
    _report(arena, desk, rows, sharing.left(sharing.floor))
    lowest = rows.lowest(arena, desk, sharing.floor)
    return rows, sharing.floor, lowest or [row.h] * len(arena.cells)


def _landscape(arena: Arena, desk: Desk) -> tuple[tuple[Item, ...], float, _Rows]:
    wide, high = desk.size
    u = high / 1000
    between = BETWEEN * u * (len(arena.cells) - 1)
    tall = high - (64 + 54 + FOOT + 34) * u
    sharing = _Sharing(tall, between, _floor(desk), 0, HERO, u)
    for split in SPLITS:
        free = Box(split * u, 64 * u, wide - (split + MARGIN) * u, tall)
        row = Box(0, 0, free.w, (tall - between) / len(arena.cells))
        rows = _rows(desk, row.w, row.h, NAMES[-1])
        solved = _solved(arena, desk, rows, sharing.left) if rows else None
        if solved and solved[0] >= sharing.floor * 1.12:
            break
    rows, size, heights = _best(arena, desk, row, sharing)
    heights = grown(heights, free.h - between)
    head, under = _head(
        arena, desk, Box(MARGIN * u, free.y, (split - 212) * u, high / 2), (54, 104)
    )
    room = Box(MARGIN * u, under + 44 * u, (split - 120) * u, high - under - (44 + 64) * u)
    figure, _ = _hero(arena, desk, room if _art(arena) else replace(room, w=room.w - 116 * u))
    items = (
        _ground(desk, field_beside(high, (split - 80) * u, 62 * u)),
        *head,
        figure,
        *_values(arena, desk, rows, free, heights, size),
        _foot(arena, desk, Box(free.x, free.bottom + 34 * u, free.w, FOOT * u)),
    )
    return items, size, rows


def _floor(desk: Desk) -> float:
    """Return the smallest size of the lines, in pt."""
    return floor_size(Style(desk.look.letters("line", 1)), METRES[desk.paper])


def _art(arena: Arena) -> bool:
    return bool(arena.drawing and arena.drawing.art)


def _head(
    arena: Arena, desk: Desk, inner: Box, sizes: tuple[float, float]
) -> tuple[tuple[Item, ...], float]:
    """Return the kicker and the title, which is one line if it can be, and where the title ends."""
    u = min(desk.size) / 1000
    kicker = Style(desk.look.letters("kicker", 1, desk.look.on_field))
    words = desk.language.say("This is how we do it")
    size = 29 * u / MM
    over = set_in(flush(inner, words, kicker, size), words, kicker, size, inner.y)
    floor, target = (size * u / MM for size in sizes)
    plain = Style(desk.look.letters("title", 1, desk.look.on_field), 0.98)
    line = Headline(plain, inner.w, floor, target, floor * TITLE_FLOOR)
    found = line.set(arena.name, desk.language.code)
    if not found:
        line.tell(arena.name, desk.language.say("the title"), desk.paper, desk.problems)
    style, size = found or (plain, line.least)
    top = over.baseline + 27 * u
    title = set_in(flush(inner, arena.name, style, size), arena.name, style, size, top)
    below = foot_of(title) + 0.2 * title.letters.size * MM
    return (Group("paragraph", (over,)), Group("title", (title,))), below


def _rows(desk: Desk, wide: float, high: float, name: float) -> _Rows | None:
    """Return how rows so wide and high are set: the narrowest label that holds all the names well.

    Names are `name` thousandths large where they can be, and divided only where they must; None
    where even that does not help.
    """
    u = min(desk.size) / 1000
    style = Style(desk.look.letters("line", 1), 1.2, 0.3, desk.language.code)
    floor = floor_size(style, METRES[desk.paper])
    bounds = floor, max(floor, name * u / MM)
    for hyphens, most in (("", bounds[1]), (desk.language.code, floor)):
        names = Style(desk.look.letters("name", 1), 1.08, hyphens=hyphens)
        found: list[_Rows] = []
        for share in LABELS[3:] if hyphens else LABELS[: 4 if name > NAMES[-1] else None]:
            room = Box(0, 0, wide * share - LABEL_AROUND * u, high - 2 * AROUND * u)
            stacks = STACKS[desk.landscape]
            plate = nameplate(desk.school.values, names, room, (floor, most), stacks=stacks)
            found += [_Rows(wide, wide * share, plate, style, u)] if plate else []
            if plate and plate.size >= name * 0.93 * u / MM:
                break
        if found and (name == NAMES[-1] or found[-1].plate.size >= name * 0.9 * u / MM):
            return max(found, key=lambda rows: (round(rows.plate.size, 1), -rows.label))
    return None


def _rows_anyway(desk: Desk, wide: float) -> _Rows:
    """Report the names that no label holds; return rows as they would be set otherwise."""
    u = min(desk.size) / 1000
    style = Style(desk.look.letters("line", 1), 1.2, 0.3, desk.language.code)
    names = Style(desk.look.letters("name", 1), 1.08, hyphens=desk.language.code)
    plate = Nameplate(names, floor_size(style, METRES[desk.paper]), stacked=False)
    label = wide * LABELS[-1]
    for value in desk.school.values:
        room = Room((value.name,), names, plate.size, plate.room(label - LABEL_AROUND * u), 90 * u)
        tell(room, value.name, desk.paper, desk.problems)
    return _Rows(wide, label, plate, style, u)


def _wanted(size: float, floor: float, curve: Sequence[tuple[float, float]]) -> float:
    """Return how high the hero should be beside lines of that size, going from point to point."""
    at = min(max(size / floor, curve[0][0]), curve[-1][0])
    for (x1, y1), (x2, y2) in zip(curve, curve[1:], strict=False):
        if at <= x2:
            return y1 + (y2 - y1) * (at - x1) / (x2 - x1)
    return curve[-1][1]


def _solved(
    arena: Arena, desk: Desk, rows: _Rows, available: Callable[[float], float]
) -> tuple[float, list[float]] | None:
    """Return the lines' largest size that fits, and their rows' heights; None where none does."""
    floor = _floor(desk)
    most = min(target_size(rows.style, METRES[desk.paper]), max(floor, rows.plate.size * LINE))
    return Sizing(
        needs=lambda size: rows.lowest(arena, desk, size),
        available=available,
        lines=lambda size: sum(count(cell, rows.style, size, rows.column) for cell in arena.cells),
        floor=floor,
        target=most,
        even=EVEN[desk.landscape],
    ).solve()


def _report(arena: Arena, desk: Desk, rows: _Rows, available: float) -> None:
    floor = floor_size(rows.style, METRES[desk.paper])
    around = 2 * AROUND * rows.unit
    high = rows.lowest(arena, desk, floor)
    most = level(high, available) - around if high else available / len(arena.cells) - around
    for value, lines in zip(desk.school.values, arena.cells, strict=True):
        room = Room(tuple(lines), rows.style, floor, rows.column, most)
        tell(room, f"{value.name}, {arena.name}", desk.paper, desk.problems)


def _ground(desk: Desk, field: tuple) -> Group:  # type: ignore[type-arg]
    wide, high = desk.size
    look = desk.look
    paper = Shape(rectangle(Box(0, 0, wide, high)), fill=look.paper)
    if look.ruled:
        return Group(
            "decoration",
            (paper, Shape(edge_of(field), stroke=look.field, width=min(desk.size) * 0.012)),
        )
    return Group("decoration", (paper, Shape(field, fill=look.field)))


def _hero(arena: Arena, desk: Desk, room: Box) -> tuple[Group, Box]:
    drawing = arena.drawing
    if drawing and drawing.art:
        box = card_box(drawing.art, room)
        return card(drawing, drawing.art, box, desk.look), box
    return medallions(desk.school.values, desk.look, room), room


def _values(
    arena: Arena, desk: Desk, rows: _Rows, free: Box, heights: Sequence[float], size: float
) -> list[Item]:
    done: list[Item] = []
    y = free.y
    for at, high in enumerate(heights):
        done.append(_value(arena, desk, rows, at, Box(free.x, y, free.w, high), size))
        y += high + BETWEEN * rows.unit
    return done


def _value(arena: Arena, desk: Desk, rows: _Rows, at: int, box: Box, size: float) -> Group:
    value, lines, dress = desk.school.values[at], arena.cells[at], desk.look.values[at]
    u, radius = rows.unit, RADIUS * rows.unit
    label = Box(box.x, box.y, rows.label, box.h)
    right = Box(label.right, box.y, box.w - label.w, box.h)
    if desk.look.ruled:
        band = Box(box.x, box.y, 14 * u, box.h)
        ground: tuple[Item, ...] = (
            Shape(rounded(box, radius), fill=desk.look.card, stroke=dress.ink, width=2.2 * u),
            Shape(rounded(band, (14 * u, 0, 0, 14 * u)), fill=dress.ink),
        )
        colours = dress.ink, desk.look.card
    else:
        ground = (
            Shape(rounded(label, (radius, 0, 0, radius)), fill=dress.fill),
            Shape(rounded(right, (0, radius, radius, 0)), fill=dress.tint),
        )
        colours = dress.on, dress.fill
    inside = Box(label.x + LABEL_LEFT * u, label.y, label.w - LABEL_AROUND * u, label.h)
    shape, name = rows.plate.draw(inside, value, *colours)
    column = Box(right.x + LINES_LEFT * u, box.y, rows.column, box.h)
    need = needs(lines, rows.style, size, column.w) or 0.0
    written = stacked(column, lines, rows.style, size, box.y + (box.h - need) / 2)
    items = tuple(Group("item", (one,)) for one in written)
    listed = (Group("list", items),) if items else ()
    heading = Group("heading", (name,), level=2)
    return Group("part", (Group("decoration", ground), shape, heading, *listed))


def _foot(arena: Arena, desk: Desk, box: Box) -> Group:
    right = credits([arena.drawing], desk.school, desk.language)
    return foot(box, desk.school, desk.language, desk.look, right, desk.problems)

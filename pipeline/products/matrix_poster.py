"""A whole matrix on one sheet: arenas down, values across, and in each cell the lines agreed on."""

from __future__ import annotations

import functools
from collections.abc import Sequence
from dataclasses import replace

from pipeline.model import Arena, Matrix, School
from pipeline.paper import label
from pipeline.paper.fit import (
    flush,
    foot_of,
    largest,
    lines_high,
    needs,
    set_in,
    width,
    within,
)
from pipeline.paper.foot import credits, logo, low_foot
from pipeline.paper.grid import GAP, NARROW, WIDE, Grid
from pipeline.paper.nameplate import Nameplate, nameplate
from pipeline.paper.outlines import Path, aside, ellipse, field_above, rectangle, rounded
from pipeline.paper.overflow import Room, cut, tell
from pipeline.paper.rows import Sizing, grown, level
from pipeline.paper.sheet import Box, Group, Item, Shape, Sheet, Sheets, Text
from pipeline.paper.style import MM, STEP, Style, breaks, floor_size, reads_at, target_size
from pipeline.problems import Sourced, fault, guess, phrase, place_of
from pipeline.products import Desk

TITLE = "Matrix posters"
FOR = phrase("For the wall of every classroom.")
LANDSCAPE = True
METRES = {"A4": 0.7, "A3": 1.0, "A2": 1.4}  # how far away its lines must be read
ARENAS = 6  # more than so many belong on two matrices
MANY = 3  # so many cells that do not fit are told of as one
EDGE = 10.5  # mm: printers leave less than that
# From here on, lengths are thousandths of the paper's shorter side.
MARGIN, RADIUS = 48, 22
FOOT = (28, 46)  # one line on landscape paper, two on portrait
BELOW = set("gjpqyç,")  # letters that reach below their line
LOGO, KICKER, SUB = 106, 23, 22
UNDER_KICKER = 15
TITLE_BESIDE = (70, 90)  # the title's size where the line about it stands at its right
TITLE_ABOVE = (36, 76)  # … and where that stands below
LABELS = (0.235, 0.225)  # the arenas' part of the width, on landscape and portrait paper …
TIGHT = 0.185  # … and where nothing fits otherwise
HEADS = (62, 112)  # height of the values' names: beside their shapes, or below them
NAMES, FOLLOW = 40, 1.6  # the values' names, at most: their size, and that against the lines
SAVING = (0.95, 0.85)  # lines are made no smaller to save some: in wide columns, and in narrow
HEAD_SIDES = (20, 10)  # room beside a value's name: up to three of them, or more
BULLET = 0.36  # in em


def subjects(school: School) -> tuple[Sourced, ...]:
    """Return the titles of the pupils' matrices."""
    return tuple(matrix.title for matrix in school.matrices_for("elev"))


def arenas(school: School, subject: str) -> tuple[str, ...]:
    """Return the arenas of the matrix with this title."""
    return tuple(arena.name for arena in _matrix(school, subject).arenas)


def compose(subject: str, desk: Desk) -> Sheets:
    """Return the poster of the matrix with this title."""
    matrix = _matrix(desk.school, subject)
    if len(matrix.arenas) > ARENAS:
        what = phrase(
            "{title} has {count} arenas: too many for one poster.",
            title=matrix.title,
            count=len(matrix.arenas),
        )
        mend = phrase("Divide it into two matrices, such as indoors and outdoors.")
        desk.problems.error(matrix.title.place, what, mend)
    wide, high = desk.size
    u = min(desk.size) / 1000
    head, under = _head(matrix, desk, u)
    below, foot = max(42 * u, EDGE), FOOT[not desk.landscape] * u
    ending = Box(MARGIN * u, high - below - foot, wide - 2 * MARGIN * u, foot)
    top = under + 9 * u
    inner = Box(ending.x, top, ending.w, ending.y - 20 * u - top)
    grid, size, heights = _sized(matrix, desk, inner)
    right = credits([arena.drawing for arena in matrix.arenas], desk.school, desk.language)
    field = field_above(wide, top + grid.head * 0.42 + 22 * u, 22 * u)
    items = (
        _ground(desk, field, grid),
        *head,
        _table(matrix, desk, grid, heights, size),
        low_foot(ending, desk.school, desk.language, desk.look, right, desk.problems),
    )
    return Sheets(
        title=f"{matrix.title} – {desk.school.name}",
        language=desk.language.code,
        sheets=(Sheet(wide, high, items),),
        subject=desk.language.say("This is how we do it at {school}", school=desk.school.name),
        reads_at=round(reads_at(grid.cell, size), 2),
    )


def _matrix(school: School, subject: str) -> Matrix:
    for one in school.matrices_for("elev"):
        if one.title == subject:
            return one
    what = phrase("There is no matrix called '{name}'.", name=subject)
    raise fault(None, what, guess(subject, subjects(school)))


def _ground(desk: Desk, field: Path, grid: Grid) -> Group:
    paper = Shape(rectangle(Box(0, 0, *desk.size)), fill=desk.look.paper)
    if desk.look.ruled:
        inside = (grid.left(0) + RADIUS * grid.unit, grid.box.right - RADIUS * grid.unit)
        wide = min(desk.size) * 0.008
        rules = (Shape(one, stroke=desk.look.field, width=wide) for one in aside(field, *inside))
        return Group("decoration", (paper, *rules))
    return Group("decoration", (paper, Shape(field, fill=desk.look.field)))


def _head(matrix: Matrix, desk: Desk, u: float) -> tuple[tuple[Item, ...], float]:
    """Return the logo, the title and what stands around it, and where they end."""
    look, say = desk.look, desk.language.say
    box = Box(MARGIN * u, max(MARGIN * u, EDGE), desk.size[0] - 2 * MARGIN * u, LOGO * u)
    before: list[Item] = []
    if art := desk.school.brand.logo:
        side = min(LOGO * u * art.width / art.height, 200 * u)
        before.append(logo(desk.school, desk.language, replace(box, w=side), art))
        box = Box(box.x + side + 26 * u, box.y, box.w - side - 26 * u, box.h)
    kicker = Style(look.letters("kicker", 1, look.on_field))
    plain = Style(look.letters("small", 1, look.on_field), 1.2)
    above = say("This is how we do it at {school}", school=desk.school.name)
    adults = matrix.audience == "voksen"
    about = say(
        "Shared expectations of all adults"
        if adults
        else "Shared expectations of all children and adults"
    )
    style, size, beside = _titled(matrix, desk, box, width(about, plain, SUB * u / MM) + 44 * u)
    caps = (kicker.cap * KICKER + UNDER_KICKER) * u + style.cap * size * MM
    tall = caps if beside else caps + (20 + plain.cap * SUB) * u
    under = box.bottom if before else 0.0
    box = replace(box, h=max(box.h, tall + 8 * u))
    over = _flush(box, above, kicker, KICKER * u / MM, box.y)
    title = _flush(box, matrix.title, style, size, over.baseline + UNDER_KICKER * u)
    if beside:
        start = title.baseline - plain.cap * SUB * u
        sub = set_in(box, about, plain, SUB * u / MM, start, "right")
    else:
        sub = _flush(box, about, plain, SUB * u / MM, title.baseline + 20 * u)
    reach = 0.22 * size * MM if any(set(one.title) & BELOW for one in desk.school.matrices) else 0.0
    under = max(title.baseline + reach, sub.baseline + (0 if beside else 13) * u, under)
    groups = Group("paragraph", (over,)), Group("title", (title,)), Group("paragraph", (sub,))
    return (*before, *groups), under


def _flush(box: Box, text: str, style: Style, size: float, top: float) -> Text:
    return set_in(flush(box, text, style, size), text, style, size, top)


def _titled(matrix: Matrix, desk: Desk, box: Box, other: float) -> tuple[Style, float, bool]:
    """Return the title's style and size, and whether so wide another text stands beside it."""
    u = min(desk.size) / 1000
    style = Style(desk.look.letters("title", 1, desk.look.on_field), 1.0)
    for wide, (least, target) in ((box.w - other, TITLE_BESIDE), (box.w, TITLE_ABOVE)):
        one_line = within((matrix.title,), style, 1, wide)
        if size := largest(one_line, least * u / MM, target * u / MM):
            return style, size, wide < box.w
    floor = TITLE_ABOVE[0] * u / MM
    room = Room((matrix.title,), style, floor, box.w, style.cap * floor * MM)
    tell(room, desk.language.say("the title"), desk.paper, desk.problems)
    return style, floor, False


def _grid(matrix: Matrix, desk: Desk, box: Box, share: float) -> Grid:
    u, look, values = min(desk.size) / 1000, desk.look, desk.school.values
    known = breaks(desk.language)
    cell = Style(look.letters("cell", 1), 1.16, 0.34, desk.language.code, known)
    name = Style(look.letters("heading", 1), 1.1, 0.0, desk.language.code, known)
    floor = floor_size(cell, METRES[desk.paper])
    wide = box.w * share
    column = (box.w - wide) / len(values) - GAP * u
    plate, head = _plate(desk, column - 2 * HEAD_SIDES[len(values) > 3] * u, floor)
    narrow = len(values) > 3 or not desk.landscape
    sides = NARROW if narrow else WIDE
    names = tuple(arena.name for arena in matrix.arenas)
    inside = wide - 2 * label.AROUND * u
    size = label.name_size(names, name, inside, (floor, max(floor, 32 * u / MM)))
    if size is None:
        high = lines_high(name, 2, floor)
        for one in names:
            tell(Room((one,), name, floor, inside, high), one, desk.paper, desk.problems)
    return Grid(box, wide, head * u, plate, name, size or floor, cell, u, len(values), sides)


def _plate(desk: Desk, wide: float, floor: float) -> tuple[Nameplate, float]:
    """Return how the values' names are set, and how high their heads are in thousandths."""
    u = min(desk.size) / 1000
    whole = Style(desk.look.letters("name", 1), 1.08, breaks=breaks(desk.language))
    bounds = floor, max(floor, NAMES * u / MM)
    for style in whole.dividing(desk.language.code):
        low, high = (
            nameplate(
                desk.school.values,
                style,
                Box(0, 0, wide, (head - 14) * u),
                bounds,
                stacks=1.2,
                centred=True,
            )
            for head in HEADS
        )
        grows = not desk.landscape and low and high and high.size > low.size * 1.2
        if high and (low is None or grows):
            return high, HEADS[1]
        if low:
            return low, HEADS[0]
    for value in desk.school.values:
        room_for = Room((value.name,), style, floor, wide, 60 * u)
        tell(room_for, value.name, desk.paper, desk.problems)
    return Nameplate(style, floor, stacked=True, centred=True), HEADS[1]


def _sized(matrix: Matrix, desk: Desk, box: Box) -> tuple[Grid, float, list[float]]:
    """Return the grid, its lines' largest size that fits, and its rows' heights; or report.

    Words are divided only where nothing fits otherwise.
    """
    grid = _grid(matrix, desk, box, LABELS[not desk.landscape])
    tight = replace(grid, label=box.w * TIGHT) if grid.columns > 3 else grid
    for one in (grid.whole, tight.whole, tight):
        if solved := _sizing(matrix, desk, one).solve():
            size = min(one.plate.size, solved[0] * FOLLOW // STEP * STEP)
            fitted = replace(one, plate=replace(one.plate, size=size))
            return fitted, solved[0], grown(solved[1], one.available(matrix.arenas))
    rows, available = len(matrix.arenas), tight.available(matrix.arenas)
    floor = floor_size(tight.cell, METRES[desk.paper])
    lowest = tight.lowest(matrix.arenas, floor)
    _report(matrix, desk, tight, level(lowest, available) if lowest else available / rows)
    return tight, floor, lowest or [available / rows] * rows


def _sizing(matrix: Matrix, desk: Desk, grid: Grid) -> Sizing:
    """Return what is known of the grid's rows."""
    floor = floor_size(grid.cell, METRES[desk.paper])
    return Sizing(
        needs=functools.partial(grid.lowest, matrix.arenas),
        available=lambda size: grid.available(matrix.arenas),
        unrest=functools.partial(grid.unrest, matrix.arenas),
        floor=floor,
        target=min(target_size(grid.cell, METRES[desk.paper]), max(floor * 1.4, grid.most)),
        calm=functools.partial(grid.calm, matrix.arenas),
        saving=SAVING[grid.sides == NARROW],
    )


def _report(matrix: Matrix, desk: Desk, grid: Grid, most: float) -> None:
    """Note the cells that do not fit in rows so high: many of them as one."""
    floor = floor_size(grid.cell, METRES[desk.paper])
    wide, high = grid.lines(floor), most - 2 * grid.around(floor)
    rooms = [
        (f"{value.name}, {arena.name}", Room(tuple(lines), grid.cell, floor, wide, high))
        for arena in matrix.arenas
        for value, lines in zip(desk.school.values, arena.cells, strict=True)
    ]
    full = [(where, room) for where, room in rooms if not room.holds(room.texts)]
    if len(full) < MANY or len(matrix.arenas) == 1:
        for where, room in full:
            tell(room, where, desk.paper, desk.problems)
        return
    where, worst = max(full, key=lambda one: cut(one[1].texts, one[1].holds))
    what = phrase(
        "{count} cells of {title} do not fit on {paper} in letters that can be read; "
        "the fullest is {where}.",
        count=len(full),
        title=matrix.title,
        paper=desk.paper,
        where=where,
    )
    mend = phrase("Divide it into two matrices, or print on larger paper.")
    desk.problems.error(place_of(max(worst.texts, key=len)), what, mend)


def _table(matrix: Matrix, desk: Desk, grid: Grid, heights: Sequence[float], size: float) -> Group:
    heads = [_column_head(desk, grid, at) for at in range(grid.columns)]
    rows = [Group("row", (Group("cell", ()), *heads))]
    room, bounds = (
        (grid.label, min(heights), grid.unit),
        (floor_size(grid.cell, METRES[desk.paper]) * 0.985, grid.name_size),
    )
    set_as = label.labels(matrix.arenas, grid.name, room, bounds, size)
    y = grid.box.y + grid.head + GAP * grid.unit
    for arena, high in zip(matrix.arenas, heights, strict=True):
        cells = [_cell(arena, desk, grid, at, (y, high, size)) for at in range(grid.columns)]
        box = Box(grid.box.x, y, grid.label, high)
        head = set_as.draw(arena, desk.look, box, RADIUS * grid.unit)
        rows.append(Group("row", (head, *cells)))
        y += high + GAP * grid.unit
    return Group("table", tuple(rows))


def _column_head(desk: Desk, grid: Grid, at: int) -> Group:
    value, dress = desk.school.values[at], desk.look.values[at]
    box = Box(grid.left(at), grid.box.y, grid.column, grid.head)
    path = rounded(box, RADIUS * grid.unit)
    if desk.look.ruled:
        ground = Shape(path, fill=desk.look.card, stroke=dress.ink, width=4 * grid.unit)
        colours = dress.ink, desk.look.card
    else:
        ground, colours = Shape(path, fill=dress.fill), (dress.on, dress.fill)
    shape, name = grid.plate.draw(
        box.inset(HEAD_SIDES[grid.columns > 3] * grid.unit, 0), value, *colours
    )
    return Group("column-header", (Group("decoration", (ground,)), shape, name))


def _cell(
    arena: Arena, desk: Desk, grid: Grid, at: int, place: tuple[float, float, float]
) -> Group:
    y, high, size = place
    dress, u = desk.look.values[at], grid.unit
    box = Box(grid.left(at), y, grid.column, high)
    path = rounded(box, RADIUS * u)
    if desk.look.ruled:
        ground = Shape(path, fill=desk.look.card, stroke=dress.ink, width=1.6 * u)
    else:
        ground = Shape(path, fill=dress.tint)
    em = size * MM
    left, _, indent = grid.sides
    column = Box(box.x + left * u + indent * em, y, grid.lines(size), high)
    top = y + (high - (needs(arena.cells[at], grid.cell, size, column.w) or 0.0)) / 2
    items: list[Item] = []
    for line in arena.cells[at]:
        text = set_in(column, line, grid.cell, size, top)
        middle = text.baseline - grid.cell.cap * em / 2
        dot = Box(box.x + left * u, middle - BULLET * em / 2, BULLET * em, BULLET * em)
        bullet = Group("decoration", (Shape(ellipse(dot), fill=dress.ink),))
        items.append(Group("item", (bullet, text)))
        top = foot_of(text) + (grid.cell.leading + grid.cell.gap - grid.cell.cap) * em
    listed = (Group("list", tuple(items)),) if items else ()
    return Group("cell", (Group("decoration", (ground,)), *listed))

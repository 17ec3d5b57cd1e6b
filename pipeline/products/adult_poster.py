"""A poster of what the adults have agreed on: their arenas down, the school's values across."""

from __future__ import annotations

import functools
from dataclasses import replace

from pipeline.model import Arena, Matrix, School
from pipeline.paper.fit import needs, set_in
from pipeline.paper.foot import low_foot
from pipeline.paper.masthead import Masthead
from pipeline.paper.nameplate import Nameplate, nameplate
from pipeline.paper.outlines import Path, aside, field_above, rectangle, rounded
from pipeline.paper.sheet import Box, Group, Shape, Sheet, Sheets
from pipeline.paper.style import MM, Style, breaks, floor_size, reads_at, target_size
from pipeline.paper.table import NAME_GAP, Filled, Table, best, name_size, sized, tell_names
from pipeline.problems import Gathered, Sourced, phrase
from pipeline.products import Desk, chosen

TITLE = "Adult posters"
FOR = phrase("For the wall of the staff room.")
LANDSCAPE = True
METRES = {"A4": 0.7, "A3": 1.0, "A2": 1.4}  # how far away its lines must be read
# From here on, lengths are thousandths of the paper's shorter side.
MARGIN, GAP, RADIUS, FOOT = 52, 12, 22, 24
LABELS = (0.19, 0.21)  # the places' part of the width, on landscape and portrait paper
HEADS = (76, 124)  # height of the values' names: beside their shapes, or below them
PAD, NAME = 22, 34
RULE = 5  # how thick the rule at an arena's name is


def subjects(school: School) -> tuple[Sourced, ...]:
    """Return the titles of the adults' matrices."""
    return tuple(one.title for one in school.matrices_for("voksen"))


def arenas(school: School, subject: str) -> tuple[str, ...]:
    """Return the arenas of the matrix with this title."""
    return tuple(arena.name for arena in _matrix(school, subject).arenas)


def _matrix(school: School, subject: str) -> Matrix:
    return chosen({one.title: one for one in school.matrices_for("voksen")}, subject)


def compose(subject: str, desk: Desk) -> Sheets:
    """Return the poster of the adults' matrix with this title."""
    matrix, look, say = _matrix(desk.school, subject), desk.look, desk.language.say
    wide, high = desk.size
    u = min(desk.size) / 1000
    words = Masthead(
        say("We adults at {school}", school=desk.school.name),
        matrix.title,
        say("Shared expectations of all adults"),
    )
    inner = Box(MARGIN * u, 48 * u, wide - 2 * MARGIN * u, 122 * u)
    head, under = words.draw(inner, u, desk, look.ink if look.ruled else look.on_field)
    ending = Box(inner.x, high - (42 + FOOT) * u, inner.w, FOOT * u)
    top = under + 30 * u
    room = Box(inner.x, top, inner.w, ending.y - 24 * u - top)
    beside = room.w * LABELS[not desk.landscape]
    ways = [functools.partial(_filled, matrix, desk, room, label) for label in (beside, 0.0)]
    made = best(ways, desk.problems)
    field = field_above(wide, top + made.table.head * 0.42 + 22 * u, 22 * u)
    items = (
        _ground(desk, field, made.table),
        *head,
        _drawn(matrix, desk, made),
        low_foot(ending, desk.school, desk.language, look, (), desk.problems),
    )
    return Sheets(
        title=f"{matrix.title} – {desk.school.name}",
        language=desk.language.code,
        sheets=(Sheet(wide, high, items),),
        subject=words.over,
        reads_at=round(reads_at(made.table.cell, made.size), 2),
    )


def _ground(desk: Desk, field: Path, table: Table) -> Group:
    paper = Shape(rectangle(Box(0, 0, *desk.size)), fill=desk.look.paper)
    if desk.look.ruled:
        u = min(desk.size) / 1000
        inside = table.left(0) + RADIUS * u, table.box.right - RADIUS * u
        rules = (Shape(one, stroke=desk.look.field, width=8 * u) for one in aside(field, *inside))
        return Group("decoration", (paper, *rules))
    return Group("decoration", (paper, Shape(field, fill=desk.look.field)))


def _filled(matrix: Matrix, desk: Desk, box: Box, label: float, problems: Gathered) -> Filled:
    """Return the table with places' names in a column so wide, or over their rows where it is 0."""
    desk = replace(desk, problems=problems)
    table, plate = _table(matrix, desk, box, label)
    floor = floor_size(table.cell, METRES[desk.paper])
    most = min(target_size(table.cell, METRES[desk.paper]), max(floor * 1.4, plate.size * 0.95))
    table, size, heights = sized(table, matrix.arenas, (floor, most), desk)
    return Filled(table, plate, size, heights)


def _table(matrix: Matrix, desk: Desk, box: Box, label: float) -> tuple[Table, Nameplate]:
    look, code, u = desk.look, desk.language.code, min(desk.size) / 1000
    cell = Style(look.letters("cell", 1), 1.18, 0.36, code, breaks(desk.language))
    name = Style(look.letters("heading", 1), 1.1, hyphens=code)
    floor = floor_size(cell, METRES[desk.paper])
    names = tuple(arena.name for arena in matrix.arenas)
    size = name_size(
        names, name, (label or box.w) - 18 * u, (floor, max(floor, NAME * u / MM)), desk
    )
    table = Table(*(box, len(desk.school.values), label, 0.0, GAP * u, PAD * u), cell, name, size)
    room = Box(0, 0, table.column - 40 * u, 0)
    heading = Style(look.letters("name", 1), 1.08)
    sizes = floor, max(floor, 42 * u / MM)
    for head in HEADS:
        room = replace(room, h=(head - 16) * u)
        plate = nameplate(desk.school.values, heading, room, sizes, stacks=1.2, centred=True)
        if plate:
            break
    else:
        plate = Nameplate(heading, floor, stacked=True, centred=True)
        tell_names(desk.school.values, heading, replace(room, h=60 * u), floor, desk)
    return replace(table, head=head * u), plate


def _drawn(matrix: Matrix, desk: Desk, made: Filled) -> Group:
    table, size = made.table, made.size
    heads = [_column_head(desk, table, made.plate, at) for at in range(table.columns)]
    rows = [Group("row", (Group("cell", ()), *heads))]
    y = table.box.y + table.head + table.gap
    for arena, high in zip(matrix.arenas, made.heights, strict=True):
        cells = [_cell(arena, desk, table, at, (y, high, size)) for at in range(table.columns)]
        rows.append(Group("row", (_row_head(arena, desk, table, (y, high)), *cells)))
        y += high + table.gap
    return Group("table", tuple(rows))


def _column_head(desk: Desk, table: Table, plate: Nameplate, at: int) -> Group:
    value, dress = desk.school.values[at], desk.look.values[at]
    u = min(desk.size) / 1000
    box = Box(table.left(at), table.box.y, table.column, table.head)
    path = rounded(box, RADIUS * u)
    if desk.look.ruled:
        ground = Shape(path, fill=desk.look.card, stroke=dress.ink, width=4 * u)
        colours = dress.ink, desk.look.card
    else:
        ground, colours = Shape(path, fill=dress.fill), (dress.on, dress.fill)
    shape, name = plate.draw(box.inset(20 * u, 0), value, *colours)
    return Group("column-header", (Group("decoration", (ground,)), shape, name))


def _row_head(arena: Arena, desk: Desk, table: Table, place: tuple[float, float]) -> Group:
    """Return the place's name beside or over its row, under a rule."""
    (y, high), u = place, min(desk.size) / 1000
    over, wide = table.over(arena), table.label or table.box.w
    rule = Box(table.box.x, y, wide - (10 * u if table.label else 0.0), RULE * u)
    need = needs((arena.name,), table.name, table.name_size, rule.w) or 0.0
    top = y + (NAME_GAP * table.name_size * MM if over else (high - need) / 2)
    box = Box(rule.x, y, rule.w, high)
    name = set_in(box, arena.name, table.name, table.name_size, top)
    line = Shape(rounded(rule, rule.h / 2), fill=desk.look.edge)
    return Group("row-header", (Group("decoration", (line,)), name))


def _cell(
    arena: Arena, desk: Desk, table: Table, at: int, place: tuple[float, float, float]
) -> Group:
    (y, high, size), dress = place, desk.look.values[at]
    u, over = min(desk.size) / 1000, table.over(arena)
    box = Box(table.left(at), y + over, table.column, high - over)
    path = rounded(box, RADIUS * u)
    if desk.look.ruled:
        ground = Shape(path, fill=desk.look.card, stroke=dress.ink, width=1.6 * u)
    else:
        ground = Shape(path, fill=dress.tint)
    listed = table.listed(arena.cells[at], box, size, dress.ink)
    return Group("cell", (Group("decoration", (ground,)), *listed))

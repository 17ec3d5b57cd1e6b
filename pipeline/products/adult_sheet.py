"""What the adults have agreed on, on a calm sheet to hold: place by place, in words alone."""

from __future__ import annotations

import functools
from dataclasses import replace

from pipeline.model import Arena, Matrix, School
from pipeline.paper.fit import foot_of, set_in
from pipeline.paper.foot import low_foot
from pipeline.paper.masthead import Masthead
from pipeline.paper.nameplate import Nameplate, nameplate
from pipeline.paper.outlines import edge_of, field_above, rectangle
from pipeline.paper.sheet import Box, Group, Item, Shape, Sheet, Sheets
from pipeline.paper.style import MM, Style, breaks, floor_size, reads_at
from pipeline.paper.table import (
    INDENT,
    NAME_GAP,
    Filled,
    Table,
    best,
    bulleted,
    name_size,
    sized,
    tell_names,
)
from pipeline.problems import Gathered, Sourced, phrase
from pipeline.products import Desk, chosen

TITLE = "Adult sheets"
FOR = phrase("To have at hand when the adults practise.")
LANDSCAPE = False
PAPERS = ("A4", "A3")
METRES = {"A4": 0.65, "A3": 0.9, "A2": 1.3}  # how far away its lines must be read
# From here on, lengths are thousandths of the paper's shorter side.
MARGIN, GAP, FOOT, PAD = 68, 20, 26, 7
LABEL = 0.17  # the places' part of the width, where their names stand beside their rows
HEAD = (58, 96)  # height of the values' names: beside their shapes, or below them
NAME, PLATE, LINES = 29, 28, 27
RULE = 3.5  # how thick the rule over a place is


def subjects(school: School) -> tuple[Sourced, ...]:
    """Return the titles of the adults' matrices."""
    return tuple(one.title for one in school.matrices_for("voksen"))


def arenas(school: School, subject: str) -> tuple[str, ...]:
    """Return the arenas of the matrix with this title."""
    return tuple(arena.name for arena in _matrix(school, subject).arenas)


def _matrix(school: School, subject: str) -> Matrix:
    return chosen({one.title: one for one in school.matrices_for("voksen")}, subject)


def compose(subject: str, desk: Desk) -> Sheets:
    """Return the sheet of the adults' matrix with this title."""
    matrix, say = _matrix(desk.school, subject), desk.language.say
    wide, high = desk.size
    u = min(desk.size) / 1000
    words = Masthead(
        say("We adults at {school}", school=desk.school.name),
        matrix.title,
        say("Shared expectations of all adults"),
    )
    inner = Box(MARGIN * u, 56 * u, wide - 2 * MARGIN * u, high - 112 * u)
    head, under = words.draw(inner, u, desk, desk.look.ink)
    ending = Box(inner.x, inner.bottom - FOOT * u, inner.w, FOOT * u)
    top = under + 62 * u
    room = Box(inner.x, top, inner.w, ending.y - 26 * u - top)
    beside = room.w * LABEL
    ways = [functools.partial(_filled, matrix, desk, room, label) for label in (0.0, beside)]
    made = best(ways, desk.problems)
    items = (
        _ground(desk, under + 34 * u, u),
        *head,
        _drawn(matrix, desk, made),
        low_foot(ending, desk.school, desk.language, desk.look, (), desk.problems),
    )
    return Sheets(
        title=f"{matrix.title} – {desk.school.name}",
        language=desk.language.code,
        sheets=(Sheet(wide, high, items),),
        subject=words.over,
        reads_at=round(reads_at(made.table.cell, made.size), 2),
    )


def _ground(desk: Desk, y: float, u: float) -> Group:
    """Return white paper and one curved rule: a sheet that takes little ink."""
    wide, high = desk.size
    paper = Shape(rectangle(Box(0, 0, wide, high)), fill=desk.look.card)
    curve = edge_of(field_above(wide, y + 8 * u, 10 * u))
    return Group("decoration", (paper, Shape(curve, stroke=desk.look.field, width=7 * u)))


def _filled(matrix: Matrix, desk: Desk, box: Box, label: float, problems: Gathered) -> Filled:
    """Return the table with places' names over their rows, or where `label` is wide, beside."""
    desk = replace(desk, problems=problems)
    table, plate = _table(matrix, desk, box, label)
    floor, most = floor_size(table.cell, METRES[desk.paper]), LINES * min(desk.size) / 1000 / MM
    table, size, heights = sized(table, matrix.arenas, (floor, most), desk, even=2)
    return Filled(table, plate, size, heights)


def _table(matrix: Matrix, desk: Desk, box: Box, label: float) -> tuple[Table, Nameplate]:
    look, code, u = desk.look, desk.language.code, min(desk.size) / 1000
    cell = Style(look.letters("cell", 1), 1.22, 0.32, code, breaks(desk.language))
    name = Style(look.letters("heading", 1), 1.1, hyphens=code)
    floor = floor_size(cell, METRES[desk.paper])
    names = tuple(arena.name for arena in matrix.arenas)
    size = name_size(names, name, label or box.w, (floor, max(floor, NAME * u / MM)), desk)
    lengths = label, 0.0, GAP * u, PAD * u
    table = Table(box, len(desk.school.values), *lengths, cell, name, size, boxed=bool(label))
    heading = Style(look.letters("name", 1), 1.08)
    for head in HEAD:
        room = Box(0, 0, table.column - 2 * PAD * u, (head - 14) * u)
        sizes = floor, max(floor, PLATE * u / MM)
        plate = nameplate(desk.school.values, heading, room, sizes, stacks=1.4)
        if plate:
            break
    else:
        plate = Nameplate(heading, floor, stacked=True)
        tell_names(desk.school.values, heading, room, floor, desk)
    return replace(table, head=head * u), plate


def _drawn(matrix: Matrix, desk: Desk, made: Filled) -> Group:
    table, plate, card = made.table, made.plate, desk.look.card
    heads: list[Item] = [Group("cell", ())]
    for at, value in enumerate(desk.school.values):
        box = Box(table.left(at), table.box.y, table.column, table.head)
        drawn = plate.draw(box, value, desk.look.values[at].ink, card)
        heads.append(Group("column-header", drawn))
    rows = [Group("row", tuple(heads))]
    y = table.box.y + table.head + table.gap
    for arena, high in zip(matrix.arenas, made.heights, strict=True):
        rows.append(_row(arena, desk, table, (y, high, made.size)))
        y += high + table.gap
    return Group("table", tuple(rows))


def _row(arena: Arena, desk: Desk, table: Table, place: tuple[float, float, float]) -> Group:
    """Return a place under its rule: the name, and below or beside it the lines of each value."""
    (y, high, size), u = place, min(desk.size) / 1000
    rule = Box(table.box.x, y, table.box.w, RULE * u)
    over = NAME_GAP * table.name_size * MM
    start = top = y + (table.around(size) if table.label else over)
    room = Box(rule.x, y, table.label or rule.w, high)
    name = set_in(room, arena.name, table.name, table.name_size, top)
    if not table.label:
        start = foot_of(name) + over
    line = Group("decoration", (Shape(rectangle(rule), fill=desk.look.edge),))
    cells: list[Item] = [Group("row-header", (line, name))]
    for at, lines in enumerate(arena.cells):
        left = table.left(at) + INDENT * size * MM
        box = Box(left, start, table.lines(size), y + high - start)
        dot = desk.look.values[at].ink
        cells.append(Group("cell", bulleted(lines, table.cell, size, box, dot)))
    return Group("row", tuple(cells))

"""A matrix that is not agreed on yet: stamped as a proposal, with room to comment on each place."""

from __future__ import annotations

import functools
from dataclasses import replace

from pipeline.model import Arena, Matrix, School
from pipeline.paper.fit import needs, set_in
from pipeline.paper.foot import edition, low_foot
from pipeline.paper.masthead import Masthead
from pipeline.paper.nameplate import Nameplate, nameplate
from pipeline.paper.outlines import rectangle, rounded
from pipeline.paper.pen import LINES_APART, lines_within, stamp, writing_lines
from pipeline.paper.sheet import Box, Group, Item, Shape, Sheet, Sheets
from pipeline.paper.style import MM, Style, breaks, floor_size, reads_at
from pipeline.paper.table import NAME_GAP, Filled, Table, best, name_size, sized, tell_names
from pipeline.problems import Gathered, Sourced, phrase
from pipeline.products import Desk, chosen, matrices

TITLE = "Proposals"
FOR = phrase("For staff meetings, to write on.")
LANDSCAPE = True
WISHED = False
PAPERS = ("A3", "A4")
METRES = {"A4": 0.6, "A3": 0.8, "A2": 1.1}  # how far away its lines must be read
# From here on, lengths are thousandths of the paper's shorter side.
MARGIN, GAP, RADIUS, FOOT, PAD = 53, 8, 16, 24, 16
LABELS = (0.135, 0.17)  # the places' part of the width, on landscape and portrait paper
COMMENTS = (0.27, 0.2)  # the comments' part, with up to three values and with more
HEADS = (62, 104)  # height of the values' names: beside their shapes, or below them
NAME, PLATE, LINES = 26, 32, 27
STAMP = (300, 100)
FEW = 3


def subjects(school: School) -> tuple[Sourced, ...]:
    """Return the names of all the matrices."""
    return tuple(matrices(school))


def arenas(school: School, subject: str) -> tuple[str, ...]:
    """Return the arenas of the matrix with this name."""
    return tuple(arena.name for arena in chosen(matrices(school), subject).arenas)


def compose(subject: str, desk: Desk) -> Sheets:
    """Return the proposal of the matrix with this name."""
    matrix = chosen(matrices(desk.school), subject)
    wide, high = desk.size
    u, say, look = min(desk.size) / 1000, desk.language.say, desk.look
    inner = Box(MARGIN * u, 52 * u, wide - 2 * MARGIN * u, 122 * u)
    words = Masthead(
        say("This is what we propose at {school}", school=desk.school.name),
        matrix.title,
        say("What is good? What should be put in another way? Write it at the right."),
    )
    left = replace(inner, w=inner.w - (STAMP[0] + 40) * u)
    head, under = words.draw(left, u, desk, look.ink)
    ending = Box(inner.x, high - (42 + FOOT) * u, inner.w, FOOT * u)
    top = under + 34 * u
    room = Box(inner.x, top, inner.w, ending.y - 22 * u - top)
    beside = room.w * LABELS[not desk.landscape]
    ways = [functools.partial(_filled, matrix, desk, room, label) for label in (beside, 0.0)]
    made = best(ways, desk.problems)
    ground = Shape(rectangle(Box(0, 0, wide, high)), fill=look.card)
    items = (
        Group("decoration", (ground,)),
        *head,
        _stamp(desk, Box(inner.right - (STAMP[0] + 6) * u, 56 * u, STAMP[0] * u, STAMP[1] * u)),
        _drawn(matrix, desk, made),
        low_foot(ending, desk.school, desk.language, look, (), desk.problems),
    )
    return Sheets(
        title=f"{say('Proposal')}: {matrix.title} – {desk.school.name}",
        language=desk.language.code,
        sheets=(Sheet(wide, high, items),),
        subject=words.over,
        reads_at=round(reads_at(made.table.cell, made.size), 2),
    )


def _stamp(desk: Desk, box: Box) -> Group:
    """Return the stamp, with version and day as far as they are told."""
    styles = Style(desk.look.letters("title", 1)), Style(desk.look.letters("foot", 1))
    words = desk.language.say("PROPOSAL"), edition(desk.school, desk.language)
    return stamp(box, words, styles, desk.look.ink)


def _filled(matrix: Matrix, desk: Desk, box: Box, label: float, problems: Gathered) -> Filled:
    """Return the table with places' names in a column so wide, or over their rows where it is 0."""
    desk = replace(desk, problems=problems)
    table, plate = _table(matrix, desk, box, label)
    floor, most = floor_size(table.cell, METRES[desk.paper]), LINES * min(desk.size) / 1000 / MM
    table, size, heights = sized(table, matrix.arenas, (floor, most), desk)
    return Filled(table, plate, size, heights)


def _table(matrix: Matrix, desk: Desk, box: Box, label: float) -> tuple[Table, Nameplate]:
    look, code, u = desk.look, desk.language.code, min(desk.size) / 1000
    cell = Style(look.letters("cell", 1), 1.18, 0.34, code, breaks(desk.language))
    name = Style(look.letters("heading", 1), 1.1, hyphens=code)
    floor = floor_size(cell, METRES[desk.paper])
    names = tuple(arena.name for arena in matrix.arenas)
    size = name_size(
        names, name, (label or box.w) - PAD * u, (floor * 0.9, max(floor, NAME * u / MM)), desk
    )
    table = Table(
        *(box, len(desk.school.values), label, 0.0, GAP * u, PAD * u, cell, name, size),
        after=box.w * COMMENTS[len(desk.school.values) > FEW],
        least=2 * LINES_APART,
    )
    heading = Style(look.letters("name", 1), 1.08)
    for head in HEADS:
        room = Box(0, 0, table.column - 24 * u, (head - 16) * u)
        sizes = floor, max(floor, PLATE * u / MM)
        plate = nameplate(desk.school.values, heading, room, sizes, stacks=1.3, centred=True)
        if plate:
            break
    else:
        plate = Nameplate(heading, floor, stacked=True, centred=True)
        tell_names(desk.school.values, heading, room, floor, desk)
    return replace(table, head=head * u), plate


def _drawn(matrix: Matrix, desk: Desk, made: Filled) -> Group:
    table, plate, u = made.table, made.plate, min(desk.size) / 1000
    heads: list[Item] = [Group("cell", ())]
    for at, value in enumerate(desk.school.values):
        box = Box(table.left(at), table.box.y, table.column, table.head)
        dress = desk.look.values[at]
        path = rounded(box, RADIUS * u)
        ground = Shape(path, fill=desk.look.card, stroke=dress.ink, width=3 * u)
        drawn = plate.draw(box.inset(12 * u, 0), value, dress.ink, desk.look.card)
        heads.append(Group("column-header", (Group("decoration", (ground,)), *drawn)))
    heads.append(_comment_head(desk, table, plate))
    rows = [Group("row", tuple(heads))]
    y = table.box.y + table.head + table.gap
    for arena, high in zip(matrix.arenas, made.heights, strict=True):
        rows.append(_row(arena, desk, table, (y, high, made.size)))
        y += high + table.gap
    return Group("table", tuple(rows))


def _comments(table: Table, y: float, high: float) -> Box:
    return Box(table.box.right - table.after, y, table.after, high)


def _comment_head(desk: Desk, table: Table, plate: Nameplate) -> Group:
    box = _comments(table, table.box.y, table.head)
    words = desk.language.say("Comments")
    size = min(plate.size, NAME * min(desk.size) / 1000 / MM)
    need = needs((words,), plate.style, size, box.w) or 0.0
    top = box.y + (box.h - need) / 2
    return Group("column-header", (set_in(box, words, plate.style, size, top, "center"),))


def _row(arena: Arena, desk: Desk, table: Table, place: tuple[float, float, float]) -> Group:
    (y, high, size), u = place, min(desk.size) / 1000
    over, em = table.over(arena), table.name_size * MM
    wide = table.label - PAD * u * 0.5 if table.label else table.box.w
    need = needs((arena.name,), table.name, table.name_size, wide) or 0.0
    top = y + (NAME_GAP * em if over else (high - need) / 2)
    name = set_in(Box(table.box.x, y, wide, high), arena.name, table.name, table.name_size, top)
    y, high = y + over, high - over
    cells: list[Item] = [Group("row-header", (name,))]
    for at, lines in enumerate(arena.cells):
        room = Box(table.left(at), y, table.column, high)
        dress = desk.look.values[at]
        ground = Shape(rounded(room, RADIUS * u), stroke=dress.ink, width=1.4 * u)
        listed = table.listed(lines, room, size, dress.ink)
        cells.append(Group("cell", (Group("decoration", (ground,)), *listed)))
    room = _comments(table, y, high)
    frame = Shape(rounded(room, RADIUS * u), stroke=desk.look.quiet, width=1.4 * u)
    inside = room.inset(PAD * u, 4.0)
    lines_ = writing_lines(inside, lines_within(inside.h), desk.look.quiet)
    cells.append(Group("cell", (Group("decoration", (frame,)), lines_)))
    return Group("row", tuple(cells))

"""A whole matrix on one sheet: arenas down, values across, and in each cell the lines agreed on."""

from __future__ import annotations

import functools
from collections.abc import Sequence
from dataclasses import dataclass, replace

from pipeline.model import Arena, Matrix, School
from pipeline.paper.card import picture
from pipeline.paper.fit import (
    MM,
    Style,
    broken,
    count,
    floor_size,
    flush,
    foot_of,
    largest,
    lines_high,
    needs,
    reads_at,
    set_in,
    target_size,
    within,
)
from pipeline.paper.foot import credits, logo, low_foot
from pipeline.paper.nameplate import Nameplate, nameplate
from pipeline.paper.outlines import edge_of, ellipse, field_above, rectangle, rounded
from pipeline.paper.overflow import Room, tell
from pipeline.paper.rows import Sizing, grown, level
from pipeline.paper.sheet import Box, Group, Item, Shape, Sheet, Sheets, Text
from pipeline.problems import Sourced, fault, guess, phrase
from pipeline.products import Desk

TITLE = "Matrix posters"
LANDSCAPE = True
METRES = {"A4": 0.7, "A3": 1.0, "A2": 1.4}  # how far away its lines must be read
ARENAS = 6  # more than so many belong on two matrices
# From here on, lengths are thousandths of the paper's shorter side.
MARGIN, GAP, RADIUS, FOOT = 48, 12, 22, 24
LABELS = (0.22, 0.215)  # the arenas' part of the width, on landscape and portrait paper
HEADS = (76, 124)  # height of the values' names: beside their shapes, or below them
AT_LEFT, AT_RIGHT = 26, 20  # room beside what stands in a cell
AROUND, AROUND_EM = 14, 0.8  # … and above and below it, at least, and in em
BESIDE = 0.52  # rows lower than that much of their label have drawings beside the names
SHARE, BETWEEN = 0.33, 12  # a drawing beside the name: its part of the label, and the room between
BULLET, INDENT = 0.36, 0.92  # in em
LABEL_AROUND = 14  # room beside an arena's name


@dataclass(frozen=True, slots=True)
class _Grid:
    """Where the table's columns and lines are, and how its texts are set."""

    box: Box
    label: float
    head: float
    plate: Nameplate
    name: Style
    name_size: float
    cell: Style
    unit: float
    columns: int

    @property
    def column(self) -> float:
        """The width of a value's column."""
        return (self.box.w - self.label) / self.columns - GAP * self.unit

    def left(self, at: int) -> float:
        """Return where the value's column begins."""
        return self.box.x + self.label + GAP * self.unit + at * (self.column + GAP * self.unit)

    def lines(self, size: float) -> float:
        """Return the width of the lines in a cell."""
        return self.column - (AT_LEFT + AT_RIGHT) * self.unit - INDENT * size * MM

    def around(self, size: float) -> float:
        """Return the room above and below the lines in a cell: the larger the letters, the more."""
        return max(AROUND * self.unit, AROUND_EM * size * MM)

    def lowest(self, arenas: Sequence[Arena], size: float) -> list[float] | None:
        """Return how high rows must be with lines of that size; None where a word is too wide."""
        heights: list[float] = []
        for arena in arenas:
            cells = [needs(lines, self.cell, size, self.lines(size)) for lines in arena.cells]
            if any(one is None for one in cells):
                return None
            tallest = max(one or 0.0 for one in cells)
            label = self._label(arena) + 2 * AROUND * self.unit
            heights.append(max(tallest + 2 * self.around(size), label))
        return heights

    def count(self, arenas: Sequence[Arena], size: float) -> int:
        """Return how many lines there are in all the cells."""
        wide = self.lines(size)
        return sum(count(cell, self.cell, size, wide) for arena in arenas for cell in arena.cells)

    def _label(self, arena: Arena) -> float:
        wide = self.label - 2 * LABEL_AROUND * self.unit
        name = needs((arena.name,), self.name, self.name_size, wide) or 0.0
        drawn = arena.drawing and arena.drawing.art
        return max(name, 56 * self.unit) if drawn else name


def subjects(school: School) -> tuple[Sourced, ...]:
    """Return the titles of all the matrices."""
    return tuple(matrix.title for matrix in school.matrices)


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
    ending = Box(MARGIN * u, high - (42 + FOOT) * u, wide - 2 * MARGIN * u, FOOT * u)
    top = under + 30 * u
    grid = _grid(matrix, desk, Box(ending.x, top, ending.w, ending.y - 24 * u - top), u)
    grid, size, heights = _sized(matrix, desk, grid)
    right = credits([arena.drawing for arena in matrix.arenas], desk.school, desk.language)
    field = field_above(wide, top + grid.head * 0.42 + 22 * u, 22 * u)
    items = (
        _ground(desk, field),
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
    for one in school.matrices:
        if one.title == subject:
            return one
    what = phrase("There is no matrix called '{name}'.", name=subject)
    raise fault(None, what, guess(subject, subjects(school)))


def _ground(desk: Desk, field: tuple) -> Group:  # type: ignore[type-arg]
    paper = Shape(rectangle(Box(0, 0, *desk.size)), fill=desk.look.paper)
    if desk.look.ruled:
        rule = Shape(edge_of(field), stroke=desk.look.field, width=min(desk.size) * 0.008)
        return Group("decoration", (paper, rule))
    return Group("decoration", (paper, Shape(field, fill=desk.look.field)))


def _head(matrix: Matrix, desk: Desk, u: float) -> tuple[tuple[Item, ...], float]:
    """Return the logo, the title and what stands around it, and where they end."""
    look, say = desk.look, desk.language.say
    box = Box(MARGIN * u, 48 * u, desk.size[0] - 2 * MARGIN * u, 122 * u)
    side = 106 * u
    before: list[Item] = []
    if art := desk.school.brand.logo:
        side = min(side * art.width / art.height, 200 * u)
        place = Box(box.x, box.y, side, 106 * u)
        before.append(logo(desk.school, desk.language, place, art))
        box = Box(box.x + side + 26 * u, box.y, box.w - side - 26 * u, box.h)
    kicker = Style(look.letters("kicker", 1, look.on_field))
    over = say("This is how we do it at {school}", school=desk.school.name)
    texts = [set_in(flush(box, over, kicker, 23 * u / MM), over, kicker, 23 * u / MM, box.y)]
    style = Style(look.letters("title", 1, look.on_field), 1.0, hyphens=desk.language.code)
    floor, target = 36 * u / MM, 68 * u / MM
    size = largest(lambda one: len(broken(matrix.title, style, one, box.w)) == 1, floor, target)
    if size is None:
        room = Room((matrix.title,), style, floor, box.w, style.cap * floor * MM)
        tell(room, say("the title"), desk.paper, desk.problems)
        size = floor
    top = texts[0].baseline + 17 * u
    title = set_in(flush(box, matrix.title, style, size), matrix.title, style, size, top)
    plain = Style(look.letters("small", 1, look.on_field), 1.2)
    adults = matrix.audience == "voksen"
    below = say(
        "Shared expectations of all adults"
        if adults
        else "Shared expectations of all children and adults"
    )
    sub = set_in(
        flush(box, below, plain, 22 * u / MM), below, plain, 22 * u / MM, foot_of(title) + 20 * u
    )
    groups = Group("paragraph", (texts[0],)), Group("title", (title,)), Group("paragraph", (sub,))
    return (*before, *groups), max(foot_of(sub) + 6 * u, box.y + (106 * u if before else 0))


def _grid(matrix: Matrix, desk: Desk, box: Box, u: float) -> _Grid:
    look, values = desk.look, desk.school.values
    cell = Style(look.letters("cell", 1), 1.16, 0.34, desk.language.code)
    name = Style(look.letters("heading", 1), 1.1, hyphens=desk.language.code)
    floor = floor_size(cell, METRES[desk.paper])
    label = box.w * LABELS[not desk.landscape]
    column = (box.w - label) / len(values) - GAP * u
    room = Box(0, 0, column - 40 * u, 0)
    bounds = floor, max(floor, 42 * u / MM)
    heading = Style(look.letters("name", 1), 1.08)
    for head in HEADS:
        plate = nameplate(
            values, heading, replace(room, h=(head - 16) * u), bounds, stacks=1.2, centred=True
        )
        if plate:
            break
    if not plate:
        plate = Nameplate(heading, floor, stacked=True, centred=True)
        for value in values:
            tell(
                Room((value.name,), plate.style, floor, room.w, 60 * u),
                value.name,
                desk.paper,
                desk.problems,
            )
    names = tuple(arena.name for arena in matrix.arenas)
    inside = label - 2 * LABEL_AROUND * u
    size = _name_size(names, name, inside, (floor, max(floor, 32 * u / MM)))
    if size is None:
        high = lines_high(name, 2, floor)
        for arena_name in names:
            tell(
                Room((arena_name,), name, floor, inside, high),
                arena_name,
                desk.paper,
                desk.problems,
            )
    return _Grid(box, label, head * u, plate, name, size or floor, cell, u, len(values))


def _name_size(
    names: Sequence[str], style: Style, wide: float, bounds: tuple[float, float], lines: int = 2
) -> float | None:
    """Return the largest size at which names have so few lines, words whole if they can be."""
    whole = replace(style, hyphens="")
    few = within(names, whole, lines, wide)

    def calm(size: float) -> bool:
        return few(size) and not any(
            len(line) <= 2 for name in names for line in broken(name, whole, size, wide)
        )

    return largest(calm, *bounds) or largest(within(names, style, lines, wide), *bounds)


def _sized(matrix: Matrix, desk: Desk, grid: _Grid) -> tuple[_Grid, float, list[float]]:
    """Return the grid, its lines' largest size that fits, and its rows' heights; or report.

    Words are divided only where nothing fits otherwise.
    """
    rows = len(matrix.arenas)
    available = grid.box.h - grid.head - rows * GAP * grid.unit
    floor = floor_size(grid.cell, METRES[desk.paper])
    most = min(target_size(grid.cell, METRES[desk.paper]), max(floor * 1.4, grid.plate.size * 0.95))
    for one in (replace(grid, cell=replace(grid.cell, hyphens="")), grid):
        solved = Sizing(
            needs=functools.partial(one.lowest, matrix.arenas),
            available=lambda size: available,
            lines=functools.partial(one.count, matrix.arenas),
            floor=floor,
            target=most,
        ).solve()
        if solved:
            return one, solved[0], grown(solved[1], available)
    lowest = grid.lowest(matrix.arenas, floor)
    most_high = level(lowest, available) if lowest else available / rows
    wide, high = grid.lines(floor), most_high - 2 * grid.around(floor)
    for arena in matrix.arenas:
        for value, lines in zip(desk.school.values, arena.cells, strict=True):
            where = f"{value.name}, {arena.name}"
            tell(Room(tuple(lines), grid.cell, floor, wide, high), where, desk.paper, desk.problems)
    return grid, floor, lowest or [available / rows] * rows


def _table(matrix: Matrix, desk: Desk, grid: _Grid, heights: Sequence[float], size: float) -> Group:
    heads = [_column_head(desk, grid, at) for at in range(grid.columns)]
    rows = [Group("row", (Group("cell", ()), *heads))]
    beside = _beside(matrix, grid, min(heights))
    y = grid.box.y + grid.head + GAP * grid.unit
    for arena, high in zip(matrix.arenas, heights, strict=True):
        cells = [_cell(arena, desk, grid, at, (y, high, size)) for at in range(grid.columns)]
        label = _row_head(arena, desk, grid, Box(grid.box.x, y, grid.label, high), beside)
        rows.append(Group("row", (label, *cells)))
        y += high + GAP * grid.unit
    return Group("table", tuple(rows))


def _column_head(desk: Desk, grid: _Grid, at: int) -> Group:
    value, dress = desk.school.values[at], desk.look.values[at]
    box = Box(grid.left(at), grid.box.y, grid.column, grid.head)
    path = rounded(box, RADIUS * grid.unit)
    if desk.look.ruled:
        ground = Shape(path, fill=desk.look.card, stroke=dress.ink, width=4 * grid.unit)
        colours = dress.ink, desk.look.card
    else:
        ground, colours = Shape(path, fill=dress.fill), (dress.on, dress.fill)
    shape, name = grid.plate.draw(box.inset(20 * grid.unit, 0), value, *colours)
    return Group("column-header", (Group("decoration", (ground,)), shape, name))


def _beside(matrix: Matrix, grid: _Grid, lowest: float) -> float | None:
    """Return the names' size beside drawings, where rows are too low for drawings above."""
    if lowest >= grid.label * BESIDE or not any(one.drawing for one in matrix.arenas):
        return None
    names = tuple(arena.name for arena in matrix.arenas)
    wide = grid.label * (1 - SHARE) - (LABEL_AROUND * 2 + BETWEEN) * grid.unit
    size = _name_size(names, grid.name, wide, (grid.name_size * 0.6, grid.name_size), lines=3)
    return size or grid.name_size * 0.6


def _row_head(arena: Arena, desk: Desk, grid: _Grid, box: Box, beside: float | None) -> Group:
    """Return the arena's drawing and name; `beside`: the names' size beside drawings."""
    u = grid.unit
    edge = Shape(rounded(box, RADIUS * u), fill=desk.look.card, stroke=desk.look.edge, width=2 * u)
    inside = box.inset(LABEL_AROUND * u, 14 * u)
    drawing = arena.drawing
    art = drawing.art if drawing else None
    style, size = grid.name, grid.name_size
    shown: tuple[Item, ...] = ()
    if drawing and art and beside:
        left = replace(inside, w=grid.label * SHARE)
        shown = (picture(drawing, art, left),)
        x = left.right + BETWEEN * u
        name = _middle(
            Box(x, inside.y, inside.right - x, inside.h), arena.name, style, beside, "left"
        )
    elif drawing and art:
        high = needs((arena.name,), style, size, inside.w) or 0.0
        under = high + 20 * u
        tall = min(inside.h - under - 4 * u, inside.w * art.height / art.width)
        top = inside.y + (inside.h - 4 * u - tall - under) / 2
        shown = (picture(drawing, art, Box(inside.x, top, inside.w, tall)),)
        name = set_in(inside, arena.name, style, size, top + tall + 20 * u, "center")
    else:
        name = _middle(
            inside, arena.name, style, _alone(arena, grid, inside, beside or size), "center"
        )
    return Group("row-header", (Group("decoration", (edge,)), *shown, name))


def _alone(arena: Arena, grid: _Grid, inside: Box, size: float) -> float:
    """Return the size of a name without a drawing: somewhat larger, if it can be."""
    return _name_size((arena.name,), grid.name, inside.w, (size, size * 1.2)) or size


def _middle(box: Box, text: str, style: Style, size: float, align: str) -> Text:
    need = needs((text,), style, size, box.w) or 0.0
    top = box.y + (box.h - need) / 2
    return set_in(box, text, style, size, top, "center" if align == "center" else "left")


def _cell(
    arena: Arena, desk: Desk, grid: _Grid, at: int, place: tuple[float, float, float]
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
    column = Box(box.x + AT_LEFT * u + INDENT * em, y, grid.lines(size), high)
    top = y + (high - (needs(arena.cells[at], grid.cell, size, column.w) or 0.0)) / 2
    items: list[Item] = []
    for line in arena.cells[at]:
        text = set_in(column, line, grid.cell, size, top)
        middle = text.baseline - grid.cell.cap * em / 2
        dot = Box(box.x + AT_LEFT * u, middle - BULLET * em / 2, BULLET * em, BULLET * em)
        bullet = Group("decoration", (Shape(ellipse(dot), fill=dress.ink),))
        items.append(Group("item", (bullet, text)))
        top = foot_of(text) + (grid.cell.leading + grid.cell.gap - grid.cell.cap) * em
    listed = (Group("list", tuple(items)),) if items else ()
    return Group("cell", (Group("decoration", (ground,)), *listed))

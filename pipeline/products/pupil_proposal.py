"""A proposal for one place to talk about in class: each line large, with room for an answer."""

from __future__ import annotations

import functools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from pipeline.model import Arena, School
from pipeline.paper.fit import largest, needs, set_in, width
from pipeline.paper.foot import edition, low_foot
from pipeline.paper.masthead import Masthead
from pipeline.paper.nameplate import Nameplate, nameplate
from pipeline.paper.outlines import rectangle, rounded
from pipeline.paper.overflow import Room, tell
from pipeline.paper.pen import LINES_APART, lines_within, stamp, tick_box, writing_lines
from pipeline.paper.rows import grown
from pipeline.paper.sheet import Box, Group, Item, Shape, Sheet, Sheets
from pipeline.paper.style import MM, Style, breaks, floor_size, reads_at
from pipeline.paper.table import tell_names
from pipeline.problems import Sourced, fault, guess, phrase
from pipeline.products import Desk

TITLE = "Proposals for classes"
FOR = phrase("For talks in class and in the pupils' council.")
LANDSCAPE = False
WISHED = False
PAPERS = ("A4", "A3")
METRES = {"A4": 0.8, "A3": 1.1, "A2": 1.6}  # how far away its lines must be read
# From here on, lengths are thousandths of the paper's shorter side.
MARGIN, FOOT, RADIUS, PAD = 60, 26, 18, 22
WORDS = 0.46  # the line's part of a row: the answer has the rest
PLATE, LINES, ANSWER = (28, 38), 37, 22
BAND, GAP, BETWEEN = 50, 14, 8
STAMP = (250, 88)
TICKS = 1.5  # height of the boxes to tick, in em of the answer
LAST = 2  # lines to write on below the last question
MOST = 1.45  # rows grow by so much, if there is room


@dataclass(frozen=True, slots=True)
class _Form:
    """How rows are set, and the room they have; the answers have a style and size of their own."""

    free: Box
    style: Style
    answer: Style
    answer_size: float
    plate: Nameplate
    unit: float

    @property
    def wide(self) -> float:
        """The width of a line."""
        return (self.free.w - 2 * PAD * self.unit) * WORDS

    def row(self, line: str, size: float) -> float:
        """Return the height that a line's row needs; infinite where a word is too wide."""
        need = needs((line,), self.style, size, self.wide)
        answer = self.answer_size * MM * TICKS + LINES_APART
        pad = 2 * PAD * 0.55 * self.unit
        return float("inf") if need is None else max(need, answer) + pad

    def section(self, lines: Sequence[str], size: float) -> float:
        """Return the height of a value's band and rows."""
        rows = sum(self.row(line, size) + BETWEEN * self.unit for line in lines)
        return rows + (BAND + BETWEEN + GAP) * self.unit

    def pages(self, arena: Arena, size: float) -> list[list[int]] | None:
        """Return which values stand on each page; None where one is too much for a page."""
        found: list[list[int]] = []
        left = 0.0
        for at, lines in enumerate(arena.cells):
            high = self.section(lines, size) if lines else 0.0
            if high > self.free.h + 1e-6:
                return None
            if high > left + 1e-6 or not found:
                found.append([])
                left = self.free.h
            found[-1] += [at] if lines else []
            left -= high
        return found


def subjects(school: School) -> tuple[Sourced, ...]:
    """Return the arenas of all the pupils' matrices."""
    return tuple(arena.name for arena in school.arenas)


def arenas(school: School, subject: str) -> tuple[str, ...]:
    """Return the arena itself."""
    return (subject,)


def compose(subject: str, desk: Desk) -> Sheets:
    """Return the proposal for the arena with this name, on more pages where one is too little."""
    arena = next((one for one in desk.school.arenas if one.name == subject), None)
    if arena is None:
        what = phrase("There is no arena called '{name}'.", name=subject)
        raise fault(None, what, guess(subject, subjects(desk.school)))
    say, u = desk.language.say, min(desk.size) / 1000
    inner = Box(0, 0, *desk.size).inset(MARGIN * u, 54 * u)
    head, under = _head(arena, desk, inner)
    foot_at = inner.bottom - FOOT * u
    ask = Box(inner.x, 0, inner.w, (ANSWER + 12) * u + LAST * LINES_APART)
    ask = replace(ask, y=foot_at - 24 * u - ask.h)
    free = Box(inner.x, under + 26 * u, inner.w, ask.y - 10 * u - under - 26 * u)
    form, size, pages = _sized(arena, desk, _form(desk, free, u))
    ground = Group("decoration", (Shape(rectangle(Box(0, 0, *desk.size)), fill=desk.look.card),))
    ending = Box(inner.x, foot_at, inner.w, FOOT * u)
    last, sheets = _last(desk, form, ask), []
    for number, page in enumerate(pages, 1):
        rows = _sections(arena, desk, form, (size, page))
        low = _foot(desk, ending, number, len(pages))
        sheets.append(Sheet(*desk.size, (ground, *head, *rows, *last, low)))
    return Sheets(
        title=f"{say('Proposal')}: {arena.name} – {desk.school.name}",
        language=desk.language.code,
        sheets=tuple(sheets),
        subject=say("What do we think in our class?"),
        reads_at=round(reads_at(form.style, size), 2),
    )


def _foot(desk: Desk, box: Box, page: int, pages: int) -> Group:
    """Return the foot, with the page's number where there are more."""
    words = desk.language.say("Page {page} of {pages}", page=page, pages=pages)
    right = (words,) if pages > 1 else ()
    return low_foot(box, desk.school, desk.language, desk.look, right, desk.problems)


def _head(arena: Arena, desk: Desk, inner: Box) -> tuple[tuple[Item, ...], float]:
    """Return the head with the stamp at its right, and where it ends."""
    say, look, u = desk.language.say, desk.look, min(desk.size) / 1000
    over = say("This is what we propose at {school}", school=desk.school.name)
    words = Masthead(over, arena.name, say("What do we think in our class?"))
    room = Box(inner.x, inner.y, inner.w - (STAMP[0] + 34) * u, 122 * u)
    head, under = words.draw(room, u, desk, look.ink)
    box = Box(inner.right - (STAMP[0] + 4) * u, inner.y + 8 * u, STAMP[0] * u, STAMP[1] * u)
    styles = Style(look.letters("title", 1)), Style(look.letters("foot", 1))
    stamped = say("PROPOSAL"), edition(desk.school, desk.language)
    return (*head, stamp(box, stamped, styles, look.ink)), under


def _form(desk: Desk, free: Box, u: float) -> _Form:
    look, code = desk.look, desk.language.code
    style = Style(look.letters("line", 1), 1.16, 0.0, code, breaks(desk.language))
    names = Style(look.letters("name", 1), 1.0)
    room = Box(0, 0, free.w - 2 * PAD * u, (BAND - 12) * u)
    sizes = PLATE[0] * u / MM, PLATE[1] * u / MM
    plate = nameplate(desk.school.values, names, room, sizes, stacks=99)
    if plate is None:
        tell_names(desk.school.values, names, room, sizes[0], desk)
        plate = Nameplate(names, sizes[0], stacked=False)
    return _Form(free, style, Style(look.letters("small", 1), 1.2), ANSWER * u / MM, plate, u)


def _sized(arena: Arena, desk: Desk, form: _Form) -> tuple[_Form, float, list[list[int]]]:
    """Return the form, the lines' largest size that fits on fewest pages, and the pages' values."""
    floor = floor_size(form.style, METRES[desk.paper])
    target = max(floor, LINES * form.unit / MM)
    whole = replace(form, style=form.style.whole)
    for one in (whole, form):
        for most in range(1, len(arena.cells) + 1):
            size = largest(functools.partial(_fits, arena, one, most), floor, target)
            if size:
                return one, size, one.pages(arena, size) or []
    high = form.free.h / max(map(len, arena.cells))
    for value, cell in zip(desk.school.values, arena.cells, strict=True):
        where = f"{value.name}, {arena.name}"
        for line in cell:
            tell(
                Room((line,), form.style, floor, form.wide, high), where, desk.paper, desk.problems
            )
    return form, floor, [list(range(len(arena.cells)))]


def _fits(arena: Arena, form: _Form, most: int, size: float) -> bool:
    pages = form.pages(arena, size)
    return pages is not None and len(pages) <= most


def _sections(
    arena: Arena, desk: Desk, form: _Form, chosen: tuple[float, list[int]]
) -> Iterator[Group]:
    """Yield the heading and the rows of each value on a page; `chosen`: lines' size, and values."""
    size, values = chosen
    u, y = form.unit, form.free.y
    rows = [form.row(line, size) for at in values for line in arena.cells[at]]
    spare = form.free.h - sum(form.section(arena.cells[at], size) for at in values)
    most = max(rows, default=0.0) * MOST
    high = iter(grown(rows, sum(rows) + max(0.0, spare), most) if rows else ())
    for at in values:
        yield _band(desk, form, at, Box(form.free.x, y, form.free.w, BAND * u))
        y += (BAND + BETWEEN) * u
        table: list[Item] = []
        for line in arena.cells[at]:
            box = Box(form.free.x, y, form.free.w, next(high))
            table.append(_row(desk, form, (line, size), box, desk.look.values[at].ink))
            y = box.bottom + BETWEEN * u
        yield Group("table", tuple(table))
        y += GAP * u


def _band(desk: Desk, form: _Form, at: int, box: Box) -> Group:
    """Return a value's shape and name over a rule in its colour."""
    ink = desk.look.values[at].ink
    rule = Box(box.x, box.bottom - 4 * form.unit, box.w, 4 * form.unit)
    line = Group("decoration", (Shape(rectangle(rule), fill=ink),))
    room = Box(box.x, box.y, box.w, box.h - 8 * form.unit)
    drawn = form.plate.draw(room, desk.school.values[at], ink, desk.look.card)
    return Group("heading", (line, *drawn), level=2)


def _row(desk: Desk, form: _Form, said: tuple[str, float], box: Box, ink: str) -> Group:
    """Return a line and its answer: it is right so, or it should be put as we write it."""
    (line, size), u, look = said, form.unit, desk.look
    frame = Shape(rounded(box, RADIUS * u), stroke=ink, width=1.4 * u)
    need = needs((line,), form.style, size, form.wide) or 0.0
    left = Box(box.x + PAD * u, box.y, form.wide, box.h)
    words = set_in(left, line, form.style, size, box.y + (box.h - need) / 2)
    x = left.right + PAD * u
    right = Box(x, box.y + PAD * 0.5 * u, box.right - PAD * u - x, box.h - PAD * u)
    em = form.answer_size * MM
    answers = _ticks(desk, form, Box(right.x, right.y, right.w, em * TICKS))
    rules = replace(right, y=right.y + em * TICKS, h=right.h - em * TICKS)
    lines = writing_lines(rules, lines_within(rules.h), look.quiet)
    cells = (
        Group("row-header", (Group("decoration", (frame,)), words)),
        Group("cell", (*answers, lines)),
    )
    return Group("row", cells)


def _ticks(desk: Desk, form: _Form, box: Box) -> Iterator[Group]:
    """Yield the two answers, each after its box to tick."""
    em, say = form.answer_size * MM, desk.language.say
    x = box.x
    for words in (say("Good as it is"), say("We would rather say:")):
        yield tick_box(x, box.y, em, desk.look.ink)
        room = Box(x + em * 1.45, box.y, box.right - x - em * 1.45, em)
        top = box.y + (em - form.answer.cap * em) / 2
        wide = width(words, form.answer, form.answer_size)
        room = replace(room, w=max(wide + 0.1, 1))
        yield Group("paragraph", (set_in(room, words, form.answer, form.answer_size, top),))
        x = room.right + em * 1.3


def _last(desk: Desk, form: _Form, box: Box) -> tuple[Item, ...]:
    """Return the last question, and which class answers, with lines to write on."""
    u, say, size = form.unit, desk.language.say, form.answer_size
    style = Style(desk.look.letters("heading", 1), 1.2)
    ask = set_in(replace(box, w=box.w * 0.68), say("Is anything missing?"), style, size, box.y)
    own = say("Class:")
    wide = width(own, style, size)
    x = box.x + box.w * 0.72
    named = set_in(Box(x, box.y, wide + 0.1, box.h), own, style, size, box.y)
    rule = writing_lines(
        Box(x + wide + 8 * u, box.y, box.right - x - wide - 8 * u, named.baseline + u - box.y),
        *(1, desk.look.quiet),
    )
    lines = writing_lines(box, LAST, desk.look.quiet)
    return Group("paragraph", (ask,)), Group("paragraph", (named,)), rule, lines

"""What is new since the earlier version of a matrix: place by place, each line with its mark."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from pipeline.model import Change, Matrix, School, Value
from pipeline.paper.fit import foot_of, largest, needs, set_in, width, within
from pipeline.paper.foot import low_foot
from pipeline.paper.marks import mark_of
from pipeline.paper.masthead import Masthead
from pipeline.paper.outlines import edge_of, field_above, rectangle, value_shape
from pipeline.paper.overflow import Room, tell
from pipeline.paper.sheet import Box, Group, Item, Shape, Sheet, Sheets, Text
from pipeline.paper.style import MM, Style, breaks, floor_size, reads_at
from pipeline.problems import Sourced, phrase
from pipeline.products import Desk, chosen, matrices

TITLE = "What is new"
FOR = phrase("For staff and classes when something is new.")
LANDSCAPE = False
PAPERS = ("A4", "A3")
METRES = {"A4": 0.65, "A3": 0.9, "A2": 1.3}  # how far away its lines must be read
# From here on, lengths are thousandths of the paper's shorter side.
MARGIN, FOOT, LINES = 68, 26, 30
RULE = 3.5
# From here on, em of the lines.
ABOVE, UNDER = 1.2, 0.75  # above a place's name, and below it
HEADING, NAME, BEFORE = 1.12, 0.84, 0.86  # sizes: a place's name, a value's, the words before
MARK, ICON, COLUMN = 1.25, 1.15, 0.7  # a mark's side, a value's shape, between columns
BETWEEN, LEAD = 0.75, 0.42  # between lines, and between a line and the words before
WORDS = {"new": "New", "changed": "Changed", "moved": "Moved", "gone": "Taken out"}


@dataclass(frozen=True, slots=True)
class _Part:
    """Some changes of one place that stand together on a page; `name` is empty when it is told."""

    name: Sourced | None
    before: Sourced | None
    is_gone: bool
    changes: tuple[Change, ...]


@dataclass(frozen=True, slots=True)
class _Form:
    """How the lines are set and where: their size in pt gives all other lengths."""

    desk: Desk
    free: Box
    size: float

    @property
    def em(self) -> float:
        """The lines' size in mm."""
        return self.size * MM

    def style(self, role: str, colour: str | None = None) -> Style:
        """Return the style of a role."""
        letters, tongue = self.desk.look.letters(role, 1, colour), self.desk.language
        return Style(letters, 1.2, 0.0, tongue.code, breaks(tongue))

    def mark(self, kind: str) -> str:
        """Return the word of a mark."""
        return self.desk.language.say(WORDS[kind])

    @property
    def columns(self) -> tuple[float, float, float]:
        """Where marks' words, values' shapes and lines begin, from the left edge."""
        small, size = self.style("kicker"), self.size * NAME
        words = max(width(self.mark(kind), small, size) for kind in WORDS if kind != "gone")
        names = max(width(one.name, small, size) for one in self.desk.school.values)
        first = (MARK + 0.4) * self.em
        second = first + words + COLUMN * self.em
        return first, second, second + (ICON + 0.4 + COLUMN) * self.em + names

    @property
    def wide(self) -> float:
        """The width of the lines."""
        return self.free.w - self.columns[2]

    def note(self, change: Change) -> str:
        """Return what stands below the line: how it was, or where it stood; or nothing."""
        say = self.desk.language.say
        notes = []
        if change.origin:
            arena, value = change.origin
            origin = str(self.desk.school.values[value].name)
            origin += "" if arena == change.arena else f" ({arena})"
            notes.append(say("Before: under {place}", place=origin))
        if change.kind == "changed" or (change.before and change.before != change.now and notes):
            notes.append(say("Before: {words}", words=change.before))
        return " · ".join(notes)

    def high(self, change: Change) -> float:
        """Return the height of a change; infinite where a word is too wide."""
        line = needs((change.now or change.before or "",), self.style("cell"), self.size, self.wide)
        note = self.note(change)
        size = self.size * BEFORE
        under = needs((note,), self.style("small"), size, self.wide) if note else 0.0
        if line is None or under is None:
            return float("inf")
        return max(line, 0.9 * self.em) + (under + LEAD * self.em if note else 0.0)

    def opening(self, part: _Part) -> float:
        """Return the height of what stands over a part's changes."""
        high = 0.0
        if part.name:
            high += (ABOVE + HEADING + UNDER) * self.em
            high += (BEFORE + LEAD) * self.em if part.before else 0.0
        return high + ((NAME + 2 * UNDER) * self.em if part.is_gone else 0.0)


def subjects(school: School) -> tuple[Sourced, ...]:
    """Return the names of the matrices that have changed since their earlier version."""
    return tuple(name for name, one in matrices(school).items() if one.changes)


def arenas(school: School, subject: str) -> tuple[str, ...]:
    """Return the arenas of the matrix with this name."""
    return tuple(arena.name for arena in chosen(matrices(school), subject).arenas)


def compose(subject: str, desk: Desk) -> Sheets:
    """Return what has changed in the matrix with this name, on as few pages as hold it."""
    matrix, say = chosen(matrices(desk.school), subject), desk.language.say
    wide, high = desk.size
    u = min(desk.size) / 1000
    inner = Box(0, 0, wide, high).inset(MARGIN * u, 56 * u)
    words = Masthead(say("What is new"), matrix.title, _counted(matrix, desk))
    head, under = words.draw(inner, u, desk, desk.look.ink)
    ending = Box(inner.x, inner.bottom - FOOT * u, inner.w, FOOT * u)
    top = under + 56 * u
    form, pages = _sized(matrix, desk, Box(inner.x, top, inner.w, ending.y - 24 * u - top))
    ground = _ground(desk, under + 34 * u, u)
    sheets = []
    for number, page in enumerate(pages, 1):
        low = _foot(desk, ending, number, len(pages))
        sheets.append(Sheet(wide, high, (ground, *head, *_drawn(form, page), low)))
    return Sheets(
        title=f"{say('What is new')}: {matrix.title} – {desk.school.name}",
        language=desk.language.code,
        sheets=tuple(sheets),
        subject=words.below,
        reads_at=round(reads_at(form.style("cell"), form.size), 2),
    )


def _foot(desk: Desk, box: Box, page: int, pages: int) -> Group:
    """Return the foot, with the page's number where there are more."""
    words = desk.language.say("Page {page} of {pages}", page=page, pages=pages)
    right = (words,) if pages > 1 else ()
    return low_foot(box, desk.school, desk.language, desk.look, right, desk.problems)


def _counted(matrix: Matrix, desk: Desk) -> str:
    """Return how many changes there are of each kind, in one line."""
    kinds = [change.kind for change in matrix.changes]
    say = desk.language.say
    counted = ((say(word), kinds.count(kind)) for kind, word in WORDS.items())
    told = [f"{word}: {count}" for word, count in counted if count]
    return " · ".join(told) or say("Places have other names")


def _ground(desk: Desk, y: float, u: float) -> Group:
    """Return white paper and one curved rule: a sheet that takes little ink."""
    wide, high = desk.size
    paper = Shape(rectangle(Box(0, 0, wide, high)), fill=desk.look.card)
    curve = edge_of(field_above(wide, y + 8 * u, 10 * u))
    return Group("decoration", (paper, Shape(curve, stroke=desk.look.field, width=7 * u)))


def _sized(matrix: Matrix, desk: Desk, free: Box) -> tuple[_Form, list[list[_Part]]]:
    """Return the form with the largest lines that take no more pages than the smallest do."""
    floor = floor_size(Style(desk.look.letters("cell", 1)), METRES[desk.paper])
    target = max(floor, LINES * min(desk.size) / 1000 / MM)
    parts = list(_parts(matrix))
    least = _Form(desk, free, floor)
    fewest = len(_pages(parts, least))

    def fits(size: float) -> bool:
        form = _Form(desk, free, size)
        whole = all(form.high(one) <= free.h for one in matrix.changes if one.value is not None)
        return whole and len(_pages(parts, form)) <= fewest

    size = largest(fits, floor, target)
    if size is None:
        for change in matrix.changes:
            words = change.now or change.before or Sourced("")
            room = Room((words,), least.style("cell"), floor, least.wide, free.h)
            tell(room, change.arena, desk.paper, desk.problems)
    form = _Form(desk, free, size or floor)
    return form, _pages(parts, form)


def _parts(matrix: Matrix) -> Iterator[_Part]:
    """Yield each place's changes, and after them what is taken out there."""
    for arena in dict.fromkeys(change.arena for change in matrix.changes):
        here = [change for change in matrix.changes if change.arena == arena]
        before = next((one.before for one in here if one.kind == "renamed"), None)
        kept = tuple(one for one in here if one.kind not in ("renamed", "gone"))
        gone = tuple(one for one in here if one.kind == "gone")
        if kept or before:
            yield _Part(arena, before, False, kept)
        if gone:
            yield _Part(None if kept or before else arena, None, True, gone)


def _pages(parts: Sequence[_Part], form: _Form) -> list[list[_Part]]:
    """Return the parts page by page: one that runs over names its place anew on the next."""
    pages: list[list[_Part]] = [[]]
    used, place = 0.0, None
    for part in parts:
        place = part.name or place
        taken: list[Change] = []
        here = part
        room = form.free.h - used - form.opening(here)
        for change in part.changes:
            high = form.high(change) + BETWEEN * form.em
            if high > room and (taken or pages[-1]):
                if taken:
                    pages[-1].append(replace(here, changes=tuple(taken)))
                pages.append([])
                here = _Part(place, None, part.is_gone, ())
                taken, used = [], 0.0
                room = form.free.h - form.opening(here)
            taken.append(change)
            room -= high
        pages[-1].append(replace(here, changes=tuple(taken)))
        used = form.free.h - room
    return pages


def _drawn(form: _Form, parts: Sequence[_Part]) -> Iterator[Group]:
    y = form.free.y
    for part in parts:
        yield from _opening(form, part, y)
        y += form.opening(part)
        items: list[Item] = []
        for change in part.changes:
            items.append(_item(form, change, y))
            y += form.high(change) + BETWEEN * form.em
        if items:
            yield Group("list", tuple(items))


def _opening(form: _Form, part: _Part, y: float) -> Iterator[Group]:
    """Yield a place's name under its rule and how it was called before, or "Taken out"."""
    look, em, free = form.desk.look, form.em, form.free
    if part.name:
        top = y + ABOVE * em
        rule = Box(free.x, y + 0.3 * em, free.w, RULE * min(form.desk.size) / 1000)
        line = Group("decoration", (Shape(rectangle(rule), fill=look.edge),))
        room = Box(free.x, top, free.w, HEADING * em)
        style = form.style("heading")
        size = largest(within((part.name,), style, 1, free.w), 4, form.size * HEADING) or 4
        yield Group("heading", (line, set_in(room, part.name, style, size, top)), level=2)
        y = top + (HEADING + UNDER) * em
        if part.before:
            words = form.desk.language.say("Before: {words}", words=part.before)
            small = form.style("small", look.quiet)
            text = set_in(
                Box(free.x, y - 0.4 * em, free.w, em),
                words,
                small,
                form.size * BEFORE,
                y - 0.4 * em,
            )
            yield Group("paragraph", (text,))
            y += (BEFORE + LEAD) * em
    if part.is_gone:
        room = Box(free.x, y, free.w, em)
        style = form.style("heading", look.quiet)
        words = form.desk.language.say("Taken out")
        top = y + UNDER * 0.5 * em
        text = set_in(replace(room, y=top), words, style, form.size * NAME * 1.1, top)
        yield Group("heading", (text,), level=3)


def _item(form: _Form, change: Change, y: float) -> Group:
    """Return a change: its mark, its value, the words now and what there was before."""
    desk, em = form.desk, form.em
    look, is_gone = desk.look, change.kind == "gone"
    value: Value = desk.school.values[change.value or 0]
    ink = look.values[change.value or 0].ink
    words_at, value_at, line_at = (form.free.x + one for one in form.columns)
    style = form.style("cell", look.quiet if is_gone else look.ink)
    room = Box(line_at, y, form.wide, form.high(change))
    line = set_in(room, change.now or change.before or "", style, form.size, y)
    cap = style.cap * em
    mark = mark_of(
        change.kind, Box(form.free.x, y + cap / 2 - MARK * em / 2, MARK * em, MARK * em), look
    )
    icon = Box(value_at, y + cap / 2 - ICON * em / 2, ICON * em, ICON * em)
    texts = [
        *([] if is_gone else [_beside(form, form.mark(change.kind), look.ink, (words_at, line))]),
        _beside(form, value.name, ink, (value_at + (ICON + 0.4) * em, line)),
        line,
    ]
    if note := form.note(change):
        small, top = form.style("small", look.quiet), foot_of(line) + LEAD * em
        texts.append(
            set_in(replace(room, y=top, h=room.bottom - top), note, small, form.size * BEFORE, top)
        )
    shapes = (mark, Group("decoration", value_shape(value.shape, icon, ink, look.card)))
    return Group("item", (*shapes, *texts))


def _beside(form: _Form, words: str, colour: str, at: tuple[float, Text]) -> Text:
    """Return words on the first line of a text, at its left."""
    x, line = at
    style, size = form.style("kicker", colour), form.size * NAME
    top = line.baseline - style.cap * size * MM
    return set_in(Box(x, top, width(words, style, size) + 0.1, size * MM), words, style, size, top)

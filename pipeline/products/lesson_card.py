"""Lesson card of a focus: why, show, practise, praise, again, in twelve minutes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pipeline.language import Language
from pipeline.model import Arena
from pipeline.paper.bands import Shown, shown
from pipeline.paper.card import card, card_box, medallions
from pipeline.paper.column import Column
from pipeline.paper.cutting import copies
from pipeline.paper.fit import largest, set_in, width, within
from pipeline.paper.foot import credits, low_foot
from pipeline.paper.outlines import edge_of, ellipse, field_above, rectangle, value_shape
from pipeline.paper.overflow import Room, tell
from pipeline.paper.sheet import Box, Group, Item, Shape, Sheets
from pipeline.paper.style import MM, Style, breaks
from pipeline.problems import Phrase, Sourced, phrase
from pipeline.products import Desk
from pipeline.year import kit
from pipeline.year.letters import Occasion, occasion

TITLE = "Lesson cards"
FOR = phrase("For those who practise with a class, at school and at SFO.")
LANDSCAPE = True
PAPERS = ("A4",)
FORMATS = ("pdf",)
TOGETHER = "Assembly kit"
FILES = {"A4": "Lesson card"}
subjects, arenas = kit.subjects, kit.arenas
SLOT = 12  # minutes
STEPS: tuple[tuple[Phrase, int], ...] = (
    (phrase("Why"), 2),
    (phrase("Show"), 3),
    (phrase("Practise"), 5),
    (phrase("Praise"), 1),
    (phrase("Again"), 1),
)
# Lengths are mm, sizes pt.
PAGE = (297.0, 210.0)  # A4, lying whichever way is asked for
WIDE, HIGH = PAGE[0] / 2, PAGE[1]
PAD, FIELD, RISE, HERO = 10.0, 56.0, 7.0, 55.0
BADGE, BESIDE = 13.0, 4.5
FOOT = 8.0
BODIES = (11.5, 11.0, 10.5, 10.0, 9.5, 9.0)
TITLES = (21.0, 15.0, 30.0)  # at least on one line, on more, and at most
LEADING, CLOSE, APART, MOST_APART = 1.26, 2.2, 3.2, 9.0
Rows = Sequence[tuple[int, str]]  # a value's place among all, and one of its lines
Step = tuple[Column, float]  # a step that is written, and how high it is


def compose(subject: str, desk: Desk) -> Sheets:
    """Return the card twice on a sheet of A4, to be cut."""
    held = occasion(desk.school, subject)
    arena = kit.hung(held.focus, desk.school)
    made = _Card(held, arena, desk).items()
    sheet = copies(made, PAGE, 2, desk.look.quiet)
    say = desk.language.say
    title = say("{title}: {focus}", title=say("Lesson card"), focus=arena.name)
    use = say("For those who practise with a class, at school and at SFO.")
    return Sheets(title, desk.language.code, (sheet,), use, runs_on=True)


@dataclass(frozen=True)
class _Card:
    """One card on its way."""

    held: Occasion
    arena: Arena
    desk: Desk

    @property
    def tongue(self) -> Language:
        return self.desk.language

    def items(self) -> tuple[Item, ...]:
        """Return the field with title and drawing, the steps, and the foot."""
        drew = credits([self.arena.drawing], self.desk.school, self.tongue)
        box = Box(PAD, HIGH - PAD - FOOT, WIDE - 2 * PAD, FOOT)
        look, problems = self.desk.look, self.desk.problems
        foot = low_foot(box, self.desk.school, self.tongue, look, drew, problems)
        return (self._ground(), *self._head(), self._hero(), *self._steps(box.y - 4.0), foot)

    def _ground(self) -> Group:
        look = self.desk.look
        field = field_above(WIDE, FIELD, RISE)
        paper = Shape(rectangle(Box(0, 0, WIDE, HIGH)), fill=look.paper)
        edge = Shape(edge_of(field), stroke=look.field, width=1.4)
        return Group("decoration", (paper, edge if look.ruled else Shape(field, fill=look.field)))

    def _head(self) -> list[Item]:
        """Return what the card is, and the arena as its title."""
        look, say, name = self.desk.look, self.tongue.say, self.arena.name
        ink = look.ink if look.ruled else look.on_field
        wide = WIDE - 2 * PAD - HERO - 3.0
        style = Style(look.letters("title", 1, ink), 1.04, breaks=breaks(self.tongue))
        ways = ((one, lines) for one in style.dividing(self.tongue.code) for lines in (1, 2, 3))
        for tried, lines in ways:
            size = largest(within((name,), tried, lines, wide), TITLES[lines > 1], TITLES[-1])
            if size:
                break
        else:
            size = TITLES[1]
            room = Room((name,), tried, size, wide, 3 * size * MM)
            tell(room, say("the title"), say("half an A4"), self.desk.problems)
        small = Style(look.letters("heading", 1, ink), 1.2)
        told = say("{minutes} minutes", minutes=SLOT), kit.weeks_told(self.held.focus, self.tongue)
        column = Column(PAD, PAD + 1.0, wide)
        column.put(say("Lesson card"), small, 11.5, 0.0)
        column.put(name, tried, size, 4.2, "title")
        column.put(" · ".join(told), small, 10.0, 4.6)
        return column.items

    def _hero(self) -> Item:
        room = Box(WIDE - PAD - HERO, PAD - 2.5, HERO + 2.0, FIELD - PAD + 3.5)
        drawing, look = self.arena.drawing, self.desk.look
        if drawing and drawing.art:
            return card(drawing, drawing.art, card_box(drawing.art, room), look)
        values = self.desk.school.values
        return medallions(values, look, Box(room.x, room.y + 6, room.w, room.h - 16))

    def _steps(self, bottom: float) -> list[Item]:
        """Return the steps, as large as there is room for, with even room between them."""
        top = FIELD + 4.0
        rows = [(at, line) for at, lines in shown(self.arena) for line in lines]
        for tried, size in ((rows, one) for rows in _fewer(shown(self.arena)) for one in BODIES):
            made = self._written(tried, size)
            free = bottom - top - sum(high for _, high in made)
            if free >= APART * (len(made) - 1):
                break
        else:
            texts = tuple(line for _, line in rows)
            room = Room(texts, self._body, size, self._wide - 6, (bottom - top) / 2)
            where = self.tongue.say("the lesson card")
            tell(room, where, self.tongue.say("half an A4"), self.desk.problems)
        apart = min(MOST_APART, free / len(made))
        y = top + max(0.0, (free - apart * (len(made) - 1)) / 2)
        items: list[Item] = []
        for at, (_, high) in enumerate(made):
            items.append(self._placed(at, tried, size, y))
            y += high + apart
        return items

    @property
    def _wide(self) -> float:
        return WIDE - 2 * PAD - BADGE - BESIDE

    @property
    def _body(self) -> Style:
        letters = self.desk.look.letters("cell", 1)
        return Style(letters, LEADING, 0.0, self.tongue.code, breaks(self.tongue))

    def _written(self, rows: Rows, size: float) -> list[Step]:
        found = []
        for at in range(len(STEPS)):
            column = self._step(at, rows, size, 0.0)
            found.append((column, max(BADGE, column.y + 1.0)))
        return found

    def _placed(self, at: int, rows: Rows, size: float, y: float) -> Group:
        """Return the step from `y` mm down, its minutes on a disc beside it."""
        column = self._step(at, rows, size, y)
        heading, *rest = column.items
        return Group("part", (heading, *self._badge(at, y), *rest))

    def _step(self, at: int, rows: Rows, size: float, y: float) -> Column:
        column = Column(PAD + BADGE + BESIDE, y + 1.0, self._wide)
        style = Style(self.desk.look.letters("heading", 1), 1.1)
        column.put(self.tongue.tell(STEPS[at][0]), style, size * 1.22, 0.0, "heading")
        (self._why, self._show, self._practise, self._praise, self._again)[at](column, rows, size)
        return column

    def _badge(self, at: int, y: float) -> tuple[Item, ...]:
        """Return how many minutes the step takes."""
        look = self.desk.look
        box = Box(PAD, y, BADGE, BADGE)
        disc = Shape(ellipse(box), None if look.ruled else look.field, look.field, 0.5)
        ink = look.ink if look.ruled else look.on_field
        large, small = Style(look.letters("title", 1, ink)), Style(look.letters("small", 1, ink))
        words = str(kit.parted(SLOT, [part for _, part in STEPS])[at])
        number = set_in(box, words, large, 15, y + 2.9, "center")
        unit = set_in(box, self.tongue.say("min"), small, 7.5, y + 8.4, "center")
        return Group("decoration", (disc,)), Group("paragraph", (number, unit))

    def _say(self, column: Column, words: str, size: float, above: float = CLOSE) -> None:
        column.put(words, self._body, size, above)

    def _why(self, column: Column, rows: Rows, size: float) -> None:
        self._say(column, self.tongue.say("Ask: What gets better when all of us do this?"), size)

    def _show(self, column: Column, rows: Rows, size: float) -> None:
        say, look = self.tongue.say, self.desk.look
        self._say(column, say("An adult shows it, and says aloud what to do."), size)
        if films := [str(one.title) for one in self.held.focus.films]:
            told = self.tongue.listed([say("“{words}”", words=one) for one in films])
            self._say(column, say("See the film first: {film}.", film=told), size)
        side = size * MM * 1.15
        inner = Column(column.x + side + 2.2, column.y, column.wide - side - 2.2)
        items: list[Item] = []
        for count, (at, line) in enumerate(rows):
            inner.put(line, Style(look.letters("name", 1), 1.2), size, CLOSE if count else 2.6)
            (text,) = inner.items.pop().items  # type: ignore[union-attr]
            value = self.desk.school.values[at]
            box = Box(column.x, text.baseline - size * MM * 0.93, side, side)  # type: ignore[union-attr]
            mark = value_shape(value.shape, box, look.values[at].ink, look.paper)
            items.append(Group("item", (Group("decoration", mark), text)))
        column.items.append(Group("list", tuple(items)))
        column.y = inner.y

    def _practise(self, column: Column, rows: Rows, size: float) -> None:
        if task := self.held.focus.task:
            self._say(column, task, size)
        words = self.tongue.say("All try, where it is to happen. The adults too.")
        self._say(column, words, size)

    def _praise(self, column: Column, rows: Rows, size: float) -> None:
        praise = self.held.focus.praise
        own = self.tongue.say("Say what you saw, at once:")
        self._say(column, own, size)
        words = self.tongue.say("“{words}”", words=praise or self.tongue.say("I saw that you …"))
        quote = Sourced(words, None, getattr(praise, "language", None) if praise else None)
        column.put(quote, Style(self.desk.look.letters("heading", 1), 1.2), size, CLOSE)

    def _again(self, column: Column, rows: Rows, size: float) -> None:
        leads, say = list(self._later()), self.tongue.say
        self._say(column, say("Ask: What did we manage?"), size)
        bold = Style(self.desk.look.letters("heading", 1), 1.2)
        aside = max(width(lead, bold, size) for lead, _ in leads) + 2.5
        for lead, words in leads:
            left = Column(column.x, column.y, aside)
            left.put(lead, bold, size, CLOSE)
            right = Column(column.x + aside, column.y, column.wide - aside)
            right.put(words, self._body, size, CLOSE)
            both = [item for one in (left, right) for item in one.items]
            texts = tuple(text for item in both for text in item.items)  # type: ignore[union-attr]
            column.items.append(Group("paragraph", texts))
            column.y = right.y

    def _later(self) -> Iterator[tuple[str, str]]:
        """Yield what is done later, with when it is."""
        say, focus = self.tongue.say, self.held.focus
        yield say("Tomorrow"), say("Remind of it just before, and praise those who do it.")
        words = say("Practise once more.")
        question = focus.question
        if question and (question.language or self.tongue.code) == self.tongue.code:
            words = say("Practise once more, and ask: {question}", question=question)
        yield say("Next week"), words
        if focus.after_school and focus.after_school.task:
            yield say("SFO"), focus.after_school.task


def _fewer(rows: Shown) -> Iterator[Rows]:
    """Yield all lines, then at most two of each value, then one: the poster has them all."""
    most = max((len(lines) for _, lines in rows), default=0)
    for count in range(most, 0, -1):
        yield [(at, line) for at, lines in rows for line in lines[:count]]

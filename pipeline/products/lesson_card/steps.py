"""The steps of a lesson card, each with its minutes, as large as there is room for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pipeline.language import Language, language
from pipeline.model import Arena, Film
from pipeline.paper.bands import Shown, shown
from pipeline.paper.code import code
from pipeline.paper.colour import WHITE
from pipeline.paper.column import Column
from pipeline.paper.fit import set_in, width
from pipeline.paper.outlines import ellipse, value_shape
from pipeline.paper.overflow import Room, tell
from pipeline.paper.sheet import Box, Group, Item, Shape, shifted
from pipeline.paper.style import MM, Style, breaks
from pipeline.problems import Phrase, Sourced, phrase
from pipeline.products import Desk
from pipeline.wording.praising import points_out
from pipeline.year import kit
from pipeline.year.letters import Occasion

SLOT = 12  # minutes
STEPS: tuple[tuple[Phrase, int], ...] = (
    (phrase("Why"), 2),
    (phrase("Show"), 3),
    (phrase("Practise"), 5),
    (phrase("Praise"), 1),
    (phrase("Again"), 1),
)
SHOW = STEPS[1]
# Lengths are mm, sizes pt.
BADGE, BESIDE = 13.0, 4.5
CODE, QUIET = 25.0, 3.0  # a film's code, and the white at its left
BODIES = (11.5, 11.0, 10.5, 10.0, 9.5, 9.0)
LEADING, CLOSE, APART, MOST_APART = 1.26, 2.2, 2.0, 9.0
Rows = Sequence[tuple[int, str]]  # a value's place among all, and one of its lines
Step = tuple[Column, float]  # a step that is written, and how high it is


@dataclass(frozen=True)
class Steps:
    """The steps on their way: of what, at which desk, and the room that they have on the card."""

    held: Occasion
    arena: Arena
    desk: Desk
    room: Box

    @property
    def tongue(self) -> Language:
        """The language of the card."""
        return self.desk.language

    @property
    def film(self) -> Film | None:
        """The film to see first: a lesson has the time for one."""
        return next(iter(self.held.focus.films), None)

    def placed(self) -> list[Item]:
        """Return the steps, as large as there is room for, with even room between them."""
        top, bottom = self.room.y, self.room.bottom
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
        return self.room.w - BADGE - BESIDE

    @property
    def _body(self) -> Style:
        letters = self.desk.look.letters("cell", 1)
        return Style(letters, LEADING, 0.0, self.tongue.code, breaks(self.tongue))

    def _written(self, rows: Rows, size: float) -> list[Step]:
        found = []
        for at in range(len(STEPS)):
            column = self._step(at, rows, size, 0.0)
            least = max(BADGE, CODE) if self._has_code(at) else BADGE
            found.append((column, max(least, column.y + 1.0)))
        return found

    def _placed(self, at: int, rows: Rows, size: float, y: float) -> Group:
        """Return the step from `y` mm down, its minutes on a disc beside it."""
        column = self._step(at, rows, size, y)
        heading, *rest = column.items
        if film := self.film if self._has_code(at) else None:
            rest.append(self._code(str(film.link), y))
        return Group("part", (heading, *self._badge(at, y), *rest))

    def _step(self, at: int, rows: Rows, size: float, y: float) -> Column:
        wide = self._wide - (CODE + QUIET if self._has_code(at) else 0.0)
        column = Column(self.room.x + BADGE + BESIDE, y + 1.0, wide)
        style = Style(self.desk.look.letters("heading", 1), 1.1)
        column.put(self.tongue.tell(STEPS[at][0]), style, size * 1.22, 0.0, "heading")
        (self._why, self._show, self._practise, self._praise, self._again)[at](column, rows, size)
        return column

    def _badge(self, at: int, y: float) -> tuple[Item, ...]:
        """Return how many minutes the step takes."""
        look = self.desk.look
        box = Box(self.room.x, y, BADGE, BADGE)
        disc = Shape(ellipse(box), None if look.ruled else look.field, look.field, 0.5)
        ink = look.ink if look.ruled else look.on_field
        large, small = Style(look.letters("title", 1, ink)), Style(look.letters("small", 1, ink))
        words = str(kit.parted(SLOT, [part for _, part in STEPS])[at])
        number = set_in(box, words, large, 15, y + 2.9, "center")
        unit = set_in(box, self.tongue.say("min"), small, 9.0, y + 8.2, "center")
        return Group("decoration", (disc,)), Group("paragraph", (number, unit))

    def _say(self, column: Column, words: str, size: float, above: float = CLOSE) -> None:
        column.put(words, self._body, size, above)

    def _saying(self, column: Column, own: Phrase, size: float) -> None:
        """Write the sentence with the school's task, after it where their languages differ."""
        task, tongue = self.held.focus.task, self.tongue
        if (task.language or tongue.code) == tongue.code:
            self._say(column, tongue.say(own.text, words=task), size)
        else:
            self._say(column, tongue.say(own.text, words="").rstrip(), size)
            self._say(column, task, size)

    def _points_out(self, row: tuple[int, str]) -> bool:
        """Tell whether praise of the line may point out another child."""
        code = getattr(row[1], "language", None)
        return points_out(row[1], language(code) if code else self.tongue)

    @property
    def _runs_out(self) -> bool:
        """Whether there are fewer lines than weeks of school to practise them in."""
        there = kit.weeks(self.held.focus, self.desk.school, self.tongue)
        lines = sum(len(cell) for _, cell in shown(self.arena))
        return lines < sum(not one.shut for one in there)

    def _has_code(self, at: int) -> bool:
        return self.film is not None and STEPS[at] == SHOW

    def _code(self, address: str, y: float) -> Group:
        """Return the code that leads to the film, at the right of its step."""
        alt = self.tongue.say("A code to scan with a phone: it opens the film")
        shapes = code(address, CODE, alt).shapes
        x = self.room.right - CODE
        return Group("figure", tuple(shifted(one, x, y) for one in shapes), alt=alt)

    def _why(self, column: Column, rows: Rows, size: float) -> None:
        self._say(column, self.tongue.say("Ask: What gets better when everyone does this?"), size)

    def _show(self, column: Column, rows: Rows, size: float) -> None:
        say = self.tongue.say
        if film := self.film:
            self._say(column, say("See the film first:"), size)
            bold = Style(self.desk.look.letters("heading", 1), 1.2)
            quoted = say("“{words}”", words=film.title)
            title = Sourced(quoted, None, film.title.language)
            column.put(title, bold, size, CLOSE, link=str(film.link))
        words = say("An adult shows it, and says what we do.")
        if self.held.focus.private:
            words = say("An adult says what we do, and shows only what all may see.")
        if len(rows) > 1:
            words = " ".join((say("Choose one line this week."), words))
        self._say(column, words, size)
        self._lines(column, rows, size)

    def _lines(self, column: Column, rows: Rows, size: float) -> None:
        look = self.desk.look
        side = size * MM * 1.15
        inner = Column(column.x + side + 2.2, column.y, column.wide - side - 2.2)
        items: list[Item] = []
        for count, (at, line) in enumerate(rows):
            inner.put(line, Style(look.letters("name", 1), 1.2), size, CLOSE if count else 2.6)
            (text,) = inner.items.pop().items  # type: ignore[union-attr]
            value = self.desk.school.values[at]
            box = Box(column.x, text.baseline - size * MM * 0.93, side, side)  # type: ignore[union-attr]
            mark = value_shape(value.shape, box, look.values[at].ink, WHITE)
            items.append(Group("item", (Group("decoration", mark), text)))
        column.items.append(Group("list", tuple(items)))
        column.y = inner.y

    def _practise(self, column: Column, rows: Rows, size: float) -> None:
        focus, say = self.held.focus, self.tongue.say
        if focus.private:
            self._say(column, say("Everyone says the line. The adults too."), size)
            if focus.task:
                self._saying(column, phrase("Each on your own, when you are there: {words}"), size)
            return
        if len(rows) > 1 and focus.task:
            own = phrase("Practise the line you chose. For example: {words}")
            self._saying(column, own, size)
        elif len(rows) > 1 or focus.task:
            self._say(column, focus.task or say("Practise the line you chose."), size)
        words = say("Everyone tries, in the place itself if possible. The adults too.")
        if focus.themed:
            words = say("Everyone tries. The adults too.")
        self._say(column, words, size)

    def _praise(self, column: Column, rows: Rows, size: float) -> None:
        focus, say = self.held.focus, self.tongue.say
        how = say("Say the line with “you”, at once. For example:")
        if focus.private:
            how = say("Praise what you see and hear from outside, at once.")
        self._say(column, how, size)
        words = say("“{words}”", words=focus.praise or say("I saw that you …"))
        quote = Sourced(words, None, focus.praise.language if focus.praise else None)
        column.put(quote, Style(self.desk.look.letters("heading", 1), 1.2), size, CLOSE)
        if not focus.private and any(map(self._points_out, rows)):
            low = phrase("Is somebody alone or sad? Say quietly: “{words}”")
            self._say(column, say(low.text, words=say("I saw what you did.")), size)

    def _again(self, column: Column, rows: Rows, size: float) -> None:
        leads, say = list(self._later(rows)), self.tongue.say
        now = say("Ask: What went well?"), say("Write your initials in the practice log.")
        self._say(column, " ".join(now), size)
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

    def _later(self, rows: Rows) -> Iterator[tuple[str, str]]:
        """Yield what is done later, with when it is; nobody has to name a child."""
        say, focus = self.tongue.say, self.held.focus
        remind = say("Remind them just before, and praise those who do it.")
        yield say("Tomorrow"), say("Remind them before you go there.") if focus.private else remind
        words, ask = say("Practise once more."), phrase("Let everyone think quietly: {question}")
        if len(rows) > 1:
            words = say("Choose a new line, and practise again.")
            ask = phrase("Think quietly, for example: {question}")
            if self._runs_out:
                words = say("Choose a new line, or one that needs more practice.")
        question = focus.question
        if question and (question.language or self.tongue.code) == self.tongue.code:
            words = f"{words} {say(ask.text, question=question)}"
        yield say("Next week"), words
        if focus.after_school and focus.after_school.task:
            yield say("SFO"), focus.after_school.task


def _fewer(rows: Shown) -> Iterator[Rows]:
    """Yield all lines, then at most two of each value, then one: the poster has them all."""
    most = max((len(lines) for _, lines in rows), default=0)
    for count in range(most, 0, -1):
        yield [(at, line) for at, lines in rows for line in lines[:count]]

"""The small inserts: two strips and a box, with one value or all, in few and large words."""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from pipeline.paper.bands import Bands, Setting, bands
from pipeline.paper.card import card, card_box, medallions
from pipeline.paper.fit import flush, foot_of, set_in, width
from pipeline.paper.headline import Headline
from pipeline.paper.outlines import field_within, rounded
from pipeline.paper.sheet import Box, Group, Item, Shape, Sheet, Text, walk
from pipeline.paper.style import FLOOR_MM, MM, Style, breaks
from pipeline.problems import phrase, place_of
from pipeline.products import Desk
from pipeline.products.monthly_insert.columns import columns
from pipeline.products.monthly_insert.question import Question
from pipeline.year.monthly import Monthly

LEAST = 12.0  # pt: what is read fast, in print
MOST_WORDS = 25
ONE_LINE = 0.6  # a title stands on one line down to so much of its largest size
# From here on, lengths are mm.
UNITS = (0.1, 0.08, 0.065)  # a thousandth of what bands are measured by, roomy and less so
EDGE, RADIUS, PAD = 0.9, 3.0, 2.4
GAP, BETWEEN, EASE, SPARE = 2.6, 1.4, 2.2, 0.5
HEROES = ((0.5, 0.44, 0.4), (0.34, 0.26))  # the drawing's part of a box: as a rule, and at least
Rows = Sequence[tuple[int, tuple[str, ...]]]  # a value's place among all, and its lines


@dataclass(frozen=True)
class Words:
    """What a small insert says: the lines under each value that it shows, and what to ask.

    `tight`: set closer, and the drawing smaller, for nothing else fits.
    """

    rows: Rows
    question: str
    tight: bool = False


@dataclass(frozen=True)
class Slip:
    """A small insert on its way: what it is of, and the desk that it is made at."""

    monthly: Monthly
    desk: Desk

    @functools.cached_property
    def setting(self) -> Setting:
        """How its bands are set: lines of at least LEAST pt."""
        look, language = self.desk.look, self.desk.language
        metres = LEAST * MM * Style(look.letters("line", 1)).cap / FLOOR_MM
        values = self.desk.school.values
        return Setting(values, look, language.code, breaks(language), UNITS[0], metres - 1e-6, True)

    @property
    def kicker(self) -> str:
        """Which month it is of."""
        month = self.desk.language.facts["months"][self.monthly.month.number - 1]
        return self.desk.language.say("PALS in {month}", month=month)

    @property
    def lead(self) -> str:
        """What stands before the question."""
        return self.desk.language.say("At home:")

    def said(self) -> Iterator[Words]:
        """Yield what it may say, the most wished first: few words, but always a line."""
        cells, value = self.monthly.arena.cells, self.monthly.value
        ask = self.monthly.question
        if value is None:
            rows = [(at, tuple(lines[:1])) for at, lines in enumerate(cells) if lines]
            wishes = [(rows, ask), (rows, "")]
        else:
            lines = tuple(cells[value])
            wishes = [([(value, lines[:count])], ask) for count in range(len(lines), 0, -1)]
        for tight in (False, True):
            yield from (Words(rows, ask, tight) for rows, ask in wishes)

    def head(self, box: Box, colour: str, most: float) -> tuple[list[Item], float]:
        """Return month and title, one over the other, from the box's top, and where they end."""
        over, style, size = self._kicker(colour)
        name = self.monthly.arena.name
        title, large = self._titled(box.w, colour, most)
        above = set_in(flush(box, over, style, size), over, style, size, box.y)
        top = foot_of(above) + 0.36 * large * MM
        below = set_in(flush(box, name, title, large), name, title, large, top)
        items: list[Item] = [Group("paragraph", (above,)), Group("title", (below,))]
        return items, foot_of(below)

    def _titled(self, wide: float, colour: str, most: float) -> tuple[Style, float]:
        """Return how the title is set: on one line unless two are much larger."""
        name, line = self.monthly.arena.name, self._headline(wide, colour, most)
        alone = line.on_one_line(name)
        if alone and alone >= most * ONE_LINE:
            return line.style, alone
        found = line.set(name, self.desk.language.code)
        if not found:
            line.tell(
                name, self.desk.language.say("the title"), self.desk.paper, self.desk.problems
            )
        return found or (line.style, line.least)

    def low_head(self, box: Box, colour: str, most: float) -> tuple[list[Item], float]:
        """Return the title with the month at its right where both have room, else as `head`."""
        over, style, size = self._kicker(colour)
        name, line = self.monthly.arena.name, self._headline(box.w, colour, most)
        left = box.w - width(over, style, size) - 6
        large = replace(line, wide=left).on_one_line(name) if left > 0 else None
        if not large:
            return self.head(box, colour, most)
        at = flush(replace(box, w=left), name, line.style, large)
        title = set_in(at, name, line.style, large, box.y)
        top = foot_of(title) - style.cap * size * MM
        month = set_in(box, over, style, size, top, "right")
        items: list[Item] = [Group("title", (title,)), Group("paragraph", (month,))]
        return items, foot_of(title)

    def _kicker(self, colour: str) -> tuple[str, Style, float]:
        return self.kicker, Style(self.desk.look.letters("kicker", 1, colour)), LEAST

    def _headline(self, wide: float, colour: str, most: float) -> Headline:
        letters = self.desk.look.letters("title", 1, colour)
        style = Style(letters, 1.0, breaks=breaks(self.desk.language))
        return Headline(style, wide, LEAST + 1, most, LEAST)

    def ask(self, question: str) -> Question:
        """Return the question as it is set here."""
        return Question(self.lead, question, self.desk.look, self.desk.language, LEAST)

    def banded(self, words: Words, box: Box) -> list[Item] | None:
        """Return the values with their lines, in the middle of the box; None if they don't fit."""
        rows = words.rows
        free = box.h - BETWEEN * (len(rows) - 1)
        for unit in UNITS if words.tight or len(rows) > 1 else UNITS[:1]:
            setting = replace(self.setting, unit=unit)
            for size in (43, 36):
                found = bands(setting, box.w, free / len(rows), size)
                if found and (solved := found.solve(rows, lambda _: free - SPARE * len(rows))):
                    return self._drawn(rows, box, solved)
        return None

    def _drawn(self, rows: Rows, box: Box, solved: tuple[Bands, float, list[float]]) -> list[Item]:
        found, size, heights = solved
        gaps = BETWEEN * (len(rows) - 1)
        spare = max(0.0, box.h - sum(heights) - gaps) / len(rows)
        heights = [one + max(SPARE, min(spare * 0.6, EASE)) for one in heights]
        y = box.y + (box.h - sum(heights) - gaps) / 2
        items: list[Item] = []
        for (at, lines), high in zip(rows, heights, strict=True):
            items.append(found.draw(at, lines, Box(box.x, y, box.w, high), size))
            y += high + BETWEEN
        return items

    def across(self, words: Words, box: Box) -> list[Item] | None:
        """Return one value as a band, or all of them side by side; None if they don't fit."""
        if len(words.rows) > 1:
            return columns(list(words.rows), self.setting, box, LEAST)
        return self.banded(words, box)

    def hero(self, room: Box) -> Item:
        """Return the drawing on its card, or the values' shapes."""
        drawing = self.monthly.arena.drawing
        if drawing and drawing.art:
            return card(drawing, drawing.art, card_box(drawing.art, room), self.desk.look)
        return medallions(self.desk.school.values, self.desk.look, room)

    def ground(self, field: Shape | None) -> Group:
        """Return the paper in its frame, with the field that carries title or drawing."""
        wide, high = self.desk.size
        look, inner = self.desk.look, Box(0, 0, wide, high).inset(EDGE / 2, EDGE / 2)
        frame = Shape(rounded(inner, RADIUS), stroke=look.field, width=EDGE)
        sheet = Shape(rounded(inner, RADIUS), fill=look.paper)
        return Group("decoration", (sheet, *([field] if field else []), frame))


Layout = Callable[[Slip, Words], list[Item] | None]


def sheet(slip: Slip) -> Sheet:
    """Return the first of what the slip may say that keeps to few words and fits."""
    wide, high = slip.desk.size
    layout = LAYOUTS[slip.desk.paper]
    least: tuple[Words, list[Item] | None] | None = None
    for words in slip.said():
        made = layout(slip, words)
        if made is not None and counted(made) <= MOST_WORDS:
            return Sheet(wide, high, tuple(made))
        least = words, made
    return Sheet(wide, high, tuple(_told(slip, least)))


def _told(slip: Slip, least: tuple[Words, list[Item] | None] | None) -> list[Item]:
    """Note why not even the fewest words will do; return a paper to go on with."""
    words, made = least or (Words([], slip.monthly.question), None)
    line = next((line for _, lines in words.rows for line in lines), slip.monthly.arena.name)
    longest = max((words.question, line), key=lambda one: len(one.split()))
    paper = slip.desk.paper
    if made is not None:
        what = phrase(
            "The insert of {paper} mm would have {count} words; {most} is the most.",
            paper=paper,
            count=counted(made),
            most=MOST_WORDS,
        )
        mend = phrase(
            'Say this in {cut} fewer words: "{words}".',
            cut=counted(made) - MOST_WORDS,
            words=longest,
        )
    else:
        what = phrase("The words have no room on the insert of {paper} mm.", paper=paper)
        mend = phrase('Make this shorter: "{words}".', words=longest)
    slip.desk.problems.error(place_of(longest), what, mend)
    head, _ = slip.head(Box(PAD, PAD, slip.desk.size[0] - 2 * PAD, 10), slip.desk.look.ink, LEAST)
    return [slip.ground(None), *head]


def counted(items: Sequence[Item]) -> int:
    """Return how many words there are to read."""
    texts = [item for item, _ in walk(tuple(items)) if isinstance(item, Text)]
    words = [word for text in texts for line in text.lines for word in line.split()]
    return sum(any(letter.isalnum() for letter in word) for word in words)


def _field_left(slip: Slip, wide: float) -> Shape | None:
    """Return the field at the left, round where the frame is."""
    look, high = slip.desk.look, slip.desk.size[1]
    if look.ruled:
        return None
    box = Box(EDGE / 2, EDGE / 2, wide, high - EDGE)
    return Shape(rounded(box, (RADIUS, 0, 0, RADIUS)), fill=look.field)


def _strip(slip: Slip, words: Words) -> list[Item] | None:
    """A strip for an upright page: the drawing, and beside it all else, from top to bottom."""
    wide, high = slip.desk.size
    split = 46.0
    column = Box(split + 3.4, 3.0, wide - split - 3.4 - 3.2, high - 6.4)
    ink = slip.desk.look.ink
    ask = slip.ask(words.question)
    asks = ask.high(column.w, over=False)
    for head in (slip.head, slip.low_head):
        items, under = head(column, ink, 19)
        top = under + GAP
        below = column.bottom - asks - (GAP if asks else 0.0)
        made = slip.across(words, Box(column.x, top, column.w, below - top))
        if made is not None:
            asked = ask.draw(replace(column, y=column.bottom - asks, h=asks), over=False)
            drawing = slip.hero(Box(2.2, 2.2, split - 3.8, high - 4.6))
            ground = slip.ground(_field_left(slip, split - EDGE / 2))
            return [ground, *items, drawing, *made, *asked]
    return None


def _wide(slip: Slip, words: Words) -> list[Item] | None:
    """A strip for a lying page: drawing, title, value and question side by side."""
    wide, high = slip.desk.size
    split, inner = 38.0, Box(0, 3.2, 0, high - 6.4)
    title = replace(inner, x=split + 3.2, w=60)
    value = replace(inner, x=title.right + 4, w=82 if words.question else 138)
    last = replace(inner, x=value.right + 4, w=wide - value.right - 7)
    ask = slip.ask(words.question)
    asks = ask.high(last.w, over=True)
    made = slip.across(words, value)
    head, under = slip.head(title, slip.desk.look.ink, 24)
    if made is None or asks > last.h or under > inner.bottom:
        return None
    lower = (title.bottom - under) / 2
    title = replace(title, y=title.y + lower, h=title.h - lower)
    head, _ = slip.head(title, slip.desk.look.ink, 24)
    asked = ask.draw(replace(last, y=last.y + (last.h - asks) / 2, h=asks), over=True)
    drawing = slip.hero(Box(2.0, 2.0, split - 3.4, high - 4.2))
    ground = slip.ground(_field_left(slip, split - EDGE / 2))
    return [ground, *head, drawing, *made, *asked]


def _box(slip: Slip, words: Words) -> list[Item] | None:
    """A box: a small poster."""
    wide, high = slip.desk.size
    look = slip.desk.look
    inner = Box(5.0, 5.4, wide - 10.0, high - 10.0)
    ink = look.ink if look.ruled else look.on_field
    head, under = slip.head(inner, ink, 24)
    ask = slip.ask(words.question)
    over = ask.stacks(inner.w)
    asks = ask.high(inner.w, over=over)
    below = inner.bottom - asks - (GAP + 0.4 if asks else 0.0)
    for share in HEROES[words.tight]:
        hero = (below - under) * share
        top = under + 3.2 + hero + 2.6
        made = slip.banded(words, Box(inner.x, top, inner.w, below - top))
        if made is not None:
            break
    else:
        return None
    high_up = min((one.path[0][1][1] for one in _shapes(made)), default=top)
    room = Box(inner.x, under + 3.2, inner.w, high_up - 2.6 - under - 3.2)
    field = None
    if not look.ruled:
        upper = Box(EDGE / 2, EDGE / 2, wide - EDGE, room.y + room.h * 0.72)
        field = Shape(field_within(upper, RADIUS, 4.0), fill=look.field)
    asked = ask.draw(replace(inner, y=inner.bottom - asks, h=asks), over=over)
    return [slip.ground(field), *head, slip.hero(room), *made, *asked]


def _shapes(items: Sequence[Item]) -> Iterator[Shape]:
    return (item for item, _ in walk(tuple(items)) if isinstance(item, Shape))


LAYOUTS: dict[str, Layout] = {"160x35": _strip, "247x28": _wide, "80x80": _box}

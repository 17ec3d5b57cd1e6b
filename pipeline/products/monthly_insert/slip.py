"""A small insert on its way: the parts that strips, box and half sheet are put together from."""

from __future__ import annotations

import functools
from collections.abc import Sequence
from dataclasses import dataclass, replace

from pipeline.paper.bands import Bands, Setting, bands
from pipeline.paper.card import card, card_box, medallions
from pipeline.paper.fit import flush, foot_of, set_in, width
from pipeline.paper.headline import Headline
from pipeline.paper.outlines import rounded
from pipeline.paper.sheet import Box, Group, Item, Shape
from pipeline.paper.style import FLOOR_MM, MM, Style, breaks
from pipeline.products import Desk
from pipeline.products.monthly_insert.columns import columns
from pipeline.products.monthly_insert.question import Question
from pipeline.year.monthly import Monthly

LEAST = 12.0  # pt: what is read fast, in print
ONE_LINE = 0.6  # a title stands on one line down to so much of its largest size
# From here on, lengths are mm.
UNITS = (0.115, 0.1, 0.08, 0.065)  # a thousandth of what bands are measured by, the roomy first
EDGE, RADIUS, PAD = 0.9, 3.0, 2.4
GAP, BETWEEN, EASE, SPARE = 2.6, 1.4, 2.2, 0.5
WIDEST = 1.7  # a drawing wider than that, for its height, has more white around it
Rows = Sequence[tuple[int, tuple[str, ...]]]  # a value's place among all, and its lines


@dataclass(frozen=True)
class Words:
    """What a small insert says: the lines under each value that it shows, and what to ask."""

    rows: Rows
    question: str


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
        return Setting(
            values, look, language.code, breaks(language), UNITS[0], metres - 1e-6, False
        )

    @property
    def kicker(self) -> str:
        """Which month it is of."""
        month = self.desk.language.facts["months"][self.monthly.month.number - 1]
        return self.desk.language.say("PALS in {month}", month=month)

    @property
    def lead(self) -> str:
        """What stands before the question."""
        return self.desk.language.say("At home:")

    def wishes(self) -> list[Words]:
        """Return what it may say, the most wished first: few words, but always a line."""
        cells, value = self.monthly.arena.cells, self.monthly.value
        ask = self.monthly.question
        if value is None:
            rows = [(at, tuple(lines[:1])) for at, lines in enumerate(cells) if lines]
            return [Words(rows, ask), Words(rows, "")]
        lines = tuple(cells[value])
        return [Words([(value, lines[:count])], ask) for count in range(len(lines), 0, -1)]

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
        look = self.desk.look
        quiet = look.quiet if colour == look.ink else colour
        return self.kicker, Style(look.letters("small", 1, quiet)), LEAST

    def _headline(self, wide: float, colour: str, most: float) -> Headline:
        letters = self.desk.look.letters("title", 1, colour)
        style = Style(letters, 1.0, breaks=breaks(self.desk.language))
        return Headline(style, wide, LEAST + 1, most, LEAST)

    def ask(self, question: str) -> Question:
        """Return the question as it is set here."""
        return Question(self.lead, question, self.desk.look, self.desk.language, LEAST)

    def banded(self, words: Words, box: Box, tight: bool) -> list[Item] | None:
        """Return the values with their lines, in the middle of the box; None if they don't fit."""
        rows = words.rows
        free = box.h - BETWEEN * (len(rows) - 1)
        for unit in UNITS if tight or len(rows) > 1 else UNITS[:2]:
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

    def across(self, words: Words, box: Box, tight: bool) -> list[Item] | None:
        """Return one value as a band, or all of them side by side; None if they don't fit."""
        if len(words.rows) > 1:
            return columns(list(words.rows), self.setting, box, LEAST)
        return self.banded(words, box, tight)

    def hero(self, room: Box) -> Item:
        """Return the drawing on its card, or the values' shapes."""
        drawing = self.monthly.arena.drawing
        if drawing and drawing.art:
            art = drawing.art
            low = replace(art, height=max(art.height, round(art.width / WIDEST)))
            return card(drawing, art, card_box(low, room), self.desk.look)
        return medallions(self.desk.school.values, self.desk.look, room)

    def ground(self, field: Shape | None) -> Group:
        """Return the paper in its frame, with the field that carries title or drawing."""
        wide, high = self.desk.size
        look, inner = self.desk.look, Box(0, 0, wide, high).inset(EDGE / 2, EDGE / 2)
        frame = Shape(rounded(inner, RADIUS), stroke=look.field, width=EDGE)
        sheet = Shape(rounded(inner, RADIUS), fill=look.paper)
        return Group("decoration", (sheet, *([field] if field else []), frame))

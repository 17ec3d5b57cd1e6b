"""What each page of a handout has: its head, its foot, and lines to write on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from pipeline.paper.fit import foot_of, needs, set_in, stacked
from pipeline.paper.foot import logo
from pipeline.paper.outlines import rectangle
from pipeline.paper.sheet import PAPERS, Box, Group, Item, Shape, Text
from pipeline.paper.slides import Deck
from pipeline.paper.style import MM, Style

WIDE, HIGH = PAPERS["A4"]
SIDE, TOP, LOW = 15.0, 14.0, 12.0  # mm around
HEAD, FOOT = 23.0, 8.0
ROOM = Box(SIDE, TOP + HEAD, WIDE - 2 * SIDE, HIGH - TOP - HEAD - LOW - FOOT)
LEAD = 1.25  # em
APART = 8.2  # mm between lines to write on
TITLES = (22.0, 18.0, 15.0, 12.0)  # pt, the largest that has room
ABOUT = (11.0, 10.0, 9.0)
COUNT = 40.0  # mm, of the page's number


@dataclass(frozen=True)
class Page:
    """What the pages share: the deck, and what is said at the head of each."""

    deck: Deck
    title: str
    about: str

    def style(self, role: str, colour: str | None = None) -> Style:
        """Return how words of the role are set on a sheet that is held in a hand."""
        return Style(self.deck.look.letters(role, 1, colour), LEAD, gap=0.15)

    def head(self, at: int, whole: bool) -> Iterator[Item]:
        """Yield logo, title and what it is, over a rule; later pages say which they are.

        `whole`: all that the notes say stands on the page; else the head says that it does not.
        """
        say, x, side = self.deck.language.say, SIDE, 15.0
        if art := self.deck.school.brand.logo:
            wide = min(side * art.width / art.height, 40.0)
            mark = logo(self.deck.school, self.deck.language, Box(x, TOP, wide, side), art)
            x += wide + 4.0
            yield mark if not at else replace(mark, kind="decoration", alt="")
        box = Box(x, TOP, WIDE - SIDE - x, side)
        words = say("{title} (page {page})", title=self.title, page=at + 1) if at else self.title
        name = self._line(box, words, self.style("title"), TITLES, TOP + 1.0)
        yield Group("title", (name,))
        about = self.about if whole else say("{about} · shortened notes", about=self.about)
        quiet = self.style("body", self.deck.look.quiet)
        yield Group("paragraph", (self._line(box, about, quiet, ABOUT, foot_of(name) + 4.0),))
        rule = Box(SIDE, TOP + side + 2.0, WIDE - 2 * SIDE, 1.0)
        yield Group("decoration", (Shape(rectangle(rule), fill=self.deck.look.field),))

    def _line(
        self, box: Box, words: str, style: Style, sizes: tuple[float, ...], top: float
    ) -> Text:
        """Return the words in the largest size that has them on one line, or the least."""

        def short(size: float) -> bool:
            high = needs((words,), style, size, box.w)
            return high is not None and high < style.leading * size * MM

        size = next((one for one in sizes if short(one)), sizes[-1])
        return tight(set_in(box, words, style, size, top), style)

    def foot(self, at: int, count: int) -> Group:
        """Return the school at the left and the page's number at the right."""
        small = self.style("small", self.deck.look.quiet)
        number = self.deck.language.say("Page {page} of {pages}", page=at, pages=count)
        box = Box(SIDE, HIGH - LOW - 4.0, WIDE - 2 * SIDE - COUNT, 5.0)
        name = tight(set_in(box, self.deck.school.name, small, 9.0, box.y), small)
        box = replace(box, x=box.right, w=COUNT)
        page = tight(set_in(box, number, small, 9.0, box.y, "right"), small)
        return Group("part", (Group("paragraph", (name,)), Group("paragraph", (page,))))

    def lines(self, column: Box, top: float, most: int) -> Iterator[Item]:
        """Yield lines to write on across the column, from its lower edge up to below `top`."""
        count = min(most, int((column.bottom - top + 1e-6) // APART))
        quiet = self.deck.look.quiet
        ends = (column.bottom - APART * at for at in range(count - 1, -1, -1))
        rules = tuple(
            Shape((("M", (column.x, y)), ("L", (column.right, y))), None, quiet, 0.15) for y in ends
        )
        if rules:
            yield Group("decoration", rules)


def tight(text: Text, style: Style) -> Text:
    """Return the text in a box that is as high as its lines, from capital to last baseline."""
    top = text.baseline - style.cap * text.letters.size * MM
    return replace(text, box=replace(text.box, y=top, h=foot_of(text) - top))


def column_of(
    box: Box, texts: Sequence[str], style: Style, size: float, top: float
) -> tuple[Text, ...]:
    """Return the texts one below the other, each in a box of its own height."""
    return tuple(tight(one, style) for one in stacked(box, texts, style, size, top))

"""One slide on a handout: as it is shown, its number and minutes, its notes, lines to write on."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from pipeline.paper.fit import foot_of, needs
from pipeline.paper.outlines import rectangle
from pipeline.paper.scaling import placed
from pipeline.paper.sheet import Box, Group, Item, Shape, Sheet, Text, shifted
from pipeline.paper.slides.handout.layouts import Layout
from pipeline.paper.slides.handout.page import APART, Page, column_of

HEADING = 11.0  # pt, of a slide's number and minutes
AFTER = 2.6  # mm below them
# Between two sentences: not before a month ("2. oktober") nor an hour ("kl. 9").
SENTENCE = re.compile(r"(?:(?<=[.!?…])|(?<=[.!?…][»”])) (?=[«“]?[A-ZÆØÅ])")


@dataclass(frozen=True)
class Cell:
    """A slide with its number, in its place of a layout.

    The first line of its notes is how long it takes, and stands by the number.
    """

    page: Page
    sheet: Sheet
    number: int
    layout: Layout

    @property
    def whole(self) -> bool:
        """Whether all that the notes say has room."""
        return self._fitted[2]

    def items(self, slot: Box, met: set[str]) -> Iterator[Item]:
        """Yield the slide, its notes and lines; `met` are the pictures that have been told of."""
        scale = self.layout.slide / self.sheet.width
        shown = [_heard(item, met) for item in self.sheet.items if not _is_again(item)]
        yield Group("part", tuple(placed(one, scale, slot.x, slot.y) for one in shown))
        edge = Box(slot.x, slot.y, self.layout.slide, self.sheet.height * scale)
        frame = Shape(rectangle(edge), stroke=self.page.deck.look.edge, width=0.4)
        yield Group("decoration", (frame,))
        texts = self._texts()
        for one in texts:
            yield Group("paragraph", (shifted(one, slot.x, slot.y),))
        for box, most in self.layout.lines:
            below = foot_of(texts[-1]) if box.right > self.layout.notes.x else box.y
            column = replace(box, x=slot.x + box.x, y=slot.y + box.y)
            yield from self.page.lines(column, slot.y + max(below, box.y), most)

    @cached_property
    def _head(self) -> tuple[Text, ...]:
        """Number and minutes, in mm from the slot's corner."""
        first = self.sheet.notes.partition("\n")[0].rstrip(".")
        words = f"{self.number} · {first}"
        if not first:
            words = self.page.deck.language.say("Slide {number}", number=self.number)
        column = self.layout.notes
        return column_of(column, (words,), self.page.style("heading"), HEADING, column.y + 0.5)

    @cached_property
    def _top(self) -> float:
        return foot_of(self._head[-1]) + AFTER

    @cached_property
    def _fitted(self) -> tuple[Sequence[str], float, bool]:
        """The notes that have room, their size as large as leaves lines, and whether it is all.

        Notes that have no room even when they are small end after a sentence.
        """
        said = self.sheet.notes.split("\n")[1:]
        if self.layout.joined and said:
            said = [" ".join(said)]
        for kept in (self.layout.kept, 0):
            for size in self.layout.sizes:
                if self._fits(said, size, kept):
                    return said, size, True
        least = self.layout.sizes[-1]
        return (
            next((one for one in _shortened(said) if self._fits(one, least, 0)), []),
            least,
            False,
        )

    def _fits(self, said: Sequence[str], size: float, kept: int) -> bool:
        high = needs(said, self.page.style("body"), size, self.layout.notes.w)
        room = self.layout.notes.bottom - self._top - kept * APART
        return not said or (high is not None and high <= room)

    def _texts(self) -> tuple[Text, ...]:
        said, size, _ = self._fitted
        style = self.page.style("body")
        return (*self._head, *column_of(self.layout.notes, said, style, size, self._top))


def _is_again(item: Item) -> bool:
    return isinstance(item, Group) and item.kind == "again"


def _heard(item: Item, met: set[str]) -> Item:
    """Return a slide's part as it is heard here: its title a heading, a picture told of once."""
    if not isinstance(item, Group):
        return item
    if item.kind == "title":
        return replace(item, kind="heading", level=2)
    if item.kind == "figure":
        if item.alt in met:
            return replace(item, kind="decoration", alt="")
        met.add(item.alt)
    return item


def _shortened(said: Sequence[str]) -> Iterator[list[str]]:
    """Yield the notes with fewer and fewer sentences, the last one followed by an ellipsis."""
    parted = [SENTENCE.split(one) for one in said]
    for count in range(sum(map(len, parted)) - 1, 0, -1):
        left, done = count, []
        for sentences in parted:
            if left > 0:
                done.append(" ".join(sentences[:left]))
            left -= len(sentences)
        yield [*done[:-1], f"{done[-1]} …"]

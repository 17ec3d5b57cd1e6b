"""What comes after the slides: a box of what each class does, and lines for notes of one's own."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from pipeline.paper.fit import foot_of, set_in
from pipeline.paper.outlines import rounded
from pipeline.paper.sheet import Box, Group, Item, Shape
from pipeline.paper.slides.handout.layouts import Layout
from pipeline.paper.slides.handout.page import APART, ROOM, Page, column_of, tight

PALE = "#fff8e3"
AROUND = (6.0, 7.0)  # mm
HEADING, OWN = 14.0, 11.0  # pt
STEPS = (12.0, 11.0, 10.0)  # pt, the largest that has room
BELOW, ENDS, SLACK = 9.0, 5.0, 0.1  # mm below the box, and kept at the foot of the room
LEAST, MOST = 2, 99  # lines of one's own; fewer are none


@dataclass(frozen=True)
class Rest:
    """The steps under their heading."""

    page: Page
    steps: tuple[str, ...]
    heading: str

    def place(self, layout: Layout, taken: int) -> tuple[Layout, Box | None]:
        """Return how so many slides stand on the last page, and the room for the rest, if any."""
        room = layout.left(taken)
        if not self.steps or (room and self._fitting(room)):
            return layout, room
        for size in STEPS:
            if lower := layout.lower(self._box(ROOM, size)[1].h):
                return lower, lower.left(lower.rows * lower.columns)
        return layout, None

    def items(self, room: Box) -> Iterator[Item]:
        """Yield the box, where there are steps, and below it lines, where there is room."""
        top = room.y
        if self.steps:
            items, box = self._fitting(room) or self._box(room, STEPS[-1])
            yield items
            top = box.bottom + BELOW
        style = self.page.style("heading")
        head = tight(
            set_in(room, self.page.deck.language.say("Our own notes"), style, OWN, top), style
        )
        room = replace(room, h=room.h - ENDS)
        if room.bottom - foot_of(head) >= LEAST * APART:
            yield Group("heading", (head,), level=2)
            yield from self.page.lines(room, foot_of(head), MOST)

    def _fitting(self, room: Box) -> tuple[Group, Box] | None:
        """Return the box as large as has room."""
        boxes = (self._box(room, size) for size in STEPS)
        return next((one for one in boxes if one[1].bottom <= room.bottom + SLACK), None)

    def _box(self, room: Box, size: float) -> tuple[Group, Box]:
        """Return the box with its heading and steps, and where it stands."""
        look, (dx, dy) = self.page.deck.look, AROUND
        inner, bold = room.inset(dx, dy), self.page.style("heading")
        head = tight(set_in(inner, self.heading, bold, HEADING, inner.y), bold)
        lines = tuple(f"{at}. {one}" for at, one in enumerate(self.steps, 1))
        style = replace(self.page.style("body"), gap=0.3)
        texts = column_of(inner, lines, style, size, foot_of(head) + 4.5)
        box = replace(room, h=foot_of(texts[-1]) + dy - room.y)
        ground = Shape(rounded(box, 4), fill=look.card if look.ruled else PALE)
        if look.ruled:
            ground = replace(ground, stroke=look.edge, width=0.5)
        items = tuple(Group("item", (one,)) for one in texts)
        heading = Group("heading", (head,), level=2)
        return Group("part", (Group("decoration", (ground,)), heading, Group("list", items))), box

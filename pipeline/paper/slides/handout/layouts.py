"""Where slide, notes and lines to write on stand in their part of a page, by paper."""

from __future__ import annotations

from dataclasses import dataclass, replace

from pipeline.paper.sheet import Box
from pipeline.paper.slides.handout.page import ROOM

GUTTER = 16.0  # mm between columns
LEFT = 20.0  # mm that slides must leave on their page for something to stand there


@dataclass(frozen=True)
class Layout:
    """Columns and rows of slides; boxes in mm from the corner of the slot that each slide has.

    `slide` is how wide one is. Lines to write on stand in `lines`, at most so many in each, and
    below the notes where these reach into the box; notes are set smaller before they leave less
    than `kept` lines. `sizes` are those of the notes in pt; `joined`: their paragraphs run on.
    Slots are `high`, and not less than `least` where something shares their page.
    """

    columns: int
    rows: int
    high: float
    least: float
    slide: float
    notes: Box
    lines: tuple[tuple[Box, int], ...]
    kept: int
    sizes: tuple[float, ...] = (10.0, 9.5, 9.0)
    joined: bool = False

    def slot(self, at: int) -> Box:
        """Return the part of a page that its slide with the number, from 0, has."""
        row, column = divmod(at, self.columns)
        wide = (ROOM.w - GUTTER * (self.columns - 1)) / self.columns
        left, top = ROOM.x + column * (wide + GUTTER), ROOM.y + row * self.high
        return Box(left, top, wide, self.high)

    def left(self, taken: int) -> Box | None:
        """Return the room that so many slides leave on their page: below them all, or one slot."""
        top = ROOM.y + -(-taken // self.columns) * self.high
        if ROOM.bottom - top >= LEFT:
            return replace(ROOM, y=top, h=ROOM.bottom - top)
        return self.slot(taken) if taken % self.columns else None

    def lower(self, high: float) -> Layout | None:
        """Return the layout that leaves so many mm free below its slots, if they can be so low."""
        less = high / self.rows
        if self.high - less < self.least:
            return None
        lines = tuple((replace(box, h=box.h - less), most) for box, most in self.lines)
        notes = replace(self.notes, h=self.notes.h - less)
        return replace(self, high=self.high - less, notes=notes, lines=lines)


BESIDE = Box(104.0, 0.0, 76.0, 73.0)
NARROW = Box(136.0, 0.0, 44.0, 115.0)
UNDER = Box(0.0, 48.7, 82.0, 26.3)
# Beside a box three a page keep some five lines to write on, two keep two, six two lines of notes.
LAYOUTS = {
    "A4": Layout(1, 3, 80, 65, 96, BESIDE, ((BESIDE, 6), (Box(0.0, 56.0, 96.0, 17.0), 2)), 5),
    "A4-2": Layout(1, 2, 120, 97, 130, NARROW, ((Box(0.0, 73.0, 180.0, 42.0), 5),), 5),
    "A4-6": Layout(2, 3, 80, 66, 82, UNDER, ((UNDER, 2),), 1, (9.0,), joined=True),
}

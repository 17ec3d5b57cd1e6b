"""The title of a paper: as large as can be, on one line before two, whole before divided."""

from __future__ import annotations

from dataclasses import dataclass

from pipeline.paper.fit import largest, lines_high, within
from pipeline.paper.overflow import Room, tell
from pipeline.paper.style import Style
from pipeline.problems import Gathered

SMALLER = 0.84  # two lines are set so much smaller at most
GAIN = 1.2  # a word is divided where the title grows by more than that


@dataclass(frozen=True, slots=True)
class Headline:
    """What a title is measured by: its look, width, sizes in pt for one line, and least for two."""

    style: Style
    wide: float
    floor: float
    target: float
    least: float

    def set(self, title: str, language: str) -> tuple[Style, float] | None:
        """Return the style and size in pt for the title; None where it does not fit."""
        line = self.on_one_line(title)
        if line and line >= self.target * SMALLER:
            return self.style, line
        _, joined, divided = self.style.dividing(language)
        whole, parted = (
            largest(within((title,), style, 2, self.wide), self.least, self.target * SMALLER)
            for style in (self.style, joined)
        )
        if line and line >= (whole or 0.0):
            return self.style, line
        if whole and (parted or 0.0) <= whole * GAIN:
            return self.style, whole
        if parted:
            return joined, parted
        least = largest(within((title,), divided, 2, self.wide), self.least, self.target * SMALLER)
        return (divided, least) if least else None

    def on_one_line(self, title: str) -> float | None:
        """Return the size in pt for the title on one line; None where it does not fit."""
        return largest(within((title,), self.style, 1, self.wide), self.floor, self.target)

    def tell(self, title: str, where: str, paper: str, problems: Gathered) -> None:
        """Note what to cut for the title to fit."""
        high = lines_high(self.style, 2, self.least)
        tell(Room((title,), self.style, self.least, self.wide, high), where, paper, problems)

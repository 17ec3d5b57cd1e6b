"""The title of a paper: as large as can be, on one line before two, whole before divided."""

from __future__ import annotations

from dataclasses import dataclass, replace

from pipeline.paper.fit import Style, largest, lines_high, within
from pipeline.paper.overflow import Room, tell
from pipeline.problems import Gathered

SMALLER = 0.84  # two lines are set so much smaller at most


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
        divided = replace(self.style, hyphens=language)
        for style, lines, floor, target in (
            (self.style, 1, self.floor, self.target),
            (self.style, 2, self.least, self.target * SMALLER),
            (divided, 2, self.least, self.target * SMALLER),
        ):
            if size := largest(within((title,), style, lines, self.wide), floor, target):
                return style, size
        return None

    def tell(self, title: str, where: str, paper: str, problems: Gathered) -> None:
        """Note what to cut for the title to fit."""
        high = lines_high(self.style, 2, self.least)
        tell(Room((title,), self.style, self.least, self.wide, high), where, paper, problems)

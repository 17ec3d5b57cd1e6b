"""The head of a sheet: the logo, and the title with what stands over and below it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Protocol

from pipeline.language import Language
from pipeline.model import School
from pipeline.paper.fit import flush, foot_of, largest, set_in, within
from pipeline.paper.foot import logo
from pipeline.paper.headline import Headline
from pipeline.paper.sheet import Box, Group, Item, Text
from pipeline.paper.style import MM, Style
from pipeline.paper.theme import Look
from pipeline.problems import Gathered

# Lengths are thousandths of the paper's shorter side.
LOGO, WIDEST, BESIDE = 106, 200, 26
OVER, TITLE, BELOW = (15, 23), (36, 68), (14, 22)
TO_TITLE, TO_BELOW = 17, 20
SMALLER, DEEPER = 0.75, 0.8  # one line before two down to that, and how much less two may be


class Setting(Protocol):
    """What a sheet is made at: whose it is, its language, look and paper."""

    @property
    def school(self) -> School:
        """Whose it is."""

    @property
    def language(self) -> Language:
        """What it speaks."""

    @property
    def look(self) -> Look:
        """How it is dressed."""

    @property
    def paper(self) -> str:
        """The name of its size."""

    @property
    def problems(self) -> Gathered:
        """Where to note what does not fit."""


@dataclass(frozen=True, slots=True)
class Masthead:
    """The words at the head of a sheet; what stands over or below the title may be empty."""

    over: str
    title: str
    below: str

    def draw(
        self, box: Box, unit: float, at: Setting, colour: str
    ) -> tuple[tuple[Item, ...], float]:
        """Return the head, from the box's top down, and where it ends; `unit`: a thousandth."""
        items: list[Item] = []
        least = box.y
        if art := at.school.brand.logo:
            side = min(LOGO * unit * art.width / art.height, WIDEST * unit)
            place = Box(box.x, box.y, side, LOGO * unit)
            items.append(logo(at.school, at.language, place, art))
            left = side + BESIDE * unit
            box = Box(box.x + left, box.y, box.w - left, box.h)
            least = place.bottom
        top = box.y
        for kind, words, role, sizes, space in (
            ("paragraph", self.over, "kicker", OVER, TO_TITLE),
            ("title", self.title, "title", TITLE, TO_BELOW),
            ("paragraph", self.below, "small", BELOW, 0),
        ):
            if words:
                style = Style(at.look.letters(role, 1, colour), 1.0 if kind == "title" else 1.2)
                text = _set(
                    words, style, (sizes[0] * unit / MM, sizes[1] * unit / MM), box, top, at
                )
                items.append(Group("title" if kind == "title" else "paragraph", (text,)))
                top = foot_of(text) + space * unit
        return tuple(items), max(top, least)


def _set(
    words: str, style: Style, sizes: tuple[float, float], box: Box, top: float, at: Setting
) -> Text:
    """Return the words on one line, or at most two where one is too little, or report."""
    floor, target = sizes
    size = largest(within((words,), style, 1, box.w), floor, target)
    if size is None or size < target * SMALLER:
        line = Headline(style, box.w, floor, target, floor * DEEPER)
        found = line.set(words, at.language.code)
        if found is None:
            line.tell(words, at.language.say("the title"), at.paper, at.problems)
        style, size = found or (style, floor * DEEPER)
    text = set_in(flush(box, words, style, size), words, style, size, top)
    return replace(text, box=replace(text.box, y=top, h=foot_of(text) - top))

"""What to talk about at home, on a small insert: its lead in bold, the question behind or below."""

from __future__ import annotations

from dataclasses import dataclass

from pipeline.language import Language
from pipeline.paper.fit import broken, foot_of, lines_high, set_in, width
from pipeline.paper.sheet import Box, Group, Item
from pipeline.paper.style import MM, Style, breaks
from pipeline.paper.theme import Look

AFTER, UNDER = 1.4, 1.9  # mm from the lead to the question: behind it, and below it


@dataclass(frozen=True)
class Question:
    """A question with its lead at a size in pt; empty words take no room."""

    lead: str
    words: str
    look: Look
    language: Language
    size: float

    @property
    def _styles(self) -> tuple[Style, Style]:
        plain = Style(self.look.letters("cell", 1), 1.18, 0.0, "", breaks(self.language))
        return Style(self.look.letters("heading", 1)), plain

    def high(self, wide: float, *, over: bool) -> float:
        """Return the height in a column so wide; `over`: the lead stands on a line of its own."""
        if not self.words:
            return 0.0
        bold, plain = self._styles
        aside = 0.0 if over else width(self.lead, bold, self.size) + AFTER
        lines = len(broken(self.words, plain, self.size, wide - aside))
        more = bold.cap * self.size * MM + UNDER if over else 0.0
        return more + lines_high(plain, lines, self.size)

    def draw(self, box: Box, *, over: bool) -> list[Item]:
        """Return the question from the box's top down."""
        if not self.words:
            return []
        bold, plain = self._styles
        lead = set_in(box, self.lead, bold, self.size, box.y)
        aside = 0.0 if over else width(self.lead, bold, self.size) + AFTER
        top = foot_of(lead) + UNDER if over else box.y
        column = Box(box.x + aside, top, box.w - aside, box.bottom - top)
        return [Group("paragraph", (lead, set_in(column, self.words, plain, self.size, top)))]

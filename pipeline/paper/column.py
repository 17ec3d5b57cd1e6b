"""Words written down a column of a placed page, each with its meaning."""

from __future__ import annotations

from dataclasses import dataclass, field

from pipeline.paper.fit import flush, foot_of, needs, set_in
from pipeline.paper.sheet import Box, Group, Item, Kind
from pipeline.paper.style import Style


@dataclass
class Column:
    """A column from `x` mm, so wide; `y` is where the last line stands, `items` what is written."""

    x: float
    y: float
    wide: float
    items: list[Item] = field(default_factory=list)

    def put(
        self, words: str, style: Style, size: float, above: float, kind: Kind = "paragraph"
    ) -> None:
        """Write the words with so many mm between the line above and their capitals."""
        box = flush(Box(self.x, self.y + above, self.wide, 0.0), words, style, size)
        high = needs((words,), style, size, self.wide) or 0.0
        text = set_in(Box(box.x, box.y, self.wide, high + 0.1), words, style, size, box.y)
        level = 2 if kind == "heading" else 0
        self.items.append(Group(kind, (text,), level=level))
        self.y = foot_of(text)

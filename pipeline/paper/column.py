"""Words written down a column of a placed page, each with its meaning."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from pipeline.paper.fit import SOFT, flush, foot_of, needs, set_in, width
from pipeline.paper.sheet import Box, Group, Item, Kind, Piece, Row, Text
from pipeline.paper.style import MM, Style


@dataclass
class Column:
    """A column from `x` mm, so wide; `y` is where the last line stands, `items` what is written."""

    x: float
    y: float
    wide: float
    items: list[Item] = field(default_factory=list)

    def put(
        self,
        words: str,
        style: Style,
        size: float,
        above: float,
        kind: Kind = "paragraph",
        *,
        link: str = "",
    ) -> None:
        """Write the words with so many mm between the line above and their capitals.

        With a `link` they lead to that address.
        """
        box = flush(Box(self.x, self.y + above, self.wide, 0.0), words, style, size)
        high = needs((words,), style, size, self.wide) or 0.0
        text = set_in(Box(box.x, box.y, self.wide, high + 0.1), words, style, size, box.y)
        level = 2 if kind == "heading" else 0
        written: tuple[Item, ...] = tuple(_rows(text, style, link)) if link else (text,)
        self.items.append(Group(kind, written, level=level))
        self.y = foot_of(text)


def _rows(text: Text, style: Style, link: str) -> Iterator[Row]:
    """Yield the lines of the text, each of them a link."""
    for at, line in enumerate(text.lines):
        wide = width(line, style, text.letters.size)
        more = " " * (at < len(text.lines) - 1 and not line.endswith(SOFT))
        piece = Piece(line + more, text.letters, text.box.x, wide, False, text.language, link)
        baseline = text.baseline + at * text.leading * MM
        top = baseline - text.letters.size * MM
        room = Box(text.box.x, top, text.box.w, text.letters.size * MM * 1.3)
        yield Row(room, (piece,), baseline)

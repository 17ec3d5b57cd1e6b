"""The second paper: blocks that run on from page to page, each with its meaning.

Lengths are millimetres, letters and the space between blocks are in points. A format flows the
blocks itself: where lines and pages end is its own affair.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar, Literal

from pipeline.model import Art
from pipeline.paper.sheet import Align, Letters, Shape

Kind = Literal["title", "heading", "paragraph", "item"]


@dataclass(frozen=True, slots=True)
class Run:
    """Some words set alike; `language` is given only where it is another than the paper's.

    `link` is the address that they lead to, if any.
    """

    text: str
    letters: Letters
    language: str | None = None
    link: str = ""


@dataclass(frozen=True, slots=True)
class Count:
    """The number of the page, or with `total` how many pages there are: for heads and feet."""

    letters: Letters
    total: bool = False


@dataclass(frozen=True, slots=True)
class Mark:
    """A small drawing of the program's own in a line of text: shapes in a square, a decoration.

    The shapes stand in a box of `side` mm from 0, 0; `ground` is the colour behind them.
    """

    shapes: tuple[Shape, ...]
    side: float
    ground: str


@dataclass(frozen=True, slots=True)
class Words:
    """A title, heading (with its level, 2 to 6), paragraph or item of a list.

    An item with a `number` is one of a numbered list. `leading` is the height of a line against
    its letters, `before` and `after` the space around in pt, `fill` the colour behind it all.
    """

    runs: tuple[Run | Mark | Count, ...]
    kind: Kind = "paragraph"
    level: int = 0
    leading: float = 1.2
    before: float = 0.0
    after: float = 0.0
    align: Align = "left"
    fill: str | None = None
    number: int = 0

    @property
    def text(self) -> str:
        """The words alone."""
        return "".join(run.text for run in self.runs if isinstance(run, Run))


@dataclass(frozen=True, slots=True)
class Figure:
    """A picture that says something, so wide, on a line of its own; its height follows."""

    art: Art
    width: float
    alt: str
    language: str | None = None
    before: float = 0.0
    after: float = 0.0
    align: Align = "left"

    @property
    def height(self) -> float:
        """How high it is, in mm."""
        return self.width * self.art.height / self.art.width


@dataclass(frozen=True, slots=True)
class Sketch:
    """A drawing of the program's own on a line of its own, such as a code to scan or a rule.

    The shapes stand in a box of that width and height from 0, 0; without `alt` it is a decoration.
    """

    shapes: tuple[Shape, ...]
    width: float
    height: float
    alt: str = ""
    before: float = 0.0
    after: float = 0.0
    align: Align = "left"


@dataclass(frozen=True, slots=True)
class PageBreak:
    """What follows begins on a new page."""


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table: what stands in it, on which colour, and the white around it in mm."""

    blocks: tuple[Words | Figure | Sketch, ...]
    fill: str | None = None
    pad: tuple[float, float] = (2.0, 1.6)  # at the sides, above and below
    middle: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of cells in columns of given widths; `edge` is a frame's colour and width in pt.

    `laid`: it only lays things side by side; otherwise its first row tells what the others hold.
    `ruled`: lines like the edge stand between its cells too, as on a form to write on; `least`:
    rows other than that first one are at least so high in mm, as room to write.
    """

    widths: tuple[float, ...]
    rows: tuple[tuple[Cell, ...], ...]
    edge: tuple[str, float] | None = None
    laid: bool = False
    ruled: bool = False
    least: float = 0.0

    @property
    def width(self) -> float:
        """The width of all its columns."""
        return sum(self.widths)


Block = Words | Figure | Sketch | Table | PageBreak


@dataclass(frozen=True, slots=True)
class Flow:
    """A paper that runs on: its blocks, the title and language that it is known by, and its page.

    `page` is width and height, `margins` are left, top, right and bottom. `head` stands over the
    first page's blocks, `foot` at the end of every page. `rtl`: it runs from right to left, so
    that left and right change places in all of it, columns too.
    """

    title: str
    language: str
    blocks: tuple[Block, ...]
    subject: str = ""
    page: tuple[float, float] = (210.0, 297.0)
    margins: tuple[float, float, float, float] = (15.0, 15.0, 15.0, 15.0)
    head: tuple[Block, ...] = ()
    foot: tuple[Block, ...] = ()
    rtl: bool = False
    reads_at: ClassVar[float] = 0.0


def walk(flow: Flow) -> Iterator[Words | Figure | Sketch]:
    """Yield all that is read in the paper, in its order: head, blocks, foot, tables row by row."""
    for block in (*flow.head, *flow.blocks, *flow.foot):
        if isinstance(block, Table):
            for row in block.rows:
                for cell in row:
                    yield from cell.blocks
        elif not isinstance(block, PageBreak):
            yield block

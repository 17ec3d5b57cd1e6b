"""The first paper: things placed on pages in millimetres, each with its meaning.

All lengths are millimetres from the page's top left corner, letters alone are in points.
The order of the items is both the order of painting and the order of reading; on sheets that are
folded into a booklet, parts say themselves when their turn is.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal

from pipeline.model import Art

PAPERS = {"A4": (210.0, 297.0), "A3": (297.0, 420.0), "A2": (420.0, 594.0)}  # mm, ISO 216
# What is laid into other papers: strips, a box, and half a sheet.
SLIPS = {
    "160x35": (35.0, 160.0),
    "247x28": (28.0, 247.0),
    "80x80": (80.0, 80.0),
    "A5": (148.5, 210.0),
}
# What is shown on a screen: width and height as it is shown.
SLIDES = {"16:9": (338.67, 190.5)}
# A4 with another number of slides on each page than a handout has unless asked.
HANDOUTS = {"A4-2": 2, "A4-6": 6}
SIZES = {**PAPERS, **SLIPS, **SLIDES, **dict.fromkeys(HANDOUTS, PAPERS["A4"])}

Kind = Literal[
    "title",  # the one title of the page
    "heading",  # with its level, 2 to 6
    "paragraph",
    "list",  # holds items
    "item",
    "table",  # holds rows
    "row",  # holds headers and cells
    "column-header",
    "row-header",
    "cell",
    "figure",  # a picture that says something: alt text
    "decoration",  # says nothing: left out when the page is read aloud
    "part",  # some things that belong together
    "bullets",  # a list of entries
    "numbers",  # the same, with a number to each
    "entry",  # holds a label and a body
    "label",
    "body",
    "again",  # what is said anew on each page of a text, such as its foot: not read aloud
]
Align = Literal["left", "center", "right"]


@dataclass(frozen=True, slots=True)
class Box:
    """A place on the page: left, top, width and height in mm."""

    x: float
    y: float
    w: float
    h: float

    @property
    def right(self) -> float:
        """The right edge."""
        return self.x + self.w

    @property
    def bottom(self) -> float:
        """The lower edge."""
        return self.y + self.h

    def inset(self, dx: float, dy: float) -> Box:
        """Return the box made smaller by dx at the left and right, by dy above and below."""
        return Box(self.x + dx, self.y + dy, self.w - 2 * dx, self.h - 2 * dy)


@dataclass(frozen=True, slots=True)
class Letters:
    """How letters look: family, weight (100 to 900), size in pt, #rrggbb, tracking in em."""

    family: str
    weight: int
    size: float
    colour: str
    tracking: float = 0.0


@dataclass(frozen=True, slots=True)
class Text:
    """Lines already broken: they start at `baseline` (mm from the top), `leading` pt apart.

    `language` is given only where it is another than the paper's. `box` is the room that the
    text was fitted into: a format that flows its own text uses it in place of the lines.
    """

    box: Box
    lines: tuple[str, ...]
    letters: Letters
    leading: float
    baseline: float
    align: Align = "left"
    language: str | None = None


@dataclass(frozen=True, slots=True)
class Piece:
    """Neighbouring letters of a line that are set alike: `x` mm is where they begin at the left.

    `text` stands in the order of reading; `rtl`: it runs from right to left. `language` is given
    only where it is another than the paper's, `link` where it leads somewhere. `shaping` is the
    language by whose habits letters are formed, where that matters.
    """

    text: str
    letters: Letters
    x: float
    width: float
    rtl: bool = False
    language: str | None = None
    link: str = ""
    shaping: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """A line of pieces in the order of reading, on `baseline` mm from the top, within its box."""

    box: Box
    pieces: tuple[Piece, ...]
    baseline: float

    @property
    def text(self) -> str:
        """What the line says."""
        return "".join(piece.text for piece in self.pieces)


Step = tuple[Literal["M", "L", "C", "Z"], tuple[float, ...]]


@dataclass(frozen=True, slots=True)
class Shape:
    """A path in mm: M x y, L x y, C x1 y1 x2 y2 x y, Z; filled, stroked or both."""

    path: tuple[Step, ...]
    fill: str | None = None
    stroke: str | None = None
    width: float = 0.0
    opacity: float = 1.0


@dataclass(frozen=True, slots=True)
class Picture:
    """Art in a box of its own proportions, round by `radius` mm; `clear`: white is transparent.

    `rim`: it has a white line around it too, for dark grounds; its art is then the rimmed one.
    """

    box: Box
    art: Art
    clear: bool = False
    radius: float = 0.0
    rim: bool = False


@dataclass(frozen=True, slots=True)
class Group:
    """Things with one meaning; `turn` tilts them by degrees clockwise about the point `about`.

    Groups of one `thread`, on whatever pages, are one thing that runs on; 0: it stands alone.
    `turn_to_read` is a part's turn among those of the whole paper, where that is not its place.
    """

    kind: Kind
    items: tuple[Item, ...]
    level: int = 0
    alt: str = ""
    language: str | None = None
    turn: float = 0.0
    about: tuple[float, float] = (0.0, 0.0)
    thread: int = 0
    turn_to_read: int = 0


Item = Text | Row | Shape | Picture | Group


@dataclass(frozen=True, slots=True)
class Sheet:
    """One page: its size in mm and what stands on it.

    A slide has `notes` for the one who speaks, and the name of its `layout`: sheets of one name
    are laid out alike.
    """

    width: float
    height: float
    items: tuple[Item, ...]
    notes: str = ""
    layout: str = ""


@dataclass(frozen=True, slots=True)
class Sheets:
    """A paper of placed pages, with the title and language that it is known by.

    `reads_at` is how far away, in metres, its smallest lines can be read; 0: no matter. `runs_on`:
    its pages are those of one text, so that the title stands on the first of them alone.
    """

    title: str
    language: str
    sheets: tuple[Sheet, ...]
    subject: str = ""
    reads_at: float = 0.0
    runs_on: bool = False


def walk(
    items: tuple[Item, ...], above: tuple[Group, ...] = ()
) -> Iterator[tuple[Item, tuple[Group, ...]]]:
    """Yield every item in reading order, with the groups that it stands in, outermost first."""
    for item in items:
        yield item, above
        if isinstance(item, Group):
            yield from walk(item.items, (*above, item))


def pictures(paper: Sheets) -> Iterator[Picture]:
    """Yield every picture on the paper."""
    for sheet in paper.sheets:
        for item, _ in walk(sheet.items):
            if isinstance(item, Picture):
                yield item


def turned(point: tuple[float, float], group: Group) -> tuple[float, float]:
    """Return where a point comes to lie when its group is tilted."""
    if not group.turn:
        return point
    cos, sin = math.cos(math.radians(group.turn)), math.sin(math.radians(group.turn))
    dx, dy = point[0] - group.about[0], point[1] - group.about[1]
    return group.about[0] + dx * cos - dy * sin, group.about[1] + dx * sin + dy * cos


def corners(item: Item) -> Iterator[tuple[float, float]]:
    """Yield the corners of all that stands in the item, tilted as they are painted."""
    if isinstance(item, Group):
        for kid in item.items:
            yield from (turned(point, item) for point in corners(kid))
    elif isinstance(item, Shape):
        yield from ((numbers[-2], numbers[-1]) for _, numbers in item.path if numbers)
    else:
        box = item.box
        yield from ((x, y) for x in (box.x, box.right) for y in (box.y, box.bottom))


def in_turn(paper: Sheets) -> Iterator[tuple[int, Item]]:
    """Yield what stands straight on the sheets in reading order, with its sheet's number from 0."""
    placed = [(at, item) for at, sheet in enumerate(paper.sheets) for item in sheet.items]
    yield from sorted(placed, key=lambda one: getattr(one[1], "turn_to_read", 0))


def shifted(item: Item, dx: float, dy: float) -> Item:
    """Return the item moved by so many mm to the right and down."""
    if not dx and not dy:
        return item
    match item:
        case Group(kind, items, level, alt, language, turn, (x, y), thread, turn_to_read):
            kids = tuple([shifted(kid, dx, dy) for kid in items])
            about = (x + dx, y + dy)
            return Group(kind, kids, level, alt, language, turn, about, thread, turn_to_read)
        case Shape(path, fill, stroke, width, opacity):
            moved = tuple([_moved(step, dx, dy) for step in path])
            return Shape(moved, fill, stroke, width, opacity)
        case Picture():
            return replace(item, box=_beside(item.box, dx, dy))
        case Text():
            return replace(item, box=_beside(item.box, dx, dy), baseline=item.baseline + dy)
        case Row():
            pieces = item.pieces
            if dx:
                pieces = tuple(replace(one, x=one.x + dx) for one in pieces)
            return Row(_beside(item.box, dx, dy), pieces, item.baseline + dy)


def _beside(box: Box, dx: float, dy: float) -> Box:
    return Box(box.x + dx, box.y + dy, box.w, box.h)


def _moved(step: Step, dx: float, dy: float) -> Step:
    verb, numbers = step
    match numbers:
        case (x, y):
            return verb, (x + dx, y + dy)
        case (x, y, x2, y2, x3, y3):
            return verb, (x + dx, y + dy, x2 + dx, y2 + dy, x3 + dx, y3 + dy)
        case _:
            return step

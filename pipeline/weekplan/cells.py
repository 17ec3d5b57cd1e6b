"""The cells of a table as they are seen: merged, moved in, beside and below one another."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from pipeline.problems import Phrase
from pipeline.weekplan.markup import Node, Part, W
from pipeline.weekplan.spots import BLOCKS, Record, Spot, likes, needs
from pipeline.weekplan.story import TBL, TC, TR, P, T, lines_of

_DRAWN = frozenset({W + "drawing", W + "pict", W + "object"})


@dataclass(frozen=True)
class Seat:
    """A cell with its row and the columns of the grid that it takes, from `first` to `last`."""

    cell: Node
    row: int
    first: int
    last: int

    @property
    def goes_on(self) -> bool:
        """Tell whether the cell is the lower or right part of a merged one."""
        facts = self.cell.kid(W + "tcPr")
        for name in (W + "vMerge", W + "hMerge"):
            merged = facts.kid(name) if facts else None
            if merged and merged.attributes.get(W + "val", "continue") == "continue":
                return True
        return False


def number(node: Node | None, *names: str) -> int | None:
    """Return the whole number that w:val says on the kid that the names lead to."""
    said = node.value(*names) if node else None
    try:
        return int(float(said)) if said is not None else None
    except ValueError:
        return None


def seats(table: Node) -> list[list[Seat]]:
    """Return the cells of each row with the columns that they take."""
    rows = []
    for at, row in enumerate(likes(table, TR)):
        column = number(row, W + "trPr", W + "gridBefore") or 0
        cells = []
        for cell in likes(row, TC):
            span = max(number(cell, W + "tcPr", W + "gridSpan") or 1, 1)
            cells.append(Seat(cell, at, column, column + span))
            column += span
        rows.append(cells)
    return rows


def seat_of(cell: Node) -> tuple[list[list[Seat]], Seat]:
    """Return the seats of the table that a cell is in, and the cell's own."""
    table = next(one for one in cell.above() if one.name == TBL)
    rows = seats(table)
    return rows, next(one for row in rows for one in row if one.cell is cell)


def beside(rows: list[list[Seat]], seat: Seat) -> Node | None:
    """Return the cell to the right, or the one above that it is merged with."""
    for one in rows[seat.row]:
        if one.first >= seat.last:
            facts = one.cell.kid(W + "tcPr")
            across = facts.kid(W + "hMerge") if facts else None
            if not across or across.attributes.get(W + "val", "continue") != "continue":
                return _top(rows, one)
    return None


def below(rows: list[list[Seat]], seat: Seat) -> Node | None:
    """Return the cell under a cell and all that is merged with it."""
    for row in rows[seat.row + 1 :]:
        for one in row:
            if one.first <= seat.first < one.last and not one.goes_on:
                return one.cell
    return None


def _top(rows: list[list[Seat]], seat: Seat) -> Node:
    """Return the cell that holds the words of a vertically merged one."""
    while seat.goes_on and seat.row > 0:
        above = [one for one in rows[seat.row - 1] if one.first <= seat.first < one.last]
        if not above:
            break
        seat = above[0]
    return seat.cell


def says(part: Part, node: Node) -> str:
    """Return what a cell or paragraph says, its lines parted."""
    return "\n".join(line.text for line in lines_of(part, _around(node))).strip()


def _around(node: Node) -> Node:
    """Return an element that holds the given one alone."""
    if node.name != P:
        return node
    top = Node("", {}, node.start, None)
    top.kids = [node]
    return top


def is_bare(part: Part, node: Node) -> bool:
    """Tell whether a cell or paragraph holds neither words nor pictures."""
    drawn = any(one.name in _DRAWN for one in node.walk())
    return not drawn and not says(part, node)


def blocks(node: Node) -> list[Node]:
    """Return the paragraphs, tables and controls that stand in a cell."""
    return [one for one in node.kids if one.name in BLOCKS]


def into_cell(name: str, cell: Node, why: Phrase) -> Spot | None:
    """Return the spot last in a cell: ahead of the empty paragraph that ends it, if there is one.

    In a cell that is empty it is ahead of all its empty lines.
    """
    held = blocks(cell)
    if not held:
        return None
    trailing: list[Node] = []
    for one in reversed(held):
        if one.name != P or any(inner.name in _DRAWN | {T} for inner in one.walk()):
            break
        trailing.append(one)
    at = held[-1].end
    if trailing:
        at = trailing[-1].start if len(trailing) == len(held) else trailing[0].start
    lead, trail = needs(cell, at, at)
    return Spot(name, at, at, cell, why, Record(spaced=trail), lead=lead, trail=trail)


def cells_of(root: Node) -> Iterator[Node]:
    """Yield every cell under an element."""
    return (one for one in root.walk() if one.name == TC)

"""How high the blocks of a part are, in mm, before anything is laid in and after."""

from __future__ import annotations

import operator
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from pipeline.weekplan.cells import Seat, seats
from pipeline.weekplan.lettering import Styles, text_height
from pipeline.weekplan.markup import Node, Part, W
from pipeline.weekplan.room import CELL_MARGIN, EMU, PLACED, TWIP, box_size, measure
from pipeline.weekplan.story import BOTH, BOX, CHOICE, FALLBACK, SDT, TBL, TR, P

RULE = 0.25  # mm: what the lines of a table add to a row
UNSURE = 0.03
"""How much broader or leaner letters may be than they are taken to be."""
SHARE = 0.6
"""A floating picture this broad, as a share of its column, leaves no room for text beside it."""


@dataclass(frozen=True)
class Height:
    """A height in mm: before with lean letters, and with broad ones both before and after."""

    lean: float = 0.0
    before: float = 0.0
    after: float = 0.0

    def __add__(self, other: Height) -> Height:
        return self.with_each(other, operator.add)

    def __sub__(self, other: Height) -> Height:
        return self.with_each(other, operator.sub)

    def __truediv__(self, other: Height) -> Height:
        return self.with_each(other, operator.truediv)

    def with_each(self, other: Height, do: Callable[[float, float], float]) -> Height:
        """Return what comes of each number of both."""
        return Height(
            do(self.lean, other.lean), do(self.before, other.before), do(self.after, other.after)
        )

    def least(self, other: Height) -> Height:
        """Return the height, nothing of it less than the other."""
        return self.with_each(other, max)


def same(height: float) -> Height:
    """Return a height that neither letters nor an insert change."""
    return Height(height, height, height)


def more(height: float) -> Height:
    """Return what an insert adds."""
    return Height(0.0, 0.0, height)


class Heights:
    """Measures one part; `added` is mm by where the holding element begins, `gone` what leaves."""

    def __init__(
        self, part: Part, styles: Styles, added: Mapping[int, float], gone: frozenset[int]
    ) -> None:
        self.part, self.styles, self.added, self.gone = part, styles, added, gone

    def of(self, holder: Node, width: float, table: str = "") -> Height:
        """Return the height of all blocks in an element."""
        total, space = Height(), 0.0
        for kid in holder.kids:
            block, space = self.block(kid, width, table, space)
            total += block
        return total + same(space) + more(self.added.get(holder.start, 0.0))

    def block(self, node: Node, width: float, table: str, space: float) -> tuple[Height, float]:
        """Return the height of a block, and the space after it; `space` is that ahead of it."""
        if node.name == P:
            found, after = self._paragraph(node, width, table, space)
        elif node.name == TBL:
            height = self._table(node, width)
            found, after = same(space) + height, 0.0
        elif node.name in (SDT, W + "customXml", W + "sdtContent"):
            found, after = same(space), 0.0
            inner = Height()
            for kid in node.kids:
                block, after = self.block(kid, width, table, after)
                inner += block
            found += inner + more(self.added.get(node.start, 0.0))
        else:
            return Height(), space
        return (replace(found, after=0.0) if node.start in self.gone else found), after

    def _paragraph(
        self, node: Node, width: float, table: str, space: float
    ) -> tuple[Height, float]:
        look = self.styles.look(node, table)
        lean, broad = (
            text_height(self.part, node, look, width / (1 + one * UNSURE)) for one in (-1, 1)
        )
        text = Height(lean, broad, broad) + same(max(space, look.before))
        return text + self._drawn(node, width), look.after

    def _drawn(self, paragraph: Node, width: float) -> Height:
        """Return what pictures and text boxes in a paragraph add to its height."""
        total = Height()
        waiting = list(paragraph.kids)
        while waiting:
            node = waiting.pop()
            if node.name in (PLACED + "inline", PLACED + "anchor"):
                total += self._picture(node, width)
            elif node.name == BOTH:
                waiting += node.kid(CHOICE).kids if node.kid(CHOICE) else []  # type: ignore[union-attr]
            elif node.name not in (FALLBACK, BOX):
                waiting += node.kids
        return total

    def _picture(self, node: Node, width: float) -> Height:
        extent = node.kid(PLACED + "extent")
        high = (measure(extent, "cy") or 0) * EMU
        wide = (measure(extent, "cx") or 0) * EMU
        boxes = (one for one in node.walk() if one.name == BOX and box_size(one)[2])
        grown = sum(self.added.get(one.start, 0.0) for one in boxes)
        if node.name == PLACED + "inline" or node.kid(PLACED + "wrapTopAndBottom"):
            return same(high) + more(grown)
        if node.kid(PLACED + "wrapNone"):
            return Height()
        share = 1.0 if wide >= SHARE * width else wide / max(width, 1.0)
        return same(high * share) + more(grown * share)

    def _table(self, table: Node, room: float) -> Height:
        rows = seats(table)
        style = table.value(W + "tblPr", W + "tblStyle") or ""
        grid = table.kid(W + "tblGrid")
        columns = [(measure(one, W + "w") or 0) * TWIP for one in grid.kids] if grid else []
        taken = max((cells[-1].last for cells in rows if cells), default=1)
        if len(columns) < taken or not all(columns):
            columns = [room / taken] * taken
        inner = [self._inner(table, name) for name in ("left", "right")]
        heights: list[Height] = []
        merged: dict[int, tuple[int, Height]] = {}
        for at, cells in enumerate(rows):
            ends = (
                {one.first for one in rows[at + 1] if one.goes_on} if at + 1 < len(rows) else set()
            )
            own = Height()
            for seat in cells:
                if not seat.goes_on:
                    width = self._width(seat, columns) - sum(inner)
                    merged[seat.first] = at, self.of(seat.cell, width, style)
                if seat.first in merged and seat.first not in ends:
                    start, need = merged.pop(seat.first)
                    done = sum(heights[start:at], Height())
                    own = own.least(need - done)
            heights.append(self._row(cells, own, table))
        return sum(heights, Height())

    @staticmethod
    def _inner(table: Node, side: str) -> float:
        said = measure(table.kid(W + "tblPr", W + "tblCellMar", W + side), W + "w")
        return (CELL_MARGIN if said is None else said) * TWIP

    @staticmethod
    def _width(seat: Seat, columns: list[float]) -> float:
        said = seat.cell.kid(W + "tcPr", W + "tcW")
        grid = sum(columns[seat.first : seat.last])
        if said and said.attributes.get(W + "type") == "dxa":
            own = (measure(said, W + "w") or 0) * TWIP
            return min(own, grid) if own else grid
        return grid

    def _row(self, cells: list[Seat], own: Height, table: Node) -> Height:
        row = (
            next((one for one in cells[0].cell.above() if one.name == TR), None) if cells else None
        )
        said = row.kid(W + "trPr", W + "trHeight") if row else None
        height = (measure(said, W + "val") or 0) * TWIP
        if said and said.attributes.get(W + "hRule") == "exact":
            return same(height)
        margins = table.kid(W + "tblPr", W + "tblCellMar")
        sides = (
            [measure(margins.kid(W + one), W + "w") for one in ("top", "bottom")] if margins else []
        )
        edges = sum(one or 0 for one in sides) * TWIP + RULE
        return (own + same(edges)).least(same(height))

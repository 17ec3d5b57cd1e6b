"""A matrix's table: where its columns and lines are, and how high rows must be."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from pipeline.model import Arena
from pipeline.paper import label
from pipeline.paper.fit import is_calm, needs, unrest
from pipeline.paper.nameplate import Nameplate
from pipeline.paper.sheet import Box
from pipeline.paper.style import MM, Style

# Lengths are thousandths of the paper's shorter side.
GAP = 12
WIDE, NARROW = (26, 20, 0.92), (16, 14, 0.75)  # room left and right in a cell; for bullets, in em
AROUND, AROUND_EM = 11, 0.65  # … and above and below it, at least, and in em
DRAWN = 56  # a drawing is no lower


@dataclass(frozen=True, slots=True)
class Grid:
    """Where the table's columns and lines are, and how its texts are set."""

    box: Box
    label: float
    head: float
    plate: Nameplate
    name: Style
    name_size: float
    cell: Style
    unit: float
    columns: int
    sides: tuple[float, float, float]

    @property
    def column(self) -> float:
        """The width of a value's column."""
        return (self.box.w - self.label) / self.columns - GAP * self.unit

    def left(self, at: int) -> float:
        """Return where the value's column begins."""
        return self.box.x + self.label + GAP * self.unit + at * (self.column + GAP * self.unit)

    def lines(self, size: float) -> float:
        """Return the width of the lines in a cell."""
        left, right, indent = self.sides
        return self.column - (left + right) * self.unit - indent * size * MM

    def around(self, size: float) -> float:
        """Return the room above and below the lines in a cell: the larger the letters, the more."""
        return max(AROUND * self.unit, AROUND_EM * size * MM)

    def lowest(self, arenas: Sequence[Arena], size: float) -> list[float] | None:
        """Return how high rows must be with lines of that size; None where a word is too wide."""
        heights: list[float] = []
        for arena in arenas:
            cells = [needs(lines, self.cell, size, self.lines(size)) for lines in arena.cells]
            if any(one is None for one in cells):
                return None
            tallest = max(one or 0.0 for one in cells)
            least = self._label(arena) + 2 * AROUND * self.unit
            heights.append(max(tallest + 2 * self.around(size), least))
        return heights

    def unrest(self, arenas: Sequence[Arena], size: float) -> int:
        """Return how many lines there are in all the cells, more than two of a text twice."""
        wide = self.lines(size)
        return sum(unrest(cell, self.cell, size, wide) for arena in arenas for cell in arena.cells)

    @property
    def whole(self) -> Grid:
        """The same grid with every word of the lines whole."""
        return replace(self, cell=self.cell.whole)

    @property
    def most(self) -> float:
        """The lines' largest size beside the values' names, in pt."""
        return self.plate.size * 0.95

    def available(self, arenas: Sequence[Arena]) -> float:
        """Return the height that the rows have in all."""
        return self.box.h - self.head - len(arenas) * GAP * self.unit

    def calm(self, arenas: Sequence[Arena], size: float) -> bool:
        """Tell whether no line stands in a staircase."""
        texts = (line for arena in arenas for cell in arena.cells for line in cell)
        return is_calm(texts, self.cell, size, self.lines(size))

    def _label(self, arena: Arena) -> float:
        wide = self.label * (1 - 2 * label.ALONE)
        name = needs((arena.name,), self.name, self.name_size, wide) or 0.0
        drawn = arena.drawing and arena.drawing.art
        return max(name, DRAWN * self.unit) if drawn else name

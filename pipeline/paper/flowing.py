"""How high blocks become in a column: measured as a word processor sets them, near enough."""

from __future__ import annotations

from collections.abc import Iterable

from pipeline.paper import fonts
from pipeline.paper.flow import Block, Figure, Mark, PageBreak, Run, Sketch, Table, Words
from pipeline.paper.style import MM, line_height

WIDEST_COUNT = "00"


def high(blocks: Iterable[Block], wide: float) -> float:
    """Return the height in mm of the blocks in a column so wide."""
    return sum(_one(block, wide) for block in blocks)


def _one(block: Block, wide: float) -> float:
    match block:
        case Words():
            sizes = [run.letters.size for run in block.runs if not isinstance(run, Mark)]
            marks = [run.side for run in block.runs if isinstance(run, Mark)]
            tall = line_height(block.leading, block.text)
            line = max([max(sizes, default=0.0) * tall * MM, *marks])
            return (block.before + block.after) * MM + line * count(block, wide)
        case PageBreak():
            return 0.0
        case Figure() | Sketch():
            return block.height + (block.before + block.after) * MM
        case Table():
            lines = (
                block.edge[1] * MM * (len(block.rows) + 1) if block.edge and block.ruled else 0.0
            )
            return sum(_row(block, number) for number in range(len(block.rows))) + lines


def _row(table: Table, number: int) -> float:
    cells = zip(table.rows[number], table.widths, strict=True)
    full = [high(cell.blocks, wide - 2 * cell.pad[0]) + 2 * cell.pad[1] for cell, wide in cells]
    return max(*full, 0.0 if number == 0 and not table.laid else table.least)


def count(words: Words, wide: float) -> int:
    """Return how many lines the words take in a column so wide."""
    lines, used = 1, 0.0
    for unit, space in _units(words):
        if used and used + space + unit > wide:
            lines, used = lines + 1, unit
        else:
            used += space + unit if used else unit
    return lines


def _units(words: Words) -> Iterable[tuple[float, float]]:
    """Yield the width of each word in mm, and of the space before it."""
    for run in words.runs:
        if isinstance(run, Mark):
            yield run.side, 0.0
            continue
        face = fonts.face(run.letters.family, run.letters.weight)
        space = face.width(" ", run.letters.size, 0.0)
        for word in (run.text if isinstance(run, Run) else WIDEST_COUNT).split():
            yield face.width(word, run.letters.size, 0.0), space

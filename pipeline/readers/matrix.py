"""Understands tables and lines: finds the matrices among them, and tells what was left out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from pipeline.problems import Gathered, phrase
from pipeline.readers.axes import quoted
from pipeline.readers.door import Source
from pipeline.readers.gathering import records_of
from pipeline.readers.grid import Block, Found, Grid, Line
from pipeline.readers.heads import Known, as_spoken
from pipeline.readers.letters import tidy
from pipeline.readers.lines import marker
from pipeline.readers.records import MatrixRecord, Reading
from pipeline.readers.taking import Taking

MOST_TABLES = 200
MOST_CELLS = 5_000
MOST_TEXT = 10_000


def understand(source: Source, found: Found, known: Known) -> Reading:
    """Return the matrices among the blocks found, or raise Faults with all that must be mended."""
    gathered = Gathered()
    gathered.add(found.notes)
    spoken = [line for block in found.blocks for line in _lines_of(block)]
    known = replace(known, words=as_spoken(spoken, known.words))
    taking = Taking(source, known, gathered)
    for block in _of_sane_size(found, gathered):
        taking.take(block)
    records = records_of(taking.settle(), source, known, gathered)
    _note_doubles(records, gathered)
    if not records and all(problem.advice for problem in gathered):
        _refuse_nothing(source, found, gathered)
    return Reading(tuple(records), gathered.close())


def _lines_of(block: Block) -> Iterator[str]:
    """Yield the lines of a block without their bullets."""
    cells = (
        dict.fromkeys(cell for row in block.rows for cell in row) if isinstance(block, Grid) else ()
    )
    lines = (
        [block.text] if isinstance(block, Line) else [line for cell in cells for line in cell.lines]
    )
    for line in map(tidy, lines):
        yield line[len(marker(line)) :]


def _of_sane_size(found: Found, gathered: Gathered) -> Iterator[Block]:
    """Yield lines, and tables that a person can have written; note or refuse the others."""
    mend = phrase("Put the matrix in a table of its own.")
    many = set(map(id, found.grids[MOST_TABLES:]))
    for block in found.blocks:
        cells = [cell for row in block.rows for cell in row] if isinstance(block, Grid) else []
        full = [cell for cell in cells if sum(len(line) + 1 for line in cell.lines) > MOST_TEXT]
        if isinstance(block, Grid) and len(cells) > MOST_CELLS:
            what = phrase("the table is too large to be a matrix and was left out.")
            gathered.advise(block.place, what, mend)
        elif full:
            gathered.error(full[0].place, phrase("there is far too much text in one cell."), mend)
        elif id(block) not in many:
            yield block
    if many:
        what = phrase("only the first {most} tables were read.", most=MOST_TABLES)
        gathered.advise(found.grids[MOST_TABLES].place, what, mend)


def _note_doubles(records: Sequence[MatrixRecord], gathered: Gathered) -> None:
    met = set()
    for one in records:
        name = one.title.casefold(), one.audience
        if name in met:
            what = phrase('two matrices are called "{title}".', title=one.title)
            mend = phrase("Give each a heading of its own.")
            gathered.advise(one.title.place, what, mend)
        met.add(name)


def _refuse_nothing(source: Source, found: Found, gathered: Gathered) -> None:
    lines = [str(cell) for grid in found.grids for row in grid.rows for cell in row if cell]
    text = quoted((lines or [line.text for line in found.lines])[:3])
    mend = phrase("Write each matrix as a table: values along the top, places down the side.")
    what = phrase('no table here is a matrix; they begin with "{quote}".', quote=text)
    if not found.grids:
        what = phrase('there is no table in this file, only "{quote}".', quote=text)
    if not text:
        what = phrase("there is nothing to read in this file.")
    gathered.error(source.place, what, mend)

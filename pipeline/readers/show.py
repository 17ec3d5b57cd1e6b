"""Shows what was read as a table of plain text, for a terminal."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Sequence

from pipeline.problems import Say, phrase
from pipeline.readers.records import MatrixRecord, Reading

NARROWEST = 16
AUDIENCES = {"elev": phrase("for pupils"), "voksen": phrase("for adults")}


def as_table(reading: Reading, say: Say, width: int = 100) -> str:
    """Return every matrix under its title, at most `width` characters wide."""
    return "\n\n".join("\n".join(_matrix(one, say, width)) for one in reading.matrices)


def _matrix(one: MatrixRecord, say: Say, width: int) -> Iterator[str]:
    yield f"{one.title} ({say(AUDIENCES[one.audience])})"
    for decided in one.decided:
        yield textwrap.fill(f"({say(decided)})", width)
    room = (width - 3 * len(one.values)) // (len(one.values) + 1)
    if room < NARROWEST:
        yield from _listed(one, width)
        return
    yield from _row([[""], *([str(value)] for value in one.values)], room)
    for arena in one.arenas:
        yield "-+-".join(["-" * room] * (len(one.values) + 1))
        cells = (one.cells[arena][value] for value in one.values)
        yield from _row([[str(arena)], *(list(map(str, lines)) for lines in cells)], room)


def _row(cells: Sequence[Sequence[str]], room: int) -> Iterator[str]:
    wrapped = [
        [piece for line in cell for piece in textwrap.wrap(line, room, subsequent_indent="  ")]
        for cell in cells
    ]
    for at in range(max(1, *map(len, wrapped))):
        pieces = (cell[at] if at < len(cell) else "" for cell in wrapped)
        yield " | ".join(piece.ljust(room) for piece in pieces).rstrip()


def _listed(one: MatrixRecord, width: int) -> Iterator[str]:
    """Yield the matrix as a list, where its columns would be too narrow to read."""
    for arena in one.arenas:
        yield f"  {arena}"
        for value in one.values:
            yield f"    {value}"
            for line in one.cells[arena][value]:
                start = "      - "
                yield textwrap.fill(line, width, initial_indent=start, subsequent_indent=" " * 8)

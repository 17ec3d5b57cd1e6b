"""A code to scan with a phone: an address as one path of a Sketch, with the quiet edge it needs."""

from __future__ import annotations

import functools
from collections import defaultdict
from collections.abc import Iterable, Iterator

from pipeline.paper.flow import Sketch
from pipeline.paper.outlines import rectangle
from pipeline.paper.sheet import Box, Shape, Step

INK, GROUND = "#000000", "#ffffff"  # scanners want black on white, whatever the look
QUIET = 4  # modules of white around it, ISO/IEC 18004
Point = tuple[int, int]


def code(address: str, side: float, alt: str, before: float = 0.0) -> Sketch:
    """Return the code that leads to the address, its quiet edge within `side` mm; level M."""
    return Sketch(_drawn(address, side), side, side, alt, before)


@functools.lru_cache(maxsize=256)  # a letter is tried in several sizes, and said in many languages
def _drawn(address: str, side: float) -> tuple[Shape, ...]:
    import segno

    rows = segno.make(address, error="m", micro=False, boost_error=False).matrix
    unit = side / (len(rows) + 2 * QUIET)
    dark = {(x, y) for y, row in enumerate(rows) for x, one in enumerate(row) if one}
    path = tuple(_steps(dark, unit))
    return Shape(rectangle(Box(0, 0, side, side)), fill=GROUND), Shape(path, fill=INK)


def _steps(dark: set[Point], unit: float) -> Iterator[Step]:
    for loop in _loops(dark):
        places = [((x + QUIET) * unit, (y + QUIET) * unit) for x, y in loop]
        yield "M", places[0]
        yield from (("L", one) for one in places[1:])
        yield "Z", ()


def _loops(dark: set[Point]) -> Iterator[list[Point]]:
    """Yield the corners of each edge around the squares, what is dark always on its right.

    So a hole runs the other way round, and one path holds them all without a seam.
    """
    onward: dict[Point, list[Point]] = defaultdict(list)
    for start, end in _edges(dark):
        onward[start].append(end)
    while onward:
        start = at = next(iter(onward))
        loop = [start]
        while True:
            ends = onward[at]
            at = ends.pop()
            if not ends:
                del onward[loop[-1]]
            if at == start:
                break
            loop.append(at)
        yield _corners(loop)


def _edges(dark: Iterable[Point]) -> Iterator[tuple[Point, Point]]:
    there = set(dark)
    for x, y in sorted(there):
        if (x, y - 1) not in there:
            yield (x, y), (x + 1, y)
        if (x + 1, y) not in there:
            yield (x + 1, y), (x + 1, y + 1)
        if (x, y + 1) not in there:
            yield (x + 1, y + 1), (x, y + 1)
        if (x - 1, y) not in there:
            yield (x, y + 1), (x, y)


def _corners(loop: list[Point]) -> list[Point]:
    """Return the points at which the loop turns."""
    around = zip((loop[-1], *loop), loop, (*loop[1:], loop[0]), strict=False)
    return [here for last, here, after in around if not _straight(last, here, after)]


def _straight(last: Point, here: Point, after: Point) -> bool:
    return last[0] == here[0] == after[0] or last[1] == here[1] == after[1]

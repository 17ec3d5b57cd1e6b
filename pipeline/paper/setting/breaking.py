"""Where lines end: the places in a text where one may, and those that make the fewest, most even.

Lines are ragged, so a word is divided only where it is wider than the column: where the school has
put a soft hyphen, where its language divides words, else between any two letters.
"""

from __future__ import annotations

import functools
import re
import unicodedata
from collections.abc import Callable, Iterator
from typing import NamedTuple

from pipeline.paper.fit import AT_HYPHEN, SOFT, SPLITS, divider
from pipeline.paper.held import SPACE, holds

SPACES = " \u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2008\u2009\u200a\u3000\u200b\n"
# Ethiopic writing parts words by signs of its own.
ETHIOPIC = re.compile("(?<=[\u1361-\u1368])(?=[^ \u1361-\u1368])")
# Thai has no spaces between words, and we no dictionary of them. A syllable begins with a vowel
# that is written before its consonant, and ends with those that nothing follows: lines end there.
THAI = re.compile(
    "(?<=[\u0e01-\u0e3a\u0e45-\u0e4e])(?=[\u0e40-\u0e44])|(?<=[\u0e30\u0e33\u0e46\u0e2f])(?=[\u0e01-\u0e2e])"
)
SHORT_LAST, SMALL = 0.5, 0.06  # what a last line of one word costs, and a small word at an end
HARD, LETTERS = re.compile("[ \u00a0\u202f]"), re.compile(r"[^\W\d_]{6,}")
LAST_DIVIDED = "\u0590"  # scripts from here on draw no hyphen
PLACES = re.compile(r"(?<=[/.@_=&?-])(?=[\w])")
Measure = Callable[[int, int], float]


class Chunk(NamedTuple):
    """Letters that stay on one line, from and to; their width and that of the space after.

    `cost` is what it costs to end a line here, `must`: one ends here in any case; `hyphen` is the
    width of the one that is drawn then.
    """

    first: int
    last: int
    width: float
    space: float
    cost: float = 0.0
    must: bool = False
    hyphen: float = 0.0


class Column(NamedTuple):
    """How wide lines may be, how wide letters from and to are, and a hyphen, all in mm."""

    wide: float
    measure: Measure
    hyphen: float
    language: str


def chunks(text: str, column: Column) -> list[Chunk]:
    """Return the text in chunks none of which is wider than the column, where that can be."""
    found: list[Chunk] = []
    ends = [*_ends(text), len(text)]
    at = 0
    for end in ends:
        if end <= at:
            continue
        whole = _chunk(text, at, end, column.measure)
        found += [whole] if whole.width <= column.wide else _divided(text, whole, column)
        at = end
    return found


def _chunk(text: str, first: int, end: int, measure: Measure) -> Chunk:
    last = first + len(text[first:end].rstrip(SPACES))
    space = measure(last, end) if last < end else 0.0
    small = last - first <= 2 and end < len(text)
    cost = SPLITS if text[first:last].endswith((SOFT, "-")) else SMALL * small
    return Chunk(first, last, measure(first, last), space, cost, "\n" in text[last:end])


@functools.lru_cache(maxsize=1 << 12)
def _ends(text: str) -> tuple[int, ...]:
    """Return the places in the text where a line may end."""
    found = {one.end() for one in SPACE.finditer(text) if not holds(text, one)}
    found.update(at + 1 for at, letter in enumerate(text) if letter == "\n")
    for way in (AT_HYPHEN, ETHIOPIC, THAI):
        found.update(one.start() for one in way.finditer(text))
    return tuple(sorted(found - {0}))


def _divided(text: str, chunk: Chunk, column: Column) -> list[Chunk]:
    """Return the chunk in pieces that have room: parted as little as it can be."""
    first, end = chunk.first, chunk.last
    for cuts in (_spaces, _soft, _divisions(column.language), _places, _clusters):
        options = sorted({at for at in cuts(text, first, end) if first < at < end})
        parts = _parted(text, (first, *options, end), column)
        if all(part.width + part.hyphen <= column.wide for part in parts):
            break
    last = parts[-1]._replace(space=chunk.space, cost=chunk.cost, must=chunk.must)
    return [*parts[:-1], last]


def _parted(text: str, cuts: tuple[int, ...], column: Column) -> list[Chunk]:
    parts = []
    for first, end in zip(cuts, cuts[1:], strict=False):
        last = first + len(text[first:end].rstrip(SPACES))
        space = column.measure(last, end) if last < end else 0.0
        within = end < cuts[-1] and text[end - 1].isalpha() and text[end].isalpha()
        hyphen = column.hyphen if within and text[end - 1] < LAST_DIVIDED else 0.0
        parts.append(Chunk(first, last, column.measure(first, last), space, SPLITS, hyphen=hyphen))
    return parts


def _spaces(text: str, first: int, end: int) -> Iterator[int]:
    return (one.end() for one in HARD.finditer(text, first, end))


def _soft(text: str, first: int, end: int) -> Iterator[int]:
    yield from _spaces(text, first, end)
    yield from (at + 1 for at in range(first, end) if text[at] == SOFT)


def _divisions(language: str) -> Callable[[str, int, int], Iterator[int]]:
    def cuts(text: str, first: int, end: int) -> Iterator[int]:
        yield from _spaces(text, first, end)
        for word in LETTERS.finditer(text, first, end):
            yield from (word.start() + at for at in divider(language)(word[0]))

    return cuts


def _places(text: str, first: int, end: int) -> Iterator[int]:
    """Yield the places in an address on the web where it may be parted."""
    return (one.start() for one in PLACES.finditer(text, first, end))


def _clusters(text: str, first: int, end: int) -> Iterator[int]:
    """Yield each place between letters, none before a sign that stands on the letter before it."""
    for at in range(first + 1, end):
        if not unicodedata.category(text[at]).startswith("M") and text[at] not in "\u200c\u200d":
            yield at


def lines(found: list[Chunk], wide: float) -> list[tuple[int, int]]:
    """Return which chunks stand on each line, from and to: as few lines as it takes, and even."""
    best: list[tuple[int, float, int]] = [(0, 0.0, 0)]  # lines, cost, where the last one starts
    for end in range(1, len(found) + 1):
        best.append(min(_choices(found, best, end, wide)))
    done = []
    end = len(found)
    while end:
        start = best[end][2]
        done.append((start, end))
        end = start
    return done[::-1]


def _choices(
    found: list[Chunk], best: list[tuple[int, float, int]], end: int, wide: float
) -> Iterator[tuple[int, float, int]]:
    """Yield what each line is worth that could end here."""
    used = 0.0
    for start in range(end - 1, -1, -1):
        one = found[start]
        used += one.width + (one.space if start < end - 1 else one.hyphen)
        if start < end - 1 and (used > wide + 1e-6 or one.must):
            return
        count, cost, _ = best[start]
        last = end == len(found) or found[end - 1].must
        if not last:
            cost += (1 - min(used / wide, 1)) ** 2 + found[end - 1].cost
        elif start and end - start == 1 and used < wide * 0.3:
            cost += SHORT_LAST
        yield count + 1, cost, start

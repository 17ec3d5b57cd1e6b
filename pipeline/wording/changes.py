"""What has changed between two versions of a matrix: new, changed, moved and removed lines."""

from __future__ import annotations

import difflib
import functools
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from pipeline.model import CHANGES, Arena, Change, Matrix
from pipeline.problems import Sourced

ALIKE = 0.6  # a line so near another in its cell is the same one, written anew
SURE = 0.8  # … and in another cell
SAME_PLACE = 0.7  # an arena's name so near another is the same place
SHARED = 0.5  # … and so is one that has so many of the other's lines
NEARLY = 0.99  # what is not quite the same is never nearer
# Lines are paired in these steps: within a cell or not, and how near they must be at least.
STEPS = ((True, 1.0), (False, 1.0), (True, ALIKE), (False, SURE))


@dataclass(frozen=True)
class _Line:
    arena: Sourced
    value: int
    text: Sourced


def compare(old: Matrix, new: Matrix) -> tuple[Change, ...]:
    """Return all that has changed, in the order of the new matrix; places that are gone come last.

    Both have their cells in the order of the same values. Capitals and full stops do not count,
    nor does the order of the lines in a cell.
    """
    places = _places(old.arenas, new.arenas)
    renamed = [
        Change("renamed", arena.name, None, arena.name, was.name)
        for arena in new.arenas
        if (was := places.get(arena.name)) and _plain(was.name) != _plain(arena.name)
    ]
    names = {str(was.name): arena for arena, was in places.items()}
    before = [_there(line, names) for line in _lines(old.arenas)]
    found = [*renamed, *_lines_changed(before, list(_lines(new.arenas)))]
    order: dict[str, int] = {}
    for one in (*new.arenas, *old.arenas):
        order.setdefault(str(one.name), len(order))
    return tuple(sorted(found, key=lambda one: _place_of(one, order)))


def alike(one: Matrix, other: Matrix) -> float:
    """Return how much two matrices have in common, 0 to 1: their titles, places and lines."""
    if one.audience != other.audience:
        return 0.0
    if _plain(one.title) == _plain(other.title):
        return 1.0
    names = _shared([a.name for a in one.arenas], [a.name for a in other.arenas])
    words = _shared(*([line.text for line in _lines(m.arenas)] for m in (one, other)))
    return max(names, words, _near(one.title, other.title)) * NEARLY


def _place_of(change: Change, order: dict[str, int]) -> tuple[int, int, int]:
    at = -1 if change.value is None else change.value
    return order[str(change.arena)], at, CHANGES.index(change.kind)


def _places(old: Sequence[Arena], new: Sequence[Arena]) -> dict[Sourced, Arena]:
    """Return, for the name of each place that was there before, the place as it was."""
    found: dict[Sourced, Arena] = {}
    left = list(old)
    for least in (NEARLY, 0.0):  # the same name first, then what is near
        for arena in new:
            if arena.name in found or not left:
                continue
            best = max(left, key=lambda one: _same_place(one, arena))
            if _same_place(best, arena) > least:
                found[arena.name] = best
                left.remove(best)
    return found


def _same_place(one: Arena, other: Arena) -> float:
    """Return 1 where the names are the same, less where they are near or the lines are shared."""
    if _plain(one.name) == _plain(other.name):
        return 1.0
    name = _near(one.name, other.name)
    shared = _shared(*([line.text for line in _lines([a])] for a in (one, other)))
    return max(name if name >= SAME_PLACE else 0.0, shared if shared >= SHARED else 0.0) * NEARLY


def _lines(arenas: Iterable[Arena]) -> Iterator[_Line]:
    for arena in arenas:
        for value, cell in enumerate(arena.cells):
            yield from (_Line(arena.name, value, text) for text in cell)


def _there(line: _Line, names: dict[str, Sourced]) -> _Line:
    """Return the line as standing in the place that its own has become."""
    return _Line(names.get(str(line.arena), line.arena), line.value, line.text)


def _lines_changed(before: list[_Line], now: list[_Line]) -> Iterator[Change]:
    """Yield the changes, surest pairs first: what is paired is taken out of both lists."""
    for is_here, least in STEPS:
        for was, line in _pairs(before, now, is_here, least):
            before.remove(was)
            now.remove(line)
            if not is_here:
                origin = was.arena, was.value
                yield Change("moved", line.arena, line.value, line.text, was.text, origin)
            elif least < 1:
                yield Change("changed", line.arena, line.value, line.text, was.text)
    yield from (Change("new", one.arena, one.value, now=one.text) for one in now)
    yield from (Change("gone", one.arena, one.value, before=one.text) for one in before)


def _pairs(
    before: Sequence[_Line], now: Sequence[_Line], is_here: bool, least: float
) -> list[tuple[_Line, _Line]]:
    """Return lines that are the same one, the nearest first, each taken once.

    `is_here`: only within one cell.
    """
    near = [
        (-_near(was.text, line.text, least), at, to)
        for to, line in enumerate(now)
        for at, was in enumerate(before)
        if not is_here or (was.arena, was.value) == (line.arena, line.value)
    ]
    found: dict[int, int] = {}
    for apart, at, to in sorted(near):
        if -apart >= least and at not in found and to not in found.values():
            found[at] = to
    return [(before[at], now[to]) for at, to in found.items()]


def _plain(words: str) -> str:
    """Return the words as they count: small letters, single spaces, no sign at the end."""
    return re.sub(r"\s+", " ", words).strip(" .,;:!").casefold()


@functools.lru_cache(maxsize=1 << 12)
def _near(one: str, other: str, least: float = 0.0) -> float:
    """Return how much two texts have in common, 0 to 1; below `least` it may be told as 0."""
    first, second = _plain(one), _plain(other)
    if first == second or least == 1:
        return float(first == second)
    matcher = difflib.SequenceMatcher(None, first, second, autojunk=False)
    if matcher.quick_ratio() < least:
        return 0.0
    return min(matcher.ratio(), NEARLY)


def _shared(one: Sequence[str], other: Sequence[str]) -> float:
    """Return how large a part of the shorter list's texts stands in the other as well."""
    first, second = set(map(_plain, one)), set(map(_plain, other))
    return len(first & second) / max(1, min(len(first), len(second)))

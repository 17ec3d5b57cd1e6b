"""Tells which known name a misspelt or shortened heading is meant to be."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache

SHORTEST = 4
LONG = 7
FEWEST = 2


def near(text: str, known: Iterable[str], small: Iterable[str] = ()) -> tuple[str, ...]:
    """Return the known names that a heading is nearest to, more than one where they tie.

    `small` are words that do not count, such as "i" and "på".
    """
    written = _words(text, frozenset(small))
    found: dict[int, list[str]] = {}
    for name in known:
        away = _away(written, _words(name, frozenset(small)), "." in text)
        if away is not None:
            found.setdefault(away, []).append(name)
    return tuple(dict.fromkeys(found[min(found)])) if found else ()


def is_short_for(text: str, name: str, small: Iterable[str] = ()) -> bool:
    """Tell whether each word of a heading begins one of a name that says more."""
    written, whole = (_words(one, frozenset(small)) for one in (text, name))
    return bool(written) and all(any(one.startswith(word) for one in whole) for word in written)


@lru_cache(maxsize=4096)
def _words(text: str, small: frozenset[str]) -> tuple[str, ...]:
    words = re.findall(r"[^\W_]+", text.casefold())
    return tuple(one for one in words if one not in small)


@lru_cache(maxsize=4096)
def _letters(word: str) -> frozenset[str]:
    return frozenset(word)


def _away(written: Sequence[str], name: Sequence[str], cut: bool) -> int | None:
    """Return how many letters part two names, or None for names that are not alike."""
    if len(written) != len(name) or not written:
        return None
    away = 0
    for one, other in zip(written, name, strict=True):
        if one == other:
            continue
        if cut and len(one) >= FEWEST and other.startswith(one):
            continue
        most = 2 if len(other) >= LONG else 1
        if min(len(one), len(other)) < SHORTEST or abs(len(one) - len(other)) > most:
            return None
        # Each step between two words puts in one letter at most, and takes out one.
        if len(_letters(one) ^ _letters(other)) > 2 * most:
            return None
        steps = distance(one, other)
        if steps > most:
            return None
        away += steps
    return away


def distance(one: str, other: str) -> int:
    """Return how many letters to put in, take out, change or swap between two words."""
    before: list[int] = []
    above = list(range(len(other) + 1))
    for at, letter in enumerate(one, 1):
        row = [at]
        for across, meant in enumerate(other, 1):
            step = min(above[across] + 1, row[-1] + 1, above[across - 1] + (letter != meant))
            if at > 1 and across > 1 and letter == other[across - 2] and one[at - 2] == meant:
                step = min(step, before[across - 2] + 1)
            row.append(step)
        before, above = above, row
    return above[-1]

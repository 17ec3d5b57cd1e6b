"""Which way letters run: the levels of a paragraph's letters, and the order that a line shows.

The Unicode bidirectional algorithm, with what stands in another language set apart from the words
around it, as if it were between isolates; and so is a telephone number, which has spaces, and a
day in our own writing.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Sequence
from typing import TypeVar

RIGHT_TO_LEFT = frozenset({"ar", "ckb", "fa", "he", "ps", "sd", "ug", "ur", "yi"})
STRONG = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
APART = "\ufffc"
# Groups of figures with spaces between are one number, such as 32 27 00 00 or +47 900 00 000.
# A day begins with its number, such as 8. februar 2027.
DAY = r"(?<!\w)\d{1,2}\.[ \u00a0]?[A-Za-z\u00c0-\u024f]+(?![\w@-]|\.\w)(?:[ \u00a0]\d{4})?"
NUMBER = re.compile(rf"{DAY}|\+?\d+(?:[ \u00a0]\d{{2,}})+|\+\d+")
Span = tuple[int, int, bool]
T = TypeVar("T")


def is_rtl(language: str) -> bool:
    """Tell whether the language is written from right to left."""
    return language.partition("-")[0] in RIGHT_TO_LEFT


def levels(text: str, rtl: bool, apart: Sequence[Span] = ()) -> list[int]:
    """Return the level of each letter: even runs to the right, odd to the left.

    `apart` are stretches of the text, from and to, set apart; each runs to the left or not.
    """
    if not rtl and not STRONG.search(text):
        return [0] * len(text)
    spans = sorted([*apart, *_numbers(text, apart)]) if rtl else sorted(apart)
    outer, at = "", 0
    for first, last, _ in spans:
        outer += text[at:first] + APART
        at = last
    outer += text[at:]
    found: list[int] = []
    given = iter(_levels(outer, int(rtl)))
    at = 0
    for first, last, way in spans:
        found += [next(given) for _ in range(at, first)]
        above = next(given)
        own = above + 1 + (above + 1 + way) % 2
        inner = _levels(text[first:last], int(way))
        found += [own - int(way) + one for one in inner]
        at = last
    return found + list(given)


def _numbers(text: str, apart: Sequence[Span]) -> list[Span]:
    found = [(one.start(), one.end(), False) for one in NUMBER.finditer(text)]
    return [
        one for one in found if all(one[1] <= first or last <= one[0] for first, last, _ in apart)
    ]


@functools.lru_cache(maxsize=1 << 10)
def _levels(text: str, base: int) -> list[int]:
    from bidi import algorithm as steps

    letters = steps.get_empty_storage()
    letters["base_level"], letters["base_dir"] = base, "LR"[base]
    steps.get_embedding_levels(text, letters)
    for at, one in enumerate(letters["chars"]):
        one["at"] = at
    for step in (
        steps.explicit_embed_and_overrides,
        steps.resolve_weak_types,
        steps.resolve_neutral_types,
        steps.resolve_implicit_levels,
    ):
        step(letters, False)
    found = [base] * len(text)
    for one in letters["chars"]:
        found[one["at"]] = one["level"]
    _pair(text, found, base)
    return found


def _pair(text: str, found: list[int], base: int) -> None:
    """Let both brackets of a pair run the way of what is in them and before them."""
    opened: list[int] = []
    for at, letter in enumerate(text):
        if letter in "([":
            opened.append(at)
        elif letter in ")]" and opened:
            first = opened.pop()
            if found[first] != found[at]:
                inner = {found[one] % 2 for one in range(first + 1, at) if text[one].isalpha()}
                before = found[first - 1] if first else base
                level = base if base % 2 in inner else max(before, base)
                found[first] = found[at] = level


def shown(things: Sequence[T], at: Sequence[int]) -> list[T]:
    """Return the things of a line, each at its level, from left to right."""
    order = list(range(len(things)))
    for level in range(max(at, default=0), 0, -1):
        first = 0
        while first < len(order):
            if at[order[first]] < level:
                first += 1
                continue
            last = first
            while last < len(order) and at[order[last]] >= level:
                last += 1
            order[first:last] = order[first:last][::-1]
            first = last
    return [things[one] for one in order]

"""Words in pieces that one face draws and that run one way."""

from __future__ import annotations

import functools
import itertools
import unicodedata
from typing import NamedTuple

from pipeline.paper import fonts

LEFTWARDS, DIGITS = ("R", "AL", "AN"), ("EN", "AN")
PLAIN = 400


class Piece(NamedTuple):
    """Some letters, the family that draws them, and whether they run from right to left."""

    text: str
    family: str
    rtl: bool


@functools.lru_cache(maxsize=4096)
def pieces(text: str, family: str, rtl: bool) -> tuple[Piece, ...]:
    """Return the text in pieces; `rtl`: what has no way of its own runs from right to left."""
    if not rtl and text.isascii():
        return (Piece(text, family, False),)
    ways = _ways(text, rtl)
    faces = _faces(text, family, ways)
    found = []
    for (own, way), letters in itertools.groupby(
        zip(text, faces, ways, strict=True), lambda one: one[1:]
    ):
        found.append(Piece("".join(letter for letter, _, _ in letters), own, way))
    return tuple(found)


def _ways(text: str, rtl: bool) -> list[bool]:
    """Return for each letter whether it runs from right to left.

    Digits go with the words before them; what stands between goes with what it stands between
    (Unicode Standard Annex 9, rules W7, N0 and N1).
    """
    ways: list[bool | None] = []
    last = rtl
    for letter in text:
        kind = unicodedata.bidirectional(letter)
        if kind == "L" or kind in LEFTWARDS:
            last = kind != "L"
        strong = kind == "L" or kind in LEFTWARDS or kind in DIGITS
        ways.append(last if strong else None)
    _bracketed(text, ways, rtl)
    found: list[bool] = []
    before = rtl
    for at, way in enumerate(ways):
        if way is None:
            after = next((one for one in ways[at:] if one is not None), rtl)
            found.append(before if before == after else rtl)
        else:
            before = way
            found.append(way)
    return found


def _bracketed(text: str, ways: list[bool | None], rtl: bool) -> None:
    """Give brackets the way of what they hold, or of the whole (the same annex, rule N0)."""
    opened: list[int] = []
    for at, letter in enumerate(text):
        if letter in "([{":
            opened.append(at)
        elif letter in ")]}" and opened:
            start = opened.pop()
            inside = {way for way in ways[start + 1 : at] if way is not None}
            if inside:
                before = next((way for way in ways[:start][::-1] if way is not None), rtl)
                way = rtl if rtl in inside or before == rtl else not rtl
                ways[start] = ways[at] = way


def _faces(text: str, family: str, ways: list[bool]) -> list[str]:
    """Return the family for each letter; spaces and signs stay with the letters before them."""
    found: list[str] = []
    current = family
    for at, (letter, way) in enumerate(zip(text, ways, strict=True)):
        if at and way != ways[at - 1]:
            current = family
        first = family if letter.isalnum() and not way else current
        current = _drawing(letter, first, family)
        found.append(current)
    return _led(text, found, ways)


def _led(text: str, found: list[str], ways: list[bool]) -> list[str]:
    """Let signs before the letters of a piece that runs leftwards be drawn by the same face."""
    for at in range(len(found) - 2, -1, -1):
        nearby = ways[at] and ways[at + 1] and not text[at].isalpha()
        if nearby and found[at] != found[at + 1] and _has(found[at + 1], text[at]):
            found[at] = found[at + 1]
    return found


def _drawing(letter: str, first: str, family: str) -> str:
    chain = (first, family, *fonts.FALLBACK)
    return next((one for one in chain if _has(one, letter)), family)


def _has(family: str, letter: str) -> bool:
    return letter in "\n\t\u00ad\u200e\u200f" or ord(letter) in fonts.face(family, PLAIN).letters

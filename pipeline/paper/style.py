"""How texts are set, and what their language knows of where a line should end."""

from __future__ import annotations

import functools
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from pipeline.language import Language
from pipeline.paper import fonts
from pipeline.paper.sheet import Letters

MM = fonts.MM_PER_POINT
STEP = 0.25  # sizes are whole quarters of a point
FLOOR_MM, TARGET_MM = (
    4.0,
    8.0,
)  # cap height for each metre of reading distance (domain practice, DIN 1450)
# What an end of line costs; the part of a line left empty costs its square.
BEGINS, ENDS, PARTS, BARE, ALONE, STOPS = -0.1, 0.15, 0.25, 0.15, 1.0, -0.3
STOP = re.compile(r"[.!?…:][»”\"]?$")


@dataclass(frozen=True, slots=True)
class Breaks:
    """What a language knows of lines, in small letters.

    `before` are words that a line begins with rather than ends with, `together` words that stay on
    one line, `openers` those that open an expectation, `tails` the parts that a long word is best
    divided before.
    """

    before: frozenset[str] = frozenset()
    together: tuple[tuple[str, ...], ...] = ()
    openers: frozenset[str] = frozenset()
    tails: tuple[str, ...] = ()

    def costs(self, words: Sequence[str]) -> tuple[float, ...]:
        """Return what it costs to end a line before each of the words: less where it makes sense.

        A line of sense begins with a word that joins or a sentence, and holds more than who does
        what, or than how the next sentence begins.
        """
        plain = [word.casefold().strip(".,:;!?\"'«»“”") for word in words]
        held, closed = self._held(plain)
        opened = bool(plain) and plain[0] in self.openers
        costs = [0.0]
        for at in range(1, len(plain)):
            joins = plain[at] in self.before and at not in held
            cost = BEGINS * joins + PARTS * (at in held)
            cost += ENDS * (plain[at - 1] in self.before and at not in closed)
            bare = at == 2 or (at == 3 and at in closed)
            cost += BARE * (opened and bare and not joins)
            cost += STOPS * _starts(words, at) + ALONE * (at > 1 and _starts(words, at - 1))
            costs.append(cost + ALONE * (opened and at == 1))
        return tuple(costs)

    def _held(self, plain: Sequence[str]) -> tuple[set[int], set[int]]:
        """Return the words that belong with the one before, and those that follow such a pair."""
        held: set[int] = set()
        closed: set[int] = set()
        for at in range(1, len(plain) - 1):
            joins = plain[at] in self.before and plain[at + 1] in self.before
            if joins and plain[at + 1] not in self.openers:
                held.add(at)  # of two such words the first goes with what is before: snakket om | i
        for words in self.together:
            for at in range(len(plain) - len(words) + 1):
                if tuple(plain[at : at + len(words)]) == words:
                    held.update(range(at + 1, at + len(words)))
                    closed.add(at + len(words))
        return held, closed


def _starts(words: Sequence[str], at: int) -> bool:
    """Tell whether the word begins a sentence after another."""
    return bool(STOP.search(words[at - 1])) and words[at].lstrip('«“"')[:1].isupper()


@functools.lru_cache(maxsize=32)
def _breaks(code: str, facts: tuple[tuple[str, ...], ...]) -> Breaks:
    before, together, openers, tails = facts
    phrases = tuple(tuple(one.casefold().split()) for one in together)
    return Breaks(frozenset(before), phrases, frozenset(openers), tails)


def breaks(language: Language) -> Breaks:
    """Return what the language's file says of lines; nothing where it says nothing."""
    facts = language.facts.get("breaks") or {}
    names = ("before", "together", "openers", "tails")
    return _breaks(language.code, tuple(tuple(map(str, facts.get(name, ()))) for name in names))


@dataclass(frozen=True, slots=True)
class Style:
    """How a kind of text is set: letters of any size, line height and the gap between items in em.

    `hyphens` is the language to divide words by, when nothing else helps; "" never divides, and
    `joints` only where a word seems put together.
    """

    letters: Letters
    leading: float = 1.2
    gap: float = 0.0
    hyphens: str = ""
    breaks: Breaks = Breaks()
    joints: bool = False

    @property
    def cap(self) -> float:
        """The height of a capital in em."""
        return fonts.face(self.letters.family, self.letters.weight).cap_height

    def sized(self, size: float) -> Letters:
        """Return the letters at a size in pt."""
        return replace(self.letters, size=size)

    def dividing(self, language: str) -> tuple[Style, Style, Style]:
        """Return the style with words whole, then divided at joints, then wherever they can be."""
        apart = replace(self, hyphens=language)
        return self, replace(apart, joints=True), apart

    @property
    def whole(self) -> Style:
        """The same style with every word whole."""
        return replace(self, hyphens="")


def floor_size(style: Style, metres: float) -> float:
    """Return the smallest size in pt that is read at the distance, rounded up to a whole step."""
    return -(-(FLOOR_MM * metres / MM / style.cap) // STEP) * STEP


def target_size(style: Style, metres: float) -> float:
    """Return the size in pt that is read with ease at the distance."""
    return TARGET_MM * metres / MM / style.cap // STEP * STEP


def reads_at(style: Style, size: float) -> float:
    """Return how far away, in metres, letters of this size can just be read."""
    return size * MM * style.cap / FLOOR_MM


# The least height of a line, in em, of scripts that stand taller than ours or sink deeper.
TALL = (
    (re.compile("[\u0600-\u08ff\ufb50-\ufdff\ufe70-\ufefc]"), 1.5),
    (re.compile("[\u0e00-\u0e7f]"), 1.6),
    (re.compile("[\u1200-\u139f\u2d80-\u2ddf]"), 1.5),
)


def line_height(leading: float, text: str) -> float:
    """Return the height of the text's lines in em: as is asked for, or as its script needs."""
    return max((leading, *(need for script, need in TALL if script.search(text))))

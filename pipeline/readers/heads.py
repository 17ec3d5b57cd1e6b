"""Knows headings: which name values, which name arenas, and so which way a matrix lies."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from pipeline.problems import Phrase, phrase
from pipeline.readers.records import MatrixWords

LONGEST_HEADING = 6
WHOLE_WORD = 3


def says(text: str, words: Iterable[str]) -> bool:
    """Tell whether a word of `text` begins like one of `words`."""
    spoken = _tokens(text)
    return any(_said(spoken, _tokens(word)) for word in words)


def same_heading(one: str, other: str) -> bool:
    """Tell whether two headings name the same thing: "Vi viser respekt" and "Respekt" do."""
    short, long = sorted((_tokens(one), _tokens(other)), key=len)
    return bool(short) and (_said(long, short) or (len(short) == 1 and _said(short, long)))


@dataclass(frozen=True)
class Way:
    """How a matrix lies: whether values are columns, on what ground, and if that was a guess."""

    by_columns: bool
    evidence: int
    guessed: Phrase | None = None


def way_of(
    top: Sequence[str], side: Sequence[str], corner: str, words: MatrixWords, values: Sequence[str]
) -> Way:
    """Decide whether the values stand along the top or down the side; evidence counts headings."""
    arenas = _count(top, words.arenas), _count(side, words.arenas)
    for known in (values, words.values):
        above, beside = _count(top, known), _count(side, known)
        if above != beside:
            return Way(above > beside, max(above, beside) + arenas[above > beside])
    if arenas[0] != arenas[1]:
        return Way(arenas[1] > arenas[0], max(arenas))
    of_arena, of_value = says(corner, words.arena_corner), says(corner, words.value_corner)
    if of_arena != of_value:
        return Way(of_arena, 1)
    above, beside = _placed(top, words), _placed(side, words)
    if above != beside:
        ground = phrase(
            "which headings are values was guessed: the others begin like places (I …, På …)."
        )
        return Way(beside > above, 0, ground)
    ground = phrase(
        "no heading is a value or a place known here: the columns were taken for values."
    )
    return Way(True, 0, ground)


def audience_of(texts: Iterable[str], words: MatrixWords) -> str:
    """Return "voksen" where the nearest text that names pupils or adults names adults."""
    for text in texts:
        adults, pupils = says(text, words.adults), says(text, words.pupils)
        if adults != pupils:
            return "voksen" if adults else "elev"
    return "elev"


def opens(text: str, words: MatrixWords) -> bool:
    """Tell whether a line begins as expectations do: "Jeg …", "Vi …"."""
    first = text.partition(" ")[0]
    # "I wait" opens a sentence, "i leken" goes on with one.
    return first.casefold() in words.openers and (len(first) > 1 or first.isupper())


def _tokens(text: str) -> list[str]:
    return re.findall(r"[^\W_]+", text.casefold())


def _said(spoken: list[str], word: list[str]) -> bool:
    return bool(word) and all(any(_begins(one, part) for one in spoken) for part in word)


def _begins(spoken: str, word: str) -> bool:
    return spoken == word or (len(word) > WHOLE_WORD and spoken.startswith(word))


def _count(headings: Sequence[str], words: Iterable[str]) -> int:
    known = tuple(words)
    short = [one for one in headings if len(_tokens(one)) <= LONGEST_HEADING]
    return sum(any(same_heading(one, word) for word in known) for one in short)


def _placed(headings: Sequence[str], words: MatrixWords) -> int:
    firsts = [_tokens(one)[:1] for one in headings]
    return sum(bool(first) and first[0] in words.prepositions for first in firsts)

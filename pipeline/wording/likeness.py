"""Tells whether two lines say the same in nearly the same words."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Sequence

from pipeline.wording.speech import Speech, words_of

NEAR = 0.8
STEM, ENDING = 4, 3


def alike(one: str, other: str, speech: Speech) -> bool:
    """Tell whether what one line says is all said by the other, with hardly a word more."""
    first, second = words_of(one), words_of(other)
    if not first or not second:
        return False
    small = speech.listed("small_words")
    heavy = [[word for word in words if word not in small] for words in (first, second)]
    fewer, more = sorted(heavy, key=len)
    if not all(any(_same(word, twin) for twin in more) for word in fewer):
        return False
    if len(fewer) == len(more) and not all(any(_same(one, two) for two in fewer) for one in more):
        return False
    return not _swapped(first, second, speech) and _ratio(first, second) >= NEAR


def twin(line: str, earlier: Iterable[str], speech: Speech) -> str | None:
    """Return the first of the earlier lines that says the same."""
    return next((one for one in earlier if alike(one, line, speech)), None)


def _same(one: str, other: str) -> bool:
    """Tell whether two words are the same but for their endings: hånda, hånden."""
    if one == other:
        return True
    shared = next(
        (at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b),
        min(len(one), len(other)),
    )
    return shared >= STEM and max(len(one), len(other)) - shared <= ENDING


def _swapped(first: Sequence[str], second: Sequence[str], speech: Speech) -> bool:
    """Tell whether each has a particle that the other lacks: "tar på meg", "tar av meg"."""
    particles = speech.listed("particles")
    return bool((set(first) - set(second)) & particles and (set(second) - set(first)) & particles)


def _ratio(first: Sequence[str], second: Sequence[str]) -> float:
    """Return how much of the two is the same, whatever the order of their words; 0 to 1."""
    one, other = (" ".join(sorted(words)) for words in (first, second))
    return difflib.SequenceMatcher(None, one, other, autojunk=False).ratio()

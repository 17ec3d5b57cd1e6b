"""Hears what a line says: not to do something, something that nobody can see, or who does what."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from pipeline.wording.speech import Instead, Speech, spaced, words_of

CLAUSE = re.compile(r"[,;.:!?]")


def negated(text: str, speech: Speech) -> bool:
    """Tell whether the line says what not to do.

    What stands after a conjunction does not count: "Jeg spør når jeg ikke forstår" says what to do.
    """
    if speech.opening_negations.search(spaced(words_of(text))):
        return True
    return any(_negated(words_of(clause), speech) for clause in CLAUSE.split(text))


def _negated(words: Sequence[str], speech: Speech) -> bool:
    found = speech.negations.search(spaced(words))
    if not found:
        return False
    before = spaced(words)[: found.start()].split()
    return not any(word in speech.listed("conjunctions") for word in before)


def instead(text: str, entries: Iterable[Instead]) -> str | None:
    """Return the better line for the first of the entries that the text says."""
    said = spaced(words_of(text))
    return next((one.mend for one in entries if one.says.search(said)), None)


def abstract(text: str, speech: Speech) -> bool:
    """Tell whether the line asks for something that nobody can see."""
    return instead(text, speech.abstract) is not None


def speaks(text: str, speech: Speech) -> bool:
    """Tell whether the line says in the present what I or we do."""
    words = words_of(text)
    if not words:
        return False
    if words[0] in speech.pronouns:
        return _goes_on(words[1:], speech)
    turned = any(
        person in speech.pronouns and speech.is_present(verb)
        for verb, person in zip(words, words[1:], strict=False)
    )
    begun = words[0] in speech.listed("conjunctions")
    return turned or (begun and any(_goes_on(rest, speech) for rest in _after(words, speech)))


def modal(text: str, speech: Speech) -> bool:
    """Tell whether the line says that I or we shall or must, instead of that we do."""
    words = words_of(text)
    persons, modals = speech.pronouns, speech.listed("modals")
    for at, (one, other) in enumerate(zip(words, words[1:], strict=False)):
        straight = at == 0 and one in persons and other in modals
        if straight or (one in modals and other in persons):
            rest = words[at + 2 :]
            rest = rest[1:] if rest and rest[0] in speech.listed("adverbs") else rest
            return bool(rest) and rest[0] in speech.infinitives
    return False


def _after(words: Sequence[str], speech: Speech) -> Iterable[Sequence[str]]:
    return (words[at + 1 :] for at, word in enumerate(words) if word in speech.pronouns)


def _goes_on(rest: Sequence[str], speech: Speech) -> bool:
    """Tell whether the words after the person begin with a verb, or name who else does it."""
    while rest and rest[0] in speech.listed("between"):
        rest = rest[1:]
    if not rest:
        return False
    if rest[0] == speech.facts["connectors"][0]:
        return any(word in speech.presents for word in rest)
    return speech.is_present(rest[0])

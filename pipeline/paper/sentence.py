"""Sentences with the school's own words in them, each in the language that it is written in."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from pipeline.language import Language
from pipeline.paper.flow import Run
from pipeline.paper.sheet import Letters
from pipeline.problems import Phrase

HOLES = 0xE000  # letters for private use: none of them is ever written
HOLE = re.compile(f"([{chr(HOLES)}-{chr(HOLES + 99)}])")


def runs(words: Phrase | str, language: Language, letters: Letters) -> tuple[Run, ...]:
    """Return a phrase in the language, or words as they stand, as runs.

    A field that is a Run keeps its letters and link, one that knows its language keeps that.
    """
    if not isinstance(words, Phrase):
        return (run(words, letters),)
    held: list[Run] = []
    fields = {}
    for name, one in words.fields:
        own = one if isinstance(one, Run) else _own(one, letters)
        if own:
            held.append(own)
            fields[name] = chr(HOLES + len(held) - 1)
        else:
            fields[name] = one
    return tuple(_parts(language.say(words.text, **fields), held, letters))


def run(words: str, letters: Letters, link: str = "") -> Run:
    """Return the words as a run that knows their language where they do."""
    return Run(str(words), letters, getattr(words, "language", None), link)


def plain(words: Iterable[Run]) -> str:
    """Return what the runs say."""
    return "".join(one.text for one in words)


def _own(one: object, letters: Letters) -> Run | None:
    tongue = getattr(one, "language", None)
    return Run(str(one), letters, tongue) if isinstance(one, str) and tongue else None


def _parts(said: str, held: list[Run], letters: Letters) -> Iterator[Run]:
    for part in HOLE.split(said):
        if HOLE.fullmatch(part):
            yield held[ord(part) - HOLES]
        elif part:
            yield Run(part, letters)

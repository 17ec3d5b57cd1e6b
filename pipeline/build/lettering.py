"""Letters that no font has: told where they were written, before anything is composed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import fields, is_dataclass
from typing import Any

from pipeline.model import School
from pipeline.paper import fonts
from pipeline.problems import Gathered, Sourced, phrase, place_of


def look_over(schools: Iterable[School], gathered: Gathered) -> None:
    """Report each text of the school, in each of its languages, with letters that no font has."""
    texts = dict.fromkeys(text for school in schools for text in written(school))
    families = fonts.families()
    lacking = fonts.letters_without_a_face("".join(texts), families)
    seen = set()
    for text in texts if lacking else ():
        found = sorted(lacking.intersection(text))
        if found and (text, place_of(text)) not in seen:
            seen.add((text, place_of(text)))
            what = phrase(
                "No font here has {letters}, which stands in '{words}'.",
                letters=" ".join(f"{one} ({name(one)})" for one in found),
                words=text,
            )
            mend = phrase(
                "Write it with other letters, or lay a font that has them in assets/fonts."
            )
            gathered.error(place_of(text), what, mend)


def name(letter: str) -> str:
    """Return the letter's number, as tables of letters give it."""
    return f"U+{ord(letter):04X}"


def written(part: Any) -> Iterator[Sourced]:
    """Yield all words in a part of the school that know where they were written."""
    if isinstance(part, Sourced):
        yield part
    elif isinstance(part, tuple):
        for one in part:
            yield from written(one)
    elif is_dataclass(part) and not isinstance(part, type):
        for field in fields(part):
            yield from written(getattr(part, field.name))

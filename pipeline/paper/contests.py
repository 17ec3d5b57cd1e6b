"""Drawing competitions, by name: for the logo, and for the places of the matrices."""

from __future__ import annotations

from pipeline.language import language
from pipeline.model import School
from pipeline.problems import Sourced, fault, guess, phrase

KINDS = (phrase("Drawing competition, logo"), phrase("Drawing competition, places"))


def subjects(school: School) -> tuple[Sourced, ...]:
    """Return the two competitions, in the school's own language."""
    tell = language(school.language).tell
    return tuple(Sourced(tell(one)) for one in KINDS)


def arenas(school: School, subject: str) -> tuple[str, ...]:
    """Return no arena: a competition is about them all."""
    return ()


def is_of_logo(school: School, subject: str) -> bool:
    """Tell whether the competition is for the logo; raise Faults where there is none so named."""
    there = subjects(school)
    if subject not in there:
        what = phrase("There is no competition called '{name}'.", name=subject)
        raise fault(None, what, guess(subject, there))
    return subject == there[0]

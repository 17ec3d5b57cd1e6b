"""Points of an assembly in their order: what each is called, and its part of the time."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.model import Focus
from pipeline.problems import Phrase, phrase
from pipeline.year.kit import parted


@dataclass(frozen=True)
class Point:
    """A point by its name, and how much of the time it takes beside the others."""

    name: Phrase
    part: int


WELCOME = Point(phrase("Welcome"), 2)
PLACE = Point(phrase("What we practise now"), 5)
FILM = Point(phrase("Film"), 5)
TALK = Point(phrase("Think and talk"), 3)
STAGE = Point(phrase("Practise on stage"), 5)
ALL = Point(phrase("All practise"), 4)
PRAISE = Point(phrase("We praise"), 3)
NEXT = Point(phrase("What happens next"), 2)
THANKS = Point(phrase("Thanks"), 1)
POINTS = (WELCOME, PLACE, FILM, TALK, STAGE, ALL, PRAISE, NEXT, THANKS)


def points(focus: Focus) -> tuple[Point, ...]:
    """Return the points of the focus's assembly; the film only where there is one."""
    return tuple(one for one in POINTS if one is not FILM or focus.films)


def spans(slot: int, held: Sequence[Point]) -> dict[Point, tuple[int, int]]:
    """Return from which minute to which each point lasts: whole ones that add up to the slot."""
    found, start = {}, 0
    for point, long in zip(held, parted(slot, [one.part for one in held]), strict=True):
        found[point] = (start, start + long)
        start += long
    return found

"""Points of an assembly in their order: what each is called, what is done, its part of the time."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
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
PLACE = Point(phrase("What we practise now"), 9)
FILM = Point(phrase("Film"), 3)
TALK = Point(phrase("Think and talk"), 3)
STAGE = Point(phrase("Practise on stage"), 5)
ALL = Point(phrase("All practise"), 2)
PRAISE = Point(phrase("We praise"), 3)
NEXT = Point(phrase("This comes next"), 2)
THANKS = Point(phrase("Thanks"), 1)
POINTS = (WELCOME, PLACE, FILM, TALK, STAGE, ALL, PRAISE, NEXT, THANKS)
# What is done, in the words that stand on the run sheet and in the notes.
READ = phrase("Read the lines aloud together, and show what they look like.")
SHOWN = phrase("Adults, or pupils who want to, show how we do it, and only what we want more of.")
TRIED = phrase("Everyone shows a neighbour one of the lines, or says it. The adults too.")
READ_ONLY = phrase("Read the lines aloud together.")
ADULTS = phrase("Adults show what all may see, such as knocking on a door. No pupils are on stage.")
SAID = phrase("All say the lines once more together. The adults too.")


def read(focus: Focus) -> Phrase:
    """Return how the lines are read."""
    return READ_ONLY if focus.private else READ


def shown(focus: Focus) -> Phrase:
    """Return who shows what on stage."""
    return ADULTS if focus.private else SHOWN


def tried(focus: Focus) -> Phrase:
    """Return what all do together."""
    return SAID if focus.private else TRIED


def points(focus: Focus) -> tuple[Point, ...]:
    """Return the points of the focus's assembly; the film only where there is one."""
    return tuple(one for one in POINTS if one is not FILM or focus.films)


def spans(
    slot: int, held: Sequence[Point], longer: Mapping[Point, int] | None = None
) -> dict[Point, tuple[int, int]]:
    """Return from which minute to which each point lasts: whole ones that add up to the slot.

    `longer` says how much more some take than usual. A point that would have no minute is given
    one of the longest's.
    """
    lengths = list(parted(slot, [one.part + (longer or {}).get(one, 0) for one in held]))
    for at, long in enumerate(lengths):
        if not long:
            lengths[lengths.index(max(lengths))] -= 1
            lengths[at] = 1
    return dict(zip(held, running(lengths), strict=True))


def running(lengths: Sequence[int], start: int = 0) -> list[tuple[int, int]]:
    """Return from when to when each lasts that comes after the one before."""
    found = []
    for long in lengths:
        found.append((start, start + long))
        start += long
    return found


def shared(span: tuple[int, int], parts: Sequence[int]) -> list[tuple[int, int]]:
    """Return the span shared out by those parts; where they are too many, each has all of it."""
    first, last = span
    if len(parts) > last - first:
        return [span] * len(parts)
    more = parted(last - first - len(parts), parts)
    return running([1 + one for one in more], first)

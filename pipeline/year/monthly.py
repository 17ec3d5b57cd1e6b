"""What each month's PALS tells, to the whole school and to SFO where it has its own."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from pipeline.language import language
from pipeline.model import Arena, School
from pipeline.problems import Sourced, fault, guess, phrase
from pipeline.year.months import Month, months, shown

MOST_KNOWN = 16


@dataclass(frozen=True)
class Monthly:
    """A month's PALS: its arena, the value that small papers show (None: all), and what to ask.

    `name` is how it is known among all, in the school's own language, such as "2026-08 august".
    """

    name: Sourced
    month: Month
    arena: Arena
    value: int | None = None
    question: Sourced = Sourced("")
    task: Sourced = Sourced("")
    after_school: bool = False


_known: dict[int, tuple[School, tuple[Monthly, ...]]] = {}


def editions(school: School) -> tuple[Monthly, ...]:
    """Return the PALS of every month that has a focus, each followed by SFO's own."""
    if school.year is None:
        return ()
    if id(school) not in _known:
        if len(_known) > MOST_KNOWN:
            _known.clear()
        turns = zip(months(school.year), shown(school.year, school.values), strict=True)
        found = tuple(one for month, values in turns for one in _of(school, month, values))
        _known[id(school)] = school, found  # the school is held, so that no other has its id
    return _known[id(school)][1]


def edition(school: School, name: str) -> Monthly:
    """Return the month's PALS of that name; raise Faults where there is none."""
    there = editions(school)
    found = next((one for one in there if one.name == name), None)
    if found is None:
        what = phrase("There is no month called '{name}'.", name=name)
        raise fault(None, what, guess(name, [one.name for one in there]))
    return found


def _of(school: School, month: Month, values: tuple[int, ...]) -> Iterator[Monthly]:
    focus = month.focus
    if focus is None:
        return
    own = language(school.language)
    name = f"{month.year}-{month.number:02} {own.facts['months'][month.number - 1]}"
    one = values[0] if len(values) == 1 else None
    place = focus.arena.name.place
    yield Monthly(Sourced(name, place), month, focus.arena, one, focus.question, focus.task)
    if focus.after_school:
        there = focus.after_school
        spoken = [at for at, lines in enumerate(there.arena.cells) if lines]
        turn = one if one in spoken or one is None else spoken[0] if spoken else None
        own_name = Sourced(f"{name} SFO", place)
        yield Monthly(own_name, month, there.arena, turn, there.question, there.task, True)

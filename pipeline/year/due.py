"""What must be ready when: the steps before and after each assembly, on days of work."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from pipeline.model import Focus, Year
from pipeline.problems import Phrase, phrase
from pipeline.year.days import ONE, WEEK, is_school_day


@dataclass(frozen=True)
class Step:
    """One thing to have done, so many weeks after the assembly: in a word, and in a sentence."""

    weeks: int
    word: Phrase
    says: Phrase


# Few enough for a team that has one hour every second week.
STEPS = (
    Step(-6, phrase("Proposal"), phrase("give the proposal to the pupils' council")),
    Step(-4, phrase("Drawing"), phrase("have the drawing, and the consent to it")),
    Step(-3, phrase("Film"), phrase("have the film recorded")),
    Step(-2, phrase("Slides"), phrase("have slides, posters and run sheet ready")),
    Step(0, phrase("Assembly"), phrase("assembly; letter and message home the same day")),
    Step(1, phrase("Practice"), phrase("see that every class has begun to practise")),
    Step(6, phrase("Look back"), phrase("look back: what works, and what comes next?")),
)


@dataclass(frozen=True)
class Due:
    """A step for a focus, and its day; None for what must be done before the summer holidays."""

    focus: Focus
    step: Step
    day: date | None


def due(year: Year) -> tuple[Due, ...]:
    """Return every step for every focus, focus by focus.

    What would fall on a day off is due earlier if it comes before the assembly, else later.
    """
    return tuple(Due(one, step, _day(year, one, step)) for one in year.focuses for step in STEPS)


def dues(year: Year, first: date, last: date) -> Iterator[Due]:
    """Yield what is due from the first day to the last, day by day."""
    there = [one for one in due(year) if one.day and first <= one.day <= last]
    yield from sorted(there, key=lambda one: one.day or first)


def _day(year: Year, focus: Focus, step: Step) -> date | None:
    assembly = focus.assembly or focus.first
    day = date.fromordinal(assembly.toordinal()) + step.weeks * WEEK
    if step.weeks == 0:
        return day
    while not _at_work(year, day):
        day += ONE if step.weeks > 0 else -ONE
        if day > year.last:
            return _last(year)
        if day < min((year.first, *year.planning)):
            return None
    return day


def _at_work(year: Year, day: date) -> bool:
    return is_school_day(year, day) or day in year.planning


def _last(year: Year) -> date:
    day = date.fromordinal(year.last.toordinal())
    while not _at_work(year, day) and day > year.first:
        day -= ONE
    return day

"""What each assembly and each meeting with the parents gives to tell of: when, and what is on."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from pipeline.language import language
from pipeline.model import Campaign, Focus, Meeting, School, Span, Year
from pipeline.problems import Sourced, fault, guess, phrase
from pipeline.year.days import SCHOOL_DAYS, days, is_school_day, monday, week_of

NEAR = timedelta(days=14)  # what comes so soon after the period is told of too
AFTER_SCHOOL = re.compile(r"\b(?:SFO|AKS)\b", re.IGNORECASE)
AHEAD = 4  # focus periods that a meeting looks forward to


@dataclass(frozen=True)
class Occasion:
    """What a letter is sent home for: a focus and the day of the letter.

    `name` is how it is known among all, in the school's own language.
    """

    name: Sourced
    day: date
    focus: Focus


@dataclass(frozen=True)
class Closed:
    """Weekdays without school that stand in no holiday: planning days and public days."""

    days: tuple[date, ...]


@dataclass(frozen=True)
class Happening:
    """Something that is on: a meeting, days off, or a campaign with its Mondays still to come."""

    what: Campaign | Meeting | Span | Closed
    first: date
    mondays: tuple[date, ...] = ()


def occasions(school: School) -> tuple[Occasion, ...]:
    """Return a letter's occasion for each focus of the year, named by its day."""
    if school.year is None:
        return ()
    own = language(school.language)
    found = []
    for focus in school.year.focuses:
        day = focus.assembly or focus.first
        name = f"{day.isoformat()} {own.short(focus.arena.name)}"
        found.append(Occasion(Sourced(name, focus.arena.name.place), day, focus))
    return tuple(found)


def occasion(school: School, name: str) -> Occasion:
    """Return the occasion of that name; raise Faults where there is none."""
    there = occasions(school)
    found = next((one for one in there if one.name == name), None)
    if found is None:
        what = phrase("There is no focus called '{name}'.", name=name)
        raise fault(None, what, guess(name, [one.name for one in there]))
    return found


def has_after_school(school: School) -> bool:
    """Tell whether the school has SFO or AKS, as far as its stages, arenas and year show."""
    focuses = school.year.focuses if school.year else ()
    names = [*(one.name for one in school.stages), *(one.name for one in school.arenas)]
    return any(one.after_school for one in focuses) or any(map(AFTER_SCHOOL.search, names))


def gatherings(school: School) -> dict[Sourced, Meeting]:
    """Return the meetings with the parents, named by their day."""
    there = school.year.meetings if school.year else ()
    return {
        Sourced(f"{one.day.isoformat()} {one.name}", one.name.place): one
        for one in sorted(there, key=lambda one: one.day)
    }


def gathering(school: School, name: str) -> Meeting:
    """Return the meeting of that name; raise Faults where there is none."""
    there = gatherings(school)
    found = next((one for known, one in there.items() if known == name), None)
    if found is None:
        what = phrase("There is no parents' meeting called '{name}'.", name=name)
        raise fault(None, what, guess(name, list(there)))
    return found


def ahead(year: Year, day: date) -> tuple[Focus, ...]:
    """Return what is practised on the day and the next focus periods after it."""
    return tuple(one for one in year.focuses if one.last >= day)[:AHEAD]


def happenings(year: Year, first: date, last: date) -> tuple[Happening, ...]:
    """Return what is on from the first day to a little after the last, in the order of its days."""
    end = last + NEAR
    found = [*_campaigns(year, first, end)]
    found += [Happening(one, one.day) for one in year.meetings if first <= one.day <= end]
    found += [Happening(one, one.first) for one in year.off if first <= one.first <= end]
    closed = tuple(day for day in days(first, end) if _is_closed(year, day))
    found += [Happening(Closed(closed), closed[0])] if closed else []
    return tuple(sorted(found, key=lambda one: one.first))


def _is_closed(year: Year, day: date) -> bool:
    """Tell whether the pupils are at home on the day, and no holiday or weekend is why."""
    within = any(one.first <= day <= one.last for one in year.off)
    usual = year.first <= day <= year.last and day.weekday() < SCHOOL_DAYS
    return usual and not within and not is_school_day(year, day)


def _campaigns(year: Year, first: date, last: date) -> Iterator[Happening]:
    for one in year.campaigns:
        mondays = (week_of(year, number) for number in one.weeks)
        coming = sorted(at for at in mondays if at and at >= monday(first))
        if coming and coming[0] <= last:
            yield Happening(one, max(first, coming[0]), tuple(coming))

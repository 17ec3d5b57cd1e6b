"""What happens in a school year, each thing with its days: for the plan, and for calendars."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from pipeline.language import Language
from pipeline.model import School, Year
from pipeline.problems import Phrase, phrase
from pipeline.year import days
from pipeline.year.due import due
from pipeline.year.months import months

FOUR = timedelta(days=4)


@dataclass(frozen=True)
class Event:
    """One thing with its days; `known` tells it from others of its kind when its days change."""

    kind: str
    first: date
    last: date
    says: Phrase
    known: str


def events(school: School, tongue: Language) -> tuple[Event, ...]:
    """Return all that happens in the year, by day; without a year, nothing."""
    if school.year is None:
        return ()
    found = [*_free(school.year), *_planned(school.year, tongue), *_practised(school.year)]
    return tuple(sorted(found, key=lambda one: (one.first, one.last)))


def _free(year: Year) -> Iterator[Event]:
    """Yield days off, planning days, and public days that no holiday holds already."""
    for off in year.off:
        yield Event("off", off.first, off.last, phrase("{name}", name=off.name), str(off.name))
    for first, last in runs(sorted(year.planning)):
        several = phrase("planning days") if first < last else phrase("planning day")
        yield Event("planning", first, last, several, first.isoformat())
    spans = [(one.first, one.last) for one in year.off]
    for calendar in dict.fromkeys((year.first.year, year.last.year)):
        for day, name in days.public_days(calendar).items():
            inside = any(first <= day <= last for first, last in spans)
            if year.first <= day <= year.last and day.weekday() < days.SCHOOL_DAYS and not inside:
                yield Event("public", day, day, name, name.text)


def runs(there: Sequence[date]) -> Iterator[tuple[date, date]]:
    """Yield the first and last of each run of days without a day between."""
    first = None
    for day in there:
        first = first or day
        if day + days.ONE not in there:
            yield first, day
            first = None


def _planned(year: Year, tongue: Language) -> Iterator[Event]:
    """Yield campaigns, week by week, and meetings."""
    for campaign in year.campaigns:
        for number in campaign.weeks:
            if week := days.week_of(year, number):
                count = days.SCHOOL_DAYS - len(days.days_off(year, week))
                says = phrase("{name}", name=campaign.name)
                if count < days.SCHOOL_DAYS:
                    says = phrase("{name} ({count} school days)", name=campaign.name, count=count)
                yield Event("campaign", week, week + FOUR, says, f"{campaign.name} {number}")
    for meeting in year.meetings:
        clock = tongue.clock(meeting.clock) if meeting.clock else ""
        says = phrase("{name}", name=f"{meeting.name} {clock}".strip())
        yield Event("meeting", meeting.day, meeting.day, says, str(meeting.name))


def _practised(year: Year) -> Iterator[Event]:
    """Yield each focus, what is due for it, and the insert of each month."""
    known: dict[int, str] = {}
    for focus in year.focuses:
        name = str(focus.arena.name)
        number = sum(focus.arena.name == one.arena.name for one in year.focuses[: len(known)])
        known[id(focus)] = f"{name} {number}"
        says = phrase("Focus: {name}", name=name)
        yield Event("focus", focus.first, focus.last, says, known[id(focus)])
    for one in due(year):
        name = one.focus.arena.name
        if one.day is None:
            continue
        kind = "due" if one.step.weeks else "assembly"
        says = phrase("{name}: {step}", name=name, step=one.step.says)
        if kind == "assembly":
            says = phrase("Assembly: {name}", name=name)
        yield Event(kind, one.day, one.day, says, f"{known[id(one.focus)]} {one.step.weeks}")
    for month in months(year):
        there = days.school_days(year, month.first, month.last)
        if month.focus and there:
            says = phrase("PALS of the month: {name}", name=month.focus.arena.name)
            yield Event("insert", there[0], there[0], says, f"{month.year}-{month.number}")

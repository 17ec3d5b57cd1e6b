"""The days and weeks of a school year: public days, days off, school days, full weeks."""

from __future__ import annotations

import functools
from collections.abc import Iterator, Mapping
from datetime import date, timedelta

from pipeline.model import Year
from pipeline.problems import Phrase, phrase

SCHOOL_DAYS = 5  # a week, Monday first
SUMMER = 31  # the ISO week that a school year begins with at the earliest
AUGUST, JULY = 8, 7
ONE = timedelta(days=1)
WEEK = timedelta(days=7)
# What Norway's public days are called; the keys are the English names of the `holidays` library.
PUBLIC = {
    "New Year's Day": phrase("New Year's Day"),
    "Maundy Thursday": phrase("Maundy Thursday"),
    "Good Friday": phrase("Good Friday"),
    "Easter Sunday": phrase("Easter Sunday"),
    "Easter Monday": phrase("Easter Monday"),
    "Labor Day": phrase("Labour Day"),
    "Constitution Day": phrase("Constitution Day"),
    "Ascension Day": phrase("Ascension Day"),
    "Pentecost": phrase("Whit Sunday"),
    "Pentecost Monday": phrase("Whit Monday"),
    "Christmas Day": phrase("Christmas Day"),
    "Second Day of Christmas": phrase("Boxing Day"),
}


@functools.cache
def public_days(year: int) -> Mapping[date, Phrase]:
    """Return Norway's public days of a calendar year, with their names."""
    import holidays

    found = holidays.country_holidays("NO", years=year, language="en_US")
    return {day: _named(names) for day, names in sorted(found.items())}


def _named(names: str) -> Phrase:
    """Return the name of a public day; 17 May comes first where two fall on one day."""
    known = [PUBLIC[one] for one in names.split("; ") if one in PUBLIC]
    first = PUBLIC["Constitution Day"]
    return first if first in known else known[0] if known else phrase("public holiday")


def why_off(year: Year, day: date) -> Phrase | None:
    """Return why there is no school on the day, or None for a school day."""
    if not year.first <= day <= year.last:
        return phrase("outside the school year")
    if day.weekday() >= SCHOOL_DAYS:
        return phrase("weekend")
    if day in public_days(day.year):
        return public_days(day.year)[day]
    if day in year.planning:
        return phrase("planning day")
    spans = (one.name for one in year.off if one.first <= day <= one.last)
    name = next(spans, None)
    return phrase("{name}", name=name) if name is not None else None


def is_school_day(year: Year, day: date) -> bool:
    """Tell whether the pupils are at school on the day."""
    return why_off(year, day) is None


def days(first: date, last: date) -> Iterator[date]:
    """Yield every day from the first to the last, both of them too."""
    for number in range(first.toordinal(), last.toordinal() + 1):
        yield date.fromordinal(number)


def school_days(year: Year, first: date, last: date) -> tuple[date, ...]:
    """Return the school days from the first day to the last, both of them too."""
    return tuple(day for day in days(first, last) if is_school_day(year, day))


def starts(year: Year) -> int:
    """Return the calendar year that the school year begins in."""
    return started(year.first)


def started(day: date) -> int:
    """Return the calendar year that the school year of the day begins in; it turns with July."""
    return day.year if day.month >= JULY else day.year - 1


def monday(day: date) -> date:
    """Return the Monday of the day's week, as a plain day."""
    return date.fromordinal(day.toordinal() - day.weekday())


def week_number(day: date) -> int:
    """Return the ISO number of the day's week."""
    return day.isocalendar().week


def weeks_in(calendar_year: int) -> int:
    """Return how many ISO weeks the calendar year has: 52 or 53."""
    return week_number(date(calendar_year, 12, 28))  # 28 December is always in the last week


def week_of(year: Year, number: int) -> date | None:
    """Return the Monday of the week with this ISO number in the school year, if there is one."""
    calendar = starts(year) + (number < SUMMER)
    return date.fromisocalendar(calendar, number, 1) if number <= weeks_in(calendar) else None


def weeks(year: Year) -> tuple[date, ...]:
    """Return the Mondays of all weeks of the school year."""
    return span_of_weeks(year.first, year.last)


def span_of_weeks(first: date, last: date) -> tuple[date, ...]:
    """Return the Mondays of the weeks that hold the days from the first to the last."""
    start, end = monday(first), monday(last)
    return tuple(start + at * WEEK for at in range((end - start) // WEEK + 1))


def days_off(year: Year, week: date) -> tuple[tuple[date, Phrase], ...]:
    """Return the days from Monday to Friday of the week that are no school days, and why."""
    there = days(monday(week), monday(week) + 4 * ONE)
    return tuple((day, why) for day in there if (why := why_off(year, day)))


def is_off(year: Year, week: date) -> bool:
    """Tell whether there is no school at all in the week."""
    return len(days_off(year, week)) == SCHOOL_DAYS


def is_full(year: Year, week: date) -> bool:
    """Tell whether all days from Monday to Friday of the week are school days."""
    return not days_off(year, week)


def nearest_full_week(year: Year, week: date, but: tuple[date, ...] = ()) -> date | None:
    """Return the Monday of the nearest full week, the later of two; those in `but` are taken."""
    there = [one for one in weeks(year) if is_full(year, one) and one not in but]
    start = monday(week)
    return min(there, key=lambda one: (abs(one - start), one < start), default=None)


def nearest_school_day(year: Year, day: date) -> date | None:
    """Return the school day nearest to the day, the later of two."""
    there = school_days(year, year.first, year.last)
    return min(there, key=lambda one: (abs(one - day), one < day), default=None)


def school_day_before(year: Year, day: date) -> date | None:
    """Return the day if it is a school day, else the last one before it, if there is one."""
    while day >= year.first:
        if is_school_day(year, day):
            return day
        day -= ONE
    return None

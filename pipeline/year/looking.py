"""Looks a school year over: what can not be, and what falls on a day without school."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from itertools import pairwise

from pipeline.model import Campaign, Year
from pipeline.problems import Phrase, Problem, phrase, place_of
from pipeline.year import days
from pipeline.year.days import ONE, school_days, why_off
from pipeline.year.months import Month, months

LONGEST = 366  # days of a school year


def looked_over(year: Year, today: date) -> tuple[Problem, ...]:
    """Return what is wrong with the year; where nothing is, what would be better from today on."""
    wrong = tuple(_wrong(year))
    return wrong or tuple(_better(year, today))


def good_until(year: Year, today: date) -> date | None:
    """Return the last day on which the advice on the year is what it is today."""
    ends = [*(one.last for one in _open(year, today)), _over(year)]
    return min((day for day in ends if day >= today), default=None)


def _over(year: Year) -> date:
    """Return the last day of the summer after the year: from then on there must be a new one."""
    return date(year.last.year, 7, 31)


def _open(year: Year, today: date) -> list[Month]:
    """Return the months without a focus that are not over yet."""
    there = (one for one in months(year) if one.focus is None and one.last >= today)
    return [one for one in there if school_days(year, one.first, one.last)]


def _wrong(year: Year) -> Iterator[Problem]:
    if backwards := _backwards(year.first, year.last):
        yield backwards
        return
    if (year.last - year.first).days > LONGEST:
        what = phrase("The school year lasts longer than a year.")
        mend = phrase("Write the first and the last day of one school year.")
        yield Problem(place_of(year.last), what, mend)
        return
    spans = [(one.first, one.last) for one in year.focuses]
    spans += [(one.first, one.last) for one in year.off]
    turned = [problem for one in spans if (problem := _backwards(*one))]
    yield from turned
    if not turned:
        yield from _focuses_wrong(year)
    for campaign in year.campaigns:
        yield from _weeks_wrong(year, campaign)


def _backwards(first: date, last: date) -> Problem | None:
    if first <= last:
        return None
    what = phrase("The last day, {last}, comes before the first, {first}.", first=first, last=last)
    mend = phrase("See that day, month and year are right in both.")
    return Problem(place_of(last), what, mend)


def _focuses_wrong(year: Year) -> Iterator[Problem]:
    for focus in year.focuses:
        outside = [day for day in (focus.first, focus.last) if not year.first <= day <= year.last]
        if outside:
            what = phrase("{day} is outside the school year.", day=outside[0])
            mend = phrase("Write a day from {first} to {last}.", first=year.first, last=year.last)
            yield Problem(place_of(outside[0]), what, mend)
    ordered = sorted(year.focuses, key=lambda one: one.first)
    for one, other in pairwise(ordered):
        if other.first <= one.last:
            what = phrase(
                "'{other}' begins before '{one}' has ended.",
                one=one.arena.name,
                other=other.arena.name,
            )
            mend = phrase(
                "Let '{one}' end on {day} or earlier.", one=one.arena.name, day=other.first - ONE
            )
            yield Problem(place_of(other.first), what, mend)


def _weeks_wrong(year: Year, campaign: Campaign) -> Iterator[Problem]:
    for number in campaign.weeks:
        if days.week_of(year, number) is None:
            what = phrase("There is no week {number} in this school year.", number=number)
            mend = phrase("Write the number of another week, such as {near}.", near=number - 1)
            yield Problem(campaign.place, what, mend)


def _better(year: Year, today: date) -> Iterator[Problem]:
    if today > _over(year):
        what = phrase("This school year ended on {day}.", day=year.last)
        mend = phrase("Write the days of the new one, and what you are to practise.")
        yield Problem(place_of(year.last), what, mend, advice=True)
        return
    for day in (year.first, year.last):
        text = phrase("The school year begins or ends on {day}, when there is no school ({why}).")
        yield from _on_a_day_off(year, day, text)
    yield from _months_without(year, today)
    yield from _gaps(year)
    for focus in year.focuses:
        name = str(focus.arena.name)
        if focus.assembly:
            text = phrase("The assembly for '{name}' is on {day}, when there is no school ({why}).")
            yield from _on_a_day_off(year, focus.assembly, text, name)
    for campaign in year.campaigns:
        yield from _weeks_cut_short(year, campaign)
    for meeting in year.meetings:
        text = phrase("'{name}' is on {day}, when there is no school ({why}).")
        yield from _on_a_day_off(year, meeting.day, text, str(meeting.name))
    yield from _planning_twice(year)


def _on_a_day_off(year: Year, day: date, text: Phrase, name: str = "") -> Iterator[Problem]:
    if why := why_off(year, day):
        what = phrase(text.text, name=name, day=day, why=why)
        yield Problem(place_of(day), what, _near(year, day), advice=True)


def _near(year: Year, day: date) -> Phrase:
    near = days.nearest_school_day(year, day)
    if near is None:
        return phrase("Choose another day.")
    return phrase("The nearest school day is {day:%A} {day}.", day=near)


def _months_without(year: Year, today: date) -> Iterator[Problem]:
    """Yield advice on months without a focus, once, and on each focus without a month."""
    there = months(year)
    open_ = _open(year, today)
    if open_:
        first, count = open_[0].first, len(open_)
        several = phrase("{count} months have no focus yet; the first is {first:%B}.")
        what = phrase(several.text, count=count, first=first)
        if count == 1:
            what = phrase("There is no focus for {month:%B} yet.", month=first)
        mend = phrase("Write what you are to practise then, from when and until when.")
        yield Problem(place_of(year.first), what, mend, advice=True)
    for focus in year.focuses:
        if not any(one.focus is focus for one in there):
            what = phrase("'{name}' is the focus of no month.", name=focus.arena.name)
            mend = phrase("Let it last for most of a month, so that its insert is made.")
            yield Problem(place_of(focus.first), what, mend, advice=True)


def _gaps(year: Year) -> Iterator[Problem]:
    """Yield the school days between two focuses, where they are no months of their own."""
    open_ = [one for one in months(year) if one.focus is None]
    for one, other in pairwise(year.focuses):
        first, last = one.last + ONE, other.first - ONE
        there = school_days(year, first, last)
        if there and not any(first <= month.last and month.first <= last for month in open_):
            what = phrase(
                "From {first} to {last} there is no focus.", first=there[0], last=there[-1]
            )
            mend = phrase("Let '{name}' last until then.", name=one.arena.name)
            yield Problem(place_of(one.last), what, mend, advice=True)


def _weeks_cut_short(year: Year, campaign: Campaign) -> Iterator[Problem]:
    taken = tuple(week for one in campaign.weeks if (week := days.week_of(year, one)))
    for number, week in zip(campaign.weeks, taken, strict=True):
        off = days.days_off(year, week)
        if not off:
            continue
        what = phrase(
            "Week {number} of '{name}' has only {count} school days: no school on {day} ({why}).",
            number=number,
            name=campaign.name,
            count=days.SCHOOL_DAYS - len(off),
            day=off[0][0],
            why=off[0][1],
        )
        near = days.nearest_full_week(year, week, taken)
        mend = phrase("Keep it so, or choose another week.")
        if near:
            mend = phrase(
                "The nearest full week is week {number}, from {day}.",
                number=days.week_number(near),
                day=near,
            )
        yield Problem(campaign.place, what, mend, advice=True)


def _planning_twice(year: Year) -> Iterator[Problem]:
    """Yield each planning day within the year on which there would be no school anyhow."""
    rest = replace(year, planning=())
    for day in year.planning:
        why = why_off(rest, day)
        if why and year.first <= day <= year.last:
            what = phrase("The planning day {day} is free already ({why}).", day=day, why=why)
            yield Problem(place_of(day), what, _near(year, day), advice=True)

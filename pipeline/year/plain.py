"""The year as plain data, for other programs: months, focuses, what is due, weeks."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from pipeline.language import Language
from pipeline.model import Focus, School, Year
from pipeline.year import days
from pipeline.year.due import Due, due
from pipeline.year.events import Event, events
from pipeline.year.months import Month, month_of_week, months, shown


def plain_year(school: School, year: Year, tongue: Language) -> dict[str, Any]:
    """Return the whole year."""
    happens = events(school, tongue)
    return {
        "first": year.first.isoformat(),
        "last": year.last.isoformat(),
        "school_days": len(days.school_days(year, year.first, year.last)),
        "months": [plain_month(school, year, one, tongue) for one in months(year)],
        "focuses": [_focus(year, one, tongue) for one in year.focuses],
        "weeks": [_week(year, week, happens, tongue) for week in days.weeks(year)],
        "events": [_event(one, tongue) for one in happens],
    }


def plain_month(school: School, year: Year, month: Month, tongue: Language) -> dict[str, Any]:
    """Return one month with its focus, and the values that its inserts show."""
    there = [(one.year, one.number) for one in months(year)]
    values = shown(year, school.values)[there.index((month.year, month.number))]
    happens = events(school, tongue)
    inside = [one for one in happens if one.first <= month.last and one.last >= month.first]
    focus = month.focus
    return {
        "month": f"{month.year}-{month.number:02}",
        "focus": str(focus.arena.name) if focus else None,
        "shown": [str(school.values[at].name) for at in values],
        "question": str(focus.question) if focus else "",
        "task": str(focus.task) if focus else "",
        "praise": str(focus.praise) if focus else "",
        "events": [_event(one, tongue) for one in inside],
    }


def _focus(year: Year, focus: Focus, tongue: Language) -> dict[str, Any]:
    after = focus.after_school
    return {
        "name": str(focus.arena.name),
        "theme": focus.themed,
        "first": focus.first.isoformat(),
        "last": focus.last.isoformat(),
        "assembly": focus.assembly.isoformat() if focus.assembly else None,
        "films": [{"title": str(one.title), "link": str(one.link)} for one in focus.films],
        "after_school": str(after.arena.name) if after else None,
        "due": _due((one for one in due(year) if one.focus is focus), tongue),
    }


def _due(there: Iterable[Due], tongue: Language) -> list[dict[str, Any]]:
    return [
        {
            "day": one.day.isoformat() if one.day else None,
            "weeks": one.step.weeks,
            "what": tongue.tell(one.step.says),
        }
        for one in there
    ]


def _week(year: Year, week: Any, happens: Iterable[Event], tongue: Language) -> dict[str, Any]:
    last = week + 4 * days.ONE
    month = month_of_week(year, week)
    return {
        "week": days.week_number(week),
        "monday": week.isoformat(),
        "school_days": days.SCHOOL_DAYS - len(days.days_off(year, week)),
        "month": f"{month.year}-{month.number:02}" if month else None,
        "events": [
            tongue.tell(one.says)
            for one in happens
            if one.kind not in ("focus", "due") and one.first <= last and one.last >= week
        ],
    }


def _event(event: Event, tongue: Language) -> dict[str, Any]:
    return {
        "kind": event.kind,
        "first": event.first.isoformat(),
        "last": event.last.isoformat(),
        "what": tongue.tell(event.says),
    }

"""One month as plain text: its calendar week by week, what happens, what is due, what to say."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from pipeline.language import Language
from pipeline.model import Focus, School, Year
from pipeline.year import days
from pipeline.year.due import dues
from pipeline.year.events import events
from pipeline.year.months import Month, shown_in
from pipeline.year.text import NARROWEST, TOLD, WIDEST, Row, capital, table

CELL = 5


def month_plan(school: School, month: Month, tongue: Language, width: int) -> Iterator[str]:
    """Yield the lines of one month, at most `width` characters wide."""
    year, say = school.year, tongue.say
    if year is None:
        return
    wide = min(max(width, NARROWEST), WIDEST)
    yield f"{capital(say('{month:%B}', month=month.first))} {month.year}, {school.name}"
    yield ""
    yield from _calendar(school, year, month, tongue)
    for heading, rows in (
        (say("What happens"), list(_happens(school, month, tongue))),
        (say("What must be ready"), list(_due(year, month, tongue))),
        (say("PALS of the month"), list(_focus(school, year, month, tongue))),
    ):
        if rows:
            yield from ("", heading, "")
            yield from table(rows, wide, headed=False)


def _calendar(school: School, year: Year, month: Month, tongue: Language) -> Iterator[str]:
    """Yield the weeks of the month, Monday first; days without school stand in brackets."""
    marked = {one.first for one in events(school, tongue) if one.kind in ("assembly", "meeting")}
    week = tongue.say("Week")
    names = (name.rjust(CELL - 1) + " " for name in tongue.facts["weekdays_short"])
    yield f"{week}{''.join(names)}".rstrip()
    for start in days.span_of_weeks(month.first, month.last):
        there = days.days(start, start + days.WEEK - days.ONE)
        cells = (_cell(year, month, day, day in marked) for day in there)
        number = str(days.week_number(start)).rjust(len(week))
        yield f"{number}{''.join(cells)}".rstrip()
    yield ""
    yield tongue.say("(5) no school   5* assembly or meeting")


def _cell(year: Year, month: Month, day: date, marked: bool) -> str:
    if day.month != month.number:
        return " " * CELL
    if marked:
        return f"{day.day}*".rjust(CELL)
    if days.is_school_day(year, day):
        return f"{day.day} ".rjust(CELL)
    return f"({day.day})".rjust(CELL)


def _happens(school: School, month: Month, tongue: Language) -> Iterator[Row]:
    for one in events(school, tongue):
        if one.kind in (*TOLD, "focus") and one.first <= month.last and one.last >= month.first:
            yield _span(one.first, one.last, tongue), capital(tongue.tell(one.says))


def _span(first: date, last: date, tongue: Language) -> str:
    short = tongue.facts["weekdays_short"]
    start, end = (f"{short[one.weekday()]} {tongue.short_day(one)}" for one in (first, last))
    return start if first == last else f"{start} – {end}"


def _due(year: Year, month: Month, tongue: Language) -> Iterator[Row]:
    for one in dues(year, month.first, month.last):
        if one.step.weeks and one.day:
            day = _span(one.day, one.day, tongue)
            yield day, str(one.focus.arena.name), capital(tongue.tell(one.step.says))


def _focus(school: School, year: Year, month: Month, tongue: Language) -> Iterator[Row]:
    focus, say = month.focus, tongue.say
    if focus is None:
        return
    yield say("Focus"), str(focus.arena.name)
    for at in shown_in(year, school.values, month):
        lines = "\n".join(map(str, focus.arena.cells[at]))
        yield str(school.values[at].name), lines
    yield from _words(focus, tongue)
    if focus.after_school:
        one = focus.after_school
        said = (str(words) for words in (one.arena.name, one.question, one.task) if words)
        yield say("SFO"), "\n".join(said)


def _words(focus: Focus, tongue: Language) -> Iterator[Row]:
    say = tongue.say
    told = (
        (say("At home"), focus.question),
        (say("In class"), focus.task),
        (say("Praise"), focus.praise),
    )
    yield from ((name, str(words)) for name, words in told if words)
    for film in focus.films:
        yield say("Film"), f"{film.title}\n{film.link}"

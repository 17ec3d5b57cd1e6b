"""The year as plain text to read and pin up: month by month, what is due, and week by week."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Sequence
from datetime import date

from pipeline.language import Language
from pipeline.model import School, Year
from pipeline.problems import phrase
from pipeline.year import days
from pipeline.year.due import STEPS, due
from pipeline.year.events import Event, events
from pipeline.year.months import focus_on, month_of_week, months, shown

NARROWEST, WIDEST = 60, 120
GAP = "  "
Row = Sequence[str]
# The kinds of events that the weeks tell of, first what takes whole days.
TOLD = ("off", "planning", "public", "campaign", "assembly", "meeting")
BEFORE = phrase("{weeks} weeks before")
AFTER = phrase("{weeks} weeks after")


def title(school: School, year: Year, tongue: Language) -> str:
    """Return what the year is called, such as Skoleåret 2026–2027."""
    first = days.starts(year)
    return tongue.say("School year {first}–{last}", first=first, last=first + 1)


def span(first: date, last: date, tongue: Language) -> str:
    """Return the days in running text without their year, such as 5.–9. oktober."""

    def told(day: date, number: str) -> str:
        month = tongue.facts["months"][day.month - 1]
        return str(tongue.facts["day"]).format(day=number, month=month, year="").strip()

    if (first.year, first.month) != (last.year, last.month):
        return f"{told(first, str(first.day))} – {told(last, str(last.day))}"
    return told(last, str(last.day) if first == last else f"{tongue.ordinal(first.day)}–{last.day}")


def plan(school: School, tongue: Language, width: int) -> Iterator[str]:
    """Yield the lines of the whole year, at most `width` characters wide."""
    year, say = school.year, tongue.say
    if year is None:
        return
    wide = min(max(width, NARROWEST), WIDEST)
    yield f"{title(school, year, tongue)}, {school.name}"
    count = len(days.school_days(year, year.first, year.last))
    yield say(
        "{first} to {last}: {count} school days", first=year.first, last=year.last, count=count
    )
    yield from ("", say("Month by month"), "")
    yield from table(list(_months(school, year, tongue)), wide)
    if year.focuses:
        yield from ("", say("What must be ready when"), "")
        yield from table(list(_due(year, tongue)), wide)
        yield ""
        yield from table(list(_legend(year, tongue)), wide, headed=False)
    yield from ("", say("Week by week"), "")
    yield from table(list(_weeks(school, year, tongue)), wide)


def table(rows: Sequence[Row], width: int, headed: bool = True) -> Iterator[str]:
    """Yield the rows with their cells below each other; the widest column gets what room is left.

    A cell may hold several lines.
    """
    count = len(rows[0])
    widths = [max(_longest(row[at]) for row in rows) for at in range(count)]
    over = sum(widths) + len(GAP) * (count - 1) - width
    while over > 0:
        widest = max(range(count), key=lambda at: widths[at])
        widths[widest] -= 1
        over -= 1
    for number, row in enumerate(rows):
        cells = [_wrapped(cell, room) for cell, room in zip(row, widths, strict=True)]
        for at in range(max(map(len, cells))):
            pieces = (cell[at] if at < len(cell) else "" for cell in cells)
            padded = (piece.ljust(room) for piece, room in zip(pieces, widths, strict=True))
            yield GAP.join(padded).rstrip()
        if headed and number == 0:
            yield GAP.join("-" * room for room in widths)


def _longest(cell: str) -> int:
    return max(map(len, cell.split("\n")))


def _wrapped(cell: str, room: int) -> list[str]:
    pieces = (textwrap.wrap(line, room, subsequent_indent="  ") for line in cell.split("\n"))
    return [piece for found in pieces for piece in found]


def _months(school: School, year: Year, tongue: Language) -> Iterator[Row]:
    say = tongue.say
    yield say("Month"), say("Focus"), say("Value"), say("Question to take home")
    for month, values in zip(months(year), shown(year, school.values), strict=True):
        name = capital(str(tongue.facts["months"][month.number - 1]))
        focus = month.focus
        if focus is None:
            yield name, "–", "", ""
            continue
        named = tongue.listed([str(school.values[at].name) for at in values]) if values else ""
        asked = str(focus.question)
        if focus.after_school and focus.after_school.question:
            asked += f"\n{say('SFO')}: {focus.after_school.question}"
        yield name, str(focus.arena.name), named, asked


def _due(year: Year, tongue: Language) -> Iterator[Row]:
    yield tongue.say("Focus"), *(tongue.tell(step.word) for step in STEPS)
    there = due(year)
    for at, focus in enumerate(year.focuses):
        steps = there[at * len(STEPS) : (at + 1) * len(STEPS)]
        cells = (tongue.short_day(one.day) if one.day else tongue.say("June") for one in steps)
        yield str(focus.arena.name), *cells


def _legend(year: Year, tongue: Language) -> Iterator[Row]:
    for step in STEPS:
        text = AFTER if step.weeks > 0 else BEFORE
        when = tongue.say(text.text, weeks=abs(step.weeks))
        if abs(step.weeks) == 1:
            when = tongue.say("the week after")
        if step.weeks == 0:
            when = tongue.say("the day")
        yield tongue.tell(step.word), when, tongue.tell(step.says)
    if any(one.day is None for one in due(year)):
        yield tongue.say("June"), "", tongue.say("before the summer holidays")


def _weeks(school: School, year: Year, tongue: Language) -> Iterator[Row]:
    say = tongue.say
    yield say("Week"), say("Days"), say("Focus"), say("What happens")
    happens = [one for one in events(school, tongue) if one.kind in TOLD]
    before = min((days.monday(day) for day in (year.first, *year.planning)), default=year.first)
    latest = None
    for week in days.span_of_weeks(before, year.last):
        last = week + 4 * days.ONE
        within = (one for one in happens if one.first <= last and one.last >= week)
        told = [_told(one, week, tongue) for one in within]
        month = month_of_week(year, week)
        if month and month.focus and month.first != latest and not days.is_off(year, week):
            latest = month.first
            told.append(say("PALS of the month: {name}", name=month.focus.arena.name))
        number = str(days.week_number(week))
        span = f"{tongue.short_day(week)}–{tongue.short_day(last)}"
        yield number, span, _practised(year, week), "\n".join(told)


def _practised(year: Year, week: date) -> str:
    """Return the focus of the week's school days; of two, both."""
    there = days.school_days(year, week, week + 4 * days.ONE)
    found = [focus_on(year, day) for day in there]
    return "\n".join(dict.fromkeys(str(one.arena.name) for one in found if one))


def _told(event: Event, week: date, tongue: Language) -> str:
    """Return what happens in words, after the days of the week that it takes, if not all."""
    first, last = max(event.first, week), min(event.last, week + 4 * days.ONE)
    said = capital(tongue.tell(event.says))
    short = tongue.facts["weekdays_short"]
    if first == last:
        return f"{short[first.weekday()]} {tongue.short_day(first)} {said}"
    if (first, last) == (week, week + 4 * days.ONE):
        return said
    return f"{short[first.weekday()]}–{short[last.weekday()]} {said}"


def capital(text: str) -> str:
    """Return the text with a capital letter first."""
    return text[:1].upper() + text[1:]

"""What the kit of one focus shares: its subjects, time parted, weeks told, the wall's drawing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from pipeline.language import Language
from pipeline.model import Arena, Focus, School
from pipeline.problems import Sourced
from pipeline.year.days import (
    ONE,
    SCHOOL_DAYS,
    days_off,
    is_off,
    span_of_weeks,
    week_number,
)
from pipeline.year.letters import occasion, occasions


def subjects(school: School) -> tuple[Sourced, ...]:
    """Return the focus periods of the school year, each named by its day."""
    return tuple(one.name for one in occasions(school))


def arenas(school: School, subject: str) -> tuple[str, ...]:
    """Return the arena or theme that is practised."""
    return (occasion(school, subject).focus.arena.name,)


def parted(slot: int, parts: Sequence[float]) -> tuple[int, ...]:
    """Return the slot in whole minutes by those parts: they add up, by the largest remainder."""
    shares = [slot * part / sum(parts) for part in parts]
    whole = [int(share) for share in shares]
    by_rest = sorted(range(len(parts)), key=lambda at: whole[at] - shares[at])
    for at in by_rest[: slot - sum(whole)]:
        whole[at] += 1
    return tuple(whole)


def weeks_told(focus: Focus, tongue: Language) -> str:
    """Return the ISO weeks of the focus, such as "uke 45–48"."""
    return span_told(week_number(_first(focus)), week_number(focus.last), tongue)


def _first(focus: Focus) -> date:
    """Return the first day of practice, within the focus even if its assembly is later."""
    return min(focus.begins, focus.last)


@dataclass(frozen=True)
class Week:
    """A week of a focus as it is told on a form: its ISO number, its days, those without school.

    `shut`: there is no school in all of it.
    """

    number: int
    days: str
    off: str = ""
    shut: bool = False


def weeks(focus: Focus, school: School, tongue: Language) -> tuple[Week, ...]:
    """Return the weeks in which the focus is practised: at least its last."""
    there = span_of_weeks(_first(focus), focus.last)
    return tuple(_week(at, focus, school, tongue) for at in there)


def _week(week: date, focus: Focus, school: School, tongue: Language) -> Week:
    first = max(week, _first(focus))
    last = min(week + (SCHOOL_DAYS - 1) * ONE, max(first, focus.last))
    told = "–".join(dict.fromkeys((tongue.short_day(first), tongue.short_day(last))))
    if school.year is None:
        return Week(week_number(week), told)
    off, words = days_off(school.year, week), ""
    if len(off) == SCHOOL_DAYS:
        words = tongue.tell(off[0][1])
    elif days := [tongue.short_day(day) for day, _ in off if first <= day <= last]:
        words = tongue.say("No school: {days}", days=tongue.listed(days))
    return Week(week_number(week), told, words, is_off(school.year, week))


def span_told(first: int, last: int, tongue: Language) -> str:
    """Return ISO weeks from the first to the last, such as "uke 45–48"."""
    if first == last:
        return tongue.say("week {weeks}", weeks=str(first))
    return tongue.say("weeks {weeks}", weeks=f"{first}–{last}")


def hung(focus: Focus, school: School) -> Arena:
    """Return the focus's arena with the drawing that may be shown at school, if there is one.

    A place has the drawing of its poster; a theme hangs on no wall, so that its drawing must have
    consent for that beside the one for week plans.
    """
    there = (one for one in school.arenas if one.name == focus.arena.name)
    poster = None if focus.themed else next(there, None)
    if poster is not None:
        return replace(focus.arena, drawing=poster.drawing)
    drawing = focus.arena.drawing
    allowed = drawing is not None and "wall" in drawing.consent.uses
    return focus.arena if allowed else replace(focus.arena, drawing=None)

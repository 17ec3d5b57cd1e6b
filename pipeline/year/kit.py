"""What the kit of one focus shares: its subjects, time parted, weeks told, the wall's drawing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from pipeline.language import Language
from pipeline.model import Arena, Focus, School
from pipeline.problems import Sourced
from pipeline.year.days import monday, week_number
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
    first, last = week_number(focus.first), week_number(focus.last)
    if monday(focus.first) == monday(focus.last):
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

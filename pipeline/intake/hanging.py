"""Hangs drawings in what goes home in week plans: each focus of the year, and each of SFO's."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from pipeline.intake.drawings import LIST, NOT_FOR, first, shows
from pipeline.language import Language, language
from pipeline.model import Arena, Drawing, School, Year
from pipeline.problems import Gathered, Place, Problem, phrase

USE = "weekplan"


def in_week_plans(
    school: School, drawings: Sequence[Drawing], use: str, today: date
) -> tuple[School, tuple[Problem, ...]]:
    """Return the school with the drawings that week plans may show today, and what to tell.

    `use` is the use that all drawings have been told of already.
    """
    if school.year is None:
        return school, ()
    tongue = language(school.language)
    allowed = [one for one in drawings if one.consent.covers(USE, today)]

    def hung(arena: Arena) -> Arena:
        return replace(arena, drawing=first(arena, allowed, tongue))

    there = replace(school, year=school.year.with_arenas(hung))
    gathered = Gathered()
    if use != USE:
        for one in _kept_out(there, drawings, today, tongue):
            what = phrase(NOT_FOR[USE].text, name=one.name)
            mend = phrase("Ask the guardians if you want to use it there.")
            gathered.advise(one.shows.place, what, mend)
    for arena in _undrawn_themes(school.year, drawings, tongue):
        what = phrase("Nobody has drawn '{arena}' yet.", arena=arena.name)
        mend = phrase(
            "Ask a class to draw the theme, and tell of the drawing in assets/drawings.yaml."
        )
        gathered.advise(arena.name.place or Place(LIST), what, mend)
    return there, gathered.close()


def _kept_out(
    school: School, drawings: Sequence[Drawing], today: date, tongue: Language
) -> Iterator[Drawing]:
    """Yield each drawing that is used elsewhere, and that a focus without one would show."""
    bare = [one for one in school.year.arenas if one.drawing is None] if school.year else []
    for one in drawings:
        consent = one.consent
        used = any(consent.covers(use, today) for use in consent.uses)
        if used and not consent.covers(USE, today) and any(shows(one, a, tongue) for a in bare):
            yield one


def _undrawn_themes(year: Year, drawings: Sequence[Drawing], tongue: Language) -> Iterator[Arena]:
    """Yield each theme that nobody has drawn; without any drawings that is told of already."""
    for focus in year.focuses if drawings else ():
        if focus.themed and not any(shows(one, focus.arena, tongue) for one in drawings):
            yield focus.arena

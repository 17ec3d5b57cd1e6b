"""The school year as it is written: what is practised when, days off, campaigns and meetings."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING, NewType

from pipeline.intake import keys, matrices
from pipeline.language import Language, language
from pipeline.model import (
    AfterSchool,
    Arena,
    Campaign,
    Film,
    Focus,
    Meeting,
    School,
    Span,
    Value,
    Year,
)
from pipeline.problems import Gathered, Place, Sourced, guess, nearest, phrase, place_of
from pipeline.year import looked_over

if TYPE_CHECKING:
    from pipeline.readers import Node

FILE = "skolear.yaml"
SHORT = 3  # letters of a word that may be part of many others
ALL = "all"
Lines = NewType("Lines", Mapping[Sourced, tuple[Sourced, ...]])


@dataclass(frozen=True)
class Practice:
    """What is written of SFO in a focus period: an arena of its own, a question, a task."""

    arena: Sourced
    question: Sourced = Sourced("")
    task: Sourced = Sourced("")


@dataclass(frozen=True)
class Period:
    """What is written of a focus period; it has an arena of the matrices, or a theme with lines."""

    since: date
    until: date
    arena: Sourced | None = None
    theme: Sourced | None = None
    lines: Lines | None = None
    assembly: date | None = None
    films: tuple[Film, ...] = ()
    question: Sourced = Sourced("")
    task: Sourced = Sourced("")
    praise: Sourced = Sourced("")
    shown: Sourced = Sourced("")
    after_school: Practice | None = None
    private: bool | None = None


@dataclass(frozen=True)
class Free:
    """Days off as they are written: from one to another, or one alone."""

    name: Sourced
    since: date | None = None
    until: date | None = None
    day: date | None = None


@dataclass(frozen=True)
class Weeks:
    """A campaign as it is written."""

    name: Sourced
    weeks: tuple[Sourced, ...]


@dataclass(frozen=True)
class Written:
    """All that is written of a school year."""

    first_day: date
    last_day: date
    focuses: tuple[Period, ...] = ()
    off: tuple[Free, ...] = ()
    planning: tuple[date, ...] = ()
    campaigns: tuple[Weeks, ...] = ()
    meetings: tuple[Meeting, ...] = ()
    assembly_minutes: int = Year.assembly_minutes


def read(node: Node, school: School | None, today: date, gathered: Gathered) -> Year | None:
    """Return the year that the file's node tells of, or note all that is wrong with it.

    Without a school, whose arenas and values the year names, only its own words are looked at.
    """
    from pipeline.intake import forms

    code = keys.written_in(node)
    written = forms.read(node, Written, code, gathered)
    if written is None or school is None:
        return None
    room = _Room(school, code, gathered)
    focuses = [room.focus(one) for one in written.focuses]
    off = [room.span(one) for one in written.off]
    campaigns = [
        Campaign(one.name, tuple(map(int, one.weeks)), one.weeks[0].place)
        for one in written.campaigns
        if one.weeks
    ]
    year = Year(
        written.first_day,
        written.last_day,
        tuple(sorted((one for one in focuses if one), key=lambda one: one.first)),
        tuple(one for one in off if one),
        written.planning,
        tuple(campaigns),
        written.meetings,
        written.assembly_minutes,
    )
    if all(focuses) and all(off):
        gathered.add(looked_over(year, today))
    return year


class _Room:
    """Gives each part of what is written its meaning in the school, or notes what has none."""

    def __init__(self, school: School, code: str, gathered: Gathered) -> None:
        self.code, self.gathered = code, gathered
        self.values: Sequence[Value] = school.values
        self.arenas = tuple(school.arenas)
        self.tongue: Language = language(school.language)

    def focus(self, one: Period) -> Focus | None:
        """Return the focus of a period."""
        arena = self._theme(one) if one.theme else self._arena(one)
        after = self._after_school(one.after_school) if one.after_school else None
        shown = self._shown(one.shown, arena) if one.shown else ""
        if arena is None or shown is None or (one.after_school and not after):
            return None
        return Focus(
            arena,
            one.since,
            one.until,
            one.theme is not None,
            one.assembly,
            one.films,
            one.question,
            one.task,
            one.praise,
            shown,
            after,
            self._private(arena) if one.private is None else one.private,
        )

    def _private(self, arena: Arena) -> bool:
        """Tell whether the place's own name says that it is private, such as toilets."""
        known = tuple(map(str, self.tongue.facts.get("private_places", ())))
        words = re.findall(r"\w+", arena.name.casefold())
        parts = [one for one in known if len(one) > SHORT]
        return any(word in known or any(one in word for one in parts) for word in words)

    def _own(self, key: str) -> str:
        return keys.own(key, self.code)

    def _arena(self, one: Period) -> Arena | None:
        if one.arena is None:
            what = phrase(
                "Here is neither '{arena}' nor '{theme}'.",
                arena=self._own("arena"),
                theme=self._own("theme"),
            )
            mend = phrase(
                "Write '{key}: {example}', or a theme with lines of its own.",
                key=self._own("arena"),
                example=self.arenas[0].name if self.arenas else "I skolegården",
            )
            self.gathered.error(place_of(one.since), what, mend)
            return None
        if one.lines is not None:
            what = phrase("The lines of '{arena}' stand in the matrix already.", arena=one.arena)
            mend = phrase("Take '{key}' out here.", key=self._own("lines"))
            self.gathered.error(_first(one.lines), what, mend)
        return self._named(one.arena)

    def _named(self, name: Sourced) -> Arena | None:
        """Return the arena of the matrices that is named so, with or without its preposition."""
        if not self.arenas:  # what is wrong with the matrices is told already
            return None
        for arena in self.arenas:
            short = self.tongue.short(arena.name)
            if any(keys.same_word(name, one) for one in (arena.name, short)):
                return replace(arena, name=Sourced(arena.name, name.place), drawing=None)
        what = phrase("'{arena}' is no place in the matrices.", arena=name)
        names = [str(one.name) for one in self.arenas]
        near = nearest(name, [*names, *map(self.tongue.short, names)])
        self.gathered.error(name.place, what, guess(name, [near] if near else names))
        return None

    def _theme(self, one: Period) -> Arena | None:
        name = one.theme or Sourced("")
        if one.arena is not None:
            what = phrase("Here are both '{arena}' and '{theme}'.", arena=one.arena, theme=name)
            self.gathered.error(name.place, what, phrase("Keep one of them."))
            return None
        if not one.lines:
            what = phrase("The theme '{theme}' has no lines.", theme=name)
            mend = phrase(
                "Write below it '{key}:' and under that, for each value, what we do:"
                " '{value}: Jeg venter på tur'.",
                key=self._own("lines"),
                value=self.values[0].name,
            )
            self.gathered.error(name.place, what, mend)
            return None
        found: dict[str, tuple[Sourced, ...]] = {}
        for written, lines in one.lines.items():
            value = self._value(written)
            if value in found:
                what = phrase("'{key}' is written twice here.", key=written)
                self.gathered.error(written.place, what, phrase("Keep one of them."))
            if value:
                found[value] = lines
        return Arena(name, tuple(found.get(value.name, ()) for value in self.values))

    def _value(self, written: Sourced) -> str | None:
        names = [str(value.name) for value in self.values]
        value = matrices.meant(written, names)
        if value is None:
            what = phrase("'{heading}' is not one of the school's values.", heading=written)
            self.gathered.error(written.place, what, guess(written, names))
        return value

    def _shown(self, written: Sourced, arena: Arena | None) -> str | None:
        """Return the value's own name, "all", or None where it is neither."""
        if keys.english(written, [ALL]):
            return ALL
        value = self._value(written)
        names = [str(one.name) for one in self.values]
        if value and arena and not arena.cells[names.index(value)]:
            what = phrase("'{arena}' has no lines for '{value}'.", arena=arena.name, value=value)
            there = [name for name, lines in zip(names, arena.cells, strict=True) if lines]
            self.gathered.error(written.place, what, guess("", there))
        return Sourced(value, written.place) if value else None

    def _after_school(self, one: Practice) -> AfterSchool | None:
        arena = self._named(one.arena)
        return AfterSchool(arena, one.question, one.task) if arena else None

    def span(self, one: Free) -> Span | None:
        """Return days off with their first and last."""
        first, last = one.since or one.day, one.until or one.day
        if first and last and not (one.day and (one.since or one.until)):
            return Span(one.name, first, last)
        what = phrase("It is not clear which days '{name}' is.", name=one.name)
        mend = phrase(
            "Write '{since}:' and '{until}:', or '{day}:' for one day alone.",
            since=self._own("since"),
            until=self._own("until"),
            day=self._own("day"),
        )
        self.gathered.error(one.name.place, what, mend)
        return None


def _first(lines: Lines) -> Place | None:
    return next((one.place for one in lines), None)

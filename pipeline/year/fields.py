"""What a school's own letter can have filled in: the fields by name, and what stands there."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from datetime import date

from pipeline.language import Language, codes, language
from pipeline.model import Focus, Meeting, OwnLetter, School
from pipeline.year.days import starts, week_number
from pipeline.year.months import focus_on

FIELD = re.compile(r"\{\{\s*([^{}]*?)\s*\}\}")
BRACES = re.compile(r"\{\{|\}\}")


class Told:
    """What is known when a letter is filled in: school, language, and the day that it is sent."""

    def __init__(self, school: School, tongue: Language, day: date | None) -> None:
        """Look up the focus of the day, and the next meeting."""
        self.school, self.tongue, self.day = school, tongue, day
        year = school.year
        self.focus: Focus | None = focus_on(year, day) if year and day else None
        meetings = year.meetings if year and day else ()
        later = [one for one in meetings if day and one.day >= day]
        self.meeting: Meeting | None = min(later, key=lambda one: one.day, default=None)


def _day(told: Told, day: date | None) -> str:
    return told.tongue.day(day) if day else ""


def _month(told: Told) -> str:
    return told.tongue.month(told.day.month) if told.day else ""


def _years(told: Told) -> str:
    year = told.school.year
    return f"{starts(year)}–{starts(year) + 1}" if year else ""


def _clock(told: Told) -> str:
    clock = told.meeting.clock if told.meeting else ""
    return told.tongue.clock(clock) if clock else ""


FIELDS: Mapping[str, Callable[[Told], str]] = {
    "school": lambda told: told.school.name,
    "motto": lambda told: told.school.brand.motto,
    "values": lambda told: told.tongue.listed([one.name for one in told.school.values]),
    "focus": lambda told: told.focus.arena.name if told.focus else "",
    "focus_first": lambda told: _day(told, told.focus.begins if told.focus else None),
    "focus_last": lambda told: _day(told, told.focus.last if told.focus else None),
    "question": lambda told: told.focus.question if told.focus else "",
    "meeting": lambda told: told.meeting.name if told.meeting else "",
    "meeting_day": lambda told: _day(told, told.meeting.day if told.meeting else None),
    "meeting_clock": _clock,
    "day": lambda told: _day(told, told.day),
    "week": lambda told: str(week_number(told.day)) if told.day else "",
    "month": _month,
    "school_year": _years,
    "contact": lambda told: told.school.contact.name,
    "email": lambda told: told.school.contact.email,
    "phone": lambda told: told.school.contact.phone,
    "web": lambda told: told.school.contact.web,
}

# What nobody knows of a letter without a day.
BY_DAY = frozenset(
    ("focus", "focus_first", "focus_last", "question", "meeting", "meeting_day", "meeting_clock")
    + ("day", "week", "month")
)


def meant(written: str) -> str | None:
    """Return the field that a name stands for, in whichever language it is written."""
    word = re.sub(r"[\s_-]+", " ", written.strip()).casefold()
    if word.replace(" ", "_") in FIELDS:
        return word.replace(" ", "_")
    return next((names[word] for code in codes() if word in (names := _names(code))), None)


def known(code: str) -> list[str]:
    """Return the name of each field in the language."""
    firsts: dict[str, str] = {}
    for name, field in _names(code).items():
        firsts.setdefault(field, name)
    return list(firsts.values())


def _names(code: str) -> Mapping[str, str]:
    found: Mapping[str, str] = language(code).facts.get("letter_fields") or {}
    return found


def filled(text: str, told: Told) -> str:
    """Return the text with its fields filled in."""
    return FIELD.sub(lambda one: FIELDS[meant(one[1]) or ""](told), text)


def told_of(letter: OwnLetter, school: School) -> Told:
    """Return what the letter's fields are filled in from."""
    return Told(school, language(letter.language), letter.day)


def asked(text: str) -> Iterator[str]:
    """Yield the names of the fields in the text."""
    yield from (one[1] for one in FIELD.finditer(text))


def broken(text: str) -> bool:
    """Tell whether braces stand in the text that are no field's."""
    return BRACES.search(FIELD.sub("", text)) is not None

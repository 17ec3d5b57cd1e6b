"""Which month a week plan is of, told by its words: a week's number, a day, or a month's name."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from pipeline.language import Language
from pipeline.model import Year
from pipeline.year.days import AUGUST, starts, week_of
from pipeline.year.months import Month, month_of, month_of_week, months

SHORT = 3  # letters that a month's name is cut to behind a day: "30. nov"
OPENING = 600  # characters: what a plan is of stands near its top


@dataclass(frozen=True)
class Dated:
    """A month, and the words that told of it."""

    month: Month
    words: str


def dated(year: Year, text: str, tongues: Sequence[Language]) -> Dated | None:
    """Return the month that the text tells of: by a week before a day, by a day before a name.

    What stands near the top counts before the rest; None where nothing tells.
    """
    for part in (text[:OPENING], text):
        for way in (_weeks, _days, _names):
            found = next(way(year, part, tongues), None)
            if found:
                return found
    return None


def _weeks(year: Year, text: str, tongues: Sequence[Language]) -> Iterator[Dated]:
    words = "|".join(re.escape(one) for tongue in tongues for one in tongue.facts["week_words"])
    # An underscore parts words in a file's name; "uka 16/11" names a day, not a week.
    written = rf"(?<![^\W_])(?:{words})[\W_]{{0,3}}(\d{{1,2}})(?!\d|\s*[./]\s*\d)"
    for found in re.finditer(written, text, re.IGNORECASE):
        first = week_of(year, int(found[1])) if 1 <= int(found[1]) <= 53 else None
        month = month_of_week(year, first) if first else None
        if month:
            yield Dated(month, " ".join(found[0].split()))


def _days(year: Year, text: str, tongues: Sequence[Language]) -> Iterator[Dated]:
    names = _by_name(tongues)
    names |= {name[:SHORT]: number for name, number in names.items()}
    any_month = "|".join(map(re.escape, sorted(names, key=len, reverse=True)))
    written = re.compile(
        rf"\b(\d{{1,2}})\.?\s*(?:({any_month})\b|[./]\s*(\d{{1,2}})\b)\.?(?:\s*(20\d\d)\b)?",
        re.IGNORECASE,
    )
    for found in written.finditer(text):
        number = names[found[2].casefold()] if found[2] else int(found[3])
        start = starts(year) + (number < AUGUST)
        day = _day(int(found[4] or start), number, int(found[1]))
        month = month_of(year, day) and month_of_week(year, day) if day else None
        if month:
            yield Dated(month, " ".join(found[0].split()))


def _names(year: Year, text: str, tongues: Sequence[Language]) -> Iterator[Dated]:
    names = _by_name(tongues)
    any_month = "|".join(map(re.escape, names))
    numbers = {one.number: one for one in months(year)}
    for found in re.finditer(rf"\b({any_month})\b", text, re.IGNORECASE):
        month = numbers.get(names[found[1].casefold()])
        if month:
            yield Dated(month, found[0])


def _by_name(tongues: Sequence[Language]) -> dict[str, int]:
    """Return the months' numbers by name, in small letters."""
    return {
        str(name).casefold(): number
        for tongue in tongues
        for number, name in enumerate(tongue.facts["months"], 1)
    }


def _day(calendar: int, month: int, day: int) -> date | None:
    try:
        return date(calendar, month, day)
    except ValueError:
        return None

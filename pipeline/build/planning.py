"""The school year as it is asked for: as text, as plain data, or as a calendar file."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

from pipeline import cache, year
from pipeline.build.plan import safe
from pipeline.build.taking import taken
from pipeline.language import Language, language
from pipeline.model import School, Year
from pipeline.problems import Phrase, Place, Problem, fault, guess, phrase
from pipeline.year.calendar_file import calendar, untouched
from pipeline.year.month_text import month_plan
from pipeline.year.months import Month
from pipeline.year.plain import plain_month, plain_year
from pipeline.year.text import plan, title

FILE = "sources/skolear.yaml"


def planned(folder: Path, today: date) -> tuple[School, Year, tuple[Problem, ...]]:
    """Return the school, its year, and the advice on the year; Faults where there is no year."""
    found = taken(folder, today)
    school = found.school
    if school.year is None:
        what = phrase("There is no such file, so there is no school year to show.")
        raise fault(Place(FILE), what, _example(school, today))
    here = Path(FILE).name
    notes = tuple(one for one in found.notes if one.place and one.place.file == here)
    return school, school.year, notes


def _example(school: School, today: date) -> Phrase:
    """Return the mend that shows what a year may look like, in the school's own keys."""
    from pipeline.intake.keys import own

    code = school.language
    start = year.started(today)
    arena = next((str(one.name) for one in school.arenas), "")
    lines = (
        f"{own('first_day', code)}: 17.8.{start}",
        f"{own('last_day', code)}: 18.6.{start + 1}",
        f"{own('focuses', code)}:",
        f"  - {own('arena', code)}: {arena}",
        f"    {own('since', code)}: 17.8.{start}",
        f"    {own('until', code)}: 11.9.{start}",
    )
    text = phrase("Write it with your own days, such as:{lines}")
    return phrase(text.text, lines="".join(f"\n        {line}" for line in lines))


def month_asked(written: str, there: Year, tongue: Language) -> date:
    """Return the first day of the month named: januar, jan, 1 or 2027-01; Faults for no such."""
    word = written.strip().casefold()
    whole = re.fullmatch(r"(\d{4})-(\d{1,2})", word)
    names = [str(name) for name in tongue.facts["months"]]
    begun = [at for at, name in enumerate(names, 1) if name.startswith(word) and len(word) > 2]
    number = int(whole[2] if whole else word) if whole or word.isdecimal() else sum(begun[:1])
    for month in year.months(there):
        if month.number == number and (not whole or month.year == int(whole[1])):
            return month.first
    known = [names[one.number - 1] for one in year.months(there)]
    what = phrase("'{word}' is no month of this school year.", word=written)
    raise fault(Place("--month"), what, guess(written, known))


def as_text(school: School, month: date | None, code: str, width: int) -> Iterator[str]:
    """Yield the lines of the year, or of one month of it, in the language."""
    there, tongue = _spoken(school, code), language(code)
    if there.year and month:
        yield from month_plan(there, _month(there.year, month), tongue, width)
    else:
        yield from plan(there, tongue, width)


def as_json(school: School, month: date | None, code: str) -> str:
    """Return the year, or one month of it, as JSON."""
    there, tongue = _spoken(school, code), language(code)
    found: dict[str, Any] = {}
    if there.year and month:
        found = plain_month(there, there.year, _month(there.year, month), tongue)
    elif there.year:
        found = plain_year(there, there.year, tongue)
    return json.dumps(found, ensure_ascii=False, indent=2)


def _month(there: Year, first: date) -> Month:
    return next(one for one in year.months(there) if one.first == first)


def _spoken(school: School, code: str) -> School:
    if code == school.language:
        return school
    from pipeline.intake import in_language

    return in_language(school, code)[0]


def lay_calendar(school: School, there: Year, target: Path | None, out: Path) -> Path:
    """Write the calendar file, into `out` if no file is named, and return where it lies now.

    A file that is not as we wrote it is left alone: the new one is laid beside it.
    """
    tongue = language(school.language)
    named = title(school, there, tongue)
    content = calendar(school, f"{named}, {school.name}", tongue)
    target = target or out / f"{safe(named.replace('–', '-'))}.ics"
    beside = (target.with_stem(f"{target.stem} ({tongue.say('new')}{n})") for n in _numbers())
    for file in (target, *beside):
        if not file.exists() or untouched(file.read_bytes()):
            break
    cache.write(file, content)
    return file


def _numbers() -> Iterator[str]:
    yield ""
    yield from (f" {number}" for number in range(2, 100))

"""A language: its own facts, and its words for every sentence that the program says or prints."""

from __future__ import annotations

import functools
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from importlib.resources import files
from pathlib import Path
from typing import Any

from pipeline import cache
from pipeline.problems import Phrase

FOLDER = Path(str(files("pipeline") / "languages"))
FOR_PARENTS = FOLDER / "parents"


@dataclass(frozen=True)
class Language:
    """One language file, opened: facts by name, and its phrases for the English ones."""

    code: str
    facts: Mapping[str, Any]
    phrases: Mapping[str, str]

    def say(self, text: str, **fields: object) -> str:
        """Return the sentence in this language, its fields filled in; English where it has none.

        A field that is a float is written with one decimal, a day with its month's name, and a
        phrase in the language.
        """
        told = {name: self._field(one) for name, one in fields.items()}
        return self.phrases.get(text, text).format(**told)

    def _field(self, one: object) -> object:
        if isinstance(one, float):
            return self.number(one)
        if isinstance(one, date):
            return _Day(one, self)
        return self.tell(one) if isinstance(one, Phrase) else one

    def tell(self, phrase: Phrase) -> str:
        """Return the phrase in this language."""
        return self.say(phrase.text, **dict(phrase.fields))

    @property
    def name(self) -> str:
        """What the language calls itself."""
        return str(self.facts["name"])

    @property
    def checked(self) -> bool:
        """Whether a person has checked what we say in it."""
        return bool(self.facts.get("checked_by"))

    @property
    def rtl(self) -> bool:
        """Whether it is written from right to left."""
        return self.facts.get("direction") == "rtl"

    def day(self, day: date) -> str:
        """Return the day as it is written in running text, such as 8. februar 2027."""
        month = self.facts["months"][day.month - 1]
        return str(self.facts["day"]).format(day=day.day, month=month, year=day.year)

    def day_month(self, day: date) -> str:
        """Return the day as it is written where the year is known, such as 8. februar."""
        month = self.facts["months"][day.month - 1]
        return str(self.facts["day_month"]).format(day=day.day, month=month)

    def short_day(self, day: date) -> str:
        """Return the day as it is written where room is scarce, such as 8.2."""
        month = str(self.facts["months"][day.month - 1])[:3]
        return str(self.facts["short_day"]).format(day=day.day, number=day.month, month=month)

    def month(self, number: int) -> str:
        """Return the month's name as it stands alone: in a date some languages bend it."""
        names = self.facts.get("months_alone") or self.facts["months"]
        return str(names[number - 1])

    def weekday(self, day: date) -> str:
        """Return the name of the day of the week, such as mandag."""
        return str(self.facts["weekdays"][day.weekday()])

    def clock(self, clock: str) -> str:
        """Return a time of the day, given as "18.00", as it is written in running text."""
        hour, _, minute = clock.partition(".")
        return str(self.facts["clock"]).format(hour=hour, minute=minute)

    def number(self, number: float) -> str:
        """Return the number with one decimal, as it is written in running text."""
        return f"{number:.1f}".replace(".", str(self.facts["decimal"]))

    def listed(self, names: Sequence[str]) -> str:
        """Return the names as a list in running text, such as "a, b og c"."""
        comma, end = self.facts.get("joins") or (", ", f" {self.facts['and']} ")
        *most, last = names
        return f"{comma.join(most)}{end}{last}" if most else last

    def ordinal(self, number: int) -> str:
        """Return the number of a school year as it is written, such as "5."."""
        return str(self.facts["ordinal"]).format(n=number)

    def short(self, name: str) -> str:
        """Return a place's name without its preposition: "I skolegården" becomes "Skolegården"."""
        first, _, rest = name.partition(" ")
        if rest and first.casefold() in self.facts["prepositions"]:
            return rest[0].upper() + rest[1:]
        return name

    def running(self, name: str) -> str:
        """Return a name as it stands in a sentence: "I skolegården" becomes "i skolegården".

        Words such as SFO and A-fløyen stay as they are.
        """
        first = name.split(" ", 1)[0]
        plain = len(first) == 1 or (first[1:2].isalpha() and not re.search("[A-ZÆØÅ]", first[1:]))
        return name[:1].lower() + name[1:] if plain else name

    def key(self, written: str) -> str:
        """Return the English key that the written one stands for, or the written one itself."""
        keys: Mapping[str, str] = self.facts["keys"]
        return keys.get(written.strip().casefold(), written)


class KnownYear(date):
    """A day whose year is known to the reader, so that it is told without."""

    @classmethod
    def of(cls, day: date) -> KnownYear:
        """Return the same day."""
        return cls(day.year, day.month, day.day)


@dataclass(frozen=True)
class _Day:
    """A day within a sentence: {day}, its weekday {day:%A}, or its month {day:%B}."""

    day: date
    language: Language

    def __format__(self, spec: str) -> str:
        spoken = self.language
        if not spec:
            known = isinstance(self.day, KnownYear)
            return spoken.day_month(self.day) if known else spoken.day(self.day)
        month = spoken.month(self.day.month)
        return spec.replace("%A", spoken.weekday(self.day)).replace("%B", month)


@functools.cache
def codes() -> tuple[str, ...]:
    """Return the languages that everything is said in."""
    return tuple(sorted(path.stem for path in FOLDER.glob("*.yaml")))


@functools.cache
def tongues() -> tuple[str, ...]:
    """Return all languages: those too that only papers for parents are written in."""
    return (*codes(), *sorted(path.stem for path in FOR_PARENTS.glob("*.yaml")))


@functools.cache
def language(code: str) -> Language:
    """Return the language with this code; its file is parsed once and remembered."""
    home = FOLDER if code in codes() else FOR_PARENTS
    facts = cache.yaml_once(home / f"{code}.yaml")
    phrases = {
        text: given for room in facts.pop("phrases").values() for text, given in room.items()
    }
    return Language(code, facts, phrases)

"""The entries of a competition: known by number alone, credited by what guardians allow."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from pipeline.language import Language
from pipeline.model import Art, Consent, Drawing
from pipeline.problems import Sourced

NUMBER = re.compile(r"(?:nr\.? ?|nummer )?0*([1-9]\d{0,2})\.\w+", re.IGNORECASE)


@dataclass(frozen=True)
class Entry:
    """A drawing that takes part: its number, its clean art, and what its credit may tell."""

    number: int
    art: Art
    year: int | None = None
    name: str = ""

    def credit(self, tongue: Language) -> str:
        """Return who drew: the first name where it is given, else a pupil of that year."""
        if self.name:
            return self.name
        if self.year:
            return tongue.say("pupil, year {year}", year=self.year)
        return tongue.say("a pupil")

    def drawing(self, alt: str) -> Drawing:
        """Return it as a drawing that is told by these words."""
        told = Sourced(alt)
        return Drawing(str(self.number), "", told, told, Sourced(""), Consent(), self.art)


def written(file: str) -> int | None:
    """Return the number that a file is named by, as a teacher wrote it on drawing and slip."""
    match = NUMBER.fullmatch(file)
    return int(match[1]) if match else None


def numbered(marks: Mapping[str, str], known: Mapping[str, int]) -> dict[str, int]:
    """Return a number for each file; `marks` are digests of contents, `known` numbers given before.

    A file that is named by a number alone has that one, if it is free. Other numbers follow the
    contents, so that neither name nor order of a file can be told from them.
    """
    found = {file: known[file] for file in marks if file in known}
    for file in sorted(set(marks) - set(found)):
        number = written(file)
        if number and number not in {*known.values(), *found.values()}:
            found[file] = number
    free = _free((*known.values(), *found.values()))
    for file in sorted(set(marks) - set(found), key=lambda one: (marks[one], one)):
        found[file] = next(free)
    return found


def _free(taken: Iterable[int]) -> Iterator[int]:
    last = max(taken, default=0)
    return iter(range(last + 1, last + 100_000))

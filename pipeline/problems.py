"""What is wrong, where it was written, and how to mend it."""

from __future__ import annotations

import difflib
from collections.abc import Callable, Iterable, Iterator
from contextvars import ContextVar
from dataclasses import dataclass, replace
from datetime import date
from typing import IO, Any

import click


@dataclass(frozen=True)
class Phrase:
    """A sentence in English with named fields, which a language file gives in its own words."""

    text: str
    fields: tuple[tuple[str, Any], ...] = ()

    def __str__(self) -> str:
        return self.text.format(**dict(self.fields))


def phrase(text: str, **fields: Any) -> Phrase:
    """Return `text` with the fields that its braces name."""
    return Phrase(text, tuple(fields.items()))


Say = Callable[[Phrase], str]
_spoken: ContextVar[Say] = ContextVar("spoken", default=str)


def speak(say: Say) -> None:
    """Let all problems from here on be told by `say`."""
    _spoken.set(say)


def told(words: Phrase) -> str:
    """Return the phrase in the language that the user reads."""
    return _spoken.get()(words)


STEPS = {
    "line": phrase("line {at}"),
    "sheet": phrase('sheet "{at}"'),
    "table": phrase("table {at}"),
    "heading": phrase('under "{at}"'),
    "row": phrase("row {at}"),
    "column": phrase('column "{at}"'),
    "cell": phrase("cell {at}"),
    "paragraph": phrase("paragraph {at}"),
    "field": phrase("'{at}'"),
    "paper": phrase("on {at}"),
}


@dataclass(frozen=True)
class Place:
    """Where something was written, as the program that shows it says: a file, then steps in."""

    file: str
    steps: tuple[tuple[str, str | int], ...] = ()

    def at(self, **steps: str | int) -> Place:
        """Return the place one or more steps further in; each name is a key of STEPS."""
        return replace(self, steps=self.steps + tuple((name, at) for name, at in steps.items()))

    def __str__(self) -> str:
        told_steps = (told(phrase(STEPS[name].text, at=at)) for name, at in self.steps)
        return ", ".join([self.file, *told_steps])


class Sourced(str):
    """Words that know where they were written and, if not the paper's own, in which language."""

    place: Place | None
    language: str | None

    def __new__(cls, text: str, place: Place | None = None, language: str | None = None) -> Sourced:
        """Keep `text` with its place and language."""
        words = super().__new__(cls, text)
        words.place, words.language = place, language
        return words

    def __getnewargs__(self) -> tuple[str, Place | None, str | None]:  # type: ignore[override]
        return str(self), self.place, self.language


class Dated(date):
    """A day that knows where it was written."""

    place: Place | None

    def __new__(cls, year: int, month: int, day: int, place: Place | None = None) -> Dated:
        """Keep the day with its place."""
        found = super().__new__(cls, year, month, day)
        found.place = place
        return found

    def __reduce__(self) -> tuple[type[Dated], tuple[int, int, int, Place | None]]:
        return Dated, (self.year, self.month, self.day, self.place)


def place_of(words: str | date) -> Place | None:
    """Return where the words or the day were written, if they know."""
    return getattr(words, "place", None)


@dataclass(frozen=True)
class Problem:
    """One fault and its mend; advice leaves the build standing, an error does not.

    `rule` is the name of a rule of wording, which a school can turn down.
    """

    place: Place | None
    what: Phrase
    mend: Phrase
    advice: bool = False
    rule: str = ""

    def __str__(self) -> str:
        where = f"{self.place}: " if self.place else ""
        name = told(Phrase(self.rule)) if self.rule else ""
        rule = f" {told(phrase('(rule: {rule})', rule=name))}" if name else ""
        return f"{where}{told(self.what)}{rule}\n    {told(self.mend)}"


def plain(problem: Problem) -> dict[str, Any]:
    """Return the problem as plain data, in the words that the user reads, for other programs."""
    place = problem.place
    return {
        "file": place.file if place else None,
        "place": str(place) if place else None,
        "steps": dict(place.steps) if place else {},
        "rule": problem.rule or None,
        "level": "advice" if problem.advice else "error",
        "what": told(problem.what),
        "mend": told(problem.mend),
        "proposal": dict(problem.mend.fields).get("proposal"),
    }


class Faults(click.ClickException):
    """What the user must mend before anything is written: printed whole, exit 1."""

    exit_code = 1

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(map(str, self.problems)))

    def __reduce__(self) -> tuple[type[Faults], tuple[tuple[Problem, ...]]]:
        return Faults, (self.problems,)

    def show(self, file: IO[Any] | None = None) -> None:
        """Print every problem, then how many there are to mend."""
        for problem in self.problems:
            click.echo(str(problem), file=file, err=True)
        errors = sum(not problem.advice for problem in self.problems)
        click.echo(told(phrase("{count} to mend; nothing was written.", count=errors)), err=True)


def fault(place: Place | None, what: Phrase, mend: Phrase) -> Faults:
    """Return one problem as something to raise."""
    return Faults([Problem(place, what, mend)])


class Gathered:
    """Problems met on the way, kept in reading order until the stage is over."""

    def __init__(self) -> None:
        self._problems: list[Problem] = []

    def error(self, place: Place | None, what: Phrase, mend: Phrase) -> None:
        """Note what must be mended."""
        self._problems.append(Problem(place, what, mend))

    def advise(self, place: Place | None, what: Phrase, mend: Phrase) -> None:
        """Note what is better mended."""
        self._problems.append(Problem(place, what, mend, advice=True))

    def add(self, problems: Iterable[Problem]) -> None:
        """Take over what an earlier stage noted."""
        self._problems.extend(problems)

    def __iter__(self) -> Iterator[Problem]:
        return iter(self._problems)

    def close(self) -> tuple[Problem, ...]:
        """Return the advice, or raise all of it as Faults when there is an error among it."""
        if any(not problem.advice for problem in self._problems):
            raise Faults(self._problems)
        return tuple(self._problems)


LIKE, LIKE_IF_SHORT, SHORT = 0.75, 0.6, 4  # one slip makes more of a difference in a short word


def nearest(word: str, known: Iterable[str]) -> str | None:
    """Return the known word that the misspelt one is most likely meant to be."""
    by_fold = {one.casefold(): one for one in known}
    like = LIKE_IF_SHORT if len(word) <= SHORT else LIKE
    near = difflib.get_close_matches(word.casefold(), by_fold, n=1, cutoff=like)
    return by_fold[near[0]] if near else None


def guess(word: str, known: Iterable[str]) -> Phrase:
    """Return "Did you mean …?" for a misspelt word, or the list of what is known."""
    known = list(known)
    near = nearest(word, known)
    if near:
        return phrase("Did you mean '{guess}'?", guess=near)
    return phrase("Choose one of: {known}.", known=", ".join(known))

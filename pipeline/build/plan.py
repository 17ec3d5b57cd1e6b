"""What is to be made: all that the school wishes for, asks for now, or has asked for before."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from typing import Any

from pipeline import formats, products
from pipeline.language import codes, language
from pipeline.model import School
from pipeline.paper.sheet import PAPERS
from pipeline.problems import Gathered, Place, guess, phrase

RESERVED = {
    "con",
    "prn",
    "aux",
    "nul",
    *(f"{port}{n}" for port in ("com", "lpt") for n in range(1, 10)),
}
LONGEST = 80
LOGO = "logo"  # the one product that is no paper
Order = tuple[str, str, str, str, bool]


@dataclass(frozen=True)
class Choice:
    """What the command line asks for; what is left empty is as the school wishes."""

    products: tuple[str, ...] = ()
    arenas: tuple[str, ...] = ()
    formats: tuple[str, ...] = ()
    papers: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    lies: tuple[bool, ...] = ()

    def takes(self, job: Job) -> bool:
        """Tell whether the job is within what was asked for."""
        asked = (
            (self.products, job.product),
            (self.formats, job.format.rpartition(".")[2]),
            (self.papers, job.paper),
            (self.languages, job.language),
            (self.lies, job.landscape),
        )
        within = all(not wanted or one in wanted for wanted, one in asked)
        return within and (not self.arenas or any(arena in self.arenas for arena in job.arenas))


@dataclass(frozen=True)
class Job:
    """One file to be made; jobs that differ in format alone share one composed paper."""

    product: str
    subject: str
    arenas: tuple[str, ...]
    language: str
    paper: str
    landscape: bool
    format: str
    target: str

    def plain(self) -> dict[str, Any]:
        """Return the job as the ledger keeps it."""
        return asdict(self)

    @classmethod
    def again(cls, kept: dict[str, Any]) -> Job:
        """Return the job that the ledger kept."""
        return cls(**{**kept, "arenas": tuple(kept["arenas"])})

    @property
    def order(self) -> Order:
        """What the job's paper is composed from."""
        return self.product, self.subject, self.language, self.paper, self.landscape


def safe(name: str) -> str:
    """Return the name as one that Windows, macOS and a shared drive take, with its letters kept."""
    name = unicodedata.normalize("NFC", name)
    name = re.sub(r'[\x00-\x1f<>:"/\\|?*]+', "-", name)
    name = re.sub(r"\s+", " ", name)[:LONGEST].strip(" .-")
    if name.split(".")[0].casefold() in RESERVED or not name:
        name = f"_{name}"
    return name


def possible(school: School, choice: Choice) -> Iterator[Job]:
    """Yield every job within the choice, in the order of the school's own matrices.

    Papers, languages and the way a poster lies come from the choice, then from the school's
    wishes, then from the product.
    """
    wishes = school.wishes
    tongues = choice.languages or wishes.languages or (school.language,)
    for name in _of(choice.products, products.names()):
        product = products.product(name)
        for paper in choice.papers or wishes.papers:
            for landscape in choice.lies or (product.LANDSCAPE,):
                for tongue in tongues:
                    for one in _of(choice.formats, formats.names()):
                        yield from _jobs(school, choice, (name, tongue, paper, landscape, one))


def _of(asked: tuple[str, ...], there: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(one for one in asked if one in there) if asked else there


def _jobs(school: School, choice: Choice, parts: tuple[str, str, str, bool, str]) -> Iterator[Job]:
    name, tongue, paper, landscape, form = parts
    product = products.product(name)
    for subject in product.subjects(school):
        arenas = tuple(map(str, product.arenas(school, subject)))
        target = _target(school, str(subject), parts)
        job = Job(name, str(subject), arenas, tongue, paper, landscape, form, target)
        if choice.takes(job):
            yield job


def _target(school: School, subject: str, parts: tuple[str, str, str, bool, str]) -> str:
    name, tongue, paper, landscape, form = parts
    home = language(school.language)
    lies = home.say("landscape" if landscape else "portrait")
    folder = f"{paper} {lies}"
    if tongue != school.language:
        folder += f", {home.facts['languages'].get(tongue, tongue)}"
    file = f"{safe(home.short(subject))}.{formats.suffix(form)}"
    return "/".join((safe(home.say(products.product(name).TITLE)), safe(folder), file))


def still_possible(school: School, job: Job) -> bool:
    """Tell whether the school could make the job's very file today."""
    known = job.product in products.names() and job.format in formats.names()
    if not known or job.paper not in PAPERS or job.language not in codes():
        return False
    one = Choice((job.product,), (), (job.format,), (job.paper,), (job.language,), (job.landscape,))
    return job in possible(school, one)


def due(school: School, choice: Choice, before: Iterable[Job]) -> tuple[Job, ...]:
    """Return all jobs within the choice: asked for or wished now, or asked for before."""
    again = (job for job in before if choice.takes(job) and still_possible(school, job))
    return tuple(dict.fromkeys([*possible(school, choice), *again]))


def within(choice: Choice, school: School, gathered: Gathered) -> Choice:
    """Return the choice in the words known here; report the words that are not."""
    home = language(school.language)
    titles = {home.say(products.product(name).TITLE): name for name in products.names()}
    arenas = {home.short(str(arena.name)): str(arena.name) for arena in school.arenas}
    lists: dict[str, tuple[tuple[str, ...], dict[str, str]]] = {
        "--only": (choice.products, {**_same((*products.names(), LOGO)), **titles}),
        "--arena": (choice.arenas, {**_same(arenas.values()), **arenas}),
        "--format": (choice.formats, _same((*formats.names(), "svg"))),
        "--paper": (choice.papers, _same(PAPERS)),
        "--language": (choice.languages, _same(codes())),
    }
    found = {
        option: _known(option, written, meanings, gathered)
        for option, (written, meanings) in lists.items()
    }
    return Choice(
        found["--only"],
        found["--arena"],
        found["--format"],
        found["--paper"],
        found["--language"],
        choice.lies,
    )


def _same(words: Iterable[str]) -> dict[str, str]:
    return {word: word for word in words}


def _known(
    option: str, written: tuple[str, ...], meanings: dict[str, str], gathered: Gathered
) -> tuple[str, ...]:
    """Return what the words of an option mean in any case; report those that mean nothing."""
    by_fold = {word.casefold(): meaning for word, meaning in meanings.items()}
    for one in written:
        if one.casefold() not in by_fold:
            what = phrase("'{word}' is not known here.", word=one)
            gathered.error(Place(option), what, guess(one, meanings))
    return tuple(by_fold[one.casefold()] for one in written if one.casefold() in by_fold)


def doubles(jobs: tuple[Job, ...], gathered: Gathered) -> None:
    """Report two subjects whose files would have one name."""
    owners: dict[str, Job] = {}
    for job in jobs:
        first = owners.setdefault(job.target.casefold(), job)
        if first.subject != job.subject:
            gathered.error(
                Place(job.target),
                phrase(
                    "'{one}' and '{other}' would have the same file.",
                    one=first.subject,
                    other=job.subject,
                ),
                phrase("Give one of them another name."),
            )

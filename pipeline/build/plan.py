"""What is to be made: all that the school wishes for, asks for now, or has asked for before."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from typing import Any

from pipeline import formats, products
from pipeline.language import codes, language, tongues
from pipeline.model import School, Wishes
from pipeline.paper.sheet import PAPERS, SIZES, Sheets
from pipeline.problems import Gathered, Place, guess, nearest, phrase

RESERVED = {
    "con",
    "prn",
    "aux",
    "nul",
    *(f"{port}{n}" for port in ("com", "lpt") for n in range(1, 10)),
}
LONGEST = 80
SHORTEST = 4  # letters that a word must begin with to be known by its beginning
LOGO = "logo"  # the one product that is no paper
Order = tuple[str, str, str, str, bool, str]


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
        """What the job's paper is composed from, and by which of the product's verbs."""
        verb = products.KINDS[kind_of(self.product, self.format) or Sheets]
        return self.product, self.subject, self.language, self.paper, self.landscape, verb


def kind_of(product: str, form: str) -> type | None:
    """Return the kind of paper that the product's file in the format is painted from."""
    if product == LOGO or form not in formats.names():
        return None
    kinds = products.kinds(product)
    return next((kind for kind in kinds if formats.paints(form, kind)), None)


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
    wishes, then from the product; a product of certain papers is made on those alone. What a
    plain build does not make must be asked for by name.
    """
    wishes = school.wishes
    usual = tuple(name for name in products.names() if products.wished(name))
    for name in _of(choice.products, products.names()) if choice.products else usual:
        for paper in _papers(name, choice, wishes):
            for landscape in _lies(name, paper, choice):
                for tongue in _tongues(name, choice, school):
                    for one in _formats(name, paper, choice):
                        yield from _jobs(school, choice, (name, tongue, paper, landscape, one))


def _papers(name: str, choice: Choice, wishes: Wishes) -> tuple[str, ...]:
    own = products.papers(name)
    if own:
        return _of(choice.papers, own) if choice.papers else products.usual_papers(name)
    return tuple(one for one in choice.papers if one in PAPERS) if choice.papers else wishes.papers


def _lies(name: str, paper: str, choice: Choice) -> tuple[bool, ...]:
    usual = (products.product(name).LANDSCAPE,)
    if paper in PAPERS:
        return choice.lies or usual
    return usual if not choice.lies or usual[0] in choice.lies else ()


def _tongues(name: str, choice: Choice, school: School) -> tuple[str, ...]:
    """Return the languages: those asked for, or the school's and for parents those they read."""
    there, wishes = products.tongues(name), school.wishes
    if products.own_tongue(name):
        return _of(choice.languages, (school.language,))
    if choice.languages:
        return tuple(one for one in choice.languages if one in there)
    usual = wishes.languages or (school.language,)
    more = tuple(one for one in wishes.home_languages if one in there and there != codes())
    return tuple(dict.fromkeys((*usual, *more)))


def _formats(name: str, paper: str, choice: Choice) -> Iterator[str]:
    own = products.formats(name) or formats.names()
    there = (one for one in _of(choice.formats, own) if formats.holds(one, paper))
    return (one for one in there if kind_of(name, one))


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
    other = tongue != school.language
    spoken = f", {home.facts['languages'].get(tongue, tongue)}" if other else ""
    together, files = products.shelf(name)
    if together:
        place = safe(home.say(together)), safe(home.short(subject) + spoken)
        return "/".join((*place, f"{safe(home.say(files[paper]))}.{formats.suffix(form)}"))
    lies = home.say("landscape" if landscape else "portrait")
    file = f"{safe(home.short(subject))}.{formats.suffix(form)}"
    folder = safe(f"{paper} {lies}{spoken}")
    return "/".join((safe(home.say(products.product(name).TITLE)), folder, file))


def still_possible(school: School, job: Job) -> bool:
    """Tell whether the school could make the job's very file today."""
    known = job.product in products.names() and job.format in formats.names()
    if not known or job.paper not in SIZES or job.language not in tongues():
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
    titles[home.say("Logo")] = LOGO
    arenas = {home.short(str(arena.name)): str(arena.name) for arena in school.arenas}
    spoken = {str(home.facts["languages"].get(code, code)): code for code in tongues()}
    spellings: dict[str, tuple[tuple[str, ...], dict[str, str]]] = {
        "--only": (choice.products, titles),
        "--arena": (choice.arenas, arenas),
        "--format": (choice.formats, _same((*formats.names(), "svg"))),
        "--paper": (choice.papers, _same(SIZES)),
        "--language": (choice.languages, spoken),
    }
    found = {
        option: _known(option, written, meanings, gathered)
        for option, (written, meanings) in spellings.items()
    }
    _on_papers(found["--only"], found["--paper"], gathered)
    return Choice(
        found["--only"],
        found["--arena"],
        found["--format"],
        found["--paper"],
        found["--language"],
        choice.lies,
    )


def _on_papers(names: Iterable[str], papers: tuple[str, ...], gathered: Gathered) -> None:
    """Report papers asked for when no product asked for by name is made on one of them."""
    made = {one: products.papers(one) or tuple(PAPERS) for one in names if one != LOGO}
    if papers and made and not any(set(papers) & set(own) for own in made.values()):
        known = ", ".join(dict.fromkeys(one for own in made.values() for one in own))
        one, other = ", ".join(made), ", ".join(papers)
        what = phrase("'{product}' is not made on {paper}.", product=one, paper=other)
        gathered.error(Place("--paper"), what, phrase("Choose one of: {known}.", known=known))


def _same(words: Iterable[str]) -> dict[str, str]:
    return {word: word for word in words}


def _known(
    option: str, written: tuple[str, ...], meanings: dict[str, str], gathered: Gathered
) -> tuple[str, ...]:
    """Return what the words of an option mean; report those that mean nothing.

    A meaning may be written itself; case is no matter, nor how a longer word ends.
    """
    words = {**_same(meanings.values()), **meanings}
    found = []
    for one in written:
        meant = _meant(one, words)
        if meant is None:
            near = nearest(one, words)
            what = phrase("'{word}' is not known here.", word=one)
            gathered.error(Place(option), what, guess(one, [near] if near else meanings))
        else:
            found.append(meant)
    return tuple(found)


def _meant(one: str, words: dict[str, str]) -> str | None:
    """Return what the word means: it is known, or begins one thing's names and no other's."""
    by_fold = {word.casefold(): meaning for word, meaning in words.items()}
    asked = one.casefold()
    begun = {meaning for word, meaning in by_fold.items() if word.startswith(asked)}
    whole = by_fold.get(asked)
    return whole or (begun.pop() if len(begun) == 1 and len(asked) >= SHORTEST else None)


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

"""What lies in the output folder, read off the ledger and told in the school's words."""

from __future__ import annotations

import functools
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from pipeline import formats, products
from pipeline.build import logo
from pipeline.build.ledger import Entry, Ledger, digest, stat_of
from pipeline.build.plan import LOGO, Job, safe
from pipeline.contents.parts import Card, File, Kind, Kit, News, Way
from pipeline.language import Language, codes, language
from pipeline.model import School
from pipeline.paper.sheet import PAPERS
from pipeline.problems import phrase

SORTED_BY = re.compile(r"^\d{4}-\d\d(-\d\d)? ")  # what a subject's name begins with to be in order
KNOWN_AS = {
    "docx": phrase("Word"),
    "png": phrase("Picture"),
    "txt": phrase("Text"),
    "html": phrase("Web page"),
}
DAYS = 3  # so many days of news are told


@dataclass(frozen=True)
class Lying:
    """A file that a build made and that is there: its job and entry, and whether it is as left."""

    job: Job
    entry: Entry
    ours: bool
    size: int

    @property
    def look(self) -> str:
        """Which of a logo's looks it is; nothing for papers."""
        return logo.look_of(self.job.format) if self.job.product == LOGO else ""


@dataclass
class Thing:
    """One thing in all the ways that it was made, as its card tells it."""

    lying: list[Lying] = field(default_factory=list)

    @property
    def job(self) -> Job:
        """A job that tells what the thing is."""
        return self.lying[0].job

    @property
    def day(self) -> str:
        """The last day on which something in it was made or changed."""
        return max(one.entry.day for one in self.lying)

    @property
    def fresh(self) -> bool:
        """Tell whether nothing in it is older than its last change."""
        return all(one.entry.first == self.day for one in self.lying)


def lying(out: Path, ledger: Ledger) -> Iterator[Lying]:
    """Yield every file that a build made, that is there, and whose kind the program knows."""
    for target, entry in ledger.made.items():
        job, stat = Job.again(entry.job), stat_of(out / target)
        if stat and (job.product == LOGO or job.product in products.names()):
            yield Lying(job, entry, ledger.ours(target, out / target), stat[0])


def things(out: Path, ledger: Ledger, school: School) -> list[Thing]:
    """Return all things, kind by kind, in the order of the school's own words."""
    found: dict[tuple[str, str, str], Thing] = {}
    for one in lying(out, ledger):
        found.setdefault((one.job.product, one.job.subject, one.look), Thing()).lying.append(one)
    place = _placed(school)
    for thing in found.values():
        thing.lying.sort(key=place)
    return sorted(found.values(), key=lambda thing: place(thing.lying[0])[:4])


def _placed(school: School) -> Callable[[Lying], tuple[object, ...]]:
    """Return what tells a file's place among all: kind, subject, way, format."""
    own = (school.language, *codes())

    @functools.cache
    def subjects(name: str) -> tuple[str, ...]:
        return tuple(map(str, products.product(name).subjects(school)))

    @functools.cache
    def papers(name: str) -> tuple[str, ...]:
        return (*products.papers(name), *school.wishes.papers, *PAPERS)

    def place(one: Lying) -> tuple[object, ...]:
        job = one.job
        if job.product == LOGO:
            pixels = job.format.partition("-")[2].partition(".")[0]
            return 1, "", list(logo.LOOKS).index(one.look), "", int(pixels or 9999), job.format
        named, there = kind_title(job.product, school), subjects(job.product)
        at = there.index(job.subject) if job.subject in there else len(there)
        size = _at(job.paper, papers(job.product))
        way = _at(job.language, own), size, job.paper, job.landscape, job.format
        return 0, named.casefold(), at, job.subject, *way

    return place


def _at(word: str, words: tuple[str, ...]) -> int:
    return words.index(word) if word in words else len(words)


def kind_title(product: str, school: School) -> str:
    """Return what such things are called."""
    own = language(school.language)
    return own.tell(logo.TITLE) if product == LOGO else own.say(products.product(product).TITLE)


def card(thing: Thing, out: Path, school: School, picture: str) -> Card:
    """Return the thing's card, with the key of its small picture."""
    own, job = language(school.language), thing.job
    title = own.short(SORTED_BY.sub("", job.subject))
    title = title[:1].upper() + title[1:]
    if job.product == LOGO:
        title = own.tell(logo.LOOKS[thing.lying[0].look]).capitalize()
    mark = digest(f"{job.product}\0{job.subject}\0{thing.lying[0].look}".encode())[:10]
    kind = kind_title(job.product, school)
    placed = job.arenas == (job.subject,)
    return Card(f"t-{mark}", title, kind, _ways(thing, out, school), picture, placed=placed)


def _ways(thing: Thing, out: Path, school: School) -> tuple[Way, ...]:
    """Return the thing's files by the paper that they are on, as their folder or name says it."""
    own, ways = language(school.language), dict[str, list[Lying]]()
    for one in thing.lying:
        ways.setdefault(_label(one.job, school), []).append(one)
    return tuple(
        Way(label, tuple(_file(one, out, own) for one in there), there[0].entry.reads_at)
        for label, there in ways.items()
    )


def _label(job: Job, school: School) -> str:
    """Return what the file's path says beside the kind and the subject."""
    if job.product == LOGO:
        return ""
    path, subject = Path(job.target), safe(language(school.language).short(job.subject))
    said = (one.removeprefix(subject).strip(", ") for one in (*path.parent.parts[1:], path.stem))
    return ", ".join(filter(None, said))


def _file(one: Lying, out: Path, own: Language) -> File:
    kind = _kind_of(one.job, own)
    if one.ours:
        return File(one.job.target, kind, one.size)
    target = one.entry.beside.get("target", "")
    stat = stat_of(out / target) if target else None
    beside = File(target, kind, stat[0]) if stat else None
    return File(one.job.target, kind, one.size, True, beside)


def _kind_of(job: Job, own: Language) -> str:
    if job.product != LOGO:
        suffix = formats.suffix(job.format)
        return own.tell(KNOWN_AS[suffix]) if suffix in KNOWN_AS else suffix.upper()
    name, _, suffix = job.format.rpartition(".")
    size = name.partition("-")[2]
    return f"{suffix.upper()} {size} px" if size else suffix.upper()


def kinds(cards: Sequence[Card], there: list[Thing], school: School) -> tuple[Kind, ...]:
    """Return all kinds with what they are and are for; `cards` are the things', in their order."""
    own = language(school.language)
    grouped: dict[str, list[Card]] = {}
    for at, thing in enumerate(there):
        grouped.setdefault(thing.job.product, []).append(cards[at])
    return tuple(
        Kind(f"k-{name}", kind_title(name, school), *_told(name, own), tuple(found))
        for name, found in grouped.items()
    )


def _told(name: str, own: Language) -> tuple[str, str]:
    """Return what the kind is, and what it is for."""
    if name == LOGO:
        return own.tell(logo.ABOUT), own.tell(logo.FOR)
    use = products.use(name)
    return own.say(products.summary(name)), own.tell(use) if use else ""


def kits(cards: Sequence[Card], there: list[Thing], school: School) -> tuple[Kit, ...]:
    """Return what belongs to each place: what is practised by date, then the matrices' places."""
    spans: dict[str, list[tuple[date, date]]] = {}
    for focus in sorted(school.year.focuses if school.year else (), key=lambda one: one.first):
        after = [focus.after_school.arena] if focus.after_school else []
        for arena in (focus.arena, *after):
            spans.setdefault(str(arena.name), []).append((focus.first, focus.last))
    for arena in school.arenas:
        spans.setdefault(str(arena.name), [])
    found = []
    for at, (name, when) in enumerate(spans.items()):
        holding = [(thing, cards[n]) for n, thing in enumerate(there) if name in thing.job.arenas]
        own = tuple(one for thing, one in holding if thing.job.arenas == (name,))
        also = tuple(one for thing, one in holding if thing.job.arenas != (name,))
        if own:
            found.append(Kit(f"p-{at + 1}", name, tuple(when), own, also))
    return tuple(found)


def news(cards: Sequence[Card], there: list[Thing]) -> tuple[News, ...]:
    """Return the last days on which something was made or changed, the newest first."""
    days: dict[str, list[Card]] = {}
    for thing, one in zip(there, cards, strict=True):
        state = "new" if thing.fresh else "changed"
        days.setdefault(thing.day, []).append(replace(one, state=state))
    last = sorted((day for day in days if day), reverse=True)[:DAYS]
    return tuple(News(date.fromisoformat(day), tuple(days[day])) for day in last)

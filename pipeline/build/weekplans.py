"""Lays the month's PALS into the week plans that teachers have, or takes it out again."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from pipeline import cache, year
from pipeline.build import art, press, taking
from pipeline.build.ledger import Ledger, digest
from pipeline.build.plan import Job, safe
from pipeline.build.planning import month_asked
from pipeline.build.shelf import Shelf
from pipeline.language import Language, language
from pipeline.model import School, Year
from pipeline.paper.theme import Look, dress
from pipeline.problems import Faults, Gathered, Phrase, Place, Problem, fault, phrase
from pipeline.year.dating import Dated, dated
from pipeline.year.monthly import Monthly, editions

if TYPE_CHECKING:
    from pipeline.weekplan import Insert, Laid, Words

PLANS = (".docx", ".docm", ".dotx", ".dotm", ".doc", ".odt", ".rtf")  # in a folder; most refused
WEEK_PLAN = "weekplan"
SFO = "sfo"


@dataclass(frozen=True)
class Wish:
    """What is asked for: files and folders, and how the insert is to be laid in.

    `out` is where copies go; `in_place` changes the files themselves and keeps a copy of each as
    it was.
    """

    files: tuple[Path, ...]
    out: Path
    month: str = ""
    at_end: bool = False
    in_place: bool = False
    remove: bool = False


@dataclass(frozen=True)
class Done:
    """What became of one week plan: the file written, the month's PALS, where it was laid."""

    file: Path
    state: str
    written: str = ""
    what: Phrase | None = None
    places: tuple[Phrase, ...] = ()
    notes: tuple[Problem, ...] = ()
    beside: str = ""
    faults: tuple[Problem, ...] = ()


@dataclass
class Bench:
    """What all the week plans are worked on with; inserts are made once for each width."""

    school: School
    tongue: Language
    look: Look
    terms: Words
    wish: Wish
    made: dict[tuple[str, float], Insert | None] = field(default_factory=dict)

    def insert(self, monthly: Monthly, wide: float) -> Insert | None:
        """Return the month's insert for the width in mm, or None where that is too narrow."""
        key = str(monthly.name), wide
        if key not in self.made:
            self.made[key] = self._made(monthly, wide)
        return self.made[key]

    def _made(self, monthly: Monthly, wide: float) -> Insert | None:
        from pipeline.formats.docx.blocks import Writer
        from pipeline.paper.flowing import high
        from pipeline.products import Desk, monthly_insert
        from pipeline.weekplan import Insert

        gathered = Gathered()
        desk = Desk(self.school, self.tongue, self.look, "160x35", True, gathered)
        flow = monthly_insert.write(monthly.name, desk, wide)
        gathered.close()
        if flow is None:
            return None
        writer = Writer(self.tongue.code, press.prepared)
        markup = writer.blocks(flow.blocks)
        return Insert(markup, writer.pictures, high(flow.blocks, wide) * WIDER)


WIDER = 1.1  # the letters of a teacher's plan may take so much more room than ours


def done(folder: Path, today: date, wish: Wish) -> Iterator[Done]:
    """Yield what became of each week plan; one that can't be used is told of, and the rest go on.

    Raises Faults where the school itself is not in order, before any week plan is touched.
    """
    files = tuple(_files(wish.files))
    bench = _bench(folder, today, wish)
    asked = month_asked(wish.month, _year(bench.school), bench.tongue) if wish.month else None
    shelf = Shelf(wish.out, Ledger.open(wish.out))
    names: set[str] = set()
    try:
        for file in files:
            try:
                yield _one(file, bench, asked, shelf, names)
            except Faults as faults:
                yield Done(file, "refused", faults=faults.problems)
    finally:
        if names:
            shelf.ledger.close()


def _files(asked: Iterable[Path]) -> Iterator[Path]:
    for one in asked:
        if not one.is_dir():
            yield one
            continue
        found = (path for path in one.iterdir() if path.suffix.casefold() in PLANS)
        there = sorted(found, key=lambda path: path.name.casefold())
        plans = [path for path in there if not path.name.startswith(("~$", "."))]
        if not plans:
            mend = phrase("Name the folder that the week plans lie in, as Word documents (.docx).")
            raise fault(Place(one.name), phrase("there are no week plans in this folder."), mend)
        yield from plans


def _bench(folder: Path, today: date, wish: Wish) -> Bench:
    from pipeline.weekplan import Words

    gathered = Gathered()
    taken = taking.taken(folder, today)
    with press.workers(1) as here:
        school = art.join(taken, folder / "assets", today, here, gathered)
    look = dress(school.brand, school.values, gathered)
    gathered.close()
    tongue = language(school.language)
    return Bench(school, tongue, look, Words.of(tongue.facts["weekplan"]), wish)


def _year(school: School) -> Year:
    if school.year is None:
        what = phrase("There is no school year, so no month has a PALS.")
        raise fault(Place("sources/skolear.yaml"), what, phrase("Write it: see pals plan."))
    return school.year


def _one(file: Path, bench: Bench, asked: date | None, shelf: Shelf, names: set[str]) -> Done:
    from pipeline import weekplan

    source = weekplan.take_in(file)
    if bench.wish.remove:
        laid = weekplan.remove(source, bench.terms)
        return _written(file, laid, None, (bench, shelf, names))
    monthly, told, notes = _month(file, weekplan.words(source), bench, asked)

    def make(wide: float) -> Insert | None:
        return bench.insert(monthly, wide)

    laid = weekplan.lay(source, bench.terms, make, bench.wish.at_end)
    made = _written(file, laid, told, (bench, shelf, names))
    return Done(**{**made.__dict__, "notes": (*notes, *laid.notes)})


def _month(
    file: Path, text: str, bench: Bench, asked: date | None
) -> tuple[Monthly, Phrase, tuple[Problem, ...]]:
    """Return the PALS that the week plan gets, in words which and why, and what to tell of it."""
    there, place = _year(bench.school), Place(file.name)
    tongues = [language(code) for code in dict.fromkeys((bench.tongue.code, "nb", "nn"))]
    by_text, by_name = (dated(there, words, tongues) for words in (text, file.stem))
    found = by_text or by_name
    if asked:
        month, why = year.month_of(there, asked), ""
    elif found:
        month, why = found.month, found.words
    else:
        what = phrase("neither its words nor its name tell which month it is of.")
        raise fault(place, what, phrase("Say it: --month november."))
    sfo = SFO in file.stem.casefold()
    one = _edition(bench.school, month, sfo)
    if one is None or month is None:
        what = phrase("there is no focus in that month ({words}).", words=why or bench.wish.month)
        raise fault(place, what, phrase("Write one in skolear.yaml, or say --month."))
    notes = () if asked else _at_odds(place, by_text, by_name, bench.tongue)
    name = bench.tongue.facts["months"][month.number - 1]
    told = phrase("{month}: {arena}", month=name, arena=one.arena.name)
    return one, told, notes


def _edition(school: School, month: year.Month | None, sfo: bool) -> Monthly | None:
    there = [one for one in editions(school) if month and one.month.first == month.first]
    return next((one for one in there if one.after_school == sfo), there[0] if there else None)


def _at_odds(
    place: Place, by_text: Dated | None, by_name: Dated | None, tongue: Language
) -> tuple[Problem, ...]:
    if not by_text or not by_name or by_text.month.first == by_name.month.first:
        return ()
    what = phrase(
        "its words say {words}, its name says {name}: the words count.",
        words=by_text.words,
        name=by_name.words,
    )
    return (Problem(place, what, phrase("Is it the right one? Else say --month."), advice=True),)


def _written(
    file: Path, laid: Laid, told: Phrase | None, tools: tuple[Bench, Shelf, set[str]]
) -> Done:
    bench, shelf, names = tools
    if bench.wish.in_place:
        return _in_place(file, laid, told, bench.tongue)
    target = _name(file, names)
    job = Job(WEEK_PLAN, target, (), bench.tongue.code, "", False, "docx", target)
    mark = {"look": digest(laid.content)}
    beside = bench.tongue.say("new")
    line = shelf.put(job, (mark, 0.0), laid.content, beside)
    written = str(shelf.out / line.target)
    return Done(file, line.state, written, told, laid.places, beside=line.beside)


def _name(file: Path, names: set[str]) -> str:
    """Return a name that no other week plan of this time has."""
    ways: list[Callable[[], str]] = [
        lambda: file.name,
        lambda: f"{safe(file.resolve().parent.name)} {file.name}",
        *((lambda n=n: f"{file.stem} {n}{file.suffix}") for n in range(2, 999)),
    ]
    found = next(name for way in ways if (name := way()).casefold() not in names)
    names.add(found.casefold())
    return found


def _in_place(file: Path, laid: Laid, told: Phrase | None, tongue: Language) -> Done:
    """Change the file itself; what it was is kept in a folder beside it, and never overwritten."""
    if not laid.changed:
        return Done(file, "kept", str(file), told, laid.places)
    real = file.resolve()
    if (real.parent / f"~${real.name[2:]}").exists():
        what = phrase("the week plan is open in Word.")
        raise fault(Place(file.name), what, phrase("Close it there, and try again."))
    home = real.parent / safe(tongue.say("before PALS"))
    _keep(real, home)
    mode = real.stat().st_mode
    cache.write(real, laid.content)
    real.chmod(mode)
    return Done(file, "changed", str(file), told, laid.places)


def _keep(file: Path, home: Path) -> None:
    content = file.read_bytes()
    home.mkdir(exist_ok=True)
    names = (file.name, *(f"{file.stem} {n}{file.suffix}" for n in range(2, 9_999)))
    for place in (home / name for name in names):
        if place.exists() and place.read_bytes() != content:
            continue
        if not place.exists():
            cache.write(place, content)
            shutil.copystat(file, place)
        return

"""A drawing competition: a folder of photos becomes ballot and counting sheet, a tally winners."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from pipeline import cache
from pipeline.build import art, press, taking
from pipeline.build.ledger import Ledger, digest
from pipeline.build.plan import Job, safe
from pipeline.build.shelf import Line, Shelf
from pipeline.contest import sheets
from pipeline.contest.count_sheet import count_sheet
from pipeline.contest.counting import Outcome, once_more, outcome
from pipeline.contest.entries import Entry, numbered, written
from pipeline.contest.sheets import Setting
from pipeline.intake import contest_key, tally
from pipeline.intake.contest_key import Kept
from pipeline.language import Language, codes, language
from pipeline.model import Art, School
from pipeline.paper import fonts
from pipeline.paper.check import check
from pipeline.paper.flow import Flow
from pipeline.paper.sheet import Sheets
from pipeline.paper.theme import dress
from pipeline.problems import Faults, Gathered, Phrase, Place, Problem, fault, phrase

CONTEST = "contest"
FONTS = Path("assets", "fonts")
TO_VOTE = ("Ballot", "Count")
OF_VOTES = ("Winners", "New ballot")
FOR = "winners"  # how many win, in the mark of what they vote with
MOST = 300  # drawings
PASSED_OVER = {"thumbs.db", "desktop.ini"}
KEY = phrase("SECRET – who has drawn what")
HEADS = (
    phrase("Entry number"),
    phrase("File"),
    phrase("Year of school"),
    phrase("First name (only with consent)"),
)


@dataclass(frozen=True)
class Wish:
    """What is asked for: the folder, the votes if they are counted, how many win, in what words.

    A file of votes after the first is of those that were tied before it. `places` is 0 where nobody
    says how many win: then as many as the ballot was made for, else one.
    """

    folder: Path
    tally: tuple[Path, ...] = ()
    places: int = 0
    language: str = ""
    out: Path | None = None


@dataclass(frozen=True)
class Held:
    """What became of it: each file, where the key lies, how many entries, and what to tell.

    `found` is what the votes gave or the ballot is for, for those who hold the competition: it
    stands on no sheet.
    """

    lines: tuple[Line, ...]
    out: Path
    key: Path
    entries: int
    notes: tuple[Problem, ...]
    found: tuple[Phrase, ...] = ()


@dataclass(frozen=True)
class _Ballots:
    """Which of ballot and counting sheet are made now, and for how many winners."""

    names: tuple[str, ...]
    places: int

    def told(self) -> tuple[Phrase, ...]:
        """Return what to choose before ballots are printed, where they are made."""
        if TO_VOTE[0] not in self.names:
            return ()
        if self.places == 1:
            return (phrase("One drawing wins. Should more win, give --winners before you print."),)
        more = phrase(
            "{count} drawings win. Should it be another number, give --winners before you print.",
            count=self.places,
        )
        return (more,)


def hold(home: Path, today: date, wish: Wish) -> Held:
    """Make the competition's papers for the school; raise Faults before anything is written."""
    gathered = Gathered()
    key = _key(wish.folder, language(_tongue_of(home, today)))
    files = _files(wish, key)
    marks = _marks(files, gathered)
    known = contest_key.read(key, gathered) if key.exists() else {}
    _tell_lost(known, marks, key, gathered)
    arts = _cleaned(files, gathered)
    gathered.close()
    before = {name: one.number for name, one in known.items()}
    numbers = numbered(marks, before)
    _tell_double(numbers, key, gathered)
    entries = [_entry(name, numbers[name], arts[name], known) for name in sorted(numbers)]
    own = language(_tongue_of(home, today))
    out = wish.out or home / "output" / safe(own.say("Pupils' council")) / _name(wish.folder, own)
    shelf = Shelf(out, Ledger.open(out), today.isoformat())
    ballots = _ballots(wish, len(entries), shelf, own, gathered)
    made, found = _made(home, today, wish, entries, ballots, key, gathered)
    notes = gathered.close()
    fresh = {name: number for name, number in numbers.items() if name not in known}
    if not key.exists():
        cache.write(key, contest_key.written([own.tell(one) for one in HEADS], numbers))
    elif fresh:
        cache.write(key, contest_key.added(key.read_bytes(), fresh))
    lines = tuple(_written(made, shelf, (own, home / FONTS), ballots.places, bool(wish.tally)))
    return Held(lines, out, key, len(entries), notes, (*found, *ballots.told()))


def _tongue_of(home: Path, today: date) -> str:
    return taking.taken(home, today).school.language


def _name(folder: Path, own: Language) -> str:
    return safe(f"{own.say('Drawing competition')} {folder.resolve().name}")


def _key(folder: Path, own: Language) -> Path:
    """Return where the key lies, or is to lie: among the drawings, never in the output."""
    names = [f"{safe(language(code).tell(KEY))}.csv" for code in (own.code, *codes())]
    there = [folder / name for name in names]
    return next((one for one in there if one.exists()), there[0])


def _files(wish: Wish, key: Path) -> list[Path]:
    place, folder = Place(wish.folder.name or str(wish.folder)), wish.folder
    mend = phrase("Name the folder that the photos or scans of the drawings lie in.")
    if not folder.is_dir():
        raise fault(place, phrase("there is no such folder."), mend)
    apart = {key.resolve(), *(one.resolve() for one in wish.tally)}
    found = [
        one
        for one in sorted(folder.iterdir(), key=lambda path: path.name.casefold())
        if one.is_file()
        and not one.name.startswith((".", "~$"))
        and one.name.casefold() not in PASSED_OVER
        and one.resolve() not in apart
    ]
    if not found:
        raise fault(place, phrase("there are no drawings in this folder."), mend)
    if len(found) > MOST:
        what = phrase("there are {count} files in this folder.", count=len(found))
        most = phrase("Give at most {most} drawings at a time, such as one stage's.", most=MOST)
        raise fault(place, what, most)
    return found


def _marks(files: Sequence[Path], gathered: Gathered) -> dict[str, str]:
    """Return each file's digest by name; two that are the same picture are reported."""
    marks: dict[str, str] = {}
    owners: dict[str, str] = {}
    for file in files:
        if 0 < file.stat().st_size <= art.LARGEST:
            mark = digest(file.read_bytes())
            first = owners.setdefault(mark, file.name)
            if first != file.name:
                what = phrase("this is the same picture as '{file}'.", file=first)
                gathered.error(Place(file.name), what, phrase("Take one of the two away."))
            marks[file.name] = mark
    return marks


def _tell_lost(
    known: Mapping[str, Kept], marks: Mapping[str, str], key: Path, gathered: Gathered
) -> None:
    for name, one in known.items():
        if name not in marks:
            what = phrase("the file of number {number} is not in the folder.", number=one.number)
            mend = phrase("Put it back under its name, or leave it: the number is not used again.")
            gathered.advise(Place(key.name), what, mend)


def _tell_double(numbers: Mapping[str, int], key: Path, gathered: Gathered) -> None:
    """Note the files that are named by a number which another drawing has."""
    owners = {number: name for name, number in numbers.items()}
    for name in sorted(numbers):
        number = written(name)
        if number and number != numbers[name] and number in owners:
            what = phrase(
                "number {number} is that of '{file}'.", number=number, file=owners[number]
            )
            mend = phrase(
                "Give each drawing a number of its own, or correct {file}.", file=key.name
            )
            gathered.error(Place(name), what, mend)


def _cleaned(files: Sequence[Path], gathered: Gathered) -> dict[str, Art]:
    """Return the clean art of each drawing, upright and with nothing of what a phone tells."""
    tasks = [(file, Place(file.name), "drawing") for file in files]
    jobs = min(press.cores(), len(tasks))
    found: dict[str, Art] = {}
    with press.workers(jobs) as pool:
        for file, one in zip(files, pool.map(art.cleaned, tasks), strict=True):
            if isinstance(one, Faults):
                gathered.add(one.problems)
            else:
                found[file.name] = one
    return found


def _entry(name: str, number: int, drawn: Art, known: Mapping[str, Kept]) -> Entry:
    kept = known.get(name)
    return Entry(number, drawn, kept.year if kept else None, kept.name if kept else "")


def _ballots(wish: Wish, most: int, shelf: Shelf, own: Language, gathered: Gathered) -> _Ballots:
    """Return what to vote with; while votes are counted, what is there already stays as it is."""
    there = {path.name for path in shelf.out.glob("*.pdf")}
    bases = {name: {one for one in there if _is(one, name, own)} for name in TO_VOTE}
    marks = [shelf.ledger.made[one].mark for one in bases["Ballot"] if one in shelf.ledger.made]
    before = max((int(one.get(FOR, 0)) for one in marks), default=0)
    places = min(wish.places or before or 1, most)
    if not wish.tally:
        return _Ballots(TO_VOTE, places)
    if before and places != before:
        what = phrase("the ballot was made with --winners {count}.", count=before)
        mend = phrase("Is that how many win? Then leave --winners out, or give that number.")
        gathered.advise(Place(min(bases["Ballot"])), what, mend)
    return _Ballots(tuple(name for name in TO_VOTE if not bases[name]), places)


def _is(file: str, name: str, own: Language) -> bool:
    """Tell whether the file is the paper of this English name, in whatever language."""
    return Path(file).stem.split(",")[0] == safe(own.say(name))


def _made(
    home: Path,
    today: date,
    wish: Wish,
    entries: Sequence[Entry],
    ballots: _Ballots,
    key: Path,
    gathered: Gathered,
) -> tuple[dict[str, Sheets | Flow], tuple[Phrase, ...]]:
    """Return the papers by their names in English, all looked over, and what the votes gave."""
    taken = taking.taken(home, today)
    tongue = language(wish.language or taken.school.language)
    fonts.use_folder(home / FONTS)
    look = dress(taken.school.brand, taken.school.values, gathered)
    at = Setting(
        taken.school, tongue, look, place(wish.folder.resolve().name, taken.school, tongue)
    )
    made: dict[str, Sheets | Flow] = {}
    if "Ballot" in ballots.names:
        made["Ballot"] = sheets.ballot(entries, ballots.places, at)
    if "Count" in ballots.names:
        made["Count"] = count_sheet(entries, ballots.places, at)
    found: tuple[Phrase, ...] = ()
    if wish.tally:
        more, found = _decided(wish.tally, ballots.places, entries, at, key, gathered)
        made |= more
    for paper in made.values():
        check(paper)
    return made, found


def _decided(
    files: Sequence[Path],
    places: int,
    entries: Sequence[Entry],
    at: Setting,
    key: Path,
    gathered: Gathered,
) -> tuple[dict[str, Sheets | Flow], tuple[Phrase, ...]]:
    """Return the winners' sheet, or a ballot of those that are tied; and what the votes gave."""
    found, told = _counted(files, places, entries, gathered)
    won = ", ".join(map(str, found.winners))
    if found.tied:
        told += [phrase("Chosen so far, by number: {numbers}.", numbers=won)] if won else []
        numbers = ", ".join(map(str, found.tied))
        what = phrase("these numbers are tied: {numbers}.", numbers=numbers)
        mend = phrase(
            "Vote once more with the new ballot. Count those votes in a file of its own, and give "
            "it as one more --tally."
        )
        gathered.advise(Place(files[-1].name), what, mend)
        tied = [one for one in entries if one.number in found.tied]
        return {"New ballot": sheets.ballot(tied, found.left, at, again=True)}, tuple(told)
    _tell_years([one for one in entries if one.number in found.winners], key, gathered)
    told.append(phrase("Winners, by number: {numbers}.", numbers=won))
    told.append(phrase("Show and print only what the guardians have said yes to."))
    return {"Winners": sheets.winners(entries, found.winners, at)}, tuple(told)


def _tell_years(winners: Sequence[Entry], key: Path, gathered: Gathered) -> None:
    """Note the winners whose credit can tell neither year nor name."""
    bare = [str(one.number) for one in winners if not one.year and not one.name]
    if bare:
        *most, last = bare
        both = phrase("{most} and {last}", most=", ".join(most), last=last)
        numbers = both if most else last
        what = phrase(
            "neither year of school nor name stands at number {numbers}.", numbers=numbers
        )
        mend = phrase(
            "Fill in the year for number {numbers} in {file}, and make the winners' sheet again.",
            numbers=numbers,
            file=key.name,
        )
        gathered.advise(Place(key.name), what, mend)


def _counted(
    files: Sequence[Path], places: int, entries: Sequence[Entry], gathered: Gathered
) -> tuple[Outcome, list[Phrase]]:
    """Return who won, each file after the first being of those tied before; and votes by file."""
    numbers, found = tuple(one.number for one in entries), Outcome(())
    told = []
    for at, file in enumerate(files):
        if at and not found.tied:
            mend = phrase("Leave this file out.")
            raise fault(Place(file.name), phrase("there is no tie to vote on again."), mend)
        votes = tally.votes(file, numbers, gathered)
        gathered.close()
        if not any(votes.values()):
            raise fault(Place(file.name), phrase("no drawing has received a vote."), tally.MEND)
        found = once_more(found, votes) if at else outcome(votes, places)
        numbers = found.tied
        total = sum(votes.values())
        told.append(phrase("Votes counted in {file}: {count}.", file=file.name, count=total))
    return found, told


def place(folder: str, school: School, tongue: Language) -> str:
    """Return the school's place that the folder is named after, without its preposition, or ""."""
    own = language(school.language)
    for arena in school.arenas:
        name = str(arena.name)
        if folder.casefold() in (name.casefold(), own.short(name).casefold()):
            return tongue.short(str(school.translations.get(tongue.code, {}).get(name, name)))
    return ""


def _written(
    made: Mapping[str, Sheets | Flow],
    shelf: Shelf,
    own: tuple[Language, Path],
    places: int,
    counted: bool,
) -> Iterator[Line]:
    """Yield each file; what the votes no longer give is laid with the outdated ones."""
    spoken, letters = own
    painted = {
        name: press.paint(press.Task(paper, ("pdf",), letters))["pdf"]
        for name, paper in made.items()
    }
    for name, content in painted.items():
        other = made[name].language
        more = f", {spoken.facts['languages'][other]}" if other != spoken.code else ""
        target = f"{safe(spoken.say(name) + more)}.pdf"
        job = Job(CONTEST, name, (), other, "A4", False, "pdf", target)
        mark = {"look": digest(content), FOR: str(places)}
        yield shelf.put(job, (mark, 0.0), content, spoken.say("new"))
    if counted:
        gone = [name for name in OF_VOTES if name not in made]
        for target in list(shelf.ledger.made):
            if any(_is(target, name, spoken) for name in gone):
                yield from shelf.retire(target)
    shelf.ledger.close()

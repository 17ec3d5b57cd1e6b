"""The pupils' drawings: what is written of each, what guardians allow, where each one hangs."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from pipeline.intake import keys
from pipeline.language import Language, language
from pipeline.model import USES, Arena, Consent, Drawing, School
from pipeline.problems import Gathered, Place, Problem, Sourced, guess, phrase
from pipeline.readers.letters import tidy

if TYPE_CHECKING:
    from pipeline.readers import Node

LIST = "drawings.yaml"
PICTURES = (".jpg", ".jpeg", ".png", ".heic", ".heif", ".tif", ".tiff", ".webp", ".bmp")
SHORTEST_STEM, LONGEST_ENDING = 3, 3


@dataclass(frozen=True)
class Slip:
    """A consent slip as it is noted: the uses, until when, and a first name in the credit."""

    wall: bool = False
    weekplan: bool = False
    web: bool = False
    sweater: bool = False
    first_name: bool = False
    until: date | None = None
    withdrawn: bool = False


@dataclass(frozen=True)
class Entry:
    """What is written of one drawing."""

    file: Sourced
    shows: Sourced
    alt: Sourced
    year: int | None = None
    credit: Sourced | None = None
    consent: Slip = field(default_factory=Slip)


def drawn(node: Node, home: Path, tongue: str, gathered: Gathered) -> tuple[Drawing, ...]:
    """Return all drawings that the list tells of, allowed or not; `home` holds the files."""
    from pipeline.intake import forms

    code = keys.written_in(node)
    files = sorted(path.name for path in home.iterdir()) if home.is_dir() else []
    found = []
    for name, written in node.items():
        entry = forms.read(written, Entry, code, gathered)
        if entry is None:
            continue
        _look_at_file(entry, files, gathered)
        _look_at_alt(entry, gathered)
        credit = _credit(name, entry, language(tongue), code, gathered)
        slip = entry.consent
        uses = frozenset(use for use in USES if getattr(slip, use))
        consent = Consent(uses, slip.until, slip.withdrawn)
        plain = credit == _plain(entry.year, language(tongue))
        found.append(
            Drawing(
                str(name),
                str(entry.file),
                entry.shows,
                entry.alt,
                credit,
                consent,
                year=entry.year if plain else None,
            )
        )
    _tell_unlisted(files, node, gathered)
    return tuple(found)


def _look_at_file(entry: Entry, files: Sequence[str], gathered: Gathered) -> None:
    if entry.consent.withdrawn or tidy(entry.file) in map(tidy, files):
        return
    what = phrase("There is no file '{file}' in assets/drawings.", file=entry.file)
    pictures = [one for one in files if Path(one).suffix.casefold() in PICTURES]
    put = phrase("Put the file there, and write its name just as it is, without a folder.")
    gathered.error(entry.file.place, what, guess(entry.file, pictures) if pictures else put)


def _look_at_alt(entry: Entry, gathered: Gathered) -> None:
    stem = Path(entry.file).stem.casefold()
    said = entry.alt.casefold()
    if said in (stem, entry.file.casefold()) or re.fullmatch(r"\S+\.\w{3,4}", said):
        what = phrase("The text for those who can't see the drawing is only the file's name.")
        mend = phrase("Say what is drawn, such as: To barn bygger et tårn av klosser.")
        gathered.error(entry.alt.place, what, mend)


def _tell_unlisted(files: Sequence[str], node: Node, gathered: Gathered) -> None:
    entries = [one for one in node.values() if isinstance(one, dict)]
    told = {Path(str(words)).name.casefold() for one in entries for words in one.values()}
    for name in files:
        if Path(name).suffix.casefold() in PICTURES and tidy(name).casefold() not in told:
            what = phrase(
                "'{file}' in assets/drawings is not told of here, and is not used.", file=name
            )
            mend = phrase(
                "Write of it here what it shows and what the guardians allow, or delete it."
            )
            gathered.advise(Place(LIST), what, mend)


def _credit(name: str, entry: Entry, tongue: Language, code: str, gathered: Gathered) -> Sourced:
    """Return the credit as it is written; without a name where nobody has said yes to one."""
    place = entry.shows.place
    plain = _plain(entry.year, tongue)
    written = entry.credit
    if written is None:
        return Sourced(plain, place)
    if entry.consent.first_name or not _may_name(written, tongue):
        return written
    what = phrase("The guardians have not said yes to a name, so '{credit}' is used.", credit=plain)
    first_name = keys.own("first_name", code)
    mend = phrase(
        "Take the credit out, or write '{key}: ja' under the consent if they have.", key=first_name
    )
    gathered.advise(written.place, what, mend)
    return Sourced(plain, place)


def _plain(year: int | None, tongue: Language) -> str:
    return tongue.say("pupil, year {year}", year=year) if year else tongue.say("pupil")


def _may_name(credit: str, tongue: Language) -> bool:
    """Tell whether a word may be a child's name: it is no word of ours and no class."""
    nameless = tongue.facts.get("nameless", ())
    spoken = re.findall(r"\w+", credit.casefold())
    return any(word not in nameless and not re.search(r"\d", word) for word in spoken)


def good_until(drawings: Sequence[Drawing], today: date) -> date | None:
    """Return the last day on which every consent that holds today still holds."""
    ends = [one.consent.until for one in drawings if not one.consent.withdrawn and one.consent.uses]
    return min((day for day in ends if day and day >= today), default=None)


def hang(
    school: School, drawings: Sequence[Drawing], use: str, today: date
) -> tuple[School, tuple[Problem, ...]]:
    """Return the school with the drawings that may be used so today, and what to tell of them."""
    gathered = Gathered()
    tongue = language(school.language)
    allowed = [one for one in drawings if one.consent.covers(use, today)]
    for one in drawings:
        if one not in allowed:
            _tell_left_out(one, school, use, today, gathered)
        elif not any(shows(one, arena, tongue) for arena in _all_arenas(school)):
            names = [tongue.short(arena.name) for arena in school.arenas]
            what = phrase(
                "'{shows}' is no place in the matrices, so the drawing is not used.",
                shows=one.shows,
            )
            gathered.advise(one.shows.place, what, guess(one.shows, names))

    def hung(arena: Arena) -> Arena:
        return replace(arena, drawing=first(arena, allowed, tongue))

    matrices = tuple(replace(one, arenas=tuple(map(hung, one.arenas))) for one in school.matrices)
    there = replace(school, matrices=matrices, drawings=tuple(allowed))
    _tell_bare(there, drawings, gathered)
    _tell_rivals(there, allowed, gathered)
    return there, gathered.close()


def first(arena: Arena, allowed: Sequence[Drawing], tongue: Language) -> Drawing | None:
    """Return the first of the drawings that shows the arena."""
    return next((one for one in allowed if shows(one, arena, tongue)), None)


def _all_arenas(school: School) -> Iterator[Arena]:
    yield from (arena for one in school.matrices for arena in one.arenas)
    yield from school.year.arenas if school.year else ()


def shows(drawing: Drawing, arena: Arena, tongue: Language) -> bool:
    """Tell whether the drawing shows the arena: "skolegård" shows "I skolegården"."""
    one, other = (tongue.short(tidy(name)).casefold() for name in (drawing.shows, arena.name))
    short, long = sorted((one, other), key=len)
    ending = len(long) - len(short)
    near = (
        len(short) >= SHORTEST_STEM and ending <= LONGEST_ENDING and " " not in long[len(short) :]
    )
    return long == short or (near and long.startswith(short))


def _tell_left_out(
    drawing: Drawing, school: School, use: str, today: date, gathered: Gathered
) -> None:
    consent, name = drawing.consent, drawing.name
    mend = phrase("Ask the guardians anew if you want to use it again.")
    if consent.withdrawn:
        what = phrase(
            "The consent to '{name}' is withdrawn: it is left out of everything.", name=name
        )
        mend = phrase("Keep it noted here, or delete both this and the file.")
    elif not consent.uses:
        what = phrase("No consent is noted for '{name}': it is left out of everything.", name=name)
        mend = phrase(
            "Write under it what the guardians have said yes to, such as '{key}: ja'.",
            key=keys.own(use, school.language),
        )
    elif consent.until and consent.until < today:
        day = _written(consent.until)
        what = phrase("The consent to '{name}' ended on {day}.", name=name, day=day)
    else:
        what = phrase(NOT_FOR[use].text, name=name)
        mend = phrase("Ask the guardians if you want to use it there.")
    gathered.advise(drawing.shows.place, what, mend)


def _written(day: date) -> str:
    return f"{day.day}.{day.month}.{day.year}"


NOT_FOR = {
    "wall": phrase(
        "The guardians have not said yes to '{name}' on the wall: it is left out there."
    ),
    "weekplan": phrase(
        "The guardians have not said yes to '{name}' in week plans: it is left out there."
    ),
    "web": phrase("The guardians have not said yes to '{name}' on the web: it is left out there."),
    "sweater": phrase(
        "The guardians have not said yes to '{name}' on sweaters: it is left out there."
    ),
}


def _tell_bare(school: School, drawings: Sequence[Drawing], gathered: Gathered) -> None:
    """Note each arena that nobody has drawn; those without consent are told of already."""
    tongue = language(school.language)
    if not drawings and any(True for _ in school.arenas):
        what = phrase("There are no drawings yet: the posters are made without.")
        mend = phrase("Put them in assets/drawings and tell of them in assets/drawings.yaml.")
        gathered.advise(Place(LIST), what, mend)
        return
    for arena in school.arenas:
        if not any(shows(one, arena, tongue) for one in drawings):
            what = phrase("Nobody has drawn '{arena}' yet.", arena=arena.name)
            mend = phrase(
                "Ask a class to draw it, and tell of the drawing in assets/drawings.yaml."
            )
            gathered.advise(arena.name.place, what, mend)


def _tell_rivals(school: School, allowed: Sequence[Drawing], gathered: Gathered) -> None:
    tongue = language(school.language)
    for arena in school.arenas:
        for one in allowed:
            if one is not arena.drawing and arena.drawing and shows(one, arena, tongue):
                what = phrase(
                    "'{first}' shows '{arena}' already, so '{name}' is not used there.",
                    first=arena.drawing.name,
                    arena=arena.name,
                    name=one.name,
                )
                mend = phrase("Put the one that you want first.")
                gathered.advise(one.shows.place, what, mend)

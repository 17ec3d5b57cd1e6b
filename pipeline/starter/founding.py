"""Founds a school on what it has: its matrix, a logo and drawings become a folder to build in."""

from __future__ import annotations

import re
import shutil
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from pipeline import drawings, intake, starter
from pipeline.language import Language, language
from pipeline.model import School
from pipeline.problems import Faults, Phrase, Place, Problem, fault, phrase
from pipeline.starter import first_year, handed, pages, telltales
from pipeline.starter.chosen import chosen

MATRIX = "matriser"
PUPILS = "elev"
LONGEST_NAME = 60
README = "LES MEG.md"
ASK = phrase("Say which it is: --language nb or --language nn.")


@dataclass(frozen=True)
class Given:
    """What a school gives: its matrix, and if it has them a logo, drawings and its målform."""

    matrix: Path
    logo: Path | None = None
    drawings: Path | None = None
    language: str | None = None


@dataclass(frozen=True)
class Founded:
    """What was done and guessed, what the reader of the matrix noted, and what is not known."""

    language: str
    said: tuple[Phrase, ...]
    notes: tuple[Problem, ...]
    unknown: tuple[Problem, ...]


def found(folder: Path, given: Given, today: date) -> Founded:
    """Lay out a school in a new or empty folder, all of it or, with Faults, nothing.

    All is made in a folder of its own and taken in there as a build does; what was given is read
    and never changed.
    """
    starter.refuse_taken(folder)
    reading = intake.read_matrix_file(given.matrix)
    code, why = _maalform(reading, given)
    tongue = language(code)
    place = Place(given.matrix.name)
    arenas = tuple(dict.fromkeys(arena for one in reading.matrices for arena in one.arenas))
    matrix = MATRIX + given.matrix.suffix.lower()
    values = chosen(reading.matrices, place, tongue)
    pupils = [arena for one in reading.matrices if one.audience == PUPILS for arena in one.arenas]
    first = next(iter(pupils), "")
    facts = pages.Facts(name_of(folder, tongue), values, arenas, matrix, today, first)
    try:
        with TemporaryDirectory() as temporary:
            stage = Path(temporary) / "school"
            laid = _lay(stage, given, facts, tongue)
            unknown = (*laid.unknown, *_untitled(_take_in(stage, facts, place), matrix))
            _write(stage / README, pages.read_me(unknown, tongue))
            starter.put(stage, folder)
    except OSError:
        raise starter.closed(folder) from None
    names = ", ".join(value.name for value in values)
    told = (why, phrase("Values: {names}.", names=names))
    more = phrase("Places: {names}.", names=", ".join(arenas))
    notes = (*reading.notes, *laid.notes)
    return Founded(code, (*told, more, *laid.said), notes, unknown)


def _maalform(reading: Any, given: Given) -> tuple[str, Phrase]:
    """Return the målform that is asked for or guessed, and how it was found."""
    if given.language:
        name = language(given.language).name
        return given.language, phrase("Målform: {name} (as you asked).", name=name)
    texts = list(_texts(reading.matrices))
    guess = telltales.guessed(texts)
    if guess is None:
        counts = {code: one.total() for code, one in telltales.counted(texts).items()}
        what = phrase(
            "the words do not tell whether this is bokmål ({nb} telling words) or nynorsk ({nn}).",
            **counts,
        )
        raise fault(Place(given.matrix.name), what, ASK)
    name = language(guess.language).name
    if guess.count == 1:
        return guess.language, phrase(
            "Målform: {name} (guessed from '{word}').", name=name, word=guess.word
        )
    return guess.language, phrase(
        "Målform: {name} (guessed from '{word}', {count} times).",
        name=name,
        word=guess.word,
        count=guess.count,
    )


def _texts(matrices: Iterable[Any]) -> Iterator[str]:
    for one in matrices:
        yield from (one.title, *one.values, *one.arenas)
        yield from (line for row in one.cells.values() for lines in row.values() for line in lines)


def name_of(folder: Path, tongue: Language) -> str:
    """Return the school's name as the name of its folder tells it: "lia-skole" is Lia skole."""
    name = unicodedata.normalize("NFC", folder.resolve().name)
    name = "".join(one for one in name if unicodedata.category(one)[0] in "LMNPZ")
    if " " not in name.strip():
        name = re.sub("[-_]+", " ", name)
    name = " ".join(name.split())
    if not any(map(str.isalpha, name)) or len(name) > LONGEST_NAME:
        return tongue.say("Our school")
    return name[0].upper() + name[1:]


def _lay(stage: Path, given: Given, facts: pages.Facts, tongue: Language) -> Founded:
    """Make the whole folder; return what was done and what is not known."""
    shutil.copytree(starter.HERE / tongue.code, stage)
    for path in (stage / "sources").iterdir():
        path.unlink()
    shutil.copyfile(given.matrix, stage / "sources" / facts.matrix)
    school = pages.school_page(facts, tongue)
    unknown = list(school.unknown)
    _write(stage / pages.SCHOOL, str(school))
    year = first_year.year_page(facts.first_arena, facts.today, tongue)
    unknown += year.unknown
    _write(stage / first_year.YEAR, str(year))
    said = [_moved(given.matrix, f"sources/{facts.matrix}")]
    left: list[Problem] = []
    if given.logo:
        said.append(_lay_logo(stage, given.logo))
    if given.drawings:
        home = stage / "assets" / "drawings"
        taken, left = handed.drawings(given.drawings, home, facts.arenas, tongue)
        said += map(_told, taken)
        page = pages.drawings_page(taken, tongue)
        unknown += page.unknown
        if taken:
            _write(stage / pages.DRAWINGS, str(page))
    return Founded(tongue.code, tuple(said), tuple(left), tuple(unknown))


def _moved(given: Path, copy: str) -> Phrase:
    return phrase("'{file}' is copied to {copy}.", file=given.name, copy=copy)


def _write(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8", newline="\n")


def _lay_logo(stage: Path, logo: Path) -> Phrase:
    """Copy the logo, or raise Faults where it is none that the first build can clean."""
    file = handed.copied(logo, stage / "assets" / "logo", follow=True)
    if isinstance(file, Phrase):
        raise fault(Place(logo.name), file, phrase("Give the logo as a JPEG or PNG."))
    with TemporaryDirectory() as store:
        drawings.clean(file, Path(store), Place(logo.name), "logo")
    return _moved(logo, f"assets/{file.name}")


def _told(one: handed.Taken) -> Phrase:
    copy = f"assets/drawings/{one.file}"
    if one.arena is None:
        text = phrase("'{file}' is copied to {copy}; its name does not tell what it shows.")
        return phrase(text.text, file=one.given, copy=copy)
    text = phrase("'{file}' is copied to {copy}, and shows '{arena}'.")
    return phrase(text.text, file=one.given, copy=copy, arena=one.arena)


def _take_in(stage: Path, facts: pages.Facts, place: Place) -> School:
    """Read the new school as a build does; what is wrong is told at the file that was given."""
    try:
        return intake.take_in(stage, facts.today).school
    except Faults as faults:
        raise Faults(
            replace(one, place=replace(one.place, file=place.file))
            if one.place and one.place.file == facts.matrix
            else one
            for one in faults.problems
        ) from None


def _untitled(school: School, file: str) -> Iterator[Problem]:
    """Yield a problem where a matrix has no title but the name of its file."""
    if any(one.title.casefold() == MATRIX for one in school.matrices):
        what = phrase("The matrix has no title, and is called '{title}'.", title=MATRIX)
        mend = phrase("Write a title over it.")
        yield Problem(Place(f"sources/{file}"), what, mend, advice=True)

"""Takes a school's folder in: the records become a School, or all that is wrong is told."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from pipeline import readers
from pipeline.intake import (
    drawings,
    earlier,
    hanging,
    keys,
    matrices,
    own_letters,
    translate,
    year,
)
from pipeline.intake.translate import in_language, texts
from pipeline.model import Drawing, School, Year
from pipeline.problems import Faults, Gathered, Place, Problem, phrase, told
from pipeline.readers import Reading
from pipeline.year import good_until

__all__ = ["Intake", "as_json", "as_table", "in_language", "read_matrix_file", "take_in", "texts"]

SETTINGS = "skole.yaml"


@dataclass(frozen=True)
class Intake:
    """A school taken in for one use: it has the drawings that may be used so, without art yet.

    `good_until` is the last day on which all of this holds; `drawn` are all drawings, also those
    that nobody may use.
    """

    school: School
    notes: tuple[Problem, ...]
    good_until: date | None
    logo: Path | None
    drawn: tuple[Drawing, ...]
    today: date

    def for_use(self, use: str) -> Intake:
        """Return the same school for another use; the notes tell of that use alone."""
        school, notes = _hung(self.school, self.drawn, use, self.today)
        return replace(self, school=school, notes=notes)


def take_in(folder: Path, today: date, use: str = "wall") -> Intake:
    """Read all of a school's folder, or raise Faults with everything that is wrong there."""
    gathered = Gathered()
    school = _settings(folder, gathered)
    names = [str(value.name) for value in school.values] if school else []
    readings = matrices.read_files(folder, names, gathered)
    if school:
        found = matrices.joined(readings, school.values, gathered)
        found = earlier.compared(found, folder, school.values, gathered)
        school = replace(school, matrices=found)
    planned = _year(folder, school, today, gathered)
    drawn = _drawings(folder, school.language if school else "nb", gathered)
    if school:
        written = own_letters.read(folder, replace(school, year=planned), drawn, today, gathered)
        school = replace(school, letters=written)
    translations = translate.read_translations(folder, gathered)
    logo = _logo(folder / "assets", gathered)
    if school is None:
        raise Faults(gathered)
    gathered.close()
    school = replace(school, translations=translations, year=planned)
    translate.tell_stale(replace(school, drawings=drawn), translations, gathered)
    there, notes = _hung(school, drawn, use, today)
    ends = (drawings.good_until(drawn, today), planned and good_until(planned, today))
    until = min((day for day in ends if day), default=None)
    return Intake(there, (*gathered, *notes), until, logo, drawn, today)


def _hung(
    school: School, drawn: tuple[Drawing, ...], use: str, today: date
) -> tuple[School, tuple[Problem, ...]]:
    """Return the school with its drawings where they may be used, and what to tell of them."""
    there, notes = drawings.hang(school, drawn, use, today)
    there, more = hanging.in_week_plans(there, drawn, use, today)
    return there, (*notes, *more)


def _settings(folder: Path, gathered: Gathered) -> School | None:
    from pipeline.intake import forms

    try:
        node = readers.read_settings(folder / "sources" / SETTINGS)
    except Faults as faults:
        gathered.add(faults.problems)
        return None
    return forms.read(node, School, keys.written_in(node), gathered)


def _year(folder: Path, school: School | None, today: date, gathered: Gathered) -> Year | None:
    path = folder / "sources" / year.FILE
    if not path.exists():
        return None
    try:
        node = readers.read_settings(path)
    except Faults as faults:
        gathered.add(faults.problems)
        return None
    return year.read(node, school, today, gathered)


def _drawings(folder: Path, tongue: str, gathered: Gathered) -> tuple[Drawing, ...]:
    path = folder / "assets" / drawings.LIST
    if not path.exists():
        return ()
    try:
        node = readers.read_settings(path)
    except Faults as faults:
        gathered.add(faults.problems)
        return ()
    return drawings.drawn(node, folder / "assets" / "drawings", tongue, gathered)


def _logo(assets: Path, gathered: Gathered) -> Path | None:
    """Return the one picture in assets/ that is called logo, if there is one."""
    files = sorted(assets.iterdir()) if assets.is_dir() else []
    found = [
        path
        for path in files
        if path.stem.casefold() == "logo" and path.suffix.casefold() in drawings.PICTURES
    ]
    if len(found) > 1:
        what = phrase("There are {count} logos here.", count=len(found))
        mend = phrase("Keep one of them: {names}.", names=", ".join(path.name for path in found))
        gathered.error(Place("assets/"), what, mend)
    return found[0] if found else None


def read_matrix_file(path: Path, home: Path | None = None) -> Reading:
    """Read the matrices of any one file; the values of the school in `home` help to know them."""
    school = _settings(home, Gathered()) if home else None
    names = [str(value.name) for value in school.values] if school else []
    return readers.read_matrices(path, matrices.matrix_words(), names)


def as_json(readings: Iterable[Reading]) -> str:
    """Return the matrices of all files as one JSON list."""
    found = [one for reading in readings for one in readers.as_json(reading)]
    return json.dumps(found, ensure_ascii=False, indent=2)


def as_table(reading: Reading) -> str:
    """Return the matrices of a file as tables of plain text, in the user's language."""
    return readers.as_table(reading, told)

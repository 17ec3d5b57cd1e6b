"""The school's matrix files: read, and each matrix matched to the school's own values."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from pipeline import readers
from pipeline.intake.keys import same_word
from pipeline.language import codes, language
from pipeline.model import Arena, Matrix, Value
from pipeline.problems import Faults, Gathered, Place, Sourced, guess, phrase
from pipeline.readers import MatrixRecord, MatrixWords, Reading

BEGINS = "matrise"
MOST_ARENAS, GOOD_ARENAS = 6, 5


def matrix_words() -> MatrixWords:
    """Return the words by which headings are known, of all languages that have some."""
    found: dict[str, list[str]] = {one.name: [] for one in dataclasses.fields(MatrixWords)}
    for code in codes():
        facts = language(code).facts
        own: Mapping[str, list[str]] = facts.get("matrix_words") or {}
        if own:
            own = {"prepositions": facts["prepositions"], **own}
        for name, listed in own.items():
            found[name] += listed
    return MatrixWords(**{name: tuple(dict.fromkeys(all_)) for name, all_ in found.items()})


def read_files(folder: Path, values: Sequence[str], gathered: Gathered) -> list[Reading]:
    """Read each file in sources/ whose name begins with "matrise", and note what is wrong."""
    home = folder / "sources"
    paths = sorted(home.iterdir(), key=lambda path: (path.stem, path.suffix))
    files = [path for path in paths if path.name.casefold().startswith(BEGINS)]
    if not files:
        what = phrase("There is no file with the matrix text.")
        mend = phrase("Put it there as matriser.docx, .xlsx, .csv or .yaml.")
        gathered.error(Place("sources/"), what, mend)
    found = []
    words = matrix_words()
    for path in files:
        try:
            found.append(readers.read_matrices(path, words, values))
        except Faults as faults:
            gathered.add(faults.problems)
        else:
            gathered.add(found[-1].notes)
    return found


def joined(
    readings: Sequence[Reading], values: Sequence[Value], gathered: Gathered
) -> tuple[Matrix, ...]:
    """Return the matrices with their cells in the order of the school's values."""
    records = list(_once(readings, gathered))
    found = tuple(_matrix(record, values, gathered) for record in records)
    for audience in dict.fromkeys(one.audience for one in found):
        _tell_doubles([one for one in found if one.audience == audience], gathered)
    return found


def _once(readings: Sequence[Reading], gathered: Gathered) -> Iterator[MatrixRecord]:
    """Yield each matrix, but refuse one that an earlier file holds too."""
    first: dict[tuple[str, str], tuple[int, MatrixRecord]] = {}
    for at, reading in enumerate(readings):
        for record in reading.matrices:
            name = record.title.casefold(), record.audience
            file, twin = first.setdefault(name, (at, record))
            if file == at:
                yield record
                continue
            there = twin.title.place.file if twin.title.place else ""
            what = phrase("'{title}' stands in {file} as well.", title=record.title, file=there)
            mend = phrase("Keep the file that is right, and move the other out of sources/.")
            gathered.error(record.title.place, what, mend)


def _matrix(record: MatrixRecord, values: Sequence[Value], gathered: Gathered) -> Matrix:
    if len(record.arenas) > MOST_ARENAS:
        what = phrase("{count} places are too many for one matrix.", count=len(record.arenas))
        mend = phrase("Make two matrices, with at most {most} places in each.", most=GOOD_ARENAS)
        gathered.error(record.title.place, what, mend)
    elif len(record.arenas) > GOOD_ARENAS:
        what = phrase("{count} places make a crowded matrix.", count=len(record.arenas))
        mend = phrase("Make two matrices, with at most {most} places in each.", most=GOOD_ARENAS)
        gathered.advise(record.title.place, what, mend)
    columns = _columns(record, values, gathered)
    rows = {arena: record.cells[arena] for arena in record.arenas}
    arenas = [
        Arena(arena, tuple(row[name] if name else () for name in columns))
        for arena, row in rows.items()
    ]
    return Matrix(record.title, record.audience, tuple(arenas))


def _columns(
    record: MatrixRecord, values: Sequence[Value], gathered: Gathered
) -> list[Sourced | None]:
    """Return, for each of the school's values, the heading in the matrix that means it."""
    names = [str(value.name) for value in values]
    found: dict[str, Sourced] = {}
    strangers: list[Sourced] = []
    for heading in record.values:
        value = meant(heading, names)
        if value in found:
            what = phrase(
                "'{heading}' and '{twin}' are the same value.", heading=heading, twin=found[value]
            )
            mend = phrase("Bring the lines together under one heading.")
            gathered.error(heading.place, what, mend)
        elif value:
            found[value] = heading
        else:
            strangers.append(heading)
            what = phrase("'{heading}' is not one of the school's values.", heading=heading)
            gathered.error(heading.place, what, guess(heading, names))
    for name in names:
        if name not in found and not strangers:
            what = phrase("'{title}' says nothing of '{name}'.", title=record.title, name=name)
            mend = phrase("Give the value its heading, or take it out of skole.yaml.")
            gathered.error(record.title.place, what, mend)
    return [found.get(name) for name in names]


def meant(heading: str, names: Sequence[str]) -> str | None:
    """Return the value that a heading names, such as Respekt in "Vi viser respekt"."""
    exact = [name for name in names if same_word(name, heading)]
    near = exact or [name for name in names if readers.same_heading(name, heading)]
    return near[0] if len(near) == 1 else None


def _tell_doubles(matrices: Sequence[Matrix], gathered: Gathered) -> None:
    first: dict[str, Matrix] = {}
    for one in matrices:
        for arena in one.arenas:
            twin = first.setdefault(arena.name.casefold(), one)
            if twin is not one:
                what = phrase(
                    "'{arena}' stands in '{title}' as well.", arena=arena.name, title=twin.title
                )
                mend = phrase("Keep each place in one matrix.")
                gathered.error(arena.name.place, what, mend)

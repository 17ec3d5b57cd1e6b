"""The votes of a competition, counted on a sheet (.csv, .xlsx): by number, classes summed."""

from __future__ import annotations

import re
from collections.abc import Collection
from pathlib import Path

from pipeline.problems import Gathered, Phrase, Place, fault, guess, phrase
from pipeline.readers import ELSEWISE, door, readers
from pipeline.readers.grid import Cell, Found, Grid

KINDS = (".csv", ".tsv", ".xlsx")
PICK = phrase("Give the file with the counted votes (.csv or .xlsx).")
SUMS = {
    *("sum", "totalt", "total", "i alt", "til sammen", "til saman"),
    *("stemmer i alt", "røyster i alt", "votes in all"),
}
NOTHING = {"", "-", "–"}
WHOLE = re.compile(r"(\d{1,6})(?:[.,]0+)?")
NUMBERED = re.compile(
    r"(?:tegning|teikning|drawing)?\s*(?:nr\.?|nummer|number|no\.?)?\s*(\d{1,6})(?:\.0+|\.)?",
    re.IGNORECASE,
)
MEND = phrase("Write a whole number, such as 4.")
Rows = list[tuple[Cell, ...]]


def votes(path: Path, numbers: Collection[int], gathered: Gathered) -> dict[int, int]:
    """Return the votes of each number on the ballot; what can't be counted is noted."""
    found = _read(path)
    gathered.add(found.notes)
    counted = dict.fromkeys(numbers, 0)
    seen = False
    for grid in found.grids:
        rows = _upright(grid, numbers)
        met: dict[int, Cell] = {}
        for label, cells in _labelled(rows):
            seen = True
            _count(label, cells, (counted, met, gathered))
    if not seen:
        what = phrase("there are no numbers with votes here.")
        raise fault(Place(path.name), what, _example())
    return counted


def _example() -> Phrase:
    return phrase("Write the drawings' numbers in the first column, and their votes beside them.")


def _read(path: Path) -> Found:
    source = door.take_in(path, pick=PICK)
    suffix = path.suffix.casefold()
    if suffix not in KINDS:
        what = phrase("files that end in '{suffix}' are not read here.", suffix=suffix)
        raise fault(source.place, what, ELSEWISE.get(suffix) or guess(suffix, KINDS))
    read: Found = readers()[suffix].grids(source)
    return read


def _number(cell: Cell) -> int | None:
    match = NUMBERED.fullmatch(str(cell).strip())
    return int(match[1]) if match else None


def _upright(grid: Grid, numbers: Collection[int]) -> Rows:
    """Return the rows with the drawings' numbers in the first column, turned if they lie."""
    rows = [row for row in grid.rows if any(row)]
    if not rows:
        return []
    down = [_number(row[0]) for row in rows[1:]]
    across = [_number(cell) for cell in rows[0]]
    known = [one for one in across if one in numbers]
    bare = len(rows) == 2 and len(known) == len(set(known)) == len(across) == len(numbers) > 2
    lies = len(known) > 1 and not any(one is not None for one in down)
    if lies or bare:
        wide = range(max(map(len, rows)))
        return [tuple(row[at] for row in rows) for at in wide]
    return rows


def _labelled(rows: Rows) -> list[tuple[Cell, list[Cell]]]:
    """Return each line's label and its votes; the line of heads and all sums are left out."""
    first = next((at for at, row in enumerate(rows) if _number(row[0]) is not None), None)
    if first is None:
        return []
    heads = [row for row in rows[:first] if any(_votes(cell) is None for cell in row[1:])]
    rows = [row for row in rows if row not in heads]
    sums = {at for row in heads for at, cell in enumerate(row) if _is_sum(cell)}
    kept = [at for at in range(1, len(rows[0])) if at not in sums]
    found = [(row[0], [row[at] for at in kept]) for row in rows]
    return [one for one in found if not _is_sum(one[0])]


def _is_sum(cell: Cell) -> bool:
    return str(cell).strip().casefold() in SUMS


def _votes(cell: Cell) -> int | None:
    text = str(cell).strip()
    if text in NOTHING:
        return 0
    match = WHOLE.fullmatch(text)
    return int(match[1]) if match else None


def _count(
    label: Cell, cells: list[Cell], into: tuple[dict[int, int], dict[int, Cell], Gathered]
) -> None:
    counted, met, gathered = into
    number = _number(label)
    for cell in cells:
        if _votes(cell) is None:
            what = phrase("'{word}' is no number of votes.", word=str(cell).strip())
            gathered.error(cell.place, what, MEND)
    given = sum(_votes(cell) or 0 for cell in cells)
    if number is None:
        if given:
            what = phrase("votes for '{word}' are not counted: {count}.", count=given, word=label)
            mend = phrase("Are they spoiled ballots? Else write the drawing's number.")
            gathered.advise(label.place, what, mend)
    elif number not in counted:
        what = phrase("there is no drawing number {number} on the ballot.", number=number)
        listed = ", ".join(map(str, sorted(counted)))
        mend = phrase("Write one of {numbers}, or 'spoiled'.", numbers=listed)
        gathered.error(label.place, what, mend)
    elif number in met:
        what = phrase("number {number} stands here once more.", number=number)
        mend = phrase("Write all its votes on one line: it stands first in {place}.")
        mend = phrase(mend.text, place=met[number].place)
        gathered.error(label.place, what, mend)
    else:
        met[number] = label
        counted[number] += given

"""Earlier versions of the matrices: found among what is kept, and compared with those of now."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from pipeline import readers
from pipeline.intake import matrices
from pipeline.model import Change, Matrix, Value
from pipeline.problems import Faults, Gathered, Phrase, Say, Sourced, phrase
from pipeline.readers import Reading
from pipeline.readers.show import AUDIENCES
from pipeline.wording.changes import alike, compare

HOME = "tidligere"
SAME = 0.5  # two matrices that have less in common are two, not one and its earlier version


@dataclass(frozen=True)
class Comparison:
    """A matrix, the values that it is ordered by, and all that has changed in it."""

    title: Sourced
    audience: str
    values: tuple[str, ...]
    changes: tuple[Change, ...]


def compared(
    now: Sequence[Matrix], folder: Path, values: Sequence[Value], gathered: Gathered
) -> tuple[Matrix, ...]:
    """Return the matrices, each with what has changed since its newest earlier version.

    The newest is the last by name in sources/tidligere: "matriser 10" comes after "matriser 9".
    A file that can't be read is told of as advice: it stops nothing.
    """
    found: dict[int, Matrix] = {}
    for path in sorted(_files(folder / "sources" / HOME), key=_by_number, reverse=True):
        if len(found) == len(now):
            break
        there = list(_there(path, values, gathered))
        for at, one in enumerate(now):
            best = max(there, key=lambda old: alike(old, one), default=None)
            if at not in found and best and alike(best, one) >= SAME:
                found[at] = best
    return tuple(
        replace(one, changes=compare(found[at], one)) if at in found else one
        for at, one in enumerate(now)
    )


def _files(home: Path) -> Iterator[Path]:
    for path in home.iterdir() if home.is_dir() else ():
        is_ours = not path.name.startswith((".", "~$"))
        if is_ours and path.suffix.lower() in readers.readers() and path.is_file():
            yield path


def _by_number(path: Path) -> list[tuple[int, str]]:
    """Return what sorts names as people do: numbers by their size."""
    pieces = re.split(r"(\d+)", path.stem.casefold())
    return [(int(one), "") if one.isdecimal() else (-1, one) for one in pieces]


def _there(path: Path, values: Sequence[Value], gathered: Gathered) -> tuple[Matrix, ...]:
    names = [str(value.name) for value in values]
    try:
        reading = readers.read_matrices(path, matrices.matrix_words(), names)
    except Faults as faults:
        gathered.add(replace(one, advice=True) for one in faults.problems)
        return ()
    return _laid(reading, values)


def comparisons(old: Path, new: Path) -> tuple[Comparison, ...]:
    """Return what has changed from one matrix file to the other, matrix by matrix."""
    before, after = (readers.read_matrices(one, matrices.matrix_words()) for one in (old, new))
    names = tuple(_values(after, before))
    values = tuple(Value(name, Sourced(""), "", "") for name in names)
    was, now = (list(_laid(one, values)) for one in (before, after))
    found = []
    for one in now:
        best = max(was, key=lambda old: alike(old, one), default=None)
        if best is None or alike(best, one) < SAME:
            best = Matrix(one.title, one.audience, ())
        else:
            was.remove(best)
        found.append((one.title, one.audience, compare(best, one)))
    gone = [(one.title, one.audience, compare(one, replace(one, arenas=()))) for one in was]
    plain = tuple(map(str, names))
    return tuple(
        Comparison(title, audience, plain, changes) for title, audience, changes in (*found, *gone)
    )


def _values(*readings: Reading) -> Iterator[Sourced]:
    """Yield every value in the files, each once, however it is written."""
    met: list[Sourced] = []
    for reading in readings:
        for heading in (value for one in reading.matrices for value in one.values):
            if not any(readers.same_heading(heading, one) for one in met):
                met.append(heading)
                yield heading


def _laid(reading: Reading, values: Sequence[Value]) -> tuple[Matrix, ...]:
    """Return the matrices by these values; a value that one of them lacks is empty there."""
    return matrices.joined([reading], values, Gathered())


def changes_as_json(found: Sequence[Comparison]) -> str:
    """Return the changes as one JSON list, a matrix each."""
    listed = [
        {
            "title": str(one.title),
            "audience": one.audience,
            "changes": [_plain(change, one.values) for change in one.changes],
        }
        for one in found
    ]
    return json.dumps(listed, ensure_ascii=False, indent=2)


def _plain(change: Change, values: Sequence[str]) -> dict[str, Any]:
    told: dict[str, Any] = {"kind": change.kind, "arena": str(change.arena)}
    if change.value is not None:
        told["value"] = values[change.value]
    for name in ("now", "before"):
        if words := getattr(change, name):
            told[name] = str(words)
    if change.origin:
        told["from"] = {"arena": str(change.origin[0]), "value": values[change.origin[1]]}
    return told


def changes_as_lines(found: Sequence[Comparison], say: Say) -> Iterator[str]:
    """Yield the changes as lines of text, in the user's language."""
    for at, one in enumerate(found):
        if at:
            yield ""
        yield f"{one.title} ({say(AUDIENCES[one.audience])})"
        for change in one.changes:
            yield f"  {say(_told(change, one.values))}"
        if not one.changes:
            yield f"  {say(phrase('nothing has changed'))}"


def _told(change: Change, values: Sequence[str]) -> Phrase:
    """Return one change as a sentence."""
    place = str(change.arena)
    if change.value is not None:
        place += f", {values[change.value]}"
    fields: dict[str, object] = {"place": place, "now": change.now, "before": change.before}
    if change.origin:
        arena, value = change.origin
        fields["origin"] = f"{arena}, {values[value]}"
    return phrase(SENTENCES[change.kind].text, **fields)


SENTENCES = {
    "new": phrase("{place}: new: {now}"),
    "changed": phrase("{place}: {now} (before: {before})"),
    "moved": phrase("{place}: {now} (moved from {origin})"),
    "gone": phrase("{place}: taken out: {before}"),
    "renamed": phrase("{now} (before: {before})"),
}

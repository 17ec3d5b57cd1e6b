"""A school taken in once: what was read is remembered until a file or the day is another."""

from __future__ import annotations

import pickle
from datetime import date
from pathlib import Path
from typing import NamedTuple

from pipeline import cache
from pipeline.build import ledger
from pipeline.model import Drawing, School
from pipeline.problems import Problem


class Taken(NamedTuple):
    """What the papers of a school are composed from; without its readers, so that it is light."""

    school: School
    notes: tuple[Problem, ...]
    good_until: date | None
    logo: Path | None
    drawn: tuple[Drawing, ...]


def taken(folder: Path, today: date) -> Taken:
    """Return the school of the folder as the intake gives it; raise its Faults."""
    now = ledger.digest(repr((ledger.inputs(folder), today)).encode()).encode()
    kept = cache.folder("schools") / ledger.digest(str(folder.resolve()).encode())
    try:
        mark, _, content = kept.read_bytes().partition(b"\n")
    except OSError:
        mark = b""
    if mark == now:
        found: Taken = pickle.loads(content)
        return found
    from pipeline.intake import take_in
    from pipeline.wording import lint

    read = take_in(folder, today)
    notes = (*read.notes, *lint(read.school))
    found = Taken(read.school, notes, read.good_until, read.logo, read.drawn)
    cache.write(kept, now + b"\n" + pickle.dumps(found))
    return found

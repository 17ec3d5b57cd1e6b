"""A poster that was built, with all that the school wants said on it."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from io import BytesIO
from pathlib import Path

import pikepdf

from pipeline import intake
from pipeline.build.ledger import Ledger
from pipeline.language import codes, language
from pipeline.model import Arena, Matrix, School
from pipeline.year.monthly import edition
from tests.consumers.printing import TODAY

Expected = Callable[[School, School, str], tuple[str, list[str], list[Arena]]]


@dataclass(frozen=True)
class Poster:
    """A PDF, what it was asked to be, and what must be read and seen on it, in order."""

    file: str
    content: bytes
    language: str
    paper: str
    landscape: bool
    title: str
    says: tuple[str, ...]
    alts: tuple[str, ...]
    logo: str
    originals: tuple[str, ...]

    @cached_property
    def pdf(self) -> pikepdf.Pdf:
        """The document, opened."""
        return pikepdf.open(BytesIO(self.content))


def posters_of(home: Path) -> list[Poster]:
    """Return every PDF that the build's ledger knows of and that we know what to expect of."""
    out = home / "output"
    school = intake.take_in(home, TODAY).school
    spoken = {code: intake.in_language(school, code)[0] for code in codes()}
    originals = tuple(path.name for path in (home / "assets").rglob("*.jpg"))
    jobs = [(file, entry.job) for file, entry in Ledger.open(out).made.items()]
    return [
        _poster(file, (out / file).read_bytes(), job, (school, spoken), originals)
        for file, job in jobs
        if file.endswith(".pdf") and job["product"] in EXPECTED
    ]


def _poster(file: str, content: bytes, job: dict, schools: tuple, originals: tuple) -> Poster:
    school, spoken = schools
    there = spoken[job["language"]]
    title, says, drawn = EXPECTED[job["product"]](school, there, job["subject"])
    alts = tuple(str(arena.drawing.alt) for arena in drawn if arena.drawing)
    logo = language(job["language"]).say("The logo of {school}", school=school.name)
    as_asked = job["language"], job["paper"], job["landscape"]
    return Poster(file, content, *as_asked, title, tuple(says), alts, logo, originals)


def _arena(school: School, there: School, subject: str) -> tuple[str, list[str], list[Arena]]:
    at = [str(arena.name) for arena in school.arenas].index(subject)
    arena = tuple(there.arenas)[at]
    says = [str(arena.name)]
    for value, lines in zip(there.values, arena.cells, strict=True):
        says += [str(value.name), *map(str, lines)]
    return str(arena.name), says, [arena]


def _matrix(school: School, there: School, subject: str) -> tuple[str, list[str], list[Arena]]:
    matrix = _of(school, there, subject)
    says = [str(matrix.title), *(str(value.name) for value in there.values)]
    for arena in matrix.arenas:
        says += [str(arena.name), *(str(line) for lines in arena.cells for line in lines)]
    return str(matrix.title), says, list(matrix.arenas)


def _of(school: School, there: School, subject: str) -> Matrix:
    at = [str(matrix.title) for matrix in school.matrices].index(subject)
    return there.matrices[at]


def _bare(expected: Expected) -> Expected:
    """Return the same without any drawing."""

    def expect(school: School, there: School, subject: str) -> tuple[str, list[str], list[Arena]]:
        title, says, _ = expected(school, there, subject)
        return title, says, []

    return expect


def _changes(school: School, there: School, subject: str) -> tuple[str, list[str], list[Arena]]:
    matrix = _of(school, there, subject)
    says, place = [str(matrix.title)], ""
    for change in matrix.changes:
        says += [str(change.arena)] * (change.arena != place)
        place = change.arena
        says += [str(words) for words in dict.fromkeys((change.now, change.before)) if words]
    return str(matrix.title), says, []


def _monthly(school: School, there: School, subject: str) -> tuple[str, list[str], list[Arena]]:
    monthly = edition(there, subject)
    at = monthly.value if monthly.value is not None else 0
    says = [monthly.arena.name, there.values[at].name, monthly.arena.cells[at][0], monthly.question]
    return str(monthly.arena.name), [str(one) for one in says], [monthly.arena]


EXPECTED = {
    "monthly_insert": _monthly,
    "arena_poster": _arena,
    "matrix_poster": _matrix,
    "adult_poster": _bare(_matrix),
    "adult_sheet": _bare(_matrix),
    "changes": _changes,
    "proposal": _bare(_matrix),
    "pupil_proposal": _bare(_arena),
}

"""A poster that was built, with all that the school wants said on it."""

from dataclasses import dataclass
from functools import cached_property
from io import BytesIO
from pathlib import Path

import pikepdf

from pipeline import intake
from pipeline.build.ledger import Ledger
from pipeline.language import codes, language
from pipeline.model import Arena, School
from tests.consumers.printing import TODAY


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
    at = [str(matrix.title) for matrix in school.matrices].index(subject)
    matrix = there.matrices[at]
    says = [str(matrix.title), *(str(value.name) for value in there.values)]
    for arena in matrix.arenas:
        says += [str(arena.name), *(str(line) for lines in arena.cells for line in lines)]
    return str(matrix.title), says, list(matrix.arenas)


EXPECTED = {"arena_poster": _arena, "matrix_poster": _matrix}

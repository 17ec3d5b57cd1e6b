"""A matrix as headings and lists: for screen readers, for phones, and to read aloud."""

from __future__ import annotations

from pipeline.model import School
from pipeline.paper.flow import Flow
from pipeline.paper.listed import listed
from pipeline.paper.prose import Prose
from pipeline.paper.sheet import SIZES
from pipeline.problems import Sourced, phrase
from pipeline.products import Desk, chosen, matrices

TITLE = "Matrices as text"
FOR = phrase("To read aloud, and to read on a phone.")
LANDSCAPE = False
WISHED = False
PAPERS = ("A4",)
FORMATS = ("docx", "pdf", "txt")
MARGINS = (20.0, 15.0, 20.0, 14.0)  # mm
SIZE = 12.0  # pt


def subjects(school: School) -> tuple[Sourced, ...]:
    """Return the matrices' names."""
    return tuple(matrices(school))


def arenas(school: School, subject: str) -> tuple[str, ...]:
    """Return the arenas of the matrix."""
    return tuple(str(one.name) for one in chosen(matrices(school), subject).arenas)


def write(subject: str, desk: Desk) -> Flow:
    """Return the matrix, each place with its values, each value with its lines."""
    matrix, say = chosen(matrices(desk.school), subject), desk.language.say
    page = SIZES["A4"]
    prose = Prose(desk.look, SIZE, page[0] - MARGINS[0] - MARGINS[2])
    adult = matrix.audience == "voksen"
    over = say("We adults at {school}", school=desk.school.name) if adult else desk.school.name
    lead = say("Shared expectations of all adults")
    if not adult:
        lead = say("Shared expectations of all children and adults")
    return Flow(
        title=f"{matrix.title} – {desk.school.name}",
        language=desk.language.code,
        blocks=(
            *prose.opening(over, matrix.title, lead),
            *listed(matrix, desk.school.values, prose, 2),
        ),
        subject=lead,
        page=page,
        margins=MARGINS,
        foot=prose.foot(desk.school, desk.language, matrix.title),
    )

"""A school with a matrix for pupils and one for adults, in which something has changed."""

from dataclasses import replace

from pipeline.model import Matrix
from pipeline.problems import Sourced
from pipeline.wording.changes import compare
from tests.products.sample import AT, YARD, arena, school

NAMES = ("adult_poster", "adult_sheet", "changes", "proposal", "pupil_proposal")
GROWN = (
    ("Jeg hilser på elevene med navn", "Jeg lytter før jeg svarer"),
    ("Jeg er ute i tide",),
    ("Jeg legger merke til det gode",),
    ("Jeg prøver nye ting",),
    ("Jeg ler sammen med barna",),
)
BEFORE = (
    ("Jeg venter på min tur", "Jeg rydder lekene på plass"),
    ("Jeg går inn når det ringer", "Jeg tar på meg jakken"),
    ("Jeg trøster og henter hjelp",),
    ("Jeg prøver nye leker",),
    ("Jeg heier på de andre",),
)


def both(count: int = 3, **more):
    """The school, with so many values."""
    one = school(arena(cells=YARD[:count]), arena("I gangen", YARD[:count][::-1]), **more)
    (pupils,) = one.matrices
    before = replace(pupils, arenas=(arena(cells=BEFORE[:count]),))
    adults = (arena(cells=GROWN[:count]), arena("Med hjemmet", GROWN[:count][::-1]))
    standard = Matrix(Sourced("Voksenstandard", AT), "voksen", adults)
    pupils = replace(pupils, changes=compare(before, pupils))
    return replace(one, matrices=(pupils, standard))

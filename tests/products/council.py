"""The pupils' council's papers of a school that has classes, and of odd ones."""

from dataclasses import replace

from pipeline.model import Stage
from pipeline.paper.flow import Flow
from pipeline.problems import Sourced
from pipeline.products import kinds, product
from tests.products.sample import arena, desk
from tests.products.staff import FULL, LONG, NAMED, ODD, YARD, staffed

COUNCIL = ("talking_card", "comment_form", "contest_call", "entry_sheet", "sweater_proposal")
STAGES = (
    Stage(Sourced("Småtrinn"), tuple(map(Sourced, ("1A", "1B", "2A", "2B", "3A", "3B", "4A")))),
    Stage(Sourced("Mellomtrinn"), tuple(map(Sourced, ("5A", "6A", "7A")))),
    Stage(Sourced("SFO"), (Sourced("SFO 1"),)),
)
SCHOOL = replace(FULL, stages=STAGES)
PLACES = (
    *("På skoleveien", "I skolegården", "I garderoben", "I gangen", "I klasserommet"),
    "Ved matpausen",
)
MANY = replace(
    SCHOOL,
    matrices=(replace(FULL.matrices[0], arenas=tuple(arena(name) for name in PLACES)),),
)
SCHOOLS = {
    **{name: replace(one, stages=STAGES) for name, one in ODD.items()},
    "no classes": replace(FULL, stages=()),
    "a stage without classes": replace(FULL, stages=(Stage(Sourced("Småtrinn")),)),
    "one class": replace(FULL, stages=(Stage(Sourced("Skolen"), (Sourced("1–7"),)),)),
    "six places": MANY,
    "all that is long": replace(staffed(YARD, name=PLACES[0]), name=NAMED, stages=STAGES),
    "long values": replace(staffed(names=LONG), stages=STAGES),
}


def papers(name: str, school, code: str = "nb"):
    """Yield the product's papers of all its subjects, in each of its kinds."""
    one = product(name)
    for subject in one.subjects(school):
        for kind in kinds(name):
            verb = one.write if kind is Flow else one.compose
            yield verb(str(subject), desk(school, "A4", one.LANDSCAPE, code))

"""The council's gathering sheet: what the talking cards say of each place, and what we answer.

The classes' own sheets, place by place, are the proposals for classes (`pupil_proposal`).
"""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.model import Matrix, School
from pipeline.paper.flow import Block, Flow, Words
from pipeline.paper.prose import Inline, Prose, filling
from pipeline.paper.sheet import SIZES
from pipeline.problems import Sourced, phrase
from pipeline.products import Desk, chosen

TITLE = "Comment forms"
FOR = phrase("For the pupils' council, to gather what the classes think.")
LANDSCAPE = True
WISHED = False
PAPERS = ("A4",)
FORMATS = ("docx", "pdf")
TOGETHER = "Pupils' council"
FILES = {"A4": "Comment form"}
MARGINS = (15.0, 12.0, 15.0, 11.0)  # mm
SIZE = 10.5  # pt
ROW = 44.0  # mm to write in, at most
GLUE = "\N{NO-BREAK SPACE}"


def subjects(school: School) -> tuple[Sourced, ...]:
    """Return the pupils' matrices."""
    return tuple(_matrices(school))


def arenas(school: School, subject: str) -> tuple[str, ...]:
    """Return the arenas of the matrix."""
    return tuple(str(one.name) for one in chosen(_matrices(school), subject).arenas)


def _matrices(school: School) -> dict[Sourced, Matrix]:
    return {one.title: one for one in school.matrices_for("elev")}


def write(subject: str, desk: Desk) -> Flow:
    """Return the page that the classes' cards are gathered on, with what the council answers."""
    matrix = chosen(_matrices(desk.school), subject)
    say, (short, long) = desk.language.say, SIZES["A4"]
    prose = Prose(desk.look, SIZE, long - MARGINS[0] - MARGINS[2])
    lead = say("Count the classes, write what they say, and never who said it.")
    opening = prose.opening(
        f"{desk.school.name}: {matrix.title}", say("What do the classes think?"), lead
    )
    head = (*opening, _cards(desk, prose))
    blocks = filling(
        lambda row: (*head, *_places(matrix, desk, prose, row)),
        prose.width,
        short - MARGINS[1] - MARGINS[3],
        ROW,
    )
    return Flow(
        title=say("{title}: {focus}", title=say("Comment form"), focus=matrix.title),
        language=desk.language.code,
        blocks=blocks,
        subject=say("For the pupils' council, to gather what the classes think."),
        page=(long, short),
        margins=MARGINS,
        foot=prose.foot(desk.school, desk.language, say("Comment form"), str(matrix.title)),
    )


def _cards(desk: Desk, prose: Prose) -> Words:
    """Return a box to tick for each class's card, or room to write where no class is known."""
    names = [str(name) for stage in desk.school.taught for name in stage.classes]
    asked = prose.run(desk.language.say("Tick the cards you have:"), bold=True)
    if not names:
        return prose.said(asked, f" {'_' * 60}")

    def boxes() -> Iterator[Inline]:
        for name in names:
            yield "  "
            yield prose.tick()
            yield f"{GLUE}{name.replace(' ', GLUE)}"

    return prose.said(asked, *boxes())


def _places(matrix: Matrix, desk: Desk, prose: Prose, row: float) -> tuple[Block, ...]:
    """Return where the council writes place by place what the cards say, and what it answers."""
    say = desk.language.say
    heads = (
        say("Place"),
        say("Clear to all, how many classes"),
        say("Good as it is, how many classes"),
        say("Classes would rather say"),
        say("What we answer the PALS team"),
    )
    rows = [
        ((prose.said(desk.language.short(str(one.name)), bold=True, after=0),), (), (), (), ())
        for one in matrix.arenas
    ]
    return (prose.table(heads, rows, (34, 32, 34, 83, 83), row),)

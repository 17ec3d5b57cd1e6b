"""The council's gathering sheet: what the talking cards say of each place, and what we answer.

The classes' own sheets, place by place, are the proposals for classes (`pupil_proposal`).
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from itertools import pairwise

from pipeline.model import Matrix, School
from pipeline.paper.fit import width
from pipeline.paper.flow import Block, Flow, Words
from pipeline.paper.prose import SURE, Inline, Prose, filling
from pipeline.paper.sheet import SIZES
from pipeline.paper.style import MM, Style
from pipeline.problems import Sourced, phrase
from pipeline.products import Desk, chosen, pupils_matrices

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
APART = "  "  # before a box


def subjects(school: School) -> tuple[Sourced, ...]:
    """Return the pupils' matrices."""
    return tuple(pupils_matrices(school))


def arenas(school: School, subject: str) -> tuple[str, ...]:
    """Return the arenas of the matrix."""
    return tuple(str(one.name) for one in chosen(pupils_matrices(school), subject).arenas)


def write(subject: str, desk: Desk) -> Flow:
    """Return the page that the classes' cards are gathered on, with what the council answers."""
    matrix = chosen(pupils_matrices(desk.school), subject)
    say, (short, long) = desk.language.say, SIZES["A4"]
    prose = Prose(desk.look, SIZE, long - MARGINS[0] - MARGINS[2])
    lead = say("Count the classes, write what they say, and never who said it.")
    opening = prose.opening(
        f"{desk.school.name}: {matrix.title}", say("What do the classes think?"), lead
    )
    head = (*opening, *_cards(desk, prose))
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


def _cards(desk: Desk, prose: Prose) -> Iterator[Words]:
    """Yield a box to tick for each class's card, or room to write where no class is known.

    They stand beside what is asked, or where that is too narrow below it, in lines as even as can
    be.
    """
    names = [str(name) for stage in desk.school.taught for name in stage.classes]
    said = desk.language.say("Tick the cards you have:")
    asked = prose.run(said, bold=True)
    if not names:
        yield prose.said(asked, f" {'_' * 60}")
        return
    plain, bold = (Style(desk.look.letters(one, SIZE)) for one in ("cell", "heading"))
    wide = sum(width(f"{APART}{GLUE}{name}", plain, SIZE) + SIZE * MM for name in names)
    if width(said, bold, SIZE) + wide <= prose.width * SURE:
        yield prose.said(asked, APART, *_boxes(names, prose))
        return
    yield prose.said(asked, after=1)
    lines = math.ceil(wide / (prose.width * SURE))
    ends = [len(names) * at // lines for at in range(lines + 1)]
    for first, end in pairwise(ends):
        yield prose.said(*_boxes(names[first:end], prose), after=5.0 if end == ends[-1] else 1.0)


def _boxes(names: Sequence[str], prose: Prose) -> Iterator[Inline]:
    for at, name in enumerate(names):
        if at:
            yield APART
        yield prose.tick()
        yield f"{GLUE}{name.replace(' ', GLUE)}"


def _places(matrix: Matrix, desk: Desk, prose: Prose, row: float) -> tuple[Block, ...]:
    """Return where the council writes place by place what the cards say, and what it answers."""
    say = desk.language.say
    heads = (
        say("Place"),
        say("Clear to everyone, how many classes"),
        say("Good as it is, how many classes"),
        say("Classes would rather say, or this is missing"),
        say("What we answer the PALS team"),
    )
    rows = [
        ((prose.said(desk.language.short(str(one.name)), bold=True, after=0),), (), (), (), ())
        for one in matrix.arenas
    ]
    return (prose.table(heads, rows, (34, 32, 34, 83, 83), row),)

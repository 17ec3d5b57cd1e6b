"""The entry sheet of a drawing competition: a frame to draw in, and the guardians' slip below."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from pipeline.paper import contests
from pipeline.paper.flow import Block, Flow, Sketch, Words
from pipeline.paper.outlines import rounded
from pipeline.paper.pen import cut_line
from pipeline.paper.prose import Prose
from pipeline.paper.sheet import SIZES, Box, Shape
from pipeline.problems import Phrase, phrase
from pipeline.products import Desk

TITLE = "Entry sheets"
FOR = phrase("For each pupil who takes part in a drawing competition.")
LANDSCAPE = False
WISHED = False
PAPERS = ("A4",)
FORMATS = ("pdf",)
TOGETHER = "Pupils' council"
FILES = {"A4": "Entry sheet"}
subjects, arenas = contests.subjects, contests.arenas
MARGINS = (15.0, 9.0, 15.0, 8.0)  # mm
SIZE = 10.5  # pt
FRAME = (180.0, 120.0)  # mm: as large as the page and the slip let it be
EDGE, FIELD = 0.5, 9.0
APART = 8.0  # pt between the slip's parts
USES: tuple[Phrase, ...] = (
    phrase("on the walls at school"),
    phrase("in week plans and letters home"),
    phrase("on the school's web pages"),
    phrase("on school sweaters"),
    phrase("The first name may stand beside the drawing"),
)


def write(subject: str, desk: Desk) -> Flow:
    """Return the sheet: the drawing above a line to cut along, names below it alone."""
    say, page = desk.language.say, SIZES["A4"]
    placed = not contests.is_of_logo(desk.school, subject)
    prose = Prose(desk.look, SIZE, page[0] - MARGINS[0] - MARGINS[2])
    kind = desk.language.tell(contests.KINDS[placed])
    return Flow(
        title=say("{title}: {focus}", title=say("Entry sheet"), focus=kind),
        language=desk.language.code,
        blocks=(*_drawing(kind, placed, desk, prose), *_slip(desk, prose)),
        subject=say("For each pupil who takes part in a drawing competition."),
        page=page,
        margins=MARGINS,
    )


def _drawing(kind: str, placed: bool, desk: Desk, prose: Prose) -> Iterator[Block]:
    """Yield title, frame, fields for the number and, if `placed`, the place, and where to cut."""
    say, look = desk.language.say, desk.look
    yield prose.title(kind, 16, after=2)
    yield prose.said(say("Draw within the frame. Do not write your name here."), after=0)
    left, up = FRAME
    frame = rounded(Box(EDGE / 2, EDGE / 2, left - EDGE, up - EDGE), 3.0)
    yield Sketch((Shape(frame, stroke=look.ink, width=EDGE),), *FRAME, before=4, after=4)
    fields = [say("The drawing's number: {blank}", blank="_" * 8)]
    if placed:
        fields.insert(0, say("The place I have drawn: {blank}", blank="_" * 36))
    yield prose.said("      ".join(fields), bold=True, after=3)
    yield prose.said(
        say("A teacher writes the same number on the slip, and cuts off the slip."), after=0
    )
    cut = cut_line((0, 0.5), (prose.width, 0.5), look.quiet)
    yield Sketch((cut,), prose.width, 1.0, before=5, after=0)


def _slip(desk: Desk, prose: Prose) -> Iterator[Block]:
    """Yield the slip that guardians fill in."""
    say, tell = desk.language.say, desk.language.tell
    yield prose.heading(say("Consent from a guardian"))
    heads = say("Pupil's name"), say("Class"), say("The drawing's number")
    yield prose.table(heads, [((), (), ())], (5, 2, 2), FIELD)
    owned = say("The pupil owns the drawing. What may the school use it for?")
    yield replace(prose.said(owned, bold=True, after=3), before=APART)
    rows: list[Sequence[Sequence[Words]]] = [
        ((prose.said(tell(one), after=0),), (_box(prose),), (_box(prose),)) for one in USES
    ]
    yield prose.table((say("Use"), say("Yes"), say("No")), rows, (8, 1, 1))
    yield Sketch((), prose.width, 0.1, before=APART)
    ends = say("The consent lasts until (day)"), say("Date"), say("Guardian's signature")
    yield prose.table(ends, [((), (), ())], (3, 2, 5), FIELD)
    ask = desk.school.contact.email or desk.school.contact.phone or desk.school.contact.name
    back = say("You can withdraw your consent at any time: tell the school.")
    if ask:
        back = say("You can withdraw your consent at any time: tell {contact}.", contact=ask)
    out = say("Then we take the drawing out of all that we make.")
    yield replace(prose.said(f"{back} {out}", after=0), before=APART)


def _box(prose: Prose) -> Words:
    return Words((prose.tick(),), leading=1.1, align="center")

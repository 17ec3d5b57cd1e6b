"""The talking card: how a class representative tells the class of a proposal, and what to ask."""

from __future__ import annotations

from dataclasses import replace

from pipeline.model import Matrix, School
from pipeline.paper.flow import Block, Flow
from pipeline.paper.pen import cut_line
from pipeline.paper.prose import FOOT, Prose, filling
from pipeline.paper.setting import set_pages
from pipeline.paper.sheet import SIZES, Group, Item, Sheet, Sheets, shifted
from pipeline.problems import Sourced, phrase
from pipeline.products import Desk, chosen

TITLE = "Talking cards"
FOR = phrase("For class representatives in the pupils' council.")
LANDSCAPE = True
WISHED = False
PAPERS = ("A4",)
FORMATS = ("pdf",)
TOGETHER = "Pupils' council"
FILES = {"A4": "Talking card"}
MARGINS = (13.0, 12.0, 13.0, 10.0)  # mm
SIZE = 10.5  # pt
HIGHEST, FIELD = 34.0, 9.0  # mm
SAYINGS = (
    phrase("The pupils' council has got a proposal. Nothing is decided yet."),
    phrase("We look at one place at a time, and I read the lines aloud."),
    phrase("Everyone may say what they think. The answers go to the council, without names."),
)
QUESTIONS = (
    phrase("Do all of us understand what we are to do?"),
    phrase("What is good in the proposal?"),
    phrase("What should we say in another way? Is anything missing?"),
)


def subjects(school: School) -> tuple[Sourced, ...]:
    """Return the pupils' matrices."""
    return tuple(_matrices(school))


def arenas(school: School, subject: str) -> tuple[str, ...]:
    """Return the arenas of the matrix."""
    return tuple(str(one.name) for one in chosen(_matrices(school), subject).arenas)


def _matrices(school: School) -> dict[Sourced, Matrix]:
    return {one.title: one for one in school.matrices_for("elev")}


def compose(subject: str, desk: Desk) -> Sheets:
    """Return the card twice on a sheet to cut in two; it is read aloud once."""
    paper = set_pages(_card(chosen(_matrices(desk.school), subject), desk))
    wide, high = SIZES["A5"]
    cut = Group("decoration", (cut_line((wide, 0), (wide, high), desk.look.quiet),))
    sheets = []
    for page in paper.sheets:
        twin: tuple[Item, ...] = tuple(shifted(item, wide, 0) for item in page.items)
        sheets.append(Sheet(2 * wide, high, (*page.items, cut, Group("again", twin))))
    return replace(paper, sheets=tuple(sheets))


def _card(matrix: Matrix, desk: Desk) -> Flow:
    say, (wide, high) = desk.language.say, SIZES["A5"]
    prose = Prose(desk.look, SIZE, wide - MARGINS[0] - MARGINS[2])
    room = high - MARGINS[1] - MARGINS[3] + FOOT
    blocks = filling(lambda row: _blocks(matrix, desk, prose, row), prose.width, room, HIGHEST)
    return Flow(
        title=say("{title}: {focus}", title=say("Talking card"), focus=matrix.title),
        language=desk.language.code,
        blocks=blocks,
        subject=say("For class representatives in the pupils' council."),
        page=(wide, high),
        margins=MARGINS,
    )


def _blocks(matrix: Matrix, desk: Desk, prose: Prose, row: float) -> tuple[Block, ...]:
    say, tell = desk.language.say, desk.language.tell
    places = desk.language.listed([desk.language.short(str(one.name)) for one in matrix.arenas])
    lead = say(
        "The proposal is called “{matrix}”. These are the places: {places}.",
        matrix=matrix.title,
        places=places,
    )
    asked = [
        ((prose.said(f"{at}. {tell(one)}", after=0),), ()) for at, one in enumerate(QUESTIONS, 1)
    ]
    return (
        prose.said(say("For you who represent the class"), bold=True, after=1),
        prose.title(say("Talk with your class"), 22),
        prose.rule(after=6),
        prose.said(lead, after=0),
        prose.heading(say("Say")),
        *(prose.item(tell(one), number=at) for at, one in enumerate(SAYINGS, 1)),
        prose.heading(say("Ask")),
        prose.table((say("What we ask"), say("What the class thinks")), asked, (4, 7), row),
        prose.heading(say("Say thank you")),
        prose.said(
            say("Thank you for your help. I will tell you what the council decides."), after=7
        ),
        prose.table(
            (say("Class"), say("Bring the card to the council, day")), [((), ())], (1, 2), FIELD
        ),
    )

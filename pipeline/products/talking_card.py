"""The talking card: how a class representative tells the class about a proposal, and what to ask.

The lines stand on the proposals for classes (`pupil_proposal`). What the class answers place by
place goes to the council's gathering sheet (`comment_form`).
"""

from __future__ import annotations

from dataclasses import replace

from pipeline.model import Matrix, School
from pipeline.paper.flow import Block, Flow, Table, Words
from pipeline.paper.pen import cut_line
from pipeline.paper.prose import FOOT, Prose, filling
from pipeline.paper.setting import set_pages
from pipeline.paper.sheet import SIZES, Group, Item, Sheet, Sheets, shifted
from pipeline.problems import Sourced, phrase
from pipeline.products import Desk, chosen, pupils_matrices

TITLE = "Talking cards"
FOR = phrase("For class representatives in the pupils' council.")
LANDSCAPE = True
WISHED = False
PAPERS = ("A4",)
FORMATS = ("pdf",)
TOGETHER = "Pupils' council"
FILES = {"A4": "Talking card"}
SHEETS = phrase("Proposals for classes")
MARGINS = (13.0, 11.0, 13.0, 9.0)  # mm
SIZE, TITLE_SIZE = 10.5, 22.0  # pt
LOW, BEFORE = 0.78, 9.0  # of a heading, against its size elsewhere; pt over it
FIELD = 13.0  # pt: room for a hand over the line to write on
HIGHEST, SPARE = 30.0, 3.0  # mm: PDF alone needs less room than is measured
SAYINGS = (
    phrase("The pupils' council has received a proposal. Nothing is decided yet."),
    phrase("We take one place at a time, and I read the sheet aloud."),
    phrase("Everyone may say what they think. I pass it on without names."),
)
QUESTIONS = (
    phrase("Does everyone understand what we are to do?"),
    phrase("Is it good as it is? What would we rather say?"),
    phrase("Is anything missing?"),
)


def subjects(school: School) -> tuple[Sourced, ...]:
    """Return the pupils' matrices."""
    return tuple(pupils_matrices(school))


def arenas(school: School, subject: str) -> tuple[str, ...]:
    """Return the arenas of the matrix."""
    return tuple(str(one.name) for one in chosen(pupils_matrices(school), subject).arenas)


def compose(subject: str, desk: Desk) -> Sheets:
    """Return the card twice on a sheet to cut in two; it is read aloud once."""
    paper = set_pages(_card(chosen(pupils_matrices(desk.school), subject), desk))
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
    room = high - MARGINS[1] - MARGINS[3] + FOOT + SPARE
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
    asked = [prose.item(tell(one), number=at, after=1) for at, one in enumerate(QUESTIONS, 1)]
    asked[-1] = replace(asked[-1], after=5.0)
    fields = say("Class:"), say("To the pupils' council, date:")
    back = "    ".join(f"{one} {'_' * 10}" for one in fields)
    heard = say("I will tell you what the pupils' council answers, and what is decided.")
    bring = say("Bring the sheets “{title}”, one for each place.", title=SHEETS)
    return (
        prose.said(say("The proposal “{matrix}”", matrix=matrix.title), bold=True, after=1),
        prose.title(say("Talk with your class"), TITLE_SIZE),
        prose.rule(after=4),
        prose.said(bring, after=0),
        _heading(prose, say("Say")),
        *(prose.item(tell(one), number=at, after=1) for at, one in enumerate(SAYINGS, 1)),
        _heading(prose, say("Ask about each place")),
        *asked,
        _answers(matrix, desk, prose, row),
        _heading(prose, say("Say thank you")),
        prose.said(f"{say('Thank you for your help.')} {heard}", after=0),
        replace(prose.said(back, bold=True, after=0), before=FIELD),
    )


def _answers(matrix: Matrix, desk: Desk, prose: Prose, row: float) -> Table:
    """Return a row for each place: two boxes to tick, and room for what the class would say."""
    say = desk.language.say
    heads = (
        say("Place"),
        say("Clear to everyone"),
        say("Good as it is"),
        say("We would rather say, or this is missing"),
    )
    box = Words((prose.tick(),), leading=1.1, align="center")
    rows = [
        ((prose.said(desk.language.short(str(one.name)), bold=True, after=0),), (box,), (box,), ())
        for one in matrix.arenas
    ]
    return prose.table(heads, rows, (31, 21, 22, 50), row)


def _heading(prose: Prose, words: str) -> Words:
    """Return a low heading: the page is full."""
    low = Prose(prose.look, prose.size * LOW, prose.width)
    return replace(low.heading(words), before=BEFORE, after=3.0)

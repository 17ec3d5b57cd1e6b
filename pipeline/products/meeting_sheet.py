"""Sheet for a meeting with parents: what PALS is, our values at home, what we ask, the dates."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.model import School, Value
from pipeline.paper import sentence
from pipeline.paper.flow import Block, Cell, Flow, Sketch, Table, Words
from pipeline.paper.outlines import rectangle
from pipeline.paper.sheet import Box, Shape
from pipeline.paper.stationery import WIDE, Stationery, fitted, spaced
from pipeline.problems import Phrase, Sourced, phrase
from pipeline.products import Desk
from pipeline.talks import parents
from pipeline.year import tidings
from pipeline.year.letters import gathering, gatherings

TITLE = "Sheets for parents' meetings"
FOR = phrase("For parents, to take home from the meeting.")
FOR_PARENTS = True
LANDSCAPE = False
PAPERS = ("A4",)
FORMATS = ("pdf", "docx", "html")
TOGETHER = "Parents' meetings"
FILES = {"A4": "Sheet for the parents"}
NAME, SAYS = 0.22, 0.27  # parts of the width: the name, what it means
PAD = (3.2, 2.2)
TO_WRITE, LINE = 9.0, 0.25  # mm to write in where the school has no words of its own


def subjects(school: School) -> tuple[Sourced, ...]:
    """Return the meetings of the school year, each named by its day."""
    return tuple(gatherings(school))


def arenas(school: School, subject: str) -> tuple[str, ...]:
    """Return the arenas that the sheet holds: none."""
    return ()


def write(subject: str, desk: Desk) -> Flow:
    """Return the sheet, as large as it can be on one page."""
    meeting = gathering(desk.school, subject)
    own = Stationery(desk.school, desk.language, desk.look)
    paper, blocks, _ = fitted(own, lambda paper: _blocks(subject, paper), meeting.day)
    title = f"{paper.title(TOLD).text} – {desk.school.name}"
    return paper.flow(title, paper.aired(blocks, meeting.day), meeting.day, paged=False)


TOLD = phrase("The same values at school and at home")


def _blocks(subject: str, paper: Stationery) -> Iterator[Block]:
    school, tongue = paper.school, paper.language
    meeting = gathering(school, subject)
    yield paper.title(TOLD)
    yield paper.paragraph(tidings.meeting(meeting, tongue), after=0.2)
    yield paper.heading(phrase("What is PALS?"))
    yield paper.paragraph(*parents.WHAT_IT_IS, after=0.2)
    yield paper.heading(phrase("Our values at home"))
    yield _matrix(paper)
    yield paper.heading(phrase("This is what we ask of you"))
    yield from paper.numbered(parents.WE_ASK)
    if coming := parents.dates(meeting, school, tongue):
        yield paper.heading(phrase("This is what we practise next"))
        yield from map(paper.item, coming)
    yield from paper.asking(school.contact)


def _matrix(paper: Stationery) -> Table:
    """Return the home version of the matrix: a row for each value, with headers above."""
    values = paper.school.values
    meant = any(value.says for value in values)
    names = [phrase("Value"), phrase("What it means"), phrase("What it can look like at home")]
    widths = [WIDE * NAME, WIDE * SAYS, WIDE * (1 - NAME - SAYS)]
    if not meant:
        names, widths = [names[0], names[2]], [widths[0], WIDE - widths[0]]
    head = tuple(_header(one, paper) for one in names)
    rows = tuple(_row(at, value, paper, meant) for at, value in enumerate(values))
    return Table(tuple(widths), (head, *rows))


def _header(words: Phrase, paper: Stationery) -> Cell:
    look = paper.look
    runs = sentence.runs(words, paper.language, look.letters("heading", paper.size))
    return Cell((Words(runs, leading=1.2),), look.pale, PAD, middle=True)


def _row(at: int, value: Value, paper: Stationery, meant: bool) -> tuple[Cell, ...]:
    dress = paper.look.values[at]
    ground = paper.look.card if paper.look.ruled else dress.tint
    letters = paper.look.letters("name", paper.size * 1.1, dress.ink)
    name = sentence.run(Sourced(f" {value.name}", None, value.name.language), letters)
    cells = [Cell((Words((paper.mark(at, ground), name), leading=1.2),), ground, PAD, middle=True)]
    if meant:
        says = (paper.paragraph(value.says, after=0.0),) if value.says else ()
        cells.append(Cell(says, ground, PAD, middle=True))
    home = tuple(spaced(paper.item(line), 0.0, 1.0) for line in value.home)
    wide = WIDE * (1 - NAME - SAYS if meant else 1 - NAME) - 2 * PAD[0]
    own = home or (paper.paragraph(parents.ASIDE, after=0.0), _line(wide, paper))
    return (*cells, Cell(own, ground, PAD, middle=True))


def _line(wide: float, paper: Stationery) -> Sketch:
    """Return a line to write on."""
    line = Shape(rectangle(Box(0, TO_WRITE - LINE, wide, LINE)), fill=paper.look.quiet)
    return Sketch((line,), wide, TO_WRITE)

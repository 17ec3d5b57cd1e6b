"""The problem-solving sheet: from goal and problem to a choice, and how we see that it works."""

from __future__ import annotations

from pipeline.model import School
from pipeline.paper.flow import Block, Flow, Words
from pipeline.paper.prose import Prose, filling
from pipeline.paper.sheet import SIZES
from pipeline.problems import Sourced, phrase
from pipeline.products import Desk

TITLE = "Problem-solving sheets"
FOR = phrase("For the PALS team and for the staff of a stage.")
LANDSCAPE = False
WISHED = False
PAPERS = ("A4",)
FORMATS = ("docx", "pdf")
MARGINS = (16.0, 13.0, 16.0, 12.0)  # mm
SIZE = 10.5  # pt
DATES, HIGHEST, TASK, END = 10.0, 34.0, 9.5, 20.0  # mm to write in
STEPS = (
    (phrase("Goal"), phrase("What do we want to see more of?")),
    (phrase("Problem"), phrase("What happens? Where, when and how often?")),
    (phrase("Proposals"), phrase("What can we do? Write down everything before you judge it.")),
    (phrase("Choice"), phrase("What do we try? Choose something that we can manage.")),
)
TASKS = 3


def subjects(school: School) -> tuple[Sourced, ...]:
    """Return the school: there is one sheet."""
    return (Sourced(school.name, school.name.place),)


def arenas(school: School, subject: str) -> tuple[str, ...]:
    """Return nothing: the sheet is about whatever the team chooses."""
    return ()


def write(subject: str, desk: Desk) -> Flow:
    """Return the sheet, with room to write in every part of it."""
    say, page = desk.language.say, SIZES["A4"]
    prose = Prose(desk.look, SIZE, page[0] - MARGINS[0] - MARGINS[2])
    title = say("One problem at a time")
    lead = say("Write what happens, where and when. Write no names of children.")
    before = (
        *prose.opening(say("Problem-solving sheet"), title, lead),
        prose.table((say("Date"), say("Who is here")), [((), ())], (1, 3), DATES),
    )
    blocks = filling(
        lambda high: (*before, *_parts(desk, prose, high)),
        prose.width,
        page[1] - MARGINS[1] - MARGINS[3],
        HIGHEST,
    )
    return Flow(
        title=say("Problem-solving sheet"),
        language=desk.language.code,
        blocks=blocks,
        subject=say("For the PALS team and for the staff of a stage."),
        page=page,
        margins=MARGINS,
        foot=prose.foot(desk.school, desk.language, say("Problem-solving sheet")),
    )


def _parts(desk: Desk, prose: Prose, high: float) -> tuple[Block, ...]:
    say, tell = desk.language.say, desk.language.tell

    def asked(name: str, words: str) -> tuple[Words, ...]:
        return prose.said(name, bold=True, after=1), prose.quiet(words, times=0.9)

    steps = [(asked(tell(name), tell(words)), ()) for name, words in STEPS]
    tasks = [((), (), ())] * TASKS
    heads = say("What do we do?"), say("Who?"), say("When?")
    ends = say("How do we see that it works?"), say("When do we look at it again?")
    return (
        prose.heading(say("From goal to choice")),
        prose.table((say("Step"), say("What we answer")), steps, (48, 130), high),
        prose.heading(say("Who does what")),
        prose.table(heads, tasks, (100, 45, 33), TASK),
        prose.heading(say("Does it work?")),
        prose.table(ends, [((), ())], (118, 60), END),
    )

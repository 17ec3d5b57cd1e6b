"""Slides for a meeting with the parents: what PALS is, our values, what we practise, at home."""

from __future__ import annotations

from pipeline.model import School
from pipeline.paper.sheet import Sheets
from pipeline.problems import Sourced, phrase
from pipeline.products import Desk
from pipeline.talks.parents import drawing, practised, slides
from pipeline.year.letters import gathering, gatherings

TITLE = "Slides for parents' meetings"
FOR = phrase("For who leads the parents' meeting.")
LANDSCAPE = False
PAPERS = ("16:9",)
FORMATS = ("pdf", "pptx")
TOGETHER = "Parents' meetings"
FILES = {"16:9": "Slides"}


def subjects(school: School) -> tuple[Sourced, ...]:
    """Return the meetings of the school year, each named by its day."""
    return tuple(gatherings(school))


def arenas(school: School, subject: str) -> tuple[str, ...]:
    """Return the arena that is practised on the day."""
    now = practised(gathering(school, subject), school)[:1]
    return tuple(one.arena.name for one in now)


def compose(subject: str, desk: Desk) -> Sheets:
    """Return the slides."""
    school, meeting = desk.school, gathering(desk.school, subject)
    deck = desk.deck(drawing(meeting, school))
    return deck.sheets(f"{meeting.name} – {school.name}", slides(meeting, deck))

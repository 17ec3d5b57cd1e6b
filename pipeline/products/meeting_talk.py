"""Talk for a meeting with the parents: what stands on each slide, and notes for who speaks."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.model import School
from pipeline.paper.flow import Block, Flow
from pipeline.paper.stationery import Stationery
from pipeline.problems import Sourced, phrase
from pipeline.products import Desk
from pipeline.year import talk
from pipeline.year.letters import gathering, gatherings

TITLE = "Talks for parents' meetings"
FOR = phrase("For who leads the parents' meeting.")
LANDSCAPE = False
PAPERS = ("A4",)
FORMATS = ("pdf", "docx", "html")
TOGETHER = "Parents' meetings"
FILES = {"A4": "For the speaker"}
SIZE = 12.0


def subjects(school: School) -> tuple[Sourced, ...]:
    """Return the meetings of the school year, each named by its day."""
    return tuple(gatherings(school))


def arenas(school: School, subject: str) -> tuple[str, ...]:
    """Return the arenas that the talk holds: none."""
    return ()


def write(subject: str, desk: Desk) -> Flow:
    """Return the talk: each slide's title, points and notes."""
    meeting = gathering(desk.school, subject)
    paper = Stationery(desk.school, desk.language, desk.look, SIZE)
    blocks = tuple(_blocks(subject, paper))
    return paper.flow(f"{meeting.name} – {desk.school.name}", blocks, meeting.day, paged=True)


def _blocks(subject: str, paper: Stationery) -> Iterator[Block]:
    meeting = gathering(paper.school, subject)
    for at, slide in enumerate(talk.slides(meeting, paper.school, paper.language)):
        yield paper.heading(slide.title) if at else paper.title(slide.title)
        yield from map(paper.item, slide.points)
        yield from (paper.aside(one) for one in slide.notes)

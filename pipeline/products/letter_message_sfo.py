"""Message to SFO's parents after an assembly: plain words that stand alone, for Vigilo."""

from __future__ import annotations

from pipeline.model import School
from pipeline.paper.flow import Flow
from pipeline.paper.message import message
from pipeline.problems import Sourced, phrase
from pipeline.products import Desk
from pipeline.year import messages
from pipeline.year.letters import has_after_school, occasion, occasions

TITLE = "SFO messages after the assembly"
FOR = phrase("For SFO's parents, on the phone.")
FOR_PARENTS = True
LANDSCAPE = False
PAPERS = ("A4",)
FORMATS = ("txt",)
TOGETHER = "Letters home"
FILES = {"A4": "Message, SFO"}


def subjects(school: School) -> tuple[Sourced, ...]:
    """Return the focus periods of a school that has SFO, each named by the day of its letter."""
    return tuple(one.name for one in occasions(school)) if has_after_school(school) else ()


def arenas(school: School, subject: str) -> tuple[str, ...]:
    """Return the arena or theme that is practised at SFO."""
    focus = occasion(school, subject).focus
    return ((focus.after_school or focus).arena.name,)


def write(subject: str, desk: Desk) -> Flow:
    """Return the message: what is practised, and how to help at home."""
    sent = occasion(desk.school, subject)
    parts = messages.of_sfo(sent, desk.school)
    return message(parts, desk.language, desk.look)

"""Message to all parents after an assembly: plain words that stand alone, for Vigilo."""

from __future__ import annotations

from pipeline.paper.flow import Flow
from pipeline.paper.message import message
from pipeline.problems import phrase
from pipeline.products import Desk
from pipeline.year import kit, messages
from pipeline.year.letters import occasion

TITLE = "Messages after the assembly"
FOR = phrase("For parents, on the phone.")
FOR_PARENTS = True
LANDSCAPE = False
PAPERS = ("A4",)
FORMATS = ("txt",)
TOGETHER = "Letters home"
FILES = {"A4": "Message"}
subjects, arenas = kit.subjects, kit.arenas


def write(subject: str, desk: Desk) -> Flow:
    """Return the message: what is practised, and how to help at home."""
    sent = occasion(desk.school, subject)
    parts = messages.of_school(sent, desk.school, desk.language)
    return message(parts, desk.language, desk.look)

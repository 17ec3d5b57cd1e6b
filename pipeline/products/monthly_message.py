"""Månedens PALS as plain words to send: to Vigilo, itslearning, Teams or an e-mail."""

from __future__ import annotations

from pipeline.model import School
from pipeline.paper.bands import shown
from pipeline.paper.flow import Flow, Kind, Run, Words
from pipeline.problems import Sourced, phrase
from pipeline.products import Desk
from pipeline.year.monthly import edition, editions

TITLE = "Monthly messages"
FOR = phrase("For parents, on the phone.")
FOR_PARENTS = True
LANDSCAPE = False
SIZE = 12.0
PAPERS = ("A4",)
FORMATS = ("txt",)
TOGETHER = "PALS of the month"
FILES = {"A4": "Message"}


def subjects(school: School) -> tuple[Sourced, ...]:
    """Return the months of the school year, and those in which SFO has a PALS of its own."""
    return tuple(one.name for one in editions(school))


def arenas(school: School, subject: str) -> tuple[str, ...]:
    """Return the arena or theme that the month practises."""
    return (edition(school, subject).arena.name,)


def write(subject: str, desk: Desk) -> Flow:
    """Return the message: what is practised, the lines, and what to ask at home."""
    monthly, say, school = edition(desk.school, subject), desk.language.say, desk.school
    month = desk.language.month(monthly.month.number)
    arena = monthly.arena.name
    title = say("PALS in {month}: {arena}", month=month, arena=arena)
    opening = say("In {month} all at {school} practise this:", month=month, school=school.name)
    if monthly.after_school:
        opening = say("In {month} we practise this at SFO:", month=month)
    what = say("PALS is what all children and adults here have agreed on, and practise.")
    blocks: list[tuple[str, Kind]] = [(title, "title"), (opening, "paragraph")]
    for at, lines in shown(monthly.arena):
        blocks.append((school.values[at].name, "heading"))
        blocks += [(line, "item") for line in lines]
    if monthly.question:
        blocks += [(say("Talk about it at home"), "heading"), (monthly.question, "paragraph")]
    if monthly.task:
        blocks += [(say("This month's task"), "heading"), (monthly.task, "paragraph")]
    blocks += [(what, "paragraph"), (school.name, "paragraph")]

    def set_in(words: str, kind: Kind) -> Words:
        letters = desk.look.letters("line", SIZE)
        run = Run(words, letters, getattr(words, "language", None))
        return Words((run,), kind, 2 if kind == "heading" else 0)

    words = tuple(set_in(*one) for one in blocks)
    return Flow(title, desk.language.code, words, rtl=desk.language.rtl)

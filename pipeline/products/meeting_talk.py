"""Talk for a meeting with the parents: beside its slides, what is said of each and for how long."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from pipeline.model import School
from pipeline.paper import sentence
from pipeline.paper.flow import Block, Cell, Flow, Run, Table, Words
from pipeline.paper.flowing import high
from pipeline.paper.stationery import SIZES, WIDE, Stationery, fitted
from pipeline.paper.theme import Look
from pipeline.problems import Phrase, Sourced, phrase
from pipeline.products import Desk
from pipeline.talks.parents import Told, drawing, talk
from pipeline.year.letters import gathering, gatherings

TITLE = "Talks for parents' meetings"
FOR = phrase("For who leads the parents' meeting.")
LANDSCAPE = False
PAPERS = ("A4",)
FORMATS = ("pdf", "docx", "html")
TOGETHER = "Parents' meetings"
FILES = {"A4": "For the speaker"}
ROOMY, LEAST = 12.0, 10.5  # pt: where it takes two pages anyway, and at least on one
NUMBER, MINUTES = 10.0, 12.5  # mm wide
SHOWN = (0.36, 0.4, 0.44)  # parts of the rest of the width for the slide: the lowest table wins
PAD = (1.6, 0.5)
MOST_AIR = 1.0  # mm more above and below where there is room
CLOSE = 1.15  # lines of a few words, that the eye soon finds again
HEADS = (phrase("No."), phrase("The slide"), phrase("What you say and do"), phrase("Min."))


def subjects(school: School) -> tuple[Sourced, ...]:
    """Return the meetings of the school year, each named by its day."""
    return tuple(gatherings(school))


def arenas(school: School, subject: str) -> tuple[str, ...]:
    """Return the arenas that the talk holds: none."""
    return ()


def write(subject: str, desk: Desk) -> Flow:
    """Return the talk, on one page where it has room."""
    meeting = gathering(desk.school, subject)
    told = talk(meeting, desk.deck(drawing(meeting, desk.school)))
    first = Stationery(desk.school, desk.language, desk.look)

    def blocks(paper: Stationery, air: float = 0.0) -> tuple[Block, ...]:
        return tuple(_blocks(meeting.name, told, paper, air))

    sizes = [one for one in SIZES if one >= LEAST]
    paper, _, left = fitted(first, blocks, meeting.day, sizes)
    air = min(MOST_AIR, left / (2 * len(told) + 2))
    if left < 0:
        paper, air = replace(first, size=ROOMY), MOST_AIR
    title = f"{meeting.name} – {desk.school.name}"
    return paper.flow(title, blocks(paper, air), meeting.day, paged=left < 0)


def _blocks(name: Sourced, told: Sequence[Told], paper: Stationery, air: float) -> Iterator[Block]:
    look, pad = paper.look, (PAD[0], PAD[1] + air)
    minutes = sum(one.minutes for one in told)
    yield paper.title(name)
    whole = phrase("{slides} slides, about {minutes} minutes.", slides=len(told), minutes=minutes)
    yield paper.paragraph(whole, after=0.4)
    head = tuple(Cell((_words(one, paper),), look.pale, pad, middle=True) for one in HEADS)
    rows = tuple(
        tuple(Cell(cell, _ground(one, look), pad) for cell in _row(at, one, paper))
        for at, one in enumerate(told, 1)
    )
    edge = (look.field if look.ruled else look.pale, 1.0)
    tables = [Table(_widths(share), (head, *rows), edge, ruled=True) for share in SHOWN]
    yield min(tables, key=lambda one: high((one,), WIDE))


def _widths(share: float) -> tuple[float, ...]:
    rest = WIDE - NUMBER - MINUTES
    return (NUMBER, rest * share, rest * (1 - share), MINUTES)


def _ground(told: Told, look: Look) -> str | None:
    at = told.slide.value
    return None if at is None or look.ruled else look.values[at].tint


def _row(at: int, told: Told, paper: Stationery) -> tuple[tuple[Words, ...], ...]:
    """Return what stands in the cells: number, title and lines, what is said, minutes."""
    slide, look = told.slide, paper.look
    ink = look.quiet if slide.value is None else look.values[slide.value].ink
    above, _, _ = slide.kicker.partition(" · ")  # the place has been told
    kicker = [Run(f"{above}: ", look.letters("heading", paper.size, ink))] if above else []
    named = sentence.run(slide.title, look.letters("heading", paper.size), slide.film)
    shown = [Words((*kicker, named), "heading", 2, leading=CLOSE)]
    if slide.kind != "opening":  # there it is a day, or who drew: nothing to speak of
        small = look.letters("small", paper.size, look.quiet)
        shown += [Words((Run(one, small),), leading=CLOSE) for one in slide.lines]
    said = replace(paper.paragraph(*slide.notes.split("\n"), after=0.0), leading=CLOSE)
    number, minutes = (_words(str(one), paper) for one in (at, told.minutes))
    return (number,), tuple(shown), (said,), (minutes,)


def _words(words: Phrase | str, paper: Stationery) -> Words:
    letters = paper.look.letters("heading", paper.size)
    return Words(sentence.runs(words, paper.language, letters), leading=CLOSE)

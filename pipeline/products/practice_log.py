"""Practice log of a focus: class by class and week by week, and whether every classroom practises."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from pipeline.model import Focus, School, Stage, Year
from pipeline.paper.colour import WHITE, mixed
from pipeline.paper.flow import Block, Cell, Flow, PageBreak, Table, Words
from pipeline.paper.prose import PAD, THIN, Prose, filling
from pipeline.paper.sheet import SIZES
from pipeline.problems import Sourced, phrase
from pipeline.products import Desk
from pipeline.year.days import ONE, SCHOOL_DAYS, days_off, is_off, span_of_weeks, week_number
from pipeline.year.kit import weeks_told
from pipeline.year.letters import occasion, occasions

TITLE = "Practice logs"
FOR = phrase("For the door of the staff room: a line for each class.")
LANDSCAPE = False
WISHED = False
PAPERS = ("A4",)
FORMATS = ("pdf",)
TOGETHER = "Assembly kit"
FILES = {"A4": "Practice log"}
MARGINS = (16.0, 13.0, 16.0, 12.0)  # mm
SIZE = 10.0  # pt
NAME = 30.0  # mm for a class
MOST_WEEKS, MOST_TICKS = 6, 12  # side by side on a page
BLANKS = 10  # rows where no classes are told of
MOST_ROWS = 24  # on a page
HIGHEST = 17.0  # mm to write in


def subjects(school: School) -> tuple[Sourced, ...]:
    """Return the focus periods of the school year, each named by its day."""
    return tuple(one.name for one in occasions(school))


def arenas(school: School, subject: str) -> tuple[str, ...]:
    """Return the arena or theme that is practised."""
    return (occasion(school, subject).focus.arena.name,)

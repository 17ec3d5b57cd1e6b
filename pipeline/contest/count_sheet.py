"""The counting sheet: a line for each number, a column for each class or heap of ballots."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.contest.entries import Entry
from pipeline.contest.sheets import Setting
from pipeline.paper.flow import Flow, Words
from pipeline.paper.prose import Prose
from pipeline.paper.sheet import SIZES

MARGINS = (16.0, 13.0, 16.0, 12.0)  # mm
SIZE, HEAPS, ROW = 10.5, 6, 9.0  # pt; columns to count in; mm


def count_sheet(entries: Sequence[Entry], at: Setting) -> Flow:
    """Return the sheet that two from the council fill in together."""
    say, page = at.language.say, SIZES["A4"]
    prose = Prose(at.look, SIZE, page[0] - MARGINS[0] - MARGINS[2])
    title = say("We count the votes")
    lead = say("Two count together. Write the class over each column.")
    over = say("Drawing competition at {school}", school=at.school.name)
    numbers = sorted(one.number for one in entries)
    labels = [say("Class"), *map(str, numbers), say("Spoiled ballots")]
    blank: list[Sequence[Words]] = [()] * (HEAPS + 1)
    rows = [((prose.said(label, bold=True, after=0),), *blank) for label in labels]
    heads = (
        say("Entry number"),
        *(say("Count {at}", at=one) for one in range(1, HEAPS + 1)),
        say("Sum"),
    )
    return Flow(
        title=title,
        language=at.language.code,
        blocks=(
            *prose.opening(over, title, lead),
            prose.table(heads, rows, (2.2, *(1.5,) * HEAPS, 1.5), ROW),
        ),
        subject=say("Drawing competition"),
        page=page,
        margins=MARGINS,
        foot=prose.foot(at.school, at.language, title),
    )

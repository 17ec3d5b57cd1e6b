"""Månedens PALS to lay into week plans: two strips, a box and half a sheet for each month."""

from __future__ import annotations

from pipeline.model import School
from pipeline.paper.flow import Flow
from pipeline.paper.sheet import SLIPS, Sheet, Sheets
from pipeline.problems import Sourced, phrase
from pipeline.products import Desk
from pipeline.products.monthly_insert import half, small, table
from pipeline.products.monthly_insert.slip import Slip
from pipeline.year.monthly import edition, editions

TITLE = "Monthly inserts"
FOR = phrase("For the week plans that go home.")
LANDSCAPE = True
PAPERS = tuple(SLIPS)
FORMATS = ("pdf", "png", "docx")
TOGETHER = "PALS of the month"
FILES = {
    "160x35": "Strip 160 × 35 mm",
    "247x28": "Long strip 247 × 28 mm",
    "80x80": "Box 80 × 80 mm",
    "A5": "Half an A4",
}


def subjects(school: School) -> tuple[Sourced, ...]:
    """Return the months of the school year, and those in which SFO has a PALS of its own."""
    return tuple(one.name for one in editions(school))


def arenas(school: School, subject: str) -> tuple[str, ...]:
    """Return the arena or theme that the month practises."""
    return (edition(school, subject).arena.name,)


def compose(subject: str, desk: Desk) -> Sheets:
    """Return the month's insert of the desk's size."""
    monthly = edition(desk.school, subject)
    slip = Slip(monthly, desk)
    sheet: Sheet = half.sheet(slip) if desk.paper == "A5" else small.sheet(slip)
    return Sheets(
        title=f"{slip.kicker}: {monthly.arena.name} – {desk.school.name}",
        language=desk.language.code,
        sheets=(sheet,),
        subject=slip.kicker,
    )


def write(subject: str, desk: Desk, width: float | None = None) -> Flow | None:
    """Return the month's insert to edit, of the desk's size or `width` mm; None: no room for it."""
    return table.flow(Slip(edition(desk.school, subject), desk), width)

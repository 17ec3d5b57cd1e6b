"""The booklet's first two pages: its cover, and what stands inside."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from pipeline.paper.flow import Block, Cell, Mark, Run, Table, Words
from pipeline.paper.flowing import high
from pipeline.paper.prose import SURE, Prose, crest
from pipeline.products import Desk
from pipeline.year.text import title as year_title

LOGO = (70.0, 52.0)  # mm
TITLE, LESS = 34.0, 26.0  # pt: for a short name, and for a long one
LONG = 26  # letters
SIDE = 18.0
NUMBER, LINE = 12.0, (0.0, 0.7)
# The white over and under the title in mm, and the logo's share of its size: the first that fits.
SHARES = ((22.0, 1.0), (17.0, 1.0), (13.0, 0.9), (10.0, 0.8), (7.0, 0.6))


def cover(desk: Desk, prose: Prose, room: float) -> tuple[Block, ...]:
    """Return logo, title on the school's colour, values and motto, within a page `room` mm high."""
    for white, logo in SHARES:
        made = tuple(_blocks(desk, prose, white, logo))
        if high(made, prose.width) <= room * SURE:
            break
    return made


def _blocks(desk: Desk, prose: Prose, white: float, times: float) -> Iterator[Block]:
    school, say, look = desk.school, desk.language.say, desk.look
    wide, tall = LOGO
    logo = crest(school, desk.language, wide * times, tall * times)
    if logo:
        yield replace(logo, before=6, after=16)
    title = say("Welcome to {school}", school=school.name)
    size = TITLE if len(title) <= LONG else LESS
    on = look.ink if look.ruled else look.on_field
    run = Run(title, look.letters("title", size, on), school.name.language)
    lead = Run(say("For new adults at school and at SFO"), look.letters("heading", 13, on))
    inner = (Words((run,), "title", leading=1.08, after=10), Words((lead,), leading=1.25))
    ground = look.card if look.ruled else look.field
    cell = Cell(inner, ground, (9.0, white))
    yield Table((prose.width,), ((cell,),), (look.field, 2.25), laid=True)
    yield _names(desk, prose)
    if school.brand.motto:
        motto = prose.run(school.brand.motto, bold=True, times=1.3)
        yield replace(prose.said(motto), before=6)
    if school.year:
        yield prose.quiet(year_title(school, school.year, desk.language), times=1.0)


def _names(desk: Desk, prose: Prose) -> Table:
    """Return the values' shapes side by side, each over its name."""
    values, look = desk.school.values, desk.look
    size = 12.5 if len(values) < 4 else 9.0
    cells = []
    for at, value in enumerate(values):
        ink = look.values[at].ink
        mark: Mark = prose.mark(value.shape, at, SIDE, look.card)
        name = Run(value.name, look.letters("name", size, ink), value.name.language)
        above = Words((mark,), after=3, align="center")
        cells.append(Cell((above, Words((name,), leading=1.15, align="center")), None, (0.5, 6.0)))
    widths = (prose.width / len(values),) * len(values)
    return Table(widths, (tuple(cells),), laid=True)


def inside(
    desk: Desk, prose: Prose, names: Sequence[str], pages: Mapping[str, int]
) -> Iterator[Block]:
    """Yield what stands in the booklet, with the pages that are known, and a first week's steps."""
    say, school = desk.language.say, desk.school
    title = say("In this booklet")
    yield prose.heading(title)
    yield _contents(prose, names, pages, pages.get(title, 0))
    yield prose.heading(say("Your first week"))
    steps = [say("Read what the children practise where you work.")]
    if school.matrices_for("voksen"):
        steps.append(say("Read what we adults have agreed on."))
    steps += [
        say("Find out what we practise right now."),
        say("Praise somebody each day for what we practise."),
        say("Ask when you wonder about something."),
    ]
    for number, step in enumerate(steps, 1):
        yield prose.item(step, number=number)


def _contents(prose: Prose, names: Sequence[str], pages: Mapping[str, int], own: int) -> Table:
    """Return a line for each page that sections begin on after this one, its number at the right.

    While pages are not known, each section has a line.
    """
    lines: dict[int, list[str]] = {}
    for at, name in enumerate(names):
        lines.setdefault(pages.get(name, -at - 1), []).append(name)
    rows = []
    for page, there in lines.items():
        if page == own:
            continue
        number = Words((prose.run(str(page), bold=True),), leading=1.2, align="right")
        cells = prose.said(" · ".join(there), after=0), number
        rows.append(
            (Cell((cells[0],), None, LINE), Cell((number,) if page > 0 else (), None, LINE))
        )
    return Table((prose.width - NUMBER, NUMBER), tuple(rows), laid=True)

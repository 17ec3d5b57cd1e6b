"""The booklet's first two pages: its cover, and what stands inside."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from pipeline.paper.flow import Block, Cell, Mark, Run, Table, Words
from pipeline.paper.prose import Prose, crest
from pipeline.products import Desk
from pipeline.year.text import title as year_title

LOGO = (70.0, 52.0)  # mm
TITLE, LESS = 34.0, 26.0  # pt: for a short name, and for a long one
LONG = 26  # letters
SIDE = 15.0


def cover(desk: Desk, prose: Prose) -> Iterator[Block]:
    """Yield logo, title on the school's colour, values and motto."""
    school, say, look = desk.school, desk.language.say, desk.look
    logo = crest(school, desk.language, *LOGO)
    if logo:
        yield replace(logo, before=8, after=16)
    title = say("Welcome to {school}", school=school.name)
    size = TITLE if len(title) <= LONG else LESS
    on = look.ink if look.ruled else look.on_field
    run = Run(title, look.letters("title", size, on), school.name.language)
    lead = Run(say("For new adults at school and at SFO"), look.letters("heading", 13, on))
    inner = (
        Words((run,), "title", leading=1.08, after=10),
        Words((lead,), leading=1.25),
    )
    ground = look.card if look.ruled else look.field
    yield Table((prose.width,), ((Cell(inner, ground, (9.0, 16.0)),),), (look.field, 2.25), True)
    yield _names(desk, prose)
    if school.brand.motto:
        yield replace(prose.said(school.brand.motto, bold=True), before=16)
    if school.year:
        yield prose.quiet(year_title(school, school.year, desk.language), times=1.0)


def _names(desk: Desk, prose: Prose) -> Table:
    """Return the values' shapes side by side, each over its name."""
    values, look = desk.school.values, desk.look
    size = 11.5 if len(values) < 4 else 9.0
    cells = []
    for at, value in enumerate(values):
        ink = look.values[at].ink
        mark: Mark = prose.mark(value.shape, at, SIDE, look.card)
        name = Run(value.name, look.letters("name", size, ink), value.name.language)
        above = Words((mark,), before=14, after=3, align="center")
        cells.append(Cell((above, Words((name,), leading=1.15, align="center")), None, (0.5, 1.0)))
    widths = (prose.width / len(values),) * len(values)
    return Table(widths, (tuple(cells),), laid=True)


def inside(desk: Desk, prose: Prose, names: Sequence[str]) -> Iterator[Block]:
    """Yield the list of what stands in the booklet, and what to do in the first week."""
    say, school = desk.language.say, desk.school
    yield prose.heading(say("In this booklet"))
    yield from (prose.item(name) for name in names)
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

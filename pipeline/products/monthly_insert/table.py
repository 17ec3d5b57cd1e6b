"""The insert to edit: one row of a Word table, as wide as the room that it is laid in."""

from __future__ import annotations

from pipeline.paper.bands import shown
from pipeline.paper.fit import largest, within
from pipeline.paper.flow import Cell, Figure, Flow, Mark, Run, Table, Words
from pipeline.paper.outlines import value_shape
from pipeline.paper.sheet import Box
from pipeline.paper.style import MM, Style
from pipeline.products.monthly_insert.small import LEAST, Slip

# Lengths are mm. From these widths on, what stands below stands beside; below the last, nothing.
SIDE_BY_SIDE, BESIDE, NARROWEST = 200.0, 108.0, 42.0
WIDEST = 247.0
EDGE = 2.25  # pt
PAD = (2.6, 1.8)
HALF = 180.0
SURE = 0.8  # another's letters may be so much wider than ours
HERO = 62.0  # a drawing is no wider, where it stands above
Blocks = tuple[Words | Figure, ...]


def flow(slip: Slip, width: float | None = None) -> Flow | None:
    """Return the insert in a table so wide, or of the slip's own size; None: there is no room.

    Half an A4 holds all the values, narrower ones the value of the month.
    """
    desk = slip.desk
    own = HALF if desk.paper == "A5" else desk.size[0]
    wide = min(width or own, WIDEST)
    if wide < NARROWEST:
        return None
    everything = width is None and desk.paper == "A5"
    table = _table(slip, wide, everything)
    page = (297.0, 210.0) if wide > HALF else (210.0, 297.0)
    return Flow(
        title=f"{slip.kicker}: {slip.monthly.arena.name} – {desk.school.name}",
        language=desk.language.code,
        blocks=(table,),
        subject=slip.kicker,
        page=page,
        margins=((page[0] - wide) / 2 if wide > HALF else 15.0, 15.0, 15.0, 15.0),
    )


def _table(slip: Slip, wide: float, everything: bool) -> Table:
    look = slip.desk.look
    ground = look.card if look.ruled else look.field
    on = look.ink if look.ruled else look.on_field
    told = _values(slip, everything)
    asked = _asked(slip, everything)
    edge = (look.field, EDGE)
    if everything:
        left = Cell((*_head(slip, on, 24, 62.0 - 2 * PAD[0]), *_hero(slip, 54)), ground, PAD)
        right = Cell((*told, *asked), look.paper, (3.4, 2.4))
        return Table((62.0, wide - 62.0), ((left, right),), edge, laid=True)
    if wide >= SIDE_BY_SIDE:
        widths = (40.0, 64.0, (wide - 104) * 0.52, (wide - 104) * 0.48)
        cells = (
            Cell(_hero(slip, 35), ground, PAD, middle=True),
            Cell(_head(slip, look.ink, 18, 64.0 - 2 * PAD[0]), look.paper, PAD, middle=True),
            Cell(told, look.paper, PAD, middle=True),
            Cell(asked, look.paper, PAD, middle=True),
        )
        return Table(widths, (cells,), edge, laid=True)
    if wide >= BESIDE:
        left = Cell(_hero(slip, 38), ground, PAD, middle=True)
        right = Cell(
            (*_head(slip, look.ink, 16, wide - 49), *told, *asked), look.paper, (3.0, 1.8), True
        )
        return Table((43.0, wide - 43.0), ((left, right),), edge, laid=True)
    inner = wide - 2 * PAD[0]
    # The drawing comes first: LibreOffice takes its looks from the first words in a control.
    blocks = (*_hero(slip, min(inner, HERO)), *_head(slip, on, 16, inner, ground), *told, *asked)
    return Table((wide,), ((Cell(blocks, look.card, PAD),),), edge, laid=True)


def _head(slip: Slip, colour: str, most: float, wide: float, fill: str | None = None) -> Blocks:
    """Return month and title; `most` is the title's size, smaller where `wide` mm ask for it."""
    look, name = slip.desk.look, slip.monthly.arena.name
    over = Run(slip.kicker, look.letters("kicker", LEAST, colour))
    style = Style(look.letters("title", 1))
    size = largest(within((name,), style, 1, wide * SURE), LEAST + 1, most) or LEAST + 1
    title = Run(name, look.letters("title", size, colour), name.language)
    return (
        Words((over,), leading=1.1, fill=fill),
        Words((title,), "title", leading=1.1, after=4, fill=fill),
    )


def _hero(slip: Slip, wide: float) -> Blocks:
    """Return the drawing, or the values' shapes where nobody has drawn."""
    drawing, look = slip.monthly.arena.drawing, slip.desk.look
    if drawing and drawing.art:
        alt = drawing.alt or drawing.shows
        return (Figure(drawing.art, wide, alt, alt.language, before=2, after=2, align="center"),)
    marks = tuple(_mark(slip, at, wide / 5, look.card) for at in range(len(look.values)))
    return (Words(marks, before=2, after=4, align="center"),)


def _mark(slip: Slip, at: int, side: float, ground: str) -> Mark:
    value, dress = slip.desk.school.values[at], slip.desk.look.values[at]
    shapes = value_shape(value.shape, Box(0, 0, side, side), dress.ink, ground)
    return Mark(shapes, side, ground)


def _values(slip: Slip, everything: bool) -> Blocks:
    """Return the value of the month with its lines, or all of them."""
    rows = shown(slip.monthly.arena)
    one = slip.monthly.value
    if not everything and one is not None:
        rows = [(at, lines) for at, lines in rows if at == one]
    short = not everything and one is None
    blocks: list[Words | Figure] = []
    for at, lines in rows:
        blocks += _value(slip, at, lines[:1] if short else lines)
    return tuple(blocks)


def _value(slip: Slip, at: int, lines: tuple[str, ...]) -> list[Words]:
    look, value = slip.desk.look, slip.desk.school.values[at]
    dress = look.values[at]
    tint = look.card if look.ruled else dress.tint
    mark = _mark(slip, at, (LEAST + 1) * MM * 1.05, tint)
    name = Run(f" {value.name}", look.letters("name", LEAST + 1, dress.ink), value.name.language)
    done = [Words((mark, name), "heading", 2, leading=1.15, before=2, fill=tint)]
    for line in lines:
        run = Run(line, look.letters("line", LEAST), getattr(line, "language", None))
        done.append(Words((run,), leading=1.15, after=2 if line is lines[-1] else 0, fill=tint))
    return done


def _asked(slip: Slip, everything: bool) -> Blocks:
    say, monthly = slip.desk.language.say, slip.monthly
    lead = say("Talk about it at home:") if everything else slip.lead
    given = [(lead, monthly.question)]
    if everything:
        given.append((say("We practise:"), monthly.task))
    look = slip.desk.look
    return tuple(
        Words(
            (
                Run(f"{lead} ", look.letters("heading", LEAST)),
                Run(words, look.letters("cell", LEAST), words.language),
            ),
            leading=1.15,
            before=4,
        )
        for lead, words in given
        if words
    )

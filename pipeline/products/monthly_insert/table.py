"""The insert to edit: one row of a Word table, as wide as the room that it is laid in."""

from __future__ import annotations

from pipeline.paper.bands import shown
from pipeline.paper.fit import largest, within
from pipeline.paper.flow import Cell, Figure, Flow, Mark, Run, Table, Words
from pipeline.paper.foot import credits
from pipeline.paper.outlines import value_shape
from pipeline.paper.sheet import Box
from pipeline.paper.style import MM, Style
from pipeline.products.monthly_insert.slip import LEAST, Slip
from pipeline.products.monthly_insert.slip import Words as Said
from pipeline.products.monthly_insert.small import said

# Lengths are mm. From these widths on, what stands below stands beside; below the last, nothing.
SIDE_BY_SIDE, BESIDE, NARROWEST = 200.0, 108.0, 42.0
WIDEST = 247.0
# The columns of drawing, title and value; and of the drawing on half a sheet.
DRAWN, TITLED, LABEL, LEFT = 40.0, 62.0, 25.0, 70.0
EDGE = 2.25  # pt
PAD = (2.6, 1.8)
HALF = 180.0
SURE = 0.8  # another's letters may be so much wider than ours
LEADING = 1.18
HERO = 46.0  # a drawing is no wider, where it stands above
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
    look, edge = slip.desk.look, (slip.desk.look.field, EDGE)
    words = said(slip)
    if everything:
        return Table((LEFT, wide - LEFT), (_half(slip),), edge, laid=True)
    told, asked = _told(slip, words), _asked(slip, words.question, everything=False)
    label = (_label(slip, words.rows[0][0]),) if len(words.rows) == 1 else ()
    tags = tuple(LABEL for _ in label)
    ground = look.card if look.ruled else look.field
    drawn = Cell(_hero(slip, DRAWN - 2 * PAD[0]), ground, PAD, middle=True)
    if wide >= SIDE_BY_SIDE:
        rest = (wide - DRAWN - TITLED - sum(tags)) / 2
        head = _head(slip, look.ink, 18, TITLED - 2 * PAD[0])
        texts = [Cell(one, look.paper, PAD, middle=True) for one in (head, told, asked)]
        cells = (drawn, texts[0], *label, *texts[1:])
        return Table((DRAWN, TITLED, *tags, rest, rest), (cells,), edge, laid=True)
    if wide >= BESIDE:
        column = wide - DRAWN - sum(tags)
        head = _head(slip, look.ink, 15, column - 6)
        right = Cell((*head, *told, *asked), look.paper, (3.0, 1.6), middle=True)
        return Table((DRAWN, *tags, column), ((drawn, *label, right),), edge, laid=True)
    return Table((wide,), ((_stacked(slip, words, wide),),), edge, laid=True)


def _half(slip: Slip) -> tuple[Cell, Cell]:
    """Return the cells of half a sheet: title and drawing, and beside them all there is to say."""
    look, inner = slip.desk.look, LEFT - 2 * PAD[0]
    ground, on = (look.card, look.ink) if look.ruled else (look.field, look.on_field)
    told = [one for row in shown(slip.monthly.arena) for one in _value(slip, row)]
    asked = _asked(slip, slip.monthly.question, everything=True)
    left = Cell((*_head(slip, on, 22, inner), *_hero(slip, inner)), ground, PAD)
    return left, Cell((*told, *asked, *_foot(slip)), look.paper, (3.4, 2.4))


def _stacked(slip: Slip, words: Said, wide: float) -> Cell:
    """Return all of it in one narrow cell."""
    look, inner = slip.desk.look, wide - 2 * PAD[0]
    ground, on = (look.card, look.ink) if look.ruled else (look.field, look.on_field)
    head = _head(slip, on, 15, inner, ground)
    told = [one for row in words.rows for one in _value(slip, row)]
    asked = _asked(slip, words.question, everything=False)
    return Cell((*head, *_hero(slip, min(inner, HERO)), *told, *asked), look.card, PAD)


def _head(slip: Slip, colour: str, most: float, wide: float, fill: str | None = None) -> Blocks:
    """Return month and title; `most` is the title's size, smaller where `wide` mm ask for it."""
    look, name = slip.desk.look, slip.monthly.arena.name
    quiet = look.quiet if colour == look.ink and not fill else colour
    over = Run(slip.kicker, look.letters("small", LEAST, quiet))
    style = Style(look.letters("title", 1))
    size = largest(within((name,), style, 1, wide * SURE), LEAST + 1, most) or LEAST + 1
    title = Run(name, look.letters("title", size, colour), name.language)
    return (
        Words((over,), leading=1.1, fill=fill),
        Words((title,), "title", leading=1.1, after=2, fill=fill),
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


def _label(slip: Slip, at: int) -> Cell:
    """Return the value's shape over its name, on its colour."""
    look, value = slip.desk.look, slip.desk.school.values[at]
    dress = look.values[at]
    fill, on = (look.card, dress.ink) if look.ruled else (dress.fill, dress.on)
    mark = Mark(value_shape(value.shape, Box(0, 0, 7, 7), on, fill), 7.0, fill)
    style = Style(look.letters("name", 1))
    size = largest(within((value.name,), style, 1, (LABEL - 2.4) * SURE), 8, LEAST) or 8.0
    name = Run(str(value.name), look.letters("name", size, on), value.name.language)
    blocks = (Words((mark,), align="center"), Words((name,), "heading", 2, 1.1, align="center"))
    return Cell(blocks, fill, (1.2, 1.2), middle=True)


def _told(slip: Slip, words: Said) -> Blocks:
    """Return the lines of the one value, or all the values with a line each."""
    if len(words.rows) > 1:
        return tuple(one for row in words.rows for one in _value(slip, row))
    letters = slip.desk.look.letters("line", LEAST + 1)
    runs = [Run(one, letters, getattr(one, "language", None)) for one in words.rows[0][1]]
    return tuple(Words((run,), leading=LEADING, after=1) for run in runs)


def _value(slip: Slip, row: tuple[int, tuple[str, ...]]) -> list[Words]:
    """Return a value's shape and name, and its lines, on its tint."""
    at, lines = row
    look, value = slip.desk.look, slip.desk.school.values[at]
    dress = look.values[at]
    tint = look.card if look.ruled else dress.tint
    mark = _mark(slip, at, (LEAST + 1) * MM * 1.05, tint)
    name = Run(f" {value.name}", look.letters("name", LEAST + 1, dress.ink), value.name.language)
    done = [Words((mark, name), "heading", 2, leading=1.2, before=2, fill=tint)]
    for line in lines:
        run = Run(line, look.letters("line", LEAST), getattr(line, "language", None))
        last = 2 if line is lines[-1] else 0
        done.append(Words((run,), leading=LEADING, after=last, fill=tint))
    return done


def _asked(slip: Slip, question: str, *, everything: bool) -> Blocks:
    say, look = slip.desk.language.say, slip.desk.look
    given = [(slip.lead, question)]
    if everything:
        task = slip.monthly.task
        given = [(say("Talk about it at home:"), question), (say("This month's task:"), task)]
    return tuple(
        Words(
            (
                Run(f"{lead} ", look.letters("heading", LEAST)),
                Run(words, look.letters("cell", LEAST), getattr(words, "language", None)),
            ),
            leading=LEADING,
            before=3,
        )
        for lead, words in given
        if words
    )


def _foot(slip: Slip) -> Blocks:
    """Return whose it is, and who drew."""
    desk = slip.desk
    drew = credits([slip.monthly.arena.drawing], desk.school, desk.language)
    words = " · ".join((str(desk.school.name), *drew[:1]))
    return (Words((Run(words, desk.look.letters("small", LEAST, desk.look.quiet)),), before=6),)

"""The call for a drawing competition: what to draw, how to take part, how we choose, who owns."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.paper import contests
from pipeline.paper.card import medallions
from pipeline.paper.fit import largest, within
from pipeline.paper.flow import Block, Cell, Flow, Sketch, Table
from pipeline.paper.flowing import high
from pipeline.paper.outlines import rectangle
from pipeline.paper.prose import FOOT, SURE, Prose, filling
from pipeline.paper.sheet import SIZES, Box, Shape
from pipeline.paper.style import Style
from pipeline.problems import Phrase, phrase
from pipeline.products import Desk

TITLE = "Calls for a drawing competition"
FOR = phrase("For the wall and the home, when the pupils' council asks for drawings.")
LANDSCAPE = False
WISHED = False
PAPERS = ("A4",)
FORMATS = ("docx", "pdf")
TOGETHER = "Pupils' council"
FILES = {"A4": "Call"}
subjects, arenas = contests.subjects, contests.arenas
MARGINS = (15.0, 13.0, 15.0, 11.0)  # mm
SIZES_OF_WORDS = (13.0, 12.5, 12.0, 11.5, 11.0, 10.5, 10.0)  # pt, the largest that fits a page
NAMES = 2.2, 3.0  # the title against the words, least and most: as large as one line lets it be
ROW, ART = 24.0, 52.0  # mm
PAD = (7.0, 8.0)
STEPS = (
    phrase("Get an entry sheet from your teacher."),
    phrase("Draw within the frame, with whatever you like."),
    phrase("Write your name on the slip, and not on the drawing."),
    phrase(
        "Give the sheet to your teacher. A teacher writes the same number on the drawing and the "
        "slip, and cuts off the slip."
    ),
    phrase(
        "Take the slip and a copy of this sheet home. A guardian ticks what the drawing may be "
        "used for, and signs."
    ),
    phrase("Give the slip to your teacher."),
)
CHOICE = (
    phrase("The pupils' council gets the drawings without names, and makes a ballot."),
    phrase("All classes vote, and nobody sees what others vote for."),
    phrase("If it is a tie, we vote again between those drawings."),
)
OWNING = (
    phrase("You own your drawing. We do not redraw it, and you get it back."),
    phrase("We use it only for what a guardian has said yes to: wall, week plan, web or sweater."),
)


def write(subject: str, desk: Desk) -> Flow:
    """Return the call, on one page."""
    say, page = desk.language.say, SIZES["A4"]
    logo = contests.is_of_logo(desk.school, subject)
    title = say("Draw our logo!") if logo else say("Draw our places!")
    return Flow(
        title=desk.language.tell(contests.KINDS[not logo]),
        language=desk.language.code,
        blocks=_fitted(title, _asked(desk, logo), desk, page),
        subject=say("For the wall and the home, when the pupils' council asks for drawings."),
        page=page,
        margins=MARGINS,
        foot=_prose(desk, page, SIZES_OF_WORDS[-1]).foot(
            desk.school, desk.language, say("The pupils' council")
        ),
    )


def _prose(desk: Desk, page: tuple[float, float], size: float) -> Prose:
    return Prose(desk.look, size, page[0] - MARGINS[0] - MARGINS[2])


def _fitted(title: str, asked: str, desk: Desk, page: tuple[float, float]) -> tuple[Block, ...]:
    """Return the call in the largest words that leave it on one page."""
    room = page[1] - MARGINS[1] - MARGINS[3]
    blocks: tuple[Block, ...] = ()
    for size in SIZES_OF_WORDS:
        prose = _prose(desk, page, size)
        head = _head(title, asked, desk, prose)
        blocks = filling(
            lambda row, prose=prose, head=head: (head, *_rules(desk, prose, row)),  # type: ignore[misc]
            prose.width,
            room,
            ROW,
        )
        if high(blocks, prose.width) <= (room - FOOT) * SURE:
            break
    return blocks


def _asked(desk: Desk, logo: bool) -> str:
    """Return what is to be drawn: a logo that suits the values, or one of the places."""
    say, language = desk.language.say, desk.language
    if logo:
        values = language.listed([language.running(str(one.name)) for one in desk.school.values])
        return say("The logo is to suit what we stand for: {values}.", values=values)
    names = [language.running(language.short(str(one.name))) for one in desk.school.arenas]
    *most, last = dict.fromkeys(names)
    if not most:
        return say("Draw this: {place}.", place=last)
    return say("Choose one theme: {most} or {last}.", most=", ".join(most), last=last)


def _head(title: str, asked: str, desk: Desk, prose: Prose) -> Block:
    """Return the bright field: whose competition, what to draw, and the values' shapes."""
    say, look = desk.language.say, desk.look
    over = say("Drawing competition at {school}", school=desk.school.name)
    fill = look.card if look.ruled else look.field
    wide = ART + 2 * PAD[0]
    room = (prose.width - wide - 2 * PAD[0]) * SURE
    style, (least, most) = Style(look.letters("title", 1)), (one * prose.size for one in NAMES)
    size = largest(within((title,), style, 1, room), least, most) or least
    words = (
        prose.said(over, bold=True, after=2),
        prose.title(title, size, after=8),
        prose.said(f"{say('All pupils can take part.')} {asked}", after=0),
    )
    shapes = medallions(desk.school.values, look, Box(0, 0, ART, ART * 0.9))
    ground = Shape(rectangle(Box(0, 0, ART, ART * 0.9)), fill=fill)
    drawn = tuple(one for one in shapes.items if isinstance(one, Shape))
    art = Sketch((ground, *drawn), ART, ART * 0.9)
    row = Cell(words, fill, PAD, middle=True), Cell((art,), fill, PAD, middle=True)
    edge = (look.field, 1.0) if look.ruled else None
    return Table((prose.width - wide, wide), (row,), edge, laid=True)


def _rules(desk: Desk, prose: Prose, row: float) -> Iterator[Block]:
    say, tell = desk.language.say, desk.language.tell
    yield prose.heading(say("How to take part"))
    for at, one in enumerate(STEPS, 1):
        yield prose.item(tell(one), number=at)
    heads = say("From"), say("Last day to hand in"), say("We vote"), say("We tell you who won")
    yield prose.heading(say("When"))
    yield prose.table(heads, [((), (), (), ())], (1, 1, 1, 1), row)
    parts: tuple[tuple[str, tuple[Phrase, ...]], ...] = (
        (say("How we choose"), CHOICE),
        (say("The drawing is yours"), (*OWNING, _withdrawing(desk))),
    )
    for heading, told in parts:
        yield prose.heading(heading)
        yield from (prose.item(tell(one)) for one in told)


def _withdrawing(desk: Desk) -> Phrase:
    """Return how guardians withdraw their consent: they keep this sheet, and not the slip."""
    there = desk.school.contact
    if ask := there.email or there.phone or there.name:
        return phrase(
            "A guardian can withdraw consent at any time: tell {contact}. "
            "Then we take the drawing out.",
            contact=ask,
        )
    return phrase(
        "A guardian can withdraw consent at any time: tell the school. "
        "Then we take the drawing out."
    )

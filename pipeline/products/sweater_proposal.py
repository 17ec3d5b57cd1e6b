"""A proposal of school sweaters with our logo, for FAU and SMU: how they look, what we ask."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from pipeline.language import language
from pipeline.model import Art, School
from pipeline.paper.flow import Block, Cell, Flow, Sketch, Table
from pipeline.paper.prose import Prose, crest, filling
from pipeline.paper.setting import set_pages
from pipeline.paper.sheet import (
    SIZES,
    Group,
    Item,
    Picture,
    Sheets,
    corners,
    shifted,
)
from pipeline.paper.sweater import chest, is_dark, sweater
from pipeline.problems import Sourced, phrase
from pipeline.products import Desk

TITLE = "Sweater proposals"
FOR = phrase("For FAU and SMU, when the school wants sweaters with its logo.")
LANDSCAPE = False
WISHED = False
PAPERS = ("A4",)
FORMATS = ("docx", "pdf")
TOGETHER = "Pupils' council"
FILES = {"A4": "Sweater proposal"}
MARGINS = (16.0, 12.0, 16.0, 11.0)  # mm
SIZE = 11.0  # pt
SIDE, CREST, ROW = 56.0, (30.0, 20.0), 26.0  # mm
NAMES = phrase("Light sweater"), phrase("Sweater in our colour"), phrase("Dark sweater")
ON_LIGHT, ON_DARK = phrase("the logo in colour"), phrase("the logo on dark")
ASKED = (
    phrase("Do you say yes to school sweaters with the logo that a pupil has drawn?"),
    phrase("Which of the three colours do you choose?"),
    phrase("Can the sweaters be bought by all families, whatever they can pay?"),
)


def subjects(school: School) -> tuple[Sourced, ...]:
    """Return the one proposal."""
    return (Sourced(language(school.language).say("School sweaters")),)


def arenas(school: School, subject: str) -> tuple[str, ...]:
    """Return nothing: the sweater shows the logo."""
    return ()


def compose(subject: str, desk: Desk) -> Sheets:
    """Return the page with the logo laid on each sweater."""
    paper = set_pages(_written(desk))
    art = desk.school.brand.logo
    if art is None:
        return paper
    worn = dict(zip(_alts(desk), _worn(art, desk), strict=True))

    def dressed(item: Item) -> Item:
        if not isinstance(item, Group):
            return item
        if item.kind != "figure" or item.alt not in worn:
            return replace(item, items=tuple(map(dressed, item.items)))
        points = list(corners(item))
        left = (min(x for x, _ in points) + max(x for x, _ in points)) / 2 - SIDE / 2
        top = min(y for _, y in points) - SIDE * TOP
        return replace(item, items=(*item.items, shifted(worn[item.alt], left, top)))

    sheets = tuple(replace(one, items=tuple(map(dressed, one.items))) for one in paper.sheets)
    return replace(paper, sheets=sheets)


def _worn(art: Art, desk: Desk) -> Iterator[Picture]:
    """Yield the logo as it stands on the chest of each sweater, in a box from 0, 0."""
    for colour in _colours(desk):
        dark = is_dark(colour)
        one = art.rimmed if dark else art
        yield Picture(chest(SIDE, one.width / one.height), one, clear=True, rim=dark)


TOP = 0.11  # share of its side that is empty above a sweater


def write(subject: str, desk: Desk) -> Flow:
    """Return the proposal with the logo beside the sweaters."""
    return _written(desk, beside=True)


def _written(desk: Desk, beside: bool = False) -> Flow:
    say, page = desk.language.say, SIZES["A4"]
    prose = Prose(desk.look, SIZE, page[0] - MARGINS[0] - MARGINS[2])
    title = say("Sweaters with our own logo")
    over = say(
        "{school}: a proposal from the pupils' council to FAU and SMU", school=desk.school.name
    )
    lead = say("Pupils have drawn our logo. We would like to wear it.")
    opening = prose.opening(over, title, lead)
    logo = crest(desk.school, desk.language, *CREST) if beside else None
    shown: tuple[Block, ...] = (_sweaters(desk, prose, beside),)
    if logo:
        shown = (replace(logo, before=2.0, after=6.0), *shown)
    blocks = filling(
        lambda row: (*opening, *shown, *_asked(desk, prose, row)),
        prose.width,
        page[1] - MARGINS[1] - MARGINS[3],
        ROW,
    )
    return Flow(
        title=say("Sweater proposal"),
        language=desk.language.code,
        blocks=blocks,
        subject=say("For FAU and SMU, when the school wants sweaters with its logo."),
        page=page,
        margins=MARGINS,
        foot=prose.foot(desk.school, desk.language, say("Sweater proposal")),
    )


def _alts(desk: Desk) -> tuple[str, ...]:
    say, tell = desk.language.say, desk.language.tell
    return tuple(
        say(
            "{sweater}, with {logo} on the chest",
            sweater=tell(name),
            logo=tell(ON_DARK if is_dark(colour) else ON_LIGHT),
        )
        for name, colour in zip(NAMES, _colours(desk), strict=True)
    )


def _colours(desk: Desk) -> tuple[str, str, str]:
    return desk.look.card, desk.look.field, desk.look.ink


def _sweaters(desk: Desk, prose: Prose, bare: bool) -> Table:
    """Return the three sweaters side by side, with the files that they are printed from."""
    look, tell = desk.look, desk.language.tell
    colours = _colours(desk)
    worn = desk.school.brand.logo and not bare
    alts = _alts(desk) if worn else tuple(map(tell, NAMES))
    cells = []
    for name, alt, colour, file in zip(NAMES, alts, colours, files(desk), strict=True):
        art = Sketch(sweater(SIDE, colour, look.ink), SIDE, SIDE, alt, align="center", after=1)
        told = prose.said(tell(name), bold=True, after=0), prose.quiet(file)
        cells.append(Cell((art, *(replace(one, align="center") for one in told)), pad=(1.0, 0.0)))
    return Table((prose.width / 3,) * 3, (tuple(cells),), laid=True)


def files(desk: Desk) -> tuple[str, ...]:
    """Return the names of the logo pack's files that the three sweaters need."""
    home = language(desk.school.language)
    title = home.say("Logo")
    light, dark = (f"{title} {home.say(one)}.svg" for one in ("colour", "on dark"))
    return tuple(dark if is_dark(one) else light for one in _colours(desk))


def _asked(desk: Desk, prose: Prose, row: float) -> tuple[Block, ...]:
    say, tell = desk.language.say, desk.language.tell
    who = (
        (say("The pupils' council"), say("proposes, and asks the classes")),
        (say("FAU"), say("speaks for the families, and may help with money and sale")),
        (say("SMU"), say("gives its advice, and sees that all can take part")),
        (say("The head teacher"), say("decides")),
    )
    rows = [
        ((prose.said(one, bold=True, after=0),), (prose.said(does, after=0),)) for one, does in who
    ]
    consent = say(
        "Only drawings whose guardians have said yes to “sweater” are printed. "
        "If the yes is taken back, we print no more."
    )
    heads = say("Price each"), say("How many"), say("Who prints"), say("Who pays")
    return (
        prose.heading(say("What we ask")),
        *(prose.item(tell(one), number=at) for at, one in enumerate(ASKED, 1)),
        prose.heading(say("What it costs")),
        prose.table(heads, [((), (), (), ())], (1, 1, 1, 1), row),
        prose.heading(say("Who decides")),
        prose.table((say("Who"), say("What they do")), rows, (2, 5)),
        prose.heading(say("The drawing and the files")),
        prose.said(consent, after=3),
        prose.said(
            say(
                "The files lie in the folder “{folder}”. Give the printer those that end in .svg.",
                folder=language(desk.school.language).say("Logo"),
            ),
            after=0,
        ),
    )

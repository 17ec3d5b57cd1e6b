"""A proposal of school sweaters with our logo, for FAU and SMU: how they look, what we ask."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from pipeline.language import language
from pipeline.model import Art, School
from pipeline.paper.flow import Block, Cell, Flow, Sketch, Table, Words
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
SIZE = 10.5  # pt
LOW, BEFORE = 0.8, 10.0  # of a heading, against its size elsewhere; pt over it
SIDE, BARE, CREST = 45.0, 32.0, (24.0, 13.0)  # mm: the sweaters are smaller without the logo
ROW, FIELD = 22.0, 8.5
NAMES = phrase("Light sweater"), phrase("Sweater in our colour"), phrase("Dark sweater")
ON_LIGHT, ON_DARK = phrase("the logo in colour"), phrase("the logo on dark")
ASKED = (
    phrase("Do you say yes to school sweaters with the logo that a pupil has drawn?"),
    phrase("Which of the three colours do you choose?"),
    phrase("How can every pupil afford to take part?"),
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
    lead = say("A pupil has drawn our logo. We would like to have it on a sweater.")
    opening = prose.opening(over, title, lead)
    logo = crest(desk.school, desk.language, *CREST) if beside else None
    shown: tuple[Block, ...] = (_sweaters(desk, prose, beside),)
    if logo:
        shown = (replace(logo, before=2.0, after=4.0, align="center"), *shown)
    if desk.school.brand.logo:
        drawn = say("The logo: drawn by a pupil at {school}", school=desk.school.name)
        shown = (*shown, replace(prose.said(drawn, after=0), before=3.0, align="center"))
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
    """Return the three sweaters side by side."""
    look, tell = desk.look, desk.language.tell
    colours = _colours(desk)
    worn = desk.school.brand.logo and not bare
    side = BARE if bare else SIDE
    alts = _alts(desk) if worn else tuple(map(tell, NAMES))
    cells = []
    for name, alt, colour in zip(NAMES, alts, colours, strict=True):
        art = Sketch(sweater(side, colour, look.ink), side, side, alt, align="center", after=1)
        told = replace(prose.said(tell(name), bold=True, after=0), align="center")
        cells.append(Cell((art, told), pad=(1.0, 0.0)))
    return Table((prose.width / 3,) * 3, (tuple(cells),), laid=True)


def files(desk: Desk) -> tuple[str, ...]:
    """Return the names of the logo pack's files that the three sweaters need."""
    home = language(desk.school.language)
    title = home.say("Logo")
    light, dark = (f"{title} {home.say(one)}.svg" for one in ("colour", "on dark"))
    return tuple(dark if is_dark(one) else light for one in _colours(desk))


def _asked(desk: Desk, prose: Prose, row: float) -> tuple[Block, ...]:
    """Return the questions with room to answer, what it costs, and who decides and signs."""
    say, tell = desk.language.say, desk.language.tell
    questions = [
        ((prose.said(f"{at}. {tell(one)}", after=0),), (), ()) for at, one in enumerate(ASKED, 1)
    ]
    answers = say("Question"), say("FAU answers"), say("SMU answers")
    heads = say("Price each"), say("How many"), say("Who prints"), say("Who pays")
    return (
        _heading(prose, say("We ask FAU and SMU")),
        prose.table(answers, questions, (6, 4, 4), row),
        _heading(prose, say("What it costs")),
        prose.table(heads, [((), (), (), ())], (1, 1, 1, 1), FIELD),
        _heading(prose, say("Who decides")),
        _signed(desk, prose),
        *_printed(desk, prose),
    )


def _signed(desk: Desk, prose: Prose) -> Table:
    """Return who says what, each with room for a day and a name."""
    say = desk.language.say
    who = (
        (say("The pupils' council"), say("proposes, and asks the classes")),
        (say("FAU"), say("represents the parents, and may help with money and sales")),
        (say("SMU"), say("gives advice, and makes sure that everyone can take part")),
        (say("The head teacher"), say("decides")),
    )
    rows = [
        ((prose.said(one, bold=True, after=0),), (prose.said(does, after=0),), (), ())
        for one, does in who
    ]
    heads = say("Who"), say("What they do"), say("Date"), say("Signature")
    return prose.table(heads, rows, (24, 72, 22, 38), FIELD)


def _printed(desk: Desk, prose: Prose) -> Iterator[Block]:
    """Yield what may be printed, and from which files."""
    say, tongue = desk.language.say, desk.language
    worn: dict[str, list[str]] = {}
    for name, file in zip(NAMES, files(desk), strict=True):
        worn.setdefault(file, []).append(tongue.running(tongue.tell(name)))
    needed = [
        say("“{file}” for the {sweaters}", file=file, sweaters=tongue.listed(names))
        for file, names in worn.items()
    ]
    consent = say(
        "Only drawings whose guardians have said yes to “sweater” are printed. "
        "If consent is withdrawn, we print no more."
    )
    from_files = say(
        "The printer needs {files}. They lie in the folder “{folder}”.",
        files=f", {tongue.facts['and']} ".join(needed),
        folder=language(desk.school.language).say("Logo"),
    )
    yield _heading(prose, say("The drawing and the files"))
    yield prose.said(consent, after=2)
    yield prose.said(from_files, after=0)


def _heading(prose: Prose, words: str) -> Words:
    """Return a low heading: the page is full."""
    low = Prose(prose.look, prose.size * LOW, prose.width)
    return replace(low.heading(words), before=BEFORE, after=3.0)

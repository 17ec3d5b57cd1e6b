"""All drawings of the school on one sheet: how sharp, what guardians allow, where each hangs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from pipeline.language import Language, language
from pipeline.model import USES, Drawing, School
from pipeline.paper.card import picture
from pipeline.paper.fit import foot_of, set_in
from pipeline.paper.outlines import rounded
from pipeline.paper.sheet import Box, Group, Item, Shape, Sheet, Sheets
from pipeline.paper.style import MM, Style
from pipeline.problems import Sourced, phrase
from pipeline.products import Desk

TITLE = "Overview of drawings"
FOR = phrase("For the PALS team.")
LANDSCAPE = False
PAPERS = ("A4", "A3")
WISHED = False
UPRIGHT, LYING = (3, 3), (4, 2)  # columns and rows of a page
MARGIN, GAP = 0.06, 0.02  # of the width
ART = 0.5  # of a card's height
NAME, SMALL, FILE = 11, 9.5, 8.5  # pt on A4; the rest in proportion
SHARP_DPI = 200
MM_PER_INCH = 25.4
ALLOWED = {
    "wall": phrase("wall"),
    "weekplan": phrase("week plan"),
    "web": phrase("web"),
    "sweater": phrase("sweater"),
}


def subjects(school: School) -> tuple[Sourced, ...]:
    """Return the one subject: all drawings."""
    name = language(school.language).say("Drawings")
    return (Sourced(name),) if school.drawings else ()


def arenas(school: School, subject: str) -> tuple[str, ...]:
    """Return every arena that has a drawing."""
    return tuple(str(arena.name) for arena in school.arenas if arena.drawing)


def compose(subject: str, desk: Desk) -> Sheets:
    """Return as many pages as the drawings need."""
    drawings = desk.school.drawings
    columns, rows = LYING if desk.landscape else UPRIGHT
    each = columns * rows
    pages = [drawings[at : at + each] for at in range(0, len(drawings), each)]
    sheets = tuple(_page(shown, number, len(pages), desk) for number, shown in enumerate(pages, 1))
    title = f"{desk.language.say(TITLE)} – {desk.school.name}"
    return Sheets(title, desk.language.code, sheets)


def _page(drawings: Sequence[Drawing], number: int, pages: int, desk: Desk) -> Sheet:
    wide, high = desk.size
    short = min(wide, high)
    margin, gap, scale = short * MARGIN, short * GAP, short / 210
    columns, rows = LYING if desk.landscape else UPRIGHT
    title = Style(desk.look.letters("title", 1), 1.2)
    small = Style(desk.look.letters("small", 1, desk.look.quiet), 1.3)
    inner = Box(margin, margin, wide - 2 * margin, high - 2 * margin)
    said = desk.language.say(TITLE)
    head = set_in(inner, said, title, 24 * scale, inner.y)
    told = str(desk.school.name) + (f" · {number}/{pages}" if pages > 1 else "")
    under = set_in(inner, told, small, NAME * scale, foot_of(head) + 5 * scale)
    top = foot_of(under) + 7 * scale
    items: list[Item] = [Group("title", (head,)), Group("paragraph", (under,))]
    step = ((inner.w + gap) / columns, (inner.bottom - top + gap) / rows)
    for at, drawing in enumerate(drawings):
        row, column = divmod(at, columns)
        box = Box(inner.x + column * step[0], top + row * step[1], step[0] - gap, step[1] - gap)
        items.append(_card(drawing, box, desk, scale))
    return Sheet(wide, high, tuple(items))


def _card(drawing: Drawing, box: Box, desk: Desk, scale: float) -> Group:
    """Return the drawing over what is known of it, as large as its lines leave room for."""
    pad = 3 * scale
    outline = Shape(rounded(box, 3 * scale), desk.look.card, desk.look.edge, 0.4 * scale)
    items: list[Item] = [Group("decoration", (outline,))]
    inner = box.inset(pad, pad)
    _, foot = _told(drawing, inner, inner.y, desk, scale)
    room = replace(inner, h=min(box.h * ART, inner.bottom - foot - 1.5 * pad))
    if drawing.art:
        items.append(picture(drawing, drawing.art, room))
    told, _ = _told(drawing, inner, room.bottom + pad, desk, scale)
    return Group("part", (*items, *told))


def _told(
    drawing: Drawing, inner: Box, top: float, desk: Desk, scale: float
) -> tuple[list[Item], float]:
    """Return what the drawing shows, what is known of it and its file, and where they end."""
    name = Style(desk.look.letters("heading", 1), 1.2)
    small = Style(desk.look.letters("small", 1), 1.25)
    quiet = Style(desk.look.letters("small", 1, desk.look.quiet), 1.25)
    foot = set_in(inner, _shown(drawing, desk.school), name, NAME * scale, top)
    items: list[Item] = [Group("heading", (foot,), level=2)]
    top = foot_of(foot) + 2.6 * scale
    lines = [(one, small, SMALL) for one in facts(drawing, desk.school, desk.language)]
    for line, style, size in (*lines, (drawing.file, quiet, FILE)):
        foot = set_in(inner, line, style, size * scale, top)
        items.append(Group("paragraph", (foot,)))
        top = foot_of(foot) + SMALL * scale * MM * 0.75
    return items, foot_of(foot)


def _shown(drawing: Drawing, school: School) -> str:
    """Return the place that shows the drawing, else what it is said to show, else its name."""
    if there := _arenas(drawing, school):
        return there[0]
    return drawing.shows[:1].upper() + drawing.shows[1:] or drawing.name


def facts(drawing: Drawing, school: School, spoken: Language) -> Iterator[str]:
    """Yield what is known of the drawing, a line for each; nobody is named without consent."""
    if drawing.credit and not drawing.consent.withdrawn:
        yield spoken.say("Drawing: {credit}", credit=drawing.credit)
    if art := drawing.art:
        widest = int(art.width / SHARP_DPI * MM_PER_INCH / 10)
        size = {"width": art.width, "height": art.height, "cm": widest}
        yield spoken.say("{width} × {height} pixels, sharp up to {cm} cm wide", **size)
    consent = drawing.consent
    if consent.withdrawn:
        yield spoken.say("The consent is withdrawn")
        return
    uses = [spoken.tell(ALLOWED[use]) for use in USES if use in consent.uses]
    if uses:
        yield spoken.say("Consent: {uses}", uses=spoken.listed(uses))
    else:
        yield spoken.say("No consent yet")
    if consent.until:
        yield spoken.say("until {day}", day=spoken.day(consent.until))
    if hangs := _hangs(drawing, school):
        yield spoken.say("Hangs in: {places}", places=", ".join(hangs))


def _arenas(drawing: Drawing, school: School) -> list[str]:
    """Return the arenas whose drawing it is."""
    there = [one for one in school.arenas if one.drawing and one.drawing.name == drawing.name]
    return [str(one.name) for one in there]


def _hangs(drawing: Drawing, school: School) -> list[str]:
    """Return the arenas and matrices that the drawing stands on now."""
    found = []
    for matrix in school.matrices_for("elev"):
        for arena in matrix.arenas:
            if arena.drawing and arena.drawing.name == drawing.name:
                found += [str(arena.name), str(matrix.title)]
    return list(dict.fromkeys(found))

"""Three slides a page beside their notes and lines to write on, and a box for practice."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from pipeline.paper.fit import foot_of, needs, set_in, stacked
from pipeline.paper.foot import logo
from pipeline.paper.outlines import rectangle, rounded
from pipeline.paper.scaling import placed
from pipeline.paper.sheet import PAPERS, Box, Group, Item, Shape, Sheet, Sheets
from pipeline.paper.slides import Deck
from pipeline.paper.style import MM, Style

WIDE, HIGH = PAPERS["A4"]
SIDE, TOP, LOW = 15.0, 14.0, 12.0  # mm around
HEAD, FOOT = 23.0, 8.0
SLIDE, GAP = 96.0, 8.0  # how wide a slide is, and what is between it and its notes
A_PAGE = 3
NOTE, LEAD = 10.0, 1.25  # pt, em
LINES, APART = 8, 8.5  # lines to write on beside and below a slide, and mm between them
PALE = "#fff8e3"


@dataclass(frozen=True)
class _Page:
    """What the pages share: the deck, and what is said at the head of each."""

    deck: Deck
    title: str
    about: str

    def style(self, role: str, colour: str | None = None) -> Style:
        """Return how words of the role are set on a sheet that is held in a hand."""
        return Style(self.deck.look.letters(role, 1, colour), LEAD, gap=0.15)


def handout(slides: Sheets, deck: Deck, about: str, practice: Sequence[str]) -> Sheets:
    """Return the slides on A4, three a page, drawn as they are; the practice box comes last."""
    page = _Page(deck, slides.title, about)
    count = -(-(len(slides.sheets) + 1) // A_PAGE)
    sheets: list[Sheet] = []
    met: set[str] = set()
    for at in range(count):
        items = list(_head(page, at))
        room = Box(SIDE, TOP + HEAD, WIDE - 2 * SIDE, HIGH - TOP - HEAD - LOW - FOOT)
        for row in range(A_PAGE):
            number = at * A_PAGE + row
            slot = replace(room, y=room.y + row * room.h / A_PAGE, h=room.h / A_PAGE)
            if number < len(slides.sheets):
                items += _slide(page, slides.sheets[number], number + 1, slot, met)
            elif number == len(slides.sheets):
                items += _practice(page, practice, replace(slot, h=room.bottom - slot.y))
        items.append(_foot(page, at + 1, count))
        sheets.append(Sheet(WIDE, HIGH, tuple(items)))
    return Sheets(slides.title, slides.language, tuple(sheets), subject=about)


def _head(page: _Page, at: int) -> Iterator[Item]:
    """Yield logo, title and what it is, over a rule; later pages say which they are."""
    deck, x = page.deck, SIDE
    side = 15.0
    if art := deck.school.brand.logo:
        wide = min(side * art.width / art.height, 40.0)
        mark = logo(deck.school, deck.language, Box(x, TOP, wide, side), art)
        x += wide + 4.0
        yield mark if not at else replace(mark, kind="decoration", alt="")
    title = page.style("title")
    box = Box(x, TOP, WIDE - SIDE - x, side)
    words = page.title
    if at:
        words = deck.language.say("{title} (page {page})", title=page.title, page=at + 1)
    size = next((one for one in (22.0, 18.0, 15.0) if _one_line(words, title, one, box.w)), 12.0)
    name = set_in(box, words, title, size, TOP + 1.0)
    yield Group("title", (name,))
    small = page.style("body", deck.look.quiet)
    yield Group("paragraph", (set_in(box, page.about, small, 11.0, foot_of(name) + 4.0),))
    rule = Box(SIDE, TOP + side + 2.0, WIDE - 2 * SIDE, 1.0)
    yield Group("decoration", (Shape(rectangle(rule), fill=deck.look.field),))


def _one_line(words: str, style: Style, size: float, wide: float) -> bool:
    high = needs((words,), style, size, wide)
    return high is not None and high < style.leading * size * MM


def _slide(page: _Page, sheet: Sheet, number: int, slot: Box, met: set[str]) -> Iterator[Item]:
    """Yield the slide, its notes and lines to write on."""
    scale = SLIDE / sheet.width
    look = page.deck.look
    shown = [_heard(item, met) for item in sheet.items if not _is_again(item)]
    yield Group("part", tuple(placed(one, scale, slot.x, slot.y) for one in shown))
    frame = Shape(
        rectangle(Box(slot.x, slot.y, SLIDE, sheet.height * scale)), stroke=look.edge, width=0.4
    )
    yield Group("decoration", (frame,))
    left = slot.x + SLIDE + GAP
    column = Box(left, slot.y, slot.right - left, slot.h - 4.5)
    first, *said = sheet.notes.split("\n")
    head = set_in(
        column, f"{number} · {first.rstrip('.')}", page.style("heading"), NOTE + 1, column.y + 0.5
    )
    yield Group("paragraph", (head,))
    notes = stacked(column, said, page.style("body"), NOTE, foot_of(head) + 3.0)
    yield from (Group("paragraph", (one,)) for one in notes)
    top = foot_of(notes[-1] if notes else head)
    ends = _ends(column, top, LINES)
    below = [y for y in ends if y > slot.y + sheet.height * scale + APART * 0.7]
    yield from _lines(page, column, ends)
    yield from _lines(page, replace(column, x=slot.x, w=SLIDE), below)


def _ends(column: Box, top: float, most: int) -> list[float]:
    """Return where lines to write on stand in the column, below `top`."""
    count = min(most, int((column.bottom - top + 1e-6) // APART))
    return [top + APART * at for at in range(1, count + 1)]


def _lines(page: _Page, column: Box, ends: Sequence[float]) -> Iterator[Item]:
    """Yield lines to write on across the column."""
    quiet = page.deck.look.quiet
    rules = tuple(
        Shape((("M", (column.x, y)), ("L", (column.right, y))), None, quiet, 0.15) for y in ends
    )
    if rules:
        yield Group("decoration", rules)


def _is_again(item: Item) -> bool:
    return isinstance(item, Group) and item.kind == "again"


def _heard(item: Item, met: set[str]) -> Item:
    """Return a slide's part as it is heard here: its title a heading, a picture told of once."""
    if not isinstance(item, Group):
        return item
    if item.kind == "title":
        return replace(item, kind="heading", level=2)
    if item.kind == "figure":
        if item.alt in met:
            return replace(item, kind="decoration", alt="")
        met.add(item.alt)
    return item


def _practice(page: _Page, steps: Sequence[str], slot: Box) -> Iterator[Item]:
    """Yield the box of what each class does this week, and lines to write on below it."""
    deck = page.deck
    inner = Box(slot.x + 6, slot.y + 7, slot.w - 12, slot.h - 14)
    style = page.style("body")
    head = set_in(
        inner, deck.language.say("Practice in class this week"), page.style("heading"), 14, inner.y
    )
    lines = tuple(f"{at}. {one}" for at, one in enumerate(steps, 1))
    texts = stacked(inner, lines, replace(style, gap=0.3), 12.0, foot_of(head) + 4.5)
    box = Box(slot.x, slot.y, slot.w, foot_of(texts[-1]) + 7 - slot.y)
    ground = Shape(rounded(box, 4), fill=deck.look.card if deck.look.ruled else PALE)
    if deck.look.ruled:
        ground = replace(ground, stroke=deck.look.edge, width=0.5)
    items = tuple(Group("item", (one,)) for one in texts)
    heading = Group("heading", (head,), level=2)
    yield Group("part", (Group("decoration", (ground,)), heading, Group("list", items)))
    own = page.deck.language.say("Our own notes")
    below = set_in(slot, own, page.style("heading"), NOTE + 1, box.bottom + 9)
    yield Group("heading", (below,), level=2)
    yield from _lines(page, slot, _ends(replace(slot, h=slot.h - 4), foot_of(below), 99))


def _foot(page: _Page, at: int, count: int) -> Group:
    """Return the school at the left and the page's number at the right."""
    small = page.style("small", page.deck.look.quiet)
    box = Box(SIDE, HIGH - LOW - 5.0, WIDE - 2 * SIDE, 6.0)
    number = page.deck.language.say("Page {page} of {pages}", page=at, pages=count)
    left = set_in(box, page.deck.school.name, small, 9.0, box.y + 1)
    right = set_in(box, number, small, 9.0, box.y + 1, "right")
    return Group("part", (Group("paragraph", (left,)), Group("paragraph", (right,))))

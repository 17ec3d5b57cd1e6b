"""The ballot and the winners' sheet: drawings in a grid, each on a card of its own."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from pipeline.contest.entries import Entry
from pipeline.language import Language
from pipeline.model import School
from pipeline.paper.card import picture
from pipeline.paper.fit import broken, foot_of, largest, lines_high, set_in, within
from pipeline.paper.outlines import rectangle, rounded
from pipeline.paper.pen import tick_box
from pipeline.paper.sheet import SIZES, Box, Group, Item, Shape, Sheet, Sheets
from pipeline.paper.style import Style
from pipeline.paper.theme import Look

MARGIN, GAP, PAD, FOOT = 14.0, 5.0, 3.5, 7.0  # mm
TITLE, LEAD, NAME, CAPTION, LEAST, SMALL = 24.0, 11.0, 15.0, 12.0, 9.0, 8.0  # pt
RULE, TICK = 1.1, 7.0  # mm
# Columns and rows of a page, by how many drawings there are at most.
GRIDS = ((1, 1, 1), (2, 1, 2), (4, 2, 2), (6, 2, 3), (9, 3, 3), (12, 3, 4))


@dataclass(frozen=True)
class Setting:
    """Whose competition it is, in which language and look, and what the drawings are of."""

    school: School
    language: Language
    look: Look
    place: str = ""

    @property
    def over(self) -> str:
        """Whose competition it is, in a line."""
        say, name = self.language.say, self.school.name
        if self.place:
            place = self.language.running(self.place)
            return say("Drawing competition at {school}: {place}", school=name, place=place)
        return say("Drawing competition at {school}", school=name)


@dataclass(frozen=True)
class _Card:
    """A drawing with its words for those who can't see it, and what stands below it.

    On a ballot that is its name, with a box to tick; else who drew it.
    """

    entry: Entry
    alt: str
    told: str
    ticks: bool = False


def ballot(entries: Sequence[Entry], votes: int, at: Setting, again: bool = False) -> Sheets:
    """Return the ballot; each voter has so many crosses, `again` where there was a tie."""
    say = at.language.say
    lead = f"{_crosses(votes, at.language)} {say('Write no name on the sheet.')}"
    cards = [
        _Card(
            one,
            say("Drawing number {number}", number=one.number),
            say("Number {number}", number=one.number),
            ticks=True,
        )
        for one in sorted(entries, key=lambda one: one.number)
    ]
    title = say("Vote once more") if again else say("Vote for the drawings")
    return _paper(title, (at.over, lead), cards, at)


def _crosses(votes: int, tongue: Language) -> str:
    """Return how many crosses a voter may make, as the counting sheet says what is spoiled."""
    if votes == 1:
        return tongue.say("Make one cross.")
    if votes == 2:
        return tongue.say("Make one or two crosses.")
    return tongue.say("Make one to {count} crosses.", count=votes)


def winners(entries: Sequence[Entry], won: Collection[int], at: Setting) -> Sheets:
    """Return the winners for the wall, all alike: no numbers, no votes, credits as guardians allow.

    Their order is that of their numbers, which tells nothing of the votes.
    """
    say = at.language.say
    alt = say("A drawing that won")
    if at.place:
        alt = say("A drawing of this place: {place}", place=at.language.running(at.place))
    cards = []
    for one in sorted(entries, key=lambda one: one.number):
        if one.number in won:
            told = say("Drawing: {credit}", credit=one.credit(at.language))
            cards.append(_Card(one, alt, told))
    lead = say("Chosen by the pupils.")
    if len(cards) > 1:
        lead += " " + say("The order means nothing.")
    title = say("The winners") if len(cards) > 1 else say("The winner")
    return _paper(title, (at.over, lead), cards, at)


def _paper(title: str, said: tuple[str, str], cards: Sequence[_Card], at: Setting) -> Sheets:
    """Return the cards on as few pages as they need; `said`: what stands over the title, and below.

    Cards on all pages are as large as on the first.
    """
    _, columns, rows = next((one for one in GRIDS if len(cards) <= one[0]), GRIDS[-1])
    each = columns * rows
    pages = [cards[start : start + each] for start in range(0, len(cards), each)]
    sheets = []
    for number, shown in enumerate(pages, 1):
        head, top = _head(title, said, at)
        free = _free(top)
        placed = [
            _card(one, _slot(free, index, columns, rows), at) for index, one in enumerate(shown)
        ]
        foot = _foot(number, len(pages), at)
        sheets.append(Sheet(*SIZES["A4"], (*head, *placed, foot)))
    name = f"{title} – {at.school.name}"
    return Sheets(name, at.language.code, tuple(sheets), at.language.say("Drawing competition"))


def _free(top: float) -> Box:
    wide, high = SIZES["A4"]
    return Box(MARGIN, top, wide - 2 * MARGIN, high - MARGIN - FOOT - top)


def _slot(free: Box, index: int, columns: int, rows: int) -> Box:
    down, across = divmod(index, columns)
    wide, high = (free.w + GAP) / columns, (free.h + GAP) / rows
    return Box(free.x + across * wide, free.y + down * high, wide - GAP, high - GAP)


def _head(title: str, said: tuple[str, str], at: Setting) -> tuple[tuple[Item, ...], float]:
    """Return what stands over the drawings, and where it ends."""
    wide, high = SIZES["A4"]
    inner = Box(MARGIN, MARGIN, wide - 2 * MARGIN, high - 2 * MARGIN)
    ground = Group("decoration", (Shape(rectangle(Box(0, 0, wide, high)), fill=at.look.card),))
    bold, big = Style(at.look.letters("heading", 1), 1.2), Style(at.look.letters("title", 1), 1.1)
    small = Style(at.look.letters("small", 1), 1.3)
    over = set_in(inner, said[0], bold, LEAD, inner.y)
    head = set_in(inner, title, big, TITLE, foot_of(over) + 4)
    y = foot_of(head) + 4.5
    rule = Group("decoration", (Shape(rectangle(Box(MARGIN, y, inner.w, RULE)), at.look.field),))
    words = set_in(inner, said[1], small, LEAD, y + RULE + 4)
    items = (
        *(ground, Group("paragraph", (over,)), Group("title", (head,)), rule),
        Group("paragraph", (words,)),
    )
    return items, foot_of(words) + 6


def _card(card: _Card, box: Box, at: Setting) -> Group:
    """Return a drawing as large as its card lets it be, over its name or who drew it."""
    look, tick = at.look, TICK if card.ticks else 0.0
    wide = box.w - 2 * PAD - (tick + 2 if tick else 0)
    style, most = Style(look.letters("small", 1), 1.25), CAPTION
    if card.ticks:
        style, most = Style(look.letters("heading", 1), 1.1), NAME
    size = largest(within((card.told,), style, 1, wide), LEAST, most) or LEAST
    high = lines_high(style, len(broken(card.told, style, size, wide)), size)
    low = max(high, tick) + 2 * PAD
    room = Box(box.x + PAD, box.y + PAD, box.w - 2 * PAD, box.h - PAD - low)
    y = room.bottom + (low - high) / 2
    text = set_in(Box(room.x, y, wide, high), card.told, style, size, y)
    shown = picture(card.entry.drawing(card.alt), card.entry.art, room)
    outline = Group("decoration", (Shape(rounded(box, 3.5), look.card, look.edge, 0.5),))
    if not card.ticks:
        return Group("part", (outline, shown, Group("paragraph", (text,))))
    box_to_tick = tick_box(box.right - PAD - tick, box.bottom - PAD - tick, tick, look.ink)
    name = Group("heading", (text,), level=2)  # a name is read before its drawing
    return Group("part", (outline, name, shown, box_to_tick))


def _foot(number: int, pages: int, at: Setting) -> Group:
    wide, high = SIZES["A4"]
    small = Style(at.look.letters("small", 1, at.look.quiet), 1.2)
    page = at.language.say("Page {page} of {pages}", page=number, pages=pages)
    box = Box(MARGIN, high - MARGIN, wide - 2 * MARGIN, 5)
    text = set_in(box, f"{at.school.name} · {page}", small, SMALL, high - MARGIN, "center")
    return Group("paragraph", (text,))

"""The ballot and the winners' sheet: numbered drawings in a grid, each on a card of its own."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from pipeline.contest.counting import Outcome
from pipeline.contest.entries import Entry
from pipeline.language import Language
from pipeline.model import School
from pipeline.paper.card import picture
from pipeline.paper.fit import foot_of, set_in
from pipeline.paper.outlines import rectangle, rounded
from pipeline.paper.pen import tick_box
from pipeline.paper.sheet import SIZES, Box, Group, Item, Shape, Sheet, Sheets
from pipeline.paper.style import MM, Style
from pipeline.paper.theme import Look

MARGIN, GAP, PAD, FOOT = 14.0, 5.0, 3.5, 7.0  # mm
TITLE, LEAD, NUMBER, CAPTION, SMALL = 24.0, 11.0, 15.0, 10.5, 8.0  # pt
RULE, TICK = 1.1, 7.0  # mm
# Columns and rows of a page, by how many drawings there are at most.
GRIDS = ((1, 1, 1), (2, 1, 2), (4, 2, 2), (6, 2, 3), (9, 3, 3), (12, 3, 4))
Card = tuple[Entry, tuple[str, ...]]  # what stands below its number


@dataclass(frozen=True)
class Setting:
    """Whose competition it is, in which language and look."""

    school: School
    language: Language
    look: Look


def ballot(entries: Sequence[Entry], votes: int, at: Setting) -> Sheets:
    """Return the ballot; each voter ticks so many drawings."""
    say = at.language.say
    lead = say("Tick {count} drawings. Write no name on the sheet.", count=votes)
    if votes == 1:
        lead = say("Tick one drawing. Write no name on the sheet.")
    cards = [(one, ()) for one in sorted(entries, key=lambda one: one.number)]
    return _paper(say("Vote for the drawings"), (lead,), cards, at, ticks=True)


def winners(
    entries: Sequence[Entry], votes: Mapping[int, int], found: Outcome, at: Setting
) -> Sheets:
    """Return the winners with their credits, in the order of their numbers; ties are said."""
    say, by_number = at.language.say, {one.number: one for one in entries}
    leads = [say("Votes given: {count}.", count=sum(votes.values()))]
    cards: list[Card] = []
    for number in found.winners:
        one = by_number[number]
        told = say("Drawn by: {credit}", credit=one.credit(at.language))
        count = say("{count} votes", count=votes[number]) if votes[number] > 1 else say("1 vote")
        cards.append((one, (told, count)))
    if found.tied:
        listed = at.language.listed([str(one) for one in found.tied])
        leads.append(
            say(
                "It is a tie between the numbers {numbers}. Vote once more between these alone: "
                "places left: {left}.",
                numbers=listed,
                left=found.left,
            )
        )
        cards += [(by_number[one], (say("A tie: vote again"),)) for one in found.tied]
    leads.append(say("Show and print only what the guardians have said yes to."))
    title = say("A tie") if not found.winners else say("The winner")
    if len(found.winners) > 1:
        title = say("The winners")
    return _paper(title, leads, cards, at)


def _paper(
    title: str, leads: Sequence[str], cards: Sequence[Card], at: Setting, ticks: bool = False
) -> Sheets:
    _, columns, rows = next((one for one in GRIDS if len(cards) <= one[0]), GRIDS[-1])
    each = columns * rows
    pages = [cards[start : start + each] for start in range(0, len(cards), each)]
    sheets = []
    for number, shown in enumerate(pages, 1):
        head, top = _head(title, leads, at)
        free = _free(top)
        placed = [
            _card(one, _slot(free, index, columns, rows), at, ticks)
            for index, one in enumerate(shown)
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


def _head(title: str, leads: Sequence[str], at: Setting) -> tuple[tuple[Item, ...], float]:
    """Return what stands over the drawings, and where it ends."""
    wide, high = SIZES["A4"]
    inner = Box(MARGIN, MARGIN, wide - 2 * MARGIN, high - 2 * MARGIN)
    ground = Group("decoration", (Shape(rectangle(Box(0, 0, wide, high)), fill=at.look.card),))
    bold, big = Style(at.look.letters("heading", 1), 1.2), Style(at.look.letters("title", 1), 1.1)
    small = Style(at.look.letters("small", 1), 1.3)
    said = at.language.say("Drawing competition at {school}", school=at.school.name)
    over = set_in(inner, said, bold, LEAD, inner.y)
    head = set_in(inner, title, big, TITLE, foot_of(over) + 4)
    y = foot_of(head) + 4.5
    rule = Group("decoration", (Shape(rectangle(Box(MARGIN, y, inner.w, RULE)), at.look.field),))
    items: list[Item] = [ground, Group("paragraph", (over,)), Group("title", (head,)), rule]
    y += RULE + 4
    for one in leads:
        words = set_in(inner, one, small, LEAD, y)
        items.append(Group("paragraph", (words,)))
        y = foot_of(words) + 3
    return tuple(items), y + 3


def _card(card: Card, box: Box, at: Setting, ticks: bool) -> Group:
    """Return a drawing as large as its card lets it be, its number, and what is told of it."""
    (entry, told), look = card, at.look
    outline = Shape(rounded(box, 3.5), look.card, look.edge, 0.5)
    small = Style(look.letters("small", 1), 1.25)
    below = NUMBER * MM + len(told) * CAPTION * MM * 1.4 + PAD
    low = max(below, TICK + PAD if ticks else 0.0) + PAD
    room = Box(box.x + PAD, box.y + PAD, box.w - 2 * PAD, box.h - PAD - low - PAD * 0.6)
    items: list[Item] = [Group("decoration", (outline,))]
    name = at.language.say("Number {number}", number=entry.number)
    style = Style(look.letters("heading", 1), 1.1)
    inner = Box(box.x + PAD, room.bottom, box.w - 2 * PAD - (TICK + 2 if ticks else 0), low)
    top = box.bottom - low + PAD * 0.4
    if ticks:
        top = box.bottom - PAD - (TICK + style.cap * NUMBER * MM) / 2
    words = set_in(inner, name, style, NUMBER, top)
    items.append(Group("heading", (words,), level=2))
    items.append(picture(entry.drawing(at.language), entry.art, room))
    y = foot_of(words) + 3
    for line in told:
        text = set_in(inner, line, small, CAPTION, y)
        items.append(Group("paragraph", (text,)))
        y = foot_of(text) + 2.2
    if ticks:
        side = box.right - PAD - TICK, box.bottom - PAD - TICK
        items.append(tick_box(*side, TICK, look.ink))
    return Group("part", tuple(items))


def _foot(number: int, pages: int, at: Setting) -> Group:
    wide, high = SIZES["A4"]
    small = Style(at.look.letters("small", 1, at.look.quiet), 1.2)
    page = at.language.say("Page {page} of {pages}", page=number, pages=pages)
    box = Box(MARGIN, high - MARGIN, wide - 2 * MARGIN, 5)
    text = set_in(box, f"{at.school.name} · {page}", small, SMALL, high - MARGIN, "center")
    return Group("paragraph", (text,))

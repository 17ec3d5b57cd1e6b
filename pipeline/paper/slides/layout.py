"""Lays out a slide: picture on the bright field, words at the right, whose it is at the foot.

Words take so much room that another face, as wide as DejaVu Sans, has the same lines in it: where
a school's face is missing, PowerPoint and its like set what they have.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from pipeline.paper.fit import broken, foot_of, largest, lines_high, set_in, width, within
from pipeline.paper.foot import logo
from pipeline.paper.overflow import Room, tell
from pipeline.paper.sheet import (
    SLIDES,
    Box,
    Group,
    Item,
    Letters,
    Piece,
    Row,
    Sheet,
    Text,
)
from pipeline.paper.slides import KINDS, Deck, Slide
from pipeline.paper.slides.left import beside, ground
from pipeline.paper.style import MM, Style, breaks
from pipeline.paper.theme import Look

WIDE, HIGH = SLIDES["16:9"]
EDGE = 14.0  # mm kept free around words
FOOT = Box(169.0, 168.0, WIDE - EDGE - 169.0, 13.0)
COLUMN = Box(169.0, 16.0, WIDE - EDGE - 169.0, 144.0)  # words beside a picture
BROAD = Box(104.0, 16.0, WIDE - EDGE - 104.0, 144.0)  # words that have the slide to themselves
LIGHT, HEAVY = 400, 700  # the weights of regular and bold letters
BOLD, WIDER, WIDER_THIN = 600, 1.31, 1.19  # how much wider DejaVu Sans is, bold and not
TITLE, LEAST = 54.0, 36.0  # pt
LINES = ((2, 46.0), (3, 42.0), (4, LEAST))  # of a title, and the least size in pt before more
PAIR = ((1, 42.0),)  # for two words: not «I» above «klasserommet»
SMALL = 14.0  # pt, of what says whose it is
SHORTENED, SMALLEST = 27.0, 21.0  # pt: below it a kicker is its value alone; the least of all
SOFTER, KICKER = 30.0, 0.78  # least size in pt of lines; a kicker against the lines
SENTENCES = ("value", "words")  # kinds whose title is a whole sentence, ended where it makes sense
MARK = 24.0  # mm, of a value's shape
GAPS = {"mark": 9.0, "kicker": 8.5, "title": 12.0, "line": 7.0}  # mm below each
LINK = 30.0  # pt
FIRST = 0.8  # of a line's height is above its baseline


def sheet(deck: Deck, slide: Slide, number: int) -> Sheet:
    """Return the slide as a sheet: title first, as it is read; the picture after the words."""
    deck = replace(deck, look=_plain(deck.look))
    room = COLUMN if slide.kind in ("opening", "picture", "value", "film") else BROAD
    words = _words(deck, slide, room)
    items = (ground(deck, slide), *words, *beside(deck, slide), _foot(deck, slide, number))
    layout = deck.language.tell(KINDS[slide.kind])
    return Sheet(WIDE, HIGH, items, slide.notes, layout)


def _plain(look: Look) -> Look:
    """Return the look in the two weights that a program for slides has of every family."""
    weights = (
        (role, HEAVY if weight >= BOLD else LIGHT, gap) for role, weight, gap in look.weights
    )
    return replace(look, weights=tuple(weights))


def _ink(deck: Deck, slide: Slide) -> str:
    return deck.look.on_field if slide.kind == "talk" else deck.look.ink


def _words(deck: Deck, slide: Slide, room: Box) -> tuple[Item, ...]:
    """Return title, kicker and lines, stacked around the middle of the room."""
    parts = _Parts(deck, slide, room)
    title, lines = parts.title(), parts.lines()
    marked = slide.value is not None and deck.drawn(slide) is not None
    highs = [MARK + GAPS["mark"]] if marked else []
    kicker = parts.kicker()
    highs += [_high(one) + GAPS["kicker"] for one in [kicker] if one]
    highs.append(_high(title))
    highs += [_high(one) + GAPS["line" if at else "title"] for at, one in enumerate(lines)]
    top = room.y + max(0.0, room.h - sum(highs)) / 2
    items: list[Item] = []
    if marked:
        items.append(parts.mark(top))
        top += highs[0]
    if kicker:
        above = _moved(kicker, top)
        top = foot_of(above) + GAPS["kicker"]
        items.append(Group("paragraph", (above,)))
    placed = _moved(title, top)
    items.insert(0, Group("title", (placed,)))
    for at, one in enumerate(lines):
        text = _moved(one, foot_of(placed) + GAPS["line" if at else "title"])
        placed = text
        items.append(Group("paragraph", (text,)))
    if slide.film:
        items.append(parts.link(foot_of(placed) + GAPS["title"]))
    return tuple(items)


@dataclass(frozen=True)
class _Parts:
    """The words of one slide, measured for its room."""

    deck: Deck
    slide: Slide
    room: Box

    def title(self) -> Text:
        """Return the title as large as can be, in few lines before many; a pair of words in one."""
        look, code = self.deck.look, self.deck.language.code
        plain = Style(look.letters("title", 1, _ink(self.deck, self.slide)), 1.1)
        if self.slide.kind in SENTENCES:
            plain = replace(plain, breaks=breaks(self.deck.language))
        wide, pair = self.room.w / WIDER, len(self.slide.title.split()) == 2
        for style in plain.dividing(code):
            for lines, least in PAIR + LINES if pair else LINES:
                fits = within((self.slide.title,), style, lines, wide)
                if size := largest(fits, least, TITLE):
                    return _set(self.room, self.slide.title, style, size)
        self._tell(self.slide.title, plain, LEAST, 4)
        return _set(self.room, self.slide.title, plain, LEAST)

    def lines(self) -> tuple[Text, ...]:
        """Return the lines below the title, all of one size."""
        look = self.deck.look
        style = Style(look.letters("body", 1, _ink(self.deck, self.slide)), 1.2)
        style = replace(style, breaks=breaks(self.deck.language))
        wide = self.room.w / WIDER_THIN
        floor = self.deck.body if self.deck.school.hall else SOFTER
        size = largest(within(self.slide.lines, style, 4, wide), floor, self.deck.body)
        if size is None:
            for one in self.slide.lines:
                self._tell(one, style, floor, 4)
        return tuple(_set(self.room, one, style, size or floor) for one in self.slide.lines)

    def kicker(self) -> Text | None:
        """Return the few words over the title, in the value's colour."""
        slide, look = self.slide, self.deck.look
        if not slide.kicker:
            return None
        plain = look.quiet if slide.kind != "talk" else look.on_field
        colour = plain if slide.value is None else look.values[slide.value].ink
        style = Style(look.letters("kicker", 1, colour), 1.15)
        usual = max(SOFTER, round(self.deck.body * KICKER))
        for words in (slide.kicker, slide.kicker.partition(" · ")[0]):
            fits = within((words,), style, 1, self.room.w / WIDER)
            if size := largest(fits, SHORTENED, usual):
                return _set(self.room, words, style, size)
        return _set(self.room, words, style, largest(fits, SMALLEST, SHORTENED) or SMALLEST)

    def mark(self, top: float) -> Group:
        """Return the value's shape in its colour."""
        from pipeline.paper.outlines import value_shape

        at = self.slide.value or 0
        look, value = self.deck.look, self.deck.school.values[at]
        box = Box(self.room.x, top, MARK, MARK)
        return Group("decoration", value_shape(value.shape, box, look.values[at].ink, look.paper))

    def link(self, top: float) -> Group:
        """Return the words that lead to the film; its address stands in the notes and the code."""
        shown = self.deck.language.say("Open the film")
        style = Style(self.deck.look.letters("name", 1), 1.2)
        size = max(LINK, self.deck.body * KICKER)
        letters: Letters = style.sized(size)
        long = width(shown, style, size)
        high = size * 1.3 * MM
        baseline = top + style.cap * size * MM
        box = Box(self.room.x, baseline - high * FIRST, min(self.room.w, long * WIDER), high)
        piece = Piece(shown, letters, box.x, long, link=self.slide.film)
        return Group("paragraph", (Row(box, (piece,), baseline),))

    def _tell(self, text: str, style: Style, size: float, lines: int) -> None:
        where = self.deck.language.say("a slide")
        room = Room((text,), style, size, self.room.w / WIDER, lines_high(style, lines, size))
        tell(room, where, "16:9", self.deck.problems)


def _set(room: Box, text: str, style: Style, size: float) -> Text:
    """Return the text in a box with room for letters as much wider as another face may have."""
    wider = WIDER if style.letters.weight >= BOLD else WIDER_THIN
    narrow = room.w / wider
    lines = broken(text, style, size, narrow)
    longest = max((width(one.rstrip(), style, size) for one in lines), default=0.0)
    high = len(lines) * size * style.leading * MM
    column = replace(room, w=narrow, h=high)
    done = set_in(column, text, style, size, room.y)
    return replace(done, box=replace(column, w=min(room.w, longest * wider + 1.0)))


def _high(text: Text) -> float:
    """Return the height from the first capital to the last baseline."""
    return foot_of(text) - text.box.y


def _moved(text: Text, top: float) -> Text:
    """Return the text and its box, first capitals standing from `top` down."""
    down = top - text.box.y
    baseline = text.baseline + down
    lift = baseline - text.leading * MM * FIRST
    return replace(text, baseline=baseline, box=replace(text.box, y=lift))


def _foot(deck: Deck, slide: Slide, number: int) -> Group:
    """Return whose it is and the slide's number, said anew on each slide."""
    school, look = deck.school, deck.look
    colour = look.on_field if slide.kind == "talk" else look.quiet
    style = Style(look.letters("foot", 1, colour), 1.2)
    wide = min(width(school.name, style, SMALL) * WIDER + 1.0, FOOT.w - 40.0)
    size = largest(lambda one: width(school.name, style, one) * WIDER <= wide, 8.0, SMALL) or 8.0
    left = FOOT.right - 18.0 - wide
    items: list[Item] = []
    if art := school.brand.logo:
        side = min(FOOT.h * art.width / art.height, 40.0)
        place = Box(left - 4.0 - side, FOOT.y, side, FOOT.h)
        items.append(logo(school, deck.language, place, art))
    middle = FOOT.y + FOOT.h / 2
    cap = style.cap * size * MM
    row = Box(left, middle - cap / 2 - 2.0, wide, cap + 6.0)
    name = set_in(row, school.name, style, size, middle - cap / 2)
    last = replace(row, x=FOOT.right - 14.0, w=14.0)
    count = set_in(last, str(number), style, size, middle - cap / 2, "right")
    items += [Group("paragraph", (one,)) for one in (name, count)]
    return Group("again", tuple(items))

"""Praise cards for adults: an expectation, and what we can say, for each line of a focus."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import cycle

from pipeline.language import Language, language
from pipeline.model import Arena, Focus
from pipeline.paper.bands import shown
from pipeline.paper.colour import WHITE, mixed
from pipeline.paper.cutting import Card, spread
from pipeline.paper.fit import flush, largest, needs, set_in, stacked
from pipeline.paper.outlines import rectangle, rounded, value_shape
from pipeline.paper.overflow import Room, tell
from pipeline.paper.sheet import SIZES, Box, Group, Item, Kind, Shape, Sheets
from pipeline.paper.style import Breaks, Style, breaks
from pipeline.paper.theme import Dress
from pipeline.problems import Phrase, Sourced, phrase
from pipeline.products import Desk
from pipeline.wording.praising import discreet, noticed, points_out
from pipeline.year import kit
from pipeline.year.letters import occasion

TITLE = "Praise cards"
FOR = phrase("For adults, to carry in a pocket.")
LANDSCAPE = False
WISHED = False
PAPERS = ("A4",)
FORMATS = ("pdf",)
TOGETHER = "Assembly kit"
FILES = {"A4": "Praise cards"}
subjects, arenas = kit.subjects, kit.arenas
# Lengths are mm, sizes pt.
PAGE = SIZES["A4"]  # upright, whichever way is asked for
WIDE, HIGH = PAGE[0] / 2, PAGE[1] / 2
GRID = (2, 2)
EDGE = 7.0  # white around colours: no printer reaches a sheet's edge, no knife meets a line quite
PAD, BAND, SHAPE, RADIUS = 12.0, 20.0, 12.0, 4.0
LEAD, SEEN, PANEL, FOOT = 35.5, 42.0, 75.0, 131.0  # from where down they stand
NAMES, SEES, SAYS, SMALL = (12.0, 22.0), (12.0, 26.0), (11.0, 21.0), 9.0
WRITE, THIN = 10.5, 0.25  # lines to write on


def compose(subject: str, desk: Desk) -> Sheets:
    """Return the cards, four on each sheet of A4, none of them empty."""
    focus, say = occasion(desk.school, subject).focus, desk.language.say
    given = _filled(list(_given(focus, desk.language)), focus)
    cards = [_Card(desk, focus.arena, one).made() for one in given]
    sheets = spread(cards, PAGE, GRID, desk.look.quiet)
    title = say("{title}: {focus}", title=say("Praise cards"), focus=focus.arena.name)
    return Sheets(title, desk.language.code, sheets, say("For adults, to carry in a pocket."))


@dataclass(frozen=True)
class _Said:
    """What stands on a card: its name, what to see and to say, each below its heading.

    `value` is the place among all of the value that it is of, if any. `low`: it is not said for
    all to hear.
    """

    name: str
    seen: str = ""
    words: str = ""
    value: int | None = None
    over: tuple[Phrase, Phrase] = (phrase("Expectation"), phrase("What we can say"))
    low: bool = False


def _given(focus: Focus, tongue: Language) -> Iterator[_Said]:
    """Yield a card for the focus's own praise, then one for each line that adults may see kept."""
    if focus.praise:
        seen = tongue.say("Say what you see, at once.")
        if focus.private:
            seen = tongue.say("Praise what you see and hear from outside, at once.")
        over = phrase("How we praise"), phrase("For example")
        code = focus.praise.language
        low = focus.private or points_out(focus.praise, language(code) if code else tongue)
        yield _Said(focus.arena.name, seen, focus.praise, None, over, low)
    for at, lines in () if focus.private else shown(focus.arena):
        for line in lines:
            code = line.language if isinstance(line, Sourced) else None
            own = language(code) if code else tongue
            low = points_out(line, own)
            words = discreet(line, own) if low else noticed(line, own)
            yield _Said("", line, Sourced(words, None, code), at, low=low)


def _filled(given: list[_Said], focus: Focus) -> list[_Said]:
    """Return the cards, and as many more as the sheet has room for: to fill in, the first again."""
    blank = _Said(focus.arena.name, low=focus.private)
    more = cycle((blank, given[0] if focus.praise else blank))
    while not given or len(given) % (GRID[0] * GRID[1]):
        given.append(next(more))
    return given


@dataclass(frozen=True)
class _Card:
    """A card on its way: at which desk, of which arena, and what it says."""

    desk: Desk
    arena: Arena
    said: _Said

    def made(self) -> Card:
        """Return the card: the name on its band, what we see, what we can say, whom it is for."""
        return (self._ground(), *self._named(), *self._seen(), *self._speech(), *self._foot())

    @property
    def _dress(self) -> Dress:
        look, value = self.desk.look, self.said.value
        if value is not None:
            return look.values[value]
        return Dress(look.field, look.on_field, mixed(look.field, look.card, 0.2), look.ink)

    @property
    def _panel(self) -> Box:
        return Box(EDGE, PANEL, WIDE - 2 * EDGE, FOOT - 5.0 - PANEL)

    def _ground(self) -> Group:
        look, dress = self.desk.look, self._dress
        band = Box(EDGE, EDGE, WIDE - 2 * EDGE, BAND)
        if look.ruled:
            rule = Shape(rectangle(Box(band.x, band.bottom - 1.2, band.w, 1.2)), fill=dress.fill)
            frame = Shape(rounded(self._panel, RADIUS), stroke=dress.ink, width=0.5)
            return Group("decoration", (rule, frame))
        top = Shape(rounded(band, RADIUS), fill=dress.fill)
        panel = Shape(rounded(self._panel, RADIUS), fill=dress.tint)
        return Group("decoration", (top, panel))

    def _named(self) -> tuple[Item, ...]:
        """Return the value's shape and name on the band, or the arena's name."""
        look, dress, at = self.desk.look, self._dress, self.said.value
        on, under = (dress.ink, WHITE) if look.ruled else (dress.on, dress.fill)
        box = Box(PAD, EDGE + 3.0, WIDE - 2 * PAD, BAND - 6.0)
        if at is None:
            return (self._fitted((self.said.name,), box, ("name", *NAMES), "title", on),)
        value = self.desk.school.values[at]
        place = Box(PAD, EDGE + (BAND - SHAPE) / 2, SHAPE, SHAPE)
        mark = Group("decoration", value_shape(value.shape, place, on, under))
        box = Box(PAD + SHAPE + 4.0, place.y, WIDE - 2 * PAD - SHAPE - 4.0, SHAPE)
        return mark, self._fitted((value.name,), box, ("name", *NAMES), "title", on)

    def _seen(self) -> tuple[Item, ...]:
        lead = self._small(self.desk.language.tell(self.said.over[0]), PAD, LEAD, "heading")
        box = Box(PAD, SEEN, WIDE - 2 * PAD, PANEL - 7.0 - SEEN)
        if not self.said.seen:
            return lead, self._lines(box)
        return lead, self._fitted((self.said.seen,), box, ("name", *SEES), "paragraph", top=True)

    def _speech(self) -> tuple[Item, ...]:
        say, panel = self.desk.language.say, self._panel
        told = say("Say it quietly to the one you praise")
        if not self.said.low:
            told = self.desk.language.tell(self.said.over[1])
        lead = self._small(told, PAD, panel.y + 6.0, "heading")
        box = Box(PAD, panel.y + 12.5, WIDE - 2 * PAD, panel.h - 17.5)
        if not self.said.words:
            words = self._small(say("I saw that you …"), box.x, box.y, "paragraph", 1.3)
            return lead, words, self._lines(Box(box.x, box.y + 4.0, box.w, box.h - 4.0))
        return lead, self._fitted(self._quoted(), box, ("heading", *SAYS), "paragraph", top=True)

    def _quoted(self) -> tuple[str, ...]:
        """Return what we can say in quotes, with the value's name where it is in the language."""
        tongue, said = self.desk.language, self.said
        code = said.words.language if isinstance(said.words, Sourced) else None
        own, words = language(code) if code else tongue, str(said.words)
        if said.value is not None:
            name = self.desk.school.values[said.value].name
            if (name.language or tongue.code) == own.code:
                words += "\n" + own.say("That shows {value}!", value=name.casefold())
        quoted = own.say("“{words}”", words=words)
        return tuple(Sourced(line, None, code) for line in quoted.split("\n"))

    def _foot(self) -> tuple[Item, ...]:
        say = self.desk.language.say
        where = self.arena.name if self.said.value is not None else self.desk.school.name
        told = say("For the adult: Say it aloud. The card is not for a child.")
        if self.said.low:
            told = say("For the adult: The card is not for a child.")
        upper = self._small(told, PAD, FOOT, "paragraph", 1.0)
        return upper, self._small(where, PAD, FOOT + 4.5, "paragraph", 1.0)

    def _small(self, words: str, x: float, y: float, kind: Kind, times: float = 1.15) -> Group:
        look = self.desk.look
        role, colour = ("heading", look.ink) if kind == "heading" else ("small", look.quiet)
        style = Style(look.letters(role, 1, colour), 1.2)
        text = set_in(Box(x, y, WIDE - PAD - x, 6.0), words, style, SMALL * times, y)
        return Group(kind, (text,), level=2 if kind == "heading" else 0)

    def _lines(self, box: Box) -> Group:
        """Return lines to write on, as many as the box has room for."""
        found = [
            Shape(rectangle(Box(box.x, box.y + WRITE * at, box.w, THIN)), fill=self.desk.look.quiet)
            for at in range(1, int(box.h / WRITE) + 1)
        ]
        return Group("decoration", tuple(found))

    def _fitted(
        self,
        texts: tuple[str, ...],
        box: Box,
        how: tuple[str, float, float],
        kind: Kind,
        colour: str | None = None,
        top: bool = False,
    ) -> Group:
        """Return the texts as large as the box lets them be: in its middle, or from its top."""
        tongue, (role, least, most) = self.desk.language, how
        ends = Breaks() if role == "heading" else breaks(tongue)
        style = Style(self.desk.look.letters(role, 1, colour), 1.16, breaks=ends)
        for tried in style.dividing(getattr(texts[0], "language", None) or tongue.code):
            size = largest(_holds(texts, tried, box), least, most)
            if size:
                break
        else:
            size = least
            say, problems = tongue.say, self.desk.problems
            room = Room(texts, tried, size, box.w, box.h)
            tell(room, say("the praise card"), say("an A6 card"), problems)
        high = needs(texts, tried, size, box.w) or 0.0
        start = box.y if top else box.y + max(0.0, (box.h - high) / 2)
        return Group(kind, stacked(flush(box, texts[0], tried, size), texts, tried, size, start))


def _holds(texts: tuple[str, ...], style: Style, box: Box) -> Callable[[float], bool]:
    """Return what tells whether the texts have room in the box at a size."""

    def fits(size: float) -> bool:
        high = needs(texts, style, size, box.w)
        return high is not None and high <= box.h

    return fits

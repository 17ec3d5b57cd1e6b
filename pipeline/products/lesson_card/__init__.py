"""Lesson card of a focus: why, show, practise, praise, again, in twelve minutes."""

from __future__ import annotations

from dataclasses import dataclass

from pipeline.language import Language
from pipeline.model import Arena
from pipeline.paper.card import card, card_box, medallions
from pipeline.paper.column import Column
from pipeline.paper.cutting import copies
from pipeline.paper.fit import largest, within
from pipeline.paper.foot import credits, low_foot
from pipeline.paper.outlines import edge_of, field_above, field_within
from pipeline.paper.overflow import Room, tell
from pipeline.paper.sheet import Box, Group, Item, Shape, Sheets, shifted
from pipeline.paper.style import MM, Style, breaks
from pipeline.problems import phrase
from pipeline.products import Desk
from pipeline.products.lesson_card.steps import SLOT, Steps
from pipeline.year import kit
from pipeline.year.letters import Occasion, occasion

TITLE = "Lesson cards"
FOR = phrase("For those who practise with a class, at school and at SFO.")
LANDSCAPE = True
PAPERS = ("A4",)
FORMATS = ("pdf",)
TOGETHER = "Assembly kit"
FILES = {"A4": "Lesson card"}
subjects, arenas = kit.subjects, kit.arenas
# Lengths are mm, sizes pt.
PAGE = (297.0, 210.0)  # A4, lying whichever way is asked for
WIDE, HIGH = PAGE[0] / 2, PAGE[1]
EDGE = 7.0  # white around colours: no printer reaches a sheet's edge, no knife meets a line quite
PAD, HEAD, RADIUS = 10.0, 13.0, 4.0
FIELD, RISE, HERO = 50.0, 5.0, 49.0
FOOT = 8.0
TITLES = (21.0, 15.0, 30.0)  # at least on one line, on more, and at most


def compose(subject: str, desk: Desk) -> Sheets:
    """Return the card twice on a sheet of A4, to be cut."""
    held = occasion(desk.school, subject)
    arena = kit.hung(held.focus, desk.school)
    made = _Card(held, arena, desk).items()
    sheet = copies(made, PAGE, 2, desk.look.quiet)
    say = desk.language.say
    title = say("{title}: {focus}", title=say("Lesson card"), focus=arena.name)
    use = say("For those who practise with a class, at school and at SFO.")
    return Sheets(title, desk.language.code, (sheet,), use, runs_on=True)


@dataclass(frozen=True)
class _Card:
    """One card on its way."""

    held: Occasion
    arena: Arena
    desk: Desk

    @property
    def tongue(self) -> Language:
        return self.desk.language

    def items(self) -> tuple[Item, ...]:
        """Return the field with title and drawing, the steps, and the foot."""
        drew = credits([self.arena.drawing], self.desk.school, self.tongue)
        box = Box(PAD, HIGH - PAD - FOOT, WIDE - 2 * PAD, FOOT)
        look, problems = self.desk.look, self.desk.problems
        foot = low_foot(box, self.desk.school, self.tongue, look, drew, problems)
        room = Box(PAD, FIELD + 3.0, WIDE - 2 * PAD, box.y - 3.0 - FIELD - 3.0)
        steps = Steps(self.held, self.arena, self.desk, room)
        return (self._ground(), *self._head(), self._hero(), *steps.placed(), foot)

    def _ground(self) -> Group:
        look, box = self.desk.look, Box(EDGE, EDGE, WIDE - 2 * EDGE, FIELD - EDGE)
        if look.ruled:
            edge = Shape(edge_of(field_above(box.w, FIELD, RISE)), stroke=look.field, width=1.4)
            return Group("decoration", (shifted(edge, EDGE, 0.0),))
        return Group("decoration", (Shape(field_within(box, RADIUS, RISE), fill=look.field),))

    def _head(self) -> list[Item]:
        """Return what the card is, and the arena as its title."""
        look, say, name = self.desk.look, self.tongue.say, self.arena.name
        ink = look.ink if look.ruled else look.on_field
        wide = WIDE - 2 * HEAD - HERO - 2.0
        style = Style(look.letters("title", 1, ink), 1.04, breaks=breaks(self.tongue))
        ways = ((one, lines) for one in style.dividing(self.tongue.code) for lines in (1, 2, 3))
        for tried, lines in ways:
            size = largest(within((name,), tried, lines, wide), TITLES[lines > 1], TITLES[-1])
            if size:
                break
        else:
            size = TITLES[1]
            room = Room((name,), tried, size, wide, 3 * size * MM)
            tell(room, say("the title"), say("half an A4"), self.desk.problems)
        small = Style(look.letters("heading", 1, ink), 1.2)
        told = say("{minutes} minutes", minutes=SLOT), kit.weeks_told(self.held.focus, self.tongue)
        column = Column(HEAD, HEAD, wide)
        column.put(say("Lesson card"), small, 11.5, 0.0)
        column.put(name, tried, size, 4.2, "title")
        column.put(" · ".join(told), small, 10.0, 4.6)
        return column.items

    def _hero(self) -> Item:
        room = Box(WIDE - HEAD - HERO + 1.0, HEAD - 3.0, HERO + 2.0, FIELD - HEAD + 3.0)
        drawing, look = self.arena.drawing, self.desk.look
        if drawing and drawing.art:
            return card(drawing, drawing.art, card_box(drawing.art, room), look)
        values = self.desk.school.values
        return medallions(values, look, Box(room.x, room.y + 6, room.w, room.h - 16))

"""What parents are shown at a meeting, slide by slide; what is said of each stands in its notes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from pipeline.model import Focus, Meeting, School
from pipeline.paper.slides import Deck, Slide
from pipeline.problems import phrase
from pipeline.talks.teller import Speaker, Teller, short, timed
from pipeline.year.letters import ahead
from pipeline.year.talk import ASIDE, WE_ASK, WHAT_IT_IS, dates

NEXT = 2  # focus periods that a slide looks forward to


def practised(meeting: Meeting, school: School) -> tuple[Focus, ...]:
    """Return what is practised on the day of the meeting, and what comes after it."""
    return ahead(school.year, meeting.day) if school.year else ()


def slides(meeting: Meeting, deck: Deck) -> tuple[Slide, ...]:
    """Return the slides in the order they are shown; the last is the same in all talks."""
    told = Parents(deck, meeting).told()
    return short(timed(long, one, deck.language) for long, one in told)


@dataclass(frozen=True)
class Parents(Speaker):
    """A meeting with the parents."""

    meeting: Meeting

    def told(self) -> Iterator[tuple[int, Slide]]:
        """Yield the slides, each with its minutes."""
        yield 1, self.opening()
        yield from ((1, one) for one in self.motto())
        yield 3, self.what()
        yield from ((1, one) for one in self.means())
        yield from self.now()
        yield from ((2, one) for one in self.at_home())
        yield 2, self.asked()
        yield from ((1, one) for one in self.next())
        yield from ((1, one) for one in self.thanks())
        yield 4, self.talk(self.say("What works at home?"))

    def opening(self) -> Slide:
        """Return the title slide."""
        welcome = phrase("Welcome everyone, say who you are, and hand out the sheet.")
        clock = self.tongue.clock(self.meeting.clock) if self.meeting.clock else ""
        lines = tuple(filter(None, (self.tongue.day(self.meeting.day), clock)))
        return Slide("opening", str(self.meeting.name), "", lines, self.notes(welcome))

    def what(self) -> Slide:
        """Return what PALS is, in three words on the slide and in sentences below it."""
        tell = phrase("Tell of one thing that goes better now, and how you can see it.")
        lines = (self.say("We agree"), self.say("We practise"), self.say("We praise"))
        return Slide("words", self.say("What is PALS?"), "", lines, self.notes(*WHAT_IT_IS, tell))

    def means(self) -> Iterator[Slide]:
        """Yield each of the values, and what it means."""
        show = phrase("Show a poster, and tell what the pupils' council has taken part in.")
        for at, value in enumerate(self.school.values):
            title, kicker = str(value.says or value.name), str(value.name) if value.says else ""
            yield Slide(
                "value", title, kicker, (), self.notes("" if at else show), value=at, bare=True
            )

    def now(self) -> Iterator[tuple[int, Slide]]:
        """Yield what is practised at school now: the place, a line of each value, the film."""
        for focus in practised(self.meeting, self.school)[:1]:
            teller = Teller(self.deck, focus)
            ask = phrase("Tell how the class has practised this.")
            yield 1, teller.place(ask)
            aloud = phrase("Read the line aloud, and tell what it looks like at school.")
            lines = self.values(focus.arena.name, focus.arena.cells, aloud, most=1)
            yield from ((1, one) for one in lines)
            yield from ((3, one) for one in teller.films())

    def at_home(self) -> Iterator[Slide]:
        """Yield what each value can be at home; without the school's words, a question."""
        look = phrase("Look at the sheet together, and let the parents add their own.")
        there = [(at, one) for at, one in enumerate(self.school.values) if one.home]
        for at, value in there:
            kicker = self.say("{value} at home", value=value.name)
            yield Slide(
                "value", str(value.home[0]), kicker, (), self.notes(look), value=at, bare=True
            )
        if not there:
            title = self.say("Our values at home")
            yield Slide("words", title, "", (), self.notes(ASIDE, look))

    def asked(self) -> Slide:
        """Return what the school asks of the parents."""
        thank = phrase("Thank the parents for what they do already.")
        lines = (self.say("Talk"), self.say("Praise often"), self.say("Tell us"))
        title = self.say("This is what we ask of you")
        return Slide("words", title, "", lines, self.notes(*WE_ASK, thank))

    def next(self) -> Iterator[Slide]:
        """Yield what is practised after this; all the dates stand in the notes."""
        later = practised(self.meeting, self.school)[1:]
        if later:
            lines = tuple(f"{self.tongue.short_day(one.first)} {one.arena.name}" for one in later)
            told = dates(self.meeting, self.school, self.tongue)
            title = self.say("This is what we practise next")
            yield Slide("words", title, "", lines[:NEXT], self.notes(*told))

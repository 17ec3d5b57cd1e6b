"""What parents are told at a meeting, slide by slide: how long each takes, and what is said."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from pipeline.language import KnownYear, Language
from pipeline.model import Drawing, Focus, Meeting, School
from pipeline.paper.foot import credits
from pipeline.paper.slides import Deck, Slide, named_apart
from pipeline.problems import Phrase, phrase
from pipeline.talks.teller import WORDS, Speaker, short, timed
from pipeline.year import tidings
from pipeline.year.kit import hung
from pipeline.year.letters import ahead

WHAT_IT_IS = (
    phrase("PALS is how we work to make the school safe and good for everyone."),
    phrase("Children and adults agree on what we do, and then we practise together."),
    phrase("We notice what goes well, and we say it out loud."),
)
WE_ASK = (
    phrase("Talk with your child about what we practise."),
    phrase("Say out loud what your child does well, and say it at once."),
    phrase("Tell us when something is hard."),
)
ASIDE = phrase("Talk about it: How do we do this at home?")

# What is said of a value, of its line at school, and of its line at home: another thing for each
# of the most values that a school has.
OF_VALUES = (
    phrase("Show a poster, and tell what the pupils' council has taken part in."),
    phrase("Describe something good you saw, without names or class. Why was it {value}?"),
    phrase("Tell what the adults do to show “{value}”."),
    phrase("Tell what the youngest pupils say when you ask about “{value}”."),
    phrase("Ask: What is “{value}” to you?"),
)
AT_SCHOOL = (
    phrase("Tell what this looks like at school."),
    phrase("Tell how the adults help everyone with this."),
    phrase("Tell how the adults praise this."),
    phrase("Ask whether the children have talked about this at home."),
    phrase("Tell how the pupils help each other with this."),
)
AT_HOME = (
    phrase("Look at the sheet together, and let the parents add their own."),
    phrase("Say: Begin with one thing. Small things count."),
    phrase("Say: The children know the word “{value}” from school. Use it at home too."),
    phrase("Say: Every family does this in its own way."),
    phrase("Say: Children do as we do. Let them see you do it."),
)


@dataclass(frozen=True)
class Told:
    """A slide and its minutes; its notes are what is said of it."""

    minutes: int
    slide: Slide


def practised(meeting: Meeting, school: School) -> tuple[Focus, ...]:
    """Return what is practised on the day of the meeting, and what comes after it."""
    return ahead(school.year, meeting.day) if school.year else ()


def drawing(meeting: Meeting, school: School) -> Drawing | None:
    """Return the drawing of what is practised, if it may be shown."""
    now = practised(meeting, school)[:1]
    return hung(now[0], school).drawing if now else None


def dates(meeting: Meeting, school: School, tongue: Language) -> tuple[Phrase, ...]:
    """Return what is practised now, what is from when, and the meetings that come later."""
    found = [(one.begins, _since(one, meeting)) for one in practised(meeting, school)]
    found += [(one.day, tidings.meeting(one, tongue)) for one in _later(meeting, school)]
    return tuple(told for _, told in sorted(found, key=lambda one: one[0]))


def _since(focus: Focus, meeting: Meeting) -> Phrase:
    if focus.begins <= meeting.day:
        return tidings.title(focus.arena)
    return phrase("From {day}: {focus}", day=focus.begins, focus=focus.arena.name)


def _later(meeting: Meeting, school: School) -> tuple[Meeting, ...]:
    there = school.year.meetings if school.year else ()
    return tuple(one for one in there if one.day > meeting.day)


def talk(meeting: Meeting, deck: Deck) -> tuple[Told, ...]:
    """Return the whole talk in its order, as the slides and the speaker's paper have it."""
    minutes, told = zip(*Parents(deck, meeting).told(), strict=True)
    return tuple(map(Told, minutes, named_apart(short(told))))


def slides(meeting: Meeting, deck: Deck) -> tuple[Slide, ...]:
    """Return the slides in the order they are shown; the last is the same in all talks."""
    return tuple(timed(one.minutes, one.slide, deck.language) for one in talk(meeting, deck))


@dataclass(frozen=True)
class Parents(Speaker):
    """A meeting with the parents: nobody is asked to chant or clap, and no note comes twice."""

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
        return Slide("opening", self.meeting.name, "", lines, self.notes(welcome))

    def motto(self) -> Iterator[Slide]:
        """Yield the theme line, where the school has one."""
        if motto := self.school.brand.motto:
            own = phrase("Read the line, and say in your own words what it means at our school.")
            yield Slide("words", motto, notes=self.notes(own))

    def what(self) -> Slide:
        """Return what PALS is, in three words on the slide and in sentences below it."""
        tell = phrase("Describe one thing that is better now, and how you can see it.")
        lines = (self.say("We agree"), self.say("We practise"), self.say("We praise"))
        return Slide("words", self.say("What is PALS?"), "", lines, self.notes(*WHAT_IT_IS, tell))

    def means(self) -> Iterator[Slide]:
        """Yield each of the values, and what it means."""
        for at, value in enumerate(self.school.values):
            title, kicker = value.says or value.name, str(value.name) if value.says else ""
            notes = self.say(OF_VALUES[at].text, value=self.inside(value.name))
            yield Slide("value", title, kicker, (), notes, value=at, bare=True)

    def now(self) -> Iterator[tuple[int, Slide]]:
        """Yield what is practised at school now: the place, a line of each value, the film."""
        for focus in practised(self.meeting, self.school)[:1]:
            yield 1, self.place(focus)
            yield from ((1, one) for one in self.lines(focus))
            yield from ((3, one) for one in self.films(focus))

    def place(self, focus: Focus) -> Slide:
        """Return where it is practised and for how long."""
        begun = focus.begins <= self.meeting.day
        now, soon = self.say("We practise this now"), self.say("This is what we practise next")
        line = self.say("From {day}", day=KnownYear.of(focus.begins))
        if begun:
            line = self.say("Until {day}", day=KnownYear.of(focus.last))
        how = phrase("Tell how the pupils practise this.")
        notes = self.notes(how, *tidings.tasks(focus))
        return Slide("picture", focus.arena.name, now if begun else soon, (line,), notes)

    def lines(self, focus: Focus) -> Iterator[Slide]:
        """Yield the first line of each value."""
        told = zip(self.school.values, focus.arena.cells, AT_SCHOOL, strict=False)
        for at, (value, cell, said) in enumerate(told):
            for line in cell[:1]:
                kicker = f"{value.name} · {focus.arena.name}"
                if len(f"{kicker} {line}".split()) > WORDS:
                    kicker = str(value.name)
                yield Slide("value", line, kicker, (), self.say(said.text), value=at)

    def films(self, focus: Focus) -> Iterator[Slide]:
        """Yield the films, the later ones for where there is time."""
        ready = phrase("Open the film before you begin, and try the sound.")
        after = phrase("Ask afterwards: What did you notice?")
        for at, film in enumerate(dict.fromkeys(focus.films)):
            more = phrase("Show “{film}” too if there is time.", film=film.title)
            notes = self.notes(more) if at else self.notes(ready, after)
            yield Slide("film", film.title, self.say("Film"), (), notes, film=str(film.link))

    def at_home(self) -> Iterator[Slide]:
        """Yield what each value can be at home; without the school's words, a question."""
        there = [(at, one) for at, one in enumerate(self.school.values) if one.home]
        for (at, value), said in zip(there, AT_HOME, strict=False):
            kicker = self.say("{value} at home", value=value.name)
            notes = self.say(said.text, value=self.inside(value.name))
            yield Slide("value", value.home[0], kicker, (), notes, value=at, bare=True)
        if not there:
            title = self.say("Our values at home")
            yield Slide("words", title, "", (), self.notes(ASIDE, AT_HOME[0]))

    def asked(self) -> Slide:
        """Return what the school asks of the parents."""
        thank = phrase("Thank the parents for what they do already.")
        lines = (self.say("Talk together"), self.say("Praise"), self.say("Tell us"))
        title = self.say("This is what we ask of you")
        return Slide("words", title, "", lines, self.notes(*WE_ASK, thank))

    def next(self) -> Iterator[Slide]:
        """Yield what is practised after this, as many as there are words for."""
        if later := practised(self.meeting, self.school)[1:]:
            told = phrase("Say that the dates are on the sheet. It can hang on the fridge.")
            meetings = (tidings.meeting(one, self.tongue) for one in self._meetings())
            lines = tuple(map(self.begins, later))
            notes = self.notes(told, *meetings)
            yield Slide("words", self.say("This comes next"), "", lines, notes)

    def _meetings(self) -> tuple[Meeting, ...]:
        return _later(self.meeting, self.school)[:1]

    def thanks(self) -> Iterator[Slide]:
        """Yield thanks to who drew, where a drawing is shown."""
        if lines := credits((self.deck.drawing,), self.school, self.tongue):
            thank = phrase(
                "Thank whoever drew, and the pupils' council. Tell where the drawing hangs."
            )
            title = self.say("Thanks for drawing!")
            yield Slide("opening", title, "", lines, self.notes(thank))

    def talk(self, question: str) -> Slide:
        """Return the slide to think and talk by, as long as grown-ups need."""
        quiet = phrase("Give them 30 seconds of silence, then let them talk for two minutes.")
        ask = phrase("Take two or three answers, and thank everybody for coming.")
        return replace(super().talk(question), notes=self.notes(quiet, ask))

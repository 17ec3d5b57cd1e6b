"""What an assembly tells, slide by slide: to the whole school, to its younger or older pupils."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import chain
from typing import ClassVar

from pipeline.language import Language
from pipeline.model import School, Value
from pipeline.paper.sheet import Sheets
from pipeline.paper.slides import Deck, Slide
from pipeline.problems import Phrase, phrase
from pipeline.talks import points
from pipeline.talks.points import Point
from pipeline.talks.practice import practice
from pipeline.talks.teller import Teller, short
from pipeline.year.letters import Occasion

Told = Iterator[tuple[Point, Slide]]


def slides(held: Occasion, deck: Deck, age: str = "all") -> tuple[Slide, ...]:
    """Return the slides in the order they are shown; `age` is "all", "small" or "middle".

    Their notes begin with their minutes: each point's of the run sheet, shared among its slides.
    """
    assembly = AGES[age](deck, held.focus)
    told: dict[Point, list[Slide]] = {}
    for point, slide in assembly.told(held):
        told.setdefault(point, []).append(slide)
    at = points.spans(minutes(deck.school), points.points(held.focus), assembly.longer)
    return short(
        _noted(span, slide, deck.language)
        for point, there in told.items()
        for span, slide in zip(points.shared(at[point], _parts(there)), there, strict=True)
    )


def made(held: Occasion, deck: Deck, paper: str, title: str, age: str = "all") -> Sheets:
    """Return the slides on a screen, or on a paper to print their handout for teachers and SFO."""
    say = deck.language.say
    about = say("For teachers and SFO · {day:%A} {day}", day=held.day)
    steps = practice(held.focus, deck.language)
    return deck.made(paper, title, slides(held, deck, age), about, steps)


def _parts(slides: Sequence[Slide]) -> list[int]:
    """Return how much of their time each has: by how much is to be done."""
    return [1 + slide.notes.count("\n") for slide in slides]


def _noted(span: tuple[int, int], slide: Slide, tongue: Language) -> Slide:
    long = tongue.say("Minutes {span}", span=f"{span[0]}–{span[1]}")
    return replace(slide, notes="\n".join(filter(None, (long, slide.notes))))


def numbers(held: Occasion, deck: Deck) -> Mapping[Point, str]:
    """Return which slides of the whole school's deck each point has, such as "3–6"."""
    found: dict[Point, list[int]] = {}
    told = Assembly(deck, held.focus).told(held)
    for number, (point, _) in enumerate(told, 1):
        found.setdefault(point, []).append(number)
    return {
        point: "–".join(dict.fromkeys(map(str, (there[0], there[-1]))))
        for point, there in found.items()
    }


def minutes(school: School) -> int:
    """Return how long an assembly lasts."""
    return school.year.assembly_minutes if school.year else 0


class Assembly(Teller):
    """An assembly of the whole school."""

    longer: ClassVar[Mapping[Point, int]] = {}  # points that take more time than usual

    def told(self, held: Occasion) -> Told:
        """Yield the slides, each with the point that it belongs to."""
        yield points.WELCOME, self.opening(held)
        yield from ((points.WELCOME, one) for one in self.motto())
        yield from ((points.PLACE, one) for one in chain(self.now(), self.lines()))
        yield from ((points.FILM, one) for one in self.films())
        yield from ((points.TALK, one) for one in self.thought())
        yield points.STAGE, self.stage()
        yield points.ALL, self.everybody()
        yield from ((points.PRAISE, one) for one in self.praise())
        yield from ((points.NEXT, one) for one in self.after())
        yield from ((points.THANKS, one) for one in self.thanks())

    @property
    def called(self) -> str:
        """What the assembly is called."""
        return self.say("Whole-school assembly")

    def opening(self, held: Occasion) -> Slide:
        """Return the welcome."""
        welcome = phrase("Welcome everyone. Wait until it is quiet.")
        tell = phrase("Say: Today we begin to practise “{focus}”.", focus=self.focus.arena.name)
        lines = (self.called, self.tongue.day(held.day))
        name = str(self.focus.arena.name)
        return Slide("opening", name, "", lines, self.notes(welcome, tell))

    def now(self) -> Iterator[Slide]:
        """Yield what is practised now, and where."""
        show = phrase("Say: Think of one thing that you can do.")
        if self.deck.drawing:
            show = phrase("Ask: What do you see? Take two answers.")
        until = phrase("Say: We practise this until {day}, all of us.", day=self.focus.last)
        yield self.place(show, until)

    def lines(self) -> Iterator[Slide]:
        """Yield the expectations."""
        aloud = phrase("Read the line aloud together. Show it, and say what it looks like.")
        if self.focus.private:
            aloud = phrase("Read the line aloud together.")
        arena = self.focus.arena
        yield from self.values(arena.name, arena.cells, aloud)

    def why(self, value: Value) -> Phrase:
        """Return the question of a value; of what nobody sees, why it is of that value."""
        if self.focus.private:
            return phrase("Ask: Why does this show {value}?", value=self.inside(value.name))
        return super().why(value)

    def thought(self) -> Iterator[Slide]:
        """Yield what is thought of and talked over."""
        question = self.say("What will you practise?")
        if self.focus.private:
            question = self.say("Why is this good?")
        yield self.talk(question)

    def stage(self) -> Slide:
        """Return the slide of practising on stage."""
        praise = phrase("Let the others say what they saw.")
        line = self.say("Who wants to show how?")
        if self.focus.private:
            line = self.say("Look at the adults.")
        notes = self.notes(points.shown(self.focus), praise)
        return Slide("picture", self.say("Now we practise"), "", (line,), notes)

    def everybody(self) -> Slide:
        """Return the slide by which all try once, the adults too."""
        tried = points.tried(self.focus)
        if self.focus.private:
            title, line = self.say("Now everybody says it"), self.say("The adults too")
            return Slide("words", title, "", (line,), self.notes(tried))
        seen = phrase("Say what you see while they do it.")
        title, line = self.say("Now everybody tries"), self.say("Show or say one of the lines.")
        return Slide("words", title, "", (line,), self.notes(tried, seen))

    def praise(self) -> Iterator[Slide]:
        """Yield the words that adults praise with."""
        if self.focus.praise:
            show = phrase("Adults: Say the words to some of those who have just shown it.")
            if self.focus.private:
                show = phrase("Read the words aloud. Praise everybody for saying the lines.")
            name = phrase("Tell the pupils that we say out loud what we see that is good.")
            quoted = self.say("“{words}”", words=self.focus.praise)
            yield Slide("words", quoted, self.say("Praise"), (), self.notes(show, name))

    def after(self) -> Iterator[Slide]:
        """Yield what comes next."""
        yield self.coming(*self.practised())

    def practised(self) -> tuple[Phrase, ...]:
        """Return what is said of practice in the classes."""
        said = [phrase("Say: From today your class practises this every week.")]
        if self.focus.task:
            said.append(phrase("At school we practise like this: {task}", task=self.focus.task))
        return tuple(said)

    def thanks(self) -> Iterator[Slide]:
        """Yield thanks to who drew, or to all who helped."""
        found = list(super().thanks())
        clap = self.notes(phrase("Thank all who helped. Let everybody clap."))
        lines = (self.say("To all who helped"),)
        yield from found or [Slide("opening", self.say("Thank you!"), "", lines, clap)]


class Small(Assembly):
    """An assembly of those who are only learning to read: fewer lines, and all is shown."""

    @property
    def called(self) -> str:
        """What the assembly is called."""
        return self.say("Assembly for years 1–4")

    def lines(self) -> Iterator[Slide]:
        """Yield one expectation of each value."""
        stand = phrase("Read the line aloud. Let everyone show it, or say it after you.")
        if self.focus.private:
            stand = phrase("Read the line aloud. Let all say it after you.")
        arena = self.focus.arena
        yield from self.values(arena.name, arena.cells, stand, most=1)

    def thought(self) -> Iterator[Slide]:
        """Yield a question that can be answered by doing."""
        if self.focus.private:
            yield from super().thought()
            return
        slide = self.talk(self.say("Show how you do it."))
        help_ = phrase("Help them to find somebody to talk with before you begin.")
        yield replace(slide, notes=self.notes(help_, slide.notes))

    def after(self) -> Iterator[Slide]:
        """Yield when the class practises."""
        lines = (self.say("We practise in class every week"),)
        rest = phrase("Say: You practise the other lines in class.")
        more = [rest] if any(len(cell) > 1 for cell in self.focus.arena.cells) else []
        notes = self.notes(*self.practised(), *more)
        yield Slide("words", self.say("This comes next"), "", lines, notes)


class Middle(Assembly):
    """An assembly of the older pupils: why, when it is hard, and whom they can help."""

    longer: ClassVar[Mapping[Point, int]] = {points.PLACE: 2, points.TALK: 3, points.NEXT: 1}

    @property
    def called(self) -> str:
        """What the assembly is called."""
        return self.say("Assembly for years 5–7")

    def now(self) -> Iterator[Slide]:
        """Yield what is practised, and a question of why."""
        yield from super().now()
        ask = phrase("Take three answers. Say back what you heard.")
        title, line = (
            self.say("Why do we practise this?"),
            self.say("What gets better for everyone?"),
        )
        yield Slide("words", title, "", (line,), self.notes(ask))

    def thought(self) -> Iterator[Slide]:
        """Yield the question of all, and the one of what is hard."""
        yield from super().thought()
        if self.focus.private:
            return
        ask = phrase("Let them talk in pairs, and take two good ideas.")
        only = phrase("Talk about what we can do. Nobody shows how not to do it.")
        title = self.say("What do you do when it is hard?")
        yield Slide("words", title, "", (), self.notes(ask, only))

    def after(self) -> Iterator[Slide]:
        """Yield whom they can help, and what comes next."""
        tell = phrase("Say: The youngest do as you do.")
        title, line = self.say("Who can you help?"), self.say("Younger pupils look up to you.")
        if not self.focus.private:
            yield Slide("words", title, "", (line,), self.notes(tell))
        yield from super().after()


AGES = {"all": Assembly, "small": Small, "middle": Middle}

"""What adults learn of a focus before they teach it, at a staff meeting or on SFO's own evening."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from pipeline.paper.foot import credits
from pipeline.paper.slides import Deck, Slide
from pipeline.problems import Sourced, phrase
from pipeline.talks.teller import Teller, short, timed
from pipeline.year import kit
from pipeline.year.letters import Occasion, has_after_school


def slides(held: Occasion, deck: Deck, sfo: bool = False) -> tuple[Slide, ...]:
    """Return the slides in the order they are shown; `sfo`: with SFO's own practice."""
    training = (Evening if sfo else Training)(deck, held.focus)
    return short(timed(long, one, deck.language) for long, one in training.told())


class Training(Teller):
    """A staff meeting: why we do it, what it looks like, and the same words from all adults."""

    def told(self) -> Iterator[tuple[int, Slide]]:
        """Yield the slides, each with its minutes; the last is the same in all talks."""
        yield 1, self.opening()
        yield from ((1, one) for one in self.motto())
        yield from self.theory()
        well = phrase("Ask: When does this go well already? What do we do then?")
        yield 2, self.place(well)
        yield from ((2, one) for one in chain(self.lines(), self.adults()))
        yield from ((4, one) for one in self.films())
        yield 4, self.lesson()
        yield 5, self.praising()
        yield 4, self.forgotten()
        yield 2, self.everywhere()
        where = phrase("Say where the poster hangs, and where the files are.")
        yield 1, self.coming(phrase("Say where the files are.") if self.focus.themed else where)
        yield 3, self.talk(self.say("What will you do tomorrow?"))

    @property
    def name(self) -> str:
        """What the meeting is called."""
        return self.say("Staff meeting")

    def opening(self) -> Slide:
        """Return the title slide."""
        welcome = phrase("Welcome everyone. Say what we are going to practise today.")
        weeks = kit.weeks_told(self.focus, self.tongue).capitalize()
        drew = credits((self.deck.drawing,), self.school, self.tongue)[:1]
        lines = (self.name, weeks, *drew)
        return Slide("opening", str(self.focus.arena.name), "", lines, self.notes(welcome))

    def theory(self) -> Iterator[tuple[int, Slide]]:
        """Yield three thoughts that all training returns to."""
        taught = phrase("Expectations are taught like reading: shown, practised and praised.")
        when = phrase("Ask: When did you last show a pupil how it is done?")
        title, line = self.say("We learn what we practise"), self.say("Just like reading")
        yield 2, Slide("words", title, "", (line,), self.notes(taught, when))
        at_once = phrase("Praise at once, and say what you saw. Everybody can be praised.")
        title, line = self.say("We get more of what we praise"), self.say("Praise at once")
        yield 2, Slide("words", title, "", (line,), self.notes(at_once))
        safe = phrase("Pupils feel safe when all adults expect the same.")
        title, line = self.say("All adults do the same"), self.say("Every day")
        if has_after_school(self.school):
            safe = phrase("Pupils feel safe when all adults expect the same, at school and at SFO.")
            line = self.say("At school and at SFO")
        yield 2, Slide("words", title, "", (line,), self.notes(safe))

    def lines(self) -> Iterator[Slide]:
        """Yield the pupils' expectations."""
        agree = phrase("Agree on it: What do we see when the pupils do this? Find two examples.")
        if self.focus.private:
            agree = phrase("Agree on it: What can we see and hear from outside?")
        yield from self.gathered(self.focus.arena.cells, agree, kicker=self.focus.arena.name)

    def adults(self) -> Iterator[Slide]:
        """Yield each value of the adults' standard for the same place."""
        there = (one for matrix in self.school.matrices_for("voksen") for one in matrix.arenas)
        own = next((one for one in there if one.name == self.focus.arena.name), None)
        if own:
            how = phrase("Ask: How do we help each other to do this every day?")
            yield from self.gathered(own.cells, how, whose=self.say("Adults"))

    def lesson(self) -> Slide:
        """Return how a class practises."""
        card = phrase("Hand out the lesson card. Read it in pairs, and choose who does what.")
        title, line = self.say("Twelve minutes in each class"), self.say("Show, practise, praise")
        return Slide("words", title, "", (line,), self.notes(card, self.task))

    @property
    def task(self) -> Sourced:
        """How the school has written that it is practised."""
        return self.focus.task

    def praising(self) -> Slide:
        """Return the exercise of praising."""
        turns = phrase("One does it, the other praises. Swap after one minute.")
        again = phrase("Say what you saw, not only that it was good.")
        title, line = self.say("Practise praising in pairs"), self.say("Say what you saw.")
        said = self.say("“{words}”", words=self.focus.praise) if self.focus.praise else ""
        return Slide("picture", title, "", (line,), self.notes(turns, again, said))

    def forgotten(self) -> Slide:
        """Return what we do when a pupil forgets."""
        near = phrase("Go near, speak quietly, say little. Praise as soon as it goes well.")
        practise = phrase("Choose one of the lines, and practise it in pairs.")
        title = self.say("When somebody forgets")
        line = self.say("Say calmly what we do.")
        return Slide("words", title, "", (line,), self.notes(near, practise))

    @property
    def everybody(self) -> str:
        """Who are asked whether all practise."""
        return self.say("Does every classroom practise?")

    def everywhere(self) -> Slide:
        """Return the question of whether all practise."""
        log = phrase("Show the practice log. Each week, those who have practised write initials.")
        help_ = phrase("Ask: Who wants help to get going?")
        title = self.everybody
        line = self.say("Write your initials every week")
        return Slide("words", title, "", (line,), self.notes(log, help_))


class Evening(Training):
    """The same slides for SFO, with what SFO practises where it has its own."""

    @property
    def name(self) -> str:
        """What the meeting is called."""
        return self.say("Evening for SFO")

    def lines(self) -> Iterator[Slide]:
        """Yield the pupils' expectations, and after them SFO's own where it has some."""
        yield from super().lines()
        if own := self.focus.after_school:
            ours = phrase("At SFO: Where do we practise this, and when?")
            yield from self.gathered(own.arena.cells, ours, whose=self.say("SFO"))

    @property
    def task(self) -> Sourced:
        """SFO's own task, or that of the whole school."""
        own = self.focus.after_school
        return own.task if own and own.task else self.focus.task

    def lesson(self) -> Slide:
        """Return how SFO practises."""
        card = phrase("Choose when and where you practise, and who shows it.")
        title, line = self.say("This is how SFO practises"), self.say("Show, practise, praise")
        return Slide("words", title, "", (line,), self.notes(card, self.task))

    @property
    def everybody(self) -> str:
        """Who are asked whether all practise."""
        return self.say("Does every group practise?")

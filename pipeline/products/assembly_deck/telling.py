"""What an assembly tells, slide by slide: no more than twelve words on each, the rest in notes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from pipeline.language import Language
from pipeline.model import Drawing, Focus, School
from pipeline.paper.foot import credits
from pipeline.paper.slides import Slide
from pipeline.problems import Phrase, phrase
from pipeline.year.letters import Occasion, ahead

WORDS = 12  # on one slide


def slides(
    held: Occasion, school: School, tongue: Language, drawing: Drawing | None
) -> tuple[Slide, ...]:
    """Return the slides of the assembly, in the order they are shown."""
    told = _Told(held, school, tongue)
    all_told = (
        *told.opening(),
        *told.place(drawing),
        *told.values(),
        *told.films(),
        told.talk(),
        told.stage(),
        *told.praise(),
        *told.coming(),
        *told.thanks(drawing),
    )
    return tuple(map(_short, all_told))


def _short(slide: Slide) -> Slide:
    """Return the slide without what makes it long: first its kicker goes, then its last lines."""
    if slide.words > WORDS:
        slide = replace(slide, kicker="")
    while slide.lines and slide.words > WORDS:
        slide = replace(slide, lines=slide.lines[:-1])
    return slide


class _Told:
    """One assembly in the words of one language."""

    def __init__(self, held: Occasion, school: School, tongue: Language) -> None:
        self.held, self.school, self.tongue = held, school, tongue
        self.focus: Focus = held.focus
        self.say = tongue.say

    def notes(self, minutes: int, *said: Phrase | str) -> str:
        """Return the speaker's words, the minutes before them."""
        first = phrase("About one minute.")
        if minutes > 1:
            first = phrase("About {count} minutes.", count=minutes)
        parts = (first, *said)
        return "\n".join(self.tongue.tell(one) if isinstance(one, Phrase) else one for one in parts)

    def opening(self) -> Iterator[Slide]:
        """Yield the welcome and the theme line."""
        welcome = phrase("Welcome everyone. Wait until it is quiet.")
        tell = phrase("Say: Today we begin to practise “{focus}”.", focus=self.focus.arena.name)
        lines = (self.say("Whole-school assembly"), self.tongue.day(self.held.day))
        name = str(self.focus.arena.name)
        yield Slide("opening", name, "", lines, self.notes(1, welcome, tell))
        if motto := self.school.brand.motto:
            aloud = phrase("Read the line aloud, and let everybody say it together.")
            yield Slide("words", str(motto), "", (), self.notes(1, aloud))

    def place(self, drawing: Drawing | None) -> Iterator[Slide]:
        """Yield where it is practised and for how long."""
        first, last = map(self.tongue.short_day, (self.focus.first, self.focus.last))
        show = phrase("Say: Think of one thing that you can do.")
        if drawing:
            show = phrase("Ask: What do you see? Take two answers.")
        until = phrase("Say: We practise this until {day}, all of us.", day=self.focus.last)
        kicker, line = str(self.focus.arena.name), f"{first}–{last}"
        notes = self.notes(2, show, until)
        yield Slide("picture", self.say("We practise this now"), kicker, (line,), notes)

    def values(self) -> Iterator[Slide]:
        """Yield each value's expectations, one on a slide."""
        for at, (value, lines) in enumerate(
            zip(self.school.values, self.focus.arena.cells, strict=False)
        ):
            for line in lines:
                aloud = phrase("Read the line aloud together. Show it, and say what it looks like.")
                why = phrase("Ask: How can others see that this is “{value}”?", value=value.name)
                kicker = f"{value.name} · {self.focus.arena.name}"
                if len(f"{kicker} {line}".split()) > WORDS:
                    kicker = str(value.name)
                yield Slide("value", str(line), kicker, (), self.notes(1, aloud, why), value=at)

    def films(self) -> Iterator[Slide]:
        """Yield the films that the school has for this assembly."""
        for film in self.focus.films:
            ready = phrase("Open the film before the assembly, and try the sound.")
            ask = phrase("Say before it begins: Look for what they do.")
            after = phrase("Ask afterwards: What did you see?")
            notes = self.notes(3, ready, ask, after)
            kicker = self.say("Film")
            yield Slide("film", str(film.title), kicker, (), notes, film=str(film.link))

    def talk(self) -> Slide:
        """Return the slide to think and talk by."""
        quiet = phrase("Be quiet for 30 seconds, then let them talk for one minute.")
        ask = phrase("Take two or three answers, and thank each for the answer.")
        title = self.say("Think for 30 seconds. Talk with the one beside you.")
        line = self.say("How will you do it?")
        return Slide("talk", title, "", (line,), self.notes(3, quiet, ask))

    def stage(self) -> Slide:
        """Return the slide of practising on stage; a long task is for the speaker alone."""
        title = self.say("Now we practise")
        ask = phrase("Let some pupils who want to show it do so. Show only how we do it.")
        praise = phrase("Let the others say what they saw.")
        task, notes = str(self.focus.task), [ask, praise]
        if task:
            notes.append(phrase("At school we practise like this: {task}", task=task))
        slide = Slide("picture", title, "", (task,) if task else (), self.notes(4, *notes))
        if not task or slide.words > WORDS:
            line = self.say("Who wants to show how?")
            return Slide("picture", title, "", (line,), slide.notes)
        return slide

    def praise(self) -> Iterator[Slide]:
        """Yield the words that adults praise with."""
        if not self.focus.praise:
            return
        show = phrase("Adults: Say the words to some of those who have just shown it.")
        name = phrase("Tell the pupils that we say out loud what we see that is good.")
        quoted = self.say("“{words}”", words=self.focus.praise)
        yield Slide("words", quoted, self.say("Praise"), (), self.notes(1, show, name))

    def coming(self) -> Iterator[Slide]:
        """Yield until when this is practised, and what comes after it."""
        last = self.tongue.short_day(self.focus.last)
        lines = [self.say("We practise until {day}", day=last)]
        later = ahead(self.school.year, self.focus.last) if self.school.year else ()
        for one in [one for one in later if one.first > self.focus.last][:1]:
            day = self.tongue.short_day(one.assembly or one.first)
            lines.append(f"{day} {one.arena.name}")
        klass = phrase("Say: From today your class practises this every week.")
        yield Slide("words", self.say("This comes next"), "", tuple(lines), self.notes(1, klass))

    def thanks(self, drawing: Drawing | None) -> Iterator[Slide]:
        """Yield thanks to who drew, where a drawing is shown."""
        lines = credits((drawing,), self.school, self.tongue)
        if lines:
            clap = phrase("Thank those who drew, and the pupils' council. Let everybody clap.")
            yield Slide(
                "opening", self.say("Thank you for the drawing!"), "", lines, self.notes(1, clap)
            )

"""Slides that several talks share: theme line, place, expectations, films, praise, thanks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from pipeline.language import KnownYear, Language
from pipeline.model import Focus, School, Value
from pipeline.paper.foot import credits
from pipeline.paper.slides import Deck, Slide
from pipeline.problems import Phrase, phrase
from pipeline.year.letters import ahead

WORDS = 12  # on one slide
Cells = Sequence[Sequence[str]]


@dataclass(frozen=True)
class Speaker:
    """What any talk may have, in the words of a deck's language."""

    deck: Deck

    @property
    def school(self) -> School:
        """Whose words they are."""
        return self.deck.school

    @property
    def tongue(self) -> Language:
        """The language that is spoken."""
        return self.deck.language

    def say(self, text: str, **fields: object) -> str:
        """Return the phrase in the language."""
        return self.tongue.say(text, **fields)

    def notes(self, *said: Phrase | str) -> str:
        """Return the speaker's words, each on a line."""
        return "\n".join(
            self.tongue.tell(one) if isinstance(one, Phrase) else one for one in said if one
        )

    def motto(self) -> Iterator[Slide]:
        """Yield the theme line, where the school has one."""
        if motto := self.school.brand.motto:
            aloud = phrase("Read the line aloud, and let everybody say it together.")
            yield Slide("words", str(motto), notes=self.notes(aloud))

    def values(self, name: str, cells: Cells, aloud: Phrase, most: int = 9) -> Iterator[Slide]:
        """Yield at most so many of each value's expectations, one on a slide."""
        for at, (value, lines) in enumerate(zip(self.school.values, cells, strict=False)):
            for number, line in enumerate(lines[:most]):
                kicker = f"{value.name} · {name}"
                if len(f"{kicker} {line}".split()) > WORDS:
                    kicker = str(value.name)
                notes = self.notes(aloud, "" if number else self.why(value))
                yield Slide("value", str(line), kicker, (), notes, value=at)

    def gathered(
        self, cells: Cells, said: Phrase, kicker: str = "", whose: str = ""
    ) -> Iterator[Slide]:
        """Yield each value's expectations on one slide, as many as there are words for.

        `whose` stands before the value's name, and no drawing beside it.
        """
        for at, (value, lines) in enumerate(zip(self.school.values, cells, strict=False)):
            if not lines:
                continue
            title = f"{whose}: {value.name}" if whose else str(value.name)
            words = tuple(map(str, lines))
            slide = Slide("value", title, kicker, words, value=at, bare=bool(whose))
            (shown,) = short((slide,))
            more = (phrase("Read this too: {line}", line=one) for one in words[len(shown.lines) :])
            yield replace(shown, notes=self.notes(said, *more))

    def why(self, value: Value) -> Phrase:
        """Return the question that each value is talked over by."""
        return phrase(
            "Ask: How can others see that we show {value}?", value=self.inside(value.name)
        )

    def begins(self, focus: Focus) -> str:
        """Return the day and the place as a word in a sentence, such as "12. oktober: gangen"."""
        name = str(focus.arena.name)
        while (bare := self.tongue.short(name)) != name:
            name = bare
        place = focus.arena.name[-len(name) :]
        return self.say("{day}: {place}", day=KnownYear.of(focus.begins), place=place)

    def inside(self, name: str) -> str:
        """Return the name as it stands inside a sentence: its first letter small."""
        return name if name.isupper() else name[:1].lower() + name[1:]

    def talk(self, question: str) -> Slide:
        """Return the slide to think and talk by."""
        quiet = phrase("Give them 30 seconds of silence, then let them talk for one minute.")
        ask = phrase("Take two or three answers, and thank each for the answer.")
        title = self.say("Think for 30 seconds. Talk in pairs.")
        return Slide("talk", title, "", (question,), self.notes(quiet, ask))

    def thanks(self) -> Iterator[Slide]:
        """Yield thanks to who drew, where a drawing is shown."""
        if lines := credits((self.deck.drawing,), self.school, self.tongue):
            clap = phrase("Thank whoever drew, and the pupils' council. Let everybody clap.")
            title = self.say("Thanks for drawing!")
            yield Slide("opening", title, "", lines, self.notes(clap))


@dataclass(frozen=True)
class Teller(Speaker):
    """One focus, its place and films, and the drawing that may be shown of it."""

    focus: Focus

    def place(self, *said: Phrase) -> Slide:
        """Return where it is practised and for how long."""
        kicker, title = str(self.focus.arena.name), self.say("We practise this now")
        line = self.say("Until {day}", day=KnownYear.of(self.focus.last))
        return Slide("picture", title, kicker, (line,), self.notes(*said))

    def films(self) -> Iterator[Slide]:
        """Yield the films that the school has for this focus."""
        for film in self.focus.films:
            ready = phrase("Open the film before you begin, and try the sound.")
            ask = phrase("Say before it begins: Look for what they do.")
            after = phrase("Ask afterwards: What did you see?")
            lies = phrase("The film: {address}", address=str(film.link).partition("://")[2])
            kicker, notes = self.say("Film"), self.notes(ready, ask, after, lies)
            yield Slide("film", str(film.title), kicker, (), notes, film=str(film.link))

    def coming(self, *said: Phrase) -> Slide:
        """Return until when this is practised, and what comes after it."""
        lines = [self.say("Until {day}", day=KnownYear.of(self.focus.last))]
        later = ahead(self.school.year, self.focus.last) if self.school.year else ()
        lines += [self.begins(one) for one in later if one.first > self.focus.last][:1]
        return Slide("words", self.say("This comes next"), "", tuple(lines), self.notes(*said))


def timed(minutes: int, slide: Slide, tongue: Language) -> Slide:
    """Return the slide whose notes begin with how long it takes."""
    long = phrase("About one minute.")
    if minutes > 1:
        long = phrase("About {count} minutes.", count=minutes)
    return replace(slide, notes="\n".join(filter(None, (tongue.tell(long), slide.notes))))


def short(slides: Iterable[Slide]) -> tuple[Slide, ...]:
    """Return the slides without what makes them long: first the kicker goes, then last lines."""
    return tuple(map(_short, slides))


def _short(slide: Slide) -> Slide:
    if slide.words > WORDS:
        slide = replace(slide, kicker="")
    while slide.lines and slide.words > WORDS:
        slide = replace(slide, lines=slide.lines[:-1])
    return slide

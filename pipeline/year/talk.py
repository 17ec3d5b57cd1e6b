"""What is said at a meeting with the parents, slide by slide: a title, short points, and notes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from pipeline.language import Language
from pipeline.model import Focus, Meeting, School, Value
from pipeline.problems import Phrase, Sourced, phrase
from pipeline.year import tidings
from pipeline.year.letters import ahead

Said = Phrase | str


@dataclass(frozen=True)
class Slide:
    """One slide: its title, what stands on it, and what is for the one who speaks alone."""

    title: Said
    points: tuple[Said, ...]
    notes: tuple[Said, ...] = ()


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


def dates(meeting: Meeting, school: School, tongue: Language) -> tuple[Phrase, ...]:
    """Return what is practised from when, and the meetings that come later."""
    if school.year is None:
        return ()
    found = [
        (one.first, phrase("From {day}: {focus}", day=one.first, focus=one.arena.name))
        for one in ahead(school.year, meeting.day)
    ]
    later = (one for one in school.year.meetings if one.day > meeting.day)
    found += [(one.day, tidings.meeting(one, tongue)) for one in later]
    return tuple(told for _, told in sorted(found, key=lambda one: one[0]))


def slides(meeting: Meeting, school: School, tongue: Language) -> Iterator[Slide]:
    """Yield the slides of a talk; the last one is the same in all of the school's talks."""
    welcome = phrase("Welcome everyone, say who you are, and hand out the sheet.")
    yield Slide(meeting.name, (school.name, tidings.meeting(meeting, tongue)), (welcome,))
    tell = phrase("Tell of one thing that goes better now, and how you can see it.")
    yield Slide(phrase("What is PALS?"), WHAT_IT_IS, (tell,))
    show = phrase("Show a poster, and tell what the pupils' council has taken part in.")
    yield Slide(phrase("Our values"), tuple(map(_value, school.values)), (show,))
    now = ahead(school.year, meeting.day) if school.year else ()
    if now:
        yield _practised(now[0])
    yield _at_home(school)
    thank = phrase("Thank the parents for what they do already.")
    yield Slide(phrase("This is what we ask of you"), WE_ASK, (thank,))
    if coming := dates(meeting, school, tongue):
        yield Slide(phrase("This is what we practise next"), coming)
    think = (phrase("Think for 30 seconds."), phrase("Talk with the one beside you."))
    quiet = phrase("Be quiet for 30 seconds, then let them talk for two minutes.")
    yield Slide(phrase("Think and talk"), think, (quiet,))


def _value(value: Value) -> Said:
    if not value.says:
        return value.name
    return phrase("{value}: {says}", value=value.name, says=value.says)


def _practised(focus: Focus) -> Slide:
    lines: list[Sourced] = [cell[0] for cell in focus.arena.cells if cell]
    notes = [phrase("Show the film: {address}", address=one.link) for one in focus.films]
    notes += list(tidings.tasks(focus))
    return Slide(tidings.title(focus.arena), tuple(lines), tuple(notes))


def _at_home(school: School) -> Slide:
    points = tuple(value.home[0] for value in school.values if value.home)
    notes = phrase("Look at the sheet together, and let the parents add their own.")
    return Slide(phrase("Our values at home"), points or (ASIDE,), (notes,))

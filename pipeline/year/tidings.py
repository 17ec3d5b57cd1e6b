"""What a letter and a message tell after an assembly, in sentences that can be said anywhere."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from pipeline.language import KnownYear, Language
from pipeline.model import Arena, Campaign, Focus, Meeting, School, Span, Year
from pipeline.problems import Phrase, Sourced, phrase
from pipeline.year.days import week_number
from pipeline.year.letters import Closed, Happening, Occasion, happenings


def title(arena: Arena) -> Phrase:
    """Return the heading of all that is sent of an arena or theme."""
    return phrase("Now we practise: {focus}", focus=arena.name)


def seen(focus: Focus, tongue: Language) -> Iterator[Phrase]:
    """Yield what the pupils have seen: only what is known of it."""
    if focus.assembly is None:
        return
    yield phrase("We had an assembly for the whole school on {day:%A} {day}.", day=focus.assembly)
    titles = [one.title for one in focus.films]
    if len(titles) == 1:
        yield phrase("The pupils saw the film “{film}”.", film=titles[0])
    elif titles:
        yield phrase("The pupils saw these films: {films}.", films=tongue.listed(titles))


def together(focus: Focus, school: School) -> Iterator[Phrase]:
    """Yield who practises the same until when, and that SFO does not where it has its own."""
    span = {"first": started(focus.begins, focus.last), "last": focus.last}
    if focus.after_school is None:
        everybody = "All children and adults at {school} practise the same from {first} to {last}."
        yield phrase(everybody, school=school.name, **span)
        return
    classes = "All classes at {school} practise the same from {first} to {last}."
    yield phrase(classes, school=school.name, **span)
    yield phrase(
        "At SFO the children practise something of their own. "
        "You get a message of its own about it."
    )


def started(first: date, last: date) -> date:
    """Return the first day, told without its year where the last is in the same."""
    return KnownYear.of(first) if first.year == last.year else first


def tasks(focus: Focus) -> Iterator[Phrase]:
    """Yield how it is practised, at school and at SFO where it has its own."""
    if focus.task:
        yield phrase("At school we practise like this: {task}", task=focus.task)
    if focus.after_school and focus.after_school.task:
        yield phrase("At SFO we practise like this: {task}", task=focus.after_school.task)


def at_home(question: Sourced, praise: Sourced) -> tuple[Phrase, ...]:
    """Return three things to do at home, with the focus's own question and praise if it has them.

    Each is whole by itself, so that nothing lacks where a school has not written its own.
    """
    ask = phrase("Ask what your child has practised this week.")
    if question:
        ask = phrase("Ask your child: {question}", question=question)
    say = phrase("Say out loud what your child does well, and say it at once.")
    if praise:
        say = phrase("Praise your child at once. You can say: {praise}", praise=praise)
    return ask, say, phrase("Read the PALS of the month in the week plan together.")


def on_soon(year: Year, sent: Occasion, tongue: Language) -> tuple[Phrase, ...]:
    """Return what is on from the day of the letter to a little after its focus."""
    found = happenings(year, sent.day, sent.focus.last)
    return tuple(told(one, tongue) for one in found)


def told(one: Happening, tongue: Language) -> Phrase:
    """Return what is on, and when."""
    match one.what:
        case Campaign(name):
            weeks = [str(week_number(at)) for at in one.mondays]
            if len(weeks) == 1:
                return phrase("{what}: week {week}", what=name, week=weeks[0])
            return phrase("{what}: weeks {weeks}", what=name, weeks=tongue.listed(weeks))
        case Meeting():
            return meeting(one.what, tongue)
        case Closed(days):
            listed = [tongue.day_month(day) for day in days]
            return phrase("No school: {days}", days=tongue.listed(listed))
        case Span(name, first, last):
            return _span(name, first, last)


def meeting(one: Meeting, tongue: Language) -> Phrase:
    """Return when a meeting is."""
    if not one.clock:
        return phrase("{what}: {day:%A} {day}", what=one.name, day=one.day)
    clock = tongue.clock(one.clock)
    text = "{what}: {day:%A} {day}, {clock}"
    return phrase(text, what=one.name, day=one.day, clock=clock)


def _span(name: Sourced, first: date, last: date) -> Phrase:
    if first == last:
        return phrase("{what}: {day:%A} {day}", what=name, day=first)
    return phrase("{what}: {first} to {last}", what=name, first=started(first, last), last=last)

"""Run sheet of an assembly: what happens minute by minute, who, film, props and microphone."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from pipeline.model import Film, Focus
from pipeline.paper.flow import Block, Flow, Words
from pipeline.paper.prose import Prose, filling
from pipeline.paper.sheet import SIZES
from pipeline.problems import Phrase, phrase
from pipeline.products import Desk
from pipeline.talks.assembly import minutes, numbers
from pipeline.talks.points import (
    ALL,
    FILM,
    NEXT,
    PLACE,
    PRAISE,
    STAGE,
    TALK,
    THANKS,
    WELCOME,
    Point,
    points,
    spans,
)
from pipeline.year import kit
from pipeline.year.letters import Occasion, occasion

TITLE = "Run sheets"
FOR = phrase("For those who lead the assembly.")
LANDSCAPE = False
WISHED = False
PAPERS = ("A4",)
FORMATS = ("docx", "pdf")
TOGETHER = "Assembly kit"
FILES = {"A4": "Run sheet"}
subjects, arenas = kit.subjects, kit.arenas
MARGINS = (16.0, 13.0, 16.0, 12.0)  # mm
SIZE = 10.0  # pt
SHARES = (19, 66, 31, 35, 27)
NAMES, HIGHEST = 11.0, 30.0  # mm to write in
ONE = phrase("1")


@dataclass(frozen=True)
class _Told:
    """What is done at a point, its props, and how many microphones."""

    told: Phrase
    props: Phrase | None = None
    microphone: Phrase = ONE


TOLD = {
    WELCOME: _Told(phrase("Say what we do today. Say the theme line together.")),
    PLACE: _Told(
        phrase("Show the poster, and read the lines aloud. All say them after you."),
        phrase("The poster"),
    ),
    FILM: _Told(phrase("Say first what to look for in it.")),
    TALK: _Told(
        phrase("All are quiet for 30 seconds. Then all talk, two and two."), phrase("A clock")
    ),
    STAGE: _Told(
        phrase("Some adults or pupils show how we do it. They show only what we want more of."),
        None,
        phrase("2"),
    ),
    ALL: _Told(phrase("All try once where they sit or stand. The adults too.")),
    PRAISE: _Told(phrase("Say what you saw, at once.")),
    NEXT: _Told(phrase("Classes and SFO practise. Say where the poster hangs.")),
    THANKS: _Told(phrase("Thank those who drew, made the film and helped on stage.")),
}


def write(subject: str, desk: Desk) -> Flow:
    """Return the run sheet, with room for the names."""
    held = occasion(desk.school, subject)
    say, page, focus = desk.language.say, SIZES["A4"], held.focus
    prose = Prose(desk.look, SIZE, page[0] - MARGINS[0] - MARGINS[2])
    name = focus.arena.name
    title = say("{title}: {focus}", title=say("Run sheet"), focus=name)
    over = say("{school}: run sheet for the assembly", school=desk.school.name)
    lead = f"{say('{day:%A} {day}', day=held.day)} · " if focus.assembly else ""
    long = say("{minutes} minutes", minutes=minutes(desk.school))
    lead += f"{kit.weeks_told(focus, desk.language)} · {long}"
    heads = say("Leads the assembly"), say("Film and sound"), say("Ready at"), say("Where it is")
    before = (
        *prose.opening(over, name, lead[:1].upper() + lead[1:]),
        prose.table(heads, [((), (), (), ())], (5, 5, 3, 5), NAMES),
        prose.heading(say("Minute by minute")),
    )
    after = tuple(_ready(focus, desk, prose))
    blocks = filling(
        lambda high: (*before, _table(held, desk, prose, high), *after),
        prose.width,
        page[1] - MARGINS[1] - MARGINS[3],
        HIGHEST,
    )
    return Flow(
        title=title,
        language=desk.language.code,
        blocks=blocks,
        subject=say("For those who lead the assembly."),
        page=page,
        margins=MARGINS,
        foot=prose.foot(desk.school, desk.language, say("Run sheet")),
    )


def _table(held: Occasion, desk: Desk, prose: Prose, high: float) -> Block:
    say, tell = desk.language.say, desk.language.tell
    heads = say("Minutes"), say("What"), say("Who"), say("Film and props"), say("Microphone")
    focus, rows = held.focus, []
    shown = numbers(held, desk.deck(kit.hung(focus, desk.school).drawing))
    for point, (first, last) in spans(minutes(desk.school), points(focus)).items():
        span = prose.said(f"{first}–{last}", bold=True, after=0)
        told = (
            prose.said(tell(point.name), bold=True, after=1),
            *(prose.quiet(*one) for one in _told(point, focus, desk)),
        )
        sound = say("Sound from the film") if point is FILM else tell(TOLD[point].microphone)
        props = [*_props(point, focus, desk, prose)]
        if number := shown.get(point):
            told_of = phrase("Slides {number}", number=number)
            if number.isdigit():
                told_of = phrase("Slide {number}", number=number)
            props.append(prose.quiet(tell(told_of)))
        rows.append(((span,), told, (), props, (prose.quiet(sound),)))
    return prose.table(heads, rows, SHARES, high)


def _told(point: Point, focus: Focus, desk: Desk) -> Iterator[tuple[str, ...]]:
    """Yield what is done at the point, with the school's own words where it has some."""
    say = desk.language.say
    if point is WELCOME and desk.school.brand.motto:
        yield (say("Say what we do today. Say together:"), " ", desk.school.brand.motto)
        return
    if point is PRAISE and focus.praise:
        yield (say("Say what you saw, at once:"), " ", focus.praise)
        return
    if point is STAGE and focus.task:
        yield (desk.language.tell(TOLD[point].told), " ", focus.task)
        return
    if point is THANKS and not kit.hung(focus, desk.school).drawing:
        yield (say("Thank all who helped."),)
        return
    yield (desk.language.tell(TOLD[point].told),)


def _props(point: Point, focus: Focus, desk: Desk, prose: Prose) -> Iterator[Words]:
    if point is FILM:
        yield from (_film(one, prose) for one in focus.films)
    elif props := TOLD[point].props:
        yield prose.quiet(desk.language.tell(props))


def _film(film: Film, prose: Prose) -> Words:
    return Words((prose.run(film.title, link=str(film.link), times=0.85),), leading=1.25)


def _ready(focus: Focus, desk: Desk, prose: Prose) -> Iterator[Block]:
    """Yield what is looked over before all come in."""
    say = desk.language.say
    yield prose.heading(say("Before all come in"))
    told = [
        say("The film runs with sound, and the slides are up."),
        say("All on stage know when it is their turn."),
        say("Those in the film have consent to be shown."),
    ]
    if not focus.films:
        told = [say("Sound and slides have been tried."), told[1]]
    for one in told:
        yield Words((prose.tick(), prose.run(f" {one}")), leading=1.25, after=2)

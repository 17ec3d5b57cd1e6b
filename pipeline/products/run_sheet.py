"""Run sheet of an assembly: what happens minute by minute, who, film, props and microphone."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from pipeline.model import Film, Focus
from pipeline.paper import flowing
from pipeline.paper.flow import Block, Flow, Words
from pipeline.paper.prose import Prose, filling, room
from pipeline.paper.sheet import SIZES
from pipeline.problems import Phrase, phrase
from pipeline.products import Desk
from pipeline.talks import points
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
LETTERS = (10.5, 10.0, 9.5, 9.0)  # pt, the largest that has room
SHARES = (23, 67, 27, 34, 27)
NAMES, HIGHEST = 9.0, 30.0  # mm to write in
ONE = phrase("1")


@dataclass(frozen=True)
class _Told:
    """What is done at a point, its props, and how many microphones."""

    told: Phrase | None = None
    props: Phrase | None = None
    microphone: Phrase = ONE


TOLD = {
    WELCOME: _Told(phrase("Welcome everyone. Say what we are going to practise.")),
    PLACE: _Told(None, phrase("The poster")),
    FILM: _Told(phrase("Say first what to look for in it.")),
    TALK: _Told(phrase("All are quiet for 30 seconds. Then all talk in pairs."), phrase("A clock")),
    STAGE: _Told(None, None, phrase("2")),
    ALL: _Told(),
    PRAISE: _Told(phrase("Say what you saw, at once.")),
    NEXT: _Told(phrase("Say how classes and SFO practise.")),
    THANKS: _Told(phrase("Thank those who drew, made the film and helped on stage.")),
}
DONE = {PLACE: points.read, STAGE: points.shown, ALL: points.tried}


def write(subject: str, desk: Desk) -> Flow:
    """Return the run sheet, with room for the names, in letters that let it be one page."""
    held, say, page = occasion(desk.school, subject), desk.language.say, SIZES["A4"]
    wide, high = page[0] - MARGINS[0] - MARGINS[2], page[1] - MARGINS[1] - MARGINS[3]
    for size in LETTERS:
        prose = Prose(desk.look, size, wide)
        made = _made(held, desk, prose)
        if flowing.high(made(0.0), wide) <= room(high):
            break
    return Flow(
        title=say("{title}: {focus}", title=say("Run sheet"), focus=held.focus.arena.name),
        language=desk.language.code,
        blocks=filling(made, wide, high, HIGHEST),
        subject=say("For those who lead the assembly."),
        page=page,
        margins=MARGINS,
        foot=prose.foot(desk.school, desk.language, say("Run sheet")),
    )


def _made(held: Occasion, desk: Desk, prose: Prose) -> Callable[[float], tuple[Block, ...]]:
    """Return what makes the blocks, with rows so high in mm."""
    before, after = tuple(_before(held, desk, prose)), tuple(_ready(held.focus, desk, prose))
    return lambda rows: (*before, _table(held, desk, prose, rows), *after)


def _before(held: Occasion, desk: Desk, prose: Prose) -> Iterator[Block]:
    """Yield the head, and room for who leads, where and when."""
    say, focus = desk.language.say, held.focus
    over = say("{school}: run sheet for the assembly", school=desk.school.name)
    long = say("{minutes} minutes", minutes=minutes(desk.school))
    lead = f"{say('{day:%A} {day}', day=held.day)} · {long}" if focus.assembly else long
    numbers_of = say("The numbers are those of the file “{file}”.", file=say("Slides"))
    lead = f"{lead[:1].upper()}{lead[1:]}. {numbers_of}"
    heads = (
        *(say("Leads the assembly"), say("Film and sound"), say("Where it is")),
        *(say("Ready at"), say("Begins at")),
    )
    yield from prose.opening(over, focus.arena.name, lead)
    yield prose.table(heads, [((), (), (), (), ())], (5, 5, 4, 3, 3), NAMES)
    yield prose.heading(say("Minute by minute"))


def _table(held: Occasion, desk: Desk, prose: Prose, high: float) -> Block:
    say, tell = desk.language.say, desk.language.tell
    heads = say("Minutes"), say("What"), say("Who"), say("Film and props"), say("Microphone")
    focus, rows = held.focus, []
    shown = numbers(held, desk.deck(kit.hung(focus, desk.school).drawing))
    for point, (first, last) in spans(minutes(desk.school), points.points(focus)).items():
        span = prose.said(f"{first}–{last}", bold=True, after=0)
        told = (
            prose.said(tell(point.name), bold=True, after=0),
            *(prose.said(*one, after=0) for one in _told(point, focus, desk)),
        )
        sound = say("Sound from the film") if point is FILM else tell(TOLD[point].microphone)
        props = [*_props(point, focus, desk, prose)]
        if number := shown.get(point):
            told_of = phrase("Slides {number}", number=number)
            if number.isdigit():
                told_of = phrase("Slide {number}", number=number)
            props.append(prose.said(tell(told_of), after=0))
        rows.append(((span,), told, (), props, (prose.said(sound, after=0),)))
    return prose.table(heads, rows, SHARES, high)


def _told(point: Point, focus: Focus, desk: Desk) -> Iterator[tuple[str, ...]]:
    """Yield what is done at the point, with the school's own words where it has some."""
    say, tell = desk.language.say, desk.language.tell
    if point is WELCOME and desk.school.brand.motto:
        yield (say("Say what we do today. Say together:"), " ", desk.school.brand.motto)
    elif point is PRAISE and focus.praise and focus.private:
        yield (
            say("Read the words aloud. Praise everybody for saying the lines."),
            " ",
            focus.praise,
        )
    elif point is PRAISE and focus.praise:
        yield (say("Say what you saw, at once:"), " ", focus.praise)
    elif point is THANKS and not kit.hung(focus, desk.school).drawing:
        yield (say("Thank all who helped."),)
    elif done := DONE[point](focus) if point in DONE else TOLD[point].told:
        yield (tell(done),)
    if point is NEXT and not focus.themed:
        yield (say("Say where the poster hangs."),)


def _props(point: Point, focus: Focus, desk: Desk, prose: Prose) -> Iterator[Words]:
    if point is FILM:
        yield from (_film(one, prose) for one in focus.films)
    elif (props := TOLD[point].props) and not (point is PLACE and focus.themed):
        yield prose.said(desk.language.tell(props), after=0)


def _film(film: Film, prose: Prose) -> Words:
    return Words(
        (
            prose.run(
                film.title,
                link=str(film.link),
            ),
        ),
        leading=1.25,
    )


def _ready(focus: Focus, desk: Desk, prose: Prose) -> Iterator[Block]:
    """Yield what is looked over before all come in."""
    say = desk.language.say
    yield prose.heading(say("Before everyone comes in"))
    told = [
        say("The film runs with sound, and the slides are up."),
        say("All on stage know when it is their turn."),
        say("Those in the film have agreed to be shown."),
    ]
    if not focus.films:
        told = [say("Sound and slides have been tried."), told[1]]
    for one in told:
        yield Words((prose.tick(), prose.run(f" {one}")), leading=1.25, after=2)

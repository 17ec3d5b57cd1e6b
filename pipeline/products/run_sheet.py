"""Run sheet of an assembly: what happens minute by minute, who, film, props and microphone."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pipeline.model import Film, Focus, School
from pipeline.paper.flow import Block, Flow, Words
from pipeline.paper.prose import Prose, filling
from pipeline.paper.sheet import SIZES
from pipeline.problems import Phrase, Sourced, phrase
from pipeline.products import Desk
from pipeline.year.kit import hung, parted, weeks_told
from pipeline.year.letters import occasion, occasions

TITLE = "Run sheets"
FOR = phrase("For those who lead the assembly.")
LANDSCAPE = False
WISHED = False
PAPERS = ("A4",)
FORMATS = ("docx", "pdf")
TOGETHER = "Assembly kit"
FILES = {"A4": "Run sheet"}
SLOT = 30  # minutes
MARGINS = (16.0, 13.0, 16.0, 12.0)  # mm
SIZE = 10.0  # pt
SHARES = (19, 66, 31, 35, 27)
NAMES, HIGHEST = 11.0, 30.0  # mm to write in
ONE = phrase("1")


@dataclass(frozen=True)
class _Point:
    """A point of the assembly: its name, what is done, its part of the time, props, microphone."""

    name: Phrase
    told: Phrase
    part: int
    props: Phrase | None = None
    microphone: Phrase = ONE


WELCOME = _Point(phrase("Welcome"), phrase("Say what we do today. Say the theme line together."), 2)
PLACE = _Point(
    phrase("What we practise now"),
    phrase("Show the poster, and read the lines aloud. All say them after you."),
    4,
    phrase("Poster or slides"),
)
FILM = _Point(phrase("Film"), phrase("Say first what to look for in it."), 5)
STAGE = _Point(
    phrase("Practise on stage"),
    phrase("Some adults or pupils show how we do it. They show only what we want more of."),
    6,
    None,
    phrase("2"),
)
ALL = _Point(
    phrase("All practise"),
    phrase("All try once where they sit or stand. The adults too."),
    4,
)
PRAISE = _Point(phrase("We praise"), phrase("Say what you saw, at once."), 3)
NEXT = _Point(
    phrase("What happens next"),
    phrase("Classes and SFO practise. Say where the poster hangs."),
    2,
)
THANKS = _Point(
    phrase("Thanks"), phrase("Thank those who drew, made the film and helped on stage."), 1
)
TALK = _Point(
    phrase("Think for 30 seconds. Talk with the one beside you."),
    phrase("All are quiet for 30 seconds. Then all talk, two and two."),
    3,
    phrase("A clock"),
)
POINTS = (WELCOME, PLACE, FILM, STAGE, ALL, PRAISE, NEXT, THANKS, TALK)


def points(focus: Focus) -> tuple[_Point, ...]:
    """Return the points of the focus's assembly; the film only where there is one."""
    return tuple(one for one in POINTS if one is not FILM or focus.films)


def minutes(slot: int, held: Sequence[_Point]) -> tuple[int, ...]:
    """Return the minutes of each point: whole ones that add up to the slot."""
    return parted(slot, [one.part for one in held])


def subjects(school: School) -> tuple[Sourced, ...]:
    """Return the focus periods of the school year, each named by its day."""
    return tuple(one.name for one in occasions(school))


def arenas(school: School, subject: str) -> tuple[str, ...]:
    """Return the arena or theme that is practised."""
    return (occasion(school, subject).focus.arena.name,)


def write(subject: str, desk: Desk) -> Flow:
    """Return the run sheet, with room for the names."""
    held = occasion(desk.school, subject)
    say, page, focus = desk.language.say, SIZES["A4"], held.focus
    prose = Prose(desk.look, SIZE, page[0] - MARGINS[0] - MARGINS[2])
    name = focus.arena.name
    title = say("{title}: {focus}", title=say("Run sheet"), focus=name)
    over = say("{school}: run sheet for the assembly", school=desk.school.name)
    lead = f"{say('{day:%A} {day}', day=held.day)} · " if focus.assembly else ""
    lead += f"{weeks_told(focus, desk.language)} · {say('{minutes} minutes', minutes=SLOT)}"
    heads = say("Leads the assembly"), say("Film and sound"), say("Ready at"), say("Where it is")
    before = (
        *prose.opening(over, name, lead[:1].upper() + lead[1:]),
        prose.table(heads, [((), (), (), ())], (5, 5, 3, 5), NAMES),
        prose.heading(say("Minute by minute")),
    )
    after = tuple(_ready(focus, desk, prose))
    blocks = filling(
        lambda high: (*before, _table(focus, desk, prose, high), *after),
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


def _table(focus: Focus, desk: Desk, prose: Prose, high: float) -> Block:
    say, tell = desk.language.say, desk.language.tell
    heads = say("Minutes"), say("What"), say("Who"), say("Film and props"), say("Microphone")
    rows: list[Sequence[Sequence[Words]]] = []
    held, start = points(focus), 0
    for point, long in zip(held, minutes(SLOT, held), strict=True):
        span = prose.said(f"{start}–{start + long}", bold=True, after=0)
        told = (
            prose.said(tell(point.name), bold=True, after=1),
            *(prose.quiet(*one) for one in _told(point, focus, desk)),
        )
        sound = say("Sound from the film") if point is FILM else tell(point.microphone)
        props = tuple(_props(point, focus, desk, prose))
        rows.append(((span,), told, (), props, (prose.quiet(sound),)))
        start += long
    return prose.table(heads, rows, SHARES, high)


def _told(point: _Point, focus: Focus, desk: Desk) -> Iterator[tuple[str, ...]]:
    """Yield what is done at the point, with the school's own words where it has some."""
    say = desk.language.say
    if point is WELCOME and desk.school.brand.motto:
        yield (say("Say what we do today. Say together:"), " ", desk.school.brand.motto)
        return
    if point is PRAISE and focus.praise:
        yield (say("Say what you saw, at once:"), " ", focus.praise)
        return
    if point is STAGE and focus.task:
        yield (desk.language.tell(point.told), " ", focus.task)
        return
    if point is THANKS and not hung(focus, desk.school).drawing:
        yield (say("Thank all who helped."),)
        return
    yield (desk.language.tell(point.told),)


def _props(point: _Point, focus: Focus, desk: Desk, prose: Prose) -> Iterator[Words]:
    if point is FILM:
        yield from (_film(one, prose) for one in focus.films)
    elif point.props:
        yield prose.quiet(desk.language.tell(point.props))


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

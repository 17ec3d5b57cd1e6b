"""Film plan of a focus: a shot for each expectation, who, where, props and seconds."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pipeline.model import Focus
from pipeline.paper.bands import shown
from pipeline.paper.flow import Block, Flow, Words
from pipeline.paper.prose import Prose, filling
from pipeline.paper.sentence import runs
from pipeline.paper.sheet import SIZES
from pipeline.paper.style import MM
from pipeline.problems import Phrase, phrase
from pipeline.products import Desk
from pipeline.year import kit
from pipeline.year.letters import occasion

TITLE = "Film plans"
FOR = phrase("For those who film.")
LANDSCAPE = False
WISHED = False
PAPERS = ("A4",)
FORMATS = ("docx", "pdf")
TOGETHER = "Assembly kit"
FILES = {"A4": "Film plan"}
subjects, arenas = kit.subjects, kit.arenas
MARGINS = (16.0, 13.0, 16.0, 12.0)  # mm
SIZE = 10.0  # pt
ADULTS = 2  # assemblies of a year whose films show adults
OPENING, SHOT, CLOSING = 5, 10, 5  # seconds
SHARES = (11, 62, 33, 27, 27, 18)
HIGHEST, LINK = 27.0, 11.0  # mm to write in


@dataclass(frozen=True)
class Cast:
    """Who is filmed, and what they have said yes to."""

    told: Phrase
    consent: Phrase


FIRST = Cast(
    phrase("For the first two assemblies of the year we film the adults."),
    phrase("All adults in the film have said yes."),
)
LATER = Cast(
    phrase("From the third assembly on we film pupils who practise."),
    phrase("Everyone in the film has their guardians' consent, and wants to take part."),
)

PRIVATE = Cast(
    phrase("Here we film only adults, outside a closed door. No one is filmed inside."),
    FIRST.consent,
)


def write(subject: str, desk: Desk) -> Flow:
    """Return the plan, with as much room to write as its page has."""
    held = occasion(desk.school, subject)
    arena = held.focus.arena
    say, page = desk.language.say, SIZES["A4"]
    prose = Prose(desk.look, SIZE, page[0] - MARGINS[0] - MARGINS[2])
    over = say("{school}: film plan", school=desk.school.name)
    title = say("We film: {focus}", focus=arena.name)
    lead = say("Film only what we want to see more of. Nobody shows how not to do it.")
    cast = _filmed(held.focus, desk)
    before = (
        *prose.opening(over, title, f"{desk.language.tell(cast.told)} {lead}"),
        *_consent(cast, desk, prose),
    )
    after = tuple(_link(desk, prose))
    blocks = filling(
        lambda high: (*before, *_shots(held.focus, desk, prose, high), *after),
        prose.width,
        page[1] - MARGINS[1] - MARGINS[3],
        HIGHEST,
    )
    return Flow(
        title=say("{title}: {focus}", title=say("Film plan"), focus=arena.name),
        language=desk.language.code,
        blocks=blocks,
        subject=say("For those who film."),
        page=page,
        margins=MARGINS,
        foot=prose.foot(desk.school, desk.language, say("Film plan")),
    )


def _filmed(focus: Focus, desk: Desk) -> Cast:
    """Return who are filmed: adults for the year's first assemblies, then pupils who practise."""
    if focus.private:
        return PRIVATE
    focuses = desk.school.year.focuses if desk.school.year else ()
    before = [one for one in focuses if one.assembly and one.first < focus.first]
    if len(before) < ADULTS:
        return FIRST
    return LATER


def _consent(cast: Cast, desk: Desk, prose: Prose) -> Iterator[Block]:
    """Yield what must be in order before anybody is filmed."""
    say = desk.language.say
    yield prose.heading(say("Before we film"))
    for one in (
        desk.language.tell(cast.consent),
        say("Nobody else can be seen or heard."),
        say("We know who will see the film, where it is kept, and when it is deleted."),
    ):
        yield Words((prose.tick(), prose.run(f" {one}")), leading=1.25, after=2)


def _shots(focus: Focus, desk: Desk, prose: Prose, high: float) -> Iterator[Block]:
    """Yield the shots: the place or what the film is about, each line, and an end."""
    say, arena = desk.language.say, focus.arena
    opening = phrase("Show where we are: {focus}", focus=arena.name)
    if focus.private:
        opening = phrase("Show the door from outside: {focus}", focus=arena.name)
    elif focus.themed:
        opening = phrase("Show what the film is about: {focus}", focus=arena.name)
    lines = [(at, line) for at, cell in shown(arena) for line in cell]
    seconds = OPENING + SHOT * len(lines) + CLOSING
    told = say("{shots} shots, {seconds} seconds", shots=len(lines) + 2, seconds=seconds)
    yield prose.heading(say("The shots: {told}", told=told))
    filmed = [
        (prose.said(desk.language.tell(opening), after=0),),
        *((_line(at, line, focus, desk, prose),) for at, line in lines),
        (prose.said(say("Everyone waves, or says the theme line together"), after=0),),
    ]
    long = [OPENING, *[SHOT] * len(lines), CLOSING]
    where = (prose.said(say("Outside, the door is closed"), after=0),) if focus.private else ()
    rows: list[Sequence[Sequence[Words]]] = []
    for number, (words, count) in enumerate(zip(filmed, long, strict=True), 1):
        first = prose.said(str(number), bold=True, after=0)
        rows.append(((first,), words, (), where, (), (prose.said(str(count), after=0),)))
    shown_or_said = say("Show or say this") if focus.private else say("Show this")
    heads = say("No."), shown_or_said, say("Who"), say("Where"), say("Props"), say("Sec.")
    yield prose.table(heads, rows, SHARES, high)


def _line(at: int, line: str, focus: Focus, desk: Desk, prose: Prose) -> Words:
    """Return what is shown; of a private place, it is what an adult says."""
    mark = prose.mark(desk.school.values[at].shape, at, prose.size * MM * 1.1)
    if focus.private:
        told = phrase("An adult says: “{line}”", line=line)
        return prose.said(mark, " ", *runs(told, desk.language, prose.run("").letters), after=0)
    return prose.said(mark, " ", line, after=0)


def _link(desk: Desk, prose: Prose) -> Iterator[Block]:
    """Yield where to write where the film lies."""
    say = desk.language.say
    yield prose.heading(say("When the film is done"))
    heads = say("Link to the film"), say("Filmed by"), say("Day"), say("Deleted")
    yield prose.table(heads, [((), (), (), ())], (80, 42, 28, 28), LINK)
    told = say("Send the link to the PALS team, and it will be on the slides and in the letters.")
    yield Words((prose.run(told),), before=5)

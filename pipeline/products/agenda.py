"""The PALS team's agenda for an hour: points with their minutes, and what is soon due."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from pipeline.model import School, Year
from pipeline.paper import flowing
from pipeline.paper.flow import Block, Flow, Words
from pipeline.paper.prose import LEAST, Prose, filling, room
from pipeline.paper.sheet import SIZES
from pipeline.problems import Phrase, Sourced, fault, guess, phrase
from pipeline.products import Desk
from pipeline.year.days import ONE
from pipeline.year.due import STEPS, due, dues
from pipeline.year.text import capital

TITLE = "Agendas"
FOR = phrase("For the PALS team's meetings.")
LANDSCAPE = False
WISHED = False
PAPERS = ("A4",)
FORMATS = ("docx", "pdf")
SLOT = 60  # minutes that the team has every second week
MARGINS = (16.0, 13.0, 16.0, 12.0)  # mm
LETTERS = (10.5, 10.0, 9.5)  # pt: the largest whose points and due days fit a page
# Each point, what to ask there, and its part of the time.
POINTS: tuple[tuple[Phrase, Phrase, int], ...] = (
    (phrase("Since last time"), phrase("What did we say we would do? Is it done?"), 5),
    (
        phrase("What do we see?"),
        phrase("What do we know, and from where? Do all classes and SFO practise?"),
        10,
    ),
    (
        phrase("One problem"),
        phrase("Choose one problem, and fill in the problem-solving sheet."),
        20,
    ),
    (phrase("Soon due"), phrase("What must be ready, and who sees to it?"), 15),
    (phrase("Who tells whom?"), phrase("What must staff, SFO and families know?"), 5),
    (phrase("Praise"), phrase("Whom do we praise, and who does it?"), 5),
)
HIGHEST, DATES = 34.0, 10.0  # mm to write in


def minutes(slot: int) -> tuple[int, ...]:
    """Return the minutes of each point: whole ones that add up to the slot, none without time."""
    parts = [part for _, _, part in POINTS]
    shares = [slot * part / sum(parts) for part in parts]
    whole = [int(share) for share in shares]
    by_rest = sorted(range(len(parts)), key=lambda at: whole[at] - shares[at])
    for at in by_rest[: slot - sum(whole)]:
        whole[at] += 1
    return tuple(whole)


def subjects(school: School) -> tuple[Sourced, ...]:
    """Return an agenda for any meeting, and one for each focus of the year."""
    from pipeline.language import language

    any_one = Sourced(language(school.language).say("Any meeting"))
    return (any_one, *_focuses(school.year))


def _focuses(year: Year | None) -> tuple[Sourced, ...]:
    names = [one.arena.name for one in year.focuses] if year else []
    return tuple(Sourced(f"{at:02} {name}", name.place) for at, name in enumerate(names, 1))


def arenas(school: School, subject: str) -> tuple[str, ...]:
    """Return the arena of the agenda's focus."""
    return tuple(str(one)[3:] for one in _focuses(school.year) if one == subject)


def write(subject: str, desk: Desk) -> Flow:
    """Return the agenda, with what is due until the next focus begins."""
    there, say, school = subjects(desk.school), desk.language.say, desk.school
    if subject not in there:
        what = phrase("There is no agenda called '{name}'.", name=subject)
        raise fault(None, what, guess(subject, there))
    at = there.index(Sourced(subject)) - 1
    page = SIZES["A4"]
    title = say("Agenda for the PALS team")
    over, named = str(school.name), title
    if school.year and at >= 0:
        focus = school.year.focuses[at]
        name = focus.arena.name
        named = say("{title}: {focus}", title=title, focus=name)
        over = say(
            "{school}: {focus}, {first} to {last}",
            school=school.name,
            focus=name,
            first=focus.first,
            last=focus.last,
        )
    prose, blocks = _fitted(at, (over, title), desk, page)
    return Flow(
        title=named,
        language=desk.language.code,
        blocks=blocks,
        subject=say("For the PALS team's meetings."),
        page=page,
        margins=MARGINS,
        foot=prose.foot(school, desk.language, title),
    )


def _fitted(
    at: int, names: tuple[str, str], desk: Desk, page: tuple[float, float]
) -> tuple[Prose, tuple[Block, ...]]:
    """Return the agenda in the largest letters that fit the page, with room to write."""
    say, year = desk.language.say, desk.school.year
    lead = say("{minutes} minutes. The chair keeps the time.", minutes=SLOT)
    tall = page[1] - MARGINS[1] - MARGINS[3]
    for size in LETTERS:
        prose = Prose(desk.look, size, page[0] - MARGINS[0] - MARGINS[2])
        before = *prose.opening(*names, lead), *_who(desk, prose)
        after = (*_early(year, desk, prose),) if year and at == 0 else ()
        after += (*_due(year, at, desk, prose),) if year and at >= 0 else ()
        least = (*before, _points(desk, prose, LEAST), *after)
        if flowing.high(least, prose.width) <= room(tall):
            break
    made = filling(
        lambda high: (*before, _points(desk, prose, high), *after), prose.width, tall, HIGHEST
    )
    return prose, made


def _who(desk: Desk, prose: Prose) -> Iterator[Block]:
    """Yield where to write the day and who is there."""
    say = desk.language.say
    heads = say("Date"), say("Chair"), say("Takes notes"), say("Present")
    yield prose.table(heads, [((), (), (), ())], (2, 3, 3, 5), DATES)
    words = say("The municipality's team is here (every fourth week)")
    yield Words((prose.tick(), prose.run(f" {words}")), leading=1.2, before=6, after=8)


def _points(desk: Desk, prose: Prose, high: float) -> Block:
    say, tell = desk.language.say, desk.language.tell
    heads = say("Minutes"), say("Point"), say("Who"), say("Notes")
    rows: list[Sequence[Sequence[Words]]] = []
    start = 0
    for (name, asked, _), long in zip(POINTS, minutes(SLOT), strict=True):
        span = prose.said(f"{start}–{start + long}", bold=True, after=0)
        told = prose.said(tell(name), bold=True, after=1), prose.quiet(tell(asked))
        rows.append(((span,), told, (), ()))
        start += long
    return prose.table(heads, rows, (20, 74, 24, 60), high)


def _early(year: Year, desk: Desk, prose: Prose) -> Iterator[Block]:
    """Yield what must be ready before anyone is at work in August, step by step."""
    say, there = desk.language.say, [one for one in due(year) if one.day is None]
    rows: list[Sequence[Sequence[Words]]] = []
    for step in STEPS:
        names = [one.focus.arena.name for one in there if one.step == step]
        listed = [part for name in names for part in (", ", name)][1:]
        what = capital(desk.language.tell(step.says))
        if names:
            rows.append(((prose.said(*listed, after=0),), (prose.said(what, after=0),), ()))
    if rows:
        yield prose.heading(say("Before school starts"))
        yield prose.table((say("Focus"), say("What"), say("Who")), rows, (59, 84, 35))


def _due(year: Year, at: int, desk: Desk, prose: Prose) -> Iterator[Block]:
    """Yield what is due from the focus's first day until the next one begins."""
    say, tongue = desk.language.say, desk.language
    first, last = _span(year, at)
    rows: list[Sequence[Sequence[Words]]] = []
    for one in dues(year, first, last):
        day = prose.said(tongue.short_day(one.day or first), bold=True, after=0)
        what = prose.said(capital(tongue.tell(one.step.says)), after=0)
        rows.append(((day,), (prose.said(one.focus.arena.name, after=0),), (what,), ()))
    if rows:
        ends = at + 1 == len(year.focuses)
        yield prose.heading(say("Due this school year") if ends else say("Due before next focus"))
        heads = say("Day"), say("Focus"), say("What"), say("Who")
        yield prose.table(heads, rows, (17, 42, 84, 35))


def _span(year: Year, at: int) -> tuple[date, date]:
    """Return the days that the focus's meetings look after: the first has the days before too."""
    first = year.focuses[at].first
    if at == 0:
        first = min((first, *year.planning))
    after = year.focuses[at + 1 :]
    return first, after[0].first - ONE if after else year.last

"""The temperature form: the same questions to all adults three times a year, and a tally."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from pipeline.language import Language, language
from pipeline.model import School
from pipeline.paper.flow import Block, Flow, PageBreak, Table, Words
from pipeline.paper.prose import Prose, filling
from pipeline.paper.sheet import SIZES
from pipeline.problems import Phrase, Sourced, fault, guess, phrase
from pipeline.products import Desk

TITLE = "Temperature forms"
FOR = phrase("For all adults, in August, January and May.")
LANDSCAPE = False
WISHED = False
PAPERS = ("A4",)
FORMATS = ("docx", "pdf")
MARGINS = (16.0, 13.0, 16.0, 12.0)  # mm
SIZE = 10.5  # pt
WHEN = (8, 1, 5)  # months
STATEMENTS = (
    phrase("I know what we are practising right now."),
    phrase("I practise it with the children every week."),
    phrase("I praise the children for what we practise, every day."),
    phrase("I do myself what we ask of the children."),
    phrase("I know what we adults have agreed on."),
    phrase("We adults do the same, in lessons, in breaks and at SFO."),
    phrase("The expectations hang where the children see them."),
    phrase("The children can say in their own words what we practise."),
    phrase("I get help when something is difficult."),
    phrase("I can see that practising makes the school day better."),
)
SCALE = (
    phrase("Disagree"),
    phrase("Disagree a little"),
    phrase("Agree a little"),
    phrase("Agree"),
)
NUMBERS = ("one", "two", "three", "four")  # of the scale
OPEN, COUNT, TALK = 60.0, 12.5, 34.0  # mm to write in
COLUMNS = tuple((month, number) for month in WHEN for number in range(1, len(SCALE) + 1))
JANUARY = range(5, 9)  # the columns that are shaded, to tell the three months apart


def subjects(school: School) -> tuple[Sourced, ...]:
    """Return the form that all fill in, and the tally that the team does."""
    say = language(school.language).say
    return Sourced(say("Form")), Sourced(say("Tally"))


def arenas(school: School, subject: str) -> tuple[str, ...]:
    """Return nothing: the questions are about all places."""
    return ()


def write(subject: str, desk: Desk) -> Flow:
    """Return the form or the tally."""
    there = subjects(desk.school)
    if subject not in there:
        what = phrase("There is no form called '{name}'.", name=subject)
        raise fault(None, what, guess(subject, there))
    form = subject == there[0]
    short, long = SIZES["A4"]
    page = (short, long) if form else (long, short)
    prose = Prose(desk.look, SIZE, page[0] - MARGINS[0] - MARGINS[2])
    say = desk.language.say
    title = say("How are we doing with PALS?") if form else say("What did we answer?")
    over = say("Temperature form") if form else say("Tally of the temperature forms")
    opening = prose.opening(f"{desk.school.name}: {over}", title)
    return Flow(
        title=over,
        language=desk.language.code,
        blocks=_filled(opening, desk, prose) if form else (*opening, *_tally(desk, prose)),
        subject=say("For all adults, in August, January and May."),
        page=page,
        margins=MARGINS,
        foot=prose.foot(desk.school, desk.language, over),
    )


def _month(tongue: Language, number: int) -> str:
    name = str(tongue.facts["months"][number - 1])
    return name[:1].upper() + name[1:]


def _filled(opening: tuple[Block, ...], desk: Desk, prose: Prose) -> tuple[Block, ...]:
    """Return the form with as much room for words of one's own as its page has."""
    high = SIZES["A4"][1] - MARGINS[1] - MARGINS[3]
    return filling(lambda room: (*opening, *_form(desk, prose, room)), prose.width, high, OPEN)


def _form(desk: Desk, prose: Prose, room: float) -> tuple[Block, ...]:
    say, tell = desk.language.say, desk.language.tell
    lead = say("You answer without your name. All adults at school and at SFO get the same form.")
    ticks = [
        one for number in WHEN for one in (prose.tick(), f" {_month(desk.language, number)}    ")
    ]
    heads = (say("Statement"), *(f"{at} {tell(one)}" for at, one in enumerate(SCALE, 1)))
    scale = [
        (prose.said(str(at), bold=True, after=0), prose.quiet(tell(one)))
        for at, one in enumerate(SCALE, 1)
    ]
    rows = []
    for at, words in enumerate(STATEMENTS, 1):
        answers = tuple((_middle(prose, str(one + 1)),) for one in range(len(SCALE)))
        rows.append(((prose.said(f"{at}. {tell(words)}", after=0),), *answers))
    return (
        prose.said(lead),
        prose.said(*ticks, after=8),
        prose.heading(say("Draw a ring around one number on each line")),
        prose.said(say("Skip what does not concern you.")),
        _headed(prose.table(heads, rows, (82, 24, 24, 24, 24)), scale),
        prose.heading(say("In your own words")),
        prose.table((say("What do you need to practise and praise more?"),), [((),)], (1,), room),
        prose.heading(say("When you are done")),
        prose.item(say("Fold the form, and put it in the box in the staff room.")),
        prose.item(say("The PALS team counts the answers together, and never by stage or job.")),
        prose.item(say("You see the result at the next staff meeting.")),
    )


def _middle(prose: Prose, words: str) -> Words:
    return Words((prose.run(words),), leading=1.2, before=1, after=1, align="center")


def _tally(desk: Desk, prose: Prose) -> tuple[Block, ...]:
    say, tell = desk.language.say, desk.language.tell
    meant = {name: tell(words) for name, words in zip(NUMBERS, SCALE, strict=True)}
    lead = say(
        "Write how many have drawn a ring around each number."
        " 1 is “{one}”, 2 is “{two}”, 3 is “{three}” and 4 is “{four}”.",
        **meant,
    )
    heads = [say("Statement"), *(str(number) for _, number in COLUMNS)]
    blank: list[Sequence[Words]] = [()] * len(COLUMNS)
    rows = [
        ((prose.said(f"{at}. {tell(words)}", after=0),), *blank)
        for at, words in enumerate(STATEMENTS, 1)
    ]

    def small(month: int) -> Words:
        return prose.quiet(_month(desk.language, month), times=0.8)

    def large(number: int) -> Words:
        return replace(prose.said(str(number), bold=True, after=0), leading=1.15)

    counted = prose.table(heads, rows, (85, *[15] * len(COLUMNS)), COUNT, JANUARY)
    return (
        prose.said(lead),
        _headed(counted, [(small(month), large(number)) for month, number in COLUMNS]),
        PageBreak(),
        *_talked_of(desk, prose),
    )


def _talked_of(desk: Desk, prose: Prose) -> tuple[Block, ...]:
    """Return what the team finds out and asks itself when all is counted."""
    say, tell = desk.language.say, desk.language.tell
    whole = say("Forms handed in"), *(_month(desk.language, number) for number in WHEN)
    asked: tuple[Phrase, ...] = (
        phrase("Where do most of us agree? Is it so in the classrooms too?"),
        phrase("What has changed since last time?"),
        phrase("What do we do now, and who does it?"),
    )
    return (
        prose.heading(say("How many answered?")),
        prose.table(whole, [((prose.said(say("Number"), after=0),), (), (), ())], (2, 1, 1, 1), 8),
        prose.heading(say("Is our picture of ourselves true?")),
        prose.table(
            (say("What we ask"), *(_month(desk.language, number) for number in WHEN)),
            [((prose.said(tell(one), after=0),), (), (), ()) for one in asked],
            (2, 2, 2, 2),
            TALK,
        ),
    )


def _headed(table: Table, heads: Sequence[tuple[Words, Words]]) -> Table:
    """Return the table with two lines in the middle at the head of each column but the first."""
    first, *others = table.rows[0]
    cells = [
        replace(cell, blocks=tuple(replace(one, align="center") for one in head), pad=(0.6, 1.2))
        for cell, head in zip(others, heads, strict=True)
    ]
    return replace(table, rows=((first, *cells), *table.rows[1:]))

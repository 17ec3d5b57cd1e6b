"""The council's gathering sheet: what each class thinks of each place, and what we answer.

The classes' own sheets, place by place, are the proposals for classes (`pupil_proposal`).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pipeline.model import Matrix, School, Stage
from pipeline.paper.flow import Block, Flow, PageBreak, Words
from pipeline.paper.prose import Prose, filling
from pipeline.paper.sheet import SIZES
from pipeline.problems import Sourced, phrase
from pipeline.products import Desk, chosen

TITLE = "Comment forms"
FOR = phrase("For the pupils' council, to gather what the classes think.")
LANDSCAPE = True
WISHED = False
PAPERS = ("A4",)
FORMATS = ("docx", "pdf")
TOGETHER = "Pupils' council"
FILES = {"A4": "Comment form"}
MARGINS = (15.0, 12.0, 15.0, 11.0)  # mm
SIZE = 10.5  # pt
MOST = 6  # classes on a page
ROW, ANSWER = 30.0, 44.0  # mm to write in, at most
AFTER_SCHOOL = "sfo"


def subjects(school: School) -> tuple[Sourced, ...]:
    """Return the pupils' matrices."""
    return tuple(_matrices(school))


def arenas(school: School, subject: str) -> tuple[str, ...]:
    """Return the arenas of the matrix."""
    return tuple(str(one.name) for one in chosen(_matrices(school), subject).arenas)


def _matrices(school: School) -> dict[Sourced, Matrix]:
    return {one.title: one for one in school.matrices_for("elev")}


def write(subject: str, desk: Desk) -> Flow:
    """Return a page for some classes at a time, and last what the council answers."""
    matrix = chosen(_matrices(desk.school), subject)
    say, (short, long) = desk.language.say, SIZES["A4"]
    prose = Prose(desk.look, SIZE, long - MARGINS[0] - MARGINS[2])
    title = say("What do the classes think?")
    lead = say("Write what the class thinks, and never who said it.")
    opening = prose.opening(f"{desk.school.name}: {matrix.title}", title, lead)
    high = short - MARGINS[1] - MARGINS[3]
    blocks: list[Block] = []
    for classes in groups(desk.school):
        before: tuple[Block, ...] = () if blocks else opening
        blocks += [PageBreak()] if blocks else []
        page = (*before, *_heading(desk, prose, classes))
        blocks += filling(
            lambda row, page=page, classes=classes: (  # type: ignore[misc]
                *page,
                _gathered(matrix, desk, prose, classes, row),
            ),
            prose.width,
            high,
            ROW,
        )
    blocks.append(PageBreak())
    blocks += filling(lambda row: _answers(matrix, desk, prose, row), prose.width, high, ANSWER)
    return Flow(
        title=say("{title}: {focus}", title=say("Comment form"), focus=matrix.title),
        language=desk.language.code,
        blocks=tuple(blocks),
        subject=say("For the pupils' council, to gather what the classes think."),
        page=(long, short),
        margins=MARGINS,
        foot=prose.foot(desk.school, desk.language, say("Comment form"), str(matrix.title)),
    )


def groups(school: School) -> tuple[tuple[str, ...], ...]:
    """Return the classes of each page, SFO's groups left out; blank ones where none are known."""
    found: list[tuple[str, ...]] = []
    for stage in school.stages:
        if not stage.classes or _after_school(stage, school):
            continue
        pages = -(-len(stage.classes) // MOST)
        each, more = divmod(len(stage.classes), pages)
        names, at = [str(one) for one in stage.classes], 0
        for number in range(pages):
            size = each + (number < more)
            found.append(tuple(names[at : at + size]))
            at += size
    return tuple(found) or (("",) * MOST,)


def _after_school(stage: Stage, school: School) -> bool:
    """Tell whether the stage is SFO, by its name in any language or by its groups'."""
    names = {str(stage.name), *map(str, stage.classes)}
    for words in school.translations.values():
        names |= {text for text, said in words.items() if said == stage.name}
    return any(AFTER_SCHOOL in name.casefold() for name in names)


def _heading(desk: Desk, prose: Prose, classes: Sequence[str]) -> Iterator[Words]:
    """Yield the heading of a page: its first and last class."""
    say = desk.language.say
    if classes[0]:
        span = "–".join(dict.fromkeys((classes[0], classes[-1])))
        yield prose.heading(say("The classes {span}", span=span))


def _gathered(
    matrix: Matrix, desk: Desk, prose: Prose, classes: Sequence[str], row: float
) -> Block:
    say = desk.language.say
    heads = (say("Class"), *(desk.language.short(str(one.name)) for one in matrix.arenas))
    good = prose.quiet(prose.tick(), f" {say('Good as it is')}", times=0.8, after=1)
    other = prose.quiet(say("Rather like this:"), times=0.8)
    rows: list[Sequence[Sequence[Words]]] = []
    for name in classes:
        named = (prose.said(name, bold=True, after=0),) if name else ()
        rows.append((named, *((good, other),) * len(matrix.arenas)))
    wide = max(2, len(matrix.arenas)) * 2
    return prose.table(heads, rows, (1.1, *(wide / len(matrix.arenas),) * len(matrix.arenas)), row)


def _answers(matrix: Matrix, desk: Desk, prose: Prose, row: float) -> tuple[Block, ...]:
    """Return where the council writes what it answers, place by place."""
    say = desk.language.say
    heads = (
        say("Place"),
        say("What is good, many classes say"),
        say("What many would say in another way"),
        say("What the pupils' council proposes"),
    )
    rows = [
        ((prose.said(desk.language.short(str(one.name)), bold=True, after=0),), (), (), ())
        for one in matrix.arenas
    ]
    return (
        prose.heading(say("What we answer the PALS team")),
        prose.table(heads, rows, (2, 4, 4, 4), row),
    )

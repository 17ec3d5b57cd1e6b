"""Practice log of a focus: class by class, week by week, to sign when a class has practised."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pipeline.model import Arena, Focus, Stage
from pipeline.paper import flowing
from pipeline.paper.bands import shown
from pipeline.paper.by_week import Across, form, shared
from pipeline.paper.colour import WHITE
from pipeline.paper.flow import Block, Cell, Flow, PageBreak, Table, Words
from pipeline.paper.prose import FOOT, PAD, SURE, THIN, Prose
from pipeline.paper.sheet import SIZES
from pipeline.paper.style import MM
from pipeline.problems import Sourced, phrase
from pipeline.products import Desk
from pipeline.year import kit
from pipeline.year.letters import AFTER_SCHOOL, occasion

TITLE = "Practice logs"
FOR = phrase("For the staff room: a line for each class.")
LANDSCAPE = False
WISHED = False
PAPERS = ("A4",)
FORMATS = ("pdf",)
TOGETHER = "Assembly kit"
FILES = {"A4": "Practice log"}
subjects, arenas = kit.subjects, kit.arenas
MARGINS = (16.0, 13.0, 16.0, 12.0)  # mm
SIZE = 10.0  # pt
HANGS = 0.63  # of the width, for where it hangs
MOST_WEEKS, MOST_ROWS = 6, 20  # side by side, and down a page
BLANKS = 10  # rows where no classes are told of
HIGHEST, ROOMY, FILL = 17.0, 9.5, 9.0  # mm to write in: at most, well enough, and in a field


def write(subject: str, desk: Desk) -> Flow:
    """Return the pages to sign, each stage whole on a page as far as it can be."""
    focus = occasion(desk.school, subject).focus
    say, page = desk.language.say, SIZES["A4"]
    prose = Prose(desk.look, SIZE, page[0] - MARGINS[0] - MARGINS[2])
    log = _Log(focus, desk, prose, (page[1] - MARGINS[1] - MARGINS[3] - FOOT) * SURE)
    blocks: list[Block] = []
    for at, made in enumerate(log.pages()):
        blocks += [PageBreak(), *made] if at else made
    return Flow(
        title=say("{title}: {focus}", title=say("Practice log"), focus=focus.arena.name),
        language=desk.language.code,
        blocks=tuple(blocks),
        subject=say("For the staff room: a line for each class."),
        page=page,
        margins=MARGINS,
        foot=prose.foot(desk.school, desk.language, focus.arena.name, say("Practice log")),
    )


@dataclass(frozen=True)
class _Part:
    """Some weeks of some classes of a stage, as one table."""

    stage: Stage
    names: Sequence[str]
    weeks: Sequence[kit.Week]


@dataclass(frozen=True)
class _Log:
    """A log on its way: its focus, desk and letters, and how much its pages hold in mm."""

    focus: Focus
    desk: Desk
    prose: Prose
    high: float

    def pages(self) -> Iterator[Sequence[Block]]:
        """Yield the pages; a stage stands below the one before where there is room for both."""
        held: list[_Part] = []
        above = self._opening()
        for part in self._parts():
            if held and self._rows(above, [*held, part], lines=True) < ROOMY:
                yield self._page(above, held)
                held, above = [], self._again()
            held.append(part)
        yield self._page(above, held)

    def _parts(self) -> Iterator[_Part]:
        stages = self.desk.school.stages or (Stage(Sourced(self.desk.language.say("The classes"))),)
        there = kit.weeks(self.focus, self.desk.school, self.desk.language)
        for stage in stages:
            for weeks in shared(there, MOST_WEEKS):
                for names in shared(stage.classes or ("",) * BLANKS, MOST_ROWS):
                    yield _Part(stage, names, weeks)

    def _opening(self) -> tuple[Block, ...]:
        say = self.desk.language.say
        over = say("{school}: practice log", school=self.desk.school.name)
        lead = say(
            "Write your initials when the class has practised. Do not write children's names."
        )
        return (*self.prose.opening(over, self.focus.arena.name, lead), self._kept())

    def _again(self) -> tuple[Block, ...]:
        over = self.desk.language.say("{school}: practice log", school=self.desk.school.name)
        said = self.prose.said(f"{over} · {self.focus.arena.name}", bold=True, after=5)
        return said, self._kept()

    def _kept(self) -> Table:
        """Return where the log hangs, for staff alone, and where to write who gets it."""
        say, prose = self.desk.language.say, self.prose
        hangs = say("Put up in the staff room, not where pupils or parents see it.")
        asked = (hangs, say("Hand in to:"))
        cells = tuple(Cell((prose.said(one, after=0),), None, PAD, middle=True) for one in asked)
        edge = (prose.look.quiet, THIN)
        widths = prose.width * HANGS, prose.width * (1 - HANGS)
        return Table(widths, (cells,), edge, laid=True, ruled=True, least=FILL)

    def _page(self, above: Sequence[Block], parts: Sequence[_Part]) -> Sequence[Block]:
        """Return a page whose rows are as high as it lets them be, the lines below if they fit."""
        lines = self._rows(above, parts, lines=True) >= ROOMY
        return self._written(above, parts, self._rows(above, parts, lines), lines)

    def _rows(self, above: Sequence[Block], parts: Sequence[_Part], lines: bool) -> float:
        """Return how high the rows of the page can be, in mm."""
        bare = self._written(above, [_Part(one.stage, (), one.weeks) for one in parts], 0.0, lines)
        free = self.high - flowing.high(bare, self.prose.width)
        return min(HIGHEST, free / sum(len(one.names) for one in parts))

    def _written(
        self, above: Sequence[Block], parts: Sequence[_Part], high: float, lines: bool
    ) -> Sequence[Block]:
        blocks, told = list(above), list[str]()
        for part in parts:
            blocks += [self._heading(part), self._table(part, high)]
            for arena in self._practised(part.stage) if lines else ():
                if arena.name not in told:
                    told.append(arena.name)
                    blocks += self._lines(arena)
        return blocks

    def _heading(self, part: _Part) -> Words:
        say, numbers = self.desk.language.say, [one.number for one in part.weeks]
        span = kit.span_told(numbers[0], numbers[-1], self.desk.language)
        return self.prose.heading(say("{stage}, {weeks}", stage=str(part.stage.name), weeks=span))

    def _table(self, part: _Part, high: float) -> Table:
        say = self.desk.language.say
        first = say("Group") if AFTER_SCHOOL.search(part.stage.name) else say("Class")
        weeks = [
            Across(
                say("Week {week}", week=one.number),
                tuple(filter(None, (one.days, one.off))),
                one.shut,
            )
            for one in part.weeks
        ]
        return form(self.prose, part.names, weeks, first, high)

    def _practised(self, stage: Stage) -> tuple[Arena, ...]:
        """Return what the stage practises: SFO has its own beside it where the focus says so."""
        own = self.focus.after_school
        with_own = own and AFTER_SCHOOL.search(stage.name)
        return (self.focus.arena, own.arena) if own and with_own else (self.focus.arena,)

    def _lines(self, arena: Arena) -> tuple[Block, ...]:
        """Return the lines that are practised, value beside value."""
        prose, values = self.prose, self.desk.school.values
        side = prose.size * MM * 1.15
        cells = tuple(
            Cell(
                tuple(
                    prose.said(prose.mark(values[at].shape, at, side, WHITE), f" {line}", after=1)
                    for line in cell
                ),
                None,
                (1.0, 0.5),
            )
            for at, cell in shown(arena)
            if cell
        )
        if not cells:
            return ()
        laid = Table((prose.width / len(cells),) * len(cells), (cells,), laid=True)
        return prose.heading(arena.name, level=3), laid

"""Practice log of a focus: class by class, week by week, and whether all of them practise."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import Any

from pipeline.model import Arena, Focus, Stage
from pipeline.paper import flowing
from pipeline.paper.bands import shown
from pipeline.paper.colour import WHITE, mixed
from pipeline.paper.flow import Block, Cell, Flow, Mark, PageBreak, Table, Words
from pipeline.paper.prose import FOOT, PAD, SURE, THIN, Prose
from pipeline.paper.sheet import SIZES
from pipeline.paper.style import MM
from pipeline.problems import Sourced, phrase
from pipeline.products import Desk
from pipeline.year import kit
from pipeline.year.days import ONE, SCHOOL_DAYS, days_off, is_off, span_of_weeks, week_number
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
NAME = 30.0  # mm for a class
MOST_WEEKS, MOST_TICKS = 6, 8  # side by side on a page
BLANKS = 10  # rows where no classes are told of
MOST_ROWS, MOST_CLASSES = 20, 26  # on a page to sign, and on one to tick
HIGHEST, ASKED = 17.0, 16.0  # mm to write in
SIGN = (2.2, 0.8)


def write(subject: str, desk: Desk) -> Flow:
    """Return a page for each stage to sign, and the overview for the team."""
    focus = occasion(desk.school, subject).focus
    say, page = desk.language.say, SIZES["A4"]
    prose = Prose(desk.look, SIZE, page[0] - MARGINS[0] - MARGINS[2])
    log = _Log(focus, desk, prose, page[1] - MARGINS[1] - MARGINS[3] - FOOT)
    over = say("{school}: practice log", school=desk.school.name)
    lead = say("Write your initials when the class has practised. Write no names of children.")
    opening = prose.opening(over, focus.arena.name, lead)
    blocks: list[Block] = []
    for at, made in enumerate((*log.stages(opening), *log.overview())):
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
class _Log:
    """A log on its way: its focus, desk and letters, and the height of its pages in mm."""

    focus: Focus
    desk: Desk
    prose: Prose
    high: float

    @property
    def weeks(self) -> tuple[date, ...]:
        """The Mondays of the focus's weeks."""
        return span_of_weeks(self.focus.first, self.focus.last)

    def stages(self, opening: Sequence[Block]) -> Iterator[Sequence[Block]]:
        """Yield the pages of each stage: a row for each class, to write initials in."""
        say, above = self.desk.language.say, tuple(opening)
        over = say("{school}: practice log", school=self.desk.school.name)
        again = self.prose.said(f"{over} · {self.focus.arena.name}", bold=True, after=0)
        stages = self.desk.school.stages or (Stage(Sourced(say("The classes"))),)
        for stage in stages:
            names = stage.classes or ("",) * BLANKS
            for weeks in _shared(self.weeks, MOST_WEEKS):
                for rows in _shared(names, MOST_ROWS):
                    heading = self._heading(str(stage.name), weeks)
                    page = self._page((*above, heading), rows, weeks)
                    yield self._with_lines(page, self._practised(stage))
                    above = (again,)

    def _practised(self, stage: Stage) -> Arena:
        """Return what the stage practises: SFO has its own where the focus says so."""
        own = self.focus.after_school
        return own.arena if own and AFTER_SCHOOL.search(stage.name) else self.focus.arena

    def _with_lines(self, page: Sequence[Block], arena: Arena) -> Sequence[Block]:
        """Return the page with the lines that are practised below, where there is room for them."""
        prose, values = self.prose, self.desk.school.values
        side = prose.size * MM * 1.15
        lines = [
            prose.said(prose.mark(values[at].shape, at, side, WHITE), f" {line}", after=2)
            for at, cell in shown(arena)
            for line in cell
        ]
        more = (*page, prose.heading(arena.name), *lines)
        fits = lines and flowing.high(more, prose.width) <= self.high * SURE
        return more if fits else page

    def overview(self) -> Iterator[Sequence[Block]]:
        """Yield the pages that show whether every class practises: the weeks across, to tick."""
        say, prose = self.desk.language.say, self.prose
        told = [one.classes or (one.name,) for one in self.desk.school.stages]
        names: tuple[str, ...] = tuple(name for one in told for name in one)
        asked = say("What do the classes need that have not practised yet?")
        head = prose.heading(say("Looking ahead"))
        ask = (head, prose.table((asked,), [((),)], (1,), ASKED))
        for weeks in _shared(self.weeks, MOST_TICKS):
            for rows in _shared(names or ("",) * MOST_CLASSES, MOST_CLASSES):
                heading = prose.heading(say("Does every classroom practise?"))
                lead = prose.said(say("The PALS team ticks off each week that a class practises."))
                yield self._page((heading, lead), rows, weeks, ask, prose.tick())

    def _heading(self, words: str, weeks: Sequence[date]) -> Words:
        say, first, last = self.desk.language.say, week_number(weeks[0]), week_number(weeks[-1])
        span = say("week {weeks}", weeks=str(first))
        if first != last:
            span = say("weeks {weeks}", weeks=f"{first}–{last}")
        return self.prose.heading(say("{stage}, {weeks}", stage=words, weeks=span))

    def _page(
        self,
        above: Sequence[Block],
        names: Sequence[str],
        weeks: Sequence[date],
        below: Sequence[Block] = (),
        tick: Mark | None = None,
    ) -> Sequence[Block]:
        """Return a page whose rows are as high as it lets them be."""
        wide = self.prose.width
        bare = self._table((), weeks, 0.0, tick)
        free = self.high * SURE - flowing.high((*above, bare, *below), wide)
        table = self._table(names, weeks, min(HIGHEST, free / len(names)), tick)
        return (*above, table, *below)

    def _table(
        self, names: Sequence[str], weeks: Sequence[date], high: float, tick: Mark | None
    ) -> Table:
        """Return classes down and weeks across; weeks without school are shaded."""
        prose, look, year = self.prose, self.prose.look, self.desk.school.year
        pale = mixed(WHITE, look.edge, 0.5)
        off = [year is not None and is_off(year, week) for week in weeks]
        name = prose.said(self.desk.language.say("Class"), bold=True, after=0)
        wide = len(weeks) <= MOST_WEEKS
        heads = [(name,), *(tuple(self._week(week, wide)) for week in weeks)]
        rows = [tuple(Cell(head, look.edge, PAD, middle=True) for head in heads)]
        for one in names:
            told = (prose.said(one, bold=True, after=0),) if one else ()
            cells = [Cell(told, None, SIGN, middle=True)]
            for shut in off:
                box = (Words((tick,), leading=1.0, align="center"),) if tick and not shut else ()
                cells.append(Cell(box, pale if shut else None, SIGN, middle=True))
            rows.append(tuple(cells))
        share = (prose.width - NAME) / len(weeks)
        widths = (NAME, *[share] * len(weeks))
        edge = (look.quiet, THIN)
        return Table(widths, tuple(rows), edge, ruled=True, least=high)

    def _week(self, week: date, wide: bool) -> Iterator[Words]:
        """Yield the week's number, its days where that is wide enough, and days without school."""
        tongue, prose, year = self.desk.language, self.prose, self.desk.school.year
        number = tongue.say("Week {week}", week=week_number(week))
        yield prose.said(number, bold=True, after=0)
        first = max(week, self.focus.first)
        last = min(week + (SCHOOL_DAYS - 1) * ONE, max(first, self.focus.last))
        span = [tongue.short_day(first), tongue.short_day(last)]
        if wide:
            yield prose.quiet("–".join(dict.fromkeys(span)), times=0.75)
        off = days_off(year, week) if year else ()
        if len(off) == SCHOOL_DAYS:
            yield prose.quiet(tongue.tell(off[0][1]), times=0.75)
        elif days := [tongue.short_day(day) for day, _ in off if first <= day <= last]:
            told = tongue.say("No school: {days}", days=tongue.listed(days))
            yield prose.quiet(told, times=0.75)


def _shared(all_of: Sequence[Any], most: int) -> Iterator[Sequence[Any]]:
    """Yield them in parts as even as can be, none of more than so many."""
    parts = -(-len(all_of) // most)
    ends = [len(all_of) * at // parts for at in range(parts + 1)]
    yield from (all_of[start:end] for start, end in pairwise(ends))

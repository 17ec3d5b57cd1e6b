"""Practice overview of a focus for the PALS team alone: which classes practise, week by week."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pipeline.model import Focus
from pipeline.paper import flowing
from pipeline.paper.by_week import Across, form, shared
from pipeline.paper.flow import Block, Flow, PageBreak
from pipeline.paper.prose import FOOT, SURE, Prose
from pipeline.paper.sheet import SIZES
from pipeline.problems import phrase
from pipeline.products import Desk
from pipeline.year import kit
from pipeline.year.letters import AFTER_SCHOOL, occasion

TITLE = "Practice overviews"
FOR = phrase("For the PALS team only: do not put up.")
LANDSCAPE = False
WISHED = False
PAPERS = ("A4",)
FORMATS = ("pdf",)
TOGETHER = "PALS team only"
FILES = {"A4": "Practice overview"}
subjects, arenas = kit.subjects, kit.arenas
MARGINS = (16.0, 13.0, 16.0, 12.0)  # mm
SIZE = 10.0  # pt
MOST_TICKS, MOST_CLASSES = 8, 26  # weeks across a page, and classes down it
HIGHEST, ASKED = 17.0, 16.0  # mm to write in


def write(subject: str, desk: Desk) -> Flow:
    """Return the weeks across, to tick for each class, and what to do about it."""
    focus = occasion(desk.school, subject).focus
    say, page = desk.language.say, SIZES["A4"]
    prose = Prose(desk.look, SIZE, page[0] - MARGINS[0] - MARGINS[2])
    blocks: list[Block] = []
    for at, made in enumerate(_Overview(focus, desk, prose).pages()):
        blocks += [PageBreak(), *made] if at else made
    return Flow(
        title=say("{title}: {focus}", title=say("Practice overview"), focus=focus.arena.name),
        language=desk.language.code,
        blocks=tuple(blocks),
        subject=say("For the PALS team only: do not put up."),
        page=page,
        margins=MARGINS,
        foot=prose.foot(desk.school, desk.language, say("For the PALS team only: do not put up.")),
    )


@dataclass(frozen=True)
class _Overview:
    """An overview on its way: its focus, desk and letters."""

    focus: Focus
    desk: Desk
    prose: Prose

    def pages(self) -> Iterator[Sequence[Block]]:
        """Yield the pages: on each some weeks of some classes, and at its foot what to ask."""
        say, prose, tongue = self.desk.language.say, self.prose, self.desk.language
        asked = say("What do the classes that have not practised yet need?")
        below = (prose.heading(say("Looking ahead")), prose.table((asked,), [((),)], (1,), ASKED))
        over = say("{school}: practice overview", school=self.desk.school.name)
        above: Sequence[Block] = prose.opening(over, say("Does every classroom practise?"))
        told = [
            Across(say("Week {week}", week=one.number), (one.off,) if one.off else (), one.shut)
            for one in kit.weeks(self.focus, self.desk.school, tongue)
        ]
        lead = (
            prose.said(say("For the PALS team only: do not put up."), bold=True, after=2.0),
            prose.said(say("The PALS team ticks off each week that a class practises.")),
            prose.heading(self.focus.arena.name),
        )
        for weeks in shared(told, MOST_TICKS):
            for names in shared(self._names() or ("",) * MOST_CLASSES, MOST_CLASSES):
                yield self._page((*above, *lead), names, weeks, below)
                above = (prose.said(over, bold=True, after=2.0),)

    def _names(self) -> tuple[str, ...]:
        told = [one.classes or (one.name,) for one in self.desk.school.stages]
        return tuple(name for one in told for name in one)

    def _page(
        self,
        above: Sequence[Block],
        names: Sequence[str],
        weeks: Sequence[Across],
        below: Sequence[Block],
    ) -> Sequence[Block]:
        """Return a page whose rows are as high as it lets them be."""
        prose, say = self.prose, self.desk.language.say
        groups = any(AFTER_SCHOOL.search(one.name) for one in self.desk.school.stages)
        first = say("Class or group") if groups else say("Class")
        bare = form(prose, (), weeks, first, 0.0, prose.tick())
        high = (SIZES["A4"][1] - MARGINS[1] - MARGINS[3] - FOOT) * SURE
        free = high - flowing.high((*above, bare, *below), prose.width)
        rows = min(HIGHEST, free / len(names))
        return (*above, form(prose, names, weeks, first, rows, prose.tick()), *below)

"""The counting sheet: a line for each class, a column for each number, sums that tell of slips."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pipeline.contest.entries import Entry
from pipeline.contest.sheets import Setting
from pipeline.paper.fit import width
from pipeline.paper.flow import Block, Flow, PageBreak, Table, Words
from pipeline.paper.flowing import high
from pipeline.paper.prose import PAD, Prose, room
from pipeline.paper.sheet import SIZES
from pipeline.paper.style import Style

MARGINS = (16.0, 12.0, 16.0, 11.0)  # mm
SIZE, ROW, MOST_ROW, STEP = 10.5, 8.0, 11.0, 0.25  # pt; mm, as high as one page lets them be
NAME, WIDEST, COLUMN, WORDY, SURE = 31.0, 50.0, 24.0, 23.0, 1.0  # mm
MOST, BLANK = 10, 20  # numbers in a table; lines where no class is known


def count_sheet(entries: Sequence[Entry], votes: int, at: Setting) -> Flow:
    """Return the sheet that two fill in together; each voter has so many votes."""
    say, page = at.language.say, SIZES["A4"]
    prose = Prose(at.look, SIZE, page[0] - MARGINS[0] - MARGINS[2])
    numbers = sorted(one.number for one in entries)
    title = say("We count the votes")
    spoiled = say("A ballot with more than one cross is spoiled.")
    if votes > 1:
        spoiled = say("A ballot with more than {count} crosses is spoiled.", count=votes)
    sums = say("Add up across and down: the last sum must be the same both ways.")
    opening = prose.opening(at.over, title, f"{say('Two people count together.')} {spoiled} {sums}")
    free = room(page[1] - MARGINS[1] - MARGINS[3])
    count = _Count(numbers, at, prose)
    return Flow(
        title=title,
        language=at.language.code,
        blocks=tuple(count.paged(opening, free)),
        subject=say("Drawing competition"),
        page=page,
        margins=MARGINS,
        foot=prose.foot(at.school, at.language, title),
    )


def _even(numbers: Sequence[int], most: int) -> Iterator[Sequence[int]]:
    """Yield the numbers in as few parts as hold no more than `most`, as even as can be."""
    parts = -(-len(numbers) // most)
    for at in range(parts):
        yield numbers[len(numbers) * at // parts : len(numbers) * (at + 1) // parts]


@dataclass(frozen=True)
class _Count:
    """The numbers of the drawings, and how the sheet is written."""

    numbers: Sequence[int]
    at: Setting
    prose: Prose

    def paged(self, opening: Sequence[Block], free: float) -> Iterator[Block]:
        """Yield the opening and the tables, on a new page where what is left can't hold one."""
        yield from opening
        page, bare = tuple(opening), len(opening)
        for part in _even(self.numbers, MOST):
            row = self._row(part, page, free)
            if not row and len(page) > bare:
                yield PageBreak()
                page, bare, row = (), 0, self._row(part, (), free)
            made = tuple(self._part(part, row or ROW))
            yield from made
            page = (*page, *made)

    def _row(self, part: Sequence[int], page: Sequence[Block], free: float) -> float:
        """Return how high rows may be for the part to end on the page; 0 where it can't."""
        row = MOST_ROW
        while row >= ROW:
            if high((*page, *self._part(part, row)), self.prose.width) <= free:
                return row
            row -= STEP
        return 0.0

    def _part(self, numbers: Sequence[int], row: float) -> Iterator[Block]:
        say = self.at.language.say
        if len(numbers) < len(self.numbers):
            span = "–".join(dict.fromkeys((str(numbers[0]), str(numbers[-1]))))
            yield self.prose.heading(say("Number {number}", number=span))
        yield self._table(numbers, row)

    def _table(self, numbers: Sequence[int], row: float) -> Table:
        say, prose = self.at.language.say, self.prose
        names = [str(name) for stage in self.at.school.taught for name in stage.classes]
        last = numbers[-1] == self.numbers[-1]
        heads = (say("Class"), *map(str, numbers), say("Sum"))
        heads += (say("Spoiled ballots"),) if last else ()
        blank: list[Sequence[Words]] = [()] * (len(heads) - 1)
        rows = [
            ((prose.said(name, bold=True, after=0),) if name else (), *blank)
            for name in (*(names or [""] * BLANK), say("Votes in all"))
        ]
        first, ends = self._first(names), WORDY * (1 + last)
        column = min(COLUMN, (prose.width - first - ends) / len(numbers))
        wide = (first, *(column,) * len(numbers), *(WORDY,) * (1 + last))
        return Prose(prose.look, prose.size, sum(wide)).table(heads, rows, wide, row)

    def _first(self, names: Sequence[str]) -> float:
        """Return the width of the first column, in which no word of a name is divided if it can."""
        style = Style(self.at.look.letters("heading", SIZE))
        words = [word for name in names for word in name.split()]
        widest = max((width(one, style, SIZE) for one in words), default=0.0)
        return min(WIDEST, max(NAME, widest + 2 * PAD[0] + SURE))

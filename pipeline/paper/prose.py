"""Words, lists and tables of a paper that runs on, in the school's look."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from pipeline.language import Language
from pipeline.model import School
from pipeline.paper import flowing
from pipeline.paper.colour import WHITE, mixed
from pipeline.paper.flow import Block, Cell, Count, Figure, Mark, Run, Sketch, Table, Words
from pipeline.paper.outlines import rectangle, value_shape
from pipeline.paper.sheet import Box, Letters, Shape
from pipeline.paper.style import MM, STEP
from pipeline.paper.theme import Look

PLAIN, LEADING = 500, 1.35
HEADINGS = (1.6, 1.25, 1.08, 1.0)  # their size against running text, from level 2 on
NUMBER, TOTAL = "\N{WHITE SQUARE}", "\N{WHITE CIRCLE}"  # hold the places of numbers in a sentence
FOOT, SURE = 8.0, 0.97  # mm that a foot takes; other programs set words so much higher
LEAST = 12.0  # mm, a row that two lines are written in
THIN, RULE, TICK = 0.75, 1.1, 0.45  # pt, mm, mm
PAD = (2.2, 1.5)
Inline = str | Run | Mark | Count


@dataclass(frozen=True)
class Prose:
    """How a paper is written: in which look, its running text so large in pt, so wide in mm."""

    look: Look
    size: float
    width: float

    def run(self, words: str, *, bold: bool = False, link: str = "", times: float = 1.0) -> Run:
        """Return words to stand in a line; they keep the language that they know of."""
        return Run(words, self._letters(bold, times), getattr(words, "language", None), link)

    def _letters(self, bold: bool, times: float = 1.0, colour: str | None = None) -> Letters:
        letters = self.look.letters(
            "heading" if bold else "cell", _stepped(self.size * times), colour
        )
        return letters if bold else replace(letters, weight=PLAIN)

    def _runs(
        self, inlines: Sequence[Inline], bold: bool = False
    ) -> tuple[Run | Mark | Count, ...]:
        return tuple(self.run(one, bold=bold) if isinstance(one, str) else one for one in inlines)

    def said(self, *inlines: Inline, bold: bool = False, after: float = 5.0) -> Words:
        """Return a paragraph."""
        return Words(self._runs(inlines, bold), leading=LEADING, after=after)

    def item(self, *inlines: Inline, number: int = 0, after: float = 2.5) -> Words:
        """Return an item of a list, or of a numbered one."""
        return Words(
            self._runs(inlines), "item", leading=LEADING - 0.05, after=after, number=number
        )

    def quiet(self, *inlines: Inline, times: float = 0.85, after: float = 0.0) -> Words:
        """Return a paragraph in small and quiet letters."""
        letters = self._letters(False, times, self.look.quiet)
        runs = tuple(
            Run(one, letters, getattr(one, "language", None)) if isinstance(one, str) else one
            for one in inlines
        )
        return Words(runs, leading=1.25, after=after)

    def title(self, words: str, size: float, after: float = 4.0) -> Words:
        """Return the paper's title."""
        run = Run(words, self.look.letters("title", size), getattr(words, "language", None))
        return Words((run,), "title", leading=1.1, after=after)

    def heading(self, *inlines: str | Mark, level: int = 2, colour: str | None = None) -> Words:
        """Return a heading; its size follows from its level."""
        times = HEADINGS[level - 2]
        letters = self.look.letters("heading", _stepped(self.size * times), colour)
        runs = tuple(
            Run(one, letters, getattr(one, "language", None)) if isinstance(one, str) else one
            for one in inlines
        )
        before = (14.0, 10.0, 7.0, 3.0)[level - 2]
        return Words(runs, "heading", level, 1.15, before, 2.0 + 2.0 * (level < 4))

    def mark(self, shape: str, at: int, side: float, ground: str | None = None) -> Mark:
        """Return the shape of a value, so large in mm, in the value's colour."""
        ground = ground or self.look.card
        dress = self.look.values[at]
        return Mark(value_shape(shape, Box(0, 0, side, side), dress.ink, ground), side, ground)

    def tick(self) -> Mark:
        """Return an empty box to tick, as high as the letters around it."""
        side, edge = self.size * MM, TICK / 2 + 0.1
        outline = rectangle(Box(edge, edge, side - 2 * edge, side - 2 * edge))
        return Mark((Shape(outline, None, self.look.ink, TICK),), side, self.look.card)

    def rule(self, before: float = 2.0, after: float = 8.0) -> Sketch:
        """Return a line across the page in the school's own colour."""
        shape = Shape(rectangle(Box(0, 0, self.width, RULE)), fill=self.look.field)
        return Sketch((shape,), self.width, RULE, before=before, after=after)

    def table(
        self,
        heads: Sequence[str],
        rows: Sequence[Sequence[Sequence[Words]]],
        shares: Sequence[float],
        high: float = 0.0,
        shaded: Sequence[int] = (),
    ) -> Table:
        """Return a table with a row of heads over rows at least `high` mm; some columns shaded."""
        pale = mixed(WHITE, self.look.edge, 0.5)
        body = tuple(
            tuple(
                Cell(tuple(cell), pale if at in shaded else None, PAD)
                for at, cell in enumerate(row)
            )
            for row in rows
        )
        head = tuple(
            Cell((self.said(one, bold=True, after=0),), self.look.pale, PAD, middle=True)
            for one in heads
        )
        widths = tuple(self.width * one / sum(shares) for one in shares)
        edge = (self.look.ink, THIN)
        return Table(widths, (head, *body), edge, ruled=True, least=high)

    def opening(self, over: str, title: str, lead: str = "") -> tuple[Block, ...]:
        """Return what a sheet of A4 begins with: a line over the title, the title, a rule."""
        kicker = Words((self.run(over, bold=True),), leading=1.2, after=1)
        blocks: list[Block] = [kicker, self.title(title, 24), self.rule()]
        return (*blocks, self.said(lead)) if lead else tuple(blocks)

    def foot(self, school: School, language: Language, *more: str) -> tuple[Block, ...]:
        """Return the end of every page: whose it is, what more there is to say, and its number."""
        said = language.say("Page {page} of {pages}", page=NUMBER, pages=TOTAL)
        letters = self._letters(False, 0.78, self.look.quiet)
        runs: list[Run | Count] = [Run(" · ".join((school.name, *more, "")), letters)]
        for piece in said.replace(NUMBER, f"|{NUMBER}|").replace(TOTAL, f"|{TOTAL}|").split("|"):
            if piece in (NUMBER, TOTAL):
                runs.append(Count(letters, total=piece == TOTAL))
            elif piece:
                runs.append(Run(piece, letters))
        return (Words(tuple(runs), leading=1.2, align="center"),)


def _stepped(size: float) -> float:
    """Return the size as the nearest whole step."""
    return round(size / STEP) * STEP


def room(high: float) -> float:
    """Return how high blocks may be measured on a page with so much between its margins, in mm."""
    return (high - FOOT) * SURE


def filling(
    made: Callable[[float], Sequence[Block]], wide: float, high: float, most: float
) -> tuple[Block, ...]:
    """Return blocks whose rows to write in are as high as one page lets them be, in mm.

    `made` gives the blocks for a height of those rows, `high` is the room between the margins.
    """
    low, top = LEAST, most
    while top - low > 0.25:
        tried = (low + top) / 2
        fits = flowing.high(made(tried), wide) <= room(high)
        low, top = (tried, top) if fits else (low, tried)
    return tuple(made(round(low * 2) / 2))


def crest(school: School, language: Language, wide: float, high: float) -> Figure | None:
    """Return the school's logo within the room in mm, or None where it has none."""
    art = school.brand.logo
    if art is None:
        return None
    alt = language.say("The logo of {school}", school=school.name)
    return Figure(art, min(wide, high * art.width / art.height), alt)

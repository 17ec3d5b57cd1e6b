"""The school's stationery: letterhead, headings, lists and boxes that all its letters share."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from pipeline.language import Language
from pipeline.model import Arena, Contact, Drawing, School
from pipeline.paper import sentence
from pipeline.paper.bands import shown
from pipeline.paper.code import code
from pipeline.paper.flow import (
    Block,
    Cell,
    Count,
    Figure,
    Flow,
    Mark,
    Run,
    Sketch,
    Table,
    Words,
)
from pipeline.paper.flowing import high
from pipeline.paper.outlines import rounded, value_shape
from pipeline.paper.sheet import Box, Letters, Shape
from pipeline.paper.style import MM
from pipeline.paper.theme import Look
from pipeline.problems import Phrase, phrase

# Lengths are mm.
PAGE = (210.0, 297.0)
MARGINS = (20.0, 14.0, 20.0, 13.0)
WIDE = PAGE[0] - MARGINS[0] - MARGINS[2]
HIGH = PAGE[1] - MARGINS[1] - MARGINS[3]
LOGO, RULE = 17.0, 1.1
CODE = 27.0
PAD = (4.5, 3.4)
WIDEST, TALLEST = 0.42, 84.0  # a drawing's share of the width, and how high it is at most
MOST_ABREAST = 3
SIZES = (12.5, 12.0, 11.5, 11.0, 10.5, 10.0)  # pt, the largest that keeps a letter on one page
CREDIT = 10.0  # pt
MOST_AIR = 9.0  # pt more above a heading where there is room
SURE = 0.965  # another program may set the same words so much higher


@dataclass(frozen=True)
class Stationery:
    """Whose letter it is, in which language and look, and how large its words are, in pt."""

    school: School
    language: Language
    look: Look
    size: float = SIZES[0]

    def head(self, day: date | None = None) -> tuple[Block, ...]:
        """Return the letterhead: logo, name and motto, the day with its week, and a rule."""
        look, school = self.look, self.school
        art, wide = school.brand.logo, 0.0
        cells = []
        if art:
            alt = self.language.say("The logo of {school}", school=school.name)
            wide = min(LOGO * art.width / art.height, 3 * LOGO)
            logo = Figure(art, wide, alt)
            cells.append((wide + 5, Cell((logo,), pad=(0.0, 0.0), middle=True)))
        motto = school.brand.motto or phrase("PALS – a shared school culture")
        name = (
            Words((sentence.run(school.name, look.letters("heading", 17)),), leading=1.15),
            Words(self._runs(motto, look.letters("small", 10, look.quiet)), leading=1.2),
        )
        dated = 58.0 if day else 0.0
        cells.append((WIDE - dated - (wide + 5 if art else 0.0), Cell(name, None, (0, 0), True)))
        if day:
            told = phrase("Week {week} · {day}", week=day.isocalendar().week, day=day)
            run = self._runs(told, look.letters("small", 10, look.quiet))
            cells.append((dated, Cell((Words(run, align="right"),), None, (0, 0), True)))
        widths, row = zip(*cells, strict=True)
        rule = Shape(rounded(Box(0, 0, WIDE, RULE), RULE / 2), fill=look.field)
        return (
            Table(tuple(widths), (tuple(row),), laid=True),
            Sketch((rule,), WIDE, RULE, before=6, after=16),
        )

    def foot(self) -> tuple[Block, ...]:
        """Return what stands at the end of every page of a long letter: whose it is, which page."""
        small = self.look.letters("small", 9, self.look.quiet)
        name = Run(f"{self.school.name} · ", small)
        return (Words((name, Count(small), Run(" / ", small), Count(small, total=True))),)

    def flow(self, title: str, blocks: Iterable[Block], day: date | None, paged: bool) -> Flow:
        """Return the letter on this paper; `paged`: each page has its number."""
        return Flow(
            title=title,
            language=self.language.code,
            blocks=tuple(blocks),
            page=PAGE,
            margins=MARGINS,
            head=self.head(day),
            foot=self.foot() if paged else (),
            rtl=self.language.rtl,
        )

    def aired(self, blocks: Sequence[Block], day: date | None) -> tuple[Block, ...]:
        """Return the blocks with some of the room that is left on their page above the headings."""
        left = self.room(blocks, day) / MM
        headings = [one for one in blocks if isinstance(one, Words) and one.kind == "heading"]
        air = min(MOST_AIR, max(0.0, left) / (len(headings) + 1))

        def lowered(one: Block) -> Block:
            if isinstance(one, Words) and one.kind == "heading":
                return replace(one, before=one.before + air)
            return one

        return tuple(map(lowered, blocks))

    def room(self, blocks: Sequence[Block], day: date | None) -> float:
        """Return how many mm are left on one page below the blocks; less than 0: it runs over."""
        return HIGH * SURE - high((*self.head(day), *blocks), WIDE)

    def title(self, words: Phrase | str) -> Words:
        """Return the one title."""
        size = self.size * 2
        return self._words(words, "title", size, kind="title", leading=1.1, after=size * 0.3)

    def addressee(self, words: str) -> Words:
        """Return whom the letter is for."""
        letters = self.look.letters("small", self.size * 0.92, self.look.quiet)
        return Words(self._runs(words, letters), leading=1.3, after=self.size * 0.3)

    def heading(self, words: Phrase | str, level: int = 2) -> Words:
        """Return a heading that is kept close to what it heads."""
        size = self.size * (1.32 if level == 2 else 1.08)
        found = self._words(words, "heading", size, kind="heading", level=level, leading=1.15)
        return spaced(found, self.size * (0.9 if level == 2 else 0.4), self.size * 0.2)

    def paragraph(self, *sentences: Phrase | str, after: float = 0.5) -> Words:
        """Return a paragraph of sentences, with so much of a line below it."""
        letters = self.look.letters("body", self.size)
        found: list[Run] = []
        for one in sentences:
            found += [Run(" ", letters)] if found else []
            found += self._runs(one, letters)
        return Words(tuple(found), leading=1.32, after=self.size * after)

    def item(self, words: Phrase | str, number: int = 0) -> Words:
        """Return an item of a list."""
        found = self._words(words, "body", self.size, kind="item", leading=1.3, number=number)
        return spaced(found, 0.0, self.size * 0.2)

    def aside(self, words: Phrase | str) -> Words:
        """Return a note that is for one reader alone, on a ground of its own."""
        found = self._words(words, "body", self.size, leading=1.3, fill=self._ground())
        return spaced(found, self.size * 0.4, self.size * 0.4)

    def numbered(self, given: Iterable[Phrase | str]) -> tuple[Words, ...]:
        """Return a numbered list."""
        return tuple(self.item(one, at) for at, one in enumerate(given, 1))

    def link(self, words: str, address: str) -> Run:
        """Return words that lead to an address."""
        return sentence.run(words, self._link(), address)

    def _link(self) -> Letters:
        return self.look.letters("heading", self.size, self.look.values[0].ink)

    def fact_box(self, arena: Arena, heading: Phrase) -> tuple[Block, ...]:
        """Return the arena's drawing beside what is practised there, value by value.

        Without a drawing the values stand side by side.
        """
        look, ground = self.look, self._ground()
        edge = (look.field, 1.0) if look.ruled else None
        above = self.heading(heading)
        told = [self._value(at, lines, ground) for at, lines in shown(arena)]
        drawing = arena.drawing
        if drawing is None or drawing.art is None:
            return spaced(above, above.before, self.size * 0.35), self._abreast(told, ground, edge)
        shape = drawing.art.width / drawing.art.height
        side = min(WIDE * WIDEST, TALLEST * shape)
        alt = drawing.alt or drawing.shows
        figure = Figure(drawing.art, side - 2 * PAD[0], alt, alt.language)
        left = Cell((figure, *self._drew(drawing)), ground, (PAD[0], PAD[0]), middle=True)
        flat = tuple(words for one in told for words in one)
        right = Cell((spaced(above, 0.0, above.after), *flat), ground, PAD, middle=True)
        return (Table((side, WIDE - side), ((left, right),), edge, laid=True),)

    def _drew(self, drawing: Drawing) -> tuple[Words, ...]:
        """Return who drew, in small letters below the drawing."""
        if not drawing.credit:
            return ()
        told = phrase("Drawing: {credit}", credit=drawing.credit)
        return (spaced(self._words(told, "small", CREDIT, leading=1.2), 3.0, 0.0),)

    def _abreast(
        self, told: Sequence[tuple[Words, ...]], ground: str, edge: tuple[str, float] | None
    ) -> Table:
        """Return the values in two or three columns, whichever leaves fewer empty."""
        columns = min(len(told), 2 if len(told) == MOST_ABREAST + 1 else MOST_ABREAST)
        cells = [Cell(one, ground, PAD) for one in told]
        cells += [Cell((), ground, PAD)] * (-len(cells) % columns)
        rows = tuple(tuple(cells[at : at + columns]) for at in range(0, len(cells), columns))
        return Table((WIDE / columns,) * columns, rows, edge, laid=True)

    def _ground(self) -> str:
        return self.look.pale

    def _value(self, at: int, lines: Sequence[str], ground: str) -> tuple[Words, ...]:
        value, dress = self.school.values[at], self.look.values[at]
        letters = self.look.letters("name", self.size * 1.08, dress.ink)
        name = Run(f" {value.name}", letters, value.name.language)
        runs = (self.mark(at, ground), name)
        heading = Words(runs, "heading", 3, leading=1.15, before=self.size * 0.45, after=1)
        return (heading, *(spaced(self.item(line), 0.0, 1.0) for line in lines))

    def mark(self, at: int, ground: str) -> Mark:
        """Return the shape of a value, as high as a line's letters."""
        side = self.size * MM * 1.15
        value, dress = self.school.values[at], self.look.values[at]
        shapes = value_shape(value.shape, Box(0, 0, side, side), dress.ink, ground)
        return Mark(shapes, side, ground)

    def scanned(self, given: Sequence[tuple[str, tuple[Words, ...]]]) -> Table:
        """Return side by side a code for each address, with the words that stand beside it."""
        gap = self.size * 0.7 * MM
        column = WIDE / len(given)
        cells: list[Cell] = []
        for address, beside in given:
            alt = self.language.say("Code to scan. It leads to {address}", address=address)
            cells.append(Cell((code(address, CODE, alt),), pad=(0.0, gap), middle=True))
            cells.append(Cell(beside, pad=(4.0, gap), middle=True))
        return Table((CODE, column - CODE) * len(given), (tuple(cells),), laid=True)

    def asking(self, contact: Contact) -> tuple[Words, ...]:
        """Return whom to ask and where; nothing where nobody is named."""
        ways = self._ways(contact)
        if not (contact.name or ways):
            return ()
        ask = phrase("Do you have questions? Get in touch with us.")
        if contact.name:
            text = "Do you have questions? Get in touch with {name}."
            ask = phrase(text, name=contact.name)
        told = [self.paragraph(ask, after=0.0 if ways else 0.5)]
        if ways:
            letters = self.look.letters("body", self.size)
            parts: list[Run] = []
            for way in ways:
                parts += [Run(" · ", letters), way] if parts else [way]
            told.append(Words(tuple(parts), leading=1.32, after=self.size * 0.5))
        return (spaced(told[0], self.size * 0.7, told[0].after), *told[1:])

    def _ways(self, contact: Contact) -> tuple[Run, ...]:
        links = (
            (contact.email, f"mailto:{contact.email}"),
            (contact.phone, f"tel:{''.join(contact.phone.split())}"),
            (contact.web, str(contact.web)),
        )
        return tuple(self.link(words, address) for words, address in links if words)

    def greeting(self) -> tuple[Words, ...]:
        """Return the greeting and who sends it."""
        sender = self.school.contact.name or self.school.name
        hello = spaced(self.paragraph(phrase("Kind regards"), after=0.0), self.size * 0.4, 0.0)
        return (hello, self._words(sender, "heading", self.size, leading=1.3))

    def _words(self, words: Phrase | str, role: str, size: float, **more: object) -> Words:
        letters = self.look.letters(role, size)
        return Words(self._runs(words, letters), **more)  # type: ignore[arg-type]

    def _runs(self, words: Phrase | str, letters: Letters) -> tuple[Run, ...]:
        return sentence.runs(words, self.language, letters)


def fitted(
    first: Stationery,
    blocks: Callable[[Stationery], Iterable[Block]],
    day: date | None,
    sizes: Sequence[float] = SIZES,
) -> tuple[Stationery, tuple[Block, ...], float]:
    """Return the paper in the first size that keeps all on one page, its blocks, and what is left.

    Where none does it is the last size, and what is left, in mm, is less than 0.
    """
    for size in sizes:
        paper = replace(first, size=size)
        made = tuple(blocks(paper))
        left = paper.room(made, day)
        if left >= 0:
            break
    return paper, made, left


def spaced(words: Words, before: float, after: float) -> Words:
    """Return the words with other room around them, in pt."""
    return replace(words, before=before, after=after)

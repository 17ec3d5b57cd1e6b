"""Lays a table out along its headings: each cell under one name of every axis."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from pipeline.problems import Gathered, Place, Sourced, phrase
from pipeline.readers.frame import Frame, frame_of
from pipeline.readers.grid import Cell
from pipeline.readers.heads import ARENA, VALUE, WHOM, Known, says
from pipeline.readers.letters import tidy, without_unwritable
from pipeline.readers.lines import expectations, heading
from pipeline.readers.parts import Part

LONGEST_QUOTE = 60
PAIR = 2
IN_THE_CELL = phrase("Write the name of the place or the value in the heading's cell.")


@dataclass(frozen=True)
class Axis:
    """The names along one row, column or level of headings, and the role that it states."""

    names: tuple[Sourced, ...]
    stated: str = ""


@dataclass(frozen=True)
class Slot:
    """What stands under one name of each axis; None where an axis has no name for it."""

    under: tuple[Sourced | None, ...]
    lines: tuple[Sourced, ...]


@dataclass(frozen=True)
class Laid:
    """What is laid out along its axes, outermost first, under headings (nearest first).

    `corner` is what stands where the headings meet, `head` the texts by which a table that goes on
    elsewhere is known, `table` tells a table from an outline, `by_name` what YAML states by keys;
    the first of the headings, as many as `titled` says, are rows of the table itself.
    """

    place: Place
    axes: tuple[Axis, ...]
    slots: tuple[Slot, ...]
    context: tuple[Sourced, ...] = ()
    corner: str = ""
    head: tuple[str, ...] = ()
    titled: int = 0
    table: bool = True
    by_name: bool = False


def quoted(texts: Iterable[object]) -> str:
    """Return words of the file, short enough to stand in a message."""
    plain = tidy(without_unwritable(" / ".join(map(str, texts))))
    return plain if len(plain) <= LONGEST_QUOTE else plain[: LONGEST_QUOTE - 1].rstrip() + "…"


def laid_out(part: Part, known: Known, gathered: Gathered) -> Laid:
    """Return a part along its axes, and note what in it has no heading or is no expectation."""
    return _Laying(part, frame_of(part, known), known, gathered).laid()


class _Laying:
    """A part on its way to lie along its axes."""

    def __init__(self, part: Part, frame: Frame, known: Known, gathered: Gathered) -> None:
        self.part, self.frame, self.known, self.gathered = part, frame, known, gathered
        self.rows = part.rows
        self.body = [at for at in range(frame.tops, len(self.rows)) if at not in frame.asides]
        self.body = [at for at in self.body if at not in frame.sections.values()]
        self.columns = list(frame.data)
        self.told: set[Cell] = set()

    def laid(self) -> Laid:
        """Return the part along its axes."""
        sections = self._sections()
        sides = [self._side(column) for column in self.frame.sides]
        tops = [self._top(row) for row in range(self.frame.tops)] if not self._unnamed() else []
        tops = [_Names(names.by, WHOM if self.frame.listed else "") for names in tops]
        self._drop_nameless(sides, tops)
        self._refuse_doubles(sides, tops, sections)
        stated = self.frame.stated
        axes = [sections] if sections.by else []
        for column, names in zip(self.frame.sides, sides, strict=True):
            axes += self._split(_Names(names.by, stated.get(column, "")), across=False)
        split = [one for names in tops for one in self._split(names, across=True)]
        if self.part.grid.values_in:
            axes, split = [_Names(axes[-1].by, ARENA)], [_Names(split[-1].by, VALUE)]
        slots = self._slots(axes, split)
        kept = [names for names in (*axes, *split) if names.by]
        self._note_asides()
        return Laid(
            self.part.place,
            tuple(Axis(tuple(dict.fromkeys(names.by.values())), names.stated) for names in kept),
            tuple(slots),
            self._context(),
            self._corner(),
            tuple(str(name) for names in tops for name in dict.fromkeys(names.by.values())),
            titled=len(self.part.titles),
            by_name=bool(self.part.grid.values_in),
        )

    def _unnamed(self) -> bool:
        """Tell whether the top row only says that lines stand below it."""
        tops = [heading(self.rows[0][column]) for column in self.columns]
        return self.frame.listed and not (self.frame.tops and any(map(self.known.audience, tops)))

    def _top(self, row: int) -> _Names:
        names: dict[int, Sourced] = {}
        above: Sourced | None = None
        for column in self.columns:
            cell = self.rows[row][column]
            name = self._name(row, column)
            if row + 1 < self.frame.tops and not name and above:
                names[column] = above
            elif name and (row == 0 or cell is not self.rows[row - 1][column]):
                known = (one for at, one in names.items() if self.rows[row][at] is cell)
                names[column] = above = next(known, name)
        return _Names(names, "")

    def _side(self, column: int) -> _Names:
        names: dict[int, Sourced] = {}
        above: int | None = None
        for row in self.body:
            cell, name = self.rows[row][column], self._name(row, column)
            section = self.frame.sections.get(row)
            if above is not None and self.frame.sections.get(above) != section:
                above = None
            if self._is_lost(row, column):
                continue
            if name:
                same = above is not None and self.rows[above][column] is cell
                names[row] = names[above] if same and above is not None else name
                above = row
            elif above is not None and any(self.rows[row][at] for at in self.columns):
                names[row] = names[above]
                self._note_going_on(names[row], row, column)
        return _Names(names, "")

    def _is_lost(self, row: int, column: int) -> bool:
        """Tell whether a cell of headings covers the expectations too."""
        cell = self.rows[row][column]
        return bool(cell) and bool(self.columns) and cell is self.rows[row][self.columns[0]]

    def _note_going_on(self, name: Sourced, row: int, column: int) -> None:
        if not self.frame.listed and len(self.frame.sides) == 1:
            what = phrase('the row has no heading and was read with "{name}" above it.', name=name)
            self.gathered.advise(self.part.place_of(row, column), what, IN_THE_CELL)

    def _name(self, row: int, column: int) -> Sourced:
        """Return the heading in a cell, without a sentence that explains it below."""
        cell, place = self.rows[row][column], self.part.place_of(row, column)
        below = " ".join(cell.lines[1:])
        first = heading(Cell(cell.lines[:1], cell.place)) if below else ""
        if not below[:1].isupper() or self.known.role(first) not in (VALUE, ARENA):
            return Sourced(self.known.bare(heading(cell)), place)
        if cell not in self.told:
            self.told.add(cell)
            what = phrase('the words "{quote}" under the heading were left out.', quote=below)
            self.gathered.advise(place, what, phrase("Write it outside the table."))
        return Sourced(first, place)

    def _sections(self) -> _Names:
        sections = self.frame.sections
        by = {row: self._name(at, self._first(at)) for row, at in sections.items()}
        by = {row: name for row, name in by.items() if row in self.body}
        same: dict[int, Sourced] = {}
        by = {row: same.setdefault(sections[row], name) for row, name in by.items()}
        rest = [row for row in self.body if row not in by]
        if by and rest and self.part.titles:
            title = self.part.titles[-1]
            by = {row: Sourced(heading(title), title.place) for row in rest} | by
        return _Names(by, "")

    def _first(self, row: int) -> int:
        return next(at for at, cell in enumerate(self.rows[row]) if cell)

    def _drop_nameless(self, sides: list[_Names], tops: list[_Names]) -> None:
        """Leave out rows and columns that no heading names, and say so."""
        for column in list(self.columns) if tops else []:
            filled = self.frame.tops > 1 and not self.rows[0][column]
            if not any(column in names.by for names in (tops[-1:] if filled else tops)):
                self.columns.remove(column)
                lost = [row[column] for at, row in enumerate(self.rows) if at in self.body]
                place = self.part.place_of(0, column)
                named = self.part.grid.named_columns and not self.rows[0][column]
                self._note_nameless(lost, place.at(column=column + 1) if named else place)
        if not any(names.by for names in sides):
            return
        for row in list(self.body):
            if not any(row in names.by for names in sides):
                self.body.remove(row)
                self._note_nameless(self.rows[row], self.rows[row][0].place)

    def _note_nameless(self, lost: Iterable[Cell], place: Place) -> None:
        text = quoted(dict.fromkeys(filter(None, lost)))
        if text:
            what = phrase('"{quote}" stands without a heading and was left out.', quote=text)
            self.gathered.advise(place, what, IN_THE_CELL)

    def _refuse_doubles(self, sides: list[_Names], tops: list[_Names], sections: _Names) -> None:
        """Refuse a name that stands twice along an only axis; rows on end are brought together."""
        if self.frame.listed:
            return
        if len(tops) == 1:
            self._refuse_twice(tops[0], _Names({}, ""), on_end=False)
        if len(sides) == 1:
            self._refuse_twice(sides[0], sections, on_end=True)

    def _refuse_twice(self, names: _Names, sections: _Names, on_end: bool) -> None:
        first: dict[tuple[str, str], Sourced] = {}
        before: Sourced | None = None
        for at, name in names.by.items():
            twin = first.setdefault((name.casefold(), str(sections.by.get(at, ""))), name)
            if twin is name:
                before = name
            elif before is twin and on_end:
                what = phrase(
                    '"{name}" stands here again and was read with the row above.', name=name
                )
                self.gathered.advise(name.place, what, IN_THE_CELL)
                names.by[at] = twin
            else:
                what = phrase('"{name}" stands here for the second time.', name=name)
                mend = phrase("Bring the lines together under one heading.")
                self.gathered.error(name.place, what, mend)

    def _split(self, names: _Names, across: bool) -> list[_Names]:
        """Part names such as "Respekt (elev)" and "Respekt (voksen)" into two axes."""
        if names.stated == WHOM:
            return [names]
        rest = {at: _without_whom(name, self.known) for at, name in names.by.items()}
        whom = {at: said[1] for at, said in rest.items() if said}
        bare = {at: said[0] for at, said in rest.items() if said}
        if len(whom) < len(names.by) or len(set(whom.values())) < PAIR:
            return [names]
        if len(set(bare.values())) == len(set(names.by.values())):
            return [names]
        return [_Names(bare, names.stated), _Names(whom, "")]

    def _slots(self, axes: Sequence[_Names], split: Sequence[_Names]) -> list[Slot]:
        slots, met = [], set()
        for row in self.body:
            for column in self.columns:
                cell = self.rows[row][column]
                beside = [names.by.get(row) for names in axes if names.by]
                above = [names.by.get(column) for names in split if names.by]
                under = (*beside, *above)
                once = (cell, under)
                lines = () if once in met else self._lines(cell, row, column)
                if cell:
                    met.add(once)
                slots.append(Slot(under, tuple(lines)))
        self._note_merged()
        return slots

    def _lines(self, cell: Cell, row: int, column: int) -> list[Sourced]:
        lines, joined = expectations(cell, self.known.words)
        for line in joined:
            what = phrase('"{line}" was put together from two lines.', line=line)
            mend = phrase("Begin each expectation with a capital letter or a bullet.")
            self.gathered.advise(self._place(line, row, column), what, mend)
        return [Sourced(line, self._place(line, row, column)) for line in lines]

    def _place(self, line: Sourced, row: int, column: int) -> Place | None:
        named = self.part.grid.named_columns
        return self.part.place_of(row, column) if named else line.place

    def _note_merged(self) -> None:
        met: dict[Cell, list[tuple[int, int]]] = {}
        for row in self.body:
            for column in self.columns:
                cell = self.rows[row][column]
                if cell and cell is not self.rows[row][0]:
                    met.setdefault(cell, []).append((row, column))
        for cell, at in met.items():
            if len(at) > 1:
                what = phrase(
                    '"{quote}" was read for each cell that it covers.', quote=quoted([cell])
                )
                mend = phrase("Split the merged cell if that is not meant.")
                self.gathered.advise(self.part.place_of(*at[0]), what, mend)

    def _note_asides(self) -> None:
        for at in self.frame.asides:
            text = quoted(dict.fromkeys(filter(None, self.rows[at])))
            what = phrase('"{quote}" is no expectation and was left out.', quote=text)
            place = self.rows[at][self._first(at)].place
            self.gathered.advise(place, what, phrase("Write it outside the table."))
        for column in self.frame.spare:
            name = heading(self.rows[0][column]) or column + 1
            what = phrase('the column "{name}" was left out.', name=name)
            mend = phrase("Name it 'Forventning' if it holds expectations.")
            self.gathered.advise(self.rows[0][column].place, what, mend)

    def _context(self) -> tuple[Sourced, ...]:
        grid = self.part.grid
        titles = [Sourced(heading(cell), cell.place) for cell in reversed(self.part.titles)]
        above = (*titles, *reversed(grid.headings), *([grid.sheet] if grid.sheet else []))
        return tuple(Sourced(self.known.bare(one), one.place) for one in above)

    def _corner(self) -> str:
        crossed = self.frame.tops and self.frame.sides and not self.frame.listed
        return heading(self.rows[0][0]) if crossed else ""


@dataclass(frozen=True)
class _Names:
    """The name of each row or column."""

    by: dict[int, Sourced]
    stated: str


def _without_whom(name: Sourced, known: Known) -> tuple[Sourced, Sourced] | None:
    """Return a name without the word that says whom it is for, and that word."""
    words = known.words
    spoken = re.findall(r"[^\W_]+|[^\w]+|_+", name)
    said = [one for one in spoken if says(one, (*words.adults, *words.pupils))]
    bare = "".join(one for one in spoken if one not in said)
    bare = re.sub(r"^(for|til)\b|\b(for|til)\s*\W*$", "", tidy(bare), flags=re.IGNORECASE)
    bare = bare.strip(" -–—/:()[]")
    if len(said) != 1 or not bare:
        return None
    return Sourced(bare, name.place), Sourced(said[0], name.place)

"""Understands tables: which way they lie, what they are called, and what each cell expects."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from pipeline.problems import Gathered, Place, Sourced, guess, phrase
from pipeline.readers.door import Source
from pipeline.readers.grid import Cell, Found, Grid
from pipeline.readers.heads import Way, audience_of, opens, same_heading, says, way_of
from pipeline.readers.letters import tidy, unwritable, without_unwritable
from pipeline.readers.lines import cleaned, expectations, heading
from pipeline.readers.parts import Part, parts_of
from pipeline.readers.records import MatrixRecord, MatrixWords, Reading

NO_NAME = re.compile(r"(ark|sheet|tabell|table|blad)?\s*\d*", re.IGNORECASE)
ENOUGH = 2
MOST_TABLES = 200
MOST_CELLS = 5_000
MOST_TEXT = 10_000
LONGEST_QUOTE = 60


def understand(
    source: Source, found: Found, words: MatrixWords, values: Sequence[str] = ()
) -> Reading:
    """Return the matrices among the tables found, or raise Faults with all that must be mended."""
    gathered = Gathered()
    gathered.add(found.notes)
    records = []
    for grid in _of_sane_size(found, gathered):
        clean, spoiled = _clean(grid)
        for part in parts_of(clean):
            taken = _Taking(source, part, spoiled, words, tuple(values), gathered).record()
            records += [taken] if taken else []
    _note_doubles(records, gathered)
    if not records:
        _refuse_nothing(source, found, gathered)
    return Reading(tuple(records), gathered.close())


def _of_sane_size(found: Found, gathered: Gathered) -> Iterator[Grid]:
    """Yield the tables that a person can have written, and note or refuse the others."""
    mend = phrase("Put the matrix in a table of its own.")
    for grid in found.grids[:MOST_TABLES]:
        cells = [cell for row in grid.rows for cell in row]
        full = [cell for cell in cells if sum(len(line) + 1 for line in cell.lines) > MOST_TEXT]
        if len(cells) > MOST_CELLS:
            what = phrase("the table is too large to be a matrix and was left out.")
            gathered.advise(grid.place, what, mend)
        elif full:
            gathered.error(full[0].place, phrase("there is far too much text in one cell."), mend)
        else:
            yield grid
    if len(found.grids) > MOST_TABLES:
        what = phrase("only the first {most} tables were read.", most=MOST_TABLES)
        gathered.advise(found.grids[MOST_TABLES].place, what, mend)


def _clean(grid: Grid) -> tuple[Grid, dict[Cell, str]]:
    """Return the grid with tidy cells, and the sign to refuse in each cell that holds one."""
    clean: dict[Cell, Cell] = {}
    spoiled: dict[Cell, str] = {}
    for cell in (cell for row in grid.rows for cell in row):
        if cell in clean:
            continue
        clean[cell] = cleaned(cell)
        sign = next(filter(None, map(unwritable, cell.lines)), "")
        if sign:
            spoiled[clean[cell]] = sign
    rows = tuple(tuple(clean[cell] for cell in row) for row in grid.rows)
    return replace(grid, rows=rows), spoiled


def _note_doubles(records: Sequence[MatrixRecord], gathered: Gathered) -> None:
    met = set()
    for one in records:
        name = one.title.casefold(), one.audience
        if name in met:
            what = phrase('two matrices are called "{title}".', title=one.title)
            mend = phrase("Give each a heading of its own.")
            gathered.advise(one.title.place, what, mend)
        met.add(name)


def _refuse_nothing(source: Source, found: Found, gathered: Gathered) -> None:
    lines = [str(cell) for grid in found.grids for row in grid.rows for cell in row if cell]
    text = _quote(" / ".join((lines or list(found.seen))[:3]))
    mend = phrase("Write each matrix as a table: values along the top, places down the side.")
    what = phrase('no table here is a matrix; they begin with "{quote}".', quote=text)
    if not found.grids:
        what = phrase('there is no table in this file, only "{quote}".', quote=text)
    if not text:
        what = phrase("there is nothing to read in this file.")
    gathered.error(source.place, what, mend)


def _quote(text: str) -> str:
    plain = tidy(without_unwritable(text))
    return plain if len(plain) <= LONGEST_QUOTE else plain[: LONGEST_QUOTE - 1].rstrip() + "…"


@dataclass
class _Taking:
    """One part of a table on its way to being a matrix."""

    source: Source
    part: Part
    spoiled: dict[Cell, str]
    words: MatrixWords
    values: tuple[str, ...]
    gathered: Gathered

    def record(self) -> MatrixRecord | None:
        """Return the matrix, or None where the part is none, which is noted."""
        rows = self.part.rows
        if len(rows) < ENOUGH or len(rows[0]) < ENOUGH:
            self._leave_out()
            return None
        way = self._way()
        if not self._is_matrix(way):
            self._leave_out()
            return None
        if way.guessed:
            mend = phrase("Name the values as skole.yaml does, or write 'Arena' in the first cell.")
            self.gathered.advise(self.part.place, way.guessed, mend)
        self._refuse_unwritable()
        self._tell_corner()
        if self._has_two_top_rows():
            return None
        return _Axes(self, way).record(self._title(), self._audience())

    def _way(self) -> Way:
        if self.part.grid.values_in:
            return Way(self.part.grid.values_in == "columns", ENOUGH)
        rows = self.part.rows
        top = [heading(cell) for cell in dict.fromkeys(rows[0][1:])]
        side = [heading(row[0]) for row in rows[1:]]
        return way_of(top, side, heading(rows[0][0]), self.words, self.values)

    def _is_matrix(self, way: Way) -> bool:
        cells = [cell for row in self.part.rows[1:] for cell in row[1:] if cell]
        lines = [line for cell in cells for line in expectations(cell, self.words)[0]]
        opening = sum(opens(line, self.words) for line in lines)
        return way.evidence >= ENOUGH or (bool(lines) and opening * 2 >= len(lines))

    def _leave_out(self) -> None:
        cells = (*self.part.titles, *(cell for row in self.part.rows for cell in row if cell))
        text = _quote(" / ".join(map(str, dict.fromkeys(cells))))
        what = phrase('"{quote}" was not understood as a matrix and was left out.', quote=text)
        mend = phrase("Name the values in its top row and the places in its first column.")
        self.gathered.advise(self.part.place, what, mend)

    def _refuse_unwritable(self) -> None:
        cells = {cell: cell.place for cell in self.part.titles}
        for at, row in enumerate(self.part.rows):
            cells |= {cell: self.part.place_of(at, across) for across, cell in enumerate(row)}
        for cell, place in cells.items():
            if cell in self.spoiled:
                sign = self.spoiled[cell]
                what = phrase("there is a sign here that can not be printed ({sign}).", sign=sign)
                self.gathered.error(place, what, phrase("Delete the text and write it again."))

    def _tell_corner(self) -> None:
        corner = heading(self.part.rows[0][0])
        words = self.words
        if not corner or says(corner, (*words.arena_corner, *words.value_corner)):
            return
        place = self.part.place_of(0, 0)
        if any(same_heading(corner, value) for value in self.values or words.values):
            what = phrase('"{quote}" is a value, but stands above the first column.', quote=corner)
            mend = phrase("Let the first column hold the names of the places.")
            self.gathered.error(place, what, mend)
        elif not self.part.grid.values_in:
            what = phrase('"{quote}" in the first cell was left out.', quote=_quote(corner))
            mend = phrase("Write a heading above the table.")
            self.gathered.advise(place, what, mend)

    def _has_two_top_rows(self) -> bool:
        first, second = self.part.rows[:2]
        merged = [at for at in range(2, len(first)) if first[at] and first[at] is first[at - 1]]
        if not merged or (second[0] and second[0] is not first[0]):
            return False
        place = self.part.place_of(0, merged[0])
        what = phrase(
            '"{quote}" covers several columns with headings of their own.',
            quote=heading(first[merged[0]]),
        )
        mend = phrase("Write one matrix for each of the lower headings, in a table of its own.")
        self.gathered.error(place, what, mend)
        return True

    def _title(self) -> Sourced:
        grid = self.part.grid
        for spare in self.part.titles[1:]:
            what = phrase(
                'the line "{quote}" under the title was left out.', quote=_quote(str(spare))
            )
            self.gathered.advise(spare.place, what, phrase("Keep one title row above a matrix."))
        if self.part.titles:
            return Sourced(heading(self.part.titles[0]), self.part.titles[0].place)
        if grid.headings:
            return grid.headings[-1]
        if grid.sheet and not NO_NAME.fullmatch(grid.sheet):
            return grid.sheet
        stem = without_unwritable(self.source.path.stem.replace("_", " "))
        title = Sourced(tidy(stem) or "PALS", self.part.place)
        what = phrase(
            'the matrix has no heading and is called "{title}" after the file.', title=title
        )
        self.gathered.advise(self.part.place, what, phrase("Write a heading above the table."))
        return title

    def _audience(self) -> str:
        grid = self.part.grid
        stated = grid.audience
        if stated and not says(stated, (*self.words.adults, *self.words.pupils)):
            what = phrase("'{quote}' is not one of those whom a matrix can be for.", quote=stated)
            self.gathered.error(stated.place, what, guess(stated, ("elev", "voksen")))
        titles = [str(cell) for cell in self.part.titles]
        near = [*titles, *reversed(grid.headings), *([grid.sheet] if grid.sheet else [])]
        return audience_of([stated] if stated else near, self.words)


class _Axes:
    """The two rows of headings of a matrix, and what stands where they cross."""

    def __init__(self, taking: _Taking, way: Way) -> None:
        self.taking, self.part, self.gathered = taking, taking.part, taking.gathered
        self.by_columns = way.by_columns
        rows = self.part.rows
        self.top = self._names([(0, at) for at in range(1, len(rows[0]))])
        self.side = self._names([(at, 0) for at in range(1, len(rows))])

    def record(self, title: Sourced, audience: str) -> MatrixRecord:
        """Return the matrix under these headings."""
        values, arenas = (self.top, self.side) if self.by_columns else (self.side, self.top)
        cells = {
            str(arena): {str(value): self._lines(arenas[arena], values[value]) for value in values}
            for arena in arenas
        }
        self._note_merged()
        self._refuse_audiences(arenas)
        return MatrixRecord(title, audience, tuple(values), tuple(arenas), cells)

    def _refuse_audiences(self, arenas: Iterable[Sourced]) -> None:
        words = self.taking.words
        for arena in arenas:
            if " " not in arena and says(arena, (*words.adults, *words.pupils)):
                what = phrase('"{quote}" says whom it is for, not where.', quote=arena)
                mend = phrase("Write one matrix for each, in a table of its own.")
                self.gathered.error(arena.place, what, mend)

    def _names(self, slots: Sequence[tuple[int, int]]) -> dict[Sourced, list[int]]:
        """Return each heading with the rows or columns that it stands for."""
        names: dict[Sourced, list[int]] = {}
        cells: dict[Cell, Sourced] = {}
        for row, column in slots:
            cell, along = self.part.rows[row][column], max(row, column)
            name = Sourced(heading(cell), self.part.place_of(row, column))
            if not name or (column == 0 and cell is self.part.rows[row][1]):
                self._leave_out(row, column)
            elif cell in cells:
                names[cells[cell]].append(along)
            elif name in names:
                what = phrase('"{name}" stands here for the second time.', name=name)
                mend = phrase("Bring the lines together under one heading.")
                self.gathered.error(name.place, what, mend)
            else:
                cells[cell], names[name] = name, [along]
        return names

    def _leave_out(self, row: int, column: int) -> None:
        rows = self.part.rows
        lost = rows[row] if column == 0 else [one[column] for one in rows]
        text = _quote(" / ".join(map(str, dict.fromkeys(filter(None, lost)))))
        if text:
            what = phrase('"{quote}" stands without a heading and was left out.', quote=text)
            mend = phrase("Write the name of the place or the value in the heading's cell.")
            self.gathered.advise(self._leave_out_place(row, column), what, mend)

    def _leave_out_place(self, row: int, column: int) -> Place:
        place = self.part.place_of(row, column)
        named = self.part.grid.named_columns and column > 0
        return place.at(column=column + 1) if named else place

    def _lines(self, arena: Sequence[int], value: Sequence[int]) -> tuple[Sourced, ...]:
        slots = [(row, column) for row in arena for column in value]
        slots = slots if self.by_columns else [(row, column) for column, row in slots]
        places = {self.part.rows[row][column]: (row, column) for row, column in reversed(slots)}
        found: list[Sourced] = []
        for cell, (row, column) in reversed(places.items()):
            lines, joined = expectations(cell, self.taking.words)
            for line in joined:
                what = phrase('"{line}" was put together from two lines.', line=line)
                mend = phrase("Begin each expectation with a capital letter or a bullet.")
                self.gathered.advise(self._place(line, row, column), what, mend)
            found += [Sourced(line, self._place(line, row, column)) for line in lines]
        return tuple(found)

    def _place(self, line: Sourced, row: int, column: int) -> Place | None:
        named = self.part.grid.named_columns
        return self.part.place_of(row, column) if named else line.place

    def _note_merged(self) -> None:
        rows = self.part.rows
        met: dict[Cell, int] = {}
        for row in rows[1:]:
            for cell in row[1:]:
                met[cell] = met.get(cell, 0) + bool(cell)
        for at, row in enumerate(rows[1:], 1):
            for across, cell in enumerate(row[1:], 1):
                if met.pop(cell, 0) > 1 and cell is not row[0]:
                    text = _quote(str(cell))
                    what = phrase('"{quote}" was read for each cell that it covers.', quote=text)
                    mend = phrase("Split the merged cell if that is not meant.")
                    self.gathered.advise(self.part.place_of(at, across), what, mend)

"""Takes the blocks of a file one by one, and finds the matrices among them."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field, replace

from pipeline.problems import Gathered, Place, Sourced, guess, phrase
from pipeline.readers.axes import Laid, Slot, laid_out
from pipeline.readers.door import Source
from pipeline.readers.frame import frame_of, is_top
from pipeline.readers.gathering import Piece, pieces_of
from pipeline.readers.grid import BOLD, LISTED, PLAIN, Block, Cell, Grid, Line, Row
from pipeline.readers.heads import ARENA, Known, says, tokens
from pipeline.readers.leftovers import (
    leave_out,
    leave_out_column,
    note_outside,
    note_unplaced,
    refuse_half,
    refuse_unwritable,
    tell_corner,
    tell_drawn,
    tell_signs,
    tell_titles,
    without_strangers,
)
from pipeline.readers.letters import unwritable
from pipeline.readers.lines import cleaned, heading, marker, named, plain
from pipeline.readers.outline import outlined
from pipeline.readers.parts import Part, parts_of, without_numbers
from pipeline.readers.roles import Roles, roles_of

ENOUGH = 2
MOST_LINES = 4_000
LONGEST_NAME, LONG_AXIS = 10, 4


@dataclass(frozen=True)
class _Laid:
    """A part along its axes, with what was noted on the way and the signs that it can not have."""

    part: Part
    laid: Laid
    noted: Gathered
    spoiled: dict[Cell, str]


@dataclass
class Taking:
    """A file's blocks on their way to being matrices."""

    source: Source
    known: Known
    gathered: Gathered
    refused: Gathered = field(default_factory=Gathered)
    pieces: list[Piece] = field(default_factory=list)
    lines: list[Line] = field(default_factory=list)
    parts: list[Part] = field(default_factory=list)
    left: list[Part] = field(default_factory=list)
    laid: list[_Laid] = field(default_factory=list)
    outside: list[Line] = field(default_factory=list)
    before: Grid | None = None
    title: Line | None = None
    tables: int = 0

    def take(self, block: Block) -> None:
        """Take over a line, or the matrices in a table."""
        if isinstance(block, Line):
            self.lines.append(block)
            self.before = None
            self.title = block if block.depth in (BOLD, PLAIN) else None
            if block.depth > BOLD and (self.tables or block.depth >= LISTED or block.boxed):
                self.outside.append(block)
            return
        self.tables += 1
        grid, spoiled = self._clean(self._titled(self._gone_on(block)))
        for part in parts_of(grid, self._is_top):
            self._part(part, spoiled)
        self.before, self.title = block, None

    def settle(self) -> list[Piece]:
        """Return the pieces of matrices in all that was taken over, and tell what was left out."""
        times = Counter(name for one in self.laid for name in set(map(str, one.laid.context)))
        shared = frozenset(name for name, count in times.items() if count > 1)
        for one in self.laid:
            self._settle(one, shared)
        self._take_outline()
        return self.pieces

    def _take_outline(self) -> None:
        """Take over what is written as headings and lists, and tell what was left out."""
        laid = outlined(self.lines, self.source.place, self.known)
        found = self._outline(laid) if laid else []
        values = {value.casefold() for one in self.pieces for value in one.values}
        same = {value.casefold() for one in found for value in one.values} & values
        if not self.pieces and not found:
            boxes = self._are_boxes()
            laid = outlined(self._flat(), self.source.place, self.known) if boxes else None
            found = self._outline(laid) if laid else []
            if found:
                what = phrase("the tables are boxes; headings and lists in them were read.")
                mend = phrase("See that every line came to its place and its value.")
                self.gathered.advise(self.source.place, what, mend)
            self.left = [] if found else self.left
            self.refused = Gathered() if found else self.refused
        elif self.pieces and len(same) < ENOUGH:
            found = []
        if not found:
            note_outside(self.outside, self.source.place, self.gathered)
        self.gathered.add(self.refused)
        for part in self.left:
            leave_out(part, self.gathered)
        self.pieces += found

    def _outline(self, laid: Laid) -> list[Piece]:
        roles = roles_of(laid, self.known)
        if roles is None or roles.evidence < ENOUGH:
            return []
        kept = [slot for slot in laid.slots if _is_placed(slot, roles)]
        if not any(slot.lines for slot in kept):
            return []
        gathered = Gathered()
        self._tell_guess(roles, laid.place, gathered)
        tell_signs(self.lines, gathered)
        pieces = pieces_of(replace(laid, slots=tuple(kept)), roles, None, self.known, gathered)
        self.gathered.add(gathered)
        note_unplaced([slot for slot in laid.slots if slot not in kept], self.gathered)
        return pieces

    def _gone_on(self, grid: Grid) -> Grid:
        """Return a table that goes on from the one before it under the same headings."""
        before = self.before
        if not (before and before.rows and grid.rows) or len(before.rows[0]) != len(grid.rows[0]):
            return grid
        if grid.headings != before.headings or grid.sheet != before.sheet:
            return grid
        part, above = (
            next(parts_of(self._clean(one, quiet=True)[0], self._is_top), None)
            for one in (grid, before)
        )
        if part is None or part.titles or above is None:
            return grid
        frame = frame_of(part, self.known)
        if frame.tops:
            return grid
        first = frame_of(above, self.known)
        if not first.tops or frame.listed != first.listed:
            return grid
        what = phrase("the table has no headings and was read with those of the table before it.")
        mend = phrase("Write the headings above it, or make the two tables one.")
        self.gathered.advise(grid.place, what, mend)
        tops = above.rows[: first.tops]
        return replace(grid, rows=(*tops, *grid.rows))

    def _titled(self, grid: Grid) -> Grid:
        """Return a table under the line right above it, where no heading stands there."""
        line = self.title
        if line is None or line.depth == BOLD or grid.headings or grid.values_in:
            return grid
        if not self.known.label(line.text) or line.text.endswith((".", "!", "?", ",")):
            return grid
        what = phrase('the line "{quote}" was taken for a heading.', quote=line.text)
        mend = phrase("Give it the style of a heading, or move it away from the table.")
        self.gathered.advise(line.text.place, what, mend)
        self.outside = [one for one in self.outside if one is not line]
        return replace(
            grid, headings=(Sourced(heading(Cell((line.text,), grid.place)), line.text.place),)
        )

    def _part(self, part: Part, spoiled: dict[Cell, str]) -> None:
        self.parts.append(part)
        if not part.rows or not (len(part.rows) >= ENOUGH or len(part.rows[0]) >= ENOUGH):
            self.left.append(part)
            return
        gathered = Gathered()
        part, counting = without_numbers(part)
        if counting is not None:
            leave_out_column(counting, str(counting), gathered)
        headed = frame_of(part, self.known).tops > 0
        laid = laid_out(replace(part, headed=headed), self.known, gathered)
        self.laid.append(_Laid(part, laid, gathered, spoiled))

    def _settle(self, one: _Laid, shared: frozenset[str]) -> None:
        """Take over the pieces of a part, if it is a matrix; `shared` stands above others too."""
        roles = roles_of(one.laid, self.known, shared)
        if roles is None or not self._is_matrix(one.laid, roles):
            if roles or not refuse_half(one.part, one.laid, self.known, self.refused):
                self.left.append(one.part)
            return
        refuse_unwritable(one.part, one.spoiled, self.gathered)
        self._tell(one.part, one.laid, roles, one.noted)
        self.gathered.add(one.noted)
        found = Gathered()
        audience = one.part.grid.audience
        laid = without_strangers(one.laid, roles, self.known, found)
        note_unplaced([slot for slot in laid.slots if not _is_placed(slot, roles)], found)
        self.pieces += pieces_of(laid, roles, audience, self.known, found)
        self.gathered.add(found)

    def _is_top(self, row: Row) -> bool:
        return is_top(row, self.known)

    def _are_boxes(self) -> bool:
        """Tell whether the tables are only boxes around headings and lists."""
        cells = [cell for part in self.parts for row in part.rows for cell in row if cell]
        narrow = all(len(row) == 1 for part in self.parts for row in part.rows)
        return bool(cells) and (narrow or all(len(cell.lines) > ENOUGH for cell in cells))

    def _is_matrix(self, laid: Laid, roles: Roles) -> bool:
        names = [name for axis in laid.axes for name in axis.names]
        if sum(len(tokens(name)) > LONGEST_NAME for name in names) * LONG_AXIS > len(names):
            return False
        opening = [name for name in names if self.known.opens(name)]
        if any(not self.known.value(name) and not self.known.placed(name) for name in opening):
            return False
        lines = [line for slot in laid.slots for line in slot.lines]
        begun = sum(map(self.known.opens, lines))
        return roles.evidence >= ENOUGH or (bool(lines) and begun * 2 >= len(lines))

    def _flat(self) -> list[Line]:
        """Return the cells as lines, for tables that are no matrices but sheets to write on."""
        found = list(self.lines)
        for part in self.parts:
            cells = (*part.titles, *(cell for row in part.rows for cell in row))
            for cell in dict.fromkeys(filter(None, cells)):
                found += [self._flat_line(line, len(cell.lines) == 1) for line in cell.lines]
        return found[:MOST_LINES]

    def _flat_line(self, line: Sourced, alone: bool) -> Line:
        role = self.known.role(named(line))
        head = role == ARENA or (alone and role != "")
        return Line(line, BOLD if head else LISTED if marker(line) else PLAIN)

    def _clean(self, grid: Grid, quiet: bool = False) -> tuple[Grid, dict[Cell, str]]:
        """Return the grid with tidy cells, and the sign to refuse in each cell that holds one."""
        clean: dict[Cell, Cell] = {}
        spoiled: dict[Cell, str] = {}
        lost = ""
        for cell in dict.fromkeys(cell for row in grid.rows for cell in row):
            clean[cell] = cleaned(cell)
            lost += "".join(plain(line)[1] for line in cell.lines)
            sign = next(filter(None, map(unwritable, cell.lines)), "")
            if sign:
                spoiled[clean[cell]] = sign
        if lost and not quiet:
            tell_drawn(lost, grid.place, self.gathered)
        rows = tuple(tuple(clean[cell] for cell in row) for row in grid.rows)
        return replace(grid, rows=rows), spoiled

    def _tell_guess(self, roles: Roles, place: Place, gathered: Gathered) -> None:
        if roles.guessed:
            mend = phrase("Name the values as skole.yaml does, or write 'Arena' in the first cell.")
            gathered.advise(place, roles.guessed, mend)

    def _tell(self, part: Part, laid: Laid, roles: Roles, gathered: Gathered) -> None:
        """Say what was guessed, and what above the table was left out."""
        self._tell_guess(roles, part.place, gathered)
        tell_corner(part, laid, self.known, gathered)
        tell_titles(part, laid, roles, self.known, gathered)
        stated = part.grid.audience
        if stated and not says(stated, (*self.known.words.adults, *self.known.words.pupils)):
            what = phrase("'{quote}' is not one of those whom a matrix can be for.", quote=stated)
            gathered.error(stated.place, what, guess(stated, ("elev", "voksen")))


def _is_placed(slot: Slot, roles: Roles) -> bool:
    """Tell whether a slot stands under both a value and an arena."""
    axes = (role for role in (roles.value, roles.arena) if isinstance(role, int))
    return all(slot.under[at] for at in axes)

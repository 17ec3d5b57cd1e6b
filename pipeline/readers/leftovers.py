"""Tells what was left out of a matrix and why, and refuses what can not be one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from pipeline.problems import Gathered, Place, phrase
from pipeline.readers.axes import Axis, Laid, Slot, quoted
from pipeline.readers.grid import Cell, Line
from pipeline.readers.heads import ARENA, VALUE, WHOM, Known, says
from pipeline.readers.letters import unwritable
from pipeline.readers.lines import heading, plain
from pipeline.readers.parts import Part
from pipeline.readers.roles import Roles

ENOUGH = 2
MOST_NOTES = 20
INTO_A_CELL = phrase("Move it into a cell if it belongs to the matrix.")
OWN_TABLE = phrase("Write one matrix for each, in a table of its own.")


def leave_out(part: Part, gathered: Gathered) -> None:
    """Note a table that was not understood."""
    cells = (*part.titles, *(cell for row in part.rows for cell in row if cell))
    text = quoted(dict.fromkeys(cells))
    what = phrase('"{quote}" was not understood as a matrix and was left out.', quote=text)
    mend = phrase("Name the values in its top row and the places in its first column.")
    gathered.advise(part.place, what, mend)


def leave_out_column(head: Cell, name: str | int, gathered: Gathered) -> None:
    """Note a column that holds no expectations."""
    what = phrase('the column "{name}" was left out.', name=name)
    mend = phrase("Name it 'Forventning' if it holds expectations.")
    gathered.advise(head.place, what, mend)


def without_strangers(laid: Laid, roles: Roles, known: Known, gathered: Gathered) -> Laid:
    """Leave out columns or rows beside the values that hold no expectations, such as "Tegning"."""
    at = roles.value
    if not isinstance(at, int) or laid.by_name:
        return laid
    lines: dict[str, list[str]] = {name: [] for name in laid.axes[at].names}
    for slot in laid.slots:
        lines[str(slot.under[at])] = [*lines.get(str(slot.under[at]), ()), *slot.lines]
    values = [name for name in lines if known.role(name) == VALUE]
    said = [line for name in values for line in lines[name]]
    if len(values) < ENOUGH or sum(map(known.opens, said)) * 2 < len(said):
        return laid
    strangers = {
        name
        for name, held in lines.items()
        if not known.role(name) and held and not any(map(known.opens, held))
    }
    for name in (one for one in laid.axes[at].names if one in strangers):
        leave_out_column(Cell((), name.place or laid.place), name, gathered)
    names = tuple(name for name in laid.axes[at].names if name not in strangers)
    axes = (*laid.axes[:at], Axis(names, laid.axes[at].stated), *laid.axes[at + 1 :])
    slots = tuple(slot for slot in laid.slots if slot.under[at] not in strangers)
    return replace(laid, axes=axes, slots=slots)


def note_outside(lines: Sequence[Line], place: Place, gathered: Gathered) -> None:
    """Note the lines that stand outside the tables."""
    for line in lines[:MOST_NOTES]:
        what = phrase('"{quote}" stands outside the tables and was left out.', quote=line.text)
        if line.boxed:
            what = phrase('the text box "{quote}" was left out.', quote=line.text)
        gathered.advise(line.text.place, what, INTO_A_CELL)
    more = len(lines) - MOST_NOTES
    if more > 0:
        what = phrase("more lines outside the tables were left out ({count}).", count=more)
        gathered.advise(place, what, INTO_A_CELL)


def note_unplaced(slots: Sequence[Slot], gathered: Gathered) -> None:
    """Note the lines of an outline that stand under no value or no place."""
    lines = [line for slot in slots for line in slot.lines]
    for line in lines[:MOST_NOTES]:
        what = phrase('"{quote}" stands under no value or no place and was left out.', quote=line)
        mend = phrase("Write it under the heading of its value and its place.")
        gathered.advise(line.place, what, mend)


def refuse_half(part: Part, laid: Laid, known: Known, gathered: Gathered) -> bool:
    """Refuse a table that has values or places only and nothing above it for the other."""
    corner = heading(part.rows[0][0])
    names = [name for axis in laid.axes for name in axis.names]
    values = sum(known.role(name) == VALUE for name in names)
    arenas = sum(known.role(name) == ARENA for name in names)
    if not any(slot.lines for slot in laid.slots) or max(values, arenas) < ENOUGH:
        return False
    whom = next((name for name in names if known.role(name) == WHOM), None)
    if known.value(corner) and values >= arenas:
        what = phrase('"{quote}" is a value, but stands above the first column.', quote=corner)
        mend = phrase("Let the first column hold the names of the places.")
        gathered.error(part.place_of(0, 0), what, mend)
    elif whom:
        what = phrase('"{quote}" says whom it is for, not where.', quote=whom)
        gathered.error(whom.place, what, OWN_TABLE)
    elif values >= arenas:
        what = phrase("the table names values, but no places.")
        gathered.error(part.place, what, phrase("Write the place as a heading above the table."))
    else:
        what = phrase("the table names places, but no values.")
        gathered.error(part.place, what, phrase("Write the value as a heading above the table."))
    return True


def refuse_unwritable(part: Part, spoiled: dict[Cell, str], gathered: Gathered) -> None:
    """Refuse each cell that holds a sign which can not be printed."""
    cells = {cell: cell.place for cell in part.titles}
    for at, row in enumerate(part.rows):
        cells |= {cell: part.place_of(at, across) for across, cell in enumerate(row)}
    for cell, place in cells.items():
        if cell in spoiled:
            sign = spoiled[cell]
            what = phrase("there is a sign here that can not be printed ({sign}).", sign=sign)
            gathered.error(place, what, phrase("Delete the text and write it again."))


def tell_corner(part: Part, laid: Laid, known: Known, gathered: Gathered) -> None:
    """Note words in the first cell that name no column, or refuse a value there."""
    corner = laid.corner
    words = known.words
    whom = (*words.adults, *words.pupils)
    if not corner or known.is_corner(corner) or part.grid.values_in or says(corner, whom):
        return
    place = part.place_of(0, 0)
    if known.role(corner) == VALUE:
        what = phrase('"{quote}" is a value, but stands above the first column.', quote=corner)
        mend = phrase("Let the first column hold the names of the places.")
        gathered.error(place, what, mend)
    else:
        what = phrase('"{quote}" in the first cell was left out.', quote=quoted([corner]))
        gathered.advise(place, what, phrase("Write a heading above the table."))


def tell_titles(part: Part, laid: Laid, roles: Roles, known: Known, gathered: Gathered) -> None:
    """Note the lines above a table that are neither its title nor one of its names."""
    used = {str(one) for one in (roles.value, roles.arena) if isinstance(one, str)}
    used |= {str(name) for axis in laid.axes for name in axis.names}
    lines = [cell for cell in part.titles if heading(cell) not in used]
    lines = [cell for cell in lines if not known.whom(heading(cell))]
    for spare in lines[1:]:
        text = quoted([spare])
        what = phrase('the line "{quote}" under the title was left out.', quote=text)
        gathered.advise(spare.place, what, phrase("Keep one title row above a matrix."))


def tell_drawn(signs: str, place: Place, gathered: Gathered) -> None:
    """Note emoji and the like that were taken away."""
    what = phrase(
        "drawn signs were left out, for no font has them: {signs}",
        signs=" ".join(dict.fromkeys(signs)),
    )
    gathered.advise(place, what, phrase("Put a drawing in assets/drawings instead."))


def tell_signs(lines: Sequence[Line], gathered: Gathered) -> None:
    """Note the drawn signs in lines outside tables, and refuse those that can not be printed."""
    drawn = "".join(plain(line.text)[1] for line in lines)
    if drawn and lines[0].text.place:
        tell_drawn(drawn, Place(lines[0].text.place.file), gathered)
    for line in lines:
        sign = unwritable(line.text)
        if sign:
            what = phrase("there is a sign here that can not be printed ({sign}).", sign=sign)
            gathered.error(line.text.place, what, phrase("Delete the text and write it again."))

"""Finds out how a table is built: its rows and columns of headings, its sections, its cells."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from pipeline.readers.grid import Cell, Row
from pipeline.readers.heads import ARENA, LINE, TITLE, VALUE, WHOM, Known
from pipeline.readers.lines import heading
from pipeline.readers.parts import Part

FEW = 2
# What no heading holds: a colon with words after it, numbers, the end of a sentence.
ODD = re.compile(r":\s*\w|\d{2}|[.!?]$")
LISTED = 3


@dataclass
class Frame:
    """How many rows of headings a part has, which columns hold headings, and which cells.

    `stated` are roles that the columns' own names tell; `sections` gives each row the row of one
    heading that stands above it; `asides` are rows that are no part of the matrix.
    """

    tops: int = 1
    sides: tuple[int, ...] = (0,)
    data: tuple[int, ...] = ()
    stated: dict[int, str] = field(default_factory=dict)
    listed: bool = False
    sections: dict[int, int] = field(default_factory=dict)
    asides: tuple[int, ...] = ()
    spare: tuple[int, ...] = ()


def frame_of(part: Part, known: Known) -> Frame:
    """Return how a part is built."""
    rows = part.rows
    if part.grid.values_in:
        return Frame(data=tuple(range(1, len(rows[0]))))
    found = _listed(rows, known) or _unnamed_list(rows, known) or _crossed(rows, known)
    _find_sections(found, rows, known)
    return found


def is_top(row: Row, known: Known) -> bool:
    """Tell whether a row is sure to hold nothing but headings, of values or of places."""
    texts = [heading(cell) for cell in dict.fromkeys(filter(None, row))]
    roles = [known.role(text) or known.column(text) for text in texts[bool(row[0]) :]]
    names = [role for role in roles if role in (VALUE, ARENA)]
    return len(names) >= FEW and all(roles) and len(set(names)) == 1


def _listed(rows: Sequence[Row], known: Known) -> Frame | None:
    """Return the frame of a list whose columns are named: arena, value, expectation."""
    top = [heading(cell) for cell in rows[0]]
    roles = {at: known.column(text) for at, text in enumerate(top)}
    labels = {at: role for at, role in roles.items() if role in (VALUE, ARENA, WHOM, TITLE)}
    crossing = {role for role in labels.values() if role in (VALUE, ARENA)}
    lines = [at for at, text in enumerate(top) if roles[at] == LINE or _speaks(text, known)]
    labels = {at: role for at, role in labels.items() if at not in lines}
    others = [at for at in roles if at not in labels and at not in lines]
    if not crossing or any(known.role(top[at]) in (VALUE, ARENA) for at in others):
        return None
    if len(crossing) == FEW and not lines:
        lines, others = others[:1], others[1:]
    if not lines or (len(crossing) < FEW and (others or len(set(rows[0])) < FEW)):
        return None
    stated = _innermost(labels)
    return Frame(1, tuple(stated), tuple(lines), stated, listed=True, spare=tuple(others))


def _speaks(text: str, known: Known) -> bool:
    """Tell whether a heading says whom the lines below it are for: "Hva elevene gjør"."""
    return bool(known.audience(text)) and known.label(text) and known.role(text) in ("", WHOM)


def _unnamed_list(rows: Sequence[Row], known: Known) -> Frame | None:
    """Return the frame of a list without names above: an arena, a value and a line in each row."""
    if len(rows[0]) != LISTED:
        return None
    roles = [{known.role(heading(row[at])) for row in rows if row[at]} for at in (0, 1)]
    lines = [row[2] for row in rows if row[2]]
    if {frozenset(one) for one in roles} != {frozenset({VALUE}), frozenset({ARENA})}:
        return None
    if not lines or any(known.role(heading(cell)) for cell in lines):
        return None
    stated = {0: roles[0].pop(), 1: roles[1].pop()}
    return Frame(0, (0, 1), (2,), stated, listed=True)


def _crossed(rows: Sequence[Row], known: Known) -> Frame:
    """Return the frame of a table whose headings cross."""
    tops = _tops(rows, known)
    sides = _sides(rows, tops, known)
    data = tuple(at for at in range(len(rows[0])) if at >= sides)
    stated = {}
    for at in range(sides if tops and sides > 1 else 0):
        role = known.column(heading(rows[tops - 1][at])) or known.column(heading(rows[0][at]))
        if role and role != LINE:
            stated[at] = role
    return Frame(tops, tuple(range(sides)), data, _innermost(stated))


def _innermost(stated: dict[int, str]) -> dict[int, str]:
    """Let the last of several columns of one role keep it; the others group the matrices."""
    last = {role: at for at, role in stated.items()}
    return {at: role if last[role] == at else TITLE for at, role in stated.items()}


def _tops(rows: Sequence[Row], known: Known) -> int:
    """Count the rows of headings at the top."""
    first = rows[0]
    others = [cell for cell in dict.fromkeys(first[1:]) if cell and cell is not first[0]]
    texts = [heading(cell) for cell in others]
    opening = sum(any(map(known.opens, map(heading_of, cell.lines))) for cell in others)
    if others and opening * 2 >= len(others) and first[0]:
        return 0
    plain = not any(known.role(text) or known.column(text) for text in texts)
    if len(first) == FEW and texts and plain and known.role(heading(first[0])) in (VALUE, ARENA):
        return 0
    return 2 if len(rows) > FEW and _has_second_top(rows, known) else 1


def heading_of(line: str) -> str:
    """Return a line as it would be a heading of its own."""
    return heading(Cell((line,), None))  # type: ignore[arg-type]


def _has_second_top(rows: Sequence[Row], known: Known) -> bool:
    first, second = rows[0], rows[1]
    texts = [heading(cell) for cell in second[1:] if cell and cell not in first]
    if not texts or not all(map(known.label, texts)):
        return False
    corner = not second[0] or second[0] is first[0] or known.is_corner(heading(second[0]))
    corner = corner or bool(known.whom(heading(second[0])) and _spans(first))
    if not corner:
        return False
    if all(known.whom(text) for text in texts):
        return True
    known_role = sum(known.role(text) != "" for text in texts) * 2 >= len(texts)
    return _spans(first) and (known_role or len(set(texts)) < len(texts))


def _spans(row: Row) -> bool:
    """Tell whether a heading covers several columns, merged or with nothing beside it."""
    merged = any(row[at] and row[at] is row[at - 1] for at in range(2, len(row)))
    return merged or any(row[at - 1] and not row[at] for at in range(2, len(row)))


def _sides(rows: Sequence[Row], tops: int, known: Known) -> int:
    """Count the columns of headings at the left."""
    if tops and _lacks_side(rows, tops, known):
        return 0
    if len(rows[0]) < LISTED or len(rows) <= tops:
        return 1
    body = [row[1] for row in rows[tops:] if row[1] and row[1] is not row[0]]
    texts = [heading(cell) for cell in dict.fromkeys(body)]
    if not texts or not all(map(known.label, texts)):
        return 1
    if all(known.whom(text) for text in texts):
        return 2
    above = [heading(row[1]) for row in rows[:tops] if row[1] and row[1] is not row[0]]
    if any(known.role(text) in (VALUE, ARENA) for text in above):
        return 1
    named = sum(known.role(text) != "" for text in texts) * 2 >= len(texts)
    left = [row[0] for row in rows[tops:]]
    grouped = len(set(filter(None, left))) < len(left)
    return 2 if named or (grouped and _nothing_opens(body, known)) else 1


def _nothing_opens(cells: Sequence[Cell], known: Known) -> bool:
    return not any(known.opens(line) for cell in cells for line in cell.lines)


def _lacks_side(rows: Sequence[Row], tops: int, known: Known) -> bool:
    """Tell whether the headings at the top begin above the first column already."""
    top = [heading(cell) for cell in dict.fromkeys(rows[tops - 1])]
    roles = [known.role(text) for text in top]
    if not top[0] or known.is_corner(top[0]):
        return False
    others = roles[1:]
    if roles[0] in (VALUE, ARENA, WHOM) and others:
        return others.count(roles[0]) * 2 >= len(others)
    side = [line for row in rows[tops:] for line in row[0].lines if row[0] is not row[-1]]
    return bool(side) and sum(map(known.opens, side)) * 2 > len(side)


def _find_sections(found: Frame, rows: Sequence[Row], known: Known) -> None:
    """Find rows that hold one heading for those below them, and rows that hold no expectations."""
    asides: list[int] = []
    at_section: int | None = None
    last = max((at for at, row in enumerate(rows) if not _is_single(row)), default=0)
    for at in range(found.tops, len(rows)):
        row = rows[at]
        first = heading(next(cell for cell in row if cell))
        if _is_aside(row, at > last, found, known):
            asides.append(at)
        elif _is_single(row) and at < last and _heads(row, rows[at + 1], found, known):
            at_section = at
        elif _is_single(row) and _covers(row) and (known.label(first) is False or at > last):
            asides.append(at)
        elif at_section is not None:
            found.sections[at] = at_section
    found.asides = tuple(asides)


def _is_aside(row: Row, below: bool, found: Frame, known: Known) -> bool:
    filled = list(dict.fromkeys(filter(None, row)))
    first = heading(filled[0])
    if known.is_aside(first) and not known.role(first):
        return not any(known.opens(line) for cell in filled[1:] for line in cell.lines)
    if below and len(filled) == 1 and not known.role(first) and ODD.search(str(filled[0])):
        return True
    return below and not row[0] and bool(found.sides) and _nothing_opens(filled, known)


def _heads(row: Row, after: Row, found: Frame, known: Known) -> bool:
    """Tell whether the only heading of a row names what the rows below it are."""
    text = heading(next(cell for cell in row if cell))
    if not known.label(text):
        return False
    if _covers(row) or known.whom(text):
        return True
    if not row[0] or not after[0] or not found.sides:
        return False
    below = known.role(heading(after[0]))
    return bool(below) and known.role(text) != below


def _is_single(row: Row) -> bool:
    return len(set(filter(None, row))) == 1


def _covers(row: Row) -> bool:
    """Tell whether one merged cell is all of the row, or all but its first column."""
    only = next(cell for cell in row if cell)
    return sum(cell is only for cell in row) >= max(len(row) - 1, 2)

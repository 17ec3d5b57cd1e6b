"""Finds the lines that an insert belongs to: "Månedens PALS", and "SOSIALT" with what it says."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from pipeline.problems import phrase
from pipeline.weekplan.cells import (
    Seat,
    below,
    beside,
    into_cell,
    is_bare,
    says,
    seat_of,
)
from pipeline.weekplan.markers import key
from pipeline.weekplan.markup import Node, Part, W
from pipeline.weekplan.spots import Record, Spot, holder, needs
from pipeline.weekplan.story import TC, Line, P, folded

LONGEST = 30
"""Letters that may stand between a label and its colon, such as "Sosialt mål for uke 49:"."""
FOLLOW_ON = 6
"""Lines after a label outside tables that may belong to it."""
HEAD_WORDS = 3
_HEADS = 3
_RIM = re.compile(r"^\W+|\W+$")
_STYLED = re.compile(r"^(heading|overskrift|tittel|title)", re.IGNORECASE)


def labelled(name: str, part: Part, lines: Iterable[Line], labels: Iterable[str]) -> Iterator[Spot]:
    """Yield a spot for each line or cell that says one of the labels and nothing else."""
    wanted = {key(one) for one in labels}
    met: set[int] = set()
    for line in lines:
        text = line.text
        cell = _cell_of(line)
        if cell and cell.start in met:
            continue
        whole = says(part, cell) if cell and _bare_label(text, wanted, True) else ""
        if cell and _bare_label(whole, wanted):
            met.add(cell.start)
            spot = _near(name, part, cell, text)
            yield spot or _after(name, line, text)
        elif _bare_label(text, wanted) and holder(line.node):
            yield _after(name, line, text)


def _bare_label(text: str, wanted: set[str], begins: bool = False) -> bool:
    plain = key(_RIM.sub("", folded(text)))
    if begins:
        return bool(plain) and any(one.startswith(plain) for one in wanted)
    return plain in wanted


def _cell_of(line: Line) -> Node | None:
    """Return the cell that a line stands in, if nothing lies between."""
    held = holder(line.node)
    if not held:
        return None
    at: Node | None = held[0]
    while at and at.name != TC and at.name.startswith(W) and "sdt" in at.name:
        at = at.parent
    return at if at and at.name == TC else None


def _near(name: str, part: Part, cell: Node, text: str) -> Spot | None:
    """Return the spot in the empty cell beside a label's or below it."""
    rows, seat = seat_of(cell)
    for one in (beside(rows, seat), below(rows, seat)):
        if one and is_bare(part, one):
            return into_cell(name, one, phrase('beside "{line}"', line=text.strip()))
    return None


def _after(name: str, line: Line, text: str) -> Spot:
    """Return the spot right after a line."""
    held = holder(line.node)
    assert held is not None
    return _behind(name, held[0], held[1], text)


def _behind(name: str, around: Node, kid: Node, text: str) -> Spot:
    lead, trail = needs(around, kid.end, kid.end)
    why = phrase('under "{line}"', line=text.strip())
    record = Record(spaced=trail)
    return Spot(name, kid.end, kid.end, around, why, record, lead=lead, trail=trail)


def social(name: str, part: Part, lines: Iterable[Line], labels: Iterable[str]) -> Iterator[Spot]:
    """Yield a spot for each "SOSIALT", after what is written of it."""
    ordered = sorted(map(folded, labels), key=len, reverse=True)
    choice = "|".join(map(re.escape, ordered))
    begins = re.compile(
        rf"^\W*(?P<label>{choice})(?![\w])(?P<rest>[^:]{{0,{LONGEST}}}?)(?P<colon>:?)\W*$|"
        rf"^\W*(?P<head>{choice})(?![\w])[^:.!?]{{0,{LONGEST}}}:\s*\S"
    )
    taken: set[int] = set()
    for line in lines:
        found = begins.match(folded(line.text)) if line.text else None
        if not found or (found["label"] and found["rest"].strip() and not found["colon"]):
            continue
        spot = _social_spot(name, part, line, found["label"] is not None)
        if spot and spot.start not in taken:
            taken.add(spot.start)
            yield spot


def _social_spot(name: str, part: Part, line: Line, bare: bool) -> Spot | None:
    held = holder(line.node)
    if not held:
        return None
    text = line.text.partition(":")[0].strip()
    cell = _cell_of(line)
    if cell is None:
        kid = _last_of(part, held[0], held[1]) if bare else held[1]
        return _behind(name, held[0], kid, text)
    why = phrase('beside "{line}"', line=text)
    if bare and folded(says(part, cell)) == folded(line.text):
        rows, seat = seat_of(cell)
        right, under = beside(rows, seat), below(rows, seat)
        order = (under, right) if _is_head(part, rows, seat) else (right, under)
        near = next((one for one in order if one), None)
        if near:
            return into_cell(name, near, why)
    return into_cell(name, cell, why)


def _is_head(part: Part, rows: list[list[Seat]], seat: Seat) -> bool:
    """Tell whether the row is one of headings, each for what stands below it."""
    if seat.row + 1 >= len(rows):
        return False
    said = [says(part, one.cell) for one in rows[seat.row] if not one.goes_on]
    filled = [one for one in said if one]
    if len(filled) < len(said) or any(len(one.split()) > HEAD_WORDS for one in filled):
        return False
    loud = all(one.isupper() or one.endswith(":") for one in filled)
    return len(filled) >= _HEADS or (len(filled) > 1 and loud)


def _last_of(part: Part, around: Node, kid: Node) -> Node:
    """Return the last of the lines that follow on a label outside tables."""
    at = around.kids.index(kid)
    for one in around.kids[at + 1 : at + 1 + FOLLOW_ON]:
        if one.name != P or is_bare(part, one) or _is_heading(part, one):
            break
        kid = one
    return kid


def _is_heading(part: Part, paragraph: Node) -> bool:
    if _STYLED.match(paragraph.value(W + "pPr", W + "pStyle") or ""):
        return True
    if paragraph.kid(W + "pPr", W + "sectPr"):
        return True
    text = says(part, paragraph)
    head, colon, _ = text.partition(":")
    return text.isupper() or bool(colon and len(head.split()) <= HEAD_WORDS)

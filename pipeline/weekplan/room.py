"""How wide a place is, in mm: a cell, a text box or a column, never more than there is."""

from __future__ import annotations

import re

from pipeline.weekplan.cells import seats
from pipeline.weekplan.markup import Node, W
from pipeline.weekplan.story import BOTH, BOX, CHOICE, TBL, TC, TR, Plan

TWIP = 25.4 / 1440
POINT = 25.4 / 72
EMU = 1 / 36_000
PAGE = (11906, 16838)  # twips: A4
MARGIN = 1417
SPACE = 708  # between columns
CELL_MARGIN = 108
BOX_MARGIN = 91_440
SOUND = 0.5
"""A grid narrower than this share of what its cell says was never laid out."""
DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/main "
PLACED = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing "
SHAPE = "http://schemas.microsoft.com/office/word/2010/wordprocessingShape "
VML = "urn:schemas-microsoft-com:vml "
_UNITS = {"pt": POINT, "in": 25.4, "mm": 1.0, "cm": 10.0, "px": 25.4 / 96, "": POINT}
_LENGTH = re.compile(r"^\s*(-?[\d.]+)\s*(pt|in|mm|cm|px|)\s*$")


def width(plan: Plan, part: str, around: Node, place: int) -> float:
    """Return the width that an insert has within an element of a part, at a place in its bytes."""
    for at in (around, *around.above()):
        if at.name == TC:
            return cell_width(plan, part, at)
        if at.name == BOX:
            return box_size(at)[0] or column_width(plan, part, place)
    return column_width(plan, part, place)


def measure(node: Node | None, attribute: str) -> int | None:
    """Return a whole number that an attribute says, whole or with decimals."""
    said = node.attributes.get(attribute) if node else None
    if said is None:
        return None
    try:
        return int(float(said))
    except ValueError:
        found = _LENGTH.match(said)
        return round(float(found[1]) * _UNITS[found[2]] / TWIP) if found and found[2] else None


def cell_width(plan: Plan, part: str, cell: Node) -> float:
    """Return the width within a cell's margins."""
    table = next(one for one in cell.above() if one.name == TBL)
    row = next(one for one in cell.above() if one.name == TR)
    room = width(plan, part, table.parent or table, table.start)
    whole = min(outer_width(table, row, cell, room), room)
    return max(whole - sum(side_margins(table, cell)), 0.0)


def outer_width(table: Node, row: Node, cell: Node, room: float) -> float:
    """Return a cell's width with its margins: what it says, and no more than its grid has."""
    said = _said(cell.kid(W + "tcPr", W + "tcW"), table, room)
    columns = [(measure(one, W + "w") or 0) * TWIP for one in _columns(table)]
    seat = next(one for cells in seats(table) for one in cells if one.cell is cell)
    spanned = columns[seat.first : seat.last]
    grid = sum(spanned) if len(spanned) == seat.last - seat.first and all(spanned) else 0.0
    if said:
        return min(said, grid) if grid >= said * SOUND else said
    if grid:
        return grid
    whole = _said(table.kid(W + "tblPr", W + "tblW"), table, room) or room
    taken = max((cells[-1].last for cells in seats(table) if cells), default=1)
    return whole * (seat.last - seat.first) / max(taken, 1)


def _columns(table: Node) -> list[Node]:
    grid = table.kid(W + "tblGrid")
    return list(grid.of(W + "gridCol")) if grid else []


def _said(node: Node | None, table: Node, room: float) -> float:
    """Return the width in mm that a w:tcW or w:tblW says; 0 where it says none."""
    kind = node.attributes.get(W + "type", "dxa") if node else "auto"
    text = node.attributes.get(W + "w", "") if node else ""
    if kind in ("auto", "nil") or not text:
        return 0.0
    if kind == "pct" or text.endswith("%"):
        try:
            share = float(text[:-1]) / 100 if text.endswith("%") else float(text) / 5000
        except ValueError:
            return 0.0
        whole = room
        if node and node.name == W + "tcW":
            whole = _said(table.kid(W + "tblPr", W + "tblW"), table, room) or room
        return max(share, 0.0) * whole
    return max(measure(node, W + "w") or 0, 0) * TWIP


def side_margins(table: Node, cell: Node) -> tuple[float, float]:
    """Return what a cell keeps free at its left and right."""
    own = cell.kid(W + "tcPr", W + "tcMar")
    whole = table.kid(W + "tblPr", W + "tblCellMar")
    sides = []
    for names in (("left", "start"), ("right", "end")):
        found = [measure(at.kid(W + one), W + "w") for at in (own, whole) if at for one in names]
        known = [one for one in found if one is not None]
        sides.append((known[0] if known else CELL_MARGIN) * TWIP)
    return sides[0], sides[1]


def section_of(plan: Plan, place: int) -> Node | None:
    """Return the settings of the section that a place in the text lies in."""
    after = [one for one in plan.sections if one.end > place]
    return after[0] if after else (plan.sections[-1] if plan.sections else None)


def text_width(section: Node | None) -> float:
    """Return the width between the margins of a page."""
    page = section.kid(W + "pgSz") if section else None
    margins = section.kid(W + "pgMar") if section else None
    sides = [measure(margins, W + one) for one in ("left", "right")]
    taken = sum(MARGIN if one is None else abs(one) for one in sides)
    gutter = measure(margins, W + "gutter") or 0
    return ((measure(page, W + "w") or PAGE[0]) - taken - gutter) * TWIP


def columns_of(section: Node | None) -> list[float]:
    """Return the width of each column of a section."""
    whole = text_width(section)
    said = section.kid(W + "cols") if section else None
    own = [measure(one, W + "w") for one in said.of(W + "col")] if said else []
    equal = said.attributes.get(W + "equalWidth", "1") if said else "1"
    if any(own) and equal in ("0", "false", "off"):
        return [one * TWIP for one in own if one]
    count = max(measure(said, W + "num") or 1, 1)
    space = measure(said, W + "space")
    gap = (SPACE if space is None else space) * TWIP
    return [(whole - gap * (count - 1)) / count] * count


def column_width(plan: Plan, part: str, place: int) -> float:
    """Return the width of the narrowest column that the place may be in."""
    if part != plan.main:
        return min(map(text_width, plan.sections), default=text_width(None))
    return max(min(columns_of(section_of(plan, place))), 0.0)


def box_size(box: Node) -> tuple[float, float, bool]:
    """Return the width and height within a text box, and whether it grows with its text."""
    both = next((one for one in box.above() if one.name == BOTH), None)
    choice = both.kid(CHOICE) if both else None
    if choice and not choice.start <= box.start < choice.end:
        first = next((one for one in choice.walk() if one.name == BOX), None)
        box = first or box
    shape = next((one for one in box.above() if one.name == SHAPE + "wsp"), None)
    return _drawn_size(box, shape) if shape else _vml_size(box)


def _drawn_size(box: Node, shape: Node) -> tuple[float, float, bool]:
    extents = [one.kid(PLACED + "extent") for one in box.above()]
    inner = [shape.kid(SHAPE + "spPr", DRAWING + "xfrm", DRAWING + "ext")]
    facts = next((one for one in shape.kids if one.name == SHAPE + "bodyPr"), None)
    sizes = []
    for side, edges in (("cx", ("lIns", "rIns")), ("cy", ("tIns", "bIns"))):
        found = [measure(one, side) for one in [*extents, *inner] if one]
        least = min((one for one in found if one), default=0)
        free = [measure(facts, edge) for edge in edges]
        default = BOX_MARGIN if side == "cx" else BOX_MARGIN // 2
        taken = sum(default if one is None else one for one in free)
        sizes.append(max(least - taken, 0) * EMU)
    grows = bool(facts and facts.kid(DRAWING + "spAutoFit"))
    return sizes[0], sizes[1], grows


def _vml_size(box: Node) -> tuple[float, float, bool]:
    shape = next(
        (
            one
            for one in box.above()
            if one.name.startswith(VML)
            and "style" in one.attributes
            and not one.name.endswith("textbox")
        ),
        None,
    )
    text = box.parent
    style = dict(
        one.split(":", 1)
        for one in (shape.attributes["style"] if shape else "").split(";")
        if ":" in one
    )
    inset = (text.attributes.get("inset", "") if text else "").split(",")
    inset += [""] * (4 - len(inset))
    edges = [
        _length(one) if one.strip() else BOX_MARGIN * EMU / (1 + at % 2)
        for at, one in enumerate(inset)
    ]
    grows = "mso-fit-shape-to-text:t" in (text.attributes.get("style", "") if text else "")
    wide = _length(style.get("width", "")) - edges[0] - edges[2]
    high = _length(style.get("height", "")) - edges[1] - edges[3]
    return max(wide, 0.0), max(high, 0.0), grows


def _length(text: str) -> float:
    found = _LENGTH.match(text)
    return float(found[1]) * _UNITS[found[2]] if found else 0.0

"""What a table and its cells say of themselves: widths, lines, grounds and the white around."""

from __future__ import annotations

from collections import Counter

from pipeline.formats.docx.looks import Styles
from pipeline.formats.docx.markup import hexed, shade, twips
from pipeline.paper.flow import Cell, Sketch, Table

EIGHTHS_PER_MM = 8 * 72 / 25.4
MOST_CLEAR = 31  # pt: Word knows no more
SIDES = ("top", "left", "bottom", "right", "insideH", "insideV")
LOOK = (
    '<w:tblLook w:val="{}" w:firstRow="{}" w:lastRow="0" w:firstColumn="0" w:lastColumn="0" '
    'w:noHBand="1" w:noVBand="1"/>'
)
LAID, NAMED = LOOK.format("0600", 0), LOOK.format("0620", 1)


def about(table: Table, styles: Styles, rule: Sketch | None) -> str:
    """Return the table's properties and grid; `rule` is a line that stands over it."""
    whole = sum(twips(one) for one in table.widths)
    name = "Layout" if table.laid else "DataTable"
    known = None if table.laid else styles.table
    same = known is not None and (known.edge, known.ruled) == (table.edge, table.ruled)
    lines = "" if same or (table.laid and not table.edge) else lines_of(table)
    if rule and not table.edge:
        lines = line_of(rule, "top")
    lines = f"<w:tblBorders>{lines}</w:tblBorders>" if lines else ""
    pad = pad_of(table)
    margins = "" if known and pad == pad_of(known) else f"<w:tblCellMar>{pads(pad)}</w:tblCellMar>"
    grid = "".join(f'<w:gridCol w:w="{twips(one)}"/>' for one in table.widths)
    return (
        f'<w:tblPr><w:tblStyle w:val="{name}"/>{"<w:bidiVisual/>" if styles.rtl else ""}'
        f'<w:tblW w:w="{whole}" w:type="dxa"/><w:tblInd w:w="0" w:type="dxa"/>{lines}'
        f'<w:tblLayout w:type="fixed"/>{margins}{LAID if table.laid else NAMED}</w:tblPr>'
        f"<w:tblGrid>{grid}</w:tblGrid>"
    )


def row_about(table: Table, number: int) -> str:
    """Return whether the row names the columns, or how high it is at least."""
    if not number and not table.laid:
        return "<w:tblHeader/>"
    least = f'<w:trHeight w:val="{twips(table.least)}" w:hRule="atLeast"/>'
    return least if table.least else ""


def pad_of(table: Table) -> tuple[float, float]:
    """Return the white around most of the table's cells, in mm: at the sides, above and below."""
    found = Counter(cell.pad for row in table.rows for cell in row)
    return found.most_common(1)[0][0] if found else (0.0, 0.0)


def ground_of(table: Table) -> str | None:
    """Return the colour behind the names of the columns, where they have one in common."""
    found = {cell.fill for cell in table.rows[0]} if table.rows else set()
    return found.pop() if len(found) == 1 else None


def lines_of(table: Table) -> str:
    """Return the lines around the table, and between its cells where it is ruled."""
    if not table.edge:
        return "".join(f'<w:{side} w:val="nil"/>' for side in SIDES)
    colour, wide = table.edge
    return "".join(_line(side, colour, wide * 8) for side in (SIDES if table.ruled else SIDES[:4]))


def line_of(rule: Sketch, side: str, clear: float = 0.0) -> str:
    """Return the rule as a border on one side of a paragraph or table, so many pt clear of it."""
    return _line(side, rule.shapes[0].fill or "#000000", rule.height * EIGHTHS_PER_MM, clear)


def _line(side: str, colour: str, eighths: float, clear: float = 0.0) -> str:
    wide = max(2, min(96, round(eighths)))
    space = max(0, min(MOST_CLEAR, round(clear)))
    return f'<w:{side} w:val="single" w:sz="{wide}" w:space="{space}" w:color="{hexed(colour)}"/>'


def pads(pad: tuple[float, float]) -> str:
    """Return the white around a cell's words, given in mm: at the sides, above and below."""
    side, above = (twips(one) for one in pad)
    named = (("top", above), ("left", side), ("bottom", above), ("right", side))
    return "".join(f'<w:{name} w:w="{one}" w:type="dxa"/>' for name, one in named)


def cell_about(cell: Cell, wide: float) -> str:
    """Return the cell's properties; white below nothing is the table's own."""
    ground = shade(cell.fill) if cell.fill else ""
    margins = f"<w:tcMar>{pads(cell.pad)}</w:tcMar>" if cell.pad[0] >= 0 else ""
    middle = '<w:vAlign w:val="center"/>' if cell.middle else ""
    width = f'<w:tcW w:w="{twips(wide)}" w:type="dxa"/>'
    return f"<w:tcPr>{width}{ground}{margins}{middle}</w:tcPr>"

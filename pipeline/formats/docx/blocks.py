"""Blocks of a paper as WordprocessingML that can stand in any Word document.

What only the document can know is left open: {rid:NAME} for a picture's relationship and {docpr}
for a number that no other drawing has.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from pipeline.formats.docx.marks import painted
from pipeline.formats.docx.markup import (
    INSET,
    SPACES,
    TWIPS_PER_POINT,
    around,
    hexed,
    inline,
    shade,
    text,
    tongue,
    twips,
)
from pipeline.paper.flow import (
    Block,
    Cell,
    Count,
    Figure,
    Mark,
    PageBreak,
    Run,
    Sketch,
    Table,
    Words,
)
from pipeline.paper.sheet import Box, Picture

Pictures = Callable[[Picture, float], Path]
BOLD = 650  # from this weight on, letters are bold


@dataclass
class Writer:
    """Writes blocks for another's document, and gathers their pictures by name.

    Titles and headings only look the part, and the letters are that document's own: what it calls
    its styles is not known, nor whether its readers have our letters.
    """

    language: str
    prepared: Pictures
    pictures: dict[str, bytes] = field(default_factory=dict)

    def blocks(self, blocks: Iterable[Block]) -> str:
        """Return the blocks as elements that tell their own name spaces."""
        return "".join(self._block(one).replace(">", f" {SPACES}>", 1) for one in blocks)

    def _block(self, block: Block) -> str:
        match block:
            case Words():
                return self._words(block)
            case Figure():
                return self._figure(block)
            case Sketch():
                return self._sketch(block)
            case Table():
                return self._table(block)
            case PageBreak():
                return '<w:p><w:r><w:br w:type="page"/></w:r></w:p>'

    def _words(self, words: Words) -> str:
        ground = around(words.fill) + shade(words.fill) if words.fill else ""
        first = next((run.letters.size for run in words.runs if isinstance(run, Run)), 12.0)
        keep = "<w:keepNext/>" if words.kind in ("title", "heading") else ""
        aside = INSET if words.fill else 0
        spacing = _spacing(words.before, words.after, first * words.leading, aside)
        about = f"{keep}{ground}{spacing}{_side(words.align)}"
        inner = "".join(map(self._inline, words.runs))
        return f"<w:p><w:pPr>{about}</w:pPr>{inner}</w:p>"

    def _inline(self, one: Run | Mark | Count) -> str:
        match one:
            case Run():
                return self._run(one, f'<w:t xml:space="preserve">{text(one.text)}</w:t>')
            case Mark():
                return self._mark(one)
            case Count():
                field = "NUMPAGES" if one.total else "PAGE"
                run = self._run(Run("1", one.letters), "<w:t>1</w:t>")
                return f'<w:fldSimple w:instr=" {field} ">{run}</w:fldSimple>'

    def _run(self, run: Run, inner: str) -> str:
        letters = run.letters
        bold = int(letters.weight >= BOLD)
        about = (
            f'<w:b w:val="{bold}"/><w:bCs w:val="{bold}"/><w:i w:val="0"/>'
            f'<w:color w:val="{hexed(letters.colour)}"/>'
            f'<w:sz w:val="{round(letters.size * 2)}"/><w:szCs w:val="{round(letters.size * 2)}"/>'
            f'<w:u w:val="none"/><w:lang w:val="{tongue(run.language or self.language)}"/>'
        )
        return f"<w:r><w:rPr>{about}</w:rPr>{inner}</w:r>"

    def _mark(self, mark: Mark) -> str:
        content = painted(mark.shapes, (mark.side, mark.side), mark.ground)
        drawn = inline(self._held(content, "png"), mark.side, mark.side)
        return f'<w:r><w:rPr><w:position w:val="-3"/></w:rPr>{drawn}</w:r>'

    def _figure(self, figure: Figure) -> str:
        box = Box(0, 0, figure.width, figure.height)
        path = self.prepared(Picture(box, figure.art), 0.0)
        name = self._held(path.read_bytes(), "png" if path.suffix == ".png" else "jpg")
        about = f"{_spacing(figure.before, figure.after)}{_side(figure.align)}"
        drawn = inline(name, figure.width, figure.height, figure.alt)
        return f"<w:p><w:pPr>{about}</w:pPr><w:r>{drawn}</w:r></w:p>"

    def _sketch(self, sketch: Sketch) -> str:
        name = self._held(painted(sketch.shapes, (sketch.width, sketch.height)), "png")
        about = f"{_spacing(sketch.before, sketch.after)}{_side(sketch.align)}"
        drawn = inline(name, sketch.width, sketch.height, sketch.alt)
        return f"<w:p><w:pPr>{about}</w:pPr><w:r>{drawn}</w:r></w:p>"

    def _held(self, content: bytes, suffix: str) -> str:
        """Keep a picture once, and return its name, which tells nothing."""
        known = next((name for name, one in self.pictures.items() if one == content), None)
        name = known or f"pals{len(self.pictures) + 1}.{suffix}"
        self.pictures[name] = content
        return name

    def _table(self, table: Table) -> str:
        grid = "".join(f'<w:gridCol w:w="{twips(one)}"/>' for one in table.widths)
        head = '<w:tblHeader w:val="true"/>'
        least = f'<w:trHeight w:val="{twips(table.least)}" w:hRule="atLeast"/>'
        room = least if table.least else ""
        rows = "".join(
            f"<w:tr><w:trPr><w:cantSplit/>{room if table.laid or number else head}</w:trPr>"
            f"{self._cells(row, table.widths)}</w:tr>"
            for number, row in enumerate(table.rows)
        )
        whole = sum(twips(one) for one in table.widths)
        about = (
            f'<w:tblW w:w="{whole}" w:type="dxa"/><w:jc w:val="left"/>'
            f'<w:tblInd w:w="0" w:type="dxa"/>{_borders(table.edge, table.ruled)}'
            '<w:tblLayout w:type="fixed"/>'
            '<w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="0" w:type="dxa"/>'
            '<w:bottom w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/></w:tblCellMar>'
            f'<w:tblLook w:val="0{"0" if table.laid else "2"}00"/>'
        )
        return f"<w:tbl><w:tblPr>{about}</w:tblPr><w:tblGrid>{grid}</w:tblGrid>{rows}</w:tbl>"

    def _cells(self, row: Sequence[Cell], widths: Sequence[float]) -> str:
        return "".join(self._cell(cell, wide) for cell, wide in zip(row, widths, strict=True))

    def _cell(self, cell: Cell, wide: float) -> str:
        side, above = (twips(one) for one in cell.pad)
        margins = "".join(
            f'<w:{name} w:w="{one}" w:type="dxa"/>'
            for name, one in (("top", above), ("left", side), ("bottom", above), ("right", side))
        )
        ground = shade(cell.fill) if cell.fill else ""
        middle = '<w:vAlign w:val="center"/>' if cell.middle else ""
        inner = "".join(map(self._block, cell.blocks)) or "<w:p/>"
        about = (
            f'<w:tcW w:w="{twips(wide)}" w:type="dxa"/>{ground}<w:tcMar>{margins}</w:tcMar>{middle}'
        )
        return f"<w:tc><w:tcPr>{about}</w:tcPr>{inner}</w:tc>"


def _spacing(before: float, after: float, line: float = 0.0, aside: float = 0.0) -> str:
    """Return the space around a paragraph and the least height of its lines, in pt."""
    left = round(aside * TWIPS_PER_POINT)
    above, below = round(before * TWIPS_PER_POINT), round(after * TWIPS_PER_POINT)
    high = f'w:line="{round(line * TWIPS_PER_POINT)}" w:lineRule="atLeast"'
    high = high if line else 'w:line="240" w:lineRule="auto"'
    return (
        f'<w:spacing w:before="{above}" w:beforeAutospacing="0" w:after="{below}" '
        f'w:afterAutospacing="0" {high}/><w:ind w:left="{left}" w:right="{left}" w:firstLine="0"/>'
        '<w:contextualSpacing w:val="0"/>'
    )


def _side(align: str) -> str:
    return f'<w:jc w:val="{align}"/>'


def _borders(edge: tuple[str, float] | None, ruled: bool) -> str:
    sides = ("top", "left", "bottom", "right", "insideH", "insideV")
    if edge is None:
        lines = (f'<w:{side} w:val="nil"/>' for side in sides)
    else:
        colour, width = hexed(edge[0]), round(edge[1] * 8)
        around = f'w:val="single" w:sz="{width}" w:space="0" w:color="{colour}"'
        lines = (f"<w:{side} {around}/>" for side in (sides if ruled else sides[:4]))
    return f"<w:tblBorders>{''.join(lines)}</w:tblBorders>"

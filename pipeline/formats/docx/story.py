"""A paper's blocks as a story of our own document: each paragraph and table has its style.

What a style already says is not said again. What only the package can know is left open, as in
blocks: {rid:NAME} for a picture's or link's relationship, {docpr} for a number of a drawing.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby

from pipeline.formats.docx import tabular
from pipeline.formats.docx.blocks import Writer
from pipeline.formats.docx.looks import Look, Setting, Style, Styles, look_of, place_in, setting_of
from pipeline.formats.docx.marks import painted
from pipeline.formats.docx.markup import INSET, around, inline, shade, tongue, worded
from pipeline.formats.docx.scripts import Piece, pieces
from pipeline.formats.docx.stylesheet import aligned, letters, spaced
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
from pipeline.paper.fonts import MM_PER_POINT, face
from pipeline.paper.sheet import Box, Picture

CAPITAL = 0.7  # em: how high capitals are
HIGHER = 1.2  # than its letters: a mark that lines must make room for
THIN = 2.0  # mm: what is no higher and one plain field is a rule, and rules are borders
SEAM = Style("Seam", Look("", False, 1.0, ""), Setting(1.0))
TINY = '<w:p><w:pPr><w:pStyle w:val="Seam"/>{}</w:pPr></w:p>'


@dataclass
class Shared:
    """What the stories of one document have in common: pictures, numbered lists, letters used."""

    pictures: dict[str, bytes] = field(default_factory=dict)
    starts: list[int] = field(default_factory=list)  # of each numbered list but the style's own
    listed: bool = False
    used: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))

    def list_from(self, start: int) -> int:
        """Begin a numbered list, and return its number in the document; 0: the style's own."""
        if start == 1 and not self.listed:
            self.listed = True
            return 0
        self.starts.append(start)
        return len(self.starts)


@dataclass
class Story(Writer):
    """Writes the blocks of a head, a foot or a body; `links` are the addresses that they lead to.

    `place` is where the blocks stand, see looks.
    """

    styles: Styles = field(default_factory=lambda: Styles(False))
    shared: Shared = field(default_factory=Shared)
    place: str = ""
    links: dict[str, str] = field(default_factory=dict)
    _breaks: bool = False
    _list: tuple[int, int] = (0, 0)  # the numbered list at hand, and its last number

    def __post_init__(self) -> None:
        """Share the pictures with the document's other stories."""
        self.pictures = self.shared.pictures

    def told(self, blocks: Sequence[Block], *, ends: bool) -> str:
        """Return the blocks; `ends`: Word asks for a paragraph after a table that stands last."""
        out: list[str] = []
        row = [None, *blocks, None]
        before: Block | None = None
        rule: Sketch | None = None
        for one, after in zip(row[1:-1], row[2:], strict=True):
            if isinstance(one, PageBreak):
                self._breaks = True
            elif isinstance(one, Sketch) and is_rule(one):
                rule = one
                if isinstance(before, Table) and not isinstance(after, Words):
                    out.append(self._seam(rule))
                    rule, before = None, one
            elif isinstance(one, Table):
                if isinstance(before, Table):
                    out.append(TINY.format(""))
                out.append(self._table(one, rule))
                rule, before = None, one
            elif one is not None:
                out.append(self._block_under(one, rule))
                rule, before = None, one
        if rule:
            out.append(self._seam(rule))
        elif ends and isinstance(before, Table):
            out.append(TINY.format(""))
        return "".join(out)

    def _seam(self, rule: Sketch) -> str:
        """Return the small paragraph between or after tables, with a rule on it."""
        return TINY.format(_ruled(rule) + spaced(Setting(1.0, rule.before, rule.after), SEAM, 1.0))

    def _block_under(self, block: Block, rule: Sketch | None) -> str:
        match block:
            case Words():
                return self._words(block, rule)
            case Figure():
                return self._figure(block)
            case Sketch():
                return self._sketch(block)
        raise TypeError(f"{block!r} does not stand here.")

    def _words(self, words: Words, rule: Sketch | None = None) -> str:
        style = self.styles.of(words, self.place)
        setting = setting_of(words)
        line = ""
        if rule and not words.fill:
            line = _ruled(rule, rule.after + setting.before)
            setting = setting._replace(before=rule.before)
        ground = around(words.fill) + shade(words.fill) if words.fill else line
        aside = f'<w:ind w:left="{INSET * 20}" w:right="{INSET * 20}"/>' if words.fill else ""
        natural = self.styles.natural(style.look.family)
        about = (
            f"{self._styled(style.id)}{self._broken()}{self._numbered(words)}{ground}"
            f"{spaced(setting, style, natural, drawn=_is_drawn(words, style.look.size))}"
            f"{aside}{aligned(setting, style)}"
        )
        inner = "".join(
            self._linked(link, [self._inline_in(one, style, words) for one in runs])
            for link, runs in groupby(words.runs, lambda one: getattr(one, "link", ""))
        )
        return f"<w:p>{_about(about)}{inner}</w:p>"

    def _styled(self, name: str) -> str:
        return "" if name == "Normal" else f'<w:pStyle w:val="{name}"/>'

    def _broken(self) -> str:
        broken, self._breaks = self._breaks, False
        return "<w:pageBreakBefore/>" if broken else ""

    def _numbered(self, words: Words) -> str:
        """Return which list the item is of, where its style does not tell."""
        if words.kind != "item" or not words.number:
            self._list = (0, 0)
            return ""
        known, last = self._list
        if not last or words.number != last + 1:
            known = self.shared.list_from(words.number)
        self._list = (known, words.number)
        if not known:
            return ""
        return f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{known + 2}"/></w:numPr>'

    def _linked(self, link: str, runs: list[str]) -> str:
        if not link:
            return "".join(runs)
        name = next((name for name, one in self.links.items() if one == link), None)
        name = name or f"link{len(self.links) + 1}"
        self.links[name] = link
        return f'<w:hyperlink r:id="{{rid:{name}}}">{"".join(runs)}</w:hyperlink>'

    def _inline_in(self, one: Run | Mark | Count, style: Style, words: Words) -> str:
        match one:
            case Run():
                return self._run_in(one, style)
            case Mark():
                return self._mark_by(one, style.look.size if words.text.strip() else 0.0)
            case Count():
                run = self._run_in(Run("1", one.letters), style)
                instruction = "NUMPAGES" if one.total else "PAGE"
                return f'<w:fldSimple w:instr=" {instruction} ">{run}</w:fldSimple>'

    def _mark_by(self, mark: Mark, size: float) -> str:
        """Return the mark with its middle at that of capitals of `size` pt; 0: it stands alone."""
        content = painted(mark.shapes, (mark.side, mark.side), mark.ground)
        drawn = inline(self._held(content, "png"), mark.side, mark.side)
        below = round(mark.side / MM_PER_POINT - CAPITAL * size) if size else 0
        about = f'<w:rPr><w:position w:val="{-below}"/></w:rPr>' if below > 0 else ""
        return f"<w:r>{about}{drawn}</w:r>"

    def _run_in(self, run: Run, style: Style) -> str:
        out = []
        other = run.language if run.language and run.language != self.language else ""
        for piece in pieces(run.text, run.letters.family, self.styles.rtl):
            family = self._face(piece)
            self.shared.used[family].update(piece.text)
            look = look_of(run.letters, "" if piece.rtl else piece.family)
            if piece.rtl:
                look = look._replace(family=style.look.family)
            named, base = _character(look, style.look, run.link, self.styles.link)
            forced = family if piece.rtl and family != self.styles.leftwards else ""
            about = (
                f"{named}{letters(look, base, forced)}"
                f"{'<w:rtl/>' if piece.rtl else ''}{_spoken(other, piece.rtl)}"
            )
            about = f"<w:rPr>{about}</w:rPr>" if about else ""
            out.append(f"<w:r>{about}{worded(piece.text)}</w:r>")
        return "".join(out)

    def _face(self, piece: Piece) -> str:
        """Return the family that draws the piece: what runs from right to left has one in all."""
        one = self.styles.leftwards
        return one if piece.rtl and one and face(one, 400).covers(piece.text) else piece.family

    def _figure(self, figure: Figure) -> str:
        box = Box(0, 0, figure.width, figure.height)
        path = self.prepared(Picture(box, figure.art), 0.0)
        name = self._held(path.read_bytes(), "png" if path.suffix == ".png" else "jpg")
        drawn = inline(name, figure.width, figure.height, figure.alt)
        language = _spoken(figure.language or "", False)
        return self._drawn(drawn, figure, f"<w:rPr>{language}</w:rPr>" if language else "")

    def _sketch(self, sketch: Sketch) -> str:
        name = self._held(painted(sketch.shapes, (sketch.width, sketch.height)), "png")
        return self._drawn(inline(name, sketch.width, sketch.height, sketch.alt), sketch, "")

    def _drawn(self, drawing: str, block: Figure | Sketch, about: str) -> str:
        style = Style("Picture", Look("", False, 0, ""), self.styles.figure)
        setting = Setting(1.0, block.before, block.after, block.align)
        placed = f"{self._broken()}{spaced(setting, style, 1.0)}{aligned(setting, style)}"
        return (
            f'<w:p><w:pPr><w:pStyle w:val="Picture"/>{placed}</w:pPr>'
            f"<w:r>{about}{drawing}</w:r></w:p>"
        )

    def _table(self, table: Table, rule: Sketch | None = None) -> str:
        rows = "".join(self._row(table, number, row) for number, row in enumerate(table.rows))
        return f"<w:tbl>{tabular.about(table, self.styles, rule)}{rows}</w:tbl>"

    def _row(self, table: Table, number: int, row: Sequence[Cell]) -> str:
        outer, self.place = self.place, place_in(table, number, self.place)
        cells = "".join(
            f"<w:tc>{tabular.cell_about(self._plain(table, number, cell), wide)}"
            f"{self.told(cell.blocks, ends=False) or self._empty()}</w:tc>"
            for cell, wide in zip(row, table.widths, strict=True)
        )
        self.place = outer
        return (
            f"<w:tr><w:trPr><w:cantSplit/>{tabular.row_about(table, number)}</w:trPr>{cells}</w:tr>"
        )

    def _empty(self) -> str:
        """Return what a cell without words holds: a line to type in, with no white around it."""
        style = self.styles.of(Words(()), self.place)
        setting = style.setting._replace(before=0.0, after=0.0)
        about = spaced(setting, style, self.styles.natural(style.look.family))
        return f"<w:p>{_about(self._styled(style.id) + about)}</w:p>"

    def _plain(self, table: Table, row: int, cell: Cell) -> Cell:
        """Return the cell without what its table's style already says."""
        pad = tabular.pad_of(table)
        fill = cell.fill
        if not table.laid and not row and self.styles.table:
            fill = None if fill == tabular.ground_of(self.styles.table) else fill
        return replace(cell, fill=fill, pad=(-1.0, -1.0) if cell.pad == pad else cell.pad)


def _is_drawn(words: Words, size: float) -> bool:
    """Tell whether a mark in the line is higher than its letters, which are `size` pt."""
    highest = max((one.side for one in words.runs if isinstance(one, Mark)), default=0.0)
    return highest > size * MM_PER_POINT * (HIGHER if words.text.strip() else 0.0)


def is_rule(sketch: Sketch) -> bool:
    """Tell whether the drawing is no more than a line across."""
    plain = len(sketch.shapes) == 1 and not sketch.alt and bool(sketch.shapes[0].fill)
    return plain and sketch.height <= THIN and sketch.width > 40 * sketch.height


def _ruled(rule: Sketch, clear: float = 0.0) -> str:
    return f"<w:pBdr>{tabular.line_of(rule, 'top', clear)}</w:pBdr>"


def _about(inner: str) -> str:
    return f"<w:pPr>{inner}</w:pPr>" if inner else ""


def _character(look: Look, base: Look, link: str, colour: str) -> tuple[str, Look]:
    """Return the character style that a run is given, and how it looks with that."""
    if link:
        return '<w:rStyle w:val="Hyperlink"/>', base._replace(colour=colour)
    if look.bold and not base.bold:
        return '<w:rStyle w:val="Strong"/>', base._replace(bold=True)
    return "", base


def _spoken(code: str, rtl: bool) -> str:
    """Return the language of words that are in another than the paper's."""
    if not code:
        return ""
    side = "bidi" if rtl else "val"
    return f'<w:lang w:{side}="{tongue(code)}"/>'

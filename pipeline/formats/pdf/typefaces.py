"""Faces laid into a PDF: the letters that are used, and what each of them says."""

from __future__ import annotations

import functools
import hashlib
import zlib

import pikepdf
import uharfbuzz as hb
from pikepdf import Array, Dictionary, Name, String

from pipeline.paper.fonts import Face, Glyph

DROPPED = ("GSUB", "GPOS", "GDEF", "BASE", "name", "OS/2", "post", "cmap", "STAT", "gasp", "meta")
SYMBOLIC = 4
UNKNOWN = "\ufffd"
CMAP = """/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <FFFF>
endcodespacerange
{blocks}
endcmap
CMapName currentdict /CMap defineresource pop
end
end
"""


class Typeface:
    """A face as the document uses it: a short name, and the glyphs drawn so far."""

    def __init__(self, face: Face, name: str) -> None:
        """Take the face into use under the name."""
        self.face, self.name = face, name
        self.says: dict[int, str] = {}
        self.widths: dict[int, float] = {}

    def take(self, glyph: Glyph) -> bool:
        """Note that the glyph is drawn; tell whether it always says what it says here."""
        if glyph.id not in self.widths:
            em = self.face.source.upem
            self.widths[glyph.id] = round(
                self.face.font.get_glyph_h_advance(glyph.id) * 1000 / em, 2
            )
            self.says[glyph.id] = glyph.text or UNKNOWN
        return bool(glyph.text) and self.says[glyph.id] == glyph.text

    def write(self, pdf: pikepdf.Pdf) -> pikepdf.Object:
        """Return the font, with no more than the glyphs taken, as an object of the document."""
        name = Name(f"/{self._prefix()}+{self.face.name}")
        below = Dictionary(
            Type=Name.Font,
            Subtype=Name.CIDFontType2,
            BaseFont=name,
            CIDSystemInfo=Dictionary(
                Registry=String("Adobe"), Ordering=String("Identity"), Supplement=0
            ),
            CIDToGIDMap=Name.Identity,
            FontDescriptor=pdf.make_indirect(self._descriptor(pdf, name)),
            DW=0,
            W=self._spans(),
        )
        return pdf.make_indirect(
            Dictionary(
                Type=Name.Font,
                Subtype=Name.Type0,
                BaseFont=name,
                Encoding=Name("/Identity-H"),
                DescendantFonts=Array([pdf.make_indirect(below)]),
                ToUnicode=packed(pdf, self._unicode().encode("ascii")),
            )
        )

    def _prefix(self) -> str:
        digest = hashlib.sha256(repr(sorted(self.says)).encode()).digest()
        return "".join(chr(ord("A") + byte % 26) for byte in digest[:6])

    def _descriptor(self, pdf: pikepdf.Pdf, name: Name) -> Dictionary:
        face = self.face
        packed_cut, length = _cut(face, frozenset(self.says))
        return Dictionary(
            Type=Name.FontDescriptor,
            FontName=name,
            Flags=SYMBOLIC,
            FontBBox=Array(self._bounds()),
            ItalicAngle=0,
            Ascent=round(face.ascent * 1000),
            Descent=-round(face.descent * 1000),
            CapHeight=round(face.cap_height * 1000),
            XHeight=round(face.x_height * 1000),
            StemV=round(face.weight / 5),
            FontFile2=pdf.make_stream(packed_cut, Filter=Name.FlateDecode, Length1=length),
        )

    def _bounds(self) -> list[int]:
        """Return the box, in thousandths of an em, that every glyph taken stands in."""
        drawn = [self.face.font.get_glyph_extents(glyph) for glyph in self.says]
        lefts, tops = [one.x_bearing for one in drawn], [one.y_bearing for one in drawn]
        rights = [one.x_bearing + one.width for one in drawn]
        lows = [one.y_bearing + one.height for one in drawn]
        scale = 1000 / self.face.source.upem
        return [round(one * scale) for one in (min(lefts), min(lows), max(rights), max(tops))]

    def _spans(self) -> Array:
        """Return the widths as runs of neighbouring glyphs: first, [widths], first, …"""
        spans: list[tuple[int, list[float]]] = []
        for glyph in sorted(self.widths):
            if not spans or glyph != spans[-1][0] + len(spans[-1][1]):
                spans.append((glyph, []))
            spans[-1][1].append(self.widths[glyph])
        return Array([part for first, widths in spans for part in (first, Array(widths))])

    def _unicode(self) -> str:
        lines = [f"<{one:04X}> <{_utf16(self.says[one])}>" for one in sorted(self.says)]
        blocks = []
        for start in range(0, len(lines), 100):
            block = lines[start : start + 100]
            blocks += [f"{len(block)} beginbfchar", *block, "endbfchar"]
        return CMAP.format(blocks="\n".join(blocks))


@functools.lru_cache(maxsize=128)
def _cut(face: Face, glyphs: frozenset[int]) -> tuple[bytes, int]:
    """Return a font file of the weight, with no more than the glyphs: packed, and its length.

    Letters of one kind use much the same glyphs, so what was cut is kept for the next.
    """
    wanted = hb.SubsetInput()
    wanted.flags = hb.SubsetFlags.RETAIN_GIDS | hb.SubsetFlags.NOTDEF_OUTLINE
    wanted.glyph_set.update(glyphs)
    wanted.drop_table_tag_set.update(int.from_bytes(tag.encode(), "big") for tag in DROPPED)
    for axis, value in face.axes.items():
        wanted.pin_axis_location(face.source, axis, value)
    cut: bytes = hb.subset(face.source, wanted).blob.data
    return ended(zlib.compress(cut)), len(cut)


def packed(pdf: pikepdf.Pdf, content: bytes, **entries: pikepdf.Object | int) -> pikepdf.Object:
    """Return the content as a compressed stream of the document."""
    return pdf.make_stream(ended(zlib.compress(content)), Filter=Name.FlateDecode, **entries)


def ended(content: bytes) -> bytes:
    """Return the content so that its end is not taken for the line end that follows a stream."""
    return content + b"\n" if content.endswith(b"\r") else content


def _utf16(text: str) -> str:
    return text.encode("utf-16-be").hex().upper()

"""Small pieces of WordprocessingML: words, colours, lengths and pictures in a line."""

from __future__ import annotations

import re
from xml.sax.saxutils import escape, quoteattr

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
WP = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
A = "http://schemas.openxmlformats.org/drawingml/2006/main"
PIC = "http://schemas.openxmlformats.org/drawingml/2006/picture"
SPACES = f'xmlns:w="{W}" xmlns:r="{R}" xmlns:wp="{WP}" xmlns:a="{A}" xmlns:pic="{PIC}"'
# What says that a picture tells nothing: Office 2019 and later.
DECORATIVE = (
    '<a:extLst><a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}"><adec:decorative '
    'xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/>'
    "</a:ext></a:extLst>"
)
FORMS = {"\u00ad": "softHyphen", "\n": "br", "\t": "tab"}
EMU_PER_MM, TWIPS_PER_MM, TWIPS_PER_POINT = 36_000, 1440 / 25.4, 20
INSET = 5  # pt between the words of a coloured paragraph and its edge
LANGUAGES = {
    "nb": "nb-NO",
    "nn": "nn-NO",
    "se": "se-NO",
    "en": "en-GB",
    "pl": "pl-PL",
    "uk": "uk-UA",
    "ar": "ar-SA",
    "so": "so-SO",
    "ti": "ti-ER",
    "lt": "lt-LT",
    "ur": "ur-PK",
    "tr": "tr-TR",
    "fa": "fa-IR",
    "th": "th-TH",
    "es": "es-ES",
}


def twips(mm: float) -> int:
    """Return the length in twentieths of a point."""
    return round(mm * TWIPS_PER_MM)


def tongue(code: str) -> str:
    """Return the language as Word names it."""
    return LANGUAGES.get(code, code)


def text(words: str) -> str:
    """Return the words as XML, with braces that are no openings of ours."""
    return escape(words).replace("{", "&#123;").replace("}", "&#125;")


def hexed(colour: str) -> str:
    """Return the colour as Word writes it."""
    return colour.lstrip("#").upper()


def shade(colour: str) -> str:
    """Return the colour as the ground of a paragraph or cell."""
    return f'<w:shd w:val="clear" w:color="auto" w:fill="{hexed(colour)}"/>'


def around(colour: str) -> str:
    """Return a frame in a paragraph's own colour, so that its words stand clear of the edge."""
    line = f'w:val="single" w:sz="4" w:space="{INSET}" w:color="{hexed(colour)}"'
    upper = line.replace(f'"{INSET}"', '"1"', 1)
    sides = (("top", upper), ("left", line), ("bottom", upper), ("right", line))
    return f"<w:pBdr>{''.join(f'<w:{side} {about}/>' for side, about in sides)}</w:pBdr>"


def inline(name: str, wide: float, high: float, alt: str = "") -> str:
    """Return a picture in a line of text; without words it is marked as decoration."""
    extent = f'cx="{round(wide * EMU_PER_MM)}" cy="{round(high * EMU_PER_MM)}"'
    told = attribute(alt)
    about = f'<wp:docPr id="{{docpr}}" name="PALS" descr={told}'
    about += "/>" if alt else f">{DECORATIVE}</wp:docPr>"
    return (
        f'<w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent {extent}/>'
        f'{about}<wp:cNvGraphicFramePr><a:graphicFrameLocks noChangeAspect="1"/>'
        f'</wp:cNvGraphicFramePr><a:graphic><a:graphicData uri="{PIC}"><pic:pic><pic:nvPicPr>'
        f'<pic:cNvPr id="0" name="PALS" descr={told}/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill>'
        f'<a:blip r:embed="{{rid:{name}}}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>'
        f'<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext {extent}/></a:xfrm><a:prstGeom prst="rect">'
        "<a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline>"
        "</w:drawing>"
    )


def attribute(words: str) -> str:
    """Return the words as the quoted value of an attribute."""
    return quoteattr(words).replace("{", "&#123;").replace("}", "&#125;")


def worded(words: str) -> str:
    """Return the words as what stands in a run: text, line breaks, tabs, soft hyphens."""
    parts = re.split("([\u00ad\n\t])", words)
    return "".join(
        f"<w:{FORMS[one]}/>" if one in FORMS else f'<w:t xml:space="preserve">{text(one)}</w:t>'
        for one in parts
        if one
    )

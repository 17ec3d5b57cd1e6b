"""A plausible insert: a picture beside the month's words, in a table of one row."""

import functools
import io
from pathlib import Path

from PIL import Image, ImageDraw

from pipeline import weekplan
from pipeline.readers.door import Source
from pipeline.weekplan import Insert, Laid, Words
from tests.weekplan.plans import WP, A, R, W

TWIPS = 1440 / 25.4
EMU = 36_000
PIC = "http://schemas.openxmlformats.org/drawingml/2006/picture"
NARROWEST = 30
MESSAGE = "Jeg inviterer andre med i leken."
MONTH = "desember"
WORDS = Words(
    "Månedens PALS",
    ("månedens pals", "månadens pals"),
    ("månedens pals", "månadens pals"),
    ("sosialt", "sosialt mål", "sosiale mål", "sosial kompetanse"),
)


@functools.cache
def drawing(colour: str = "#F2B705") -> bytes:
    """Return a PNG of a sun, as a pupil may have drawn it."""
    picture = Image.new("RGB", (240, 240), "white")
    pen = ImageDraw.Draw(picture)
    pen.ellipse((60, 60, 180, 180), fill=colour, outline="#8A5A00", width=5)
    for x, y in ((120, 8), (120, 232), (8, 120), (232, 120), (40, 40), (200, 200), (40, 200)):
        pen.line((120 + (x - 120) * 0.6, 120 + (y - 120) * 0.6, x, y), fill="#8A5A00", width=6)
    out = io.BytesIO()
    picture.save(out, "PNG")
    return out.getvalue()


def inserts(month: str = MONTH, message: str = MESSAGE, colour: str = "#F2B705"):
    """Return what makes the insert of a month for a width in mm."""

    def make(width: float) -> Insert | None:
        if width < NARROWEST:
            return None
        side = min(22.0, width / 3)
        lines = -(-len(message) * 2.6 // max(width - side - 6, 10))
        height = max(side + 2, 8 + lines * 5.5)
        return Insert(
            _markup(width, side, height, month, message), {"sol.png": drawing(colour)}, height
        )

    return make


def _markup(width: float, side: float, height: float, month: str, message: str) -> str:
    first, both = int((side + 3) * TWIPS), int(width * TWIPS)
    edge = '<w:{} w:val="single" w:sz="12" w:space="0" w:color="1F6E5A"/>'
    edges = "".join(edge.format(one) for one in ("top", "left", "bottom", "right"))
    emu = int(side * EMU)
    plain = '<w:spacing w:before="0" w:after="0" w:line="240" w:lineRule="auto"/>'
    picture = (
        f'<w:drawing><wp:inline xmlns:wp="{WP}"><wp:extent cx="{emu}" cy="{emu}"/><wp:docPr '
        f'id="{{docpr}}" name="Tegning" descr="En sol"/><a:graphic xmlns:a="{A}"><a:graphicData '
        f'uri="{PIC}"><pic:pic xmlns:pic="{PIC}"><pic:nvPicPr><pic:cNvPr id="{{docpr}}" '
        f'name="Tegning"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip xmlns:r="{R}" '
        'r:embed="{rid:sol.png}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr>'
        f'<a:xfrm><a:off x="0" y="0"/><a:ext cx="{emu}" cy="{emu}"/></a:xfrm><a:prstGeom '
        'prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic>'
        "</wp:inline></w:drawing>"
    )
    return (
        f'<w:tbl xmlns:w="{W}"><w:tblPr><w:tblW w:w="{both}" w:type="dxa"/><w:tblBorders>{edges}'
        '</w:tblBorders><w:tblLayout w:type="fixed"/><w:tblCellMar><w:left w:w="60" '
        'w:type="dxa"/><w:right w:w="60" w:type="dxa"/></w:tblCellMar></w:tblPr><w:tblGrid>'
        f'<w:gridCol w:w="{first}"/><w:gridCol w:w="{both - first}"/></w:tblGrid><w:tr><w:trPr>'
        f'<w:trHeight w:val="{int(height * TWIPS)}"/></w:trPr>'
        f'<w:tc><w:tcPr><w:tcW w:w="{first}" w:type="dxa"/><w:vAlign w:val="center"/></w:tcPr>'
        f"<w:p><w:pPr>{plain}</w:pPr><w:r>{picture}</w:r></w:p></w:tc>"
        f'<w:tc><w:tcPr><w:tcW w:w="{both - first}" w:type="dxa"/><w:vAlign w:val="center"/>'
        f'</w:tcPr><w:p><w:pPr>{plain}</w:pPr><w:r><w:rPr><w:b/><w:color w:val="1F6E5A"/><w:sz '
        f'w:val="22"/></w:rPr><w:t>Månedens PALS: {month}</w:t></w:r></w:p><w:p><w:pPr>{plain}'
        f'</w:pPr><w:r><w:rPr><w:b/><w:sz w:val="26"/></w:rPr><w:t>{message}</w:t></w:r></w:p>'
        "</w:tc></w:tr></w:tbl>"
    )


def source(content: bytes, name: str = "Ukeplan.docx") -> Source:
    return Source(Path(name), content)


def lay(content: bytes, at_end: bool = False, **month: str) -> Laid:
    return weekplan.lay(source(content), WORDS, inserts(**month), at_end)


def remove(content: bytes) -> Laid:
    return weekplan.remove(source(content), WORDS)

"""PNG picture of the first page, to look at on a screen or lay into a document."""

from __future__ import annotations

from contextlib import closing
from io import BytesIO
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PIL import Image

SUFFIX = "png"
PAPERS: tuple[type, ...] = ()
MADE_FROM = "pdf"
LONG_SIDE = 1600  # sharp on a projector; half a megabyte
QUALITY = 62
SMALL = (320, 453)  # pixels that a small picture has at most; some ten kilobytes
SHOWN = ("pdf", "png")  # formats that a small picture can be made from


def paint(pdf: bytes, long_side: int = LONG_SIDE) -> bytes:
    """Return page one in full colour as a PNG whose longer side is `long_side` pixels."""
    stream = BytesIO()
    _seen(pdf, long_side).save(stream, "PNG", compress_level=6)
    return stream.getvalue()


def _seen(pdf: bytes, long_side: int) -> Image.Image:
    """Return page one as pixels."""
    import pypdfium2

    with closing(pypdfium2.PdfDocument(pdf)) as document, closing(document[0]) as page:
        scale = long_side / max(page.get_size())
        with closing(page.render(scale=scale, rev_byteorder=True)) as bitmap:
            picture: Image.Image = bitmap.to_pil().convert("RGB")
    return picture


def small(content: bytes, ground: str = "#ffffff") -> tuple[bytes, int, int]:
    """Return page one of a PDF, or a picture on the ground, as a small WebP; its width and height.

    Nothing comes along but pixels.
    """
    from PIL import Image

    if content.startswith(b"%PDF"):
        plain = _seen(content, 2 * max(SMALL))
    else:
        with Image.open(BytesIO(content)) as opened:
            whole = opened.convert("RGBA")
        plain = Image.new("RGB", whole.size, ground)
        plain.paste(whole, mask=whole.getchannel("A"))
    plain.thumbnail(SMALL, Image.Resampling.LANCZOS, reducing_gap=2.0)
    stream = BytesIO()
    plain.save(stream, "WEBP", quality=QUALITY, method=3)
    return stream.getvalue(), plain.width, plain.height

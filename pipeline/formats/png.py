"""PNG picture of the first page, to look at on a screen or lay into a document."""

from __future__ import annotations

from contextlib import closing
from io import BytesIO

SUFFIX = "png"
PAPERS: tuple[type, ...] = ()
MADE_FROM = "pdf"
LONG_SIDE = 1600  # sharp on a projector; half a megabyte


def paint(pdf: bytes, long_side: int = LONG_SIDE) -> bytes:
    """Return page one in full colour as a PNG whose longer side is `long_side` pixels."""
    import pypdfium2

    with closing(pypdfium2.PdfDocument(pdf)) as document, closing(document[0]) as page:
        scale = long_side / max(page.get_size())
        with closing(page.render(scale=scale, rev_byteorder=True)) as bitmap:
            stream = BytesIO()
            bitmap.to_pil().convert("RGB").save(stream, "PNG", compress_level=6)
    return stream.getvalue()


SHOWN = ("pdf", "png")  # suffixes of what `small` can make a small picture of
SMALL = (320, 453)  # pixels that it has at most; some ten kilobytes
QUALITY = 62


def small(content: bytes, ground: str = "#ffffff") -> tuple[bytes, int, int]:
    """Return page one of a PDF, or a picture on the ground, as a small WebP; its width and height.

    Nothing comes along but pixels.
    """
    import pypdfium2
    from PIL import Image

    if content.startswith(b"%PDF"):
        with closing(pypdfium2.PdfDocument(content)) as document, closing(document[0]) as page:
            scale = 2 * max(SMALL) / max(page.get_size())
            with closing(page.render(scale=scale, rev_byteorder=True)) as bitmap:
                whole = bitmap.to_pil().convert("RGBA")
    else:
        with Image.open(BytesIO(content)) as opened:
            whole = opened.convert("RGBA")
    plain = Image.new("RGB", whole.size, ground)
    plain.paste(whole, mask=whole.getchannel("A"))
    plain.thumbnail(SMALL, Image.Resampling.LANCZOS, reducing_gap=2.0)
    stream = BytesIO()
    plain.save(stream, "WEBP", quality=QUALITY, method=3)
    return stream.getvalue(), plain.width, plain.height

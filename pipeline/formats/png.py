"""PNG picture of the first page, to look at on a screen or lay into a document."""

from __future__ import annotations

from contextlib import closing
from io import BytesIO
from typing import Any

SUFFIX = "png"
PAPERS: tuple[type, ...] = ()
MADE_FROM = "pdf"
LONG_SIDE = 1600  # sharp on a projector; half a megabyte
# What is smaller than an A4 is laid into documents: sharp in print, and of few bytes.
DPI, MOST = 300, 300_000
SHORT_A4, LONG_A4 = 595, 841  # pt
COLOURS = (256, 160, 96, 64)


def paint(pdf: bytes, long_side: int = 0) -> bytes:
    """Return page one as a PNG whose longer side is `long_side` pixels.

    Unless asked, a page as large as an A4 is LONG_SIDE pixels long, and a smaller one has DPI
    dots an inch and at most MOST bytes: with fewer colours where it must be.
    """
    import pypdfium2

    with closing(pypdfium2.PdfDocument(pdf)) as document, closing(document[0]) as page:
        low, high = sorted(page.get_size())
        slip = not long_side and (low < SHORT_A4 or high < LONG_A4)
        scale = DPI / 72 if slip else (long_side or LONG_SIDE) / high
        with closing(page.render(scale=scale, rev_byteorder=True)) as bitmap:
            image = bitmap.to_pil().convert("RGB")
    return _light(image) if slip else _saved(image)


def _light(image: Any) -> bytes:
    content = _saved(image, dpi=(DPI, DPI))
    for colours in COLOURS:
        if len(content) <= MOST:
            break
        content = _saved(image.quantize(colours, dither=0), dpi=(DPI, DPI))
    return content


def _saved(image: Any, **how: Any) -> bytes:
    stream = BytesIO()
    image.save(stream, "PNG", compress_level=6, **how)
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

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

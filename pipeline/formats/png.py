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
LONG_SIDE = 1240
ROOM = 300_000
COLOURS = (256, 64)
DEARER = 3  # how many times as large a page in full colour is at least, by trial


def paint(pdf: bytes, long_side: int = LONG_SIDE, room: int = ROOM) -> bytes:
    """Return page one as a PNG whose longer side is `long_side` pixels.

    It is given in full colour where that keeps within `room` bytes, else in fewer colours.
    """
    from PIL import Image

    image = _rendered(pdf, long_side)
    for colours in COLOURS:
        few = image.quantize(colours, Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE)
        packed = _packed(few)
        if len(packed) <= room:
            break
    if len(packed) * DEARER > room:
        return packed
    whole = _packed(image)
    return whole if len(whole) <= room else packed


def _rendered(pdf: bytes, long_side: int) -> Image.Image:
    import pypdfium2

    with closing(pypdfium2.PdfDocument(pdf)) as document, closing(document[0]) as page:
        scale = long_side / max(page.get_size())
        with closing(page.render(scale=scale, rev_byteorder=True)) as bitmap:
            image: Image.Image = bitmap.to_pil().convert("RGB")
    return image


def _packed(image: Image.Image) -> bytes:
    stream = BytesIO()
    image.save(stream, "PNG", compress_level=6)
    return stream.getvalue()

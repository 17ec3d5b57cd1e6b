"""PNG picture of the first page, to look at on a screen or lay into a document."""

from __future__ import annotations

import functools
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
FLAT, SKIPPED = 7, 8  # how many colours stay exact; how many pixels are passed over to find them
MANY = 2_000_000  # pixels: so many never have room in full colour


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
    """Return the picture with at most MOST bytes, if so few colours can make it that."""
    if image.width * image.height < MANY:
        content = _saved(image, dpi=(DPI, DPI))
        if len(content) <= MOST:
            return content
    for colours in COLOURS:
        content = _saved(_in_few(image, colours), dpi=(DPI, DPI))
        if len(content) <= MOST:
            break
    return content


def _in_few(image: Any, colours: int) -> Any:
    """Return the picture in so many colours; those of wide flat fields, white too, stay exact."""
    from PIL import Image

    sample = image.resize(
        (image.width // SKIPPED, image.height // SKIPPED), Image.Resampling.NEAREST
    )
    counted = sorted(sample.getcolors(sample.width * sample.height), reverse=True)
    flat = [colour for _, colour in counted[:FLAT]]
    few = image.quantize(colours - len(flat), Image.Quantize.FASTOCTREE, dither=0)
    free = colours - len(flat)
    palette = (few.getpalette() or [])[: 3 * free]
    palette += [0] * (3 * free - len(palette))
    bands = image.split()
    for at, colour in enumerate(flat, free):
        few.paste(at, mask=_where(bands, colour))
        palette += colour
    few.putpalette(palette)
    return few


def _where(bands: Any, colour: Any) -> Any:
    """Return a mask of the pixels that are of exactly that colour."""
    from PIL import ImageChops

    same = (
        band.point([255 * (one == value) for one in range(256)])
        for band, value in zip(bands, colour, strict=True)
    )
    return functools.reduce(ImageChops.darker, same)


def _saved(image: Any, **how: Any) -> bytes:
    stream = BytesIO()
    image.save(stream, "PNG", compress_level=6, **how)
    return stream.getvalue()


SHOWN = ("pdf", "png")  # suffixes of what `small` can make a small picture of
SMALL = (320, 453)  # pixels that it has at most; some ten kilobytes
QUALITY, METHOD = 62, 2  # the next method takes twice as long to save a thirtieth
SHARPER = 1.4  # it is painted so much larger, then made smaller


def small(content: bytes, ground: str = "#ffffff") -> tuple[bytes, int, int]:
    """Return page one of a PDF, or a picture on the ground, as a small WebP; its width and height.

    Nothing comes along but pixels.
    """
    from PIL import Image, WebPImagePlugin  # noqa: F401 (else Pillow loads all that it can write)

    if content.startswith(b"%PDF"):
        import pypdfium2

        with closing(pypdfium2.PdfDocument(content)) as document, closing(document[0]) as page:
            scale = SHARPER * max(SMALL) / max(page.get_size())
            with closing(page.render(scale=scale, rev_byteorder=True)) as bitmap:
                whole = bitmap.to_pil().convert("RGBA")
    else:
        with Image.open(BytesIO(content)) as opened:
            whole = opened.convert("RGBA")
    plain = Image.new("RGB", whole.size, ground)
    plain.paste(whole, mask=whole.getchannel("A"))
    plain.thumbnail(SMALL, Image.Resampling.LANCZOS, reducing_gap=2.0)
    stream = BytesIO()
    plain.save(stream, "WEBP", quality=QUALITY, method=METHOD)
    return stream.getvalue(), plain.width, plain.height

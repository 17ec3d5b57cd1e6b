"""Prepared pictures laid into a PDF: a JPEG as it is, a PNG with its transparency as a mask."""

from __future__ import annotations

import hashlib
import struct
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import pikepdf
from pikepdf import Dictionary, Name

from pipeline import cache
from pipeline.formats.pdf.typefaces import ended

if TYPE_CHECKING:
    from PIL import Image

JFIF, ICC, ADOBE = 0xE0, 0xE2, 0xEE
FRAMES = {0xC0, 0xC1, 0xC2}
BARE = {0x01, 0xD8, *range(0xD0, 0xD8)}
SCAN = 0xDA
QUALITY = 92
PNG = b"\x89PNG\r\n\x1a\n"
CHANNELS = {0: 1, 2: 3}
SPACES = {1: Name.DeviceGray, 3: Name.DeviceRGB}


class UnpreparedPicture(Exception):
    """A picture came here with more in it than its colours, or in a kind that is not laid in."""


class Pixels(NamedTuple):
    """Packed pixels, and how to unpack them."""

    width: int
    height: int
    channels: int
    filter: pikepdf.Name
    packed: bytes


def embedded(pdf: pikepdf.Pdf, path: Path) -> pikepdf.Object:
    """Return the picture in the file as an image of the document. Raises UnpreparedPicture."""
    content = path.read_bytes()
    if content.startswith(PNG):
        colours, mask = _png(content)
        image = _image(pdf, colours)
        if mask:
            image.SMask = _image(pdf, mask)
        return image
    return _image(pdf, _jpeg(path.name, content))


def _image(pdf: pikepdf.Pdf, pixels: Pixels) -> pikepdf.Object:
    image = pdf.make_stream(
        ended(pixels.packed),
        Type=Name.XObject,
        Subtype=Name.Image,
        Width=pixels.width,
        Height=pixels.height,
        BitsPerComponent=8,
        ColorSpace=SPACES[pixels.channels],
        Filter=pixels.filter,
    )
    if pixels.filter == Name.FlateDecode:
        image.DecodeParms = Dictionary(
            Predictor=15, Colors=pixels.channels, Columns=pixels.width, BitsPerComponent=8
        )
    return image


def _jpeg(name: str, content: bytes) -> Pixels:
    frame = None
    for kind, segment in _segments(name, content):
        if kind in FRAMES:
            frame = struct.unpack_from(">BHHB", segment)
        plain = kind in (JFIF, ADOBE) or (kind == ICC and segment.startswith(b"ICC_PROFILE\0"))
        if not plain and (0xE0 <= kind <= 0xEF or kind == 0xFE):
            raise UnpreparedPicture(f"{name} still carries notes (JPEG segment {kind:02X}).")
    if frame is None or frame[0] != 8 or frame[3] not in SPACES:
        raise UnpreparedPicture(f"{name} is not a JPEG in grey or RGB.")
    return Pixels(frame[2], frame[1], frame[3], Name.DCTDecode, content)


def _segments(name: str, content: bytes) -> Iterator[tuple[int, bytes]]:
    """Yield the kind and content of what comes before the picture's pixels."""
    at = 0
    while at + 4 <= len(content) and content[at] == 0xFF:
        kind = content[at + 1]
        if kind == SCAN:
            return
        if kind == 0xFF or kind in BARE:
            at += 1 if kind == 0xFF else 2
            continue
        (length,) = struct.unpack_from(">H", content, at + 2)
        yield kind, content[at + 4 : at + 2 + length]
        at += 2 + length
    raise UnpreparedPicture(f"{name} is neither a whole JPEG nor a PNG.")


def _png(content: bytes) -> tuple[Pixels, Pixels | None]:
    """Return the colours as they are packed, and the mask if there is one.

    PDF keeps colours and mask apart; a picture is taken apart once and the parts are kept.
    """
    pixels = _unwrapped(content)
    if pixels:
        return pixels, None
    digest = hashlib.sha256(content).hexdigest()[:32]
    parts = [cache.folder("masked") / f"{digest}-{part}" for part in ("colours", "mask")]
    if not all(part.exists() for part in parts):
        for part, packed in zip(parts, _apart(content), strict=True):
            cache.write(part, packed)
    colours, mask = (part.read_bytes() for part in parts)
    return _unwrapped(colours) or _jpeg(parts[0].name, colours), _unwrapped(mask)


def _apart(content: bytes) -> tuple[bytes, bytes]:
    """Return the colours, white where nothing shows, and a PNG of the mask.

    The colours of a scan take a third of the room as JPEG; those of plain art stay as they are.
    """
    from PIL import Image

    with Image.open(BytesIO(content)) as image:
        whole = image.convert("RGBA")
    mask = whole.getchannel("A")
    colours = Image.new("RGB", whole.size, "white")
    colours.paste(whole, mask=mask.point([0] + [255] * 255))
    exact = _saved(colours, "PNG")
    close = _saved(colours, "JPEG", quality=QUALITY, subsampling=0, optimize=True)
    return min(exact, close, key=len), _saved(mask, "PNG")


def _saved(image: Image.Image, kind: str, **how: int) -> bytes:
    stream = BytesIO()
    image.save(stream, kind, **how)
    return stream.getvalue()


def _unwrapped(content: bytes) -> Pixels | None:
    """Return the packed pixels of a PNG that needs no mask; None for anything else."""
    if not content.startswith(PNG):
        return None
    at, packed, head = len(PNG), [], (0, 0, 0, 0, 0, 0, 0)
    while at < len(content):
        (length,) = struct.unpack_from(">I", content, at)
        kind, chunk = content[at + 4 : at + 8], content[at + 8 : at + 8 + length]
        if kind == b"IHDR":
            head = struct.unpack(">IIBBBBB", chunk)
        elif kind == b"IDAT":
            packed.append(chunk)
        elif kind == b"tRNS":
            return None
        at += 12 + length
    width, height, depth, colour, _, _, woven = head
    if depth != 8 or colour not in CHANNELS or woven:
        return None
    return Pixels(width, height, CHANNELS[colour], Name.FlateDecode, b"".join(packed))

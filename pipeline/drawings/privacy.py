"""Finds what a picture file tells beside its pixels: place, time, device, names, remarks."""

from __future__ import annotations

import re

PNG_HEAD = b"\x89PNG\r\n\x1a\n"
PNG_PARTS = {b"IHDR", b"PLTE", b"tRNS", b"IDAT", b"IEND", b"pHYs"}
JPEG_NAMES = {0xE1: "EXIF or XMP", 0xE2: "colour profile", 0xED: "IPTC", 0xFE: "comment"}
SVG_TELLS = re.compile(rb"<!--|<metadata|<title|<desc|xmlns:(?!xlink)|Generator")


def leaks(content: bytes) -> tuple[str, ...]:
    """Return the names of the parts of a JPEG, PNG or SVG that are not its picture."""
    if content.startswith(b"\xff\xd8"):
        return _jpeg_leaks(content)
    if content.startswith(PNG_HEAD):
        return _png_leaks(content)
    if content.lstrip().startswith((b"<svg", b"<?xml")):
        return tuple(sorted({one.decode() for one in SVG_TELLS.findall(content)}))
    return ()


def _jpeg_leaks(content: bytes) -> tuple[str, ...]:
    """Walk over the segments up to the pixels, then look for something after the end."""
    found, at = [], 2
    while at + 4 <= len(content) and content[at] == 0xFF and content[at + 1] != 0xDA:
        kind, size = content[at + 1], int.from_bytes(content[at + 2 : at + 4], "big")
        if 0xE1 <= kind <= 0xEF or kind == 0xFE:
            found.append(JPEG_NAMES.get(kind, f"APP{kind - 0xE0}"))
        at += 2 + size
    if not content.endswith(b"\xff\xd9"):
        found.append("trailing bytes")
    return tuple(found)


def _png_leaks(content: bytes) -> tuple[str, ...]:
    """Walk over the chunks."""
    found, at = [], len(PNG_HEAD)
    while at + 8 <= len(content):
        size, kind = int.from_bytes(content[at : at + 4], "big"), content[at + 4 : at + 8]
        if kind not in PNG_PARTS:
            found.append(kind.decode("latin-1"))
        at += 12 + size
        if kind == b"IEND" and at < len(content):
            found.append("trailing bytes")
            break
    return tuple(found)

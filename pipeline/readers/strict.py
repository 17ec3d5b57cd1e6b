"""Turns Office files of the strict kind into the usual one, which the libraries know."""

from __future__ import annotations

import io
import zipfile

OURS = b"http://schemas.openxmlformats.org/"
STRICT = b"http://purl.oclc.org/ooxml/"
# Names of the strict kind that differ in more than their beginning.
NAMES = {
    b"officeDocument/customProperties": b"officeDocument/2006/custom-properties",
    b"officeDocument/extendedProperties": b"officeDocument/2006/extended-properties",
    b"officeDocument/relationships/metadata/core-properties": b"package/2006/relationships"
    b"/metadata/core-properties",
    b"drawingml/wordprocessingDrawing": b"drawingml/2006/wordprocessingDrawing",
    b"drawingml/spreadsheetDrawing": b"drawingml/2006/spreadsheetDrawing",
}
ROOMS = (b"wordprocessingml", b"spreadsheetml", b"officeDocument", b"drawingml", b"schemaLibrary")


def usual(data: bytes) -> bytes:
    """Return an Office file that was let in, with the usual names in all of its markup."""
    with zipfile.ZipFile(io.BytesIO(data)) as packed:
        parts = {name: packed.read(name) for name in packed.namelist()}
    if not any(STRICT in part for part in parts.values()):
        return data
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as packed:
        for name, part in parts.items():
            packed.writestr(name, _renamed(part) if STRICT in part else part)
    return out.getvalue()


def _renamed(part: bytes) -> bytes:
    for strict, ours in NAMES.items():
        part = part.replace(STRICT + strict, OURS + ours)
    for room in ROOMS:
        part = part.replace(STRICT + room, OURS + room + b"/2006")
    return part

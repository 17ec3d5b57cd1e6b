"""Lets a file in, or says in words why not: its size, its true kind, and what lies packed in it."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from xml.parsers import expat

from pipeline.problems import Faults, Phrase, Place, fault, phrase

MEGABYTE = 1_000_000
LARGEST_PACKED = 40 * MEGABYTE
LARGEST_UNPACKED = 80 * MEGABYTE
LARGEST_XML = 12 * MEGABYTE
MOST_PARTS = 3_000
DEEPEST_XML = 120
MOST_ELEMENTS = 30_000

SAVE_AGAIN = phrase("Open it in the program it was made with, and save it again under a new name.")
SAVE_WORD = phrase("Open it in Word or LibreOffice, and save it as a Word document (.docx).")
SAVE_EXCEL = phrase("Open it in Excel or LibreOffice, and save it as a workbook (.xlsx).")
UNLOCK = phrase("Open it with its password, take the password off, and save it again.")
TAKE_OUT = phrase("Copy the matrix alone into a new document, and give that.")

OLD_OFFICE = b"\xd0\xcf\x11\xe0"
PICTURE = phrase("this is in truth a picture.")
WEB_PAGE = phrase("this is in truth a web page.")
TOO_MUCH = phrase("there is far more packed in this file than a matrix needs.")
LOCKED = phrase("the file is locked with a password.")
# How many elements the parts that hold the text may have.
MOST_OF_TEXT = {"word/": 250_000, "xl/worksheets/": 100_000, "xl/sharedstrings": 100_000}
# The first bytes of a file, and what they say it is.
KINDS = {
    b"PK": phrase("this is in truth a packed file (.zip, .docx, .xlsx)."),
    b"%PDF": phrase("this is in truth a PDF."),
    b"{\\rtf": phrase("this is in truth a rich text file (.rtf)."),
    b"\x89PNG": PICTURE,
    b"\xff\xd8\xff": PICTURE,
    b"GIF8": PICTURE,
    b"<!DOCTYPE html": WEB_PAGE,
    b"<!doctype html": WEB_PAGE,
    b"<html": WEB_PAGE,
    OLD_OFFICE: phrase("this is in truth a file of the old Office kind (.doc, .xls)."),
}
# The part of a packed file that tells its kind.
PACKED = {
    "word/document.xml": phrase("this is in truth a Word document."),
    "xl/workbook.xml": phrase("this is in truth an Excel workbook."),
    "ppt/presentation.xml": phrase("this is in truth a PowerPoint presentation."),
    "mimetype": phrase("this is in truth an OpenDocument file (.odt, .ods)."),
}

_Start = Callable[[str, dict[str, str]], None]
_End = Callable[[str], None]


@dataclass(frozen=True)
class Source:
    """A file that was let in: its whole content, and the place that names it."""

    path: Path
    data: bytes

    @property
    def place(self) -> Place:
        """The file as a place."""
        return Place(self.path.name)


PICK = phrase("Give the file that the matrices are written in.")


def take_in(path: Path, most: int = LARGEST_PACKED, pick: Phrase = PICK) -> Source:
    """Return the content, or raise Faults for no file, an empty one or one over `most` bytes.

    `pick` is the mend where there is nothing to read.
    """
    place = Place(path.name)
    try:
        if path.is_dir():
            raise fault(place, phrase("this is a folder, not a file."), pick)
        if not path.is_file():
            raise fault(place, phrase("there is no such file."), pick)
        with path.open("rb") as file:
            data = file.read(most + 1)
    except (OSError, ValueError):
        close = phrase("See that the name is right, and that you may open it.")
        raise fault(place, phrase("the file can not be opened."), close) from None
    if len(data) > most:
        what = phrase("the file is larger than {most} MB.", most=most // MEGABYTE)
        raise fault(place, what, TAKE_OUT)
    if not data.strip(b"\0 \t\r\n"):
        raise fault(place, phrase("the file is empty."), pick)
    return Source(path, data)


def kind_of(data: bytes) -> Phrase | None:
    """Return what the first bytes say that the file is, if they say it."""
    start = data[:64].lstrip()
    return next((kind for sign, kind in KINDS.items() if start.startswith(sign)), None)


def refuse_other_kinds(source: Source, mend: Phrase) -> None:
    """Raise Faults where a file of plain text was promised and another kind lies there."""
    kind = kind_of(source.data)
    if kind:
        raise fault(source.place, kind, mend)


def damaged(place: Place) -> Faults:
    """Return the fault of a file whose content does not hang together."""
    return fault(place, phrase("the file is damaged and can not be read."), SAVE_AGAIN)


@dataclass
class Parts:
    """What was seen in a packed file while it was let in; `xml` counts bytes of markup."""

    names: tuple[str, ...] = ()
    xml: int = 0
    attributes: dict[str, list[Mapping[str, str]]] = field(default_factory=dict)


def unpack(source: Source, main: str, mend: Phrase, watch: frozenset[str] = frozenset()) -> Parts:
    """Look through an Office file whose main part is `main`, or raise Faults with `mend`.

    No library sees the file before this: sizes are added up, every part is parsed as a stream,
    and definitions of entities are refused. The attributes of elements named in `watch` are kept.
    """
    place = source.place
    if not source.data.startswith(b"PK"):
        raise _not_packed(source, mend)
    try:
        with zipfile.ZipFile(io.BytesIO(source.data)) as packed:
            parts = Parts(tuple(packed.namelist()))
            _weigh(packed, place)
            _refuse_mistaken(parts, main, place, mend)
            for info in packed.infolist():
                _look_through(info.filename, packed.read(info), place, watch, parts)
    except (zipfile.BadZipFile, zlib.error, EOFError, ValueError, KeyError, OverflowError):
        raise damaged(place) from None
    except (OSError, NotImplementedError, RuntimeError, struct.error):
        raise damaged(place) from None
    return parts


def _not_packed(source: Source, mend: Phrase) -> Faults:
    kind = kind_of(source.data)
    if kind is KINDS[OLD_OFFICE] and "EncryptedPackage".encode("utf-16-le") in source.data:
        return fault(source.place, LOCKED, UNLOCK)
    return fault(source.place, kind, mend) if kind else damaged(source.place)


def _weigh(packed: zipfile.ZipFile, place: Place) -> None:
    infos = packed.infolist()
    if any(info.flag_bits & 1 for info in infos):
        raise fault(place, LOCKED, UNLOCK)
    usual = {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}
    doubled = len({info.filename for info in infos}) < len(infos)
    if doubled or any(info.compress_type not in usual for info in infos):
        raise damaged(place)
    markup = sum(info.file_size for info in infos if _is_markup(info.filename))
    unpacked = sum(info.file_size for info in infos)
    if markup > LARGEST_XML or unpacked > LARGEST_UNPACKED or len(infos) > MOST_PARTS:
        raise fault(place, TOO_MUCH, TAKE_OUT)


def _refuse_mistaken(parts: Parts, main: str, place: Place, mend: Phrase) -> None:
    if main in parts.names:
        return
    kind = next((kind for name, kind in PACKED.items() if name in parts.names), None)
    if kind or "[Content_Types].xml" not in parts.names:
        raise fault(place, kind or KINDS[b"PK"], mend)


def _is_markup(name: str) -> bool:
    return name.lower().endswith((".xml", ".rels", ".vml"))


def _look_through(
    name: str, data: bytes, place: Place, watch: frozenset[str], parts: Parts
) -> None:
    """Parse one part whatever its name: a relationship may point a library to any of them."""
    kinds = (most for start, most in MOST_OF_TEXT.items() if name.lower().startswith(start))
    most = next(kinds, MOST_ELEMENTS)
    depth = count = 0

    def start(tag: str, attributes: dict[str, str]) -> None:
        nonlocal depth, count
        depth, count = depth + 1, count + 1
        if depth > DEEPEST_XML or count > most:
            raise fault(place, TOO_MUCH, TAKE_OUT)
        local = tag.rpartition(" ")[2]
        if local in watch:
            parts.attributes.setdefault(local, []).append(attributes)

    def end(_tag: str) -> None:
        nonlocal depth
        depth -= 1

    if _parse(data, place, start, end):
        parts.xml += len(data)
    elif _is_markup(name):
        raise damaged(place)
    if parts.xml > LARGEST_XML:
        raise fault(place, TOO_MUCH, TAKE_OUT)


def _parse(data: bytes, place: Place, start: _Start, end: _End) -> bool:
    """Run through XML and tell whether it is whole; raise Faults where it defines entities."""

    def define(*_facts: object) -> None:
        what = phrase("the file carries definitions that no Office program writes.")
        raise fault(place, what, SAVE_AGAIN)

    parser = expat.ParserCreate(namespace_separator=" ")
    parser.StartElementHandler, parser.EndElementHandler = start, end
    parser.EntityDeclHandler = define
    try:
        parser.Parse(data, True)
    except (expat.ExpatError, LookupError, ValueError):
        return False
    return True

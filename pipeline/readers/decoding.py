"""Finds out in which letters a file of plain text was written, and says so where it is a guess."""

from __future__ import annotations

from pipeline.problems import Gathered, Phrase, fault, phrase
from pipeline.readers.door import Source

# The ways of the West's programs before UTF-8: Windows, the Mac, and Windows' black window.
OLDER = {"cp1252": "Windows-1252", "mac_roman": "Mac Roman", "cp850": "DOS 850"}
LIKELY = frozenset("æøåÆØÅéèêóòôäöüÄÖÜáàâčđŋšŧž–—“”„‘’«»•…·°§½\u00a0")
SAMPLE = 50_000


def decoded(source: Source, mend: Phrase, notes: Gathered) -> str:
    """Return the text of a file, or raise Faults with `mend` where it is none."""
    data = source.data
    for encoding in _certain(data):
        try:
            return data.decode(encoding).removeprefix("\ufeff")
        except UnicodeDecodeError:
            continue
    if b"\0" in data:
        raise fault(source.place, phrase("the letters in this file can not be read."), mend)
    encoding = max(OLDER, key=lambda one: _likeness(data, one))
    what = phrase("the letters were read as {encoding}.", encoding=OLDER[encoding])
    notes.advise(source.place, what, phrase("See that æ, ø and å are right, or save it in UTF-8."))
    return data.decode(encoding, "replace")


def _certain(data: bytes) -> tuple[str, ...]:
    """Return the ways that would fail if they were wrong."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return ("utf-16",)
    if b"\0" in data:
        even, odd = data[:SAMPLE:2].count(0), data[1:SAMPLE:2].count(0)
        if max(even, odd) * 3 < len(data[:SAMPLE]):
            return ()
        return ("utf-16-be",) if even > odd else ("utf-16-le",)
    return ("utf-8-sig",)


def _likeness(data: bytes, encoding: str) -> float:
    """Tell how many of the letters beyond plain ASCII are such as schools write."""
    text = bytes(one for one in data[:SAMPLE] if one > 0x7F).decode(encoding, "replace")
    return sum(1 if letter in LIKELY else -1 for letter in text) / max(1, len(text))

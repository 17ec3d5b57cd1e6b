"""Word documents (.docx): every table and line, with the headings above it."""

from __future__ import annotations

import io
from typing import Any

from pipeline.readers import strict
from pipeline.readers.door import SAVE_WORD, Source, damaged, unpack
from pipeline.readers.grid import Found
from pipeline.readers.word.styles import Styles
from pipeline.readers.word.walk import Walk

SUFFIXES = (".docx",)


def grids(source: Source) -> Found:
    """Return the tables and lines of a document, and notes on what it holds besides."""
    unpack(source, "word/document.xml", SAVE_WORD)
    body, styles = _open(source)
    walk = Walk(source.place, Styles.of(styles))
    walk.through(body)
    walk.note_what_is_lost(body)
    return Found(tuple(walk.blocks), tuple(walk.notes))


def _open(source: Source) -> tuple[Any, Any]:
    """Return the elements that hold the text and the styles."""
    from docx import Document

    try:
        document = Document(io.BytesIO(strict.usual(source.data)))
        body, styles = document.element.body, document.styles.element
    except Exception:  # the library lets every error of a broken package through as it comes
        raise damaged(source.place) from None
    if body is None:
        raise damaged(source.place)
    return body, styles

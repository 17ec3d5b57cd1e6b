"""Word document to edit: real styles, letterhead and lists, with the faces in the file."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from pipeline.paper.flow import Flow
from pipeline.paper.sheet import Picture

SUFFIX = "docx"
PAPERS = (Flow,)
MADE_FROM = ""


def paint(paper: Flow, pictures: Callable[[Picture, float], Path]) -> bytes:
    """Return the paper as a Word document; `pictures` gives each picture's JPEG or PNG."""
    from pipeline.formats.docx.document import written
    from pipeline.formats.docx.narrow import parted
    from pipeline.paper.held import held

    return written(parted(held(paper)), pictures)

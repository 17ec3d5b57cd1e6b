"""PDF for print and screen, tagged so that it can be read aloud."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from pipeline.paper.sheet import Picture, Sheets

SUFFIX = "pdf"
PAPERS = (Sheets,)
MADE_FROM = ""


def paint(paper: Sheets, pictures: Callable[[Picture], Path]) -> bytes:
    """Return the paper as a PDF; `pictures` gives each picture's prepared JPEG or PNG file.

    Raises UnpreparedPicture where such a file holds more than its colours.
    """
    from pipeline.formats.pdf.painter import Painter

    return Painter(pictures).paint(paper)

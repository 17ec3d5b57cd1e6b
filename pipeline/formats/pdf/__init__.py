"""PDF for print and screen, tagged so that it can be read aloud."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from pipeline.paper.sheet import Picture, Sheets

SUFFIX = "pdf"
PAPERS = (Sheets,)
MADE_FROM = ""


def paint(paper: Sheets, pictures: Callable[[Picture, float], Path]) -> bytes:
    """Return the paper as a PDF; `pictures` gives each picture's JPEG or PNG, turned by degrees.

    Raises UnpreparedPicture where such a file holds more than its colours.
    """
    from pipeline.formats.pdf.painter import Painter

    return Painter(pictures).paint(paper)

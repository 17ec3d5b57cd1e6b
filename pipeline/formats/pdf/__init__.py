"""PDF for print and screen, tagged so that it can be read aloud."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from pipeline.paper.flow import Flow
from pipeline.paper.sheet import Picture, Sheets

SUFFIX = "pdf"
PAPERS = (Sheets, Flow)
MADE_FROM = ""


def paint(paper: Sheets | Flow, pictures: Callable[[Picture, float], Path]) -> bytes:
    """Return the paper as a PDF; `pictures` gives each picture's JPEG or PNG, turned by degrees.

    A text that runs on is set into pages first. Raises UnpreparedPicture where such a file holds
    more than its colours.
    """
    from pipeline.formats.pdf.painter import Painter

    if isinstance(paper, Flow):
        from pipeline.paper.setting import set_pages

        paper = set_pages(paper)
    return Painter(pictures).paint(paper)

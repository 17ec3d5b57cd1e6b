"""HTML for mail and web: one file that needs nothing else, on a phone too."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from pipeline.paper.flow import Flow
from pipeline.paper.sheet import Picture

SUFFIX = "html"
PAPERS = (Flow,)
MADE_FROM = ""


def paint(paper: Flow, pictures: Callable[[Picture, float], Path]) -> bytes:
    """Return the paper as one page; `pictures` gives each picture's JPEG or PNG."""
    from pipeline.formats.html.page import page
    from pipeline.paper.held import held

    return page(held(paper), pictures).encode("utf-8")

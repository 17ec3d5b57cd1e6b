"""PowerPoint slides with words and shapes to edit, layouts of their own and notes."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from pipeline.paper.sheet import SLIDES, Picture, Sheets

SUFFIX = "pptx"
PAPERS = (Sheets,)
SIZES = tuple(SLIDES)
MADE_FROM = ""


def paint(paper: Sheets, pictures: Callable[[Picture, float], Path]) -> bytes:
    """Return the paper as a presentation; `pictures` gives each picture's prepared file."""
    from pipeline.formats.pptx.presentation import presented

    return presented(paper, pictures)

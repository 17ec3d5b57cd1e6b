"""The program's own small drawings as pictures, for papers that know no paths."""

from __future__ import annotations

import functools
from pathlib import Path

from pipeline.paper.outlines import rectangle
from pipeline.paper.sheet import Box, Group, Shape, Sheet, Sheets

DOTS = 24  # for each mm, so that the edges are smooth in print


@functools.lru_cache(maxsize=64)
def painted(shapes: tuple[Shape, ...], size: tuple[float, float], ground: str = "#ffffff") -> bytes:
    """Return the shapes on their ground as a PNG; `size` is width and height in mm."""
    from pipeline.formats.pdf.painter import Painter
    from pipeline.formats.png import paint

    below = Shape(rectangle(Box(0, 0, *size)), fill=ground)
    paper = Sheets("PALS", "nb", (Sheet(*size, (Group("decoration", (below, *shapes)),)),))

    def none(*_: object) -> Path:
        raise LookupError("A mark holds no pictures.")

    return paint(Painter(none).paint(paper), round(max(size) * DOTS))

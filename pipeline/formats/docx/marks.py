"""The program's own small drawings as pictures, for papers that know no paths."""

from __future__ import annotations

import functools
from pathlib import Path

from pipeline.paper.flow import Mark
from pipeline.paper.outlines import rectangle
from pipeline.paper.sheet import Box, Group, Shape, Sheet, Sheets

DOTS = 24  # for each mm, so that the edges are smooth in print


@functools.lru_cache(maxsize=64)
def painted(mark: Mark) -> bytes:
    """Return the mark as a PNG on its ground."""
    from pipeline.formats.pdf.painter import Painter
    from pipeline.formats.png import paint

    ground = Shape(rectangle(Box(0, 0, mark.side, mark.side)), fill=mark.ground)
    group = Group("decoration", (ground, *mark.shapes))
    paper = Sheets("PALS", "nb", (Sheet(mark.side, mark.side, (group,)),))

    def none(*_: object) -> Path:
        raise LookupError("A mark holds no pictures.")

    return paint(Painter(none).paint(paper), round(mark.side * DOTS))

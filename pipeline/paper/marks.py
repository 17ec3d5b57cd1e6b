"""The marks of what has changed: each kind has a shape of its own, and is never told by colour."""

from __future__ import annotations

from pipeline.paper.outlines import Path, ellipse
from pipeline.paper.sheet import Box, Group, Shape, Step
from pipeline.paper.theme import Look

GRID = 24.0
# On a square of 24: what stands white on the disc of each kind.
CUTS: dict[str, tuple[tuple[tuple[float, float], ...], ...]] = {
    "new": (
        ((10.4, 5), (13.6, 5), (13.6, 19), (10.4, 19)),
        ((5, 10.4), (19, 10.4), (19, 13.6), (5, 13.6)),
    ),
    "changed": (((15.2, 5.2), (18.8, 8.8), (9.4, 18.2), (4.9, 19.1), (5.8, 14.6)),),
    "moved": (((5, 10.4), (12, 10.4), (12, 6), (19.4, 12), (12, 18), (12, 13.6), (5, 13.6)),),
    "gone": (((5, 10.4), (19, 10.4), (19, 13.6), (5, 13.6)),),
}


def mark_of(kind: str, box: Box, look: Look) -> Group:
    """Return the mark of a kind of change: plus, pencil, arrow or minus on a disc; gone: a ring."""
    is_gone = kind == "gone"
    line = box.w * 0.08
    ring = Shape(ellipse(box.inset(line / 2, line / 2)), look.card, look.quiet, line)
    disc = ring if is_gone else Shape(ellipse(box), fill=look.ink)
    colour = look.quiet if is_gone else look.card
    cuts = (Shape(_polygon(points, box), fill=colour) for points in CUTS[kind])
    return Group("decoration", (disc, *cuts))


def _polygon(points: tuple[tuple[float, float], ...], box: Box) -> Path:
    scale = box.w / GRID
    steps: list[Step] = []
    for x, y in points:
        steps.append(("L" if steps else "M", (box.x + x * scale, box.y + y * scale)))
    return (*steps, ("Z", ()))

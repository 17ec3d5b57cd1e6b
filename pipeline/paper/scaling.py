"""Things on a sheet made smaller or larger, and moved, so that a sheet can stand on another."""

from __future__ import annotations

import functools
from dataclasses import replace

from pipeline.paper.outlines import Path
from pipeline.paper.sheet import Box, Group, Item, Letters, Picture, Row, Shape, Step, Text


def placed(item: Item, scale: float, dx: float, dy: float) -> Item:
    """Return the item scaled about the page's corner, then moved by mm to the right and down."""
    match item:
        case Group():
            kids = tuple(placed(kid, scale, dx, dy) for kid in item.items)
            x, y = item.about
            return replace(item, items=kids, about=(x * scale + dx, y * scale + dy))
        case Shape():
            return replace(item, path=_path(item.path, scale, dx, dy), width=item.width * scale)
        case Picture():
            return replace(item, box=_box(item.box, scale, dx, dy), radius=item.radius * scale)
        case Text():
            return replace(
                item,
                box=_box(item.box, scale, dx, dy),
                letters=_letters(item.letters, scale),
                leading=item.leading * scale,
                baseline=item.baseline * scale + dy,
            )
        case Row():
            pieces = tuple(
                replace(
                    one,
                    letters=_letters(one.letters, scale),
                    x=one.x * scale + dx,
                    width=one.width * scale,
                )
                for one in item.pieces
            )
            return Row(_box(item.box, scale, dx, dy), pieces, item.baseline * scale + dy)


def _box(box: Box, scale: float, dx: float, dy: float) -> Box:
    return Box(box.x * scale + dx, box.y * scale + dy, box.w * scale, box.h * scale)


def _letters(letters: Letters, scale: float) -> Letters:
    return replace(letters, size=letters.size * scale)


@functools.lru_cache(maxsize=1 << 11)  # slides have much in common, and few places
def _path(path: Path, scale: float, dx: float, dy: float) -> Path:
    """Return the path at its new place; nearly all of a slide is lines and curves."""
    done: list[Step] = []
    for verb, at in path:
        if verb == "C":
            a, b, c, d, e, f = at
            curve = a * scale + dx, b * scale + dy, c * scale + dx, d * scale + dy
            done.append((verb, (*curve, e * scale + dx, f * scale + dy)))
        else:
            done.append((verb, (at[0] * scale + dx, at[1] * scale + dy) if at else at))
    return tuple(done)

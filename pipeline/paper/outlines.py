"""Paths that the program draws: plain figures, the poster's curve, the values' eight shapes."""

from __future__ import annotations

import functools
import itertools
import math
import re
from collections.abc import Iterable, Sequence

from pipeline.paper.sheet import Box, Shape, Step

GRID = 24.0  # the shapes are drawn on a square of so many units
# A quarter of a circle as one curve: Riškus 2006, Information Technology and Control 35(4).
ROUND = 0.5522847498
Path = tuple[Step, ...]


def rectangle(box: Box) -> Path:
    """Return the path around the box."""
    return rounded(box, (0, 0, 0, 0))


def rounded(box: Box, radius: float | tuple[float, float, float, float]) -> Path:
    """Return the path around the box with round corners: one radius, or four from the top left."""
    given = radius if isinstance(radius, tuple) else (radius,) * 4
    tl, tr, br, bl = (min(one, box.w / 2, box.h / 2) for one in given)
    x, y, right, bottom = box.x, box.y, box.right, box.bottom
    k = 1 - ROUND
    path: list[Step] = [("M", (x + tl, y)), ("L", (right - tr, y))]
    if tr:
        path.append(("C", (right - tr * k, y, right, y + tr * k, right, y + tr)))
    path.append(("L", (right, bottom - br)))
    if br:
        path.append(("C", (right, bottom - br * k, right - br * k, bottom, right - br, bottom)))
    path.append(("L", (x + bl, bottom)))
    if bl:
        path.append(("C", (x + bl * k, bottom, x, bottom - bl * k, x, bottom - bl)))
    path.append(("L", (x, y + tl)))
    if tl:
        path.append(("C", (x, y + tl * k, x + tl * k, y, x + tl, y)))
    return (*path, ("Z", ()))


def ellipse(box: Box) -> Path:
    """Return the ellipse that fills the box."""
    cx, cy, rx, ry = box.x + box.w / 2, box.y + box.h / 2, box.w / 2, box.h / 2
    kx, ky = rx * ROUND, ry * ROUND
    return (
        ("M", (cx - rx, cy)),
        ("C", (cx - rx, cy - ky, cx - kx, cy - ry, cx, cy - ry)),
        ("C", (cx + kx, cy - ry, cx + rx, cy - ky, cx + rx, cy)),
        ("C", (cx + rx, cy + ky, cx + kx, cy + ry, cx, cy + ry)),
        ("C", (cx - kx, cy + ry, cx - rx, cy + ky, cx - rx, cy)),
        ("Z", ()),
    )


def field_above(width: float, edge: float, rise: float) -> Path:
    """Return the field over a page's top, down to `edge`, by `rise` less in the middle."""
    up = edge - rise * 4 / 3
    curve: Step = ("C", (width * 2 / 3, up, width / 3, up, 0, edge))
    return (("M", (0, 0)), ("L", (width, 0)), ("L", (width, edge)), curve, ("Z", ()))


def field_within(box: Box, radius: float, rise: float) -> Path:
    """Return the field that fills a frame's top, round as its corners, by `rise` less below."""
    up = box.bottom - rise * 4 / 3
    curve: Step = ("C", (box.right - box.w / 3, up, box.x + box.w / 3, up, box.x, box.bottom))
    around = rounded(box, (radius, radius, 0, 0))
    return tuple(curve if step == ("L", (box.x, box.bottom)) else step for step in around)


def field_beside(height: float, edge: float, rise: float) -> Path:
    """Return the field over a page's left, out to `edge`, by `rise` less in the middle."""
    across = edge - rise * 4 / 3
    curve: Step = ("C", (across, height / 3, across, height * 2 / 3, edge, height))
    return (("M", (0, 0)), ("L", (edge, 0)), curve, ("L", (0, height)), ("Z", ()))


def edge_of(field: Path) -> Path:
    """Return only the curved edge of a field."""
    at = next(index for index, (kind, _) in enumerate(field) if kind == "C")
    return (("M", field[at - 1][1]), field[at])


def aside(field: Path, left: float, right: float) -> tuple[Path, Path]:
    """Return the edge of a field above, before `left` and after `right`: nothing between."""
    (_, start), (_, (x1, y1, x2, y2, x3, y3)) = edge_of(field)
    points = (start, (x1, y1), (x2, y2), (x3, y3))  # their x go evenly from the right edge to 0
    wide = start[0]
    return _part(points, 1 - left / wide, 1.0), _part(points, 0.0, 1 - right / wide)


def _part(points: Sequence[Sequence[float]], first: float, last: float) -> Path:
    """Return the part of a curve between two of its times, after de Casteljau."""

    def at(*times: float) -> tuple[float, float]:
        left = [(x, y) for x, y in points]
        for t in times:
            left = [
                (ax + (bx - ax) * t, ay + (by - ay) * t)
                for (ax, ay), (bx, by) in itertools.pairwise(left)
            ]
        return left[0]

    ends = (at(first, first, last), at(first, last, last), at(last, last, last))
    return (("M", at(first, first, first)), ("C", tuple(one for point in ends for one in point)))


def _read(written: str) -> Path:
    """Return the path that is written as letters and numbers, such as "M 0 0 L 1 1 Z"."""
    found = re.findall(r"([MLCZ])([^MLCZ]*)", written)
    return tuple((kind, tuple(map(float, numbers.split()))) for kind, numbers in found)


def _rod(x1: float, y1: float, x2: float, y2: float, radius: float) -> Path:
    """Return a rod with round ends from the one point to the other."""
    long = math.hypot(x2 - x1, y2 - y1)
    ux, uy = (x2 - x1) / long * radius, (y2 - y1) / long * radius
    k = ROUND
    return (
        ("M", (x1 - uy, y1 + ux)),
        ("C", _points(x1, y1, (-1, -k, ux, uy), (-k, -1, ux, uy), (0, -1, ux, uy))),
        ("C", _points(x1, y1, (k, -1, ux, uy), (1, -k, ux, uy), (1, 0, ux, uy))),
        ("L", (x2 + uy, y2 - ux)),
        ("C", _points(x2, y2, (1, k, ux, uy), (k, 1, ux, uy), (0, 1, ux, uy))),
        ("C", _points(x2, y2, (-k, 1, ux, uy), (-1, k, ux, uy), (-1, 0, ux, uy))),
        ("Z", ()),
    )


def _points(x: float, y: float, *offsets: tuple[float, float, float, float]) -> tuple[float, ...]:
    """Return points given as steps across and along the direction (ux, uy) from x, y."""
    return tuple(
        one
        for across, along, ux, uy in offsets
        for one in (x + across * uy + along * ux, y - across * ux + along * uy)
    )


def _softened(corners: Sequence[tuple[float, float]], radii: Sequence[float]) -> Path:
    """Return the polygon with each corner rounded off, beginning `radius` before it."""
    steps: list[Step] = []
    for at, (x, y) in enumerate(corners):
        radius = radii[at % len(radii)]
        near: list[tuple[float, float]] = []
        for nx, ny in (corners[at - 1], corners[(at + 1) % len(corners)]):
            share = radius / math.hypot(nx - x, ny - y)
            near.append((x + (nx - x) * share, y + (ny - y) * share))
        (ax, ay), (bx, by) = near
        steps.append(("L" if steps else "M", (ax, ay)))
        third = (
            ax + 2 * (x - ax) / 3,
            ay + 2 * (y - ay) / 3,
            bx + 2 * (x - bx) / 3,
            by + 2 * (y - by) / 3,
        )
        steps.append(("C", (*third, bx, by)))
    return (*steps, ("Z", ()))


def _star() -> Path:
    turns = [(step, math.pi * step / 5) for step in range(10)]
    corners = [
        (12 + r * math.sin(turn), 12.9 - r * math.cos(turn))
        for step, turn in turns
        for r in (6.0 if step % 2 else 12.0,)
    ]
    return _softened(corners, (2.6, 1.2))


def _rays() -> Iterable[Path]:
    for step in range(8):
        across, up = math.sin(math.pi * step / 4), -math.cos(math.pi * step / 4)
        yield _rod(12 + 8.3 * across, 12 + 8.3 * up, 12 + 10.4 * across, 12 + 10.4 * up, 1.25)


def _dot(x: float, y: float, radius: float) -> Path:
    return ellipse(Box(x - radius, y - radius, 2 * radius, 2 * radius))


Layers = tuple[
    tuple[bool, Path], ...
]  # True: in the colour; False: in the ground's colour, over it


@functools.cache
def _layers(name: str) -> Layers:
    """Return what the value shape of that name is made of, on the grid."""
    return tuple((is_body, path) for is_body, paths in _DRAWN[name]() for path in paths)


def _bubble() -> Iterable[tuple[bool, Iterable[Path]]]:
    body = (
        "M 6 3.2 L 18 3.2 C 20.2 3.2 22 5 22 7.2 L 22 13.2 C 22 15.4 20.2 17.2 18 17.2 L 11.6 17.2 "
        "L 7.4 21.4 C 6.8 22 5.8 21.6 5.8 20.7 L 5.8 17.2 C 3.7 17.1 2 15.3 2 13.2 L 2 7.2 "
        "C 2 5 3.8 3.2 6 3.2 Z"
    )
    return (True, [_read(body)]), (False, [_dot(x, 10.2, 1.5) for x in (7.3, 12, 16.7)])


def _shield() -> Iterable[tuple[bool, Iterable[Path]]]:
    body = (
        "M 12.8 2.1 L 19.5 4.6 C 20.4 4.9 21 5.8 21 6.8 L 21 11.4 C 21 16.8 17.7 20.7 12.8 22.4 "
        "C 12.3 22.6 11.7 22.6 11.2 22.4 C 6.3 20.7 3 16.8 3 11.4 L 3 6.8 C 3 5.8 3.6 4.9 4.5 4.6 "
        "L 11.2 2.1 C 11.7 1.9 12.3 1.9 12.8 2.1 Z"
    )
    tick = [_rod(7.9, 12.3, 10.9, 15.3, 1.3), _rod(10.9, 15.3, 16.2, 9.3, 1.3)]
    return (True, [_read(body)]), (False, tick)


def _heart() -> Iterable[tuple[bool, Iterable[Path]]]:
    body = (
        "M 12 21.8 C 11.5 21.8 11 21.6 10.6 21.2 C 5.2 16.6 1.5 13.4 1.5 9 C 1.5 5.6 4.1 3 7.3 3 "
        "C 9.2 3 10.9 3.9 12 5.4 C 13.1 3.9 14.8 3 16.7 3 C 19.9 3 22.5 5.6 22.5 9 "
        "C 22.5 13.4 18.8 16.6 13.4 21.2 C 13 21.6 12.5 21.8 12 21.8 Z"
    )
    return [(True, [_read(body)])]


def _leaf() -> Iterable[tuple[bool, Iterable[Path]]]:
    body = (
        "M 19.6 2.2 C 20.5 2.1 21.3 2.7 21.4 3.6 C 22.4 12.4 19.6 20 11.4 20 "
        "C 6.6 20 3.4 16.8 3.4 12.6 C 3.4 6.2 10 3.1 19.6 2.2 Z"
    )
    return (
        (True, [_read(body), _rod(3.2, 21.6, 7.4, 16.6, 1.2)]),
        (False, [_rod(7.4, 16.6, 15.6, 8.2, 0.85)]),
    )


def _hand() -> Iterable[tuple[bool, Iterable[Path]]]:
    fingers = [(9.0, 4.9), (12.3, 2.9), (15.6, 3.7), (18.9, 6.6)]
    palm = (
        "M 7.6 10.6 L 20.3 10.6 L 20.3 15.6 C 20.3 19.7 17.6 22.6 13.7 22.6 "
        "C 11.3 22.6 9.6 21.8 8.2 20.1 L 3.6 14.6 L 5.6 12.6 L 7.6 14 Z"
    )
    rods = [_rod(x, top, x, 12, 1.4) for x, top in fingers]
    return [(True, [*rods, _rod(4.6, 13.6, 9.0, 18.6, 1.4), _read(palm)])]


def _flag() -> Iterable[tuple[bool, Iterable[Path]]]:
    cloth = (
        "M 6.6 3.6 C 10.2 1.8 13.2 5.2 17 4.2 C 18.2 3.9 19.2 3.5 20 3.1 "
        "C 20.8 2.8 21.5 3.2 21.5 4 L 21.5 12.6 C 21.5 13.2 21.2 13.6 20.7 13.9 "
        "C 15.6 16.6 12.2 12.3 6.6 14.8 Z"
    )
    return [(True, [_read(cloth), _rod(4.8, 2.9, 4.8, 21.4, 1.3)])]


_DRAWN = {
    "bubble": _bubble,
    "shield": _shield,
    "heart": _heart,
    "star": lambda: [(True, [_star()])],
    "sun": lambda: [(True, [_dot(12, 12, 5.4), *_rays()])],
    "leaf": _leaf,
    "hand": _hand,
    "flag": _flag,
}


@functools.lru_cache(maxsize=256)  # each slide of a deck has the same ones
def value_shape(name: str, box: Box, colour: str, ground: str) -> tuple[Shape, ...]:
    """Return the value's shape in the colour on the ground, as large as the box's shorter side."""
    side = min(box.w, box.h)
    x, y = box.x + (box.w - side) / 2, box.y + (box.h - side) / 2
    return tuple(
        Shape(_placed(path, x, y, side / GRID), fill=colour if is_body else ground)
        for is_body, path in _layers(name)
    )


def _placed(path: Path, x: float, y: float, scale: float) -> Path:
    return tuple(
        (kind, tuple((y if odd % 2 else x) + one * scale for odd, one in enumerate(numbers)))
        for kind, numbers in path
    )

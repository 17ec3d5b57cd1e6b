"""Tells the light from the drawing: how bright bare paper would be at each spot of the sheet."""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from pipeline.drawings.areas import GAP, Areas, mean_of, part, sure_paper

Pixels = NDArray[np.uint8]
Floats = NDArray[np.float32]
Truths = NDArray[np.bool_]

LOOK = 640
"""Long side in pixels of the model of the light."""
ROUNDS = 10
ROUGH = 3
"""Rounds at the start that do not yet ask whether bare paper fits the light found so far."""
STEADY = 0.0025
"""Change of log light between rounds, less than one level of 255, that ends them."""
NEAR_PAPER = 0.035
NEAR_HUE = 0.021
"""How far from white, in log light and log colour, an area may be and still be paper."""
SHADED = (0.12, 1.4)
"""Log light between which a large area of the paper's hue is paper in another light."""
SMUDGE = 0.1
"""How far from white, in log light, what lies between lines may be and still be paper."""
STRAYS = 0.08
DARK = -1.6
LINE = -0.5


@dataclass(frozen=True)
class Light:
    """The light on the sheet and the fields drawn on it, both of the small size.

    `paper`: height x width x 3, 0 to 255, the bare paper as photographed.
    `fields`: height x width, 255 where an area is filled with colour, however pale.
    `bare`: height x width, true where there is surely nothing drawn.
    """

    paper: Floats
    fields: Pixels
    bare: NDArray[np.bool_]


def model(sheet: Pixels) -> Light:
    """Return the light that falls on the sheet (height x width x RGB).

    Bare paper and filled areas are taken to be of one colour each, so that what varies slowly
    across them is light: that carries a shadow's edge through a large filled field too.
    """
    scale = LOOK / max(sheet.shape[:2])
    small = cv2.resize(sheet, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)
    log = np.log(np.maximum(cv2.medianBlur(small, 3), 2).astype(np.float32))
    areas = part(log)
    paper_area = sure_paper(areas, log)
    if not paper_area:
        return _painted_over(log)
    light = _spread(log, (areas.labels == paper_area).astype(np.float32), (8, 24, 80))
    bare = areas.labels == paper_area
    for turn in range(ROUNDS):
        before, known = light, light if turn >= ROUGH else None
        tints, is_paper = _tints(log, areas, paper_area, light, bare)
        light = _light(log, areas, tints, is_paper, known)
        bare = is_paper[areas.labels] & (areas.labels > 0)
        if turn > ROUGH and np.abs(light - before).max() < STEADY:
            break
    fields = np.where((areas.labels > 0) & ~bare, 255, 0).astype(np.uint8)
    fields = np.where(bare, 0, cv2.dilate(fields, np.ones((GAP, GAP), np.uint8)))
    light = _between_lines(log, light, bare, fields.astype(np.uint8))
    return Light(np.exp(light), fields.astype(np.uint8), bare)


def _between_lines(log: Floats, light: Floats, bare: Truths, fields: Pixels) -> Floats:
    """Return the light made true in the gaps between lines, too narrow to be areas.

    What is almost white near a dark line, and not beside a filled field, is paper: a shadow's
    edge that crosses such a gap would be left as a smudge.
    """
    lines = (mean_of(log - light) < LINE).astype(np.uint8)
    near_lines = cv2.dilate(lines, np.ones((25, 25), np.uint8)) > 0
    for _ in range(2):
        off = log - light
        level = mean_of(off)
        pale = (np.abs(level) < SMUDGE) & (_farthest(off - level[..., None]) < NEAR_HUE)
        pale &= (cv2.dilate(fields, np.ones((7, 7), np.uint8)) == 0) & near_lines
        light = light + _fade(off, (bare | _broad(pale)).astype(np.float32), 2)
    return light


def _broad(marks: Truths) -> Truths:
    """Return the marks that are at least three pixels broad: not the soft edges of lines."""
    grain = np.ones((3, 3), np.uint8)
    return np.asarray(cv2.morphologyEx(marks.astype(np.uint8), cv2.MORPH_OPEN, grain) > 0)


def _painted_over(log: Floats) -> Light:
    """Return even light for a sheet with no paper left to see: it is kept as it is."""
    light = np.full_like(log, np.percentile(log.max(axis=2), 99))
    return Light(
        np.exp(light), np.full(log.shape[:2], 255, np.uint8), np.zeros(log.shape[:2], bool)
    )


def _tints(
    log: Floats, areas: Areas, paper_area: int, light: Floats, bare: Truths
) -> tuple[Floats, Truths]:
    """Return the log colour of each area beside the paper's, and which areas are paper.

    An area is paper when it is white, or of the paper's hue and so large along the sheet's edge
    that it must be paper with a hard shadow on it. What lies nearest to bare paper counts most,
    since the light is best known there.
    """
    seen = bare.astype(np.float32)
    near = _blur(seen, 8)
    beside = _spread(log, seen, (8, 32)) - light
    off = log - light - beside * np.clip(near / 0.1, 0, 1)[..., None]
    tints = areas.means(off, 0.003 + near)
    level = tints.mean(axis=1)
    hue = np.abs(tints - level[:, None]).max(axis=1)
    is_paper = (np.abs(level) < _slack(light, areas)) & (hue < NEAR_HUE)
    edge = areas.rim > 0.08 * areas.rim.sum()
    shaded = (np.abs(level) > SHADED[0]) & (np.abs(level) < SHADED[1])
    is_paper |= edge & shaded & (hue < 2 * NEAR_HUE)
    is_paper[paper_area] = True
    is_paper[0] = False
    tints[is_paper] = 0
    return tints, is_paper


def _slack(light: Floats, areas: Areas) -> Floats:
    """Return how far from white each bare area may seem: more where the light itself changes."""
    level = np.ascontiguousarray(light[..., 1])
    wide = np.maximum(_blur(level * level, 16) - _blur(level, 16) ** 2, 0)
    slack = NEAR_PAPER + 0.3 * areas.means(np.sqrt(wide))
    return np.asarray(np.minimum(slack, 0.1), np.float32)


def _light(
    log: Floats, areas: Areas, tints: Floats, is_paper: Truths, known: Floats | None
) -> Floats:
    """Return the log light that makes paper white and each filled area even."""
    within = areas.labels > 0
    bare = (is_paper[areas.labels] & within).astype(np.float32)
    even = log - tints[areas.labels]
    filled = within & (bare == 0) & (tints.mean(axis=1)[areas.labels] > DARK)
    if known is not None:
        bare *= (_farthest(even - known) < 0.06).astype(np.float32) + 0.001
    bare *= _of_one_hue(log, bare)
    broad = _spread(even, bare + 0.4 * filled.astype(np.float32), (8, 24, 80))
    return broad + _fade(even - broad, bare, 4)


def _of_one_hue(log: Floats, bare: Floats) -> Floats:
    """Return 1 where the hue is near that of the paper as a whole, and almost 0 elsewhere.

    The hue of light changes little and slowly over a sheet: it is laid as a curved surface of
    the second degree through the bare paper, strays left out.
    """
    rows, columns = np.mgrid[: log.shape[0], : log.shape[1]][:, ::4, ::4].astype(np.float32)
    y, x = rows / log.shape[0] - 0.5, columns / log.shape[1] - 0.5
    terms = np.stack([np.ones_like(x), x, y, x * x, x * y, y * y], axis=-1).reshape(-1, 6)
    thin = log[::4, ::4]
    hue = np.dstack([thin[..., 0] - thin[..., 1], thin[..., 2] - thin[..., 1]]).reshape(-1, 2)
    share = bare[::4, ::4].reshape(-1).copy()
    off = np.zeros(len(share), np.float32)
    for _ in range(4):
        heavy = terms * share[:, None]
        left = heavy.T @ terms + 1e-3 * np.eye(6, dtype=np.float32)
        away = np.abs(hue - terms @ np.linalg.solve(left, heavy.T @ hue))
        off = np.maximum(away[:, 0], away[:, 1])
        share = bare[::4, ::4].reshape(-1) / (1 + (off / 0.03) ** 2)
    near = np.where(off < STRAYS, 1, 0.001).astype(np.float32).reshape(thin.shape[:2])
    size = (log.shape[1], log.shape[0])
    return np.asarray(cv2.resize(near, size, interpolation=cv2.INTER_LINEAR), np.float32)


def _farthest(values: Floats) -> Floats:
    """Return the greatest size over the three channels, at each pixel."""
    one, two, three = cv2.split(np.abs(values))
    return np.asarray(cv2.max(cv2.max(one, two), three), np.float32)


def _spread(values: Floats, weight: Floats, widths: tuple[int, ...]) -> Floats:
    """Return `values` smoothed over `weight`; where that is thin, from ever wider around.

    Each width of blur is worked out on a grid as coarse as it bears, for speed.
    """
    height, across = values.shape[:2]
    grid = cv2.merge([*cv2.split(values * weight[..., None]), weight])
    sums = []
    for width in widths:
        step = width // 4
        grid = cv2.resize(
            grid, (max(1, across // step), max(1, height // step)), interpolation=cv2.INTER_AREA
        )
        sums.append(cv2.GaussianBlur(grid, (0, 0), width / step, borderType=cv2.BORDER_REFLECT))
    out = np.zeros((1, 1, 3), np.float32)
    for turn, one in enumerate(reversed(sums)):
        share = one[..., 3:]
        here = one[..., :3] / np.maximum(share, 1e-4)
        solid = np.clip(share / 0.05, 0, 1) if turn else np.float32(1)
        out = _sized(out, (one.shape[1], one.shape[0]))
        out = out + (here - out) * solid
    return _sized(out, (across, height))


def _sized(values: Floats, size: tuple[int, int]) -> Floats:
    """Return the values laid softly over a grid of another size (width, height)."""
    return np.asarray(cv2.resize(values, size, interpolation=cv2.INTER_LINEAR), np.float32)


def _fade(values: Floats, weight: Floats, width: int) -> Floats:
    """Return `values` smoothed over `weight`, and 0 where there is none."""
    height, across = values.shape[:2]
    step = max(1, width // 2)
    grid = cv2.merge([*cv2.split(values * weight[..., None]), weight])
    if step > 1:
        size = (max(1, across // step), max(1, height // step))
        grid = cv2.resize(grid, size, interpolation=cv2.INTER_AREA)
    grid = cv2.GaussianBlur(grid, (0, 0), width / step)
    share = grid[..., 3:]
    here = grid[..., :3] / np.maximum(share, 1e-4) * np.clip(share / 0.15, 0, 1)
    return _sized(here, (across, height))


def _blur(values: Floats, width: int) -> Floats:
    """Return the values blurred; wide blurs are made small and then large again, for speed."""
    if width < 8:
        return np.asarray(cv2.GaussianBlur(values, (0, 0), width), np.float32)
    height, across = values.shape[:2]
    step = width // 4
    size = (max(1, across // step), max(1, height // step))
    small = cv2.resize(values, size, interpolation=cv2.INTER_AREA)
    small = cv2.GaussianBlur(small, (0, 0), width / step, borderType=cv2.BORDER_REFLECT)
    return np.asarray(cv2.resize(small, (across, height), interpolation=cv2.INTER_LINEAR))

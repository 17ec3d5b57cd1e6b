"""Finds the sheet of paper on a table or in a scanner, and lays it straight."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

import cv2
import numpy as np
from numpy.typing import NDArray

Pixels = NDArray[np.uint8]
Corners = NDArray[np.float32]

LOOK = 900
"""Long side in pixels at which the sheet is looked for."""
INSET = 0.004
"""How much of each side is cut off, so that no rim of the table is left."""
ISO_RATIOS = (2**-0.5, 2**0.5)


def straighten(picture: Pixels) -> Pixels:
    """Return the sheet alone, seen from straight above; the whole picture when no sheet is found.

    `picture` is height x width x RGB.
    """
    corners = find_sheet(picture)
    if corners is None:
        return picture
    centre = corners.mean(axis=0)
    corners = (corners + (centre - corners) * 2 * INSET).astype(np.float32)
    width, height = _size(corners)
    flat = np.array([[0, 0], [width, 0], [width, height], [0, height]], np.float32)
    return np.asarray(
        cv2.warpPerspective(
            picture,
            cv2.getPerspectiveTransform(corners, flat),
            (width, height),
            flags=cv2.INTER_CUBIC,
            borderMode=cv2.BORDER_REPLICATE,
        ),
        np.uint8,
    )


def find_sheet(picture: Pixels) -> Corners | None:
    """Return the four corners of the sheet, clockwise from the upper left, or None."""
    scale = LOOK / max(picture.shape[:2])
    small = np.asarray(
        cv2.resize(picture, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA), np.uint8
    )
    best, best_worth = None, 0.0
    for mask in _masks(small):
        contours, _ = cv2.findContours(mask, cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_NONE)
        contour = max(contours, key=cv2.contourArea, default=None)
        if contour is None or cv2.contourArea(contour) < 0.2 * mask.size:
            continue
        corners = _corners(contour[:, 0, :].astype(np.float32), mask.shape)
        if corners is None or _is_whole(corners, mask.shape):
            continue
        score = _score(mask, corners)
        worth = score + 0.5 * cv2.contourArea(corners) / mask.size
        if score > 0.93 and worth > best_worth and _stands_out(small, corners):
            best, best_worth = corners, worth
    if best is None:
        return None
    return np.asarray((best + 0.5) / scale - 0.5, np.float32)


def _masks(small: Pixels) -> Iterator[Pixels]:
    """Yield some guesses at what is paper: bright, uncoloured, inside an outline."""
    light = cv2.GaussianBlur(cv2.cvtColor(small, cv2.COLOR_RGB2LAB)[..., 0], (7, 7), 0)
    colour = cv2.GaussianBlur(cv2.cvtColor(small, cv2.COLOR_RGB2HSV)[..., 1], (7, 7), 0)
    _, bright = cv2.threshold(light, 0, 255, cv2.THRESH_BINARY + cv2.THRESH_OTSU)
    _, grey = cv2.threshold(colour, 0, 255, cv2.THRESH_BINARY_INV + cv2.THRESH_OTSU)
    _, not_black = cv2.threshold(light, 110, 255, cv2.THRESH_BINARY)
    outlines = [cv2.dilate(cv2.Canny(light, low, 3 * low), np.ones((5, 5))) for low in (30, 10)]
    for mask in (bright, grey, not_black, *outlines):
        padded = cv2.copyMakeBorder(mask, 20, 20, 20, 20, cv2.BORDER_CONSTANT, value=0)
        closed = cv2.morphologyEx(padded, cv2.MORPH_CLOSE, np.ones((15, 15), np.uint8))
        yield np.asarray(closed[20:-20, 20:-20], np.uint8)


def _corners(contour: Corners, shape: tuple[int, ...]) -> Corners | None:
    """Return the crossings of four lines laid along the sides of the contour, or None."""
    hull = cv2.convexHull(contour)
    rough = None
    for slack in (0.01, 0.02, 0.03, 0.05, 0.08):
        rough = cv2.approxPolyDP(hull, slack * cv2.arcLength(hull, True), True)
        if len(rough) <= 4:
            break
    if rough is None or len(rough) != 4:
        return None
    quad = _clockwise(rough[:, 0, :].astype(np.float32))
    height, width = shape[:2]
    inside = np.all((contour > 2) & (contour < np.array([width - 3, height - 3])), axis=1)
    lines = [_side(contour[inside], start, end) for start, end in pairwise([*quad, quad[0]])]
    crossings = [_crossing(lines[i - 1], lines[i]) for i in range(4)]
    if any(one is None for one in crossings):
        return None
    return np.array(crossings, np.float32)


def _is_whole(corners: Corners, shape: tuple[int, ...]) -> bool:
    """Tell whether the corners are those of the picture itself, so that nothing was found."""
    height, width = shape[:2]
    frame = np.array([[0, 0], [width, 0], [width, height], [0, height]], np.float32)
    return bool(np.abs(corners - frame).max() < 3)


def _side(contour: Corners, start: Corners, end: Corners) -> tuple[Corners, Corners]:
    """Return a point and a direction of the side, fitted to the contour where it is seen."""
    along = end - start
    length = float(np.linalg.norm(along))
    along = along / max(length, 1e-6)
    off = contour - start
    across = np.abs(off[:, 0] * along[1] - off[:, 1] * along[0])
    reach = off @ along
    near = contour[(across < 0.02 * length) & (reach > 0.04 * length) & (reach < 0.96 * length)]
    if len(near) < 0.12 * length:
        return start, along
    vx, vy, x, y = cv2.fitLine(near, cv2.DIST_HUBER, 0, 0.01, 0.01).ravel()
    return np.array([x, y], np.float32), np.array([vx, vy], np.float32)


def _crossing(one: tuple[Corners, Corners], other: tuple[Corners, Corners]) -> Corners | None:
    """Return where two lines cross, or None when they run alike."""
    (p, u), (q, v) = one, other
    turn = float(u[0] * v[1] - u[1] * v[0])
    if abs(turn) < 0.3:
        return None
    step = ((q - p)[0] * v[1] - (q - p)[1] * v[0]) / turn
    return np.asarray(p + step * u, np.float32)


def _clockwise(quad: Corners) -> Corners:
    """Return the corners in the order upper left, upper right, lower right, lower left."""
    around = quad - quad.mean(axis=0)
    quad = quad[np.argsort(np.arctan2(around[:, 1], around[:, 0]))]
    return np.roll(quad, -int(np.argmin(quad.sum(axis=1))), axis=0)


def _score(mask: Pixels, corners: Corners) -> float:
    """Return how well the four-sided shape and the mask agree, 0 to 1."""
    shape = np.zeros_like(mask)
    cv2.fillConvexPoly(shape, corners.round().astype(np.int32), 255)
    filled = mask.copy()
    contours, _ = cv2.findContours(mask, cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_NONE)
    cv2.drawContours(filled, contours, -1, 255, cv2.FILLED)
    both = cv2.countNonZero(cv2.bitwise_and(shape, filled))
    return both / max(1, cv2.countNonZero(cv2.bitwise_or(shape, filled)))


def _stands_out(small: Pixels, corners: Corners) -> bool:
    """Tell whether paper lies inside all sides that are seen, and something else outside.

    A drawn frame has paper on both sides, a filled field has its colour inside.
    """
    height, width = small.shape[:2]
    soft = cv2.blur(small, (3, 3)).astype(np.float32)
    centre = corners.mean(axis=0)
    seen = 0
    for start, end in pairwise([*corners, corners[0]]):
        spots = start + np.linspace(0.08, 0.92, 40)[:, None] * (end - start)
        inward = np.array([start[1] - end[1], end[0] - start[0]])
        inward /= max(float(np.linalg.norm(inward)), 1e-6)
        inward *= np.sign(float(inward @ (centre - start)))
        inside = (spots + 9 * inward).round().astype(int)
        outside = (spots - 5 * inward).round().astype(int)
        fits = np.all((outside >= 0) & (outside < [width, height]), axis=1)
        fits &= np.all((inside >= 0) & (inside < [width, height]), axis=1)
        if fits.sum() < 6:
            continue
        seen += 1
        paper = soft[inside[fits, 1], inside[fits, 0]]
        beyond = soft[outside[fits, 1], outside[fits, 0]]
        if not _is_paper_beside(paper, beyond):
            return False
    return seen > 0


def _is_paper_beside(paper: Corners, beyond: Corners) -> bool:
    """Tell whether colours along the inside of an edge look like paper beside those outside."""
    change = np.log((paper + 4) / (beyond + 4))
    differs = np.median(np.abs(change).max(axis=1)) > 0.06
    bright = np.median(paper.max(axis=1) - 0.85 * beyond.max(axis=1)) > 0
    colour = np.median(_colour(paper) - _colour(beyond)) < 0.12
    return bool(differs and bright and colour)


def _colour(pixels: Corners) -> Corners:
    """Return how far each pixel is from grey, 0 to 1."""
    return np.asarray(1 - (pixels.min(axis=1) + 4) / (pixels.max(axis=1) + 4), np.float32)


def _size(corners: Corners) -> tuple[int, int]:
    """Return width and height in pixels of the straight sheet, led to an A format when near one."""
    a, b, c, d = corners
    width = max(cv2.norm(b - a), cv2.norm(c - d))
    height = max(cv2.norm(d - a), cv2.norm(c - b))
    for iso in ISO_RATIOS:
        if abs(width / height / iso - 1) < 0.12:
            width, height = max(width, height * iso), max(height, width / iso)
    return round(width), round(height)

"""Turns the photographed or scanned sheet into clean art: light out, paper white, cropped."""

from __future__ import annotations

import cv2
import numpy as np
from numpy.typing import NDArray

from pipeline.drawings.light import Light, model
from pipeline.drawings.sheet import straighten
from pipeline.problems import Place, fault, phrase

Pixels = NDArray[np.uint8]

STRIP = 256
"""Rows that are worked on at a time, for the memory's sake."""
MARGIN = {"drawing": 0.015, "logo": 0.004}
"""White left around the drawing, as a share of the long side."""
RIM = 0.012
"""How far in from the edge a shadow or border of the scanner may reach, as a share."""
LEAST = 0.0004
"""Share of the sheet that must be drawn on."""


def clean_pixels(picture: Pixels, kind: str, place: Place) -> Pixels:
    """Return the clean art, height x width x RGB; Faults when nothing is drawn.

    `picture` is the upright photo or scan; `kind` is a key of MARGIN.
    """
    cv2.setNumThreads(1)
    sheet = straighten(picture)
    light = model(sheet)
    art = _without(sheet, light)
    drawn = _drawn(art, light)
    if np.count_nonzero(drawn) < LEAST * drawn.size:
        raise fault(
            place,
            phrase("nothing is drawn on the sheet that can be seen."),
            phrase("Draw with a darker pencil, or scan the other side of the sheet."),
        )
    rows, columns = _box(drawn, MARGIN[kind], art.shape)
    return _whitened(art, drawn)[rows, columns]


def _without(sheet: Pixels, light: Light) -> Pixels:
    """Return the sheet as it would look in even white light."""
    height, width = sheet.shape[:2]
    art = np.empty_like(sheet)
    gain = 255.0 / np.maximum(light.paper, 8)
    below = gain.shape[0] / height
    for top in range(0, height, STRIP):
        rows = min(STRIP, height - top)
        place = np.array([[gain.shape[1] / width, 0, 0], [0, below, 0]], np.float32)
        place[:, 2] = (
            0.5 * place[0, 0] - 0.5,
            (top + 0.5) * below - 0.5,
        )
        here = cv2.warpAffine(
            gain,
            place,
            (width, rows),
            flags=cv2.INTER_LINEAR | cv2.WARP_INVERSE_MAP,
            borderMode=cv2.BORDER_REPLICATE,
        )
        part = sheet[top : top + rows]
        art[top : top + rows] = cv2.multiply(part, here, dtype=cv2.CV_8U)
    return np.asarray(cv2.LUT(art, _toe()), np.uint8)


def _toe() -> Pixels:
    """Return a table that lifts all but white to white, and leaves every other level."""
    levels = np.arange(256, dtype=np.float32)
    return np.clip(levels + np.clip((levels - 242) / 8, 0, 1) * 6, 0, 255).astype(np.uint8)


def _drawn(art: Pixels, light: Light) -> Pixels:
    """Return half-sized 255 where something is drawn, pale pencil and pale fields too."""
    half = cv2.resize(art, None, fx=0.5, fy=0.5, interpolation=cv2.INTER_AREA)
    ink = cv2.blur(cv2.bitwise_not(_least(np.asarray(half, np.uint8))), (3, 3))
    size = (ink.shape[1], ink.shape[0])
    bare = cv2.resize(light.bare.astype(np.uint8), size, interpolation=cv2.INTER_NEAREST) > 0
    grain = ink[bare & (ink > 0) & (ink < 40)]
    spread = float(np.median(grain)) / 0.67 if grain.size > 100 else 2.0
    fields = cv2.resize(light.fields, size, interpolation=cv2.INTER_LINEAR) > 127
    weak = ((ink > max(5.0, 2.5 * spread)) | fields).astype(np.uint8)
    strong = (ink > max(11.0, 5 * spread)) | fields
    count, marks, stats, _ = cv2.connectedComponentsWithStats(weak, connectivity=8)
    keep = np.bincount(marks[strong], minlength=count) > 3
    keep &= ~_slivers(np.asarray(stats, np.int32), ink.shape)
    keep[0] = False
    return np.where(keep[marks], 255, 0).astype(np.uint8)


def _least(picture: Pixels) -> Pixels:
    """Return the least of the three channels."""
    red, green, blue = cv2.split(picture)
    return np.asarray(cv2.min(cv2.min(red, green), blue), np.uint8)


def _slivers(stats: NDArray[np.int32], shape: tuple[int, ...]) -> NDArray[np.bool_]:
    """Tell which marks lie wholly in the sheet's rim and touch its edge: table or scanner."""
    height, width = shape[:2]
    reach = max(3, round(RIM * max(height, width)))
    left, top = stats[:, cv2.CC_STAT_LEFT], stats[:, cv2.CC_STAT_TOP]
    right = left + stats[:, cv2.CC_STAT_WIDTH]
    bottom = top + stats[:, cv2.CC_STAT_HEIGHT]
    return np.asarray(
        ((left <= 1) & (right <= reach))
        | ((top <= 1) & (bottom <= reach))
        | ((right >= width - 1) & (left >= width - reach))
        | ((bottom >= height - 1) & (top >= height - reach))
    )


def _box(drawn: Pixels, margin: float, shape: tuple[int, ...]) -> tuple[slice, slice]:
    """Return the rows and columns of the art to keep, with a little white around."""
    height, width = shape[:2]
    left, top, across, down = cv2.boundingRect(drawn)
    room = round(margin * max(height, width)) + 2
    return (
        slice(max(0, 2 * top - room), min(height, 2 * (top + down) + room)),
        slice(max(0, 2 * left - room), min(width, 2 * (left + across) + room)),
    )


def _whitened(art: Pixels, drawn: Pixels) -> Pixels:
    """Return the art with everything that is not drawn pure white, the change made soft."""
    near = cv2.blur(cv2.dilate(drawn, np.ones((5, 5), np.uint8)), (3, 3))
    size = (art.shape[1], art.shape[0])
    share = cv2.cvtColor(cv2.resize(near, size, interpolation=cv2.INTER_LINEAR), cv2.COLOR_GRAY2RGB)
    ink = cv2.multiply(cv2.bitwise_not(art), share, scale=1 / 255)
    return np.asarray(cv2.bitwise_not(ink), np.uint8)

"""Makes files of clean art: JPEG on white, PNG whose white is transparent."""

from __future__ import annotations

import io
import math
from pathlib import Path

import cv2
import numpy as np
from numpy.typing import NDArray
from PIL import Image

from pipeline.drawings.store import lay

Pixels = NDArray[np.uint8]
Truths = NDArray[np.bool_]

QUALITY = 88
PAPER = 253
"""Level from which all three channels count as bare paper."""
NOOKS = 3
"""How many specks, one after the other, may lie across a nook."""
PALE = 110
"""Thin marks paler than this are laid on as a dark veil, so that pencil shows on any colour."""


def encoded(pixels: Pixels, packed: int = 3) -> bytes:
    """Return a PNG of the pixels, RGB or RGBA, with nothing beside them; `packed` is 0 to 9."""
    order = cv2.COLOR_RGBA2BGRA if pixels.shape[2] == 4 else cv2.COLOR_RGB2BGR
    _, content = cv2.imencode(
        ".png", cv2.cvtColor(pixels, order), [cv2.IMWRITE_PNG_COMPRESSION, packed]
    )
    return content.tobytes()


def load_master(file: Path) -> Pixels:
    """Return the art at full size, height x width x RGB."""
    with Image.open(file) as master:
        return np.array(master, np.uint8)


def render(master: Path, width: int, target: Path, clear: bool, turn: float = 0.0) -> None:
    """Write the art `width` pixels wide to `target`, on white turned by degrees clockwise."""
    cv2.setNumThreads(1)
    art = resized(load_master(master), width)
    if clear:
        lay(target, encoded(cleared(art)))
        return
    if turn:
        art = turned(art, turn)
    out = io.BytesIO()
    Image.fromarray(art).save(out, "JPEG", quality=QUALITY, subsampling=0, optimize=True)
    lay(target, out.getvalue())


def resized(art: Pixels, width: int) -> Pixels:
    """Return the art made smaller to `width` pixels; never larger."""
    if width >= art.shape[1]:
        return art
    size = (width, max(1, round(art.shape[0] * width / art.shape[1])))
    return np.asarray(cv2.resize(art, size, interpolation=cv2.INTER_AREA), np.uint8)


def turned(art: Pixels, turn: float) -> Pixels:
    """Return the art turned by degrees clockwise on white paper that holds all of it."""
    high, wide = art.shape[:2]
    cos, sin = math.cos(math.radians(turn)), abs(math.sin(math.radians(turn)))
    size = (round(wide * cos + high * sin), round(high * cos + wide * sin))
    matrix = cv2.getRotationMatrix2D((wide / 2, high / 2), -turn, 1.0)
    matrix[:, 2] += (size[0] - wide) / 2, (size[1] - high) / 2
    done = cv2.warpAffine(
        art,
        matrix,
        size,
        flags=cv2.INTER_CUBIC,
        borderMode=cv2.BORDER_CONSTANT,
        borderValue=(255, 255, 255),
    )
    return np.asarray(done, np.uint8)


def cleared(art: Pixels) -> Pixels:
    """Return the art with its paper transparent, height x width x RGBA.

    Where ink meets paper the white is taken out of the colour, so that no rim is left on a
    coloured ground. White that the drawing encloses, such as a ball's, stays white.
    """
    ink = _ink(art)
    paper = _paper(art)
    thin = cv2.bitwise_not(_solid(paper))
    around = cv2.dilate(ink, np.ones((5, 5), np.uint8))
    full = np.maximum(np.maximum(around, 1), cv2.bitwise_and(thin, np.full_like(thin, PALE)))
    near = cv2.bitwise_or(cv2.dilate(paper, np.ones((5, 5), np.uint8)), thin)
    share = cv2.divide(ink, full, scale=255)
    alpha = np.where(near > 0, share, 255).astype(np.uint8)
    out = np.empty((*art.shape[:2], 4), np.uint8)
    for channel in range(3):
        taken = cv2.divide(
            cv2.bitwise_not(np.ascontiguousarray(art[..., channel])),
            np.maximum(alpha, 1),
            scale=255,
        )
        out[..., channel] = cv2.bitwise_not(taken)
    out[..., 3] = alpha
    out[alpha == 0] = 0
    return out


def _ink(art: Pixels) -> Pixels:
    """Return how far each pixel is from white, in its farthest channel."""
    red, green, blue = cv2.split(art)
    return np.asarray(cv2.bitwise_not(cv2.min(cv2.min(red, green), blue)), np.uint8)


def _paper(art: Pixels) -> Pixels:
    """Return 255 where there is bare paper that hangs together with the outside."""
    bare = np.asarray(cv2.inRange(art, (PAPER,) * 3, (255,) * 3), np.uint8)
    wide = max(3, round(art.shape[1] / 500)) | 1
    grain, beyond = np.ones((wide, wide), np.uint8), np.ones((2 * wide + 3,) * 2, np.uint8)
    framed = cv2.copyMakeBorder(bare, 8, 8, 8, 8, cv2.BORDER_CONSTANT, value=(255,))
    whole = cv2.morphologyEx(framed, cv2.MORPH_OPEN, grain)
    _, parts = cv2.connectedComponents(whole, connectivity=4)
    outside = np.where(parts == parts[0, 0], 255, 0).astype(np.uint8)
    broad = cv2.morphologyEx(framed, cv2.MORPH_OPEN, np.ones((5 * wide,) * 2, np.uint8))
    rooms = cv2.bitwise_and(broad, cv2.bitwise_not(outside))
    paper = cv2.bitwise_and(framed, cv2.dilate(outside, beyond))
    paper = _with_nooks(np.asarray(framed, np.uint8), np.asarray(paper, np.uint8), rooms > 0)
    return np.ascontiguousarray(paper[8:-8, 8:-8])


def _with_nooks(bare: Pixels, paper: Pixels, rooms: Truths) -> Pixels:
    """Return the paper with its narrow nooks, such as between an arm and a coat.

    A nook is bare, hangs together with the paper or is parted from it by a speck, and leads to
    none of the enclosed rooms, which are broad.
    """
    speck = max(3, round(bare.shape[1] / 500)) | 1
    rest = cv2.bitwise_and(bare, cv2.bitwise_not(paper))
    _, nooks, stats, _ = cv2.connectedComponentsWithStats(rest, connectivity=8)
    room = np.bincount(nooks[rooms], minlength=len(stats)) > 0
    room[0] = True
    for reach, least in ((3, 1), *((speck + 2, 2 * speck * speck),) * NOOKS):
        beside = cv2.dilate(paper, np.ones((reach, reach), np.uint8)) > 0
        is_nook = np.bincount(nooks[beside], minlength=len(stats)) > 0
        is_nook &= ~room & (stats[:, cv2.CC_STAT_AREA] >= least)
        paper = np.where(is_nook[nooks], 255, paper).astype(np.uint8)
    return paper


def _solid(paper: Pixels) -> Pixels:
    """Return 255 in filled areas and broad strokes, 0 along thin ones."""
    broad = max(5, round(paper.shape[1] / 160)) | 1
    shape = cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (broad, broad))
    return np.asarray(cv2.morphologyEx(cv2.bitwise_not(paper), cv2.MORPH_OPEN, shape), np.uint8)

"""Makes the logo's variants: colour, one ink, on dark; transparent PNG at sizes, and traced SVG."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

import cv2
import numpy as np
import vtracer
from numpy.typing import NDArray

from pipeline.drawings.privacy import leaks
from pipeline.drawings.rendering import PAPER, cleared, encoded, load_master

Pixels = NDArray[np.uint8]

SIZES = (256, 512, 1024, 2048)
"""Widths in pixels; none beyond what the drawn logo has."""
TRACED = 1000
HUE_FIRST = np.array([0.4, 1.0, 1.0], np.float32)
"""How much lightness and hue count when tones are told apart: grain is lightness."""
ALIKE = 6.0
KEYLINE = 0.014
"""Width of the white line around the logo on dark, as a share of its width."""


def variants(master: Path, inks: Mapping[str, str]) -> dict[str, bytes]:
    """Return the files by name: colour-512.png, dark-512.png, <ink>-512.png, colour.svg, ….

    `inks` are names and #rrggbb. "colour" is for light grounds, "dark" for dark ones.
    """
    cv2.setNumThreads(1)
    art = load_master(master)
    looks = {"colour": cleared(art), "dark": _on_dark(art)}
    looks |= {name: _one_ink(art, hex_colour) for name, hex_colour in inks.items()}
    sizes = [size for size in SIZES if size <= art.shape[1]] or [art.shape[1]]
    files: dict[str, bytes] = {}
    for name, look in looks.items():
        ink = inks.get(name)
        for size in sizes:
            small = _smaller(look, size)
            files[f"{name}-{size}.png"] = encoded(_inked(small[..., 3], ink) if ink else small)
        files[f"{name}.svg"] = _traced(_lines(art, ink) if ink else look, ink)
    told = [name for name, content in files.items() if leaks(content)]
    if told:
        raise ValueError(f"the logo would tell more than its picture: {', '.join(told)}")
    return files


def _smaller(look: Pixels, width: int) -> Pixels:
    """Return the RGBA picture `width` wide, its colours weighed by how much they cover."""
    alpha = np.ascontiguousarray(look[..., 3])
    weights = cv2.merge([alpha, alpha, alpha, np.full_like(alpha, 255)])
    weighed = cv2.multiply(look, weights, dtype=cv2.CV_16U)
    size = (width, max(1, round(look.shape[0] * width / look.shape[1])))
    small = cv2.resize(weighed, size, interpolation=cv2.INTER_AREA).astype(np.float32)
    small[..., 3] /= 255
    small[..., :3] /= np.maximum(small[..., 3:], 0.1)
    small[small[..., 3] < 0.5] = 0
    return np.clip(small.round(), 0, 255).astype(np.uint8)


def _on_dark(art: Pixels) -> Pixels:
    """Return the logo with a white line around it, so that its dark outline shows on dark."""
    room = round(art.shape[1] * KEYLINE)
    art = np.pad(art, ((2 * room,) * 2, (2 * room,) * 2, (0, 0)), constant_values=255)
    look = cleared(art)
    shape = cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (2 * room + 1, 2 * room + 1))
    silhouette = cv2.dilate((look[..., 3] > 100).astype(np.uint8) * 255, shape)
    contours, _ = cv2.findContours(silhouette, cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_SIMPLE)
    cv2.drawContours(silhouette, contours, -1, 255, cv2.FILLED)
    rim = cv2.GaussianBlur(silhouette, (0, 0), 1.2)
    return np.dstack([art, rim]).astype(np.uint8)


def _one_ink(art: Pixels, hex_colour: str) -> Pixels:
    """Return the logo in one ink: lines full, crayon as grain, pale fields left open."""
    grey = cv2.GaussianBlur(cv2.cvtColor(art, cv2.COLOR_RGB2GRAY), (0, 0), 1.0)
    cover = np.clip((180 - grey.astype(np.float32)) * (255 / 50), 0, 255).astype(np.uint8)
    return _inked(cover, hex_colour)


def _lines(art: Pixels, hex_colour: str) -> Pixels:
    """Return the logo's lines alone in one ink: what is much darker than the rest of it."""
    grey = np.asarray(cv2.medianBlur(cv2.cvtColor(art, cv2.COLOR_RGB2GRAY), 5), np.uint8)
    darkest = float(np.percentile(grey[grey < PAPER], 2)) if (grey < PAPER).any() else 0.0
    cover = np.where(grey < darkest + 0.35 * (255 - darkest), 255, 0).astype(np.uint8)
    return _inked(cover, hex_colour)


def _inked(cover: Pixels, hex_colour: str) -> Pixels:
    """Return one ink, #rrggbb, laid on as thick as `cover` says, height x width x RGBA."""
    ink = np.array([int(hex_colour[at : at + 2], 16) for at in (1, 3, 5)], np.uint8)
    return np.dstack([np.where(cover[..., None] > 0, ink, 0), cover]).astype(np.uint8)


def _traced(look: Pixels, ink: str | None) -> bytes:
    """Return the RGBA picture as SVG paths, its grain calmed or all in one ink, and no more."""
    small = _smaller(look, min(TRACED, look.shape[1]))
    cover = cv2.medianBlur(np.ascontiguousarray(small[..., 3]), 5)
    small[..., 3] = np.where(cover > 127, 255, 0)
    if not ink:
        small[..., :3] = _calm(small)
    small[small[..., 3] == 0] = 0
    svg = vtracer.convert_raw_image_to_svg(
        encoded(small),
        img_format="png",
        colormode="color",
        hierarchical="stacked",
        mode="spline",
        filter_speckle=6 if ink else 8,
        color_precision=6,
        layer_difference=20,
        path_precision=1,
    )
    svg = re.sub(r"<\?xml.*?\?>|<!--.*?-->", "", svg, flags=re.DOTALL).strip()
    if ink:
        svg = re.sub(r'fill="#\w+"', f'fill="{ink}"', svg)
    size = f'viewBox="0 0 {small.shape[1]} {small.shape[0]}"'
    svg = re.sub(r'width="\d+" height="\d+"', size, svg, count=1)
    return re.sub(r' version="[\d.]+"', "", svg, count=1).encode() + b"\n"


def _calm(look: Pixels) -> Pixels:
    """Return the colours in some even tones, so that a crayon's grain is not traced."""
    white = np.where(look[..., 3:] > 0, look[..., :3], 255).astype(np.uint8)
    calm = cv2.medianBlur(cv2.medianBlur(white, 9), 9)
    lab = cv2.cvtColor(calm, cv2.COLOR_RGB2LAB).reshape(-1, 3)
    seen = lab[look[..., 3].ravel() > 0]
    tones = _tones(np.ascontiguousarray(seen[::29], np.float32))
    nearest = np.zeros(len(lab), np.int32)
    least = np.full(len(lab), np.inf, np.float32)
    for number, tone in enumerate(tones):
        away = (((lab - tone) * HUE_FIRST) ** 2).sum(axis=1)
        nearest[away < least] = number
        least = np.minimum(least, away)
    even = tones.round().astype(np.uint8)[nearest].reshape(calm.shape)
    return np.asarray(cv2.cvtColor(even, cv2.COLOR_LAB2RGB), np.uint8)


def _tones(sample: NDArray[np.float32]) -> NDArray[np.float32]:
    """Return the main tones of the sampled Lab colours, those that look alike made one."""
    cv2.setRNGSeed(1)
    ends = (cv2.TERM_CRITERIA_EPS + cv2.TERM_CRITERIA_MAX_ITER, 20, 0.5)
    flags = cv2.KMEANS_PP_CENTERS
    labels = np.empty((0, 1), np.int32)
    _, marks, tones = cv2.kmeans(sample * HUE_FIRST, 16, labels, ends, 3, flags)
    often = np.bincount(np.asarray(marks).ravel(), minlength=len(tones))
    kept: list[NDArray[np.float32]] = []
    for number in np.argsort(-often):
        tone = np.asarray(tones[number], np.float32)
        if all(float(np.linalg.norm(tone - one)) > ALIKE for one in kept):
            kept.append(tone)
    return np.asarray(np.stack(kept) / HUE_FIRST, np.float32)

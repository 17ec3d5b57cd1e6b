"""Makes the logo's variants: colour, one ink, on dark; transparent PNG at sizes, and traced SVG.

The one-ink drawing is flat: strokes are full, outlined fields open, loose fields stand as shapes.
Its measures are shares of the logo's width, so that any size gives the same drawing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

import cv2
import numpy as np
import vtracer
from numpy.typing import NDArray

from pipeline.drawings.areas import main_tones, nearest_tone
from pipeline.drawings.privacy import leaks
from pipeline.drawings.rendering import cleared, encoded, load_master
from pipeline.model import RIM

Pixels = NDArray[np.uint8]
Truths = NDArray[np.bool_]

SIZES = (256, 512, 1024, 2048)
"""Widths in pixels; none beyond what the drawn logo has."""
TRACED = 1000
ALIKE = 6.0
WORKED = 1000
"""Width in pixels at which tones are told apart."""
SPECK = 0.003
"""Share of the width under which a mark is a speck and goes."""
GRAIN = 0.011
"""Share of the width under which a dark mark within a coloured field is the crayon's grain."""
LEAST_FIELD = 0.025
RING = 0.014
SEAM = 0.008
REACH = 0.022
"""How near a field's edge a stroke must run to be its outline."""
OUTLINED = 0.35
"""Share of a field's edge that must have a stroke along it, for the field to be left open."""
DARK = 0.35
"""How far from the darkest towards white a stroke may be."""
DARKEST = 120
"""Grey, 0 to 255, from which nothing is a dark stroke: a paler logo has fields and lines only."""
INKED = 40
"""Ink, 0 to 255 in the farthest channel, from which a coloured line or field is seen."""


def variants(master: Path, inks: Mapping[str, str]) -> dict[str, bytes]:
    """Return the files by name: colour-512.png, dark-512.png, <ink>-512.png, colour.svg, ….

    `inks` are names and #rrggbb. "colour" is for light grounds, "dark" for dark ones.
    """
    cv2.setNumThreads(1)
    art = load_master(master)
    looks = {"colour": cleared(art), "dark": _on_dark(art)}
    cover = flat(art) if inks else None
    looks |= {name: _inked(cover, ink) for name, ink in inks.items() if cover is not None}
    sizes = [size for size in SIZES if size <= art.shape[1]] or [art.shape[1]]
    files: dict[str, bytes] = {}
    for name, look in looks.items():
        ink = inks.get(name)
        for size in sizes:
            small = _smaller(look, size)
            files[f"{name}-{size}.png"] = encoded(_inked(small[..., 3], ink) if ink else small)
        files[f"{name}.svg"] = _traced(look, ink)
    told = [name for name, content in files.items() if leaks(content)]
    if told:
        raise ValueError(f"the logo would tell more than its picture: {', '.join(told)}")
    return files


def rimmed(master: Path, width: int) -> bytes:
    """Return the art on dark as a PNG so wide, with its white line."""
    cv2.setNumThreads(1)
    look = _on_dark(load_master(master))
    return encoded(_smaller(look, min(width, look.shape[1])))


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
    room = round(art.shape[1] * RIM)
    art = np.pad(art, ((2 * room,) * 2, (2 * room,) * 2, (0, 0)), constant_values=255)
    look = cleared(art)
    shape = cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (2 * room + 1, 2 * room + 1))
    silhouette = cv2.dilate((look[..., 3] > 100).astype(np.uint8) * 255, shape)
    contours, _ = cv2.findContours(silhouette, cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_SIMPLE)
    cv2.drawContours(silhouette, contours, -1, 255, cv2.FILLED)
    rim = cv2.GaussianBlur(silhouette, (0, 0), 1.2)
    return np.dstack([art, rim]).astype(np.uint8)


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
    lab = cv2.cvtColor(cv2.medianBlur(cv2.medianBlur(white, 9), 9), cv2.COLOR_RGB2LAB)
    seen = lab[look[..., 3] > 0]
    tones = main_tones(np.ascontiguousarray(seen[::29], np.float32), ALIKE)
    even = tones.round().astype(np.uint8)[nearest_tone(np.asarray(lab, np.uint8), tones)]
    return np.asarray(cv2.cvtColor(even, cv2.COLOR_LAB2RGB), np.uint8)


def flat(art: Pixels) -> Pixels:
    """Return 255 where the one ink goes, 0 elsewhere, as wide as the art (height x width x RGB)."""
    size = (art.shape[1], art.shape[0])
    width = min(WORKED, size[0])
    height = max(1, round(size[1] * width / size[0]))
    small = np.asarray(cv2.resize(art, (width, height), interpolation=cv2.INTER_AREA), np.uint8)
    room = round(0.02 * width)
    small = np.pad(small, ((room, room), (room, room), (0, 0)), constant_values=255)
    strokes = _strokes(small)
    marks = strokes | _shapes(list(_loose(small, strokes)), strokes)
    marks = _without_specks(marks, SPECK * width)
    marks = ~_without_specks(~marks, SPECK * width)
    return _smooth(marks[room:-room, room:-room], size)


def _strokes(small: Pixels) -> Truths:
    """Return the dark strokes and shapes, and the thin coloured lines, without grain."""
    width = small.shape[1]
    grey = cv2.medianBlur(cv2.cvtColor(small, cv2.COLOR_RGB2GRAY), 5)
    ink = cv2.medianBlur(_ink(small), 5)
    inked = ink > INKED
    if not inked.any():
        return np.zeros(inked.shape, bool)
    darkest = float(np.percentile(grey[inked], 2))
    dark = grey < min(darkest + DARK * (255 - darkest), DARKEST)
    around = cv2.blur(ink, (_odd(0.06 * width),) * 2) > 2 * INKED
    dark = _without_specks(dark, GRAIN * width, where=around)
    broad = _opened(_closed(inked, 0.008 * width), LEAST_FIELD * width)
    lines = inked & ~_grown(broad | dark, 0.012 * width)
    return dark | _without_specks(lines, GRAIN * width)


def _loose(small: Pixels, strokes: Truths) -> Iterator[Truths]:
    """Yield each field of one colour that has no outline."""
    width = small.shape[1]
    calm = cv2.medianBlur(cv2.medianBlur(small, 9), 9)
    lab = np.asarray(cv2.cvtColor(calm, cv2.COLOR_RGB2LAB), np.uint8)
    inside = (cv2.medianBlur(_ink(small), 9) > INKED // 2) & ~_grown(strokes, 0.006 * width)
    if not inside.any():
        return
    tones = main_tones(np.ascontiguousarray(lab[inside][::7], np.float32), alike=16.0)
    nearest = nearest_tone(lab, tones)
    soft = [
        cv2.GaussianBlur(((nearest == number) & inside).astype(np.float32), (0, 0), 0.008 * width)
        for number in range(len(tones))
    ]
    most = np.argmax(soft, axis=0)
    beside = cv2.distanceTransform((~strokes).astype(np.uint8), cv2.DIST_L2, 3)
    for number in range(len(tones)):
        one = _opened((most == number) & inside, LEAST_FIELD * width / 2)
        _, fields, stats, _ = cv2.connectedComponentsWithStats(one.astype(np.uint8), connectivity=4)
        for at in range(1, len(stats)):
            field = fields == at
            if stats[at, cv2.CC_STAT_AREA] < (LEAST_FIELD * width) ** 2:
                continue
            edge, _ = cv2.findContours(
                field.astype(np.uint8), cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_NONE
            )
            near = beside[edge[0][:, 0, 1], edge[0][:, 0, 0]] < REACH * width
            if near.mean() < OUTLINED:
                yield field


def _shapes(loose: list[Truths], strokes: Truths) -> Truths:
    """Return the loose fields as shapes: solid, or an outline where something stands in one.

    An open seam parts those that lie side by side.
    """
    width = strokes.shape[1]
    marks = np.zeros_like(strokes)
    for field in sorted(loose, key=np.count_nonzero):
        within = _filled(field) & ~_grown(field, 2)
        if (within & (strokes | marks)).any():
            whole = _filled(field)
            field = whole & ~_shrunk(whole, RING * width)
        marks |= field & ~_grown(marks, SEAM * width)
    return marks


def _filled(field: Truths) -> Truths:
    """Return the field with all that it encloses."""
    edges, _ = cv2.findContours(field.astype(np.uint8), cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_NONE)
    whole = np.zeros(field.shape, np.uint8)
    cv2.drawContours(whole, edges, -1, (1,), cv2.FILLED)
    return whole > 0


def _without_specks(marks: Truths, across: float, where: Truths | None = None) -> Truths:
    """Return the marks without those less than `across` pixels long and high.

    With `where` only those that lie there are taken out; elsewhere the least speck's measure holds.
    """
    count, parts, stats, _ = cv2.connectedComponentsWithStats(marks.astype(np.uint8))
    long = stats[:, [cv2.CC_STAT_WIDTH, cv2.CC_STAT_HEIGHT]].max(axis=1)
    speck = long < across
    if where is not None:
        share = np.bincount(parts[where], minlength=count) / stats[:, cv2.CC_STAT_AREA]
        speck = (speck & (share > 0.5)) | (long < SPECK * marks.shape[1])
    speck[0] = False
    return np.asarray(marks & ~speck[parts])


def _smooth(marks: Truths, size: tuple[int, int]) -> Pixels:
    """Return the marks at their full size (width, height), their edges calm and sharp."""
    large = cv2.resize(marks.astype(np.float32), size, interpolation=cv2.INTER_CUBIC)
    soft = cv2.GaussianBlur(large, (0, 0), max(0.8, 0.0018 * size[0]))
    return np.asarray(np.clip((soft - 0.5) * 510 + 128, 0, 255), np.uint8)


def _ink(small: Pixels) -> Pixels:
    """Return how far each pixel is from white, in its farthest channel."""
    return np.asarray(255 - small.min(axis=2), np.uint8)


def _odd(across: float) -> int:
    return max(3, round(across) | 1)


def _disc(across: float) -> Pixels:
    return np.asarray(cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (_odd(across),) * 2), np.uint8)


def _opened(marks: Truths, across: float) -> Truths:
    return cv2.morphologyEx(marks.astype(np.uint8), cv2.MORPH_OPEN, _disc(across)) > 0


def _closed(marks: Truths, across: float) -> Truths:
    return cv2.morphologyEx(marks.astype(np.uint8), cv2.MORPH_CLOSE, _disc(across)) > 0


def _grown(marks: Truths, reach: float) -> Truths:
    return cv2.dilate(marks.astype(np.uint8), _disc(2 * reach)) > 0


def _shrunk(marks: Truths, reach: float) -> Truths:
    return cv2.erode(marks.astype(np.uint8), _disc(2 * reach)) > 0

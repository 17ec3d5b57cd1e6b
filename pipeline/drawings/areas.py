"""Parts the sheet into areas of one colour each: the bare paper, and what is filled in."""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
Labels = NDArray[np.int32]
Truths = NDArray[np.bool_]

HUE_FIRST = np.array([0.4, 1.0, 1.0], np.float32)
"""How much lightness and hue count when tones are told apart: grain is lightness."""
HUE_STEP = 0.0085
LIGHT_STEP = 0.013
"""Least change of log colour and log light per pixel, beside what changes slowly, of an edge."""
SMALLEST = 12
GAP = 3
"""Gap in pixels in an outline through which areas do not run together."""
LAMPS = ((-0.5, 1.3), (-0.25, 0.3))
"""White paper under any usual lamp: log red to blue, and log green to their mean."""


@dataclass(frozen=True)
class Areas:
    """The areas of a sheet.

    `labels`: height x width, the number of each pixel's area, 0 on lines and edges.
    `size`: pixels in each area. `rim`: pixels of it along the sheet's edge.
    """

    labels: Labels
    size: Floats
    rim: Floats

    def means(self, values: Floats, weight: Floats | None = None) -> Floats:
        """Return the mean over each area of values, height x width or height x width x channels."""
        each = np.ones(self.labels.size) if weight is None else weight.ravel().astype(np.float64)
        where, count = self.labels.ravel().astype(np.intp), len(self.size)
        total = np.maximum(np.bincount(where, weights=each, minlength=count), 1e-6)
        means = np.stack(
            [
                np.bincount(where, weights=layer.ravel() * each, minlength=count) / total
                for layer in cv2.split(values)
            ],
            axis=1,
        )
        return np.asarray(means if values.ndim == 3 else means[:, 0], np.float32)


def part(log: Floats) -> Areas:
    """Return the areas of a sheet given as log RGB, height x width x 3."""
    lineless = cv2.morphologyEx(log, cv2.MORPH_CLOSE, np.ones((11, 11), np.uint8))
    slow = np.asarray(cv2.GaussianBlur(lineless, (0, 0), 5.0), np.float32)
    near = np.asarray(cv2.GaussianBlur(log, (0, 0), 1.3), np.float32)
    edge = _edges(_hue(near), _hue(slow), HUE_STEP)
    edge |= _edges(mean_of(near), mean_of(slow), LIGHT_STEP)
    inner = cv2.erode((~edge).astype(np.uint8), np.ones((GAP, GAP), np.uint8))
    _, labels, stats, _ = cv2.connectedComponentsWithStats(inner, connectivity=4)
    labels[stats[:, cv2.CC_STAT_AREA][labels] < SMALLEST] = 0
    rim = np.ones(labels.shape, bool)
    rim[8:-8, 8:-8] = False
    count = int(labels.max()) + 1
    return Areas(
        np.asarray(labels, np.int32),
        np.bincount(labels.ravel(), minlength=count).astype(np.float32),
        np.bincount(labels[rim], minlength=count).astype(np.float32),
    )


def mean_of(values: Floats) -> Floats:
    """Return the mean of the three channels at each pixel."""
    return np.asarray(cv2.transform(values, np.full((1, 3), 1 / 3, np.float32)), np.float32)


def _hue(log: Floats) -> Floats:
    """Return log red and log blue beside log green."""
    return np.dstack([log[..., 0] - log[..., 1], log[..., 2] - log[..., 1]])


def _edges(near: Floats, slow: Floats, least: float) -> Truths:
    """Tell where there is more change than `least` and than the paper's own noise.

    What changes in `slow` as well is a shadow's soft edge, and does not count.
    """
    steps = _steps(near)
    least = max(least, 5 * float(np.median(steps)))
    return np.asarray((steps > least) & (_steps(near - slow) > least))


def _steps(values: Floats) -> Floats:
    """Return the steepest change per pixel over the channels."""
    across = cv2.Scharr(values, cv2.CV_32F, 1, 0, scale=1 / 32)
    down = cv2.Scharr(values, cv2.CV_32F, 0, 1, scale=1 / 32)
    steep = cv2.magnitude(across, down)
    return np.asarray(steep if steep.ndim == 2 else steep.max(axis=2), np.float32)


def sure_paper(areas: Areas, log: Floats) -> int:
    """Return the area that is surely paper: large, bright, along the edge; 0 if there is none."""
    means = areas.means(log)
    warm = means[:, 0] - means[:, 2]
    green = means[:, 1] - (means[:, 0] + means[:, 2]) / 2
    likely = (warm > LAMPS[0][0]) & (warm < LAMPS[0][1])
    likely &= (green > LAMPS[1][0]) & (green < LAMPS[1][1])
    likely &= areas.size > 0.004 * areas.labels.size
    worth = (areas.size + 4 * areas.rim) * np.exp(3 * means.mean(axis=1)) * likely
    worth[0] = 0
    return int(worth.argmax())


def main_tones(sample: Floats, alike: float) -> Floats:
    """Return the main tones of the sampled Lab colours, those within `alike` made one."""
    cv2.setRNGSeed(1)
    ends = (cv2.TERM_CRITERIA_EPS + cv2.TERM_CRITERIA_MAX_ITER, 20, 0.5)
    labels = np.empty((0, 1), np.int32)
    many = min(16, len(sample))
    _, marks, tones = cv2.kmeans(sample * HUE_FIRST, many, labels, ends, 3, cv2.KMEANS_PP_CENTERS)
    often = np.bincount(np.asarray(marks).ravel(), minlength=len(tones))
    kept: list[Floats] = []
    for number in np.argsort(-often):
        tone = np.asarray(tones[number], np.float32)
        if all(float(np.linalg.norm(tone - one)) > alike for one in kept):
            kept.append(tone)
    return np.asarray(np.stack(kept) / HUE_FIRST, np.float32)


def nearest_tone(lab: NDArray[np.uint8], tones: Floats) -> NDArray[np.int32]:
    """Return the number of the tone nearest to each Lab pixel, height x width."""
    nearest = np.zeros(lab.shape[:2], np.int32)
    least = np.full(lab.shape[:2], np.inf, np.float32)
    for number, tone in enumerate(tones):
        away = (((lab - tone) * HUE_FIRST) ** 2).sum(axis=2)
        nearest[away < least] = number
        least = np.minimum(least, away)
    return nearest

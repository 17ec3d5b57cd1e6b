"""Codes are read by a scanner, and their edges run the way that one path needs."""

from pathlib import Path

import cv2
import numpy
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageDraw

from pipeline.paper.code import GROUND, QUIET, _loops, code

DOTS = 12  # for each mm


def painted(sketch) -> Image.Image:
    """The sketch as a picture, painted by another program's hand: even and odd by turns."""
    image = Image.new("L", (round(sketch.width * DOTS), round(sketch.height * DOTS)), 255)
    pen = ImageDraw.Draw(image)
    loop: list[tuple[float, float]] = []
    loops = []
    for kind, numbers in sketch.shapes[1].path:
        if kind == "Z":
            loops.append(loop)
            loop = []
        else:
            loop.append((numbers[0] * DOTS, numbers[1] * DOTS))
    for one in sorted(loops, key=lambda one: -abs(area(one))):
        pen.polygon([(x - (x > 0) * 0.5, y) for x, y in one], fill=0 if area(one) > 0 else 255)
    return image


def area(loop) -> float:
    around = zip(loop, (*loop[1:], loop[0]), strict=True)
    return sum(x1 * y2 - x2 * y1 for (x1, y1), (x2, y2) in around)


ADDRESSES = (
    "https://film.heggdal.example.no/skoleveien",
    "https://film.example.no/" + "å" * 40,
    "https://example.no/?v=" + "x1-" * 60,
)


@pytest.mark.parametrize("address", ADDRESSES)
def test_a_scanner_reads_it(address):
    sketch = code(address, 27.0, "Kode")
    picture = cv2.cvtColor(numpy.array(painted(sketch)), cv2.COLOR_GRAY2BGR)
    assert cv2.QRCodeDetector().detectAndDecode(picture)[0] == address


def test_it_has_white_around_it_and_says_where_it_leads():
    sketch = code(ADDRESSES[0], 27.0, "Kode til filmen")
    ground, dark = sketch.shapes
    assert ground.fill == GROUND and sketch.alt == "Kode til filmen"
    xs = [numbers[0] for kind, numbers in dark.path if numbers]
    unit = min(xs) / QUIET
    assert 0.5 < unit < 1.2
    assert max(xs) == pytest.approx(27.0 - QUIET * unit)


@settings(max_examples=60, deadline=None)
@given(st.sets(st.tuples(st.integers(0, 6), st.integers(0, 6)), min_size=1))
def test_the_edges_hold_exactly_what_is_dark(dark):
    assert sum(area(loop) for loop in _loops(dark)) == 2 * len(dark)


def test_the_library_is_loaded_only_where_a_code_is_made():
    text = Path("pipeline/paper/code.py").read_text(encoding="utf-8")
    assert "\nimport segno" not in text

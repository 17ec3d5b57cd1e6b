"""The sweater stands within its square, alike at both sides; lines to cut along are whole."""

import pytest

from pipeline.paper.colour import contrast
from pipeline.paper.pen import DASH, cut_line
from pipeline.paper.sheet import corners
from pipeline.paper.sweater import BODY, CHEST, GRID, chest, is_dark, sweater

INK = "#22252b"


@pytest.mark.parametrize("colour", ["#ffffff", "#ffd45c", INK, "#14213d"])
def test_a_sweater_stands_within_its_square(colour):
    points = [point for shape in sweater(50, colour, INK) for point in corners(shape)]
    assert min(x for x, _ in points) >= 0 and max(x for x, _ in points) <= 50
    assert min(y for _, y in points) >= 0 and max(y for _, y in points) <= 50
    assert sweater(50, colour, INK)[0].fill == colour


def test_it_is_alike_at_both_sides():
    ends = sorted(numbers[-2:] for _, numbers in BODY if numbers)
    mirrored = sorted((GRID - x, y) for x, y in ends)
    for one, other in zip(ends, mirrored, strict=True):
        assert one == pytest.approx(other, abs=0.01)


@pytest.mark.parametrize("proportion", [0.3, 1.0, 3.0])
def test_a_logo_of_any_shape_stays_on_the_chest(proportion):
    box = chest(GRID, proportion)
    assert box.w / box.h == pytest.approx(proportion)
    assert CHEST.x - 0.01 <= box.x and box.right <= CHEST.right + 0.01
    assert CHEST.y - 0.01 <= box.y and box.bottom <= CHEST.bottom + 0.01


def test_what_is_dark_carries_white():
    for colour in (INK, "#14213d", "#1c5c9c", "#b23a1e"):
        assert is_dark(colour) and contrast(colour, "#ffffff") > 4.5
    for colour in ("#ffffff", "#ffd45c", "#fffdf8"):
        assert not is_dark(colour)


@pytest.mark.parametrize("end", [(0.0, 210.0), (180.0, 0.0), (2.0, 0.0)])
def test_dashes_follow_one_another_from_end_to_end(end):
    path = cut_line((0, 0), end, INK).path
    assert [verb for verb, _ in path] == ["M", "L"] * (len(path) // 2)
    assert path[0][1] == (0, 0)
    long = max(end)
    assert len(path) // 2 == max(1, round(long / DASH))
    assert long * 0.5 < max(path[-1][1]) <= long

import pytest

from pipeline.model import SHAPES
from pipeline.paper import outlines
from pipeline.paper.outlines import value_shape
from pipeline.paper.sheet import Box


def ends(path):
    return [(numbers[-2], numbers[-1]) for _, numbers in path if numbers]


def area(path):
    corners = ends(path)
    pairs = zip(corners, corners[1:] + corners[:1], strict=True)
    return abs(sum(x1 * y2 - x2 * y1 for (x1, y1), (x2, y2) in pairs)) / 2


@pytest.mark.parametrize("name", SHAPES)
def test_a_value_shape_fills_its_box_and_stays_in_it(name):
    shapes = value_shape(name, Box(10, 20, 24, 24), "#111111", "#eeeeee")
    points = [point for shape in shapes for point in ends(shape.path)]
    xs, ys = [x for x, _ in points], [y for _, y in points]
    assert min(xs) >= 10 and max(xs) <= 34 and min(ys) >= 20 and max(ys) <= 44
    assert max(max(xs) - min(xs), max(ys) - min(ys)) >= 19
    assert (min(xs) + max(xs)) / 2 == pytest.approx(22, abs=0.8)
    assert (min(ys) + max(ys)) / 2 == pytest.approx(32, abs=1)
    assert {shape.fill for shape in shapes} <= {"#111111", "#eeeeee"}


def test_shapes_are_all_different():
    drawn = {repr(value_shape(name, Box(0, 0, 9, 9), "#000000", "#ffffff")) for name in SHAPES}
    assert len(drawn) == len(SHAPES)


def test_a_shape_stands_in_the_middle_of_a_box_that_is_not_square():
    wide = value_shape("heart", Box(0, 0, 30, 10), "#000000", "#ffffff")
    square = value_shape("heart", Box(10, 0, 10, 10), "#000000", "#ffffff")
    assert wide == square


def test_a_path_is_closed_and_corners_are_never_rounder_than_the_box():
    path = outlines.rounded(Box(0, 0, 10, 4), 9)
    assert path[0][0] == "M" and path[-1] == ("Z", ())
    assert all(0 <= x <= 10 and 0 <= y <= 4 for x, y in ends(path))
    assert area(outlines.rectangle(Box(2, 3, 10, 4))) == pytest.approx(40)


def test_each_corner_has_its_own_radius():
    path = outlines.rounded(Box(0, 0, 10, 10), (2, 0, 0, 2))
    assert [kind for kind, _ in path].count("C") == 2


def test_the_field_swings_by_its_rise():
    above = outlines.field_above(100, 50, 12)
    curve = next(numbers for kind, numbers in above if kind == "C")
    middle = (50 + 3 * curve[1] + 3 * curve[3] + 50) / 8
    assert middle == pytest.approx(38)
    assert [kind for kind, _ in outlines.edge_of(above)] == ["M", "C"]
    beside = outlines.field_beside(100, 50, 12)
    assert max(x for x, _ in ends(beside)) == 50

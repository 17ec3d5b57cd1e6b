import pytest

from pipeline.paper.label import labels
from pipeline.paper.sheet import Box, Letters, Picture, walk
from pipeline.paper.style import Style
from pipeline.paper.theme import dress
from pipeline.problems import Gathered
from tests.products.sample import arena, drawing, school

NAME = Style(Letters("Nunito", 800, 1, "#000000"), 1.1, hyphens="nb")


def set_up(high, size=(1600, 1200), name="I skolegården", wide=92.0):
    one = arena(name, drawn=drawing(*size))
    set_as = labels([one], NAME, (wide, high, 0.297), (16.0, 32.0), 18.0)
    look = dress(school(one).brand, school(one).values, Gathered())
    return set_as, set_as.draw(one, look, Box(0, 0, wide, high), 6.5)


@pytest.mark.parametrize(("high", "beside"), [(30, True), (36, True), (50, False), (62, False)])
def test_the_name_stands_where_the_drawing_is_larger(high, beside):
    set_as, head = set_up(high)
    assert set_as.beside == beside
    (shown,) = [item for item, _ in walk(head.items) if isinstance(item, Picture)]
    assert shown.box.w * shown.box.h > 0.17 * 92 * high


def test_a_drawing_is_wide_in_a_high_label():
    _, head = set_up(62)
    (shown,) = [item for item, _ in walk(head.items) if isinstance(item, Picture)]
    assert shown.box.w > 56


def test_names_do_not_shout_down_the_lines():
    assert set_up(62)[0].size <= 1.15 * 18
    assert set_up(30)[0].size <= 1.2 * 18


def test_a_name_that_would_be_divided_beside_stands_below():
    assert not set_up(34, name="I skolefritidsordningen")[0].beside

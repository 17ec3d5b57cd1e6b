from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.paper import colour

TARGETS = ("#1c5c9c", "#1f6f54", "#b23a1e")
THREE = ("#0072b2", "#a33b00", "#14213d")
FIVE = ("#0b2a5b", "#0072b2", "#b24700", "#6b0f2a", "#6b6b6b")
SOL = ("#00538a", "#007a67", "#b13d17", "#7c28bd", "#5e1237")
any_colour = st.integers(0, 0xFFFFFF).map(lambda number: f"#{number:06x}")


@pytest.mark.parametrize(
    ("one", "other", "ratio"),
    [
        ("#000000", "#ffffff", 21.0),
        ("#777777", "#ffffff", 4.48),
        ("#22252b", "#ffd45c", 10.8),
        ("#555a63", "#fffdf8", 6.8),
        ("#1c5c9c", "#ffffff", 6.9),
        ("#1f6f54", "#ffffff", 6.0),
        ("#b23a1e", "#ffffff", 6.0),
    ],
)
def test_contrast_is_that_of_the_published_examples(one, other, ratio):
    assert colour.contrast(one, other) == pytest.approx(ratio, abs=0.1)
    assert colour.contrast(other, one) == colour.contrast(one, other)


@given(any_colour)
def test_a_colour_comes_back_from_oklch(one):
    assert colour.difference(colour.of_lch(colour.lch(one)), one) < 0.3


@given(any_colour, st.sampled_from(["#ffffff", "#ffd45c", "#14213d"]), st.sampled_from([3.0, 4.5]))
def test_the_nearest_holds(one, ground, ratio):
    assert colour.holds(colour.holding(one, [ground], ratio), [ground], ratio)


@given(any_colour)
def test_what_holds_is_left_alone(one):
    if colour.contrast(one, "#ffffff") >= 4.5:
        assert colour.holding(one, ["#ffffff"], 4.5) == one


def test_the_nearest_keeps_its_hue_and_is_near():
    moved = colour.holding("#e0901f", ["#ffffff"], 4.5)
    before, after = colour.lch("#e0901f"), colour.lch(moved)
    assert before.a * after.a + before.b * after.b > 0.99
    assert colour.contrast(moved, "#ffffff") < 4.7


def test_where_no_lightness_will_do_black_or_white_is_the_better():
    assert colour.holding("#777777", ["#777777"], 7) in ("#000000", "#ffffff")


@given(any_colour)
def test_ink_is_legible_on_every_tint(one):
    assert colour.contrast("#22252b", colour.tint(one)) >= 7


def test_tints_of_the_targets_are_the_targets_own():
    for full, pale in zip(TARGETS, ("#e5f0fb", "#e3f3eb", "#fdebe5"), strict=True):
        assert colour.difference(colour.tint(full), pale) < 1.2


@pytest.mark.parametrize("palette", [THREE, FIVE, SOL, SOL[:3]])
def test_palettes_are_told_apart_by_all_eyes(palette):
    for one, other in combinations(palette, 2):
        assert colour.apart(one, other) >= 8.0


def test_the_targets_three_hold_for_red_green_blindness_but_not_for_blue_yellow_blindness():
    for one, other in combinations(TARGETS, 2):
        for sight in ("protan", "deutan"):
            seen = colour.seen(one, sight), colour.seen(other, sight)
            assert colour.difference(*seen) >= 8.0
    assert colour.apart(*TARGETS[:2]) < 4


def test_a_classic_pair_of_red_and_green_is_found():
    assert colour.difference("#2e7d32", "#c62828") > 25
    assert colour.apart("#2e7d32", "#c62828") < 6


def test_grey_looks_alike_to_all():
    for sight in colour.SIGHTS:
        assert colour.difference(colour.seen("#808080", sight), "#808080") < 0.5


def test_what_is_written_is_known():
    assert colour.known(" #1C5C9C ") == "#1c5c9c"
    assert colour.known("Blue") == colour.NAMES["blue"]
    assert colour.known("#12345") is None
    assert colour.mixed("#000000", "#ffffff", 0.5) == "#808080"

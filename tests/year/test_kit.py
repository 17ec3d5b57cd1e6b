"""Time is parted whole, weeks are told, and drawings hang where they may."""

from dataclasses import replace
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from pipeline.language import language
from pipeline.model import Consent
from pipeline.year.kit import hung, parted, weeks_told
from tests.products.practising import FULL, focuses
from tests.products.sample import drawing


@given(st.integers(0, 300), st.lists(st.integers(1, 30), min_size=1, max_size=12))
def test_parts_add_up_and_none_is_a_minute_off(slot, parts):
    found = parted(slot, parts)
    assert sum(found) == slot
    shares = [slot * part / sum(parts) for part in parts]
    assert all(abs(one - share) < 1 for one, share in zip(found, shares, strict=True))


def test_the_largest_remainder_has_the_minute():
    assert parted(10, [1, 1, 2]) == (3, 2, 5)
    assert parted(30, [2, 4, 6]) == (5, 10, 15)


def test_weeks_are_told_from_the_first_to_the_last():
    focus = replace(focuses(FULL)[0], first=date(2026, 11, 2), last=date(2026, 11, 27))
    assert weeks_told(focus, language("nb")) == "uke 45–48"
    assert weeks_told(replace(focus, last=date(2026, 11, 6)), language("nn")) == "veke 45"


def test_a_place_has_its_poster_s_drawing_and_not_the_week_plan_s():
    focus = focuses(FULL)[0]
    bare = replace(focus, arena=replace(focus.arena, drawing=None))
    assert hung(bare, FULL).drawing is not None
    (matrix, *more) = FULL.matrices
    arenas = tuple(replace(one, drawing=None) for one in matrix.arenas)
    without = replace(FULL, matrices=(replace(matrix, arenas=arenas), *more))
    assert hung(focus, without).drawing is None


def test_a_theme_s_drawing_hangs_only_with_consent_for_the_wall():
    focus = focuses(FULL)[0]
    for uses, there in ((("weekplan",), False), (("weekplan", "wall"), True)):
        drawn = replace(drawing(), consent=Consent(frozenset(uses)))
        theme = replace(focus, themed=True, arena=replace(focus.arena, drawing=drawn))
        assert (hung(theme, FULL).drawing is not None) == there

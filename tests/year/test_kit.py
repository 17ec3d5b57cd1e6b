"""Time is parted whole, weeks are told, and drawings hang where they may."""

from dataclasses import replace
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from pipeline.language import language
from pipeline.model import Consent
from pipeline.year.kit import hung, parted, weeks, weeks_told
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


def test_a_focus_is_practised_from_its_assembly_on():
    """The weeks begin there too, and one whose assembly is written too late has a week left."""
    first, last = date(2027, 1, 5), date(2027, 1, 29)
    nb = language("nb")
    for assembly, days, told in (
        (None, "5.1.–8.1.", "uke 1–4"),
        (date(2027, 1, 4), "5.1.–8.1.", "uke 1–4"),
        (date(2027, 1, 6), "6.1.–8.1.", "uke 1–4"),
        (date(2027, 1, 12), "12.1.–15.1.", "uke 2–4"),
        (date(2027, 3, 1), "29.1.", "uke 4"),
    ):
        focus = replace(focuses(FULL)[0], first=first, last=last, assembly=assembly)
        there = weeks(focus, FULL, nb)
        assert (there[0].days, weeks_told(focus, nb)) == (days, told)
        assert there[-1].number == 4


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

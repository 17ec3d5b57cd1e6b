"""An assembly's minutes add up to its time, and each point has at least one."""

from dataclasses import replace
from itertools import pairwise

import pytest

from pipeline.intake.scalars import ASSEMBLY
from pipeline.talks.assembly import AGES
from pipeline.talks.points import FILM, POINTS, points, spans
from tests.products.letters import FILM as A_FILM
from tests.products.letters import homely

FOCUS = homely().year.focuses[0]


@pytest.mark.parametrize("films", [(), (A_FILM,)])
def test_minutes_add_up_and_every_point_has_one(films):
    held = points(replace(FOCUS, films=films))
    assert len(held) == len(POINTS) - (not films) and (FILM in held) is bool(films)
    for slot in ASSEMBLY:
        found = list(spans(slot, held).values())
        assert found[0][0] == 0 and found[-1][1] == slot
        assert all(last > first for first, last in found)
        assert all(one[1] == after[0] for one, after in pairwise(found))
        whole = sum(point.part for point in held)
        for point, (first, last) in zip(held, found, strict=True):
            assert abs(last - first - slot * point.part / whole) < 1


@pytest.mark.parametrize("longer", [one.longer for one in AGES.values()])
@pytest.mark.parametrize("films", [(), (A_FILM,)])
def test_no_point_is_without_a_minute_where_some_take_longer(films, longer):
    held = points(replace(FOCUS, films=films))
    for slot in ASSEMBLY:
        found = list(spans(slot, held, longer).values())
        assert found[-1][1] == slot and all(last > first for first, last in found)


def test_half_an_hour_is_parted_as_it_is_written():
    found = [last - first for first, last in spans(30, POINTS).values()]
    assert found == [point.part for point in POINTS]

"""Each month has the focus of most of its school days, and shows a value in its turn."""

from collections import Counter
from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline import year
from pipeline.model import Span
from pipeline.problems import Sourced
from tests.year.sample import LINES, NAMES, VALUES, YEAR, focus, months_apart


def names(there):
    return [str(one.focus.arena.name) if one.focus else None for one in year.months(there)]


def test_there_are_eleven_months_from_august_to_june():
    there = year.months(YEAR)
    assert [(one.year, one.number) for one in there] == [
        *((2026, number) for number in range(8, 13)),
        *((2027, number) for number in range(1, 7)),
    ]
    assert (there[6].first, there[6].last) == (date(2027, 2, 1), date(2027, 2, 28))


def test_a_month_has_the_focus_of_most_of_its_school_days():
    assert names(YEAR) == ["I gangen"] * 5 + ["På SFO"] * 6


def test_of_two_with_equally_many_days_it_is_the_one_with_fewer_months():
    one = focus("En", date(2026, 8, 17), date(2026, 9, 15))
    other = focus("To", date(2026, 9, 16), date(2026, 9, 30))
    there = replace(YEAR, focuses=(one, other), off=())
    assert names(there)[:3] == ["En", "To", None]  # eleven school days each in September
    longer = replace(there, focuses=(one, replace(other, first=date(2026, 9, 17))))
    assert names(longer)[:3] == ["En", "En", None]


def test_a_month_without_school_days_of_a_focus_has_none():
    off = Span(Sourced("Fri"), date(2027, 2, 1), date(2027, 2, 28))
    assert names(replace(YEAR, off=(off,)))[6] is None
    assert names(replace(YEAR, focuses=())) == [None] * 11


@settings(deadline=None)
@given(st.integers(2000, 2100))
def test_each_month_of_any_year_has_its_own_focus(start):
    there = months_apart(start)
    assert names(there) == [str(one.arena.name) for one in there.focuses]


@settings(deadline=None)
@given(st.integers(2000, 2099), st.integers(0, 332))
def test_a_day_is_in_its_month_and_a_week_in_one_of_its_days(start, after):
    there = months_apart(start)
    day = date(start, 8, 1) + timedelta(days=after)
    month = year.month_of(there, day)
    assert month is None or (month.year, month.number) == (day.year, day.month)
    week = year.month_of_week(there, day)
    days = [year.monday(day) + timedelta(days=at) for at in range(5)]
    counts = Counter(one.month for one in days if year.is_school_day(there, one))
    if week and counts:
        assert counts[week.number] == max(counts.values())


def test_the_month_of_a_week_is_that_of_most_school_days():
    def of(day):
        month = year.month_of_week(YEAR, day)
        return month and month.number

    assert of(date(2026, 9, 4)) == 9  # 31 August to 4 September
    assert of(date(2027, 4, 2)) == 4  # three days after Easter: two are in March
    assert of(date(2026, 12, 31)) == 12  # no school: the month of its Thursday
    assert of(date(2027, 7, 15)) is None


def shown(there):
    return ["".join(NAMES[at][0] for at in one) for one in year.shown(there, VALUES)]


def test_values_are_shown_in_turn():
    assert shown(YEAR) == list("RAORAORAORA")


def test_a_value_without_lines_is_passed_over():
    without = focus("I gangen", YEAR.first, YEAR.last, cells=(LINES[0], (), LINES[2]))
    found = shown(replace(YEAR, focuses=(without,)))
    assert Counter(found) == {"R": 6, "O": 5}


def test_a_focus_may_name_its_value_or_all():
    named = replace(YEAR.focuses[0], shown="Omsorg")
    both = replace(YEAR.focuses[1], shown="all")
    assert shown(replace(YEAR, focuses=(named, both))) == ["O"] * 5 + ["RAO"] * 6


def test_the_turn_reckons_with_months_that_name_theirs():
    there = months_apart()
    named = replace(there.focuses[9], shown="Omsorg")
    found = shown(replace(there, focuses=(*there.focuses[:9], named, there.focuses[10])))
    assert found[9] == "O" and "O" not in (found[8], found[10])
    assert max(Counter(found).values()) - min(Counter(found).values()) <= 1


@settings(deadline=None)
@given(st.lists(st.sampled_from(["", "", "all", *NAMES]), min_size=11, max_size=11))
def test_every_month_shows_what_has_lines_and_what_it_names(wishes):
    there = months_apart()
    focuses = [replace(one, shown=wish) for one, wish in zip(there.focuses, wishes, strict=True)]
    for wish, found in zip(wishes, shown(replace(there, focuses=tuple(focuses))), strict=True):
        assert found == {"": found, "all": "RAO"}.get(wish, wish[:1])
        assert found and (wish or len(found) == 1)


@settings(deadline=None)
@given(st.integers(2000, 2100))
def test_values_in_turn_are_balanced_over_any_year(start):
    counts = Counter(shown(months_apart(start)))
    assert sorted(counts.values()) == [3, 4, 4]


@pytest.mark.parametrize("at", range(11))
def test_the_values_of_one_month_are_those_of_the_year(at):
    month = year.months(YEAR)[at]
    assert year.shown_in(YEAR, VALUES, month) == year.shown(YEAR, VALUES)[at]


def test_what_is_practised_on_a_day():
    assert year.focus_on(YEAR, date(2026, 9, 1)) is YEAR.focuses[0]
    assert year.focus_on(YEAR, date(2026, 12, 24)) is None

"""Days and weeks hold for any year: 53 weeks, Easter, holidays that move."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.language import language
from pipeline.model import Span
from pipeline.problems import Sourced
from pipeline.year import days
from tests.year.sample import YEAR

YEARS = st.integers(2000, 2100)
DAYS = st.dates(date(2000, 1, 1), date(2100, 12, 31))


def easter(year):
    """Return Easter Sunday by the rule of Meeus, which the library does not use."""
    a, b, c = year % 19, *divmod(year, 100)
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    m = (a + 11 * h) // 319
    r = (2 * e + 2 * (c // 4) - c % 4 - h + m + 32) % 7
    month = (h - m + r + 90) // 25
    return date(year, month, (h - m + r + month + 19) % 32)


@settings(deadline=None)
@given(YEARS)
def test_public_days_lie_about_easter(year):
    there, sunday = days.public_days(year), easter(year)
    moved = {-3: "Maundy Thursday", -2: "Good Friday", 0: "Easter Sunday", 1: "Easter Monday"}
    for apart, name in moved.items():
        assert str(there[sunday + timedelta(days=apart)]) == name
    assert {sunday + timedelta(days=one) for one in (39, 49, 50)} <= set(there)
    assert {date(year, 1, 1), date(year, 5, 1), date(year, 5, 17)} <= set(there)
    assert {date(year, 12, 25), date(year, 12, 26)} <= set(there)


@settings(deadline=None)
@given(YEARS)
def test_every_public_day_has_its_name_in_both_written_forms(year):
    for code in ("nb", "nn"):
        spoken = language(code)
        for name in days.public_days(year).values():
            assert name.text in spoken.phrases
            assert name.text != "public holiday"


def test_two_public_days_on_one_are_called_the_seventeenth():
    assert str(days.public_days(2027)[date(2027, 5, 17)]) == "Constitution Day"
    assert str(days.public_days(2008)[date(2008, 5, 1)]) in ("Labour Day", "Ascension Day")


def test_a_public_day_that_we_have_no_name_for_is_one_still():
    assert str(days._named("Day of the New King")) == "public holiday"


@settings(deadline=None)
@given(YEARS)
def test_a_year_has_53_weeks_where_a_thursday_begins_or_ends_it(year):
    thursday = 3 in (date(year, 1, 1).weekday(), date(year, 12, 31).weekday())
    assert days.weeks_in(year) == (53 if thursday else 52)


@settings(deadline=None)
@given(DAYS)
def test_a_week_begins_on_its_monday(day):
    start = days.monday(day)
    assert start.weekday() == 0 and 0 <= (day - start).days < 7
    assert days.week_number(start) == days.week_number(day)


def year_from(start):
    return replace(YEAR, first=date(start, 8, 15), last=date(start + 1, 6, 20), off=(), planning=())


@settings(deadline=None)
@given(YEARS, st.integers(1, 53))
def test_a_week_by_its_number_is_in_the_school_year_that_it_is_asked_of(start, number):
    found = days.week_of(year_from(start), number)
    there = days.weeks_in(start) if number >= 31 else 53
    assert (found is None) == (number > there)
    if found:
        assert found.weekday() == 0 and days.week_number(found) == number
        assert date(start, 7, 26) <= found <= date(start + 1, 7, 31)


@settings(deadline=None)
@given(YEARS)
def test_the_weeks_of_a_year_are_all_of_them_in_order(start):
    year = year_from(start)
    there = days.weeks(year)
    assert all(other - one == days.WEEK for one, other in zip(there, there[1:], strict=False))
    assert there[0] <= year.first < there[0] + days.WEEK
    assert there[-1] <= year.last < there[-1] + days.WEEK


@settings(deadline=None)
@given(YEARS, DAYS)
def test_the_nearest_full_week_is_full_and_none_is_nearer(start, day):
    year = year_from(start)
    found, week = days.nearest_full_week(year, day), days.monday(day)
    assert found and days.is_full(year, found)
    for one in days.weeks(year):
        assert not days.is_full(year, one) or abs(one - week) >= abs(found - week)


@pytest.mark.parametrize(
    ("day", "why"),
    [
        (date(2026, 8, 17), None),
        (date(2026, 8, 14), "outside the school year"),
        (date(2026, 9, 5), "weekend"),
        (date(2027, 5, 17), "Constitution Day"),
        (date(2026, 12, 22), "Juleferie"),
        (date(2026, 12, 25), "Christmas Day"),
        (date(2027, 3, 1), None),
    ],
)
def test_a_day_off_says_why(day, why):
    found = days.why_off(YEAR, day)
    assert (str(found) if found else None) == why
    assert days.is_school_day(YEAR, day) == (why is None)


def test_a_planning_day_is_no_school_day():
    year = replace(YEAR, planning=(date(2027, 3, 1),))
    assert str(days.why_off(year, date(2027, 3, 1))) == "planning day"


def test_a_full_week_is_no_longer_full_with_a_day_off():
    week = date(2027, 4, 5)
    assert days.is_full(YEAR, week)
    off = Span(Sourced("Skidag"), date(2027, 4, 9), date(2027, 4, 9))
    assert not days.is_full(replace(YEAR, off=(off,)), week)


def test_week_20_of_2027_gives_way_to_week_21_and_never_to_a_week_that_is_taken():
    week = days.week_of(YEAR, 20)
    assert days.nearest_full_week(YEAR, week) == date(2027, 5, 24)
    assert days.nearest_full_week(YEAR, week, (date(2027, 5, 24),)) == date(2027, 5, 10)


def test_the_nearest_school_day_of_two_is_the_later():
    assert days.nearest_school_day(YEAR, date(2027, 5, 17)) == date(2027, 5, 18)
    assert days.nearest_school_day(YEAR, date(2026, 9, 5)) == date(2026, 9, 4)


@pytest.mark.parametrize(
    ("day", "start"),
    [(date(2026, 6, 30), 2025), (date(2026, 7, 1), 2026), (date(2027, 1, 1), 2026)],
)
def test_a_school_year_turns_with_july(day, start):
    assert days.started(day) == start

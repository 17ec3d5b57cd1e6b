"""What is wrong with a year is told alone; what would be better is told from today on."""

from dataclasses import replace
from datetime import date

from pipeline import year
from pipeline.language import language
from tests.year.sample import YEAR, months_apart

TODAY = date(2026, 11, 23)


def told(there, today=TODAY):
    return [str(one.what) for one in year.looked_over(there, today)]


def test_nothing_is_said_of_a_good_year():
    assert told(YEAR) == []


def test_where_something_is_wrong_nothing_is_said_of_what_would_be_better():
    late = replace(YEAR.focuses[0], first=date(2026, 8, 1))
    faulty = replace(YEAR, focuses=(late,))
    assert told(faulty) == ["2026-08-01 is outside the school year."]
    assert not any(one.advice for one in year.looked_over(faulty, TODAY))


def test_months_that_are_over_are_not_asked_for():
    there = replace(YEAR, focuses=YEAR.focuses[1:])
    assert told(there, date(2026, 8, 1)) == [
        "5 months have no focus yet; the first is %B.".replace("%B", "August")
    ]
    assert told(there, date(2026, 12, 1)) == ["There is no focus for December yet."]
    assert told(there, date(2027, 1, 1)) == []
    assert year.good_until(there, date(2026, 8, 1)) == date(2026, 8, 31)
    assert year.good_until(there, date(2026, 12, 31)) == date(2026, 12, 31)
    assert year.good_until(there, date(2027, 1, 1)) == date(2027, 7, 31)


def test_advice_changes_on_the_day_after_it_is_good_until():
    there = replace(YEAR, focuses=YEAR.focuses[:1])
    day = TODAY
    while until := year.good_until(there, day):
        assert told(there, day) == told(there, until)
        day = date.fromordinal(until.toordinal() + 1)
        assert told(there, until) != told(there, day)


def test_a_year_that_is_over_is_told_of_after_the_summer_alone():
    assert told(YEAR, date(2027, 7, 31)) == []
    assert told(YEAR, date(2027, 8, 1)) == ["This school year ended on 2027-06-18."]
    assert year.good_until(YEAR, date(2027, 8, 1)) is None


def test_a_focus_in_every_month_leaves_nothing_open():
    assert not [one for one in told(months_apart()) if "focus" in one]


def test_a_day_is_told_in_the_words_of_the_language():
    (problem,) = year.looked_over(
        replace(YEAR, meetings=(replace(YEAR.meetings[0], day=date(2026, 9, 13)),)), TODAY
    )
    assert language("nn").tell(problem.mend) == "Næraste skuledag er måndag 14. september 2026."
    assert "(helg)" in language("nn").tell(problem.what)

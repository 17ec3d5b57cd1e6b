"""What is due is due on a day of work: earlier before the assembly, later after it."""

from dataclasses import replace
from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.year.days import is_school_day
from pipeline.year.due import STEPS, due, dues
from tests.year.sample import YEAR, focus


def days_of(year, name):
    return {one.step.weeks: one.day for one in due(year) if one.focus.arena.name == name}


def test_each_focus_has_each_step_in_order():
    there = due(YEAR)
    assert [one.step for one in there] == [*STEPS, *STEPS]
    assert [one.focus for one in there[:: len(STEPS)]] == list(YEAR.focuses)


def test_steps_are_counted_from_the_assembly_and_moved_off_days_off():
    assert days_of(YEAR, "På SFO") == {
        -6: date(2026, 11, 30),
        -4: date(2026, 12, 14),
        -3: date(2026, 12, 18),  # 21 December is in the holiday
        -2: date(2026, 12, 18),
        0: date(2027, 1, 11),
        1: date(2027, 1, 18),
        6: date(2027, 2, 22),
    }


def test_before_the_year_it_is_before_the_summer_or_on_the_planning_days():
    there = days_of(YEAR, "I gangen")
    assert [there[one] for one in (-6, -4, -3, -2)] == [None] * 4
    later = replace(YEAR, focuses=(focus("I gangen", date(2026, 9, 4), date(2027, 6, 18)),))
    assert days_of(later, "I gangen")[-3] == date(2026, 8, 14)


def test_what_would_be_due_after_the_year_is_due_on_its_last_day():
    there = replace(YEAR, focuses=(focus("I gangen", date(2027, 6, 1), date(2027, 6, 18)),))
    assert days_of(there, "I gangen")[6] == date(2027, 6, 18)


@settings(deadline=None)
@given(st.dates(YEAR.first, YEAR.last))
def test_all_but_the_assembly_is_on_a_day_of_work_and_in_order(day):
    there = replace(YEAR, focuses=(focus("I gangen", day, YEAR.last),))
    found = [one.day for one in due(there)]
    known = [one for one in found if one]
    assert known == sorted(known) or not is_school_day(there, day)
    for one in due(there):
        if one.day and one.step.weeks:
            assert is_school_day(there, one.day) or one.day in there.planning


def test_what_is_due_in_some_days_comes_day_by_day():
    there = list(dues(YEAR, date(2026, 12, 1), date(2027, 1, 31)))
    assert [one.step.weeks for one in there] == [-4, -3, -2, 0, 1]

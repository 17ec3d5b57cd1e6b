"""A new school's year is one that it has time to begin in, in its own målform."""

import re
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline import starter, year
from pipeline.build.planning import planned
from pipeline.intake import keys, take_in
from pipeline.language import language
from pipeline.model import Year
from pipeline.starter.first_year import FOCUS, WEEK, usual_days, year_page
from tests.intake.school import lay, node

TODAY = date(2026, 11, 23)


@given(st.dates(date(2000, 1, 1), date(2100, 1, 1)))
@settings(deadline=None)
def test_the_year_begins_on_a_monday_and_has_room_for_a_focus(today):
    first, last = usual_days(today)
    assert (first.weekday(), first.month, last.weekday(), last.month) == (0, 8, 4, 6)
    assert today + WEEK + FOCUS <= last
    assert 290 < (last - first).days < 320
    there = Year(first, last)
    assert year.is_school_day(there, first) and year.is_school_day(there, last)


@pytest.mark.parametrize("code", ["nb", "nn"])
@pytest.mark.parametrize("today", [TODAY, date(2027, 5, 31), date(2026, 7, 1), date(2027, 1, 4)])
def test_the_focus_can_be_planned_at_once(code, today, tmp_path):
    starter.lay_out(tmp_path / "skole", code, today)
    _, there, notes = planned(tmp_path / "skole", today)
    assert [one.arena.name for one in there.focuses] == ["I klasserommet"]
    assert there.focuses[0].first > today
    assert len(notes) == 1  # the months that have no focus yet


@pytest.mark.parametrize("code", ["nb", "nn"])
def test_what_stands_as_a_comment_may_be_used_as_it_is(code, tmp_path):
    page = str(year_page("I gangen", TODAY, language(code)))
    plain = re.sub(r"^(\s*)# (\s*(?:- )?[a-zæøå]+:.*)$", r"\1\2", page, flags=re.MULTILINE)
    assert keys.written_in(node(plain)) == code
    there = take_in(lay(tmp_path, skolear=plain), TODAY).school.year
    assert there.focuses[0].question and there.focuses[0].assembly
    assert there.off and there.planning and there.campaigns and there.meetings


@pytest.mark.parametrize("code", ["nb", "nn"])
def test_without_a_place_the_focus_is_a_comment(code, tmp_path):
    page = str(year_page("", TODAY, language(code)))
    assert take_in(lay(tmp_path, skolear=page), TODAY).school.year.focuses == ()

"""The calendar file is read by a real parser, is the same each time, and knows a hand's work."""

from dataclasses import replace
from datetime import date, timedelta

import icalendar
import pytest

from pipeline.language import codes, language
from pipeline.problems import Sourced
from pipeline.year.calendar_file import calendar, untouched
from pipeline.year.events import events
from tests.year.sample import SCHOOL, YEAR


def content(code="nb", school=SCHOOL):
    return calendar(school, "Skoleåret 2026–2027 – Lia skole", language(code))


def parsed(found):
    return icalendar.Calendar.from_ical(found)


@pytest.mark.parametrize("code", codes())
def test_a_real_parser_reads_every_event(code):
    there = parsed(content(code))
    assert not there.errors
    assert str(there["X-WR-CALNAME"]) == "Skoleåret 2026–2027 – Lia skole"
    found = there.walk("VEVENT")
    expected = events(SCHOOL, language(code))
    assert [one.decoded("DTSTART") for one in found] == [one.first for one in expected]
    for one, event in zip(found, expected, strict=True):
        assert not one.errors
        assert one.decoded("DTEND") == event.last + timedelta(days=1)
        assert type(one.decoded("DTSTART")) is date
        said = language(code).tell(event.says)
        assert str(one["SUMMARY"]) == said[:1].upper() + said[1:]
        assert one["SUMMARY"].params["LANGUAGE"] == code


def test_lines_are_folded_by_octets_and_end_as_they_should():
    long = replace(YEAR.meetings[0], name=Sourced("Å" * 25 + " møte, " + "ø" * 60))
    found = content(school=replace(SCHOOL, year=replace(YEAR, meetings=(long,))))
    assert found.endswith(b"END:VCALENDAR\r\n")
    lines = found.split(b"\r\n")
    assert not any(b"\n" in line for line in lines)
    assert max(map(len, lines)) <= 75
    assert any(line.startswith(b" ") for line in lines)
    for line in lines:
        line.decode()  # no letter is divided
    names = [str(one["SUMMARY"]) for one in parsed(found).walk("VEVENT")]
    assert f"{long.name} kl. 18.00" in names


def uids(found):
    return {str(one["SUMMARY"]): str(one["UID"]) for one in parsed(found).walk("VEVENT")}


def test_it_is_the_same_each_time_and_every_event_has_its_own_name():
    assert content() == content()
    found = [str(one["UID"]) for one in parsed(content()).walk("VEVENT")]
    assert len(set(found)) == len(found)
    twice = replace(
        YEAR, focuses=(YEAR.focuses[0], replace(YEAR.focuses[1], arena=YEAR.focuses[0].arena))
    )
    found = [
        str(one["UID"])
        for one in parsed(content(school=replace(SCHOOL, year=twice))).walk("VEVENT")
    ]
    assert len(set(found)) == len(found)


def test_what_is_moved_to_another_day_keeps_its_name():
    moved = replace(YEAR.meetings[0], day=date(2026, 9, 22))
    other = replace(YEAR.focuses[1], assembly=date(2027, 1, 12))
    year = replace(YEAR, meetings=(moved,), focuses=(YEAR.focuses[0], other))
    before, after = uids(content()), uids(content(school=replace(SCHOOL, year=year)))
    assert before == after
    assert content() != content(school=replace(SCHOOL, year=year))


def test_another_school_has_other_names():
    other = uids(content(school=replace(SCHOOL, name=Sourced("Berg skole"))))
    assert not set(uids(content()).values()) & set(other.values())


def test_a_hand_is_seen():
    found = content()
    assert untouched(found)
    assert not untouched(found.replace(b"kl. 18.00", b"kl. 19.00"))
    assert not untouched(found + b"\r\n")
    assert not untouched(b"X" + found)
    assert not untouched(b"")
    assert not untouched(b"BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n")


def test_a_school_without_a_year_has_no_calendar():
    with pytest.raises(ValueError, match="no calendar"):
        content(school=replace(SCHOOL, year=None))

"""A week plan's month is found in its own words, however they are written."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.language import language
from pipeline.model import Span, Year
from pipeline.problems import Sourced
from pipeline.year.dating import dated
from pipeline.year.days import monday, week_number
from pipeline.year.months import month_of_week

HOLIDAY = Span(Sourced("Juleferie"), date(2026, 12, 21), date(2027, 1, 1))
YEAR = Year(date(2026, 8, 17), date(2027, 6, 18), off=(HOLIDAY,))
TONGUES = (language("nb"), language("nn"))


def found(text, year=YEAR):
    one = dated(year, text, TONGUES)
    return (one.month.year, one.month.number, one.words) if one else None


@pytest.mark.parametrize(
    ("text", "month"),
    [
        ("Ukeplan for 4. trinn, uke 47", (2026, 11)),
        ("UKE: 2", (2027, 1)),
        ("Vekeplan veke 9", (2027, 3)),
        ("Uke 49 · 30. november–4. desember 2026", (2026, 12)),
        ("uke 40, 28.9–2.10", (2026, 9)),
        ("30. november–4. desember", (2026, 12)),
        ("16. nov", (2026, 11)),
        ("Uka 16/11", (2026, 11)),
        ("16.11.2026", (2026, 11)),
        ("3.2.2027 – 5.2.2027", (2027, 2)),
        ("Plan for november", (2026, 11)),
        ("Månedsplan MARS", (2027, 3)),
        ("plan_uke_12.docx", (2027, 3)),
        ("4B uke12", (2027, 3)),
    ],
)
def test_all_these_are_understood(text, month):
    assert found(text)[:2] == month


@pytest.mark.parametrize(
    "text",
    [
        *("Ukeplan", "Uke 30", "Uke 54", "99.99", "31.2.", "juli", "Les side 12", ""),
        "1.1.2019",
    ],
)
def test_and_these_tell_nothing(text):
    assert found(text) is None


def test_a_week_counts_before_a_day_and_a_day_before_a_name():
    assert found("mars, 16. november, uke 2")[1:] == (1, "uke 2")
    assert found("mars, 16. november")[1:] == (11, "16. november")


def test_the_top_counts_before_the_rest():
    text = "Plan for november " + "lekser " * 100 + "Husk turdag i uke 2"
    assert found(text)[1] == 11


@given(st.dates(date(2026, 8, 17), date(2027, 6, 18)))
def test_any_week_of_the_year_is_that_of_its_days(day):
    month = month_of_week(YEAR, monday(day))
    assert found(f"Ukeplan uke {week_number(day)}")[:2] == (month.year, month.number)


@pytest.mark.parametrize("start", [2020, 2026])  # both have 53 weeks
def test_week_53_is_there_where_the_calendar_has_it(start):
    year = Year(date(start, 8, 17), date(start + 1, 6, 18))
    other = Year(date(start + 1, 8, 17), date(start + 2, 6, 18))
    assert found("uke 53", year)[1] in (12, 1) and found("uke 53", other) is None

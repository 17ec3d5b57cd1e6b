"""The year can be read on a screen and on a sheet, at any width and in any language."""

import itertools
import re
from dataclasses import replace
from datetime import date

import pytest

from pipeline import year
from pipeline.language import codes, language
from pipeline.model import AfterSchool, Arena, Film
from pipeline.problems import Sourced
from pipeline.year.month_text import month_plan
from pipeline.year.text import plan, span, table
from tests.year.sample import LINES, SCHOOL, YEAR


def text(code="en", width=80, school=SCHOOL):
    return "\n".join(plan(school, language(code), width))


@pytest.mark.parametrize("code", codes())
@pytest.mark.parametrize("width", [40, 80, 120, 300])
def test_no_line_is_wider_than_asked_and_none_ends_in_spaces(width, code):
    for line in text(code, width).split("\n"):
        assert len(line) <= min(max(width, 60), 120)
        assert line == line.rstrip()


def test_it_has_its_three_parts_and_all_weeks():
    said = text("nb")
    for part in ("Skoleåret 2026–2027, Lia skole", "Måned for måned", "Uke for uke"):
        assert part in said.split("\n")
    weeks = re.findall(r"^(\d+) +\d+\.\d+\.–", said, re.MULTILINE)
    assert [int(one) for one in weeks] == [*range(33, 54), *range(1, 25)]


def test_each_thing_that_happens_stands_in_its_week():
    rows = text("nb").split("\n")
    week = {row.split()[0]: row for row in rows if re.match(r"\d+ +\d+\.", row)}
    assert "to–fr Planleggingsdager" in week["33"]
    assert "ti 15.9. Foreldremøte, høst kl. 18.00" in week["38"]
    assert "Juleferie" in week["52"] and "Juleferie" in week["53"]
    assert "ma 11.1. Samling: På SFO" in week["2"]
    assert "Språkkampanje" in week["9"]
    assert "to 6.5. Kristi himmelfartsdag" in week["18"]
    assert text("nb").count("Månedens PALS: ") == 11


def test_a_week_of_a_campaign_that_is_cut_short_says_so():
    campaign = replace(YEAR.campaigns[0], weeks=(20,))
    school = replace(SCHOOL, year=replace(YEAR, campaigns=(campaign,)))
    assert "Språkkampanje (4 skoledager)" in text("nb", school=school)


def test_an_empty_year_is_told_without_faults():
    school = replace(SCHOOL, year=replace(YEAR, focuses=(), campaigns=(), meetings=()))
    said = text(school=school)
    assert "What must be ready when" not in said
    assert text(school=replace(SCHOOL, year=None)) == ""


@pytest.mark.parametrize("width", range(28, 60, 7))
def test_a_table_keeps_all_its_words(width):
    rows = [("Uke", "Hva skjer"), ("33", "Planleggingsdager for alle\nSamling i gymsalen kl. 10")]
    lines = list(table(rows, width))
    assert max(map(len, lines)) <= width
    words = set(" ".join(lines).split())
    assert set(" ".join(itertools.chain(*rows)).split()) <= words


def month(number, code="nb", school=SCHOOL):
    one = next(one for one in year.months(school.year) if one.number == number)
    return "\n".join(month_plan(school, one, language(code), 80))


def test_a_month_begins_its_weeks_on_monday_and_marks_days_off():
    said = month(5).split("\n")
    assert said[0] == "Mai 2027, Lia skole"
    assert said[2].split() == ["Uke", "ma", "ti", "on", "to", "fr", "lø", "sø"]
    assert said[3].split() == ["17", "(1)", "(2)"]
    assert said[6].split() == ["20", "(17)", "18", "19", "20", "21", "(22)", "(23)"]
    assert said[3].index("(1)") == said[4].index("(8)")


def test_the_days_of_assemblies_and_meetings_are_marked():
    assert "11*" in month(1) and "15*" in month(9)


def test_a_month_tells_what_to_say_and_show():
    after = AfterSchool(Arena(Sourced("På SFO"), LINES), Sourced("Hva lekte du?"))
    films = (Film(Sourced("Vi går"), Sourced("https://film.example.no/x")),)
    first = replace(
        *(YEAR.focuses[:1]),
        task=Sourced("Øv to ganger."),
        praise=Sourced("Så bra!"),
        films=films,
        after_school=after,
    )
    said = month(9, school=replace(SCHOOL, year=replace(YEAR, focuses=(first,))))
    for words in ("Hvem?", "Øv to ganger.", "Så bra!", films[0].link, "Hva lekte du?"):
        assert words in said
    assert "Jeg rydder" in said  # the value of September
    assert "Jeg venter" not in said


def test_a_month_without_a_focus_shows_its_days():
    said = month(9, school=replace(SCHOOL, year=replace(YEAR, focuses=())))
    assert "Foreldremøte" in said and "Månedens PALS" not in said


@pytest.mark.parametrize("code", codes())
def test_days_are_written_as_the_language_writes_them(code):
    spoken = language(code)
    day = date(2027, 2, 8)
    assert spoken.short_day(day) == ("8 Feb" if code == "en" else "8.2.")
    assert spoken.clock("18.00") == ("18:00" if code == "en" else "kl. 18.00")
    assert spoken.say("{day:%A} {day}", day=day).startswith(spoken.facts["weekdays"][0])


@pytest.mark.parametrize(
    ("code", "first", "last", "told"),
    [
        ("nb", (2026, 8, 11), (2026, 8, 14), "11.–14. august"),
        ("nn", (2027, 5, 7), (2027, 5, 7), "7. mai"),
        ("nb", (2026, 12, 21), (2027, 1, 1), "21. desember – 1. januar"),
        ("en", (2026, 8, 11), (2026, 8, 14), "11–14 August"),
    ],
)
def test_days_are_told_without_their_year(code, first, last, told):
    assert span(date(*first), date(*last), language(code)) == told

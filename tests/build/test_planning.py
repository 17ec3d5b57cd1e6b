"""The year as it is asked for: the month that is meant, and a calendar that hands may change."""

import json
from datetime import date

import pytest

from pipeline.build import planning
from pipeline.language import language
from pipeline.problems import Faults
from tests.intake.school import SKOLEAR, lay

TODAY = date(2026, 11, 23)


@pytest.fixture
def planned(tmp_path):
    return planning.planned(lay(tmp_path, skolear=SKOLEAR), TODAY)


@pytest.mark.parametrize(
    ("written", "code", "first"),
    [
        ("januar", "nb", date(2027, 1, 1)),
        ("JAN", "nn", date(2027, 1, 1)),
        ("January", "en", date(2027, 1, 1)),
        ("8", "nb", date(2026, 8, 1)),
        ("08", "nb", date(2026, 8, 1)),
        ("2027-01", "nb", date(2027, 1, 1)),
        ("2027-6", "nb", date(2027, 6, 1)),
        (" mai ", "nb", date(2027, 5, 1)),
    ],
)
def test_a_month_may_be_named_or_numbered(written, code, first, planned):
    assert planning.month_asked(written, planned[1], language(code)) == first


@pytest.mark.parametrize("written", ["juli", "7", "13", "0", "2026-01", "2027-08", "", "ma", "x"])
def test_a_month_that_is_none_of_the_year_is_refused(written, planned):
    with pytest.raises(Faults, match="is no month of this school year"):
        planning.month_asked(written, planned[1], language("nb"))


def test_a_misspelt_month_is_guessed(planned):
    with pytest.raises(Faults, match="Did you mean 'februar'"):
        planning.month_asked("febuar", planned[1], language("nb"))


def test_the_advice_is_that_of_the_year_alone(planned):
    assert {one.place.file for one in planned[2]} == {"skolear.yaml"}


@pytest.mark.parametrize("code", ["nb", "nn"])
def test_without_a_year_we_show_what_to_write_and_it_can_be_used(code, tmp_path):
    home = lay(tmp_path)
    skole = home / "sources/skole.yaml"
    skole.write_text(skole.read_text("utf-8").replace("målform: nb", f"målform: {code}"), "utf-8")
    with pytest.raises(Faults) as caught:
        planning.planned(home, TODAY)
    (problem,) = caught.value.problems
    shown = str(problem.mend).partition("\n")[2]
    (home / "sources/skolear.yaml").write_text(
        "".join(f"{line[8:]}\n" for line in shown.split("\n")), encoding="utf-8"
    )
    assert planning.planned(home, TODAY)[1].focuses[0].arena.name == "I skolegården"


def test_as_json_it_has_months_weeks_and_what_is_due(planned):
    found = json.loads(planning.as_json(planned[0], None, "nb"))
    assert [one["month"] for one in found["months"]][::10] == ["2026-08", "2027-06"]
    assert [one["week"] for one in found["weeks"]] == [*range(34, 54), *range(1, 25)]
    assert found["focuses"][0]["due"][4] == {
        "day": "2026-08-17",
        "weeks": 0,
        "what": "fellessamling, og brev og melding hjem samme dag",
    }
    assert found["focuses"][1]["films"][0]["link"].startswith("https://")
    one = json.loads(planning.as_json(planned[0], date(2027, 1, 1), "en"))
    assert (one["focus"], one["shown"]) == ("Gode ord", ["Omsorg"])


def lay_calendar(planned, out, target=None):
    return planning.lay_calendar(planned[0], planned[1], target, out)


def test_a_calendar_is_written_again_where_it_is_ours(planned, tmp_path):
    file = lay_calendar(planned, tmp_path)
    assert file == tmp_path / "Skoleåret 2026-2027.ics"
    before = file.read_bytes()
    assert lay_calendar(planned, tmp_path) == file
    assert file.read_bytes() == before
    old = planning.calendar(planned[0], "old", language("nb"))
    file.write_bytes(old)
    assert lay_calendar(planned, tmp_path) == file
    assert file.read_bytes() == before


def test_a_calendar_that_a_hand_has_changed_is_left_alone(planned, tmp_path):
    file = lay_calendar(planned, tmp_path)
    new, mine = file.read_bytes(), file.read_bytes().replace(b"17", b"18", 1)
    file.write_bytes(mine)
    beside = lay_calendar(planned, tmp_path)
    assert beside.name == "Skoleåret 2026-2027 (ny).ics"
    assert (file.read_bytes(), beside.read_bytes()) == (mine, new)
    assert lay_calendar(planned, tmp_path) == beside
    beside.write_bytes(mine)
    third = lay_calendar(planned, tmp_path)
    assert third.name == "Skoleåret 2026-2027 (ny 2).ics"
    assert beside.read_bytes() == mine


def test_a_calendar_goes_where_it_is_asked_for(planned, tmp_path):
    target = tmp_path / "deep" / "mine.ics"
    assert lay_calendar(planned, tmp_path, target) == target
    assert target.exists()
    assert not (tmp_path / "Skoleåret 2026-2027.ics").exists()

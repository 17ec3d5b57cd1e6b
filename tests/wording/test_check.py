"""`pals check` tells of the wording in words and as JSON; a school's file turns a rule down."""

import json
import shutil

import pytest
from click.testing import CliRunner

from pipeline import cli
from pipeline.build import press
from tests.intake.school import MATRISER, SKOLE, lay

BAD = MATRISER.replace("Jeg venter på tur", "Ikke løp i gangen")
TOO_MANY = MATRISER.replace("Jeg venter på tur", "Jeg går og går og går og går en tur")
TURNED_DOWN = SKOLE + "unntak:\n  nektelser: Elevene valgte ordene selv\n"


@pytest.fixture
def check(tmp_path, monkeypatch):
    """Return what the command says of a school with these texts and without drawings."""
    monkeypatch.setattr(press, "cores", lambda: 1)

    def run(*words, **texts):
        home = lay(tmp_path / "Lia skole", **texts)
        shutil.rmtree(home / "assets")
        monkeypatch.chdir(home)
        return CliRunner().invoke(cli.main, ["check", *words], env={"PALS_LANGUAGE": "nb"})

    return run


def test_a_bad_line_is_told_of_with_its_place_and_a_better_line(check):
    told = check(matriser=BAD)
    assert told.exit_code == 0
    assert "matriser.yaml, linje 4: «Ikke løp i gangen» sier hva vi ikke skal" in told.output
    assert "(regel: nektelser)" in told.output
    assert "«Jeg går rolig»" in told.output


def test_a_rule_that_is_turned_down_is_not_told_of(check):
    told = check(skole=TURNED_DOWN, matriser=BAD)
    assert told.exit_code == 0
    assert "nektelser" not in told.output


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("nektelser:\n", "«nektelser» er slått av uten begrunnelse"),
        ("nektelse: Vi vil\n", "Mente du «nektelser»?"),
    ],
)
def test_a_rule_is_turned_down_by_its_name_and_with_a_reason(check, written, said):
    told = check(skole=SKOLE + "unntak:\n  " + written)
    assert told.exit_code == 1
    assert said in told.output


def test_other_programs_get_all_of_it_as_json(check):
    told = check("--format", "json", matriser=BAD)
    assert told.exit_code == 0
    found = {one["rule"]: one for one in json.loads(told.stdout)}
    one = found["negations"]
    assert one["file"] == "matriser.yaml"
    assert one["steps"] == {"line": 4}
    assert one["level"] == "advice"
    assert one["proposal"] == "Jeg går rolig"
    assert one["place"].startswith("matriser.yaml, linje 4")
    assert one["what"]
    assert one["mend"]


def test_an_error_is_in_the_json_and_in_the_exit_code(check):
    told = check("--format", "json", matriser=TOO_MANY)
    assert told.exit_code == 1
    assert "error" in {one["level"] for one in json.loads(told.stdout)}


def test_what_the_intake_refuses_is_json_as_well(check):
    told = check("--format", "json", skole=SKOLE.replace("målform: nb\n", ""))
    assert told.exit_code == 1
    first, *_ = json.loads(told.stdout)
    assert (first["rule"], first["level"], first["file"]) == (None, "error", "skole.yaml")

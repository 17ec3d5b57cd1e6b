import json
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from pipeline import intake
from pipeline.problems import Faults
from tests.intake.school import DRAWINGS, SKOLE, lay

ROOT = Path(__file__).parents[2]
TODAY = date(2026, 11, 23)


def test_the_sample_is_taken_in_with_advice_on_its_year_alone():
    taken = intake.take_in(ROOT, TODAY)
    assert [str(one.what) for one in taken.notes] == [
        "Week 20 of 'Språkkampanje' has only 4 school days: no school on 2027-05-17"
        " (Constitution Day).",
        "Nobody has drawn 'Språkkampanje' yet.",
        "Nobody has drawn 'Alle er med' yet.",
    ]
    school = taken.school
    assert len(school.values) == 3
    assert [(one.audience, len(one.arenas)) for one in school.matrices] == [
        *(("elev", 4), ("elev", 5), ("voksen", 5)),
    ]
    assert all(arena.drawing for arena in school.arenas)
    assert taken.logo == ROOT / "assets" / "logo.jpg"


def test_the_samples_drawings_say_what_they_show_and_name_nobody():
    for one in intake.take_in(ROOT, TODAY).drawn:
        assert len(one.alt.split()) > 8
        assert one.alt.endswith(".")
        assert any(digit.isdigit() for digit in one.credit)
        assert {"wall", "weekplan"} <= one.consent.uses


def test_all_files_are_told_of_at_once(tmp_path):
    lay(tmp_path, skole=SKOLE.replace("målform: nb", "målform: no"))
    lay(tmp_path, skole="navn: x", matriser="a: [", tegninger=DRAWINGS.replace("alt:", "alter:"))
    with pytest.raises(Faults) as caught:
        intake.take_in(tmp_path, TODAY)
    files = [one.place.file for one in caught.value.problems if one.place]
    assert list(dict.fromkeys(files)) == ["skole.yaml", "matriser.yaml", "drawings.yaml"]


def test_a_school_without_a_settings_file_is_told_of(tmp_path):
    (lay(tmp_path) / "sources" / "skole.yaml").unlink()
    with pytest.raises(Faults, match="there is no such file"):
        intake.take_in(tmp_path, TODAY)


def test_two_logos_are_one_too_many(tmp_path):
    lay(tmp_path)
    for name in ("logo.png", "Logo.JPG"):
        (tmp_path / "assets" / name).write_bytes(b"\x89PNG")
    with pytest.raises(Faults, match="There are 2 logos here"):
        intake.take_in(tmp_path, TODAY)


def test_a_school_may_do_without_drawings_logo_and_translations(tmp_path):
    lay(tmp_path, tegninger="{}")
    (tmp_path / "sources" / "oversettelser" / "nn.yaml").unlink()
    taken = intake.take_in(tmp_path, TODAY)
    assert (taken.logo, taken.drawn, taken.school.translations) == (None, (), {})


def test_any_file_with_a_matrix_is_read(tmp_path):
    reading = intake.read_matrix_file(lay(tmp_path) / "sources" / "matriser.yaml")
    assert json.loads(intake.as_json([reading, reading]))[1]["title"] == "Ute"
    assert "I gangen" in intake.as_table(reading)


def test_the_heavy_library_waits_until_a_school_is_taken_in():
    code = "import sys, pipeline.intake; sys.exit('pydantic' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=False).returncode == 0

"""Each file in tests/faults/intake spoils a good school in one way; beside it stands what we say.

After a change of wording, `python -m tests.intake.test_faults` writes it anew: read the difference.
"""

import io
import tempfile
from contextlib import redirect_stderr
from datetime import date
from pathlib import Path

import pytest

from pipeline.intake import take_in
from pipeline.language import language
from pipeline.problems import Faults, speak
from tests.intake.school import SKOLEAR, lay

HERE = Path(__file__).parents[1] / "faults" / "intake"
FILES = sorted(HERE.glob("*.yaml"))
TODAY = date(2026, 11, 23)


def said(folder: Path, code: str) -> str:
    """Return all that the intake of a folder says."""
    speak(language(code).tell)
    try:
        notes = take_in(folder, TODAY).notes
        return "\n".join(map(str, notes)) + "\n" if notes else ""
    except Faults as faults:
        printed = io.StringIO()
        with redirect_stderr(printed):
            faults.show()
        return printed.getvalue()
    finally:
        speak(str)


def spoiled(folder: Path, file: Path) -> Path:
    """Lay out the good school with this file in the place of the one that its name begins with."""
    return lay(folder, **{file.stem.split("-")[0]: file.read_text(encoding="utf-8")})


def test_nothing_is_said_of_a_good_school(tmp_path):
    assert said(lay(tmp_path), "en") == ""


def test_nothing_is_said_of_a_good_year_but_that_its_theme_is_not_drawn(tmp_path):
    told = said(lay(tmp_path, skolear=SKOLEAR), "en")
    assert told.splitlines()[0] == "skolear.yaml, line 9: Nobody has drawn 'Gode ord' yet."
    assert len(told.splitlines()) == 2


def test_there_are_faults_of_every_kind():
    assert {file.stem.split("-")[0] for file in FILES} == {
        "skole",
        "matriser",
        "skolear",
        "tegninger",
        "oversettelse",
    }


@pytest.mark.parametrize("code", ["en", "nb"])
@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_a_planted_fault_is_told(file, code, tmp_path):
    told = said(spoiled(tmp_path, file), code)
    assert told
    assert told == file.with_suffix(f".{code}.txt").read_text(encoding="utf-8")


def _write_anew() -> None:
    for file in FILES:
        for code in ("en", "nb"):
            with tempfile.TemporaryDirectory() as folder:
                told = said(spoiled(Path(folder), file), code)
            file.with_suffix(f".{code}.txt").write_text(told, encoding="utf-8")


if __name__ == "__main__":
    _write_anew()

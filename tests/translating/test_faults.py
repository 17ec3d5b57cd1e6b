"""Each spoiled sheet is told of in words, and nothing is written.

After a change of wording, `python -m tests.translating.test_faults` writes what we say anew.
"""

import functools
import io
import re
import tempfile
from collections.abc import Callable
from contextlib import redirect_stderr
from pathlib import Path

import pytest

from pipeline import translating
from pipeline.language import language
from pipeline.problems import Faults, speak
from tests.intake.school import lay
from tests.translating.sheets import IN_UKRAINIAN, SPOILED, TODAY, exported, filled, says

HERE = Path(__file__).parents[1] / "faults" / "translating"
ALL = {**SPOILED, **IN_UKRAINIAN}
ADVICE = {"too long for its room", "the Norwegian again", "one text in other letters"}
CODES = ("en", "nb")


def said(folder: Path, fault: str) -> dict[str, str]:
    """Return what an import of the spoiled sheet says, by language; see that it writes or not."""
    lay(folder)
    tongue = "uk" if fault in IN_UKRAINIAN else "pl"
    file = folder / "ark.xlsx"
    file.write_bytes(_good(tongue))
    ALL[fault](file)
    kept_in = folder / "sources" / "oversettelser" / f"{tongue}.yaml"
    tell = _told(folder, file)
    assert kept_in.exists() == (fault in ADVICE)
    try:
        found = {}
        for code in CODES:
            speak(language(code).tell)
            found[code] = tell()
        return found
    finally:
        speak(str)


@functools.cache
def _good(tongue: str) -> bytes:
    """Return a sheet that nothing is wrong with."""
    with tempfile.TemporaryDirectory() as folder:
        home = lay(Path(folder))
        return (exported(home, tongue) if tongue == "uk" else filled(home)).read_bytes()


def _told(folder: Path, file: Path) -> Callable[[], str]:
    """Import the sheet, and return what tells of it."""
    try:
        notes = translating.take_back(folder, file, TODAY).notes
        return lambda: "\n".join(map(str, notes)) + "\n"
    except Faults as faults:
        caught = faults

    def shown() -> str:
        printed = io.StringIO()
        with redirect_stderr(printed):
            caught.show()
        return printed.getvalue()

    return shown


def kept(fault: str, code: str) -> Path:
    """Return the file that holds what we say."""
    return HERE / f"{re.sub('[^a-z]+', '-', fault.lower())}.{code}.txt"


@pytest.mark.parametrize("fault", ALL)
def test_a_spoiled_sheet_is_told_of(fault, tmp_path):
    told = said(tmp_path, fault)
    assert told == {code: kept(fault, code).read_text(encoding="utf-8") for code in CODES}
    assert ("nothing was written" in told["en"]) == (fault not in ADVICE)


def test_all_faults_are_told_at_once(tmp_path):
    lay(tmp_path)
    file = filled(tmp_path)
    says("Omsorg", "=1+1", "f")(file)
    for fault in ("two ways", "a text of nobody's"):
        SPOILED[fault](file)
    with pytest.raises(Faults) as found:
        translating.take_back(tmp_path, file, TODAY)
    assert len([one for one in found.value.problems if not one.advice]) == 3


def _write_anew() -> None:
    HERE.mkdir(exist_ok=True)
    for fault in ALL:
        with tempfile.TemporaryDirectory() as folder:
            for code, told in said(Path(folder), fault).items():
                kept(fault, code).write_text(told, encoding="utf-8")


if __name__ == "__main__":
    _write_anew()

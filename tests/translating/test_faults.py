"""Each spoiled sheet is told of in words, and nothing is written.

After a change of wording, `python -m tests.translating.test_faults` writes what we say anew.
"""

import io
import re
import tempfile
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


def said(folder: Path, fault: str, code: str) -> str:
    """Return all that an import of the spoiled sheet says."""
    lay(folder)
    tongue = "uk" if fault in IN_UKRAINIAN else "pl"
    file = exported(folder, "uk") if tongue == "uk" else filled(folder)
    ALL[fault](file)
    file = file.rename(file.with_name("ark.xlsx")) if file.exists() else file
    speak(language(code).tell)
    try:
        taken = translating.take_back(folder, file, TODAY)
        assert (folder / "sources" / "oversettelser" / f"{tongue}.yaml").exists()
        return "\n".join(map(str, taken.notes)) + "\n"
    except Faults as faults:
        assert not (folder / "sources" / "oversettelser" / f"{tongue}.yaml").exists()
        printed = io.StringIO()
        with redirect_stderr(printed):
            faults.show()
        return printed.getvalue()
    finally:
        speak(str)


def kept(fault: str, code: str) -> Path:
    """Return the file that holds what we say."""
    return HERE / f"{re.sub('[^a-z]+', '-', fault.lower())}.{code}.txt"


@pytest.mark.parametrize("code", ["en", "nb"])
@pytest.mark.parametrize("fault", ALL)
def test_a_spoiled_sheet_is_told_of(fault, code, tmp_path):
    told = said(tmp_path, fault, code)
    assert told == kept(fault, code).read_text(encoding="utf-8")
    assert ("Nothing" in told or "nothing was written" in told or "Ingenting ble" in told) == (
        fault not in ADVICE
    )


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
        for code in ("en", "nb"):
            with tempfile.TemporaryDirectory() as folder:
                kept(fault, code).write_text(said(Path(folder), fault, code), encoding="utf-8")


if __name__ == "__main__":
    _write_anew()

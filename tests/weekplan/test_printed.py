"""LibreOffice opens every plan that was worked on, and prints all its words and the insert's."""

import os
import re
import shutil
import subprocess
from pathlib import Path

import pypdfium2
import pytest

from pipeline import weekplan
from tests.weekplan.guards import is_sound
from tests.weekplan.inserts import MESSAGE, MONTH, lay, remove, source
from tests.weekplan.kinds import kinds
from tests.weekplan.plans import sample_plans

pytestmark = pytest.mark.consumer
KINDS = kinds()
PLACEHOLDERS = {"Klikk", "her"}  # what a control shows until it is filled
OFFICE = shutil.which("soffice")


def converted(folder: Path, ending: str, files: dict[str, bytes]) -> dict[str, bytes]:
    """Return each file as LibreOffice writes it in another format."""
    if not OFFICE:
        if os.environ.get("CI"):
            pytest.fail("LibreOffice is missing")
        pytest.skip("LibreOffice is missing")
    made = folder / ending
    made.mkdir()
    for name, content in files.items():
        (folder / f"{name}.docx").write_bytes(content)
    command = [OFFICE, "--headless", f"-env:UserInstallation={(folder / 'own').as_uri()}"]
    command += ["--convert-to", ending, "--outdir", str(made)]
    given = [str(folder / f"{name}.docx") for name in files]
    subprocess.run([*command, *given], check=True, capture_output=True, timeout=300)
    return {name: (made / f"{name}.{ending}").read_bytes() for name in files}


@pytest.fixture(scope="module")
def laid():
    return {str(at): lay(kind.content).content for at, kind in enumerate(KINDS.values())}


@pytest.fixture(scope="module")
def printed(laid, tmp_path_factory):
    return converted(tmp_path_factory.mktemp("printed"), "pdf", laid)


def read(pdf: bytes) -> tuple[int, str]:
    document = pypdfium2.PdfDocument(pdf)
    pages = []
    for page in document:
        text = page.get_textpage()
        pages.append(text.get_text_bounded())
        text.close()
        page.close()
    count = len(document)
    document.close()
    return count, plain("".join(pages))


def plain(text: str) -> str:
    return "".join(re.sub("[-\x02\xad\ufffe]", "", text).split())


def missing(said: str, printed: str) -> list[str]:
    """Return the words that are not on the paper; markers do not count, nor what is a field."""
    said = re.sub(r"\{\{[^}]*\}\}|20\.11\.2026", " ", said)
    return [one for one in said.split() if plain(one) not in printed]


@pytest.mark.parametrize("at", range(len(KINDS)), ids=list(KINDS))
def test_every_word_is_on_the_paper(printed, at):
    kind = KINDS[list(KINDS)[at]]
    _, text = read(printed[str(at)])
    assert plain(MESSAGE) in text
    assert plain(f"Månedens PALS: {MONTH}") in text
    before = weekplan.words(source(kind.content))
    shown = PLACEHOLDERS if list(KINDS)[at].startswith("a control") else set()
    assert set(missing(before, text)) <= shown


def test_a_word_that_is_not_there_is_missed():
    assert missing("Hei på deg", plain("Hei deg")) == ["på"]


def test_the_sample_plans_stay_on_one_page(printed):
    for at in range(len(sample_plans())):
        assert read(printed[str(at)])[0] == 1


def test_what_libreoffice_saved_is_found_again(laid, tmp_path):
    names = [name for name in laid if "text box" not in list(KINDS)[int(name)]]
    saved = converted(tmp_path, "docx", {name: laid[name] for name in names})
    for name, content in saved.items():
        again = lay(content, month="januar", message="Jeg hilser blidt.")
        assert all("earlier insert" in str(one) for one in again.places), list(KINDS)[int(name)]
        assert list(is_sound(b"", again.content)) == []
        taken = remove(content)
        assert MESSAGE not in weekplan.words(source(taken.content))

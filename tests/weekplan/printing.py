"""Lets LibreOffice convert many files, a few at a time."""

import os
import shutil
import subprocess
from pathlib import Path

import pypdfium2
import pytest

OFFICE = shutil.which("soffice")
AT_A_TIME = 60  # it dies of many more


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
    for at in range(0, len(given), AT_A_TIME):
        some = given[at : at + AT_A_TIME]
        subprocess.run([*command, *some], check=True, capture_output=True, timeout=300)
    return {name: (made / f"{name}.{ending}").read_bytes() for name in files}


def read(pdf: bytes) -> tuple[int, str]:
    """Return how many pages there are, and their text."""
    document = pypdfium2.PdfDocument(pdf)
    pages = []
    for page in document:
        text = page.get_textpage()
        pages.append(text.get_text_bounded())
        text.close()
        page.close()
    count = len(document)
    document.close()
    return count, "".join(pages)

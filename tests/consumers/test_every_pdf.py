"""Every PDF that the sample school's build makes keeps the standards, in every language."""

import re
import shutil
import subprocess
from io import BytesIO

import page as checker
import pikepdf
import pytest

from pipeline.build.ledger import Ledger
from pipeline.language import language
from tests.consumers.browser import missing

pytestmark = pytest.mark.consumer
TURNING = re.compile("[\u200e\u200f\u202a-\u202e\u2066-\u2069]")  # what pdftotext adds
ARABIC = "Brev hjem/2026-11-02 Gangen, arabisk/Brev.pdf"


def failures(content):
    return [
        f"{profile} {one.rule_id}"
        for profile in ("ua1", "2a")
        for one in checker.validate_pdf_bytes(content, profile=profile).failures
    ]


@pytest.fixture(scope="module")
def made(home):
    out = home / "output"
    entries = Ledger.open(out).made.items()
    return {
        file: ((out / file).read_bytes(), entry.job["language"])
        for file, entry in entries
        if file.endswith(".pdf")
    }


def test_every_one_can_be_read_aloud_and_kept(made):
    assert {code for _, code in made.values()} >= {"nb", "nn", "en", "pl", "uk", "ar", "ti"}
    found = {file: failures(content) for file, (content, _) in made.items()}
    assert {file: faults for file, faults in found.items() if faults} == {}


def test_every_one_tells_its_language(made):
    for file, (content, code) in made.items():
        with pikepdf.open(BytesIO(content)) as document:
            told = str(document.Root.get("/Lang", ""))
        assert told.split("-")[0] == code, file


def test_a_planted_fault_is_seen(made):
    with pikepdf.open(BytesIO(made[ARABIC][0])) as document:
        del document.Root["/Lang"]
        stream = BytesIO()
        document.save(stream)
    assert failures(stream.getvalue())


def test_arabic_is_read_in_its_order(home):
    if not shutil.which("pdftotext"):
        missing("pdftotext")
    command = ["pdftotext", "-raw", str(home / "output" / ARABIC), "-"]
    text = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    there = " ".join(TURNING.sub("", text).split())
    spoken = language("ar")
    for sentence in (
        "This is how you can help at home",
        "See the film",
        "Dear parents and guardians",
    ):
        assert spoken.say(sentence).rstrip(":") in there, there[:400]

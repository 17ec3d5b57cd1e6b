"""The sample school's posters, built once for all workers."""

import os
import subprocess
import sys
from pathlib import Path

import filelock
import pytest

from tests.consumers.browser import browser, open_, tab
from tests.consumers.poster import posters_of
from tests.consumers.printing import ROOT, lay_out

__all__ = ["browser", "open_", "tab"]  # for all tests here


@pytest.fixture(scope="session")
def home(tmp_path_factory) -> Path:
    """The sample school's folder with its output; the first worker builds, the others wait."""
    shared = tmp_path_factory.getbasetemp()
    if os.environ.get("PYTEST_XDIST_WORKER"):
        shared = shared.parent
    school = shared / "consumers" / "school"
    school.parent.mkdir(exist_ok=True)
    with filelock.FileLock(school.with_name("lock")):
        done = school.with_name("done")
        if not done.exists():
            lay_out(school)
            command = [sys.executable, "-m", "tests.consumers.printing", str(school)]
            told = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)
            assert told.returncode == 0, told.stderr
            done.touch()
    return school


@pytest.fixture(scope="session")
def posters(home):
    return posters_of(home)

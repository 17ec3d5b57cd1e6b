"""What all tests share: a cache of their own, and a small school that nothing is wrong with."""

import os
import tempfile

os.environ["PALS_CACHE"] = tempfile.mkdtemp(prefix="pals-tests-")
os.environ["PALS_LANGUAGE"] = "en"

import shutil

import pytest

from pipeline.problems import speak
from tests.small import lay_out


@pytest.fixture(scope="session", autouse=True)
def cache_of_our_own():
    yield
    shutil.rmtree(os.environ["PALS_CACHE"], ignore_errors=True)


@pytest.fixture(autouse=True)
def told_in_english():
    """Problems are told as they are written, whatever an earlier test has spoken."""
    speak(str)


@pytest.fixture
def home(tmp_path):
    """A small school's folder, with two drawings and a logo."""
    return lay_out(tmp_path / "Lia skole")

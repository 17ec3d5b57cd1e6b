"""Packed files are taken apart and put together again byte for byte."""

import io
import struct
import zipfile

import pytest

from pipeline.weekplan import package as zipped
from pipeline.weekplan.package import unpacked
from tests.weekplan.plans import package, parts

PLAN = package("<w:p/>")


class Stream(io.RawIOBase):
    """What can not be wound back, so that sizes are written after the data."""

    def __init__(self):
        self.data = b""

    def writable(self):
        return True

    def write(self, data):
        self.data += bytes(data)
        return len(data)


def described() -> bytes:
    """Return a file whose entries tell their sizes after their data, as Google writes them."""
    out = Stream()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, data in parts(PLAN).items():
            packed.writestr(zipfile.ZipInfo(name, (2026, 1, 2, 3, 4, 6)), data)
        packed.comment = b"from elsewhere"
    return out.data


FILES = {"usual": PLAN, "described": described()}


@pytest.mark.parametrize("name", FILES)
def test_nothing_changed_is_byte_for_byte(name):
    assert unpacked(FILES[name]).packed() == FILES[name]


@pytest.mark.parametrize("name", FILES)
def test_a_change_leaves_the_other_entries_as_they_lie(name):
    data = FILES[name]
    before = unpacked(data)
    after = before.changed({"word/document.xml": b"<new/>", "word/media/a.png": b"png"})
    written = after.packed()
    again = unpacked(written)
    assert parts(written) == parts(data) | {
        "word/document.xml": b"<new/>",
        "word/media/a.png": b"png",
    }
    for one, entry in before.entries.items():
        same = again.entries[one].local == entry.local
        assert same == (one != "word/document.xml")
    with zipfile.ZipFile(io.BytesIO(written)) as packed:
        assert packed.getinfo("word/document.xml").date_time[0] == 2026
        assert packed.comment == (b"from elsewhere" if name == "described" else b"")
        assert packed.namelist()[-1] == "word/media/a.png"


def test_what_was_laid_in_is_taken_out():
    before = unpacked(PLAN)
    after = before.changed({"word/ærlig.xml": b"<a/>"}).changed({"word/ærlig.xml": None})
    assert after.packed() == PLAN


@pytest.mark.parametrize("data", [b"", b"PK\3\4", PLAN[:-30], PLAN[: len(PLAN) // 2]])
def test_what_does_not_hang_together_is_told(data):
    with pytest.raises(zipped.DAMAGES):
        unpacked(data)


def test_a_wrong_offset_is_told():
    at = PLAN.index(b"PK\1\2")
    wrong = PLAN[: at + 42] + struct.pack("<L", 7) + PLAN[at + 46 :]
    with pytest.raises(zipped.DAMAGES):
        unpacked(wrong)

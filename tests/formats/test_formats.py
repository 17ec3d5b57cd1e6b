"""The formats are found by being there."""

import subprocess
import sys

import pytest

from pipeline import formats
from pipeline.paper.sheet import Sheets


@pytest.mark.parametrize("name", formats.names())
def test_each_format_says_what_it_is(name):
    form = formats.format(name)
    assert formats.summary(name).endswith(".")
    assert form.SUFFIX.isalnum()
    assert bool(form.PAPERS) != bool(form.MADE_FROM)
    assert form.MADE_FROM in ("", *formats.names())


def test_suffixes_differ():
    suffixes = [formats.suffix(name) for name in formats.names()]
    assert len(set(suffixes)) == len(suffixes)


def test_sheets_become_pdf_and_png():
    assert [name for name in ("pdf", "png") if formats.paints(name, Sheets)] == ["pdf", "png"]
    assert not formats.paints("png", str)


def test_an_unknown_format_is_refused():
    with pytest.raises(LookupError):
        formats.format("gif")


def test_listing_loads_nothing_heavy():
    code = (
        "import sys; from pipeline import formats; [formats.summary(n) for n in formats.names()];"
        "print([m for m in ('pikepdf', 'uharfbuzz', 'PIL', 'pypdfium2') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"

"""Damaged, locked, huge and hostile files are refused in words, soon and with little memory."""

import io
import random
import tempfile
import time
import tracemalloc
import zipfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.problems import Faults
from pipeline.readers import Reading, read_matrices
from tests.readers.written import MATRIX, WORDS, write

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600


@pytest.fixture(scope="module")
def whole(tmp_path_factory):
    """One good file of each kind, as bytes."""
    folder = tmp_path_factory.mktemp("whole")
    kinds = ("docx", "xlsx", "csv", "yaml")
    return {kind: write(folder, kind, MATRIX).read_bytes() for kind in kinds}


def repacked(data, part, change):
    """Return the packed file with one part changed."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", 8) as new:
        for name in old.namelist():
            new.writestr(name, change(old.read(name)) if name == part else old.read(name))
        if part not in old.namelist():
            new.writestr(part, change(b""))
    return out.getvalue()


def odt():
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as packed:
        packed.writestr("mimetype", "application/vnd.oasis.opendocument.text")
    return out.getvalue()


def locked_zip():
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as packed:
        packed.writestr("word/document.xml", "x")
    data = bytearray(out.getvalue())
    data[data.index(b"PK\x01\x02") + 8] |= 1
    return bytes(data)


DOCUMENT, SHEET = "word/document.xml", "xl/worksheets/sheet1.xml"
BOMB = b'<!DOCTYPE a [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>'
ENDLESS = b'</sheetData><mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>'
HOSTILE = {
    "empty": ("m.docx", lambda _: b"", "the file is empty"),
    "no zip": ("m.docx", lambda _: b"Hei, dette er tekst", "damaged"),
    "cut short": ("m.docx", lambda of: of["docx"][:-900], "damaged"),
    "old Word": ("m.docx", lambda _: OLE, "old Office kind"),
    "locked": ("m.docx", lambda _: OLE + "EncryptedPackage".encode("utf-16-le"), "password"),
    "locked zip": ("m.docx", lambda _: locked_zip(), "password"),
    "a PDF": ("m.docx", lambda _: b"%PDF-1.7 ...", "in truth a PDF"),
    "a workbook": ("m.docx", lambda of: of["xlsx"], "in truth an Excel workbook"),
    "a document": ("m.xlsx", lambda of: of["docx"], "in truth a Word document"),
    "OpenDocument": ("m.docx", lambda _: odt(), "OpenDocument"),
    "packed as text": ("m.csv", lambda of: of["xlsx"], "in truth a packed file"),
    "packed as YAML": ("m.yaml", lambda of: of["docx"], "in truth a packed file"),
    "zip bomb": (
        "m.docx",
        lambda of: repacked(of["docx"], "word/media/a.png", lambda _: b"\0" * 90_000_000),
        "far more packed",
    ),
    "XML bomb": (
        "m.docx",
        lambda of: repacked(of["docx"], DOCUMENT, lambda d: BOMB + d.split(b"?>", 1)[1]),
        "definitions",
    ),
    "XML bomb in a workbook": (
        "m.xlsx",
        lambda of: repacked(of["xlsx"], SHEET, lambda d: BOMB + d),
        "definitions",
    ),
    "bomb under another name": (
        "m.xlsx",
        lambda of: repacked(of["xlsx"], "xl/media/a.bin", lambda _: BOMB + b"<a/>"),
        "definitions",
    ),
    "deep": (
        "m.docx",
        lambda of: repacked(
            of["docx"], DOCUMENT, lambda d: d.replace(b"<w:body>", b"<w:body>" + b"<w:sdt>" * 9000)
        ),
        "far more packed",
    ),
    "endless merge": (
        "m.xlsx",
        lambda of: repacked(of["xlsx"], SHEET, lambda d: d.replace(b"</sheetData>", ENDLESS)),
        "far more packed",
    ),
    "many cells of text": ("m.csv", lambda _: b"a;b\n" * 100_000, "too large"),
    "long text": ("m.yaml", lambda _: b"a: " + b"x " * 600_000, "larger than 1 MB"),
    "levels": ("m.yaml", lambda _: b"[" * 100_000, "too many levels"),
    "aliases": ("m.yaml", lambda _: b"a: &a [x]\nb: *a\n", "points from one place"),
    "binary": ("m.csv", lambda _: b"\0\1\2;a\n" * 9, "letters in this file"),
    "other suffix": ("m.doc", lambda _: OLE, "save it as a Word document"),
    "misspelt suffix": ("m.docs", lambda _: OLE, "Did you mean '.docx'"),
    "PDF by name": ("m.pdf", lambda _: b"%PDF", "document that the PDF was made from"),
}


@pytest.mark.parametrize("case", HOSTILE)
def test_it_is_refused_in_words(case, whole, tmp_path):
    name, made, said = HOSTILE[case]
    path = tmp_path / name
    path.write_bytes(made(whole))
    tracemalloc.start()
    begun = time.perf_counter()
    with pytest.raises(Faults) as found:
        read_matrices(path, WORDS)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert str(found.value.message).startswith(name)
    assert said in found.value.message
    assert time.perf_counter() - begun < 10
    assert peak < 300_000_000


def test_what_is_no_file(tmp_path):
    for path, said in ((tmp_path, "a folder"), (tmp_path / "no.docx", "no such file")):
        with pytest.raises(Faults, match=said):
            read_matrices(path, WORDS)


@settings(max_examples=60, deadline=None)
@pytest.mark.parametrize("kind", ["docx", "xlsx", "csv", "yaml"])
@given(seed=st.integers(0, 2**32), blows=st.integers(1, 12))
def test_no_bytes_bring_a_traceback(kind, whole, seed, blows):
    dice = random.Random(seed)
    data = bytearray(whole[kind])
    if kind in ("docx", "xlsx") and seed % 2:
        data = bytearray(_unpacked(bytes(data), dice, blows))
    else:
        _spoil(data, dice, blows)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"m.{kind}"
        path.write_bytes(data)
        try:
            assert isinstance(read_matrices(path, WORDS), Reading)
        except Faults as found:
            assert str(found.problems[0].place).startswith(path.name)
            assert found.message


def _spoil(data, dice, blows):
    for _ in range(blows):
        data[dice.randrange(len(data))] = dice.randrange(256)
    if not dice.randrange(3):
        del data[dice.randrange(len(data)) :]


def _unpacked(data, dice, blows):
    """Return the file with blows to the inside of one part, so that the zip itself stays good."""
    with zipfile.ZipFile(io.BytesIO(data)) as packed:
        part = dice.choice(packed.namelist())

    def change(old):
        inner = bytearray(old)
        for _ in range(blows):
            at = dice.randrange(len(inner))
            inner[at : at + dice.randrange(3)] = bytes(dice.choice(b'<>/="aw1 :') for _ in range(2))
        return bytes(inner)

    return repacked(data, part, change)

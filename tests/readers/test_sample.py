"""The sample school's own matrices are read without a note, and stand whole in each language."""

from pathlib import Path

import pytest

from pipeline.readers import read_matrices, read_settings
from tests.readers.written import WORDS

SOURCES = Path(__file__).parents[2] / "sources"


@pytest.fixture(scope="module")
def reading():
    return read_matrices(SOURCES / "matriser.docx", WORDS)


def lines(reading):
    rows = (row for one in reading.matrices for row in one.cells.values())
    return [line for row in rows for cell in row.values() for line in cell]


def test_nine_arenas_in_two_matrices(reading):
    assert reading.notes == ()
    assert [(one.title, one.audience) for one in reading.matrices] == [
        ("Ute og underveis", "elev"),
        ("Inne", "elev"),
    ]
    assert [len(one.arenas) for one in reading.matrices] == [4, 5]
    assert {one.values for one in reading.matrices} == {("Respekt", "Ansvar", "Omsorg")}


def test_the_lines_keep_the_rules_that_we_give(reading):
    found = lines(reading)
    assert len(found) == len(set(found)) <= 45
    for line in found:
        assert line.startswith("Jeg ")
        assert len(line) <= 36
        assert len(line.split()) <= 6
        assert max(map(len, line.split())) <= 10


@pytest.mark.parametrize("code", ["nn", "en"])
def test_every_word_is_translated(reading, code):
    given = read_settings(SOURCES / "oversettelser" / f"{code}.yaml")
    asked = set(lines(reading))
    for one in reading.matrices:
        asked |= {one.title, *one.values, *one.arenas}
    assert asked <= set(given)
    assert all(len(given[words]) <= 36 for words in asked)

"""Every value knows its place, in the words of the program that shows it."""

import pytest

from pipeline.problems import place_of
from pipeline.readers import read_matrices
from tests.readers.written import MATRIX, WORDS, write

PLACES = {
    "docx": {
        "title": 'matriser.docx, under "Ute og underveis"',
        "value": 'matriser.docx, table 1, row 1, column "Ansvar"',
        "arena": 'matriser.docx, table 1, row 3, column "Arena"',
        "line": 'matriser.docx, table 1, row 3, column "Omsorg"',
    },
    "xlsx": {
        "title": 'matriser.xlsx, sheet "Ute og underveis"',
        "value": 'matriser.xlsx, sheet "Ute og underveis", cell C1',
        "arena": 'matriser.xlsx, sheet "Ute og underveis", cell A3',
        "line": 'matriser.xlsx, sheet "Ute og underveis", cell D3',
    },
    "csv": {
        "title": "matriser.csv, line 1",
        "value": 'matriser.csv, line 2, column "Ansvar"',
        "arena": 'matriser.csv, line 5, column "Arena"',
        "line": 'matriser.csv, line 5, column "Omsorg"',
    },
    "yaml": {
        "title": "matriser.yaml, line 1",
        "value": "matriser.yaml, line 5",
        "arena": "matriser.yaml, line 7",
        "line": "matriser.yaml, line 10",
    },
}


@pytest.mark.parametrize("kind", PLACES)
def test_values_know_their_place(kind, tmp_path):
    (one,) = read_matrices(write(tmp_path, kind, MATRIX, corner="Arena"), WORDS).matrices
    found = {
        "title": one.title,
        "value": one.values[1],
        "arena": one.arenas[1],
        "line": one.cells["I gangen"]["Omsorg"][1],
    }
    assert {what: str(place_of(words)) for what, words in found.items()} == PLACES[kind]


def test_values_down_the_side_are_placed_by_arena(tmp_path):
    (one,) = read_matrices(write(tmp_path, "docx", MATRIX, by_columns=False), WORDS).matrices
    line = one.cells["I gangen"]["Respekt"][0]
    assert str(place_of(line)) == 'matriser.docx, table 1, row 2, column "I gangen"'

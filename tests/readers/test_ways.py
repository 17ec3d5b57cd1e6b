"""Schools write their matrices in many ways; each is read, and what was decided is said."""

import pytest

from pipeline.intake.matrices import matrix_words
from pipeline.readers import as_json, read_matrices
from tests.readers.ways import all_ways

WAYS = all_ways()


@pytest.mark.parametrize("name", WAYS)
def test_the_way_is_read(name, tmp_path):
    way = WAYS[name]
    path = tmp_path / f"{way.file}.{way.kind}"
    way.build(path)
    reading = read_matrices(path, matrix_words(), way.values, way.arenas)
    assert as_json(reading) == way.read
    told = [str(note).split("\n")[0] for note in reading.notes]
    assert len(told) == len(way.said), told
    for note, said in zip(told, way.said, strict=True):
        assert said in note
    assert all(one.decided for one in reading.matrices)


def test_there_are_ways_enough():
    assert len(WAYS) >= 50

"""Files that only other programs make are read as the list beside each of them says."""

import json
from pathlib import Path

import pytest

from pipeline.intake.matrices import matrix_words
from pipeline.readers import as_json, read_matrices

FILES = sorted(Path(__file__).parent.glob("files/*.json"))


@pytest.mark.parametrize("beside", FILES, ids=lambda path: path.stem)
def test_it_is_read_as_the_list_beside_it_says(beside):
    wanted = json.loads(beside.read_text(encoding="utf-8"))
    reading = read_matrices(beside.with_suffix(""), matrix_words())
    assert as_json(reading) == wanted["read"]
    told = [str(note).split("\n")[0] for note in reading.notes]
    assert len(told) == len(wanted["said"]), told
    for note, said in zip(told, wanted["said"], strict=True):
        assert said in note

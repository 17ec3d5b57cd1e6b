"""Whatever kind of file a matrix is written in, and however it lies, the same records come out."""

import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pipeline.readers import as_json, read_matrices
from tests.readers import layouts
from tests.readers.written import BULLETS, KINDS, MATRIX, WORDS, write


@pytest.mark.parametrize("title", ["heading", "row", "file"])
@pytest.mark.parametrize("by_columns", [True, False], ids=["columns", "rows"])
@pytest.mark.parametrize("kind", KINDS)
def test_the_same_matrix_comes_out_of_every_kind(kind, by_columns, title, tmp_path):
    path = write(tmp_path, kind, MATRIX, title, by_columns=by_columns)
    reading = read_matrices(path, WORDS)
    assert as_json(reading) == [MATRIX]
    noted = [str(note) for note in reading.notes]
    assert len(noted) == (title == "file")
    assert all("after the file" in note for note in noted)


@pytest.mark.parametrize("bullet", BULLETS)
@pytest.mark.parametrize("kind", KINDS[:3])
def test_bullets_are_taken_off(kind, bullet, tmp_path):
    path = write(tmp_path, kind, MATRIX, bullet=bullet, corner="Arena")
    assert as_json(read_matrices(path, WORDS)) == [MATRIX]


def test_json_is_read_back_as_it_was_told(tmp_path):
    path = write(tmp_path, "json", MATRIX)
    assert as_json(read_matrices(path, WORDS)) == [MATRIX]


NAMES = st.text("abcdefgæøåÆØÅ éšđŋ", min_size=4, max_size=14).map(
    lambda text: " ".join(text.split()).capitalize()
)
name = NAMES.filter(lambda text: len(text) > 3)
line = name.map(lambda text: f"Jeg {text.lower()}")


@st.composite
def matrices(draw, fewest=0):
    """Any school's matrix: values and arenas of its own, a cell with up to four lines."""
    unlike = {"unique_by": lambda text: text.casefold()[:4]}
    names = draw(st.lists(name, min_size=4, max_size=8, **unlike))
    half = draw(st.integers(2, len(names) - 2))
    values = [f"V{text.casefold()}" for text in names[:half]]
    arenas = [f"I {text.casefold()}" for text in names[half:]]
    cells = {
        arena: {value: draw(st.lists(line, min_size=fewest, max_size=4)) for value in values}
        for arena in arenas
    }
    cells[arenas[0]][values[0]] = ["Jeg er her"]
    return {
        "title": "Inne",
        "audience": "elev",
        "values": values,
        "arenas": arenas,
        "cells": cells,
    }


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@pytest.mark.parametrize("kind", KINDS)
@given(matrix=matrices(), by_columns=st.booleans(), bullet=st.sampled_from(BULLETS))
def test_any_school_is_read_back(kind, matrix, by_columns, bullet):
    with tempfile.TemporaryDirectory() as folder:
        path = write(Path(folder), kind, matrix, by_columns=by_columns, bullet=bullet)
        reading = read_matrices(path, WORDS, matrix["values"])
    assert as_json(reading) == [matrix]
    assert reading.notes == ()


@settings(max_examples=5, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@pytest.mark.parametrize(
    ("layout", "kind"),
    [
        (layout, kind)
        for layout in (*layouts.ALONE, *layouts.PAIRED)
        for kind in layouts.KINDS
        if layouts.fits(layout, kind)
    ],
    ids=lambda one: one if isinstance(one, str) else one.__name__,
)
@given(matrix=matrices(fewest=1), other=st.lists(line, min_size=1, max_size=3))
def test_any_layout_is_read_back(layout, kind, matrix, other):
    cells = {arena: dict.fromkeys(row, other) for arena, row in matrix["cells"].items()}
    adults = matrix | {"audience": "voksen", "cells": cells}
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"m.{kind}"
        layouts.write(path, layout(matrix, adults))
        reading = read_matrices(path, WORDS, matrix["values"], matrix["arenas"])
    wanted = [matrix, adults] if layout in layouts.PAIRED else [matrix]
    assert as_json(reading) == wanted
    assert reading.notes == ()

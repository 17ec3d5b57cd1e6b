"""Matrices written by name: their keys are checked, and a wrong one is told at its line."""

import pytest

from pipeline.problems import Faults
from pipeline.readers import as_json, read_matrices
from tests.readers.written import WORDS

SHORT = """\
tittel: Inne
målgruppe: voksne
arenaer:
  I gangen: {Respekt: [Jeg hilser], Ansvar: Jeg går rolig}
  På SFO:
"""


def read(tmp_path, text):
    path = tmp_path / "m.yaml"
    path.write_text(text, encoding="utf-8")
    return read_matrices(path, WORDS)


def test_the_short_form(tmp_path):
    assert as_json(read(tmp_path, SHORT)) == [
        {
            "title": "Inne",
            "audience": "voksen",
            "values": ["Respekt", "Ansvar"],
            "arenas": ["I gangen", "På SFO"],
            "cells": {
                "I gangen": {"Respekt": ["Jeg hilser"], "Ansvar": ["Jeg går rolig"]},
                "På SFO": {"Respekt": [], "Ansvar": []},
            },
        }
    ]


def test_a_list_under_a_key_of_its_own(tmp_path):
    indented = "".join(f"    {line}\n" for line in SHORT.splitlines())
    assert len(read(tmp_path, "matriser:\n  -\n" + indented).matrices) == 1


WRONG = {
    "key": (SHORT.replace("tittel", "titel"), "line 1: 'titel' is not asked for here"),
    "audience": (SHORT.replace("voksne", "foreldre"), "line 2: 'foreldre' is not one of those"),
    "number": (SHORT.replace("Jeg går rolig", "12"), "line 4: 'Ansvar' holds something else"),
    "no lines": (SHORT + "  I timen: Jeg lytter\n", "line 6: 'I timen' has no values"),
    "values": (SHORT + "verdier: Respekt\n", "line 6: 'values' must be a list of names"),
    "no arenas": ("tittel: Inne\n", "there are no arenas with values and lines"),
    "unlisted value": (
        SHORT + "verdier: [Respekt, Ansvarlig]\n",
        "line 4: 'Ansvar' is not among those listed in 'values'.\n    Did you mean 'Ansvarlig'?",
    ),
    "unlisted arena": (
        "arenas: [I timen]\ncells: {I timer: {Respekt: Jeg ser}}\n",
        "line 2: 'I timer' is not among those listed in 'arenas'",
    ),
    "both tongues": (SHORT + "title: Ute\n", "line 6: 'title' is given in two languages"),
    "words": ("Bare ord\n", "there is no list of matrices"),
    "list of words": ("- Bare ord\n", "line 1: this is no matrix"),
}


@pytest.mark.parametrize("case", WRONG)
def test_it_is_told_at_its_line(case, tmp_path):
    text, said = WRONG[case]
    with pytest.raises(Faults) as found:
        read(tmp_path, text)
    assert said in found.value.message

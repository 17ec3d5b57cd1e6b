"""A letter that no font has is told where it was written, in each language that is made."""

from datetime import date

import pytest

from pipeline.build import composing, press
from pipeline.build.lettering import look_over
from pipeline.build.plan import Choice
from pipeline.model import Arena, Focus, Matrix, School, Year
from pipeline.problems import Faults, Gathered, Place, Sourced
from tests.small import lay_out

TODAY = date(2026, 9, 1)
HAN = "\u4e2d"


def school(line, question=""):
    """Return a school with the line in a matrix and the question in its year, and their places."""
    arena = Arena(Sourced("Gangen"), ((Sourced(line, Place("matriser.md").at(line=7)),),))
    asked = Sourced(question, Place("skolear.yaml").at(line=12))
    focus = Focus(arena, TODAY, TODAY, question=asked)
    matrix = Matrix(Sourced("Elever"), "elev", (arena,))
    return School(Sourced("Skolen"), "nb", (), (matrix,), year=Year(TODAY, TODAY, (focus,)))


def told(*schools):
    gathered = Gathered()
    look_over(schools, gathered)
    return [str(one) for one in gathered]


def test_letters_of_all_the_languages_are_let_through():
    assert told(school("Jeg går rolig – «čáŋŧ» Ґ ź ị", "مرحبا ሰላም สวัสดี می‌روم")) == []


def test_a_letter_without_a_font_is_told_once_with_its_place():
    (line, question) = told(school(f"Jeg går {HAN}", "Hva \u2605?"), school(f"Jeg går {HAN}"))
    assert line.startswith("matriser.md, line 7") and f"{HAN} (U+4E2D)" in line
    assert question.startswith("skolear.yaml, line 12") and "U+2605" in question


def test_no_paper_is_composed_of_it(tmp_path):
    lay_out(tmp_path)
    settings = tmp_path / "sources" / "skole.yaml"
    text = settings.read_text(encoding="utf-8")
    name = next(line for line in text.splitlines() if line.startswith("navn:"))
    settings.write_text(text.replace(name, f"{name} {HAN}"), encoding="utf-8")
    choice = Choice(("matrix_poster",), formats=("pdf",))
    with pytest.raises(Faults) as faults:
        composing.compose(tmp_path, choice, (), TODAY, press.Here())
    (problem,) = [one for one in faults.value.problems if not one.advice]
    assert str(problem.place).startswith("skole.yaml") and HAN in str(problem)

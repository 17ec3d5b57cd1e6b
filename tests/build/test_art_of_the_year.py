"""Drawings of the year are cleaned, forgotten when withdrawn, and told of where unsharp."""

from datetime import date

import pytest

from pipeline import cache
from pipeline.build import art, taking
from pipeline.paper.sheet import Box, Picture, Sheet, Sheets
from pipeline.problems import Gathered
from tests.intake.school import DRAWINGS, SKOLEAR

TODAY = date(2026, 11, 23)
THEME = SKOLEAR.replace("      arena: skolegården", "      arena: gangen")


class OneByOne:
    """Works in this process."""

    map = staticmethod(map)


@pytest.fixture
def school(home):
    (home / "sources" / "skolear.yaml").write_text(THEME, encoding="utf-8")
    return home


def joined(home, drawings):
    (home / "assets" / "drawings.yaml").write_text(drawings, encoding="utf-8")
    gathered = Gathered()
    taken = taking.taken(home, TODAY)
    found = art.join(taken, home / "assets", TODAY, OneByOne(), gathered)
    assert list(gathered) == []
    return found


def arts(school):
    return [one.drawing and one.drawing.art for one in school.year.arenas]


def test_drawings_of_the_year_are_made_clean(school):
    home_alone = DRAWINGS.replace("{vegg: ja, ukeplan: ja}", "{ukeplan: ja}")
    there = joined(school, home_alone)
    yard, theme, corridor = arts(there)
    assert yard and yard.width > 0
    assert (theme, corridor) == (None, None)  # undrawn, and not for week plans
    assert next(there.arenas).drawing is None


def test_a_withdrawn_drawing_is_forgotten(school):
    yard = arts(joined(school, DRAWINGS))[0]
    store = cache.folder("drawings")
    assert list(store.glob(f"{yard.digest}*"))
    there = joined(school, DRAWINGS.replace("ukeplan: ja}", "ukeplan: ja, trukket: ja}"))
    assert arts(there) == [None, None, None]
    assert not list(store.glob(f"{yard.digest}*"))


def test_an_unsharp_drawing_of_the_year_is_told_of(school):
    home_alone = DRAWINGS.replace("{vegg: ja, ukeplan: ja}", "{ukeplan: ja}")
    there = joined(school, home_alone)
    picture = Picture(Box(0, 0, 900, 600), arts(there)[0])
    gathered = Gathered()
    art.sharp([(_paper(picture), "A2")], there, gathered)
    (problem,) = gathered
    assert "gard.jpg has" in str(problem.what)


def _paper(picture):
    return Sheets("t", "nb", (Sheet(900, 600, (picture,)),))


def test_the_year_is_remembered_with_the_school(school):
    first = taking.taken(school, TODAY)
    again = taking.taken(school, TODAY)
    assert again.school == first.school and again.school is not first.school
    (school / "sources" / "skolear.yaml").write_text(
        THEME.replace("Når var du", "Hvor var du"), encoding="utf-8"
    )
    assert taking.taken(school, TODAY).school.year.focuses[0].question.startswith("Hvor")

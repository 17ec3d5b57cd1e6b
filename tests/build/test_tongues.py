"""A build tells once of each language what nobody has translated, and that nobody checked it."""

from datetime import date

import pytest

from pipeline.build.tongues import tell
from pipeline.intake import in_language, take_in
from pipeline.language import language
from pipeline.paper.flow import Flow, Run, Words
from pipeline.paper.sheet import Letters
from pipeline.problems import Gathered
from tests.intake.school import SKOLEAR, lay

LETTERS = Letters("Nunito", 400, 12.0, "#000000")


@pytest.fixture
def school(tmp_path):
    return take_in(lay(tmp_path, skolear=SKOLEAR), date(2026, 11, 23)).school


def letter(code, *texts):
    return Flow("", code, tuple(Words((Run(one, LETTERS),)) for one in texts))


def told(school, code, *papers):
    gathered = Gathered()
    tell(school, {code: in_language(school, code)[1]}, {code: list(papers)}, gathered)
    return [str(one.what) for one in gathered]


def test_only_what_the_papers_print_is_missing(school):
    paper = letter("pl", "Jeg venter på tur", "Omsorg: Jeg inviterer andre med")
    missing, unchecked = told(school, "pl", paper)
    assert missing.startswith("3 texts have no translation")
    assert "has not been checked" in unchecked


def test_one_missing_text_is_named(school):
    assert told(school, "pl", letter("pl", "Jeg venter på tur"))[0].startswith(
        "'Jeg venter på tur'"
    )


def test_nothing_is_missing_where_nothing_is_printed(school):
    assert len(told(school, "pl", letter("pl", "Cześć"))) == 1
    assert len(told(school, "pl")) == 1


def test_a_language_that_somebody_has_checked_is_not_told_of(school, monkeypatch):
    monkeypatch.setitem(language("pl").facts, "checked_by", "Anna Nowak")
    assert told(school, "pl", letter("pl", "Cześć")) == []


@pytest.mark.parametrize("code", ["nn", "en"])
def test_of_the_schools_own_languages_all_texts_count(school, code):
    (missing,) = told(school, code)
    assert "texts have no translation" in missing

"""What can be asked for is told, and understood, in the school's own words."""

from dataclasses import replace
from datetime import date

import pytest

from pipeline import formats, products
from pipeline.build.choices import choices
from pipeline.build.plan import Choice, _meant, within
from pipeline.intake import take_in
from pipeline.language import language
from pipeline.problems import Gathered, nearest
from tests.intake.school import lay

TODAY = date(2026, 11, 23)
SUMMARIES = [
    *(products.summary(name) for name in products.names()),
    *(formats.summary(name) for name in formats.names()),
]


@pytest.fixture(scope="module")
def school(tmp_path_factory):
    return take_in(lay(tmp_path_factory.mktemp("school")), TODAY).school


def asked(school, **words):
    """Return what the words were taken for, and what was said of those that mean nothing."""
    gathered = Gathered()
    found = within(Choice(**{name: tuple(said) for name, said in words.items()}), school, gathered)
    return found, [str(problem) for problem in gathered]


def without_words(summaries, code):
    return [text for text in summaries if text not in language(code).phrases]


@pytest.mark.parametrize("code", ["nb", "nn"])
def test_every_summary_is_in_both_written_forms(code):
    assert without_words(SUMMARIES, code) == []


def test_a_summary_that_nobody_has_translated_is_seen():
    planted = [*SUMMARIES, "A kite of the whole matrix."]
    assert without_words(planted, "nn") == ["A kite of the whole matrix."]


@pytest.mark.parametrize("code", ["nb", "nn"])
def test_what_can_be_made_is_told_in_the_language(code):
    spoken = language(code)
    told = dict(choices(None, spoken)[0][1])
    assert told["arena_poster"].startswith(spoken.say("Arena posters"))
    assert spoken.say(products.summary("arena_poster")) in told["arena_poster"]


@pytest.mark.parametrize(
    "written",
    ["arena_poster", "Arenaplakater", "arenaplakater", "ARENAPLAKAT", "arenaplakat", "arena"],
)
def test_a_product_goes_by_its_title_too(written, school):
    found, said = asked(school, products=[written])
    assert (found.products, said) == (("arena_poster",), [])


def test_a_title_is_in_the_schools_own_written_form(school):
    found, said = asked(replace(school, language="nn"), products=["matriseplakatar"])
    assert (found.products, said) == (("matrix_poster",), [])


@pytest.mark.parametrize("written", ["gang", "Gangen", "i gangen"])
def test_an_arena_goes_by_its_short_name_too(written, school):
    assert asked(school, arenas=[written])[0].arenas == ("I gangen",)


def test_a_language_goes_by_its_name_too(school):
    assert asked(school, languages=["Nynorsk", "en"])[0].languages == ("nn", "en")


@pytest.mark.parametrize("written", ["are", "plakat", "xyz"])
def test_what_is_too_short_or_begins_nothing_is_not_taken(written, school):
    found, said = asked(school, products=[written])
    assert found.products == ()
    assert len(said) == 1


def test_a_beginning_that_several_have_in_common_is_not_taken():
    words = {"Matriseplakater": "matrix_poster", "Matrisekort": "matrix_card"}
    assert _meant("matriseplakat", words) == "matrix_poster"
    assert _meant("matrise", words) is None


def test_each_choice_is_listed_once_in_the_schools_words(school):
    _, (products_, arenas) = asked(school, products=["xyz"], arenas=["månen"])
    listed = products_.partition("Choose one of: ")[2].removesuffix(".").split(", ")
    assert {"Arenaplakater", "Matriseplakater", "Voksenark"} < set(listed)
    assert len(listed) == len(set(listed)) and listed[-1] == "Logo"
    assert arenas.endswith("Choose one of: Skolegården, Gangen.")


@pytest.mark.parametrize(
    ("written", "known", "meant"),
    [
        ("skoleveien", ["Skolegården", "Gangen"], None),
        ("skolegard", ["Skolegården", "Gangen"], "Skolegården"),
        ("gangn", ["Skolegården", "Gangen"], "Gangen"),
        ("pfd", ["pdf", "png"], "pdf"),
        ("hjerete", ["hjerte", "stjerne"], "hjerte"),
        ("Jeg går stille forbi andre", ["Jeg går rolig på høyre side"], None),
    ],
)
def test_only_what_is_much_alike_is_guessed(written, known, meant):
    assert nearest(written, known) == meant

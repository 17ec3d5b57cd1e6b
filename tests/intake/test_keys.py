import pytest

from pipeline.intake import keys
from pipeline.model import SHAPES
from pipeline.problems import phrase
from tests.intake.school import node


@pytest.mark.parametrize(
    ("written", "meant"),
    [("hjerte", "heart"), ("Hjarte", "heart"), ("heart", "heart"), ("  SKJOLD ", "shield")],
)
def test_a_word_is_known_in_every_language(written, meant):
    assert keys.english(written, SHAPES) == meant


def test_a_word_of_another_choice_is_not_known():
    assert keys.english("ja", SHAPES) is None
    assert keys.english("hjerte", ("yes", "no")) is None


def test_letters_from_a_mac_are_the_same_word():
    assert keys.english("ma\u030alform", ("language",)) == "language"


def test_the_mend_is_in_the_language_of_the_file():
    assert keys.suggest("hjerete", SHAPES, "nb") == (
        "heart",
        phrase("Did you mean '{guess}'?", guess="hjerte"),
    )
    assert keys.suggest("hjarete", SHAPES, "nn")[1].fields == (("guess", "hjarte"),)
    assert keys.suggest("hearrt", SHAPES, "en")[1].fields == (("guess", "heart"),)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("navn: A\nverdier: [{navn: B}]", "nb"),
        ("namn: A\nverdiar: [{namn: B}]", "nn"),
        ("name: A\nversion: {date: 1.1.2026}", "en"),
        ("", "nb"),
        ("motto: A", "nb"),
    ],
)
def test_a_file_is_written_in_the_language_of_its_keys(text, code):
    assert keys.written_in(node(text or "{}")) == code


@pytest.mark.parametrize("code", ["nb", "nn", "en"])
def test_what_we_call_a_key_is_known_again(code):
    for meant in set(keys.words("nb").values()):
        assert keys.english(keys.own(meant, code), [meant]) == meant


def test_both_written_forms_know_the_same_keys():
    assert set(keys.words("nb").values()) == set(keys.words("nn").values())

"""Each rule catches the fault that is planted for it, at its place, and can be turned down."""

from dataclasses import replace

import pytest

from pipeline.language import language
from pipeline.problems import Sourced, place_of
from pipeline.wording import RULES, lint
from pipeline.wording.lint import meant
from tests.wording.school import BARE, GOOD, VALUES, crowded, school, sourced

TEN_WORDS = "Jeg går og går og går og går en tur"
LONG = "Jeg " + "går " * 12
PLANTED = {
    "number of values": school(GOOD[0], values=VALUES[:2]),
    "lines in the school": replace(school(), matrices=(crowded(46),)),
    "lines in a cell": school(GOOD[0], *BARE),
    "words in a line": school("Jeg går en tur i den skogen"),
    "characters in a line": school("Jeg spretter rundtomkring huskestativet"),
    "negations": school("Ikke løp"),
    "abstract words": school("Jeg er snill"),
    "person and verb": school("Gå rolig"),
    "shall and must": school("Jeg skal vente"),
    "like lines": school(GOOD[0], "Jeg venter på min tur"),
    "long words": school("Jeg rydder nettbrettet"),
}


def rules(there):
    return [one.rule for one in lint(there)]


def test_nothing_is_said_of_a_good_school():
    assert lint(school(GOOD[0])) == ()


def test_there_is_a_fault_for_each_rule():
    assert set(PLANTED) == set(RULES)


@pytest.mark.parametrize("rule", RULES)
def test_a_planted_fault_is_caught_with_place_and_mend(rule):
    found = [one for one in lint(PLANTED[rule]) if one.rule == rule]
    assert found
    assert all(one.place and str(one.mend) and one.advice for one in found)


@pytest.mark.parametrize("rule", RULES)
@pytest.mark.parametrize("code", ["nb", "nn", "en"])
def test_a_rule_is_turned_down_by_its_name_in_any_language(rule, code):
    name = language(code).say(rule)
    quiet = replace(PLANTED[rule], turned_down={name.upper(): Sourced("Elevene valgte det")})
    assert rule not in rules(quiet)
    assert meant(name) == rule


@pytest.mark.parametrize(
    ("there", "rule"),
    [
        (school(TEN_WORDS), "words in a line"),
        (school("Jeg " + "spretter" * 6), "characters in a line"),
        (school(*GOOD, *BARE), "lines in a cell"),
        (replace(school(), matrices=(crowded(61),)), "lines in the school"),
    ],
)
def test_far_too_much_is_an_error_and_turned_down_still_advice(there, rule):
    assert [one.advice for one in lint(there) if one.rule == rule] == [False]
    quiet = replace(there, turned_down={rule: Sourced("Vi vil det")})
    assert [one.advice for one in lint(quiet) if one.rule == rule] == [True]


@pytest.mark.parametrize(
    ("count", "advice"), [(1, []), (3, []), (4, [True]), (5, [False]), (0, [True])]
)
def test_lines_in_a_cell(count, advice):
    there = school(*(*GOOD[:1], *BARE, "Jeg leser høyt")[:count])
    assert [one.advice for one in lint(there) if one.rule == "lines in a cell"] == advice


@pytest.mark.parametrize(("count", "advice"), [(45, []), (46, [True]), (60, [True]), (61, [False])])
def test_lines_in_the_school_are_counted_for_pupils_and_adults_apart(count, advice):
    there = school()
    for matrices in ((crowded(count),), (crowded(count), crowded(40, "voksen"))):
        found = lint(replace(there, matrices=matrices))
        assert [one.advice for one in found if one.rule == "lines in the school"] == advice


@pytest.mark.parametrize(("count", "said"), [(2, 1), (3, 0), (4, 1), (5, 1)])
def test_three_values_are_best(count, said):
    there = school(GOOD[0], values=(*VALUES, "Mot", "Glede")[:count])
    assert rules(there).count("number of values") == said


@pytest.mark.parametrize(("words", "advice"), [(6, []), (7, [True]), (9, [True]), (10, [False])])
def test_words_in_a_line(words, advice):
    there = school("Jeg" + " går" * (words - 1))
    assert [one.advice for one in lint(there) if one.rule == "words in a line"] == advice


@pytest.mark.parametrize(
    ("characters", "advice"), [(36, []), (37, [True]), (48, [True]), (49, [False])]
)
def test_characters_in_a_line(characters, advice):
    there = school("Jeg går " + "x" * (characters - 8))
    assert [one.advice for one in lint(there) if one.rule == "characters in a line"] == advice


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Jeg venter på tur", "Jeg venter på min tur", True),
        ("Jeg lytter når andre snakker", "Når andre snakker, lytter jeg", True),
        ("Jeg rekker opp hånda", "Jeg rekker opp hånden", True),
        ("Jeg bruker innestemme", "Jeg bruker innestemme", True),
        ("Jeg tar på meg", "Jeg tar av meg", False),
        ("Jeg rydder lekene på plass", "Jeg rydder bøkene på plass", False),
        ("Jeg spør om hjelp", "Jeg spør om noen trenger hjelp", False),
        ("Jeg går inn når det ringer", "Jeg går ut når det ringer", False),
    ],
)
def test_lines_that_are_alike(one, other, same):
    assert ("like lines" in rules(school(one, other))) == same
    assert ("like lines" in rules(school(other, one))) == same


def test_pupils_and_adults_may_say_the_same():
    pupils, adults = school(GOOD[0]), school(GOOD[0], audience="voksen")
    both = replace(pupils, matrices=(*pupils.matrices, *adults.matrices))
    assert rules(both) == []


def test_a_line_with_two_faults_of_one_kind_is_told_of_once():
    assert rules(school("Ikke respekter den som løper")) == ["negations"]
    assert rules(school("Jeg er kjempeinkluderende og snill")) == ["abstract words"]


def test_an_unknown_rule_is_an_error_with_a_guess():
    key = sourced("lange or", 7)
    (found,) = lint(school(GOOD[0], turned_down={key: sourced("Vi vil", 7)}))
    assert not found.advice
    assert found.place == place_of(key)
    assert "'lange ord'" in str(found.mend)


def test_a_translation_that_has_grown_too_long_is_advice():
    given = {GOOD[0]: sourced("I always wait very patiently until it is my turn", 3)}
    (found,) = lint(school(GOOD[0], translations={"en": given}))
    assert found.advice
    assert found.rule == "words in a line"
    assert found.place == given[GOOD[0]].place
    assert lint(school(GOOD[0], translations={"en": {GOOD[0]: sourced("I wait")}})) == ()


def test_a_translation_of_a_long_line_is_not_told_of_as_well():
    line = "Jeg går en tur i den skogen"
    given = {line: sourced("I walk and walk and walk in the wood")}
    assert rules(school(line, translations={"en": given})) == ["words in a line"]

"""Good lines are left in peace; bad ones are told of, each by its rule and with a better line."""

from pathlib import Path

import pytest
from ruamel.yaml import YAML

from pipeline.problems import Place, Sourced
from pipeline.wording import lint
from pipeline.wording.rules import Line, in_order, look
from pipeline.wording.speech import speech
from tests.wording.school import school

HERE = Path(__file__).parent
CODES = ("nb", "nn", "en")
LINES = {code: YAML(typ="safe").load(HERE / f"{code}.yaml") for code in CODES}
GOOD = [(code, line) for code in CODES for line in LINES[code]["good"]]
BAD = [(code, line, said) for code in CODES for line, said in LINES[code]["bad"].items()]
PLACE = Place("matriser.docx").at(table=1, row=2)


def said(code, line):
    return list(look(Line(Sourced(line, PLACE), speech(code))))


def proposal(problem):
    return dict(problem.mend.fields).get("proposal")


@pytest.mark.parametrize(("code", "line"), GOOD)
def test_nothing_is_said_of_a_good_line(code, line):
    assert said(code, line) == []


@pytest.mark.parametrize(("code", "line", "expected"), BAD)
def test_a_bad_line_is_caught(code, line, expected):
    first, *_ = said(code, line)
    rule, *mend = expected
    assert (first.rule, proposal(first)) == (rule, mend[0] if mend else None)
    assert first.place == PLACE
    assert line in str(first) or rule == "long words"


@pytest.mark.parametrize(
    ("code", "line"), [(code, line) for code in CODES for line in LINES[code]["unsure"]]
)
def test_no_line_is_proposed_where_it_is_not_sure(code, line):
    first, *_ = said(code, line)
    assert proposal(first) is None
    assert "example" in dict(first.mend.fields)


@pytest.mark.parametrize("code", CODES)
def test_there_are_lines_enough(code):
    enough = 20 if code == "en" else 50
    assert len(LINES[code]["good"]) >= enough
    assert len(LINES[code]["bad"]) >= enough


@pytest.mark.parametrize("code", CODES)
def test_every_line_that_we_propose_is_itself_in_order(code):
    spoken = speech(code)
    like = Line("", spoken)
    mends = [one.mend for one in (*spoken.insteads, *spoken.abstract)]
    examples = [spoken.example(name) for name in ("person", "negation", "abstract")]
    assert [line for line in (*mends, *examples) if not in_order(line, like)] == []


@pytest.mark.parametrize("code", CODES)
def test_every_verb_says_what_i_do(code):
    spoken = speech(code)
    first = spoken.persons[0].capitalize()
    for present in spoken.infinitives.values():
        assert {one.rule for one in said(code, f"{first} {present} her")} <= {"long words"}


@pytest.mark.parametrize("code", CODES)
def test_every_short_word_is_short(code):
    pairs = speech(code).pairs("shorter")
    assert [long for long, short in pairs.items() if len(short.split()[0]) >= len(long)] == []
    assert not any(len(word) > 10 for short in pairs.values() for word in short.split())
    assert not set(pairs) & set(pairs.values())


def test_the_sample_school_and_its_translations_are_in_order():
    from datetime import date

    from pipeline.intake import take_in

    home = HERE.parents[1]
    for folder in (home, home / "pipeline/starter/nb", home / "pipeline/starter/nn"):
        assert lint(take_in(folder, date(2026, 11, 23)).school) == ()


@pytest.mark.parametrize(
    ("line", "known"), [("Jeg rydder i klasserommet", "I klasserommet"), ("Jeg går rolig", "Inne")]
)
def test_a_word_of_a_heading_is_known_however_long_it_is(line, known):
    from dataclasses import replace

    from pipeline.model import Arena, Matrix

    there = school(line)
    arena = Arena(Sourced(known), ((), (), ()))
    named = replace(there, matrices=(*there.matrices, Matrix(Sourced("M"), "voksen", (arena,))))
    assert "long words" not in {one.rule for one in lint(named)}
    plain = {one.rule for one in lint(there)}
    assert ("long words" in plain) == ("klasserommet" in line)

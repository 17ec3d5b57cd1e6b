"""Whatever is written, the lint has a place and a mend for it; and what it proposes is in order."""

from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.problems import Sourced
from pipeline.wording import lint
from pipeline.wording.rules import Line, in_order, look
from pipeline.wording.speech import speech
from tests.wording.school import school, sourced

CODES = st.sampled_from(["nb", "nn", "en"])
WORDS = ["ikke", "Jeg", "jeg", "Vi", "skal", "gå", "Gå", "vent,", "og", "hjelp", "deg", "du", "når"]
WORDS += ["Eg", "ver", "snill", "hendene", "dine", "I", "don't", "walk", "your", "nettbrettet", "å"]
LINES = st.one_of(st.text(max_size=60), st.lists(st.sampled_from(WORDS)).map(" ".join))


@given(CODES, LINES)
@settings(max_examples=300, deadline=None)
def test_any_line(code, text):
    line = Line(sourced(text), speech(code))
    for problem in look(line):
        assert problem.place
        assert problem.rule
        assert str(problem)
        fields = dict(problem.mend.fields)
        for name in ("proposal", "second"):
            assert name not in fields or in_order(fields[name], line)


@given(CODES, st.lists(LINES, max_size=5))
@settings(max_examples=60, deadline=None)
def test_any_school(code, lines):
    for problem in lint(school(*map(Sourced, lines), code=code)):
        assert problem.place
        assert str(problem)

"""Whatever a plan holds, nothing is lost, twice is as once, and out again is as before."""

from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from pipeline.problems import Faults
from tests.weekplan.guards import faults
from tests.weekplan.inserts import lay, remove
from tests.weekplan.kinds import MARKER, control
from tests.weekplan.plans import LYING, cell, p, package, parts, row, run, section, table, text_box

WORDS = [
    "SOSIALT",
    "SOSIALT: Jeg kan vente.",
    "Månedens PALS",
    MARKER,
    f"Se {MARKER} her",
    "Norsk",
    "Les side 3 & 4",
    "",
    "Sosialt mål:",
    "{{",
    "pals }}",
]
WHO = 'w:id="70" w:author="Kari"'
ODD = [
    "<plan:x plan:y='1'><plan:z/></plan:x>",
    "<?note é?>",
    "<!-- x -->",
    '<w:proofErr w:type="a"/>',
    '<w:bookmarkStart w:id="800" w:name="a"/><w:bookmarkEnd w:id="800"/>',
    '<w:permStart w:id="1" w:edGrp="everyone"/><w:permEnd w:id="1"/>',
]


def cut_up(text: str, at: int) -> str:
    return p(run(text[:at], bold=True) if at else "", '<w:proofErr w:type="x"/>', run(text[at:]))


texts = st.sampled_from(WORDS)
lines = st.one_of(
    texts.map(p),
    st.builds(cut_up, texts, st.integers(0, 9)),
    texts.map(lambda text: f"<w:p><w:ins {WHO}>{run(text)}</w:ins></w:p>"),
    texts.map(lambda text: f"<w:p><w:del {WHO}>{run(text)}</w:del></w:p>"),
    texts.map(lambda text: f'<w:p><w:hyperlink w:anchor="a">{run(text)}</w:hyperlink></w:p>'),
    texts.map(lambda text: p(text_box(text, "Hei"))),
    texts.map(lambda text: control(p(text), "Beskjed")),
    texts.map(lambda text: control(p(text))),
    texts.map(lambda text: p("Se ", control(run(text)))),
)
odds = st.sampled_from(ODD)


def tables(blocks):
    cells = st.lists(blocks, max_size=3).map(lambda inner: cell(*inner, p(""), width=3000))
    rows = st.lists(cells, min_size=1, max_size=3).map(lambda found: row(*found))
    return st.lists(rows, min_size=1, max_size=3).map(lambda found: table(*found) + p("x"))


blocks = st.recursive(st.one_of(lines, odds), tables, max_leaves=8)
plans = st.builds(
    lambda body, lying: package("".join(body) + p("Hilsen oss"), section(LYING) if lying else None),
    st.lists(blocks, min_size=1, max_size=6),
    st.booleans(),
)
many = settings(max_examples=120, deadline=None, suppress_health_check=list(HealthCheck))


@many
@given(plans, st.booleans())
def test_any_plan(plan, at_end):
    try:
        laid = lay(plan, at_end)
    except Faults as told:
        assert not at_end or "too narrow" in str(told)
        assume(False)
    assert faults(plan, laid.content) == []
    assert lay(laid.content, at_end).content == laid.content
    assert parts(remove(laid.content).content) == parts(plan)
    january = lay(laid.content, month="januar", colour="#AACC00").content
    assert parts(january) == parts(lay(plan, at_end, month="januar", colour="#AACC00").content)


@settings(max_examples=80, deadline=None)
@given(st.data())
def test_a_broken_file_is_told_of_and_never_a_traceback(data):
    plan = package(p(MARKER) + p("Hilsen oss"))
    at = data.draw(st.integers(0, len(plan) - 1))
    length = data.draw(st.integers(0, 40))
    new = data.draw(st.binary(max_size=40))
    try:
        lay(plan[:at] + new + plan[at + length :])
    except Faults as told:
        assert str(told).startswith("Ukeplan.docx: ")

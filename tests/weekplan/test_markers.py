"""Markers and labels are found however they are written, and nothing else is."""

import unicodedata

import pytest

from pipeline.problems import Faults
from tests.weekplan.inserts import lay
from tests.weekplan.kinds import MARKER
from tests.weekplan.plans import (
    cell,
    header_plan,
    p,
    package,
    parts,
    row,
    run,
    table,
    text_box,
    week,
)

WRITTEN = [
    "{{ månedens_pals }}",
    "{{månedens pals}}",
    "{{ MÅNEDENS-PALS }}",
    "{{Manedens_Pals}}",
    "{{  månedens   pals  }}",
    "{{ månadens_pals }}",
    "{{ månedens\u00a0pals }}",
    unicodedata.normalize("NFD", "{{ månedens_pals }}"),
]
NOT_MARKERS = ["{{ ukens_pals }}", "{{ }}", "{{ månedens_palsen }}"]
LABELS = [
    "Månedens PALS",
    "MÅNEDENS PALS:",
    "månedens pals :",
    "★ Månedens PALS ★",
    "Månadens PALS",
]
NOT_LABELS = ["Månedens PALS er å dele", "Om månedens PALS", "PALS", "Månedens"]
SOCIALS = [
    "SOSIALT",
    "Sosialt:",
    "Sosialt mål:",
    "SOSIALE MÅL",
    "Sosial kompetanse",
    "SOSIALT: Jeg kan vente.",
    "Sosialt mål for uke 49: Jeg kan dele.",
    "Sosialt mål for uka:",
]
NOT_SOCIALS = [
    "Vi har det sosialt.",
    "Sosialt samvær er fint for alle",
    "Usosialt",
    "Sosialtjenesten: ring",
]


def places(*blocks: str) -> int:
    try:
        return len(lay(package("".join(blocks) + p(""))).places)
    except Faults as told:
        assert "there is no place" in str(told)
        return 0


@pytest.mark.parametrize("text", WRITTEN + LABELS + SOCIALS)
def test_it_is_found(text):
    assert places(p(text)) == 1
    assert places(table(row(cell(text), cell("Hei")), grid=(3000, 6000))) == 1


@pytest.mark.parametrize("text", NOT_MARKERS + NOT_LABELS + NOT_SOCIALS)
def test_it_is_not_meant(text):
    assert places(p(text)) == 0


@pytest.mark.parametrize(
    "body",
    [
        f'<w:p><w:del w:id="1" w:author="K">{run(MARKER)}</w:del></w:p>',
        f'<w:p><w:moveFrom w:id="1" w:author="K">{run(MARKER)}</w:moveFrom></w:p>',
        f"<w:p><w:r><w:instrText>{MARKER}</w:instrText></w:r></w:p>",
        f"<!-- {MARKER} -->",
        table(row(cell(MARKER), facts='<w:del w:id="1" w:author="K"/>'), grid=(9000,)),
    ],
)
def test_what_is_struck_out_does_not_count(body):
    assert places(body) == 0


def test_a_header_that_nothing_refers_to_is_left():
    with pytest.raises(Faults):
        lay(header_plan(p(MARKER), referred=False))
    assert lay(header_plan(p(MARKER))).changed


@pytest.mark.parametrize(
    ("better", "worse"),
    [(MARKER, "Månedens PALS"), ("Månedens PALS", "SOSIALT"), (MARKER, "SOSIALT")],
)
def test_only_the_best_kind_is_filled(better, worse):
    plan = package(week() + p(worse) + p(better) + p("x") + p(better) + p(""))
    laid = lay(plan)
    assert len(laid.places) == 2
    assert all("marker" in str(one) or "Månedens" in str(one) for one in laid.places)


def seat(content: bytes) -> str:
    """Return the cell that the insert lies in, as it is said."""
    return str(lay(content).places[0]).partition(", beside")[0]


@pytest.mark.parametrize(
    ("rows", "where"),
    [
        ((("SOSIALT", "Jeg kan vente."), ("Norsk", "Ord")), "row 1, cell 2"),
        ((("SOSIALT", ""), ("Norsk", "Ord")), "row 1, cell 2"),
        ((("Norsk", "SOSIALT"), ("Ord", "Jeg kan vente.")), "row 2, cell 2"),
        ((("SOSIALT", "NORSK", "MATTE"), ("Jeg kan", "Ord", "Tall")), "row 2, cell 1"),
        ((("Sosialt", "Jeg kan si hei til alle", "Norsk"), ("a", "b", "c")), "row 1, cell 2"),
        ((("Norsk", "Ord"), ("SOSIALT: Jeg kan dele.", "Tall")), "row 2, cell 1"),
    ],
)
def test_the_cell_that_a_reader_expects(rows, where):
    grid = (3000,) * len(rows[0])
    lines = (row(*(cell(one) if one else cell() for one in said)) for said in rows)
    assert seat(package(table(*lines, grid=grid) + p(""))) == f"in table 1, {where}"


def test_a_merged_cell_beside_holds_its_words_above():
    start, on = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
    rows = (row(cell("Norsk"), cell("Jeg kan", facts=start)), row(cell("SOSIALT"), cell(facts=on)))
    plan = package(table(*rows, grid=(3000, 6000)) + p(""))
    assert seat(plan) == "in table 1, row 1, cell 2"


def test_text_that_follows_on_a_heading_comes_first():
    plan = package(p("SOSIALT") + p("Jeg kan vente.") + p("Jeg kan dele.") + p("NORSK") + p("Ord"))
    text = parts(lay(plan).content)["word/document.xml"].decode()
    assert text.index("Jeg kan dele.") < text.index("pals-insert") < text.index("NORSK")


def test_both_copies_of_a_text_box_are_one_place():
    laid = lay(package(p(text_box("SOSIALT: Jeg kan dele.")) + p("")))
    assert [str(one) for one in laid.places] == ['in a text box, under "SOSIALT"']
    assert parts(laid.content)["word/document.xml"].count(b"pals-insert") == 2

"""An insert is as wide as its place, and never wider."""

import pytest

from pipeline import weekplan
from tests.weekplan.inserts import WORDS, inserts, source
from tests.weekplan.kinds import MARKER
from tests.weekplan.plans import LYING, cell, header_plan, p, package, row, section, table, text_box

TEXT = 170.0  # mm between the margins of the plans here
MARGINS = (
    '<w:tblCellMar><w:left w:w="0" w:type="dxa"/><w:right w:w="567" w:type="dxa"/></w:tblCellMar>'
)
SPAN = '<w:gridSpan w:val="2"/>'
PCT = '<w:tcW w:w="2500" w:type="pct"/>'
COLUMNS = '<w:cols w:num="{}" {}>{}</w:cols></w:sectPr>'


def columns(number: int, facts: str = "", inner: str = "") -> str:
    return section().replace("</w:sectPr>", COLUMNS.format(number, facts, inner))


def one_cell(width: int = 0, grid: tuple[int, ...] = (), facts: str = "", about: str = "") -> bytes:
    return package(
        table(row(cell(MARKER, width=width, facts=facts)), grid=grid, facts=about) + p("")
    )


VML = text_box(MARKER, wide=100).partition("<mc:Fallback>")[2].partition("</mc:Fallback>")[0]
UNEQUAL = '<w:col w:w="6000" w:space="300"/><w:col w:w="3338"/>'
NESTED = table(row(cell(MARKER), cell("Hei")), grid=())
PLANS = {
    "the page": (package(p(MARKER) + p("")), TEXT),
    "lying": (package(p(MARKER) + p(""), section(LYING)), 257.0),
    "two columns": (package(p(MARKER) + p(""), columns(2, 'w:space="567"')), 80.0),
    "unequal columns": (package(p(MARKER) + p(""), columns(2, 'w:equalWidth="0"', UNEQUAL)), 58.9),
    "the section it lies in": (
        package(p("x", facts=section(LYING)) + p(MARKER) + p("", facts=columns(2)) + p("")),
        78.8,
    ),
    "a cell": (one_cell(5670), 96.2),
    "a cell wider than its grid": (one_cell(5670, (4536,)), 76.2),
    "a grid never laid out": (one_cell(5670, (100,)), 96.2),
    "a cell of columns": (one_cell(0, (2268, 2268), SPAN), 76.2),
    "a share": (one_cell(0, (), PCT), 81.2),
    "nothing said": (one_cell(), 166.2),
    "wider than the page": (one_cell(20000, (20000,)), 166.2),
    "other margins": (one_cell(5670, (), "", MARGINS), 90.0),
    "margins of its own": (
        one_cell(5670, (), '<w:tcMar><w:left w:w="0" w:type="dxa"/></w:tcMar>'),
        98.1,
    ),
    "a nested table": (
        package(table(row(cell(NESTED, p(""), width=5670)), grid=(5670,)) + p("")),
        44.3,
    ),
    "a text box": (package(p(text_box(MARKER, wide=100)) + p("")), 94.9),
    "an old text box": (package(p(f"<w:r>{VML}</w:r>") + p("")), 94.9),
    "the header": (header_plan(p(MARKER)), TEXT),
}


@pytest.mark.parametrize("name", PLANS)
def test_the_width_of(name):
    content, expected = PLANS[name]
    asked = []
    weekplan.lay(source(content), WORDS, lambda width: asked.append(width) or inserts()(width))
    assert asked == [pytest.approx(expected, abs=0.11)]


def test_odd_measures_are_read():
    for said in ("10cm", "100.4pt", "x", "-5", ""):
        facts = f'<w:tcW w:w="{said}" w:type="dxa"/>'
        weekplan.lay(source(one_cell(0, (), facts)), WORDS, inserts())

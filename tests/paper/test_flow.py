"""The second paper is looked over, and measured, before it is painted."""

from dataclasses import replace

import pytest

from pipeline.model import Art
from pipeline.paper import check
from pipeline.paper.flow import Cell, Figure, Flow, Mark, Run, Table, Words, walk
from pipeline.paper.flow_check import flow_faults
from pipeline.paper.flowing import count, high
from pipeline.paper.sheet import Letters
from pipeline.paper.style import MM

PLAIN = Letters("Nunito", 400, 12, "#222222")
ART = Art("yard", 400, 200)


def words(text, kind="paragraph", level=0, **more):
    return Words((Run(text, PLAIN),), kind, level, **more)


TITLE = words("Skolegården", "title")
FIGURE = Figure(ART, 40, "Barn leker")


def flow(*blocks):
    return Flow("Skolegården", "nb", blocks)


def table(*cells, widths=(60.0, 100.0)):
    return Table(widths, (cells,), laid=True)


SOUND = flow(
    TITLE,
    words("Respekt", "heading", 2),
    words("Jeg venter på tur", "item"),
    table(Cell((FIGURE,)), Cell((words("Ansvar", "heading", 3),))),
)


def test_a_sound_paper_passes():
    assert flow_faults(SOUND) == []
    check.check(SOUND)


@pytest.mark.parametrize(
    ("said", "paper"),
    [
        ("no title", replace(SOUND, title=" ")),
        ("0 titles", flow(words("x"))),
        ("2 titles", flow(TITLE, TITLE)),
        ("level 3 after level 1", flow(TITLE, words("x", "heading", 3))),
        ("is empty", flow(TITLE, words(" "))),
        ("without a face", flow(TITLE, words("\u4e2d"))),
        ("no words for those", flow(TITLE, replace(FIGURE, alt=" "))),
        ("page has less", flow(TITLE, table(Cell(()), Cell(()), widths=(100.0, 100.0)))),
        ("different lengths", flow(TITLE, table(Cell(())))),
        ("its cell has less", flow(TITLE, table(Cell((replace(FIGURE, width=58),)), Cell(())))),
    ],
)
def test_each_fault_is_seen(said, paper):
    assert any(said in fault for fault in flow_faults(paper))
    with pytest.raises(check.PaperFault):
        check.check(paper)


def test_all_is_walked_in_reading_order():
    said = [one.text if isinstance(one, Words) else one.alt for one in walk(SOUND)]
    assert said == ["Skolegården", "Respekt", "Jeg venter på tur", "Barn leker", "Ansvar"]


def test_lines_are_counted_and_heights_add_up():
    one = words("Jeg venter på tur", leading=1.5, before=3, after=3)
    assert count(one, 200) == 1 and count(one, 20) == 2
    assert high([one], 200) == pytest.approx((6 + 12 * 1.5) * MM)
    assert high([FIGURE], 200) == 20
    cell = Cell((one, FIGURE), pad=(2, 5))
    assert high([table(cell, Cell(()))], 160) == pytest.approx(10 + high([one, FIGURE], 56))


def test_a_mark_has_its_room():
    mark = Words((Mark((), 9.0, "#ffffff"), Run(" Respekt", PLAIN)))
    assert high([mark], 100) == 9.0
    assert count(mark, 12) == 2

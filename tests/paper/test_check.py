"""A sound paper passes; each planted fault is named."""

from dataclasses import replace

import pytest

from pipeline.model import Art
from pipeline.paper.check import PaperFault, check, faults
from pipeline.paper.fonts import MM_PER_POINT, face
from pipeline.paper.sheet import Box, Group, Letters, Picture, Shape, Sheet, Sheets, Text

PHOTO = Art("photo", 60, 40)
LINE, WIDE = Box(10, 40, 80, 8), Box(10, 10, 60, 40)


def words(line, box=LINE, size=12.0, **more):
    letters = Letters("Nunito", 400, size, "#000000")
    baseline = box.y + face("Nunito", 400).cap_height * size * MM_PER_POINT
    return Text(box, tuple(line.split("\n")), letters, size * 1.2, baseline, **more)


def said(kind, line="Hei", level=0, **more):
    return Group(kind, (words(line, **more),), level=level)


def bare(*items):
    return Sheets("Skolegården", "nb", (Sheet(100, 100, items),))


def paper(*items):
    return bare(said("title", "Skolegården"), *items)


def shape(x, y):
    return Shape((("M", (x, y)), ("L", (x + 20, y + 20)), ("Z", ())), fill="#ffffff")


def picture(box=WIDE):
    return Picture(box, PHOTO)


def table(*rows):
    made = [Group("row", tuple(said(kind) for kind in row)) for row in rows]
    return Group("table", tuple(made))


SOUND = [
    said("heading", level=2),
    Group("list", (Group("decoration", (shape(1, 1),)), said("item"))),
    Group("figure", (picture(),), alt="Barn"),
    Group("decoration", (shape(95, 95), picture())),
    table(("column-header", "column-header"), ("row-header", "cell")),
    Group("part", (said("paragraph"), said("heading", level=3)), turn=3, about=(50, 50)),
]


def test_a_sound_paper_passes():
    assert faults(paper(*SOUND)) == []
    check(paper(*SOUND))


FAULTS = {
    "reaches off the page": said("paragraph", box=Box(30, 40, 80, 8)),
    "shape reaches off": shape(95, 95),
    "2 titles": said("title"),
    "level 3 after level 1": said("heading", level=3),
    "level 1 after": said("heading", level=1),
    "no words for those": Group("figure", (picture(),), alt=" "),
    "neither in a figure": Group("part", (picture(),)),
    "stretched": Group("figure", (picture(Box(10, 10, 40, 40)),), alt="Barn"),
    'paragraph "Hei" stands straight in a list': Group("list", (said("paragraph"),)),
    'item "Hei" stands straight in a page': said("item"),
    'cell "Hei" stands straight in a table': Group("table", (said("cell"),)),
    'heading "Hei" stands straight in a heading': Group("heading", (said("heading", level=2),), 2),
    "stands straight in a decoration": Group("decoration", (Group("part", ()),)),
    "a list is empty": Group("list", ()),
    "rows of 1 and of 2 cells": table(("row-header", "cell"), ("row-header",)),
    "no headers": table(("cell", "cell")),
    "nobody will hear it": said("decoration"),
    "has no meaning": words("Hei"),
    "wider than its box": said("paragraph", "Jeg venter på tur", box=Box(10, 40, 10, 8)),
    "letters without a face: ★": said("paragraph", "Hei ★"),
    "its box at 40.0 to 43.0": said("paragraph", "Hei\ndu", box=Box(10, 40, 50, 3)),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_a_planted_fault_is_named(fault):
    found = faults(paper(FAULTS[fault]))
    assert any(fault in one for one in found), found
    with pytest.raises(PaperFault, match="Skolegården"):
        check(paper(FAULTS[fault]))


def test_a_tilt_may_reach_off_the_page():
    wide = said("paragraph", box=Box(5, 48, 90, 8))
    assert faults(paper(Group("part", (wide,), turn=90, about=(50, 50)))) == []
    assert faults(paper(Group("part", (wide,), turn=90, about=(50, 8))))


def test_a_title_is_wanted_before_headings():
    assert any("0 titles" in one for one in faults(bare()))
    late = bare(said("heading", level=2), said("title"))
    assert any("before the title" in one for one in faults(late))


def test_the_paper_itself_is_named():
    assert faults(replace(paper(), title=" "))
    assert faults(replace(paper(), sheets=()))

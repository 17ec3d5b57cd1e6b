"""A Word document says, shows and keeps secret what it should, and is always alike."""

import re
import zipfile
from io import BytesIO

import docx
import pytest
from docx.oxml.ns import qn
from lxml import etree

from pipeline.formats import docx as word
from pipeline.formats.docx.blocks import Writer
from pipeline.formats.docx.marks import painted
from pipeline.paper.flow import Cell, Figure, Flow, Mark, Run, Table, Words
from pipeline.paper.outlines import value_shape
from pipeline.paper.sheet import Box, Letters
from tests.formats.sample import PHOTO

PLAIN, BOLD = Letters("Nunito", 400, 12, "#222222"), Letters("Nunito", 800, 14, "#00538a")
HEART = Mark(value_shape("heart", Box(0, 0, 5, 5), "#b13d17", "#ffffff"), 5.0, "#ffffff")
ALT = "Barn leker «ute» & inne {rid:x}"
TABLE = Table(
    (40.0, 120.0),
    (
        (
            Cell((Figure(PHOTO, 30, ALT),), "#ffd45c", middle=True),
            Cell(
                (
                    Words((Run("Skolegården", BOLD),), "title"),
                    Words((HEART, Run(" Omsorg <3", BOLD)), "heading", 2, fill="#fbe9e3"),
                    Words((Run("Eg ventar {docpr}", PLAIN, "nn"),), "item"),
                    Words((Run("Snakk: ", BOLD), Run("Hva så du?", PLAIN)), before=4),
                )
            ),
        ),
    ),
    ("#ffd45c", 2.25),
    laid=True,
)
PAPER = Flow("Månedens PALS", "nb", (TABLE,), subject="august")


@pytest.fixture
def made(album):
    return word.paint(PAPER, album)


@pytest.fixture
def opened(made):
    return docx.Document(BytesIO(made))


def parts(content):
    with zipfile.ZipFile(BytesIO(content)) as package:
        return {name: package.read(name) for name in package.namelist()}


def test_it_says_all_in_order(opened):
    (table,) = opened.tables
    said = [one.text for cell in table.row_cells(0) for one in cell.paragraphs]
    wanted = ["", "Skolegården", "\u00a0Omsorg <3", "Eg ventar {docpr}", "Snakk: Hva så du?"]
    assert said == wanted


def test_styles_are_real_and_languages_are_told(opened):
    cell = opened.tables[0].cell(0, 1)
    assert [one.style.name for one in cell.paragraphs] == [
        "Title",
        "Heading 1",
        "List Bullet",
        "Normal",
    ]
    langs = [one.get(qn("w:val")) for one in opened.element.iter(qn("w:lang"))]
    assert set(langs) == {"nn-NO"}
    own = [one.get(qn("w:val")) for one in opened.styles.element.iter(qn("w:lang"))]
    assert set(own) == {"nb-NO"}


def test_every_width_is_set_and_none_can_move(opened):
    table = opened.tables[0]._tbl
    wide = [int(one.get(qn("w:w"))) for one in table.iter(qn("w:gridCol"))]
    assert wide == [2268, 6803]
    assert [int(one.get(qn("w:w"))) for one in table.iter(qn("w:tcW"))] == wide
    assert table.find(f".//{qn('w:tblW')}").get(qn("w:w")) == str(sum(wide))
    assert table.find(f".//{qn('w:tblLayout')}").get(qn("w:type")) == "fixed"
    assert not list(table.iter(qn("w:anchor")))


def test_pictures_stand_in_line_with_words_or_are_decoration(opened):
    drawn = list(opened.element.iter(qn("wp:docPr")))
    assert [one.get("descr") for one in drawn] == [ALT, ""]
    assert [one.get("id") for one in drawn] == ["1", "2"]
    assert ["decorative" in etree.tostring(one, encoding="unicode") for one in drawn] == [
        False,
        True,
    ]
    assert len(list(opened.element.iter(qn("wp:inline")))) == 2
    assert len(opened.part.package.image_parts) == 2


def test_it_tells_nothing_of_maker_or_time(made, opened):
    about = opened.core_properties
    assert (about.title, about.author, about.last_modified_by, about.comments) == (
        "Månedens PALS",
        "",
        "",
        "",
    )
    whole = b"".join(parts(made).values())
    assert b"python-docx" not in whole
    assert not [name for name in parts(made) if "thumbnail" in name]
    names = {info.date_time for info in zipfile.ZipFile(BytesIO(made)).infolist()}
    assert names == {(1980, 1, 1, 0, 0, 0)}


def test_it_is_always_alike(made, album):
    assert word.paint(PAPER, album) == made


def test_the_page_is_the_paper_s(album):
    lying = Flow("x", "nb", PAPER.blocks, page=(297.0, 210.0))
    section = docx.Document(BytesIO(word.paint(lying, album))).sections[0]
    assert (round(section.page_width.mm), round(section.page_height.mm)) == (297, 210)
    assert section.orientation == 1


def test_no_paragraph_is_empty_but_what_word_asks_for(opened):
    empty = [
        one
        for one in opened.element.iter(qn("w:p"))
        if not list(one.iter(qn("w:t"))) and not list(one.iter(qn("w:drawing")))
    ]
    assert len(empty) == 1  # a document ends with a paragraph
    assert empty[0].style == "Seam"
    assert not list(opened.element.iter(qn("w:txbxContent")))


def test_blocks_stand_in_any_document(album):
    writer = Writer("nb", album)
    markup = writer.blocks((TABLE,))
    assert markup.startswith("<w:tbl xmlns:w=")
    assert "w:pStyle" not in markup and "w:rFonts" not in markup
    names = re.findall(r"\{rid:([^}]+)\}", markup)
    assert sorted(names) == sorted(writer.pictures) == ["pals1.jpg", "pals2.png"]
    assert markup.count("{docpr}") == 2  # what a person wrote is no opening of ours
    assert "&#123;docpr&#125;" in markup


def test_a_mark_is_painted_on_its_ground():
    from PIL import Image

    image = Image.open(BytesIO(painted(HEART.shapes, (5, 5), HEART.ground)))
    assert image.size == (120, 120)
    assert image.getpixel((1, 1)) == (255, 255, 255)
    assert image.getpixel((60, 60)) == (0xB1, 0x3D, 0x17)


def test_an_empty_cell_has_no_white_of_running_text(album):
    letters = Letters("Nunito", 500, 10.0, "#000000")
    said = Words((Run("Ord", letters),), leading=1.3, after=6)
    head = Cell((Words((Run("Hode", letters),)),))
    row = (Cell((Words((Run("Celle", letters),)),)), Cell(()))
    flow = Flow("T", "nb", (said, Table((40.0, 40.0), ((head, head), row))))
    document = docx.Document(BytesIO(word.paint(flow, album)))
    (empty,) = document.tables[0].rows[1].cells[1].paragraphs
    told, beside = empty.paragraph_format, document.styles[empty.style.name].paragraph_format
    after = told.space_after if told.space_after is not None else beside.space_after
    assert document.styles["Normal"].paragraph_format.space_after.pt == 6
    assert not after

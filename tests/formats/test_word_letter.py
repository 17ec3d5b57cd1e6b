"""A letter in Word is one that a teacher is glad to edit: every guard holds, and each can fail."""

import os
import re
import time
import zipfile
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import docx
import pytest
from docx.oxml.ns import qn

from pipeline.formats import docx as word
from pipeline.paper.flow import Cell, Flow, Mark, PageBreak, Run, Sketch, Table, Words
from pipeline.paper.outlines import rectangle, value_shape
from pipeline.paper.sheet import Box, Shape
from tests.formats import word_guards as guards
from tests.formats.letter import BODY, BOLD, FILM, LAST, TEXTS, letter, prepared, said
from tests.formats.word_guards import GUARDS, outline, packed, parts

GOLDEN = Path(__file__).parent / "golden"
MOST = 150_000  # bytes of a letter with faces, without its pictures


def painted(*blocks, language="nb", **more):
    return word.paint(Flow("x", language, blocks, **more), prepared)


@pytest.fixture(scope="module")
def letters():
    return {code: word.paint(letter(code, *LAST), prepared) for code in TEXTS}


@pytest.mark.parametrize("code", TEXTS)
@pytest.mark.parametrize("guard", GUARDS, ids=lambda one: one.__name__)
def test_a_letter_holds(guard, code, letters):
    assert list(guard(letters[code])) == []


@pytest.mark.parametrize("code", ["nb", "ar"])
def test_what_it_says_is_known(code, letters):
    golden = GOLDEN / f"letter-{code}.docx.txt"
    now = outline(letters[code])
    if os.environ.get("RENEW"):
        golden.write_text(now, encoding="utf-8")
    assert now == golden.read_text(encoding="utf-8")


def replaced(name, old, new):
    """Return a plant that changes a part once."""

    def plant(files):
        assert old.encode() in files[name], old
        files[name] = files[name].replace(old.encode(), new.encode(), 1)

    return plant


DOCUMENT, STYLES = "word/document.xml", "word/styles.xml"
PLANTS = {
    "a part too many": (guards.is_whole, lambda files: files.update({"word/x.xml": b"<x/>"})),
    "a part too few": (guards.is_whole, lambda files: files.pop("word/numbering.xml")),
    "a link to nothing": (guards.is_whole, replaced(DOCUMENT, 'r:id="rId', 'r:id="rId9')),
    "an author": (
        guards.keeps_its_secrets,
        replaced("docProps/core.xml", "<dc:title>", "<dc:creator>Kari</dc:creator><dc:title>"),
    ),
    "a time": (
        guards.keeps_its_secrets,
        replaced("docProps/core.xml", "<dc:title>", "<x:created>2027</x:created><dc:title>"),
    ),
    "another order": (
        guards.keeps_the_order,
        replaced(
            DOCUMENT,
            "<w:cantSplit/><w:tblHeader/></w:trPr>",
            "</w:trPr><w:tcPr><w:vAlign/><w:tcW/></w:tcPr>",
        ),
    ),
    "no words for a picture": (
        guards.tells_its_pictures,
        lambda files: files.update(
            {DOCUMENT: re.sub(rb'descr="Barn[^"]*"', b'descr=""', files[DOCUMENT])}
        ),
    ),
    "an empty paragraph": (
        guards.has_no_empty_paragraph,
        replaced(DOCUMENT, "<w:body>", "<w:body><w:p/>"),
    ),
    "a page ended by hand": (
        guards.has_no_empty_paragraph,
        replaced(DOCUMENT, "<w:body>", '<w:body><w:p><w:r><w:br w:type="page"/></w:r></w:p>'),
    ),
    "a heading skipped": (
        guards.has_its_headings,
        replaced(DOCUMENT, 'w:val="Heading1"', 'w:val="Heading3"'),
    ),
    "two titles": (guards.has_its_headings, replaced(DOCUMENT, '"Heading1"', '"Title"')),
    "letters set by hand": (
        guards.says_nothing_twice,
        replaced(DOCUMENT, "<w:r><w:t", '<w:r><w:rPr><w:sz w:val="20"/></w:rPr><w:t'),
    ),
    "a style that is not there": (
        guards.says_nothing_twice,
        replaced(STYLES, 'w:styleId="Heading1"', 'w:styleId="Heading9"'),
    ),
    "a width left out": (
        guards.sets_every_width,
        replaced(DOCUMENT, '<w:tcW w:w="', '<w:tcW w:w="1'),
    ),
    "names that are none": (guards.sets_every_width, replaced(DOCUMENT, "<w:tblHeader/>", "")),
    "a list that is none": (
        guards.lists_are_lists,
        replaced(DOCUMENT, "Spør hva barnet", "1. Spør hva barnet"),
    ),
    "a list that is not there": (
        guards.lists_are_lists,
        replaced(DOCUMENT, '<w:numId w:val="3"/>', '<w:numId w:val="7"/>'),
    ),
    "another language": (guards.tells_its_language, replaced(STYLES, "nb-NO", "sv-SE")),
    "a face left out": (
        guards.brings_its_letters,
        lambda files: files.pop("word/_rels/fontTable.xml.rels"),
    ),
    "a face under another name": (
        guards.brings_its_letters,
        replaced("word/fontTable.xml", 'w:name="Nunito"', 'w:name="Nunita"'),
    ),
}


@pytest.mark.parametrize("fault", PLANTS)
def test_a_planted_fault_is_seen(fault, letters):
    guard, plant = PLANTS[fault]
    files = parts(letters["nb"])
    plant(files)
    assert list(guard(packed(files)))


@pytest.mark.parametrize("gone", ["<w:bidiVisual/>", "<w:rtl/>", "<w:bidi/></w:sectPr>"])
def test_a_letter_that_runs_the_wrong_way_is_seen(gone, letters):
    files = parts(letters["ar"])
    new = "</w:sectPr>" if gone.endswith("sectPr>") else ""
    replaced(DOCUMENT, gone, new)(files)
    assert list(guards.runs_the_right_way(packed(files)))


def test_it_is_always_alike_and_light(letters):
    for code, content in letters.items():
        assert word.paint(letter(code, *LAST), prepared) == content
        with zipfile.ZipFile(BytesIO(content)) as package:
            sizes = {one.filename: one.compress_size for one in package.infolist()}
        own = sum(size for name, size in sizes.items() if "media" not in name)
        assert own < MOST, code


def test_a_teacher_can_type_all_norwegian_letters(letters):
    import uharfbuzz as hb

    files = parts(letters["nb"])
    told = re.findall(
        rb'w:embed(\w+) r:id="(\w+)" w:fontKey="([^"]+)"', files["word/fontTable.xml"]
    )
    assert [kind for kind, _, _ in told] == [b"Regular", b"Bold"]
    for kind, _, key in told:
        content = guards.shown(files[f"word/fonts/{kind.decode()}-Nunito.odttf"], key.decode())
        face = hb.Face(hb.Blob(content))
        wanted = "ABCÆØÅabcæøåéêèóòôäöüđŋšŧžčáłęğışőñ0123456789.,:;!?«»“”„‘’–—…•§€%&@/()[]+=°½"
        assert {one for one in wanted if ord(one) not in face.unicodes} == set()


def test_forty_letters_take_no_second(letters):
    begun = time.process_time()
    for number in range(40):
        word.paint(letter("nb", said(f"Brev {number}")), prepared)
    assert time.process_time() - begun < 1.0


def test_links_lead_where_they_should_and_are_one_for_one_address(letters):
    opened = docx.Document(BytesIO(letters["nb"]))
    (link,) = opened.element.iter(qn("w:hyperlink"))
    assert opened.part.rels[link.get(qn("r:id"))].target_ref == FILM.replace("å", "%C3%A5")
    runs = (Run("én", BODY, link="mailto:a@b.no"), Run("to", BOLD, link="mailto:a@b.no"))
    content = painted(Words((*runs, Run(" tre", BODY))), Words(runs[:1]))
    assert parts(content)["word/_rels/document.xml.rels"].count(b"mailto:a@b.no") == 1
    assert [
        len(list(one)) for one in docx.Document(BytesIO(content)).element.iter(qn("w:hyperlink"))
    ] == [2, 1]


def numbers(content):
    """Return of each paragraph the list that it is in, as Word counts it."""
    opened = docx.Document(BytesIO(content))
    return [guards.value(one._p, "w:numId") for one in opened.paragraphs]


def test_each_numbered_list_begins_anew_and_one_broken_off_goes_on():
    items = [said("x", kind="item", number=at) for at in (1, 2, 1, 2)]
    content = painted(*items, said("y"), said("x", kind="item", number=3))
    assert numbers(content) == [None, None, "3", "3", None, "4"]
    told = parts(content)["word/numbering.xml"].decode()
    assert re.findall(r'startOverride w:val="(\d)"', told) == ["1", "3"]


def test_a_new_page_is_told_by_the_paragraph_that_begins_it():
    table = Table((100.0,), ((Cell((said("x"),)),),), laid=True)
    content = painted(said("a"), PageBreak(), said("b"), PageBreak(), table, PageBreak())
    found = docx.Document(BytesIO(content)).element.body.iter(qn("w:p"))
    broken = [
        guards.words(one) for one in found if one.find(f".//{qn('w:pageBreakBefore')}") is not None
    ]
    assert broken == ["b", "x"]


def test_tables_beside_each_other_are_kept_apart():
    table = Table((100.0,), ((Cell((said("x"),)),),), laid=True)
    content = painted(table, table, said("y"))
    assert list(guards.has_no_empty_paragraph(content)) == []
    tags = [one.tag.split("}")[1] for one in docx.Document(BytesIO(content)).element.body]
    assert tags == ["tbl", "p", "tbl", "p", "sectPr"]


def test_words_in_other_languages_are_told_and_run_their_way():
    content = painted(
        Words((Run("Hei, ", BODY), Run("مرحبا", BODY, "ar"), Run(" hello", BODY, "en")))
    )
    told = parts(content)[DOCUMENT].decode()
    assert '<w:rtl/><w:lang w:bidi="ar-SA"/>' in told
    assert '<w:lang w:val="en-GB"/>' in told


def test_what_a_teacher_changes_in_a_style_changes_all_that_has_it(letters):
    opened = docx.Document(BytesIO(letters["nb"]))
    names = {one.style.style_id for one in opened.paragraphs}
    assert {"Title", "Kicker", "Heading1", "Heading2", "ListNumber", "ListBullet"} <= names
    assert opened.styles["Overtittel"].style_id == "Kicker"
    sized = [one for one in opened.element.iter(qn("w:sz"))]
    assert sized == []


def test_odd_words_are_no_markup():
    content = painted(said("<w:p>&\u00ad{docpr}{rid:x}\n\tø"))
    (one,) = docx.Document(BytesIO(content)).paragraphs
    assert one.text == "<w:p>&{docpr}{rid:x}\n\tø"
    assert "<w:softHyphen/>" in parts(content)[DOCUMENT].decode()


@pytest.mark.parametrize("code", ["nn", "en", "uk"])
def test_styles_are_named_in_the_teachers_language(code):
    told = parts(painted(said("x"), language=code))[STYLES].decode()
    assert {"nn": "Liten tekst", "en": "Small text", "uk": "Liten tekst"}[code] in told


def test_a_line_has_room_for_a_drawing_higher_than_its_letters():
    def lines(side, text):
        shapes = value_shape("heart", Box(0, 0, side, side), "#b23a1e", "#ffffff")
        words = Words((Mark(shapes, side, "#ffffff"), Run(text, BODY)), leading=1.1)
        content = painted(said("x", leading=1.35), words, said("y" * 50, leading=1.35))
        opened = docx.Document(BytesIO(content))
        return guards.value(opened.paragraphs[1]._p, "w:spacing", "line")

    assert lines(12.0, "") == lines(12.0, " Omsorg") == lines(3.0, "") == "240"
    assert int(lines(4.0, " Omsorg")) < 240


def test_a_paper_without_a_head_has_its_foot_on_all_pages_alike():
    files = parts(painted(said("x"), foot=(said("y"),)))
    assert [name for name in files if re.search("header|footer", name)] == ["word/footer1.xml"]
    told = files[DOCUMENT].decode()
    assert 'w:footerReference w:type="default"' in told
    assert "<w:titlePg/>" not in told


def test_days_stay_with_their_months():
    (one,) = docx.Document(BytesIO(painted(said("Fra 7. september")))).paragraphs
    assert one.text == "Fra 7.\u00a0september"


def test_words_stand_as_far_below_a_rule_as_the_paper_says():
    line = Shape(rectangle(Box(0, 0, 170, 1)), fill="#ffd45c")
    rule = Sketch((line,), 170, 1, before=2, after=8)
    opened = docx.Document(BytesIO(painted(said("x"), rule, said("y", before=3))))
    paragraph = opened.paragraphs[1]._p
    assert guards.value(paragraph, "w:top", "space") == "11"
    assert guards.value(paragraph, "w:spacing", "before") == "40"
    assert list(guards.keeps_the_order(painted(said("x"), rule, said("y", before=3)))) == []


@pytest.mark.parametrize(
    ("wide", "found"),
    [(37.0, "\u00a0Odpo|wie|dzial|ność"), (60.0, "\u00a0Odpowiedzialność")],
)
def test_a_word_wider_than_its_cell_is_divided_by_its_language(wide, found):
    mark = Mark(value_shape("heart", Box(0, 0, 4, 4), "#b23a1e", "#ffffff"), 4.0, "#ffffff")
    words = Words((mark, Run(" Odpowiedzialność", replace(BOLD, size=13.0))))
    cells = (Cell((words,), pad=(3.2, 2.2)),)
    content = painted(Table((wide,), (cells, cells)), language="pl")
    told = parts(content)[DOCUMENT].decode().replace("<w:softHyphen/>", "<w:t>|</w:t>")
    said_there = "".join(re.findall(r"<w:t(?: [^>]*)?>([^<]*)</w:t>", told))
    assert said_there == found * 2

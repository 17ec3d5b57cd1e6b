"""A text becomes a PDF that says what it means, page over page, in any script."""

import os
import re
import shutil
import subprocess
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pikepdf
import pypdfium2
import pytest
from PIL import Image

from pipeline.formats import pdf, png
from pipeline.paper.flow import Run, Words
from pipeline.paper.imposing import booklet
from pipeline.paper.setting import set_pages
from pipeline.paper.sheet import Row, walk
from tests.formats.sample import tree
from tests.formats.test_pdf import STANDARDS, elements, failures, saved
from tests.paper.letters import BODY, WEB, WORDS, letter, words
from tests.paper.test_setting import LONG, plain, table

GOLDEN = Path(__file__).parent / "golden"
TURNED = re.compile("[\u200e\u200f\u202a-\u202e\u2066-\u2069]")


@pytest.fixture(scope="module")
def pictures(tmp_path_factory):
    file = tmp_path_factory.mktemp("pictures") / "one.jpg"
    Image.new("RGB", (60, 42), (200, 40, 40)).save(file)
    return lambda picture, turn: file


def painted(flow, pictures):
    return pdf.paint(flow, pictures)


def opened(content):
    return pikepdf.open(BytesIO(content))


@pytest.mark.parametrize("language", ["nb", "ar"])
def test_the_tree_is_what_is_meant(language, pictures):
    file, found = GOLDEN / f"letter-{language}.txt", tree(painted(letter(language), pictures))
    if os.environ.get("RENEW"):
        file.write_text(found, encoding="utf-8")
    assert found == file.read_text(encoding="utf-8")


@pytest.mark.parametrize("language", WORDS)
def test_the_standards_are_kept_in_each_language(language, pictures):
    content = painted(letter(language, (table(40), words(LONG * 40))), pictures)
    assert [failures(content, profile) for profile in STANDARDS] == [[], []]


def test_a_paragraph_over_two_pages_is_one_and_so_is_a_table(pictures):
    content = painted(plain(words(LONG * 70), table(40)), pictures)
    with opened(content) as document:
        root = document.Root.StructTreeRoot.K
        assert len(document.pages) > 2
        (paragraph,) = list(elements(root, "/P"))[:1]
        assert any(isinstance(kid, pikepdf.Dictionary) for kid in paragraph.K)
        assert len(list(elements(root, "/Table"))) == 1
        assert len(list(elements(root, "/TH"))) == 2
        assert len(list(elements(root, "/H1"))) == 1


def test_a_foot_is_read_on_the_last_page_and_is_pagination_on_the_others(pictures):
    content = painted(letter("nb", (words(LONG * 90),)), pictures)
    with opened(content) as document:
        pages = [page.Contents.read_bytes() for page in document.pages]
    assert all(b"/Pagination" in page for page in pages[:-1])
    assert b"/Pagination" not in pages[-1]
    assert tree(content).count("Side ") == 1


def test_a_link_leads_somewhere_and_is_tagged(pictures):
    with opened(painted(letter("nb"), pictures)) as document:
        (link,) = elements(document.Root.StructTreeRoot.K, "/Link")
        (annotation,) = document.pages[0].Annots
        assert str(annotation.A.URI) == WEB
        assert str(annotation.Contents) == "heggdal.example.no/pals"
        numbers = document.Root.StructTreeRoot.ParentTree.Nums
        assert numbers[2 * 1] == annotation.StructParent
        assert numbers[2 * 1 + 1].S == "/Link"
        assert any("/Obj" in kid for kid in link.K if isinstance(kid, pikepdf.Dictionary))


def test_a_link_over_two_lines_is_one_with_two_places(pictures):
    run = Run(
        "en lenke som er så lang at den går over flere linjer på siden, " * 2, BODY, None, WEB
    )
    content = painted(plain(Words((Run("Se ", BODY), run, Run("takk.", BODY)))), pictures)
    with opened(content) as document:
        assert len(list(elements(document.Root.StructTreeRoot.K, "/Link"))) == 1
        assert len(document.pages[0].Annots) >= 2
    assert [failures(content, profile) for profile in STANDARDS] == [[], []]


def test_another_language_is_told(pictures):
    found = tree(painted(letter("pl"), pictures))
    assert re.search(r'Span Lang=nb "Heggdal skole\."', found)


def test_lists_tell_their_numbering(pictures):
    flow = plain(words("a", kind="item"), words("b"), words("c", kind="item", number=1))
    with opened(painted(flow, pictures)) as document:
        found = list(elements(document.Root.StructTreeRoot.K, "/L"))
        assert [str(one.A.ListNumbering) for one in found] == ["/Disc", "/Decimal"]
        kids = [str(kid.S) for kid in found[0].K[0].K]
    assert kids == ["/Lbl", "/LBody"]


def _no_contents(document):
    del document.pages[0].Annots[0].Contents


def _loose(document):
    annotation = document.pages[0].Annots[0]
    del annotation.StructParent


def _no_label(document):
    for item in elements(document.Root.StructTreeRoot.K, "/LBody"):
        item.S = pikepdf.Name.LI


@pytest.mark.parametrize("plant", [_no_contents, _loose, _no_label])
def test_a_planted_fault_is_seen(plant, pictures):
    with opened(painted(letter("nb"), pictures)) as document:
        plant(document)
        assert failures(saved(document), "ua1")


def read(content, tmp_path, *how):
    if not shutil.which("pdftotext"):
        if os.environ.get("CI"):
            pytest.fail("pdftotext is missing")
        pytest.skip("pdftotext is missing")
    file = tmp_path / "letter.pdf"
    file.write_bytes(content)
    done = subprocess.run(["pdftotext", *how, file, "-"], capture_output=True, check=True)
    return TURNED.sub(" ", done.stdout.decode()).split()


def set_words(flow):
    return [
        word
        for sheet in set_pages(flow).sheets
        for row, _ in walk(sheet.items)
        if isinstance(row, Row)
        for word in row.text.split()
    ]


# The program puts what stands between Arabic and our letters at the wrong side of a number or name,
# whatever the file: so there are no signs here, and its own marks of direction part words.
PLAIN_ARABIC = (
    "نتدرب الآن على السلوك في ساحة المدرسة مع كل الصفوف والأهل والأصدقاء في Heggdal skole "
    "يوم 8.2.2027 الساعة 18.00 هاتف 32 27 00 00 ونلتقي بعد ذلك في القاعة الكبيرة "
    "لنتحدث عن الإسلام واللغة"
)


@pytest.mark.consumer
@pytest.mark.parametrize("how", [(), ("-raw",), ("-layout",)])
def test_arabic_words_come_back_in_the_order_of_reading(how, pictures, tmp_path):
    flow = plain(words(PLAIN_ARABIC), rtl=True)
    flow = replace(flow, language="ar", blocks=(words("نص", kind="title"), *flow.blocks[1:]))
    found = read(pdf.paint(flow, pictures), tmp_path, *how)
    assert found == set_words(flow)


@pytest.mark.consumer
@pytest.mark.parametrize("language", ["nb", "pl", "uk", "ti", "th"])
def test_words_come_back_in_the_order_of_reading(language, pictures, tmp_path):
    flow = replace(letter(language), head=(), foot=())
    found = read(pdf.paint(flow, pictures), tmp_path, "-raw")
    assert "".join(found) == "".join(set_words(flow))


@pytest.mark.consumer
@pytest.mark.parametrize("language", ["ar", "ur", "fa"])
def test_the_tree_tells_each_line_as_it_is_read(language, pictures):
    heard = "".join(
        re.findall("ActualText=(.*)$", _actual(painted(letter(language), pictures)), re.M)
    )
    for word in WORDS[language]["first"].split():
        assert word in heard


def _actual(content):
    with opened(content) as document:
        spans = elements(document.Root.StructTreeRoot.K, "/Span")
        return "\n".join(f"ActualText={one.ActualText}" for one in spans if "/ActualText" in one)


@pytest.mark.consumer
@pytest.mark.parametrize("language", WORDS)
def test_no_box_stands_for_a_letter(language, pictures):
    document = pypdfium2.PdfDocument(painted(letter(language), pictures))
    page = document[0]
    textpage = page.get_textpage()
    text = textpage.get_text_bounded()
    textpage.close()
    page.close()
    document.close()
    assert "\ufffd" not in text
    assert sorted(set("".join(set_words(letter(language)))) - set(text) - set("\u200c\u200d")) == []


def test_a_booklet_is_heard_in_the_order_of_its_pages(pictures):
    paper = set_pages(plain(*(words(f"Del {n}. {LONG * 12}") for n in range(9)), page=(148.5, 210)))
    content = pdf.paint(booklet(paper), pictures)
    parts = [int(one) for one in re.findall(r"Del (\d)\.", tree(content))]
    assert parts == sorted(parts)
    assert [failures(content, profile) for profile in STANDARDS] == [[], []]


def test_a_picture_of_the_first_page_is_made_too(pictures):
    content = png.paint(painted(letter("nb"), pictures))
    with Image.open(BytesIO(content)) as image:
        assert image.height == 1600


def test_the_same_text_gives_the_same_bytes(pictures):
    assert painted(letter("ar"), pictures) == painted(letter("ar"), pictures)

"""LibreOffice prints and rewrites Word letters, a browser opens them as pages; all is there."""

import itertools
import re
import shutil
import subprocess
import unicodedata
from collections import Counter
from io import BytesIO

import docx
import pikepdf
import pypdfium2
import pytest
from docx.oxml.ns import qn

from pipeline.formats import docx as word
from pipeline.formats import html
from pipeline.paper.flow import Cell, Flow, Mark, Run, Table, Words, walk
from pipeline.paper.outlines import value_shape
from pipeline.paper.sheet import Box
from tests.consumers.browser import missing, violations
from tests.formats import word_guards
from tests.formats.letter import BOLD, LAST, TEXTS, letter, prepared, said

pytestmark = pytest.mark.consumer
FACES = {
    "nb": {"Nunito-Regular", "Nunito-Bold"},
    "ar": {"Nunito-Regular", "Nunito-Bold", "NotoSansArabic-Regular", "NotoSansArabic-Bold"},
    "ti": {"Nunito-Regular", "Nunito-Bold", "NotoSansEthiopic-Regular", "NotoSansEthiopic-Bold"},
}
BARE, NARROW = "bare", "narrow"
WIDTHS = (320, 360, 1000)


def converted(folder, kind, files):
    """Let LibreOffice turn the files into another kind."""
    if not shutil.which("soffice"):
        missing("soffice")
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", kind, "--outdir", str(folder)]
    subprocess.run([*command, *map(str, files)], check=True, capture_output=True, timeout=120)
    return {one.stem: (folder / f"{one.stem}.{kind}").read_bytes() for one in files}


@pytest.fixture(scope="module")
def written(tmp_path_factory):
    """The letters as files, and one with its faces taken out."""
    folder = tmp_path_factory.mktemp("letters")
    for code in TEXTS:
        (folder / f"{code}.docx").write_bytes(word.paint(letter(code, *LAST), prepared))
    files = word_guards.parts((folder / "nb.docx").read_bytes())
    files = {name: one for name, one in files.items() if "font" not in name.casefold()}
    for name in ("word/_rels/document.xml.rels", "[Content_Types].xml"):
        files[name] = re.sub(rb"<\w+ [^>]*fontTable[^>]*/>", b"", files[name])
    (folder / f"{BARE}.docx").write_bytes(word_guards.packed(files))
    (folder / f"{NARROW}.docx").write_bytes(word.paint(values(False), prepared))
    return folder


@pytest.fixture(scope="module")
def printed(written):
    # The bare one comes first: LibreOffice keeps the faces of what it has opened.
    return converted(written, "pdf", [written / f"{name}.docx" for name in (BARE, *TEXTS, NARROW)])


@pytest.fixture(scope="module")
def rewritten(written, tmp_path_factory):
    """The letters as LibreOffice saves them."""
    again = tmp_path_factory.mktemp("again")
    return converted(again, "docx", [written / f"{code}.docx" for code in ("nb", "ar")])


def pages(content):
    """Return what stands on each page, and the page's size in points."""
    document = pypdfium2.PdfDocument(content)
    found = []
    for page in document:
        text = page.get_textpage()
        found.append((text.get_text_bounded(), page.get_size()))
        text.close()
        page.close()
    document.close()
    return found


def counted(text, joined):
    """Count the words, whatever forms and marks they are shown with; `joined`: their letters.

    The PDFs of LibreOffice have spaces within Arabic words, and turn some of them around.
    """
    bare = unicodedata.normalize("NFKD", text)
    letters = "".join(one for one in bare if not unicodedata.combining(one))
    return Counter(re.findall(r"\w" if joined else r"\w+", letters))


@pytest.mark.parametrize("code", TEXTS)
def test_it_is_printed_on_two_pages_with_every_word(code, printed):
    found = pages(printed[code])
    assert [tuple(map(round, size)) for _, size in found] == [(595, 842)] * 2
    said = counted(" ".join(text for text, _ in found), code == "ar")
    wanted = Counter()
    for one in walk(letter(code, *LAST)):
        if isinstance(one, Words):
            wanted += counted(one.text, code == "ar")
    assert wanted - said == Counter()


def test_the_head_is_on_the_first_page_and_the_foot_on_all(printed):
    first, last = (text for text, _ in pages(printed["nb"]))
    assert ("felles skolekultur" in first, "felles skolekultur" in last) == (True, False)
    for number, text in enumerate((first, last), 1):
        assert f"Side {number} av 2" in " ".join(text.split())
        assert "Skann koden" in text
    assert "Til slutt" in last and "Til slutt" not in first


def fonts(content):
    with pikepdf.open(BytesIO(content)) as pdf:
        found = [one for page in pdf.pages for one in page.Resources.Font.values()]
        return {str(one.BaseFont).partition("+")[2] for one in found}


@pytest.mark.parametrize("code", TEXTS)
def test_it_is_printed_in_its_own_letters(code, printed):
    assert fonts(printed[code]) == FACES[code]


def test_a_letter_without_its_faces_is_seen(printed):
    assert not fonts(printed[BARE]) & FACES["nb"]


def test_a_word_too_wide_for_its_cell_is_divided_beside_its_sign(printed):
    ((text, _),) = pages(printed[NARROW])
    assert re.search(r"Odpowie\S{0,2}dzialność|Odpowie\S?\s+dzialność", text), text


@pytest.mark.parametrize("code", ["nb", "ar"])
def test_what_things_are_is_kept_when_it_is_saved_by_another(code, rewritten):
    content = rewritten[code]
    opened = docx.Document(BytesIO(content))
    told = TEXTS[code]
    body = {one.text.replace("\u00a0", " "): one for one in opened.paragraphs}
    for text in (*told["steps"], *told["points"], *told["more"]):
        style = body[text].style
        numbered = word_guards.value(body[text]._p, "w:numId") or word_guards.value(
            style.element, "w:numId"
        )
        assert numbered not in (None, "0"), text
    assert body[told["title"]].style.name == "Title"
    assert body[told["home"]].style.name == "Heading 1"
    assert body[told["again"]].style.name == "Heading 2"
    head = [one.text for one in _cells(opened.sections[0].first_page_header)]
    assert told["day"] in {one.replace("\u00a0", " ") for one in head}
    assert len(list(opened.element.iter(qn("w:tblHeader")))) == 1
    assert told["alt"] in {one.get("descr") for one in opened.element.iter(qn("wp:docPr"))}
    assert len(list(opened.element.iter(qn("w:hyperlink")))) == 1


def _cells(part):
    return [one for table in part.tables for cell in table._cells for one in cell.paragraphs]


@pytest.fixture(scope="module", params=["nb", "ar"])
def page(request):
    return html.paint(letter(request.param, *LAST), prepared).decode("utf-8")


def test_all_can_read_the_page(page, open_):
    tab = open_(page)
    found = {}
    for width in WIDTHS:
        tab.set_viewport_size({"width": width, "height": 800})
        wide = tab.evaluate("document.documentElement.scrollWidth > innerWidth")
        found[width] = violations(tab), wide
    assert found == dict.fromkeys(WIDTHS, ([], False))
    assert [one for one in tab.asked if not one.startswith("data:")] == [open_.at]


SIGN = Mark(value_shape("heart", Box(0, 0, 5, 5), "#b23a1e", "#ffffff"), 5.0, "#ffffff")


def values(laid):
    """Return a page with a school's values: laid side by side, or row by row with names above."""

    def named(word):
        runs = (SIGN, Run(f" {word}", BOLD))
        return Words(runs, "heading" if laid else "paragraph", 2 if laid else 0)

    words = ("Szacunek", "Odpowiedzialność", "Troska")
    lines = (said("Robimy to, co do nas należy", kind="item"), said("Pytamy", kind="item"))
    title = said("Wartości", kind="title")
    if laid:
        row = tuple(Cell((named(one), *lines)) for one in words)
        table = Table((56.0,) * 3, (row,), laid=True)
        return Flow("x", "pl", (title, table), head=letter("nb").head)
    heads = tuple(Cell((said(one),)) for one in ("Wartość", "Co to znaczy", "W domu"))
    rows = (tuple(map(Cell, ((named(one),), lines[:1], lines))) for one in words)
    return Flow("x", "pl", (title, Table((37.0, 46.0, 87.0), (heads, *rows))))


SCROLLS = """() => [document.documentElement, ...document.querySelectorAll('div')]
    .some(one => one.scrollWidth > one.clientWidth + 1)"""
CELLS = """() => [...document.querySelectorAll('main td')].map(one => one.getBoundingClientRect())
    .map(one => [one.left, one.right, one.top, one.bottom].map(Math.round))"""
# How far the letters are below the middle of their sign: a line or more where they are parted.
DROPS = """() => [...document.querySelectorAll('main svg')].map(sign => {
    const range = document.createRange(), box = sign.getBoundingClientRect();
    range.selectNodeContents(sign.parentNode);
    const last = [...range.getClientRects()].at(-1);
    return Math.abs((last.top + last.bottom) / 2 - (box.top + box.bottom) / 2) / box.height;
})"""


@pytest.mark.parametrize("width", [320, 360])
@pytest.mark.parametrize("laid", [True, False])
def test_values_stand_below_one_another_on_a_phone(laid, width, open_):
    tab = open_(html.paint(values(laid), prepared).decode("utf-8"), width)
    cells = tab.evaluate(CELLS)
    assert len({(left, right) for left, right, _, _ in cells}) == 1
    assert all(one[3] <= other[2] for one, other in itertools.pairwise(cells))
    assert not tab.evaluate(SCROLLS)
    assert max(tab.evaluate(DROPS)) < 0.5
    assert violations(tab) == []


def test_names_of_columns_are_heard_though_cells_are_stacked(open_):
    tab = open_(html.paint(values(False), prepared).decode("utf-8"), 360)
    head = tab.locator("thead").bounding_box()
    assert (head["width"], head["height"]) == (1, 1)
    assert tab.get_by_role("columnheader").count() == 3
    shown = "getComputedStyle(document.querySelectorAll('td')[1], '::before').content"
    assert "Co to znaczy" in tab.evaluate(shown)
    tab.set_viewport_size({"width": 800, "height": 800})
    assert tab.locator("thead").bounding_box()["height"] > 20
    assert tab.evaluate(shown) == "none"
    tab.set_viewport_size({"width": 530, "height": 800})  # as narrow as columns get
    assert max(tab.evaluate(DROPS)) < 0.5


def test_a_table_set_as_before_would_be_seen(open_):
    for laid, name in ((True, "stack"), (False, "data")):
        whole = html.paint(values(laid), prepared).decode("utf-8")
        tab = open_(whole.replace(f'class="{name}"', ""), 320)
        assert len({left for left, _, _, _ in tab.evaluate(CELLS)}) > 1
        assert tab.evaluate(SCROLLS)
    whole = html.paint(values(False), prepared).decode("utf-8")
    tab = open_(whole.replace("white-space:nowrap", "display:block;width:60px"), 320)
    assert max(tab.evaluate(DROPS)) > 0.5


PLANTS = {
    "image-alt": (r' alt="[^"]*"', ""),
    "html-has-lang": (r' lang="\w+"', ""),
    "heading-order": (r"<h3([^>]*)>", r"<h6\1>"),
    "color-contrast": (r"color:#22252b", "color:#dddddd"),
    "link-name": (r"(<a [^>]*>)[^<]*", r"\1"),
    "svg-img-alt": (r' aria-label="[^"]*"', ""),
    "scrollable-region-focusable": (
        r"</main>",
        '<div style="overflow:auto;width:9px;height:9px"><p>mye tekst her</p></div></main>',
    ),
}


@pytest.mark.parametrize("fault", PLANTS)
def test_a_planted_fault_is_seen(fault, open_):
    whole = html.paint(letter("nb"), prepared).decode("utf-8")
    old, new = PLANTS[fault]
    spoilt = re.sub(old, new, whole)
    assert spoilt != whole
    found = violations(open_(spoilt))
    assert fault in {one.partition(":")[0] for one in found}


def test_in_print_a_link_tells_where_it_leads(open_):
    tab = open_(html.paint(letter("nb", *LAST), prepared).decode("utf-8"))
    tab.emulate_media(media="print")
    after = tab.evaluate("getComputedStyle(document.querySelector('a'), '::after').content")
    tab.emulate_media(media="screen")
    assert "film.example.no" in after

"""Real programs open the staff's papers: the standards are kept, on the pages that were meant."""

from dataclasses import replace
from io import BytesIO

import page as checker
import pikepdf
import pypdfium2
import pytest

from pipeline.formats import docx as word
from pipeline.formats import pdf
from pipeline.intake import take_in
from pipeline.language import codes
from pipeline.paper.flow import Table, Words, walk
from pipeline.products import agenda, welcome_pack
from tests.consumers.printing import ROOT, TODAY
from tests.products.sample import desk
from tests.products.staff import FULL, papers
from tests.weekplan.printing import converted

pytestmark = pytest.mark.consumer
SCHOOL = replace(FULL, brand=replace(FULL.brand, logo=None))
PAGES = {"agenda": [1, 1, 1], "problem_sheet": [1], "temperature_form": [1, 2]}


def no_pictures(*_):
    raise AssertionError("These papers have no pictures.")


def read(content):
    """The pages of a PDF, and all their words without spaces."""
    document = pypdfium2.PdfDocument(content)
    texts = [page.get_textpage().get_text_bounded() for page in document]
    document.close()
    return len(texts), "".join("".join(texts).split())


def lacking(flow, content):
    """The words of the paper that are not read in the PDF."""
    _, there = read(content)
    words = (one.text for one in walk(flow) if isinstance(one, Words))
    return [one for one in words if "".join(one.split()) not in there and "Side " not in one]


def failures(content):
    return [
        f"{profile} {one.rule_id}"
        for profile in ("ua1", "2a")
        for one in checker.validate_pdf_bytes(content, profile=profile).failures
    ]


@pytest.mark.parametrize("name", PAGES)
@pytest.mark.parametrize("code", codes())
def test_pdf_papers_keep_the_standards_and_their_pages(name, code):
    for flow, pages in zip(papers(name, SCHOOL, code), PAGES[name], strict=True):
        content = pdf.paint(flow, no_pictures)
        assert failures(content) == []
        assert read(content)[0] == pages


@pytest.mark.parametrize("paper", ["A5", "A4"])
@pytest.mark.parametrize("code", codes())
def test_the_booklet_keeps_the_standards_and_says_everything(paper, code):
    at = desk(SCHOOL, paper, code=code)
    content = pdf.paint(welcome_pack.compose(str(SCHOOL.name), at), no_pictures)
    assert failures(content) == []
    assert lacking_lines(content) == []
    pages, _ = read(content)
    with pikepdf.open(BytesIO(content)) as document:
        box = [float(one) for one in document.pages[0].MediaBox]
    wide = 297.0 if paper == "A4" else 148.5
    assert box[2] / 72 * 25.4 == pytest.approx(wide, abs=0.2)
    assert pages == (4 if paper == "A4" else 7)


def lacking_lines(content):
    """The lines of the matrices that are not read there."""
    _, there = read(content)
    cells = (cell for one in SCHOOL.matrices for arena in one.arenas for cell in arena.cells)
    return [line for cell in cells for line in cell if "".join(line.split()) not in there]


def test_a_booklet_that_is_not_told_is_seen():
    at = desk(SCHOOL, "A4")
    content = pdf.paint(welcome_pack.compose(str(SCHOOL.name), at), no_pictures)
    with pikepdf.open(BytesIO(content)) as document:
        del document.Root.StructTreeRoot
        for one in document.pages:
            del one.Contents
        stream = BytesIO()
        document.save(stream)
    assert failures(stream.getvalue()) and lacking_lines(stream.getvalue())


@pytest.fixture(scope="module")
def printed(tmp_path_factory):
    """Each Word paper as LibreOffice prints it, by its file's name; one with too high rows."""
    folder = tmp_path_factory.mktemp("team")
    flows = {
        f"{name}-{code}-{at}": flow
        for name in PAGES
        for code in ("nb", "nn")
        for at, flow in enumerate(papers(name, SCHOOL, code))
    }
    high = flows["problem_sheet-nb-0"]
    blocks = tuple(
        replace(one, least=60.0) if isinstance(one, Table) else one for one in high.blocks
    )
    flows["spoilt"] = replace(high, blocks=blocks)
    files = {name: word.paint(flow, no_pictures) for name, flow in flows.items()}
    made = converted(folder, "pdf", files)
    return {name: (flow, made[name]) for name, flow in flows.items()}


def test_word_papers_have_their_pages_and_every_word(printed):
    for name, (flow, content) in printed.items():
        if name != "spoilt":
            kind, _, at = name.split("-")
            assert (name, read(content)[0]) == (name, PAGES[kind][int(at)])
            assert lacking(flow, content) == []


def test_rows_that_are_too_high_take_more_pages(printed):
    _, content = printed["spoilt"]
    assert read(content)[0] > PAGES["problem_sheet"][0]


SPARE = 8.0  # mm between the last row and the foot
SCALE = 4  # pixels for each point


def spare(content):
    """How many mm are empty above the foot of the only page."""
    document = pypdfium2.PdfDocument(content)
    assert len(document) == 1
    light = document[0].render(scale=SCALE, grayscale=True).to_pil().convert("L")
    document.close()
    wide, high = light.size
    inked = [light.crop((0, y, wide, y + 1)).getextrema()[0] < 200 for y in range(high)]
    foot = max(y for y in range(high) if inked[y])
    while any(inked[foot - 3 * SCALE : foot]):  # the foot is one line
        foot -= 1
    body = max(y for y in range(foot - 1) if inked[y])
    return (foot - body) / SCALE / 72 * 25.4


@pytest.fixture(scope="module")
def agendas(tmp_path_factory):
    """Every agenda of the sample school, as LibreOffice prints it; and one that is too full."""
    school = take_in(ROOT, TODAY).school
    flows = {str(one): agenda.write(str(one), desk(school)) for one in agenda.subjects(school)}
    full = flows["05 I matpausen"]
    tables = [one for one in full.blocks if isinstance(one, Table)]
    fuller = replace(tables[-1], rows=(*tables[-1].rows, *tables[-1].rows[1:2]))
    blocks = tuple(fuller if one is tables[-1] else one for one in full.blocks)
    flows["spoilt"] = replace(full, blocks=blocks)
    files = {name: word.paint(flow, no_pictures) for name, flow in flows.items()}
    return converted(tmp_path_factory.mktemp("agendas"), "pdf", files)


def test_every_agenda_of_the_sample_is_one_page_with_room_to_spare(agendas):
    found = {name: spare(content) for name, content in agendas.items() if name != "spoilt"}
    assert len(found) == 12
    assert {name: room for name, room in found.items() if room < SPARE} == {}


def test_an_agenda_that_is_too_full_is_seen(agendas):
    assert spare(agendas["spoilt"]) < SPARE

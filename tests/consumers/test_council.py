"""Real programs open the pupils' council's papers: the standards are kept, nothing is lost."""

from dataclasses import replace
from pathlib import Path

import page as checker
import pypdfium2
import pytest
from PIL import Image

from pipeline.contest import sheets
from pipeline.contest.count_sheet import count_sheet
from pipeline.formats import docx as word
from pipeline.formats import pdf
from pipeline.language import codes
from pipeline.paper.flow import Flow, Words, walk
from tests.contest.test_contest import entry, setting
from tests.products.council import COUNCIL, SCHOOL, papers
from tests.weekplan.printing import converted

pytestmark = pytest.mark.consumer
PAGES = {
    "talking_card": 1,
    "comment_form": 1,
    "contest_call": 1,
    "entry_sheet": 1,
    "sweater_proposal": 1,
}
IN_WORD = ("comment_form", "contest_call", "sweater_proposal")


@pytest.fixture(scope="module")
def pictures(tmp_path_factory):
    """What gives a plain picture for any art, as the store of drawings does."""
    folder = tmp_path_factory.mktemp("pictures")

    def given(picture, turn=0.0) -> Path:
        del turn
        suffix = "png" if picture.clear else "jpg"
        path = folder / f"{picture.art.digest}.{suffix}"
        if not path.exists():
            mode = "RGBA" if picture.clear else "RGB"
            size = (picture.art.width // 4, picture.art.height // 4)
            Image.new(mode, size, "#5aa05a").save(path)
        return path

    return given


def failures(content):
    return [
        f"{profile} {one.rule_id}"
        for profile in ("ua1", "2a")
        for one in checker.validate_pdf_bytes(content, profile=profile).failures
    ]


def read(content):
    """How many pages a PDF has, and all its words without spaces."""
    document = pypdfium2.PdfDocument(content)
    texts = [one.get_textpage().get_text_bounded() for one in document]
    document.close()
    return len(texts), "".join("".join(texts).split())


@pytest.mark.parametrize("name", COUNCIL)
@pytest.mark.parametrize("code", codes())
def test_pdf_papers_keep_the_standards_and_their_pages(name, code, pictures):
    for paper in papers(name, SCHOOL, code):
        content = pdf.paint(paper, pictures)
        assert failures(content) == []
        assert read(content)[0] == PAGES[name]


@pytest.mark.parametrize("code", codes())
def test_the_competition_s_papers_keep_the_standards(code, pictures):
    at, there = setting(code), [entry(number, year=number % 7 + 1) for number in range(1, 15)]
    made = (
        sheets.ballot(there, 2, at),
        sheets.winners(there, (3, 7, 9), at),
        sheets.winners(there, (7,), replace(at, place="Garderoben")),
        count_sheet(there, 2, at),
    )
    assert [failures(pdf.paint(one, pictures)) for one in made] == [[]] * 4
    pages, words = read(pdf.paint(made[0], pictures))
    assert pages == 2
    number = at.language.say("Number {number}", number=14)
    assert "".join(number.split()) in words


def test_a_ballot_whose_pictures_say_nothing_is_seen(pictures):
    from pipeline.paper.check import faults
    from pipeline.paper.sheet import Group

    paper = sheets.ballot([entry(1)], 1, setting())
    (page,) = paper.sheets

    def mute(item):
        if not isinstance(item, Group):
            return item
        return replace(item, alt="", items=tuple(map(mute, item.items)))

    spoilt = replace(paper, sheets=(replace(page, items=tuple(map(mute, page.items))),))
    assert any("no words" in one for one in faults(spoilt))
    assert failures(pdf.paint(spoilt, pictures))


@pytest.fixture(scope="module")
def printed(tmp_path_factory, pictures):
    """Each Word paper as LibreOffice prints it, by its file's name."""
    folder = tmp_path_factory.mktemp("council")
    flows = {
        f"{name}-{code}-{at}": flow
        for name in IN_WORD
        for code in ("nb", "nn")
        for at, flow in enumerate(
            one for one in papers(name, SCHOOL, code) if isinstance(one, Flow)
        )
    }
    made = converted(
        folder, "pdf", {name: word.paint(one, pictures) for name, one in flows.items()}
    )
    return {name: (flow, made[name]) for name, flow in flows.items()}


def test_word_papers_have_their_pages_and_every_word(printed):
    assert len(printed) == 8
    for name, (flow, content) in printed.items():
        pages, there = read(content)
        assert (name, pages) == (name, PAGES[name.split("-")[0]])
        told = (one.text for one in walk(flow) if isinstance(one, Words))
        lacking = [one for one in told if "".join(one.split()) not in there and "Side " not in one]
        assert lacking == []


def test_a_word_that_is_not_printed_is_seen(printed):
    _, content = printed["contest_call-nb-0"]
    assert "Tegnstedenevåre" not in read(content)[1]

"""Real programs open the papers of a focus: the standards are kept, on the pages as meant."""

from dataclasses import replace

import pytest

from pipeline.formats import docx as word
from pipeline.formats import pdf
from pipeline.language import codes
from pipeline.paper.flow import Table
from pipeline.paper.sheet import pictures
from tests.consumers.test_team import failures, lacking, no_pictures, read
from tests.products import staff
from tests.products.practising import CARDS, SHEETS, TEAM, papers, practising, said
from tests.weekplan.printing import converted

pytestmark = pytest.mark.consumer
BARE = staff.staffed(drawn=False)
SCHOOL = practising(replace(BARE, brand=replace(BARE.brand, logo=None)))
PAGES = {"film_plan": [1, 1], "practice_log": [2, 2], "run_sheet": [1, 1]}
PAGES |= {"practice_overview": [1, 1]}
WORDS = ("film_plan", "run_sheet")


def unsaid(paper, content):
    """The words of the cards that are not read in the PDF."""
    _, there = read(content)
    plain = there.replace("\xad", "").replace("\ufffe", "").replace("\x02", "")
    words = ("".join(one.replace("\xad", "").split()) for one in said(paper))
    return [one for one in words if one not in plain]


@pytest.mark.parametrize("name", CARDS)
@pytest.mark.parametrize("code", codes())
def test_cards_keep_the_standards_and_say_everything(name, code):
    for paper, _ in papers(name, SCHOOL, code):
        assert not list(pictures(paper))
        content = pdf.paint(paper, no_pictures)
        assert failures(content) == []
        assert unsaid(paper, content) == []
        assert read(content)[0] == len(paper.sheets)


@pytest.mark.parametrize("name", (*SHEETS, *TEAM))
@pytest.mark.parametrize("code", codes())
def test_sheets_keep_the_standards_and_their_pages(name, code):
    for (flow, _), count in zip(papers(name, SCHOOL, code), PAGES[name], strict=True):
        content = pdf.paint(flow, no_pictures)
        assert failures(content) == []
        assert lacking(replace(flow, foot=()), content) == []
        assert read(content)[0] == count


def test_words_that_are_not_there_are_seen():
    (paper, _), (other, _) = papers("praise_cards", SCHOOL)
    assert unsaid(paper, pdf.paint(other, no_pictures))


@pytest.fixture(scope="module")
def printed(tmp_path_factory):
    """Each Word paper as LibreOffice prints it, by its file's name; one with too high rows."""
    folder = tmp_path_factory.mktemp("practice")
    flows = {
        f"{name}-{code}-{at}": flow
        for name in WORDS
        for code in codes()
        for at, (flow, _) in enumerate(papers(name, SCHOOL, code))
    }
    first = flows["run_sheet-nb-0"]
    blocks = tuple(
        replace(one, least=60.0) if isinstance(one, Table) else one for one in first.blocks
    )
    flows["spoilt"] = replace(first, blocks=blocks)
    made = converted(folder, "pdf", {n: word.paint(one, no_pictures) for n, one in flows.items()})
    return {name: (flow, made[name]) for name, flow in flows.items()}


def test_word_papers_have_one_page_and_every_word(printed):
    for name, (flow, content) in printed.items():
        if name != "spoilt":
            assert (name, read(content)[0]) == (name, 1)
            assert lacking(replace(flow, foot=()), content) == []


def test_rows_that_are_too_high_take_more_pages(printed):
    _, content = printed["spoilt"]
    assert read(content)[0] > 1

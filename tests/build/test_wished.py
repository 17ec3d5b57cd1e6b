"""A plain build makes what is wished; proposals when asked for, and then kept up to date."""

from pipeline.build.plan import Choice, due, possible, still_possible, within
from pipeline.problems import Gathered
from tests.products.letters import homely
from tests.products.variants import both

ASKED = Choice(products=("proposal", "pupil_proposal"), formats=("pdf",))


def made(choice):
    return {job.product: job.paper for job in possible(both(), choice)}


def test_a_plain_build_makes_no_proposals():
    usual = made(Choice())
    assert {"adult_poster", "adult_sheet", "changes", "matrix_poster"} <= set(usual)
    assert not {"proposal", "pupil_proposal"} & set(usual)
    assert not {"proposal", "pupil_proposal"} & set(made(Choice(papers=("A4",))))


def test_what_was_asked_for_once_is_due_again():
    jobs = tuple(possible(both(), ASKED))
    assert {job.product for job in jobs} == {"proposal", "pupil_proposal"}
    assert all(still_possible(both(), job) for job in jobs)
    assert set(jobs) <= set(due(both(), Choice(), jobs))


def test_a_sheet_lies_on_papers_of_its_own():
    assert made(Choice())["adult_sheet"] == "A4"
    assert made(Choice())["adult_poster"] == "A3"
    assert made(ASKED) == {"proposal": "A3", "pupil_proposal": "A4"}
    assert "adult_sheet" not in made(Choice(papers=("A2",)))


def test_slides_and_three_a_page_are_usual_and_two_and_six_are_asked_for():
    def papers(*asked):
        choice = Choice(products=("assembly_deck",), formats=("pdf",), papers=asked)
        return [job.paper for job in possible(homely(), choice)]

    assert set(papers()) == {"16:9", "A4"}
    assert set(papers("A4-2", "A4-6")) == {"A4-2", "A4-6"}
    asked = tuple(possible(homely(), Choice(papers=("A4-2",))))
    assert {job.product for job in asked} == {"assembly_deck", "staff_deck", "sfo_deck"}
    assert {job.target.rpartition("/")[2] for job in asked} == {
        "Utdelingsark, to på siden.pdf",
        "Personalmøte, utdelingsark, to på siden.pdf",
        "SFO-kveld, utdelingsark, to på siden.pdf",
    }
    assert set(asked) <= set(due(homely(), Choice(), asked))


def test_a_paper_that_a_product_is_not_made_on_is_told():
    def told(*papers):
        gathered = Gathered()
        within(Choice(products=("agenda",), papers=papers), homely(), gathered)
        return [str(one) for one in gathered]

    (said,) = told("A4-2")
    assert "'agenda' is not made on A4-2." in said and "A4." in said
    assert told("A4", "A4-2") == told("A4") == []

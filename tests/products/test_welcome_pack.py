"""The welcome pack tells what the school has, and says nothing of what it lacks."""

import pytest

from pipeline.paper.check import faults
from pipeline.paper.flow import Table, Words, walk
from pipeline.paper.sheet import Group, Row
from pipeline.paper.sheet import walk as walk_sheet
from pipeline.products import formats, welcome_pack
from pipeline.products import papers as sizes
from tests.products.sample import desk
from tests.products.staff import FULL, ODD, papers

ALWAYS = {"Derfor jobber vi slik", "Verdiene våre", "Slik jobber vi", "Slik roser vi"}
ALWAYS |= {"Dette øver barna på", "Spør oss gjerne"}
IF_THERE = {
    "Dette er vi voksne enige om": "no adults",
    "Skoleåret 2026–2027": "no year",
    "Her ligger filene": "nothing in contact",
    "Dette kan du si": "no year",
    "Kampanjer": "an empty year",
    "Møter med foreldrene": "an empty year",
    "Planleggingsdager": "an empty year",
}


def headings(school):
    (flow,) = papers("welcome_pack", school)
    return {one.text.strip() for one in walk(flow) if isinstance(one, Words) and one.level}


def items(school):
    (flow,) = papers("welcome_pack", school)
    return [one.text for one in walk(flow) if isinstance(one, Words) and one.kind == "item"]


@pytest.mark.parametrize("odd", ODD)
def test_what_every_school_has_is_always_told(odd):
    assert headings(ODD[odd]) >= ALWAYS


@pytest.mark.parametrize("name", IF_THERE)
def test_what_a_school_lacks_is_left_out(name):
    assert name in headings(FULL)
    assert name not in headings(ODD[IF_THERE[name]])


def test_the_list_of_contents_names_the_sections_that_are_there():
    told = items(FULL)
    assert "Dette er vi voksne enige om" in told and "Her ligger filene" in told
    assert "Dette er vi voksne enige om" not in items(ODD["no adults"])
    assert "Les hva vi voksne er enige om." not in items(ODD["no adults"])


def test_every_line_of_every_matrix_is_there():
    told = items(FULL)
    for matrix in FULL.matrices:
        for arena in matrix.arenas:
            for lines in arena.cells:
                assert set(lines) <= set(told)


def test_the_year_is_told_with_dates():
    (flow,) = papers("welcome_pack", FULL)
    (table,) = [one for one in flow.blocks if isinstance(one, Table) and one.ruled]
    rows = [[cell.blocks[0].text for cell in row] for row in table.rows]
    assert rows[0] == ["Når", "Dette øver vi på", "Samling"]
    assert rows[1] == ["17.8.–30.10.", "I skolegården", "18.8."]
    told = items(FULL)
    assert "Språkkampanje: uke 2 og 9" in told and "Les!: uke 20" in told
    assert "Foreldremøte på høsten: 15. september 2026 kl. 18.00" in told
    assert "13. august 2026" in told


def test_addresses_are_links_and_words_are_not():
    def links(school):
        (flow,) = papers("welcome_pack", school)
        words = (one for one in walk(flow) if isinstance(one, Words))
        return {run.link for one in words for run in one.runs if getattr(run, "link", "")}

    assert "https://lia.example.no/filer" in links(FULL)
    assert "mailto:pals@lia.example.no" in links(FULL)
    assert links(ODD["files in words"]) == set()


def test_many_values_stand_below_each_other():
    (three,) = papers("welcome_pack", FULL)
    (five,) = papers("welcome_pack", ODD["five values"])
    abreast = [one for one in three.blocks if isinstance(one, Table) and len(one.widths) == 3]
    assert len([one for one in abreast if not one.ruled]) == 4  # the cover, and three arenas
    assert len([one for one in five.blocks if isinstance(one, Table) and len(one.widths) == 5]) == 1


def test_it_is_made_as_a_booklet_alone():
    assert formats("welcome_pack") == ("pdf",) and sizes("welcome_pack") == ("A5", "A4")


@pytest.mark.parametrize("odd", ODD)
@pytest.mark.parametrize("paper", ["A5", "A4"])
def test_any_school_s_booklet_is_set_on_pages(odd, paper):
    made = welcome_pack.compose("Heggdal skole", desk(ODD[odd], paper))
    assert faults(made) == []
    sheet = made.sheets[0]
    wide, high = (148.5, 210.0) if paper == "A5" else (297.0, 210.0)
    assert (sheet.width, sheet.height) == (wide, high)
    assert len(made.sheets) % 2 == 0 or paper == "A5"


@pytest.mark.parametrize("odd", ODD)
def test_the_cover_is_one_page(odd):
    made = welcome_pack.compose("Heggdal skole", desk(ODD[odd], "A5"))
    kinds = [one.kind for one, _ in walk_sheet(made.sheets[1].items) if isinstance(one, Group)]
    assert kinds[0] == "heading" or kinds[0] == "decoration"
    said = " ".join(one.text for one, _ in walk_sheet(made.sheets[1].items) if isinstance(one, Row))
    assert said.startswith("I dette heftet")


def test_the_contents_name_the_pages_that_sections_begin_on():
    made = welcome_pack.compose("Heggdal skole", desk(FULL, "A5"))
    pages = [
        [one.text for one, _ in walk_sheet(sheet.items) if isinstance(one, Row)]
        for sheet in made.sheets
    ]
    told = [line.strip().rpartition(", side ") for line in pages[1] if ", side " in line]
    assert len(told) == 9
    for name, _, number in told:
        assert name in [line.strip() for line in pages[int(number) - 1]]

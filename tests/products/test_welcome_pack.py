"""The welcome pack tells what the school has, and says nothing of what it lacks."""

from dataclasses import replace
from datetime import date

import pytest

from pipeline.model import AfterSchool, Span
from pipeline.paper.check import faults
from pipeline.paper.flow import Table, Words, walk
from pipeline.paper.sheet import Group, Row
from pipeline.paper.sheet import walk as walk_sheet
from pipeline.problems import Sourced
from pipeline.products import formats, welcome_pack
from pipeline.products import papers as sizes
from tests.products.sample import YARD, arena, desk
from tests.products.staff import FULL, ODD, PRAISE, papers

ALWAYS = {"Derfor jobber vi slik", "Verdiene våre", "Slik jobber vi", "Slik roser vi"}
ALWAYS |= {"Dette øver barna på", "Spør oss gjerne"}
IF_THERE = {
    "Dette er vi voksne enige om": "no adults",
    "Skoleåret 2026–2027": "no year",
    "Her ligger filene": "nothing in contact",
    "Dette kan du si": "no year",
    "Kampanjer": "an empty year",
    "Møter med foreldrene": "an empty year",
    "Dager uten skole": "an empty year",
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


def contents(school):
    """The lines of the list of contents while no pages are known."""
    (flow,) = papers("welcome_pack", school)
    at = [getattr(one, "text", "") for one in flow.blocks].index("I dette heftet")
    return [row[0].blocks[0].text for row in flow.blocks[at + 1].rows]


def test_the_list_of_contents_names_the_sections_that_are_there():
    told = contents(FULL)
    assert "Dette er vi voksne enige om" in told and "Her ligger filene" in told
    assert "Dette er vi voksne enige om" not in contents(ODD["no adults"])
    assert "Les hva vi voksne er enige om." not in items(ODD["no adults"])


def test_every_line_of_every_matrix_is_there():
    told = items(FULL)
    for matrix in FULL.matrices:
        for one in matrix.arenas:
            for cell in one.cells:
                assert set(cell) <= set(told)


def test_the_year_is_told_with_dates():
    (flow,) = papers("welcome_pack", FULL)
    (table,) = [one for one in flow.blocks if isinstance(one, Table) and one.ruled]
    rows = [[cell.blocks[0].text for cell in row] for row in table.rows]
    assert rows[0] == ["Når", "Dette øver vi på", "Samling"]
    assert rows[1] == ["17.8.–30.10.", "I skolegården", "18.8."]
    told = items(FULL)
    assert "Språkkampanje: uke 2 og 9" in told and "Les!: uke 20" in told
    assert "Foreldremøte på høsten: 15. september 2026 kl. 18.00" in told
    assert "Planleggingsdager: 13.–14. august" in told
    off = (Span(Sourced("Høstferie"), date(2026, 10, 5), date(2026, 10, 9)),)
    assert "Høstferie: 5.–9. oktober" in items(replace(FULL, year=replace(FULL.year, off=off)))


def test_sfo_s_own_focus_stands_beside_that_of_the_classes():
    year = FULL.year
    own = replace(year.focuses[1], after_school=AfterSchool(arena("På SFO")))
    school = replace(FULL, year=replace(year, focuses=(year.focuses[0], own)))
    (flow,) = papers("welcome_pack", school)
    (table,) = [one for one in flow.blocks if isinstance(one, Table) and one.ruled]
    assert [row[1].blocks[0].text for row in table.rows[1:]] == [
        "I skolegården",
        f"{own.arena.name} · SFO: På SFO",
    ]


def test_what_to_say_in_one_place_stands_together():
    year = FULL.year
    again = replace(year.focuses[0], praise=Sourced("Det var fint!"))
    school = replace(FULL, year=replace(year, focuses=(*year.focuses, again)))
    (flow,) = papers("welcome_pack", school)
    at = [getattr(one, "text", "") for one in flow.blocks].index("Dette kan du si")
    rows = {row[0].blocks[0].text: row[1].blocks for row in flow.blocks[at + 1].rows}
    assert [one.text for one in rows["I skolegården"]] == [f"«{PRAISE}»", "«Det var fint!»"]


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


def lines(sheet):
    return [one.text.strip() for one, _ in walk_sheet(sheet.items) if isinstance(one, Row)]


@pytest.mark.parametrize("odd", ODD)
def test_the_contents_name_the_pages_that_sections_begin_on(odd):
    made = welcome_pack.compose("Heggdal skole", desk(ODD[odd], "A5"))
    pages = [lines(sheet) for sheet in made.sheets]
    told = pages[1][1 : pages[1].index("Den første uka di")]
    names, numbers = [""], []
    for line in told:
        if line.isdigit():
            numbers.append(line)
            names.append("")
        else:
            names[-1] = f"{names[-1]} {line}".strip()
    assert names.pop() == "" and len(names) == len(numbers) >= 2
    assert numbers == sorted(set(numbers)) and "2" not in numbers
    for name, number in zip(names, numbers, strict=True):
        there = " ".join(pages[int(number) - 1])
        assert all(one in there for one in name.split(" · "))


def test_the_cover_has_no_number_and_the_other_pages_have():
    made = welcome_pack.compose("Heggdal skole", desk(FULL, "A5"))
    numbered = [any("Side " in line for line in lines(sheet)) for sheet in made.sheets]
    assert numbered == [False, *[True] * (len(made.sheets) - 1)]


def test_a_page_within_a_section_says_what_goes_on():
    halls = tuple(arena(f"I gang {at}", YARD[:3]) for at in range(1, 9))
    (pupils, *others) = FULL.matrices
    school = replace(FULL, matrices=(replace(pupils, arenas=halls), *others))
    made = welcome_pack.compose("Heggdal skole", desk(school, "A5"))
    begins = [lines(sheet)[:2] for sheet in made.sheets]
    on = [line for line in begins if line[0] == "Dette øver barna på (forts.)"]
    assert len(on) == 1 and on[0][1].startswith("I gang ")
    before = welcome_pack.compose("Heggdal skole", desk(FULL, "A5"))
    assert not [sheet for sheet in before.sheets if "(forts.)" in lines(sheet)[0]]


def test_a_full_year_keeps_to_its_page():
    year = FULL.year
    own = AfterSchool(arena("På fritidsordningen etter skoletid"))
    focuses = tuple(
        replace(year.focuses[0], after_school=own if at % 3 else None) for at in range(9)
    )
    off = (Span(Sourced("Høstferie"), date(2026, 10, 5), date(2026, 10, 9)),) * 4
    school = replace(FULL, year=replace(year, focuses=focuses, off=off))
    made = welcome_pack.compose("Heggdal skole", desk(school, "A5"))
    full = welcome_pack.compose("Heggdal skole", desk(FULL, "A5"))
    assert len(made.sheets) == len(full.sheets)
    assert lines(made.sheets[-1])[0] == "Skoleåret 2026–2027"

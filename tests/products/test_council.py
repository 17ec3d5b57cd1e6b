"""The pupils' council's papers: sound for any school, on their pages, in every language."""

import os
from dataclasses import replace
from pathlib import Path

import pytest

from pipeline.language import codes
from pipeline.model import Brand, Stage
from pipeline.paper.check import faults
from pipeline.paper.flow import Flow, PageBreak, Run, Sketch, Words, walk
from pipeline.paper.flow_check import flow_faults
from pipeline.paper.setting import set_pages
from pipeline.paper.sheet import Box, Group, Picture, Row, Shape, Sheets, corners, pictures
from pipeline.paper.sheet import walk as things
from pipeline.problems import Faults, Sourced
from pipeline.products import (
    contest_call,
    entry_sheet,
    product,
    pupil_proposal,
    sweater_proposal,
    talking_card,
)
from tests.products.council import COUNCIL, MANY, SCHOOL, SCHOOLS, STAGES, papers
from tests.products.flows import heads, tables, told
from tests.products.sample import desk, printed

GOLDEN = Path(__file__).parent / "golden"
ONE_PAGE = ("talking_card", "contest_call", "entry_sheet", "sweater_proposal")


def set_(paper):
    return set_pages(paper) if isinstance(paper, Flow) else paper


def words(paper):
    """All that is read, a line or a block at a time."""
    if isinstance(paper, Flow):
        return [one.text for one in walk(paper) if isinstance(one, Words)]
    return [one.text for page in paper.sheets for one, _ in things(page.items) if type(one) is Row]


def wrong(paper):
    """All that must not be in a paper of the council."""
    found = faults(set_(paper)) + (flow_faults(paper) if isinstance(paper, Flow) else [])
    found += [one for one in words(paper) if "{" in one or "None" in one]
    if isinstance(paper, Flow) and isinstance(paper.blocks[-1], PageBreak):
        found.append("a page is empty")
    return found


@pytest.mark.parametrize("name", COUNCIL)
@pytest.mark.parametrize("odd", SCHOOLS)
def test_any_school_s_papers_are_sound(name, odd):
    for paper in papers(name, SCHOOLS[odd]):
        assert wrong(paper) == []
        if name in ONE_PAGE:
            assert len(set_(paper).sheets) == 1


def test_what_is_not_sound_is_seen():
    (paper,) = papers("comment_form", SCHOOL)
    assert "a page is empty" in wrong(replace(paper, blocks=(*paper.blocks, PageBreak())))
    assert any("titles" in one for one in wrong(replace(paper, blocks=paper.blocks[3:])))


@pytest.mark.parametrize("name", COUNCIL)
@pytest.mark.parametrize("code", codes())
def test_every_language_has_all_the_words(name, code):
    there = list(papers(name, SCHOOL, code))
    for paper, home in zip(there, papers(name, SCHOOL), strict=True):
        assert paper.language == code and wrong(paper) == []
        assert len(set_(paper).sheets) == len(set_(home).sheets)
        ours = " ".join(words(paper)).casefold().split()
        if code == "nn":
            assert not {"ikke", "hva", "jeg", "hvem", "noe", "tegning", "en"} & set(ours)
        if code == "en":
            assert not {"elevrådet", "klassen", "tegning"} & set(ours)


@pytest.mark.parametrize("name", COUNCIL)
@pytest.mark.parametrize("code", codes())
def test_golden(name, code):
    there = papers(name, SCHOOL, code)
    now = "\n".join(told(one) if isinstance(one, Flow) else told_pages(one) for one in there)
    golden = GOLDEN / f"{name}-{code}.txt"
    if os.environ.get("RENEW"):
        golden.write_text(now, encoding="utf-8")
    assert now == golden.read_text(encoding="utf-8")


def told_pages(paper: Sheets) -> str:
    """The placed pages as text, lines of mixed words with their places too."""
    lines = [printed(paper)]
    lines += [
        f"{one.text} at {one.box.x:.1f}, {one.baseline:.1f}"
        for page in paper.sheets
        for one, _ in things(page.items)
        if isinstance(one, Row)
    ]
    return "\n".join(lines) + "\n"


@pytest.mark.parametrize("name", COUNCIL)
def test_an_unknown_subject_is_told_with_a_guess(name):
    one = product(name)
    if len(one.subjects(SCHOOL)) > 1 or name in ("talking_card", "comment_form"):
        first = str(one.subjects(SCHOOL)[0])
        make = getattr(one, "compose", None) or one.write
        with pytest.raises(Faults, match="Did you mean"):
            make(first[:-1], desk(SCHOOL, "A4"))


# The talking card


def test_the_card_stands_twice_and_is_read_once():
    (paper,) = papers("talking_card", SCHOOL)
    (page,) = paper.sheets
    assert (page.width, page.height) == (297, 210)
    twin = page.items[-1]
    assert isinstance(twin, Group) and twin.kind == "again"
    said = [one.text for one, _ in things(page.items[:-1]) if isinstance(one, Row)]
    again = [one.text for one, _ in things(twin.items) if isinstance(one, Row)]
    assert said == again and "Snakk med klassen din" in said
    left = [x for one in page.items[:-2] for x, _ in corners(one)]
    right = [x - 148.5 for one in twin.items for x, _ in corners(one)]
    assert min(left) == pytest.approx(min(right)) and 10 < min(left) < max(left) < 138.5


def test_the_card_asks_of_each_place_what_the_form_gathers():
    (paper,) = papers("talking_card", MANY)
    said = words(paper)
    for one in ("Alle forstår", "Bra som det er", "Vi vil heller si, eller dette mangler"):
        assert one in said or all(part in " ".join(said) for part in one.split())
    assert "Skoleveien" in said and "Matpausen" in said
    assert "Jeg forteller dere hva elevrådet svarer" in " ".join(said)
    (form,) = papers("comment_form", MANY)
    assert "Dette vil klassene heller si, eller dette mangler" in heads(tables(form)[0])


@pytest.mark.parametrize("code", codes())
def test_the_card_names_the_sheets_that_its_lines_are_read_from(code):
    assert talking_card.SHEETS.text == pupil_proposal.TITLE
    (paper,) = papers("talking_card", SCHOOL, code)
    assert desk(SCHOOL, "A4", code=code).language.say(pupil_proposal.TITLE) in " ".join(
        words(paper)
    )


@pytest.mark.parametrize("code", codes())
@pytest.mark.parametrize("count", [1, 3, 4, 5, 6])
def test_the_card_has_as_much_room_to_write_as_its_page(count, code):
    one = MANY.matrices[0]
    school = replace(MANY, matrices=(replace(one, arenas=one.arenas[:count]),))
    (paper,) = papers("talking_card", school, code)
    assert len(paper.sheets) == 1 and wrong(paper) == []


# The comment form


def test_classes_are_told_without_sfo_s_groups():
    assert [str(one.name) for one in SCHOOL.taught] == ["Småtrinn", "Mellomtrinn"]
    after = Stage(Sourced("After school"), (Sourced("Group 1"),))
    school = replace(SCHOOL, stages=(*STAGES[1:2], after))
    assert len(school.taught) == 2
    school = replace(school, translations={"en": {"SFO": Sourced("After school")}})
    assert school.taught == STAGES[1:2]
    akse = Stage(Sourced("Akselerasjon"), (Sourced("1A"),))
    assert replace(SCHOOL, stages=(akse, Stage(Sourced("AKS"), (Sourced("x"),)))).taught == (akse,)


def test_the_form_gathers_all_cards_on_one_page():
    (paper,) = papers("comment_form", MANY)
    (places,) = tables(paper)
    assert [row[0].blocks[0].text for row in places.rows[1:]][:2] == ["Skoleveien", "Skolegården"]
    assert len(places.rows) == 1 + 6 and places.least >= 12
    cards = next(one for one in words(paper) if one.startswith("Kort vi har fått"))
    assert all(name in cards for name in ("1A", "4A", "7A")) and "SFO" not in cards
    assert len(set_pages(paper).sheets) == 1


def test_thirty_classes_have_a_box_each_on_that_page():
    names = tuple(Sourced(f"{at // 4 + 1}{'ABCD'[at % 4]}") for at in range(30))
    school = replace(MANY, stages=(Stage(Sourced("Skolen"), names),))
    (paper,) = papers("comment_form", school)
    assert len(set_pages(paper).sheets) == 1 and wrong(paper) == []
    lines = [one.text.split() for one in walk(paper) if isinstance(one, Words)]
    shown = [one for one in lines if one and set(one) <= set(names)]
    assert [name for line in shown for name in line] == list(names)
    counts = [len(line) for line in shown]
    assert len(counts) > 1 and max(counts) - min(counts) <= 1


# The competition


def test_the_call_for_places_names_each_of_them_once():
    _, places = papers("contest_call", MANY)
    said = " ".join(words(places))
    assert "Velg ett tema: skoleveien, skolegården, garderoben, gangen, klasserommet" in said
    assert "klasserommet eller matpausen." in said
    one_place = replace(MANY.matrices[0], arenas=MANY.matrices[0].arenas[:1])
    _, alone = papers("contest_call", replace(MANY, matrices=(one_place,)))
    assert "Tegn dette: skoleveien." in " ".join(words(alone))
    logo, _ = papers("contest_call", MANY)
    assert "respekt, ansvar og omsorg" in " ".join(words(logo))


@pytest.mark.parametrize("code", codes())
@pytest.mark.parametrize("odd", SCHOOLS)
def test_the_call_s_title_stands_on_one_line(odd, code):
    for paper in papers("contest_call", SCHOOLS[odd], code):
        (page,) = set_pages(paper).sheets
        titles = [one for one, _ in things(page.items) if getattr(one, "kind", "") == "title"]
        rows = [one for title in titles for one, _ in things(title.items) if isinstance(one, Row)]
        assert len(rows) == 1


def test_the_sheet_for_places_alone_has_room_for_the_place():
    logo, places = papers("entry_sheet", SCHOOL)
    assert any(one.startswith("Stedet jeg har tegnet:") for one in words(places))
    assert not any("Stedet" in one for one in words(logo))
    assert "En lærer skriver samme nummer på slippen, og klipper av slippen." in words(logo)


def test_the_call_leaves_its_days_to_be_written_in():
    for paper in papers("contest_call", SCHOOL):
        (days,) = tables(paper)
        assert len(heads(days)) == 4 and days.least >= 12
        assert not any(cell.blocks for cell in days.rows[1])


@pytest.mark.parametrize("code", codes())
@pytest.mark.parametrize("odd", ["full", "all that is long", "nothing in contact", "five values"])
def test_nothing_stands_in_the_frame_and_no_name_above_the_cut(odd, code):
    for paper in papers("entry_sheet", SCHOOLS[odd], code):
        (page,) = set_pages(paper).sheets
        frame, above = framed(page.items)
        assert (frame.x, frame.right) == pytest.approx((15, 195), abs=0.3)
        assert (frame.w, frame.h) == pytest.approx(entry_sheet.FRAME, abs=0.6)
        for one, _ in things(page.items):
            if isinstance(one, Row):
                assert one.baseline < frame.y or one.baseline > frame.bottom + 2
        assert len(above) >= 3 and not {"Klasse", "Navnet til eleven"} & set(above)
        lowest = max(y for one in page.items for _, y in corners(one))
        assert 270 < lowest < 292


def framed(items):
    """The frame's box, and the lines that stand above the line to cut along."""
    shapes = [one for one, _ in things(items) if isinstance(one, Shape) and one.stroke]
    boxes = [
        (max(xs) - min(xs), Box(min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys)))
        for one in shapes
        for xs, ys in [zip(*corners(one), strict=True)]
    ]
    frame = next(box for _, box in boxes if box.h > 100)
    cut = min(box.y for _, box in boxes if box.y > frame.bottom)
    return frame, [
        one.text for one, _ in things(items) if isinstance(one, Row) and one.baseline < cut
    ]


def test_the_home_keeps_how_to_withdraw():
    for paper in papers("contest_call", SCHOOL):
        said = " ".join(words(paper))
        assert (
            "når som helst: Si fra til pals@lia.example.no." in said and "dette arket hjem" in said
        )
    for paper in papers("contest_call", SCHOOLS["nothing in contact"]):
        assert "når som helst: Si fra til skolen." in " ".join(words(paper))


@pytest.mark.parametrize("code", codes())
def test_the_slip_is_large_and_dark_enough_to_consent_to(code):
    for paper in papers("entry_sheet", SCHOOL, code):
        runs = [run for one in walk(paper) if isinstance(one, Words) for run in one.runs]
        letters = [one.letters for one in runs if isinstance(one, Run)]
        assert min(one.size for one in letters) >= 10.5
        assert {one.colour for one in letters} == {desk(SCHOOL, "A4").look.ink}


def test_the_slip_asks_for_every_use_and_tells_how_to_withdraw():
    paper, _ = papers("entry_sheet", SCHOOL)
    uses = tables(paper)[1]
    assert heads(uses) == ["Bruk", "Ja", "Nei"] and len(uses.rows) == 1 + 5
    assert "Si fra til pals@lia.example.no" in " ".join(words(paper))
    bare, _ = papers("entry_sheet", SCHOOLS["nothing in contact"])
    assert "Si fra til skolen" in " ".join(words(bare))


# The sweater


def test_the_logo_stands_on_each_sweater_s_chest():
    composed, written = papers("sweater_proposal", SCHOOL)
    figures = [
        one
        for one, _ in things(composed.sheets[0].items)
        if isinstance(one, Group) and one.kind == "figure"
    ]
    assert len(figures) == len(list(pictures(composed))) == 3
    for one in figures:
        (logo,) = [kid for kid in one.items if isinstance(kid, Picture)]
        xs, ys = zip(
            *corners(Group("part", tuple(k for k in one.items if k is not logo))), strict=True
        )
        middle = (min(xs) + max(xs)) / 2
        assert logo.box.x + logo.box.w / 2 == pytest.approx(middle, abs=0.2)
        assert min(ys) + 8 < logo.box.y < logo.box.bottom < max(ys) - 8
    alts = [one.alt for one in walk(written) if isinstance(one, Sketch) and one.alt]
    assert alts == ["Lys genser", "Genser i skolens farge", "Mørk genser"]
    assert figures[2].alt == "Mørk genser med logoen for mørk bunn på brystet"


def test_on_a_dark_sweater_the_logo_has_its_white_line():
    composed, _ = papers("sweater_proposal", SCHOOL)
    logos = list(pictures(composed))
    assert [one.rim for one in logos] == [False, False, True]
    assert logos[2].art == SCHOOL.brand.logo.rimmed and logos[2].clear
    dark = replace(SCHOOL.brand, colours={"field": Sourced("#14213d")})
    composed, _ = papers("sweater_proposal", replace(SCHOOL, brand=dark))
    assert [one.rim for one in pictures(composed)] == [False, True, True]
    assert "Logo farger.svg" in " ".join(words(composed)) and wrong(composed) == []


def test_every_sweater_is_told_its_file():
    _, written = papers("sweater_proposal", SCHOOL)
    light = "«Logo farger.svg» til lys genser og genser i skolens farge"
    assert f"{light}, og «Logo mørk bunn.svg» til mørk genser." in " ".join(words(written))
    dark = replace(SCHOOL.brand, colours={"field": Sourced("#14213d")})
    _, written = papers("sweater_proposal", replace(SCHOOL, brand=dark))
    assert "svg» til genser i skolens farge og mørk genser." in " ".join(words(written))


def test_fau_and_smu_can_answer_and_sign():
    _, written = papers("sweater_proposal", SCHOOL)
    answers, _, signed = tables(written)
    assert heads(answers)[1:] == ["Svar fra FAU", "Svar fra SMU"] and answers.least >= 12
    assert heads(signed)[2:] == ["Dato", "Underskrift"] and len(signed.rows) == 1 + 4
    assert any("tegnet av en elev" in one for one in words(written))


def test_without_a_logo_the_sweaters_are_bare():
    school = replace(SCHOOL, brand=Brand())
    composed, _ = papers("sweater_proposal", school)
    assert list(pictures(composed)) == [] and wrong(composed) == []


def test_the_files_are_those_of_the_logo_pack():
    from pipeline.build.logo import LogoPack, jobs
    from pipeline.build.plan import Choice

    art = SCHOOL.brand.logo
    there = {one.target for one in jobs(SCHOOL, Choice(), LogoPack(art, "#22252b"))}
    assert {f"Logo/{one}" for one in sweater_proposal.files(desk(SCHOOL, "A4"))} <= there


def test_all_are_made_only_when_asked_for_and_lie_together():
    from pipeline.products import shelf, wished

    assert not any(wished(name) for name in COUNCIL)
    names = [shelf(name)[1]["A4"] for name in COUNCIL]
    assert len(set(names)) == len(names) and {shelf(name)[0] for name in COUNCIL} == {
        "Pupils' council"
    }
    assert contest_call.subjects is entry_sheet.subjects
    assert contest_call.arenas(SCHOOL, "") == entry_sheet.arenas(SCHOOL, "") == ()

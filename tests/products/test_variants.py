"""The adults' standard, proposals and what is new: sound on every paper, and told as they are."""

import os
from dataclasses import replace
from itertools import product as every
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pipeline import products
from pipeline.model import Change, Matrix
from pipeline.paper.check import faults
from pipeline.paper.pen import STAMP_TURN
from pipeline.paper.sheet import PAPERS, Group, Shape, Text, corners, walk
from pipeline.paper.style import MM
from pipeline.problems import Faults, Sourced
from tests.products.sample import AT, arena, composed, desk, printed
from tests.products.test_products import CELLS, LONG, overlapping, texts
from tests.products.variants import NAMES, both

LAID = list(every(PAPERS, (False, True)))


def pages(paper):
    return [replace(paper, sheets=(sheet,)) for sheet in paper.sheets]


def sound(paper):
    """All that must be true of every page; what is stamped may stand askew."""
    assert faults(paper) == []
    for page in pages(paper):
        (sheet,) = page.sheets
        assert list(overlapping(page)) == []
        for item, _, (left, top, right, foot) in texts(page):
            inside = min(left, top, sheet.width - right, sheet.height - foot)
            assert inside >= 9.9, f"{item.lines} is {inside:.1f} mm from the edge"


def said(paper):
    return [" ".join(item.lines) for page in pages(paper) for item, *_ in texts(page)]


def groups(paper, kind):
    return [
        item
        for sheet in paper.sheets
        for item, _ in walk(sheet.items)
        if isinstance(item, Group) and item.kind == kind
    ]


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize(("paper", "landscape"), LAID)
@pytest.mark.parametrize("theme", ["sol", "blekk"])
@pytest.mark.parametrize("count", [2, 3, 4, 5])
def test_every_paper_is_sound(name, paper, landscape, theme, count):
    at = desk(both(count, theme=theme, bare=paper == "A4"), paper, landscape)
    made = composed(name, at)
    assert not list(at.problems)
    sound(made)
    assert {(one.width, one.height) for one in made.sheets} == {at.size}
    assert made.reads_at >= products.product(name).METRES[paper]


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("code", ["nb", "nn", "en"])
def test_they_speak_the_language(name, code):
    made = composed(name, desk(both(), code=code))
    assert made.language == code
    assert "{" not in " ".join(said(made))


@pytest.mark.parametrize("name", NAMES)
def test_an_unknown_subject_is_told_with_a_guess(name):
    at = desk(both())
    subject = products.product(name).subjects(at.school)[0]
    with pytest.raises(Faults, match=f"Did you mean '{subject}'"):
        composed(name, at, subject[:-2])


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(CELLS, st.sampled_from(NAMES), st.booleans(), st.booleans())
def test_any_words_fit_or_the_cell_is_named(cells, name, landscape, long):
    count = len(cells)
    one = both(count, names=LONG) if long else both(count)
    new = [
        Change("new", Sourced("I skolegården", AT), value, line)
        for value, lines in enumerate(arena(cells=cells).cells)
        for line in lines
    ]
    matrices = tuple(
        replace(matrix, arenas=(arena(cells=cells), *matrix.arenas[1:]), changes=tuple(new))
        for matrix in one.matrices
    )
    at = desk(replace(one, matrices=matrices), landscape=landscape)
    if not products.product(name).subjects(at.school):
        return
    made = composed(name, at)
    problems = [problem for problem in at.problems if not problem.advice]
    if not problems:
        sound(made)
    for problem in problems:
        assert problem.place and dict(problem.mend.fields)["cut"] > 0


@pytest.mark.parametrize("name", ["adult_poster", "adult_sheet"])
def test_the_adults_papers_are_of_their_own_matrix_alone(name):
    made = said(composed(name, desk(both())))
    assert "Jeg hilser på elevene med navn" in made
    assert "Jeg venter på tur" not in made
    assert made[0] == "Vi voksne på Heggdal skole"
    assert products.product("matrix_poster").subjects(both()) == ("Ute og underveis",)
    pupils_only = replace(both(), matrices=both().matrices[:1])
    assert products.product(name).subjects(pupils_only) == ()


@pytest.mark.parametrize("name", ["adult_poster", "adult_sheet", "proposal"])
def test_every_cell_of_a_table_has_its_headings(name):
    (table,) = groups(composed(name, desk(both(5))), "table")
    head, *rows = [[cell.kind for cell in row.items] for row in table.items]
    assert head[0] == "cell" and set(head[1:]) == {"column-header"}
    for row in rows:
        assert row == ["row-header", *["cell"] * (len(head) - 1)]


@pytest.mark.parametrize("name", ["adult_poster", "proposal"])
def test_lines_keep_off_the_edge_of_a_full_cell(name):
    cells = (("Jeg hjelper elevene som står alene i skolegården",) * 3,) * 3
    rows = tuple(arena(one, cells) for one in ("Ute", "Inne", "I gangen", "På tur"))
    full = tuple(replace(one, arenas=rows) for one in both().matrices)
    made = composed(name, desk(replace(both(), matrices=full), landscape=True))
    for item, above, (_, top, _, foot) in texts(made):
        if any(group.kind == "item" for group in above):
            cell = next(group for group in above if group.kind == "cell")
            ys = [y for _, y in corners(cell.items[0])]
            assert min(top - min(ys), max(ys) - foot) > item.letters.size * MM * 0.5


@pytest.mark.parametrize("name", ["proposal", "pupil_proposal"])
def test_a_proposal_is_stamped_with_its_version(name):
    made = composed(name, desk(both()))
    (stamped,) = [one for one in groups(made, "part") if one.turn == STAMP_TURN]
    words = [item.lines[0] for item, _ in walk((stamped,)) if isinstance(item, Text)]
    assert words == ["FORSLAG", "Versjon 2 · 8. februar 2027"]
    bare = composed(name, desk(both(bare=True)))
    assert "FORSLAG" in said(bare)


def test_a_proposal_has_room_to_write_at_each_place():
    (table,) = groups(composed("proposal", desk(both(), "A4", True)), "table")
    for row in table.items[1:]:
        rules = [item for item, _ in walk((row.items[-1],)) if isinstance(item, Shape)]
        assert len(rules) > 2
        heights = sorted({item.path[0][1][1] for item in rules[1:]})
        assert {round(b - a, 3) for a, b in zip(heights, heights[1:], strict=False)} == {8.5}


def test_classes_answer_line_by_line_and_no_child_is_named():
    words = said(composed("pupil_proposal", desk(both())))
    lines = [line for cell in both().matrices[0].arenas[0].cells for line in cell]
    assert words.count("Bra som det er") == words.count("Vi vil heller si:") == len(lines)
    assert [one for one in words if one in lines] == lines
    assert "Navn" not in " ".join(words) and "Klasse:" in words


def test_more_lines_than_a_page_holds_run_on_to_the_next():
    cells = tuple(tuple(f"Jeg gjør ting nummer {n} {v}" for n in range(4)) for v in range(4))
    one = replace(both(4), matrices=(Matrix(Sourced("Ute"), "elev", (arena(cells=cells),)),))
    made = composed("pupil_proposal", desk(one, "A4"))
    assert len(made.sheets) > 1
    sound(made)
    words = said(made)
    assert all(line in words for cell in cells for line in cell)
    assert f"Side 1 av {len(made.sheets)} · Versjon 2 · 8. februar 2027" in words


def test_what_is_new_is_told_in_words_and_shapes():
    made = composed("changes", desk(both()))
    words = said(made)
    assert {"Nytt", "Endret", "Flyttet", "Tatt ut"} <= set(words)
    assert "Nytt: 8 · Endret: 1 · Flyttet: 1 · Tatt ut: 1" in words
    assert words.index("Jeg venter på tur") < words.index("Før: Jeg venter på min tur")
    assert words.index("Tatt ut") < words.index("Jeg tar på meg jakken")
    levels = [one.level for one in groups(made, "heading")]
    assert levels == [2, 3, 2]


def test_many_changes_run_on_and_name_their_place_anew():
    one = both()
    many = tuple(
        Change("new", Sourced("I gangen"), at % 3, Sourced(f"Jeg gjør ting nummer {at}"))
        for at in range(60)
    )
    renamed = Change("renamed", Sourced("I gangen"), None, Sourced("I gangen"), Sourced("Gangen"))
    matrix = replace(one.matrices[0], changes=(renamed, *many))
    made = composed("changes", desk(replace(one, matrices=(matrix,)), "A4"))
    sound(made)
    words = said(made)
    assert len(made.sheets) == words.count("I gangen") > 1
    assert words.count("Før: Gangen") == 1
    assert all(change.now in words for change in many)


def test_where_titles_are_shared_the_adults_one_says_so():
    one = both()
    pupils, adults = one.matrices
    shared = replace(one, matrices=(pupils, replace(adults, title=pupils.title)))
    found = products.product("proposal").subjects(shared)
    assert found == ("Ute og underveis", "Ute og underveis (voksne)")
    made = said(composed("proposal", desk(shared), found[1]))
    assert "Jeg hilser på elevene med navn" in made


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("landscape", [False, True])
def test_golden(name, landscape):
    golden = Path(__file__).parent / "golden" / f"{name}-{'l' if landscape else 'p'}.txt"
    now = printed(composed(name, desk(both(), landscape=landscape)))
    if os.environ.get("RENEW"):
        golden.write_text(now, encoding="utf-8")
    assert now == golden.read_text(encoding="utf-8")

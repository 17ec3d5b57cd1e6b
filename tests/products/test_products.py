import os
from dataclasses import replace
from itertools import product as every
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pipeline import products
from pipeline.paper.check import faults
from pipeline.paper.fonts import face
from pipeline.paper.sheet import PAPERS, Group, Picture, Shape, Text, corners, pictures, walk
from pipeline.paper.style import MM
from pipeline.problems import Faults
from tests.products.sample import YARD, arena, composed, desk, drawing, printed, school, shorter

LAID = list(every(PAPERS, (False, True)))
POSTERS = ("arena_poster", "matrix_poster")
LONG = ("Medbestemmelse", "Inkludering", "Samarbeidsevne", "Likeverd og respekt", "Mot")


def texts(paper):
    for item, above in walk(paper.sheets[0].items):
        if isinstance(item, Text):
            own = face(item.letters.family, item.letters.weight)
            wide = max(own.width(x, item.letters.size, item.letters.tracking) for x in item.lines)
            left = {"left": 0, "center": (item.box.w - wide) / 2, "right": item.box.w - wide}
            x, top = item.box.x + left[item.align], own.cap_height * item.letters.size * MM
            foot = item.baseline + (len(item.lines) - 1) * item.leading * MM
            yield item, above, (x, item.baseline - top, x + wide, foot)


def overlapping(paper):
    placed = [(item, box) for item, _, box in texts(paper)]
    for at, (one, (x1, y1, x2, y2)) in enumerate(placed):
        for other, (a1, b1, a2, b2) in placed[at + 1 :]:
            if x1 < a2 and a1 < x2 and y1 < b2 and b1 < y2:
                yield one.lines, other.lines


def sound(paper):
    """All that must be true of any poster."""
    sheet = paper.sheets[0]
    assert faults(paper) == []
    assert list(overlapping(paper)) == []
    for item, _, (left, top, right, foot) in texts(paper):
        inside = min(left, top, sheet.width - right, sheet.height - foot)
        assert inside >= 9.9, f"{item.lines} is {inside:.1f} mm from the edge"
    for item, above in walk(sheet.items):
        if isinstance(item, Shape | Picture):
            for x, y in corners(Group("part", (item,))):
                assert -0.2 <= x <= sheet.width + 0.2 and -0.2 <= y <= sheet.height + 0.2, above


def test_what_overlaps_or_reaches_off_the_page_is_seen():
    made = composed("arena_poster", desk(school(arena())))
    *rest, last = made.sheets[0].items
    for dx, dy, seen in ((0.0, -60.0, "overlap"), (12.0, 0.0, "edge")):
        sheet = replace(made.sheets[0], items=(*rest, shifted(last, dx, dy)))
        moved = replace(made, sheets=(sheet,))
        with pytest.raises(AssertionError):
            sound(moved)
        assert seen == "edge" or list(overlapping(moved))


def shifted(item, dx, dy):
    if isinstance(item, Group):
        return replace(item, items=tuple(shifted(one, dx, dy) for one in item.items))
    if isinstance(item, Text):
        box = replace(item.box, x=item.box.x + dx, y=item.box.y + dy)
        return replace(item, box=box, baseline=item.baseline + dy)
    return item


def test_products_are_found_and_tell_what_they_are():
    assert set(POSTERS) <= set(products.names())
    for name in products.names():
        one = products.product(name)
        assert one.TITLE and products.summary(name).endswith(".")


def test_what_is_not_there_or_not_whole_is_refused(monkeypatch):
    with pytest.raises(ModuleNotFoundError):
        products.product("no_such_thing")
    monkeypatch.delattr(products.product("arena_poster"), "TITLE")
    products.product.cache_clear()
    with pytest.raises(TypeError, match="TITLE"):
        products.product("arena_poster")
    products.product.cache_clear()


@pytest.mark.parametrize("name", POSTERS)
@pytest.mark.parametrize(("paper", "landscape"), LAID)
@pytest.mark.parametrize("theme", ["sol", "blekk"])
def test_every_paper_is_sound(name, paper, landscape, theme):
    at = desk(school(arena(drawn=drawing()), arena("I gangen"), theme=theme), paper, landscape)
    made = composed(name, at)
    sound(made)
    assert not list(at.problems)
    sheet = made.sheets[0]
    assert (sheet.width, sheet.height) == at.size
    metres = products.product(name).METRES[paper]
    assert metres <= made.reads_at <= 2.1 * metres


@pytest.mark.parametrize("name", POSTERS)
@pytest.mark.parametrize("landscape", [False, True])
@pytest.mark.parametrize("count", [2, 3, 4, 5])
@pytest.mark.parametrize("size", [None, (2000, 700), (1000, 1500)])
def test_two_to_five_values_and_any_drawing_are_sound(name, landscape, count, size):
    cells = tuple(lines[:1] for lines in YARD[:count])
    one = arena(cells=cells, drawn=drawing(*size) if size else None)
    at = desk(school(one, bare=True), landscape=landscape)
    made = composed(name, at)
    if not any(not problem.advice for problem in at.problems):
        sound(made)
        assert len(list(pictures(made))) == (1 if size else 0)
    else:
        assert name == "matrix_poster" and count == 5 and not landscape


@pytest.mark.parametrize("landscape", [False, True])
@pytest.mark.parametrize("title", ["SFO", "På vei til og fra skolen", "I gymsalen og svømmehallen"])
def test_long_names_fit(landscape, title):
    one = school(arena(title, drawn=drawing()), names=LONG)
    at = desk(one, landscape=landscape)
    sound(composed("arena_poster", at))
    assert not list(at.problems)


WORDS = ["Jeg", "venter", "på", "tur", "når", "alle", "ringer", "inn", "i", "og", "hjelper"]
WORDS += ["skolegården", "klasserommet", "minoritetsspråklige", "skolefritidsordningens"]
LINES = st.lists(st.sampled_from(WORDS), min_size=1, max_size=9).map(" ".join)
CELLS = st.integers(2, 5).flatmap(
    lambda count: st.lists(
        st.lists(LINES, max_size=4).map(tuple), min_size=count, max_size=count
    ).map(tuple)
)


def obeyed(one, problems):
    """Return the school with every cell cut as its problem says."""
    for problem in problems:
        steps = dict(problem.place.steps)
        column = [value.name for value in one.values].index(steps["column"])
        cells = list(one.matrices[0].arenas[0].cells[column])
        fields, cut = dict(problem.what.fields), dict(problem.mend.fields)["cut"]
        if "word" in fields:
            word = fields["word"]
            kept = [" ".join(w[:-cut] if w == word else w for w in c.split()) for c in cells]
            cells = [type(cells[0])(text, problem.place) for text in kept]
        else:
            cells = trimmed(cells, cut)
        one = shorter(one, 0, column, tuple(cells))
    return one


def trimmed(cells, cut):
    cells = list(cells)
    while cut > 0 and cells:
        at = max(range(len(cells)), key=lambda index: len(cells[index]))
        left = cells[at][:-1].rstrip()
        cut -= len(cells[at]) - len(left)
        cells[at] = type(cells[at])(left, cells[at].place)
        if not left:
            del cells[at]
    return cells


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(CELLS, st.sampled_from(POSTERS), st.booleans(), st.booleans())
def test_any_school_fits_or_is_told_what_to_cut(cells, name, landscape, drawn):
    one, last = school(arena(cells=cells, drawn=drawing() if drawn else None)), []
    for _ in range(3):  # words too wide come first, and then what is still too much
        at = desk(one, landscape=landscape)
        made = composed(name, at)
        problems = [problem for problem in at.problems if not problem.advice]
        if not problems:
            sound(made)
            return
        assert all(dict(problem.mend.fields)["cut"] > 0 for problem in problems)
        assert all("word" in dict(problem.what.fields) for problem in last)
        last = problems
        one = obeyed(one, problems)
    raise AssertionError("What was cut was never enough.")


def test_many_cells_that_do_not_fit_are_told_of_as_one():
    line = "Jeg hjelper minoritetsspråklige elever i gangen"
    full = (tuple(f"{line} {at}" for at in range(9)),) * 2 + ((f"{line} ja",) * 12,)
    at = desk(school(arena("I gangen", full), arena("Ute", full)), landscape=True)
    composed("matrix_poster", at)
    (problem,) = at.problems
    assert dict(problem.what.fields)["count"] == 6
    assert dict(problem.what.fields)["where"] == "Omsorg, I gangen"
    assert "Divide it into two" in str(problem)
    two = desk(
        school(arena("I gangen", (full[2], full[2], ("Jeg går",))), arena("Ute")), landscape=True
    )
    composed("matrix_poster", two)
    assert len(list(two.problems)) == 2


def test_what_does_not_fit_names_the_cell_and_how_much():
    cells = (("Jeg hjelper minoritetsspråklige elever i gangen",) * 4, *YARD[1:3])
    at = desk(school(arena(cells=cells)), landscape=True)
    composed("arena_poster", at)
    (problem,) = at.problems
    assert str(problem.place) == 'matriser.docx, table 1, row 2, column "Respekt"'
    assert "Respekt, I skolegården" in str(problem) and "characters" in str(problem.mend)


def sizes(paper, *kinds):
    return [
        item.letters.size
        for item, above, _ in texts(paper)
        if any(group.kind in kinds for group in above)
    ]


@pytest.mark.parametrize("landscape", [False, True])
def test_a_school_s_arena_posters_hang_well_side_by_side(landscape):
    names = ("I gangen", "I klasserommet", "På SFO", "Ute")
    full = (("Jeg hjelper når noen står fast", "Jeg går rolig på høyre side"),) * 3
    cells = (YARD[:3], full, YARD[2:5], full)
    one = school(*map(arena, names, cells, (drawing(), drawing(900, 900), drawing(), None)))
    made = [composed("arena_poster", desk(one, landscape=landscape), name) for name in names]
    assert len({size for paper in made for size in sizes(paper, "heading")}) == 1
    titles = [size for paper in made for size in sizes(paper, "title")]
    assert max(titles) <= min(titles) * 1.25
    assert len({tuple(columns(paper)) for paper in made}) == 1


def columns(paper):
    """Where the names' fields begin and end."""
    for group in paper.sheets[0].items:
        if group.kind == "part" and group.items[0].kind == "decoration":
            xs = [x for x, _ in corners(group.items[0].items[0])]
            yield round(min(xs), 1), round(max(xs), 1)
            return


def test_another_school_has_sizes_of_its_own():
    short, long = school(arena()), school(arena(), names=LONG)
    assert sizes(composed("arena_poster", desk(short)), "heading") != sizes(
        composed("arena_poster", desk(long)), "heading"
    )


@pytest.mark.parametrize("landscape", [False, True])
def test_a_value_without_lines_has_no_band(landscape):
    cells = (YARD[0], (), YARD[2])
    one = arena(cells=cells, drawn=drawing())
    at = desk(school(one, arena("I gangen")), landscape=landscape)
    made = composed("arena_poster", at, "I skolegården")
    sound(made)
    headings = [
        " ".join(item.lines)
        for item, above, _ in texts(made)
        if any(group.kind == "heading" for group in above)
    ]
    assert headings == ["Respekt", "Omsorg"]
    assert not any(fill == at.look.values[1].fill for fill in fills(made))
    bare = composed("arena_poster", desk(school(arena(cells=((), (), ())))))
    assert len(sizes(bare, "heading")) == 3


def fills(paper):
    return [item.fill for item, _ in walk(paper.sheets[0].items) if isinstance(item, Shape)]


@pytest.mark.parametrize("landscape", [False, True])
def test_long_names_do_not_keep_the_lines_small(landscape):
    names = ("Samarbeidsevne", "Medmenneskelighet", "Ansvar")
    one = school(arena(drawn=drawing()), names=names)
    made = composed("arena_poster", desk(one, landscape=landscape))
    sound(made)
    assert min(sizes(made, "item")) >= 28
    words = [item.lines for item, above, _ in texts(made) if above[-1].kind == "heading"]
    assert {("Samarbeidsevne",), ("Samarbeids\u00ad", "evne")} & set(words)
    assert {("Medmenneskelighet",), ("Medmenneske\u00ad", "lighet")} & set(words)
    (shown,) = [picture for picture in pictures(made) if picture.art.digest == "yard"]
    assert shown.box.w > 150


def test_four_lines_a_cell_leave_the_drawing_its_room():
    cells = (("Jeg venter på tur", "Jeg rydder opp", "Jeg går inn", "Jeg deler spill"),) * 3
    made = composed("arena_poster", desk(school(arena(cells=cells, drawn=drawing()))))
    (shown,) = [picture for picture in pictures(made) if picture.art.digest == "yard"]
    assert shown.box.h >= 0.285 * 297


def test_a_long_word_in_a_title_is_divided_where_that_helps_much():
    made = composed("arena_poster", desk(school(arena("På arbeidslivsfagsverkstedet"))))
    (title,) = [item for item, above, _ in texts(made) if above[-1].kind == "title"]
    assert title.lines == ("På arbeidslivsfags\u00ad", "verkstedet")


@pytest.mark.parametrize("landscape", [False, True])
@pytest.mark.parametrize("paper", ["A4", "A3"])
def test_a_matrix_begins_high_and_keeps_its_margins(paper, landscape):
    one = school(arena(drawn=drawing()), arena("I gangen"))
    made = composed("matrix_poster", desk(one, paper, landscape))
    ink = [(top, foot) for _, _, (_, top, _, foot) in texts(made)]
    high = made.sheets[0].height
    assert min(top for top, _ in ink) >= 10.49 and max(foot for _, foot in ink) <= high - 10.49
    (first, *_) = [
        min(y for _, y in corners(item))
        for item, above in walk(made.sheets[0].items)
        if isinstance(item, Shape) and "row-header" in [group.kind for group in above]
    ]
    assert first <= (0.262 if landscape else 0.29) * min(made.sheets[0].width, high)


def test_no_rule_shows_between_the_heads_of_a_matrix():
    made = composed("matrix_poster", desk(school(arena(), theme="blekk"), landscape=True))
    (ground, *_) = made.sheets[0].items
    spans = [sorted(x for x, _ in corners(item)) for item in ground.items[1:]]
    heads = [
        sorted(x for x, _ in corners(group.items[0]))
        for item in made.sheets[0].items
        for group in getattr(item, "items", ())
        if getattr(group, "kind", "") == "row"
        for group in group.items
        if group.kind == "column-header"
    ]
    left, right = heads[0][0], heads[-1][-1]
    assert len(spans) == 2
    assert left < spans[0][-1] < heads[0][-1] and heads[-1][0] < spans[1][0] < right


@pytest.mark.parametrize("name", POSTERS)
@pytest.mark.parametrize("code", ["nb", "nn", "en"])
def test_posters_speak_the_language(name, code):
    made = composed(name, desk(school(arena(drawn=drawing())), code=code))
    assert made.language == code
    said = " ".join(line for item, _, _ in texts(made) for line in item.lines)
    assert "{" not in said


@pytest.mark.parametrize("name", POSTERS)
def test_an_unknown_subject_is_told_with_a_guess(name):
    at = desk(school(arena()))
    subject = products.product(name).subjects(at.school)[0]
    with pytest.raises(Faults, match=f"Did you mean '{subject}'"):
        composed(name, at, subject[:-2])


@pytest.mark.parametrize("name", POSTERS)
@pytest.mark.parametrize("landscape", [False, True])
def test_golden(name, landscape):
    one = school(arena(drawn=drawing()), arena("I gangen", YARD[1:4]))
    golden = Path(__file__).parent / "golden" / f"{name}-{'l' if landscape else 'p'}.txt"
    now = printed(composed(name, desk(one, landscape=landscape)))
    if os.environ.get("RENEW"):
        golden.write_text(now, encoding="utf-8")
    assert now == golden.read_text(encoding="utf-8")

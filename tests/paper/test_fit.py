import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.paper import fit
from pipeline.paper.fit import Style
from pipeline.paper.overflow import Room, tell
from pipeline.paper.rows import Sizing, grown, level
from pipeline.paper.sheet import Box, Letters
from pipeline.problems import Gathered, Place, Sourced

LINE = Style(Letters("Nunito", 700, 1, "#000000"), 1.2, 0.3)
TIGHT = Style(Letters("Nunito", 900, 1, "#000000", -0.02), 1.0)
words = st.lists(
    st.sampled_from(["Jeg", "venter", "på", "tur", "når", "det", "ringer", "i", "skolegården"]),
    min_size=1,
    max_size=9,
)
lines = words.map(" ".join)


@pytest.mark.parametrize(
    ("text", "wide", "expected"),
    [
        ("Jeg venter på tur", 160, ("Jeg venter på tur",)),
        ("Jeg inviterer andre med", 90, ("Jeg inviterer", "andre med")),
        (
            "Jeg følger reglene vi er enige om i leken",
            160,
            ("Jeg følger reglene", "vi er enige om i leken"),
        ),
        ("Skolefritidsordningen", 30, ("Skolefritidsordningen",)),
        ("", 100, ()),
    ],
)
def test_lines_are_few_and_even(text, wide, expected):
    assert fit.broken(text, LINE, 28, wide) == expected


def test_a_long_word_is_divided_only_where_asked_and_once():
    may = Style(LINE.letters, 1.2, 0.3, "nb")
    assert fit.broken("minoritetsspråklige", may, 28, 60) == ("minoritets-", "språklige")
    assert fit.needs(["minoritetsspråklige"], LINE, 28, 60) is None
    assert fit.broken("Samarbeidsevne", may, 28, 68) == ("Samarbeids-", "evne")
    assert fit.broken("snakker", may, 28, 20) == ("snakker",)
    assert fit.broken("sko\u00adgang", LINE, 28, 28) == ("sko-", "gang")
    assert fit.broken("sko\u00adgang", LINE, 28, 9) == ("skogang",)
    assert fit.broken("sko\u00adgang", LINE, 28, 220) == ("skogang",)


@settings(max_examples=60, deadline=None)
@given(lines, st.floats(40, 200), st.sampled_from([LINE, TIGHT]))
def test_what_is_broken_keeps_its_words_its_width_and_its_height(text, wide, style):
    need = fit.needs([text], style, 24, wide)
    done = fit.broken(text, style, 24, wide)
    assert " ".join(done) == text
    if need is not None:
        assert all(fit.width(line, style, 24) <= wide + 0.01 for line in done)
        ems = style.cap + (len(done) - 1) * style.leading
        assert need == pytest.approx(ems * 24 * fit.MM)


@settings(max_examples=40, deadline=None)
@given(st.lists(lines, min_size=1, max_size=4), st.floats(40, 200), st.floats(10, 120))
def test_what_is_said_to_be_cut_is_enough(texts, wide, high):
    placed = tuple(Sourced(text, Place("m.docx").at(table=1)) for text in texts)
    room, problems = Room(placed, LINE, 20, wide, high), Gathered()
    if not tell(room, "Respekt", "A3", problems):
        assert room.holds(texts)
        return
    for problem in problems:
        assert problem.place == Place("m.docx").at(table=1)
        fields, cut = dict(problem.what.fields), dict(problem.mend.fields)["cut"]
        if "word" in fields:
            kept = fields["word"][: len(fields["word"]) - cut]
            assert fit.needs([kept], LINE, 20, wide) is not None
        else:
            assert cut == fit.cut(texts, room.holds)


def test_every_word_too_wide_is_named_once():
    room, problems = (
        Room(("Skolegården i", "i klasserommet og skolegården"), LINE, 20, 20, 90),
        Gathered(),
    )
    assert tell(room, "Respekt", "A4", problems)
    words = [dict(problem.what.fields)["word"] for problem in problems]
    assert words == ["Skolegården", "klasserommet", "skolegården"]


def test_cutting_from_the_longest_makes_it_fit():
    room = Room(("Jeg venter på tur i skolegården", "Jeg rydder"), LINE, 20, 60, 14)
    left = list(room.texts)
    for _ in range(fit.cut(left, room.holds)):
        at = max(range(len(left)), key=lambda one: len(left[one]))
        left[at] = left[at][:-1].rstrip()
    assert room.holds([one for one in left if one])


def test_the_largest_size_is_found_in_steps():
    assert fit.largest(lambda size: size <= 31.3, 20, 50) == 31.25
    assert fit.largest(lambda size: True, 20, 50) == 50
    assert fit.largest(lambda size: False, 20, 50) is None


def test_floor_and_target_are_cap_heights_for_the_distance():
    floor = fit.floor_size(LINE, 1.7)
    assert floor * fit.MM * LINE.cap == pytest.approx(6.8, abs=0.1)
    assert fit.reads_at(LINE, floor) >= 1.7
    assert fit.target_size(LINE, 1.7) == pytest.approx(2 * floor, abs=0.6)


def test_texts_stand_below_each_other_as_high_as_measured():
    texts = ("Jeg venter på tur", "Jeg følger reglene vi er enige om i leken")
    done = fit.stacked(Box(0, 0, 90, 100), texts, LINE, 24, 10)
    assert fit.foot_of(done[-1]) - 10 == pytest.approx(fit.needs(texts, LINE, 24, 90))


def test_ink_stands_at_the_edge():
    box = fit.flush(Box(20, 0, 100, 10), "I gangen", TIGHT, 90)
    assert 16 < box.x < 18.5 and box.w == 100


def test_rows_are_even_unless_it_costs_too_much():
    def sizing(heights):
        return Sizing(lambda s: [h * s for h in heights], lambda s: 100.0, lambda s: 1, 1, 50)

    size, heights = sizing([1, 1.1]).solve()
    assert heights[0] == heights[1]
    size, heights = sizing([1, 4]).solve()
    assert heights == [size, 4 * size]
    assert sizing([60, 60]).solve() is None


def test_slightly_smaller_letters_save_lines():
    found = Sizing(lambda s: [s], lambda s: 100.0, lambda s: 3 if s > 47 else 2, 10, 50).solve()
    assert found == (47, [47])


def test_what_is_left_is_shared():
    assert grown([10, 20], 50) == [20, 30]
    assert grown([10, 20], 50, 25) == [20, 25]


@given(st.lists(st.floats(1, 50), min_size=1, max_size=6), st.floats(10, 100))
def test_rows_that_come_down_to_the_level_fit(needed, available):
    most = level(needed, available)
    assert sum(min(one, most) for one in needed) <= available + 1e-6 or sum(needed) <= available

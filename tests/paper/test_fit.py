import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.language import Language, language
from pipeline.paper import fit
from pipeline.paper.overflow import Room, cut, tell
from pipeline.paper.rows import Sizing, grown, level
from pipeline.paper.sheet import Box, Letters
from pipeline.paper.style import MM, Style, breaks, floor_size, reads_at, target_size
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
    assert fit.broken("minoritetsspråklige", may, 28, 60) == ("minoritets\u00ad", "språklige")
    assert fit.needs(["minoritetsspråklige"], LINE, 28, 60) is None
    assert fit.broken("Samarbeidsevne", may, 28, 68) == ("Samarbeids\u00ad", "evne")
    assert fit.broken("snakker", may, 28, 20) == ("snakker",)
    assert fit.broken("sko\u00adgang", LINE, 28, 28) == ("sko\u00ad", "gang")
    assert fit.broken("sko\u00adgang", LINE, 28, 9) == ("skogang",)
    assert fit.broken("sko\u00adgang", LINE, 28, 220) == ("skogang",)


@pytest.mark.parametrize(
    ("word", "code", "wide", "expected"),
    [
        ("Medmenneskelighet", "nb", 76, ("Medmenneske\u00ad", "lighet")),
        ("samarbeidsferdigheter", "nb", 80, ("samarbeids\u00ad", "ferdigheter")),
        ("naturfagsområdet", "nb", 70, ("naturfags\u00ad", "området")),
        ("arbeidslivsfagsverkstedet", "nb", 90, ("arbeidslivsfags\u00ad", "verkstedet")),
        ("Rettferdigheit", "nn", 52, ("Rett\u00ad", "ferdigheit")),
    ],
)
def test_a_word_is_divided_before_a_part_that_is_known(word, code, wide, expected):
    known = breaks(language(code))
    assert fit.broken(word, Style(LINE.letters, 1.2, 0.3, code, known), 28, wide) == expected


def test_at_joints_alone_a_word_is_not_divided_elsewhere():
    whole, joined, anywhere = Style(LINE.letters, breaks=breaks(language("nb"))).dividing("nb")
    for style, expected in ((whole, None), (joined, None), (anywhere, 2)):
        need = fit.needs(["Medmenneskelighet"], style, 28, 55)
        lines = need and round((need / 28 / MM - style.cap) / style.leading) + 1
        assert lines == expected


def test_a_hyphen_that_is_there_is_where_a_word_is_divided():
    may = Style(LINE.letters, 1.2, 0.3, "en")
    assert fit.broken("after-school", may, 28, 40) == ("after-", "school")
    assert fit.broken("At after-school club", may, 28, 40) == ("At after-", "school", "club")
    assert fit.broken("At after-school club", may, 28, 90) == ("At after-school", "club")
    assert fit.broken("SFO-leder", LINE, 28, 28) == ("SFO-", "leder")
    assert fit.broken("e-post", LINE, 28, 12) == ("e-post",)


SENSE = {
    "nb": """Jeg krysser meg / inn og ut; Jeg vasker hendene / med såpe
        Jeg rydder lekene / på plass; Jeg holder døra / for andre; Jeg følger reglene / i leken
        Jeg stopper / når noen sier stopp; Jeg hjelper / når noen står fast
        Jeg spør / om noen vil leke; Jeg banker på / og venter; Jeg hilser på dem / jeg møter
        Jeg går stille / forbi andre; Jeg går sammen / med de yngste
        Jeg sier fra / når noe mangler; Jeg går rolig / på høyre side
        Jeg snakker lavt / ved bordet; Jeg trøster / og henter hjelp""",
    "nn": """Eg kryssar meg / inn og ut; Eg helsar på dei / eg møter; Eg bankar på / og ventar
        Eg stoppar / når nokon seier stopp; Eg går saman / med dei yngste""",
    "en": """I knock / and wait; I listen / when others speak; I hang up / my clothes
        I look after / my things; I share games / and toys; I greet people / I meet""",
}


@pytest.mark.parametrize(
    ("code", "text"),
    [
        (code, one.strip())
        for code, table in SENSE.items()
        for one in table.replace("\n", ";").split(";")
    ],
)
def test_lines_end_where_the_sense_does(code, text):
    style = Style(LINE.letters, breaks=breaks(language(code)))
    plain = text.replace(" / ", " ")
    widest = max(fit.width(part, style, 28) for part in text.split(" / "))
    for room in (widest + 1, (widest + fit.width(plain, style, 28)) / 2):
        assert " / ".join(fit.broken(plain, style, 28, room)) == text


def test_without_what_the_language_knows_lines_are_only_even():
    assert fit.broken("Jeg stopper når noen sier stopp", LINE, 28, 105)[0] == "Jeg stopper når"
    assert breaks(language("nb")) != breaks(Language("xx", {}, {}))


def test_a_staircase_is_not_calm():
    style = Style(LINE.letters, breaks=breaks(language("nb")))
    text = ["Jeg går sammen med de yngste"]
    assert fit.is_calm(text, style, 28, 90) and not fit.is_calm(text, style, 28, 90, 1)
    assert not fit.is_calm(["Jeg samarbeider"], style, 28, 60)
    assert not fit.is_calm(["Jeg går en to tre fire fem seks"], style, 28, 34)
    assert fit.unrest(text, style, 28, 90) == 2
    assert fit.unrest(text, style, 28, 70) == 4


@settings(max_examples=60, deadline=None)
@given(lines, st.floats(40, 200), st.sampled_from([LINE, TIGHT]))
def test_what_is_broken_keeps_its_words_its_width_and_its_height(text, wide, style):
    need = fit.needs([text], style, 24, wide)
    done = fit.broken(text, style, 24, wide)
    assert " ".join(done) == text
    if need is not None:
        assert all(fit.width(line, style, 24) <= wide + 0.01 for line in done)
        ems = style.cap + (len(done) - 1) * style.leading
        assert need == pytest.approx(ems * 24 * MM)


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
        fields, gone = dict(problem.what.fields), dict(problem.mend.fields)["cut"]
        if "word" in fields:
            kept = fields["word"][: len(fields["word"]) - gone]
            assert fit.needs([kept], LINE, 20, wide) is not None
        else:
            assert gone == cut(texts, room.holds)


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
    for _ in range(cut(left, room.holds)):
        at = max(range(len(left)), key=lambda one: len(left[one]))
        left[at] = left[at][:-1].rstrip()
    assert room.holds([one for one in left if one])


def test_the_largest_size_is_found_in_steps():
    assert fit.largest(lambda size: size <= 31.3, 20, 50) == 31.25
    assert fit.largest(lambda size: True, 20, 50) == 50
    assert fit.largest(lambda size: False, 20, 50) is None


def test_floor_and_target_are_cap_heights_for_the_distance():
    floor = floor_size(LINE, 1.7)
    assert floor * MM * LINE.cap == pytest.approx(6.8, abs=0.1)
    assert reads_at(LINE, floor) >= 1.7
    assert target_size(LINE, 1.7) == pytest.approx(2 * floor, abs=0.6)


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


def test_larger_letters_must_leave_text_calm():
    def sizing(calm):
        return Sizing(lambda s: [s], lambda s: 100.0, lambda s: 1, 10, 50, calm=calm)

    assert sizing(lambda s: s <= 30).solve() == (30, [30])
    assert sizing(lambda s: False).solve() == (10, [10])


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


def test_of_two_joining_words_the_first_goes_with_what_is_before():
    knows = breaks(language("nb"))
    plain = ["Hva", "snakket", "dere", "om", "i", "matpausen"]
    costs = knows.costs(plain)
    assert costs[4] < costs[3]  # "om" stays; the line begins with "i"
    stops = knows.costs(
        ["Du", "spurte", "om", "flere", "ville", "være", "med.", "Det", "betyr", "mye!"]
    )
    assert stops[7] == min(stops) and stops[8] >= 1
    costs = knows.costs(["Jeg", "lytter", "før", "jeg", "svarer"])
    assert costs[2] < costs[3]  # but "før jeg" is no such pair


def test_thai_is_never_hyphened():
    assert fit.divider("th")("ประชาสัมพันธ์") == []
    assert fit.divider("nb")("undervisning")

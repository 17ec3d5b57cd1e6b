"""Lines end where they may; letters run the way of their script."""

import pytest

from pipeline.paper.flow import Run, Words
from pipeline.paper.setting import bidi
from pipeline.paper.setting.strips import Room
from pipeline.paper.setting.words import set_in
from pipeline.paper.sheet import Row
from tests.paper.letters import BODY


def lines(text, wide, language="nb", rtl=False):
    done = set_in(Words((Run(text, BODY),)), Room(0.0, wide, language, rtl))
    return [one for items in done.lines for one in items if isinstance(one, Row)]


def broken(text, wide, language="nb"):
    return [one.text.strip() for one in lines(text, wide, language)]


@pytest.mark.parametrize(
    "held",
    [
        "kl. 18.00",
        "8. februar",
        "5. trinn",
        "90 00 00 00",
        "hjem – nå",
        "3 verdier",
        "Kari\u00a0Ås",
    ],
)
@pytest.mark.parametrize("lead", ["", "x", "xx", "xxxx xx", "xxxx xxxx", "xxxx xxxx xx"])
def test_what_belongs_together_stays_on_one_line(held, lead):
    first, last = held.replace("\u00a0", " ").split()[:2]
    for line in broken(f"{lead} {held} xxxx", 40):
        line = line.replace("\u00a0", " ")
        assert not line.endswith(first) or last in line


def test_a_sentence_may_end_with_a_year():
    assert broken("Det var i 2027. Vi møtes", 30) == ["Det var i 2027.", "Vi møtes"]


def test_lines_are_as_few_as_they_can_be_and_even():
    found = broken("Vi venter på tur og hilser på alle som vi møter i gangen", 60)
    assert len(found) == 2
    assert abs(len(found[0]) - len(found[1])) < 25


def test_only_a_word_that_does_not_fit_is_divided():
    assert "\u00ad" not in "".join(broken("Undervisningsopplegg for småtrinnet på skolen", 45))
    first, *rest = broken("Tverrfaglighetsundervisningsopplegg", 30)
    assert first.endswith("\u00ad")
    assert "".join([first, *rest]).replace("\u00ad", "") == "Tverrfaglighetsundervisningsopplegg"


def test_an_address_is_parted_at_its_signs():
    found = broken("https://heggdal.example.no/pals/foreldre/brev", 40)
    assert len(found) > 1
    assert all(one[-1] in "/._" for one in found[:-1])


def test_a_line_end_in_the_text_is_kept():
    assert broken("Vennlig hilsen\nPALS-teamet", 100) == ["Vennlig hilsen", "PALS-teamet"]


def test_thai_breaks_before_a_leading_vowel_and_ethiopic_after_its_signs():
    thai = "วันนี้เรามีการประชุมรวมทั้งโรงเรียน"
    found = broken(thai, 40, "th")
    assert len(found) > 1 and "".join(found) == thai
    pairs = zip(found, found[1:], strict=False)
    assert all(below[0] in "เแโใไ" or above[-1] in "ะำๆฯ" for above, below in pairs)
    ethiopic = broken("ቤት፡ትምህርቲ፡ሕጂ።ኣብ፡ቀጽሪ", 20, "ti")
    assert all(one[-1] in "፡።" for one in ethiopic[:-1])


def test_a_given_break_is_taken_in_thai():
    assert broken("การประชุม\u200bโรงเรียน", 22, "th")[0] == "การประชุม"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("مدرسة Heggdal skole هنا", "هنا|Heggdal skole|مدرسة"),
        ("هاتف 32 27 00 00 الآن", "الآن|32 27 00 00|هاتف"),
        ("يوم 8. februar 2027 هنا", "هنا|8. februar 2027|يوم"),
        ("رقم +47 900 00 000", "+47 900 00 000|رقم"),
        ("في (Heggdal) هنا", ") هنا|Heggdal|في ("),
    ],
)
def test_pieces_stand_as_a_reader_of_arabic_expects(text, shown):
    (row,) = lines(text, 150, "ar", True)
    seen = sorted(row.pieces, key=lambda one: one.x)
    assert "|".join(one.text.strip() for one in seen) == shown
    assert row.text == text


def test_norwegian_within_arabic_keeps_its_own_full_stop():
    runs = (Run("قال ", BODY), Run("Heggdal skole.", BODY, "nb"), Run(" نعم", BODY))
    done = set_in(Words(runs), Room(0.0, 150.0, "ar", True))
    (row,) = [one for one in done.lines[0] if isinstance(one, Row)]
    seen = [one.text.strip() for one in sorted(row.pieces, key=lambda one: one.x)]
    assert seen == ["نعم", "Heggdal skole.", "قال"]


def test_brackets_of_a_pair_run_the_same_way():
    text = "مدرسة Heggdal (5B) هنا"
    levels = bidi.levels(text, True)
    assert levels[text.index("(")] == levels[text.index(")")]


def test_a_line_that_runs_to_the_right_needs_no_levels():
    assert set(bidi.levels("Vi venter på tur (SFO) 8. februar", False)) == {0}

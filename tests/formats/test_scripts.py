"""Words are parted by the face that draws them and the way that they run."""

import pytest

from pipeline.formats.docx.scripts import pieces


def parted(text, rtl=False):
    return [
        (one.text, one.family.removeprefix("Noto Sans "), one.rtl)
        for one in pieces(text, "Nunito", rtl)
    ]


@pytest.mark.parametrize("rtl", [False, True])
@pytest.mark.parametrize(
    "text", ["", "Hei på deg", "مرحبا Heggdal 5A (490 تلميذ).", "ሰላም Hei", "สวัสดี"]
)
def test_nothing_is_lost(text, rtl):
    assert "".join(one.text for one in pieces(text, "Nunito", rtl)) == text


def test_norwegian_in_an_arabic_letter_runs_its_own_way():
    assert parted("في Heggdal skole اليوم", rtl=True) == [
        ("في ", "Arabic", True),
        ("Heggdal skole", "Nunito", False),
        (" اليوم", "Arabic", True),
    ]


def test_digits_go_with_the_words_before_them():
    assert parted("الأسبوع 9, 14", rtl=True) == [("الأسبوع 9, 14", "Arabic", True)]
    assert parted("SFO 2, 9 و", rtl=True)[0] == ("SFO 2, 9", "Nunito", False)


def test_brackets_go_with_what_they_hold():
    found = parted("ب Lia (490 تلميذ)", rtl=True)
    assert found[1][0] == "Lia"
    assert parted("ب Lia (ny) ب", rtl=True)[1][0] == "Lia (ny)"


def test_other_letters_get_a_face_that_has_them():
    assert parted("Hei ሰላም!") == [("Hei ", "Nunito", False), ("ሰላም!", "Ethiopic", False)]
    assert parted("สวัสดี 5A") == [("สวัสดี ", "Thai", False), ("5A", "Nunito", False)]
    assert parted("Привіт") == [("Привіт", "Nunito", False)]

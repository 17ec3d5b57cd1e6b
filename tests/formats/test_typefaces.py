"""Faces laid into Word documents are sound, named as they should be, and hidden by their key."""

import struct

import pytest
import uharfbuzz as hb

from pipeline.formats.docx.typefaces import embedded, hidden, line
from pipeline.paper import fonts
from tests.formats.word_guards import shown, told_of

USED = {
    "Nunito": "Åse",
    "Noto Sans Arabic": "مرحبا 5",
    "Noto Sans Ethiopic": "ሰላም",
    "Noto Sans Thai": "สวัสดี",
}


@pytest.mark.parametrize("bold", [False, True])
@pytest.mark.parametrize("family", USED)
def test_a_face_is_sound_and_one_of_two(family, bold):
    content, key = embedded(family, bold, frozenset(USED[family]))
    font = shown(content, key)
    names, rights = told_of(font)
    assert (names[1], names[2]) == (family, "Bold" if bold else "Regular")
    assert rights == 0
    padded = font + b"\0" * (-len(font) % 4)
    assert sum(struct.unpack(f">{len(padded) // 4}I", padded)) & 0xFFFFFFFF == 0xB1B0AFBA
    face = hb.Face(hb.Blob(font))
    assert not list(face.axis_infos)
    assert {ord(one) for one in USED[family]} <= set(face.unicodes)
    extents = hb.Font(face).get_font_extents("ltr")
    told = extents.ascender / face.upem, -extents.descender / face.upem
    assert told == pytest.approx(line(family), abs=0.001)


def test_bold_is_bolder():
    plain, bold = (embedded("Nunito", one, frozenset("l")) for one in (False, True))
    wide = []
    for one in (plain, bold):
        font = hb.Font(hb.Face(hb.Blob(shown(*one))))
        wide.append(font.get_glyph_extents(font.get_nominal_glyph(ord("l"))).width)
    assert wide[0] < wide[1]


def test_what_is_hidden_is_shown_by_the_same_key():
    digits = "00112233445566778899AABBCCDDEEFF"
    font = bytes(range(100))
    assert hidden(font, digits) != font
    assert hidden(font, digits)[32:] == font[32:]
    assert hidden(hidden(font, digits), digits) == font
    assert shown(hidden(font, digits), f"{{{digits}}}") == font


def test_like_words_have_the_same_face():
    one, *others = (
        embedded("Nunito", False, frozenset(text)) for text in ("Hei", "Norsk æøå", "Привіт 5A")
    )
    assert [other is one for other in others] == [True, True]
    more = embedded("Nunito", False, frozenset("Tiếng"))
    assert ord("ộ") in hb.Face(hb.Blob(shown(*more))).unicodes


def test_letters_of_a_script_shape_as_in_the_whole_face():
    content, key = embedded("Noto Sans Arabic", False, frozenset("بيت"))
    cut, whole = hb.Face(hb.Blob(shown(content, key))), fonts.face("Noto Sans Arabic", 400)

    def widths(font):
        buffer = hb.Buffer()
        buffer.add_str("بيت")
        buffer.guess_segment_properties()
        hb.shape(font, buffer)
        return [one.x_advance for one in buffer.glyph_positions]

    assert widths(hb.Font(cut)) == widths(whole.font)


def test_those_who_learn_to_read_see_each_letter():
    font = hb.Font(hb.Face(hb.Blob(shown(*embedded("Nunito", False, frozenset("fi"))))))
    buffer = hb.Buffer()
    buffer.add_str("fi")
    buffer.guess_segment_properties()
    hb.shape(font, buffer)
    assert len(buffer.glyph_infos) == 2


@pytest.mark.parametrize("family", ["Noto Sans Arabic", "Noto Sans Ethiopic", "Noto Sans Thai"])
def test_all_that_a_face_is_asked_to_draw_is_in_it(family):
    used = frozenset(USED[family] + "«»·–…()?!0123456789:/")
    known = fonts.face(family, 400).letters
    cut = hb.Face(hb.Blob(shown(*embedded(family, False, used)))).unicodes
    assert {one for one in used if ord(one) in known and ord(one) not in cut} == set()

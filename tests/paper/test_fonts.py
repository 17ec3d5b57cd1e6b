"""Letters are as wide as they are drawn, and no letter is without a face unnoticed."""

import subprocess
import sys
import time

import pytest
import uharfbuzz as hb

from pipeline.paper import fonts
from pipeline.paper.fonts import FALLBACK, MM_PER_POINT, face
from pipeline.problems import Faults


@pytest.fixture
def own_fonts(tmp_path):
    yield tmp_path
    fonts.use_folder(tmp_path / "none")


def cut(path, weight, family="Skolens", **changes):
    """Write a static font of Nunito's, under another family's name."""
    source = face("Nunito", 400).source
    wanted = hb.SubsetInput()
    wanted.keep_everything()
    wanted.pin_axis_location(source, "wght", weight)
    content = bytearray(hb.subset(source, wanted).blob.data)
    for at in range(12, 12 + 16 * content[5], 16):
        tag, start = bytes(content[at : at + 4]), int.from_bytes(content[at + 8 : at + 12], "big")
        if tag == b"OS/2":
            content[start + 4 : start + 6] = weight.to_bytes(2, "big")
            content[start + 8 : start + 10] = changes.get("rights", 0).to_bytes(2, "big")
            content[start + 63] |= changes.get("slanted", 0)
    named = bytes(content).replace("Nunito".encode("utf-16-be"), "Snorre".encode("utf-16-be"))
    path.write_bytes(named)


@pytest.mark.parametrize("family", FALLBACK)
@pytest.mark.parametrize("weight", [400, 800])
def test_each_family_has_its_measures(family, weight):
    found = face(family, weight)
    assert 0.68 < found.cap_height < 0.75
    assert 0.4 < found.x_height < 0.6
    assert found.ascent > 0.9
    assert 0.2 < found.descent < 0.8
    assert found is face(family, weight)


def test_each_weight_has_its_own_name_and_width():
    light, heavy = face("Nunito", 300), face("Nunito", 900)
    assert (light.name, heavy.name) == ("Nunito-300", "Nunito-900")
    assert light.width("Skolegården", 20) < heavy.width("Skolegården", 20)


def test_width_grows_with_size_and_kerns():
    nunito = face("Nunito", 700)
    assert nunito.width("Jeg venter", 40) == pytest.approx(2 * nunito.width("Jeg venter", 20))
    assert nunito.width("AV", 20) < nunito.width("A", 20) + nunito.width("V", 20)
    assert nunito.width("", 20) == 0


def test_tracking_widens_the_gaps_between_letters():
    nunito = face("Nunito", 700)
    wider = nunito.width("fire", 10, 0.1) - nunito.width("fire", 10)
    assert wider == pytest.approx(3 * 0.1 * 10 * MM_PER_POINT)


def test_letters_are_not_tied_together():
    assert len(face("Nunito", 400).shape("fikk").runs[0].glyphs) == 4


def test_a_soft_hyphen_shows_only_at_the_end():
    nunito = face("Nunito", 400)
    assert nunito.width("skole\u00adgården", 10) == nunito.width("skolegården", 10)
    assert nunito.width("skole\u00ad", 10) == nunito.width("skole-", 10)


def test_each_letter_is_lent_by_the_next_face_that_has_it():
    runs = face("Nunito", 700).shape("Hei ሰላም, ไทย مرحبا").runs
    assert [run.face.family for run in runs] == [
        "Nunito",
        "Noto Sans Ethiopic",
        "Noto Sans Thai",
        "Noto Sans Arabic",
    ]
    assert {run.face.weight for run in runs} == {700}
    assert face("Nunito", 700).missing("Hei ሰላ") == {"ሰ", "ላ"}
    assert face("Nunito", 700).covers("Hei på deg, čáŋŧ")


def test_the_text_comes_back_from_its_glyphs():
    line = "Vær grei, ሰላም"
    glyphs = [glyph for run in face("Nunito", 400).shape(line).runs for glyph in run.glyphs]
    assert "".join(glyph.text for glyph in glyphs) == line


def test_letters_that_no_face_has_are_found():
    assert fonts.letters_without_a_face("Hei ✓ på ★\n", ["Nunito"]) == {"✓", "★"}
    assert fonts.letters_without_a_face("ሰላም مرحبا ไทย Ґє") == set()


def test_an_unknown_family_is_our_fault():
    with pytest.raises(LookupError):
        face("Comic", 400)


def test_the_school_may_bring_its_own(own_fonts):
    cut(own_fonts / "a.ttf", 400)
    cut(own_fonts / "b.ttf", 700)
    cut(own_fonts / "c.ttf", 700, slanted=1)
    (family,) = fonts.use_folder(own_fonts)
    assert family.startswith("Snorre")
    assert fonts.families()[0] == family
    assert face(family, 800).path.name == "b.ttf"
    assert face(family, 300).path.name == "a.ttf"
    same = face("Nunito", 700).width("Skolegården", 20)
    assert face(family, 700).width("Skolegården", 20) == pytest.approx(same, rel=0.01)
    kept = face(family, 800)
    assert fonts.use_folder(own_fonts) == (family,)
    assert face(family, 800) is kept
    assert fonts.use_folder(own_fonts / "none") == ()
    assert family not in fonts.families()


def test_a_font_that_may_not_be_laid_in_is_refused(own_fonts):
    cut(own_fonts / "a.ttf", 400, rights=2)
    (own_fonts / "b.ttf").write_bytes(b"not a font")
    with pytest.raises(Faults) as raised:
        fonts.use_folder(own_fonts)
    told = [str(problem) for problem in raised.value.problems]
    assert len(told) == 2
    assert "a.ttf: The licence" in told[0]
    assert "b.ttf: This is not a TrueType font." in told[1]


def test_measuring_is_quick():
    nunito = face("Nunito", 400)
    nunito.width("a", 10)
    start = time.process_time()
    for number in range(2000):
        nunito.width(f"Jeg venter på tur {number}", 10)
    assert time.process_time() - start < 0.5


def test_importing_is_light():
    code = "import sys, pipeline.paper.fonts; print('uharfbuzz' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"

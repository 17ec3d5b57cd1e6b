"""A PDF says, shows and weighs what its paper says; planted faults are seen."""

import hashlib
import os
import re
import shutil
import subprocess
import sys
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import page as checker
import pikepdf
import pypdfium2
import pytest
from PIL import Image

from pipeline.formats import pdf
from pipeline.formats.pdf.pictures import UnpreparedPicture
from pipeline.paper.fonts import face
from pipeline.paper.sheet import Box, Group, Picture, Shape, Sheets, Text, walk
from tests.formats.sample import (
    HEIGHT,
    PHOTO,
    Album,
    placed,
    poster,
    said,
    sheet,
    square,
    titled,
    tree,
    words,
)

GOLDEN = Path(__file__).parent / "golden" / "structure.txt"
STANDARDS = ("ua1", "2a")
POINTS = 72 / 25.4


@pytest.fixture
def painted(album):
    return pdf.paint(poster(), album)


def failures(content, profile):
    report = checker.validate_pdf_bytes(content, profile=profile)
    return sorted({one.rule_id for one in report.failures})


def saved(document):
    stream = BytesIO()
    document.save(stream)
    return stream.getvalue()


def elements(node, tag):
    if not isinstance(node, int) and "/S" in node:
        if str(node.S) == tag:
            yield node
        for kid in node.get("/K", []):
            yield from elements(kid, tag)


def operators(content):
    with pikepdf.open(BytesIO(content)) as document:
        return document.pages[0].Contents.read_bytes().decode()


def read(content):
    document = pypdfium2.PdfDocument(content)
    page = document[0]
    textpage = page.get_textpage()
    text = textpage.get_text_bounded()
    textpage.close()
    page.close()
    document.close()
    return text.split()


def shown(content, scale=2.0):
    document = pypdfium2.PdfDocument(content)
    page = document[0]
    bitmap = page.render(scale=scale)
    image = bitmap.to_pil().convert("RGB")
    bitmap.close()
    page.close()
    document.close()
    return lambda x, y: image.getpixel((int(x * POINTS * scale), int(y * POINTS * scale)))


def near(one, other):
    return all(abs(a - b) <= 6 for a, b in zip(one, other, strict=True))


def test_the_tree_is_what_is_meant(painted):
    found = tree(painted)
    if os.environ.get("RENEW"):
        GOLDEN.write_text(found, encoding="utf-8")
    assert found == GOLDEN.read_text(encoding="utf-8")


@pytest.mark.parametrize("profile", STANDARDS)
def test_the_standards_are_kept(painted, profile):
    assert failures(painted, profile) == []


@pytest.mark.parametrize("profile", STANDARDS)
@pytest.mark.parametrize(
    "text", ["ሰላም ለኹሉ", "مرحبا بكم في المدرسة", "čáŋŧ ŋ Ź", "สวัสดี", "при́вiт", "bok\u00ad", "ﬁ"]
)
def test_the_standards_are_kept_in_all_letters(text, profile, album):
    paper = titled(said("paragraph", text, Box(10, 40, 120, 10), language="ar"))
    assert failures(pdf.paint(paper, album), profile) == []


def _no_alt(document):
    for figure in elements(document.Root.StructTreeRoot.K, "/Figure"):
        del figure.Alt


def _no_language(document):
    del document.Root.Lang


def _no_claim(document):
    document.Root.Metadata.write(
        document.Root.Metadata.read_bytes().replace(b"<pdfuaid:part>1</pdfuaid:part>", b"")
    )


def _no_scope(document):
    for header in elements(document.Root.StructTreeRoot.K, "/TH"):
        del header.A


def _leaps(document):
    for heading in elements(document.Root.StructTreeRoot.K, "/H2"):
        heading.S = pikepdf.Name.H4


def _untagged(document):
    contents = document.pages[0].Contents
    contents.write(contents.read_bytes() + b"\n0 0 10 10 re f")


def _no_title_shown(document):
    del document.Root.ViewerPreferences


@pytest.mark.parametrize(
    "plant", [_no_alt, _no_language, _no_claim, _no_scope, _leaps, _untagged, _no_title_shown]
)
def test_a_planted_fault_is_seen(painted, plant):
    with pikepdf.open(BytesIO(painted)) as document:
        plant(document)
        assert failures(saved(document), "ua1")


def test_it_reads_in_order(painted):
    lines = [
        word
        for item, _ in walk(poster().sheets[0].items)
        if isinstance(item, Text)
        for line in item.lines
        for word in line.split()
    ]
    assert read(painted) == lines


def test_a_common_reader_reads_in_order(painted, tmp_path):
    if not shutil.which("pdftotext"):
        if os.environ.get("CI"):
            pytest.fail("pdftotext is missing")
        pytest.skip("pdftotext is missing")
    file = tmp_path / "poster.pdf"
    file.write_bytes(painted)
    done = subprocess.run(["pdftotext", "-raw", file, "-"], capture_output=True, check=True)
    assert done.stdout.decode().split() == read(painted)


def test_a_divided_word_is_one_word(album):
    paper = titled(said("paragraph", "skole\u00ad\ngården", Box(10, 40, 60, 20)))
    assert "<FEFF0073006B006F006C006500AD>" in operators(pdf.paint(paper, album))


def test_the_same_paper_gives_the_same_bytes(album, tmp_path):
    code = (
        "import hashlib, sys, pathlib; from pipeline.formats import pdf;"
        "from tests.formats.sample import Album, poster;"
        "made = pdf.paint(poster(), Album(pathlib.Path(sys.argv[1])));"
        "print(hashlib.sha256(made).hexdigest())"
    )
    digests = {hashlib.sha256(pdf.paint(poster(), album)).hexdigest()}
    for seed in ("1", "2"):
        done = subprocess.run(
            [sys.executable, "-c", code, str(tmp_path)],
            env={**os.environ, "PYTHONHASHSEED": seed, "PALS_CACHE": str(tmp_path / seed)},
            capture_output=True,
            text=True,
            check=True,
        )
        digests.add(done.stdout.strip())
    assert len(digests) == 1


def test_it_says_nothing_of_people_programs_or_moments(painted):
    with pikepdf.open(BytesIO(painted)) as document:
        assert dict(document.docinfo) == {"/Title": "Skolegården"}
        told = document.Root.Metadata.read_bytes().decode()
    assert "Skolegården" in told
    assert not re.search("Date|Producer|Creator|creator", told)
    assert b"photo.jpg" not in painted
    assert b"clear.png" not in painted


def test_title_and_subject_may_hold_any_sign(album):
    paper = replace(poster(), title="A & B <sammen>", subject='Om "R&D"')
    painted = pdf.paint(paper, album)
    assert [failures(painted, profile) for profile in STANDARDS] == [[], []]


def test_fonts_are_laid_in_with_no_more_than_is_used(painted):
    with pikepdf.open(BytesIO(painted)) as document:
        fonts = document.pages[0].Resources.Font
        names = sorted(str(font.BaseFont).split("+")[1] for font in fonts.values())
        files = [one.DescendantFonts[0].FontDescriptor.FontFile2 for one in fonts.values()]
        assert names == ["Nunito-400", "Nunito-700", "Nunito-800"]
        assert all(len(file.read_raw_bytes()) < 6000 for file in files)


def test_a_picture_used_twice_is_laid_in_once_and_as_it_is(album):
    figures = [Group("figure", (Picture(Box(10, y, 60, 40), PHOTO),), alt="Barn") for y in (30, 80)]
    painted = pdf.paint(titled(*figures), album)
    assert painted.count(album.files["photo"].read_bytes()) == 1


@pytest.mark.parametrize("notes", [{"exif": True}, {"comment": b"Kari, 5B"}])
def test_a_picture_with_notes_is_refused(notes, album):
    if "exif" in notes:
        notes = {"exif": Image.Exif()}
        notes["exif"][0x010E] = "Kari, 5B"
    Image.new("RGB", (60, 40)).save(album.files["photo"], **notes)
    with pytest.raises(UnpreparedPicture, match="notes"):
        pdf.paint(poster(), album)


@pytest.mark.parametrize("content", [b"", b"GIF89a", b"\xff\xd8\xff\xe0"])
def test_what_is_no_picture_is_refused(content, album):
    album.files["photo"].write_bytes(content)
    with pytest.raises(UnpreparedPicture):
        pdf.paint(poster(), album)


@pytest.mark.parametrize("mode", ["L", "RGB", "P", "LA", "RGBA", "1"])
def test_any_png_is_taken(mode, album):
    Image.new("RGB", (40, 40), (20, 120, 60)).convert(mode).save(album.files["clear"])
    painted = pdf.paint(poster(), album)
    assert failures(painted, "2a") == []


@pytest.mark.parametrize("tracking", [0.0, 0.05])
def test_letters_stand_where_they_were_measured(tracking, album):
    line = "AVATAR To Væ, fikk"
    box = Box(10, 40, 120, 12)
    text = words(line, box, size=24, weight=700, tracking=tracking, align="right")
    painted = pdf.paint(titled(Group("paragraph", (text,))), album)
    document = pypdfium2.PdfDocument(painted)
    page = document[0]
    textpage = page.get_textpage()
    boxes = [
        textpage.get_charbox(at, loose=True)
        for at in range(textpage.count_chars())
        if textpage.get_charbox(at, loose=True)[3] < (HEIGHT - 35) * POINTS
    ]
    textpage.close()
    page.close()
    document.close()
    measured = face("Nunito", 700).width(line, 24, tracking)
    assert len(boxes) == len(line)
    assert boxes[0][0] / POINTS == pytest.approx(box.right - measured, abs=0.05)
    assert boxes[-1][2] / POINTS == pytest.approx(box.right, abs=0.1)


@pytest.mark.parametrize("text", ["AVATAR To", "مَرْحَبًا بكم", "ที่นี่", "ሰላም, du", "x\u0323\u0302y"])
def test_each_glyph_stands_where_it_was_shaped(text, album):
    (_, line) = placed(pdf.paint(titled(said("paragraph", text, Box(10, 40, 90, 9))), album))
    at, expected = 0.0, []
    for glyph in (one for run in face("Nunito", 400).shape(text).runs for one in run.glyphs):
        expected.append((glyph.id, at + glyph.dx, glyph.dy))
        at += glyph.advance
    assert [one[0] for one in line] == [one[0] for one in expected]
    for found, wanted in zip(line, expected, strict=True):
        assert found == pytest.approx(wanted, abs=0.001)


def test_what_glyphs_do_not_say_is_said_beside_them(album):
    text = "مَرْحَبًا"
    code = operators(pdf.paint(titled(said("paragraph", text, Box(10, 40, 90, 9))), album))
    assert ("\ufeff" + text).encode("utf-16-be").hex().upper() in code
    plain = operators(pdf.paint(titled(said("paragraph", "Hei", Box(10, 40, 90, 9))), album))
    assert "ActualText" not in plain


def test_shapes_are_read_only_in_figures(album):
    dot = square(Box(20, 60, 9, 9), "#cc0000")
    loose = pdf.paint(titled(Group("part", (dot,)), Group("paragraph", (dot,))), album)
    figure = pdf.paint(titled(Group("figure", (dot,), alt="En prikk")), album)
    assert tree(loose).count("\n") == 2
    assert "Figure Alt=En prikk" in tree(figure)


def test_kerning_draws_letters_together(album):
    nunito = face("Nunito", 400)
    assert nunito.width("AV", 10) < nunito.width("A", 10) + nunito.width("V", 10) - 0.1


def test_nothing_is_marked_in_vain(album):
    empty = Group("paragraph", (words(" \n", Box(10, 40, 20, 20)),))
    code = operators(pdf.paint(titled(empty, Group("part", ())), album))
    assert not re.search(r"B[DM]C\n[^\n]*rg\nEMC|B[DM]C\nEMC", code)
    assert code.count("BDC") == 1


def test_all_painting_is_marked_once(painted):
    depth = 0
    for line in operators(painted).splitlines():
        depth += line.endswith(("BDC", "BMC"))
        assert depth or not re.search(r"(TJ|Do Q|^f|^S|^B)$", line), line
        depth -= line == "EMC"
        assert 0 <= depth <= 2
    assert depth == 0


def test_shapes_stand_where_they_are_placed(album):
    red, green, blue = (204, 0, 0), (0, 136, 0), (0, 0, 204)
    half = square(Box(60, 60, 20, 20), "#0000cc", opacity=0.5)
    line = Shape((("M", (20, 120)), ("L", (80, 120))), stroke="#008800", width=4)
    tilted = Group(
        "decoration", (square(Box(80, 150, 40, 4), "#cc0000"),), 0, "", None, 90, (100, 152)
    )
    paper = titled(square(Box(10, 40, 30, 20), "#cc0000"), half, line, tilted)
    at = shown(pdf.paint(paper, album))
    assert near(at(11, 41), red)
    assert near(at(39, 59), red)
    assert near(at(41, 61), (255, 255, 255))
    assert near(at(70, 70), (128, 128, 230))
    assert not near(at(70, 70), blue)
    assert near(at(50, 121.5), green)
    assert near(at(100, 135), red)
    assert near(at(85, 152), (255, 255, 255))


def test_a_tilt_is_clockwise(album):
    arm = Group("decoration", (square(Box(100, 98, 30, 4), "#cc0000"),), 0, "", None, 30, (70, 100))
    at = shown(pdf.paint(titled(arm), album))
    assert near(at(70 + 45 * 0.866, 100 + 45 * 0.5), (204, 0, 0))
    assert near(at(70 + 45 * 0.866, 100 - 45 * 0.5), (255, 255, 255))


def test_pictures_have_round_corners_and_clear_ground(painted):
    at = shown(painted)
    assert near(at(45, 48), (200, 40, 40))
    assert near(at(15.4, 28.4), (255, 247, 230))
    assert near(at(115, 45), (20, 120, 60))
    assert near(at(104, 34), (255, 247, 230))


def test_a_tilted_figure_tells_where_it_stands(album):
    picture = Picture(Box(40, 80, 60, 40), PHOTO)
    figure = Group("figure", (picture,), alt="Barn", turn=90, about=(70, 100))
    outer = Group("part", (figure,), turn=90, about=(70, 100))
    for group, (width, height) in ((figure, (40, 60)), (outer, (60, 40))):
        with pikepdf.open(BytesIO(pdf.paint(titled(group), album))) as document:
            (found,) = elements(document.Root.StructTreeRoot.K, "/Figure")
            left, low, right, top = (float(one) / POINTS for one in found.A.BBox)
        assert (right - left, top - low) == pytest.approx((width, height), abs=0.01)


def test_pages_go_on(album):
    pages = (*poster().sheets, *sheet(said("title", "To", Box(10, 10, 50, 10))).sheets)
    painted = pdf.paint(Sheets("Hefte", "nn", pages), album)
    assert tree(painted).splitlines()[-1] == '  H1 "To"'
    assert [failures(painted, profile) for profile in STANDARDS] == [[], []]


def test_the_album_is_asked_for_each_picture(tmp_path):
    album, asked = Album(tmp_path), []

    def pictures(picture, turn):
        asked.append(picture.art.digest)
        return album(picture, turn)

    pdf.paint(poster(), pictures)
    assert asked == ["photo", "clear"]


def test_a_picture_that_leans_is_laid_upright_and_cut_along_its_own_edges(album):
    """The file is asked for with its pixels turned; what it has beyond the tilted box is cut."""
    asked = []

    def pictures(picture, turn):
        asked.append(turn)
        return album(picture, turn)

    tilted = Group(
        "figure", (Picture(Box(60, 80, 90, 60), PHOTO),), alt="Barn", turn=30, about=(105, 110)
    )
    content = pdf.paint(titled(tilted), pictures)
    at = shown(content)
    assert asked == [30]
    assert "0.866025 0.500000 -0.500000 0.866025" in operators(content)
    assert near(at(62, 82), (255, 255, 255))  # in the upright box, outside the tilted one
    assert near(at(105, 110), (200, 40, 40)) or near(at(95, 110), (200, 40, 40))

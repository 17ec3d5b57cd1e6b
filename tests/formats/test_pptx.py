"""PowerPoint: a presentation that others open, with words in placeholders and a look of its own."""

import re
import zipfile
from io import BytesIO

import pptx as opener
import pytest
from PIL import Image

from pipeline import formats
from pipeline.build.plan import Choice, possible
from pipeline.formats import pptx
from pipeline.formats.pptx.words import said
from pipeline.language import language
from pipeline.paper.sheet import Box, Text
from pipeline.products import wished
from tests.formats.sample import words as text
from tests.products.letters import ODD, SPOKEN, homely
from tests.products.slides import DECKS, deck, texts, titles, words

TITLE, BODY, NUMBER, FOOT, PICTURE = 1, 2, 13, 15, 13
DECORATIVE = "http://schemas.microsoft.com/office/drawing/2017/decorative"
SPACE = {"adec": DECORATIVE, "p": "http://schemas.openxmlformats.org/presentationml/2006/main"}


@pytest.fixture
def pictures(tmp_path):
    """Pictures as a build gives them; their names tell a child's name."""

    def given(picture, turn):
        assert turn == 0.0  # a program leans them itself
        path = tmp_path / f"Kari Nordmann {picture.art.digest}.{'png' if picture.clear else 'jpg'}"
        Image.new("RGB", (40, 30), "white").save(path)
        return path

    return given


def opened(content):
    return opener.Presentation(BytesIO(content))


def on_one_line(words):
    return words.text.replace("\v", " ")


@pytest.mark.parametrize(("odd", "code"), SPOKEN)
def test_any_deck_is_opened_with_all_its_words_in_placeholders(odd, code, pictures):
    paper, _ = deck(ODD[odd], code=code)
    shown = opened(pptx.paint(paper, pictures))
    assert (shown.slide_width, shown.slide_height) == (12192000, 6858000)
    assert [on_one_line(one.shapes.title) for one in shown.slides] == titles(paper)
    for sheet, slide in zip(paper.sheets, shown.slides, strict=True):
        assert slide.slide_layout.name == sheet.layout
        assert slide.notes_slide.notes_text_frame.text == sheet.notes
        bodies = [one for one in slide.placeholders if one.placeholder_format.type == BODY]
        told = [on_one_line(part) for one in bodies for part in one.text_frame.paragraphs]
        link = language(code).say("Open the film")
        assert [one for one in told if one != link] == words(sheet, "paragraph")
        assert all(one.text.strip() for one in slide.placeholders)
        known = {one.placeholder_format.idx for one in slide.slide_layout.placeholders}
        assert {one.placeholder_format.idx for one in slide.placeholders} <= known
        kinds = [one.placeholder_format.type for one in slide.placeholders]
        assert kinds.count(TITLE) == kinds.count(NUMBER) == kinds.count(FOOT) == 1
        assert not [
            one
            for one in slide.shapes
            if one.has_text_frame and one.text_frame.text and not one.is_placeholder
        ]


def test_layouts_are_the_deck_s_own_and_bear_names_of_its_language(pictures):
    shown = opened(pptx.paint(deck(homely())[0], pictures))
    names = [one.name for one in shown.slide_layouts]
    assert names == ["Tittelside", "Tekst", "Bilde og tekst", "Verdi", "Film", "Tenk og snakk"]
    for one in shown.slide_layouts:
        kinds = [held.placeholder_format.type for held in one.placeholders]
        assert TITLE in kinds and NUMBER in kinds
    assert {BODY, TITLE} <= {one.placeholder_format.type for one in shown.slide_master.placeholders}


def test_what_can_not_be_seen_is_told_or_is_decoration(pictures):
    shown = opened(pptx.paint(deck(homely())[0], pictures))
    for slide in shown.slides:
        for one in slide.shapes:
            if one.is_placeholder:
                continue
            about = one._element.xpath(".//p:cNvPr")[0]
            hidden = about.findall(f".//{{{DECORATIVE}}}decorative")
            assert bool(about.get("descr")) != bool(hidden), one.name
    alts = [one._element.xpath(".//p:cNvPr")[0].get("descr") for one in shown.slides[0].shapes]
    assert "Barn leker i skolegården" in alts


def test_the_title_is_read_first(pictures):
    for slide in opened(pptx.paint(deck(homely())[0], pictures)).slides:
        assert next(iter(slide.shapes)) == slide.shapes.title


def test_a_card_leans_about_its_middle_and_holds_its_picture(pictures):
    paper, _ = deck(homely())
    slide = opened(pptx.paint(paper, pictures)).slides[0]
    (card,) = [one for one in slide.shapes if one.shape_type == 6]
    assert card.rotation == pytest.approx(358.8)
    (held,) = [one for one in card.shapes if one.shape_type == PICTURE]
    assert held.left >= card.left and held.auto_shape_type == 1  # square: see Canvas


def test_the_theme_is_the_look(pictures):
    paper, _ = deck(homely())
    parts = zipfile.ZipFile(BytesIO(pptx.paint(paper, pictures)))
    theme = parts.read("ppt/theme/theme1.xml").decode()
    assert '<a:dk1><a:srgbClr val="22252B"/></a:dk1>' in theme
    assert '<a:lt1><a:srgbClr val="FFFDF8"/></a:lt1>' in theme and "FFD45C" in theme
    assert theme.count('<a:latin typeface="Nunito"/>') == 2
    slides = [parts.read(one).decode() for one in parts.namelist() if "slides/slide" in one]
    written = [one for one in slides if one.startswith("<?xml")]
    faces = {face for one in written for face in re.findall(r'latin typeface="(.*?)"', one)}
    assert faces == {"+mn-lt"} and not re.findall(
        r"srgbClr", "".join(written).replace("FFFFFF", "")
    )


def test_nothing_is_told_of_who_when_or_which_file(pictures):
    content = pptx.paint(deck(homely())[0], pictures)
    parts = zipfile.ZipFile(BytesIO(content))
    assert {one.date_time for one in parts.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    whole = "".join(
        parts.read(one).decode() for one in parts.namelist() if one.endswith((".xml", ".rels"))
    )
    assert "Nordmann" not in whole and "Nordmann" not in "".join(parts.namelist())
    assert not re.search(r"<(dc:creator|cp:lastModifiedBy|dcterms:\w+)>", whole)
    assert "<p:transition" not in whole and "<p:timing" not in whole
    assert "spAutoFit" not in whole and "normAutofit" not in whole
    assert content == pptx.paint(deck(homely())[0], pictures)


@pytest.mark.parametrize(("code", "spoken"), [("nb", "nb-NO"), ("nn", "nn-NO"), ("en", "en-GB")])
def test_every_run_knows_its_language(code, spoken, pictures):
    parts = zipfile.ZipFile(BytesIO(pptx.paint(deck(homely(), code=code)[0], pictures)))
    slides = [parts.read(one).decode() for one in parts.namelist() if one.endswith(".xml")]
    assert set(re.findall(r'<a:rPr lang="(.*?)"', "".join(slides))) == {spoken}


def test_a_film_is_a_link(pictures):
    shown = opened(pptx.paint(deck(homely())[0], pictures))
    (slide,) = [one for one in shown.slides if one.slide_layout.name == "Film"]
    runs = [
        run for one in slide.placeholders for part in one.text_frame.paragraphs for run in part.runs
    ]
    assert "https://film.example.no/skolegard" in [one.hyperlink.address for one in runs]


@pytest.mark.parametrize(
    ("lines", "whole"),
    [
        ("Jeg går\nrolig", "Jeg går rolig"),
        ("Medmenneske\u00ad\nlighet", "Medmenneskelighet"),
        ("språk-\nopplæring", "språk-opplæring"),
        ("språk-\nog lesing", "språk- og lesing"),
    ],
)
def test_lines_become_one_again(lines, whole):
    found = text(lines, Box(0, 0, 100, 20))
    assert isinstance(found, Text) and said(found) == whole


def test_lines_end_where_the_paper_ends_them(pictures):
    cells = (("Jeg følger reglene i leken vår",), ("Jeg går",), ("Jeg ser",))
    paper, _ = deck(homely(cells))
    shown = opened(pptx.paint(paper, pictures))
    (title,) = [one.shapes.title for one in shown.slides if "leken" in one.shapes.title.text]
    (sheet,) = [one for one in paper.sheets if "leken" in " ".join(words(one, "title"))]
    (item,) = texts(sheet, "title")
    assert len(item.lines) > 1 and title.text.split("\v") == list(item.lines)
    weights = {
        one.letters.weight for each in paper.sheets for one in texts(each, "title", "paragraph")
    }
    assert weights == {400, 700}


def test_only_slides_become_powerpoint():
    assert formats.holds("pptx", "16:9") and not formats.holds("pptx", "A3")
    assert formats.holds("pdf", "16:9") and formats.holds("pdf", "A3")
    jobs = list(possible(homely(), Choice(formats=("pptx",))))
    assert {job.product for job in jobs} == {one for one in DECKS if wished(one)}
    assert {job.paper for job in jobs} == {"16:9"}
    assert not list(possible(homely(), Choice(products=("arena_poster",), formats=("pptx",))))

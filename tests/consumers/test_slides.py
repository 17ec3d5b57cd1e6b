"""Slides of the sample school: Impress prints each deck as we do; no words leave their box."""

import re
import zipfile
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import page as checker
import pikepdf
import pptx
import pytest
import uharfbuzz as hb
from pptx.enum.shapes import PP_PLACEHOLDER as KINDS
from pptx.util import Emu, Pt

from pipeline import products
from pipeline.paper.sheet import Group
from tests.consumers.browser import missing
from tests.consumers.decks import WIDE, apart, decks_of, families, grey, kinds, lines, paint

pytestmark = pytest.mark.consumer
LEVELS = 60  # how far apart the tones of a small picture may be
DEJAVU = "/usr/share/fonts/truetype/dejavu/DejaVuSans{}.ttf"
AIR = 1.02  # of a box's height
NATURAL = 1.17  # em, how high a line of DejaVu Sans is by itself
DECORATIVE = "{http://schemas.microsoft.com/office/drawing/2017/decorative}decorative"


@pytest.fixture(scope="module")
def decks(tmp_path_factory):
    return decks_of(tmp_path_factory.mktemp("decks"))


def test_there_is_a_deck_for_each_focus(decks):
    assert {one.product for one in decks} == set(kinds())
    assert [one.product for one in decks].count("assembly_deck") == 11


def test_impress_prints_each_slide_as_we_do(decks):
    wrong = []
    for deck in decks:
        ours, theirs = grey(deck.ours), grey(deck.printed)
        assert len(ours) == len(theirs) == len(deck.paper.sheets)
        levels = map(apart, ours, theirs)
        wrong += [(deck.name, at, far) for at, far in enumerate(levels, 1) if far > LEVELS]
    assert wrong == []


def test_impress_has_the_school_s_face(decks):
    own = [one.replace(" ", "") for one in families(decks)]
    known = {f"{one}-{kind}" for one in own for kind in ("Regular", "Bold")}
    assert all(faces(deck.printed) == known for deck in decks)
    assert all(not faces(deck.bare) & known for deck in decks if deck.bare)


def faces(content):
    with pikepdf.open(BytesIO(content)) as pdf:
        found = [one for page in pdf.pages for one in page.Resources.get("/Font", {}).values()]
        return {str(one.BaseFont).split("+")[-1] for one in found}


def test_lines_end_where_ours_do_with_the_face_and_without_it(decks):
    for deck in decks:
        ours = lines(deck.ours)
        assert lines(deck.printed) == ours, deck.name
        assert not deck.bare or lines(deck.bare) == ours, deck.name
    assert sum(bool(deck.bare) for deck in decks) == len(kinds())


def titled(change):
    """A fault: the title otherwise than it is."""

    def planted(sheet):
        (title,) = [one for one in sheet.items if isinstance(one, Group) and one.kind == "title"]
        (text,) = title.items
        items = [
            replace(one, items=(change(text),)) if one is title else one for one in sheet.items
        ]
        return replace(sheet, items=tuple(items))

    return planted


def broken(text):
    """The title in other lines: a word has gone up."""
    first, second, *rest = text.lines
    word, _, left = second.partition(" ")
    return replace(text, lines=(f"{first} {word}", left, *rest))


def without(kind):
    def planted(sheet):
        kept = [one for one in sheet.items if not (isinstance(one, Group) and one.kind == kind)]
        assert len(kept) < len(sheet.items)
        return replace(sheet, items=tuple(kept))

    return planted


FAULTS = {
    "other lines": titled(broken),
    "thin letters": titled(lambda it: replace(it, letters=replace(it.letters, weight=400))),
    "small letters": titled(lambda it: replace(it, letters=replace(it.letters, size=44.0))),
    "a line lower": titled(lambda it: replace(it, baseline=it.baseline + 6.0)),
    "no title": without("title"),
    "no drawing": without("figure"),
    "no foot": without("again"),
}


@pytest.mark.parametrize("fault", FAULTS.values(), ids=FAULTS)
def test_a_slide_that_is_printed_otherwise_is_seen(decks, fault):
    deck = next(one for one in decks if one.product == "assembly_deck")
    at = next(at for at, sheet in enumerate(deck.paper.sheets) if sheet.layout == "Verdi")
    wrong = replace(deck.paper, sheets=(fault(deck.paper.sheets[at]),))
    (seen,) = grey(paint(wrong, "pdf")["pdf"])
    assert apart(seen, grey(deck.printed)[at]) > LEVELS


def wide(words, bold, size, spacing):
    """The width in pt of words in DejaVu Sans."""
    if bold not in FACES:
        FACES[bold] = hb.Face(hb.Blob.from_file_path(DEJAVU.format("-Bold" if bold else "")))
    buffer = hb.Buffer()
    buffer.add_str(words)
    buffer.guess_segment_properties()
    hb.shape(hb.Font(FACES[bold]), buffer)
    advance = sum(one.x_advance for one in buffer.glyph_positions) / FACES[bold].upem
    return advance * size + spacing * len(words)


FACES = {}


def over(shape, share=1.0):
    """What does not fit in the placeholder with DejaVu Sans; `share` makes its box narrower."""
    room, high = Emu(shape.width).pt * share, 0.0
    for part in shape.text_frame.paragraphs:
        about = part._p.xpath(".//a:rPr")[0]
        size, bold = int(about.get("sz")) / 100, about.get("b") == "1"
        spacing = int(about.get("spc") or 0) / 100
        told = part.text.split("\v")
        for line in told:
            if wide(line, bold, size, spacing) > room:
                yield f"{line} is too wide"
        before = part.space_before.pt if part.space_before and high else 0.0
        each = part.line_spacing.pt if part.line_spacing else size * NATURAL
        high += before + len(told) * each
    if high > Emu(shape.height).pt * AIR + 0.5:
        yield f"{shape.text_frame.text} takes {high:.0f} pt of {Emu(shape.height).pt:.0f}"


def slides(deck):
    return pptx.Presentation(BytesIO(deck.content)).slides


def placeholders(deck):
    for slide in slides(deck):
        yield from slide.placeholders


def test_no_words_leave_their_box_where_the_school_s_face_is_missing(decks):
    if not Path(DEJAVU.format("")).exists():
        missing("DejaVu Sans")
    found = [one for deck in decks for shape in placeholders(deck) for one in over(shape)]
    assert found == []
    narrow = [one for deck in decks for shape in placeholders(deck) for one in over(shape, 0.6)]
    assert len(narrow) > 20


def test_boxes_stand_on_the_slide_and_not_over_each_other(decks):
    for deck in decks:
        for slide in slides(deck):
            boxes = [
                (s.left, s.top, s.left + s.width, s.top + s.height) for s in slide.placeholders
            ]
            for at, (left, top, right, low) in enumerate(boxes):
                assert left >= 0 and right <= 12192000 and top >= 0 and low <= 6858000
                for other in boxes[at + 1 :]:
                    across = min(right, other[2]) - max(left, other[0])
                    down = min(low, other[3]) - max(top, other[1])
                    assert across <= 0 or down <= Pt(6), (deck.name, slide.shapes.title.text)


def test_each_slide_has_a_title_of_its_own_its_words_its_number_and_notes(decks):
    for deck in decks:
        shown = list(slides(deck))
        names = [one.shapes.title.text.replace("\v", " ").casefold() for one in shown]
        assert all(map(str.strip, names)) and len(set(names)) == len(names) == len(shown)
        for at, (slide, sheet) in enumerate(zip(shown, deck.paper.sheets, strict=True), 1):
            assert all(one.text_frame.text.strip() for one in slide.placeholders)
            found = [one.placeholder_format.type for one in slide.placeholders]
            held = [one.placeholder_format.type for one in slide.slide_layout.placeholders]
            for kind in (KINDS.TITLE, KINDS.SLIDE_NUMBER):
                assert found.count(kind) == 1
            assert found.count(KINDS.BODY) <= held.count(KINDS.BODY)
            number = list(slide.placeholders)[found.index(KINDS.SLIDE_NUMBER)]
            assert number._element.xpath(".//a:fld/@type") == ["slidenum"]
            assert "".join(number._element.xpath(".//a:fld/a:t/text()")) == str(at)
            assert slide.notes_slide.notes_text_frame.text == sheet.notes != ""


def test_what_is_drawn_is_told_or_is_decoration_and_nothing_moves(decks):
    for deck in decks:
        for slide in slides(deck):
            things = [one for one in slide.shapes if not one.is_placeholder]
            for about in [one._element.xpath(".//p:cNvPr")[0] for one in things]:
                hidden = about.findall(f".//{DECORATIVE}")
                assert bool(about.get("descr")) != bool(hidden), (deck.name, about.get("name"))
        with zipfile.ZipFile(BytesIO(deck.content)) as parts:
            written = b"".join(parts.read(one) for one in parts.namelist() if one.endswith("xml"))
        assert not re.search(rb"<p:(transition|timing)\b", written)


def test_a_film_is_a_link_in_impress_too(decks):
    for deck in decks:
        wanted = [(at, one) for at, each in enumerate(slides(deck)) for one in addresses(each)]
        with pikepdf.open(BytesIO(deck.printed)) as pdf:
            there = [
                (at, str(one.A.URI))
                for at, page in enumerate(pdf.pages)
                for one in page.get("/Annots", [])
                if "/A" in one and "/URI" in one.A
            ]
        assert there == wanted, deck.name
    assert any(addresses(one) for deck in decks for one in slides(deck))


def addresses(slide):
    runs = [
        run for one in slide.placeholders for part in one.text_frame.paragraphs for run in part.runs
    ]
    return [run.hyperlink.address for run in runs if run.hyperlink.address]


@pytest.mark.parametrize("paper", products.papers("assembly_deck"))
def test_slides_and_handouts_can_be_read_aloud(decks, paper):
    papers = [({WIDE: one.ours, **one.handouts}.get(paper), one) for one in decks]
    for content, deck in ((one, deck) for one, deck in papers if one):
        for profile in ("ua1", "2a"):
            report = checker.validate_pdf_bytes(content, profile=profile)
            assert [one.rule_id for one in report.failures] == [], deck.name

"""The sample school's assemblies: Impress prints each deck as we do, no words leave their box."""

import shutil
import subprocess
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

import numpy as np
import page as checker
import pptx
import pypdfium2
import pytest
import uharfbuzz as hb
from PIL import Image
from pptx.util import Emu, Pt

from pipeline import products
from pipeline.build import press
from pipeline.build.composing import compose
from pipeline.build.plan import Choice
from pipeline.paper.sheet import Row, Sheets, Text, walk
from tests.consumers.browser import missing
from tests.consumers.printing import ROOT, TODAY

pytestmark = pytest.mark.consumer
SIDE, LEVELS = 48, 60  # a small grey picture, and how far apart its tones may be
DEJAVU = "/usr/share/fonts/truetype/dejavu/DejaVuSans{}.ttf"
AIR = 1.02  # of a box's height


@dataclass(frozen=True)
class Deck:
    """One assembly's slides, as we painted them and as Impress prints them; its handouts."""

    name: str
    paper: Sheets
    content: bytes
    ours: bytes
    handouts: dict[str, bytes]
    printed: bytes = b""


@pytest.fixture(scope="module")
def decks(tmp_path_factory):
    folder = tmp_path_factory.mktemp("decks")
    if not shutil.which("soffice"):
        missing("soffice")
    done = list(_painted())
    files = []
    for at, one in enumerate(done):
        files.append(folder / f"{at}.pptx")
        files[-1].write_bytes(one.content)
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder)]
    subprocess.run([*command, *map(str, files)], check=True, capture_output=True, timeout=120)
    return [
        Deck(one.name, one.paper, one.content, one.ours, one.handouts, file.read_bytes())
        for one, file in zip(done, (one.with_suffix(".pdf") for one in files), strict=True)
    ]


def _painted():
    with ThreadPoolExecutor(1) as pool:
        every = tuple(products.papers("assembly_deck"))
        choice = Choice(products=("assembly_deck",), languages=("nb",), papers=every)
        composed = compose(ROOT, choice, (), TODAY, pool)
    papers = {}
    for (_, subject, _, size, *_), paper in composed.papers.items():
        papers.setdefault(subject, {})[size] = paper
    fonts = Path("none")
    for subject, by_size in papers.items():
        slides = press.paint(press.Task(by_size["16:9"], ("pdf", "pptx"), fonts))
        shown = by_size.pop("16:9")
        tasks = {size: press.Task(paper, ("pdf",), fonts) for size, paper in by_size.items()}
        handouts = {size: press.paint(task)["pdf"] for size, task in tasks.items()}
        yield Deck(subject, shown, slides["pptx"], slides["pdf"], handouts)


def grey(content):
    with pypdfium2.PdfDocument(content) as document:
        for page in document:
            image = page.render(scale=0.8).to_pil().convert("L")
            yield np.asarray(image.resize((SIDE, SIDE), Image.Resampling.BOX)).astype(int)


def worded(sheet):
    """Where words stand on the small picture, box by box."""
    for item, _ in walk(sheet.items):
        if isinstance(item, Text | Row):
            box = item.box
            left, right = (int(x / sheet.width * SIDE) for x in (box.x, box.right))
            top, low = (int(y / sheet.height * SIDE) for y in (box.y - 1, box.bottom + 2))
            yield slice(max(0, top - 1), low + 2), slice(max(0, left - 1), right + 2)


def differing(sheet, ours, theirs):
    """What differs: tones beside the words, and how dark the words of a box are together.

    Other letters than ours are not as wide, so a letter is never where another one is.
    """
    beside = np.ones((SIDE, SIDE), bool)
    for at in worded(sheet):
        beside[at] = False
        apart = abs(ours[at].mean() - theirs[at].mean())
        if apart > LEVELS / 2:
            yield f"words are {apart:.0f} levels apart"
    apart = (abs(ours - theirs) * beside).max()
    if apart > LEVELS:
        yield f"{apart} levels apart"


def test_impress_prints_each_slide_as_we_do(decks):
    assert len(decks) == 11
    for deck in decks:
        ours, theirs = list(grey(deck.ours)), list(grey(deck.printed))
        assert len(ours) == len(theirs) == len(deck.paper.sheets)
        for at, sheet in enumerate(deck.paper.sheets):
            found = list(differing(sheet, ours[at], theirs[at]))
            assert found == [], (deck.name, at + 1)


def test_a_slide_that_is_printed_otherwise_is_seen(decks):
    deck = decks[0]
    ours = list(grey(deck.ours))
    assert list(differing(deck.paper.sheets[0], ours[0], ours[1]))
    assert list(differing(deck.paper.sheets[3], ours[3], ours[3])) == []


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
        run = part.runs[0] if part.runs else None
        if run is None:
            return
        about = run._r.rPr
        size, bold = int(about.get("sz")) / 100, about.get("b") == "1"
        spacing = int(about.get("spc") or 0) / 100
        lines, line = 1, ""
        for word in part.text.split():
            if wide(word, bold, size, spacing) > room:
                yield f"{word} is too wide"
            longer = f"{line} {word}".strip()
            if line and wide(longer, bold, size, spacing) > room:
                lines, line = lines + 1, word
            else:
                line = longer
        before = part.space_before.pt if part.space_before and high else 0.0
        high += before + lines * part.line_spacing.pt
    if high > Emu(shape.height).pt * AIR + 0.5:
        yield f"{shape.text_frame.text} takes {high:.0f} pt of {Emu(shape.height).pt:.0f}"


def placeholders(deck):
    for slide in pptx.Presentation(BytesIO(deck.content)).slides:
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
        for slide in pptx.Presentation(BytesIO(deck.content)).slides:
            boxes = [
                (s.left, s.top, s.left + s.width, s.top + s.height) for s in slide.placeholders
            ]
            for at, (left, top, right, low) in enumerate(boxes):
                assert left >= 0 and right <= 12192000 and top >= 0 and low <= 6858000
                for other in boxes[at + 1 :]:
                    across = min(right, other[2]) - max(left, other[0])
                    down = min(low, other[3]) - max(top, other[1])
                    assert across <= 0 or down <= Pt(6), (deck.name, slide.shapes.title.text)


@pytest.mark.parametrize("paper", products.papers("assembly_deck"))
def test_slides_and_handouts_can_be_read_aloud(decks, paper):
    for deck in decks:
        content = {"16:9": deck.ours, **deck.handouts}[paper]
        for profile in ("ua1", "2a"):
            report = checker.validate_pdf_bytes(content, profile=profile)
            assert [one.rule_id for one in report.failures] == [], deck.name

"""What is wrong with a poster, as the programs that open it see it; each guard yields words."""

import re
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from io import BytesIO

import numpy as np
import page as checker
import pikepdf
import pypdfium2
from PIL import Image

from tests.consumers.poster import Poster
from tests.formats.sample import tree

MM = 72 / 25.4  # points
SIZES = {"A4": (210, 297), "A3": (297, 420), "A2": (420, 594)}
SLIPS = {"160x35": (35, 160), "247x28": (28, 247), "80x80": (80, 80), "A5": (148.5, 210)}
EVERY_SIZE = SIZES | SLIPS
HEAVIEST = {"A2": 4_000_000}  # bytes
HEAVY, HEAVY_SLIP = 2_000_000, 300_000
SHARPNESS = {"A4": 199, "A3": 199, "A2": 100}  # dpi; the school's scans are no larger
SHARP_SLIP = 260
FACE = 20_000  # bytes that the letters of one weight take at most
SEEN_AT = 100  # dpi
BLOCK = 16  # pixels of bare paper, both ways
EDGE = 0.06  # of a picture's width and height
PLACES = 10  # at least
CORNER = 250  # a JPEG rings a little where crayon comes near
DIVIDED = re.compile("[\xad\ufffe\x02]\\s*")
NOTES = re.compile(rb"Exif\0\0|Photoshop|http://ns\.adobe\.com/xap|ICC_PROFILE|MakerNote|GPSInfo")
NAMING = re.compile(r"creator|producer|author|CreateDate|ModifyDate|rights|/tmp/|\.jpe?g", re.I)
CARRIED = {"jfif", "jfif_version", "jfif_unit", "jfif_density", "dpi", "adobe", "adobe_transform"}


@contextmanager
def shown(content: bytes) -> Iterator[pypdfium2.PdfPage]:
    """Give the only page."""
    document = pypdfium2.PdfDocument(content)
    page = document[0]
    yield page
    page.close()
    document.close()


def keeps_the_standards(poster: Poster) -> Iterator[str]:
    for profile in ("ua1", "2a"):
        report = checker.validate_pdf_bytes(poster.content, profile=profile)
        yield from (f"{profile} {one.rule_id}" for one in report.failures)


def is_one_page_of_its_size(poster: Poster) -> Iterator[str]:
    if len(poster.pdf.pages) != 1:
        yield f"{len(poster.pdf.pages)} pages"
    wanted = EVERY_SIZE[poster.paper][:: -1 if poster.landscape else 1]
    with shown(poster.content) as page:
        found = tuple(round(side / MM, 1) for side in page.get_size())
    if found != wanted:
        yield f"{found} mm, not {wanted}"


def has_a_glyph_for_each_letter(poster: Poster) -> Iterator[str]:
    for line in re.findall(rb"^.* TJ$", poster.pdf.pages[0].Contents.read_bytes(), re.MULTILINE):
        codes = re.findall(rb"<([0-9A-F]+)>", line)
        if any(one[at : at + 4] == b"0000" for one in codes for at in range(0, len(one), 4)):
            yield "a box stands for a letter"
    if "\ufffd" in _read(poster):
        yield "a letter is not told"


def reads_in_order(poster: Poster) -> Iterator[str]:
    yield from _missing(poster, _read(poster))


def is_heard_in_order(poster: Poster) -> Iterator[str]:
    heard = tree(poster.content)
    if f'H1 "{poster.title}"' not in DIVIDED.sub("", heard):
        yield "the title is no title"
    yield from _missing(poster, " ".join(re.findall('"(.*)"$', heard, re.MULTILINE)))


def _read(poster: Poster) -> str:
    with shown(poster.content) as page:
        textpage = page.get_textpage()
        text = textpage.get_text_bounded()
        textpage.close()
    return str(text)


def _missing(poster: Poster, text: str) -> Iterator[str]:
    text, at = " ".join(DIVIDED.sub("", text).split()), 0
    for words in poster.says:
        found = text.find(words, at)
        if found < 0:
            yield f'"{words}" does not come here: {text[at : at + 40]}'
        else:
            at = found + len(words)


def tells_what_is_drawn(poster: Poster) -> Iterator[str]:
    told = [str(one.get("/Alt", "")) for one in _figures(poster.pdf.Root.StructTreeRoot.K)]
    if told.count(poster.logo) != (poster.paper in SIZES or poster.paper == "A5"):
        yield "the logo is not told of once"
    drawn = tuple(one for one in told if one != poster.logo)
    if drawn != poster.alts:
        yield f"{drawn} are told of, not {poster.alts}"


def _figures(node: pikepdf.Object) -> Iterator[pikepdf.Object]:
    if not isinstance(node, int):
        if str(node.S) == "/Figure":
            yield node
        for kid in node.K:
            yield from _figures(kid)


def speaks_its_language(poster: Poster) -> Iterator[str]:
    if str(poster.pdf.Root.get("/Lang", "")) != poster.language:
        yield "its language is not told"


def brings_its_letters(poster: Poster) -> Iterator[str]:
    for font in poster.pdf.pages[0].Resources.Font.values():
        name = str(font.BaseFont)
        told = font.DescendantFonts[0].FontDescriptor
        if "/FontFile2" not in told:
            yield f"{name} is not laid in"
        elif len(told.FontFile2.read_raw_bytes()) > FACE:
            yield f"{name} is laid in whole"
        if not re.match(r"/[A-Z]{6}\+", name):
            yield f"{name} is no part of a face"
        if "/ToUnicode" not in font:
            yield f"{name} can not be read"


def keeps_its_secrets(poster: Poster) -> Iterator[str]:
    names = [name for name in poster.originals if name.encode() in poster.content]
    yield from (f"the file {name} is named" for name in names)
    more = {str(key) for key in poster.pdf.docinfo} - {"/Title", "/Subject"}
    yield from (f"{key} is told" for key in sorted(more))
    for one in poster.pdf.objects:
        if isinstance(one, pikepdf.Stream):
            yield from _notes(one)
        yield from (f'"{text}" is told' for text in _texts(one) if NAMING.search(text))


def _notes(stream: pikepdf.Stream) -> Iterator[str]:
    if stream.get("/Filter") == "/DCTDecode":
        with Image.open(BytesIO(stream.read_raw_bytes())) as image:
            carried = set(image.info) - CARRIED
            if image.getexif() or carried:
                yield f"a picture carries {sorted(carried)}"
        if NOTES.search(stream.read_raw_bytes()[:4000]):
            yield "a picture carries notes"
    else:
        content = stream.read_bytes()
        plain = content.decode("utf-8", "ignore") if stream.get("/Type") == "/Metadata" else ""
        if NOTES.search(content) or NAMING.search(plain):
            yield "a stream carries notes"


def _texts(one: pikepdf.Object) -> Iterator[str]:
    """Yield the words in what is written at this place of the file, not elsewhere in it."""
    kids: Iterable[object] = ()
    if isinstance(one, pikepdf.String):
        yield str(one)
    elif isinstance(one, pikepdf.Array):
        kids = one
    elif isinstance(one, pikepdf.Dictionary | pikepdf.Stream):
        kids = [kid for _, kid in one.items()]
    for kid in kids:
        if isinstance(kid, pikepdf.Object) and not kid.is_indirect:
            yield from _texts(kid)


def is_light(poster: Poster) -> Iterator[str]:
    heavy = HEAVY_SLIP if poster.paper in SLIPS else HEAVIEST.get(poster.paper, HEAVY)
    if len(poster.content) > heavy:
        yield f"{len(poster.content)} bytes"


def has_sharp_pictures(poster: Poster) -> Iterator[str]:
    with shown(poster.content) as page:
        for picture in _pictures(page):
            a, b, *_ = picture.get_matrix().get()
            dpi = picture.get_px_size()[0] / (np.hypot(a, b) / 72)
            if dpi < SHARPNESS.get(poster.paper, SHARP_SLIP):
                yield f"{dpi:.0f} dpi"


def _pictures(page: pypdfium2.PdfPage) -> Iterator[pypdfium2.PdfImage]:
    yield from page.get_objects(filter=(pypdfium2.raw.FPDF_PAGEOBJ_IMAGE,))


def shows_white_paper_white(poster: Poster) -> Iterator[str]:
    """Look at the bare paper of each drawing, as it hangs on its tilted card."""
    if poster.paper == "A3" and poster.language == "nb":
        yield from _greys(poster, 255)


def _greys(poster: Poster, white: int) -> Iterator[str]:
    images = poster.pdf.pages[0].Resources.XObject.values()
    drawn = {(one.Width, one.Height) for one in images if "/SMask" not in one}
    with shown(poster.content) as page:
        seen = np.asarray(page.render(scale=SEEN_AT / 72).to_pil().convert("RGB")).min(axis=2)
        for picture in _pictures(page):
            if picture.get_px_size() not in drawn:
                continue
            pixels = np.asarray(picture.get_bitmap().to_pil().convert("RGB")).min(axis=2)
            darkest = min(pixels[y, x] for y in (0, -1) for x in (0, -1))
            if darkest < CORNER:
                yield f"a corner is {darkest}"
            places = _within(_bare(pixels), pixels.shape)
            xs, ys = _on_the_page(places, pixels.shape, picture.get_matrix().get())
            down = np.int_((page.get_height() - ys) * SEEN_AT / 72)
            found = seen[down, np.int_(xs * SEEN_AT / 72)]
            if len(found) < PLACES or found.min() < white:
                yield f"{len(found)} places of bare paper, the darkest {found.min(initial=255)}"


def _within(places: np.ndarray, shape: tuple) -> np.ndarray:
    """Return the places away from the edges: what a tilted picture has there may be cut away."""
    share = places / np.array(shape)
    return places[((share > EDGE) & (share < 1 - EDGE)).all(axis=1)]


def _bare(pixels: np.ndarray) -> np.ndarray:
    """Return the middle, down and across, of each block that is white all over."""
    high, wide = (side // BLOCK for side in pixels.shape)
    blocks = pixels[: high * BLOCK, : wide * BLOCK].reshape(high, BLOCK, wide, BLOCK)
    return np.argwhere(blocks.min(axis=(1, 3)) == 255) * BLOCK + BLOCK / 2


def _on_the_page(places: np.ndarray, shape: tuple, matrix: tuple) -> tuple:
    a, b, c, d, e, f = matrix
    up, across = 1 - places[:, 0] / shape[0], places[:, 1] / shape[1]
    return a * across + c * up + e, b * across + d * up + f


def saved(document: pikepdf.Pdf) -> bytes:
    """Return the document's bytes."""
    stream = BytesIO()
    document.save(stream, object_stream_mode=pikepdf.ObjectStreamMode.disable)
    return stream.getvalue()


GUARDS = (
    keeps_the_standards,
    is_one_page_of_its_size,
    has_a_glyph_for_each_letter,
    reads_in_order,
    is_heard_in_order,
    tells_what_is_drawn,
    speaks_its_language,
    brings_its_letters,
    keeps_its_secrets,
    is_light,
    has_sharp_pictures,
    shows_white_paper_white,
)

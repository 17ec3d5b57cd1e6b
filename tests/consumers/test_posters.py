"""Real programs open the sample school's posters and find all that was meant, and no more."""

import re
from collections import Counter
from dataclasses import replace
from io import BytesIO
from itertools import product as every
from random import Random

import pikepdf
import pytest
from PIL import Image

from pipeline import products
from pipeline.language import codes
from tests.consumers import guards
from tests.consumers.guards import GUARDS, saved
from tests.consumers.poster import EXPECTED

NOISE = Random(1).randbytes(2_000_000)
pytestmark = pytest.mark.consumer
A_POSTER = "Arenaplakater/A3 stående/Skolegården.pdf"

# See tests/products/test_contact_sheet.py, test_monthly.py and test_letters.py.
HOME = (
    "letter",
    "letter_message",
    "letter_message_sfo",
    "meeting_sheet",
    "meeting_talk",
    "own_letter",
)
ELSEWHERE = {"contact_sheet", "monthly_message", *HOME}
# See test_team.py.
ELSEWHERE |= {
    "agenda",
    "matrix_text",
    "problem_sheet",
    "temperature_form",
    "welcome_pack",
}
# See test_slides.py.
ELSEWHERE |= {"assembly_deck", "small_stage_deck", "middle_stage_deck"}
ELSEWHERE |= {"staff_deck", "sfo_deck", "meeting_deck"}
# See test_practice.py.
ELSEWHERE |= {"film_plan", "lesson_card", "practice_log", "praise_cards", "run_sheet"}
ELSEWHERE |= {"practice_overview"}
# See test_council.py.
ELSEWHERE |= {"talking_card", "comment_form", "contest_call", "entry_sheet", "sweater_proposal"}


@pytest.mark.parametrize("guard", GUARDS, ids=lambda guard: guard.__name__)
def test_every_poster(guard, posters):
    assert [f"{one.file}: {fault}" for one in posters for fault in guard(one)] == []


def test_all_arenas_once_and_one_in_every_way(posters):
    large = [one for one in posters if one.paper in guards.SIZES]
    ways = Counter((one.paper, one.landscape, one.language) for one in large)
    assert set(ways) == set(every(guards.SIZES, (False, True), codes()))
    usual = [one for one in posters if "/A3 stående/" in one.file]
    assert len({one.title for one in usual if one.file.startswith("Arena")}) == 9
    assert len({one.title for one in posters if "/A3 liggende/" in one.file}) == 4
    slips = Counter((one.paper, one.language) for one in posters if one.paper in guards.SLIPS)
    assert {one: count for one, count in slips.items() if one[1] == "nb"} == {
        (paper, "nb"): 15 for paper in guards.SLIPS
    }
    assert {code for _, code in slips} == set(codes())


def test_of_every_product_it_is_known_what_to_expect():
    assert set(EXPECTED) | ELSEWHERE == set(products.names())


def spoilt(poster, plant):
    """Return the poster with a fault planted in its document."""
    with pikepdf.open(BytesIO(poster.content)) as document:
        plant(document)
        return replace(poster, content=saved(document))


def code(change):
    """Return a plant that changes what is painted."""

    def plant(document):
        contents = document.pages[0].Contents
        contents.write(change(contents.read_bytes()))

    return plant


def picture(change):
    """Return a plant that puts another JPEG in the drawing's place."""

    def plant(document):
        for one in document.pages[0].Resources.XObject.values():
            if "/SMask" not in one:
                with Image.open(BytesIO(one.read_raw_bytes())) as image:
                    stream, (other, how) = BytesIO(), change(image.convert("RGB"))
                other.save(stream, "JPEG", **how)
                one.write(stream.getvalue(), filter=pikepdf.Name.DCTDecode)
                one.Width, one.Height = other.size

    return plant


def tagged(tag, change):
    """Return a plant that changes each element with the tag."""

    def elements(node):
        if not isinstance(node, int):
            if str(node.S) == tag:
                yield node
            for kid in node.K:
                yield from elements(kid)

    def plant(document):
        for one in elements(document.Root.StructTreeRoot.K):
            change(one)

    return plant


def face(change):
    """Return a plant that changes each of the fonts."""

    def plant(document):
        for font in document.pages[0].Resources.Font.values():
            change(font, font.DescendantFonts[0].FontDescriptor)

    return plant


def _drop(key):
    def change(one):
        del one[key]

    return change


def _set(key, value):
    def change(one):
        one[key] = value

    return change


def _page_too_many(document):
    document.add_blank_page(page_size=(842, 1191))


def _author(document):
    document.docinfo["/Author"] = "Kari"


def _creator(document):
    told = document.Root.Metadata.read_bytes()
    naming = b"<dc:creator><rdf:Seq><rdf:li>Kari</rdf:li></rdf:Seq></dc:creator><dc:title>"
    document.Root.Metadata.write(told.replace(b"<dc:title>", naming))


def _file_name(document):
    document.pages[0].obj.PieceInfo = pikepdf.Dictionary(From=pikepdf.String("skolegard.jpg"))


def _hidden_file_name(document):
    document.pages[0].obj.PieceInfo = pikepdf.Dictionary(
        From=pikepdf.String("Ola 4B på skolegård.jpg")
    )


def _whole_face(_, told):
    told.FontFile2.write(told.FontFile2.read_bytes() + NOISE[:50_000])


def _heavy(document):
    document.Root.More = document.make_stream(NOISE)


def _noted(image):
    exif = Image.Exif()
    exif[0x010E] = "Kari, 5B"
    return image, {"exif": exif}


def _no_words(contents):
    return re.sub(rb"\[[^\]]*\] TJ", b"", contents, count=1 + contents.count(b" TJ") // 2)


def _last_first(contents):
    """Paint the first text of all at the end."""
    first = re.search(rb"^/\w+ <</MCID \d+>> BDC\n[^\n]* rg\nBT.*?^EMC\n", contents, re.M | re.S)
    return contents.replace(first[0], b"") + b"\n" + first[0].strip()


def _title_last(contents):
    title = re.search(rb"^/H1 <</MCID \d+>> BDC\n.*?^EMC\n", contents, re.M | re.S)
    return contents.replace(title[0], b"") + b"\n" + title[0].strip()


def _reversed(node):
    node.K = pikepdf.Array(reversed(list(node.K)))


def _boxes(contents):
    return re.sub(rb"<[0-9A-F]{4}", b"<0000", contents, count=1)


PLANTS = {
    "no language": (guards.keeps_the_standards, lambda pdf: _drop("/Lang")(pdf.Root)),
    "another language": (
        guards.speaks_its_language,
        lambda pdf: _set("/Lang", pikepdf.String("sv"))(pdf.Root),
    ),
    "no words for a drawing": (guards.keeps_the_standards, tagged("/Figure", _drop("/Alt"))),
    "other words for a drawing": (
        guards.tells_what_is_drawn,
        tagged("/Figure", _set("/Alt", pikepdf.String("bilde"))),
    ),
    "a figure left out": (
        guards.tells_what_is_drawn,
        tagged("/Document", lambda one: one.K.pop(2)),
    ),
    "two pages": (guards.is_one_page_of_its_size, _page_too_many),
    "a smaller page": (
        guards.is_one_page_of_its_size,
        lambda pdf: _set("/MediaBox", pikepdf.Array([0, 0, 595, 842]))(pdf.pages[0].obj),
    ),
    "a box for a letter": (guards.has_a_glyph_for_each_letter, code(_boxes)),
    "words left out": (guards.reads_in_order, code(_no_words)),
    "words in another order": (guards.reads_in_order, code(_title_last)),
    "words unheard": (guards.is_heard_in_order, code(_no_words)),
    "words heard in another order": (
        guards.is_heard_in_order,
        tagged("/Document", _reversed),
    ),
    "no title": (
        guards.is_heard_in_order,
        tagged("/H1", _set("/S", pikepdf.Name.P)),
    ),
    "a face left out": (guards.brings_its_letters, face(lambda _, told: _drop("/FontFile2")(told))),
    "a whole face": (guards.brings_its_letters, face(_whole_face)),
    "a face by its name": (
        guards.brings_its_letters,
        face(lambda font, _: _set("/BaseFont", pikepdf.Name("/Nunito"))(font)),
    ),
    "an author": (guards.keeps_its_secrets, _author),
    "a creator": (guards.keeps_its_secrets, _creator),
    "a file's name": (guards.keeps_its_secrets, _file_name),
    "a file's name in other letters": (guards.keeps_its_secrets, _hidden_file_name),
    "notes in a picture": (guards.keeps_its_secrets, picture(_noted)),
    "a comment in a picture": (
        guards.keeps_its_secrets,
        picture(lambda image: (image, {"comment": b"Kari"})),
    ),
    "far too much": (guards.is_light, _heavy),
    "a coarse picture": (
        guards.has_sharp_pictures,
        picture(lambda image: (image.reduce(3), {})),
    ),
    "grey paper": (
        guards.shows_white_paper_white,
        picture(lambda image: (image.point(lambda level: min(level, 254)), {"quality": 95})),
    ),
}


@pytest.mark.parametrize("fault", PLANTS)
def test_a_planted_fault_is_seen(fault, posters):
    (poster,) = (one for one in posters if one.file == A_POSTER)
    guard, plant = PLANTS[fault]
    assert list(guard(poster)) == []
    assert list(guard(spoilt(poster, plant))) != []


def test_the_drawings_do_have_names_that_could_leak(posters, home):
    assert "skolegard.jpg" in posters[0].originals

"""A preview shows the first page, in its own colours and always alike."""

from io import BytesIO
from random import Random

import pytest
from PIL import Image

from pipeline.formats import pdf, png
from tests.formats.sample import poster


@pytest.fixture
def made(album):
    return pdf.paint(poster(), album)


def opened(content):
    image = Image.open(BytesIO(content))
    image.load()
    return image


@pytest.fixture
def slip():
    """A small page full of noise, which no PNG makes small."""
    noise = Image.frombytes("RGB", (600, 600), Random(1).randbytes(600 * 600 * 3))
    stream = BytesIO()
    noise.save(stream, "PDF", resolution=600 / (80 / 25.4))
    return stream.getvalue()


def test_it_is_as_long_as_asked(made):
    assert opened(png.paint(made, 1600)).size == (1128, 1600)
    assert opened(png.paint(made, long_side=500)).size[1] == 500


def test_a_page_for_the_wall_is_as_long_as_a_screen_shows():
    stream = BytesIO()
    Image.new("RGB", (595, 842), "white").save(stream, "PDF")
    assert max(opened(png.paint(stream.getvalue())).size) == png.LONG_SIDE


def test_what_is_laid_into_documents_is_sharp_in_print_and_small(slip):
    content = png.paint(slip)
    image = opened(content)
    assert image.size == (945, 945)
    assert round(image.info["dpi"][0]) == png.DPI
    assert len(opened(png.paint(slip, 945)).getcolors(1 << 24)) > 256
    assert image.mode == "P" and len(image.getcolors()) <= png.COLOURS[0]


def test_flat_colours_stay_exact_in_few():
    picture = Image.effect_noise((900, 900), 90).convert("RGB")
    picture.paste("#ffffff", (0, 0, 450, 400))
    picture.paste("#fffdf8", (450, 0, 900, 400))
    few = png._in_few(picture, 64).convert("RGB")
    assert few.getpixel((10, 10)) == (255, 255, 255)
    assert few.getpixel((600, 10)) == (255, 253, 248)


def test_colours_are_kept_where_there_is_room(made):
    stream = BytesIO()
    Image.linear_gradient("L").convert("RGB").save(stream, "PDF", resolution=80)
    content = png.paint(stream.getvalue())
    assert len(content) <= png.MOST and opened(content).mode == "RGB"
    assert len(png.paint(made)) <= png.MOST


def test_it_shows_the_page(made):
    image = opened(png.paint(made, 1600)).convert("RGB")
    shown = image.getpixel((int(45 * 1128 / 210), int(48 * 1128 / 210)))
    assert all(abs(a - b) <= 6 for a, b in zip(shown, (200, 40, 40), strict=True))


def test_it_carries_no_notes(made):
    assert opened(png.paint(made, 1600)).info == {}
    assert set(opened(png.paint(made)).info) <= {"dpi"}


def test_it_is_always_alike(made):
    assert png.paint(made) == png.paint(made)


def test_colours_are_those_of_the_page(made):
    """White card and cream paper stay two colours."""
    image = opened(png.paint(made, 1600))
    assert image.mode == "RGB"
    assert len({colour for _, colour in image.getcolors(1 << 24)}) > 100

"""A preview shows the first page, in its own colours and always alike."""

from io import BytesIO

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


def test_it_is_as_long_as_asked(made):
    assert opened(png.paint(made)).size == (1128, 1600)
    assert opened(png.paint(made, long_side=500)).size[1] == 500


def test_it_shows_the_page(made):
    image = opened(png.paint(made)).convert("RGB")
    shown = image.getpixel((int(45 * 1128 / 210), int(48 * 1128 / 210)))
    assert all(abs(a - b) <= 6 for a, b in zip(shown, (200, 40, 40), strict=True))


def test_it_carries_no_notes(made):
    assert opened(png.paint(made)).info == {}


def test_it_is_always_alike(made):
    assert png.paint(made) == png.paint(made)


def test_colours_are_those_of_the_page(made):
    """White card and cream paper stay two colours."""
    image = opened(png.paint(made))
    assert image.mode == "RGB"
    assert len({colour for _, colour in image.getcolors(1 << 24)}) > 100

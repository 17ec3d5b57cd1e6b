"""What goes home, printed by LibreOffice: one page each, every word, and a code that is read."""

import cv2
import numpy
import pypdfium2
import pytest

from pipeline import products
from pipeline.formats import docx
from pipeline.paper.flow import Words, walk
from tests.products.letters import homely
from tests.products.sample import desk
from tests.weekplan.printing import converted, read

pytestmark = pytest.mark.consumer
SCHOOL = homely(drawn=False, bare=True)
NAMES = ("letter", "meeting_sheet", "meeting_talk")
FILM = "https://film.example.no/skolegard"


def no_pictures(*_):
    raise LookupError("There are no pictures here.")


@pytest.fixture(scope="module")
def printed(tmp_path_factory):
    flows = {}
    for name in NAMES:
        product = products.product(name)
        flows[name] = product.write(str(product.subjects(SCHOOL)[0]), desk(SCHOOL, "A4"))
    files = {name: docx.paint(flow, no_pictures) for name, flow in flows.items()}
    return flows, converted(tmp_path_factory.mktemp("letters"), "pdf", files)


@pytest.mark.parametrize("name", NAMES)
def test_every_word_is_printed_on_one_page(name, printed):
    flows, files = printed
    pages, text = read(files[name])
    assert pages == 1
    there = "".join(text.split())
    told = [one for one in walk(flows[name]) if isinstance(one, Words)]
    assert told and all("".join(one.text.split()) in there for one in told)


def test_the_code_is_read_off_the_page(printed):
    document = pypdfium2.PdfDocument(printed[1]["letter"])
    image = document[0].render(scale=150 / 72).to_numpy()
    found = cv2.QRCodeDetector().detectAndDecode(numpy.ascontiguousarray(image))[0]
    document.close()
    assert found == FILM

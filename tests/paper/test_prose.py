"""A box to tick is drawn whole within its square, with lines that no screen leaves out."""

from io import BytesIO
from itertools import takewhile

from PIL import Image

from pipeline.formats.docx.marks import DOTS, painted
from pipeline.paper.prose import Prose
from tests.products.sample import arena, desk, school

PIXEL = 25.4 / 72  # mm: of a page as large as it is, on a screen that shows it coarsely
DARK = 128


def test_no_side_of_a_box_to_tick_falls_between_the_pixels_of_a_screen():
    mark = Prose(desk(school(arena())).look, 10.5, 170.0).tick()
    drawn = painted(mark.shapes, (mark.side, mark.side), mark.ground)
    picture = Image.open(BytesIO(drawn)).convert("L")
    for side in range(4):
        turned = picture.rotate(90 * side)
        column = [turned.getpixel((turned.width // 2, y)) for y in range(turned.height // 2)]
        first = next(at for at, grey in enumerate(column) if grey < DARK)
        line = len(list(takewhile(lambda grey: grey < DARK, column[first:])))
        assert line >= PIXEL * DOTS
        assert column[-1] > 250

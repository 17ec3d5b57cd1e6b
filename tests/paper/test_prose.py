"""A box to tick is drawn whole within its square, with a line that a screen shows."""

from io import BytesIO

from PIL import Image

from pipeline.formats.docx.marks import painted
from pipeline.paper.prose import Prose
from tests.products.sample import arena, desk, school

SEEN = 140  # levels of grey that a line is darker than


def test_all_four_sides_of_a_box_to_tick_are_seen_on_a_screen():
    mark = Prose(desk(school(arena())).look, 10.5, 170.0).tick()
    whole = Image.open(BytesIO(painted(mark.shapes, (mark.side, mark.side), mark.ground)))
    small = whole.convert("L").resize((14, 14), Image.Resampling.BOX)  # as a screen shows it
    grid = [[small.getpixel((x, y)) for x in range(14)] for y in range(14)]
    middle = 7
    assert grid[middle][middle] > 240
    sides = (grid[middle], grid[middle][::-1], [row[middle] for row in grid])
    for line in (*sides, sides[2][::-1]):
        assert min(line[:3]) < SEEN

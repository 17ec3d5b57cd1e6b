"""Cards to cut: where they lie, what is read, and the lines between them."""

from pipeline.paper.column import Column
from pipeline.paper.cutting import copies, lines, places, spread
from pipeline.paper.sheet import Group, Shape, corners, walk
from pipeline.paper.style import Style
from tests.products.sample import arena, desk, school

A4 = (210.0, 297.0)
INK = "#22252b"
LOOK = desk(school(arena())).look


def card(words: str = "Jeg venter på tur"):
    column = Column(10.0, 12.0, 60.0)
    column.put(words, Style(LOOK.letters("title", 1)), 14.0, 0.0, "title")
    column.put("Si det høyt", Style(LOOK.letters("cell", 1)), 10.0, 3.0)
    return tuple(column.items)


def test_cards_begin_where_the_one_before_ends():
    assert places(A4, 2, 2) == ((0.0, 0.0), (105.0, 0.0), (0.0, 148.5), (105.0, 148.5))


def test_copies_are_read_once():
    sheet = copies(card(), (297.0, 210.0), 2, INK)
    kinds = [item.kind for item in sheet.items]
    assert kinds == ["title", "paragraph", "again", "decoration"]
    assert [one.kind for one in sheet.items[2].items] == ["title", "paragraph"]


def test_cards_are_read_one_after_the_other_over_the_sheets():
    sheets = spread([card(str(at)) for at in range(6)], A4, (2, 2), INK)
    assert [len(one.items) for one in sheets] == [4, 2]
    assert [item.turn_to_read for one in sheets for item in one.items] == [1, 2, 3, 4, 5, 6]
    for sheet in sheets:
        last = sheet.items[-1].items[-1]
        assert last.kind == "decoration" and isinstance(last.items[0], Shape)


def test_lines_to_cut_along_stand_between_the_cards_and_on_the_page():
    found = lines(A4, 2, 2, INK)
    points = list(corners(found))
    assert all(0 <= x <= 210.3 and 0 <= y <= 297.3 for x, y in points)
    assert {round(x) for x, y in points if y < 140} == {105}
    assert lines((297.0, 210.0), 2, 1, INK).items and not lines(A4, 1, 1, INK).items


def test_words_stand_below_one_another_in_a_column():
    title, words = (group.items[0] for group in card())
    assert words.baseline > title.baseline + 3.0 and title.box.w == words.box.w == 60.0
    heading = Column(0, 0, 60.0)
    heading.put("Vis", Style(LOOK.letters("heading", 1)), 12.0, 0.0, "heading")
    assert [one.level for one, _ in walk(tuple(heading.items)) if isinstance(one, Group)] == [2]

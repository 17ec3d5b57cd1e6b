"""Plain text says all, and nothing but words."""

from pipeline.formats import txt
from pipeline.paper.flow import Cell, Figure, Flow, Table, Words
from tests.formats.sample import PHOTO
from tests.formats.test_docx import PAPER
from tests.paper.test_flow import TITLE, words


def test_it_says_all_with_room_between(album):
    paper = Flow(
        "Skolegården",
        "nb",
        (
            TITLE,
            words("Alle øver på samarbeids\u00adevne."),
            words("Respekt", "heading", 2),
            words("Jeg venter på tur", "item"),
            words("Jeg deler", "item"),
            words("Hilsen oss"),
        ),
    )
    assert txt.paint(paper, album).decode("utf-8") == (
        "Skolegården\n\nAlle øver på samarbeidsevne.\n\n"
        "Respekt\n– Jeg venter på tur\n– Jeg deler\n\nHilsen oss\n"
    )


def test_tables_are_read_cell_by_cell_and_pictures_left_out(album):
    cells = (Cell((Figure(PHOTO, 30, "Barn"),)), Cell((words("Ansvar"), Words(()))))
    table = Table((40.0, 100.0), (cells,), laid=True)
    assert txt.paint(Flow("x", "nb", (table,)), album) == b"Ansvar\n"
    assert b"Snakk: Hva s\xc3\xa5 du?" in txt.paint(PAPER, album)

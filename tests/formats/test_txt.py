"""Plain text says all, and nothing but words."""

from pipeline.formats import txt
from pipeline.paper.flow import Cell, Figure, Flow, Run, Table, Words
from tests.formats.letter import BODY, FILM, letter, prepared
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


def told(paper):
    return txt.paint(paper, prepared).decode("utf-8")


def linked(text, link, *more):
    return told(Flow("x", "nb", (Words((Run(text, BODY, link=link), *more)),))).strip()


def test_a_letter_has_all_and_never_two_empty_lines():
    whole = told(letter())
    assert f"Se filmen fra samlingen: {FILM}." in whole
    assert "hjemme\n1. Spør hva barnet har øvd på denne uka.\n2. Si høyt" in whole
    assert "\n\nUke | Mål | Klasse\n2 | Hilse på alle | 5A\n9 | Vente på tur | 5B\n\n" in whole
    assert "Side" not in whole
    assert "\n\n\n" not in whole
    assert "PALS-teamet" in whole.split("\n")


def test_an_address_is_told_once():
    assert linked("Filmen", "https://x.no/film") == "Filmen: https://x.no/film"
    assert linked("Se filmen: ", "https://x.no/film") == "Se filmen: https://x.no/film"
    assert linked("www.x.no", "https://x.no/") == "www.x.no"
    assert linked("a@b.no", "mailto:a@b.no") == "a@b.no"
    assert linked("Skriv", "mailto:a@b.no", Run(" til oss", BODY)) == "Skriv: a@b.no til oss"


def test_what_runs_from_right_to_left_does_so_though_it_begins_in_latin_letters():
    lines = told(letter("ar")).split("\n")
    assert "\u200fHeggdal skole" in lines
    assert "أولياء الأمور الأعزاء" in lines
    assert "\u200f" not in told(letter())

"""What can not be a matrix is refused in words that say where, what is wrong and how to mend it."""

import docx
import openpyxl
import pytest

from pipeline.intake.matrices import matrix_words
from pipeline.problems import Faults
from pipeline.readers import read_matrices
from tests.readers.ways.document import put


def text(words):
    return lambda path: path.write_text(words, encoding="utf-8")


def document(rows, heading=""):
    def write(path):
        opened = docx.Document()
        if heading:
            opened.add_heading(heading, 1)
        put(opened, rows)
        opened.save(path)

    return write


def sheets(*names):
    def write(path):
        book = openpyxl.Workbook()
        del book["Sheet"]
        for name in names:
            book.create_sheet(name).append([f"Om {name}"])
        book.save(path)

    return write


REFUSED = {
    "values without a place": (
        "m.csv",
        text("Respekt;Ansvar;Omsorg\nJeg ser;Jeg går;Jeg er\n"),
        'm.csv, line 1, column "Respekt": "Respekt" is a value, but stands above the first '
        "column.\n    Let the first column hold the names of the places.",
    ),
    "values down the side without a place": (
        "m.csv",
        text("Verdi;Forventning\nRespekt;Jeg ser\nAnsvar;Jeg går\n"),
        "m.csv: the table names values, but no places.\n"
        "    Write the place as a heading above the table.",
    ),
    "places without a value": (
        "m.csv",
        text("Arena;Forventning\nI gangen;Jeg ser\nI skolegården;Jeg går\n"),
        "m.csv: the table names places, but no values.\n"
        "    Write the value as a heading above the table.",
    ),
    "whom for where": (
        "m.csv",
        text(";Elev;Voksen\nRespekt;Jeg ser;Jeg går\nAnsvar;Jeg er;Jeg har\n"),
        'm.csv, line 1, column "Elev": "Elev" says whom it is for, not where.\n'
        "    Write one matrix for each, in a table of its own.",
    ),
    "for neither pupils nor adults": (
        "m.csv",
        text("Målgruppe;Arena;Respekt;Ansvar\nElever;Ute;Jeg ser;Jeg går\nFAU;Ute;Vi er;Vi har\n"),
        "m.csv, line 3, column \"Målgruppe\": 'FAU' is not one of those whom a matrix can be for.",
    ),
    "a heading between two values": (
        "m.docx",
        document([["", "Tr.", "Ansvar"], ["I gangen", "Jeg ser", "Jeg går"]], "Inne"),
        "m.docx, table 1, row 1, column \"Tr.\": 'Tr.' may be Trygghet / Trivsel.\n"
        "    Write the name out in full.",
    ),
    "a place between two places": (
        "m.csv",
        text("Arena;Trygghet;Ansvar\nGangen;Jeg ser;Jeg går\n"),
        "m.csv, line 2, column \"Arena\": 'Gangen' may be Gangen ute / Gangen inne.\n"
        "    Write the name out in full.",
    ),
    "a list of telephones": (
        "m.csv",
        text("Navn;Telefon;Rom\nKari;123;4\nOla;456;5\n"),
        'm.csv: no table here is a matrix; they begin with "Navn / Telefon / Rom".\n'
        "    Write each matrix as a table: values along the top, places down the side.",
    ),
    "a letter": (
        "m.txt",
        text("Kjære foresatte!\n\nVi ønsker velkommen til møte.\n\nHilsen rektor\n"),
        'm.txt: there is no table in this file, only "Kjære foresatte!',
    ),
    "sheets without a table": (
        "m.xlsx",
        sheets("Innhold", "Notater"),
        'm.xlsx: no table here is a matrix; they begin with "Om Innhold / Om Notater".',
    ),
    "an endless line": ("m.md", text("a " * 9000), "m.md, line 1: there is far too much text"),
    "a sign that is no letter": (
        "m.txt",
        text("# I gangen\nRespekt: Jeg\x07 ser\nAnsvar: Jeg går\nOmsorg: Jeg er\n"),
        "m.txt, line 2: there is a sign here that can not be printed (U+0007).\n"
        "    Delete the text and write it again.",
    ),
    "a picture called text": (
        "m.txt",
        lambda path: path.write_bytes(b"\x89PNG\r\n\x1a\n" + b"\0" * 99),
        "m.txt: this is in truth a picture.",
    ),
    "no letters": ("m.txt", lambda path: path.write_bytes(b"\0\1\0\0\2" * 99), "can not be read"),
}
VALUES = ("Trygghet", "Trivsel", "Ansvar", "Respekt", "Omsorg")


@pytest.mark.parametrize("case", REFUSED)
def test_it_is_refused_in_words(case, tmp_path):
    name, write, said = REFUSED[case]
    path = tmp_path / name
    write(path)
    with pytest.raises(Faults) as found:
        read_matrices(path, matrix_words(), VALUES, ("Gangen ute", "Gangen inne"))
    assert said in str(found.value.message)

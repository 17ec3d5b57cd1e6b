"""What is decided, left out or not understood is said, with its place."""

import docx
import openpyxl
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from pipeline.problems import Faults
from pipeline.readers import as_json, read_matrices
from tests.readers.written import MATRIX, WORDS, laid_out, write

TOP = ";Respekt;Ansvar\n"


def read_csv(tmp_path, text, values=(), encoding="utf-8"):
    path = tmp_path / "m.csv"
    path.write_bytes(text.encode(encoding))
    return read_matrices(path, WORDS, values)


def notes(reading):
    return [str(note) for note in reading.notes]


def lines(reading):
    (one,) = as_json(reading)
    return one["cells"]


NOTED = {
    "guessed": (
        ";Blid;Flid\nKrok;Jeg tør;Jeg gjør\n",
        "m.csv: no heading is a value or a place known here",
    ),
    "no heading of a row": (
        TOP + ";Jeg står her;Jeg går\nI gangen;Jeg ser;Jeg hører\n",
        'm.csv, line 2: "Jeg står her / Jeg går" stands without a heading',
    ),
    "no heading of a column": (
        "Arena;Respekt;\nI gangen;Jeg ser;Jeg hører\n",
        'm.csv, line 1, column "3": "Jeg hører" stands without a heading',
    ),
    "two lines made one": (
        TOP + 'I gangen;"Jeg venter\npå tur";Jeg ser\n',
        'm.csv, line 2, column "Respekt": "Jeg venter på tur" was put together',
    ),
    "an arena twice on end": (
        TOP + "I gangen;Jeg ser;Jeg går\nI gangen;Jeg hører;Jeg står\n",
        'm.csv, line 3: "I gangen" stands here again and was read with the row above',
    ),
    "second title": (
        "Inne;;\nSkoleåret;;\n" + TOP + "I gangen;Jeg ser;Jeg hører\n",
        'm.csv, line 2: the line "Skoleåret" under the title was left out',
    ),
    "words in the first cell": (
        "Vår skole;Respekt;Ansvar\nI gangen;Jeg ser;Jeg går\n",
        'm.csv, line 1, column "Vår skole": "Vår skole" in the first cell was left out',
    ),
    "a line below": (
        f"{TOP}I gangen;Jeg ser;Jeg går\n\nLaget av elevrådet;;\n",
        'm.csv, line 4: "Laget av elevrådet" was not understood',
    ),
    "another table": (
        f"Inne;;\n{TOP}I gangen;Jeg ser;Jeg går\n;;\nTelefoner;;\n;Navn;Nummer\nRektor;Ida;12\n",
        'm.csv, line 6: "Telefoner / Navn / Nummer / Rektor / Ida / 12" was not understood',
    ),
}


@pytest.mark.parametrize("case", NOTED)
def test_it_is_noted(case, tmp_path):
    text, said = NOTED[case]
    found = notes(read_csv(tmp_path, text))
    assert any(note.startswith(said) for note in found), found


REFUSED = {
    "arena twice": (
        TOP + "I gangen;Jeg ser;Jeg går\nUte;Jeg er;Jeg har\nI gangen;Jeg hører;Jeg står\n",
        'm.csv, line 4: "I gangen" stands here for the second time',
    ),
    "a value in the corner": (
        "Respekt;Ansvar;Omsorg\nJeg ser;Jeg går;Jeg er\n",
        'm.csv, line 1, column "Respekt": "Respekt" is a value, but stands above the first',
    ),
    "whom for where": (
        ";Elev;Voksen\nRespekt;Jeg ser;Jeg går\nAnsvar;Jeg er;Jeg har\n",
        'm.csv, line 1, column "Elev": "Elev" says whom it is for, not where',
    ),
    "nothing": (";;\n", "m.csv: there is nothing to read in this file"),
    "control sign": (
        TOP + "I gangen;Jeg\x07 ser;Jeg går\n",
        'm.csv, line 2, column "Respekt": there is a sign here that can not be printed (U+0007)',
    ),
    "no table": ("Bare tekst\nog mer\n", 'm.csv: no table here is a matrix; they begin with "Bare'),
    "open quotes": (
        TOP + 'I gangen;"Jeg ser;Jeg går\n',
        "m.csv, line 2: the quotation marks here do not come in pairs",
    ),
}


@pytest.mark.parametrize("case", REFUSED)
def test_it_is_refused(case, tmp_path):
    text, said = REFUSED[case]
    with pytest.raises(Faults) as found:
        read_csv(tmp_path, text)
    assert said in str(found.value.message)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
@pytest.mark.parametrize("delimiter", [";", ",", "\t"])
def test_every_way_a_program_saves_csv(encoding, delimiter, tmp_path):
    text = (TOP + "På skoleveien;Jeg går;Jeg står\n").replace(";", delimiter)
    found = lines(read_csv(tmp_path, text, encoding=encoding))
    assert found == {"På skoleveien": {"Respekt": ["Jeg går"], "Ansvar": ["Jeg står"]}}


def test_text_is_made_plain(tmp_path):
    text = "I\u00a0gangen;Jeg\u00ad ve\u200bnter\u202fpa\u030a  tur;\u2013 Jeg ser • Jeg går\n"
    found = lines(read_csv(tmp_path, TOP + text))
    plain = {"Respekt": ["Jeg venter på tur"], "Ansvar": ["Jeg ser", "Jeg går"]}
    assert found == {"I gangen": plain}


def test_the_schools_own_values_decide_first(tmp_path):
    text = "Arena;Mot;Flid\nRespekt;Jeg tør;Jeg gjør\nAnsvar;Jeg vil;Jeg kan\n"
    (one,) = as_json(read_csv(tmp_path, text, ["Mot", "Flid"]))
    assert one["values"] == ["Mot", "Flid"]
    (other,) = as_json(read_csv(tmp_path, text))
    assert other["values"] == ["Respekt", "Ansvar"]


def test_several_matrices_in_one_sheet(tmp_path):
    text = f"Inne;;\n{TOP}I gangen;Jeg ser;\n\nUte;;\n{TOP}I skolegården;;Jeg går\n"
    found = as_json(read_csv(tmp_path, text))
    assert [one["title"] for one in found] == ["Inne", "Ute"]
    assert [one["arenas"] for one in found] == [["I gangen"], ["I skolegården"]]


@pytest.mark.parametrize(
    ("heading", "audience"),
    [
        ("Voksenstandard", "voksen"),
        ("For dei vaksne", "voksen"),
        ("Ansatte ute", "voksen"),
        ("For adults", "voksen"),
        ("Elevstandard", "elev"),
        ("For alle barn og voksne", "elev"),
        ("Inne", "elev"),
    ],
)
def test_whom_it_is_for(heading, audience, tmp_path):
    path = write(tmp_path, "docx", MATRIX | {"title": heading})
    assert as_json(read_matrices(path, WORDS))[0]["audience"] == audience


def document(tmp_path, change):
    path = write(tmp_path, "docx", MATRIX)
    opened = docx.Document(path)
    change(opened)
    opened.save(path)
    return path


def test_a_heading_above_the_heading_says_whom_it_is_for(tmp_path):
    def change(opened):
        opened.paragraphs[0].insert_paragraph_before("Voksenstandard", style="Title")

    (one,) = as_json(read_matrices(document(tmp_path, change), WORDS))
    assert (one["title"], one["audience"]) == ("Ute og underveis", "voksen")


def test_merged_cells_are_read_for_all_that_they_cover(tmp_path):
    def change(opened):
        table = opened.tables[0]
        table.cell(2, 1).text = table.cell(2, 2).text = ""
        table.cell(2, 1).merge(table.cell(2, 2)).text = "Jeg er rolig"

    reading = read_matrices(document(tmp_path, change), WORDS)
    row = as_json(reading)[0]["cells"]["I gangen"]
    assert row["Respekt"] == row["Ansvar"] == ["Jeg er rolig"]
    assert 'row 3, column "Respekt": "Jeg er rolig" was read for each' in notes(reading)[0]


def test_a_heading_above_two_columns_is_read_for_both(tmp_path):
    def change(opened):
        table = opened.tables[0]
        for cell in (table.cell(0, 2), table.cell(1, 0)):
            cell.text = ""
        table.cell(0, 1).merge(table.cell(0, 2)).text = "Respekt"

    reading = read_matrices(document(tmp_path, change), WORDS)
    assert as_json(reading)[0]["values"] == ["Respekt", "Omsorg"]
    assert "stands without a heading and was left out" in notes(reading)[0]


def test_what_stands_outside_and_inside_tables(tmp_path):
    def change(opened):
        opened.paragraphs[0].insert_paragraph_before("Vedtatt i vår.")
        opened.add_paragraph("Jeg heier på andre", style="List Bullet")
        opened.tables[0].cell(1, 1).add_table(1, 1).cell(0, 0).text = "Innerst"

    found = notes(read_matrices(document(tmp_path, change), WORDS))
    assert [note.split("\n")[0] for note in found] == [
        'matriser.docx, table 1, row 2: the table within the cell was read as lines: "Innerst".',
        'matriser.docx, under "Ute og underveis": "Jeg heier på andre" stands outside the tables '
        "and was left out.",
    ]


def test_text_boxes_and_tracked_changes_are_noted(tmp_path):
    def change(opened):
        run = opened.tables[0].cell(1, 1).paragraphs[0].runs[0]._r
        gone = parse_xml(f"<w:del {nsdecls('w')}><w:r><w:delText>Gammelt</w:delText></w:r></w:del>")
        run.addprevious(gone)
        box = "<w:txbxContent><w:p><w:r><w:t>Husk</w:t></w:r></w:p></w:txbxContent>"
        run.addnext(parse_xml(f"<w:r {nsdecls('w')}><w:pict>{box}</w:pict></w:r>"))

    reading = read_matrices(document(tmp_path, change), WORDS)
    assert as_json(reading) == [MATRIX]
    said = " ".join(notes(reading))
    assert 'the text box "Husk" was left out' in said
    assert "there are tracked changes" in said


def test_hidden_sheets_and_formulas_are_noted(tmp_path):
    path = write(tmp_path, "xlsx", MATRIX)
    book = openpyxl.load_workbook(path)
    book.active["B2"] = '=CONCATENATE("Jeg"," går")'
    book.create_sheet("Gammel").sheet_state = "hidden"
    book.save(path)
    found = [note.split(".\n")[0] for note in notes(read_matrices(path, WORDS))]
    assert found == [
        'matriser.xlsx, sheet "Gammel": the sheet is hidden and was left out',
        'matriser.xlsx, sheet "Ute og underveis", cell B2: the formula here has no words '
        "and was left out",
    ]


def test_a_sheet_for_each_matrix(tmp_path):
    book = openpyxl.Workbook()
    for title in ("Inne", "Ute for voksne"):
        sheet = book.create_sheet(title)
        for row in laid_out(MATRIX):
            sheet.append(["\n".join(cell) for cell in row])
    del book["Sheet"]
    book.save(tmp_path / "m.xlsx")
    found = as_json(read_matrices(tmp_path / "m.xlsx", WORDS))
    assert [(one["title"], one["audience"]) for one in found] == [
        ("Inne", "elev"),
        ("Ute for voksne", "voksen"),
    ]

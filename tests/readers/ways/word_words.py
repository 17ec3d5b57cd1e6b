"""Matrices in Word documents: what stands in the cells, around them and between the words."""

import io
import struct
import zipfile
import zlib

import docx
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.shared import Pt

from pipeline.readers.strict import OURS, STRICT
from tests.readers.ways import way
from tests.readers.ways.document import document_of, first_cell, markup, put, run
from tests.readers.ways.matrices import UTE, cell, entries_of, renamed, rows_of

FIRST, SECOND = UTE["arenas"]
RESPECT = UTE["cells"][FIRST]["Respekt"]


@way("docx", UTE)
def bullets_as_list_paragraphs(path):
    def change(document):
        for row in document.tables[0].rows[1:]:
            for one in row.cells[1:]:
                for paragraph in one.paragraphs:
                    paragraph.style = "List Bullet"

    document_of(path, UTE, change=change)


@way("docx", UTE)
def numbers_as_list_paragraphs_by_hand(path):
    def change(document):
        for row in document.tables[0].rows[1:]:
            for one in row.cells[1:]:
                for number, paragraph in enumerate(one.paragraphs, 1):
                    paragraph.text = f"{number}. {paragraph.text}"

    document_of(path, UTE, change=change)


@way("docx", UTE)
def bullets_of_several_kinds(path):
    signs = ["- ", "• ", "1. ", "a) ", "– ", "\uf0b7 ", "* ", "(b) ", "o "]

    def change(document):
        at = 0
        for row in document.tables[0].rows[1:]:
            for one in row.cells[1:]:
                for paragraph in one.paragraphs:
                    paragraph.text = signs[at % len(signs)] + paragraph.text
                    at += 1

    document_of(path, UTE, change=change)


@way("docx", UTE)
def line_breaks_within_a_paragraph(path):
    document_of(path, UTE, joined="|")


@way("docx", UTE)
def semicolons_between(path):
    document_of(path, UTE, joined="; ")


@way("docx", UTE)
def bullets_on_one_line(path):
    document_of(path, UTE, joined=" ", bullet="• ")


@way("docx", UTE)
def sentences_one_after_the_other(path):
    full = [line for _, _, line in entries_of(UTE)]
    assert full
    document_of(path, cell(UTE, FIRST, "Respekt", "1) Jeg venter på tur 2) " + RESPECT[1]))


BOLD = cell(UTE, FIRST, "Respekt", "Jeg venter på tur")


@way("docx", BOLD)
def bold_words_within_a_line(path):
    def change(document):
        paragraph = first_cell(document)
        paragraph.text = ""
        paragraph.add_run("Jeg ")
        paragraph.add_run("venter").bold = True
        paragraph.add_run(" på tur")

    document_of(path, BOLD, change=change)


@way(
    "docx",
    UTE,
    "drawn signs were left out, for no font has them: 🌳 😊",
)
def signs_that_nobody_sees_and_drawn_ones(path):
    odd = cell(
        UTE,
        FIRST,
        "Respekt",
        "Jeg\u00a0ven\u00adter  på\ttur 😊",
        "Jeg følger\u200b reglene i leken",
    )
    document_of(path, renamed(odd, {FIRST: "🌳 I skole\u00adgården\ufeff"}))


@way("docx", cell(UTE, FIRST, "Respekt", "Jeg sier “hei” og «ha det»", "Jeg tar hensyn’"))
def smart_quotes(path):
    odd = cell(UTE, FIRST, "Respekt", "Jeg sier “hei” og «ha det»", "Jeg tar hensyn’")
    document_of(path, odd)


@way("docx", UTE)
def upper_case_headings(path):
    document_of(path, renamed(UTE, {"Respekt": "RESPEKT", FIRST: "I SKOLEGÅRDEN"}))


@way(
    "docx",
    UTE,
    "'Respect' is read as 'Respekt'",
    "'Omsrog' is read as 'Omsorg'",
    "'I skolegårdn' is read as 'I skolegården'",
    values=("Respekt", "Ansvar", "Omsorg"),
    arenas=("I skolegården", "På skoleveien", "I gangen"),
)
def misspelt_headings(path):
    wrong = {"Respekt": "Respect", "Omsorg": "Omsrog", FIRST: "I skolegårdn"}
    document_of(path, renamed(UTE, wrong))


@way(
    "docx",
    UTE,
    "'Resp.' is read as 'Respekt'",
    "'Skolev.' is read as 'På skoleveien'",
    values=("Respekt", "Ansvar", "Omsorg"),
    arenas=("I skolegården", "På skoleveien"),
)
def shortened_headings(path):
    document_of(path, renamed(UTE, {"Respekt": "Resp.", SECOND: "Skolev."}))


@way("docx", UTE, "there are tracked changes")
def tracked_changes(path):
    by = 'w:id="1" w:author="Kari" w:date="2026-08-01T08:00:00Z"'

    def change(document):
        paragraph = first_cell(document)
        paragraph.text = "Jeg "
        paragraph._p.append(markup(f"<w:ins {by}>{run('venter på tur')}</w:ins>"))
        gone = "<w:r><w:delText>løper fritt</w:delText></w:r>"
        paragraph._p.append(markup(f"<w:del {by}>{gone}</w:del>"))
        row = document.tables[0].add_row()
        row.cells[0].text = "I kjelleren"
        row._tr.get_or_add_trPr().append(markup(f"<w:del {by}/>"))

    document_of(path, UTE, change=change)


@way("docx", UTE, 'the hidden text "skjult" was left out')
def hidden_text(path):
    document_of(
        path,
        UTE,
        change=lambda one: first_cell(one)._p.append(markup(run("skjult", "<w:vanish/>"))),
    )


@way("docx", UTE, "footnotes, which were left out")
def footnote_marks(path):
    mark = '<w:r><w:rPr/><w:footnoteReference w:id="2"/></w:r>'
    document_of(path, UTE, change=lambda one: first_cell(one)._p.append(markup(mark)))


@way("docx", UTE, "comments in the margin, which were left out")
def comments(path):
    def change(document):
        paragraph = first_cell(document)
        document.add_comment(paragraph.runs, text="Er dette bra nok?", author="Kari", initials="K")

    document_of(path, UTE, change=change)


@way("docx", UTE)
def content_controls_around_cells_words_and_tables(path):
    def change(document):
        paragraph = first_cell(document)
        words = paragraph.runs[0]._r
        _wrap(words)
        _wrap(document.tables[0].cell(2, 1)._tc)
        _wrap(document.tables[0].rows[2]._tr)
        _wrap(document.tables[0]._tbl)

    document_of(path, UTE, change=change)


def _wrap(element):
    control = parse_xml(f"<w:sdt {nsdecls('w')}><w:sdtPr/><w:sdtContent/></w:sdt>")
    element.addprevious(control)
    control[1].append(element)


@way("docx", UTE)
def hyperlinks(path):
    def change(document):
        words = first_cell(document).runs[0]._r
        link = parse_xml(f'<w:hyperlink {nsdecls("w")} w:anchor="her"/>')
        words.addprevious(link)
        link.append(words)

    document_of(path, UTE, change=change)


@way("docx", UTE, "pictures in the cells were left out")
def pictures_in_cells(path):
    def change(document):
        first_cell(document).add_run().add_picture(io.BytesIO(_dot()), Pt(20))

    document_of(path, UTE, change=change)


def _dot():
    """Return a picture of one dot."""

    def chunk(kind, data):
        body = kind + data
        return struct.pack(">I", len(data)) + body + struct.pack(">I", zlib.crc32(body))

    head = struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0)
    parts = (chunk(b"IHDR", head), chunk(b"IDAT", zlib.compress(b"\0\0")), chunk(b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(parts)


@way("docx", UTE)
def strict_open_xml(path):
    document_of(path, UTE)
    strict(path)


def strict(path):
    """Write an Office file anew with the names of the strict kind."""
    with zipfile.ZipFile(path) as packed:
        parts = {name: packed.read(name) for name in packed.namelist()}
    rooms = ("wordprocessingml", "spreadsheetml", "officeDocument", "drawingml")
    with zipfile.ZipFile(path, "w") as packed:
        for name, part in parts.items():
            for room in rooms:
                part = part.replace(OURS + f"{room}/2006".encode(), STRICT + room.encode())
            packed.writestr(name, part)
    assert STRICT in parts or any(parts)


@way("docx", UTE)
def a_bold_line_for_a_title(path):
    document = docx.Document()
    document.add_paragraph().add_run("Ute og underveis").bold = True
    put(document, rows_of(UTE))
    document.save(path)


@way("docx", UTE, "was taken for a heading")
def a_plain_line_for_a_title(path):
    document = docx.Document()
    document.add_paragraph("Ute og underveis")
    put(document, rows_of(UTE))
    document.save(path)


@way("docx", UTE, "stands outside the tables and was left out")
def a_footer_below_the_table(path):
    document_of(path, UTE, change=lambda one: one.add_paragraph("Laget av elevrådet, mai 2026"))


@way("docx", UTE)
def headings_and_lists_only(path):
    document = docx.Document()
    document.add_heading("Ute og underveis", 1)
    for arena, row in UTE["cells"].items():
        document.add_heading(arena, 2)
        for value, lines in row.items():
            document.add_heading(value, 3)
            for line in lines:
                document.add_paragraph(line, "List Bullet")
    document.save(path)


@way("docx", UTE)
def headings_and_bold_words_before_the_lines(path):
    document = docx.Document()
    document.add_heading("Ute og underveis", 1)
    for arena, row in UTE["cells"].items():
        document.add_heading(arena, 2)
        for value, lines in row.items():
            for line in lines:
                paragraph = document.add_paragraph()
                paragraph.add_run(f"{value}: ").bold = True
                paragraph.add_run(line)
    document.save(path)


@way("docx", UTE)
def lists_within_lists(path):
    document = docx.Document()
    document.add_heading("Ute og underveis", 1)
    for arena, row in UTE["cells"].items():
        document.add_paragraph(arena, "List Bullet")
        for value, lines in row.items():
            document.add_paragraph(value, "List Bullet 2")
            for line in lines:
                document.add_paragraph(line, "List Bullet 3")
    document.save(path)


NYNORSK = {
    "title": "Ute",
    "audience": "voksen",
    "values": ["Respekt", "Ansvar", "Omsyn"],
    "arenas": ["I skulegarden", "På skulevegen"],
    "cells": {
        "I skulegarden": {
            "Respekt": ["Eg ventar på tur"],
            "Ansvar": ["Eg ryddar leikene"],
            "Omsyn": ["Eg ser den som er åleine"],
        },
        "På skulevegen": {"Respekt": ["Eg helsar"], "Ansvar": ["Me går roleg"], "Omsyn": []},
    },
}


@way("docx", NYNORSK)
def nynorsk(path):
    document = docx.Document()
    document.add_heading("Standard for dei vaksne", 1)
    document.add_heading("Ute", 2)
    put(document, rows_of(NYNORSK, "Stad"))
    document.save(path)


ENGLISH = {
    "title": "Around school",
    "audience": "elev",
    "values": ["Be respectful", "Be responsible", "Be safe"],
    "arenas": ["In the corridor", "On the playground"],
    "cells": {
        "In the corridor": {
            "Be respectful": ["I listen", "I wait"],
            "Be responsible": ["I walk"],
            "Be safe": ["I keep to the right"],
        },
        "On the playground": {
            "Be respectful": ["I share"],
            "Be responsible": ["I tidy up"],
            "Be safe": ["We play by the rules"],
        },
    },
}


@way("docx", ENGLISH)
def english(path):
    document_of(path, ENGLISH)


@way("docx", UTE)
def bold_lines_for_all_headings(path):
    document = docx.Document()

    def bold(text):
        document.add_paragraph().add_run(text).bold = True

    bold("Ute og underveis")
    for arena, row in UTE["cells"].items():
        bold(arena)
        for value, lines in row.items():
            bold(value)
            for line in lines:
                document.add_paragraph(line)
    document.save(path)


@way("docx", UTE, "the tables are boxes; headings and lists in them were read")
def a_box_for_each_arena(path):
    document = docx.Document()
    document.add_heading("Ute og underveis", 1)
    boxes = document.add_table(1, 2).rows[0].cells
    for box, (arena, row) in zip(boxes, UTE["cells"].items(), strict=True):
        box.paragraphs[0].add_run(arena).bold = True
        for value, lines in row.items():
            box.add_paragraph(f"{value}:")
            for line in lines:
                box.add_paragraph(line, "List Bullet")
    document.save(path)


@way("docx", UTE, "the tables are boxes; headings and lists in them were read")
def a_table_of_one_cell_for_each_arena(path):
    document = docx.Document()
    document.add_heading("Ute og underveis", 1)
    for arena, row in UTE["cells"].items():
        box = document.add_table(1, 1).cell(0, 0)
        box.text = arena
        for value, lines in row.items():
            box.add_paragraph(f"{value}: {'; '.join(lines)}")
    document.save(path)


@way("docx", UTE, 'the words "Vi bryr oss om hverandre" under the heading were left out')
def a_sentence_below_a_heading(path):
    document = docx.Document()
    document.add_heading("Ute og underveis", 1)
    rows = rows_of(UTE, "Arena")
    rows[0][1] = "Respekt\nVi bryr oss om hverandre"
    put(document, rows)
    document.save(path)

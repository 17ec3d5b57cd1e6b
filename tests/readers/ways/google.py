"""Matrices as Google's programs hand them out: their own wrappers, styles and empty cells."""

import docx
import openpyxl
from openpyxl.styles import Alignment, Font

from tests.readers.ways import way
from tests.readers.ways.document import markup
from tests.readers.ways.matrices import UTE, rows_of

RUN = (
    '<w:r w:rsidDel="00000000" w:rsidR="00000000" w:rsidRPr="00000000"><w:rPr>'
    '<w:rtl w:val="0"/></w:rPr>{text}</w:r>'
)
CONTROL = (
    '<w:sdt><w:sdtPr><w:id w:val="-{id}"/><w:tag w:val="goog_rdk_{id}"/></w:sdtPr>'
    "<w:sdtContent>{inner}</w:sdtContent></w:sdt>"
)
ITEM = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
BREAK = '<w:br w:type="textWrapping"/>'


def words(text):
    return RUN.format(text=f'<w:t xml:space="preserve">{text}</w:t>')


def paragraph(text, properties=""):
    runs = RUN.format(text=BREAK).join(words(piece) for piece in text.split("|"))
    inner = CONTROL.format(id=len(text), inner=runs)
    return f'<w:p w:rsidR="00000000"><w:pPr>{properties}<w:rPr/></w:pPr>{inner}</w:p>'


def cell(text, listed):
    lines = text.split("\n")
    return (
        '<w:tc><w:tcPr><w:shd w:fill="auto" w:val="clear"/><w:vAlign w:val="top"/></w:tcPr>'
        + "".join(paragraph(line, ITEM if listed else "") for line in lines)
        + "</w:tc>"
    )


def table(rows):
    lines = []
    for at, row in enumerate(rows):
        cells = "".join(cell(text, at and across) for across, text in enumerate(row))
        line = f'<w:tr><w:trPr><w:cantSplit w:val="0"/></w:trPr>{cells}</w:tr>'
        lines.append(CONTROL.format(id=900 + at, inner=line) if at else line)
    columns = '<w:gridCol w:w="2257"/>' * len(rows[0])
    looks = '<w:tblPr><w:tblStyle w:val="Table1"/><w:tblLayout w:type="fixed"/></w:tblPr>'
    return f"<w:tbl>{looks}<w:tblGrid>{columns}</w:tblGrid>{''.join(lines)}</w:tbl>"


@way("docx", UTE)
def google_docs(path):
    document = docx.Document()
    heading = '<w:pStyle w:val="Heading1"/>'
    wrapped = CONTROL.format(id=1, inner=table(rows_of(UTE)))
    body = document.element.body
    for text in (paragraph("Ute og underveis", heading), wrapped, paragraph("")):
        body.insert(len(body) - 1, markup(text))
    document.save(path)


@way("docx", UTE)
def google_docs_with_line_breaks_and_a_title(path):
    document = docx.Document()
    rows = [[text.replace("\n", "|") for text in row] for row in rows_of(UTE, bullet="- ")]
    body = document.element.body
    title = paragraph("Ute og underveis", '<w:pStyle w:val="Title"/>')
    for text in (title, paragraph(""), table(rows)):
        body.insert(len(body) - 1, markup(text))
    document.save(path)


@way("xlsx", UTE)
def google_sheets(path):
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = UTE["title"]
    for row in rows_of(UTE):
        sheet.append([text or None for text in row])
    for row in sheet.iter_rows(1, 150, 1, 26):
        for one in row:
            one.font = Font(name="Arial")
            one.alignment = Alignment(wrap_text=True, vertical="bottom")
    book.save(path)

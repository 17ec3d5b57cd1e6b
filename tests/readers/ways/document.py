"""Builds Word documents as schools do, table by table."""

import docx
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from tests.readers.ways.matrices import rows_of


def put(holder, rows, style=None):
    """Add a table to a document or cell; a line break in a text is a new paragraph."""
    table = holder.add_table(len(rows), len(rows[0]))
    for row, texts in zip(table.rows, rows, strict=True):
        for cell, text in zip(row.cells, texts, strict=True):
            for at, line in enumerate(text.split("\n") if text else []):
                paragraph = cell.paragraphs[0] if at == 0 else cell.add_paragraph()
                paragraph.text = line.replace("|", "\n")
                if style and text not in (rows[0], row.cells[0].text) and line != texts[0]:
                    paragraph.style = style
    return table


def merged(table, row, column, last_row, last_column, text):
    """Merge cells and let `text` be all that stands in them."""
    for at in range(row, last_row + 1):
        for across in range(column, last_column + 1):
            for paragraph in table.cell(at, across).paragraphs:
                paragraph.text = ""
    cell = table.cell(row, column).merge(table.cell(last_row, last_column))
    for paragraph in cell.paragraphs[1:]:
        paragraph._p.getparent().remove(paragraph._p)
    cell.paragraphs[0].text = text
    return cell


def document_of(path, *matrices, change=None, **looks):
    """Write each matrix under its heading, then let `change` have the document."""
    document = docx.Document()
    for matrix in matrices:
        document.add_heading(matrix["title"], 1)
        put(document, rows_of(matrix, **looks))
    if change:
        change(document)
    document.save(path)


def first_cell(document):
    """Return the paragraph that holds the first expectation."""
    return document.tables[0].cell(1, 1).paragraphs[0]


def markup(text):
    """Return Word's own markup as an element."""
    names = nsdecls("w", "wp", "a")
    more = (
        'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
        'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
        'xmlns:v="urn:schemas-microsoft-com:vml"'
    )
    head, _, rest = text.partition(">")
    head, _, looks = head.partition(" ")
    closed = (head + looks).endswith("/")
    head, looks = head.rstrip("/"), looks.rstrip("/")
    return parse_xml(f"{head} {looks} {names} {more}{'/' if closed else ''}>{rest}")


def run(text, looks=""):
    """Return the markup of a run."""
    return f'<w:r><w:rPr>{looks}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'

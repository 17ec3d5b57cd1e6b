"""Matrices in workbooks: sheets, merged and hidden cells, formulas, several tables on a sheet."""

import zipfile

import openpyxl
from openpyxl.comments import Comment
from openpyxl.styles import Font

from tests.readers.ways import way
from tests.readers.ways.matrices import INNE, UTE, VOKSNE, cell, entries_of, rows_of
from tests.readers.ways.word_words import strict

FIRST, SECOND = UTE["arenas"]


def put(sheet, rows, row=1, column=1):
    for at, line in enumerate(rows):
        for across, text in enumerate(line):
            if text:
                sheet.cell(row + at, column + across, text)


def book_of(path, *matrices, change=None, **looks):
    """Write each matrix into a sheet of its own, then let `change` have the workbook."""
    book = openpyxl.Workbook()
    del book["Sheet"]
    for matrix in matrices:
        put(book.create_sheet(matrix["title"]), rows_of(matrix, **looks))
    if change:
        change(book)
    book.save(path)


@way("xlsx", [UTE, INNE])
def a_sheet_for_each_matrix(path):
    book_of(path, UTE, INNE)


@way("xlsx", UTE)
def values_as_rows(path):
    book_of(path, UTE, by_columns=False, bullet="- ")


@way("xlsx", UTE, file="Ute_og_underveis")
def arenas_as_sheets(path):
    book = openpyxl.Workbook()
    del book["Sheet"]
    for arena in UTE["arenas"]:
        sheet = book.create_sheet(arena)
        sheet.append(["Ute og underveis"])
        sheet.append(UTE["values"])
        columns = [UTE["cells"][arena][value] for value in UTE["values"]]
        for at in range(max(map(len, columns))):
            sheet.append([lines[at] if at < len(lines) else None for lines in columns])
    book.save(path)


@way(
    "xlsx",
    UTE | {"title": "Matriser"},
    'is called "Matriser" after the file',
    file="Matriser",
)
def values_as_sheets(path):
    book = openpyxl.Workbook()
    del book["Sheet"]
    for value in UTE["values"]:
        sheet = book.create_sheet(value)
        sheet.append(["Arena", "Forventning"])
        for arena in UTE["arenas"]:
            for line in UTE["cells"][arena][value]:
                sheet.append([arena, line])
    book.save(path)


@way("xlsx", UTE)
def a_row_for_each_expectation(path):
    book = openpyxl.Workbook()
    book.active.title = UTE["title"]
    put(book.active, [["Verdi", "Arena", "Forventning"]])
    for arena, value, line in entries_of(UTE):
        book.active.append([value, arena, line])
    book.save(path)


@way(
    "xlsx",
    [UTE, INNE, VOKSNE],
    'the column "Nr." was left out',
    'the column "Kommentar" was left out',
)
def a_list_of_all_with_columns_for_title_and_audience(path):
    book = openpyxl.Workbook()
    head = ["Nr.", "Matrise", "Målgruppe", "Arena", "Verdi", "Forventning", "Kommentar"]
    put(book.active, [head])
    for matrix in (UTE, INNE, VOKSNE):
        whom = {"elev": "Elever", "voksen": "Voksne"}[matrix["audience"]]
        for number, (arena, value, line) in enumerate(entries_of(matrix), 1):
            book.active.append([number, matrix["title"], whom, arena, value, line, "ok"])
    book.save(path)


@way("xlsx", UTE, *["the row has no heading and was read with"] * 2)
def a_row_for_each_line_under_an_arena_named_once(path):
    book = openpyxl.Workbook()
    book.active.title = UTE["title"]
    put(book.active, [["", *UTE["values"]]])
    for arena, row in UTE["cells"].items():
        for at in range(2):
            lines = [row[value][at] if at < len(row[value]) else None for value in UTE["values"]]
            book.active.append([None if at else arena, *lines])
    book.save(path)


@way("xlsx", UTE)
def a_row_for_each_line_beside_a_merged_arena(path):
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = UTE["title"]
    put(sheet, [["", *UTE["values"]]])
    for number, (arena, row) in enumerate(UTE["cells"].items()):
        for at in range(2):
            lines = [row[value][at] if at < len(row[value]) else None for value in UTE["values"]]
            sheet.append([None if at else arena, *lines])
        sheet.merge_cells(
            start_row=2 + 2 * number, end_row=3 + 2 * number, start_column=1, end_column=1
        )
    book.save(path)


@way("xlsx", UTE)
def a_table_that_begins_further_in(path):
    book = openpyxl.Workbook()
    put(book.active, [["Ute og underveis"]], 4, 3)
    put(book.active, rows_of(UTE), 6, 3)
    book.save(path)


@way("xlsx", [UTE, INNE])
def several_tables_below_each_other(path):
    book = openpyxl.Workbook()
    put(book.active, [[UTE["title"]], *rows_of(UTE, "Arena")])
    put(book.active, [[INNE["title"]], *rows_of(INNE, "Arena")], 8)
    book.save(path)


@way("xlsx", [UTE, VOKSNE])
def two_tables_beside_each_other(path):
    book = openpyxl.Workbook()
    book.active.title = UTE["title"]
    put(book.active, [["Elever"], *rows_of(UTE, "Arena")])
    put(book.active, [["Voksne"], *rows_of(VOKSNE, "Arena")], 1, 7)
    book.save(path)


@way(
    "xlsx", UTE, "the row is hidden", "the column is hidden", 'sheet "Gammel": the sheet is hidden'
)
def hidden_rows_columns_and_sheets(path):
    def change(book):
        sheet = book.worksheets[0]
        put(sheet, [["I kjelleren", "Jeg er stille"]], 4)
        put(sheet, [["Mot"], ["Jeg tør"]], 1, 5)
        sheet.row_dimensions[4].hidden = True
        sheet.column_dimensions["E"].hidden = True
        put(book.create_sheet("Gammel"), rows_of(INNE))
        book["Gammel"].sheet_state = "hidden"

    book_of(path, UTE, change=change)


@way("xlsx", UTE)
def formulas_with_their_last_values(path):
    book_of(path, UTE)
    line = UTE["cells"][FIRST]["Ansvar"][0]

    def with_formula(data):
        start = data.index(b'<c r="C2"')
        end = data.index(b"</c>", start)
        reckoned = f'<c r="C2" t="str"><f>CONCATENATE("Jeg"," går")</f><v>{line}</v>'.encode()
        return data[:start] + reckoned + data[end:]

    with zipfile.ZipFile(path) as packed:
        parts = {name: packed.read(name) for name in packed.namelist()}
    with zipfile.ZipFile(path, "w") as packed:
        for name, part in parts.items():
            packed.writestr(name, with_formula(part) if name.endswith("sheet1.xml") else part)


@way("xlsx", [UTE, VOKSNE])
def two_heading_rows_elev_and_voksen(path):
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = UTE["title"]
    pupils, adults = rows_of(UTE), rows_of(VOKSNE)
    for column, value in enumerate(UTE["values"]):
        sheet.cell(1, 2 + 2 * column, value)
        sheet.merge_cells(
            start_row=1, end_row=1, start_column=2 + 2 * column, end_column=3 + 2 * column
        )
    put(sheet, [["", *["Elev", "Voksen"] * 3]], 2)
    for at in (1, 2):
        texts = [text for pair in zip(pupils[at][1:], adults[at][1:], strict=True) for text in pair]
        put(sheet, [[pupils[at][0], *texts]], 2 + at)
    book.save(path)


@way("xlsx", UTE, "comments in the margin")
def comments_on_cells(path):
    def change(book):
        book.worksheets[0]["B2"].comment = Comment("Bra!", "Kari")

    book_of(path, UTE, change=change)


@way("xlsx", UTE)
def strict_open_xml(path):
    book_of(path, UTE)
    strict(path)


@way("xlsx", UTE)
def line_breaks_with_numbers_in_a_cell(path):
    def change(book):
        book.worksheets[0]["B2"] = "1) Jeg venter på tur\r\n2) Jeg følger reglene i leken"
        book.worksheets[0]["A1"].font = Font(bold=True)

    book_of(path, UTE, change=change)


@way("xlsx", cell(UTE, SECOND, "Ansvar"))
def empty_cells(path):
    book_of(path, cell(UTE, SECOND, "Ansvar"))


@way("xlsx", UTE, "was not understood as a matrix and was left out")
def instructions_on_another_sheet(path):
    def change(book):
        put(book.create_sheet("Slik gjør du", 0), [["Skriv i hver rute."], ["Lagre."]])

    book_of(path, UTE, change=change)

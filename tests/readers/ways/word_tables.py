"""Matrices in Word documents: how their tables lie."""

import docx

from tests.readers.ways import way
from tests.readers.ways.document import document_of, markup, merged, put
from tests.readers.ways.matrices import INNE, UTE, VOKSNE, cell, entries_of, rows_of

MERGED = "was read for each cell that it covers"
FIRST, SECOND = UTE["arenas"]
PAIR = [UTE, VOKSNE]


def beside(*matrices):
    """Return rows with one column for each value of each matrix, the matrices by turns."""
    rows = [rows_of(one) for one in matrices]
    found = []
    for lines in zip(*rows, strict=True):
        columns = zip(*(line[1:] for line in lines), strict=True)
        found.append([lines[0][0], *(text for column in columns for text in column)])
    return found


def titled(document, title="Ute og underveis"):
    document.add_heading(title, 1)
    return document


@way("docx", UTE)
def values_as_columns(path):
    document_of(path, UTE)


@way("docx", UTE)
def values_as_rows(path):
    document_of(path, UTE, by_columns=False)


@way("docx", [UTE, INNE])
def two_matrices_in_one_file(path):
    document_of(path, UTE, INNE)


@way("docx", PAIR)
def a_pair_under_headings_for_pupils_and_adults(path):
    document = titled(docx.Document())
    for name, matrix in (("Elevstandard", UTE), ("Voksenstandard", VOKSNE)):
        document.add_heading(name, 2)
        put(document, rows_of(matrix))
    document.save(path)


@way("docx", UTE)
def a_merged_title_row(path):
    document = docx.Document()
    table = put(document, [[""] * 4, *rows_of(UTE, "Arena")])
    merged(table, 0, 0, 0, 3, "Ute og underveis")
    document.save(path)


SHARED = cell(cell(UTE, SECOND, "Respekt", "Jeg hilser"), SECOND, "Ansvar", "Jeg hilser")


@way("docx", SHARED, MERGED)
def a_cell_merged_across(path):
    document_of(path, UTE, change=lambda one: merged(one.tables[0], 2, 1, 2, 2, "Jeg hilser"))


BOTH = cell(cell(UTE, FIRST, "Omsorg", "Jeg smiler"), SECOND, "Omsorg", "Jeg smiler")


@way("docx", BOTH, MERGED)
def a_cell_merged_downwards(path):
    document_of(path, UTE, change=lambda one: merged(one.tables[0], 1, 3, 2, 3, "Jeg smiler"))


@way("docx", PAIR)
def two_heading_rows_values_above_elev_and_voksen(path):
    rows = beside(UTE, VOKSNE)
    rows.insert(1, ["", *["Elev", "Voksen"] * 3])
    document = titled(docx.Document())
    table = put(document, rows)
    for at, value in enumerate(UTE["values"]):
        merged(table, 0, 1 + 2 * at, 0, 2 + 2 * at, value)
    document.save(path)


@way("docx", PAIR)
def two_heading_rows_elev_and_voksen_above_values(path):
    rows = [[*one, *other[1:]] for one, other in zip(*map(rows_of, PAIR), strict=True)]
    rows.insert(0, [""] * 7)
    document = titled(docx.Document())
    table = put(document, rows)
    merged(table, 0, 1, 0, 3, "Elevene")
    merged(table, 0, 4, 0, 6, "De voksne")
    document.save(path)


@way("docx", PAIR)
def columns_named_for_elev_and_voksen(path):
    rows = beside(UTE, VOKSNE)
    rows[0] = ["Arena", *(f"{one} ({who})" for one in UTE["values"] for who in ("elev", "voksen"))]
    put(document := titled(docx.Document()), rows)
    document.save(path)


@way("docx", PAIR)
def rows_for_elev_and_voksen_under_each_arena(path):
    pupils, adults = map(rows_of, PAIR)
    rows = [["Arena", "", *pupils[0][1:]]]
    for one, other in zip(pupils[1:], adults[1:], strict=True):
        rows += [[one[0], "Elev", *one[1:]], ["", "Voksen", *other[1:]]]
    document = titled(docx.Document())
    table = put(document, rows)
    for at, arena in ((1, FIRST), (3, SECOND)):
        merged(table, at, 0, at + 1, 0, arena)
    document.save(path)


@way("docx", PAIR)
def merged_rows_that_say_elever_and_voksne(path):
    pupils, adults = map(rows_of, PAIR)
    rows = [pupils[0], [""] * 4, *pupils[1:], [""] * 4, *adults[1:]]
    document = titled(docx.Document())
    table = put(document, rows)
    merged(table, 1, 0, 1, 3, "Elever")
    merged(table, 4, 0, 4, 3, "Voksne")
    document.save(path)


@way("docx", [UTE, INNE])
def merged_rows_that_name_two_matrices(path):
    rows = [*rows_of(UTE), [""] * 4, *rows_of(INNE)[1:]]
    document = docx.Document()
    table = put(document, [[""] * 4, *rows])
    merged(table, 0, 0, 0, 3, "Ute og underveis")
    merged(table, 4, 0, 4, 3, "Inne")
    document.save(path)


@way("docx", [UTE, INNE])
def arenas_grouped_by_a_merged_column(path):
    groups = [(one["title"], line) for one in (UTE, INNE) for line in rows_of(one)[1:]]
    rows = [["Område", "Arena", *UTE["values"]], *([title, *line] for title, line in groups)]
    document = docx.Document()
    table = put(document, rows)
    merged(table, 1, 0, 2, 0, "Ute og underveis")
    merged(table, 3, 0, 4, 0, "Inne")
    document.save(path)


@way("docx", UTE)
def a_row_for_each_expectation(path):
    document = titled(docx.Document())
    put(document, [["Arena", "Verdi", "Forventning"], *map(list, entries_of(UTE))])
    document.save(path)


@way("docx", UTE)
def a_row_for_each_value_with_merged_arenas(path):
    rows = [["Arena", "Verdi", "Forventninger"]]
    for arena in UTE["arenas"]:
        rows += [[arena, value, "\n".join(UTE["cells"][arena][value])] for value in UTE["values"]]
    document = titled(docx.Document())
    table = put(document, rows)
    merged(table, 1, 0, 3, 0, FIRST)
    merged(table, 4, 0, 6, 0, SECOND)
    document.save(path)


@way("docx", PAIR)
def a_row_for_each_value_with_columns_for_elev_and_voksen(path):
    rows = [["Arena", "Verdi", "Elev", "Voksen"]]
    for arena in UTE["arenas"]:
        for value in UTE["values"]:
            both = ("\n".join(one["cells"][arena][value]) for one in PAIR)
            rows.append([arena, value, *both])
    put(document := titled(docx.Document()), rows)
    document.save(path)


@way("docx", UTE)
def arenas_as_headings_with_a_table_by_value(path):
    document = titled(docx.Document())
    for arena in UTE["arenas"]:
        document.add_heading(arena, 2)
        cells = UTE["cells"][arena]
        put(document, [[value, "\n".join(cells[value])] for value in UTE["values"]])
    document.save(path)


@way("docx", UTE)
def arenas_as_headings_with_values_along_the_top(path):
    document = titled(docx.Document())
    for arena in UTE["arenas"]:
        document.add_heading(arena, 2)
        cells = UTE["cells"][arena]
        put(document, [UTE["values"], ["\n".join(cells[value]) for value in UTE["values"]]])
    document.save(path)


@way("docx", UTE)
def values_as_headings_with_a_table_by_arena(path):
    document = titled(docx.Document())
    for value in UTE["values"]:
        document.add_heading(value, 2)
        lines = [[arena, "\n".join(UTE["cells"][arena][value])] for arena in UTE["arenas"]]
        put(document, [["Arena", "Forventning"], *lines])
    document.save(path)


@way("docx", UTE)
def arenas_as_merged_rows_with_values_below(path):
    rows, heads = [], {}
    for arena in UTE["arenas"]:
        heads[len(rows)] = arena
        rows.append(["", ""])
        rows += [[value, "\n".join(UTE["cells"][arena][value])] for value in UTE["values"]]
    document = titled(docx.Document())
    table = put(document, rows)
    for at, arena in heads.items():
        merged(table, at, 0, at, 1, arena)
    document.save(path)


@way("docx", UTE, "goes on in this table")
def a_table_split_in_two_with_its_headings(path):
    rows = rows_of(UTE, "Arena")
    document = titled(docx.Document())
    put(document, rows[:2])
    document.add_paragraph()
    put(document, [rows[0], rows[2]])
    document.save(path)


@way("docx", UTE, "has no headings and was read with those", "goes on in this table")
def a_table_split_in_two_without_its_headings(path):
    rows = rows_of(UTE, "Arena")
    document = titled(docx.Document())
    put(document, rows[:2])
    document.add_page_break()
    put(document, rows[2:])
    document.save(path)


@way("docx", UTE)
def headings_repeated_on_the_next_page(path):
    rows = rows_of(UTE, "Arena")
    put(document := titled(docx.Document()), [*rows[:2], rows[0], rows[2]])
    document.save(path)


@way("docx", UTE, "is no expectation and was left out", "is no expectation and was left out")
def a_legend_row_and_a_footer_row(path):
    rows = [*rows_of(UTE), ["Forklaring", "R = rød", "A = blå", ""], [""] * 4]
    document = titled(docx.Document())
    table = put(document, rows)
    merged(table, 4, 0, 4, 3, "Vedtatt av elevrådet i august 2026")
    document.save(path)


@way("docx", UTE, "is no expectation and was left out")
def a_row_of_instructions(path):
    rows = rows_of(UTE)
    document = titled(docx.Document())
    table = put(document, [rows[0], [""] * 4, *rows[1:]])
    merged(table, 1, 0, 1, 3, "Skriv én til tre forventninger i hver rute. Begynn med Jeg.")
    document.save(path)


@way("docx", UTE, "a table lies within another")
def a_table_nested_in_a_layout_table(path):
    document = docx.Document()
    outer = document.add_table(1, 2)
    outer.cell(0, 0).paragraphs[0].text = "Ute og underveis"
    outer.cell(0, 0).paragraphs[0].style = "Heading 1"
    put(outer.cell(0, 1), rows_of(UTE))
    document.save(path)


@way("docx", UTE)
def a_table_in_a_text_box_written_in_two_ways(path):
    document = docx.Document()
    document.add_heading("Ute og underveis", 1)
    table = put(document, rows_of(UTE))._tbl
    table.getparent().remove(table)
    from lxml import etree

    inner = etree.tostring(table, encoding="unicode") + "<w:p/>"
    box = f"<w:txbxContent>{inner}</w:txbxContent>"
    shape = f"<wps:wsp><wps:txbx>{box}</wps:txbx></wps:wsp>"
    drawn = f"<w:drawing><wp:anchor><a:graphic><a:graphicData>{shape}</a:graphicData></a:graphic>"
    choice = f'<mc:Choice Requires="wps">{drawn}</wp:anchor></w:drawing></mc:Choice>'
    fallback = f"<mc:Fallback><w:pict><v:textbox>{box}</v:textbox></w:pict></mc:Fallback>"
    both = f"<mc:AlternateContent>{choice}{fallback}</mc:AlternateContent>"
    document.add_paragraph()._p.append(markup(f"<w:r>{both}</w:r>"))
    document.save(path)


@way("docx", [cell(UTE, SECOND, "Omsorg")])
def an_empty_cell(path):
    document_of(path, cell(UTE, SECOND, "Omsorg"))

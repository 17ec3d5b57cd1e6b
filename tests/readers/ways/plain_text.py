"""Matrices in plain text: tables with signs between the cells, Markdown, and names with keys."""

import csv
import io
import json

from tests.readers.ways import way
from tests.readers.ways.matrices import INNE, UTE, VOKSNE, entries_of, rows_of

AFTER_FILE = 'is called "matriser" after the file'
NAMED = UTE | {"title": "matriser"}


def table(rows, delimiter=";", ends="\r\n"):
    out = io.StringIO(newline="")
    csv.writer(out, delimiter=delimiter, lineterminator=ends).writerows(rows)
    return out.getvalue()


def titled(*matrices, **looks):
    rows = []
    for matrix in matrices:
        rows += [[matrix["title"]], *rows_of(matrix, **looks), []]
    return rows


@way("csv", UTE)
def semicolons_in_utf_8_with_mark(path):
    path.write_bytes(table(titled(UTE)).encode("utf-8-sig"))


@way("csv", NAMED, AFTER_FILE)
def commas_in_utf_8(path):
    path.write_bytes(table(rows_of(UTE), ",").encode())


@way("csv", UTE)
def commas_with_semicolons_in_the_cells(path):
    path.write_bytes(table(titled(UTE, joined="; "), ",").encode())


@way("tsv", UTE)
def tabs_in_utf_16(path):
    path.write_bytes(table(titled(UTE), "\t").encode("utf-16"))


@way("txt", UTE)
def tabs_in_utf_16_without_mark(path):
    path.write_bytes(table(titled(UTE, joined="; "), "\t").encode("utf-16-le"))


@way("csv", UTE, "the letters were read as Windows-1252")
def semicolons_in_cp1252(path):
    path.write_bytes(table(titled(UTE)).encode("cp1252"))


@way("csv", UTE, "the letters were read as Mac Roman")
def semicolons_in_mac_roman_with_cr(path):
    path.write_bytes(table(titled(UTE, joined=" • ", bullet=""), ends="\r").encode("mac_roman"))


@way("csv", NAMED, AFTER_FILE)
def lf_and_a_line_that_says_sep(path):
    path.write_bytes(("sep=|\n" + table(rows_of(UTE), "|", "\n")).encode())


@way("csv", UTE, 'the line "Heggdal skole, 2026" under the title was left out')
def title_lines_above(path):
    path.write_bytes(table([[UTE["title"]], ["Heggdal skole, 2026"], [], *rows_of(UTE)]).encode())


@way("csv", [UTE, INNE])
def two_matrices_below_each_other(path):
    path.write_bytes(table(titled(UTE, INNE)).encode())


@way("csv", UTE)
def a_list_with_the_title_above(path):
    rows = [["Ute og underveis"], ["Arena", "Verdi", "Forventning"], *entries_of(UTE)]
    path.write_bytes(table(rows).encode())


@way("csv", NAMED, AFTER_FILE)
def a_list_without_names_above(path):
    path.write_bytes(table(entries_of(UTE)).encode())


@way("csv", [NAMED, VOKSNE | {"title": "matriser"}], AFTER_FILE)
def two_heading_rows_without_merged_cells(path):
    values = [text for value in UTE["values"] for text in (value, "")]
    rows = [["", *values], ["Arena", *["Elev", "Voksen"] * 3]]
    for one, other in zip(rows_of(UTE)[1:], rows_of(VOKSNE)[1:], strict=True):
        rows.append(
            [one[0], *(text for pair in zip(one[1:], other[1:], strict=True) for text in pair)]
        )
    path.write_bytes(table(rows).encode())


def markdown(matrix):
    rows = rows_of(matrix, "Arena", joined="<br>")
    rows.insert(1, ["---"] * len(rows[0]))
    return "\n".join("| " + " | ".join(row) + " |" for row in rows)


@way("md", [UTE, INNE])
def tables_under_headings(path):
    texts = [f"## {one['title']}\n\n{markdown(one)}\n" for one in (UTE, INNE)]
    path.write_text("# Forventninger\n\n" + "\n".join(texts), encoding="utf-8")


@way("md", UTE)
def headings_and_lists(path):
    lines = ["# Ute og underveis", ""]
    for arena, row in UTE["cells"].items():
        lines += [f"## {arena}", ""]
        for value, expected in row.items():
            lines += [f"**{value}**", "", *(f"- {line}" for line in expected), ""]
    path.write_text("\n".join(lines), encoding="utf-8")


@way("md", UTE)
def lists_of_values_that_begin_with_the_arena_in_bold(path):
    lines = ["Ute og underveis", "================", ""]
    for value in UTE["values"]:
        lines.append(f"## {value}")
        for arena in UTE["arenas"]:
            expected = "; ".join(UTE["cells"][arena][value])
            lines.append(f"* **{arena}:** {expected}")
    path.write_text("\n".join(lines), encoding="utf-8")


@way("txt", NAMED, AFTER_FILE)
def plain_lines_with_colons(path):
    lines = []
    for arena, row in UTE["cells"].items():
        lines += ["", arena]
        for value, expected in row.items():
            lines += [f"{value}:", *(f"  - {line}" for line in expected)]
    path.write_text("\n".join(lines), encoding="utf-8")


@way("yaml", [UTE, VOKSNE])
def names_with_keys(path):
    path.write_text(json.dumps([UTE, VOKSNE], ensure_ascii=False), encoding="utf-8")


@way("csv", NAMED, 'the column "Nr" was left out', AFTER_FILE)
def a_column_of_numbers(path):
    rows = [[str(at) if at else "Nr", *row] for at, row in enumerate(rows_of(UTE, "Arena"))]
    path.write_bytes(table(rows).encode())


@way("csv", NAMED, 'the column "Tegning" was left out', AFTER_FILE)
def a_column_of_something_else(path):
    rows = [[*row, "Bilde av huske"] for row in rows_of(UTE, "Arena")]
    rows[0][-1] = "Tegning"
    path.write_bytes(table(rows).encode())


@way("csv", UTE)
def sentences_and_strokes_between(path):
    path.write_bytes(table(titled(UTE, joined=" / ")).encode())


@way("txt", [NAMED, VOKSNE | {"title": "matriser"}], AFTER_FILE)
def lines_for_pupils_then_for_adults(path):
    lines = []
    for name, matrix in (("Elever", UTE), ("Voksne", VOKSNE)):
        lines += ["", name]
        for arena, row in matrix["cells"].items():
            lines += [arena, *(f"{value}: {'; '.join(held)}" for value, held in row.items())]
    path.write_text("\n".join(lines), encoding="utf-8")


@way("csv", [NAMED, VOKSNE | {"title": "matriser"}], AFTER_FILE)
def a_list_with_a_column_for_what_each_does(path):
    rows = [["Arena", "Verdi", "Hva elevene gjør", "Hva de voksne gjør"]]
    for arena in UTE["arenas"]:
        for value in UTE["values"]:
            both = ("; ".join(one["cells"][arena][value]) for one in (UTE, VOKSNE))
            rows.append([f"Arena: {arena}", value, *both])
    path.write_bytes(table(rows).encode())

"""Writes a school's matrices down as schools do, in every kind of file that is read."""

from __future__ import annotations

import csv
import json
from pathlib import Path

from pipeline.readers.records import BUILT_IN as WORDS

MATRIX = {
    "title": "Ute og underveis",
    "audience": "elev",
    "values": ["Respekt", "Ansvar", "Omsorg"],
    "arenas": ["I skolegården", "I gangen"],
    "cells": {
        "I skolegården": {
            "Respekt": ["Jeg venter på tur", "Jeg følger reglene i leken"],
            "Ansvar": ["Jeg rydder lekene på plass"],
            "Omsorg": [],
        },
        "I gangen": {
            "Respekt": ["Jeg går stille forbi andre"],
            "Ansvar": ["Jeg går rolig på høyre side"],
            "Omsorg": ["Jeg holder døra for andre", "Jeg smiler"],
        },
    },
}
KINDS = ("docx", "xlsx", "csv", "yaml", "json")
BULLETS = ("", "- ", "• ", "–\u00a0", "\uf0b7 ")
__all__ = ["BULLETS", "KINDS", "MATRIX", "WORDS", "laid_out", "write"]


def laid_out(matrix, by_columns=True, bullet="", corner=""):
    """Return the matrix as rows of cells, each cell a list of lines."""
    cells = matrix["cells"]
    marked = {
        (arena, value): [bullet + line for line in cells[arena][value]]
        for arena in matrix["arenas"]
        for value in matrix["values"]
    }
    if by_columns:
        rows = [[[corner], *([value] for value in matrix["values"])]]
        for arena in matrix["arenas"]:
            rows.append([[arena], *(marked[arena, value] for value in matrix["values"])])
        return rows
    rows = [[[corner], *([arena] for arena in matrix["arenas"])]]
    for value in matrix["values"]:
        rows.append([[value], *(marked[arena, value] for arena in matrix["arenas"])])
    return rows


def write(folder: Path, kind: str, matrix, title="heading", **looks) -> Path:
    """Write the matrix into a new file of this kind; `title` stands as a heading or a row."""
    path = folder / f"{matrix['title'] if title == 'file' else 'matriser'}.{kind}"
    WRITERS[kind](path, matrix, title, laid_out(matrix, **looks))
    return path


def _docx(path, matrix, title, rows):
    import docx

    document = docx.Document()
    if title == "heading":
        document.add_heading(matrix["title"], 1)
    above = int(title == "row")
    table = document.add_table(len(rows) + above, len(rows[0]))
    if title == "row":
        merged = table.cell(0, 0).merge(table.cell(0, len(rows[0]) - 1))
        merged.text = matrix["title"]
    for row, cells in zip(table.rows[above:] if above else table.rows, rows, strict=True):
        for cell, lines in zip(row.cells, cells, strict=True):
            for at, line in enumerate(lines):
                paragraph = cell.paragraphs[0] if at == 0 else cell.add_paragraph()
                paragraph.text = line
                if line and len(lines) > 1:
                    paragraph.style = "List Bullet"
    document.save(path)


def _xlsx(path, matrix, title, rows):
    import openpyxl

    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = matrix["title"] if title == "heading" else "Ark1"
    if title == "row":
        sheet["A1"] = matrix["title"]
        sheet.merge_cells(start_row=1, end_row=1, start_column=1, end_column=len(rows[0]))
    for row in rows:
        sheet.append(["\n".join(lines) for lines in row])
    book.save(path)


def _csv(path, matrix, title, rows):
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file, delimiter=";")
        if title != "file":
            writer.writerow([matrix["title"], *[""] * (len(rows[0]) - 1)])
        writer.writerows([["\n".join(lines) for lines in row] for row in rows])


def _yaml(path, matrix, title, rows):
    quoted = json.dumps
    lines = [] if title == "file" else [f"- tittel: {quoted(matrix['title'])}"]
    lines += [f"{'  ' if lines else '- '}arenaer:"]
    for arena in matrix["arenas"]:
        lines.append(f"    {quoted(arena)}:")
        for value in matrix["values"]:
            held = quoted(matrix["cells"][arena][value], ensure_ascii=False)
            lines.append(f"      {quoted(value)}: {held}")
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def _json(path, matrix, title, rows):
    held = {key: value for key, value in matrix.items() if (key, title) != ("title", "file")}
    path.write_text(json.dumps([held], ensure_ascii=False), encoding="utf-8")


WRITERS = {"docx": _docx, "xlsx": _xlsx, "csv": _csv, "yaml": _yaml, "json": _json}

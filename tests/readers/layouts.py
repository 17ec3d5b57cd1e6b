"""Lays any school's matrices out in every layout, and writes them down in every kind of file."""

import csv

import docx
import openpyxl

from tests.readers.ways.document import put

WHOM = {"elev": "Elev", "voksen": "Voksen"}


def joined(lines):
    return "\n".join(lines)


def columns(one, *_):
    yield from _crossed(one, one["values"], one["arenas"], lambda value, arena: (arena, value))


def rows(one, *_):
    yield from _crossed(one, one["arenas"], one["values"], lambda arena, value: (arena, value))


def _crossed(one, top, side, key):
    yield one["title"]
    yield [["", *top], *([name, *(_text(one, *key(at, name)) for at in top)] for name in side)]


def _text(one, arena, value):
    return joined(one["cells"][arena][value])


def listed(one, *_):
    yield one["title"]
    lines = [[arena, value, line] for arena, value, line in _lines(one)]
    yield [["Arena", "Verdi", "Forventning"], *lines]


def listed_by_value(one, *_):
    yield one["title"]
    lines = [[value, line, arena] for arena, value, line in _lines(one)]
    yield [["Verdi", "Forventning", "Arena"], *lines]


def _lines(one):
    for arena in one["arenas"]:
        for value in one["values"]:
            for line in one["cells"][arena][value]:
                yield arena, value, line


def audiences_beside(one, other):
    yield one["title"]
    pairs = [(arena, value) for arena in one["arenas"] for value in one["values"]]
    lines = [[*pair, _text(one, *pair), _text(other, *pair)] for pair in pairs]
    yield [["Arena", "Verdi", "Elever", "Voksne"], *lines]


def two_heading_rows(one, other):
    yield one["title"]
    top = [text for value in one["values"] for text in (value, "")]
    body = [
        [arena, *(_text(of, arena, value) for value in one["values"] for of in (one, other))]
        for arena in one["arenas"]
    ]
    yield [["", *top], ["", *["Elev", "Voksen"] * len(one["values"])], *body]


def audiences_in_rows(one, other):
    yield one["title"]
    yield [
        ["Arena", "Hvem", *one["values"]],
        *(
            [arena, WHOM[of["audience"]], *(_text(of, arena, value) for value in one["values"])]
            for arena in one["arenas"]
            for of in (one, other)
        ),
    ]


def arenas_above(one, *_):
    yield one["title"]
    for arena in one["arenas"]:
        yield arena
        yield [[value, _text(one, arena, value)] for value in one["values"]]


def arenas_above_values(one, *_):
    yield one["title"]
    for arena in one["arenas"]:
        yield arena
        yield [one["values"], [_text(one, arena, value) for value in one["values"]]]


def values_above(one, *_):
    yield one["title"]
    for value in one["values"]:
        yield value
        lines = [[arena, _text(one, arena, value)] for arena in one["arenas"]]
        yield [["Arena", "Forventning"], *lines]


ALONE = (columns, rows, listed, listed_by_value, arenas_above, arenas_above_values, values_above)
PAIRED = (audiences_beside, two_heading_rows, audiences_in_rows)
SPREAD = (arenas_above, arenas_above_values, values_above)
KINDS = ("docx", "md", "xlsx", "csv")


def fits(layout, kind):
    """Tell whether a kind of file has headings of two levels, where the layout needs them."""
    return layout not in SPREAD or kind in ("docx", "md")


def write(path, blocks):
    """Write titles and tables down in the kind of file that the path names."""
    WRITERS[path.suffix](path, list(blocks))


def _levels(blocks):
    """Yield each block with its level: the first title stands above the others."""
    for at, block in enumerate(blocks):
        yield block, 1 if at == 0 else 2


def _docx(path, blocks):
    document = docx.Document()
    for block, level in _levels(blocks):
        if isinstance(block, str):
            document.add_heading(block, level)
        else:
            put(document, block)
    document.save(path)


def _md(path, blocks):
    lines = []
    for block, level in _levels(blocks):
        if isinstance(block, str):
            lines += [f"{'#' * level} {block}", ""]
            continue
        texts = [[text.replace("\n", "<br>") for text in row] for row in block]
        texts.insert(1, ["---"] * len(texts[0]))
        lines += [*("| " + " | ".join(row) + " |" for row in texts), ""]
    path.write_text("\n".join(lines), encoding="utf-8")


def _xlsx(path, blocks):
    book = openpyxl.Workbook()
    for block in blocks:
        for row in [[block]] if isinstance(block, str) else block:
            book.active.append(row)
    book.save(path)


def _csv(path, blocks):
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file, delimiter=";")
        for block in blocks:
            writer.writerows([[block]] if isinstance(block, str) else block)


WRITERS = {".docx": _docx, ".md": _md, ".xlsx": _xlsx, ".csv": _csv}

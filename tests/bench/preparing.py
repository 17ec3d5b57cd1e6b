"""Writes what the benchmark works on: words for Typst and pandoc, a word changed, a kit's names."""

from __future__ import annotations

import json
import sys
import zipfile
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import Any

from pipeline import products
from pipeline.build import composing, plan, press
from pipeline.build.plan import Choice
from pipeline.model import School
from pipeline.paper.sheet import Group, Item, Picture, Shape, Sheets, Text, corners, walk
from tests.bench import deck
from tests.bench.place import DECK, FOCUS, PRODUCTS, Place

BEFORE, AFTER = "stille", "roligt"
DOCUMENT = "word/document.xml"
Data = dict[str, Any]


def text(found: Text) -> Data:
    """Return the words unbroken, with how they look: Typst breaks its lines itself."""
    letters = found.letters
    return {
        "text": " ".join(found.lines),
        "size": letters.size,
        "weight": letters.weight,
        "fill": letters.colour,
        "tracking": letters.tracking,
        "leading": found.leading / letters.size,
    }


def all_of(kind: type, items: Iterable[Item]) -> list[Any]:
    return [item for item, _ in walk(tuple(items)) if isinstance(item, kind)]


def groups(kind: str, items: Iterable[Item]) -> list[Group]:
    return [item for item in all_of(Group, items) if item.kind == kind]


def texts(items: Iterable[Item]) -> list[Data]:
    return [text(one) for one in all_of(Text, items)]


def figure(group: Group, root: Path) -> Data:
    (one,) = all_of(Picture, group.items)
    assert isinstance(one, Picture)
    path = press.prepared(one).relative_to(root)
    return {"path": f"/{path}", "alt": group.alt, "w": one.box.w, "h": one.box.h, "r": one.radius}


def drawn(shapes: list[Shape]) -> Data:
    """Return shapes as steps from the top left corner of them all, with their size in mm."""
    x, y, w, h = bounds(shapes)
    steps = [
        {"fill": one.fill, "steps": [[verb, *moved(numbers, x, y)] for verb, numbers in one.path]}
        for one in shapes
    ]
    return {"w": w, "h": h, "shapes": steps}


def bounds(shapes: Iterable[Shape]) -> tuple[float, float, float, float]:
    points = [point for one in shapes for point in corners(one)]
    xs, ys = [x for x, _ in points], [y for _, y in points]
    return min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys)


def moved(numbers: tuple[float, ...], x: float, y: float) -> list[list[float]]:
    pairs = zip(numbers[::2], numbers[1::2], strict=True)
    return [[round(across - x, 3), round(down - y, 3)] for across, down in pairs]


def poster(paper: Sheets, root: Path) -> Data:
    """Return what stands on the poster, as far as any layout of it must be told."""
    sheet = paper.sheets[0]
    ground, field = all_of(Shape, sheet.items[:1])
    told = {
        "title": paper.title,
        "language": paper.language,
        "width": sheet.width,
        "height": sheet.height,
        "paper": ground.fill,
        "field": drawn([field]),
    }
    tables = groups("table", sheet.items)
    own = matrix(sheet.items, tables[0], root) if tables else arena(sheet.items, root)
    return {**told, **own}


def arena(items: tuple[Item, ...], root: Path) -> Data:
    *values, foot = groups("part", items)
    card = next(one for one in items if isinstance(one, Group) and one.kind == "figure")
    _, _, wide, high = bounds([all_of(Shape, card.items)[1]])
    logos = groups("figure", foot.items)
    small = [one for one in all_of(Text, foot.items)]
    return {
        "kind": "arena",
        "head": texts(groups("paragraph", items[:2])),
        "name": texts(groups("title", items))[0],
        "card": {"w": wide, "h": high, **{"picture": figure(card, root)}},
        "values": [value(one) for one in values],
        "logo": figure(logos[0], root) if logos else None,
        "left": [text(one) for one in small if one.align == "left"],
        "right": [text(one) for one in small if one.align == "right"],
    }


def value(group: Group) -> Data:
    grounds, icon = groups("decoration", group.items)
    label, right = grounds.items
    assert isinstance(label, Shape) and isinstance(right, Shape)
    return {
        "label": bounds([label])[2],
        "high": bounds([label])[3],
        "fill": label.fill,
        "tint": right.fill,
        "icon": drawn(all_of(Shape, icon.items)),
        "name": texts(groups("heading", group.items))[0],
        "lines": texts(groups("item", group.items)),
    }


def matrix(items: tuple[Item, ...], table: Group, root: Path) -> Data:
    head, *rows = groups("row", table.items)
    above = items[: items.index(table)]
    logos = groups("figure", above)
    return {
        "kind": "matrix",
        "head": texts(groups("paragraph", above)),
        "name": texts(groups("title", items))[0],
        "logo": figure(logos[0], root) if logos else None,
        "columns": [column(one) for one in groups("column-header", head.items)],
        "rows": [row(one, root) for one in rows],
        "foot": texts(groups("part", items)),
    }


def column(group: Group) -> Data:
    ground, icon = groups("decoration", group.items)
    (shape,) = all_of(Shape, ground.items)
    _, _, wide, high = bounds([shape])
    drawing = drawn(all_of(Shape, icon.items))
    name = texts(group.items)[0]
    return {"w": wide, "high": high, "fill": shape.fill, "icon": drawing, "name": name}


def row(group: Group, root: Path) -> Data:
    (header,) = groups("row-header", group.items)
    edge = all_of(Shape, header.items)[0]
    _, _, wide, high = bounds([edge])
    pictures = groups("figure", header.items)
    return {
        "high": high,
        "label": wide,
        "fill": edge.fill,
        "edge": edge.stroke,
        "picture": figure(pictures[0], root) if pictures else None,
        "name": texts(header.items)[0],
        "cells": [cell(one) for one in groups("cell", group.items)],
    }


def cell(group: Group) -> Data:
    shapes = all_of(Shape, group.items)
    lines = texts(groups("item", group.items))
    return {"tint": shapes[0].fill, "ink": shapes[-1].fill, "lines": lines}


def changed(before: Path, after: Path) -> None:
    """Write the Word file with one word changed and all else as it was."""
    with zipfile.ZipFile(before) as source, zipfile.ZipFile(after, "w") as out:
        for entry in source.infolist():
            content = source.read(entry)
            if entry.filename == DOCUMENT:
                if BEFORE.encode() not in content:
                    raise LookupError(f"{before.name} has no word '{BEFORE}' to change.")
                content = content.replace(BEFORE.encode(), AFTER.encode(), 1)
            out.writestr(entry, content)


def kit(school: School) -> list[str]:
    """Return the products that have something of the focus and of no other place."""
    return [
        name
        for name in products.names()
        for there in [plan.possible(school, Choice((name,), (FOCUS,)))]
        if any(job.arenas == (FOCUS,) for job in there)
    ]


def composed(school: Path, choice: Choice) -> composing.Composed:
    with press.workers(1) as pool:
        return composing.compose(school, choice, (), date.today(), pool)


def main(place: Place) -> None:
    """Write the posters' words, the Word file before and after, the kit's names and the deck."""
    done = composed(place.school, Choice(PRODUCTS))
    posters = [paper for order, paper in done.papers.items() if order[0] in PRODUCTS]
    to = place.home / "typst"
    to.mkdir(exist_ok=True)
    for number, paper in enumerate(posters):
        told = json.dumps(poster(paper, place.home), ensure_ascii=False)
        (to / f"{number}.json").write_text(told, encoding="utf-8")
    words = place.home / "words"
    words.mkdir(exist_ok=True)
    (words / "0.docx").write_bytes((place.school / "sources" / "matriser.docx").read_bytes())
    changed(words / "0.docx", words / "1.docx")
    place.kit_names.write_text("\n".join(kit(done.school)), encoding="utf-8")
    (slides,) = composed(place.school, Choice((DECK,), (FOCUS,), ("pptx",))).papers.values()
    deck.lay_out(slides, place.deck, press.prepared)


if __name__ == "__main__":
    main(Place(Path(sys.argv[1])))

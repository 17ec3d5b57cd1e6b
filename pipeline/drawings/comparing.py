"""Lays originals and their clean art side by side on one sheet, to be judged by eye."""

from __future__ import annotations

import io
from collections.abc import Callable, Sequence
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

from pipeline.drawings.decoding import open_picture
from pipeline.drawings.rendering import cleared, load_master, resized
from pipeline.drawings.store import lay, master_of
from pipeline.model import Art
from pipeline.problems import Place

Captions = Callable[[int, tuple[int, int], Art], tuple[str, str, str]]

WIDE, HIGH, GAP, WORDS = 620, 440, 24, 40
GROUND, INK, WHITE, YELLOW = "#e9e7e2", "#22252b", "#ffffff", "#ffd45c"


def compare(
    rows: Sequence[tuple[Path, Art]],
    store: Path,
    target: Path,
    captions: Captions,
    font: Path | None,
) -> None:
    """Write a PNG with a row for each original: as handed in, on white, on yellow."""
    letters = ImageFont.truetype(str(font), 20) if font else ImageFont.load_default(20)
    size = (3 * WIDE + 4 * GAP, len(rows) * (HIGH + WORDS + GAP) + GAP)
    sheet = Image.new("RGB", size, GROUND)
    pen = ImageDraw.Draw(sheet)
    for number, (path, art) in enumerate(rows, start=1):
        original = Image.fromarray(open_picture(path, Place(path.name)))
        words = captions(number, original.size, art)
        top = GAP + (number - 1) * (HIGH + WORDS + GAP)
        cells = (_fitted(original), *_clean_cells(art, store))
        for column, (cell, said) in enumerate(zip(cells, words, strict=True)):
            left = GAP + column * (WIDE + GAP)
            at = (left + (WIDE - cell.width) // 2, top + (HIGH - cell.height) // 2)
            sheet.paste(cell, at)
            pen.text((left, top + HIGH + 8), said, fill=INK, font=letters)
    out = io.BytesIO()
    sheet.save(out, "PNG")
    target.parent.mkdir(parents=True, exist_ok=True)
    lay(target, out.getvalue())


def _fitted(picture: Image.Image) -> Image.Image:
    """Return the picture made small enough for its cell."""
    picture.thumbnail((WIDE, HIGH), Image.Resampling.LANCZOS)
    return picture


def _clean_cells(art: Art, store: Path) -> tuple[Image.Image, Image.Image]:
    """Return the art on white and, its paper transparent, on yellow; each fills its cell."""
    width = min(WIDE - 20, round((HIGH - 20) * art.width / art.height))
    clear = Image.fromarray(cleared(resized(load_master(master_of(art.digest, store)), width)))
    cells = []
    for ground in (WHITE, YELLOW):
        cell = Image.new("RGB", (WIDE, HIGH), ground)
        cell.paste(clear, ((WIDE - clear.width) // 2, (HIGH - clear.height) // 2), clear)
        cells.append(cell)
    return cells[0], cells[1]

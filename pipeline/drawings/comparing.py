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

Letters = ImageFont.ImageFont | ImageFont.FreeTypeFont
Words = tuple[str, str, str]
Captions = Callable[[str, tuple[int, int], Art], Words]

WIDE, HIGH, GAP, HEAD, WORDS = 620, 440, 24, 60, 56
GROUND, INK, WHITE, YELLOW = "#e9e7e2", "#22252b", "#ffffff", "#ffd45c"
HEADING, CAPTION = 40, 30
WEIGHT = 700


def compare(
    rows: Sequence[tuple[Path, Art]],
    store: Path,
    target: Path,
    words: tuple[Words, Captions],
    font: Path | None,
) -> None:
    """Write a PNG with a row for each original: as handed in, on white, on yellow.

    `words` are the headings of the three columns, and what gives a row's captions.
    """
    headings, captions = words
    size = (3 * WIDE + 4 * GAP, GAP + HEAD + len(rows) * (HIGH + WORDS + GAP))
    sheet = Image.new("RGB", size, GROUND)
    pen = ImageDraw.Draw(sheet)
    _write(pen, GAP, headings, letters_of(font, HEADING))
    for number, (path, art) in enumerate(rows):
        original = Image.fromarray(open_picture(path, Place(path.name)))
        said = captions(path.name, original.size, art)
        top = GAP + HEAD + number * (HIGH + WORDS + GAP)
        for column, cell in enumerate((_fitted(original), *_clean_cells(art, store))):
            left = GAP + column * (WIDE + GAP)
            sheet.paste(cell, (left + (WIDE - cell.width) // 2, top + (HIGH - cell.height) // 2))
        _write(pen, top + HIGH + 8, said, letters_of(font, CAPTION))
    out = io.BytesIO()
    sheet.save(out, "PNG")
    target.parent.mkdir(parents=True, exist_ok=True)
    lay(target, out.getvalue())


def letters_of(font: Path | None, size: int) -> Letters:
    """Return the font at `size` pixels, bold where its file is a variable one."""
    if font is None:
        return ImageFont.load_default(size)
    letters = ImageFont.truetype(str(font), size)
    try:
        axes = letters.get_variation_axes()
    except OSError:  # a file of one weight, which is then the weight that was asked for
        return letters
    weights: list[float] = [
        min(WEIGHT, one["maximum"] or WEIGHT) if one["name"] == b"Weight" else one["default"] or 0
        for one in axes
    ]
    letters.set_variation_by_axes(weights)
    return letters


def _write(pen: ImageDraw.ImageDraw, top: int, words: Words, letters: Letters) -> None:
    """Write one text in each column, cut where it would run into the next."""
    for column, said in enumerate(words):
        text = " ".join(said.split())
        while (length := pen.textlength(text, letters)) > WIDE:
            fits = int(len(text) * WIDE / length)
            text = text[: min(fits, len(text) - 1) - 1] + "…"
        pen.text((GAP + column * (WIDE + GAP), top), text, fill=INK, font=letters)


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

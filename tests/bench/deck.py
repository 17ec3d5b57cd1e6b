"""Writes the slides of an assembly as Markdown, for pandoc to make the same deck of.

Words, pictures, alt texts and notes are those of our own slides. What pandoc has no way to say is
left out, to its advantage: shapes, the film's code, and the foot with the logo on every slide.
"""

from __future__ import annotations

import importlib.util
import re
import shutil
import subprocess
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from pipeline.formats.pptx.words import said
from pipeline.paper.sheet import Group, Item, Picture, Row, Sheet, Sheets, Text, walk

SOURCE, MADE = "deck.md", "deck.pptx"
FORM = "markdown-smart"  # quotation marks and dashes stay as the school wrote them
HOW_TO_GET_IT = "pip install -e '.[bench]', or apt-get install pandoc"
MARKS = re.compile(r"([!-/:-@\[-`{-~])")


def pandoc() -> str | None:
    """Return the program, out of the package pypandoc_binary or as the machine has it, or None."""
    found = importlib.util.find_spec("pypandoc")
    if found and found.origin:
        program = Path(found.origin).parent / "files" / "pandoc"
        if program.is_file():
            return str(program)
    return shutil.which("pandoc")


def command(folder: Path) -> list[str]:
    """Return how pandoc makes the deck of the Markdown in the folder."""
    program = pandoc()
    assert program
    read = [program, str(folder / SOURCE), "--from", FORM, "--slide-level", "1"]
    return [*read, "--resource-path", str(folder), "--output", str(folder / MADE)]


def release() -> str:
    """Return pandoc's name and version, or that it is missing."""
    program = pandoc()
    if program is None:
        return "no pandoc"
    told = subprocess.run([program, "--version"], capture_output=True, text=True, check=True)
    return told.stdout.splitlines()[0]


def lay_out(paper: Sheets, folder: Path, prepared: Callable[[Picture], Path]) -> None:
    """Write the Markdown into the folder, with its pictures as our own slides hold them."""
    folder.mkdir(exist_ok=True)

    def laid(picture: Picture) -> str:
        return Path(shutil.copy(prepared(picture), folder)).name

    (folder / SOURCE).write_text(markdown(paper, laid), encoding="utf-8")


def markdown(paper: Sheets, file: Callable[[Picture], str]) -> str:
    """Return the slides as Markdown; `file` gives a picture's name beside it."""
    return "\n".join(line for sheet in paper.sheets for line in _slide(sheet, file))


def _slide(sheet: Sheet, file: Callable[[Picture], str]) -> Iterator[str]:
    """Yield the lines of a slide: its picture comes last, or pandoc begins another slide there."""
    own = [one for one in sheet.items if not (isinstance(one, Group) and one.kind == "again")]
    yield from (f"# {plain(said(one))}\n" for one in _texts(own, ("title",)))
    yield from (f"{_linked(one)}\n" for one in _texts(own, ("paragraph", "item")))
    for figure in (one for one in own if isinstance(one, Group) and one.kind == "figure"):
        for picture, _ in walk(figure.items):
            if isinstance(picture, Picture):
                yield f'![]({file(picture)} "{plain(figure.alt)}")\n'
    if sheet.notes:
        yield "::: notes\n"
        yield from (f"{plain(one)}\n" for one in sheet.notes.splitlines())
        yield ":::\n"


def _texts(items: Iterable[Item], kinds: tuple[str, ...]) -> Iterator[Text | Row]:
    for one, above in walk(tuple(items)):
        if isinstance(one, Text | Row) and above and above[-1].kind in kinds:
            yield one


def _linked(text: Text | Row) -> str:
    links = {piece.link for piece in text.pieces if piece.link} if isinstance(text, Row) else ()
    told = plain(said(text))
    return f"[{told}]({links.pop()})" if links else told


def plain(words: str) -> str:
    """Return the words so that no mark in them means anything to Markdown."""
    return MARKS.sub(r"\\\1", words)

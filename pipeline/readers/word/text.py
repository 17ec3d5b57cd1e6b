"""Reads the text of a Word paragraph: its runs as if changes were accepted, without hidden ones."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from pipeline.readers.letters import tidy
from pipeline.readers.word.styles import Styles, W, is_on, style_of

MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
# Wrappers whose content stands in the text as if they were not there.
THROUGH = {
    W + name
    for name in ("sdt", "sdtContent", "customXml", "smartTag", "ins", "moveTo", "hyperlink")
    + ("fldSimple", "dir", "bdo")
} | {MC + "AlternateContent", MC + "Choice"}
SIGNS = {
    W + "tab": "\t",
    W + "ptab": "\t",
    W + "br": "\n",
    W + "cr": "\n",
    W + "noBreakHyphen": "-",
}
LARGE = 28


@dataclass(frozen=True)
class Piece:
    """Text of one look."""

    text: str
    bold: bool
    hidden: bool


def pieces(paragraph: Any, styles: Styles) -> Iterator[Piece]:
    """Yield the runs of a paragraph, changes accepted; text boxes in it are no part of it."""
    look = style_of(paragraph)
    bold, hidden = look in styles.bold, look in styles.hidden
    for run in _runs(paragraph):
        properties = run.find(W + "rPr")
        own = style_of(run, "rStyle")
        is_bold, is_hidden = is_on(properties, "b"), is_on(properties, "vanish")
        yield Piece(
            _text(run),
            (bold or own in styles.bold) if is_bold is None else is_bold,
            (hidden or own in styles.hidden) if is_hidden is None else is_hidden,
        )


def shown(found: list[Piece]) -> str:
    """Return the text that is not hidden."""
    return "".join(piece.text for piece in found if not piece.hidden)


def lead(found: list[Piece]) -> str:
    """Return the bold words that a paragraph begins with, all of it where all is bold."""
    words = []
    for piece in found:
        if not piece.hidden and piece.text.strip():
            if not piece.bold:
                break
            words.append(piece.text)
    return tidy("".join(words))


def goes_on(paragraph: Any) -> bool:
    """Tell whether the end of the paragraph is deleted, so that the next one goes on with it."""
    gone = f"{W}pPr/{W}rPr/{W}"
    return any(paragraph.find(gone + name) is not None for name in ("del", "moveFrom"))


def is_large(paragraph: Any) -> bool:
    """Tell whether all runs are set in letters of at least 14 points."""
    sizes = [run.find(f"{W}rPr/{W}sz") for run in _runs(paragraph) if _text(run).strip()]
    given = [size.get(W + "val", "") if size is not None else "" for size in sizes]
    return bool(given) and all(one.isdigit() and int(one[:4]) >= LARGE for one in given)


def boxes(paragraph: Any) -> Iterator[Any]:
    """Yield the text boxes of a paragraph, each once though it is written in two ways."""
    for child in paragraph:
        if child.tag == W + "txbxContent":
            yield child
        elif child.tag == MC + "AlternateContent":
            chosen = [box for choice in child.iterfind(MC + "Choice") for box in boxes(choice)]
            fallback = child.find(MC + "Fallback")
            yield from chosen or (boxes(fallback) if fallback is not None else ())
        elif child.tag not in (W + "del", W + "moveFrom", W + "tbl"):
            yield from boxes(child)


def deep(parent: Any) -> str:
    """Return all text within, as one line."""
    return tidy(" ".join(text.text or "" for text in parent.iter(W + "t")))


def _runs(parent: Any) -> Iterator[Any]:
    for child in parent:
        if child.tag == W + "r":
            yield child
        elif child.tag in THROUGH:
            yield from _runs(child)


def _text(run: Any) -> str:
    return "".join(_signs(run))


def _signs(parent: Any) -> Iterator[str]:
    for child in parent:
        if child.tag == W + "t":
            yield child.text or ""
        elif child.tag == W + "sym":
            yield _symbol(child.get(W + "char", ""))
        elif child.tag in SIGNS:
            yield SIGNS[child.tag]
        elif child.tag in THROUGH:
            yield from _signs(child)


def _symbol(number: str) -> str:
    """Return a sign of a symbol font as Word's own bullets are written."""
    try:
        return chr(int(number, 16) | 0xF000) if len(number) <= 4 else ""
    except ValueError:
        return ""

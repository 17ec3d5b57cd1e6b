"""Lines of mixed words: each stretch in the element that it is read in, links where they lead."""

from __future__ import annotations

import itertools

from pipeline.formats.pdf import text
from pipeline.formats.pdf.page import Page
from pipeline.formats.pdf.tags import Annotation, Element
from pipeline.formats.pdf.text import Typefaces
from pipeline.paper.sheet import Box, Piece, Row


def write(page: Page, row: Row, element: Element | None, typefaces: Typefaces) -> None:
    """Paint the line; links, other languages and what runs to the left have their own elements."""
    if element is None:
        text.write_row(page, row, lambda piece: None, typefaces)
        return
    stretches: dict[int, list[Piece]] = {}
    for _, run in itertools.groupby(row.pieces, lambda one: (one.link, one.language)):
        pieces = list(run)
        stretches.update({id(piece): pieces for piece in pieces})
    owners: dict[int, Element] = {}

    def owner(piece: Piece) -> Element:
        pieces = stretches[id(piece)]
        if id(pieces) not in owners:
            owners[id(pieces)] = _owner(page, row, element, pieces)
        return owners[id(pieces)]

    text.write_row(page, row, owner, typefaces)


def _owner(page: Page, row: Row, element: Element, pieces: list[Piece]) -> Element:
    """Return the element that the pieces of one stretch are painted into."""
    link = pieces[0].link
    found = _within(element, link, pieces[0].language)
    if link:
        found.kids.extend(_places(page, row, pieces))
    return _told(found, pieces)


def _within(element: Element, link: str, language: str | None) -> Element:
    """Return the element for such words at the end of what is said so far."""
    other = language if language and language != element.language else ""
    if not link and not other:
        return element
    last = element.kids[-1] if element.kids else None
    if isinstance(last, Element) and last.inline and (last.link, last.language) == (link, other):
        return last
    made = Element("Link" if link else "Span", element)
    made.link, made.language, made.inline = link, other, True
    return made


def _places(page: Page, row: Row, pieces: list[Piece]) -> list[Annotation]:
    """Return where the link is on this line: pieces that stand side by side are one place."""
    says = "".join(piece.text for piece in pieces).strip() or pieces[0].link
    left = min(piece.x for piece in pieces)
    right = max(piece.x + piece.width for piece in pieces)
    box = Box(left, row.box.y, right - left, row.box.h)
    return [Annotation(page.number, page.around(box), pieces[0].link, says)]


def _told(owner: Element, pieces: list[Piece]) -> Element:
    """Return where words are painted: what runs to the left is told as it is read."""
    if not any(piece.rtl for piece in pieces):
        return owner
    made = Element("Span", owner)
    made.actual = "".join(piece.text for piece in pieces)
    return made

"""A place for the insert: the bytes that it replaces, and what stands around them."""

from __future__ import annotations

import base64
import re
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import blake2b

from pipeline.problems import Phrase, phrase, told
from pipeline.weekplan.markup import Node, W
from pipeline.weekplan.story import BODY, BOX, CONTENT, FOOTER, HEADER, SDT, TBL, TC, TR, P

CONTAINERS = frozenset({BODY, TC, BOX, HEADER, FOOTER, CONTENT, W + "customXml"})
PASSED = frozenset({CONTENT, W + "customXml"})
"""Containers without an edge of their own."""
BLOCKS = frozenset({P, TBL, SDT, W + "customXml", W + "altChunk"})
CLOSED = frozenset({W + "text", W + "dataBinding", W + "picture", W + "date", W + "dropDownList"})
"""What a content control holds when no table may stand in it."""
SPACED = (
    b'<w:p xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:pPr>'
    b'<w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/>'
    b'<w:rPr><w:sz w:val="2"/></w:rPr></w:pPr></w:p>'
)
"""A paragraph one point high, where Word wants one after or between tables."""


@dataclass(frozen=True)
class Said:
    """Words within a sentence, told in the language of the one who reads it."""

    words: Phrase

    def __str__(self) -> str:
        return told(self.words)


@dataclass(frozen=True)
class Record:
    """What lay where the insert lies: enough to take it out again and leave no trace.

    `replaced` are the bytes that it took the place of. The last `left` bytes ahead of the insert
    are what stayed of them, known by their digest. `spaced`: a small paragraph follows it.
    """

    replaced: bytes = b""
    left: int = 0
    known_by: str = ""
    spaced: bool = False

    def written(self) -> bytes:
        """Return the record as a comment."""
        told_bytes = base64.b64encode(self.replaced).decode()
        fields = (self.left, self.known_by, int(self.spaced), told_bytes)
        return f"<!--pals:{':'.join(map(str, fields))}-->".encode()


RECORD = re.compile(rb"<!--pals:(\d+):([0-9a-f]*):([01]):([A-Za-z0-9+/=]*)-->")


def read_record(markup: bytes) -> Record | None:
    """Return the record in an insert's markup, if no program has dropped it."""
    found = RECORD.search(markup)
    if not found:
        return None
    replaced = base64.b64decode(found[4])
    return Record(replaced, int(found[1]), found[2].decode(), found[3] == b"1")


def digest(data: bytes) -> str:
    """Return a short sum that two texts do not share."""
    return blake2b(data, digest_size=8).hexdigest()


@dataclass(frozen=True)
class Spot:
    """Where an insert goes: in place of `start` to `end` of a part.

    `around` is the element that holds it and `home` the one that its width is read from.
    `before` stands ahead of the insert, `carried` are bookmarks that move into it. `lead` and
    `trail` say that a small paragraph is needed. Copies of one place have the same `twin`.
    """

    part: str
    start: int
    end: int
    around: Node
    why: Phrase
    record: Record
    before: bytes = b""
    carried: bytes = b""
    lead: bool = False
    trail: bool = False
    kind: str = "kept"
    name: str = ""
    twin: tuple[int, int] | None = None
    gone: tuple[Node, ...] = ()


def holder(node: Node) -> tuple[Node, Node] | None:
    """Return the container that a table may be laid in, and its kid that `node` lies in."""
    kid, at = node, node.parent
    found = None
    while at:
        if at.name in CONTAINERS and found is None and kid.name in BLOCKS | {P}:
            found = at, kid
        if found and at.name == SDT and _is_closed(at):
            found = None
        if at.name in CONTAINERS - PASSED:
            return found
        kid, at = at, at.parent
    return found


def _is_closed(control: Node) -> bool:
    facts = control.kid(W + "sdtPr")
    return bool(facts and any(one.name in CLOSED for one in facts.kids))


def needs(around: Node, start: int, end: int) -> tuple[bool, bool]:
    """Tell whether a small paragraph must stand before the insert and after it."""
    ahead = _edge(around, start, -1)
    after = _edge(around, end, 1)
    return ahead == TBL, after != P


def _edge(around: Node, at: int, step: int) -> str | None:
    """Return the name of the paragraph or table that is next to the place, if any."""
    if step < 0:
        near = [one for one in around.kids if one.end <= at and one.name in BLOCKS]
    else:
        near = [one for one in around.kids if one.start >= at and one.name in BLOCKS]
    if near:
        return _outermost(near[-1 if step < 0 else 0], step)
    if around.name in PASSED and around.parent and around.parent.parent:
        outer = around.parent if around.name == CONTENT else around
        if outer.parent:
            return _edge(outer.parent, outer.start if step < 0 else outer.end, step)
    return None


def _outermost(node: Node, step: int) -> str:
    while node.name not in (P, TBL):
        inner = node.kid(CONTENT) if node.name == SDT else node
        blocks = [one for one in inner.kids if one.name in BLOCKS] if inner else []
        if not blocks:
            return P
        node = blocks[-1 if step < 0 else 0]
    return node.name


def edge_of(around: Node) -> Node:
    """Return the cell, box or text that an element stands in, through controls."""
    chain = (around, *around.above())
    return next((one for one in chain if one.name in CONTAINERS - PASSED), around)


def flat_blocks(node: Node) -> Iterator[Node]:
    """Yield the paragraphs and tables of an element, those in controls too."""
    for kid in node.kids:
        if kid.name in (P, TBL):
            yield kid
        elif kid.name in PASSED or kid.name == SDT:
            yield from flat_blocks(kid)


def where(spot: Spot, root: Node) -> Phrase:
    """Say where in the plan the spot lies."""
    chain = [spot.around, *spot.around.above()]
    names = [one.name for one in chain]
    cell = next((one for one in chain if one.name == TC), None)
    if BOX in names and (cell is None or names.index(BOX) < names.index(TC)):
        return phrase("in a text box")
    if root.name == HEADER:
        return phrase("in the header")
    if root.name == FOOTER:
        return phrase("in the footer")
    if cell is None:
        return phrase("in the text outside the tables")
    row = next(one for one in cell.above() if one.name == TR)
    table = next(one for one in row.above() if one.name == TBL)
    tables = [one for one in root.walk() if one.name == TBL]
    return phrase(
        "in table {table}, row {row}, cell {cell}",
        table=tables.index(table) + 1,
        row=_number(row, table, TR),
        cell=_number(cell, row, TC),
    )


def _number(node: Node, within: Node, name: str) -> int:
    """Return which of its like an element is, those in content controls counted too."""
    return sum(1 for one in likes(within, name) if one.start <= node.start)


def likes(within: Node, name: str) -> list[Node]:
    """Return the rows of a table or the cells of a row, also those in content controls."""
    found = []
    for kid in within.kids:
        if kid.name == name:
            found.append(kid)
        elif kid.name == SDT:
            content = kid.kid(CONTENT)
            found += likes(content, name) if content else []
        elif kid.name in (W + "customXml", W + "ins"):
            found += likes(kid, name)
    return found

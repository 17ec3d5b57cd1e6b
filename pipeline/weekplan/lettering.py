"""How high a paragraph is at a width, by its style, sizes and how broad letters are."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from pipeline.weekplan.markup import Node, Part, W, parsed, text_of
from pipeline.weekplan.room import POINT, TWIP, measure
from pipeline.weekplan.story import BOTH, BOX, FALLBACK, HIDDEN, P, T

HALF = POINT / 2
PLAIN_SIZE = 20  # half points, where nothing says
LINE = 240
# How broad letters are in Helvetica, in thousandths of their size, and faces in shares of that.
_LETTERS = {
    191: "'",
    222: "ijl",
    278: "ft .,:;/!I\u00a0",
    333: "r-()[]",
    355: '"•',
    500: "ckszxvyJ",
    611: "TFZø",
    667: "ABEKPSVXYÅ",
    722: "wCDHNRU",
    778: "GOQØ",
    833: "mM",
    889: "æ%",
    944: "W",
    1000: "Æ—…",
}
_BROAD_BY_LETTER = {ord(one): wide for wide, letters in _LETTERS.items() for one in letters}
_USUAL = 556
BROAD = {
    "calibri": 0.91,
    "carlito": 0.91,
    "aptos": 0.99,
    "times": 0.89,
    "cambria": 0.96,
    "garamond": 0.85,
    "georgia": 1.01,
    "verdana": 1.15,
    "dejavu": 1.14,
    "comic": 1.06,
    "tahoma": 0.99,
    "segoe": 1.0,
    "century gothic": 1.08,
    "candara": 0.95,
}
HIGH = {
    "calibri": 1.22,
    "aptos": 1.28,
    "cambria": 1.18,
    "verdana": 1.22,
    "dejavu": 1.17,
    "comic": 1.4,
    "segoe": 1.33,
    "candara": 1.22,
    "tahoma": 1.21,
    "arial": 1.15,
    "times": 1.15,
}
BROADEST, HIGHEST, BOLDER = 1.05, 1.22, 1.1


@dataclass(frozen=True)
class Look:
    """How a paragraph is set: its letters, and its spacing in mm; `line` is a share or mm."""

    size: float = PLAIN_SIZE
    face: str = ""
    bold: bool = False
    before: float = 0.0
    after: float = 0.0
    line: float = 1.0
    rule: str = "auto"
    left: float = 0.0
    right: float = 0.0
    first: float = 0.0


@lru_cache(256)
def _share(face: str, shares: tuple[tuple[str, float], ...], default: float) -> float:
    return next((share for name, share in shares if face.startswith(name)), default)


_BROAD, _HIGH = tuple(BROAD.items()), tuple(HIGH.items())


@lru_cache(4096)
def breadth(text: str) -> float:
    """Return how broad a text is in Helvetica, in sizes."""
    return sum(_BROAD_BY_LETTER.get(ord(one), _USUAL) for one in text) / 1000


def line_height(look: Look) -> float:
    """Return the height of a line in mm."""
    usual = look.size * HALF * _share(look.face, _HIGH, HIGHEST)
    if look.rule == "exact":
        return look.line
    return max(usual, look.line) if look.rule == "atLeast" else usual * look.line


class Styles:
    """The looks that a document's styles give."""

    def __init__(self, part: Part | None) -> None:
        root = part.root if part else Node("", {}, 0, None)
        self._by_id = {one.attributes.get(W + "styleId", ""): one for one in root.of(W + "style")}
        defaults = root.kid(W + "docDefaults")
        facts = defaults.kid(W + "rPrDefault", W + "rPr") if defaults else None
        look = lettered(Look(), facts)
        own = defaults.kid(W + "pPrDefault", W + "pPr") if defaults else None
        self.plain = spaced(look, own)
        self._usual = next(
            (
                name
                for name, one in self._by_id.items()
                if one.attributes.get(W + "type") == "paragraph"
                and one.attributes.get(W + "default") in ("1", "true")
            ),
            "",
        )
        self._known: dict[tuple[str, str], Look] = {}

    def look(self, paragraph: Node, table: str = "") -> Look:
        """Return the look of a paragraph, within a table of that style."""
        facts = paragraph.kid(W + "pPr")
        name = (facts.value(W + "pStyle") if facts else None) or self._usual
        known = self._known.get((name, table))
        if known is None:
            known = self.plain
            for one in (*self._chain(table), *self._chain(name)):
                known = spaced(lettered(known, one.kid(W + "rPr")), one.kid(W + "pPr"))
            self._known[name, table] = known
        return spaced(known, facts) if facts else known

    def _chain(self, name: str) -> list[Node]:
        """Return the style and those that it is based on, the first of all first."""
        chain: list[Node] = []
        while name in self._by_id and self._by_id[name] not in chain:
            chain.insert(0, self._by_id[name])
            name = chain[0].value(W + "basedOn") or ""
        return chain


@lru_cache(8)
def styles_of(content: bytes | None) -> Styles:
    """Return the looks that a part with styles gives; a school's plans often share theirs."""
    return Styles(parsed(content) if content is not None else None)


def lettered(look: Look, facts: Node | None) -> Look:
    """Return the look with the letters that a w:rPr says."""
    if facts is None or not facts.kids:
        return look
    size, faces, bold = look.size, look.face, look.bold
    for one in facts.kids:
        if one.name == W + "sz":
            size = float(measure(one, W + "val") or size)
        elif one.name == W + "rFonts":
            said = one.attributes.get(W + "ascii") or one.attributes.get(W + "asciiTheme") or ""
            faces = said.lower() or faces
        elif one.name == W + "b":
            bold = one.attributes.get(W + "val", "1") not in ("0", "false", "off")
    if (size, faces, bold) == (look.size, look.face, look.bold):
        return look
    return replace(look, size=size, face=faces, bold=bold)


def spaced(look: Look, facts: Node | None) -> Look:
    """Return the look with the spacing and indents that a w:pPr says."""
    if facts is None:
        return look
    found: dict[str, float | str] = {}
    spacing, indent = facts.kid(W + "spacing"), facts.kid(W + "ind")
    for side in ("before", "after"):
        said = measure(spacing, W + side)
        if said is not None:
            found[side] = said * TWIP
    line = measure(spacing, W + "line")
    if spacing and line:
        rule = spacing.attributes.get(W + "lineRule", "auto")
        found |= {"rule": rule, "line": line / LINE if rule == "auto" else line * TWIP}
    for name, sides in (("left", ("left", "start")), ("right", ("right", "end"))):
        for one in sides:
            said = measure(indent, W + one)
            if said is not None:
                found[name] = max(said, 0) * TWIP
    return replace(look, **found) if found else look  # type: ignore[arg-type]


def runs(part: Part, paragraph: Node, look: Look) -> Iterator[tuple[str, Look]]:
    """Yield each text of a paragraph with its look; a line break is a text of its own."""
    waiting = [(one, look) for one in reversed(paragraph.kids)]
    while waiting:
        node, at = waiting.pop()
        name = node.name
        if name == T:
            yield text_of(part, node), at
        elif name in (W + "br", W + "cr"):
            yield "\n", at
        elif name == W + "tab":
            yield " " * 8, at
        elif name == W + "r":
            inner = lettered(at, node.kid(W + "rPr"))
            waiting += [(one, inner) for one in reversed(node.kids)]
        elif name not in HIDDEN and name not in (W + "pPr", W + "rPr", P, BOX, FALLBACK, BOTH):
            waiting += [(one, at) for one in reversed(node.kids)]


def text_height(part: Part, paragraph: Node, look: Look, width: float) -> float:
    """Return the height in mm of a paragraph's lines, without the space around it."""
    room = max(width - look.left - look.right, 5.0)
    mark = lettered(look, paragraph.kid(W + "pPr", W + "rPr"))
    tallest, lines, at, count = 0.0, 1, 0.0, 0
    for text, own in runs(part, paragraph, look):
        tallest = max(tallest, line_height(own))
        scale = own.size * HALF * _share(own.face, _BROAD, BROADEST) * (BOLDER if own.bold else 1)
        for number, stretch in enumerate(text.split("\n")):
            if number:
                lines, at = lines + 1, 0.0
            for word in re.findall(r"\S+\s*|\s+", stretch):
                count += 1
                wide = breadth(word.rstrip()) * scale
                if at and at + wide > room:
                    lines, at = lines + 1, 0.0
                if wide > room:
                    lines += math.ceil(wide / room) - 1
                at += breadth(word) * scale
    return lines * (tallest if count else line_height(mark))

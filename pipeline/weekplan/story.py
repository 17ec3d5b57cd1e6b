"""The parts of a week plan that hold its words, and every line in them, letter by letter."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from pipeline.weekplan.markup import Node, Part, W, letters_of, parsed, text_of
from pipeline.weekplan.package import Package
from pipeline.weekplan.relations import OFFICE, Relation, relations

P, T, TC, TR, TBL, BODY = W + "p", W + "t", W + "tc", W + "tr", W + "tbl", W + "body"
SDT, CONTENT, BOX = W + "sdt", W + "sdtContent", W + "txbxContent"
SECTION = W + "sectPr"
HEADER, FOOTER = W + "hdr", W + "ftr"
MC = "http://schemas.openxmlformats.org/markup-compatibility/2006 "
BOTH, CHOICE, FALLBACK = MC + "AlternateContent", MC + "Choice", MC + "Fallback"
TAG = "pals-insert:"
"""How the tag of our content controls begins."""
HIDDEN = frozenset({W + "del", W + "moveFrom"})
"""What is struck out by a tracked change: no word in it counts."""
_FACTS = frozenset({W + "pPr", W + "rPr", W + "tblPr", W + "tblGrid", W + "tcPr", W + "sectPr"})
_SIGNS = {
    W + "tab": "\t",
    W + "br": "\n",
    W + "cr": "\n",
    W + "noBreakHyphen": "-",
    W + "ptab": "\t",
}


@dataclass
class Line:
    """A paragraph: what it says, and the text and signs that say it, in order."""

    node: Node
    pieces: list[tuple[Node, str]]

    @property
    def text(self) -> str:
        """Return what the paragraph says."""
        return "".join(text for _, text in self.pieces)

    def spans(self, part: Part) -> Iterator[tuple[int, int]]:
        """Yield for each letter the bytes that it is written with; a sign is its whole element."""
        for node, text in self.pieces:
            if node.name == T:
                yield from letters_of(part, node).spans
            else:
                yield from [(node.start, node.end)] * len(text)


@dataclass(frozen=True)
class Plan:
    """A week plan: its package, and the parts that hold words, the main one first."""

    package: Package
    main: str
    parts: Mapping[str, Part]

    @property
    def body(self) -> Node:
        """Return the element that holds the text."""
        body = self.parts[self.main].root.kid(BODY)
        if body is None:
            raise ValueError("no body")
        return body

    @cached_property
    def sections(self) -> list[Node]:
        """Return the settings of each section, in order."""
        found = []
        body = self.parts[self.main].root.kid(BODY)
        for node in body.kids if body else ():
            if node.name == SECTION:
                found.append(node)
            elif node.name == SDT:
                found += [one for one in node.walk() if one.name == SECTION]
            else:
                inner = node.kid(W + "pPr", SECTION)
                found += [inner] if inner else []
        return found

    @cached_property
    def lines(self) -> Mapping[str, list[Line]]:
        """Return the lines of each part, without what an earlier insert says."""
        return {name: list(lines_of(part, part.root)) for name, part in self.parts.items()}

    @cached_property
    def pointers(self) -> Mapping[str, Relation]:
        """Return what the main part points to, by id."""
        return {one.rid: one for one in relations(self.package, self.main)}

    def content_of(self, kind: str) -> bytes | None:
        """Return the part of that kind (styles, settings) that the main one points to."""
        for one in self.pointers.values():
            if one.kind == f"{OFFICE}/{kind}" and one.target in self.package:
                return self.package.read(one.target)
        return None

    def part_of(self, kind: str) -> Part | None:
        """Return the part of that kind, parsed."""
        content = self.content_of(kind)
        return parsed(content) if content is not None else None


def main_part(package: Package) -> str | None:
    """Return the name of the part that the file opens with."""
    for one in relations(package, ""):
        if one.kind.endswith("/officeDocument") and one.target in package:
            return one.target
    return None


def opened(package: Package, main: str) -> Plan:
    """Return the plan with the headers and footers that its sections refer to."""
    bare = Plan(package, main, {main: parsed(package.read(main))})
    parts = dict(bare.parts)
    for section in bare.sections:
        for kind in ("headerReference", "footerReference"):
            for node in section.of(W + kind):
                found = bare.pointers.get(node.attributes.get(f"{OFFICE} id", ""))
                if found and found.target in package and found.target not in parts:
                    parts[found.target] = parsed(package.read(found.target))
    return Plan(package, main, parts)


def is_ours(node: Node) -> bool:
    """Tell whether a content control is an insert that we laid in."""
    return node.name == SDT and (node.value(W + "sdtPr", W + "tag") or "").startswith(TAG)


def lines_of(part: Part, root: Node) -> Iterator[Line]:
    """Yield each paragraph under an element, in reading order."""
    found: list[Line] = []
    _gather(part, root, None, found)
    return iter(found)


def _gather(part: Part, node: Node, line: Line | None, found: list[Line]) -> None:
    for kid in node.kids:
        name = kid.name
        if name == T:
            if line:
                line.pieces.append((kid, text_of(part, kid)))
        elif name in _SIGNS:
            if line:
                line.pieces.append((kid, _SIGNS[name]))
        elif name == P:
            new = Line(kid, [])
            found.append(new)
            _gather(part, kid, new, found)
        elif not (name in _FACTS or name in HIDDEN or is_ours(kid) or _is_struck(kid)):
            _gather(part, kid, line, found)


def _is_struck(node: Node) -> bool:
    return node.name == TR and node.kid(W + "trPr", W + "del") is not None


def is_fallback(node: Node) -> bool:
    """Tell whether an element lies in the second copy of a text box."""
    return any(one.name == FALLBACK for one in node.above())


def said(plan: Plan) -> str:
    """Return all that the plan says, once."""
    lines = (line for found in plan.lines.values() for line in found)
    return "\n".join(line.text for line in lines if not is_fallback(line.node))


def folded(text: str) -> str:
    """Return a text as it is compared: in small letters, whole letters, single spaces."""
    plain = unicodedata.normalize("NFC", text).casefold()
    return re.sub(r"[\s\u200b\u00ad]+", " ", plain).strip()

"""A part's markup as a light tree that knows the byte where everything begins and ends."""

from __future__ import annotations

import codecs
import html
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from xml.parsers import expat

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main "
STRICT = "http://purl.oclc.org/ooxml/"
UTF8 = "utf-8"
_MARKS = {
    codecs.BOM_UTF16_LE: "utf-16-le",
    codecs.BOM_UTF16_BE: "utf-16-be",
    b"<\0?\0": "utf-16-le",
    b"\0<\0?": "utf-16-be",
}
_DECLARED = re.compile(
    rb"""^(?:\xef\xbb\xbf)?<\?xml[^>]*?encoding\s*=\s*["']([A-Za-z0-9._-]+)["']"""
)
_START_TAG = re.compile(rb"<(?:[^\"'>]|\"[^\"]*\"|'[^']*')*>")
_PIECE = re.compile(r"<!\[CDATA\[(.*?)\]\]>|<!--.*?-->|<\?.*?\?>|&[^;]*;|\r\n?|[^<&]", re.DOTALL)


class Node:
    """One element: its name, attributes and kids, and the bytes from `start` up to `end`."""

    __slots__ = ("attributes", "close", "end", "kids", "name", "parent", "start")

    def __init__(
        self, name: str, attributes: Mapping[str, str], start: int, parent: Node | None
    ) -> None:
        self.name, self.attributes, self.start, self.parent = name, attributes, start, parent
        self.kids: list[Node] = []
        self.close = self.end = start

    def kid(self, *names: str) -> Node | None:
        """Return the first kid of the first name, its first kid of the second and so on."""
        node: Node | None = self
        for name in names:
            node = next((one for one in node.kids if one.name == name), None) if node else None
        return node

    def of(self, name: str) -> Iterator[Node]:
        """Yield the kids of that name."""
        return (one for one in self.kids if one.name == name)

    def value(self, *names: str) -> str | None:
        """Return what w:val says on the kid that the names lead to."""
        node = self.kid(*names)
        return node.attributes.get(W + "val") if node else None

    def walk(self) -> Iterator[Node]:
        """Yield the element and all in it, in reading order."""
        waiting = [self]
        while waiting:
            node = waiting.pop()
            yield node
            waiting.extend(reversed(node.kids))

    def above(self) -> Iterator[Node]:
        """Yield the elements around it, the nearest first."""
        node = self.parent
        while node:
            yield node
            node = node.parent

    def __repr__(self) -> str:
        return f"<{self.name.rpartition(' ')[2]} {self.start}:{self.end}>"


@dataclass(frozen=True)
class Splice:
    """New bytes for those from `start` up to `end`."""

    start: int
    end: int
    new: bytes


@dataclass(frozen=True)
class Part:
    """A part's markup as UTF-8, the encoding that it is written in, and its tree."""

    data: bytes
    codec: str
    root: Node
    prefixes: frozenset[tuple[str, str]]

    def spliced(self, splices: Iterable[Splice]) -> bytes:
        """Return the part with the splices, in its own encoding; all else byte for byte."""
        return encoded(cut(self.data, splices), self.codec)

    def spliced_out(self, regions: Iterable[tuple[int, int]]) -> bytes:
        """Return the markup as UTF-8 without what lies in the regions."""
        return cut(self.data, (Splice(start, end, b"") for start, end in regions))

    def tag_end(self, node: Node) -> int:
        """Return where the start tag of an element ends."""
        return tag_end(self.data, node.start)

    def of(self, node: Node) -> bytes:
        """Return the element's bytes, its tags among them."""
        return self.data[node.start : node.end]


def cut(data: bytes, splices: Iterable[Splice]) -> bytes:
    """Return the bytes with the splices; where two begin at one place, the first given is first."""
    pieces, at = [], 0
    for one in sorted(splices, key=lambda one: (one.start, one.end)):
        if one.start < at:
            raise ValueError("two splices overlap")
        pieces += [data[at : one.start], one.new]
        at = one.end
    return b"".join([*pieces, data[at:]])


def tag_end(data: bytes, start: int) -> int:
    """Return where the tag that begins at `start` ends."""
    found = _START_TAG.match(data, start)
    if not found:
        raise ValueError("no tag begins here")
    return found.end()


def decoded(data: bytes) -> tuple[bytes, str]:
    """Return markup as UTF-8 with the codec it came in; ValueError where that loses a byte."""
    declared = _DECLARED.match(data)
    usual = declared[1].decode().lower() if declared else UTF8
    codec = next((one for mark, one in _MARKS.items() if data.startswith(mark)), usual)
    if codecs.lookup(codec).name == UTF8 or data.startswith(codecs.BOM_UTF8):
        return data, UTF8
    text = data.decode(codec)
    if text.encode(codec) != data:
        raise ValueError("the encoding is not steady")
    return text.encode(), codec


def encoded(data: bytes, codec: str) -> bytes:
    """Return UTF-8 markup in another encoding."""
    return data if codec == UTF8 else data.decode().encode(codec, "xmlcharrefreplace")


def parsed(content: bytes) -> Part:
    """Return the markup as a tree, or raise ValueError."""
    try:
        data, codec = decoded(content)
        root, prefixes = _tree(data)
    except (expat.ExpatError, LookupError, UnicodeError) as error:
        raise ValueError(str(error)) from None
    return Part(data, codec, root, frozenset(prefixes))


def _tree(data: bytes) -> tuple[Node, set[tuple[str, str]]]:
    parser = expat.ParserCreate(UTF8, " ")
    top = at = Node("", {}, 0, None)
    prefixes: set[tuple[str, str]] = set()

    def start(name: str, attributes: dict[str, str]) -> None:
        nonlocal at
        node = Node(name, attributes, parser.CurrentByteIndex, at)
        at.kids.append(node)
        at = node

    def end(_name: str) -> None:
        nonlocal at
        at.close = at.end = index = parser.CurrentByteIndex
        one_tag = data[index - 2 : index] == b"/>" and not at.kids
        if not (one_tag and tag_end(data, at.start) == index):
            at.end = data.index(b">", index) + 1
        at = at.parent or top

    def declare(prefix: str | None, uri: str | None) -> None:
        prefixes.add((prefix or "", uri or ""))

    parser.StartElementHandler, parser.EndElementHandler = start, end
    parser.StartNamespaceDeclHandler = declare
    parser.Parse(data, True)
    root = top.kids[0]
    root.parent = None
    return root, prefixes


@dataclass(frozen=True)
class Letters:
    """Text as it is read, and for each letter of it the bytes that it is written with."""

    text: str
    spans: tuple[tuple[int, int], ...]


def text_of(part: Part, node: Node) -> str:
    """Return the text of an element that holds nothing but text."""
    start = part.tag_end(node)
    if start >= node.close:
        return ""
    raw = part.data[start : node.close]
    if b"&" in raw or b"<" in raw or b"\r" in raw:
        return letters_of(part, node).text
    return raw.decode()


def letters_of(part: Part, node: Node) -> Letters:
    """Return the text of an element that holds nothing but text, letter by letter."""
    start = part.tag_end(node)
    if start >= node.close:
        return Letters("", ())
    text, spans, at = "", [], start
    for found in _PIECE.finditer(part.data[start : node.close].decode()):
        end = at + len(found[0].encode())
        shown = _shown(found)
        spans += _spans(found, shown, at, end)
        text, at = text + shown, end
    return Letters(text, tuple(spans))


def _shown(found: re.Match[str]) -> str:
    written = found[0]
    if found[1] is not None:
        return found[1]
    if written.startswith(("<!--", "<?")):
        return ""
    if written.startswith("&"):
        return html.unescape(written)
    return "\n" if written[0] == "\r" else written


def _spans(found: re.Match[str], shown: str, at: int, end: int) -> list[tuple[int, int]]:
    if found[1] is None:
        return [(at, end)] * len(shown)
    spans, at = [], at + len("<![CDATA[")
    for letter in shown:
        spans.append((at, at + len(letter.encode())))
        at = spans[-1][1]
    return spans

"""A school's own letter in Markdown: its front matter, and its blocks with the line of each."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from pipeline.problems import Gathered, Place, Problem, Sourced, fault, phrase
from pipeline.readers import door
from pipeline.readers.decoding import decoded
from pipeline.readers.letters import LINE_ENDS, SPACES, unwritable
from pipeline.readers.nodes import Node

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

SUFFIX = ".md"
LARGEST = door.MEGABYTE // 4
FENCE = "---"
SAFE = re.compile(r"(https?://|mailto:|tel:)", re.IGNORECASE)
BOLD = {"strong_open": 1, "em_open": 1, "strong_close": -1, "em_close": -1}
SHORT = 45  # a line with fewer letters is meant to end where it does, as under a greeting
COMMENT = re.compile(r"\s*<!--.*?-->\s*", re.DOTALL)


@dataclass(frozen=True)
class Piece:
    """Words of a block, set alike; they know their line. `link` is where they lead, if anywhere."""

    text: Sourced
    bold: bool = False
    link: str = ""


@dataclass(frozen=True)
class LetterBlock:
    """A heading with its level, a paragraph, an item, or an aside; or a picture by its file's name.

    An item with a `number` is one of a numbered list. `place` is the line it begins on; `broken`:
    the next one is its next line.
    """

    kind: str
    pieces: tuple[Piece, ...]
    place: Place
    level: int = 0
    number: int = 0
    picture: Sourced | None = None
    broken: bool = False


@dataclass(frozen=True)
class LetterRecord:
    """A letter as it is written: what stands above it, and its blocks."""

    name: str
    front: Node
    blocks: tuple[LetterBlock, ...]
    notes: tuple[Problem, ...] = ()


def read_letter(path: Path) -> LetterRecord:
    """Return the letter, or raise Faults with all that is wrong in it."""
    source = door.take_in(path, LARGEST, phrase("Write the letter there, or delete the file."))
    save = phrase("Save it as plain text in UTF-8.")
    door.refuse_other_kinds(source, save)
    notes = Gathered()
    text = decoded(source, save, notes)
    lines = LINE_ENDS.split(text)
    front, begins = _front(lines, source)
    body = "\n".join([""] * begins + lines[begins:])
    blocks = tuple(_Walk(source.place, notes).blocks(body))
    return LetterRecord(path.stem, front, blocks, notes.close())


def _front(lines: list[str], source: door.Source) -> tuple[Node, int]:
    """Return what stands between two lines of hyphens at the top, and where the letter begins."""
    from pipeline.readers.yaml_file import load

    if not lines or lines[0].strip() != FENCE:
        return Node(source.place.at(line=1)), 0
    end = next((at for at, one in enumerate(lines[1:], 1) if one.strip() == FENCE), None)
    if end is None:
        what = phrase("the lines at the top begin with ---, and nothing ends them.")
        raise fault(source.place.at(line=1), what, phrase("Write --- on a line below them."))
    above = "\n".join(["#", *lines[1:end]])
    found = load(door.Source(source.path, above.encode("utf-8")))
    if found is None:
        return Node(source.place.at(line=1)), end + 1
    if not isinstance(found, Node):
        what = phrase("there are no keys with values here.")
        mend = phrase("Write plain keys and values: 'dato: 15.9.2026'.")
        raise fault(source.place.at(line=2), what, mend)
    return found, end + 1


@dataclass
class _Walk:
    """Goes through the tokens of a letter, and knows which lists and quotes it is within."""

    file: Place
    gathered: Gathered
    lists: list[int] = field(default_factory=list)  # the number of the next item; 0: no numbers
    quotes: int = 0
    heading: int = 0
    item: bool = False

    def blocks(self, text: str) -> Iterator[LetterBlock]:
        """Yield each block of the text."""
        reader = _reader()
        for token in reader.parse(text):
            self._step(token)
            place = self.file.at(line=(token.map or [0])[0] + 1)
            if token.type == "inline":
                yield from self._inline(token)
            elif token.type in ("fence", "code_block"):
                pieces = (Piece(_clean(token.content, place)),)
                yield LetterBlock("paragraph", pieces, place)
            elif token.type == "html_block" and not COMMENT.fullmatch(token.content):
                self._refuse_html(token.content, place)

    def _step(self, token: Token) -> None:
        match token.type:
            case "bullet_list_open":
                self.lists.append(0)
            case "ordered_list_open":
                self.lists.append(int(token.attrs.get("start", 1)) or 1)
            case "bullet_list_close" | "ordered_list_close":
                self.lists.pop()
            case "list_item_open":
                self.item = True
            case "blockquote_open" | "blockquote_close":
                self.quotes += 1 if token.type.endswith("open") else -1
            case "heading_open":
                self.heading = int(token.tag[1])
            case "heading_close":
                self.heading = 0

    def _inline(self, token: Token) -> Iterator[LetterBlock]:
        """Yield the block, what follows a hard break as one more, and its pictures after it."""
        first = (token.map or [0])[0] + 1
        parts, pictures = self._parts(token, first)
        there = [one for one in parts if any(piece.text.strip() for piece in one)]
        for pieces in there:
            block = self._block(_trimmed(pieces), pieces[0].text.place or self.file)
            yield replace(block, broken=pieces is not there[-1])
        for picture, alt in pictures:
            place = picture.place or self.file
            yield LetterBlock("picture", (Piece(alt),), place, picture=picture)

    def _block(self, pieces: tuple[Piece, ...], place: Place) -> LetterBlock:
        if self.heading:
            return LetterBlock("heading", pieces, place, self.heading)
        if self.lists and self.item:
            number, self.item = self.lists[-1], False
            self.lists[-1] += 1 if number else 0
            return LetterBlock("item", pieces, place, number=number)
        return LetterBlock("aside" if self.quotes else "paragraph", pieces, place)

    def _parts(
        self, token: Token, line: int
    ) -> tuple[list[list[Piece]], list[tuple[Sourced, Sourced]]]:
        parts: list[list[Piece]] = [[]]
        pictures: list[tuple[Sourced, Sourced]] = []
        bold, link = 0, ""
        for kid in token.children or ():
            place = self.file.at(line=line)
            match kid.type:
                case "text" | "code_inline":
                    parts[-1].append(Piece(self._words(kid.content, place), bold > 0, link))
                case "softbreak" if _length(parts[-1]) >= SHORT:
                    parts[-1].append(Piece(Sourced(" ", place), bold > 0, link))
                    line += 1
                case "softbreak" | "hardbreak":
                    parts.append([])
                    line += 1
                case "link_open":
                    link = self._link(str(kid.attrs.get("href", "")), place)
                case "link_close":
                    link = ""
                case "image":
                    alt = _clean(kid.content, place)
                    pictures.append((Sourced(str(kid.attrs.get("src", "")), place), alt))
                case "html_inline" if not COMMENT.fullmatch(kid.content):
                    self._refuse_html(kid.content, place)
                case _:
                    bold += BOLD.get(kid.type, 0)
        return parts, pictures

    def _words(self, text: str, place: Place) -> Sourced:
        if sign := unwritable(text):
            what = phrase("there is a sign here that can not be printed ({sign}).", sign=sign)
            mend = phrase("Delete the text and write it again.")
            self.gathered.error(place, what, mend)
        return _clean(text, place)

    def _link(self, address: str, place: Place) -> str:
        if SAFE.match(address):
            return address
        what = phrase("the link '{address}' leads nowhere from a letter.", address=address)
        mend = phrase("Write the whole address, such as https://skolen.example.no.")
        self.gathered.error(place, what, mend)
        return ""

    def _refuse_html(self, markup: str, place: Place) -> None:
        if markup.startswith("</"):
            return  # what it closes is told of already
        shown = SPACES.sub(" ", markup).strip()[:30]
        what = phrase("'{markup}' is code of a web page, and none can stand here.", markup=shown)
        mend = phrase("Write plain words; **two stars** on each side make them bold.")
        self.gathered.error(place, what, mend)


def _reader() -> MarkdownIt:
    """Return a reader of Markdown that gives every link: we look at them, and tell of a bad one."""
    from markdown_it import MarkdownIt

    class Reader(MarkdownIt):
        def validateLink(self, url: str) -> bool:  # noqa: N802
            return True

    return Reader("commonmark")


def _length(pieces: list[Piece]) -> int:
    return sum(len(one.text) for one in pieces)


def _clean(text: str, place: Place) -> Sourced:
    return Sourced(SPACES.sub(" ", text), place)


def _trimmed(pieces: list[Piece]) -> tuple[Piece, ...]:
    """Return the pieces without the white around them all, and without empty ones."""
    kept = [one for one in pieces if one.text]
    first, last = kept[0], kept[-1]
    kept[0] = Piece(Sourced(first.text.lstrip(), first.text.place), first.bold, first.link)
    last = kept[-1]
    kept[-1] = Piece(Sourced(last.text.rstrip(), last.text.place), last.bold, last.link)
    return tuple(one for one in kept if one.text)

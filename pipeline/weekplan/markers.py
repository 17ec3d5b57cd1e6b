"""Finds an earlier insert of ours, and the markers that a teacher may have set for one."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence

from pipeline.problems import phrase
from pipeline.weekplan.cells import into_cell, is_bare
from pipeline.weekplan.insert import Words
from pipeline.weekplan.markup import Node, Part, Splice, W, cut
from pipeline.weekplan.spots import CONTAINERS, Record, Spot, digest, holder, needs, read_record
from pipeline.weekplan.story import (
    CONTENT,
    HIDDEN,
    SDT,
    SECTION,
    TAG,
    TBL,
    TC,
    Line,
    P,
    folded,
    is_ours,
    lines_of,
)

NAME = "_pals_"
"""How the names of the bookmarks in our inserts begin; LibreOffice keeps them, not the tags."""
MARKER, KEPT = "marker", "kept"
"""What became of what lay there: a marker is given back, else nothing was replaced."""
_GAP = r"[\s_\u00a0\u200b\u00ad-]*"
_START, _END = W + "bookmarkStart", W + "bookmarkEnd"
_PLAIN = frozenset(
    W + name
    for name in (
        *("pPr", "r", "rPr", "t", "tab", "proofErr", "lastRenderedPageBreak", "hyperlink", "ins"),
        *("smartTag", "bookmarkStart", "bookmarkEnd", "sdt", "sdtPr", "sdtContent", "softHyphen"),
    )
)
_FACTS = (W + "pPr", W + "rPr", W + "sdtPr")
_REFUSED = frozenset({SECTION, W + "del", W + "moveFrom"})


def key(name: str) -> str:
    """Return a marker's name as it is compared: å may be a, and a gap may be a line."""
    plain = folded(re.sub(r"[_-]+", " ", unicodedata.normalize("NFC", name)))
    return plain.replace("å", "a")


def pattern(words: Words) -> re.Pattern[str]:
    """Return what finds the markers in a line of text."""
    names = "|".join(_GAP.join(map(_loosely, re.split(r"[\s_-]+", one))) for one in words.marker)
    return re.compile(rf"\{{\{{{_GAP}(?:{names}){_GAP}\}}\}}", re.IGNORECASE)


def _loosely(word: str) -> str:
    letters = []
    for letter in word:
        apart = unicodedata.normalize("NFD", letter)
        also = f"(?:{letter}|{apart}|{apart[0]})" if len(apart) > 1 else re.escape(letter)
        letters.append(also)
    return "".join(letters)


def earlier(name: str, part: Part) -> Iterator[Spot]:
    """Yield the inserts that were laid into a part before."""
    for node in part.root.walk():
        if is_ours(node) and node.parent and node.parent.name in CONTAINERS:
            yield _again(name, part, node)
        elif node.name == _START and node.attributes.get(W + "name", "").startswith(NAME):
            above = list(node.above())
            if any(map(is_ours, above)):
                continue
            table = next((one for one in above if one.name == TBL), None)
            table = table or _next_table(node)
            if table and table.parent and table.parent.name in CONTAINERS:
                yield _left_bare(name, table, node.attributes[W + "name"])


def _next_table(mark: Node) -> Node | None:
    """Return the table that a bookmark between blocks begins ahead of."""
    kids = mark.parent.kids if mark.parent and mark.parent.name in CONTAINERS else []
    after = [one for one in kids if one.start > mark.start and one.name in (P, TBL)]
    return after[0] if after and after[0].name == TBL else None


def _again(name: str, part: Part, node: Node) -> Spot:
    around = node.parent
    assert around is not None
    tag = node.value(W + "sdtPr", W + "tag") or ""
    kind = MARKER if tag.removeprefix(TAG) == MARKER else KEPT
    content = node.kid(CONTENT)
    kids = content.kids if content else []
    marks = [one for one in kids if one.name in (_START, _END)]
    own = [one for one in node.walk() if one.attributes.get(W + "name", "").startswith(NAME)]
    ids = {one.attributes.get(W + "id") for one in own}
    carried = b"".join(part.of(one) for one in marks if one.attributes.get(W + "id") not in ids)
    lead, trail = needs(around, node.start, node.end)
    return Spot(
        part=name,
        start=node.start,
        end=node.end,
        around=around,
        why=phrase("in place of the earlier insert"),
        record=read_record(part.of(node)) or Record(spaced=trail),
        carried=carried,
        lead=lead,
        trail=trail,
        kind=kind,
        name=own[0].attributes[W + "name"] if own else "",
        gone=(node,),
    )


def _left_bare(name: str, table: Node, mark: str) -> Spot:
    """Return the spot of an insert whose content control another program has taken off."""
    around = table.parent
    assert around is not None
    lead, trail = needs(around, table.start, table.end)
    kind = MARKER if mark.startswith(f"{NAME}{MARKER}") else KEPT
    why = phrase("in place of the earlier insert")
    record = Record(spaced=trail)
    return Spot(
        *(name, table.start, table.end, around, why, record),
        lead=lead,
        trail=trail,
        kind=kind,
        name=mark,
        gone=(table,),
    )


def marked(name: str, part: Part, lines: Sequence[Line], words: Words) -> Iterator[Spot]:
    """Yield the markers in a part: in the text, content controls and bookmarks."""
    yield from written(name, part, lines, words)
    names = {key(one) for one in words.marker}
    if any(one in part.data for one in (b"bookmarkStart", b"sdtPr")):
        for node in part.root.walk():
            spot = _named(name, part, node, names)
            if spot and not any(one.name in HIDDEN for one in node.above()):
                yield spot


def written(name: str, part: Part, lines: Iterable[Line], words: Words) -> Iterator[Spot]:
    """Yield the markers in the text of a part."""
    found = pattern(words)
    for line in lines:
        text = line.text
        if "{{" in text and found.search(text):
            spot = _written(name, part, line, found)
            if spot:
                yield spot


def _named(name: str, part: Part, node: Node, names: set[str]) -> Spot | None:
    if node.name == SDT:
        facts = node.kid(W + "sdtPr")
        said = [facts.value(W + "alias"), facts.value(W + "tag")] if facts else []
        if any(key(one) in names for one in said if one):
            return _control(name, part, node)
    elif node.name == _START and key(node.attributes.get(W + "name", "")) in names:
        return _bookmark(name, part, node)
    return None


def _written(name: str, part: Part, line: Line, found: re.Pattern[str]) -> Spot | None:
    """Return the spot of a marker in a paragraph, which goes if it says nothing else."""
    text, spans = line.text, list(line.spans(part))
    cuts = sorted({spans[at] for one in found.finditer(text) for at in range(*one.span())})
    return _cut_out(name, part, line.node, cuts, not found.sub("", text).strip())


def _cut_out(
    name: str, part: Part, node: Node, cuts: list[tuple[int, int]], alone: bool
) -> Spot | None:
    """Return the spot in place of a paragraph, or after what is left of it without the cuts."""
    held = holder(node)
    if not held:
        return None
    around, kid = held
    carried, before = b"", b""
    if alone and kid is node and _is_plain(node) and not _other_prefix(part):
        marks = (one for one in node.walk() if one.name in (_START, _END))
        carried = b"".join(map(part.of, marks))
    else:
        splices = [Splice(start - kid.start, end - kid.start, b"") for start, end in cuts]
        before = cut(part.of(kid), splices)
    return _replacing(name, part, around, kid, before, carried)


def _replacing(
    name: str, part: Part, around: Node, kid: Node, before: bytes = b"", carried: bytes = b""
) -> Spot:
    lead, trail = needs(around, kid.start, kid.end)
    return Spot(
        part=name,
        start=kid.start,
        end=kid.end,
        around=around,
        why=phrase("in place of the marker"),
        record=Record(part.of(kid), len(before), digest(before), trail),
        before=before,
        carried=carried,
        lead=lead and not before,
        trail=trail,
        kind=MARKER,
        gone=() if before else (kid,),
    )


def _other_prefix(part: Part) -> bool:
    return any(prefix == "w" and uri != W.strip() for prefix, uri in part.prefixes)


def _is_plain(paragraph: Node) -> bool:
    """Tell whether a paragraph holds nothing but text, so that it can go for a while."""
    starts = {one.attributes.get(W + "id") for one in paragraph.walk() if one.name == _START}
    ends = {one.attributes.get(W + "id") for one in paragraph.walk() if one.name == _END}
    waiting = list(paragraph.kids)
    while waiting:
        node = waiting.pop()
        if node.name not in _PLAIN:
            return False
        if node.name not in _FACTS:
            waiting += node.kids
        elif any(one.name in _REFUSED for one in node.walk()):
            return False
    return starts == ends


def _control(name: str, part: Part, control: Node) -> Spot | None:
    content = control.kid(CONTENT)
    if content is None:
        return None
    cell = next((one for one in control.walk() if one.name in (TC, TBL)), None)
    if cell and cell.name == TC:
        return into_cell(name, cell, phrase("in place of the marker"))
    paragraph = next((one for one in control.above() if one.name in CONTAINERS | {P}), None)
    if paragraph and paragraph.name == P:
        whole = "".join(line.text for line in lines_of(part, paragraph) if line.node is paragraph)
        inner = "".join(line.text for line in lines_of(part, _as_line(control)))
        alone = folded(whole) == folded(inner)
        return _cut_out(name, part, paragraph, [(control.start, control.end)], alone)
    held = holder(control)
    return _replacing(name, part, held[0], held[1]) if held else None


def _as_line(control: Node) -> Node:
    """Return an element whose only paragraph is what a control among words holds."""
    root = Node("", {}, control.start, None)
    line = Node(P, {}, control.start, root)
    line.kids, root.kids = [control], [line]
    return root


def _bookmark(name: str, part: Part, mark: Node) -> Spot | None:
    """Return the spot at a bookmark: ahead of an empty paragraph, or else after it."""
    paragraph = next((one for one in mark.above() if one.name in CONTAINERS | {P}), None)
    if paragraph is None:
        return None
    if paragraph.name == P:
        held = holder(paragraph)
        if not held:
            return None
        around, kid = held
        at = kid.start if kid is paragraph and is_bare(part, kid) else kid.end
    else:
        around, at = paragraph, mark.end
    lead, trail = needs(around, at, at)
    why = phrase("at the bookmark")
    return Spot(name, at, at, around, why, Record(spaced=trail), lead=lead, trail=trail)


def marker_left(words: Words) -> bytes:
    """Return a plain paragraph with the marker, for one that nothing else is known of."""
    uri = W.strip()
    text = "{{ " + re.sub(r"[\s-]+", "_", words.marker[0].strip().lower()) + " }}"
    return f'<w:p xmlns:w="{uri}"><w:r><w:t>{text}</w:t></w:r></w:p>'.encode()

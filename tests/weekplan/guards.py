"""What must hold of a week plan after the surgery, seen with another reader than ours."""

import re
import zipfile
from collections.abc import Iterator
from io import BytesIO
from xml.etree import ElementTree

from tests.weekplan.plans import RELS, TYPES, R, W, parts

SDT = re.compile(
    rb'<w:sdt xmlns:w="[^"]*"><w:sdtPr><w:alias [^>]*/><w:tag w:val="pals-insert:.*?</w:sdt>', re.S
)
LAID = "pals-insert:"
BLOCKS = {f"{{{W}}}{one}" for one in ("p", "tbl", "sdt")}
P, TBL, TC, SDT_TAG, CONTENT = (f"{{{W}}}{one}" for one in ("p", "tbl", "tc", "sdt", "sdtContent"))
MAY_CHANGE = re.compile(
    r"word/(document|header\d|footer\d)\.xml$|word/_rels/.*\.rels$|\[Content_Types\]\.xml$"
)
EDGES = {f"{{{W}}}{one}" for one in ("body", "tc", "hdr", "ftr", "txbxContent")}


def leaves_the_rest(before: bytes, after: bytes) -> Iterator[str]:
    """Compare the raw entries: order, dates, flags and packed bytes."""
    old, new = (_raw(one) for one in (before, after))
    yield from (f"{name} is gone" for name in old if name not in new)
    kept = [name for name in new if name in old]
    if kept != list(old):
        yield "the order is another"
    for name in kept:
        if not MAY_CHANGE.match(name) and old[name] != new[name]:
            yield f"{name} is changed"
        if old[name][0] != new[name][0]:
            yield f"{name} has another date"
    for name in new:
        if name not in old and not re.match(
            r"word/(media/pals-\w+\.png|_rels/\w+\.xml\.rels)$", name
        ):
            yield f"{name} is new"


def _raw(content: bytes) -> dict[str, tuple]:
    with zipfile.ZipFile(BytesIO(content)) as packed:
        found = {}
        for info in packed.infolist():
            data = content[info.header_offset :][
                : 30 + len(info.filename.encode()) + info.compress_size
            ]
            found[info.filename] = info.date_time, data
        return found


def touches_only_its_place(before: bytes, after: bytes) -> Iterator[str]:
    """Cut what was laid in out of the changed parts; what is left must lie in the old, in order."""
    old, new = parts(before), parts(after)
    for name, content in new.items():
        if name not in old or old[name] == content or not name.endswith(".xml") or "[" in name:
            continue
        codec = "utf-16" if content[:2] in (b"\xff\xfe", b"\xfe\xff") else "latin-1"
        texts = (
            one.decode(codec).encode("utf-8" if codec == "utf-16" else "latin-1")
            for one in (old[name], content)
        )
        was, now = texts
        at = 0
        for piece in SDT.split(now):
            for line in _solid(piece):
                found = was.find(line, at)
                if found < 0:
                    yield f"{name}: {line[:60]!r} was not there"
                else:
                    at = found + len(line)


def _solid(piece: bytes) -> list[bytes]:
    """Return the pieces between small paragraphs of ours and emptied texts."""
    facts = rb'<w:pPr><w:spacing w:before="0"[^>]*/><w:rPr><w:sz w:val="2"/></w:rPr></w:pPr>'
    spaced = rb'<w:p xmlns:w="[^"]*">' + facts + rb"</w:p>"
    tags = [one for one in re.split(spaced + rb"|(?<=>)|(?=<)", piece) if one]
    return [word for one in tags for word in ([one] if one[:1] == b"<" else one.split())]


def is_sound(_before: bytes, after: bytes) -> Iterator[str]:
    """See that Word can open it: cells end with a paragraph, tables are parted, nothing nests."""
    for name, root in _stories(after):
        for node in root.iter():
            blocks = [one for one in node if one.tag in BLOCKS]
            if node.tag == TC and (not blocks or blocks[-1].tag != P):
                yield f"{name}: a cell does not end with a paragraph"
            if node.tag in EDGES:
                flat = list(_flat(node))
                if any(one == two == TBL for one, two in zip(flat, flat[1:], strict=False)):
                    yield f"{name}: two tables touch"
                if flat and flat[-1] != P:
                    yield f"{name}: a table is the last"
            if node.tag == P and any(_is_ours(one) for one in _within(node)):
                yield f"{name}: an insert lies in a paragraph"


def _stories(content: bytes) -> Iterator[tuple[str, ElementTree.Element]]:
    for name, data in parts(content).items():
        if re.match(r"word/(document|header\d|footer\d)\.xml$", name):
            yield name, ElementTree.fromstring(data)


def _flat(node: ElementTree.Element) -> Iterator[str]:
    for kid in node:
        if kid.tag in (P, TBL):
            yield kid.tag
        elif kid.tag in (SDT_TAG, CONTENT):
            yield from _flat(kid)


def _within(node: ElementTree.Element) -> Iterator[ElementTree.Element]:
    for kid in node:
        if not kid.tag.endswith("}txbxContent"):
            yield kid
            yield from _within(kid)


def _is_ours(node: ElementTree.Element) -> bool:
    tag = node.find(f"{{{W}}}sdtPr/{{{W}}}tag") if node.tag == SDT_TAG else None
    return tag is not None and tag.get(f"{{{W}}}val", "").startswith(LAID)


def has_its_pictures(_before: bytes, after: bytes) -> Iterator[str]:
    """Follow every picture to its part and the part to its content type."""
    content = parts(after)
    types = ElementTree.fromstring(content["[Content_Types].xml"])
    endings = [one.get("Extension") for one in types.iter(f"{{{TYPES}}}Default")]
    if len(endings) != len(set(endings)):
        yield "two defaults for one ending"
    for name, root in _stories(after):
        rels = content.get(f"word/_rels/{name.split('/')[1]}.rels", b"<none/>")
        found = list(ElementTree.fromstring(rels).iter(f"{{{RELS}}}Relationship"))
        ids = [one.get("Id") for one in found]
        if len(ids) != len(set(ids)):
            yield f"{name}: two relationships with one id"
        targets = {one.get("Id"): one.get("Target") for one in found}
        for node in root.iter():
            rid = node.get(f"{{{R}}}embed")
            if rid and f"word/{targets.get(rid)}" not in content:
                yield f"{name}: {rid} leads nowhere"
            elif rid and targets[rid].rpartition(".")[2] not in endings:
                yield f"{targets[rid]} has no content type"


def numbers_once(before: bytes, after: bytes) -> Iterator[str]:
    """See that our pictures and bookmarks have numbers and names that nothing else has."""
    had, has = _numbered(before), _numbered(after)
    for what, found in has.items():
        twice = {one for one in found if found.count(one) > max(had[what].count(one), 1)}
        yield from (f"the {what} {one} comes twice" for one in sorted(map(str, twice)))
    if any(len(has[what]) <= len(had[what]) for what in has):
        yield "nothing was laid in"


def _numbered(content: bytes) -> dict[str, list[str | None]]:
    found: dict[str, list[str | None]] = {"picture": [], "bookmark": [], "name": []}
    for _, root in _stories(content):
        for node in root.iter():
            kind = node.tag.rpartition("}")[2]
            if kind == "docPr":
                found["picture"].append(node.get("id"))
            elif kind == "bookmarkStart":
                found["bookmark"].append(node.get(f"{{{W}}}id"))
                found["name"].append(node.get(f"{{{W}}}name"))
    return found


GUARDS = (leaves_the_rest, touches_only_its_place, is_sound, has_its_pictures, numbers_once)


def faults(before: bytes, after: bytes) -> list[str]:
    return [f"{guard.__name__}: {one}" for guard in GUARDS for one in guard(before, after)]

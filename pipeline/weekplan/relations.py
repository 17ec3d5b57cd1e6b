"""Which parts a part points to: its relationships and the list of content types, by splices."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import blake2b

from pipeline.weekplan.markup import Node, Part, Splice, parsed
from pipeline.weekplan.package import Package

RELS = "http://schemas.openxmlformats.org/package/2006/relationships"
TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
LIST = "[Content_Types].xml"
IMAGE = f"{OFFICE}/image"
DOCUMENT = f"{OFFICE}/officeDocument"
MEDIA = "media/pals-"
KINDS = {"png": "image/png", "jpg": "image/jpeg", "jpeg": "image/jpeg"}
BARE = (
    b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    b"</Relationships>"
)
"""The relationships that are made for a part that has none."""
_OPENED = b"<!--pals-->"
"""Says that the element was written as one empty tag before something was laid in."""


@dataclass(frozen=True)
class Relation:
    """One relationship: its id, what kind, and the full name of the part it points to."""

    rid: str
    kind: str
    target: str
    node: Node


def rels_of(name: str) -> str:
    """Return the name of the part that holds the relationships of another."""
    folder, _, file = name.rpartition("/")
    return f"{folder}/_rels/{file}.rels" if folder else f"_rels/{file}.rels"


def relations(package: Package, name: str) -> list[Relation]:
    """Return what a part points to within the file; "" is the file itself."""
    rels = rels_of(name)
    return _listed(parsed(package.read(rels)), name) if rels in package else []


def _listed(part: Part, name: str) -> list[Relation]:
    folder = posixpath.dirname(name)
    found = []
    for node in part.root.of(f"{RELS} Relationship"):
        said = node.attributes
        inside = said.get("TargetMode") != "External"
        target = posixpath.normpath(posixpath.join("/", folder, said.get("Target", "")))
        where = target.lstrip("/") if inside else ""
        found.append(Relation(said.get("Id", ""), said.get("Type", ""), where, node))
    return found


def media_name(owner: str, picture: str, content: bytes) -> str:
    """Return the full name that a picture's part has: by its content, so the same is one."""
    ending = picture.rpartition(".")[2].lower()
    digest = blake2b(content, digest_size=8).hexdigest()
    return posixpath.join(posixpath.dirname(owner), f"{MEDIA}{digest}.{ending}")


class Pointers:
    """The relationships of one part while pictures are added to it and taken out."""

    def __init__(self, package: Package, owner: str) -> None:
        self.owner, self.name = owner, rels_of(owner)
        self._part = parsed(package.read(self.name) if self.name in package else BARE)
        self._relations = _listed(self._part, owner)
        self._gone: set[str] = set()
        self._new: dict[str, str] = {}

    def to(self, target: str) -> str:
        """Return the id of a new relationship to a picture."""
        if target not in self._new:
            taken = {one.rid for one in self._relations if one.rid not in self._gone}
            taken |= set(self._new.values())
            number = next(n for n in range(1, len(taken) + 2) if f"rIdPals{n}" not in taken)
            self._new[target] = f"rIdPals{number}"
        return self._new[target]

    def drop(self, rids: Iterable[str]) -> None:
        """Take out those of the relationships that point to pictures of ours."""
        for one in self._relations:
            if one.rid in rids and one.kind == IMAGE:
                self._gone.add(one.rid)

    def targets(self) -> set[str]:
        """Return what the part points to now."""
        kept = {one.target for one in self._relations if one.rid not in self._gone}
        return kept | set(self._new)

    def content(self) -> bytes | None:
        """Return the relationships now, or None where there is no need of the part."""
        splices = [
            Splice(one.node.start, one.node.end, b"")
            for one in self._relations
            if one.rid in self._gone
        ]
        new = b"".join(self._written(target, rid) for target, rid in self._new.items())
        content = _laid_last(self._part, splices, new)
        return None if content == BARE else content

    def _written(self, target: str, rid: str) -> bytes:
        short = posixpath.relpath("/" + target, "/" + posixpath.dirname(self.owner))
        said = f'Id="{rid}" Type="{IMAGE}" Target="{short}"'
        return f'<Relationship xmlns="{RELS}" {said}/>'.encode()


def _laid_last(part: Part, splices: list[Splice], new: bytes) -> bytes:
    """Return the part with the splices, and with `new` as the last in its root."""
    root = part.root
    opening = part.tag_end(root)
    if root.close < root.end:
        content = part.spliced([*splices, Splice(root.close, root.close, new)])
        again = parsed(content)
        start, close = again.tag_end(again.root), again.root.close
        if again.data[start:close] == _OPENED:
            end = [Splice(start - 1, again.root.end, b"/>")]
            return again.spliced(end)
        return content
    if not new:
        return part.spliced([])
    name = part.data[root.start + 1 : opening].split(b"/")[0].split()[0]
    inner = b">" + _OPENED + new + b"</" + name + b">"
    return part.spliced([Splice(opening - 2, opening, inner)])


def types_with(content: bytes, names: Iterable[str]) -> bytes:
    """Return the list of content types with a default for every kind of picture among the parts.

    A default that we laid in before is taken out where no part needs it any more.
    """
    part = parsed(content)
    endings = {name.rpartition(".")[2].lower() for name in names} & set(KINDS)
    splices, known = [], set()
    for node in part.root.of(f"{TYPES} Default"):
        ending = node.attributes.get("Extension", "").lower()
        known.add(ending)
        if ending in KINDS and ending not in endings and part.of(node) == _default(ending):
            splices.append(Splice(node.start, node.end, b""))
    new = b"".join(_default(one) for one in sorted(endings - known))
    at = part.tag_end(part.root)
    return part.spliced([*splices, Splice(at, at, new)])


def _default(ending: str) -> bytes:
    return f'<Default xmlns="{TYPES}" ContentType="{KINDS[ending]}" Extension="{ending}"/>'.encode()


def type_of(content: bytes, name: str) -> str:
    """Return the content type of a part."""
    root = parsed(content).root
    for node in root.of(f"{TYPES} Override"):
        if node.attributes.get("PartName", "").lstrip("/") == name:
            return node.attributes.get("ContentType", "")
    ending = name.rpartition(".")[2].lower()
    for node in root.of(f"{TYPES} Default"):
        if node.attributes.get("Extension", "").lower() == ending:
            return node.attributes.get("ContentType", "")
    return ""

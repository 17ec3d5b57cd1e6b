"""Lays an insert into each spot, by splices in the parts, and takes inserts out again."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import count
from xml.sax.saxutils import quoteattr

from pipeline.weekplan.insert import Insert, Words
from pipeline.weekplan.markers import NAME, marker_left
from pipeline.weekplan.markup import Node, Part, Splice, W
from pipeline.weekplan.package import Package
from pipeline.weekplan.relations import LIST, Pointers, media_name, relations, types_with
from pipeline.weekplan.spots import BLOCKS, SPACED, Spot, digest, edge_of, flat_blocks
from pipeline.weekplan.story import TAG, P, Plan

_NUMBERS = re.compile(rb"""[\s:]id\s*=\s*["'](\d{1,10})["']""")
_RIDS = re.compile(rb"""="([^"]*)"|='([^']*)'""")
_SLOT = re.compile(r"\{docpr\}|\{rid:([^}]+)\}")
HIGHEST = 2**31 - 10_000
LOOSE = ("footnotes", "endnotes", "comments")
"""Parts whose numbers must not be met a second time either."""


@dataclass(frozen=True)
class Task:
    """A spot, and the insert that was made for its width."""

    spot: Spot
    insert: Insert


def parted(spots: Sequence[Spot]) -> list[Spot]:
    """Return the spots in order, with a small paragraph between two that would come to touch."""
    ordered: list[Spot] = []
    for spot in sorted(spots, key=lambda one: (one.start, one.end)):
        last = ordered[-1] if ordered else None
        if last and (spot.start < last.end or spot.start == last.start == last.end):
            continue
        if last and _touch(last, spot):
            record = replace(last.record, spaced=True)
            ordered[-1] = replace(last, trail=True, record=record)
            spot = replace(spot, lead=False)
        ordered.append(spot)
    return ordered


def _touch(first: Spot, second: Spot) -> bool:
    """Tell whether nothing will stand between two inserts."""
    edge = edge_of(first.around)
    if edge is not edge_of(second.around) or second.before or first.trail:
        return False
    return not any(one.start >= first.end and one.end <= second.start for one in flat_blocks(edge))


def laid(plan: Plan, tasks: Iterable[Task], words: Words) -> Package:
    """Return the package with every insert in its place."""
    by_part: dict[str, list[Task]] = {}
    for task in tasks:
        by_part.setdefault(task.spot.part, []).append(task)
    numbers = _free(plan, [task.spot for found in by_part.values() for task in found])
    names = _names(plan)
    parts: dict[str, bytes | None] = {}
    for name, found in by_part.items():
        part = plan.parts[name]
        regions = [(one.spot.start, one.spot.end) for one in found]
        pointers = Pointers(plan.package, name)
        pointers.drop(_only_in(part, regions))
        splices = []
        for task in found:
            parts.update(_media(name, task.insert))
            spot = task.spot if task.spot.name else replace(task.spot, name=names(task.spot))
            new = _wrapped(replace(task, spot=spot), words, pointers, numbers)
            splices.append(Splice(spot.start, spot.end, new))
        parts[name] = part.spliced(splices)
        parts[pointers.name] = pointers.content()
    return _settled(plan, parts)


def _media(owner: str, insert: Insert) -> dict[str, bytes | None]:
    return {media_name(owner, one, content): content for one, content in insert.pictures.items()}


def _wrapped(task: Task, words: Words, pointers: Pointers, numbers: Iterator[int]) -> bytes:
    """Return the content control with the insert and all that must stand around it."""
    spot, insert = task.spot, task.insert

    def fill(found: re.Match[str]) -> str:
        if found[1] is None:
            return str(next(numbers))
        return pointers.to(media_name(spot.part, found[1], insert.pictures[found[1]]))

    mark = next(numbers)
    record = spot.record
    if spot.kind == "marker" and not record.replaced:
        record = replace(record, replaced=marker_left(words) + spot.carried)
    filled = _SLOT.sub(fill, re.sub(r"^\s*<\?xml.*?\?>\s*", "", insert.xml)).strip()
    return b"".join(
        [
            spot.before,
            f'<w:sdt xmlns:w="{W.strip()}"><w:sdtPr>'.encode(),
            f"<w:alias w:val={quoteattr(words.title)}/>".encode(),
            f'<w:tag w:val="{TAG}{spot.kind}"/></w:sdtPr><w:sdtContent>'.encode(),
            spot.carried,
            SPACED if spot.lead else b"",
            f'<w:bookmarkStart w:id="{mark}" w:name="{spot.name}"/>'.encode(),
            filled.encode(),
            f'<w:bookmarkEnd w:id="{mark}"/></w:sdtContent>'.encode(),
            record.written(),
            b"</w:sdt>",
            SPACED if spot.trail else b"",
        ]
    )


def _names(plan: Plan) -> Callable[[Spot], str]:
    """Return what gives each new bookmark a name that no other has."""
    pattern = re.compile(rb"_pals_[a-z]+_(\d+)")
    taken = {int(n) for part in plan.parts.values() for n in pattern.findall(part.data)}
    free = (n for n in count(1) if n not in taken)

    return lambda spot: f"{NAME}{spot.kind}_{next(free)}"


def _free(plan: Plan, spots: Sequence[Spot]) -> Iterator[int]:
    """Return numbers that nothing has but what the spots replace."""
    taken: set[int] = set()
    for name, part in plan.parts.items():
        gone = [(one.start, one.end) for one in spots if one.part == name and not one.before]
        kept = part.spliced_out(gone)
        taken.update(map(int, _NUMBERS.findall(kept)))
    for spot in spots:
        taken.update(map(int, _NUMBERS.findall(spot.carried)))
    for kind in LOOSE:
        loose = plan.part_of(kind)
        taken.update(map(int, _NUMBERS.findall(loose.data)) if loose else ())
    top = max((one for one in taken if one < HIGHEST), default=0)
    return (one for one in count(top + 1) if one not in taken)


def _only_in(part: Part, regions: Sequence[tuple[int, int]]) -> set[str]:
    """Return the values that attributes have in the regions and nowhere else in the part."""
    inner = {one for start, end in regions for one in _values(part.data[start:end])}
    return inner - set(_values(part.spliced_out(regions))) if inner else set()


def _values(data: bytes) -> Iterator[str]:
    for double, single in _RIDS.findall(data):
        yield (double or single).decode()


def _settled(plan: Plan, parts: dict[str, bytes | None]) -> Package:
    """Return the package with these parts, without pictures of ours that nothing shows."""
    package = plan.package.changed(parts)
    before = _pictures(plan.package, plan)
    after = _pictures(package, plan)
    everywhere = set().union(*(_targets(package, one) for one in _owners(package)))
    orphans = {name: None for name in before - after - everywhere if name in package}
    package = package.changed(orphans)
    types = types_with(package.read(LIST), package.entries)
    return package.changed({LIST: types})


def _owners(package: Package) -> list[str]:
    ending = ".rels"
    names = [one for one in package.entries if one.endswith(ending) and "_rels/" in one]
    return [one.replace("_rels/", "").removesuffix(ending) for one in names]


def _targets(package: Package, owner: str) -> set[str]:
    return {one.target for one in relations(package, owner)}


def _pictures(package: Package, plan: Plan) -> set[str]:
    found: set[str] = set()
    for name in plan.parts:
        found |= {one.target for one in relations(package, name) if one.kind.endswith("/image")}
    return found


def removed(plan: Plan, spots: Iterable[Spot], words: Words) -> Package:
    """Return the package without the inserts, and what they replaced in its place."""
    by_part: dict[str, list[Spot]] = {}
    for spot in spots:
        by_part.setdefault(spot.part, []).append(spot)
    parts: dict[str, bytes | None] = {}
    for name, found in by_part.items():
        part = plan.parts[name]
        splices = [_undone(part, spot, words) for spot in found]
        pointers = Pointers(plan.package, name)
        pointers.drop(_only_in(part, [(one.start, one.end) for one in splices]))
        parts[name] = part.spliced(splices)
        parts[pointers.name] = pointers.content()
    return _settled(plan, parts)


def _undone(part: Part, spot: Spot, words: Words) -> Splice:
    record, start, end = spot.record, spot.start, spot.end
    new = record.replaced
    if record.left:
        ahead = part.data[start - record.left : start]
        if digest(ahead) == record.known_by:
            start -= record.left
        else:
            new = b""
    if spot.kind == "marker" and not new:
        new = marker_left(words)
    if record.spaced and part.data.startswith(SPACED, end):
        end += len(SPACED)
    elif spaced := _spaced_after(spot):
        end = spaced.end if new or not _last(spot, spaced) else end
    return Splice(start, end, new if new is record.replaced and new else new + spot.carried)


def _spaced_after(spot: Spot) -> Node | None:
    """Return the small paragraph of ours that follows, as another program has saved it."""
    after = [one for one in spot.around.kids if one.start >= spot.end and one.name in BLOCKS]
    if not after or after[0].name != P or any(one.name == W + "r" for one in after[0].kids):
        return None
    spacing = after[0].kid(W + "pPr", W + "spacing")
    exact = spacing and spacing.attributes.get(W + "lineRule") == "exact"
    return after[0] if exact and spacing and spacing.attributes.get(W + "line") == "20" else None


def _last(spot: Spot, spaced: Node) -> bool:
    """Tell whether a paragraph is the only one that the element could end with."""
    kids = [one for one in spot.around.kids if one.name in BLOCKS]
    before = [one for one in kids if one.end <= spot.start]
    return kids[-1] is spaced and not (before and before[-1].name == P)

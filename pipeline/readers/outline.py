"""Reads matrices that are no tables: headings and lists, and the words that a line begins with."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from pipeline.problems import Place, Sourced
from pipeline.readers.axes import Axis, Laid, Slot
from pipeline.readers.grid import BOLD, PLAIN, Line
from pipeline.readers.heads import ARENA, TITLE, VALUE, WHOM, Known, tokens
from pipeline.readers.lines import apart, named, plain

RUN_IN = re.compile(r"^([^:–—]{2,40}?)\s*(?::|\s[-–—])\s*(.+)$")
BESIDE, STEP = 0.5, 0.1
KNOWN = {VALUE, ARENA, WHOM, TITLE}


@dataclass(frozen=True)
class _Step:
    """A heading or an expectation, and how far in it stands."""

    depth: float
    name: Sourced | None
    lines: tuple[Sourced, ...] = ()
    role: str = ""


def outlined(lines: Sequence[Line], place: Place, known: Known) -> Laid | None:
    """Return lines along the levels of their headings, or None where no lines stand below any."""
    steps = _by_role([step for step in _steps(lines, known) if step.name or step.lines])
    depths = sorted({step.depth for step in steps if step.name})
    slots: dict[tuple[Sourced | None, ...], tuple[Sourced, ...]] = {}
    above: dict[float, Sourced] = {}
    open_: _Step | None = None
    for step in steps:
        above = {at: name for at, name in above.items() if at < step.depth or not step.name}
        above = {at: name for at, name in above.items() if at <= step.depth}
        if step.name:
            above[step.depth] = step.name
            open_ = step
            slots.setdefault(tuple(above.get(depth) for depth in depths), ())
        elif open_:
            under = tuple(above.get(depth) for depth in depths)
            slots[under] = slots.get(under, ()) + step.lines
    if not any(slots.values()):
        return None
    levels = [[under[at] for under in slots] for at in range(len(depths))]
    axes = [Axis(tuple(dict.fromkeys(name for name in level if name))) for level in levels]
    found = [Slot(under, held) for under, held in slots.items()]
    return Laid(place, tuple(axes), tuple(found), table=False)


def _steps(lines: Sequence[Line], known: Known) -> Iterator[_Step]:
    for at, line in enumerate(lines):
        after = lines[at + 1] if at + 1 < len(lines) else None
        text = plain(line.text)[0]
        name = Sourced(known.bare(named(text)), line.text.place)
        if _is_heading(line, name, text, after, known):
            yield _Step(line.depth, name, role=known.role(name))
            continue
        run_in, rest = _run_in(text, line.lead, known)
        if run_in:
            begun = Sourced(named(run_in), line.text.place)
            yield _Step(line.depth, begun, role=known.role(begun))
        found = apart(rest, known.words)
        depth = line.depth + BESIDE
        yield _Step(depth, None, tuple(Sourced(one, line.text.place) for one in found))


def _is_heading(line: Line, name: str, text: str, after: Line | None, known: Known) -> bool:
    if line.depth <= BOLD:
        return not known.opens(name)
    if not known.label(name):
        return False
    if text.endswith(":") or line.lead == line.text:
        return True
    if after is not None and PLAIN < line.depth < after.depth:
        return True
    words = tokens(name)
    bare = words[1:] if known.placed(name) else words
    return bool(known.role(name)) and len(bare) == 1


def _run_in(text: str, lead: str, known: Known) -> tuple[str, str]:
    """Return the heading that a line begins with, and the rest of the line."""
    bare = named(text) if text.startswith(lead) else text
    found = RUN_IN.match(text)
    if found and (known.role(named(found[1])) or named(found[1]) == named(lead)):
        return found[1], found[2]
    rest = bare[len(lead) :].strip(" :–—-")
    if lead and bare.startswith(lead) and rest and known.label(lead) and known.role(lead):
        return lead, rest
    words = text.split(" ")
    for end in (1, 2):
        begun, left = " ".join(words[:end]), " ".join(words[end:])
        if known.role(named(begun)) in (VALUE, ARENA) and known.opens(left):
            return begun, left
    return "", text


def _by_role(steps: Sequence[_Step]) -> list[_Step]:
    """Set names of different roles that stand equally far in one further in than the other."""
    steps = [_guessed(step, steps[at + 1 : at + 2]) for at, step in enumerate(steps)]
    order: dict[float, list[str]] = {}
    for step in steps:
        if step.name and step.role not in order.setdefault(step.depth, []):
            order[step.depth].append(step.role)
    mixed = {depth for depth, roles in order.items() if len(set(roles) & KNOWN) > 1}
    found = []
    for step in steps:
        inner = order[step.depth].index(step.role) if step.name and step.depth in mixed else 0
        found.append(replace(step, depth=step.depth + inner * STEP))
    return found


def _guessed(step: _Step, after: Sequence[_Step]) -> _Step:
    """Return a name that is not known with the role that what follows it gives."""
    below = after[0] if after else None
    if not step.name or below is None or not below.name or below.depth != step.depth:
        return step
    if step.role == ARENA and below.role in (ARENA, WHOM):
        return replace(step, role=TITLE)
    role = {ARENA: TITLE, WHOM: TITLE, VALUE: ARENA}.get(below.role, "")
    return step if step.role else replace(step, role=role)

"""Estimates how full the pages are before and after, and says where an insert may not fit."""

from __future__ import annotations

import functools
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from pipeline.problems import Place, Problem, phrase
from pipeline.weekplan.heights import Height, Heights, more, same
from pipeline.weekplan.laying import Task
from pipeline.weekplan.lettering import Styles, styles_of
from pipeline.weekplan.markup import Node, W
from pipeline.weekplan.relations import OFFICE
from pipeline.weekplan.room import (
    MARGIN,
    PAGE,
    TWIP,
    box_size,
    cell_width,
    columns_of,
    measure,
    text_width,
)
from pipeline.weekplan.spots import Said, where
from pipeline.weekplan.story import BOX, SECTION, TC, TR, P, Plan, is_fallback

SURELY = 1.05
"""A page that is estimated fuller than this before the insert was more than one already."""
SAFELY = 0.97
"""Up to this share a page is sure to hold what it is estimated to."""
SPACED = 0.5  # mm: a small paragraph beside an insert
HEADER_AT = 708
BETWEEN = 0.04  # of a page: what no row fits into at the foot of each column but the last


@dataclass
class Sheet:
    """What comes between two page breaks: how full it is in pages, and whether it was more."""

    full: Height = Height()
    runs_over: bool = False
    begun: bool = False


def warnings(plan: Plan, tasks: Sequence[Task], place: Place) -> list[Problem]:
    """Return advice where a row or box cuts the insert, and where a page may run over."""
    styles = styles_of(plan.content_of("styles"))
    measured = {name: _heights(plan, name, tasks, styles) for name in plan.parts}
    notes = [
        one
        for task in tasks
        if not is_fallback(task.spot.around)
        for one in _cut_off(plan, task, measured[task.spot.part], place)
    ]
    loose = [one for one in tasks if one.spot.around is plan.body]
    if any(_may_run_over(sheet) for sheet in sheets(plan, measured, loose)):
        what = phrase("the plan may now take one page more than before.")
        mend = phrase(
            "Look at it before you print, and shorten a text or make the margins smaller."
        )
        notes.append(Problem(place, what, mend, advice=True))
    return notes


def _may_run_over(sheet: Sheet) -> bool:
    if sheet.runs_over or sheet.full.after <= sheet.full.before:
        return False
    return sheet.full.lean <= SURELY and sheet.full.after > SAFELY


def _heights(plan: Plan, name: str, tasks: Iterable[Task], styles: Styles) -> Heights:
    added: dict[int, float] = {}
    gone: set[int] = set()
    for task in tasks:
        if task.spot.part == name:
            spot = task.spot
            if spot.around is not plan.body:
                at = spot.around.start
                added[at] = added.get(at, 0.0) + _height(task)
            gone |= {one.start for one in spot.gone}
    return Heights(plan.parts[name], styles, added, frozenset(gone))


def _height(task: Task) -> float:
    return task.insert.height + SPACED * (task.spot.lead + task.spot.trail)


def _cut_off(plan: Plan, task: Task, heights: Heights, place: Place) -> Iterator[Problem]:
    """Yield advice where a row or a box is too low for what it holds now."""
    chain = (task.spot.around, *task.spot.around.above())
    at = Said(where(task.spot, plan.parts[task.spot.part].root))
    for node in chain:
        if node.name == TC:
            row = next(one for one in node.above() if one.name == TR)
            said = row.kid(W + "trPr", W + "trHeight")
            fixed = said and said.attributes.get(W + "hRule") == "exact"
            high = (measure(said, W + "val") or 0) * TWIP
            if fixed and heights.of(node, cell_width(plan, task.spot.part, node)).after > high:
                what = phrase("the row has a fixed height and cuts the insert ({where}).", where=at)
                mend = phrase(
                    "Choose Table > Properties > Row, and «At least» in place of «Exactly»."
                )
                yield Problem(place, what, mend, advice=True)
        elif node.name == BOX:
            wide, high, grows = box_size(node)
            if high and not grows and heights.of(node, wide).after > high:
                what = phrase("the text box is too low for the insert ({where}).", where=at)
                mend = phrase("Make the box higher, or let it resize to fit its text.")
                yield Problem(place, what, mend, advice=True)


def sheets(plan: Plan, measured: Mapping[str, Heights], loose: Sequence[Task]) -> list[Sheet]:
    """Return how full the paper is between one page break and the next.

    `loose` are the inserts that lie straight in the text, in no cell or box.
    """
    found = [Sheet()]
    kids: list[Node] = []
    for node in plan.body.kids:
        section = node if node.name == SECTION else node.kid(W + "pPr", SECTION)
        if node is not section:
            kids.append(node)
        if section:
            _fill(_Stretch(plan, section, kids, loose), measured, found)
            kids = []
    if kids:
        _fill(_Stretch(plan, None, kids, loose), measured, found)
    return found


@dataclass(frozen=True)
class _Stretch:
    """The blocks of one section, and the inserts that may lie between them."""

    plan: Plan
    section: Node | None
    kids: list[Node]
    loose: Sequence[Task]

    def beside(self, at: int) -> float:
        """Return the height of the inserts in place of a block or between it and the one ahead."""
        ahead = self.kids[at - 1].end if at else 0
        kid = self.kids[at]
        return sum(_height(one) for one in self.loose if ahead < one.spot.end <= kid.end)


def _fill(stretch: _Stretch, measured: Mapping[str, Heights], found: list[Sheet]) -> None:
    """Add the blocks of a section to the sheets; it begins on a new one unless it is continuous."""
    section, heights = stretch.section, measured[stretch.plan.main]
    if found[-1].begun and (section.value(W + "type") if section else None) != "continuous":
        found.append(Sheet())
    columns = columns_of(section)
    capacity = _capacity(stretch.plan, section, measured)
    space, filled = 0.0, [Height()]
    for at, node in enumerate(stretch.kids):
        breaks = _breaks(node)
        if "ahead" in breaks and found[-1].begun:
            filled = _turned(found, filled, len(columns))
        if "column" in breaks and len(columns) > 1:
            filled.append(Height())
        block, space = heights.block(node, min(columns), "", space)
        block += more(stretch.beside(at))
        filled[-1] += block / capacity
        sheet = found[-1]
        sheet.runs_over |= "over" in breaks and sheet.begun
        sheet.begun |= bool(node.kids)
        if "page" in breaks:
            filled = _turned(found, filled, len(columns))
    found[-1].full += _shared(filled, len(columns))


def _turned(found: list[Sheet], filled: list[Height], many: int) -> list[Height]:
    """Close a sheet, begin a new one and return its first column."""
    found[-1].full += _shared(filled, many)
    found.append(Sheet())
    return [Height()]


def _shared(filled: list[Height], many: int) -> Height:
    """Return how full columns make a sheet: the fullest of those that breaks divide, or a share."""
    if len(filled) > 1:
        return functools.reduce(Height.least, filled)
    slack = BETWEEN * (many - 1)
    return filled[0] / same(many) + Height(0.0, slack, slack)


def _breaks(node: Node) -> set[str]:
    """Return the breaks in a block: a page ahead of it, a page or column in it, one of Word's."""
    found = set()
    for one in node.walk():
        if one.name == W + "pageBreakBefore":
            if node.name == P and one.attributes.get(W + "val", "1") not in ("0", "false"):
                found.add("ahead")
        elif one.name == W + "br":
            found.add(one.attributes.get(W + "type", "line"))
        elif one.name == W + "lastRenderedPageBreak":
            found.add("over")
    return found


def _capacity(plan: Plan, section: Node | None, measured: Mapping[str, Heights]) -> Height:
    """Return the height that a page has for the text, between its header and footer."""
    page = section.kid(W + "pgSz") if section else None
    margins = section.kid(W + "pgMar") if section else None
    high = (measure(page, W + "h") or PAGE[1]) * TWIP
    left = same(high)
    for side, part in (("top", "header"), ("bottom", "footer")):
        said = measure(margins, W + side)
        edge = abs(MARGIN if said is None else said) * TWIP
        start = measure(margins, W + part)
        from_edge = (HEADER_AT if start is None else start) * TWIP
        own = _running(plan, section, f"{part}Reference", measured)
        left -= (own + same(from_edge)).least(same(edge)) if own.after else same(edge)
    return left.least(same(20.0))


def _running(
    plan: Plan, section: Node | None, kind: str, measured: Mapping[str, Heights]
) -> Height:
    """Return the height of the highest header or footer of a section."""
    highest = Height()
    for node in section.of(W + kind) if section else ():
        found = plan.pointers.get(node.attributes.get(f"{OFFICE} id", ""))
        if found and found.target in measured:
            own = measured[found.target].of(plan.parts[found.target].root, text_width(section))
            highest = highest.least(own)
    return highest

"""A booklet for new adults: the values, what we expect, how we praise, the year, whom to ask."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace

from pipeline.model import School
from pipeline.paper.flow import Block, Flow, PageBreak, Words
from pipeline.paper.imposing import booklet
from pipeline.paper.prose import FOOT, Prose
from pipeline.paper.setting import set_pages
from pipeline.paper.sheet import SIZES, Group, Row, Sheet, Sheets, walk
from pipeline.problems import Sourced, phrase
from pipeline.products import Desk
from pipeline.products.welcome_pack import cover, parts
from pipeline.products.welcome_pack.year import year_part

TITLE = "Welcome pack"
FOR = phrase("For new adults, at school and at SFO.")
LANDSCAPE = False
PAPERS = ("A5", "A4")  # page by page, and two pages on each side of a sheet to fold
FORMATS = ("pdf",)
TOGETHER = "Welcome pack"
FILES = {"A5": "Page by page", "A4": "To fold (turn on the short edge)"}
MARGINS = (14.0, 14.0, 14.0, 12.0)  # mm
SIZE = 10.0  # pt
SECTION = 2  # the level of a section's heading
TURNS = 3  # at most: numbers of pages may move what they number
SILENT = ("decoration", "again")


def subjects(school: School) -> tuple[Sourced, ...]:
    """Return the school: there is one booklet."""
    return (Sourced(school.name, school.name.place),)


def arenas(school: School, subject: str) -> tuple[str, ...]:
    """Return nothing: it is about them all, and no part of what is made for one."""
    return ()


def write(subject: str, desk: Desk) -> Flow:
    """Return the booklet's text on pages of A5."""
    return _written(desk, {}, frozenset())


def compose(subject: str, desk: Desk) -> Sheets:
    """Return the booklet page by page, or on A4 to print on both sides and fold."""
    pages = set_pages(write(subject, desk))
    begun, going_on = _begun(pages), _going_on(pages)
    for _ in range(TURNS):
        pages = _bare(set_pages(_written(desk, begun, going_on)))
        known, begun = begun, _begun(pages)
        if known == begun:
            break
    return booklet(pages, desk.language.rtl) if desk.paper == "A4" else pages


def _bare(paper: Sheets) -> Sheets:
    """Return the pages with no foot on the cover."""
    cover, *rest = paper.sheets
    items = tuple(
        one for one in cover.items if not (isinstance(one, Group) and one.kind == "again")
    )
    return replace(paper, sheets=(replace(cover, items=items), *rest))


def _written(desk: Desk, pages: Mapping[str, int], going_on: Collection[tuple[str, str]]) -> Flow:
    """Return the text; `pages` tell where sections begin, by their headings, as far as known.

    `going_on`: see there.
    """
    wide, high = SIZES["A5"]
    prose = Prose(desk.look, SIZE, wide - MARGINS[0] - MARGINS[2])
    sections = [one for part in PARTS if (one := tuple(part(desk, prose)))]
    room = high - MARGINS[1] - MARGINS[3] - FOOT
    blocks: list[Block] = [*cover.cover(desk, prose, room), PageBreak()]
    blocks += cover.inside(desk, prose, [_name(section) for section in sections], pages)
    for part in sections:
        blocks += _continued(part, going_on, desk, prose)
    say = desk.language.say
    return Flow(
        title=say("Welcome to {school}", school=desk.school.name),
        language=desk.language.code,
        blocks=tuple(blocks),
        subject=say("For new adults, at school and at SFO."),
        page=(wide, high),
        margins=MARGINS,
        foot=prose.foot(desk.school, desk.language),
    )


def _begun(paper: Sheets) -> dict[str, int]:
    """Return the number of the page that each section begins on, by its heading."""
    return {
        _said(group): number
        for number, sheet in enumerate(paper.sheets, 1)
        for group in _headings(sheet)
        if group.level == SECTION
    }


def _going_on(paper: Sheets) -> frozenset[tuple[str, str]]:
    """Return each heading within a section that a page begins with, after the section's own."""
    found, section = set(), ""
    for sheet in paper.sheets:
        told = (one for one, _ in walk(sheet.items) if isinstance(one, Group))
        first = next((one for one in told if one.kind not in SILENT), None)
        for group in _headings(sheet):
            section = _said(group) if group.level == SECTION else section
            if group is first and group.level > SECTION:
                found.add((section, _said(group)))
    return frozenset(found)


def _headings(sheet: Sheet) -> Iterator[Group]:
    for group, _ in walk(sheet.items):
        if isinstance(group, Group) and group.kind == "heading":
            yield group


def _said(group: Group) -> str:
    return " ".join(row.text for row, _ in walk(group.items) if isinstance(row, Row)).strip()


def _continued(
    section: Sequence[Block], going_on: Collection[tuple[str, str]], desk: Desk, prose: Prose
) -> Iterator[Block]:
    """Yield the section; pages that begin with a heading within it say first what goes on."""
    name = _name(section)
    for block in section:
        inner = isinstance(block, Words) and block.kind == "heading" and block.level > SECTION
        if inner and isinstance(block, Words) and (name, block.text.strip()) in going_on:
            yield PageBreak()
            yield prose.quiet(desk.language.say("{section} (continued)", section=name), after=4)
        yield block


def _name(section: Sequence[Block]) -> str:
    """Return the words of the heading that the section begins with."""
    return next(one.text for one in section if isinstance(one, Words))


PARTS = (
    parts.why,
    parts.values,
    parts.way,
    parts.praise,
    parts.phrases,
    parts.asking,
    parts.files,
    parts.pupils,
    parts.adults,
    year_part,
)

"""Strips laid on pages: what is kept together, what is said again, where a page ends."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from pipeline.paper.setting.strips import Strip, height
from pipeline.paper.sheet import Group, Row, walk
from pipeline.problems import Faults, fault, phrase

SLACK = 1e-6


@dataclass
class Page:
    """The strips of one page so far, and how much room there is for more."""

    room: float
    strips: list[Strip] = field(default_factory=list)

    def takes(self, more: Sequence[Strip]) -> bool:
        """Tell whether the strips have room below those that are there."""
        return height([*self.strips, *more]) <= self.room + SLACK


def paged(strips: Sequence[Strip], first: float, others: float) -> list[list[Strip]]:
    """Return the strips by page; `first` is the room on the first page, `others` on each other.

    Raises Faults where something that no page parts is higher than a page.
    """
    pages = [Page(first)]
    for block in _blocks(strips):
        page = pages[-1]
        if page.strips and (block[0].breaks or not page.takes(block)):
            page = Page(others)
            pages.append(page)
            page.strips += [_again(one) for one in block[0].again]
        if page.takes(block):
            page.strips += block
            continue
        for one in block:  # higher than a page: parted where it must be
            if not page.takes([one]):
                if not page.strips:
                    raise _too_high(one)
                page = Page(others)
                pages.append(page)
                if not page.takes([one]):
                    raise _too_high(one)
            page.strips.append(one)
    return [page.strips for page in pages]


def _blocks(strips: Sequence[Strip]) -> list[list[Strip]]:
    """Return the strips that stay together."""
    blocks: list[list[Strip]] = []
    together = False
    for one in strips:
        if together and not one.breaks:
            blocks[-1].append(one)
        else:
            blocks.append([one])
        together = one.keep
    return blocks


def _again(strip: Strip) -> Strip:
    """Return a table's first row as it is said again on a page, where it is not read."""
    items = (Group("again", strip.items),)
    return replace(strip, items=items, path=(), again=())


def _too_high(strip: Strip) -> Faults:
    told = (
        one.text if isinstance(one, Row) else getattr(one, "alt", "")
        for one, _ in walk(strip.items)
    )
    what = phrase(
        "What begins with '{words}' is higher than a page, and cannot be parted.",
        words=next(filter(None, told), ""),
    )
    mend = phrase("Make it shorter, or divide it between several rows.")
    return fault(None, what, mend)

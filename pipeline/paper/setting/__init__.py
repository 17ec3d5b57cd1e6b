"""A text that runs on becomes placed pages: all is placed here, before anything is painted."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import replace

from pipeline.paper.flow import Block, Flow
from pipeline.paper.setting.blocks import Setter
from pipeline.paper.setting.pages import paged
from pipeline.paper.setting.strips import Room, Strip, gap, height, stacked
from pipeline.paper.sheet import Group, Item, Sheet, Sheets

ABOVE_FOOT = 3.0  # mm of white at least between the text and the foot
SHORT = 2  # lines of a last paragraph, such as who sends the letter


def set_pages(flow: Flow) -> Sheets:
    """Return the text on its pages. Raises Faults where a row is higher than a page."""
    return _Pages(flow).sheets()


class _Pages:
    """A text on its way to pages: its column, and how high its head and foot are."""

    def __init__(self, flow: Flow) -> None:
        left, self.top, right, self.bottom = flow.margins
        if flow.rtl:
            left, right = right, left
        self.flow, (self.wide, self.high) = flow, flow.page
        self.room = Room(left, self.wide - left - right, flow.language, flow.rtl)
        self.threads = itertools.count(1)
        self.body = _closed(self._set(flow.blocks))

    def _set(self, blocks: Sequence[Block], counts: tuple[int, int] = (1, 1)) -> list[Strip]:
        return Setter(self.threads, counts).strips(blocks, self.room) if blocks else []

    def sheets(self) -> Sheets:
        """Return the pages: first as if they were one, then with as many as they are."""
        head, foot = self._set(self.flow.head), self._set(self.flow.foot)
        pages = self._paged(head, foot)
        many = len(pages) > 1
        if many:
            head = self._set(self.flow.head, (1, len(pages)))
            foot = self._set(self.flow.foot, (len(pages), len(pages)))
            pages = self._paged(head, foot)
        sheets = []
        for number, strips in enumerate(pages, 1):
            if many:
                foot = self._set(self.flow.foot, (number, len(pages)))
            items = self._page(head if number == 1 else [], strips)
            last = number == len(pages)
            sheets.append(Sheet(self.wide, self.high, (*items, *self._foot(foot, last))))
        flow = self.flow
        return Sheets(flow.title, flow.language, tuple(sheets), flow.subject, runs_on=True)

    def _paged(self, head: list[Strip], foot: list[Strip]) -> list[list[Strip]]:
        below = height(foot) + max(ABOVE_FOOT, foot[0].before) if foot else 0.0
        free = self.high - self.top - self.bottom - below
        return paged(self.body, free - height(head) - self._gap(head, self.body), free)

    def _gap(self, head: list[Strip], body: list[Strip]) -> float:
        return gap(head[-1], body[0]) if head and body else 0.0

    def _page(self, head: list[Strip], strips: list[Strip]) -> tuple[Item, ...]:
        """Return what stands on a page above its foot."""
        start = self.top + height(head) + self._gap(head, strips)
        return (*stacked(head, self.top), *stacked(strips, start))

    def _foot(self, foot: list[Strip], last: bool) -> tuple[Item, ...]:
        """Return the foot, which is read on the last page alone."""
        said = stacked(foot, self.high - self.bottom - height(foot))
        return said if last or not said else (Group("again", said),)


def _closed(body: list[Strip]) -> list[Strip]:
    """Return the strips so that a short last paragraph does not stand alone on a page."""
    last = body[-1].path if body else ()
    lines = next((n for n, one in enumerate(reversed(body)) if one.path != last), len(body))
    if not 0 < lines <= SHORT or lines == len(body) or body[-lines].breaks:
        return body
    above = replace(body[-lines - 1], keep=True)
    return [*body[: -lines - 1], above, *body[-lines:]]

"""A text that runs on becomes placed pages: all is placed here, before anything is painted."""

from __future__ import annotations

import itertools

from pipeline.paper.flow import Flow
from pipeline.paper.setting.blocks import Setter
from pipeline.paper.setting.pages import paged
from pipeline.paper.setting.strips import Room, height, stacked
from pipeline.paper.sheet import Group, Item, Sheet, Sheets

ABOVE_FOOT = 3.0  # mm of white at least between the text and the foot
MANY = 10  # pages: a number of two figures is the widest that a foot is measured with


def set_pages(flow: Flow) -> Sheets:
    """Return the text on its pages. Raises Faults where a row is higher than a page."""
    left, top, right, bottom = flow.margins
    wide, high = flow.page
    if flow.rtl:
        left, right = right, left
    room = Room(left, wide - left - right, flow.language, flow.rtl)
    threads = itertools.count(1)
    head = Setter(threads, (1, MANY)).strips(flow.head, room)
    foot = Setter(threads, (MANY, MANY)).strips(flow.foot, room)
    gap = head[-1].after if head else 0.0
    below = height(foot) + (max(ABOVE_FOOT, foot[0].before) if foot else 0.0)
    body = Setter(threads).strips(flow.blocks, room)
    if head and body:
        gap = max(gap, body[0].before)
    free = high - top - bottom - below
    pages = paged(body, free - height(head) - gap, free)
    sheets = []
    for number, strips in enumerate(pages, 1):
        counts = number, len(pages)
        items: list[Item] = []
        start = top
        if number == 1 and head:
            items += stacked(Setter(threads, counts).strips(flow.head, room), top)
            start += height(head) + gap
        items += stacked(strips, start)
        if foot:
            told = Setter(threads, counts).strips(flow.foot, room)
            said = stacked(told, high - bottom - height(foot))
            items += said if number == len(pages) else (Group("again", said),)
        sheets.append(Sheet(wide, high, tuple(items)))
    return Sheets(flow.title, flow.language, tuple(sheets), flow.subject, runs_on=True)

"""The booklet's page on the school year: what is practised when, and days to keep free."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from pipeline.language import Language
from pipeline.model import Year
from pipeline.paper.flow import Block, PageBreak, Words
from pipeline.paper.flowing import high
from pipeline.paper.prose import Prose
from pipeline.products import Desk
from pipeline.year.events import runs
from pipeline.year.text import capital, span
from pipeline.year.text import title as year_title

TALL, SMALLER = 176.0, (0.0, 0.5, 1.0, 1.5)  # mm that a page holds; pt
SHARES = (31.0, 62.0, 22.0)


def year_part(desk: Desk, prose: Prose) -> Iterator[Block]:
    """Yield the year on a page of its own, in letters as large as it has room for."""
    if desk.school.year is None:
        return
    yield PageBreak()
    for less in SMALLER:
        made = tuple(_told(desk.school.year, desk, replace(prose, size=prose.size - less)))
        if high(made, prose.width) <= TALL:
            break
    yield from made


def _told(year: Year, desk: Desk, prose: Prose) -> Iterator[Block]:
    """Yield the focus periods as a table, then campaigns, meetings and days off."""
    say = desk.language.say
    yield prose.heading(year_title(desk.school, year, desk.language))
    if year.focuses:
        heads = say("When"), say("What we practise"), say("Assembly")
        yield prose.table(heads, list(_rows(year, desk.language, prose)), SHARES)
    if year.campaigns:
        yield prose.heading(say("Campaigns"), level=3)
    for campaign in year.campaigns:
        weeks = desk.language.listed([str(week) for week in campaign.weeks])
        lead = prose.run(campaign.name)
        several = len(campaign.weeks) > 1
        told = say("weeks {weeks}", weeks=weeks) if several else say("week {weeks}", weeks=weeks)
        yield prose.item(lead, f": {told}")
    if year.meetings:
        yield prose.heading(say("Meetings with parents"), level=3)
    for meeting in year.meetings:
        clock = f" {desk.language.clock(meeting.clock)}" if meeting.clock else ""
        yield prose.item(prose.run(meeting.name), f": {desk.language.day(meeting.day)}{clock}")
    if year.off or year.planning:
        yield prose.heading(say("Days without school"), level=3)
        yield from _free(year, desk.language, prose)


def _free(year: Year, tongue: Language, prose: Prose) -> Iterator[Words]:
    """Yield a line for each holiday, and one for all planning days."""
    for off in year.off:
        yield prose.item(prose.run(off.name), f": {span(off.first, off.last, tongue)}", after=1)
    if year.planning:
        several = len(year.planning) > 1
        name = tongue.say("planning days") if several else tongue.say("planning day")
        there = [span(first, last, tongue) for first, last in runs(sorted(year.planning))]
        yield prose.item(f"{capital(name)}: {tongue.listed(there)}")


def _rows(year: Year, tongue: Language, prose: Prose) -> Iterator[tuple[tuple[Words, ...], ...]]:
    for focus in year.focuses:
        when = f"{tongue.short_day(focus.first)}–{tongue.short_day(focus.last)}"
        what = [prose.run(focus.arena.name, bold=True)]
        if focus.after_school:
            what += [
                prose.run(f" · {tongue.say('SFO')}: "),
                prose.run(focus.after_school.arena.name),
            ]
        day = tongue.short_day(focus.assembly) if focus.assembly else "–"
        yield tuple(
            (one,)
            for one in (
                prose.said(when, after=0),
                prose.said(*what, after=0),
                prose.said(day, after=0),
            )
        )

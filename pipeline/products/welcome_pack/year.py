"""The booklet's page on the school year: what is practised when, and days to keep free."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.language import Language
from pipeline.model import Year
from pipeline.paper.flow import Block, PageBreak, Words
from pipeline.paper.prose import Prose
from pipeline.products import Desk
from pipeline.year.text import title as year_title

SHARES = (31.0, 57.0, 27.0)


def year_part(desk: Desk, prose: Prose) -> Iterator[Block]:
    """Yield the focus periods as a table, then campaigns, meetings and planning days."""
    year, say = desk.school.year, desk.language.say
    if year is None:
        return
    yield PageBreak()
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
    if year.planning:
        yield prose.heading(say("Planning days"), level=3)
        days = [desk.language.day(day) for day in sorted(year.planning)]
        yield from (prose.item(day, after=1) for day in days)


def _rows(year: Year, tongue: Language, prose: Prose) -> Iterator[tuple[tuple[Words, ...], ...]]:
    for focus in year.focuses:
        span = f"{tongue.short_day(focus.first)}–{tongue.short_day(focus.last)}"
        name = prose.run(focus.arena.name, bold=True)
        day = tongue.short_day(focus.assembly) if focus.assembly else "–"
        yield tuple((prose.said(words, after=0),) for words in (span, name, day))

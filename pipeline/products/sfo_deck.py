"""Slides for an evening at SFO: as at the staff meeting, with what SFO practises of its own."""

from __future__ import annotations

from pipeline.model import School
from pipeline.paper.sheet import HANDOUTS, Sheets
from pipeline.problems import Sourced, phrase
from pipeline.products import Desk
from pipeline.talks.practice import AT_SFO, practice
from pipeline.talks.training import slides
from pipeline.year import kit
from pipeline.year.letters import has_after_school, occasion

TITLE = "Slides for evenings at SFO"
FOR = phrase("For SFO's own evening before a focus begins.")
LANDSCAPE = False
PAPERS = ("16:9", "A4", *HANDOUTS)  # the slides, and some of them on a page with notes
FORMATS = ("pdf", "pptx")
TOGETHER = "Assembly kit"
FILES = {
    "16:9": "SFO evening",
    "A4": "SFO evening, handout",
    "A4-2": "SFO evening, two a page",
    "A4-6": "SFO evening, six a page",
}


def subjects(school: School) -> tuple[Sourced, ...]:
    """Return the focus periods of the school year, where the school has SFO."""
    return kit.subjects(school) if has_after_school(school) else ()


def arenas(school: School, subject: str) -> tuple[str, ...]:
    """Return the arena or theme that is practised, and SFO's own."""
    focus = occasion(school, subject).focus
    there = (focus, focus.after_school) if focus.after_school else (focus,)
    return tuple(one.arena.name for one in there)


def compose(subject: str, desk: Desk) -> Sheets:
    """Return the slides, or on A4 the handout with the same slides."""
    held, say = occasion(desk.school, subject), desk.language.say
    deck = desk.deck(kit.hung(held.focus, desk.school).drawing)
    title = say("Evening at SFO: {focus}", focus=desk.language.short(held.focus.arena.name))
    about = f"{say('For all adults at SFO')} · {kit.weeks_told(held.focus, desk.language)}"
    steps = practice(held.focus, desk.language, sfo=True)
    return deck.made(desk.paper, title, slides(held, deck, sfo=True), about, steps, AT_SFO)

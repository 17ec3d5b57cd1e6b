"""Slides for a staff meeting: why, what it looks like, how we practise and praise, all alike."""

from __future__ import annotations

from pipeline.paper.sheet import HANDOUTS, Sheets
from pipeline.problems import phrase
from pipeline.products import Desk
from pipeline.talks.practice import practice
from pipeline.talks.training import slides
from pipeline.year import kit
from pipeline.year.letters import occasion

TITLE = "Slides for staff meetings"
FOR = phrase("For the staff meeting before a focus begins.")
LANDSCAPE = False
PAPERS = ("16:9", "A4", *HANDOUTS)  # the slides, and some of them on a page with notes
FORMATS = ("pdf", "pptx")
TOGETHER = "Assembly kit"
FILES = {
    "16:9": "Staff meeting",
    "A4": "Staff meeting, handout",
    "A4-2": "Staff meeting, two a page",
    "A4-6": "Staff meeting, six a page",
}
subjects, arenas = kit.subjects, kit.arenas


def compose(subject: str, desk: Desk) -> Sheets:
    """Return the slides, or on A4 the handout with the same slides."""
    held, say = occasion(desk.school, subject), desk.language.say
    deck = desk.deck(kit.hung(held.focus, desk.school).drawing)
    title = say("Staff meeting: {focus}", focus=desk.language.short(held.focus.arena.name))
    about = f"{say('For all adults')} · {kit.weeks_told(held.focus, desk.language)}"
    steps = practice(held.focus, desk.language)
    return deck.made(desk.paper, title, slides(held, deck), about, steps)

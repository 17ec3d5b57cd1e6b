"""Slides for an assembly of years 1–4 alone: fewer lines, and all is shown."""

from __future__ import annotations

from pipeline.paper.sheet import HANDOUTS, Sheets
from pipeline.problems import phrase
from pipeline.products import Desk
from pipeline.talks.assembly import made
from pipeline.year import kit
from pipeline.year.letters import occasion

TITLE = "Slides for years 1–4"
FOR = phrase("For an assembly of years 1–4 alone.")
LANDSCAPE = False
WISHED = False
PAPERS = ("16:9", "A4", *HANDOUTS)  # the slides, and some of them on a page with notes
FORMATS = ("pdf", "pptx")
TOGETHER = "Assembly kit"
FILES = {
    "16:9": "Slides for years 1–4",
    "A4": "Handout for years 1–4",
    "A4-2": "Handout for years 1–4, two a page",
    "A4-6": "Handout for years 1–4, six a page",
}
subjects, arenas = kit.subjects, kit.arenas


def compose(subject: str, desk: Desk) -> Sheets:
    """Return the slides, or on A4 the handout with the same slides."""
    held, say = occasion(desk.school, subject), desk.language.say
    deck = desk.deck(kit.hung(held.focus, desk.school).drawing)
    title = say("Assembly for years 1–4: {focus}", focus=desk.language.short(held.focus.arena.name))
    return made(held, deck, desk.paper, title, "small")

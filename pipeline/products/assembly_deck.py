"""Slides for an assembly: one focus from the welcome to the thanks, with notes and a handout."""

from __future__ import annotations

from pipeline.paper.sheet import HANDOUTS, Sheets
from pipeline.problems import phrase
from pipeline.products import Desk
from pipeline.talks.assembly import made
from pipeline.year import kit
from pipeline.year.letters import occasion

TITLE = "Slides for assemblies"
FOR = phrase("For the assembly, and for teachers and SFO after it.")
LANDSCAPE = False
PAPERS = ("16:9", "A4", *HANDOUTS)  # the slides, and some of them on a page with notes
FORMATS = ("pdf", "pptx")
TOGETHER = "Assembly kit"
FILES = {
    "16:9": "Slides",
    "A4": "Handout",
    "A4-2": "Handout, two a page",
    "A4-6": "Handout, six a page",
}
subjects, arenas = kit.subjects, kit.arenas


def compose(subject: str, desk: Desk) -> Sheets:
    """Return the slides, or on A4 the handout with the same slides."""
    held, say = occasion(desk.school, subject), desk.language.say
    deck = desk.deck(kit.hung(held.focus, desk.school).drawing)
    title = say("Assembly: {focus}", focus=desk.language.short(held.focus.arena.name))
    return made(held, deck, desk.paper, title)

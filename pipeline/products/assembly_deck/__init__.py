"""Slides for an assembly: one focus from the welcome to the thanks, with notes and a handout."""

from __future__ import annotations

from dataclasses import replace

from pipeline.model import Drawing, School
from pipeline.paper.sheet import Sheets
from pipeline.paper.slides import Deck
from pipeline.paper.slides.handout import A_PAGE, NAMES, handout
from pipeline.problems import Sourced, phrase
from pipeline.products import Desk
from pipeline.products.assembly_deck.practice import practice
from pipeline.products.assembly_deck.telling import slides
from pipeline.year.letters import Occasion, occasion, occasions

TITLE = "Slides for assemblies"
FOR = phrase("For the assembly, and for teachers and SFO after it.")
LANDSCAPE = False
PAPERS = ("16:9", *A_PAGE)  # the slides, and some of them on a page with notes
FORMATS = ("pdf", "pptx")
TOGETHER = "Assembly kit"
FILES = {"16:9": "Slides", **NAMES}


def subjects(school: School) -> tuple[Sourced, ...]:
    """Return the focus periods of the school year, each named by the day of its assembly."""
    return tuple(one.name for one in occasions(school))


def arenas(school: School, subject: str) -> tuple[str, ...]:
    """Return the arena or theme that is practised."""
    return (occasion(school, subject).focus.arena.name,)


def compose(subject: str, desk: Desk) -> Sheets:
    """Return the slides, or on another paper the handout with the same slides."""
    school, tongue = desk.school, desk.language
    held = occasion(school, subject)
    drawing = on_the_wall(held, school)
    deck = Deck(school, tongue, desk.look, desk.problems, drawing)
    name = held.focus.arena.name
    title = tongue.say("Assembly: {focus}", focus=tongue.short(name))
    made = deck.sheets(title, slides(held, school, tongue, drawing))
    if desk.paper == "16:9":
        return made
    day = tongue.say("For teachers and SFO · {day:%A} {day}", day=held.day)
    return handout(replace(made, title=title), deck, day, practice(held.focus, tongue), desk.paper)


def on_the_wall(held: Occasion, school: School) -> Drawing | None:
    """Return the drawing that may hang on walls, and so be shown to all in a hall."""
    name = held.focus.arena.name
    hung = [one.drawing for one in school.arenas if one.name == name and one.drawing]
    own = held.focus.arena.drawing
    if not hung and own and "wall" in own.consent.uses:
        hung = [own]
    return next((one for one in hung if one.art), None)

"""What is sent to parents in plain words after an assembly, part by part: of school, and of SFO."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.language import Language
from pipeline.model import Arena, Focus, School
from pipeline.problems import Phrase, Sourced, phrase
from pipeline.year import tidings
from pipeline.year.letters import Occasion

Part = tuple[str, Phrase | str]  # title, heading, item or paragraph, and what it says


def of_school(sent: Occasion, school: School, tongue: Language) -> Iterator[Part]:
    """Yield what the whole school practises, and how to help at home."""
    focus = sent.focus
    yield "title", tidings.title(focus.arena)
    for one in (*tidings.seen(focus, tongue), *tidings.together(focus, school)):
        yield "paragraph", one
    yield from _lines(focus.arena, school)
    for one in tidings.tasks(focus):
        yield "paragraph", one
    yield "heading", phrase("This is how you can help at home")
    for one in tidings.at_home(focus.question, focus.praise):
        yield "item", one
    if school.year and (soon := tidings.on_soon(school.year, sent, tongue)):
        yield "heading", phrase("What is on")
        yield from (("item", one) for one in soon)
    yield from _films(focus)
    yield from _end(school)


def of_sfo(sent: Occasion, school: School) -> Iterator[Part]:
    """Yield what SFO practises: an arena of its own, or the same as the school."""
    focus, own = sent.focus, sent.focus.after_school
    arena = own.arena if own else focus.arena
    question, task = (own.question, own.task) if own else (focus.question, focus.task)
    yield "title", tidings.title(arena)
    text = "At SFO the children practise the same as at school from {first} to {last}."
    opening = phrase(text, first=tidings.started(focus.begins, focus.last), last=focus.last)
    if own:
        text = "At SFO the children practise this from {first} to {last}."
        opening = phrase(text, first=tidings.started(focus.begins, focus.last), last=focus.last)
    yield "paragraph", opening
    yield from _lines(arena, school)
    if task:
        yield "paragraph", phrase("At SFO we practise like this: {task}", task=task)
    yield "heading", phrase("This is how you can help at home")
    for one in tidings.at_home(question, Sourced("") if own else focus.praise):
        yield "item", one
    if not own:
        yield from _films(focus)
    yield from _end(school)


def _lines(arena: Arena, school: School) -> Iterator[Part]:
    for value, lines in zip(school.values, arena.cells, strict=True):
        if lines:
            yield "heading", value.name
            yield from (("item", line) for line in lines)


def _films(focus: Focus) -> Iterator[Part]:
    if focus.films:
        yield "heading", phrase("See the film")
        for film in focus.films:
            yield "item", phrase("{title}: {address}", title=film.title, address=film.link)


def _end(school: School) -> Iterator[Part]:
    contact = school.contact
    if contact.name:
        text = "Do you have questions? Get in touch with {name}."
        yield "paragraph", phrase(text, name=contact.name)
    elif contact.email or contact.phone or contact.web:
        yield "paragraph", phrase("Do you have questions? Get in touch with us.")
    yield from (("item", one) for one in (contact.email, contact.phone, contact.web) if one)
    yield "paragraph", phrase("Kind regards")
    yield "paragraph", contact.name or school.name

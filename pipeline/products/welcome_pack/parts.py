"""The booklet's sections in words: each begins with its heading, or yields nothing at all."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from pipeline.model import Matrix
from pipeline.paper.flow import Block, Cell, PageBreak, Table, Words
from pipeline.paper.listed import abreast
from pipeline.paper.prose import Prose
from pipeline.problems import Sourced
from pipeline.products import Desk

MARK = 11.0  # mm
BESIDE = 18.0
PLACE, SAID = 34.0, (3.0, 1.0)


def why(desk: Desk, prose: Prose) -> Iterator[Block]:
    """Yield why the school works so."""
    say = desk.language.say
    yield prose.heading(say("Why we work this way"))
    yield prose.said(
        say(
            "PALS is short for positive behaviour, a supportive learning environment and working"
            " together."
        )
    )
    yield prose.said(
        say(
            "Children succeed when they know what we expect, get to practise it and hear when it"
            " goes well. So we practise being together the way we practise reading: a little at a"
            " time, and many times."
        )
    )
    yield prose.said(
        say(
            "We expect the same everywhere: in lessons, in breaks and at SFO. It goes for children"
            " and for adults. School feels safe when all of us know what is expected."
        )
    )
    yield prose.said(
        say(
            "This booklet is for all adults, at school and at SFO. We use the same words, whatever"
            " our job is."
        )
    )
    if desk.school.brand.motto:
        yield prose.said(desk.school.brand.motto, bold=True)


def values(desk: Desk, prose: Prose) -> Iterator[Block]:
    """Yield the values with their shapes, and what they mean."""
    say = desk.language.say
    yield PageBreak()
    yield prose.heading(say("Our values"))
    yield prose.said(say("Each value has a shape and a colour. You meet them on the posters."))
    rows = []
    for at, value in enumerate(desk.school.values):
        dress = desk.look.values[at]
        tint = desk.look.card if desk.look.ruled else dress.tint
        mark = Words((prose.mark(value.shape, at, MARK, tint),), align="center")
        told: list[Words] = [
            prose.heading(value.name, level=3, colour=dress.ink),
        ]
        if value.says:
            told.append(prose.said(value.says, after=4))
        cells = Cell((mark,), tint, (2.0, 2.5), True), Cell(tuple(told), tint, (2.0, 1.0), True)
        rows.append(cells)
    yield Table((BESIDE, prose.width - BESIDE), tuple(rows), laid=True)


def way(desk: Desk, prose: Prose) -> Iterator[Block]:
    """Yield how a focus goes from the assembly to the look back."""
    say = desk.language.say
    yield prose.heading(say("How we work"))
    yield prose.said(say("We practise one thing at a time, in four steps."))
    steps = (
        (
            say("We gather."),
            say("At the assembly all see what we are going to practise, often in a film."),
        ),
        (
            say("We practise."),
            say("Classes and SFO practise where it is to happen. Adults show, and children try."),
        ),
        (say("We praise."), say("We say aloud what we saw, at once.")),
        (
            say("We look back."),
            say("The PALS team asks: Does every class practise? Does it help?"),
        ),
    )
    for number, (name, words) in enumerate(steps, 1):
        yield prose.item(prose.run(f"{name} ", bold=True), words, number=number)
    if desk.school.year:
        yield prose.said(
            say("PALS of the month stands in the week plan, so that families can join in."),
        )


def praise(desk: Desk, prose: Prose) -> Iterator[Block]:
    """Yield how adults praise."""
    say = desk.language.say
    yield prose.heading(say("How we praise"))
    for words in (
        say("Say what the child did, not what the child is like."),
        say("Say it at once, while you are near."),
        say("Praise those who practise, not only those who succeed."),
        say("We give no points or prizes, and compare no children. Your words are enough."),
    ):
        yield prose.item(words)


def phrases(desk: Desk, prose: Prose) -> Iterator[Block]:
    """Yield what to say aloud in each place, those of one place together."""
    say, year, look = desk.language.say, desk.school.year, desk.look
    given = [one for one in year.focuses if one.praise] if year else []
    rows = []
    for name in dict.fromkeys(one.arena.name for one in given):
        praised = [one.praise for one in given if one.arena.name == name]
        quoted = [Sourced(say("“{words}”", words=one), None, one.language) for one in praised]
        place = Cell((prose.said(name, bold=True, after=0),), look.pale, SAID)
        rows.append(
            (place, Cell(tuple(prose.said(one, after=0) for one in quoted), look.pale, SAID))
        )
    if rows:
        edge = (look.field, 1.0) if look.ruled else None
        yield prose.heading(say("You can say this"))
        yield Table((PLACE, prose.width - PLACE), tuple(rows), edge, laid=True)


def pupils(desk: Desk, prose: Prose) -> Iterator[Block]:
    """Yield what the children practise, matrix by matrix."""
    say = desk.language.say
    lead = say("Here are the expectations, place by place. Practise those of the place you are in.")
    yield from _matrices(
        say("What the children practise"), lead, desk.school.matrices_for("elev"), desk, prose
    )


def adults(desk: Desk, prose: Prose) -> Iterator[Block]:
    """Yield what the adults have agreed on."""
    say = desk.language.say
    lead = say("Children do as we do. So we expect something of ourselves too.")
    name = say("What we adults have agreed on")
    yield from _matrices(name, lead, desk.school.matrices_for("voksen"), desk, prose)


def _matrices(
    name: str, lead: str, there: tuple[Matrix, ...], desk: Desk, prose: Prose
) -> Iterator[Block]:
    small = replace(prose, size=prose.size - 0.5)
    if there:
        yield PageBreak()
        yield prose.heading(name)
        yield prose.said(lead)
    for matrix in there:
        if len(there) > 1:
            yield prose.heading(matrix.title, level=3)
        yield from abreast(matrix, desk.school.values, small, 4 if len(there) > 1 else 3)


def files(desk: Desk, prose: Prose) -> Iterator[Block]:
    """Yield where the school keeps its files, if it has said so."""
    where, say = desk.school.contact.files, desk.language.say
    if where:
        yield prose.heading(say("Where to find the files"))
        yield prose.said(say("Posters, slides, letters and films lie here:"))
        link = where if where.startswith(("https://", "http://")) else ""
        yield prose.said(prose.run(where, bold=True, link=link))


def asking(desk: Desk, prose: Prose) -> Iterator[Block]:
    """Yield whom to ask."""
    say, contact = desk.language.say, desk.school.contact
    yield prose.heading(say("Whom to ask"))
    yield prose.said(say("All of us have been new. Rather ask once too often."))
    if contact.name:
        yield prose.said(contact.name, bold=True, after=1)
    if contact.email:
        yield prose.said(prose.run(contact.email, link=f"mailto:{contact.email}"), after=1)
    if contact.phone:
        yield prose.said(contact.phone, after=1)
    if contact.web:
        link = contact.web if contact.web.startswith("http") else ""
        yield prose.said(prose.run(contact.web, link=link), after=1)
    if not (contact.name or contact.email or contact.phone):
        yield prose.said(say("Ask somebody in the PALS team, or your leader."))

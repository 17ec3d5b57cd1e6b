"""Keeps the contents page in step with what lies in the output folder, by the shelf's own rules."""

from __future__ import annotations

import functools
from collections.abc import Iterable, Iterator
from concurrent.futures import Executor
from dataclasses import fields, is_dataclass, replace
from pathlib import Path
from typing import Any

from pipeline import cache, drawings
from pipeline.build import listing
from pipeline.build.ledger import PAGE, PAGE_HOME, Ledger, digest
from pipeline.build.listing import Lying, Thing
from pipeline.build.plan import Job
from pipeline.build.shelf import Line, Shelf
from pipeline.build.small import Original, pictures
from pipeline.contents.page import page
from pipeline.contents.parts import Contents, Face, Whose
from pipeline.formats import png
from pipeline.language import language
from pipeline.model import Art, Drawing, School
from pipeline.paper import webface
from pipeline.paper.foot import credits, edition
from pipeline.paper.sheet import Shape
from pipeline.paper.theme import Look

LOGO_WIDTH = 320  # pixels
PLAIN = {"bool", "float", "int", "str", "str | None"}  # how a field that holds no picture is typed


def arts(paper: object) -> list[str]:
    """Return the digests of all pictures on the paper, of whichever kind it is."""
    found: set[str] = set()
    waiting: list[Any] = [paper]
    while waiting:
        one = waiting.pop()
        if isinstance(one, Art):
            found.add(one.digest)
        elif isinstance(one, tuple):
            waiting.extend(one)
        else:
            waiting.extend(getattr(one, name) for name in _parts(one.__class__))
    return sorted(found)


@functools.cache
def _parts(kind: type) -> tuple[str, ...]:
    """Return the names of what things of the kind hold pictures in; shapes hold none."""
    holds = is_dataclass(kind) and kind is not Shape
    return tuple(one.name for one in fields(kind) if one.type not in PLAIN) if holds else ()


def refresh(shelf: Shelf, school: School, look: Look, pool: Executor) -> Line:
    """Write the page anew if anything on it has changed; tell what became of it."""
    own = language(school.language)
    told = contents(shelf, school, look, pool)
    faces = tuple(
        Face(weights, content)
        for weights, content in webface.cut(look.family, [page(told, own, look)])
    )
    written = page(replace(told, faces=faces), own, look).encode()
    pages = Shelf(shelf.out, Ledger.open(shelf.out, PAGE_HOME), shelf.today)
    job = Job("contents", "", (), own.code, "", False, "html", PAGE)
    mark = {"words": digest(written)}
    state, due, why = pages.look(job, mark, False)
    line = pages.put(job, (mark, 0.0), written, own.say("new")) if due else Line(state, PAGE, why)
    pages.ledger.close()
    return line


def contents(shelf: Shelf, school: School, look: Look, pool: Executor) -> Contents:
    """Return all that stands on the page, its letters left out."""
    own, out = language(school.language), shelf.out
    there = listing.things(out, shelf.ledger, school)
    seen = [original(one, out, school, look) for one in there]
    logo = original_of(school.brand.logo)
    small = pictures(filter(None, (*seen, logo)), out / PAGE_HOME, pool)
    keys = [one.key if one else "" for one in seen]
    cards = [listing.card(one, out, school, key) for one, key in zip(there, keys, strict=True)]
    whose = Whose(
        school.name,
        school.brand.motto,
        school.values,
        edition(school, own),
        credits(_drawn(there, school), school, own),
        logo.key if logo else "",
    )
    return Contents(
        whose,
        listing.news(cards, there),
        listing.kits(cards, there, school),
        listing.kinds(cards, there, school),
        small,
    )


def original(thing: Thing, out: Path, school: School, look: Look) -> Original | None:
    """Return what to make the thing's small picture from: a file that we know all pictures of.

    What a hand has changed is not shown, and no paper with a drawing that may not be used now.
    """
    known = _arts(school)
    for one in thing.lying:
        arts = one.entry.arts
        if _suffix(one) not in png.SHOWN or arts is None or not known.issuperset(arts):
            continue
        dark = one.look == "dark"
        ground = look.ink if dark else "#ffffff"
        if one.ours:
            return Original(out / one.job.target, one.entry.digest, ground)
        beside = one.entry.beside
        if beside and (out / beside["target"]).is_file():
            return Original(out / beside["target"], beside["digest"], ground)
    return None


def _suffix(one: Lying) -> str:
    return one.job.target.rpartition(".")[2]


def original_of(logo: Art | None) -> Original | None:
    """Return what to make the small logo from."""
    if logo is None:
        return None
    file = drawings.rendition(logo, LOGO_WIDTH, cache.folder("drawings"))
    return Original(file, logo.digest)


def _arts(school: School) -> set[str]:
    """Return the digests of all pictures that may be used."""
    found = {one.art.digest for one in _all(school) if one.art}
    return found | ({school.brand.logo.digest} if school.brand.logo else set())


def _all(school: School) -> Iterator[Drawing]:
    """Yield the drawings, as they hang in the matrices and as they are listed."""
    for matrix in school.matrices:
        yield from (arena.drawing for arena in matrix.arenas if arena.drawing)
    yield from school.drawings


def _drawn(there: Iterable[Thing], school: School) -> list[Drawing]:
    """Return the drawings that are on something here."""
    shown = {art for thing in there for one in thing.lying for art in one.entry.arts or ()}
    return [one for one in _all(school) if one.art and one.art.digest in shown]

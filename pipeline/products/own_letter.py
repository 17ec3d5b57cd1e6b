"""The school's own letters from sources/brev/, on its own paper, their fields filled in."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from pipeline.language import language
from pipeline.model import OwnLetter, Passage, Saying, School
from pipeline.paper.flow import Block, Figure, Flow, Run, Words
from pipeline.paper.stationery import SIZES, WIDE, Stationery, fitted
from pipeline.problems import Sourced, fault, guess, phrase
from pipeline.products import Desk
from pipeline.year import fields

TITLE = "Own letters"
FOR = phrase("For those whom the school writes to.")
OWN_TONGUE = True
LANDSCAPE = False
PAPERS = ("A4",)
WIDEST, TALLEST = 110.0, 68.0  # mm, a drawing
LAST_LEVEL = 6


def subjects(school: School) -> tuple[Sourced, ...]:
    """Return the letters, named by their files."""
    return tuple(one.name for one in school.letters)


def arenas(school: School, subject: str) -> tuple[str, ...]:
    """Return the arenas that the letter is about: none is known."""
    return ()


def write(subject: str, desk: Desk) -> Flow:
    """Return the letter: as large as it can be on one page, or over several in the middle size."""
    letter = _chosen(desk.school, subject)
    own, sizes = Stationery(desk.school, language(letter.language), desk.look), (*SIZES, SIZES[2])
    paper, blocks, room = fitted(own, lambda paper: _blocks(letter, paper), letter.day, sizes)
    (title,) = (one.text for one in blocks if isinstance(one, Words) and one.kind == "title")
    aired = paper.aired(blocks, letter.day) if room >= 0 else blocks
    return paper.flow(f"{title} – {desk.school.name}", aired, letter.day, paged=room < 0)


def _chosen(school: School, subject: str) -> OwnLetter:
    found = next((one for one in school.letters if one.name == subject), None)
    if found is None:
        what = phrase("There is no letter called '{name}'.", name=subject)
        raise fault(None, what, guess(subject, subjects(school)))
    return found


def _blocks(letter: OwnLetter, paper: Stationery) -> Iterator[Block]:
    """Yield the letter's blocks; its first heading of level 1 is its title, else its name is."""
    told = fields.told_of(letter, paper.school)
    top = next((one for one in letter.passages if (one.kind, one.level) == ("heading", 1)), None)
    if letter.to:
        yield paper.addressee(letter.to)
    if top is None:
        yield paper.title(str(letter.name))
    level = 1
    for passage, after in zip(letter.passages, (*letter.passages[1:], None), strict=True):
        if passage is top:
            yield _filled(paper.title(""), passage, told, paper)
        elif passage.kind == "heading":
            level = min(max(passage.level, 2), level + 1, LAST_LEVEL)
            yield _filled(paper.heading("", level), passage, told, paper)
        elif passage.kind == "picture":
            yield from _drawing(passage, paper)
        else:
            yield _filled(_blank(passage, after, paper), passage, told, paper)


def _blank(passage: Passage, after: Passage | None, paper: Stationery) -> Words:
    """Return a paragraph, item or aside without its words; `after` is what comes below it."""
    if passage.kind == "item":
        blank = paper.item("", passage.number)
        last = after is None or after.kind != "item"
        return replace(blank, after=paper.size * 0.5) if last and not passage.broken else blank
    blank = paper.aside("") if passage.kind == "aside" else paper.paragraph("")
    return replace(blank, after=0.0) if passage.broken else blank


def _filled(blank: Words, passage: Passage, told: fields.Told, paper: Stationery) -> Words:
    """Return the block with the passage's words in it."""
    (run,) = blank.runs
    assert isinstance(run, Run)
    runs = [_run(one, run, told, paper) for one in passage.sayings]
    return replace(blank, runs=tuple(one for one in runs if one.text))


def _run(saying: Saying, plain: Run, told: fields.Told, paper: Stationery) -> Run:
    text = fields.filled(saying.text, told)
    letters = plain.letters
    if saying.link:
        link = paper.link(text, saying.link)
        return replace(link, letters=replace(link.letters, size=letters.size))
    if saying.bold:
        heavy = paper.look.letters("heading", letters.size, letters.colour)
        letters = heavy if heavy.weight > letters.weight else letters
    return Run(text, letters)


def _drawing(passage: Passage, paper: Stationery) -> Iterator[Figure]:
    drawing = next((one for one in paper.school.drawings if one.name == passage.drawing), None)
    if drawing is None or drawing.art is None:
        return
    wide = min(WIDEST, WIDE, TALLEST * drawing.art.width / drawing.art.height)
    own = passage.sayings[0].text if passage.sayings else None
    alt = own or drawing.alt or drawing.shows
    yield Figure(drawing.art, wide, alt, getattr(alt, "language", None), 4.0, 6.0)

"""Letter home after an assembly: what we practise, how to help at home, the film, what is on."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.model import Film
from pipeline.paper.flow import Block, Flow, Words
from pipeline.paper.stationery import Stationery, fitted, spaced
from pipeline.problems import phrase
from pipeline.products import Desk
from pipeline.year import kit, tidings
from pipeline.year.letters import Occasion, occasion

TITLE = "Letters after the assembly"
FOR = phrase("For parents, after the assembly.")
FOR_PARENTS = True
LANDSCAPE = False
PAPERS = ("A4",)
FORMATS = ("pdf", "docx", "html")
TOGETHER = "Letters home"
FILES = {"A4": "Letter"}
subjects, arenas = kit.subjects, kit.arenas
CODES = 2  # films that have a code to scan; more are links alone


def write(subject: str, desk: Desk) -> Flow:
    """Return the letter, as large as it can be on one page."""
    sent = occasion(desk.school, subject)
    own = Stationery(desk.school, desk.language, desk.look)
    paper, blocks, _ = fitted(own, lambda paper: _blocks(sent, paper), sent.day)
    title = f"{paper.title(tidings.title(sent.focus.arena)).text} – {desk.school.name}"
    return paper.flow(title, paper.aired(blocks, sent.day), sent.day, paged=False)


def _blocks(sent: Occasion, paper: Stationery) -> Iterator[Block]:
    focus, school, tongue = sent.focus, paper.school, paper.language
    yield paper.title(tidings.title(focus.arena))
    yield paper.paragraph(phrase("Dear parents and guardians"))
    told = (*tidings.seen(focus, tongue), *tidings.together(focus, school))
    yield paper.paragraph(*told, after=0.8)
    yield from paper.fact_box(focus.arena, phrase("This is what we practise"))
    yield from (
        spaced(paper.paragraph(one), paper.size * (0.1 if at else 0.8), 0.0)
        for at, one in enumerate(tidings.tasks(focus))
    )
    yield paper.heading(phrase("This is how you can help at home"))
    yield from paper.numbered(tidings.at_home(focus.question, focus.praise))
    if school.year and (soon := tidings.on_soon(school.year, sent, tongue)):
        yield paper.heading(phrase("What is on"))
        yield from map(paper.item, soon)
    yield from _films(focus.films, paper)
    yield from paper.asking(school.contact)
    yield from paper.greeting()


def _films(films: tuple[Film, ...], paper: Stationery) -> Iterator[Block]:
    """Yield the first films with codes to scan, and a link to each."""
    if not films:
        return
    lead = paper.heading(phrase("See the film"))
    scan = paper.paragraph(phrase("Scan the code with your phone, or open the link:"), after=0.0)
    if len(films) == 1:
        beside = (spaced(lead, 0.0, lead.after), scan, _link(films[0], paper))
        yield paper.scanned(((str(films[0].link), beside),))
        return
    yield from (lead, scan)
    yield paper.scanned(tuple((str(one.link), (_link(one, paper),)) for one in films[:CODES]))
    yield from (_link(film, paper) for film in films[CODES:])


def _link(film: Film, paper: Stationery) -> Words:
    return Words((paper.link(film.title, film.link),), leading=1.3)

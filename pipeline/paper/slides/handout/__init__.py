"""A handout: two, three or six slides a page with notes and lines to write on, then a box."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.paper.sheet import Sheet, Sheets
from pipeline.paper.slides import PRACTICE, Deck, told
from pipeline.paper.slides.handout.cell import Cell
from pipeline.paper.slides.handout.layouts import LAYOUTS
from pipeline.paper.slides.handout.page import HIGH, ROOM, WIDE, Page
from pipeline.paper.slides.handout.rest import Rest
from pipeline.problems import Phrase

A_PAGE = {paper: layout.rows * layout.columns for paper, layout in LAYOUTS.items()}


def handout(
    made: Sheets,
    deck: Deck,
    about: str,
    steps: Sequence[str] = (),
    paper: str = "A4",
    heading: Phrase | str = PRACTICE,
) -> Sheets:
    """Return the slides on A4 as the paper has them, drawn as they are; a box of steps comes last.

    `about` says whom it is for and when. Without steps there is no box. The box stands below the
    last slides, or beside the last, and has a page of its own only where there is no room.
    """
    page, a_page = Page(deck, made.title, about), A_PAGE[paper]
    rest = Rest(page, tuple(steps), told(heading, deck.language))
    pages = [made.sheets[at : at + a_page] for at in range(0, len(made.sheets), a_page)]
    layouts = [LAYOUTS[paper]] * len(pages)
    layouts[-1], room = rest.place(layouts[-1], len(pages[-1]))
    if steps and not room:
        pages, layouts, room = [*pages, ()], [*layouts, layouts[-1]], ROOM
    met: set[str] = set()
    sheets: list[Sheet] = []
    for at, (slides, layout) in enumerate(zip(pages, layouts, strict=True)):
        numbered = enumerate(slides, at * a_page + 1)
        cells = [Cell(page, slide, number, layout) for number, slide in numbered]
        items = [
            item for spot, one in enumerate(cells) for item in one.items(layout.slot(spot), met)
        ]
        if at + 1 == len(pages) and room:
            items += rest.items(room)
        head = page.head(at, all(one.whole for one in cells))
        sheets.append(Sheet(WIDE, HIGH, (*head, *items, page.foot(at + 1, len(pages)))))
    return Sheets(made.title, made.language, tuple(sheets), subject=about)

"""Questions about slides: their titles, words and letters, and what lies over what."""

from collections.abc import Iterator
from dataclasses import replace

from pipeline.language import language
from pipeline.paper.sheet import Box, Group, Row, Sheets, Text, walk
from pipeline.paper.theme import dress
from pipeline.problems import Gathered
from pipeline.products import Desk, names, papers, product

DECKS = [name for name in names() if "16:9" in papers(name)]


def deck(school, paper="16:9", code="nb", subject=0, name="assembly_deck"):
    """The slides of a talk or their handout, and what was noted on the way."""
    gathered = Gathered()
    look = dress(school.brand, school.values, gathered)
    desk = Desk(replace(school, language=code), language(code), look, paper, False, gathered)
    named = product(name).subjects(desk.school)[subject]
    return product(name).compose(str(named), desk), list(gathered)


def words(sheet, *kinds) -> list[str]:
    """What is said on a slide in groups of the kinds, but for its foot."""
    return [" ".join(one.lines) for one in texts(sheet, *kinds)]


def texts(sheet, *kinds) -> Iterator[Text]:
    for item, above in walk(sheet.items):
        if isinstance(item, Text) and above[0].kind != "again" and above[-1].kind in kinds:
            yield item


def titles(paper: Sheets) -> list[str]:
    return [one for sheet in paper.sheets for one in words(sheet, "title")]


def boxes(sheet) -> list[Box]:
    """The boxes of all words and things of a slide that may not lie over one another."""
    found = [one.box for one, _ in walk(sheet.items) if isinstance(one, Text | Row)]
    for group in sheet.items:
        if isinstance(group, Group) and group.kind == "figure":
            found += [one.box for one, _ in walk((group,)) if hasattr(one, "box")]
    return found


def overlapping(sheet, air=2.5) -> Iterator[tuple[Box, Box]]:
    """What lies over something else; a line's box holds so many mm of air."""
    there = boxes(sheet)
    for at, one in enumerate(there):
        for other in there[at + 1 :]:
            across = min(one.right, other.right) - max(one.x, other.x)
            down = min(one.bottom, other.bottom) - max(one.y, other.y)
            if across > 0.5 and down > air:
                yield one, other

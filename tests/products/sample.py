"""A small school in memory, a desk to compose at, and a printer of papers as text."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from pipeline.language import language
from pipeline.model import (
    Arena,
    Art,
    Brand,
    Consent,
    Drawing,
    Edition,
    Matrix,
    School,
    Value,
)
from pipeline.paper.sheet import Group, Item, Picture, Shape, Sheets, Text
from pipeline.paper.theme import dress
from pipeline.problems import Gathered, Place, Sourced
from pipeline.products import Desk, product

NAMES = ("Respekt", "Ansvar", "Omsorg", "Mestring", "Glede")
MARKS = ("bubble", "shield", "heart", "star", "sun")
AT = Place("matriser.docx").at(table=1)
YARD = (
    ("Jeg venter på tur", "Jeg følger reglene vi er enige om i leken"),
    ("Jeg går inn når det ringer", "Jeg rydder lekene på plass"),
    ("Jeg inviterer andre med", "Jeg trøster og henter hjelp"),
    ("Jeg prøver nye leker",),
    ("Jeg heier på andre",),
)
LOGO = Art("logo", 800, 800)


def drawing(width: int = 2000, height: int = 1500) -> Drawing:
    """A drawing that is ready, of any proportions."""
    shows, alt = Sourced("skolegård"), Sourced("Barn leker i skolegården")
    art = Art("yard", width, height)
    return Drawing("gard", "gard.jpg", shows, alt, Sourced("elev, 5. trinn"), Consent(), art)


def arena(name: str = "I skolegården", cells=YARD[:3], drawn: Drawing | None = None) -> Arena:
    """An arena whose every line knows its row and column."""
    placed = tuple(
        tuple(Sourced(line, AT.at(row=2, column=NAMES[at])) for line in lines)
        for at, lines in enumerate(cells)
    )
    return Arena(Sourced(name, AT.at(row=2)), placed, drawn)


def school(*arenas: Arena, names=NAMES, theme: str = "sol", bare: bool = False) -> School:
    """A school with one matrix of the arenas; `bare` has no logo, motto or edition."""
    count = len(arenas[0].cells)
    values = tuple(
        Value(Sourced(name, Place("skole.yaml").at(line=4)), Sourced(""), mark, Sourced(""))
        for name, mark in zip(names[:count], MARKS, strict=False)
    )
    motto, edition = Sourced("Nå skal vi gjøre mer av alt som er bra"), Edition()
    if not bare:
        edition = Edition(Sourced("Versjon 2"), date(2027, 2, 8))
    return School(
        name=Sourced("Heggdal skole"),
        language="nb",
        values=values,
        matrices=(Matrix(Sourced("Ute og underveis", AT), "elev", arenas),),
        brand=Brand(theme, logo=None if bare else LOGO, motto=Sourced("") if bare else motto),
        edition=edition,
    )


def desk(one: School, paper: str = "A3", landscape: bool = False, code: str = "nb") -> Desk:
    """A desk with nothing noted yet."""
    gathered = Gathered()
    look = dress(one.brand, one.values, gathered)
    return Desk(one, language(code), look, paper, landscape, gathered)


def composed(name: str, at: Desk, subject: str | None = None) -> Sheets:
    """The product's paper of its first subject, or of the one named."""
    made = product(name)
    return made.compose(subject or made.subjects(at.school)[0], at)


def shorter(one: School, row: int, column: int, cell: tuple[Sourced, ...]) -> School:
    """The school with another cell."""
    (matrix,) = one.matrices
    arenas = list(matrix.arenas)
    cells = list(arenas[row].cells)
    cells[column] = cell
    arenas[row] = replace(arenas[row], cells=tuple(cells))
    return replace(one, matrices=(replace(matrix, arenas=tuple(arenas)),))


def printed(paper: Sheets) -> str:
    """The paper as text: what stands on it, where, how large and what it means."""
    head = f"{paper.title} ({paper.language}), read at {paper.reads_at} m"
    return "\n".join([head, *(line for one in paper.sheets for line in _sheet(one))]) + "\n"


def _sheet(sheet) -> Iterator[str]:
    yield f"sheet {sheet.width:g} x {sheet.height:g}"
    for item in sheet.items:
        yield from _item(item, 1)


def _item(item: Item, deep: int) -> Iterator[str]:
    lead = "  " * deep
    if isinstance(item, Group):
        extra = f" {item.level}" if item.level else ""
        extra += f' "{item.alt}"' if item.alt else ""
        extra += f" turned {item.turn}" if item.turn else ""
        yield f"{lead}{item.kind}{extra}"
        for one in item.items:
            yield from _item(one, deep + 1)
    elif isinstance(item, Text):
        look = item.letters
        yield (
            f"{lead}{' / '.join(item.lines)} | {look.weight} {look.size:g} pt {look.colour} "
            f"at {item.box.x:.1f}, {item.baseline:.1f}"
        )
    elif isinstance(item, Picture):
        box = item.box
        yield f"{lead}picture {item.art.digest} {box.x:.1f}, {box.y:.1f} {box.w:.1f} x {box.h:.1f}"
    elif isinstance(item, Shape):
        points = [(numbers[-2], numbers[-1]) for _, numbers in item.path if numbers]
        xs, ys = [x for x, _ in points], [y for _, y in points]
        where = f"{min(xs):.1f}, {min(ys):.1f} to {max(xs):.1f}, {max(ys):.1f}"
        yield f"{lead}shape {item.fill or '-'} {item.stroke or '-'} {where}"

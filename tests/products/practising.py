"""Schools that practise: usual and odd ones, with classes and without; all papers of a focus."""

from dataclasses import replace
from datetime import date

from pipeline.model import Brand, Focus, School, Span, Stage
from pipeline.paper.sheet import Group, Row, Text, walk
from pipeline.problems import Sourced
from pipeline.products import product
from tests.products import letters, staff
from tests.products.sample import desk

CARDS = ("lesson_card", "praise_cards")
SHEETS = ("film_plan", "practice_log", "run_sheet")
NAMES = (*CARDS, *SHEETS)
TEAM = ("practice_overview",)  # what lies apart from the papers that teachers print


def stages(*sizes: int) -> tuple[Stage, ...]:
    """Stages with so many classes each; the last one is SFO."""
    names = ("Småtrinn", "Mellomtrinn", "SFO")[-len(sizes) :]
    return tuple(
        Stage(Sourced(name), tuple(Sourced(f"{name[0]}{at}") for at in range(1, size + 1)))
        for name, size in zip(names, sizes, strict=True)
    )


def practising(one: School = staff.FULL, first=None, last=None, sizes=(12, 9, 4)) -> School:
    """The school whose first focus has five weeks, one of them a holiday."""
    assert one.year is not None
    focus, other = one.year.focuses
    other = replace(other, last=date(2026, 11, 27))
    days = {"first": first or date(2026, 9, 14), "last": last or date(2026, 10, 16)}
    off = (Span(Sourced("Høstferie"), date(2026, 10, 5), date(2026, 10, 9)),)
    year = replace(one.year, focuses=(replace(focus, **days), other), off=off)
    return replace(one, year=year, stages=stages(*sizes) if sizes else ())


FULL = practising()
LONG = "Jeg spør en voksen om hjelp når noe er vanskelig"
WORDY = ((LONG,) * 3,) * 5
ODD = {
    **{f"staff: {name}": one for name, one in staff.ODD.items()},
    **{f"letters: {name}": one for name, one in letters.ODD.items()},
    "full": FULL,
    "no classes": practising(sizes=()),
    "stages without classes": practising(sizes=(0, 0)),
    "thirty classes": practising(sizes=(22, 30, 1)),
    "a whole year": practising(first=date(2026, 8, 17), last=date(2027, 6, 18)),
    "one day": practising(first=date(2026, 9, 16), last=date(2026, 9, 16)),
    "wordy": practising(letters.homely(WORDY)),
    "no motto": replace(FULL, brand=Brand("sol")),
}


def focuses(one: School) -> tuple[Focus, ...]:
    """The focuses of the school's year."""
    return one.year.focuses if one.year else ()


def papers(name: str, one: School, code: str = "nb"):
    """Yield the product's papers of all its subjects, each with the desk that it was made at."""
    made = product(name)
    for subject in made.subjects(one):
        at = desk(one, "A4", made.LANDSCAPE, code)
        verb = made.compose if name in CARDS else made.write
        yield verb(str(subject), at), at


def said(paper, again: bool = False) -> list[str]:
    """What stands on the cards; `again`: what is not read aloud too."""
    return [
        " ".join(item.lines) if isinstance(item, Text) else item.text
        for sheet in paper.sheets
        for item, above in walk(sheet.items)
        if isinstance(item, Text | Row) and (again or not any(one.kind == "again" for one in above))
    ]


def cards(paper) -> list[Group]:
    """The cards that are each read by themselves."""
    return [item for sheet in paper.sheets for item in sheet.items if isinstance(item, Group)]

"""A school with a year: two focus periods, one of them with a PALS of SFO's own."""

from dataclasses import replace
from datetime import date

from pipeline.model import AfterSchool, Focus, Year
from pipeline.problems import Place, Sourced
from tests.products.sample import YARD, arena, drawing, school

AT = Place("skolear.yaml")
ASK = "Når var du en god venn i friminuttet?"
TASK = "Øv på å spørre andre: Vil du være med?"


def yearly(cells=YARD[:3], drawn=True, shown="", question=ASK, name="I skolegården", **more):
    """The school whose focus is the arena until November, and then another."""
    first = arena(name, cells, drawing() if drawn else None)
    second = arena("I gangen", cells[::-1])
    own = AfterSchool(arena("På SFO", cells), Sourced("Hvem lekte du med i dag?", AT.at(line=9)))
    ask = Sourced(question, AT.at(line=5))
    focuses = (
        Focus(first, date(2026, 8, 17), date(2026, 10, 30), question=ask, task=Sourced(TASK)),
        Focus(second, date(2026, 11, 2), date(2027, 6, 18), after_school=own),
    )
    focuses = tuple(replace(one, shown=shown) for one in focuses)
    year = Year(date(2026, 8, 17), date(2027, 6, 18), focuses)
    return replace(school(first, second, **more), year=year)

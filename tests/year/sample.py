"""A school year of one's own, for tests: two focuses, a holiday, a campaign and a meeting."""

from dataclasses import replace
from datetime import date, timedelta

from pipeline.model import Arena, Campaign, Focus, Meeting, School, Span, Value, Year
from pipeline.problems import Sourced

NAMES = ("Respekt", "Ansvar", "Omsorg")
VALUES = tuple(Value(Sourced(name), Sourced("Vi"), "sun", "#00538a") for name in NAMES)
LINES = ((Sourced("Jeg venter"),), (Sourced("Jeg rydder"),), (Sourced("Jeg trøster"),))


def focus(name, first, last, **more):
    """Return a focus on an arena with a line for each value."""
    cells = more.pop("cells", LINES)
    return Focus(Arena(Sourced(name), cells), first, last, **more)


YEAR = Year(
    date(2026, 8, 17),
    date(2027, 6, 18),
    (
        focus("I gangen", date(2026, 8, 17), date(2026, 12, 18), question=Sourced("Hvem?")),
        focus("På SFO", date(2027, 1, 4), date(2027, 6, 18), assembly=date(2027, 1, 11)),
    ),
    (Span(Sourced("Juleferie"), date(2026, 12, 21), date(2027, 1, 1)),),
    (date(2026, 8, 13), date(2026, 8, 14)),
    (Campaign(Sourced("Språkkampanje"), (2, 9)),),
    (Meeting(Sourced("Foreldremøte, høst"), date(2026, 9, 15), "18.00"),),
)
SCHOOL = School(Sourced("Lia skole"), "nb", VALUES, (), year=YEAR)


def months_apart(start=2026, **more):
    """Return a year whose eleven months have a focus each."""
    found = []
    for at in range(11):
        calendar, month = start + (at + 7) // 12, (at + 7) % 12 + 1
        first = date(calendar, month, 1)
        last = (first + timedelta(days=31)).replace(day=1) - timedelta(days=1)
        found.append(focus(f"Sted {month}", first, last, **more))
    return replace(
        YEAR, first=found[0].first, last=found[-1].last, focuses=tuple(found), planning=(), off=()
    )

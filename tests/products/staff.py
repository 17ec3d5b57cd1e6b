"""A school with a year and an adults' matrix, and odd ones that lack or have too much of things."""

from dataclasses import replace
from datetime import date

from pipeline.model import Campaign, Contact, Film, Matrix, Meeting, School, Year
from pipeline.problems import Sourced
from tests.products.monthly import yearly
from tests.products.sample import YARD, arena, desk

PRAISE = "Nå ventet du på tur!"
ADULTS = Matrix(Sourced("Voksenstandard"), "voksen", (arena("I gangen", YARD[:3]),))
CONTACT = Contact(
    Sourced("PALS-teamet"),
    Sourced("pals@lia.example.no"),
    Sourced("12 34 56 78"),
    Sourced("https://lia.example.no"),
    Sourced("https://lia.example.no/filer"),
)


def staffed(cells=YARD[:3], **more) -> School:
    """A school that has all that the staff's papers tell of."""
    one = yearly(cells, **more)
    assert one.year is not None
    first, second = one.year.focuses
    film = Film(Sourced("Slik gjør vi"), Sourced("https://film.example.no/tur"))
    first = replace(first, praise=Sourced(PRAISE), assembly=date(2026, 8, 18), films=(film,))
    year = replace(
        one.year,
        focuses=(first, second),
        planning=(date(2026, 8, 13), date(2026, 8, 14)),
        campaigns=(Campaign(Sourced("Språkkampanje"), (2, 9)), Campaign(Sourced("Les!"), (20,))),
        meetings=(Meeting(Sourced("Foreldremøte på høsten"), date(2026, 9, 15), "18.00"),),
    )
    adults = replace(ADULTS, arenas=(arena("I gangen", cells),))
    return replace(one, year=year, contact=CONTACT, matrices=(*one.matrices, adults))


FULL = staffed()
INSIDE = replace(FULL.matrices[0], title=Sourced("Inne"))
LONG = ("Medmenneskelighet", "Samarbeidsevne", "Ansvar")
NAMED = Sourced("Nedre og øvre Storelvdalen oppvekstsenter og skole")
BARE_YEAR = Year(date(2026, 8, 17), date(2027, 6, 18))
ODD = {
    "full": FULL,
    "no year": replace(FULL, year=None),
    "an empty year": replace(FULL, year=BARE_YEAR),
    "no adults": replace(FULL, matrices=FULL.matrices_for("elev")),
    "nothing in contact": replace(FULL, contact=Contact()),
    "files in words": replace(FULL, contact=Contact(files=Sourced("Fellesmappa «PALS»"))),
    "two values": staffed(YARD[:2]),
    "five values": staffed(YARD),
    "long names": replace(staffed(names=LONG), name=NAMED),
    "a place with a long name": staffed(name="I gymsalen, garderobene og svømmehallen"),
    "ink saved": staffed(theme="blekk"),
    "bare": replace(staffed(bare=True), year=None, contact=Contact(), matrices=FULL.matrices[:1]),
    "an empty cell": staffed((YARD[0], (), YARD[2])),
    "two matrices": replace(FULL, matrices=(*FULL.matrices, INSIDE)),
}


def papers(name: str, school: School, code: str = "nb"):
    """Yield the product's papers of all its subjects."""
    from pipeline.products import product

    one = product(name)
    for subject in one.subjects(school):
        yield one.write(str(subject), desk(school, "A4", code=code))

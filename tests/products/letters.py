"""Schools with a year to write home about: usual and odd ones, and papers that run on as text."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from pipeline.model import Campaign, Contact, Film, Meeting, Span
from pipeline.paper.flow import Count, Figure, Flow, Mark, PageBreak, Run, Sketch, Table, Words
from pipeline.problems import Sourced
from tests.products.monthly import yearly
from tests.products.sample import YARD

CONTACT = Contact(
    Sourced("PALS-teamet"),
    Sourced("pals@example.no"),
    Sourced("12 34 56 78"),
    Sourced("https://example.no"),
)
FILM = Film(Sourced("Elevene viser skolegården"), Sourced("https://film.example.no/skolegard"))
OTHER = Film(Sourced("Lærerne viser skolegården"), Sourced("https://film.example.no/larere"))
ASSEMBLY = date(2026, 8, 18)
HOME = ("Vi spør før vi låner", "Vi lytter rundt bordet")


def homely(cells=YARD[:3], films=(FILM,), assembly=ASSEMBLY, contact=CONTACT, home=HOME, **more):
    """The school of the year, with films, whom to ask, campaigns, meetings and days off."""
    made = yearly(cells, **more)
    first, second = made.year.focuses
    praise = Sourced("Så bra at du ventet på tur!")
    first = replace(first, films=films, assembly=assembly, praise=praise)
    year = replace(
        made.year,
        focuses=(first, second),
        off=(Span(Sourced("Høstferie"), date(2026, 10, 5), date(2026, 10, 9)),),
        campaigns=(Campaign(Sourced("Språkkampanje"), (36, 2, 9)),),
        meetings=(
            Meeting(Sourced("Foreldremøte på høsten"), date(2026, 9, 15), "18.00"),
            Meeting(Sourced("Foreldremøte på våren"), date(2027, 3, 9)),
        ),
    )
    values = [replace(made.values[0], says=Sourced("Vi lytter"), home=tuple(map(Sourced, home)))]
    values += made.values[1:]
    return replace(made, year=year, contact=contact, values=tuple(values))


def bare():
    """The same school with nothing that may be left out."""
    made = homely(films=(), assembly=None, contact=Contact(), home=(), drawn=False, bare=True)
    focuses = [
        replace(one, question=Sourced(""), task=Sourced(""), praise=Sourced(""))
        for one in made.year.focuses
    ]
    values = tuple(replace(one, says=Sourced("")) for one in made.values)
    year = replace(made.year, focuses=tuple(focuses), off=(), campaigns=(), meetings=())
    return replace(made, year=year, values=values)


def themed():
    """The same school, whose first focus is a theme that nobody has drawn."""
    made = homely(name="Alle er med", drawn=False)
    first, second = made.year.focuses
    focuses = (replace(first, themed=True), second)
    return replace(made, year=replace(made.year, focuses=focuses))


ODD = {
    "usual": homely(),
    "bare": bare(),
    "theme": themed(),
    "no drawing": homely(drawn=False),
    "two values": homely(YARD[:2]),
    "four values": homely(YARD[:4]),
    "five values": homely(YARD[:5]),
    "five values, no drawing": homely(YARD[:5], drawn=False),
    "ink saved": homely(theme="blekk"),
    "two films": homely(films=(FILM, OTHER)),
    "four films": homely(films=(FILM, OTHER) * 2),
    "no film": homely(films=()),
    "an e-mail alone": homely(contact=Contact(email=Sourced("pals@example.no"))),
    "a name alone": homely(contact=Contact(name=Sourced("PALS-teamet"))),
    "an empty cell": homely((YARD[0], (), YARD[2])),
    "a long name": homely(name="I gymsalen og garderobene ved siden av"),
}

# Odd schools in bokmål, and those that matter for the length of words in all of our languages.
WORDY = ("usual", "five values", "a long name")
SPOKEN = [(odd, code) for odd in ODD for code in ("nb", "nn", "en") if code == "nb" or odd in WORDY]


def told(flow: Flow) -> str:
    """The paper as text: each block with its meaning, size, links and languages."""
    lines = [f"{flow.title} ({flow.language}){' right to left' if flow.rtl else ''}"]
    for name, part in (("head", flow.head), ("body", flow.blocks), ("foot", flow.foot)):
        lines += [name] if part else []
        lines += [line for block in part for line in _block(block, "  ")]
    return "\n".join(lines) + "\n"


def _block(block, lead: str) -> Iterator[str]:
    match block:
        case Words():
            level = block.level or block.number or ""
            sizes = {f"{run.letters.size:g}" for run in block.runs if not isinstance(run, Mark)}
            text = "".join(map(_run, block.runs))
            yield f"{lead}{block.kind}{level} {'/'.join(sorted(sizes))}: {text}"
        case Figure():
            yield f"{lead}figure {block.width:.0f} x {block.height:.0f}: {block.alt}"
        case Sketch():
            alt = block.alt or "(decoration)"
            yield f"{lead}sketch {block.width:.0f} x {block.height:.0f}: {alt}"
        case Table():
            kind = "laid" if block.laid else "table"
            yield f"{lead}{kind} {' '.join(f'{one:.0f}' for one in block.widths)}"
            for row in block.rows:
                for cell in row:
                    yield f"{lead}  cell {cell.fill or '-'}"
                    for one in cell.blocks:
                        yield from _block(one, lead + "    ")
        case PageBreak():
            yield f"{lead}page break"


def _run(run) -> str:
    match run:
        case Run():
            link = f"<{run.link}>" if run.link else ""
            tongue = f"[{run.language}]" if run.language else ""
            return f"{run.text}{link}{tongue}"
        case Count():
            return "{pages}" if run.total else "{page}"
        case _:
            return "*"

"""What can be asked for: products, formats, papers, languages, themes, a school's arenas."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from pipeline import formats, products
from pipeline.build import taking
from pipeline.language import Language, language, tongues
from pipeline.paper.sheet import HANDOUTS, SIZES
from pipeline.paper.theme import themes
from pipeline.problems import Phrase, phrase

Rows = list[tuple[str, str]]


def choices(home: Path | None, spoken: Language) -> list[tuple[Phrase, Rows]]:
    """Return each kind of choice with its words and meaning; `home` is the school's folder."""
    found = [
        (
            phrase("Products"),
            [(name, _product(name, spoken)) for name in products.names()],
        ),
        (
            phrase("Formats"),
            [(name, spoken.say(formats.summary(name))) for name in formats.names()],
        ),
        (
            phrase("Papers"),
            [(name, _paper(name, spoken)) for name in SIZES],
        ),
        (phrase("Languages"), [(code, language(code).facts["own_name"]) for code in tongues()]),
        (phrase("Themes"), [(name, "") for name in themes()]),
    ]
    if home:
        school = taking.taken(home, date.today()).school
        words = language(school.language)
        arenas = [(words.short(str(one.name)), str(one.name)) for one in school.arenas]
        found.append((phrase("Arenas"), arenas))
    return found


def _product(name: str, spoken: Language) -> str:
    title = spoken.say(products.product(name).TITLE)
    return f"{title}. {spoken.say(products.summary(name))}"


def _paper(name: str, spoken: Language) -> str:
    wide, high = SIZES[name]
    size = f"{wide:g} × {high:g} mm"
    if name not in HANDOUTS:
        return size
    return spoken.say(
        "{size}, handouts with {count} slides on a page", size=size, count=HANDOUTS[name]
    )

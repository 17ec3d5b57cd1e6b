"""A letter as a school sends it, in several languages, for the tests of set pages."""

import json
from pathlib import Path

from pipeline.model import Art
from pipeline.paper.flow import Cell, Count, Figure, Flow, Mark, Run, Sketch, Table, Words
from pipeline.paper.outlines import rectangle, value_shape
from pipeline.paper.setting.bidi import is_rtl
from pipeline.paper.sheet import Box, Letters, Shape

INK, QUIET, YELLOW, FACT = "#22252b", "#555a63", "#ffd45c", "#fff8e3"
BODY = Letters("Nunito", 450, 11.5, INK)
BOLD = Letters("Nunito", 750, 11.5, INK)
SMALL = Letters("Nunito", 400, 9.5, QUIET)
HEAD = Letters("Nunito", 850, 13.5, INK)
TITLE = Letters("Nunito", 900, 23, INK, -0.01)
LOGO, YARD = Art("logo", 400, 400), Art("yard", 600, 420)
VALUES = (("bubble", "#1c5c9c"), ("shield", "#1f6f54"), ("heart", "#b23a1e"))
WEB = "https://heggdal.example.no/pals"
WIDE = 172.0

WORDS = json.loads(Path(__file__).with_name("letters.json").read_text(encoding="utf-8"))


def words(text, letters=BODY, kind="paragraph", level=0, **more):
    return Words((Run(text, letters),), kind, level, leading=more.pop("leading", 1.4), **more)


def square(x, y, side, fill):
    return Shape(rectangle(Box(x, y, side, side)), fill=fill)


def rule(colour, high, **more):
    return Sketch((Shape(rectangle(Box(0, 0, WIDE, high)), fill=colour),), WIDE, high, **more)


def code():
    """Return what takes the place of a code to scan."""
    dots = [square(2 * x, 2 * y, 2, INK) for x in range(10) for y in range(10) if (x + y) % 2]
    return Sketch(tuple(dots), 20, 20, alt="Kode")


def head():
    name = Letters("Nunito", 850, 17, INK)
    left = Cell((Figure(LOGO, 18, "Logoen til Heggdal skole"),), pad=(0, 0), middle=True)
    middle = Cell(
        (words("Heggdal skole", name, leading=1.15), words("PALS – felles skolekultur", SMALL)),
        pad=(4, 0),
        middle=True,
    )
    right = Cell((words("Uke 2 · 11. januar 2027", SMALL, align="right"),), pad=(0, 0), middle=True)
    table = Table((20, 92, 60), ((left, middle, right),), laid=True)
    return (table, rule(YELLOW, 1.1, before=10, after=16))


def foot(told, page):
    beside = Cell(
        (
            words(told[0], Letters("Nunito", 750, 9.5, QUIET)),
            words(told[1], SMALL),
            Words(
                (
                    Run(f"{page[0]} ", SMALL),
                    Count(SMALL),
                    Run(f" {page[1]} ", SMALL),
                    Count(SMALL, True),
                ),
                leading=1.4,
            ),
        ),
        pad=(4, 0),
        middle=True,
    )
    table = Table((20, WIDE - 20), ((Cell((code(),), pad=(0, 0)), beside),), laid=True)
    return (rule("#d9d9d9", 0.25, after=9), table)


def facts(values):
    lines = []
    for (shape, colour), (name, said) in zip(VALUES, values, strict=True):
        mark = Mark(value_shape(shape, Box(0, 0, 4.4, 4.4), colour, FACT), 4.4, FACT)
        runs = (mark, Run(f"  {name}: ", BOLD), Run(said, BODY))
        lines.append(Words(runs, leading=1.4, after=3))
    picture = Cell((Figure(YARD, 57, "Barn leker i skolegården"),), FACT, (4.2, 4.2), middle=True)
    return Table(
        (65, WIDE - 65), ((picture, Cell(tuple(lines), FACT, (3, 4.2), middle=True)),), laid=True
    )


def letter(language, more=(), said=None):
    """Return the letter in the language; `more` stands before the farewell."""
    said = said or WORDS[language]
    title = said["title"]
    link = Words(
        (
            Run(said["campaign"] + " ", BODY),
            Run("heggdal.example.no/pals", Letters("Nunito", 450, 11.5, "#1c5c9c"), None, WEB),
            Run(" – ", BODY),
            Run("Heggdal skole.", BODY, None if language == "nb" else "nb"),
        ),
        leading=1.4,
        after=7,
    )
    blocks = (
        words(title, TITLE, "title", leading=1.15, after=8),
        words(said["hello"], after=7),
        words(said["first"], after=9),
        facts(said["values"]),
        words(said["heading"], HEAD, "heading", 2, before=14, after=3),
        *(words(one, kind="item", number=at, after=3) for at, one in enumerate(said["todo"], 1)),
        words(said["second"], HEAD, "heading", 2, before=14, after=3),
        link,
        *more,
        words(f"{said['bye']}\nPALS-teamet"),
    )
    return Flow(
        title,
        language,
        blocks,
        page=(210.0, 297.0),
        margins=(19.0, 17.0, 19.0, 15.0),
        head=head(),
        foot=foot(said["foot"], said["page"]),
        rtl=is_rtl(language),
    )

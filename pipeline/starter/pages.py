"""Writes a new school's own files, and tells on which line each thing is to be written."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from pipeline.intake import keys
from pipeline.language import Language
from pipeline.model import SHAPES, USES
from pipeline.problems import Phrase, Place, Problem, phrase
from pipeline.starter.chosen import Chosen
from pipeline.starter.handed import Taken

SCHOOL, DRAWINGS = "sources/skole.yaml", "assets/drawings.yaml"
PLAIN = re.compile(r"[^\W\d_](?:[\w .()–-]*[\w.)])?")
# What YAML or we ourselves would take for yes, no or nothing.
SPOKEN_FOR = ("ja", "nei", "y", "n", "yes", "no", "on", "off", "true", "false", "null")


@dataclass(frozen=True)
class Facts:
    """What is known of the new school; the first arena is the pupils', if they have any."""

    name: str
    values: Sequence[Chosen]
    arenas: Sequence[str]
    matrix: str
    today: date
    first_arena: str = ""


class Page:
    """A file line by line; what is not known of it is gathered with its line."""

    def __init__(self, file: str, tongue: Language) -> None:
        self.file, self.tongue = file, tongue
        self.lines: list[str] = []
        self.unknown: list[Problem] = []

    def put(self, *lines: str) -> None:
        """Write the lines."""
        self.lines += lines

    def key(self, key: str, value: str = "", before: str = "") -> None:
        """Write a key, in the målform, and its value."""
        own = keys.own(key, self.tongue.code)
        self.put(f"{before}{own}: {value}".rstrip())

    def ask(self, what: Phrase, mend: Phrase, lines: int = 1) -> None:
        """Note what is not known and is to be written on the last lines so far."""
        last = len(self.lines)
        at = last if lines == 1 else f"{last - lines + 1}–{last}"
        self.unknown.append(Problem(Place(self.file).at(line=at), what, mend, advice=True))

    def __str__(self) -> str:
        return "\n".join(self.lines) + "\n"


def scalar(text: str) -> str:
    """Return the text as YAML reads it back, in quotes where it must be."""
    plain = PLAIN.fullmatch(text) and text.casefold() not in SPOKEN_FOR
    return text if plain else json.dumps(text, ensure_ascii=False)


def school_page(facts: Facts, tongue: Language) -> Page:
    """Return the school's own file."""
    page, say = Page(SCHOOL, tongue), tongue.say
    page.put("# " + say("What holds for the whole school."))
    page.put("# " + say("What stands after # on a line is for you who read here."), "")
    page.key("name", scalar(facts.name))
    what = phrase("The name '{name}' is a guess, from the name of the folder.", name=facts.name)
    page.ask(what, phrase("Write it as it is to stand on the posters."))
    page.key("language", f"{tongue.code}  # " + say("nb for bokmål, nn for nynorsk"))
    shapes = tongue.listed([keys.own(shape, tongue.code) for shape in SHAPES])
    page.put("", "# " + say("The order here is the order on the posters."))
    page.put("# " + say("Shapes: {shapes}.", shapes=shapes))
    page.key("values")
    for value in facts.values:
        _put_value(page, value)
    page.put("", "# " + say("The places stand in sources/{file}:", file=facts.matrix))
    page.put(*(f"#   {arena}" for arena in facts.arenas))
    page.put("", "# " + say("Take # away in front of what you want, and write your own."))
    _put_more(page, facts.today)
    return page


def _put_value(page: Page, value: Chosen) -> None:
    page.key("name", scalar(value.name), "  - ")
    page.key("says", scalar(value.says), "    ")
    what = phrase("What '{value}' says is our proposal: {says}.", value=value.name, says=value.says)
    page.ask(what, phrase("Write it in your own words, in one short sentence."))
    page.key("shape", keys.own(value.shape, page.tongue.code), "    ")
    page.key("colour", scalar(value.colour), "    ")


def _put_more(page: Page, today: date) -> None:
    """Write what is seldom found in a matrix, each part as a comment."""
    take = phrase("Write it there, and take # away.")
    page.key("edition", before="# ")
    page.key("name", page.tongue.say("Version 1"), "#   ")
    page.key("day", f"{today.day}.{today.month}.{today.year}", "#   ")
    page.ask(phrase("The version and its day are not known."), take, 3)
    page.key("brand", before="# ")
    page.key("motto", before="#   ")
    page.ask(phrase("The motto is not known."), take, 2)
    page.key("contact", before="# ")
    page.key("name", before="#   ")
    page.key("email", before="#   ")
    page.ask(phrase("Whom to ask is not known."), take, 3)


def drawings_page(drawings: Iterable[Taken], tongue: Language) -> Page:
    """Return the list of drawings; none has consent, so none is used before people write it."""
    page, say = Page(DRAWINGS, tongue), tongue.say
    page.put("# " + say("The pupils' drawings. The files lie in assets/drawings."))
    page.put("# " + say("A drawing is used when it says here what the guardians have allowed."))
    page.put("# " + say("Take # away in front of the lines that you have filled in."))
    for one in drawings:
        page.put("")
        _put_drawing(page, one)
    return page


def _put_drawing(page: Page, drawing: Taken) -> None:
    code, arena = page.tongue.code, drawing.arena
    before = "" if arena else "# "
    inside, aside = (before + "  ", "  # ") if arena else ("#   ", "#   ")
    page.put(f"{before}{scalar(drawing.name)}:")
    page.key("file", scalar(drawing.file), inside)
    place = _place(arena, page.tongue) if arena else ""
    alt = page.tongue.say("A drawing of {place}, made by a pupil", place=place) if arena else ""
    page.key("shows", scalar(place) if arena else "", inside)
    page.key("alt", scalar(alt) if arena else "", inside)
    page.key("year", before=aside)
    no = keys.own("no", code)
    uses = ", ".join(f"{_use(use, code)}: {no}" for use in USES)
    page.key("consent", f"{{{uses}}}", aside)
    if arena:
        _ask_of_told(page, drawing.name)
    else:
        what = phrase(
            "What '{name}' shows is not known, nor what the guardians allow.", name=drawing.name
        )
        mend = phrase("Look at it, fill in the lines and take # away, or delete it.")
        page.ask(what, mend, 6)


def _use(use: str, code: str) -> str:
    """Return the shortest word for a use: "nett", where the contact has a "nettside"."""
    return min((word for word, meant in keys.words(code).items() if meant == use), key=len)


def _ask_of_told(page: Page, name: str) -> None:
    code = page.tongue.code
    what = phrase(
        "'{name}' is not used yet: consent, year and a text for those who can't see it are not"
        " known.",
        name=name,
    )
    mend = phrase(
        "Say after '{alt}' what is drawn; write '{yes}' after '{consent}' to what the guardians"
        " have allowed, and take # away.",
        alt=keys.own("alt", code),
        yes=keys.own("yes", code),
        consent=keys.own("consent", code),
    )
    page.ask(what, mend, 3)


def _place(arena: str, tongue: Language) -> str:
    """Return the arena without its preposition, and else as it is written."""
    rest = arena.partition(" ")[2]
    return arena if tongue.short(arena) == arena or not rest else rest


def read_me(unknown: Iterable[Problem], tongue: Language) -> str:
    """Return what the people of the school read first: how to build, and what to write."""
    say = tongue.say
    steps = (
        say("Write `pals build` in the terminal, here in the folder. Posters come in `output/`."),
        say("Write what is missing below, and write `pals build` once more."),
        say("Hang them up, practise and praise!"),
    )
    listed: dict[str, None] = {}
    for one in unknown:
        if one.place and one.place.file == DRAWINGS:
            words = say("For each drawing: consent, year, and in words what is drawn.")
        else:
            words = f"{tongue.tell(one.what)} {tongue.tell(one.mend)}"
        listed[f"- `{one.place.file if one.place else ''}`: {words}"] = None
    lines = [f"# {say('Welcome')}", ""]
    lines += [f"{number}. {step}" for number, step in enumerate(steps, 1)]
    lines += ["", f"## {say('What nobody but you can write')}", "", *listed]
    return "\n".join(lines) + "\n"

"""Gives each value of a matrix its name, a first verb phrase, a shape and a colour."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Protocol

from pipeline.language import Language
from pipeline.model import SHAPES
from pipeline.problems import Gathered, Phrase, Place, Sourced, phrase

LONGEST, FEWEST, MOST = 20, 2, 5
WHOLE = 3  # stems of up to so many letters are whole words
# Tested in pairs for colour-blind eyes: blue, green, red, purple, dark red.
COLOURS = ("#00538a", "#007a67", "#b13d17", "#7c28bd", "#5e1237")


@dataclass(frozen=True)
class Kind:
    """A value that many schools have: how its name begins, its shape and colour, what it says."""

    stems: tuple[str, ...]
    shape: str
    colour: str
    says: Phrase


KINDS = (
    Kind(("respekt",), "bubble", COLOURS[0], phrase("We listen to one another")),
    Kind(("ansvar",), "shield", COLOURS[1], phrase("We do what we are meant to")),
    Kind(("omsorg", "omtanke"), "heart", COLOURS[2], phrase("We take care of one another")),
    Kind(("trygg",), "leaf", COLOURS[1], phrase("We make it safe for one another")),
    Kind(("samarbeid", "samhald", "samhold"), "hand", COLOURS[3], phrase("We do it together")),
    Kind(("felles", "inkluder"), "hand", COLOURS[3], phrase("We take everybody along")),
    Kind(("venn", "venska"), "heart", COLOURS[4], phrase("We are good friends")),
    Kind(("mot", "modig"), "flag", COLOURS[4], phrase("We dare to try")),
    Kind(("glede", "trivsel", "trivnad"), "sun", COLOURS[2], phrase("We make each other glad")),
    Kind(
        ("mestr", "meistr", "innsats", "læring"),
        "star",
        COLOURS[3],
        phrase("We practise and get better"),
    ),
)
PERSONS = ("vi", "me", "jeg", "eg")
SHOWS = phrase("We show {value}")


class Matrix(Protocol):
    """What is asked of a matrix here: its headings."""

    @property
    def values(self) -> tuple[Sourced, ...]:
        """The headings that name the values."""


@dataclass(frozen=True)
class Chosen:
    """A value as it is first written; its shape is the English one."""

    name: str
    says: str
    shape: str
    colour: str


def chosen(matrices: Sequence[Matrix], place: Place, tongue: Language) -> tuple[Chosen, ...]:
    """Return the values in the order of the matrices, or raise Faults where they can't be ours."""
    headings = _headings(matrices)
    gathered = Gathered()
    if not FEWEST <= len(headings) <= MOST:
        what = phrase("A school has two to five values; here are {count}.", count=len(headings))
        gathered.error(place, what, phrase("Keep to three if you can: then all remember them."))
    names = [_name(heading, gathered) for heading in headings]
    for at, (name, heading) in enumerate(zip(names, headings, strict=True)):
        if name in names[:at]:
            what = phrase("Two values are called '{other}'.", other=name)
            mend = phrase("Choose another, so that they can be told apart.")
            gathered.error(heading.place, what, mend)
    gathered.close()
    kinds = [_kind(name) for name in names]
    shapes = _dealt([kind.shape if kind else None for kind in kinds], SHAPES)
    colours = _dealt([kind.colour if kind else None for kind in kinds], COLOURS)
    return tuple(
        Chosen(name, _says(name, kind, tongue), shape, colour)
        for name, kind, shape, colour in zip(names, kinds, shapes, colours, strict=True)
    )


def _headings(matrices: Sequence[Matrix]) -> list[Sourced]:
    """Return the headings, each value once: "Vi viser respekt" in a later matrix is Respekt."""
    found: list[Sourced] = []
    for matrix in matrices:
        waiting = list(found)
        for heading in matrix.values:
            twin = next((one for one in waiting if _words(one) == _words(heading)), None)
            twin = twin or next((one for one in waiting if _within(one, heading)), None)
            if twin is None:
                found.append(heading)
                continue
            waiting.remove(twin)
            found[found.index(twin)] = min(twin, heading, key=len)
    return found


def _words(heading: str) -> set[str]:
    return set(re.findall(r"\w+", heading.casefold()))


def _within(one: str, other: str) -> bool:
    fewer, more = sorted((_words(one), _words(other)), key=len)
    return len(fewer) == 1 and fewer <= more


def _name(heading: Sourced, gathered: Gathered) -> str:
    """Return the heading as a name; the one word of a long one that names a value we know."""
    name = str(heading)
    if len(name) > LONGEST:
        known = [word for word in re.findall(r"\w+", name) if _kind(word)]
        if len(known) != 1 or len(known[0]) > LONGEST:
            what = phrase("'{heading}' is too long for the name of a value.", heading=name)
            mend = phrase("Write it with at most {most} letters, such as Respekt.", most=LONGEST)
            gathered.error(heading.place, what, mend)
        name = known[0] if known else name
    if name.isupper() and len(name) > WHOLE:
        name = name.lower()
    return name[:1].upper() + name[1:]


def _kind(name: str) -> Kind | None:
    words = re.findall(r"\w+", name.casefold())
    for kind in KINDS:
        for stem in kind.stems:
            if any(word == stem or (len(stem) > WHOLE and word.startswith(stem)) for word in words):
                return kind
    return None


def _dealt(wanted: Iterable[str | None], all_: Sequence[str]) -> list[str]:
    """Return what each one wanted where it was first, and to the others the next that are free."""
    found: list[str | None] = []
    for one in wanted:
        found.append(None if one in found else one)
    free = iter([one for one in all_ if one not in found])
    return [one or next(free) for one in found]


def _says(name: str, kind: Kind | None, tongue: Language) -> str:
    if kind:
        return tongue.tell(kind.says)
    if name.partition(" ")[0].casefold() in PERSONS:
        return name
    value = name if name.isupper() else name[:1].lower() + name[1:]
    return tongue.say(SHOWS.text, value=value)

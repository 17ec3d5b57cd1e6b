"""What can be made: one module a product, found by being here; its file's name is its name."""

from __future__ import annotations

import functools
import importlib
import pkgutil
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol, cast

from pipeline.language import Language, codes, language
from pipeline.language import tongues as language_tongues
from pipeline.model import Drawing, Matrix, School
from pipeline.paper.flow import Flow
from pipeline.paper.sheet import HANDOUTS, SIZES, SLIDES, SLIPS, Sheets
from pipeline.paper.theme import Look
from pipeline.problems import Gathered, Phrase, Sourced, fault, guess, phrase

if TYPE_CHECKING:
    from pipeline.paper.slides import Deck


@dataclass(frozen=True)
class Desk:
    """What every product is composed at: whose, in which language, dressed how, on what paper."""

    school: School
    language: Language
    look: Look
    paper: str
    landscape: bool
    problems: Gathered

    @property
    def size(self) -> tuple[float, float]:
        """The paper's width and height in mm, as it lies."""
        short, long = SIZES[self.paper]
        return (long, short) if self.landscape else (short, long)

    def deck(self, drawing: Drawing | None) -> Deck:
        """Return the deck that a talk's slides are laid out on, with the drawing they show."""
        from pipeline.paper.slides import Deck

        return Deck(self.school, self.language, self.look, self.problems, drawing)


class Product(Protocol):
    """What each module here has, and `compose` for placed pages, `write` for a text, or both.

    It may also have `FOR`, `WISHED`, `OWN_TONGUE`, `PAPERS`, `FORMATS`, `TOGETHER` and `FILES`,
    see below.
    """

    __doc__: str | None
    TITLE: str  # in English; the language file gives the folder's name back
    LANDSCAPE: bool  # how it lies unless asked

    def subjects(self, school: School) -> tuple[Sourced, ...]:
        """Return what one can be made of each, by name."""

    def arenas(self, school: School, subject: str) -> tuple[str, ...]:
        """Return the arenas that the subject holds."""

    def compose(self, subject: str, desk: Desk) -> Sheets:
        """Return the placed pages; what does not fit is noted among the desk's problems."""

    def write(self, subject: str, desk: Desk) -> Flow:
        """Return the paper as a text that runs on."""


KINDS: dict[type, str] = {Sheets: "compose", Flow: "write"}


@functools.cache
def names() -> tuple[str, ...]:
    """Return the products' names, in order; raise ValueError where two have one title."""
    found = tuple(sorted(one.name for one in pkgutil.iter_modules(__path__)))
    titles = [product(name).TITLE for name in found]
    doubles = {title for title in titles if titles.count(title) > 1}
    if doubles:
        raise ValueError(f"Two products are called {', '.join(sorted(doubles))}.")
    return found


@functools.cache
def product(name: str) -> Product:
    """Return the product of that name; raise ModuleNotFoundError where there is none."""
    module = importlib.import_module(f"{__name__}.{name}")
    wanting = [
        one for one in ("TITLE", "LANDSCAPE", "subjects", "arenas") if not hasattr(module, one)
    ]
    if not any(hasattr(module, verb) for verb in KINDS.values()):
        wanting.append("compose or write")
    if wanting or not module.__doc__:
        raise TypeError(f"{name} is no product: it wants {', '.join(wanting or ['a docstring'])}.")
    return cast(Product, module)


def summary(name: str) -> str:
    """Return what the product is, in one line."""
    return (product(name).__doc__ or "").strip().splitlines()[0]


def use(name: str) -> Phrase | None:
    """Return what the product is used for, such as "For the wall.", where its module says so."""
    found: Phrase | None = getattr(product(name), "FOR", None)
    return found


def wished(name: str) -> bool:
    """Tell whether a plain build makes the product: WISHED = False is made only when asked for."""
    return bool(getattr(product(name), "WISHED", True))


def papers(name: str) -> tuple[str, ...]:
    """Return the papers that the product is made on, the usual one first; none: as is wished."""
    return tuple(getattr(product(name), "PAPERS", ()))


def usual_papers(name: str) -> tuple[str, ...]:
    """Return the papers that a plain build makes the product on.

    That is the first, or all for a product of sizes of its own, but for `HANDOUTS`.
    """
    own = papers(name)
    if not set(own) & {*SLIPS, *SLIDES}:
        return own[:1]
    return tuple(one for one in own if one not in HANDOUTS)


def formats(name: str) -> tuple[str, ...]:
    """Return the formats that the product is made in; none: in all that can paint it."""
    return tuple(getattr(product(name), "FORMATS", ()))


def kinds(name: str) -> tuple[type, ...]:
    """Return the kinds of paper that the product is made as, placed pages first."""
    return tuple(kind for kind, verb in KINDS.items() if hasattr(product(name), verb))


def tongues(name: str) -> tuple[str, ...]:
    """Return the languages that the product can be written in: FOR_PARENTS = True is in all."""
    return language_tongues() if getattr(product(name), "FOR_PARENTS", False) else codes()


def own_tongue(name: str) -> bool:
    """Tell whether the product is what the school has written itself, made as it stands alone."""
    return bool(getattr(product(name), "OWN_TONGUE", False))


def shelf(name: str) -> tuple[str, Mapping[str, str]]:
    """Return the folder in which all that is of one subject lies together, and the files' names.

    The names are by paper; both are in English, for the language file to give back. Most products
    have a folder of their own instead: then both are empty.
    """
    one = product(name)
    return getattr(one, "TOGETHER", ""), getattr(one, "FILES", {})


def matrices(school: School) -> dict[Sourced, Matrix]:
    """Return the matrices by name: an adults' one that shares its title with another says so."""
    own = language(school.language)
    titles = {matrix.title for matrix in school.matrices_for("elev")}
    named: dict[Sourced, Matrix] = {}
    for one in school.matrices:
        shared = one.audience == "voksen" and one.title in titles
        words = own.say("{title} (adults)", title=one.title) if shared else one.title
        named[Sourced(words, one.title.place)] = one
    return named


def pupils_matrices(school: School) -> dict[Sourced, Matrix]:
    """Return the pupils' matrices by their titles."""
    return {one.title: one for one in school.matrices_for("elev")}


def chosen(named: Mapping[Sourced, Matrix], subject: str) -> Matrix:
    """Return the matrix with the name; raise Faults where there is none."""
    found = next((one for name, one in named.items() if name == subject), None)
    if found is None:
        what = phrase("There is no matrix called '{name}'.", name=subject)
        raise fault(None, what, guess(subject, named))
    return found

"""What is measured, in the order of one round: each case makes ready, then runs one command."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from pathlib import Path

from tests.bench import deck
from tests.bench.place import DECK, FOCUS, PRODUCTS, Place
from tests.bench.timing import Sample, run

POSTERS = tuple(word for one in PRODUCTS for word in ("--only", one))
DEAR = 2  # how often a case is run that takes long
UNCLEANED = "cold, nothing cleaned, all formats"
OURS = "cold, drawings cleaned, PDF"
ALL = "cold, drawings cleaned, all formats"
GIVEN = "Typst, words and sizes given"
SOURCES = "Typst, from the sources"
NO_OP = "no-op"
ONE_WORD = "one word changed"
HELP = "pals --help"
LETTERS = "40 letters, PDF"
LETTERS_TYPST = "Typst, 40 letters, PDF"
KIT = "cold, all of one focus, 2 processes"
SLIDES = "cold, one deck, PowerPoint"
SLIDES_PANDOC = "pandoc, the same deck, PowerPoint"
ONE_PLAN = "1 week plan"
PLANS = "40 week plans"


@dataclass(frozen=True)
class Case:
    """A row of the table: its name, the command, where that writes, and how to make ready.

    Before each run the folders `anew` are removed, and with `word` the Word file's one word is
    the other one of two. A `dear` case is run fewer times.
    """

    name: str
    command: list[str]
    out: Path
    anew: tuple[Path, ...] = ()
    cache: str = "cache"
    word: bool = False
    dear: bool = False

    def measure(self, place: Place, number: int) -> Sample:
        """Make ready for the run of that number, then run the command once."""
        for folder in self.anew:
            shutil.rmtree(folder, ignore_errors=True)
        if self.word:
            place.change_word((number + 1) % 2)
        return run(self.command, place.school, place.environment(self.cache), self.out)


def cases(place: Place, jobs: int) -> list[Case]:
    """Return all cases: ours and others' take turns within a round; pandoc's if it is there."""
    ours, empty = place.output, place.home / "empty"
    laid = ours / "Ukeplaner"
    build = place.pals("build")

    def typst(name: str, *words: str) -> Case:
        return Case(name, place.posters(*words), place.typst, (place.typst,))

    split = (f", {jobs} processes", "--jobs", str(jobs))
    slides = place.pals("build", "--only", DECK, "--arena", FOCUS, "--format", "pptx")
    pandoc = [Case(SLIDES_PANDOC, deck.command(place.deck), place.deck)] if deck.pandoc() else []
    posters = Case(OURS, place.pals("build", *POSTERS, "--format", "pdf"), ours, (ours,))
    return [
        Case(UNCLEANED, build, ours, (ours, empty), cache=empty.name, dear=True),
        posters,
        typst(GIVEN),
        typst(GIVEN + split[0], *split[1:]),
        posters,
        typst(SOURCES, "--from-sources"),
        typst(SOURCES + split[0], "--from-sources", *split[1:]),
        Case(KIT, place.kit(), ours, (ours,)),
        Case(SLIDES, slides, ours, (ours,)),
        *pandoc,
        Case(ALL, build, ours, (ours,)),
        Case(NO_OP, build, ours),
        Case(ONE_WORD, build, ours, word=True),
        Case(HELP, place.pals("--help"), ours),
        Case(LETTERS, place.letters("ours"), place.letters_out, (place.letters_out,)),
        Case(LETTERS_TYPST, place.letters("typst"), place.letters_out, (place.letters_out,)),
        Case(ONE_PLAN, place.pals("weekplan", str(place.plans / "01.docx")), laid, (laid,)),
        Case(PLANS, place.pals("weekplan", str(place.plans)), laid, (laid,)),
    ]

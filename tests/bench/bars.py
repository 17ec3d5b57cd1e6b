"""The bars that the program is to keep below, and by how much it does or does not."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from tests.bench import cases, deck
from tests.bench.place import PLANS
from tests.bench.timing import Sample

MB = 1_000_000
SECONDS, MEGABYTES = "s", "MB"
OTHERS = ("Typst", "pandoc")


@dataclass(frozen=True)
class Bar:
    """What is measured against what, both in the same unit."""

    name: str
    measured: float
    limit: float
    unit: str

    def line(self) -> str:
        """Return the bar in words: met or not, and by how much."""
        by = self.limit - self.measured
        met, side = ("met    ", "below") if by >= 0 else ("NOT met", "above")
        return (
            f"{met}  {self.name}: {self.measured:.2f} {self.unit}, "
            f"{abs(by):.2f} {side} {self.limit:.2f} {self.unit}"
        )


def least(found: dict[str, Sample], start: str) -> float:
    """Return the shortest of the cases whose names begin so: Typst's best way."""
    return min(sample.wall for name, sample in found.items() if name.startswith(start))


def bars(found: dict[str, Sample], largest: float) -> list[Bar]:
    """Return all bars; `largest` is the size of the largest A3 poster in bytes."""
    ours, help_, no_op = found[cases.OURS], found[cases.HELP], found[cases.NO_OP]
    peak = max(sample.peak for name, sample in found.items() if not name.startswith(OTHERS))
    letters = found[cases.LETTERS]
    given, sources = least(found, cases.GIVEN), least(found, cases.SOURCES)
    first, all_plans = found[cases.ONE_PLAN], found[cases.PLANS]
    each = (all_plans.wall - first.wall) / (PLANS - 1) * 1000
    return [
        Bar("a week plan beyond the first", each, 25, "ms"),
        Bar("posters, drawings cleaned, to Typst's from the sources", ours.wall, sources, SECONDS),
        Bar("… to Typst's with words and sizes given", ours.wall, given, SECONDS),
        Bar("a full kit for one focus, drawings cleaned", found[cases.KIT].wall, 6.0, SECONDS),
        Bar("a one-word change", found[cases.ONE_WORD].wall, 1.0, SECONDS),
        Bar("a no-op, CPU", no_op.cpu, 0.15, SECONDS),
        Bar("40 letters to Typst's", letters.wall, found[cases.LETTERS_TYPST].wall, SECONDS),
        Bar("pals --help, CPU", help_.cpu, 0.12, SECONDS),
        Bar("memory of the largest process", peak / MB, 400, MEGABYTES),
        Bar("the largest A3 poster", largest / MB, 2, MEGABYTES),
    ]


def slides(found: dict[str, Sample]) -> str:
    """Return the bar on the deck that pandoc makes too, in words, or that pandoc is missing."""
    name = "the same deck to pandoc's"
    theirs = found.get(cases.SLIDES_PANDOC)
    if theirs is None:
        return f"NOT MEASURED  {name}: there is no pandoc here ({deck.HOW_TO_GET_IT})"
    return Bar(name, found[cases.SLIDES].wall, theirs.wall, SECONDS).line()


def imports(found: list[str]) -> str:
    """Return the bar on what a no-op imports, in words."""
    name = "a no-op imports none of the heavy libraries"
    return f"NOT met  {name}: it imports {', '.join(found)}" if found else f"met      {name}"


def sizes(folder: Path, pattern: str) -> list[int]:
    """Return the sizes in bytes of the files below the folder that the pattern names."""
    return [path.stat().st_size for path in folder.rglob(pattern)]

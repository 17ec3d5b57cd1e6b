"""Times the program beside Typst and pandoc that make the same, and prints which bars are not met.

Call it as `python -m tests.bench`, with the development dependencies installed and those of the
benchmark: `pip install -e '.[dev,bench]'`. Without pandoc it says so, and measures all else. It
works on a copy of the sample school in a temporary folder. Times depend on what else the machine
does: the load is printed with them, and CPU stands beside the clock.
"""

from __future__ import annotations

import argparse
import os
import platform
import sys
import tempfile
from importlib.metadata import version
from pathlib import Path

from pipeline import products
from pipeline.language import language
from tests.bench import bars, deck
from tests.bench.cases import DEAR, cases
from tests.bench.place import PRODUCTS, Place
from tests.bench.timing import Sample, middle

HEAD = ("case (medians)", "clock s", "CPU s", "peak MB", "files", "runs")
ROW = "{:<42} {:>8} {:>7} {:>8} {:>6} {:>5}"


def say(text: str = "") -> None:
    """Print a line at once."""
    sys.stdout.write(text + "\n")
    sys.stdout.flush()


def cores() -> int:
    """Return how many cores this process may use."""
    return len(os.sched_getaffinity(0))


def measure(place: Place, runs: int) -> dict[str, list[Sample]]:
    """Run all cases round by round, so that a slow moment strikes all alike."""
    found: dict[str, list[Sample]] = {}
    for number in range(runs):
        for case in cases(place, cores()):
            if not case.dear or number < DEAR:
                found.setdefault(case.name, []).append(case.measure(place, number))
    return found


def table(found: dict[str, list[Sample]]) -> None:
    """Print a row for each case."""
    say(ROW.format(*HEAD))
    for name, samples in found.items():
        it = middle(samples)
        cost = f"{it.wall:.3f}", f"{it.cpu:.3f}", f"{it.peak / bars.MB:.0f}"
        say(ROW.format(name, *cost, it.written, len(samples)))


def machine() -> str:
    """Return what the run depends on."""
    load = os.getloadavg()[0]
    packages = ", ".join(f"{name} {version(name)}" for name in ("pals", "typst", "pikepdf"))
    packages += f", {deck.release()}"
    return f"Python {platform.python_version()}, {packages}; {cores()} cores, load {load:.1f}"


def sizes(place: Place) -> float:
    """Print how large the PDFs are, ours and Typst's, and return our largest."""
    home = language("nb")
    posters = [home.say(products.product(name).TITLE) for name in PRODUCTS]
    ours = [one for title in posters for one in bars.sizes(place.output, f"{title}/*A3*/*.pdf")]
    theirs = bars.sizes(place.typst, "*.pdf")
    assert len(ours) == len(theirs), "These are not the same posters."
    for name, found in (("ours", ours), ("Typst", theirs)):
        whole, most = sum(found) / bars.MB, max(found) / bars.MB
        say(f"{len(found)} A3 posters, {name}: {whole:.2f} MB in all, the largest {most:.2f} MB")
    return max(ours)


def bench(home: Path, runs: int) -> None:
    """Lay out, measure and print."""
    place = Place(home)
    place.lay_out()
    say(machine())
    found = measure(place, runs)
    say(machine())
    say()
    table(found)
    say()
    largest = sizes(place)
    say()
    say("Bars")
    medians = {name: middle(samples) for name, samples in found.items()}
    for bar in bars.bars(medians, largest):
        say(bar.line())
    say(bars.slides(medians))
    say(bars.imports(place.imported()))


def main() -> None:
    """Run as the command line says."""
    asked = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    asked.add_argument("--runs", type=int, default=5, help="rounds; medians are printed (5)")
    asked.add_argument("--keep", type=Path, help="work in this folder and leave it there")
    given = asked.parse_args()
    if given.keep:
        given.keep.mkdir(parents=True)
        bench(given.keep.resolve(), given.runs)
        return
    with tempfile.TemporaryDirectory(prefix="pals-bench-") as home:
        bench(Path(home), given.runs)


if __name__ == "__main__":
    main()

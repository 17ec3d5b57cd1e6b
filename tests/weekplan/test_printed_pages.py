"""No plan that LibreOffice prints on one page runs over without a word; few words are in vain."""

from random import Random

import pytest

from tests.weekplan.inserts import lay
from tests.weekplan.kinds import MARKER
from tests.weekplan.plans import (
    LYING,
    cell,
    p,
    package,
    row,
    run,
    section,
    social_row,
    styles,
    table,
    text_box,
    week,
)
from tests.weekplan.printing import converted, read

pytestmark = pytest.mark.consumer
TEXTS = (
    "Husk gymtøy på torsdag, og ta med nok mat og drikke til hele dagen.",
    "Les side 34–37 høyt for en voksen, og skriv fem setninger om det du har lest. Øv på ukas ord "
    "hver dag, og få noen hjemme til å høre deg.",
    "Fredag er det adventssamling i gymsalen.",
    "God helg!",
)
RUNS_OVER = "one page more"
FACE = "DejaVu Sans"  # which is at hand wherever LibreOffice is
HEAD = p(run("Ukeplan for 4. trinn"), style="Overskrift1")
IN_VAIN = 0.15
"""The share of plans near the limit that may be warned of though they hold."""


def days(dice: Random, count: int) -> str:
    one = 9638 // 5
    rows = (row(*(cell(dice.choice(TEXTS), width=one) for _ in range(5))) for _ in range(count))
    return table(*rows, grid=(one,) * 5)


def plan(kind: str, size: float, fill: int) -> bytes:
    dice = Random(f"{kind}{size}{fill}")
    info = "".join(p(dice.choice(TEXTS)) for _ in range(fill))
    end = None
    if kind == "table":
        body = week(social_row("Jeg kan vente på tur.")) + info
    elif kind == "days":
        body = days(dice, max(fill // 5, 1)) + p("SOSIALT: Jeg kan si hei.")
    elif kind == "lying":
        body = week(social_row("Jeg kan.", width=14570), width=14570) + info
        end = section(LYING)
    elif kind == "box":
        body = week() + p(text_box("SOSIALT: Jeg kan si hei.", wide=160, high=50)) + info
    elif kind == "columns":
        body = p("Månedens PALS") + info + info
        cols = '<w:cols w:num="2" w:space="500"/></w:sectPr>'
        end = section().replace("</w:sectPr>", cols)
    else:
        body = week() + p(MARKER) + info
    return package(HEAD + body, end, {"word/styles.xml": styles(FACE, size)})


KINDS = ("table", "days", "lying", "box", "columns", "marker")
GRID = [(kind, size, fill) for kind in KINDS for size in (9, 10.5, 12) for fill in range(11, 40, 4)]


@pytest.fixture(scope="module")
def seen(tmp_path_factory):
    """Return for each plan its pages before and after, and whether it was warned of."""
    files, told = {}, []
    for at, one in enumerate(GRID):
        before = plan(*one)
        laid = lay(before)
        told.append(any(RUNS_OVER in str(note) for note in laid.notes))
        files |= {f"{at}a": before, f"{at}b": laid.content}
    made = converted(tmp_path_factory.mktemp("pages"), "pdf", files)
    pages = {name: read(pdf)[0] for name, pdf in made.items()}
    return [(pages[f"{at}a"], pages[f"{at}b"], told[at]) for at in range(len(GRID))]


def test_none_runs_over_in_silence(seen):
    over = [one for one, (before, after, _) in zip(GRID, seen, strict=True) if before == 1 < after]
    silent = [one for one, (a, b, told) in zip(GRID, seen, strict=True) if a == 1 < b and not told]
    assert len(over) > 5
    assert silent == []


def test_few_are_warned_in_vain(seen):
    held = [told for before, after, told in seen if before == after == 1]
    assert len(held) > 50
    assert sum(held) <= IN_VAIN * len(held)

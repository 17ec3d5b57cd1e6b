"""A school of a few lines, for tests of what is said of them."""

from pipeline.model import Arena, Matrix, School, Value
from pipeline.problems import Place, Sourced

VALUES = ("Respekt", "Ansvar", "Omsorg")
GOOD = ("Jeg venter på tur", "Jeg går rolig", "Jeg deler ball og tau")
BARE = ("Jeg sier hei", "Jeg vasker bordet", "Jeg heier")


def sourced(text, line=1):
    return Sourced(text, Place("matriser.yaml").at(line=line))


def school(*lines, values=VALUES, code="nb", audience="elev", **more):
    """Return a school whose first cell holds the lines, and the others a good line each."""
    names = [Value(sourced(one), sourced("Vi vil"), "sun", "#000000") for one in values]
    cells = [tuple(sourced(line, at) for at, line in enumerate(lines, 10))]
    cells += [(sourced(line),) for line in GOOD[1 : len(values)]] + [()] * (len(values) - 3)
    arena = Arena(sourced("I gangen"), tuple(cells[: len(values)]))
    matrix = Matrix(sourced("Ute"), audience, (arena,))
    return School(sourced("Lia skole"), code, tuple(names), (matrix,), **more)


def crowded(count, audience="elev"):
    """Return a matrix with so many lines that are all unlike each other."""
    words = [
        f"{one}{two}" for one in "bcdfghjklmnprstvz" for two in ("uvum", "ogog", "itit", "æxæx")
    ]
    lines = iter(sourced(f"Jeg går {words[at]}") for at in range(count))
    cells = [tuple(line for _, line in zip(range(3), lines, strict=False)) for _ in range(30)]
    arenas = [Arena(sourced(f"A{at}"), tuple(cells[at : at + 3])) for at in range(0, 30, 3)]
    return Matrix(sourced("Alt"), audience, tuple(arenas))

"""Builds the sample school as its people would: all its posters, and one arena in every way."""

import shutil
import sys
from datetime import date
from pathlib import Path

from pipeline.build import Request, Told, build, press
from pipeline.build.plan import Choice
from pipeline.language import codes
from pipeline.paper.sheet import PAPERS

ROOT = Path(__file__).parents[2]
TODAY = date(2026, 11, 23)
ARENA = "I skolegården"
ALL = Choice(formats=("pdf",))
EVERY_WAY = Choice((), (ARENA,), ("pdf",), tuple(PAPERS), codes(), (False, True))


def lay_out(home: Path) -> None:
    """Copy the sample school."""
    for folder in ("sources", "assets"):
        shutil.copytree(ROOT / folder, home / folder)


def main(home: Path) -> None:
    """Make the posters of the school that lies there."""
    for choice in (ALL, EVERY_WAY):
        request = Request(home, home / "output", TODAY, choice, press.cores())
        for _ in build(request, Told()):
            pass


if __name__ == "__main__":
    main(Path(sys.argv[1]))

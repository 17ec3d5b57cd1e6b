"""Builds the sample school as its people would: every product, and one arena in every way."""

import shutil
import sys
from datetime import date
from pathlib import Path

from pipeline import products
from pipeline.build import Request, Told, build, press
from pipeline.build.plan import Choice
from pipeline.language import codes
from pipeline.paper.sheet import SIZES

ROOT = Path(__file__).parents[2]
TODAY = date(2026, 11, 23)
ARENA = "I skolegården"
ALL = Choice(formats=("pdf",))
ASKED = Choice(
    products=tuple(one for one in products.names() if not products.wished(one)), formats=("pdf",)
)
EVERY_WAY = Choice((), (ARENA,), ("pdf",), tuple(SIZES), codes(), (False, True))


EARLIER = """\
tittel: Ute og underveis
arenaer:
  På skoleveien:
    Respekt: [Jeg hilser på dem jeg møter]
    Ansvar: [Jeg ser til begge sider, Jeg går rett til skolen]
    Omsorg: [Jeg går sammen med de yngste]
  I skolegården:
    Respekt: [Jeg venter på min tur, Jeg følger reglene i leken]
    Ansvar: [Jeg går inn når det ringer]
    Omsorg: [Jeg inviterer andre med, Jeg trøster og henter hjelp, Jeg deler leker]
  I garderoben:
    Respekt: [Jeg gir andre plass, Jeg bruker innestemme, Jeg henger opp klærne mine]
    Ansvar: [Jeg setter skoene på hylla]
    Omsorg: [Jeg hjelper med glidelåsen]
  I gangen:
    Respekt: [Jeg går stille forbi andre]
    Ansvar: [Jeg går rolig på høyre side]
    Omsorg: [Jeg holder døra for andre]
"""


def lay_out(home: Path) -> None:
    """Copy the sample school, and give it an earlier version of a matrix."""
    for folder in ("sources", "assets"):
        shutil.copytree(ROOT / folder, home / folder)
    earlier = home / "sources" / "tidligere" / "matriser 2025.yaml"
    earlier.parent.mkdir(exist_ok=True)
    earlier.write_text(EARLIER, encoding="utf-8")


def main(home: Path) -> None:
    """Make all that the school that lies there can have."""
    for choice in (ALL, EVERY_WAY, ASKED):
        request = Request(home, home / "output", TODAY, choice, press.cores())
        for _ in build(request, Told()):
            pass


if __name__ == "__main__":
    main(Path(sys.argv[1]))

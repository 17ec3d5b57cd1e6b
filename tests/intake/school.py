"""A small school's folder that nothing is wrong with, for tests to spoil in one place."""

from pathlib import Path

from pipeline.readers.door import Source
from pipeline.readers.yaml_file import load

SKOLE = """\
navn: Lia skole
målform: nb
verdier:
  - navn: Respekt
    betyr: Vi lytter til hverandre
    form: boble
    farge: blå
  - navn: Omsorg
    betyr: Vi tar vare på hverandre
    form: hjerte
    farge: "#b23a1e"
versjon:
  navn: Versjon 1
  dato: 17.8.2026
"""
MATRISER = """\
tittel: Ute
arenaer:
  I skolegården:
    Respekt: [Jeg venter på tur]
    Omsorg: [Jeg inviterer andre med]
  I gangen:
    Respekt: [Jeg går stille forbi andre]
    Omsorg: [Jeg holder døra for andre]
"""
DRAWINGS = """\
gard:
  fil: gard.jpg
  viser: skolegård
  alt: Tre barn leker ved en sklie
  trinn: 4
  samtykke: {vegg: ja, ukeplan: ja}
gang:
  fil: gang.jpg
  viser: gangen
  alt: To barn går i en gang
  trinn: 2
  samtykke: {vegg: ja, til: 30.6.2028}
"""
NN = """\
Respekt: Respekt
Omsorg: Omsorg
Vi lytter til hverandre: Vi lyttar til kvarandre
"""
SKOLEAR = """\
første skoledag: 17.8.2026
siste skoledag: 18.6.2027
fokus:
  - arena: I skolegården
    fra: 17.8.2026
    til: 18.12.2026
    samling: 17.8.2026
    spørsmål: Når var du en god venn?
  - tema: Gode ord
    linjer:
      Respekt: Jeg hilser på alle
      Omsorg: [Jeg bruker gode ord, "Jeg sier takk, og smiler"]
    fra: 4.1.2027
    til: 18.6.2027
    vis: Omsorg
    filmer:
      - tittel: Slik gjør vi
        lenke: https://film.example.no/ord
    sfo:
      arena: skolegården
      øving: Øv på å hilse.
fri:
  - navn: Juleferie
    fra: 21.12.2026
    til: 1.1.2027
  - navn: Skidag
    dato: 12.2.2027
planleggingsdager: [13.8.2026, 14.8.2026]
kampanjer:
  - navn: Språkkampanje
    uker: [2, 9]
foreldremøter:
  - navn: Foreldremøte på høsten
    dato: 15.9.2026
    klokka: 18.00
"""
FILES = {
    "skole": ("sources/skole.yaml", SKOLE),
    "matriser": ("sources/matriser.yaml", MATRISER),
    "tegninger": ("assets/drawings.yaml", DRAWINGS),
    "oversettelse": ("sources/oversettelser/nn.yaml", NN),
}


IF_ASKED = {"skolear": ("sources/skolear.yaml", SKOLEAR)}


def lay(folder: Path, **instead: str) -> Path:
    """Lay out the school, with other texts instead of its own; return the folder.

    It has a school year only where there is a text for it.
    """
    asked = {name: file for name, file in IF_ASKED.items() if name in instead}
    for name, (path, text) in {**FILES, **asked}.items():
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(instead.get(name, text), encoding="utf-8")
    drawings = folder / "assets" / "drawings"
    drawings.mkdir(exist_ok=True)
    for name in ("gard.jpg", "gang.jpg"):
        (drawings / name).write_bytes(b"\xff\xd8\xff")
    return folder


def node(text: str, name: str = "skole.yaml"):
    """Return YAML as the reader gives it."""
    return load(Source(Path(name), text.encode()))

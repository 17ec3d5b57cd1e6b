"""Every deck of the sample school as we paint it, and as Impress prints it with its faces."""

import os
import shutil
import subprocess
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
import pypdfium2
import uharfbuzz as hb
from PIL import Image

from pipeline import products
from pipeline.build import press
from pipeline.build.composing import compose
from pipeline.build.plan import Choice
from pipeline.formats.docx.typefaces import named
from pipeline.paper.fonts import face
from pipeline.paper.sheet import Row, Sheets, Text, walk
from tests.consumers.browser import missing
from tests.consumers.printing import ROOT, TODAY

WIDE = "16:9"
UNDRAWN = "Alle er med"
REGULAR, BOLD = 400, 700  # the weights that a program knows a family by
SIDE = 48  # of a small picture


@dataclass(frozen=True)
class Deck:
    """One deck as we painted it, as PowerPoint and PDF; its handouts; as Impress prints it."""

    product: str
    name: str
    paper: Sheets
    content: bytes
    ours: bytes
    handouts: dict[str, bytes]
    printed: bytes = b""
    bare: bytes = b""


def decks_of(folder: Path) -> list[Deck]:
    """All decks, printed in one go with their faces at hand; the first of each product bare too."""
    if not shutil.which("soffice"):
        missing("soffice")
    done = list(painted())
    first = [at for at, one in enumerate(done) if one.product not in {o.product for o in done[:at]}]
    lay_faces(folder / "data" / "fonts", done)
    with ThreadPoolExecutor(2) as pool:
        bare = pool.submit(impress, folder / "bare", [done[at].content for at in first])
        printed = impress(folder, [one.content for one in done])
    by_place = dict(zip(first, bare.result(), strict=True))
    return [
        replace(one, printed=content, bare=by_place.get(at, b""))
        for at, (one, content) in enumerate(zip(done, printed, strict=True))
    ]


def kinds() -> tuple[str, ...]:
    """The products whose slides can be edited."""
    return tuple(
        one
        for one in products.names()
        if WIDE in products.papers(one) and "pptx" in (products.formats(one) or ("pptx",))
    )


def painted() -> Iterator[Deck]:
    """All assemblies, and of each other talk the first and one whose theme nobody has drawn."""
    every = tuple(dict.fromkeys(paper for one in kinds() for paper in products.papers(one)))
    choice = Choice(products=kinds(), languages=("nb",), papers=every)
    composed = compose(ROOT, choice, (), TODAY, press.Here())
    papers: dict[tuple[str, str], dict[str, Sheets]] = {}
    for (product, subject, _, size, *_), paper in composed.papers.items():
        papers.setdefault((product, subject), {})[size] = paper
    met = set()
    for (product, subject), by_size in papers.items():
        shown = by_size.pop(WIDE)
        if product == "assembly_deck" or product not in met or UNDRAWN in subject:
            met.add(product)
            slides = paint(shown, "pdf", "pptx")
            handouts = {size: paint(one, "pdf")["pdf"] for size, one in by_size.items()}
            yield Deck(product, subject, shown, slides["pptx"], slides["pdf"], handouts)


def paint(paper: Sheets, *formats: str) -> dict[str, bytes]:
    return press.paint(press.Task(paper, formats, Path("none")))


def families(decks: list[Deck]) -> set[str]:
    found = set()
    for sheet in (sheet for one in decks for sheet in one.paper.sheets):
        for item, _ in walk(sheet.items):
            if isinstance(item, Text):
                found.add(item.letters.family)
            elif isinstance(item, Row):
                found |= {one.letters.family for one in item.pieces}
    return found


def lay_faces(folder: Path, decks: list[Deck]) -> None:
    """Lay the regular and the bold of each family in the folder, whole, by the names they go by."""
    folder.mkdir(parents=True)
    for family in families(decks):
        for weight in (REGULAR, BOLD):
            one = face(family, weight)
            wanted = hb.SubsetInput()
            wanted.keep_everything()
            for axis, value in one.axes.items():
                wanted.pin_axis_location(one.source, axis, value)
            content = hb.subset(one.source, wanted).blob.data
            content = named(content, family, weight == BOLD, (one.ascent, one.descent))
            (folder / f"{one.name}.ttf").write_bytes(content)


def impress(folder: Path, contents: list[bytes]) -> list[bytes]:
    """Let Impress print the presentations; it finds the faces that lie in `data`, for this run."""
    folder.mkdir(exist_ok=True)
    files = [folder / f"{at}.pptx" for at, _ in enumerate(contents)]
    for file, content in zip(files, contents, strict=True):
        file.write_bytes(content)
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder)]
    homes = {"XDG_DATA_HOME": str(folder / "data"), "XDG_CACHE_HOME": str(folder / "cache")}
    settings = {**os.environ, **homes}
    subprocess.run(
        [*command, *map(str, files)], check=True, capture_output=True, timeout=300, env=settings
    )
    return [one.with_suffix(".pdf").read_bytes() for one in files]


def grey(content: bytes) -> list[np.ndarray]:
    """Each page as a small grey picture, all that stands on it."""
    done = []
    with pypdfium2.PdfDocument(content) as document:
        for page in document:
            image = page.render(scale=0.8).to_pil().convert("L")
            small = image.resize((SIDE, SIDE), Image.Resampling.BOX)
            done.append(np.asarray(small).astype(int))
    return done


def apart(ours: np.ndarray, theirs: np.ndarray) -> int:
    """How many levels the two pictures are apart where they differ most."""
    return int(abs(ours - theirs).max())


def lines(content: bytes) -> list[list[str]]:
    """The lines of words on each page."""
    done = []
    with pypdfium2.PdfDocument(content) as document:
        for page in document:
            text = page.get_textpage()
            told = text.get_text_bounded().replace("\ufb01", "fi").splitlines()
            done.append(sorted(filter(None, map(str.strip, told))))
            text.close()
    return done

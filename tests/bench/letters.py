"""Forty letters as PDF, ours and the same in Typst its best way: one process, one compiler.

Each is of one page and none like another. The words are given to both, and the pictures as they
are laid in; pages are set, and letters cut to what is used, for each.
"""

from __future__ import annotations

import argparse
import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

COUNT = 40
TEMPLATE = Path(__file__).with_name("letter.typ")
WORDS = Path(__file__).parents[1] / "paper" / "letters.json"
PICTURES = {"logo": (400, 400, "#5a7ac0"), "yard": (600, 420, "#5aa05a")}


def lay_out(home: Path) -> None:
    """Draw the pictures, and lay Typst's template and words beside them."""
    from PIL import Image, ImageDraw

    home.mkdir(parents=True, exist_ok=True)
    for name, (wide, high, colour) in PICTURES.items():
        picture = Image.new("RGB", (wide, high), "#ffffff")
        pen = ImageDraw.Draw(picture)
        pen.ellipse((wide * 0.1, high * 0.1, wide * 0.9, high * 0.9), colour, "#222222", 9)
        picture.save(home / f"{name}.jpg", quality=90)
    shutil.copy(TEMPLATE, home)
    told = json.loads(WORDS.read_text(encoding="utf-8"))["nb"]
    letters = [_another(told, number) for number in range(COUNT)]
    (home / "words.json").write_text(json.dumps(letters, ensure_ascii=False), encoding="utf-8")


def _another(said: Any, number: int) -> Any:
    """Return the words of a letter with each text begun at another word."""
    if isinstance(said, dict):
        return {name: _another(one, number) for name, one in said.items()}
    if isinstance(said, list):
        return [_another(one, number) for one in said]
    words = f"{said} {number}".split()
    at = number % len(words)
    return " ".join(words[at:] + words[:at])


def ours(home: Path, out: Path) -> None:
    """Write the letters by our own painter."""
    from pipeline.formats import pdf
    from tests.paper.letters import letter

    told = json.loads((home / "words.json").read_text(encoding="utf-8"))
    for number in range(COUNT):
        flow = letter("nb", said=told[number])
        content = pdf.paint(flow, lambda picture, turn: home / f"{picture.art.digest}.jpg")
        (out / f"{number}.pdf").write_bytes(content)


def typst(home: Path, out: Path) -> None:
    """Write the letters in Typst."""
    import typst as typesetter

    from tests.bench.typst_posters import fonts

    compiler = typesetter.Compiler(
        str(home / TEMPLATE.name),
        root=str(home),
        font_paths=[str(fonts())],
        ignore_system_fonts=True,
    )
    for number in range(COUNT):
        content = compiler.compile(format="pdf", sys_inputs={"number": str(number)})
        assert isinstance(content, bytes)
        (out / f"{number}.pdf").write_bytes(content)


MAKERS: dict[str, Callable[[Path, Path], None]] = {"ours": ours, "typst": typst}


def main() -> None:
    """Write the letters as the command line says."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("maker", choices=[*MAKERS, "lay-out"])
    asked.add_argument("home", type=Path)
    asked.add_argument("out", type=Path, nargs="?")
    given = asked.parse_args()
    if given.maker == "lay-out":
        lay_out(given.home)
        return
    given.out.mkdir(parents=True, exist_ok=True)
    MAKERS[given.maker](given.home, given.out)


if __name__ == "__main__":
    main()

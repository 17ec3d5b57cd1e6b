"""Builds the posters in Typst, its best way: one compiler a process, its fonts found once.

Either all that the posters say and how large is given beforehand, so that Typst only lays out and
writes; or it starts where we do: the Word file and the YAML files are read, and sizes are found.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import multiprocessing
import shutil
from pathlib import Path

TEMPLATE = Path(__file__).with_name("poster.typ")
FONTS = "fontpkg_nunito"
SETTINGS = ("sources/skole.yaml", "assets/drawings.yaml")


def fonts() -> Path:
    """Return the folder of the font that our posters are set in."""
    found = importlib.util.find_spec(FONTS)
    assert found and found.origin
    return Path(found.origin).parent / "files"


def words(school: Path) -> dict[str, list[list[str]]]:
    """Return each arena's lines by value, as plainly as python-docx and ruamel give them."""
    from docx import Document
    from ruamel.yaml import YAML

    for name in SETTINGS:
        YAML(typ="safe").load(school / name)
    tables = Document(str(school / "sources" / "matriser.docx")).tables
    rows = [[cell.text for cell in row.cells] for table in tables for row in table.rows[1:]]
    return {name: [cell.split("\n") for cell in cells] for name, *cells in rows}


def compiled(home: Path, out: Path, share: tuple[int, int], inputs: dict[str, str]) -> None:
    """Write the posters whose turn it is: `share` is which process this is, of how many."""
    import typst

    first, step = share
    template = home / "typst" / TEMPLATE.name
    compiler = typst.Compiler(
        str(template), root=str(home), font_paths=[str(fonts())], ignore_system_fonts=True
    )
    for data in sorted((home / "typst").glob("*.json"))[first::step]:
        given = {"data": f"/typst/{data.name}", **inputs}
        written = compiler.compile(format="pdf", sys_inputs=given)
        assert isinstance(written, bytes)
        (out / f"{data.stem}.pdf").write_bytes(written)


def build(home: Path, out: Path, jobs: int, from_sources: bool) -> None:
    """Write a PDF for each of home/typst/*.json, in so many processes."""
    out.mkdir(parents=True, exist_ok=True)
    inputs = {}
    if from_sources:
        inputs["words"] = json.dumps(words(home / "school"), ensure_ascii=False)
    shares = [(first, jobs) for first in range(jobs)]
    make = multiprocessing.get_context("fork" if jobs > 1 else None).Process
    others = [make(target=compiled, args=(home, out, one, inputs)) for one in shares[1:]]
    for process in others:
        process.start()
    compiled(home, out, shares[0], inputs)
    for process in others:
        process.join()
        assert process.exitcode == 0


def lay_template(home: Path) -> None:
    """Lay the template beside its data: Typst reads only below its root."""
    shutil.copy(TEMPLATE, home / "typst")


def main() -> None:
    """Build as the command line says."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("home", type=Path)
    asked.add_argument("out", type=Path)
    asked.add_argument("--jobs", type=int, default=1)
    asked.add_argument("--from-sources", action="store_true")
    given = asked.parse_args()
    build(given.home, given.out, given.jobs, given.from_sources)


if __name__ == "__main__":
    main()

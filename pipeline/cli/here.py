"""What several commands ask for: files, folders, and the school that the user stands in."""

from __future__ import annotations

from pathlib import Path

import click

from pipeline.problems import Place, fault, phrase
from pipeline.spoken import school_folder

PATH, FOLDER = click.Path(path_type=Path), click.Path(path_type=Path, file_okay=False)
JOBS = click.IntRange(1, 64)
FILES = click.argument("files", nargs=-1, required=True, metavar="FILES", type=PATH)
AS_TEXT = click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json"]),
    default="text",
    help="As text or as JSON.",
)


def school() -> Path:
    """Return the school's folder that the user stands in, or raise Faults."""
    home = school_folder()
    if home is None:
        raise fault(
            Place(Path.cwd().name or "/"),
            phrase("there is no school here."),
            phrase("Go to the school's folder, or make one: pals new FOLDER."),
        )
    return home

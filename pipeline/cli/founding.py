"""The command that lays out a new school."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from pipeline.cli.here import PATH
from pipeline.language import language
from pipeline.problems import Place, fault, phrase, speak, told
from pipeline.spoken import Command, asked_for, tongue


@click.command(cls=Command)
@click.argument("folder", metavar="FOLDER", type=PATH)
@click.option(
    "--language", "tongue_", type=click.Choice(["nb", "nn"]), help="The school's målform."
)
@click.option("--from", "matrix", metavar="FILE", type=PATH, help="The matrix that you have.")
@click.option("--logo", metavar="FILE", type=PATH, help="The logo that you have.")
@click.option("--drawings", metavar="FOLDER", type=PATH, help="A folder with your drawings.")
def new(
    folder: Path,
    tongue_: str | None,
    matrix: Path | None,
    logo: Path | None,
    drawings: Path | None,
) -> None:
    """Lay out a new school's folder, with a first matrix to change or with what you have."""
    from pipeline import starter

    if matrix:
        _found(folder, matrix, tongue_, logo, drawings)
    elif logo or drawings:
        what = phrase("A logo and drawings are taken in together with a matrix.")
        raise fault(Place("--from"), what, phrase("Name the matrix as well: --from FILE."))
    else:
        spoken = tongue_ or (tongue() if tongue() in ("nb", "nn") else "nb")
        if tongue_ and not asked_for():
            speak(language(tongue_).tell)
        starter.lay_out(folder, spoken)
    click.echo(
        told(
            phrase(
                "{folder} is ready. Next: go there, write in sources/, and run pals build.",
                folder=folder,
            )
        )
    )


def _found(
    folder: Path, matrix: Path, asked: str | None, logo: Path | None, drawings: Path | None
) -> None:
    """Found a school; say what was done, and list what nobody but its people can write."""
    from pipeline.starter.founding import Given, found

    founded = found(folder, Given(matrix, logo, drawings, asked), date.today())
    if not asked_for():
        speak(language(founded.language).tell)
    for words in founded.said:
        click.echo(told(words))
    for problem in founded.notes:
        click.echo(str(problem), err=True)
    for problem in founded.unknown:
        click.echo(str(problem))

"""The command that holds a drawing competition."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from pipeline.cli.here import FOLDER, PATH, school
from pipeline.language import codes
from pipeline.problems import phrase, told
from pipeline.spoken import Command


@click.command(cls=Command)
@click.argument("folder", metavar="FOLDER", type=PATH)
@click.option(
    "--tally",
    type=PATH,
    multiple=True,
    metavar="FILE",
    help="The counted votes (.csv or .xlsx); after a tie, those of the new vote too.",
)
@click.option(
    "--winners",
    type=click.IntRange(1, 9),
    metavar="N",
    help="How many drawings win: choose it before the ballot is printed.",
)
@click.option("--language", type=click.Choice(codes()), help="In this language.")
@click.option("--out", type=FOLDER, metavar="FOLDER", help="Into this folder.")
def contest(
    folder: Path,
    tally: tuple[Path, ...],
    winners: int | None,
    language: str | None,
    out: Path | None,
) -> None:
    """Make a numbered ballot of drawings in a folder, and the winners' sheet from the votes."""
    from pipeline.build.contest import Wish, hold
    from pipeline.build.shelf import STATES

    held = hold(school(), date.today(), Wish(folder, tally, winners or 0, language or "", out))
    for note in held.notes:
        click.echo(str(note), err=True)
    width = max(len(told(words)) for words in STATES.values())
    for line in held.lines:
        click.echo(f"{told(STATES[line.state]):<{width}}  {held.out / line.target}")
        if line.beside:
            click.echo(f"{'':<{width}}  " + told(phrase("the new one: {file}", file=line.beside)))
    for words in held.found:
        click.echo(told(words))
    click.echo(told(phrase("{count} drawings, each with its number.", count=held.entries)))
    click.echo(told(phrase("Who has drawn what stands in {file}. Keep it secret.", file=held.key)))

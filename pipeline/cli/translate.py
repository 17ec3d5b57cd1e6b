"""The commands on the school's words in other languages."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from pipeline.cli.here import PATH, school
from pipeline.language import language
from pipeline.problems import phrase, told
from pipeline.spoken import Spoken


@click.group(cls=Spoken)
def translate() -> None:
    """Send the school's words to a translator, and take them back."""


@translate.command()
@click.argument("tongue", metavar="LANGUAGE")
@click.argument("file", metavar="[FILE]", type=PATH, required=False)
def export(tongue: str, file: Path | None) -> None:
    """Write a sheet (.xlsx) that a translator can fill."""
    from pipeline import translating

    where, rows = translating.export(school(), tongue, file, date.today())
    left = sum(not row.words for row in rows)
    counts = phrase("{left} of {total} texts are to be translated.", left=left, total=len(rows))
    click.echo(told(phrase("The sheet lies in {file}.", file=where)))
    click.echo(told(counts))


@translate.command(name="import")
@click.argument("file", metavar="FILE", type=PATH)
def take_back(file: Path) -> None:
    """Lay a filled sheet into the school's translations."""
    from pipeline import translating

    taken = translating.take_back(school(), file, date.today())
    for problem in taken.notes:
        click.echo(str(problem), err=True)
    counts = {"new": taken.new, "changed": taken.changed, "outdated": taken.outdated}
    click.echo(told(phrase("{new} new, {changed} changed, {outdated} outdated.", **counts)))
    click.echo(told(phrase("The translations lie in {file}.", file=taken.file)))


@translate.command()
def status() -> None:
    """Say how far each language has come."""
    from pipeline import translating

    home, found = translating.standing(school(), date.today())
    names = language(home.language).facts["languages"]
    wide = max((len(names[one.code]) for one in found), default=0)
    for one in found:
        click.echo(f"{one.code}  {names[one.code]:<{wide}}  {told(translating.as_line(one))}")
    if not found:
        click.echo(told(phrase("Nothing is translated yet: pals translate export LANGUAGE.")))

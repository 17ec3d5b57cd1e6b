"""The command that shows the school year: what is practised when, and what must be ready."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import click

from pipeline.cli.here import AS_TEXT, school
from pipeline.language import language
from pipeline.problems import phrase, told
from pipeline.spoken import Command, tongue


@click.command(cls=Command)
@click.option("--month", metavar="MONTH", help="Only this month, day by day.")
@click.option(
    "--ics",
    is_flag=False,
    flag_value="",
    metavar="[FILE]",
    help="As a calendar file, into this file or the output folder.",
)
@AS_TEXT
def plan(month: str | None, ics: str | None, form: str) -> None:
    """Show the school year, and what must be ready when."""
    from pipeline.build import planning

    home, code = school(), tongue()
    there, year, notes = planning.planned(home, date.today())
    first = planning.month_asked(month, year, language(code)) if month else None
    if ics is not None:
        file = planning.lay_calendar(there, year, Path(ics) if ics else None, home / "output")
        click.echo(told(phrase("The calendar lies in {file}.", file=file)))
    elif form == "json":
        click.echo(planning.as_json(there, first, code))
    else:
        width = shutil.get_terminal_size((80, 24)).columns
        for line in planning.as_text(there, first, code, width):
            click.echo(line)
    if not first:
        for problem in notes:
            click.echo(str(problem), err=True)

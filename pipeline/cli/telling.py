"""The commands that tell: what is wrong, what was read, what has changed, what there is."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from pipeline.cli.here import AS_TEXT, FILES, PATH, school
from pipeline.language import language
from pipeline.problems import Faults, phrase, plain, told
from pipeline.spoken import Command, school_folder, tongue


@click.command(cls=Command)
@AS_TEXT
def check(form: str) -> None:
    """Say all that is wrong or could be better, and write nothing."""
    from pipeline.build.composing import examined
    from pipeline.build.press import cores, workers

    with workers(cores()) as pool:
        found = examined(school(), date.today(), pool)
    errors = any(not problem.advice for problem in found)
    if form == "json":
        import json

        click.echo(json.dumps([plain(one) for one in found], ensure_ascii=False, indent=2))
        click.get_current_context().exit(int(errors))
    if errors:
        raise Faults(found)
    for problem in found:
        click.echo(str(problem))
    advice = phrase("{count} pieces of advice, nothing to mend.", count=len(found))
    click.echo(told(phrase("1 piece of advice, nothing to mend.") if len(found) == 1 else advice))


@click.command(cls=Command)
@FILES
@click.option(
    "--format",
    "form",
    type=click.Choice(["table", "json"]),
    default="table",
    help="As a table or as JSON.",
)
def read(files: tuple[Path, ...], form: str) -> None:
    """Read matrices from files and print what was read."""
    from pipeline import intake

    readings = [intake.read_matrix_file(path, school_folder()) for path in files]
    if form == "json":
        click.echo(intake.as_json(readings))
    for reading in readings:
        if form == "table":
            click.echo(intake.as_table(reading))
        for problem in reading.notes:
            click.echo(str(problem), err=True)


@click.command(cls=Command)
@click.argument("old", metavar="OLD", type=PATH)
@click.argument("new", metavar="NEW", type=PATH)
@AS_TEXT
def changes(old: Path, new: Path, form: str) -> None:
    """Say what has changed from one matrix file to another."""
    from pipeline.intake import earlier

    found = earlier.comparisons(old, new)
    if form == "json":
        click.echo(earlier.changes_as_json(found))
        return
    for line in earlier.changes_as_lines(found, told):
        click.echo(line)


@click.command(cls=Command, name="list")
def list_all() -> None:
    """List what can be made, in which formats and languages."""
    from pipeline.build.choices import choices

    for heading, rows in choices(school_folder(), language(tongue())):
        click.echo(f"{told(heading)}:")
        for name, summary in rows:
            click.echo(f"  {name:<16} {summary}".rstrip())

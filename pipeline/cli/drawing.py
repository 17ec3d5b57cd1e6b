"""The commands on pupils' drawings."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from pipeline.cli.building import make
from pipeline.cli.here import FILES, PATH, school
from pipeline.problems import phrase, told
from pipeline.spoken import Spoken


class Drawings(Spoken):
    """The commands on drawings; files alone are shown."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Read the words; where they name no command, they name files to show."""
        known = (*self.commands, *ctx.help_option_names)
        return super().parse_args(ctx, ["show", *args] if args and args[0] not in known else args)


@click.group(cls=Drawings)
def drawing() -> None:
    """Show drawings before and after, list them all, or withdraw one."""


@drawing.command()
@FILES
@click.option("--out", type=PATH, metavar="FILE", help="Into this picture file.")
def show(files: tuple[Path, ...], out: Path | None) -> None:
    """Clean drawings and show before and after on one sheet."""
    from pipeline.build.art import before_and_after

    click.echo(str(before_and_after(files, out or Path(told(phrase("before and after")) + ".png"))))


@drawing.command(name="list")
def list_drawings() -> None:
    """List all drawings with their consent, and lay them out on a sheet."""
    from pipeline.build.drawn import listed
    from pipeline.build.press import cores, workers

    with workers(cores()) as pool:
        for name, facts in listed(school(), date.today(), pool):
            click.echo("\n    ".join((name, *facts)))
    make(only=("contact_sheet",))


@drawing.command()
@click.argument("name", metavar="NAME")
def withdraw(name: str) -> None:
    """Take a drawing out of everything: its consent is withdrawn."""
    from pipeline.intake.withdrawing import withdraw as note

    note(school(), name)
    make()

"""The command that lays the month's PALS into week plans."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import click

from pipeline.cli.here import FILES, FOLDER, school
from pipeline.problems import phrase, told
from pipeline.spoken import Command


@click.command(cls=Command)
@FILES
@click.option("--month", metavar="MONTH", help="The PALS of this month.")
@click.option("--at", type=click.Choice(["end"]), help="Last in the plan, if no place is marked.")
@click.option("--in-place", is_flag=True, help="Change the files themselves; keep each as it was.")
@click.option("--remove", is_flag=True, help="Take the PALS of the month out again.")
@click.option("--out", type=FOLDER, metavar="FOLDER", help="Into this folder.")
def weekplan(
    files: tuple[Path, ...],
    month: str | None,
    at: str | None,
    in_place: bool,
    remove: bool,
    out: Path | None,
) -> None:
    """Lay the PALS of the month into week plans."""
    from pipeline.build.weekplans import Wish, done

    home = school()
    out = out or home / "output" / told(phrase("Week plans"))
    wish = Wish(files, out, month or "", bool(at), in_place, remove)
    good = bad = 0
    for one in done(home, date.today(), wish):
        for problem in (*one.faults, *one.notes):
            click.echo(str(problem), err=True)
        bad += bool(one.faults)
        good += not one.faults
        if not one.faults:
            click.echo(_line(one))
    _close(good, bad)


def _line(one: Any) -> str:
    from pipeline.build.shelf import STATES

    width = max(len(told(words)) for words in STATES.values())
    text = f"{told(STATES[one.state]):<{width}}  {one.written}"
    if one.what:
        text += f"  ({told(one.what)})"
    for place in one.places:
        text += f"\n{'':<{width}}  – {told(place)}"
    if one.beside:
        text += f"\n{'':<{width}}  " + told(phrase("the new one: {file}", file=one.beside))
    return text


def _close(good: int, bad: int) -> None:
    """Say how it went; exit 1 where a week plan could not be used."""
    words = phrase("1 week plan.") if good == 1 else phrase("{count} week plans.", count=good)
    click.echo(told(words))
    if bad:
        one = phrase("1 could not be used; it is as it was.")
        more = phrase("{count} could not be used; they are as they were.", count=bad)
        click.echo(told(one if bad == 1 else more), err=True)
        click.get_current_context().exit(1)

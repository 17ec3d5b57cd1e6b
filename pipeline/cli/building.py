"""The command that makes all that is out of date, and says what became of each file."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Any

import click

from pipeline.cli import here
from pipeline.cli.here import FOLDER, JOBS
from pipeline.language import language
from pipeline.problems import phrase, told
from pipeline.spoken import Command, tongue


@click.command(cls=Command)
@click.option("--only", multiple=True, metavar="PRODUCT", help="Only this product.")
@click.option("--arena", multiple=True, metavar="NAME", help="Only what holds this arena.")
@click.option("--format", "forms", multiple=True, metavar="FORMAT", help="Only this format.")
@click.option("--paper", multiple=True, metavar="A4|A3|A2", help="On this paper.")
@click.option(
    "--orientation",
    type=click.Choice(["portrait", "landscape"]),
    multiple=True,
    help="Lying this way.",
)
@click.option("--language", "tongues", multiple=True, metavar="CODE", help="In this language.")
@click.option("--out", type=FOLDER, metavar="FOLDER", help="Into this folder.")
@click.option("--jobs", type=JOBS, metavar="N", help="How many files at a time (all cores).")
@click.option("--why", is_flag=True, help="Say why each file is made or kept.")
@click.option("--force", is_flag=True, help="Make all anew.")
def build(
    out: Path | None, jobs: int | None, why: bool, force: bool, **wanted: tuple[str, ...]
) -> None:
    """Make every file that is missing or out of date."""
    make(out, jobs, (why, force), **wanted)


def make(
    out: Path | None = None,
    jobs: int | None = None,
    how: tuple[bool, bool] = (False, False),
    **wanted: tuple[str, ...],
) -> None:
    """Run a build; `how` is whether to say why, and whether to make all anew."""
    from pipeline.build import Request, Told, alone, press
    from pipeline.build import build as run

    home = here.school()
    out = out or home / "output"
    request = Request(home, out, date.today(), _choice(**wanted), jobs or press.cores(), how[1])
    about = Told()
    waiting = phrase("Another build is under way here; waiting for it.")
    with alone(out, lambda: click.echo(told(waiting), err=True)):
        _follow(run(request, about), about, how[0])


def _choice(**wanted: tuple[str, ...]) -> Any:
    from pipeline.build.plan import Choice

    def asked(name: str) -> tuple[str, ...]:
        return wanted.get(name, ())

    lies = tuple(one == "landscape" for one in asked("orientation"))
    words = (asked("only"), asked("arena"), asked("forms"), asked("paper"), asked("tongues"))
    return Choice(*words, lies)


# How many of each state: first where it is one, then where it is more.
COUNTS = {
    "new": (phrase("1 new"), phrase("{count} new")),
    "changed": (phrase("1 changed"), phrase("{count} changed")),
    "kept": (phrase("1 kept"), phrase("{count} kept")),
    "edited by hand": (phrase("1 edited by hand"), phrase("{count} edited by hand")),
    "outdated": (phrase("1 outdated"), phrase("{count} outdated")),
}


def _follow(lines: Iterator[Any], about: Any, why: bool) -> None:
    """Print a line for each file as it is done, then advice, then how many of each kind."""
    from collections import Counter

    counted: Counter[str] = Counter()
    with _bar(about) as tell:
        for line in lines:
            tell(_line(line, why))
            counted[line.state] += 1
    for problem in about.advice:
        click.echo(str(problem), err=True)
    parts = (
        told(phrase(COUNTS[state][count > 1].text, count=count)) for state, count in counted.items()
    )
    click.echo(", ".join(parts) or told(phrase("Nothing to make.")))
    page = about.contents
    if page and page.state == "edited by hand":
        click.echo(_line(page, why))
    elif page and page.state != "kept":
        click.echo(told(phrase("All on one page: {file}", file=page.target)))


def _line(line: Any, why: bool) -> str:
    from pipeline.build.shelf import STATES

    width = max(len(told(words)) for words in STATES.values())
    text = f"{told(STATES[line.state]):<{width}}  {line.target}"
    if line.reads_at:
        text += "  " + told(
            phrase("(reads at {metres} m)", metres=language(tongue()).number(line.reads_at))
        )
    if line.beside:
        text += "\n" + " " * (width + 2) + told(phrase("the new one: {file}", file=line.beside))
    return text + (f" – {told(line.why)}" if why else "")


@contextmanager
def _bar(about: Any) -> Iterator[Callable[[str], None]]:
    """Give a way to tell of one more file; on a terminal a progress bar stands below the lines."""
    if not sys.stdout.isatty():
        yield lambda text: click.echo(text)
        return
    from rich.progress import Progress

    with Progress(transient=True) as progress:
        task = progress.add_task("", total=None)

        def tell(text: str) -> None:
            progress.console.print(text, markup=False, highlight=False, soft_wrap=True)
            progress.update(task, total=about.total, advance=1)

        yield tell

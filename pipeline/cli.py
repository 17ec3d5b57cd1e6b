"""Words on the command line: each command is its options, one sentence and one call."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Any

import click

from pipeline.language import language
from pipeline.problems import Faults, Place, fault, phrase, plain, speak, told
from pipeline.spoken import Spoken, asked_for, school_folder, tongue

PATH, FOLDER = click.Path(path_type=Path), click.Path(path_type=Path, file_okay=False)
JOBS = click.IntRange(1, 64)
FILES = click.argument("files", nargs=-1, required=True, metavar="FILES", type=PATH)


def _school() -> Path:
    home = school_folder()
    if home is None:
        raise fault(
            Place(Path.cwd().name or "/"),
            phrase("there is no school here."),
            phrase("Go to the school's folder, or make one: pals new FOLDER."),
        )
    return home


@click.group(cls=Spoken, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="pals", message="%(version)s", help="Show the version and exit.")
def main() -> None:
    """Make all that the school prints from its values, words and drawings."""


@main.command()
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
    _make(out, jobs, (why, force), **wanted)


def _make(
    out: Path | None = None,
    jobs: int | None = None,
    how: tuple[bool, bool] = (False, False),
    **wanted: tuple[str, ...],
) -> None:
    """Run a build; `how` is whether to say why, and whether to make all anew."""
    from pipeline.build import Request, Told, alone, press
    from pipeline.build import build as run

    home = _school()
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


@main.command()
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json"]),
    default="text",
    help="As text or as JSON.",
)
def check(form: str) -> None:
    """Say all that is wrong or could be better, and write nothing."""
    from pipeline.build.composing import examined
    from pipeline.build.press import cores, workers

    with workers(cores()) as pool:
        found = examined(_school(), date.today(), pool)
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


@main.command()
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


@main.command()
@click.argument("old", metavar="OLD", type=PATH)
@click.argument("new", metavar="NEW", type=PATH)
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json"]),
    default="text",
    help="As text or as JSON.",
)
def changes(old: Path, new: Path, form: str) -> None:
    """Say what has changed from one matrix file to another."""
    from pipeline.intake import earlier

    found = earlier.comparisons(old, new)
    if form == "json":
        click.echo(earlier.changes_as_json(found))
        return
    for line in earlier.changes_as_lines(found, told):
        click.echo(line)


class Drawings(Spoken):
    """The commands on drawings; files alone are shown."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Read the words; where they name no command, they name files to show."""
        known = (*self.commands, *ctx.help_option_names)
        return super().parse_args(ctx, ["show", *args] if args and args[0] not in known else args)


@main.group(cls=Drawings)
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
        for name, facts in listed(_school(), date.today(), pool):
            click.echo("\n    ".join((name, *facts)))
    _make(only=("contact_sheet",))


@drawing.command()
@click.argument("name", metavar="NAME")
def withdraw(name: str) -> None:
    """Take a drawing out of everything: its consent is withdrawn."""
    from pipeline.intake.withdrawing import withdraw as note

    note(_school(), name)
    _make()


@main.command(name="list")
def list_all() -> None:
    """List what can be made, in which formats and languages."""
    from pipeline.build.choices import choices

    for heading, rows in choices(school_folder(), language(tongue())):
        click.echo(f"{told(heading)}:")
        for name, summary in rows:
            click.echo(f"  {name:<16} {summary}".rstrip())


@main.command()
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

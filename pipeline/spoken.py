"""What Click says of commands – help, and words that make no sense – in the reader's language."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any

import click

from pipeline.language import Language, codes, language
from pipeline.problems import Phrase, Place, Problem, guess, phrase, speak, told


def asked_for() -> str:
    """Return the language that PALS_LANGUAGE asks for, if there is such a one."""
    asked = os.environ.get("PALS_LANGUAGE", "")
    return asked if asked in codes() else ""


def tongue() -> str:
    """Return the language to speak: PALS_LANGUAGE, the school's, the machine's, or bokmål."""
    if asked := asked_for():
        return asked
    home = school_folder()
    written = home / "sources" / "skole.yaml" if home else None
    if written and written.is_file():
        head = written.read_bytes()[:20_000].decode("utf-8", "replace")
        found = re.search(r"^\s*(?:målform|maalform|language):\W*(\w+)", head, re.MULTILINE)
        if found:  # a misspelt one is Norwegian still
            return "nn" if found[1].casefold().startswith(("nn", "ny")) else "nb"
    machine = (os.environ.get("LC_ALL") or os.environ.get("LANG") or "")[:2]
    return machine if machine in codes() else "nb"


def school_folder() -> Path | None:
    """Return the nearest folder from here upwards that is a school's: one that holds sources/."""
    here = Path.cwd()
    return next((one for one in (here, *here.parents) if (one / "sources").is_dir()), None)


HEADINGS = {"Options": phrase("Options"), "Commands": phrase("Commands")}


class Page(click.HelpFormatter):
    """A page of help whose headings are in the reader's language."""

    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        """Write the line that shows how the command is used."""
        super().write_usage(prog, args, f"{told(phrase('Usage'))}: ")

    def write_heading(self, heading: str) -> None:
        """Write the heading above options or commands."""
        super().write_heading(told(HEADINGS[heading]) if heading in HEADINGS else heading)


class Talk(click.Context):
    """One run of a command, with help in the reader's language."""

    formatter_class = Page


class Misused(click.UsageError):
    """Words on the command line that make no sense, told as any other problem; exit 2."""

    def __init__(self, context: click.Context | None, what: Phrase, mend: Phrase) -> None:
        where = Place(context.command_path) if context else None
        self.problem = Problem(where, what, mend)
        super().__init__(str(self.problem), context)

    def show(self, file: IO[Any] | None = None) -> None:
        """Print the problem and its mend."""
        click.echo(str(self.problem), file=file, err=True)


@contextmanager
def _in_our_words() -> Iterator[None]:
    """Tell Click's own errors of use as ours."""
    try:
        yield
    except (Misused, click.exceptions.NoArgsIsHelpError):
        raise
    except click.UsageError as error:
        raise Misused(error.ctx, *_misuse(error)) from None


def _misuse(error: click.UsageError) -> tuple[Phrase, Phrase]:
    """Return what is wrong with the words on the command line, and how to mend it."""
    command = error.ctx.command_path if error.ctx else "pals"
    mend = phrase("See how it is used: {command} --help", command=command)
    if isinstance(error, click.NoSuchOption) and error.ctx:
        there = [one for option in error.ctx.command.params for one in option.opts if one[0] == "-"]
        what = phrase("No such option '{word}'.", word=error.option_name)
        return what, guess(error.option_name, there)
    if isinstance(error, click.BadOptionUsage):
        return phrase("'{option}' wants a word after it.", option=error.option_name), mend
    if not isinstance(error, click.BadParameter) or not error.param:
        rest = re.search(r"\((.+)\)$", error.message)  # as in "unexpected extra arguments (a b)"
        unknown = phrase("'{word}' is not known here.", word=rest[1] if rest else "")
        return unknown if rest else phrase("Something in the command is not right."), mend
    name = error.param.metavar if isinstance(error.param, click.Argument) else error.param.opts[-1]
    if isinstance(error, click.MissingParameter):
        return phrase("{name} is missing.", name=name), mend
    kind = error.param.type
    if isinstance(kind, click.Choice):
        mend = phrase("Choose one of: {known}.", known=", ".join(kind.choices))
    elif isinstance(kind, click.IntRange):
        mend = phrase("Write a number from {least} to {most}.", least=kind.min, most=kind.max)
    return phrase("{name} can not be what you wrote.", name=name), mend


def _translate(command: click.Command, spoken: Language) -> None:
    command.help = spoken.say(command.help) if command.help else None
    command.options_metavar = spoken.say("[OPTIONS]")
    for parameter in command.params:
        if parameter.metavar:
            parameter.metavar = spoken.say(parameter.metavar)
        if isinstance(parameter, click.Option) and parameter.help:
            parameter.help = spoken.say(parameter.help)
    if isinstance(command, click.Group):
        command.subcommand_metavar = spoken.say("COMMAND …")
        for one in command.commands.values():
            _translate(one, spoken)


class Command(click.Command):
    """A command whose help is in the language of the school."""

    context_class = Talk

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """Return the option that shows the help."""
        option = super().get_help_option(ctx)
        if option:
            option.help = told(phrase("Show this message and exit."))
        return option


class Spoken(Command, click.Group):
    """A group of commands that says everything in the language of the school."""

    command_class = Command

    def main(self, *args: Any, **kwargs: Any) -> Any:
        """Choose the language, then run."""
        spoken = language(tongue())
        speak(spoken.tell)
        _translate(self, spoken)
        return super().main(*args, **kwargs)

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Read the words before the command."""
        with _in_our_words():
            return super().parse_args(ctx, args)

    def resolve_command(self, ctx: click.Context, args: list[str]) -> Any:
        """Find the command, or tell that there is none."""
        name = args[0]
        if self.get_command(ctx, name) is None and not name.startswith("-"):
            there = self.list_commands(ctx)
            raise Misused(ctx, phrase("No such command '{word}'.", word=name), guess(name, there))
        return super().resolve_command(ctx, args)

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command that the words name."""
        with _in_our_words():
            return super().invoke(ctx)

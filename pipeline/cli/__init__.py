"""Words on the command line: each command is its options, one sentence and one call."""

from __future__ import annotations

import click

from pipeline.cli.building import build
from pipeline.cli.contest import contest
from pipeline.cli.drawing import drawing
from pipeline.cli.founding import new
from pipeline.cli.plan import plan
from pipeline.cli.telling import changes, check, list_all, read
from pipeline.cli.translate import translate
from pipeline.cli.weekplan import weekplan
from pipeline.spoken import Spoken


@click.group(cls=Spoken, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="pals", message="%(version)s", help="Show the version and exit.")
def main() -> None:
    """Make all that the school prints from its values, words and drawings."""


for command in (
    *(build, changes, check, contest, drawing, list_all, new, plan, read, translate, weekplan),
):
    main.add_command(command)

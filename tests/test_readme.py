"""What the README tells of commands, options and products is what the program has."""

from datetime import date
from pathlib import Path

import click
import pytest

from pipeline import products
from pipeline.build.plan import LOGO
from pipeline.cli import main
from pipeline.intake import take_in
from pipeline.language import language
from pipeline.problems import Faults
from tests.small import lay_out

README = (Path(__file__).parents[1] / "README.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("command", main.commands)
def test_every_command_is_told_of(command):
    assert f"`pals {command}" in README


def test_every_option_of_build_is_told_of():
    options = [one for one in main.commands["build"].params if isinstance(one, click.Option)]
    assert [one.opts[0] for one in options if f"`{one.opts[0]}`" not in README] == []


@pytest.mark.parametrize("product", (*products.names(), LOGO))
def test_every_product_is_told_of(product):
    assert f"| `{product}` |" in README


def test_both_commands_stand_alone():
    blocks = [block.split("```")[0].strip() for block in README.split("```bash\n")[1:]]
    assert [block.count("\n") for block in blocks[:2]] == [0, 0]
    assert blocks[1].endswith("bash tests/run")


def test_the_error_shown_is_the_one_told(tmp_path):
    home = lay_out(tmp_path / "skole")
    path = home / "sources" / "skole.yaml"
    path.write_text(path.read_text(encoding="utf-8") + "profiler: {}\n", encoding="utf-8")
    spoken = language("nb")
    with pytest.raises(Faults) as told:
        take_in(home, date(2026, 11, 23))
    (problem,) = told.value.problems
    assert spoken.tell(problem.what) in README
    assert spoken.tell(problem.mend) in README

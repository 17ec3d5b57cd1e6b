"""A copy of the sample school for the benchmark, with its own caches and the others' data."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from tests.bench import deck
from tests.bench.timing import Environment
from tests.bench.typst_posters import lay_template
from tests.weekplan.plans import sample_plans

REPOSITORY = Path(__file__).parents[2]
PRODUCTS = ("arena_poster", "matrix_poster")
DECK = "assembly_deck"
FOCUS = "I gangen"  # practised once in the sample's year
PLANS = 40
HEAVY = ("pydantic", "docx", "reportlab", "PIL")
IMPORTED = """
import sys
from pipeline.cli import main
main(sys.argv[2:], standalone_mode=False)
sys.stdout.write("\\n" + " ".join(sorted(set(sys.argv[1].split()) & set(sys.modules))))
"""


@dataclass(frozen=True)
class Place:
    """A temporary folder laid out for the benchmark."""

    home: Path

    @property
    def school(self) -> Path:
        """The copy of the sample school."""
        return self.home / "school"

    @property
    def output(self) -> Path:
        """Where our posters go."""
        return self.school / "output"

    @property
    def plans(self) -> Path:
        """Where the week plans lie that the month's PALS is laid into."""
        return self.home / "plans"

    @property
    def typst(self) -> Path:
        """Where Typst's posters go."""
        return self.home / "typst-output"

    def environment(self, cache: str = "cache") -> Environment:
        """Return the environment of a run: compiled modules are kept, as once installed."""
        drop = ("PYTHONDONTWRITEBYTECODE", "PALS_LANGUAGE")
        kept = {name: value for name, value in os.environ.items() if name not in drop}
        return {
            **kept,
            "PALS_CACHE": str(self.home / cache),
            "PYTHONPATH": str(REPOSITORY),
            "PYTHONPYCACHEPREFIX": str(self.home / "compiled"),
        }

    def pals(self, *words: str) -> list[str]:
        """Return the program's command with these words."""
        script = Path(sys.executable).with_name("pals")
        anyway = [sys.executable, "-c", "from pipeline.cli import main; main()"]
        return [*([str(script)] if script.exists() else anyway), *words]

    def posters(self, *words: str) -> list[str]:
        """Return the command that builds the posters in Typst."""
        module = str(REPOSITORY / "tests" / "bench" / "typst_posters.py")
        return [sys.executable, module, str(self.home), str(self.typst), *words]

    @property
    def kit_names(self) -> Path:
        """Where the names of the products lie that are made for one focus."""
        return self.home / "kit.txt"

    def kit(self) -> list[str]:
        """Return the command that makes all of one focus, what is made only when asked for too."""
        names = self.kit_names.read_text(encoding="utf-8").split()
        asked = [word for name in names for word in ("--only", name)]
        return self.pals("build", "--arena", FOCUS, *asked, "--jobs", "2")

    @property
    def deck(self) -> Path:
        """Where the slides of the focus lie as Markdown, and pandoc's deck of them."""
        return self.home / "deck"

    @property
    def letters_out(self) -> Path:
        """Where the letters go."""
        return self.home / "letters-output"

    def letters(self, maker: str) -> list[str]:
        """Return the command that writes forty letters, ours or in Typst."""
        command = [sys.executable, "-m", "tests.bench.letters", maker, str(self.home / "letters")]
        return command if maker == "lay-out" else [*command, str(self.letters_out)]

    def lay_out(self) -> None:
        """Copy the school, clean its drawings, fill the caches and write the others' data."""
        for folder in ("sources", "assets"):
            shutil.copytree(REPOSITORY / folder, self.school / folder)
        self._quietly(self.pals("build"), self.school)
        self._quietly(self.pals("build"), self.school)
        self.plans.mkdir()
        kinds = list(sample_plans().values())
        for number in range(PLANS):
            file = self.plans / f"{number + 1:02}.docx"
            file.write_bytes(kinds[number % len(kinds)])
        self._quietly([sys.executable, "-m", "tests.bench.preparing", str(self.home)], REPOSITORY)
        self._quietly(self.kit(), self.school)
        if deck.pandoc():
            self._quietly(deck.command(self.deck), self.deck)
        lay_template(self.home)
        self._quietly(self.letters("lay-out"), REPOSITORY)
        for words in ((), ("--from-sources",)):
            self._quietly(self.posters(*words), self.school)

    def change_word(self, version: int) -> None:
        """Lay the Word file with the one word or the other among the sources."""
        content = (self.home / "words" / f"{version}.docx").read_bytes()
        (self.school / "sources" / "matriser.docx").write_bytes(content)

    def imported(self) -> list[str]:
        """Return which heavy libraries a build imports that has nothing to do."""
        command = [sys.executable, "-c", IMPORTED, " ".join(HEAVY), "build"]
        return self._quietly(command, self.school).splitlines()[-1].split()

    def _quietly(self, command: list[str], folder: Path) -> str:
        done = subprocess.run(
            command, cwd=folder, env=self.environment(), capture_output=True, text=True, check=False
        )
        if done.returncode:
            raise RuntimeError(f"{' '.join(command)} ended with {done.returncode}:\n{done.stderr}")
        return done.stdout

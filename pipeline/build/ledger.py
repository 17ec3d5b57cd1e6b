"""Remembers what builds made, so that what has not changed is kept and a hand's work left alone."""

from __future__ import annotations

import hashlib
import json
import os
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from pipeline import cache

HOME = ".pals"
PAGE = "index.html"  # the contents page
PAGE_HOME = f"{HOME}/contents"  # its own ledger and its small pictures lie here
PROGRAM = Path(__file__).parents[1]
FORM = 1
HIDDEN = (".", "~$", "__pycache__")  # how names begin that are no sources
Stat = list[int]


def digest(content: bytes) -> str:
    """Return what tells this content from all other."""
    return hashlib.blake2b(content, digest_size=16).hexdigest()


def stat_of(path: Path) -> Stat | None:
    """Return a file's size and time, or None where there is none."""
    try:
        now = path.stat()
    except OSError:
        return None
    return [now.st_size, now.st_mtime_ns]


def stats(folders: tuple[Path, ...]) -> dict[str, Stat]:
    """Return the size and time of every file below the folders, hidden ones left out."""
    found = {}
    waiting = [(folder.name, folder) for folder in folders if folder.is_dir()]
    while waiting:
        at, home = waiting.pop()
        with os.scandir(home) as there:
            for one in there:
                name = f"{at}/{one.name}"
                if one.name.startswith(HIDDEN):
                    continue
                if one.is_dir(follow_symlinks=False):
                    waiting.append((name, Path(one.path)))
                elif one.is_file():
                    now = one.stat()
                    found[name] = [now.st_size, now.st_mtime_ns]
    return dict(sorted(found.items()))


def inputs(school: Path) -> dict[str, Stat]:
    """Return the size and time of all that a school's papers are made from, program included."""
    return stats((school / "sources", school / "assets", PROGRAM))


@dataclass
class Entry:
    """One file that a build made: its job, the mark of what it came from, and what was written.

    `first` and `day` are the days on which it was made and last changed, as ISO 8601 writes them;
    `arts` are the digests of the pictures on it, None where nobody noted them.
    """

    job: dict[str, Any]
    mark: dict[str, str]
    digest: str
    stat: Stat
    wished: bool = True
    reads_at: float = 0.0
    beside: dict[str, Any] = field(default_factory=dict)
    first: str = ""
    day: str = ""
    arts: list[str] | None = None


@dataclass
class Ledger:
    """All that was made, and what the folder looked like when the last build ended well."""

    path: Path
    made: dict[str, Entry] = field(default_factory=dict)
    inputs: dict[str, Stat] = field(default_factory=dict)
    asked: dict[str, list[str]] = field(default_factory=dict)
    good_until: str = ""
    begun: dict[str, list[str]] = field(default_factory=dict)

    @classmethod
    def open(cls, out: Path, home: str = HOME) -> Ledger:
        """Read the ledger of an output folder; an unreadable one counts as none."""
        path = out / home / "ledger.json"
        ledger = cls(path)
        try:
            kept = json.loads(path.read_text(encoding="utf-8"))
            if kept.pop("form") == FORM:
                made = {target: Entry(**entry) for target, entry in kept.pop("made").items()}
                ledger = cls(path, made, **kept)
        except (OSError, ValueError, TypeError, KeyError):
            pass
        ledger._take_up_journal()
        return ledger

    @property
    def _journal(self) -> Path:
        return self.path.with_name("journal")

    def _take_up_journal(self) -> None:
        """Remember what a build that was cut off had begun to write: those files are ours too."""
        try:
            lines = self._journal.read_text(encoding="utf-8").splitlines()
        except OSError:
            return
        for line in lines:
            try:
                target, written = json.loads(line)
            except ValueError:
                continue
            self.begun.setdefault(target, []).append(written)

    def begin(self, target: str, written: str) -> None:
        """Note what is about to be written, before it is."""
        self.begun.setdefault(target, []).append(written)
        self.path.parent.mkdir(parents=True, exist_ok=True)
        with self._journal.open("a", encoding="utf-8") as stream:
            stream.write(json.dumps([target, written], ensure_ascii=False) + "\n")

    def close(self) -> None:
        """Write the ledger whole, then forget the journal."""
        self.begun = {}
        made = {target: vars(entry) for target, entry in self.made.items()}
        kept = {"form": FORM, **vars(self), "made": made}
        del kept["path"], kept["begun"]
        lines = json.dumps(kept, ensure_ascii=False, separators=(",\n", ": "))
        cache.write(self.path, lines.encode())
        self._journal.unlink(missing_ok=True)

    def ours(self, target: str, file: Path) -> bool:
        """Tell whether the file is just as a build left it; looked at by size and time first."""
        entry = self.made.get(target)
        now = stat_of(file)
        if entry and now == entry.stat:
            return True
        if now is None:
            return False
        found = digest(file.read_bytes())
        if entry and found == entry.beside.get("digest"):
            entry.digest, entry.mark, entry.beside = found, entry.beside["mark"], {}
        if entry and found == entry.digest:
            entry.stat = now
            return True
        return found in self.begun.get(target, ())

    def nothing_new(
        self, asked: str, inputs: dict[str, Stat], out: Path, today: date
    ) -> list[str] | None:
        """Return the targets of this same wish when nothing at all has changed since, else None."""
        targets = self.asked.get(asked)
        if targets is None or inputs != self.inputs or self.begun:
            return None
        if self.good_until and today.isoformat() > self.good_until:
            return None
        untouched = all(stat_of(out / target) == self.made[target].stat for target in targets)
        return targets if untouched else None


def page_untouched(out: Path) -> bool:
    """Tell whether the contents page is as the last build left it, by size and time alone."""
    entry = Ledger.open(out, PAGE_HOME).made.get(PAGE)
    return entry is not None and stat_of(out / PAGE) == entry.stat

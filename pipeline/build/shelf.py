"""The one place that writes output: whole files, by rename, never over what a hand has changed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from pipeline import cache
from pipeline.build.ledger import Entry, Ledger, digest, stat_of
from pipeline.build.plan import Job
from pipeline.problems import Phrase, phrase

State = Literal["new", "changed", "kept", "edited by hand", "outdated"]
STATES = {
    "new": phrase("new"),
    "changed": phrase("changed"),
    "kept": phrase("kept"),
    "edited by hand": phrase("edited by hand"),
    "outdated": phrase("outdated"),
}
OUTDATED = "utgått"
REASONS = {
    "form": phrase("the program paints it in another way"),
    "pictures": phrase("its pictures have changed"),
    "words": phrase("its words have changed"),
    "look": phrase("its look has changed"),
}


@dataclass(frozen=True)
class Line:
    """What became of one file, and why."""

    state: State
    target: str
    why: Phrase
    reads_at: float = 0.0
    beside: str = ""


@dataclass(frozen=True)
class Shelf:
    """An output folder with its ledger, and the day on which things are laid there."""

    out: Path
    ledger: Ledger
    today: str = ""

    def look(self, job: Job, mark: dict[str, str], force: bool) -> tuple[State, bool, Phrase]:
        """Return the file's state, whether it must be painted, and why."""
        file = self.out / job.target
        entry = self.ledger.made.get(job.target)
        if not file.exists():
            return "new", True, phrase("it is not there yet")
        ours = self.ledger.ours(job.target, file)
        same = entry is not None and entry.mark == mark
        if not ours:
            done = entry is not None and (same or self._beside_is_current(entry, mark))
            return "edited by hand", not done, phrase("it is not as the last build left it")
        if same and not force:
            return "kept", False, phrase("nothing in it has changed")
        return "changed", True, self._reason(entry, mark)

    def _reason(self, entry: Entry | None, mark: dict[str, str]) -> Phrase:
        if entry is None:
            return phrase("the last build was cut off")
        differs = [REASONS[part] for part in REASONS if entry.mark.get(part) != mark.get(part)]
        return differs[0] if differs else phrase("you asked for it")

    def _beside_is_current(self, entry: Entry, mark: dict[str, str]) -> bool:
        beside = entry.beside
        return bool(beside) and beside["mark"] == mark and (self.out / beside["target"]).exists()

    def put(
        self, job: Job, paper: tuple[dict[str, str], float], content: bytes, beside: str
    ) -> Line:
        """Write a painted file and enter it; `paper` is its mark and reading distance in m.

        A file that a hand has changed, or that no build made, is left alone: the new one is laid
        beside it, with the word `beside` in its name.
        """
        mark, reads_at = paper
        file, written = self.out / job.target, digest(content)
        entry = self.ledger.made.get(job.target)
        there = file.exists()
        if (
            there
            and not self.ledger.ours(job.target, file)
            and digest(file.read_bytes()) != written
        ):
            return self._lay_beside(job, mark, content, beside)
        old = entry.digest if entry else None
        same = there and written == (old or digest(file.read_bytes()))
        if not same:
            self.ledger.begin(job.target, written)
            cache.write(file, content)
        self.enter(job, mark, written, reads_at)
        state: State = "kept" if same else "changed" if there else "new"
        return Line(
            state,
            job.target,
            self._reason(entry, mark) if there else phrase("it is not there yet"),
            reads_at,
        )

    def enter(self, job: Job, mark: dict[str, str], written: str, reads_at: float) -> None:
        """Note a file as it now stands."""
        stat = stat_of(self.out / job.target) or [0, 0]
        old = self.ledger.made.get(job.target)
        entry = Entry(job.plain(), mark, written, stat, reads_at=reads_at)
        entry.first = (old and old.first) or self.today
        entry.day = old.day if old and old.digest == written else self.today
        self.ledger.made[job.target] = entry

    def _lay_beside(self, job: Job, mark: dict[str, str], content: bytes, word: str) -> Line:
        entry = self.ledger.made.setdefault(job.target, Entry(job.plain(), {}, "", [0, 0]))
        target = entry.beside.get("target") or self._free(job.target, word)
        if entry.beside and self._hand_in(target, entry.beside["digest"]):
            target = self._free(job.target, word)
        cache.write(self.out / target, content)
        entry.beside = {"target": target, "digest": digest(content), "mark": mark}
        entry.first, entry.day = entry.first or self.today, self.today
        why = phrase("it is not as the last build left it")
        return Line("edited by hand", job.target, why, beside=target)

    def _hand_in(self, target: str, written: str) -> bool:
        file = self.out / target
        return file.exists() and digest(file.read_bytes()) != written

    def _free(self, target: str, word: str) -> str:
        """Return a name like the target's, with the word, that nothing has yet."""
        path = Path(target)
        names = (
            f"{path.stem} ({word}){path.suffix}",
            *(f"{path.stem} ({word} {n}){path.suffix}" for n in range(2, 999)),
        )
        return next(
            name
            for one in names
            if not (self.out / (name := str(path.with_name(one).as_posix()))).exists()
        )

    def retire(self, target: str) -> Iterator[Line]:
        """Move a file that is no longer made to the outdated ones, where none is overwritten."""
        entry = self.ledger.made.pop(target)
        for one in filter(None, (target, entry.beside.get("target"))):
            file = self.out / one
            if file.exists():
                place = self.out / OUTDATED / one
                if place.exists():
                    place = self.out / self._free(
                        f"{OUTDATED}/{one}", digest(file.read_bytes())[:6]
                    )
                place.parent.mkdir(parents=True, exist_ok=True)
                file.replace(place)
                self._clear(file.parent)
                yield Line("outdated", one, phrase("it is no longer made"))

    def _clear(self, folder: Path) -> None:
        while folder != self.out and not any(folder.iterdir()):
            folder.rmdir()
            folder = folder.parent

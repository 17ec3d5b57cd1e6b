"""Small pictures of what was made, kept beside the ledger by content; what is not used goes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from concurrent.futures import Executor
from dataclasses import dataclass
from pathlib import Path

from pipeline import cache
from pipeline.build.ledger import digest
from pipeline.build.press import spread
from pipeline.contents.parts import Small

VERSION = 2  # raise it when a small picture is made in another way
MEDIA = "image/webp"
KEPT = re.compile(r"(s-\w+)-(\d+)x(\d+)\.webp")


@dataclass(frozen=True)
class Original:
    """What a small picture is made from: a file, the digest of its content, and the ground."""

    file: Path
    content: str
    ground: str = "#ffffff"

    @property
    def key(self) -> str:
        """What the small picture is known by."""
        return "s-" + digest(f"{VERSION} {self.content} {self.ground}".encode())[:12]


def made(task: tuple[Path, str]) -> tuple[bytes, int, int]:
    """Return a small picture of the file on a ground of that colour; its width and height."""
    from pipeline.formats import png

    return png.small(task[0].read_bytes(), task[1])


def pictures(originals: Iterable[Original], home: Path, pool: Executor) -> dict[str, Small]:
    """Return the small pictures by key; those not kept in `home` are made on all cores.

    Only those asked for are kept: nothing is left of a drawing that was withdrawn.
    """
    wanted: Mapping[str, Original] = {one.key: one for one in originals}
    found: dict[str, Small] = {}
    for path in sorted(home.glob("s-*")):
        known = KEPT.fullmatch(path.name)
        if known is None or known[1] not in wanted:
            path.unlink(missing_ok=True)
        else:
            found[known[1]] = Small(path.read_bytes(), MEDIA, int(known[2]), int(known[3]))
    missing = {key: one for key, one in wanted.items() if key not in found}
    tasks = [(one.file, one.ground) for one in missing.values()]
    for key, (content, wide, high) in zip(missing, spread(made, tasks, pool), strict=True):
        cache.write(home / f"{key}-{wide}x{high}.webp", content)
        found[key] = Small(content, MEDIA, wide, high)
    return {key: found[key] for key in wanted}

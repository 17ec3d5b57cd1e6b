"""Keeps clean art by the content of its original, so that a photo is cleaned once."""

from __future__ import annotations

import hashlib
import json
import os
import tempfile
from pathlib import Path

from pipeline.drawings.privacy import leaks
from pipeline.model import Art

VERSION = 2
"""Raise it when cleaning gives other pixels: what is in the store is then made anew."""
STEPS = (320, 480, 640, 900, 1250, 1700, 2200, 2900, 3600)
"""Widths in pixels of renditions; 2200 is 279 mm at 200 dpi."""


def digest_of(original: bytes | Path, kind: str = "drawing") -> str:
    """Return the 32 hex digits that find the art of this original, given as bytes or a file."""
    content = original.read_bytes() if isinstance(original, Path) else original
    mark = hashlib.blake2b(f"{VERSION} {kind} ".encode(), digest_size=16)
    mark.update(content)
    return mark.hexdigest()


def ready(digest: str, store: Path) -> Art | None:
    """Return the art if it lies whole in the store, else None."""
    try:
        facts = json.loads((store / f"{digest}.json").read_text(encoding="utf-8"))
        art = Art(digest, int(facts["width"]), int(facts["height"]))
    except (OSError, ValueError, KeyError, TypeError):
        return None
    return art if master_of(digest, store).exists() else None


def master_of(digest: str, store: Path) -> Path:
    """Return where the art lies at full size."""
    return store / f"{digest}.png"


def keep(digest: str, master: bytes, size: tuple[int, int], store: Path) -> Art:
    """Lay the art in the store, facts last, so that what is found is whole; return it."""
    store.mkdir(parents=True, exist_ok=True)
    lay(master_of(digest, store), master)
    facts = json.dumps({"width": size[0], "height": size[1]})
    lay(store / f"{digest}.json", facts.encode())
    return Art(digest, *size)


def lay(target: Path, content: bytes) -> None:
    """Write the file whole or not at all, two writers at once too; refuse what would leak."""
    told = leaks(content)
    if told:
        raise ValueError(f"{target.name} would tell more than its picture: {', '.join(told)}")
    handle, name = tempfile.mkstemp(prefix=".", suffix=".part", dir=target.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
        Path(name).replace(target)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def forget(digest: str, store: Path) -> None:
    """Remove all that was made from a drawing, such as one whose consent is withdrawn."""
    for file in (*store.glob(f"{digest}.*"), *store.glob(f"{digest}-*")):
        file.unlink(missing_ok=True)


def step_of(width_px: int, most: int) -> int:
    """Return the least step that is wide enough, at most the art's own width."""
    return next((step for step in STEPS if width_px <= step < most), most)

"""What is worked out once and remembered, in the user's cache folder; it may go at any time."""

from __future__ import annotations

import functools
import json
import os
import tempfile
from pathlib import Path
from typing import Any


@functools.cache
def _root() -> Path:
    given = os.environ.get("PALS_CACHE")
    if given:
        return Path(given)
    from platformdirs import user_cache_path

    return user_cache_path("pals", appauthor=False)


@functools.cache
def folder(name: str) -> Path:
    """Return the cache's folder of that name, which is there."""
    path = _root() / name
    path.mkdir(parents=True, exist_ok=True)
    return path


def write(path: Path, content: bytes) -> None:
    """Write the file whole or not at all: beside itself first, then by rename."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, beside = tempfile.mkstemp(dir=path.parent, prefix=".", suffix=".part")
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(content)
        Path(beside).chmod(0o644)
        Path(beside).replace(path)
    except BaseException:
        Path(beside).unlink(missing_ok=True)
        raise


def yaml_once(source: Path) -> dict[str, Any]:
    """Return the program's YAML file as plain data; parsed once, then known by size and date."""
    now = source.stat()
    kept = (
        folder("yaml") / f"{source.parent.name}-{source.stem}-{now.st_size}-{now.st_mtime_ns}.json"
    )
    try:
        found: dict[str, Any] = json.loads(kept.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        found = _parsed(source)
        write(kept, json.dumps(found, ensure_ascii=False).encode())
    return found


def _parsed(source: Path) -> dict[str, Any]:
    from ruamel.yaml import YAML

    with source.open(encoding="utf-8") as stream:
        content: dict[str, Any] = YAML(typ="safe", pure=True).load(stream)
    return content

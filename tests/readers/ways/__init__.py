"""The ways in which schools write their matrices: each builds a file and says what must be read."""

import importlib
import pkgutil
from dataclasses import dataclass
from typing import Any

WAYS: dict[str, "Way"] = {}


@dataclass(frozen=True)
class Way:
    """One way of writing: its file, the matrices to be read from it, and what must be said."""

    build: Any
    kind: str
    read: list[dict[str, Any]]
    said: tuple[str, ...] = ()
    values: tuple[str, ...] = ()
    arenas: tuple[str, ...] = ()
    file: str = "matriser"


def way(kind, read, *said, **more):
    """Keep a builder under its name, with what must be read from its file and said of it."""

    def keep(build):
        name = f"{kind}: {build.__name__.replace('_', ' ')}"
        assert name not in WAYS, name
        WAYS[name] = Way(build, kind, read if isinstance(read, list) else [read], said, **more)
        return build

    return keep


def all_ways():
    """Return every way of every module in this folder."""
    for found in pkgutil.iter_modules(__path__):
        importlib.import_module(f"{__name__}.{found.name}")
    return WAYS

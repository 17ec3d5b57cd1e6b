"""The formats: each file here turns a paper, or another format, into its own bytes.

A format's module opens with its summary and names its SUFFIX, the PAPERS that it paints, and with
MADE_FROM the format whose bytes it is made from instead ("": from the paper itself). One that holds
papers of certain sizes alone names them as SIZES.
"""

from __future__ import annotations

import functools
import importlib
import pkgutil
from collections.abc import Callable
from typing import Protocol, cast


class Format(Protocol):
    """What a format's module holds; importing one is light, painting with it need not be."""

    __doc__: str
    SUFFIX: str
    PAPERS: tuple[type, ...]
    MADE_FROM: str
    paint: Callable[..., bytes]


@functools.cache
def names() -> tuple[str, ...]:
    """Return the names of all formats."""
    return tuple(sorted(found.name for found in pkgutil.iter_modules(__path__)))


@functools.cache
def format(name: str) -> Format:
    """Return the format of that name."""
    if name not in names():
        raise LookupError(f"There is no format {name!r}.")
    return cast(Format, importlib.import_module(f"{__name__}.{name}"))


def summary(name: str) -> str:
    """Return what the format is, in one sentence."""
    return format(name).__doc__.splitlines()[0]


def suffix(name: str) -> str:
    """Return how the names of the format's files end, after the dot."""
    return format(name).SUFFIX


def paints(name: str, paper: type) -> bool:
    """Tell whether the format can be made of such a paper, straight or by way of another format."""
    form = format(name)
    return paints(form.MADE_FROM, paper) if form.MADE_FROM else paper in form.PAPERS


def holds(name: str, size: str) -> bool:
    """Tell whether the format can be made of papers of that size, such as "A4"."""
    sizes: tuple[str, ...] = getattr(format(name), "SIZES", ())
    return not sizes or size in sizes

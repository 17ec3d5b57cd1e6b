"""What is laid in, the words that places are known by, and what came of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from pipeline.problems import Phrase, Problem


@dataclass(frozen=True)
class Words:
    """The words that mark the place of the insert, in the language of the school.

    `title` names the insert; a marker is one of `marker` in double braces, such as
    {{ månedens_pals }}; `label` and `social` are lines after which the insert belongs.
    """

    title: str
    marker: tuple[str, ...]
    label: tuple[str, ...]
    social: tuple[str, ...]

    @classmethod
    def of(cls, facts: Mapping[str, Any]) -> Words:
        """Return the words that a language's facts give under `weekplan`."""
        lists = (tuple(map(str, facts[one])) for one in ("marker", "label", "social"))
        return cls(str(facts["title"]), *lists)


@dataclass(frozen=True)
class Insert:
    """An insert made for one width.

    `xml` is one block, a w:tbl that declares its own namespaces. Where a picture's relationship
    belongs it says {rid:NAME}, and where a number that nothing else in the file has, {docpr}.
    `pictures` are PNG or JPEG by NAME, which ends in .png or .jpg; `height` is in mm.
    """

    xml: str
    pictures: Mapping[str, bytes] = field(default_factory=dict)
    height: float = 0.0


Make = Callable[[float], Insert | None]
"""Makes the insert for a width in mm, or None where that is too narrow."""


@dataclass(frozen=True)
class Laid:
    """A week plan after the work: its bytes, where it was done, and advice."""

    content: bytes
    places: tuple[Phrase, ...] = ()
    notes: tuple[Problem, ...] = ()
    changed: bool = False

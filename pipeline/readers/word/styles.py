"""Knows a document's paragraph styles: which are headings, which lists, which hide their text."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
HEADING = re.compile(r"(?:heading|overskrift) ?(\d)|(title|tittel)$", re.IGNORECASE)
LIST = re.compile(r"(?:list(?!\w)|liste?\b|punktliste|nummerert liste)", re.IGNORECASE)
OFF = ("0", "false", "off")
LONGEST_CHAIN = 12


@dataclass(frozen=True)
class Styles:
    """What the styles say, by their ids; the title's level is 0."""

    levels: dict[str, int]
    lists: frozenset[str]
    hidden: frozenset[str]
    bold: frozenset[str]

    @classmethod
    def of(cls, element: Any) -> Styles:
        """Read the element that holds the styles; a style has what the one it is based on has."""
        found = {style.get(W + "styleId", ""): style for style in element.iter(W + "style")}
        chains = {name: _chain(name, found) for name in found}
        levels = {name: _level(chain) for name, chain in chains.items()}
        return cls(
            {name: level for name, level in levels.items() if level is not None},
            frozenset(name for name, chain in chains.items() if any(map(_is_list, chain))),
            frozenset(name for name, chain in chains.items() if _says(chain, "vanish")),
            frozenset(name for name, chain in chains.items() if _says(chain, "b")),
        )


def style_of(element: Any, kind: str = "pStyle") -> str:
    """Return the id of a paragraph's or a run's style."""
    properties = "pPr" if kind == "pStyle" else "rPr"
    style = element.find(f"{W}{properties}/{W}{kind}")
    return str(style.get(W + "val", "")) if style is not None else ""


def is_on(parent: Any, name: str) -> bool | None:
    """Tell whether properties turn something on or off, or say nothing of it."""
    found = parent.find(W + name) if parent is not None else None
    return None if found is None else found.get(W + "val", "1") not in OFF


def _chain(name: str, found: dict[str, Any]) -> list[Any]:
    chain: list[Any] = []
    while name in found and len(chain) < LONGEST_CHAIN:
        chain.append(found[name])
        based = found[name].find(W + "basedOn")
        name = based.get(W + "val", "") if based is not None else ""
    return chain


def _level(chain: list[Any]) -> int | None:
    for style in chain:
        match = HEADING.match(_name(style))
        if match:
            return int(match[1] or 0)
        outline = style.find(f"{W}pPr/{W}outlineLvl")
        if outline is not None and outline.get(W + "val", "") in set("012345678"):
            return int(outline.get(W + "val")) + 1
    return None


def _is_list(style: Any) -> bool:
    numbered = style.find(f"{W}pPr/{W}numPr/{W}numId") is not None
    heading = HEADING.match(_name(style)) is not None
    return (numbered and not heading) or LIST.match(_name(style)) is not None


def _says(chain: list[Any], name: str) -> bool:
    said = (is_on(style.find(W + "rPr"), name) for style in chain)
    return next((one for one in said if one is not None), False)


def _name(style: Any) -> str:
    name = style.find(W + "name")
    return str(name.get(W + "val", "")) if name is not None else ""

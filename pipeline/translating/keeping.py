"""Lays translations into a language's file, and changes not one letter more there."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from pipeline import readers
from pipeline.intake import translate
from pipeline.problems import Faults, Gathered, Sourced, fault, phrase
from pipeline.readers.door import Source
from pipeline.readers.letters import tidy
from pipeline.readers.yaml_file import load

# What YAML reads as the words that they are; all else goes in quotation marks.
PLAIN = re.compile(r"[^\W\d_][^:#\"'\\{}\[\]\x00-\x1f\u0085\u200b-\u200f\u2028\u2029&*!|>%@`]*")
NO_WORDS = {"true", "false", "null", "yes", "no", "on", "off", "y", "n"}
FIRST, OLD, KEY = range(3)
Section = tuple[str, str, str]


@dataclass(frozen=True)
class Kept:
    """What is to be laid in: new translations, which of the old are of no use now, and late ones.

    Late ones came for texts that the school has changed in the meantime.
    """

    changes: Mapping[str, str]
    stale: frozenset[str]
    late: Mapping[str, str]


def merged(path: Path, kept: Kept, section: Section) -> str:
    """Return the file's content with all of it laid in; Faults where it can't be done surely."""
    text = path.read_bytes().decode("utf-8-sig") if path.exists() else f"# {section[FIRST]}\n"
    before = _loaded(path, text)
    made = "".join(_lines(text, before, kept, section))
    wanted = _wanted(before, kept)
    try:
        sure = _said(_loaded(path, made)) == wanted
    except Faults:
        sure = False
    if not sure:
        what = phrase("the file is written in a way we can't change.")
        raise fault(before.place, what, phrase("Write each text and its translation on one line."))
    return made


def _loaded(path: Path, text: str) -> readers.Node:
    source = Source(path, text.encode())
    content = load(source)
    return content if isinstance(content, readers.Node) else readers.Node(source.place)


def _said(node: readers.Node) -> tuple[dict[str, str], dict[str, str]]:
    """Return what the file says: its translations, and those that are outdated."""
    key = translate.outdated(node)
    aside = {tidy(str(text)): tidy(str(words)) for text, words in node[key].items()} if key else {}
    now = translate.pairs(node, Gathered())
    return {str(text): str(words) for text, words in now.items()}, aside


def _wanted(node: readers.Node, kept: Kept) -> tuple[dict[str, str], dict[str, str]]:
    now, aside = _said(node)
    old = {text: words for text, words in now.items() if text in kept.stale}
    left = {text: words for text, words in now.items() if text not in kept.stale}
    aside = {text: words for text, words in aside.items() if text not in kept.changes}
    return {**left, **kept.changes}, {**aside, **old, **kept.late}


def _lines(text: str, node: readers.Node, kept: Kept, section: Section) -> Iterator[str]:
    """Yield the lines of the new file: as they were, changed where they stand, new ones last."""
    end = "\r\n" if "\r\n" in text else "\n"
    lines = [line if line.endswith("\n") else line + end for line in text.splitlines(keepends=True)]
    key = translate.outdated(node)
    cut = _start(node, key) if key else len(lines)
    while key and cut and lines[cut - 1].startswith("#"):
        cut -= 1
    spans = _spans(node, lines, key, cut)
    at = 0
    for text_there, first, last in spans:
        yield from lines[at:first]
        at = last
        if text_there in kept.changes:
            yield f"{_pair(text_there, kept.changes[text_there])}{end}"
        elif text_there not in kept.stale:
            yield from lines[first:last]
    yield from lines[at:cut]
    there = {text_there for text_there, _, _ in spans}
    fresh = [pair for pair in kept.changes.items() if pair[0] not in there]
    if fresh and cut and lines[cut - 1].strip() and not lines[cut - 1].startswith("#"):
        yield end
    yield from (f"{_pair(*pair)}{end}" for pair in fresh)
    _, aside = _wanted(node, kept)
    if aside:
        heading = lines[cut : _start(node, key)] if key else [f"# {section[OLD]}{end}"]
        yield from ([end] if fresh or not key else [])
        yield from heading
        yield f"{key or section[KEY]}:{end}"
        yield from (f"  {_pair(*pair)}{end}" for pair in aside.items())


def _spans(
    node: readers.Node, lines: list[str], outdated: str | None, cut: int
) -> list[tuple[str, int, int]]:
    """Return each text in the file with its first line and the one after its last, from 0."""
    starts = sorted((_start(node, key), tidy(str(key))) for key in node if key != outdated)
    starts = [one for one in starts if one[0] < cut]
    found = []
    for number, (first, text) in enumerate(starts):
        last = starts[number + 1][0] if number + 1 < len(starts) else cut
        while last > first + 1 and (not lines[last - 1].strip() or lines[last - 1][0] == "#"):
            last -= 1
        found.append((text, first, last))
    return found


def _start(node: readers.Node, key: object) -> int:
    """Return the line that a key begins in, from 0."""
    own = next(one for one in node if one == key)
    place = own.place if isinstance(own, Sourced) else node.place_of(key)
    return int(dict(place.steps)["line"]) - 1 if place else 0


def _pair(text: str, words: str) -> str:
    return f"{_scalar(text)}: {_scalar(words)}"


def _scalar(words: str) -> str:
    """Return the words as YAML reads them: plain where it can be, else in quotation marks."""
    plain = PLAIN.fullmatch(words) and words.casefold() not in NO_WORDS and words == words.strip()
    return words if plain else json.dumps(words, ensure_ascii=False)

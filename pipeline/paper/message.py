"""A message to send in plain words: its parts as a text that runs on, without any look."""

from __future__ import annotations

from collections.abc import Iterable
from typing import cast

from pipeline.language import Language
from pipeline.paper import sentence
from pipeline.paper.flow import Flow, Kind, Words
from pipeline.paper.theme import Look
from pipeline.problems import Phrase

SIZE = 12.0


def message(parts: Iterable[tuple[str, Phrase | str]], language: Language, look: Look) -> Flow:
    """Return the parts as a text, each with its kind: title, heading, item or paragraph."""
    letters = look.letters("cell", SIZE)
    blocks = tuple(
        Words(
            sentence.runs(said, language, letters), cast(Kind, kind), 2 if kind == "heading" else 0
        )
        for kind, said in parts
    )
    title = next(block.text for block in blocks if block.kind == "title")
    return Flow(title, language.code, blocks, rtl=language.rtl)

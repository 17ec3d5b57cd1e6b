"""Plain text that stands alone: to paste into Vigilo, itslearning, Teams or an e-mail."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from pipeline.paper.flow import Flow, Words, walk
from pipeline.paper.sheet import Picture

SUFFIX = "txt"
PAPERS = (Flow,)
MADE_FROM = ""
SOFT = "\u00ad"
FROM_THE_RIGHT = (
    "\u200f"  # begins each line of a paper that does: a phone would ask its first letter
)


def paint(paper: Flow, pictures: Callable[[Picture, float], Path]) -> bytes:
    """Return the paper's words, with an empty line before each paragraph and heading."""
    lines: list[str] = []
    before = None
    for words in (one for one in walk(paper) if isinstance(one, Words) and one.text.strip()):
        together = words.kind == "item" and before in ("item", "heading")
        if lines and not together:
            lines.append("")
        mark = (FROM_THE_RIGHT if paper.rtl else "") + ("– " if words.kind == "item" else "")
        lines.append(mark + words.text.replace(SOFT, "").strip())
        before = words.kind
    return ("\n".join(lines) + "\n").encode("utf-8")

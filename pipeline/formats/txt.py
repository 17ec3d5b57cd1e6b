"""Plain text that stands alone: to paste into Vigilo, itslearning, Teams or an e-mail."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from pipeline.paper.flow import Block, Count, Flow, Run, Table, Words
from pipeline.paper.sheet import Picture

SUFFIX = "txt"
PAPERS = (Flow,)
MADE_FROM = ""
SOFT, LEFTWARDS = "\u00ad", "\u200f"
DASH, BETWEEN = "– ", " | "
ROW = "row"
PLAIN = re.compile(r"^(?:https?://(?:www\.)?|mailto:|tel:)|/$")


def paint(paper: Flow, pictures: Callable[[Picture, float], Path]) -> bytes:
    """Return the paper's words, with an empty line before each paragraph and heading."""
    lines: list[str] = []
    before = ""
    for kind, text in _said((*paper.head, *paper.blocks, *paper.foot)):
        together = kind == "item" and before in ("item", "heading") or kind == before == ROW
        if lines and not together:
            lines.append("")
        lines += text.split("\n")
        before = kind
    if paper.rtl:
        lines = [_marked(line) for line in lines]
    return ("\n".join(lines) + "\n").encode("utf-8")


def _said(blocks: Iterable[Block]) -> Iterator[tuple[str, str]]:
    """Yield all that is said, each with its kind; a table with names for its columns row by row."""
    for block in blocks:
        if isinstance(block, Words):
            text = _text(block)
            if text:
                yield block.kind, _mark(block) + text
        elif isinstance(block, Table) and block.laid:
            for row in block.rows:
                for cell in row:
                    yield from _said(cell.blocks)
        elif isinstance(block, Table):
            for row in block.rows:
                cells = [", ".join(text for _, text in _said(cell.blocks)) for cell in row]
                if any(cells):
                    yield ROW, BETWEEN.join(cells).replace("\n", " ").strip()


def _mark(words: Words) -> str:
    """Return what an item begins with."""
    if words.kind != "item":
        return ""
    return f"{words.number}. " if words.number else DASH


def _text(words: Words) -> str:
    """Return the words with their links; what counts pages says nothing where there are none."""
    if any(isinstance(one, Count) for one in words.runs):
        return ""
    runs = [run for run in words.runs if isinstance(run, Run)]
    out = ""
    for at, run in enumerate(runs):
        out += run.text
        ends = at + 1 == len(runs) or runs[at + 1].link != run.link
        if run.link and ends and _bare(run.link) not in _bare(words.text):
            out = f"{out.rstrip(': ')}: {re.sub(r'^(?:mailto|tel):', '', run.link)}"
            out += " " if at + 1 < len(runs) and runs[at + 1].text[:1].isalnum() else ""
    lines = (re.sub(r"[ \t]+", " ", line).strip() for line in out.replace(SOFT, "").split("\n"))
    return "\n".join(filter(None, lines))


def _bare(address: str) -> str:
    """Return an address as it is often written."""
    return PLAIN.sub("", PLAIN.sub("", address.casefold()))


def _marked(line: str) -> str:
    """Return the line so that programs that go by its first letter set it from right to left."""
    kinds = (unicodedata.bidirectional(letter) for letter in line)
    first = next((kind for kind in kinds if kind in ("L", "R", "AL")), "R")
    return LEFTWARDS + line if first == "L" else line

"""Words that are wider than their column of a table are told where they may be divided.

Word divides no words of itself: it ends the line between any two letters.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from pipeline.formats.docx.furniture import INDENT
from pipeline.formats.docx.looks import BOLD
from pipeline.formats.docx.typefaces import BOLD as HEAVY
from pipeline.formats.docx.typefaces import REGULAR
from pipeline.paper.fit import SOFT, divider
from pipeline.paper.flow import Block, Cell, Count, Flow, Mark, Run, Table, Words
from pipeline.paper.fonts import MM_PER_POINT, face

LETTERS = re.compile(r"[^\W\d_]{6,}")
SURE = 0.97  # another program may set the same word so much wider


def parted(flow: Flow) -> Flow:
    """Return the paper with soft hyphens in the words that are wider than their cells."""
    return replace(flow, blocks=tuple(_block(one, flow.language) for one in flow.blocks))


def _block(block: Block, language: str) -> Block:
    if not isinstance(block, Table):
        return block
    rows = tuple(
        tuple(_cell(cell, wide, language) for cell, wide in zip(row, block.widths, strict=True))
        for row in block.rows
    )
    return replace(block, rows=rows)


def _cell(cell: Cell, wide: float, language: str) -> Cell:
    room = (wide - 2 * cell.pad[0]) * SURE
    blocks = (_words(one, room, language) if isinstance(one, Words) else one for one in cell.blocks)
    return replace(cell, blocks=tuple(blocks))


def _words(words: Words, room: float, language: str) -> Words:
    runs = tuple(_runs(words, room, language))
    return words if runs == words.runs else replace(words, runs=runs)


def _runs(words: Words, room: float, language: str) -> Iterator[Run | Mark | Count]:
    before = 0.0  # the width of the mark that the next word stays with
    for one in words.runs:
        if not isinstance(one, Run):
            before = one.side if isinstance(one, Mark) else 0.0
            yield one
            continue
        size = one.letters.size
        own = face(one.letters.family, HEAVY if one.letters.weight >= BOLD else REGULAR)
        aside = INDENT * size * MM_PER_POINT if words.kind == "item" else 0.0
        told = []
        for part in one.text.split(" "):
            if own.width(part, size, one.letters.tracking) + before + aside > room:
                part = _divided(part, one.language or language)
            told.append(part)
            before = 0.0
        yield replace(one, text=" ".join(told))


def _divided(part: str, language: str) -> str:
    """Return the part with soft hyphens where its language divides it; those it has are enough."""

    def cut(found: re.Match[str]) -> str:
        word = found[0]
        cuts = [0, *divider(language)(word), len(word)]
        return SOFT.join(word[start:end] for start, end in zip(cuts, cuts[1:], strict=False))

    return part if SOFT in part else LETTERS.sub(cut, part)

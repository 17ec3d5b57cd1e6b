"""Looks a text that runs on over before it is painted: all that it finds is our own fault."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.paper.flow import Figure, Flow, Run, Sketch, Table, Words, walk
from pipeline.paper.fonts import letters_without_a_face

LAST_LEVEL = 6
SLACK = 0.2  # mm


def flow_faults(flow: Flow) -> list[str]:
    """Return what is wrong with the paper, a sentence each."""
    found = [] if flow.title.strip() and flow.language else ["The paper has no title or language."]
    found += _headings(flow)
    for block in walk(flow):
        found += _words(block) if isinstance(block, Words) else _picture(block)
    for table in (one for one in flow.blocks if isinstance(one, Table)):
        found += _table(flow, table)
    return found


def _headings(flow: Flow) -> Iterator[str]:
    words = [one for one in walk(flow) if isinstance(one, Words)]
    titles = [one for one in words if one.kind == "title"]
    if len(titles) != 1:
        yield f"There are {len(titles)} titles."
    level = 1
    for one in words:
        if one.kind == "heading":
            if not 2 <= one.level <= min(level + 1, LAST_LEVEL):
                yield f'"{one.text}" has level {one.level} after level {level}.'
            level = one.level


def _words(words: Words) -> Iterator[str]:
    marks = any(not isinstance(one, Run) for one in words.runs)
    if not words.text.strip() and (not marks or words.kind != "paragraph"):
        yield f"A {words.kind} is empty."
    for run in words.runs:
        if isinstance(run, Run):
            lacking = letters_without_a_face(run.text, [run.letters.family])
            if lacking:
                yield f'"{run.text}" has letters without a face: {" ".join(sorted(lacking))}.'


def _picture(picture: Figure | Sketch) -> Iterator[str]:
    if isinstance(picture, Figure) and not picture.alt.strip():
        yield "A figure has no words for those who can't see it."


def _table(flow: Flow, table: Table) -> Iterator[str]:
    left, _, right, _ = flow.margins
    if table.width > flow.page[0] - left - right + SLACK:
        yield f"A table is {table.width:.1f} mm wide, and the page has less."
    lengths = {len(row) for row in table.rows} | {len(table.widths)}
    if len(lengths) > 1:
        yield "A table has rows of different lengths."
    for row in table.rows:
        for cell, wide in zip(row, table.widths, strict=False):
            for block in cell.blocks:
                if not isinstance(block, Words) and block.width > wide - 2 * cell.pad[0] + SLACK:
                    yield f"A figure is {block.width:.1f} mm wide, and its cell has less."

"""What stays on one line: a number and its word, a day and its month, a sign and its name.

Where we end the lines ourselves we ask `holds`; programs that end them have no-break spaces. Text
to paste elsewhere has none: it is sent on to programs that may not know them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from pipeline.paper.flow import Block, Cell, Count, Flow, Mark, Run, Table, Words

SPACE = re.compile("[ \u2000-\u2006\u2008-\u200a\u3000\u200b]+")
NO_BREAK = "\u00a0"
# No line ends between a word and what follows it: kl. 18.00, 8. februar, 5 trinn, 90 00 00 00, –
SHORT = re.compile(r"(?:(?<!\w)(?:kl|nr|ca|tlf|s)\.|\d\.)$", re.IGNORECASE)
COUNT = re.compile(
    r"(?<![\w.:])(?<!uke )(?<!veke )(?<!week )[\d\u0660-\u0669\u06f0-\u06f9]{1,2}$", re.IGNORECASE
)
WEEK = re.compile(r"(?<!\w)(?:uke|veke|week)$", re.IGNORECASE)
CLOCK = re.compile(r"\d{1,2}[.:]\d\d(?!\d)")
FIGURES = re.compile(r"[\d+]\d*$")
BEFORE = 8  # letters that tell


def holds(text: str, space: re.Match[str]) -> bool:
    """Tell whether the words at both sides of the space stay together."""
    before, after = text[max(0, space.start() - BEFORE) : space.start()], text[space.end() :]
    if not after or not before or "\u200b" in space[0]:
        return False
    if after.startswith(("– ", "— ")):
        return True
    if FIGURES.search(before) and re.match(r"\d\d", after):
        return True
    if (before[-1].isalpha() or before[-1] == ".") and CLOCK.match(after):
        return True
    if WEEK.search(before) and after[0].isdigit():
        return True
    known = SHORT.search(before) or COUNT.search(before)
    return bool(known) and not after[0].isupper() and after[0].isalnum()


def held(flow: Flow) -> Flow:
    """Return the paper with no-break spaces where its lines must not end."""
    return replace(
        flow,
        blocks=tuple(map(_block, flow.blocks)),
        head=tuple(map(_block, flow.head)),
        foot=tuple(map(_block, flow.foot)),
    )


def _block(block: Block) -> Block:
    match block:
        case Words():
            return held_in(block)
        case Table():
            return replace(block, rows=tuple(tuple(map(_cell, row)) for row in block.rows))
    return block


def _cell(cell: Cell) -> Cell:
    blocks = (held_in(one) if isinstance(one, Words) else one for one in cell.blocks)
    return replace(cell, blocks=tuple(blocks))


def held_in(words: Words) -> Words:
    """Return the words with no-break spaces where a line must not end, and after each mark."""
    text = "".join(one.text if isinstance(one, Run) else "\ufffc" for one in words.runs)
    places = set(_places(text, words))
    if not places:
        return words
    runs: list[Run | Mark | Count] = []
    at = 0
    for one in words.runs:
        if not isinstance(one, Run):
            runs.append(one)
            at += 1
            continue
        own = "".join(
            NO_BREAK if at + number in places else letter for number, letter in enumerate(one.text)
        )
        runs.append(one if own == one.text else replace(one, text=own))
        at += len(one.text)
    return replace(words, runs=tuple(runs))


def _places(text: str, words: Words) -> Iterator[int]:
    """Yield the places of the spaces, each alone, that no line may end at."""
    marks, at = set(), 0
    for one in words.runs:
        at += len(one.text) if isinstance(one, Run) else 1
        if isinstance(one, Mark):
            marks.add(at)
    for space in SPACE.finditer(text):
        alone = space[0] == " "
        if alone and (space.start() in marks or holds(text, space)):
            yield space.start()

"""Tell of text that does not fit even at its smallest: which it is, and how much to cut."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from pipeline.paper.fit import SOFT, needs, room_for, words_in
from pipeline.paper.style import Style
from pipeline.problems import Gathered, phrase, place_of


@dataclass(frozen=True, slots=True)
class Room:
    """Where some texts must go: in a column so wide and high, at no less than `floor` pt."""

    texts: tuple[str, ...]
    style: Style
    floor: float
    wide: float
    high: float

    def holds(self, texts: Sequence[str]) -> bool:
        """Tell whether the texts fit at the floor."""
        need = needs(texts, self.style, self.floor, self.wide)
        return need is not None and need <= self.high + 1e-6


def cut(texts: Sequence[str], fits: Callable[[Sequence[str]], bool]) -> int:
    """Return how many characters must go, each from the end of the longest text, for all to fit."""
    left, gone = list(texts), 0
    while left and not fits(left):
        at = max(range(len(left)), key=lambda one: len(left[one]))
        shorter = left[at][:-1].rstrip()
        gone += len(left[at]) - len(shorter)
        if shorter:
            left[at] = shorter
        else:
            del left[at]
    return gone


def too_wide(
    texts: Iterable[str], style: Style, size: float, wide: float
) -> Iterator[tuple[str, str, int]]:
    """Yield each word wider than the column, once: its text, itself, and its letters too many."""
    room = room_for(style, size, wide)
    met: set[str] = set()
    for text in texts:
        for word in text.split():
            if word in met or words_in(word, style, room) is not None:
                continue
            met.add(word)
            keep = word
            while keep and words_in(keep, style, room) is None:
                keep = keep[:-1]
            yield text, word.replace(SOFT, ""), len(word) - len(keep)


def tell(room: Room, where: str, paper: str, problems: Gathered) -> bool:
    """Note what to cut for the texts to fit in the room; return whether there was any need."""
    wide = list(too_wide(room.texts, room.style, room.floor, room.wide))
    for text, word, over in wide:
        what = phrase(
            'The word "{word}" is too long for {where} on {paper}.',
            word=word,
            where=where,
            paper=paper,
        )
        mend = phrase("Choose a word shorter by {cut}, or print on larger paper.", cut=over)
        problems.error(place_of(text), what, mend)
    if wide:
        return True
    if room.holds(room.texts):
        return False
    longest = max(room.texts, key=len)
    over = cut(room.texts, room.holds)
    what = phrase(
        'The text for {where} does not fit on {paper} in letters that can be read: "{line}".',
        where=where,
        paper=paper,
        line=longest,
    )
    mend = phrase("Cut {cut} of its characters, or print on larger paper.", cut=over)
    if len(room.texts) > 1:
        mend = phrase("Cut {cut} of the cell's characters, or print on larger paper.", cut=over)
    problems.error(place_of(longest), what, mend)
    return True

"""Tell of text that does not fit even at its smallest: which it is, and how much to cut."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.paper.fit import Style, cut, needs, too_wide
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

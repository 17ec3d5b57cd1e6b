"""How hard a text is to read: LIX, and its hardest sentence."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

LONG = 6  # letters; a word with more is a long one
LIX_GOOD, LIX_WARN, LIX_ERROR = 30, 35, 45
TOLD_OF = 8  # words; a shorter sentence is told of as the hardest only where there is no other
WORD = re.compile(r"[^\W_]+(?:[-’'][^\W_]+)*")
# A sentence ends with . ! ? or :, but after a number only where a capital letter follows.
END = re.compile(r"(?:(?<=[!?:])|(?<=[^\d\s]\.))[»”\")]*\s+|(?<=\d\.)\s+(?=[A-ZÆØÅ])")
SHORTENED = re.compile(r"\b(kl|ca|bl\.?\s?a|f\.?\s?eks|osv|nr|tlf|mob|dvs|m\.?\s?m)\.", re.I)


@dataclass(frozen=True)
class Reading:
    """What was counted in a text."""

    words: int
    sentences: int
    long_words: int
    hardest: str

    @property
    def lix(self) -> float:
        """Words a sentence, and how many of a hundred words are long (Björnsson 1968)."""
        if not self.words:
            return 0.0
        return self.words / self.sentences + 100 * self.long_words / self.words


def sentences(text: str) -> list[str]:
    """Return the sentences of a paragraph, a heading or an item, as they are written."""
    whole = SHORTENED.sub(lambda one: one[0].replace(".", "\0"), text)
    parts = (part.strip().replace("\0", ".") for part in END.split(whole))
    return [part for part in parts if WORD.search(part)]


def reading(texts: Iterable[str]) -> Reading:
    """Return what there is to count in paragraphs, headings and items, each a text of its own."""
    found = [one for text in texts for one in sentences(text)]
    counted = [_counted(one) for one in found]
    pairs = zip(found, counted, strict=True)
    some = [sentence for sentence, (words, _) in pairs if words >= TOLD_OF]
    hardest = max(some or found, key=_hardness, default="")
    words, long_words = (sum(one[at] for one in counted) for at in (0, 1))
    return Reading(words, len(found), long_words, hardest)


def _counted(sentence: str) -> tuple[int, int]:
    words = WORD.findall(sentence)
    return len(words), sum(len(re.sub(r"[-’']", "", word)) > LONG for word in words)


def _hardness(sentence: str) -> float:
    words, long_words = _counted(sentence)
    return words + 100 * long_words / max(words, 1)

"""Guesses a school's målform by the words that only one of the two forms has."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


WORDS = {
    "nb": _set(
        "jeg ikke fra hva hvem hvor hvordan hvis hverandre noen noe mye gjør hjem være også sier"
        " tar holder kommer setter følger henger skole skolen skolens skolegården skoleveien"
        " venter lytter snakker rydder vasker pakker kaster passer leker takker hilser banker åpner"
        " mens uten bare sammen voksne elever forskjell vennlig hyggelig sulten"
    ),
    "nn": _set(
        "eg ikkje frå kva kven kvar korleis viss kvarandre nokon noko mykje gjer heim vere òg seier"
        " tek held kjem følgjer hengjer skule skulen skulens skulegarden skulevegen"
        " ventar lyttar snakkar ryddar vaskar pakkar kastar passar leikar takkar helsar bankar"
        " opnar medan utan berre saman vaksne elevar skilnad venleg hyggeleg svolten"
    ),
}
# Endings that only nynorsk has, but for the words that bokmål ends so.
ENDINGS = {"nn": re.compile(r"\w{3,}(?:ane|ar)")}
BOTH = re.compile(
    r"\w*(?:svar|klar|deltar|mottar|varetar|foretar|overtar|gjentar|seminar|dollar|radar|basar"
    r"|gitar|kaviar|hangar|altar|vikar|singular|membrane|organe)"
)
CLEARLY = 2  # how many times as many words the one form must have as the other


@dataclass(frozen=True)
class Guess:
    """A målform, the word or ending that told it most often, and how often that was."""

    language: str
    word: str
    count: int


def guessed(texts: Iterable[str]) -> Guess | None:
    """Return the målform that the texts are clearly written in, or None where it is not clear."""
    found = counted(texts)
    sums = {code: counts.total() for code, counts in found.items()}
    most, least = sorted(sums, key=lambda code: -sums[code])
    if sums[most] < max(1, CLEARLY * sums[least]):
        return None
    word, count = found[most].most_common(1)[0]
    return Guess(most, word, count)


def counted(texts: Iterable[str]) -> dict[str, Counter[str]]:
    """Return for each målform how often each of its own words stands in the texts."""
    found: dict[str, Counter[str]] = {code: Counter() for code in WORDS}
    words = Counter(word for text in texts for word in re.findall(r"\w+", text.casefold()))
    for word, count in words.items():
        homes = [code for code in WORDS if word in WORDS[code]]
        if not homes and not BOTH.fullmatch(word):
            homes = [code for code, ends in ENDINGS.items() if ends.fullmatch(word)]
        if len(homes) == 1:
            found[homes[0]][word] += count
    return found

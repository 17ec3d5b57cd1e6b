"""An expectation turned into what an adult says to the child who does it: "Jeg ser at du …"."""

from __future__ import annotations

from collections.abc import Mapping

from pipeline.language import Language
from pipeline.wording.speech import words_of


def noticed(line: str, tongue: Language) -> str:
    """Return "I see that you …" for a line of I or we; an opening to go on from for any other."""
    second: Mapping[str, Mapping[str, str]] = tongue.facts["second_person"]
    opener, *rest = line.strip().rstrip(".!").split() or [""]
    opener = opener.casefold().replace("’", "'")
    turned = second.get(opener)
    if not turned or not rest:
        return tongue.say("I saw that you …")
    if len(rest) > 1 and rest[1].casefold() in tongue.facts["early_adverbs"]:
        rest[:2] = rest[1], rest[0]
    does = " ".join(_turned(word, turned) for word in rest)
    return tongue.say("I see that {you} {does}.", you=turned[opener], does=does)


def _turned(word: str, pairs: Mapping[str, str]) -> str:
    """Return the word as it is said to another, the signs around it kept."""
    plain = "".join(words_of(word))
    return word.casefold().replace(plain, pairs[plain]) if plain in pairs else word

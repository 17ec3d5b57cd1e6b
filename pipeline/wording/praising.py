"""An expectation turned into what an adult says to the child who does it: "Jeg ser at du …"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from pipeline.language import Language
from pipeline.wording.speech import spaced, words_of


def noticed(line: str, tongue: Language) -> str:
    """Return "I see that you …" for a line of I or we; an opening to go on from for any other."""
    opener, rest, turned = _opened(line, tongue)
    if not turned or not rest:
        return tongue.say("I saw that you …")
    if len(rest) > 1 and rest[1].casefold() in tongue.facts["early_adverbs"]:
        rest[:2] = rest[1], rest[0]
    does = " ".join(_turned(word, turned) for word in rest)
    return tongue.say("I see that {you} {does}.", you=turned[opener], does=does)


def discreet(line: str, tongue: Language) -> str:
    """Return "I saw what you did." for the line: it names nobody whom it was done for."""
    opener, _, turned = _opened(line, tongue)
    if turned:
        return tongue.say("I saw what {you} did.", you=turned[opener])
    return tongue.say("I saw what you did.")


def points_out(line: str, tongue: Language) -> bool:
    """Tell whether praise of the line may point out another child, such as one who is alone."""
    trouble: Mapping[str, Sequence[str]] = tongue.facts["in_trouble"]
    said = spaced(words_of(line)) + " "
    for one in trouble["unless"]:
        said = said.replace(f" {one} ", " ")
    return any(f" {one}" in said for one in trouble["words"])


def _opened(line: str, tongue: Language) -> tuple[str, list[str], Mapping[str, str] | None]:
    """Return the line's first word, the others, and how those of its person are turned about."""
    second: Mapping[str, Mapping[str, str]] = tongue.facts["second_person"]
    opener, *rest = line.strip().rstrip(".!").split() or [""]
    opener = opener.casefold().replace("’", "'")
    return opener, rest, second.get(opener)


def _turned(word: str, pairs: Mapping[str, str]) -> str:
    """Return the word as it is said to another, the signs around it kept."""
    plain = "".join(words_of(word))
    return word.casefold().replace(plain, pairs[plain]) if plain in pairs else word

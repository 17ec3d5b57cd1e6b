"""Turns a line about so that it says what I or we do: "Vent på tur" becomes "Jeg venter på tur".

It is done only where it is sure: with verbs that the language lists, and with no word left that
may be a verb in another form.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from pipeline.wording.speech import Speech, words_of

SIGNS = re.compile(r"[.!?:;()\"/«»“”–—…]|\s-\s")


@dataclass(frozen=True)
class Opening:
    """Who does it, the words that come after, and what the words for "yours" turn into."""

    person: str
    rest: tuple[str, ...]
    owners: Mapping[str, str]
    said: bool


def turned(text: str, speech: Speech) -> str | None:
    """Return the line in the first person and the present, or None where it is not sure."""
    words = text.strip().rstrip(" .!").split()
    if words and _word(words[0]) in speech.listed("to"):
        words = words[1:]
    if len(words) < 2 or SIGNS.search(" ".join(words)) or text.isupper():  # noqa: PLR2004
        return None
    opening = _opening(words, speech)
    rest = _now(opening, speech)
    owned = list(_owned(rest, opening.owners, speech)) if rest else [None]
    if None in owned:
        return None
    line = " ".join([opening.person, *map(str, owned)])
    return line[0].upper() + line[1:]


def shortened(text: str, speech: Speech) -> str:
    """Return the line without the words that can be spared."""
    for filler in speech.facts["fillers"]:
        text = re.sub(rf"\s+{re.escape(filler)}\b", "", text, flags=re.IGNORECASE)
    return text


def parted(text: str, speech: Speech) -> tuple[str, str] | None:
    """Return a line of two parts as two lines, where each part has its verb."""
    first = text.split()[0] if text.split() else ""
    if first.casefold() not in speech.pronouns:
        return None
    for match in re.finditer(f",? {re.escape(speech.facts['connectors'][0])} ", text):
        rest = text[match.end() :]
        begins = words_of(rest)[0] if words_of(rest) else ""
        if _inside(text[: match.start()].split(), speech):
            return None
        if begins in speech.pronouns:
            return text[: match.start()], rest[0].upper() + rest[1:]
        if begins in speech.presents:
            return text[: match.start()], f"{first} {rest}"
    return None


def replaced(text: str, speech: Speech) -> str:
    """Return the line with a short word for each long one that the language lists."""
    for long, short in speech.pairs("shorter").items():
        text = re.sub(rf"\b{re.escape(long)}\b", short, text, flags=re.IGNORECASE)
    return text[:1].upper() + text[1:]


def _word(written: str) -> str:
    return written.casefold().strip(",")


def _opening(words: Sequence[str], speech: Speech) -> Opening:
    """Return who does it: the person named, or I, or we where something is done to one another."""
    one, several = speech.persons[:2]
    small = [_word(word) for word in words]
    if small[0] in (one.casefold(), several.casefold()):
        return Opening(words[0], tuple(words[1:]), {}, True)
    for count in (2, 1):
        person = speech.pairs("others").get(" ".join(small[:count]))
        if person:
            owners = speech.pairs("yours" if person == one else "ours")
            return Opening(person, tuple(words[count:]), owners, True)
    if not speech.listed("together").isdisjoint(small):
        return Opening(several, tuple(words), speech.pairs("ours"), False)
    own = "yours" if small[0] in speech.imperatives else "mine"
    return Opening(one, tuple(words), speech.pairs(own), False)


def _now(opening: Opening, speech: Speech) -> list[str] | None:
    """Return the words after the person with their verbs in the present."""
    if not opening.rest:
        return None
    first, *rest = opening.rest
    verb = _word(first)
    if opening.said and verb in speech.listed("modals"):
        return _without_modal(rest, speech)
    if opening.said and verb in speech.first_words.values():
        return [verb, *rest]
    if opening.said:
        present = speech.infinitives.get(verb)
        return [present, *rest] if present else None
    asked = verb in speech.imperatives or verb in speech.infinitives
    if verb in speech.listed("nouns"):
        follower = _word(rest[0]) if rest else ""
        if not asked or follower in speech.listed("noun_followers"):
            return None
    if verb not in speech.first_words or verb in speech.listed("never"):
        return None
    forms = speech.imperatives if verb in speech.imperatives else speech.first_words
    comma = "," if first.endswith(",") else ""
    return _all_now([forms[verb] + comma, *rest], speech, forms)


def _without_modal(rest: Sequence[str], speech: Speech) -> list[str] | None:
    """Return "venter på tur" for the "vente på tur" of "Jeg skal vente på tur"."""
    before = [word for word in rest[:1] if _word(word) in speech.listed("adverbs")]
    after = rest[len(before) :]
    if not after or _word(after[0]) not in speech.infinitives:
        return None
    words = [speech.infinitives[_word(after[0])], *before, *after[1:]]
    return _all_now(words, speech, speech.infinitives)


def _all_now(words: Sequence[str], speech: Speech, forms: Mapping[str, str]) -> list[str] | None:
    """Return the words with the verbs after "og", or in a row with commas, in the present too."""
    found = [words[0]]
    asks_only = speech.imperatives.keys() - speech.infinitives.keys() - speech.presents
    row = True
    for at, (before, word) in enumerate(zip(words, words[1:], strict=False), 1):
        small = _word(word)
        joins = _word(before) in speech.listed("connectors")
        if small in speech.listed("connectors"):
            found.append(word)
        elif joins or before.endswith(","):
            now = _joined(small, speech, forms)
            turns = now != small
            if now is None or (turns and (_inside(words[:at], speech) or not (joins or row))):
                return None
            found.append(now + "," * word.endswith(",") if turns else word)
            row = row and turns
        elif small in asks_only - speech.listed("nouns") - speech.listed("not_verbs"):
            return None
        else:
            found.append(word)
            row = False
    return found


def _inside(words: Sequence[str], speech: Speech) -> bool:
    """Tell whether what comes after the words may belong to a clause that they have begun."""
    small = set(map(_word, words))
    return any(small & speech.listed(name) for name in ("conjunctions", "clauses", "to", "modals"))


def _joined(small: str, speech: Speech, forms: Mapping[str, str]) -> str | None:
    """Return a word after "og" in the present if it is a verb, as it is if not, or None."""
    if small in speech.listed("nouns"):
        return None
    if small in forms:
        return forms[small]
    unsure = small in speech.first_words
    return small if not unsure and small.endswith(tuple(speech.facts["safe_endings"])) else None


def _owned(words: Sequence[str], owners: Mapping[str, str], speech: Speech) -> Iterator[str | None]:
    """Yield the words with mine for yours; None for one that nobody can be sure of."""
    them = not speech.listed("them").isdisjoint(map(_word, words))
    before = ""
    for word in words:
        small = _word(word)
        comma = "," if word.endswith(",") else ""
        if small in owners:
            theirs = them and small in speech.pairs("ours")
            yield None if theirs else owners[small] + comma
        elif small in speech.pairs("subjects"):
            sure = before in speech.listed("conjunctions")
            yield speech.pairs("subjects")[small] + comma if sure else None
        else:
            yield None if small in speech.listed("unsure") and owners else word
        before = small

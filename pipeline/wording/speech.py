"""How a language says expectations: its facts for judging them, ready to look up in."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from pipeline.language import language

WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")


def words_of(text: str) -> tuple[str, ...]:
    """Return the words of a text in small letters, without the signs between them."""
    return tuple(word.replace("’", "'") for word in WORD.findall(text.casefold()))


@dataclass(frozen=True)
class Instead:
    """Ways of saying something, and the line that is better to write."""

    says: re.Pattern[str]
    mend: str


@dataclass(frozen=True)
class Speech:
    """A language's words for expectations; its other facts are found by name."""

    facts: Mapping[str, Any]
    persons: tuple[str, ...]
    presents: frozenset[str]
    infinitives: Mapping[str, str]
    imperatives: Mapping[str, str]
    first_words: Mapping[str, str]
    negations: re.Pattern[str]
    opening_negations: re.Pattern[str]
    insteads: tuple[Instead, ...]
    abstract: tuple[Instead, ...]

    @cached_property
    def pronouns(self) -> frozenset[str]:
        """The words for I and we, in small letters."""
        return frozenset(map(str.casefold, self.persons))

    def listed(self, name: str) -> frozenset[str]:
        """Return the words of a list of the language, none where it has no such list."""
        return frozenset(self.facts.get(name, ()))

    def pairs(self, name: str) -> Mapping[str, str]:
        """Return the words of a mapping of the language, each with what takes its place."""
        found: Mapping[str, str] = self.facts.get(name, {})
        return found

    def example(self, name: str) -> str:
        """Return the right example that is shown where no line can be proposed."""
        return str(self.facts["examples"][name])

    def is_present(self, word: str) -> bool:
        """Tell whether the word may be what I or we do now."""
        if word in self.presents:
            return True
        if word in self.listed("not_verbs") or len(word) < 2:  # noqa: PLR2004
            return False
        ends = tuple(self.facts.get("no_endings", ()))
        return word.endswith(tuple(self.facts["endings"])) and not (ends and word.endswith(ends))


@functools.cache
def speech(code: str) -> Speech:
    """Return how the language says expectations."""
    facts: Mapping[str, Any] = language(code).facts["wording"]
    own = _presents(facts)
    infinitives = {
        form: present for verb, present in own.items() for form in _infinitive(verb, facts)
    }
    imperatives = {form: present for verb, present in own.items() for form in _imperative(verb)}
    imperatives |= {form: own[verb] for form, verb in facts["imperatives"].items()}
    return Speech(
        facts,
        tuple(facts["persons"]),
        frozenset(own.values()) | frozenset(facts["more_presents"]),
        infinitives,
        imperatives,
        {present: present for present in own.values()} | infinitives | imperatives,
        pattern(facts["negations"]),
        pattern(facts.get("opening_negations", ()), "^"),
        _insteads(facts["insteads"]),
        _insteads(facts["abstract"]),
    )


def _presents(facts: Mapping[str, Any]) -> dict[str, str]:
    """Return each verb that is known, with what I do."""
    ending = facts["endings"][0]
    found = {verb: verb + ending for verb in facts["verbs"]}
    found |= {verb: verb[:-1] + "ar" for verb in facts.get("a_verbs", ())}
    found |= facts["presents"]
    return found


def _infinitive(verb: str, facts: Mapping[str, Any]) -> set[str]:
    """Return the ways of writing an infinitive: å ringje, å ringja, å ringe, å ringa."""
    found = {verb, verb[:-2] + "e"} if verb.endswith(("gje", "kje")) else {verb}
    split = facts.get("split_infinitive", False) and _stem(verb)
    return found | {one[:-1] + "a" for one in found if split}


def _imperative(verb: str) -> set[str]:
    """Return the ways of asking someone to: gå, vent, kom, følg."""
    stem = _stem(verb)
    if not stem:
        return {verb}
    if stem.endswith("mm"):
        return {stem[:-1]}
    return {stem, stem[:-1]} if stem.endswith(("gj", "kj")) else {stem}


def _stem(verb: str) -> str:
    """Return the verb without the e at its end, or nothing where that is its only vowel: se."""
    stem = verb[:-1]
    return stem if verb.endswith("e") and re.search("[aeiouyæøå]", stem) else ""


def _insteads(entries: Iterable[Mapping[str, Any]]) -> tuple[Instead, ...]:
    return tuple(Instead(pattern(one["says"]), one["mend"]) for one in entries)


def pattern(says: Iterable[str], start: str = "") -> re.Pattern[str]:
    """Return what finds any of the patterns in words that each have a space before them."""
    ways = "|".join("".join(map(_step, one.split())) for one in says)
    return re.compile(f"{start}(?:{ways})(?= |$)" if ways else r"(?!)")


def _step(step: str) -> str:
    if step == "…":
        return r"(?: \S+){0,3}?"
    if step.startswith("-"):
        return rf" \S+{re.escape(step[1:])}"
    return f" (?:{'|'.join(map(re.escape, step.split('|')))})"


def spaced(words: Iterable[str]) -> str:
    """Return the words as patterns want them: each with a space before it."""
    return "".join(f" {word}" for word in words)

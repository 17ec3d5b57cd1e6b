"""What must be true of a language that only papers for parents are written in, as rules to ask."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from string import Formatter

from pipeline.language import Language, codes, language
from pipeline.paper.fonts import letters_without_a_face

FACTS = (
    *("name", "own_name", "word_language", "day", "short_day", "decimal", "months", "weekdays"),
    *("weekdays_short", "clock", "languages", "and", "ordinal", "prepositions", "keys", "digits"),
)
# Letters beyond a to z that a language is written with; a letter outside is another language's.
LETTERS = {
    "es": "áéíñóúü",
    "lt": "ąčęėįšųūž",
    "pl": "ąćęłńóśźż",
    "se": "áčđŋšŧž",
    "so": "",
    "tr": "çğıöşüâî",
    "uk": "абвгґдеєжзиіїйклмнопрстуфхцчшщьюя",
}
# Letters that look right on another's keyboard, and the ones that the language is written with.
STRANGERS = {
    "fa": "يكىةإأ\u0660-\u0669\u06f0-\u06f9",
    "ur": "يكهىة\u0660-\u0669\u06f0-\u06f9",
    "ar": "یکہے\u0660-\u0669\u06f0-\u06f9",
    "uk": "ыэёъ'",
    "ti": ":",
    "se": "åæøÅÆØ",
}
LATIN = "A-Za-z"
LONGEST_UNBROKEN = 16  # Thai letters in a row with no place for a line to end
NAMES = re.compile(r"\bPALS\b|\bSFO\b|\{[^}]*\}|bokmål|nynorsk")


def parents() -> Mapping[str, str]:
    """Return all sentences for parents, in English and in bokmål."""
    from pipeline import cache
    from pipeline.language import FOLDER

    found: dict[str, str] = cache.yaml_once(FOLDER / "nb.yaml")["phrases"]["parents"]
    return found


def faults(tongue: Language) -> list[str]:
    """Return all that is wrong with the language, in words."""
    return [*_facts(tongue), *_sentences(tongue), *_letters(tongue)]


def _facts(tongue: Language) -> Iterator[str]:
    facts = tongue.facts
    yield from (f"{name} is missing" for name in FACTS if name not in facts)
    for name, count in (("months", 12), ("months_alone", 12), ("weekdays", 7)):
        if len(set(facts.get(name, range(count)))) != count:
            yield f"{name} are not {count}"
    for code in codes():
        if tongue.code not in language(code).facts["languages"]:
            yield f"{code} has no name for it"
    if not str(facts.get("word_language", "")).startswith(tongue.code):
        yield "word_language is another's"


def _sentences(tongue: Language) -> Iterator[str]:
    wanted = parents()
    for text in wanted.keys() - tongue.phrases.keys():
        yield f"not said: {text}"
    for text in tongue.phrases.keys() - wanted.keys():
        yield f"nobody says: {text}"
    for text, said in tongue.phrases.items():
        if fields(said) != fields(text):
            yield f"other fields: {said}"
        if not said.strip() or said != said.strip():
            yield f"empty or ragged: {text}"
        words = NAMES.sub("", text)
        if re.search(r"[a-z]{3}", words) and said in (text, wanted.get(text)):
            yield f"not translated: {said}"


def fields(text: str) -> list[tuple[str, str]]:
    """Return the fields of a sentence, each with its format."""
    return sorted((name, spec or "") for _, name, spec, _ in Formatter().parse(text) if name)


def _letters(tongue: Language) -> Iterator[str]:
    facts = {name: one for name, one in tongue.facts.items() if name != "script"}
    said = [*tongue.phrases.values(), *_strings(facts)]
    yield from (f"no face for {one!a}" for one in letters_without_a_face("".join(said)))
    own, script = LETTERS.get(tongue.code), tongue.facts.get("script")
    for text, words in tongue.phrases.items():
        plain = NAMES.sub("", words)
        if re.search(r"[a-z]{3}", NAMES.sub("", text)) and not re.search(
            f"[{script or LATIN}]", plain
        ):
            yield f"another script: {words}"
        if script and re.search(f"[{LATIN}]", plain):
            yield f"Latin letters: {words}"
        if own is not None:
            strange = {one for one in plain.casefold() if one.isalpha()} - set(own)
            if not script:
                strange -= set("abcdefghijklmnopqrstuvwxyzi\u0307")
            yield from (f"letter of another language: {one}: {words}" for one in strange)
        if tongue.code in STRANGERS and re.search(f"[{STRANGERS[tongue.code]}]", plain):
            yield f"letter of another keyboard: {words}"
        if tongue.code == "th" and re.search(rf"[\u0e00-\u0e7f]{{{LONGEST_UNBROKEN},}}", words):
            yield f"no place for a line to end: {words}"


def _strings(part: object) -> Iterator[str]:
    if isinstance(part, str):
        yield part
    elif isinstance(part, dict):
        for one in part.values():
            yield from _strings(one)
    elif isinstance(part, list):
        for one in part:
            yield from _strings(one)

"""The school's words in other languages, as people have translated them; nothing is made up."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from pipeline import readers
from pipeline.intake import keys
from pipeline.language import Language, language, tongues
from pipeline.model import (
    AfterSchool,
    Arena,
    Brand,
    Campaign,
    Change,
    Contact,
    Drawing,
    Edition,
    Film,
    Focus,
    Matrix,
    Meeting,
    School,
    Span,
    Stage,
    Value,
    Year,
)
from pipeline.problems import Faults, Gathered, Place, Sourced, guess, nearest, phrase
from pipeline.readers.letters import tidy

HOME = "oversettelser"
OUTDATED = "outdated"
Kind = tuple[type, str]  # a part of the school and its field
# What of each part is printed or read aloud as words of the school's own.
SPOKEN: dict[type, tuple[str, ...]] = {
    School: ("values", "matrices", "brand", "stages", "edition", "drawings", "year", "contact"),
    Value: ("name", "says", "home"),
    Matrix: ("title", "arenas", "changes"),
    Change: ("arena", "now", "before", "origin"),
    Arena: ("name", "cells", "drawing"),
    Drawing: ("alt", "credit"),
    Brand: ("motto", "chosen"),
    Stage: ("name",),
    Edition: ("name",),
    Contact: ("files",),
    Year: ("focuses", "off", "campaigns", "meetings"),
    Focus: ("arena", "films", "question", "task", "praise", "shown", "after_school"),
    AfterSchool: ("arena", "question", "task"),
    Film: ("title",),
    Span: ("name",),
    Campaign: ("name",),
    Meeting: ("name",),
}


def in_language(school: School, code: str) -> tuple[School, tuple[Sourced, ...]]:
    """Return the school in the language, and its texts that nobody has translated, each once.

    Those stay in the school's own målform, and know it.
    """
    if code == school.language:
        return school, ()
    given = school.translations.get(code, {})
    home, there = language(school.language), language(code)
    missing: dict[str, Sourced] = {}

    def put(words: Sourced, _kind: Kind) -> Sourced:
        fixed = _fixed(words, home, there)
        if fixed is not None:
            return Sourced(fixed, words.place)
        if words in given:
            return given[words]
        missing.setdefault(words, words)
        return Sourced(words, words.place, school.language)

    translated: School = _each(school, put)
    return translated, tuple(missing.values())


def texts(school: School) -> tuple[Sourced, ...]:
    """Return every text of the school that is to be translated, each once and in its order."""
    return tuple(kinds(school))


def kinds(school: School) -> dict[Sourced, Kind]:
    """Return every text that is to be translated, in order, and what it first is in the school."""
    home = language(school.language)
    found: dict[Sourced, Kind] = {}

    def take(words: Sourced, kind: Kind) -> Sourced:
        if _fixed(words, home, home) is None:
            found.setdefault(words, kind)
        return words

    _each(school, take)
    return found


def for_parents(school: School) -> School:
    """Return the school with the words alone that papers for parents may print."""
    pupils = (one for one in school.matrices if one.audience == "elev")
    plain = tuple(replace(one, changes=()) for one in pupils)
    contact = replace(school.contact, files=Sourced(""))
    return replace(school, matrices=plain, stages=(), edition=Edition(), contact=contact)


def _each(part: Any, put: Callable[[Sourced, Kind], Sourced], kind: Kind = (School, "")) -> Any:
    """Return the part with `put` done to all its spoken words; empty ones stay."""
    if isinstance(part, Sourced):
        return put(part, kind) if part else part
    if isinstance(part, tuple):
        return tuple(_each(one, put, kind) for one in part)
    own = type(part)
    fields = SPOKEN.get(own, ())
    return (
        replace(part, **{name: _each(getattr(part, name), put, (own, name)) for name in fields})
        if fields
        else part
    )


def _fixed(words: str, home: Language, there: Language) -> str | None:
    """Return a credit as we write it in the other language, or an address; None for other words."""
    if words.startswith(("https://", "http://")):
        return words
    for year in re.findall(r"\d+", words):
        if words == home.say("pupil, year {year}", year=year):
            return there.say("pupil, year {year}", year=year)
    return there.say("pupil") if words == home.say("pupil") else None


def read_translations(folder: Path, gathered: Gathered) -> dict[str, dict[str, Sourced]]:
    """Return what sources/oversettelser holds: language -> text -> its translation."""
    found = {}
    for path in sorted((folder / "sources" / HOME).glob("*.yaml")):
        try:
            node = readers.read_settings(path)
        except Faults as faults:
            gathered.add(faults.problems)
            continue
        if path.stem not in tongues():
            what = phrase("There is no language '{code}' here.", code=path.stem)
            gathered.advise(node.place, what, guess(path.stem, tongues()))
            continue
        found[path.stem] = pairs(node, gathered)
    return found


def outdated(node: readers.Node) -> str | None:
    """Return the key under which the file keeps translations of texts that are no more."""
    return next((key for key, one in node.items() if isinstance(one, dict) and _old(key)), None)


def _old(key: str) -> bool:
    return keys.english(key, [OUTDATED]) is not None


def pairs(node: readers.Node, gathered: Gathered) -> dict[str, Sourced]:
    """Return each text of the file with its translation; those that are outdated are left out."""
    found = {}
    for key, value in node.items():
        if isinstance(value, dict) and _old(key):
            continue
        if isinstance(value, dict | list):
            what = phrase("'{words}' should have its translation on the same line.", words=key)
            mend = phrase("Write the text, a colon and the translation.")
            gathered.error(node.place_of(key), what, mend)
        elif value is not None:
            words = value if isinstance(value, str) else node.written(key)
            found[tidy(key)] = Sourced(tidy(words), node.place_of(key))
    return found


def tell_stale(
    school: School, translations: Mapping[str, Mapping[str, Sourced]], gathered: Gathered
) -> None:
    """Note translations of texts that the school no longer has, once for each language."""
    current = set(map(str, texts(school)))
    for given in translations.values():
        stale = [(text, words.place) for text, words in given.items() if text not in current]
        places = [place for _, place in stale if place]
        if len(stale) == 1:
            text, place = stale[0]
            near = nearest(text, current - set(given))
            what = phrase("'{words}' is no longer among the school's texts.", words=text)
            mend = guess(text, [near]) if near else phrase("Take the line out.")
            gathered.advise(place, what, mend)
        elif stale:
            what = phrase(
                "{count} of the translations here are of texts that the school no longer has:"
                " lines {lines}.",
                count=len(stale),
                lines=", ".join(str(dict(place.steps)["line"]) for place in places),
            )
            mend = phrase("Write the texts as they are now, or take the lines out.")
            gathered.advise(Place(places[0].file) if places else None, what, mend)

"""Each text that is to be translated: what it is, how much room it has, and what there is of it."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path

from pipeline import readers
from pipeline.intake import translate
from pipeline.language import Language, codes
from pipeline.model import (
    AfterSchool,
    Arena,
    Brand,
    Campaign,
    Change,
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
)
from pipeline.problems import Gathered, Phrase, Sourced, nearest, phrase
from pipeline.readers.letters import tidy

NEW, CHANGED, DONE = phrase("to translate"), phrase("has changed"), phrase("done")
QUESTION = phrase("A question to talk about at home")
TASK = phrase("What we practise in class")
LINE = phrase("A line on a poster")
# What a text is to a translator, and how many characters it has room for; 0: as many as it needs.
KINDS: dict[translate.Kind, tuple[Phrase, int]] = {
    (Value, "name"): (phrase("The name of a value"), 20),
    (Value, "says"): (phrase("What a value means"), 60),
    (Value, "home"): (phrase("What a value can look like at home"), 70),
    (Matrix, "title"): (phrase("The title of a matrix"), 40),
    (Arena, "name"): (phrase("The name of a place or theme"), 30),
    (Arena, "cells"): (LINE, 48),
    (Change, "arena"): (phrase("The name of a place or theme"), 30),
    (Change, "now"): (LINE, 48),
    (Change, "before"): (LINE, 48),
    (Change, "origin"): (phrase("The name of a place or theme"), 30),
    (Drawing, "alt"): (phrase("What is drawn, for those who can not see it"), 250),
    (Drawing, "credit"): (phrase("Whose a drawing is"), 60),
    (Brand, "motto"): (phrase("The school's motto"), 80),
    (Brand, "chosen"): (phrase("How the drawings were chosen"), 60),
    (Stage, "name"): (phrase("The name of a stage"), 40),
    (Edition, "name"): (phrase("The name of a version"), 40),
    (Focus, "question"): (QUESTION, 80),
    (AfterSchool, "question"): (QUESTION, 80),
    (Focus, "task"): (TASK, 80),
    (AfterSchool, "task"): (TASK, 80),
    (Focus, "praise"): (phrase("Praise that an adult can say"), 90),
    (Film, "title"): (phrase("The name of a film"), 60),
    (Span, "name"): (phrase("The name of days off"), 40),
    (Campaign, "name"): (phrase("The name of a campaign"), 40),
    (Meeting, "name"): (phrase("The name of a parents' meeting"), 60),
}
OTHER = (phrase("A text of the school's"), 120)


@dataclass(frozen=True)
class Entry:
    """One row of the sheet: a text of the school, and its translation as far as there is one.

    `was` is an earlier text and its translation, where this one seems to have come of it.
    """

    text: Sourced
    what: Phrase
    room: int
    words: str
    was: tuple[str, str] = ("", "")

    @property
    def status(self) -> Phrase:
        """What is to be done."""
        return DONE if self.words else CHANGED if self.was[0] else NEW

    @property
    def mark(self) -> str:
        """What tells the row again when it comes back, and what it said when it left."""
        return f"{digest(self.text)}-{digest(self.words)}"


def digest(words: str) -> str:
    """Return a few letters that tell the words from others."""
    return hashlib.blake2b(words.encode(), digest_size=4).hexdigest() if words else "0"


def room(kind: translate.Kind) -> int:
    """Return how many characters a text of the kind has room for."""
    return KINDS.get(kind, OTHER)[1]


def wanted(school: School, code: str) -> dict[Sourced, translate.Kind]:
    """Return the texts that papers in the language may print, and what each is."""
    return translate.kinds(school if code in codes() else translate.for_parents(school))


def in_file(file: Path) -> tuple[dict[str, str], dict[str, str]]:
    """Return the translations that the file holds, and those that it keeps as outdated."""
    if not file.exists():
        return {}, {}
    node = readers.read_settings(file)
    key = translate.outdated(node)
    aside = {tidy(str(text)): str(words) for text, words in node[key].items()} if key else {}
    return {str(text): str(one) for text, one in translate.pairs(node, Gathered()).items()}, aside


def entries(school: School, tongue: Language, file: Path) -> tuple[Entry, ...]:
    """Return every text to be translated, in the school's own order."""
    texts = wanted(school, tongue.code)
    before, aside = in_file(file)
    known = set(map(str, translate.kinds(school)))
    left = {text: words for text, words in (aside | before).items() if text not in known}
    found = []
    for text, kind in texts.items():
        what, most = KINDS.get(kind, OTHER)
        words = before.get(text) or aside.get(text) or ""
        near = None if words else nearest(text, left)
        was = (near, left.pop(near)) if near else ("", "")
        found.append(Entry(text, what, most, words, was))
    return tuple(found)

"""How single words are written in a settings file: text, dates, yes and no, colours and choices.

Each function takes what was written, and whose context is the code of the file's language,
and returns what it means or raises Refused with what is wrong.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection
from datetime import date
from importlib.resources import files
from pathlib import Path
from typing import Any

from pydantic import ValidationInfo

from pipeline.intake import keys
from pipeline.language import codes
from pipeline.model import SHAPES
from pipeline.paper import colour as colours
from pipeline.paper.sheet import PAPERS
from pipeline.problems import Phrase, Problem, Sourced, guess, phrase, place_of
from pipeline.readers.letters import tidy

Reads = Callable[[Any, ValidationInfo], Any]
THEMES = Path(str(files("pipeline") / "themes"))
OLDEST_YEAR = 10


class Refused(ValueError):
    """Carries our problems through pydantic; a place of None becomes that of the field."""

    def __init__(self, *problems: Problem) -> None:
        """Keep the problems away from pydantic, which has words of its own."""
        super().__init__("refused")
        self.problems = problems


def wrong(what: Phrase, mend: Phrase) -> Refused:
    """Return the error of one problem; {key} in `what` becomes the key as the user wrote it."""
    return Refused(Problem(None, what, mend))


def _word(given: Any) -> Sourced:
    """Return a line of text, tidy, or raise for what is none."""
    if given is None or given == "":
        raise wrong(phrase("'{key}' is empty."), phrase("Write what belongs there."))
    if not isinstance(given, str):
        mend = phrase("Write it on one line after the colon.")
        raise wrong(phrase("'{key}' should be words on one line."), mend)
    return Sourced(tidy(given), place_of(given))


def text(most: int) -> Reads:
    """Return what reads a line of at most `most` characters."""

    def reads(given: Any, _info: ValidationInfo) -> Sourced:
        words = _word(given)
        if len(words) > most:
            what = phrase("'{key}' is too long: {count} characters.", count=len(words))
            raise wrong(what, phrase("Keep to {most}.", most=most))
        return words

    return reads


def reason(given: Any, info: ValidationInfo) -> Sourced:
    """Return why the school turns a rule down; without a reason it can't."""
    if given is None or not str(given).strip():
        mend = phrase("Write why, such as: The pupils chose the word themselves.")
        raise wrong(phrase("'{key}' is turned down without a reason."), mend)
    said: Sourced = text(120)(given, info)
    return said


def _choice(given: Any, among: Collection[str], info: ValidationInfo) -> str:
    word = _word(given)
    found = keys.english(word, among)
    if found is None:
        what = phrase("'{word}' is not known for '{key}'.", word=word)
        raise wrong(what, keys.suggest(word, among, info.context)[1])
    return found


def shape(given: Any, info: ValidationInfo) -> str:
    """Return the English name of a value's shape."""
    return _choice(given, SHAPES, info)


def paper(given: Any, info: ValidationInfo) -> str:
    """Return the name of a paper size."""
    return _choice(given, tuple(PAPERS), info)


def tongue(given: Any, info: ValidationInfo) -> str:
    """Return the code of a language that we have words in."""
    return _choice(given, codes(), info)


def theme(given: Any, _info: ValidationInfo) -> str:
    """Return the name of a theme that there is a file for."""
    word = _word(given)
    known = sorted(path.stem for path in THEMES.glob("*.yaml"))
    if word.casefold() not in known:
        raise wrong(phrase("There is no theme called '{word}'.", word=word), guess(word, known))
    return word.casefold()


def maalform(given: Any, _info: ValidationInfo) -> str:
    """Return nb or nn."""
    word = _word(given)
    found = keys.english(word, ("nb", "nn"))
    if found is None:
        mend = phrase("Write 'nb' for bokmål or 'nn' for nynorsk.")
        raise wrong(phrase("'{word}' is not a målform.", word=word), mend)
    return found


def colour(given: Any, info: ValidationInfo) -> Sourced:
    """Return a colour as #rrggbb, from that or from a name of ours."""
    if given is None:
        what = phrase("'{key}' is empty: what comes after # is not read without quotes.")
        raise wrong(what, phrase('Write the colour in quotes, such as "#1c5c9c".'))
    word = _word(given)
    found = colours.known(word) or colours.NAMES.get(keys.english(word, colours.NAMES) or "")
    if found is None:
        names = ", ".join(keys.own(one, info.context) for one in colours.NAMES)
        mend = phrase('Write it in quotes, such as "#1c5c9c", or as one of: {names}.', names=names)
        raise wrong(phrase("'{word}' is not a colour.", word=word), mend)
    return Sourced(found, word.place)


def truth(given: Any, _info: ValidationInfo) -> bool:
    """Return what yes or no means."""
    word = _word(given)
    found = keys.english(word, ("yes", "no", "true", "false"))
    if found is None:
        what = phrase("'{word}' is neither yes nor no.", word=word)
        raise wrong(what, phrase("Write 'ja' or 'nei'."))
    return found in ("yes", "true")


def year(given: Any, _info: ValidationInfo) -> int:
    """Return a year of school, 1 to 10."""
    word = _word(given)
    match = re.fullmatch(r"(\d{1,2})\.?(\s*trinn)?", word.casefold())
    if not match or not 1 <= int(match[1]) <= OLDEST_YEAR:
        what = phrase("'{word}' is not a year of school.", word=word)
        raise wrong(what, phrase("Write a number from 1 to {oldest}.", oldest=OLDEST_YEAR))
    return int(match[1])


def day(given: Any, _info: ValidationInfo) -> date:
    """Return a date written as 2026-08-17 or 17.8.2026."""
    word = _word(given)
    by_year = re.fullmatch(r"(\d{4})-(\d{1,2})-(\d{1,2})", word)
    by_day = re.fullmatch(r"(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})", word)
    parts = by_year.groups() if by_year else by_day.groups()[::-1] if by_day else ("0", "0", "0")
    try:
        return date(*map(int, parts))
    except ValueError:
        what = phrase("'{word}' is not a date.", word=word)
        raise wrong(what, phrase("Write it as 2026-08-17 or 17.8.2026.")) from None

"""How single words are written in a settings file: text, dates, yes and no, colours and choices.

Each function takes what was written, and whose context is the code of the file's language,
and returns what it means or raises Refused with what is wrong.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection
from dataclasses import replace
from importlib.resources import files
from pathlib import Path
from typing import Any

from pydantic import ValidationInfo

from pipeline.intake import keys
from pipeline.language import codes, tongues
from pipeline.model import SHAPES
from pipeline.paper import colour as colours
from pipeline.paper.sheet import PAPERS
from pipeline.problems import Dated, Phrase, Place, Problem, Sourced, guess, phrase, place_of
from pipeline.readers.letters import tidy

Reads = Callable[[Any, ValidationInfo], Any]
THEMES = Path(str(files("pipeline") / "themes"))
OLDEST_YEAR = 10
LAST_WEEK, HOURS, MINUTES = 53, 24, 60
SHORTEST, LONGEST = 0.5, 90.0  # m
ASSEMBLY = range(20, 91)  # minutes
LONGEST_LINK, LONGEST_LINE = 300, 48


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


def metres(given: Any, _info: ValidationInfo) -> float:
    """Return a length in metres, such as 15 or 2,5."""
    word = _word(given)
    found = re.fullmatch(r"(\d{1,2}(?:[.,]\d{1,2})?)(?: ?m)?", word)
    length = float(found[1].replace(",", ".")) if found else 0.0
    if not SHORTEST <= length <= LONGEST:
        what = phrase("'{word}' is no length for '{key}'.", word=word)
        raise wrong(what, phrase("Write it in metres, such as 15 or 2,5."))
    return length


def assembly(given: Any, _info: ValidationInfo) -> int:
    """Return how many minutes an assembly lasts, so many that each point of it gets one."""
    word = _word(given)
    found = re.fullmatch(r"(\d{1,3})(?: ?min\w*\.?)?", word.casefold())
    if not found or int(found[1]) not in ASSEMBLY:
        what = phrase("'{word}' is no length for '{key}'.", word=word)
        first, last = ASSEMBLY[0], ASSEMBLY[-1]
        raise wrong(what, phrase("Write {first} to {last} minutes.", first=first, last=last))
    return int(found[1])


def shape(given: Any, info: ValidationInfo) -> str:
    """Return the English name of a value's shape."""
    return _choice(given, SHAPES, info)


def paper(given: Any, info: ValidationInfo) -> str:
    """Return the name of a paper size."""
    return _choice(given, tuple(PAPERS), info)


def tongue(given: Any, info: ValidationInfo) -> str:
    """Return the code of a language that we have words in."""
    return _choice(given, codes(), info)


def home_tongue(given: Any, info: ValidationInfo) -> str:
    """Return the code of a language that papers for parents are written in."""
    return _choice(given, tongues(), info)


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


def day(given: Any, _info: ValidationInfo) -> Dated:
    """Return a date written as 2026-08-17 or 17.8.2026."""
    word = _word(given)
    by_year = re.fullmatch(r"(\d{4})-(\d{1,2})-(\d{1,2})", word)
    by_day = re.fullmatch(r"(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})", word)
    parts = by_year.groups() if by_year else by_day.groups()[::-1] if by_day else ("0", "0", "0")
    try:
        of_year, of_month, of_day = map(int, parts)
        return Dated(of_year, of_month, of_day, word.place)
    except ValueError:
        what = phrase("'{word}' is not a date.", word=word)
        raise wrong(what, phrase("Write it as 2026-08-17 or 17.8.2026.")) from None


def week(given: Any, _info: ValidationInfo) -> Sourced:
    """Return the number of a week, in digits."""
    word = _word(given)
    match = re.fullmatch(r"(?:\w+\s+)?(\d{1,2})\.?", word)
    if not match or not 1 <= int(match[1]) <= LAST_WEEK:
        what = phrase("'{word}' is not the number of a week.", word=word)
        raise wrong(what, phrase("Write a number from 1 to {last}, such as 14.", last=LAST_WEEK))
    return Sourced(str(int(match[1])), word.place)


def clock(given: Any, _info: ValidationInfo) -> str:
    """Return a time of the day as "18.00", from that, 18:00, or kl. 18."""
    word = _word(given)
    match = re.fullmatch(r"(?:kl\.?\s*)?(\d{1,2})(?:[.:](\d\d))?", word.casefold())
    hour, minute = (int(match[1]), int(match[2] or 0)) if match else (99, 99)
    if hour >= HOURS or minute >= MINUTES:
        what = phrase("'{word}' is not a time of the day.", word=word)
        raise wrong(what, phrase("Write it as 18.00."))
    return f"{hour:02}.{minute:02}"


def link(given: Any, _info: ValidationInfo) -> Sourced:
    """Return a web address that begins with https://."""
    word = _word(given)
    if not re.fullmatch(r"https://[\w-]+(\.[\w-]+)+([/?#]\S*)?", word) or len(word) > LONGEST_LINK:
        what = phrase("'{word}' is not a safe link.", word=word[:60])
        mend = phrase("Copy the whole address; it begins with https:// and holds no spaces.")
        raise wrong(what, mend)
    return word


def lines(given: Any, info: ValidationInfo) -> dict[Sourced, tuple[Sourced, ...]]:
    """Return the lines of a theme: under each value's name one line, or a list of some."""
    if not isinstance(given, dict):
        what = phrase("'{key}' needs lines of its own below it.")
        raise wrong(what, phrase("Write the name of a value, a colon, and what we do."))
    node: Any = given
    found = {}
    for key, value in node.items():
        listed: Any = value if isinstance(value, list) else [value]
        place = node.place_of(key)
        found[Sourced(tidy(key), place)] = tuple(_line(one, place, key, info) for one in listed)
    return found


def _line(given: Any, place: Place, key: str, info: ValidationInfo) -> Sourced:
    """Return one line of a theme; what is wrong is told at its own place."""
    try:
        said: Sourced = text(LONGEST_LINE)(given, info)
    except Refused as refused:
        (told,) = refused.problems
        what = phrase(told.what.text, **dict(told.what.fields), key=key)
        raise Refused(replace(told, place=place, what=what)) from None
    return said

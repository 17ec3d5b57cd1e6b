"""Looks over the school's own letters: easy to read, in our own forms, and no child pointed out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from pipeline.language import Language, language
from pipeline.model import OwnLetter, Passage, School
from pipeline.problems import Place, Problem, phrase
from pipeline.wording.reading import LIX_ERROR, LIX_GOOD, LIX_WARN, reading

NAMES = (
    phrase("hard to read"),
    phrase("dates in letters"),
    phrase("polite forms"),
    phrase("one word for parents"),
    phrase("pupils in letters"),
)
HARD, DATES, POLITE, PARENTS, PUPILS = RULES = tuple(one.text for one in NAMES)
FIELD = re.compile(r"\{\{[^{}]*\}\}")
FEWEST = 40  # words; of fewer the number tells nothing
STAND_IN = "felt"  # what a field counts as: one short word
DATE = re.compile(
    r"(?P<den>\bden\s+)?(?<![\d./])(?P<day>\d{1,2})(?P<sign>\s?/\s?|\.\s?)(?P<month>\d{1,2})"
    r"(?P<year>\.?(?:\s?[-–/.]\s?|\s)(?:20)?\d\d)?(?![\d/]|\.\d)",
    re.IGNORECASE,
)
FULL = re.compile(r"\d{1,2}\.\s?\d{1,2}\.\s?20\d\d")
PERSONAL_NUMBER = re.compile(r"(?<!\d)\d{6}\s?\d{5}(?!\d)")
PHONE = re.compile(r"(?<!\d)(?:\d{2}\s?\d{2}\s?\d{2}\s?\d{2}|\d{3}\s?\d{2}\s?\d{3})(?!\d)")
NAME = r"[A-ZÆØÅ][a-zæøåéèäöü]+(?:-[A-ZÆØÅ][a-zæøå]+)?"
CLASS = r"(?:[1-9]|10)\s?\.?\s?[A-ZÆØÅ]\b|(?:[1-9]|10)\.\s?(?:klasse|trinn)\b"


@dataclass(frozen=True)
class Text:
    """A passage's words, and from which letter on they stand on which line."""

    words: str
    lines: tuple[tuple[int, Place | None], ...]

    def place(self, at: int) -> Place | None:
        """Return the place of the letter at that number."""
        return next((place for first, place in reversed(self.lines) if first <= at), None)


def look(school: School) -> Iterator[Problem]:
    """Yield what could be better in each letter whose language there are rules for."""
    for letter in school.letters:
        tongue = language(letter.language)
        facts: Mapping[str, Any] = (tongue.facts.get("wording") or {}).get("letters") or {}
        if not facts:
            continue
        texts = [_text(one) for one in letter.passages if one.kind != "picture"]
        yield from _reading(letter, texts)
        for text in texts:
            yield from _dates(text, tongue)
            yield from _polite(text, facts)
            yield from _pupils(text, facts, school)
        yield from _parents(texts, facts)


def _text(passage: Passage) -> Text:
    words, lines = "", []
    for saying in passage.sayings:
        lines.append((len(words), saying.text.place))
        words += saying.text
    return Text(words, tuple(lines))


def _reading(letter: OwnLetter, texts: Sequence[Text]) -> Iterator[Problem]:
    """Tell of a letter that is hard to read, at its hardest sentence."""
    plain = [FIELD.sub(STAND_IN, text.words) for text in texts]
    found = reading(plain)
    lix = round(found.lix)
    if lix <= LIX_WARN or found.words < FEWEST:
        return
    at = next(at for at, words in enumerate(plain) if found.hardest in words)
    start = found.hardest.split(STAND_IN)[0].rstrip() or found.hardest
    place = texts[at].place(max(texts[at].words.find(start), 0))
    what = phrase(
        "The letter '{name}' has LIX {lix}; this sentence is the hardest: \"{sentence}\"",
        name=letter.name,
        lix=lix,
        sentence=found.hardest,
    )
    mend = phrase(
        "Divide it, and choose shorter words: aim at {good} or less for the letter.", good=LIX_GOOD
    )
    yield Problem(place, what, mend, advice=lix <= LIX_ERROR, rule=HARD)


def _dates(text: Text, tongue: Language) -> Iterator[Problem]:
    for one in DATE.finditer(text.words):
        day, month = int(one["day"]), int(one["month"])
        if not (1 <= day <= 31 and 1 <= month <= 12) or not _is_date(text.words, one, tongue):
            continue
        year = re.sub(r"\D", "", one["year"] or "")
        name = tongue.facts["months"][month - 1]
        proposal = str(tongue.facts["day"]).format(day=day, month=name, year=f"20{year[-2:]}")
        if not year:
            proposal = proposal.removesuffix("20").strip()
        what = phrase('"{written}" is not how we write a date.', written=one[0].strip())
        mend = phrase('Write "{proposal}".', proposal=proposal)
        yield Problem(text.place(one.start()), what, mend, advice=True, rule=DATES)


def _is_date(words: str, found: re.Match[str], tongue: Language) -> bool:
    """Tell whether the numbers are a day for sure, and not in a form that we use ourselves."""
    before = words[: found.start()].casefold().rstrip(" ,")
    named = bool(found["den"]) or before.endswith(tuple(tongue.facts["weekdays"]))
    if before.endswith(("kl.", "kl")):
        return False
    if FULL.fullmatch(found[0].strip()):
        return False
    return named or bool(found["year"])


def _polite(text: Text, facts: Mapping[str, Any]) -> Iterator[Problem]:
    for written, ours in facts["polite"].items():
        for one in re.finditer(rf"(?<=[a-zæøå,] ){written}\b", text.words):
            what = phrase('"{written}" is a form that we don\'t use to parents.', written=written)
            mend = phrase('Write "{proposal}".', proposal=ours)
            yield Problem(text.place(one.start()), what, mend, advice=True, rule=POLITE)


def _parents(texts: Sequence[Text], facts: Mapping[str, Any]) -> Iterator[Problem]:
    """Tell of a letter that calls parents by two words."""
    ours, others = (_first(texts, facts[name]) for name in ("guardians", "parents"))
    if ours and others:
        what = phrase('The letter says both "{other}" and "{ours}".', other=others[1], ours=ours[1])
        mend = phrase('Write "{proposal}" all the way: some children live with others.')
        mend = phrase(mend.text, proposal=facts["guardians"][0])
        yield Problem(others[0], what, mend, advice=True, rule=PARENTS)


def _first(texts: Sequence[Text], words: Sequence[str]) -> tuple[Place | None, str] | None:
    pattern = re.compile(rf"\b(?:{'|'.join(words)})\b", re.IGNORECASE)
    found = ((text, pattern.search(text.words)) for text in texts)
    return next(((text.place(one.start()), one[0]) for text, one in found if one), None)


def _pupils(text: Text, facts: Mapping[str, Any], school: School) -> Iterator[Problem]:
    """Tell of words that may point out one child."""
    found = next(_pointing(text.words, facts, school), None)
    if found:
        what = phrase('"{written}" may tell who a pupil is.', written=found[0].strip(" ,.("))
        mend = phrase("Write it so that no child can be known, such as: En elev på mellomtrinnet.")
        yield Problem(text.place(found.start()), what, mend, advice=True, rule=PUPILS)


def _pointing(words: str, facts: Mapping[str, Any], school: School) -> Iterator[re.Match[str]]:
    """Yield what points out a child: a personal number, the pupil X, X in a class, their phone."""
    yield from PERSONAL_NUMBER.finditer(words)
    children = "|".join(facts["children"])
    polite = "|".join(facts["polite"])
    yield from re.finditer(rf"\b(?i:{children})\s+(?!(?:{polite})\b){NAME}", words)
    joint = "|".join(map(re.escape, facts["in_class"]))
    pattern = rf"{NAME}(?:\s{NAME})?(?:\s(?:{joint})\s|,\s|\s\()(?:{CLASS})"
    for one in re.finditer(pattern, words):
        if _is_child(words, one, facts):
            yield one
    if re.search(rf"\b(?i:{children})\b", words):
        own = re.sub(r"\D", "", school.contact.phone)[-8:]
        yield from (one for one in PHONE.finditer(words) if re.sub(r"\D", "", one[0]) != own)


def _is_child(words: str, found: re.Match[str], facts: Mapping[str, Any]) -> bool:
    """Tell whether a name before a class may be a pupil's: no adult's, and no word that opens."""
    before = re.findall(r"[^\W\d]+", words[: found.start()].casefold())
    if any(one.endswith(tuple(facts["adults"])) for one in before[-3:]):
        return False
    names = re.findall(NAME, found[0])
    opens = not before or re.search(r"[.!?:»\"]\s*$", words[: found.start()])
    return len(names) > 1 or not opens or names[0].casefold() in facts["first_names"]

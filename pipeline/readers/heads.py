"""Knows headings: which name values, which arenas, which say whom a matrix is for."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache

from pipeline.readers.nearness import near
from pipeline.readers.records import MatrixWords

LONGEST_HEADING = 6
LONGEST_CORNER = 4
# More headings than any school has: what follows them is not looked at.
MOST_MET = 6_000
WHOLE_WORD = 3
# Bullets, numbers and quotation marks before the first word.
BEFORE = re.compile(r"^(?:[^\w]+|\(?(?:\d{1,2}|[a-zæøå])[.)]\s*)*")
VALUE, ARENA, WHOM, TITLE, LINE = "value", "arena", "whom", "title", "line"


def says(text: str, words: Iterable[str]) -> bool:
    """Tell whether a word of `text` begins like one of `words`."""
    spoken = tokens(text)
    return any(_said(spoken, tokens(word)) for word in words)


def same_heading(one: str, other: str) -> bool:
    """Tell whether two headings name the same thing: "Vi viser respekt" and "Respekt" do."""
    short, long = sorted((tokens(one), tokens(other)), key=len)
    return bool(short) and (_said(long, short) or (len(short) == 1 and _said(short, long)))


def audience_of(texts: Iterable[str], words: MatrixWords) -> str:
    """Return "voksen" where the nearest text that names pupils or adults names adults."""
    for text in texts:
        adults, pupils = says(text, words.adults), says(text, words.pupils)
        if adults != pupils:
            return "voksen" if adults else "elev"
    return "elev"


def opens(text: str, words: MatrixWords) -> bool:
    """Tell whether a line begins as expectations do: "Jeg …", "Vi …"."""
    first = BEFORE.sub("", text, count=1).partition(" ")[0].rstrip(",.:;!…")
    if len(first) > 1:
        return first.casefold() in words.openers
    # "I wait" opens a sentence, "i leken" goes on with one, and "I gangen" is a place.
    place = len(tokens(text)) <= WHOLE_WORD and says(text, words.arenas)
    return first.isupper() and first.casefold() in words.openers and not place


def as_spoken(lines: Iterable[str], words: MatrixWords) -> MatrixWords:
    """Return the words without "I" as an opener where most lines begin with another one."""
    one = {opener for opener in words.openers if len(opener) == 1}
    firsts = Counter(line.partition(" ")[0].casefold() for line in lines)
    many = sum(firsts[opener] for opener in words.openers if opener not in one)
    if many <= sum(firsts[opener] for opener in one):
        return words
    return replace(words, openers=tuple(word for word in words.openers if word not in one))


@lru_cache(maxsize=4096)
def tokens(text: str) -> tuple[str, ...]:
    """Return the words of a text in small letters."""
    return tuple(re.findall(r"[^\W_]+", text.casefold()))


@dataclass(frozen=True)
class Known:
    """What is known of a school's headings: words of all schools, and its own names."""

    words: MatrixWords
    values: tuple[str, ...] = ()
    arenas: tuple[str, ...] = ()
    _roles: dict[str, str] = field(default_factory=dict, compare=False, repr=False)
    _met: dict[tuple[str, str], int] = field(default_factory=dict, compare=False, repr=False)

    def value(self, text: str) -> int:
        """Tell how surely a heading names a value: 2 for the school's own, 1 for a usual one."""
        return self._sureness(VALUE, text)

    def arena(self, text: str) -> int:
        """Tell how surely a heading names an arena: 2 for the school's own, 1 for a usual one."""
        return self._sureness(ARENA, text)

    def placed(self, text: str) -> bool:
        """Tell whether a heading begins as places do: "I …", "På …"."""
        first = tokens(text)[:1]
        return bool(first) and first[0] in self.words.prepositions

    def whom(self, text: str) -> str:
        """Return "elev" or "voksen" where a short heading says that and nothing else."""
        spoken = [one for one in tokens(text) if one not in SMALL_WORDS]
        return self.audience(text) if len(spoken) == 1 else ""

    def audience(self, text: str) -> str:
        """Return "elev" or "voksen" where a text names pupils or adults, and not both."""
        adults, pupils = says(text, self.words.adults), says(text, self.words.pupils)
        return "" if adults == pupils else "voksen" if adults else "elev"

    def bare(self, text: str) -> str:
        """Return a heading without what it is called before a colon: "Arena: Gangen"."""
        kind, colon, name = text.partition(":")
        return name.strip() if colon and name.strip() and self.is_corner(kind) else text

    def opens(self, text: str) -> bool:
        """Tell whether a line begins as expectations do."""
        return opens(text, self.words)

    def label(self, text: str) -> bool:
        """Tell whether a text may be a heading: short, and no expectation."""
        return 0 < len(tokens(text)) <= LONGEST_HEADING and not self.opens(text)

    def role(self, text: str) -> str:
        """Return what a heading names, if that is known."""
        found = self._roles.get(text)
        if found is None:
            found = self._roles[str(text)] = self._role(text)
        return found

    def _role(self, text: str) -> str:
        if not self.label(text):
            return ""
        if self.whom(text):
            return WHOM
        value, arena = self.value(text), self.arena(text)
        if value == arena:
            return ""
        return VALUE if value > arena else ARENA

    def column(self, text: str) -> str:
        """Return what a column holds by the name above it, such as "Arena" or "Forventning"."""
        if not 0 < len(tokens(text)) <= LONGEST_CORNER or self.role(text):
            return ""
        words = self.words
        if says(text, words.line_corner):
            return LINE
        corners = {
            VALUE: words.value_corner,
            ARENA: words.arena_corner,
            WHOM: words.audience_corner,
            TITLE: words.title_corner,
        }
        found = [role for role, known in corners.items() if says(text, known)]
        return found[0] if len(found) == 1 else ""

    def is_corner(self, text: str) -> bool:
        """Tell whether a text only names what stands in a column or row."""
        words = self.words
        return says(text, (*words.arena_corner, *words.value_corner)) or bool(self.column(text))

    def is_aside(self, text: str) -> bool:
        """Tell whether a text explains, dates or signs the matrix."""
        first = " ".join(tokens(text))
        return any(first.startswith(" ".join(tokens(one))) for one in self.words.asides)

    def _sureness(self, role: str, text: str) -> int:
        key = role, str(text)
        if key not in self._met and len(self._met) > MOST_MET:
            return 0
        if key not in self._met:
            own, usual = (
                (self.values, self.words.values)
                if role == VALUE
                else (self.arenas, self.words.arenas)
            )
            self._met[key] = _sureness(text, own, usual)
        return self._met[key]


def _sureness(text: str, own: Sequence[str], usual: Sequence[str]) -> int:
    if len(tokens(text)) > LONGEST_HEADING:
        return 0
    if any(same_heading(text, one) for one in own) or near(text, own):
        return 2
    return int(any(same_heading(text, one) for one in usual) or bool(near(text, usual)))


SMALL_WORDS = ("for", "til", "the", "de", "dei", "oss", "vi", "alle", "som", "er", "our", "våre")


def _said(spoken: Sequence[str], word: Sequence[str]) -> bool:
    return bool(word) and all(any(_begins(one, part) for one in spoken) for part in word)


def _begins(spoken: str, word: str) -> bool:
    return spoken == word or (len(word) > WHOLE_WORD and spoken.startswith(word))

"""The rules for a line, as a table: what is looked for, what is said of it, and what is proposed.

Rules of one group tell of the same fault from several sides: only the gravest of them speaks.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

from pipeline.problems import Phrase, Problem, phrase, place_of
from pipeline.wording import turning
from pipeline.wording.hearing import abstract, instead, modal, negated, speaks
from pipeline.wording.speech import WORD, Speech, words_of

FINE, ADVICE, ERROR = range(3)


@dataclass(frozen=True)
class Limit:
    """How many are good, and how many may be; more or fewer is an error."""

    good: range
    may_be: range

    def level(self, count: int) -> int:
        """Return FINE, ADVICE or ERROR."""
        if count in self.good:
            return FINE
        return ADVICE if count in self.may_be else ERROR


WORDS = Limit(range(7), range(10))
CHARACTERS = Limit(range(37), range(49))
LETTERS = 10


@dataclass(frozen=True)
class Line:
    """An expectation as it is looked at.

    `known` are words that stand in the school's headings, `quiet` rules that it has turned down.
    """

    text: str
    speech: Speech
    known: frozenset[str] = frozenset()
    quiet: frozenset[str] = frozenset()

    @cached_property
    def count(self) -> int:
        """How many words there are, as a reader counts them."""
        return sum(any(map(str.isalnum, word)) for word in self.text.split())

    @cached_property
    def long(self) -> str:
        """The longest of the words that are too long, as it is written, or nothing."""
        found = (part for word in WORD.findall(self.text) for part in word.split("-"))
        too_long = [one for one in found if len(one) > LETTERS and one.casefold() not in self.known]
        return max(too_long, key=len, default="")

    @property
    def fields(self) -> dict[str, Any]:
        """What the phrases of the rules may name."""
        return {
            "line": str(self.text),
            "words": self.count,
            "characters": len(self.text),
            "word": self.long,
            "letters": len(self.long),
        }


Propose = Callable[[Line], str | tuple[str, str] | None]


@dataclass(frozen=True)
class Rule:
    """A rule for a line; `example` names the right line that is shown where none is proposed.

    A rule that is mended by a new line as a `whole` leaves only errors to tell of the old one.
    """

    name: Phrase
    found: Callable[[Line], int]
    what: Phrase
    propose: Propose
    proposes: Phrase
    shows: Phrase
    example: str = "person"
    whole: bool = False

    def level(self, line: Line) -> int:
        """Return how badly the line breaks the rule; turned down, it is a step quieter."""
        return max(FINE, self.found(line) - (self.name.text in line.quiet))

    def told(self, line: Line) -> Phrase:
        """Return what is said of the line."""
        return _with(self.what, **line.fields)

    def mend(self, line: Line) -> Phrase:
        """Return how to mend the line: with a line to write, if there is one that is in order."""
        proposed = self.propose(line)
        parts = proposed if isinstance(proposed, tuple) else (proposed,)
        if not all(part and in_order(part, line) for part in parts):
            return _with(self.shows, example=line.speech.example(self.example))
        if len(parts) > 1:
            return phrase(
                'Make two lines of it: "{proposal}" and "{second}".',
                proposal=parts[0],
                second=parts[1],
            )
        return _with(self.proposes, proposal=parts[0])


def _with(text: Phrase, **fields: Any) -> Phrase:
    return replace(text, fields=tuple(fields.items()))


def _advice(found: Callable[[Line], object]) -> Callable[[Line], int]:
    return lambda line: ADVICE if found(line) else FINE


def _shorter(line: Line) -> str | tuple[str, str] | None:
    spared = turning.shortened(line.text, line.speech)
    if spared != line.text and in_order(spared, line):
        return spared
    return turning.parted(line.text, line.speech)


def _turned(line: Line) -> str | None:
    found = turning.turned(line.text, line.speech)
    if found is None or in_order(found, line):
        return found
    return turning.replaced(found, line.speech)


LONG_MENDS = (
    phrase('Write "{proposal}": a short line is learnt by heart and read from afar.'),
    phrase(
        "Keep to six words and 36 characters: a short line is learnt by heart and read from afar,"
        ' such as "{example}".'
    ),
)
LENGTHS = (
    Rule(
        phrase("words in a line"),
        lambda line: WORDS.level(line.count),
        phrase('"{line}" has {words} words.'),
        _shorter,
        *LONG_MENDS,
    ),
    Rule(
        phrase("characters in a line"),
        lambda line: CHARACTERS.level(len(line.text)),
        phrase('"{line}" has {characters} characters.'),
        _shorter,
        *LONG_MENDS,
    ),
)
LINE_RULES: tuple[tuple[Rule, ...], ...] = (
    (
        Rule(
            phrase("negations"),
            _advice(lambda line: negated(line.text, line.speech)),
            phrase('"{line}" says what not to do.'),
            lambda line: instead(line.text, line.speech.insteads),
            phrase('Say what to do instead, such as "{proposal}": then all know what is right.'),
            phrase('Say what to do instead, such as "{example}": then all know what is right.'),
            "negation",
            whole=True,
        ),
        Rule(
            phrase("abstract words"),
            _advice(lambda line: abstract(line.text, line.speech)),
            phrase('"{line}" can be understood in many ways.'),
            lambda line: instead(line.text, line.speech.abstract),
            phrase('Say what others can see you do, such as "{proposal}".'),
            phrase('Say what others can see you do, such as "{example}".'),
            "abstract",
            whole=True,
        ),
        Rule(
            phrase("person and verb"),
            _advice(lambda line: not speaks(line.text, line.speech)),
            phrase('"{line}" does not say what I or we do.'),
            _turned,
            phrase('Write "{proposal}": then it is a promise from the one who reads it.'),
            phrase(
                "Begin with the person and go on with the verb in the present, such as"
                ' "{example}": then it is a promise from the one who reads it.'
            ),
        ),
        Rule(
            phrase("shall and must"),
            _advice(lambda line: modal(line.text, line.speech)),
            phrase('"{line}" says what somebody should do, not what we do.'),
            _turned,
            phrase('Write "{proposal}": that is how it is done here.'),
            phrase('Say it as it is done here, such as "{example}".'),
        ),
    ),
    LENGTHS,
    (
        Rule(
            phrase("long words"),
            _advice(lambda line: line.long),
            phrase('"{word}" has {letters} letters, and is hard to read for the youngest.'),
            lambda line: turning.replaced(line.text, line.speech),
            phrase('Write it with a shorter word, such as "{proposal}".'),
            phrase("Find a word of at most ten letters, such as {example}."),
            "long",
        ),
    ),
)


def breaches(line: Line) -> Iterator[tuple[Rule, int]]:
    """Yield the rule of each group that the line breaks worst, and how badly."""
    least = ADVICE
    for group in LINE_RULES:
        levels = [(rule, rule.level(line)) for rule in group]
        rule, level = max(levels, key=lambda one: one[1])
        if level >= least:
            yield rule, level
            least = ERROR if rule.whole else least


def in_order(text: str, like: Line) -> bool:
    """Tell whether the text breaks no rule in the other line's place."""
    words = text.split()
    return bool(words) and not any(breaches(replace(like, text=text)))


def look(line: Line) -> Iterator[Problem]:
    """Yield what there is to say of one line."""
    for rule, level in breaches(line):
        yield Problem(
            place_of(line.text),
            rule.told(line),
            rule.mend(line),
            advice=level == ADVICE,
            rule=rule.name.text,
        )


def too_long(line: Line) -> Rule | None:
    """Return the rule that the line's length breaks, in whichever language it is."""
    rule = max(LENGTHS, key=lambda one: one.level(line))
    return rule if rule.level(line) > FINE else None


def heading_words(names: tuple[str, ...]) -> frozenset[str]:
    """Return the words of the headings, which every pupil knows however long they are."""
    return frozenset(word for name in names for word in words_of(name))

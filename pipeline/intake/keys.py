"""The words of a school's own files: which key or choice each one stands for."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Any

from pipeline.language import codes, language
from pipeline.problems import Phrase, guess, nearest
from pipeline.readers.letters import tidy


def words(code: str | None) -> Mapping[str, str]:
    """Return the language's words for keys and choices, each with the English one it stands for."""
    found: Mapping[str, str] = language(code or "nb").facts.get("keys") or {}
    return found


def english(written: str, among: Collection[str]) -> str | None:
    """Return which of `among` the word stands for, in whichever language it is written."""
    by_fold = {one.casefold(): one for one in among}
    word = tidy(str(written)).casefold()
    meant = (words(code).get(word, "").casefold() for code in codes())
    return next((by_fold[one] for one in (word, *meant) if one in by_fold), None)


def meaning(written: str) -> str:
    """Return the English word that the written one stands for, or the written one itself."""
    word = tidy(written).casefold()
    return next((words(code)[word] for code in codes() if word in words(code)), written)


def own(one: str, code: str | None) -> str:
    """Return the first word that the language has for an English key or choice."""
    if code == "en":
        return one
    return next((word for word, meant in words(code).items() if meant == one), one)


def suggest(written: str, among: Collection[str], code: str | None) -> tuple[str | None, Phrase]:
    """Return which of `among` a misspelt word may be meant to be, and the mend in the language."""
    spellings = {word: one for word, one in words(code).items() if one in among}
    known = [own(one, code) for one in among]
    near = nearest(written, [*spellings, *known])
    return near and english(near, among), guess(written, [near] if near else known)


def written_in(node: Any) -> str:
    """Return the language that most keys of the file are written in, bokmål where it is even."""
    found = list(_keys(node))
    order = ("nb", "nn", *codes())
    return max(
        order, key=lambda code: (sum(one in words(code) for one in found), -order.index(code))
    )


def _keys(node: Any) -> Iterator[str]:
    inner: Iterable[Any] = ()
    if isinstance(node, dict):
        yield from (str(key).strip().casefold() for key in node)
        inner = node.values()
    elif isinstance(node, list):
        inner = node
    for one in inner:
        yield from _keys(one)


def same_word(one: str, other: str) -> bool:
    """Tell whether two words are the same, whatever their case and spaces."""
    return tidy(one).casefold() == tidy(other).casefold()

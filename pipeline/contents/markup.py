"""Markup in which no word can break out: all that is not markup already is escaped."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

EMPTY = {"meta", "link", "br", "hr", "img"}


class Html(str):
    """Text that is markup already."""

    __slots__ = ()


def text(words: str) -> Html:
    """Return the words as markup that shows them."""
    return words if isinstance(words, Html) else Html(escape(words))


def tag(name: str, /, *inside: str, **given: str | bool) -> Html:
    """Return an element around what is inside it.

    Attributes are named as in Python: `class_` is class, `aria_hidden` is aria-hidden; True gives
    the bare name, False and "" leave the attribute out, "=" gives an empty one.
    """
    attributes = "".join(_attribute(key, one) for key, one in given.items() if one)
    if name in EMPTY:
        return Html(f"<{name}{attributes}>")
    return Html(f"<{name}{attributes}>{joined(inside)}</{name}>")


def joined(parts: Iterable[str]) -> Html:
    """Return the parts one after the other."""
    return Html("".join(map(text, parts)))


def _attribute(key: str, value: str | bool) -> str:
    name = key.rstrip("_").replace("_", "-")
    if value is True:
        return f" {name}"
    return f' {name}="{"" if value == "=" else escape(str(value))}"'

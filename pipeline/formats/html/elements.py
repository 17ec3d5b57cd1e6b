"""Markup in which no word can break out, and drawings and pictures that lie in the page itself."""

from __future__ import annotations

import base64
import re
from collections.abc import Iterable
from html import escape
from pathlib import Path

from pipeline.paper.sheet import Shape

EMPTY = frozenset(("meta", "br", "img"))
SAFE = re.compile(r"(?:https?://|mailto:|tel:)", re.IGNORECASE)
Given = str | int | None


class Markup(str):
    """Text that is markup already."""

    __slots__ = ()


def tag(name: str, /, *inside: str, **given: Given) -> Markup:
    """Return an element around what is inside it; words are escaped.

    Attributes are named as in Python: `class_` is class, `aria_hidden` is aria-hidden; None leaves
    one out.
    """
    attributes = "".join(
        f' {key.rstrip("_").replace("_", "-")}="{escape(str(one))}"'
        for key, one in given.items()
        if one is not None
    )
    if name in EMPTY:
        return Markup(f"<{name}{attributes}>")
    return Markup(f"<{name}{attributes}>{joined(inside)}</{name}>")


def joined(parts: Iterable[str]) -> Markup:
    """Return the parts one after the other."""
    return Markup("".join(map(words, parts)))


def words(text: str) -> Markup:
    """Return the words as markup that shows them, each of their lines on its own."""
    if isinstance(text, Markup):
        return text
    return Markup(escape(text).replace("\n", "<br>"))


def styled(**given: Given) -> str | None:
    """Return declarations for one element, named as in Python; None leaves one out."""
    told = [f"{key.replace('_', '-')}:{one}" for key, one in given.items() if one is not None]
    return ";".join(told) or None


def address(link: str) -> str | None:
    """Return the link where it leads to a page, a mail or a telephone; others lead nowhere."""
    return link if SAFE.match(link) else None


def pixels(number: float) -> str:
    """Return a length in pixels as it is written."""
    return f"{number:.2f}".rstrip("0").rstrip(".") + "px"


def drawing(shapes: Iterable[Shape], size: tuple[float, float], alt: str, style: str) -> Markup:
    """Return the shapes as a drawing; `size` is their box in mm. Without `alt` it is not heard."""
    heard: dict[str, Given] = (
        {"role": "img", "aria_label": alt} if alt else {"aria_hidden": "true", "focusable": "false"}
    )
    wide, high = size
    view = f"0 0 {_number(wide)} {_number(high)}"
    return tag("svg", *map(_path, shapes), viewBox=view, style=style, **heard)


def _path(one: Shape) -> Markup:
    steps = "".join(kind + " ".join(map(_number, numbers)) for kind, numbers in one.path)
    return tag(
        "path",
        d=steps,
        fill=one.fill or "none",
        stroke=one.stroke,
        stroke_width=_number(one.width) if one.stroke else None,
        opacity=None if one.opacity == 1.0 else _number(one.opacity),
    )


def _number(one: float) -> str:
    return f"{one:.3f}".rstrip("0").rstrip(".")


def data(path: Path) -> str:
    """Return the picture's bytes as an address that holds them."""
    kind = "png" if path.suffix == ".png" else "jpeg"
    return f"data:image/{kind};base64,{base64.b64encode(path.read_bytes()).decode('ascii')}"

"""What is drawn on the contents page, in SVG: values' shapes, small pictures, signs for files."""

from __future__ import annotations

import base64
from collections.abc import Iterable, Mapping

from pipeline.contents.markup import Html, joined, tag
from pipeline.contents.parts import Small
from pipeline.paper.outlines import GRID, value_shape
from pipeline.paper.sheet import Box, Shape

SHEET = "M5 1h9l5 5v15a2 2 0 0 1-2 2H5a2 2 0 0 1-2-2V3a2 2 0 0 1 2-2z"
RULES = "M7 11h8M7 14.5h8M7 18h5"


def shape(name: str, colour: str, ground: str) -> Html:
    """Return a value's shape in the colour; what is cut out of it shows the ground."""
    drawn = value_shape(name, Box(0, 0, GRID, GRID), colour, ground)
    paths = joined(tag("path", d=_path(one), fill=one.fill or "none") for one in drawn)
    return _decoration(f"0 0 {GRID:g} {GRID:g}", paths, "shape")


def _path(one: Shape) -> str:
    return " ".join(
        f"{kind}{' '.join(f'{number:.2f}'.rstrip('0').rstrip('.') for number in numbers)}"
        for kind, numbers in one.path
    )


def picture(key: str, one: Small, kind: str) -> Html:
    """Return the small picture, which lies once on the page however often it is shown."""
    inside = tag("use", href=f"#{key}")
    return _decoration(f"0 0 {one.width} {one.height}", inside, f"picture {kind}".strip())


def sign(kind: str) -> Html:
    """Return a sheet of paper, for what has no picture."""
    lines = joined(
        (
            tag("path", d=SHEET, class_="sheet"),
            tag("path", d=RULES, class_="rules"),
        )
    )
    return _decoration("0 0 22 24", lines, f"picture sign {kind}".strip())


def _decoration(view: str, inside: Html, kind: str) -> Html:
    return tag("svg", inside, viewBox=view, class_=kind, aria_hidden="true", focusable="false")


def kept(pictures: Mapping[str, Small]) -> Html:
    """Return the pictures themselves, laid where they are not seen."""
    images: Iterable[Html] = (
        tag(
            "image",
            id=key,
            width=str(one.width),
            height=str(one.height),
            href=data(one.content, one.media),
        )
        for key, one in pictures.items()
    )
    return tag(
        "svg",
        tag("defs", *images),
        class_="kept",
        width="1",
        height="1",
        aria_hidden="true",
        focusable="false",
    )


def data(content: bytes, media: str) -> str:
    """Return the bytes as an address that holds them."""
    return f"data:{media};base64,{base64.b64encode(content).decode('ascii')}"

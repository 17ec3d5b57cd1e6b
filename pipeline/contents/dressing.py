"""Dresses the contents page: the school's checked look as colours that the style sheet names."""

from __future__ import annotations

import functools
from importlib.resources import files

from pipeline.contents.drawn import data
from pipeline.contents.parts import Face
from pipeline.paper.theme import Look

OWN = '"Own letters"'  # a school's fonts may have any name; none of them stands in the sheet
OTHERS = 'ui-rounded, "SF Pro Rounded", "Arial Rounded MT Bold", "Segoe UI", system-ui, sans-serif'


def style(look: Look, faces: tuple[Face, ...]) -> str:
    """Return the whole style sheet for the look."""
    roles = ("field", "on_field", "paper", "ink", "quiet", "card", "edge")
    colours = {role.replace("_", "-"): str(getattr(look, role)) for role in roles}
    for at, dress in enumerate(look.values):
        colours |= {f"fill-{at}": dress.fill, f"on-{at}": dress.on, f"ink-{at}": dress.ink}
    names = "".join(f"--{role}:{colour};" for role, colour in colours.items())
    values = "".join(
        f".value-{at}{{--fill:var(--fill-{at});--on:var(--on-{at});--as-ink:var(--ink-{at})}}"
        for at in range(len(look.values))
    )
    letters = f"--letters:{OWN}, {OTHERS};" if faces else f"--letters:{OTHERS};"
    return f"{_laid_in(faces)}:root{{{names}{letters}}}{values}{_sheet()}".replace("<", "\\3c ")


def _laid_in(faces: tuple[Face, ...]) -> str:
    return "".join(
        "@font-face{"
        f"font-family:{OWN};font-weight:{one.weights};font-display:swap;"
        f'src:url("{data(one.content, "font/ttf")}")}}'
        for one in faces
    )


@functools.cache
def _sheet() -> str:
    return (files("pipeline.contents") / "page.css").read_text(encoding="utf-8")

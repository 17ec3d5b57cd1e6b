"""How papers are dressed: a theme and the school's own colours become one checked look."""

from __future__ import annotations

import functools
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from importlib.resources import files
from itertools import combinations
from pathlib import Path
from typing import Any

from pipeline import cache
from pipeline.model import Brand, Value
from pipeline.paper import colour, fonts
from pipeline.paper.sheet import Letters
from pipeline.problems import Gathered, guess, phrase, place_of

FOLDER = Path(str(files("pipeline") / "themes"))
OWN = ("field", "paper", "ink", "quiet")  # what a school may choose itself
LINES, HEADINGS, GRAPHICS = 7.0, 4.5, 3.0  # contrast asked for; WCAG 2.2, 1.4.6, 1.4.3 and 1.4.11
ALIKE = 8.0  # nearer than this, colour-blind eyes may take one value for another


@dataclass(frozen=True, slots=True)
class Dress:
    """A value's colours: its field, what stands on it, its pale ground, and itself as ink."""

    fill: str
    on: str
    tint: str
    ink: str


@dataclass(frozen=True)
class Look:
    """Colours and letters by role; `ruled`: with coloured rules instead of filled bands."""

    theme: str
    family: str
    ruled: bool
    field: str
    on_field: str
    paper: str
    ink: str
    quiet: str
    card: str
    edge: str
    values: tuple[Dress, ...]
    weights: tuple[tuple[str, int, float], ...]

    @property
    def pale(self) -> str:
        """The field's colour so light that ink stands well on it; the card's where ink is saved."""
        return self.card if self.ruled else colour.mixed(self.field, colour.WHITE, 0.16)

    def letters(self, role: str, size: float, colour: str | None = None) -> Letters:
        """Return the letters of the role at the size in pt, in ink or the colour given."""
        weight, tracking = next((w, t) for name, w, t in self.weights if name == role)
        return Letters(self.family, weight, size, colour or self.ink, tracking)


@functools.cache
def themes() -> tuple[str, ...]:
    """Return the themes that there is a file for."""
    return tuple(sorted(path.stem for path in FOLDER.glob("*.yaml")))


def dress(brand: Brand, values: Sequence[Value], gathered: Gathered) -> Look:
    """Return the school's look; colours that can't do their work are moved, with advice."""
    name = brand.theme
    if name not in themes():
        what = phrase("There is no theme called '{name}'.", name=name)
        gathered.error(place_of(name), what, guess(name, themes()))
        name = "sol"
    facts = cache.yaml_once(FOLDER / f"{name}.yaml")
    colours = _own_colours(facts["colours"], brand.colours, gathered)
    on_field = _on(colours["field"], colours, gathered)
    dresses = [
        _value_dress(value, facts["values"][at % len(facts["values"])], colours, gathered)
        for at, value in enumerate(values)
    ]
    _tell_alike(values, dresses, gathered)
    return Look(
        theme=name,
        family=_family(brand, facts, gathered),
        ruled=facts["bands"] == "ruled",
        field=on_field[0],
        on_field=on_field[1],
        **{role: str(colours[role]) for role in ("paper", "ink", "quiet", "card", "edge")},
        values=tuple(dresses),
        weights=tuple((role, weight, track) for role, (weight, track) in facts["letters"].items()),
    )


def _family(brand: Brand, facts: Mapping[str, Any], gathered: Gathered) -> str:
    if not brand.font:
        return str(facts["family"])
    if brand.font in fonts.families():
        return str(brand.font)
    what = phrase("There is no font called '{name}'.", name=brand.font)
    gathered.error(place_of(brand.font), what, guess(brand.font, fonts.families()))
    return str(facts["family"])


def _own_colours(
    theme: Mapping[str, str], own: Mapping[str, str], gathered: Gathered
) -> dict[str, str]:
    """Return the colours by role; paper must carry the theme's ink, and ink and quiet the paper."""
    colours: dict[str, str] = dict(theme)
    for role, written in own.items():
        if role not in OWN:
            what = phrase("'{role}' is no colour that a school can choose.", role=role)
            gathered.error(place_of(role) or place_of(written), what, guess(role, OWN))
        elif found := _known(written, gathered):
            colours[role] = found
    if "paper" in own:
        colours["paper"] = _moved(own["paper"], colours["paper"], [theme["ink"]], LINES, gathered)
        colours["card"] = colour.mixed(colour.WHITE, colours["paper"], 0.8)
    grounds = [colours["paper"], colours["card"]]
    for role, asked in (("ink", LINES), ("quiet", HEADINGS)):
        colours[role] = _moved(own.get(role, ""), colours[role], grounds, asked, gathered)
    if "field" in own:
        colours["field"] = _moved_field(own["field"], colours, gathered)
    return colours


def _moved_field(written: str, colours: Mapping[str, str], gathered: Gathered) -> str:
    grounds = [colours["ink"]] if colour.luminance(colours["field"]) > 0.18 else [colour.WHITE]
    return _moved(written, colours["field"], grounds, HEADINGS, gathered)


def _known(written: str, gathered: Gathered) -> str | None:
    found = colour.known(written)
    if found is None:
        what = phrase("'{written}' is no colour that is known here.", written=written)
        mend = phrase("Write it as # and six figures, such as #1c5c9c, or as one of: {known}.")
        mend = phrase(mend.text, known=", ".join(colour.NAMES))
        gathered.error(place_of(written), what, mend)
    return found


def _moved(
    written: str, full: str, grounds: Sequence[str], asked: float, gathered: Gathered
) -> str:
    """Return the colour, moved if need be to where it holds against the grounds; and tell of it."""
    moved = colour.holding(full, grounds, asked)
    if moved != full:
        ground = min(grounds, key=lambda one: colour.contrast(full, one))
        what = phrase(
            "{written} stands out from {ground} by {found} to 1; {asked} to 1 is needed.",
            written=written or full,
            ground=ground,
            found=round(colour.contrast(full, ground), 1),
            asked=asked,
        )
        mend = phrase("It is printed as {moved}, the nearest that does: write that.", moved=moved)
        gathered.advise(place_of(written), what, mend)
    return moved


def _on(field: str, colours: Mapping[str, str], gathered: Gathered) -> tuple[str, str]:
    """Return the field and what is legible on it: ink where it is light, white where it is dark."""
    inks = (colours["ink"], colour.WHITE)
    on = max(inks, key=lambda ink: colour.contrast(ink, field))
    return field, on


def _value_dress(value: Value, spare: str, colours: Mapping[str, str], gathered: Gathered) -> Dress:
    full = (_known(value.colour, gathered) if value.colour else None) or spare
    light, dark = colour.WHITE, colours["ink"]
    on = next((ink for ink in (light, dark) if colour.contrast(full, ink) >= HEADINGS), None)
    if on is None:
        on = light if colour.contrast(full, light) > 3.2 else dark
        full = _moved(value.colour, full, [on], HEADINGS, gathered)
    tint = colour.holding(colour.tint(full), [colours["ink"]], LINES)
    ink = colour.holding(full, [tint, colours["paper"], colours["card"]], HEADINGS)
    return Dress(full, on, tint, ink)


def _tell_alike(values: Sequence[Value], dresses: Sequence[Dress], gathered: Gathered) -> None:
    for (first, one), (second, other) in combinations(zip(values, dresses, strict=True), 2):
        if colour.apart(one.fill, other.fill) < ALIKE:
            what = phrase(
                "The colours of {first} and {second} look much alike to colour-blind eyes.",
                first=first.name,
                second=second.name,
            )
            mend = phrase(
                "Make one of them clearly darker: shape, name and place still tell them apart."
            )
            gathered.advise(place_of(second.colour) or place_of(second.name), what, mend)


def palette(look: Look) -> Iterable[str]:
    """Yield every colour that the look prints with."""
    yield from (look.field, look.on_field, look.paper, look.ink, look.quiet, look.card, look.edge)
    for one in look.values:
        yield from (one.fill, one.on, one.tint, one.ink)

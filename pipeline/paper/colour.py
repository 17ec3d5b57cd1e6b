"""Colours as eyes see them: contrast, tints, the nearest that holds, and colour-blind sight."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from typing import NamedTuple

WHITE = "#ffffff"
NAMES = {  # blue, green, red, purple and wine are tested together, as all our themes have them
    "blue": "#00538a",
    "navy": "#14213d",
    "turquoise": "#0f6b73",
    "green": "#007a67",
    "yellow": "#ffd45c",
    "orange": "#b24700",
    "red": "#b13d17",
    "purple": "#7c28bd",
    "wine": "#5e1237",
    "brown": "#6b4423",
    "grey": "#5f6570",
}
Linear = tuple[float, float, float]


class Lch(NamedTuple):
    """A colour as lightness (0 to 1), chroma (0 to about 0.3) and hue (a, b: its direction)."""

    lightness: float
    chroma: float
    a: float
    b: float


def known(written: str) -> str | None:
    """Return the colour as #rrggbb, if it is written so or is a name of ours; else None."""
    plain = written.strip().casefold()
    return plain if re.fullmatch("#[0-9a-f]{6}", plain) else NAMES.get(plain)


def linear(colour: str) -> Linear:
    """Return red, green and blue as amounts of light, 0 to 1 (IEC 61966-2-1)."""
    parts = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    r, g, b = (one / 12.92 if one <= 0.04045 else ((one + 0.055) / 1.055) ** 2.4 for one in parts)
    return r, g, b


def _written(light: Sequence[float]) -> str:
    within = (min(1.0, max(0.0, one)) for one in light)
    parts = (
        12.92 * one if one <= 0.0031308 else 1.055 * one ** (1 / 2.4) - 0.055 for one in within
    )
    return "#" + "".join(f"{round(one * 255):02x}" for one in parts)


def luminance(colour: str) -> float:
    """Return the relative luminance, 0 to 1.

    Source: WCAG 2.2, https://www.w3.org/TR/WCAG22/#dfn-relative-luminance
    """
    r, g, b = linear(colour)
    return 0.2126 * r + 0.7152 * g + 0.0722 * b


def contrast(one: str, other: str) -> float:
    """Return the contrast ratio, 1 to 21.

    Source: WCAG 2.2, https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio
    """
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def oklab(light: Linear) -> tuple[float, float, float]:
    """Return lightness, green to red and blue to yellow.

    Source: Ottosson 2020, https://bottosson.github.io/posts/oklab/
    """
    r, g, b = light
    long = (0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b) ** (1 / 3)
    middle = (0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b) ** (1 / 3)
    short = (0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b) ** (1 / 3)
    return (
        0.2104542553 * long + 0.7936177850 * middle - 0.0040720468 * short,
        1.9779984951 * long - 2.4285922050 * middle + 0.4505937099 * short,
        0.0259040371 * long + 0.7827717662 * middle - 0.8086757660 * short,
    )


def _light(colour: Lch) -> Linear:
    a, b = colour.a * colour.chroma, colour.b * colour.chroma
    long = (colour.lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
    middle = (colour.lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
    short = (colour.lightness - 0.0894841775 * a - 1.2914855480 * b) ** 3
    return (
        4.0767416621 * long - 3.3077115913 * middle + 0.2309699292 * short,
        -1.2684380046 * long + 2.6097574011 * middle - 0.3413193965 * short,
        -0.0041960863 * long - 0.7034186147 * middle + 1.7076147010 * short,
    )


def lch(colour: str) -> Lch:
    """Return the colour's lightness, chroma and hue."""
    lightness, a, b = oklab(linear(colour))
    chroma = (a * a + b * b) ** 0.5
    return (
        Lch(lightness, chroma, a / chroma, b / chroma) if chroma > 1e-4 else Lch(lightness, 0, 1, 0)
    )


def of_lch(colour: Lch) -> str:
    """Return the colour as #rrggbb, with as much of its chroma as a screen can show."""
    shown = _light(colour)
    if _shown(shown):
        return _written(shown)
    low, high = 0.0, colour.chroma
    for _ in range(12):
        middle = (low + high) / 2
        low, high = (
            (middle, high) if _shown(_light(colour._replace(chroma=middle))) else (low, middle)
        )
    return _written(_light(colour._replace(chroma=low)))


def _shown(light: Linear) -> bool:
    return all(-1e-4 <= one <= 1 + 1e-4 for one in light)


def tint(colour: str, lightness: float = 0.948, chroma: float = 0.021) -> str:
    """Return the colour as a pale ground for reading; a grey stays grey."""
    full = lch(colour)
    return of_lch(full._replace(lightness=lightness, chroma=min(chroma, full.chroma / 3)))


def mixed(one: str, other: str, share: float) -> str:
    """Return `share` (0 to 1) of the one colour laid over the other, as thin paint."""
    pairs = ((int(one[at : at + 2], 16), int(other[at : at + 2], 16)) for at in (1, 3, 5))
    return "#" + "".join(
        f"{round(share * over + (1 - share) * under):02x}" for over, under in pairs
    )


def holds(colour: str, grounds: Sequence[str], ratio: float) -> bool:
    """Tell whether the colour keeps the contrast against every ground."""
    return all(contrast(colour, ground) >= ratio for ground in grounds)


def holding(colour: str, grounds: Sequence[str], ratio: float) -> str:
    """Return the nearest colour of the same hue that keeps the contrast against every ground.

    Lightness alone is moved, down or up, whichever is the shorter way; where no lightness will do,
    black or white is returned, whichever holds better.
    """
    if holds(colour, grounds, ratio):
        return colour
    ways = [way for end in (0.0, 1.0) if (way := _towards(colour, end, grounds, ratio))]
    if ways:
        return min(ways, key=lambda way: difference(way, colour))
    return max(("#000000", WHITE), key=lambda end: min(contrast(end, one) for one in grounds))


def _towards(colour: str, end: float, grounds: Sequence[str], ratio: float) -> str | None:
    full = lch(colour)
    if not holds(of_lch(full._replace(lightness=end)), grounds, ratio):
        return None
    fails, works = full.lightness, end
    for _ in range(12):
        middle = (fails + works) / 2
        if holds(of_lch(full._replace(lightness=middle)), grounds, ratio):
            works = middle
        else:
            fails = middle
    return of_lch(full._replace(lightness=works))


# Machado, Oliveira and Fernandes 2009, "A Physiologically-based Model for Simulation of Color
# Vision Deficiency", IEEE TVCG 15(6), table 1, severity 1.0; to be used on amounts of light.
SIGHTS: dict[str, tuple[Linear, Linear, Linear]] = {
    "protan": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "deutan": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
    "tritan": (
        (1.255528, -0.076749, -0.178779),
        (-0.078411, 0.930809, 0.147602),
        (0.004733, 0.691367, 0.303900),
    ),
}


def seen(colour: str, sight: str) -> str:
    """Return the colour as it looks to eyes with that sight, one of SIGHTS."""
    light = linear(colour)
    return _written(
        [sum(w * one for w, one in zip(row, light, strict=True)) for row in SIGHTS[sight]]
    )


def difference(one: str, other: str) -> float:
    """Return how far apart two colours look, in hundredths (Euclid in OKLab; about 2 is just seen).

    CSS Color 4 defines it so: https://www.w3.org/TR/css-color-4/#color-difference-OK
    """
    pairs = zip(oklab(linear(one)), oklab(linear(other)), strict=True)
    return 100 * math.sqrt(sum((a - b) ** 2 for a, b in pairs))


def apart(one: str, other: str) -> float:
    """Return how far apart two colours look to the eyes that tell them least apart."""
    sights = (difference(seen(one, sight), seen(other, sight)) for sight in SIGHTS)
    return min(difference(one, other), *sights)

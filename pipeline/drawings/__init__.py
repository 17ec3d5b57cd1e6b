"""A pupil's photo or scan becomes clean art, sized for its place; the logo gets its variants.

Importing this room is light: the libraries for pictures are loaded by the first drawing that is
not ready in the store.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from pipeline.drawings.store import digest_of, forget, keep, lay, master_of, ready, step_of
from pipeline.model import Art
from pipeline.problems import Place

__all__ = [
    "KINDS",
    "REFUSE_DPI",
    "WARN_DPI",
    "before_and_after",
    "clean",
    "digest_of",
    "dpi",
    "forget",
    "logo_names",
    "logo_variants",
    "ready",
    "rendition",
    "widest_mm",
]

KINDS = ("drawing", "logo")
WARN_DPI = 200
REFUSE_DPI = 100
MM_PER_INCH = 25.4
LOGO_SIZES = (256, 512, 1024, 2048)  # widths in pixels; none beyond what the drawn logo has


def clean(path: Path, store: Path, place: Place, kind: str = "drawing") -> Art:
    """Return the clean art of the photo or scan, made once and found in the store ever after.

    `kind` is one of KINDS. Faults at `place` when the file is no sound picture of a drawing.
    """
    from pipeline.drawings import opening

    content = opening.read(path, place)
    digest = digest_of(content, kind)
    found = ready(digest, store)
    if found:
        return found
    from pipeline.drawings.cleaning import clean_pixels
    from pipeline.drawings.decoding import decode
    from pipeline.drawings.rendering import encoded

    picture = decode(content, path.name, place)
    del content
    pixels = clean_pixels(picture, kind, place)
    return keep(digest, encoded(pixels), (pixels.shape[1], pixels.shape[0]), store)


def rendition(
    art: Art,
    width_px: int,
    store: Path,
    clear: bool = False,
    turn: float = 0.0,
    rim: bool = False,
) -> Path:
    """Return a file of the art at least `width_px` wide, where it has so many pixels.

    A JPEG on white, turned by degrees clockwise, or with `clear` a PNG whose white is
    transparent, and with `rim` a white line goes around it. Widths are rounded up to a few
    steps, never beyond the art's own.
    """
    width = step_of(width_px, art.width)
    leans = f"-{turn:+g}" if turn else ""
    target = store / (
        f"{art.digest}-{width}-clear.png" if clear else f"{art.digest}-{width}{leans}.jpg"
    )
    if clear and rim:
        target = store / f"{art.digest}-{width}-rim.png"
        if not target.exists():
            from pipeline.drawings.logo import rimmed

            lay(target, rimmed(master_of(art.digest, store), width))
    if not target.exists():
        from pipeline.drawings.rendering import render

        render(master_of(art.digest, store), width, target, clear, turn)
    return target


def dpi(art: Art, width_mm: float) -> float:
    """Return how many pixels an inch gets when the art is placed `width_mm` wide."""
    return art.width / (width_mm / MM_PER_INCH)


def widest_mm(art: Art, at_dpi: float = WARN_DPI) -> float:
    """Return how wide in mm the art may be placed and still have `at_dpi`."""
    return art.width / at_dpi * MM_PER_INCH


def logo_names(art: Art, inks: Mapping[str, str]) -> tuple[str, ...]:
    """Return the names of the files that `logo_variants` makes, in its order."""
    sizes = [size for size in LOGO_SIZES if size <= art.width] or [art.width]
    looks = ("colour", "dark", *inks)
    return tuple(f"{one}{end}" for one in looks for end in (*(f"-{s}.png" for s in sizes), ".svg"))


def logo_variants(art: Art, store: Path, inks: Mapping[str, str]) -> dict[str, bytes]:
    """Return the logo's files by name: PNG at some sizes, and traced SVG.

    `inks` are names and #rrggbb of the one-colour variants, such as {"ink": "#22252b"}.
    """
    ink = "".join(f"{name}{colour}" for name, colour in inks.items()).replace("#", "-")
    kept = {name: store / f"{art.digest}-logo-{ink}-{name}" for name in logo_names(art, inks)}
    if not all(path.exists() for path in kept.values()):
        from pipeline.drawings.logo import variants

        for name, content in variants(master_of(art.digest, store), inks).items():
            lay(kept[name], content)
    return {name: path.read_bytes() for name, path in kept.items()}


def before_and_after(
    paths: Sequence[Path],
    store: Path,
    target: Path,
    headings: tuple[str, str, str],
    captions: Callable[[str, tuple[int, int], Art], tuple[str, str, str]],
    font: Path | None = None,
) -> None:
    """Write one PNG with each original beside its clean art on white and on yellow.

    `headings` stand above the three columns; `captions` gives the words under the three pictures
    from the file's name, the original's width and height, and the art; `font` is a TrueType file
    for them, written bold where it is variable.
    """
    from pipeline.drawings.comparing import compare

    rows = [(path, clean(path, store, Place(path.name))) for path in paths]
    compare(rows, store, target, (headings, captions), font)

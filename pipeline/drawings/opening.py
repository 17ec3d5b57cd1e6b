"""Takes a picture's bytes from a file, and refuses in words what is missing or far too large."""

from __future__ import annotations

from pathlib import Path

from pipeline.problems import Place, fault, phrase

MAX_BYTES = 100_000_000
WHOLE_AGAIN = phrase("Copy the file from the phone or the scanner once more.")


def read(path: Path, place: Place) -> bytes:
    """Return the bytes of the file; Faults when it is missing, empty or far too large."""
    if not path.is_file():
        raise fault(
            place,
            phrase("there is no file '{file}'.", file=path.name),
            phrase("Put the drawing there, or correct its name."),
        )
    size = path.stat().st_size
    if size == 0:
        raise fault(place, phrase("the file '{file}' is empty.", file=path.name), WHOLE_AGAIN)
    if size > MAX_BYTES:
        raise fault(
            place,
            phrase(
                "'{file}' is {size} MB; a drawing may be at most {most} MB.",
                file=path.name,
                size=round(size / 1e6),
                most=MAX_BYTES // 1_000_000,
            ),
            phrase("Scan it at 300 dpi and save it as JPEG."),
        )
    return path.read_bytes()

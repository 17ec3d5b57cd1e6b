"""Faces for a page on screen: the family's file cut down to the letters that the page uses."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from pipeline.paper.fonts import Face, face

WEIGHTS = (500, 800)  # what a page is set in where a family has one file for each weight
DROPPED = ("GSUB", "GDEF", "BASE", "STAT", "meta", "DSIG")


def cut(family: str, text: Iterable[str]) -> tuple[tuple[str, bytes], ...]:
    """Return font files with the text's letters alone, each with the weights that it gives."""
    letters = frozenset(map(ord, set().union(*text)))
    faces: dict[Path, Face] = {}
    for weight in WEIGHTS:
        one = face(family, weight)
        faces.setdefault(one.path, one)
    return tuple((_weights(one), _cut(one, letters)) for one in faces.values())


def _weights(one: Face) -> str:
    axis = next((axis for axis in one.source.axis_infos if axis.tag == "wght"), None)
    return f"{axis.min_value:g} {axis.max_value:g}" if axis else str(one.weight)


def _cut(one: Face, letters: frozenset[int]) -> bytes:
    import uharfbuzz as hb

    wanted = hb.SubsetInput()
    wanted.unicode_set.update(letters & one.letters)
    wanted.drop_table_tag_set.update(int.from_bytes(tag.encode(), "big") for tag in DROPPED)
    for axis, value in one.axes.items():
        if axis != "wght":
            wanted.pin_axis_location(one.source, axis, value)
    content: bytes = hb.subset(one.source, wanted).blob.data
    return content

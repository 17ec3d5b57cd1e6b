"""A matrix as it was read: plain records, the words that help to read one, and the JSON form."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from pipeline.problems import Phrase, Problem, Sourced


@dataclass(frozen=True)
class MatrixRecord:
    """One matrix; `audience` is "elev" or "voksen", and `cells` go arena -> value -> lines.

    `decided` tells how it was read: which way it lies, and where its title comes from.
    """

    title: Sourced
    audience: str
    values: tuple[Sourced, ...]
    arenas: tuple[Sourced, ...]
    cells: Mapping[str, Mapping[str, tuple[Sourced, ...]]]
    decided: tuple[Phrase, ...] = ()


@dataclass(frozen=True)
class Reading:
    """All that a file gave; the notes tell what was decided, left out or not understood."""

    matrices: tuple[MatrixRecord, ...]
    notes: tuple[Problem, ...] = ()


@dataclass(frozen=True)
class MatrixWords:
    """The words, in all languages that schools write, by which headings are known.

    They are beginnings: "skolegård" knows "I skolegården". Words of up to three letters are whole.
    The corners name what stands in a column; asides are legends, sources and the like.
    """

    values: tuple[str, ...]
    arenas: tuple[str, ...]
    prepositions: tuple[str, ...]
    arena_corner: tuple[str, ...]
    value_corner: tuple[str, ...]
    pupils: tuple[str, ...]
    adults: tuple[str, ...]
    openers: tuple[str, ...]
    line_corner: tuple[str, ...] = ()
    title_corner: tuple[str, ...] = ()
    audience_corner: tuple[str, ...] = ()
    asides: tuple[str, ...] = ()


BUILT_IN = MatrixWords(
    values=("respekt", "ansvar", "omsorg", "trygg", "respect", "responsib", "care", "caring"),
    arenas=("skoleg", "gang", "garderobe", "klasserom", "toalett", "mat", "skjerm", "sfo")
    + ("skolevei", "ute", "inne", "playground", "classroom", "corridor"),
    prepositions=("i", "på", "ved", "til", "in", "on", "at", "to"),
    arena_corner=("arena", "sted", "stad", "hvor", "place", "where"),
    value_corner=("verdi", "vi viser", "value"),
    pupils=("elev", "barn", "pupil", "student", "child"),
    adults=("voksen", "voksne", "vaksen", "vaksne", "ansatt", "tilsett", "adult", "staff"),
    openers=("jeg", "vi", "eg", "i", "we"),
    line_corner=("forventning", "regel", "atferd", "åtferd", "expectation", "behavio"),
    title_corner=("matrise", "tema", "matrix", "topic"),
    audience_corner=("målgruppe", "hvem", "kven", "audience", "who"),
    asides=("forklaring", "merk", "kilde", "laget av", "laga av", "legend", "note", "made by"),
)


def as_json(reading: Reading) -> list[dict[str, Any]]:
    """Return the matrices as plain lists and dictionaries, ready for `json.dumps`."""
    return [
        {
            "title": str(one.title),
            "audience": one.audience,
            "values": [str(value) for value in one.values],
            "arenas": [str(arena) for arena in one.arenas],
            "cells": {
                str(arena): {
                    str(value): [str(line) for line in lines] for value, lines in row.items()
                }
                for arena, row in one.cells.items()
            },
        }
        for one in reading.matrices
    ]

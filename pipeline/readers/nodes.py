"""What a settings file holds: dictionaries and lists that know the line of everything in them."""

from __future__ import annotations

from collections.abc import Hashable
from typing import Any

from pipeline.problems import Place, Sourced


class _Placed:
    """Remembers the place of each item and how it was written."""

    place: Place

    def __init__(self, place: Place) -> None:
        super().__init__()
        self.place = place
        self._places: dict[Hashable, Place] = {}
        self._written: dict[Hashable, str] = {}

    def place_of(self, key: Hashable) -> Place:
        """Return where the item under `key` is written, or the whole where there is none."""
        return self._places.get(key, self.place)

    def written(self, key: Hashable) -> Sourced:
        """Return a number, date or word as it was written: 012 for the number 12."""
        return Sourced(self._written.get(key, ""), self.place_of(key))

    def note(self, key: Hashable, place: Place, written: str = "") -> None:
        """Remember where and how the item under `key` is written."""
        self._places[key], self._written[key] = place, written


class Node(_Placed, dict[str, Any]):
    """A dictionary whose keys and words are Sourced."""


class Items(_Placed, list[Any]):
    """A list whose words are Sourced; the key of an item is its number from 0."""

"""Matrices written by name (YAML, JSON): checks their keys and lays them out as tables."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from pipeline.problems import Gathered, Phrase, Place, Sourced, guess, phrase
from pipeline.readers.grid import Cell, Found, Grid
from pipeline.readers.nodes import Items, Node

# Each key in English, and as schools write it.
KEYS = {
    "title": ("title", "tittel"),
    "audience": ("audience", "målgruppe"),
    "values": ("values", "verdier", "verdiar"),
    "arenas": ("arenas", "arenaer", "arenaar"),
    "cells": ("cells", "ruter"),
}
MOST_PROBLEMS = 25
LISTS = ("matrices", "matriser")
SHOW = phrase("Write it as in: arenaer: {{I gangen: {{Respekt: [Jeg går rolig]}}}}")


def named_grids(content: Any, place: Place) -> Found:
    """Return a table for each matrix in the content, or raise Faults for keys not asked for."""
    gathered = _Few()
    if isinstance(content, Node):
        held = [key for key in content if key in LISTS]
        content = content[held[0]] if held and len(content) == 1 else [content]
    if not isinstance(content, list):
        gathered.error(place, phrase("there is no list of matrices here."), SHOW)
        content = []
    found = []
    for at, one in enumerate(content):
        if isinstance(one, Node):
            found.append(_Named(one, gathered).grid())
        else:
            where = content.place_of(at) if isinstance(content, Items) else place
            gathered.error(where, phrase("this is no matrix with keys of its own."), SHOW)
    return Found(tuple(found), gathered.close())


class _Few(Gathered):
    """Gathers problems, but gives up where there is no end of them."""

    def error(self, place: Place | None, what: Phrase, mend: Phrase) -> None:
        """Note what must be mended; raise all of it when it is enough to see what is wrong."""
        super().error(place, what, mend)
        if len(tuple(self)) >= MOST_PROBLEMS:
            self.close()


class _Named:
    """One matrix by name, on its way to being a table."""

    def __init__(self, node: Node, gathered: Gathered) -> None:
        self.node, self.gathered = node, gathered
        self.fields: dict[str, Any] = {}
        known = {name: key for key, names in KEYS.items() for name in names}
        for name, value in node.items():
            key = known.get(name.casefold())
            if key is None:
                what = phrase("'{key}' is not asked for here.", key=name)
                self.gathered.error(_at(name, node), what, guess(name, known))
            elif key in self.fields:
                what = phrase("'{key}' is given in two languages.", key=name)
                self.gathered.error(_at(name, node), what, SHOW)
            else:
                self.fields[key] = value

    def grid(self) -> Grid:
        """Return the table: values along the top, arenas down the side."""
        place = self.node.place
        rows = dict(self._rows())
        values = self._names("values")
        for key in (key for row in rows.values() for key in row):
            self._refuse_stray("values", key, values)
        for row in rows.values():
            values |= {value: value for value in row if value not in values}
        arenas = self._names("arenas")
        for arena in rows:
            self._refuse_stray("arenas", arena, arenas)
        arenas |= {arena: arena for arena in rows if arena not in arenas}
        top = [
            Cell((), place),
            *(Cell((value,), value.place or place) for value in values.values()),
        ]
        grid = [tuple(top)]
        for arena in arenas.values():
            at = arena.place or place
            row = rows.get(arena, {})
            lines = (Cell(tuple(row.get(value, ())), at) for value in values)
            grid.append((Cell((arena,), at), *lines))
        title = self._text("title")
        headings = (title,) if title else ()
        audience = self._text("audience")
        return Grid(place, tuple(grid), headings, values_in="columns", audience=audience)

    def _rows(self) -> Iterator[tuple[Sourced, dict[Sourced, list[Sourced]]]]:
        """Yield each arena with its lines by value, from `cells` or straight from `arenas`."""
        held = self.fields.get("cells", self.fields.get("arenas"))
        if not isinstance(held, Node):
            self._wrong("cells", phrase("there are no arenas with values and lines here."))
            return
        for arena, cells in held.items():
            name = Sourced(arena, _at(arena, held))
            if isinstance(cells, Node):
                yield name, {self._key(cells, key): self._lines(cells, key) for key in cells}
            elif cells is None:
                yield name, {}
            else:
                what = phrase("'{key}' has no values with lines under it.", key=arena)
                self.gathered.error(held.place_of(arena), what, SHOW)

    def _key(self, cells: Node, key: str) -> Sourced:
        return Sourced(key, _at(key, cells))

    def _lines(self, cells: Node, key: str) -> list[Sourced]:
        held = cells[key]
        if held is None:
            return []
        if isinstance(held, Sourced):
            return [held]
        lines = held if isinstance(held, Items) else [None]
        for at, line in enumerate(lines):
            if not isinstance(line, Sourced):
                place = held.place_of(at) if isinstance(held, Items) else cells.place_of(key)
                what = phrase("'{key}' holds something else than lines of text.", key=key)
                self.gathered.error(place, what, SHOW)
        return [line for line in lines if isinstance(line, Sourced)]

    def _names(self, key: str) -> dict[Sourced, Sourced]:
        """Return the names listed under a key, by themselves."""
        held = self.fields.get(key)
        if held is None or isinstance(held, Node):
            return {}
        names = [name for name in held if isinstance(name, Sourced)] if _is_list(held) else []
        if not _is_list(held) or len(names) < len(held):
            self._wrong(key, phrase("'{key}' must be a list of names.", key=key))
        if len(set(names)) < len(names):
            self._wrong(key, phrase("a name stands twice in '{key}'.", key=key))
        return {name: name for name in names}

    def _refuse_stray(self, key: str, name: Sourced, listed: dict[Sourced, Sourced]) -> None:
        """Tell a name that is not in the list, where there is one."""
        if listed and name not in listed:
            what = phrase("'{name}' is not among those listed in '{key}'.", name=name, key=key)
            self.gathered.error(name.place, what, guess(name, listed))

    def _text(self, key: str) -> Sourced | None:
        held = self.fields.get(key)
        if held is None or isinstance(held, Sourced):
            return held or None
        self._wrong(key, phrase("'{key}' must be plain words.", key=key))
        return None

    def _wrong(self, key: str, what: Phrase) -> None:
        names = KEYS.get(key, (key,))
        written = next((name for name in self.node if name.casefold() in names), key)
        self.gathered.error(self.node.place_of(written), what, SHOW)


def _is_list(held: Any) -> bool:
    return isinstance(held, Items)


def _at(key: str, node: Node) -> Place:
    return getattr(key, "place", None) or node.place_of(key)

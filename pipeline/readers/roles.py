"""Decides what the axes of a matrix name: values, arenas, whom it is for, what it is called."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import permutations

from pipeline.problems import Phrase, Sourced, phrase
from pipeline.readers.axes import Axis, Laid
from pipeline.readers.heads import ARENA, TITLE, VALUE, WHOM, Known, says

PAIR = 2


@dataclass(frozen=True)
class Roles:
    """Which axis has which role, by its number; a value or arena may be a heading above instead."""

    value: int | Sourced
    arena: int | Sourced
    whom: int | None
    title: int | None
    evidence: int
    guessed: Phrase | None = None


def roles_of(laid: Laid, known: Known, shared: frozenset[str] = frozenset()) -> Roles | None:
    """Return the roles, or None where values or arenas are not to be found.

    `shared` are headings that stand above several tables, and so rather name the whole.
    """
    stated = {axis.stated: at for at, axis in reversed(list(enumerate(laid.axes))) if axis.stated}
    whom = stated.get(WHOM, _whom(laid.axes, known))
    free = [at for at, axis in enumerate(laid.axes) if not axis.stated and at != whom]
    value: int | Sourced | None = stated.get(VALUE)
    arena: int | Sourced | None = stated.get(ARENA)
    guessed: Phrase | None = None
    if value is None and arena is None and len(free) >= PAIR:
        value, arena, guessed = _pair(laid, free, known)
    elif value is None and arena is None and free:
        is_value = _is_value(laid.axes[free[0]], laid.context, known)
        value, arena = (free[0], None) if is_value else (None, free[0])
    elif value is None and free:
        value = _best(laid.axes, free, known, VALUE)
    elif arena is None and free:
        arena = _best(laid.axes, free, known, ARENA)
    if value is None and arena is None:
        return None
    if value is None:
        value, guessed = _from_context(laid.context, known, VALUE, shared)
    elif arena is None:
        arena, guessed = _from_context(laid.context, known, ARENA, shared)
    if value is None or arena is None:
        return None
    title = stated.get(TITLE, next((at for at in reversed(free) if at not in (value, arena)), None))
    evidence = _count(_names(laid, value), known.value) + _count(_names(laid, arena), known.arena)
    return Roles(value, arena, whom, title, evidence + len(stated), guessed)


def _whom(axes: Sequence[Axis], known: Known) -> int | None:
    found = (at for at, axis in enumerate(axes) if axis.names and all(map(known.whom, axis.names)))
    return next(found, None)


def _names(laid: Laid, role: int | Sourced) -> Sequence[Sourced]:
    return laid.axes[role].names if isinstance(role, int) else (role,)


def _pair(laid: Laid, free: Sequence[int], known: Known) -> tuple[int, int, Phrase | None]:
    """Return which two axes are values and arenas, and on what ground where that is a guess."""
    if len(free) > PAIR:
        free = max(permutations(free, PAIR), key=lambda pair: _known_pair(laid.axes, pair, known))
        free = sorted(free)
    side, top = (laid.axes[at].names for at in free)
    above, ground = _way(top, side, laid.corner, known)
    return (free[1], free[0], ground) if above else (free[0], free[1], ground)


def _known_pair(axes: Sequence[Axis], pair: Sequence[int], known: Known) -> tuple[int, int]:
    values, arenas = axes[pair[0]].names, axes[pair[1]].names
    sure = _count(values, known.value) + _count(arenas, known.arena)
    return sure + sum(map(known.placed, arenas)), sum(pair)


def _way(
    top: Sequence[str], side: Sequence[str], corner: str, known: Known
) -> tuple[bool, Phrase | None]:
    """Tell whether the values stand along the top, and on what ground where that is a guess."""
    for sureness in (2, 1):
        above = sum(known.value(one) >= sureness for one in top)
        beside = sum(known.value(one) >= sureness for one in side)
        if above != beside:
            return above > beside, None
    arenas = _count(top, known.arena), _count(side, known.arena)
    if arenas[0] != arenas[1]:
        return arenas[1] > arenas[0], None
    words = known.words
    of_arena, of_value = says(corner, words.arena_corner), says(corner, words.value_corner)
    if of_arena != of_value:
        return of_arena, None
    placed = sum(map(known.placed, top)), sum(map(known.placed, side))
    if placed[0] != placed[1]:
        return placed[1] > placed[0], phrase(
            "which headings are values was guessed: the others begin like places (I …, På …)."
        )
    return True, phrase(
        "no heading is a value or a place known here: the columns were taken for values."
    )


def _is_value(axis: Axis, context: Sequence[Sourced], known: Known) -> bool:
    """Tell whether the only axis names values rather than arenas."""
    values, arenas = _count(axis.names, known.value), _count(axis.names, known.arena)
    if values != arenas:
        return values > arenas
    above = next((known.role(one) for one in context if known.role(one) in (VALUE, ARENA)), "")
    return above == ARENA or (above == "" and not any(map(known.placed, axis.names)))


def _best(axes: Sequence[Axis], free: Iterable[int], known: Known, role: str) -> int:
    sureness = known.value if role == VALUE else known.arena
    return max(free, key=lambda at: (_count(axes[at].names, sureness), at))


def _from_context(
    context: Sequence[Sourced], known: Known, role: str, shared: frozenset[str]
) -> tuple[Sourced | None, Phrase | None]:
    """Return the nearest heading above that can have a role, and how far that is a guess."""
    other = ARENA if role == VALUE else VALUE
    found = [one for one in context if known.label(one) and known.role(one) not in (other, WHOM)]
    found = [one for one in found if one not in shared] or found
    if not found:
        return None, None
    name = found[0]
    if known.role(name) == role or known.placed(name):
        return name, None
    if role == ARENA:
        return name, phrase('the heading "{name}" was taken for the place.', name=name)
    return name, phrase('the heading "{name}" was taken for the value.', name=name)


def _count(names: Iterable[str], sureness: Callable[[str], int]) -> int:
    return sum(sureness(name) > 0 for name in names)

"""Who won, and who is tied; nobody is ranked beyond that."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class Outcome:
    """The winners' numbers, those that are tied for the last places, and how many these are."""

    winners: tuple[int, ...]
    tied: tuple[int, ...] = ()
    left: int = 0


def outcome(votes: Mapping[int, int], places: int) -> Outcome:
    """Return who won of the votes by number; drawings without a vote win nothing."""
    given = {number: count for number, count in votes.items() if count > 0}
    if len(given) <= places:
        return Outcome(tuple(sorted(given)))
    least = sorted(given.values(), reverse=True)[places - 1]
    above = tuple(sorted(one for one, count in given.items() if count > least))
    level = tuple(sorted(one for one, count in given.items() if count == least))
    if len(above) + len(level) <= places:
        return Outcome(tuple(sorted(above + level)))
    return Outcome(above, level, places - len(above))


def once_more(found: Outcome, votes: Mapping[int, int]) -> Outcome:
    """Return who won when those that were tied were voted for once more."""
    among = {number: votes.get(number, 0) + 1 for number in found.tied}  # all are still in it
    later = outcome(among, found.left)
    return Outcome(tuple(sorted((*found.winners, *later.winners))), later.tied, later.left)

"""Share a height among rows: even rows if they can be, else each after its need."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from pipeline.paper.fit import largest
from pipeline.paper.style import STEP

CALM = 0.88  # letters are made no smaller than that to save lines


@dataclass(frozen=True, slots=True)
class Sizing:
    """What is known of rows: the heights they need with lines of a size, and the height there is.

    `needs` returns None where a word is too wide, `unrest` how many lines there are in all, `calm`
    whether letters larger than the floor leave no text in a staircase; sizes are pt, heights mm.
    Rows are even while that keeps `even` of the size that others would have.
    """

    needs: Callable[[float], list[float] | None]
    available: Callable[[float], float]
    unrest: Callable[[float], int]
    floor: float
    target: float
    even: float = 0.82
    saving: float = CALM
    calm: Callable[[float], bool] = lambda size: True

    def fits(self, size: float, *, even: bool) -> bool:
        """Tell whether the rows fit with lines of that size."""
        if size > self.floor and not self.calm(size):
            return False
        found = self._heights(size, even=even)
        return found is not None and sum(found) <= self.available(size) + 1e-6

    def _heights(self, size: float, *, even: bool) -> list[float] | None:
        found = self.needs(size)
        return [max(found)] * len(found) if found and even else found

    def solve(self) -> tuple[float, list[float]] | None:
        """Return the largest size that fits and the rows' heights; None where none does."""
        loose = largest(lambda size: self.fits(size, even=False), self.floor, self.target)
        if loose is None:
            return None
        even = largest(lambda size: self.fits(size, even=True), self.floor, self.target)
        is_even = even is not None and even >= loose * self.even
        size = self._calm(even if is_even and even else loose)
        return size, self._heights(size, even=is_even) or []

    def _calm(self, most: float) -> float:
        """Return a somewhat smaller size where that saves lines: text runs calmer so."""
        least = max(self.floor, most * self.saving)
        sizes = [most - step * STEP for step in range(int((most - least) / STEP) + 1)]
        return min(sizes, key=lambda size: (self.unrest(size), -size))


def grown(heights: Sequence[float], available: float, most: float = float("inf")) -> list[float]:
    """Return the heights with what is left shared among them, none raised over `most`."""
    more = max(0.0, available - sum(heights)) / len(heights)
    return [max(one, min(one + more, most)) for one in heights]


def level(needed: Sequence[float], available: float) -> float:
    """Return the height that the taller rows must come down to for all to fit."""
    low, left = sorted(needed), available
    for at, one in enumerate(low):
        share = left / (len(low) - at)
        if one > share:
            return max(share, 0.0)
        left -= one
    return low[-1] if low else available

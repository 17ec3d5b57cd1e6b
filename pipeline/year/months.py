"""The months of a school year: the focus of each, and which of the values it shows."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from pipeline.model import Focus, Value, Year
from pipeline.year.days import AUGUST, ONE, monday, school_days, starts

LAST_MONTH = 6
ALL = "all"


@dataclass(frozen=True)
class Month:
    """A month of a school year, and what is practised on most of its school days."""

    year: int
    number: int
    focus: Focus | None

    @property
    def first(self) -> date:
        """The first day of the month."""
        return date(self.year, self.number, 1)

    @property
    def last(self) -> date:
        """The last day of the month."""
        return (self.first + timedelta(days=31)).replace(day=1) - ONE


def months(year: Year) -> tuple[Month, ...]:
    """Return the eleven months from August to June, each with its focus, or None for none.

    Of two with equally many school days it is the one that has had fewer months, then the first.
    """
    start = starts(year)
    numbers = [(start, one) for one in range(AUGUST, 13)]
    numbers += [(start + 1, one) for one in range(1, LAST_MONTH + 1)]
    found: list[Month] = []
    for calendar, number in numbers:
        month = Month(calendar, number, None)
        found.append(Month(calendar, number, _focus(year, month, found)))
    return tuple(found)


def _focus(year: Year, month: Month, before: Sequence[Month]) -> Focus | None:
    def weight(focus: Focus) -> tuple[int, int]:
        first, last = max(focus.first, month.first), min(focus.last, month.last)
        had = sum(one.focus is focus for one in before)
        return len(school_days(year, first, last)), -had

    best = max(year.focuses, key=weight, default=None)
    return best if best and weight(best)[0] else None


def month_of(year: Year, day: date) -> Month | None:
    """Return the month that a day is in, or None outside August to June of the school year."""
    return next((one for one in months(year) if one.first <= day <= one.last), None)


def month_of_week(year: Year, day: date) -> Month | None:
    """Return the month with most school days of the day's week: that of its week plan.

    Where two have as many, or the week has none, it is the month of the week's Thursday.
    """
    start = monday(day)
    there = school_days(year, start, start + 4 * ONE)
    counts = {one.month: sum(day.month == one.month for day in there) for one in there}
    most = [one for one in counts if counts[one] == max(counts.values())]
    if len(most) == 1:
        return month_of(year, next(one for one in there if one.month == most[0]))
    return month_of(year, start + 3 * ONE)


def focus_on(year: Year, day: date) -> Focus | None:
    """Return what is practised on the day."""
    return next((one for one in year.focuses if one.first <= day <= one.last), None)


def shown(year: Year, values: Sequence[Value]) -> tuple[tuple[int, ...], ...]:
    """Return for each month which of the values small inserts show, counted from 0.

    A month whose focus leaves it open shows one value with lines: the one that has been shown
    least, counting those months too that name theirs, and of several the next in the order of the
    school; not the one that the month after names, if that can be.
    """
    found = [_named(month.focus, values) for month in months(year)]
    counts = Counter(at for named in found for at in named)
    latest = -1
    for number, month in enumerate(months(year)):
        if month.focus and not found[number]:
            after = found[number + 1] if number + 1 < len(found) else ()

            def turn(
                at: int, last: int = latest, after: tuple[int, ...] = after
            ) -> tuple[int, bool, int]:
                return counts[at], at in after, (at - last - 1) % len(values)

            found[number] = tuple(sorted(_spoken(month.focus), key=turn)[:1])
            counts.update(found[number])
        latest = found[number][-1] if found[number] else latest
    return tuple(found)


def _spoken(focus: Focus) -> tuple[int, ...]:
    return tuple(at for at, lines in enumerate(focus.arena.cells) if lines)


def _named(focus: Focus | None, values: Sequence[Value]) -> tuple[int, ...]:
    """Return the values that the focus itself says are shown."""
    if focus is None or not focus.shown:
        return ()
    there = _spoken(focus)
    return (
        there if focus.shown == ALL else tuple(at for at in there if values[at].name == focus.shown)
    )


def shown_in(year: Year, values: Sequence[Value], month: Month) -> tuple[int, ...]:
    """Return which of the values the small inserts of the month show, counted from 0."""
    there = [(one.year, one.number) for one in months(year)]
    return shown(year, values)[there.index((month.year, month.number))]

"""Finds every place of the best kind that a week plan has for the insert."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from pipeline.problems import phrase
from pipeline.weekplan import labels, markers
from pipeline.weekplan.insert import Words
from pipeline.weekplan.laying import parted
from pipeline.weekplan.markup import Part
from pipeline.weekplan.spots import BLOCKS, Record, Spot, needs
from pipeline.weekplan.story import Line, Plan

Look = Callable[[str, Part, list[Line], Words], Iterable[Spot]]
KINDS: tuple[Look, ...] = (
    lambda name, part, _, __: markers.earlier(name, part),
    markers.marked,
    lambda name, part, lines, words: labels.labelled(name, part, lines, words.label),
    lambda name, part, lines, words: labels.social(name, part, lines, words.social),
)
"""The kinds of place, the best first."""


def found(plan: Plan, words: Words, at_end: bool, kinds: Sequence[Look] = KINDS) -> list[Spot]:
    """Return the places of the best kind that there is, in the order of the text.

    A marker that is written beside an earlier insert is filled too: it must not be printed.
    """
    for look in kinds:
        spots = {
            name: list(look(name, part, plan.lines[name], words))
            for name, part in plan.parts.items()
        }
        if any(spots.values()):
            for name, part in plan.parts.items():
                if look is KINDS[0] and words.marker:
                    spots[name] += markers.written(name, part, plan.lines[name], words)
            return [one for some in spots.values() for one in parted(some)]
    return [_last(plan)] if at_end else []


def laid_before(plan: Plan) -> list[Spot]:
    """Return the inserts that were laid in before."""
    return found(plan, Words("", (), (), ()), False, KINDS[:1])


def _last(plan: Plan) -> Spot:
    """Return the spot after all that the text holds."""
    body = plan.body
    held = [one for one in body.kids if one.name in BLOCKS]
    at = held[-1].end if held else plan.parts[plan.main].tag_end(body)
    lead, trail = needs(body, at, at)
    why = phrase("last in the plan")
    record = Record(spaced=trail)
    return Spot(plan.main, at, at, body, why, record, lead=lead, trail=trail)

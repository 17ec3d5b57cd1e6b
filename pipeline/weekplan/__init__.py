"""Surgery on teachers' own Word week plans: lays an insert in, and touches nothing else."""

from __future__ import annotations

from dataclasses import replace

from pipeline.problems import Faults, Phrase, Problem, fault, phrase
from pipeline.readers.door import Source
from pipeline.weekplan import fullness, laying, room
from pipeline.weekplan.finding import found, laid_before
from pipeline.weekplan.insert import Insert, Laid, Make, Words
from pipeline.weekplan.laying import Task
from pipeline.weekplan.spots import Said, Spot, where
from pipeline.weekplan.story import Plan, is_fallback, said
from pipeline.weekplan.vetting import take_in, vetted

__all__ = ["Insert", "Laid", "Make", "Words", "lay", "remove", "take_in", "words"]


def lay(source: Source, terms: Words, make: Make, at_end: bool = False) -> Laid:
    """Return the week plan with the insert in every place of the best kind, or raise Faults.

    An earlier insert is replaced; else it goes to markers, to "Månedens PALS", to "SOSIALT", and
    with `at_end` last in the text.
    """
    plan = vetted(source)
    spots = found(plan, terms, at_end)
    if not spots:
        raise _nowhere(source, terms)
    tasks, notes = _made(plan, spots, make, source)
    if not tasks:
        raise Faults([replace(one, advice=False) for one in notes])
    package = laying.laid(plan, tasks, terms)
    content = package.packed() if package.entries != plan.package.entries else source.data
    notes += fullness.warnings(plan, tasks, source.place)
    places = [_place(plan, one.spot) for one in tasks if not _is_copy(one.spot, tasks)]
    return Laid(content, tuple(places), tuple(notes), content != source.data)


def remove(source: Source, terms: Words) -> Laid:
    """Return the week plan without our inserts, markers given back, or raise Faults."""
    plan = vetted(source)
    spots = laid_before(plan)
    if not spots:
        return Laid(source.data)
    package = laying.removed(plan, spots, terms)
    seen = [one for one in spots if not is_fallback(one.around)] or spots
    places = [where(one, plan.parts[one.part].root) for one in seen]
    return Laid(package.packed(), tuple(places), (), True)


def words(source: Source) -> str:
    """Return all that the week plan says, headers too, without an insert of ours."""
    return said(vetted(source))


def _made(
    plan: Plan, spots: list[Spot], make: Make, source: Source
) -> tuple[list[Task], list[Problem]]:
    """Return the tasks with an insert made for each width, and advice where it is too narrow."""
    inserts: dict[float, Insert | None] = {}
    tasks, notes = [], []
    for spot in spots:
        wide = round(room.width(plan, spot.part, spot.around, spot.end), 1)
        if wide not in inserts:
            inserts[wide] = make(wide) if wide > 0 else None
        insert = inserts[wide]
        if insert:
            tasks.append(Task(spot, insert))
        elif not is_fallback(spot.around):
            place = _place(plan, spot)
            what = phrase(
                "{wide} mm is too narrow for the insert ({where}).", wide=wide, where=Said(place)
            )
            mend = phrase("Make the cell or the box wider, or mark another place.")
            notes.append(Problem(source.place, what, mend, advice=True))
    return tasks, notes


def _place(plan: Plan, spot: Spot) -> Phrase:
    at = where(spot, plan.parts[spot.part].root)
    return phrase("{where}, {why}", where=Said(at), why=Said(spot.why))


def _is_copy(spot: Spot, tasks: list[Task]) -> bool:
    """Tell whether a spot is the second copy of one in a text box."""
    return is_fallback(spot.around) and any(not is_fallback(one.spot.around) for one in tasks)


def _nowhere(source: Source, terms: Words) -> Faults:
    marker = "{{ " + terms.marker[0].replace(" ", "_") + " }}"
    what = phrase(
        'there is no place for the insert: no {marker}, no line "{label}" and no "{social}" in '
        "the text, the tables, the text boxes, the header or the footer.",
        marker=marker,
        label=terms.title,
        social=terms.social[0].upper(),
    )
    mend = phrase("Write {marker} where it belongs, and save.", marker=marker)
    return fault(source.place, what, mend)

"""Lets a week plan in, or says in words why nothing can be laid into it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from functools import lru_cache
from pathlib import Path

from pipeline.problems import Faults, Place, Problem, fault, phrase
from pipeline.readers import door
from pipeline.weekplan import package as zipped
from pipeline.weekplan.markup import STRICT, Part, W
from pipeline.weekplan.package import Package
from pipeline.weekplan.relations import LIST, type_of
from pipeline.weekplan.story import BODY, Plan, main_part, opened

WORDS = {
    door.TOO_MUCH: phrase("there is far more packed in this file than a week plan needs."),
    door.TAKE_OUT: phrase("Copy the week plan alone into a new document, and give that."),
    phrase("Give the file that the matrices are written in."): phrase(
        "Give the week plan as a Word document (.docx)."
    ),
}
"""What the door says of matrices, said of week plans."""
USUAL = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
SAVE_USUAL = phrase("Choose Save as in Word, and the kind «Word document (.docx)».")
KINDS = {
    "application/vnd.ms-word.document.macroEnabled.main+xml": phrase(
        "this is a document with macros (.docm), which is left alone."
    ),
    "application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml": phrase(
        "this is a Word template (.dotx), not a week plan made from it."
    ),
    "application/vnd.ms-word.template.macroEnabledTemplate.main+xml": phrase(
        "this is a Word template (.dotx), not a week plan made from it."
    ),
}
SIGNATURES = "_xmlsignatures/"
ON = frozenset({"1", "true", "on"})


@contextmanager
def _of_week_plans() -> Iterator[None]:
    """Let what the door says of matrices be said of week plans."""
    try:
        yield
    except Faults as faults:
        raise Faults(map(_reworded, faults.problems)) from None


def _reworded(problem: Problem) -> Problem:
    what, mend = (WORDS.get(one, one) for one in (problem.what, problem.mend))
    return replace(problem, what=what, mend=mend)


def take_in(path: Path) -> door.Source:
    """Return a week plan's content, or raise Faults."""
    with _of_week_plans():
        return door.take_in(path)


@lru_cache(4)
def vetted(source: door.Source) -> Plan:
    """Return the plan of a file that may be changed, or raise Faults; the last few are kept."""
    with _of_week_plans():
        parts = door.unpack(source, LIST, door.SAVE_WORD)
    try:
        package = zipped.unpacked(source.data)
        if set(package.entries) != set(parts.names):
            raise ValueError("two lists of contents")
        return _plan(package, source.place)
    except (*zipped.DAMAGES, KeyError):
        raise door.damaged(source.place) from None


def _plan(package: Package, place: Place) -> Plan:
    main = main_part(package)
    if main is None:
        raise fault(place, phrase("there is no document in this file."), door.SAVE_AGAIN)
    kind = type_of(package.read(LIST), main)
    if kind in KINDS:
        raise fault(place, KINDS[kind], SAVE_USUAL)
    if kind != USUAL:
        found = (said for name, said in door.PACKED.items() if name in package)
        raise fault(place, next(found, door.KINDS[b"PK"]), door.SAVE_WORD)
    if any(name.startswith(SIGNATURES) for name in package.entries):
        what = phrase("the document is signed digitally, and a change would break the signature.")
        raise fault(place, what, phrase("Give a copy that is not signed."))
    plan = opened(package, main)
    _refuse_closed(plan, place)
    return plan


def _refuse_closed(plan: Plan, place: Place) -> None:
    root = plan.parts[plan.main].root
    if root.name.startswith(STRICT):
        what = phrase("the document is saved in the strict variant of the format.")
        raise fault(place, what, SAVE_USUAL)
    if root.kid(BODY) is None:
        raise fault(place, phrase("there is no document in this file."), door.SAVE_AGAIN)
    settings = plan.part_of("settings")
    if settings and _is_protected(settings):
        what = phrase("the document is protected against changes.")
        mend = phrase("Choose Review > Restrict editing > Stop protection in Word, and save.")
        raise fault(place, what, mend)


def _is_protected(settings: Part) -> bool:
    node = settings.root.kid(W + "documentProtection")
    return node is not None and node.attributes.get(W + "enforcement", "0").lower() in ON

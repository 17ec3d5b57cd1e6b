"""Drawings taken in: cleaned where consent is given, joined to the school, and sharp enough where they stand."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from pipeline import cache, drawings
from pipeline.build.press import each
from pipeline.model import Arena, Art, Drawing, School
from pipeline.paper.sheet import Sheets, pictures
from pipeline.problems import Faults, Gathered, Place, phrase, place_of

Task = tuple[Path, Place, str]


def cleaned(task: Task) -> Art | Faults:
    """Return one picture as clean art, or what is wrong with it."""
    path, place, kind = task
    try:
        return drawings.clean(path, cache.folder("drawings"), place, kind)
    except Faults as faults:
        return faults


def _all_cleaned(tasks: list[Task], jobs: int, gathered: Gathered) -> dict[Path, Art]:
    store = cache.folder("drawings")
    waiting = [task for task in tasks if not drawings.is_ready(task[0], store, task[2])]
    done = {task[0]: each_done for task, each_done in zip(waiting, each(cleaned, waiting, jobs), strict=True)}
    found: dict[Path, Art] = {}
    for task in tasks:
        result = done.get(task[0]) or cleaned(task)
        if isinstance(result, Faults):
            gathered.add(result.problems)
        else:
            found[task[0]] = result
    return found


def join(school: School, assets: Path, logo: Path | None, jobs: int, gathered: Gathered) -> School:
    """Return the school with art for its logo and for each drawing that hangs on a wall."""
    tasks: list[Task] = [
        (assets / "drawings" / one.file, place_of(one.shows) or Place(one.file), "drawing")
        for one in dict.fromkeys(arena.drawing for arena in _arenas(school))
        if one
    ]
    if logo:
        tasks.append((logo, Place(logo.name), "logo"))
    found = _all_cleaned(tasks, jobs, gathered)

    def with_art(drawing: Drawing | None) -> Drawing | None:
        return drawing and replace(drawing, art=found.get(assets / "drawings" / drawing.file))

    matrices = tuple(
        replace(one, arenas=tuple(replace(a, drawing=with_art(a.drawing)) for a in one.arenas))
        for one in school.matrices
    )
    brand = replace(school.brand, logo=found.get(logo)) if logo else school.brand
    return replace(school, matrices=matrices, brand=brand)


def _arenas(school: School) -> Iterator[Arena]:
    return (arena for one in school.matrices for arena in one.arenas)


def sharp(paper: Sheets, size: str, school: School, gathered: Gathered) -> None:
    """Report each drawing that has too few pixels for its box on the paper: once, where it is the worst."""
    owners = {a.drawing.art.digest: a.drawing for a in _arenas(school) if a.drawing and a.drawing.art}
    for picture in pictures(paper):
        drawing = owners.get(picture.art.digest)
        dpi = drawings.dpi(picture.art, picture.box.w)
        if drawing is None or dpi >= drawings.WARN_DPI:
            continue
        place = (place_of(drawing.shows) or Place(drawing.file)).at(paper=size)
        what = phrase("{file} has {dpi} dots an inch here.", file=drawing.file, dpi=math.floor(dpi))
        mend = phrase("Scan the drawing at {dpi} dpi, or print on a smaller paper.", dpi=_needed(dpi))
        (gathered.error if dpi < drawings.REFUSE_DPI else gathered.advise)(place, what, mend)


def _needed(dpi: float) -> int:
    """Return the next usual scanner setting that would be sharp, from a scan at 200 dpi."""
    wanted = drawings.WARN_DPI / dpi * drawings.WARN_DPI
    return next((usual for usual in (300, 400, 600) if usual >= wanted), 1200)

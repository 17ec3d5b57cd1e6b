"""Takes the drawings in: cleaned where consent is given, and sharp enough where they stand."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from concurrent.futures import Executor
from dataclasses import replace
from datetime import date
from pathlib import Path

from pipeline import cache, drawings
from pipeline.build.taking import Taken
from pipeline.model import USES, Arena, Art, Drawing, School
from pipeline.paper.flow import Figure, Flow, walk
from pipeline.paper.sheet import Sheets, pictures
from pipeline.problems import Faults, Gathered, Place, phrase, place_of, told

Task = tuple[Path, Place, str]
LARGEST = 100_000_000  # bytes; larger files are refused where they are opened


def cleaned(task: Task) -> Art | Faults:
    """Return one picture as clean art, or what is wrong with it."""
    path, place, kind = task
    try:
        return drawings.clean(path, cache.folder("drawings"), place, kind)
    except Faults as faults:
        return faults


def _ready(task: Task) -> Art | None:
    path, _, kind = task
    if not path.is_file() or path.stat().st_size > LARGEST:
        return None
    return drawings.ready(drawings.digest_of(path.read_bytes(), kind), cache.folder("drawings"))


def _all_cleaned(tasks: list[Task], pool: Executor, gathered: Gathered) -> dict[Path, Art]:
    found: dict[Task, Art | Faults | None] = {task: _ready(task) for task in tasks}
    waiting = [task for task in tasks if found[task] is None]
    found.update(zip(waiting, pool.map(cleaned, waiting), strict=True))
    for one in found.values():
        if isinstance(one, Faults):
            gathered.add(one.problems)
    return {task[0]: one for task, one in found.items() if isinstance(one, Art)}


def join(taken: Taken, assets: Path, today: date, pool: Executor, gathered: Gathered) -> School:
    """Return the school with clean art for its logo and for each drawing that it may use.

    What was made from a drawing whose consent is withdrawn is forgotten.
    """
    school, home = taken.school, assets / "drawings"
    _forget([home / one.file for one in taken.drawn if one.consent.withdrawn])
    allowed = [one for one in taken.drawn if any(one.consent.covers(u, today) for u in USES)]
    hung = [arena.drawing for arena in _arenas(school) if arena.drawing]
    files = {one.file: one for one in (*hung, *allowed)}
    tasks = [
        (home / name, place_of(one.shows) or Place(name), "drawing") for name, one in files.items()
    ]
    if taken.logo:
        tasks.append((taken.logo, Place(f"assets/{taken.logo.name}"), "logo"))
    found = _all_cleaned(tasks, pool, gathered)

    def ready(drawing: Drawing) -> Drawing:
        return replace(drawing, art=found.get(home / drawing.file))

    def with_art(arena: Arena) -> Arena:
        return replace(arena, drawing=ready(arena.drawing)) if arena.drawing else arena

    matrices = tuple(
        replace(one, arenas=tuple(map(with_art, one.arenas))) for one in school.matrices
    )
    logo = found.get(taken.logo) if taken.logo else None
    drawn = tuple(ready(one) for one in taken.drawn)
    brand = replace(school.brand, logo=logo)
    year = school.year and school.year.with_arenas(with_art)
    return replace(school, matrices=matrices, drawings=drawn, brand=brand, year=year)


def _forget(files: list[Path]) -> None:
    for file in files:
        if file.is_file():
            drawings.forget(drawings.digest_of(file, "drawing"), cache.folder("drawings"))


def _arenas(school: School) -> Iterator[Arena]:
    yield from (arena for one in school.matrices for arena in one.arenas)
    yield from school.year.arenas if school.year else ()


def sharp(papers: Iterable[tuple[Sheets | Flow, str]], school: School, gathered: Gathered) -> None:
    """Report each drawing with too few pixels for its box, once for each size of paper."""
    owners = {
        a.drawing.art.digest: a.drawing for a in _arenas(school) if a.drawing and a.drawing.art
    }
    worst: dict[tuple[Drawing, str], float] = {}
    for paper, size in papers:
        for picture, wide in _placed(paper):
            if drawing := owners.get(picture.digest):
                dpi = drawings.dpi(picture, wide)
                worst[drawing, size] = min(dpi, worst.get((drawing, size), dpi))
    for (drawing, size), dpi in worst.items():
        if dpi < drawings.WARN_DPI:
            place = (place_of(drawing.shows) or Place(drawing.file)).at(paper=size)
            what = phrase("{file} has {dpi} dots an inch here.", file=drawing.file, dpi=int(dpi))
            mend = phrase(
                "Scan the drawing at {dpi} dpi, or print on a smaller paper.", dpi=_needed(dpi)
            )
            (gathered.error if dpi < drawings.REFUSE_DPI else gathered.advise)(place, what, mend)


def _placed(paper: Sheets | Flow) -> Iterator[tuple[Art, float]]:
    """Yield the art on the paper, and how wide it is there in mm."""
    if isinstance(paper, Flow):
        yield from ((one.art, one.width) for one in walk(paper) if isinstance(one, Figure))
    else:
        yield from ((one.art, one.box.w) for one in pictures(paper))


def _needed(dpi: float) -> int:
    """Return the next usual scanner setting that would be sharp, from a scan at 200 dpi."""
    wanted = drawings.WARN_DPI / dpi * drawings.WARN_DPI
    return next((usual for usual in (300, 400, 600) if usual >= wanted), 1200)


def before_and_after(files: tuple[Path, ...], target: Path) -> Path:
    """Write one sheet with each drawing before and after; return its file, which is a new one."""
    from pipeline.paper import fonts

    while target.exists():
        target = target.with_name(f"{target.stem} 2{target.suffix}")

    def captions(name: str, size: tuple[int, int], art: Art) -> tuple[str, str, str]:
        sharp = phrase("sharp up to {cm} cm wide", cm=int(drawings.widest_mm(art) // 10))
        said = told(sharp)
        return name, said[:1].upper() + said[1:], ""

    headings = told(phrase("Before")), told(phrase("After")), told(phrase("On colour"))
    face = fonts.face("Nunito", 700).path
    drawings.before_and_after(files, cache.folder("drawings"), target, headings, captions, face)
    return target

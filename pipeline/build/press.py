"""Work that runs on all cores: cleaning drawings and painting papers, in processes."""

from __future__ import annotations

import functools
import math
import multiprocessing
import os
import signal
import sys
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Executor, Future, ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pipeline import cache
from pipeline.build.logo import LogoPack
from pipeline.paper.flow import Flow
from pipeline.paper.sheet import PAPERS, SLIDES, Picture, Sheets

DPI, SLIP_DPI = 200, 300  # for what hangs on a wall, and for what is held in a hand
MM_PER_INCH = 25.4


@dataclass(frozen=True)
class Task:
    """A paper or the logo pack, the formats it is wanted in, and where the school's fonts lie."""

    paper: Sheets | Flow | LogoPack
    formats: tuple[str, ...]
    fonts: Path


def prepared(picture: Picture, turn: float = 0.0, dpi: int = DPI) -> Path:
    """Return a file of the picture's art, turned, with the pixels that its box needs."""
    from pipeline import drawings

    pixels = math.ceil(picture.box.w / MM_PER_INCH * dpi)
    store = cache.folder("drawings")
    return drawings.rendition(picture.art, pixels, store, picture.clear, turn, picture.rim)


def paint(task: Task) -> dict[str, bytes]:
    """Return the paper in each of its formats; one format may be made from another's bytes."""
    paper = task.paper
    if isinstance(paper, LogoPack):
        return paper.painted()
    from pipeline import formats
    from pipeline.paper import fonts

    fonts.use_folder(task.fonts)
    pictures = functools.partial(prepared, dpi=SLIP_DPI) if _is_slip(paper) else prepared
    painted: dict[str, bytes] = {}

    def made(name: str) -> bytes:
        if name not in painted:
            form = formats.format(name)
            source = form.MADE_FROM
            painted[name] = form.paint(made(source)) if source else form.paint(paper, pictures)
        return painted[name]

    return {name: made(name) for name in task.formats}


def _is_slip(paper: Sheets | Flow) -> bool:
    """Tell whether the paper is smaller than the smallest that hangs on a wall."""
    short, long = PAPERS["A4"]
    sheets = getattr(paper, "sheets", ())
    sides = [
        sorted((one.width, one.height))
        for one in sheets
        if (one.width, one.height) not in SLIDES.values()
    ]
    return bool(sides or not sheets) and all(low < short or high < long for low, high in sides)


class Here(Executor):
    """An executor that does the work at once, in this process."""

    def submit(self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future[Any]:
        """Do the work and return it done."""
        future: Future[Any] = Future()
        try:
            future.set_result(fn(*args, **kwargs))
        except BaseException as wrong:
            future.set_exception(wrong)
        return future


def cores() -> int:
    """Return how many cores this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


@contextmanager
def workers(jobs: int) -> Iterator[Executor]:
    """Give an executor of so many processes; one job runs here.

    They are begun at once: each is as large as this process has become by then.
    """
    if jobs <= 1:
        yield Here()
        return
    way = "fork" if sys.platform.startswith("linux") else "spawn"
    context = multiprocessing.get_context(way)
    with ProcessPoolExecutor(jobs, mp_context=context, initializer=_quiet) as pool:
        try:
            for _ in range(jobs):
                pool.submit(_quiet)
            yield pool
        except BaseException:
            pool.shutdown(cancel_futures=True)
            raise


def spread(work: Callable[[Any], Any], tasks: Sequence[Any], pool: Executor) -> Iterator[Any]:
    """Yield what the work makes of each task, done by the pool; a lone one is done at once here."""
    return (pool if len(tasks) > 1 else Here()).map(work, tasks)


def _quiet() -> None:
    """Leave it to the first process to answer when the user stops the build."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)

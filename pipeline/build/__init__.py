"""The straight way from a school's folder to its output: read, take in, compose, paint, write."""

from __future__ import annotations

import functools
import gc
from collections.abc import Callable, Iterator
from concurrent.futures import Executor
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from pipeline.build import ledger as ledgers
from pipeline.build import press
from pipeline.build.ledger import Ledger
from pipeline.build.plan import Choice, Job, Order
from pipeline.build.shelf import Line, Shelf
from pipeline.language import language
from pipeline.paper import flow
from pipeline.paper.flow import Figure, Flow, Words
from pipeline.paper.sheet import Picture, Row, Sheets, Text, walk
from pipeline.problems import Problem, phrase

if TYPE_CHECKING:
    from pipeline.build.composing import Composed
    from pipeline.build.logo import LogoPack

PAINTERS = (
    *("formats", "drawings", "paper/fonts.py", "paper/sheet.py", "paper/flow.py"),
    *("paper/setting", "paper/style.py", "paper/fit.py", "paper/outlines.py"),
)
Mark = dict[str, str]
SELDOM = 20_000  # new things that are not yet garbage, before Python looks for garbage


@dataclass(frozen=True)
class Request:
    """Where the school lies, where its papers go, and what is wanted of them today."""

    folder: Path
    out: Path
    today: date
    choice: Choice = Choice()
    jobs: int = 1
    force: bool = False


@dataclass
class Told:
    """What is known of a build while its lines come: how many there will be, and advice.

    `contents` is what became of the page that all is found on, once the lines are out.
    """

    total: int = 0
    advice: tuple[Problem, ...] = ()
    contents: Line | None = None


@contextmanager
def alone(out: Path, waiting: Callable[[], None]) -> Iterator[None]:
    """Hold the output folder for one build at a time; a second calls `waiting`, then waits."""
    import filelock

    home = out / ledgers.HOME
    home.mkdir(parents=True, exist_ok=True)
    lock = filelock.FileLock(home / "lock")
    try:
        lock.acquire(timeout=0)
    except filelock.Timeout:
        waiting()
        lock.acquire()
    try:
        yield
    finally:
        lock.release()


@contextmanager
def unpaused() -> Iterator[None]:
    """Let Python look for garbage more seldom: papers are many small things that all stay."""
    usual = gc.get_threshold()
    gc.set_threshold(SELDOM)
    try:
        yield
    finally:
        gc.set_threshold(*usual)


def build(request: Request, told: Told) -> Iterator[Line]:
    """Make all that is out of date, and yield a line for each file as it is done."""
    ledger = Ledger.open(request.out)
    inputs, asked = ledgers.inputs(request.folder), repr(request.choice)
    targets = ledger.nothing_new(asked, inputs, request.out, request.today)
    if targets is not None and not request.force and ledgers.page_untouched(request.out):
        told.total = len(targets)
        yield from (_kept(ledger, target) for target in targets)
        return
    made: list[str] = []
    try:
        with unpaused(), press.workers(request.jobs) as pool:
            for line in _made(request, ledger, told, pool):
                made.append(line.target)
                yield line
        others = ledger.asked if inputs == ledger.inputs else {}
        ledger.asked = {**others, asked: [target for target in made if target in ledger.made]}
        ledger.inputs = inputs
    finally:
        if made or told.contents:
            ledger.close()


def _kept(ledger: Ledger, target: str) -> Line:
    return Line("kept", target, phrase("nothing has changed"), ledger.made[target].reads_at)


def _made(request: Request, ledger: Ledger, told: Told, pool: Executor) -> Iterator[Line]:
    from pipeline.build.composing import compose
    from pipeline.build.keeping import arts, refresh

    before = [Job.again(entry.job) for entry in ledger.made.values() if not entry.wished]
    due = compose(request.folder, request.choice, before, request.today, pool)
    ledger.good_until = due.good_until.isoformat() if due.good_until else ""
    shelf = Shelf(request.out, ledger, request.today.isoformat())
    now = {job.target for job in due.jobs}
    gone = [
        t for t, e in ledger.made.items() if t not in now and request.choice.takes(Job.again(e.job))
    ]
    told.total, told.advice = len(due.jobs) + len(gone), due.advice
    for target in gone:
        yield from shelf.retire(target)
    yield from _painted(request, shelf, due, pool)
    shown = {order: arts(paper) for order, paper in due.papers.items()}
    for job in due.jobs:
        entry = ledger.made[job.target]
        entry.wished, entry.arts = job in due.wished, shown[job.order]
    told.contents = refresh(shelf, due.school, due.look, pool)


def _painted(request: Request, shelf: Shelf, due: Composed, pool: Executor) -> Iterator[Line]:
    """Yield every job's line in order, painting those that are out of date on all cores."""
    own = request.folder / "assets" / "fonts"
    program = painters(own)
    marks = {order: mark(paper, program) for order, paper in due.papers.items()}
    seen = {job: shelf.look(job, marks[job.order], request.force) for job in due.jobs}
    wanted: dict[Order, tuple[str, ...]] = {}
    for job, (_, paint, _) in seen.items():
        if paint:
            wanted[job.order] = (*wanted.get(job.order, ()), job.format)
    tasks = [press.Task(due.papers[order], forms, own) for order, forms in wanted.items()]
    done = zip(wanted, press.spread(press.paint, tasks, pool), strict=True)
    painted: dict[Order, dict[str, bytes]] = {}
    word = language(due.school.language).say("new")
    for job, (state, paint, why) in seen.items():
        reads_at = due.papers[job.order].reads_at
        if not paint:
            yield Line(state, job.target, why, reads_at)
            continue
        while job.order not in painted:
            painted.update([next(done)])
        content = painted[job.order].pop(job.format)
        yield shelf.put(job, (marks[job.order], reads_at), content, word)


def mark(paper: Sheets | Flow | LogoPack, program: str) -> Mark:
    """Return what tells this paper from any other: words, pictures, look and painters."""
    sheets = paper.sheets if isinstance(paper, Sheets) else ()
    items = [item for sheet in sheets for item, _ in walk(sheet.items)]
    blocks = list(flow.walk(paper)) if isinstance(paper, Flow) else []
    parts = {
        "words": [item.lines for item in items if isinstance(item, Text)]
        + [item.text for item in items if isinstance(item, Row)]
        + [block.text for block in blocks if isinstance(block, Words)],
        "pictures": [item.art for item in (*items, *blocks) if isinstance(item, Picture | Figure)],
        "look": paper,
    }
    marks = {name: ledgers.digest(repr(part).encode()) for name, part in parts.items()}
    return {**marks, "form": program}


@functools.cache
def painters(own: Path) -> str:
    """Return what tells this program's painters and fonts from another version's."""
    files = [ledgers.PROGRAM / one for one in PAINTERS]
    sources = [path for one in files for path in (sorted(one.rglob("*.py")) or [one])]
    lettering = sorted(own.glob("*")) if own.is_dir() else []
    return ledgers.digest(b"\0".join(path.read_bytes() for path in [*sources, *lettering]))

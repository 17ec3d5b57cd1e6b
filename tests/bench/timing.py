"""Runs a command once and says what it cost, its children included."""

from __future__ import annotations

import os
import subprocess
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from statistics import median

MAXRSS_UNIT = 1024  # bytes: Linux counts in KiB
Environment = dict[str, str]


@dataclass(frozen=True)
class Sample:
    """One run: seconds by the clock and of CPU, the largest process in bytes, files written."""

    wall: float
    cpu: float
    peak: int
    written: int


def run(command: list[str], folder: Path, environment: Environment, out: Path) -> Sample:
    """Run the command; `out` is where it writes. Raises RuntimeError when it fails."""
    before = times(out)
    with tempfile.TemporaryFile() as said:
        start = time.perf_counter()
        process = subprocess.Popen(
            command, cwd=folder, env=environment, stdout=said, stderr=said, stdin=subprocess.DEVNULL
        )
        _, status, used = os.wait4(process.pid, 0)
        wall = time.perf_counter() - start
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            said.seek(0)
            words = said.read().decode("utf-8", "replace")
            raise RuntimeError(f"{' '.join(command)} ended with {process.returncode}:\n{words}")
    after = times(out)
    written = sum(1 for path, when in after.items() if before.get(path) != when)
    return Sample(wall, used.ru_utime + used.ru_stime, used.ru_maxrss * MAXRSS_UNIT, written)


def times(out: Path) -> dict[Path, int]:
    """Return when each file below the folder was written, hidden ones left out."""
    paths = out.rglob("*") if out.is_dir() else ()
    seen = (path for path in paths if not path.relative_to(out).parts[0].startswith("."))
    return {path: path.stat().st_mtime_ns for path in seen if path.is_file()}


def middle(samples: list[Sample]) -> Sample:
    """Return the medians of the runs; of memory and of files written, the most."""
    return Sample(
        median(one.wall for one in samples),
        median(one.cpu for one in samples),
        max(one.peak for one in samples),
        max(one.written for one in samples),
    )

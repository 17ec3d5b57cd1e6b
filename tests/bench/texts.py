"""Times forty letters in each format that a text runs on in: the first, and the others together.

Call it as `python -m tests.bench.texts`. Each run is a process of its own, so that the first
letter pays for all that is loaded; the letters differ in words, and share logo and drawing.
"""

from __future__ import annotations

import json
import statistics
import subprocess
import sys
import time

from pipeline import formats
from pipeline.paper.flow import Flow

COUNT, RUNS = 40, 5
BAR = 1.0  # seconds that the others may take together in Word
ROW = "{:<24} {:>9} {:>9} {:>9} {:>9}"
HEAD = ("40 letters (medians)", "first s", "rest s", "rest CPU", "kB each")


def measure(form: str) -> dict[str, float]:
    """Paint the letters in this process; return seconds and how large one is, in kB."""
    from tests.formats.letter import letter, prepared, said

    papers = [letter("nb", said(f"Brev nummer {number}")) for number in range(COUNT)]
    prepared_once = [prepared(one) for one in _pictures()]
    assert prepared_once
    paint = formats.format(form).paint
    begun = time.perf_counter()
    first = paint(papers[0], prepared)
    between, cpu = time.perf_counter(), time.process_time()
    for one in papers[1:]:
        paint(one, prepared)
    ended = time.perf_counter(), time.process_time()
    return {
        "first": between - begun,
        "rest": ended[0] - between,
        "cpu": ended[1] - cpu,
        "size": len(first) / 1000,
    }


def _pictures():
    from pipeline.paper.sheet import Box, Picture
    from tests.formats.letter import LOGO, YARD

    return [Picture(Box(0, 0, 20, 20), one) for one in (LOGO, YARD)]


def again(form: str) -> dict[str, float]:
    """Measure in a process of its own."""
    command = [sys.executable, "-m", "tests.bench.texts", form]
    told = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    return json.loads(told)


def main() -> None:
    """Print a row for each format, and whether Word keeps its bar."""
    if len(sys.argv) > 1:
        sys.stdout.write(json.dumps(measure(sys.argv[1])))
        return
    rows = [HEAD]
    rest = 0.0
    for form in (one for one in formats.names() if Flow in formats.format(one).PAPERS):
        runs = [again(form) for _ in range(RUNS)]
        found = {key: statistics.median(one[key] for one in runs) for key in runs[0]}
        rest = found["rest"] if form == "docx" else rest
        seconds = (f"{found[key]:.3f}" for key in ("first", "rest", "cpu"))
        rows.append((f"40 letters, {form}", *seconds, f"{found['size']:.0f}"))
    sys.stdout.writelines(ROW.format(*row) + "\n" for row in rows)
    kept = "kept" if rest <= BAR else "NOT KEPT"
    sys.stdout.write(f"Word, 39 letters after the first within {BAR:g} s: {kept}\n")


if __name__ == "__main__":
    main()

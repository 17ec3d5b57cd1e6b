"""What the school's drawings are used for, and what happens when one is withdrawn."""

from __future__ import annotations

from concurrent.futures import Executor
from datetime import date
from pathlib import Path

from pipeline.build import art, taking
from pipeline.language import language
from pipeline.problems import Gathered
from pipeline.products.contact_sheet import facts


def listed(folder: Path, today: date, pool: Executor) -> list[tuple[str, list[str]]]:
    """Return each drawing's name with what is known of it, in the order of the school's list."""
    gathered = Gathered()
    school = art.join(taking.taken(folder, today), folder / "assets", today, pool, gathered)
    gathered.close()
    spoken = language(school.language)
    return [(one.name, list(facts(one, school, spoken))) for one in school.drawings]

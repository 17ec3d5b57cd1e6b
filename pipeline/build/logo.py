"""The logo pack: the school's logo in colour, on dark and in one ink, for all who print and sew."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from pipeline import cache, drawings
from pipeline.build.plan import LOGO, Choice, Job, safe
from pipeline.language import language
from pipeline.model import Art, School
from pipeline.problems import phrase

TITLE = phrase("Logo")
ABOUT = phrase("In colour, on dark and in one ink.")
FOR = phrase("For letters, web pages, sweaters and all who print.")
LOOKS = {"colour": phrase("colour"), "dark": phrase("on dark"), "ink": phrase("one colour")}


@dataclass(frozen=True)
class LogoPack:
    """A logo and the one ink that it is also wanted in, #rrggbb."""

    art: Art
    ink: str
    reads_at: ClassVar[float] = 0.0

    @property
    def inks(self) -> dict[str, str]:
        """The looks in one ink, by name."""
        return {"ink": self.ink}

    def painted(self) -> dict[str, bytes]:
        """Return the files by name, such as dark-512.png."""
        return drawings.logo_variants(self.art, cache.folder("drawings"), self.inks)


def look_of(file: str) -> str:
    """Return which of LOOKS a file of the pack shows, such as dark-512.png."""
    return file.partition(".")[0].partition("-")[0]


def jobs(school: School, choice: Choice, pack: LogoPack | None) -> Iterator[Job]:
    """Yield a job for each file of the pack; none where only papers are asked for."""
    narrow = choice.arenas or choice.papers or choice.languages or choice.lies
    if pack is None or narrow or (choice.products and LOGO not in choice.products):
        return
    home = language(school.language)
    for file in drawings.logo_names(pack.art, pack.inks):
        stem, _, form = file.partition(".")
        look, _, size = stem.partition("-")
        if choice.formats and form not in choice.formats:
            continue
        title = home.tell(TITLE)
        name = safe(f"{title} {home.tell(LOOKS[look])} {size}".strip())
        target = f"{safe(title)}/{name}.{form}"
        yield Job(LOGO, "", (), school.language, "", False, file, target)

"""Slides: what one says and what kind it is, and a deck of them laid out on sheets."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from pipeline.language import Language
from pipeline.model import Drawing, School
from pipeline.paper.sheet import SLIDES, Sheet, Sheets
from pipeline.paper.style import STEP
from pipeline.paper.theme import Look
from pipeline.problems import Gathered, Phrase, phrase

# The kinds of slide, by the name that each layout has in the program that shows them.
KINDS = {
    "opening": phrase("Title slide"),
    "picture": phrase("Picture and words"),
    "value": phrase("A value and its line"),
    "film": phrase("Film"),
    "talk": phrase("Think and talk"),
    "words": phrase("Words"),
}
# Letters in pt: where nothing is told of the hall; the least and most that a slide has room for.
BODY, LEAST, MOST = 36.0, 30.0, 44.0
PRACTICE = phrase("Practice in class this week")
PER_HEIGHT = 5.0  # pt for each time that the picture's height goes into the distance


@dataclass(frozen=True)
class Slide:
    """One thought: a title, perhaps a few words over it and lines below it, and notes.

    `value` counts the school's values from 0. `film` is the address that a film slide leads to.
    A `bare` slide has no drawing beside its words: a value's shape stands there alone.
    """

    kind: str
    title: str
    kicker: str = ""
    lines: tuple[str, ...] = ()
    notes: str = ""
    value: int | None = None
    film: str = ""
    bare: bool = False

    @property
    def words(self) -> int:
        """How many words stand on it, but for an address."""
        return sum(len(one.split()) for one in (self.title, self.kicker, *self.lines))


@dataclass(frozen=True)
class Deck:
    """What all slides of a deck share: whose they are, in which language, how they look."""

    school: School
    language: Language
    look: Look
    problems: Gathered
    drawing: Drawing | None = None

    def drawn(self, slide: Slide) -> Drawing | None:
        """Return the drawing that stands beside the slide's words."""
        return self.drawing if self.drawing and self.drawing.art and not slide.bare else None

    @property
    def body(self) -> float:
        """The size in pt that all in the hall can read, or the usual one."""
        hall = self.school.hall
        if hall is None:
            return BODY
        return min(MOST, max(LEAST, PER_HEIGHT * hall.distance / hall.height // STEP * STEP))

    def sheets(self, title: str, slides: Sequence[Slide]) -> Sheets:
        """Return the slides laid out, each with a title of its own."""
        from pipeline.paper.slides.layout import sheet

        done: list[Sheet] = []
        for at, slide in enumerate(named_apart(slides), 1):
            done.append(sheet(self, slide, at))
        return Sheets(title, self.language.code, tuple(done), subject=self.school.name)

    def made(
        self,
        paper: str,
        title: str,
        slides: Sequence[Slide],
        about: str,
        steps: Sequence[str],
        heading: Phrase = PRACTICE,
    ) -> Sheets:
        """Return the slides, or on a paper to print their handout with the steps of practice.

        `about` says whom it is for and when, `heading` what the steps are.
        """
        shown = self.sheets(title, slides)
        if paper in SLIDES:
            return shown
        from pipeline.paper.slides.handout import handout

        return handout(shown, self, about, steps, paper, heading)


def named_apart(slides: Sequence[Slide]) -> list[Slide]:
    """Return the slides with different titles: one that comes again takes its kicker along."""
    met: set[str] = set()
    done = []
    for slide in slides:
        title, count = slide.title, 1
        if title.casefold() in met and slide.kicker:
            title = f"{slide.kicker}: {slide.title}"
        longer = title
        while title.casefold() in met:
            count += 1
            title = f"{longer} ({count})"
        met.add(title.casefold())
        done.append(slide if title == slide.title else replace(slide, title=title, kicker=""))
    return done


def told(said: Phrase | str, language: Language) -> str:
    """Return the words in the language."""
    return language.tell(said) if isinstance(said, Phrase) else str(said)

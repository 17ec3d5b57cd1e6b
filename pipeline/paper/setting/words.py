"""Paragraphs of mixed words set into lines, each piece of a line where it is read or seen."""

from __future__ import annotations

import functools
import itertools
from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from pipeline.paper import fonts
from pipeline.paper.flow import Count, Mark, Run, Words
from pipeline.paper.outlines import rectangle
from pipeline.paper.setting import bidi, breaking
from pipeline.paper.setting.breaking import Chunk, Column
from pipeline.paper.setting.strips import Room
from pipeline.paper.sheet import Box, Group, Item, Letters, Piece, Row, Shape, shifted
from pipeline.paper.style import MM, line_height

SHARES = {"left": 0.0, "center": 0.5, "right": 1.0}
ASCENT, DESCENT = 1.011, 0.353  # of Nunito, in em; what other faces have beyond is in TALL
UNSEEN = dict.fromkeys(map(ord, "\u200b\n"))
RULE, BELOW = 0.06, 0.14  # of the line under a link, in em: how thick, how far down
APART = bidi.APART
TRIES, HAIR = 3, 0.01  # times that lines are broken, and mm that one may be too wide
LOOSE = 1.25  # a hyphen is not always drawn as close to the letter before it


class Look(NamedTuple):
    """How a stretch of a paragraph's text, from and to, is set."""

    first: int
    last: int
    run: Run | Mark
    face: fonts.Face | None

    @property
    def letters(self) -> Letters:
        """Its letters, if it has any."""
        assert isinstance(self.run, Run)
        return self.run.letters


class Lines(NamedTuple):
    """A paragraph in lines: what stands in each, measured from its own top, and their height.

    `middle` is that of its capitals.
    """

    lines: tuple[tuple[Item, ...], ...]
    high: float
    middle: float


def set_in(words: Words, room: Room, counts: tuple[int, int] = (0, 0)) -> Lines:
    """Return the words in lines; `counts` are the number of the page, and of all pages.

    What was set is kept: letters of one kind say much the same.
    """
    counted = any(isinstance(one, Count) for one in words.runs)
    faces = tuple(
        fonts.face(run.letters.family, run.letters.weight)
        for run in words.runs
        if not isinstance(run, Mark)
    )
    return _set_in(words, room, counts if counted else (0, 0), faces)


@functools.lru_cache(maxsize=1 << 9)
def _set_in(
    words: Words, room: Room, counts: tuple[int, int], faces: tuple[fonts.Face, ...]
) -> Lines:
    looks = _looks(words.runs, counts)
    text = "".join(APART if isinstance(one.run, Mark) else one.run.text for one in looks)
    high = height(words, looks, text)
    if not text.strip():
        return Lines(((),), high, high / 2)
    setter = _Setter(words, room, looks, text, high)
    return Lines(setter.lines(), high, setter.middle)


def height(words: Words, looks: Sequence[Look], text: str) -> float:
    """Return how high a line is: as is asked for, or as the script needs."""
    sizes = [one.run.letters.size for one in looks if isinstance(one.run, Run)]
    marks = [one.run.side for one in looks if isinstance(one.run, Mark)]
    return max([max(sizes, default=0.0) * line_height(words.leading, text) * MM, *marks])


def _looks(runs: Sequence[Run | Mark | Count], counts: tuple[int, int]) -> list[Look]:
    found: list[Look] = []
    at = 0
    for one in runs:
        run = Run(str(counts[one.total]), one.letters) if isinstance(one, Count) else one
        if isinstance(run, Run) and not run.text:
            continue
        last = at + (len(run.text) if isinstance(run, Run) else 1)
        face = fonts.face(run.letters.family, run.letters.weight) if isinstance(run, Run) else None
        found.append(Look(at, last, run, face))
        at = last
    return found


class _Setter:
    """One paragraph on its way into lines."""

    def __init__(self, words: Words, room: Room, looks: list[Look], text: str, high: float) -> None:
        self.words, self.room, self.looks, self.text, self.high = words, room, looks, text, high
        apart = [
            (one.first, one.last, bidi.is_rtl(one.run.language))
            for one in looks
            if isinstance(one.run, Run)
            and one.run.language
            and bidi.is_rtl(one.run.language) != room.rtl
        ]
        self.levels = bidi.levels(text, room.rtl, apart)
        self.unseen = any(letter in text for letter in "\u200b\n")
        sizes = [one.letters.size for one in looks if one.face]
        size = max(sizes, default=0.0) * MM
        self.baseline = (high - (ASCENT + DESCENT) * size) / 2 + ASCENT * size
        self.middle = self.baseline - self._cap() * size / 2 if size else high / 2

    def _cap(self) -> float:
        face = next((one.face for one in self.looks if one.face), None)
        return face.cap_height if face else 0.0

    def lines(self) -> tuple[tuple[Item, ...], ...]:
        """Return what stands in each line."""
        faces = [(one.face, one.letters.size) for one in self.looks if one.face]
        hyphen = LOOSE * max((face.width("-", size) for face, size in faces), default=0.0)
        language = self._language() or self.room.language
        wide = self.room.w
        for _ in range(TRIES):
            found = breaking.chunks(self.text, Column(wide, self.measure, hyphen, language))
            stops = breaking.lines(found, wide)
            over = self._over(found, stops)
            if over <= HAIR:
                break
            wide -= over
        return tuple(self._line(found, *one) for one in stops)

    def _over(self, found: list[Chunk], stops: Sequence[tuple[int, int]]) -> float:
        """Return how much wider than the column a line of several chunks is.

        Where letters run both ways, those on one line are parted otherwise than in their chunks.
        """
        if len(set(self.levels)) < 2:
            return 0.0
        several = (one for one in stops if one[1] - one[0] > 1)
        ends = ((found[start].first, found[end - 1].last) for start, end in several)
        return max((sum(self._widths(self._stretches(*one))) for one in ends), default=0.0) - (
            self.room.w
        )

    def _language(self) -> str | None:
        return next((one.run.language for one in self.looks if isinstance(one.run, Run)), None)

    def measure(self, first: int, last: int) -> float:
        """Return how wide the letters from and to are."""
        wide = 0.0
        for one in self.looks:
            start, end = max(first, one.first), min(last, one.last)
            if start < end:
                wide += self._wide(one, self.text[start:end], self.levels[start] % 2 == 1)
        return wide

    def _wide(self, look: Look, text: str, rtl: bool) -> float:
        if not isinstance(look.run, Run) or look.face is None:
            return look.run.side if isinstance(look.run, Mark) else 0.0
        letters = look.run.letters
        if self.unseen:
            text = text.translate(UNSEEN)
        line = look.face.shape(text, rtl, self._shaping(look.run, rtl))
        return (line.width + letters.tracking * line.gaps) * letters.size * MM

    def _shaping(self, run: Run, rtl: bool) -> str:
        """Return the language that forms the letters, where that matters."""
        return (run.language or self.room.language) if rtl else ""

    def _widths(self, stretches: Sequence[tuple[Look, str, int]]) -> list[float]:
        return [self._wide(look, text, level % 2 == 1) for look, text, level in stretches]

    def _line(self, found: list[Chunk], start: int, end: int) -> tuple[Item, ...]:
        first, last = found[start].first, found[end - 1].last
        stretches = self._stretches(first, last)
        if found[end - 1].hyphen:
            look, text, level = stretches[-1]
            stretches[-1] = (look, text + fonts.SOFT_HYPHEN, level)
        widths = self._widths(stretches)
        at = self.room.at((self.room.w - sum(widths)) * SHARES[self.words.align], sum(widths))
        lefts: dict[int, float] = {}
        for number in bidi.shown(range(len(stretches)), [one[2] for one in stretches]):
            lefts[number] = at
            at += widths[number]
        followed = end < len(found) and (found[end - 1].space > 0 or found[end - 1].must)
        placed = [(*one, lefts[number], widths[number]) for number, one in enumerate(stretches)]
        return self._items(placed, followed)

    def _stretches(self, first: int, last: int) -> list[tuple[Look, str, int]]:
        """Return the line's text by look and level, in the order of reading."""
        found: list[tuple[Look, str, int]] = []
        for look in self.looks:
            start, end = max(first, look.first), min(last, look.last)
            if start >= end:
                continue
            levels = self.levels[start:end]
            for level, group in itertools.groupby(range(start, end), lambda at: levels[at - start]):  # noqa: B023
                places = list(group)
                text = self.text[places[0] : places[-1] + 1].translate(UNSEEN)
                if text:
                    found.append((look, text, level))
        return found

    def _items(
        self, placed: list[tuple[Look, str, int, float, float]], followed: bool
    ) -> tuple[Item, ...]:
        drawn: list[Item] = []
        pieces: list[Piece] = []
        for look, text, level, x, wide in placed:
            if isinstance(look.run, Mark):
                dy = self.middle - look.run.side / 2
                drawn += [shifted(shape, x, dy) for shape in look.run.shapes]
                continue
            run = look.run
            rtl = level % 2 == 1
            about = (rtl, run.language, run.link, self._shaping(run, rtl))
            pieces.append(Piece(text, run.letters, x, wide, *about))
            if run.link:
                drawn.append(_under(run.letters, x, wide, self.baseline))
        behind = (Group("decoration", tuple(drawn)),) if drawn else ()
        if not pieces:
            return behind
        if followed:
            pieces = _followed(pieces, self.room.rtl)
        box = Box(self.room.x, 0.0, self.room.w, self.high)
        return (*behind, Row(box, tuple(pieces), self.baseline))


def _followed(pieces: list[Piece], rtl: bool) -> list[Piece]:
    """Return the pieces with a space after the last: the line runs on in the next."""
    last = pieces[-1]
    if last.text.endswith((" ", fonts.SOFT_HYPHEN)):
        return pieces
    if last.rtl == rtl:
        return [*pieces[:-1], replace(last, text=last.text + " ")]
    edge = min(one.x for one in pieces) if rtl else max(one.x + one.width for one in pieces)
    return [*pieces, replace(last, text=" ", x=edge, width=0.0, rtl=rtl, link="")]


def _under(letters: Letters, x: float, wide: float, baseline: float) -> Shape:
    size = letters.size * MM
    box = Box(x, baseline + BELOW * size, wide, RULE * size)
    return Shape(rectangle(box), fill=letters.colour)

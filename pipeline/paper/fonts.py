"""The faces that letters are set in, and how wide and tall a text stands in them.

A variable font gives every weight from its one file: HarfBuzz measures at the weight asked for, and
a format that embeds the face cuts the same weight out of the file, with only the letters it uses.
"""

from __future__ import annotations

import functools
import importlib.util
import itertools
import struct
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from pipeline.problems import Gathered, Phrase, Place, phrase

if TYPE_CHECKING:
    import uharfbuzz as hb

MM_PER_POINT = 25.4 / 72
SHIPPED = {
    "Nunito": ("fontpkg_nunito", "files/Nunito[wght].ttf"),
    "Noto Sans": ("fontpkg_noto_sans", "files/NotoSans[wdth,wght].ttf"),
    "Noto Sans Arabic": ("fontpkg_noto_sans_arabic", "files/NotoSansArabic[wdth,wght].ttf"),
    "Noto Sans Ethiopic": (
        "justmytype_intl_africa",
        "fonts/ofl/notosansethiopic/NotoSansEthiopic[wdth,wght].ttf",
    ),
    "Noto Sans Thai": ("fontpkg_noto_sans_thai", "files/NotoSansThai[wdth,wght].ttf"),
}
FALLBACK = tuple(SHIPPED)
SOFT_HYPHEN = "\u00ad"  # at the end of a line it is drawn, elsewhere it is not
# Letters that nothing is drawn for: ends of lines, where a word may part, which way it runs.
UNDRAWN = frozenset("\n\u200b\u200c\u200d\u200e\u200f" + SOFT_HYPHEN)
FEATURES = {"liga": False, "clig": False}  # those who learn to read know f and i, not ﬁ
_school: dict[str, dict[int, Path]] = {}


class Glyph(NamedTuple):
    """A drawn letter: its number in the face, the characters it stands for, its place in em."""

    id: int
    text: str
    advance: float
    dx: float
    dy: float


class Run(NamedTuple):
    """Neighbouring glyphs of one face, from left to right."""

    face: Face
    glyphs: tuple[Glyph, ...]


class Line:
    """A shaped line; most lines are only measured, so that their glyphs are told when asked for."""

    def __init__(self, pieces: Sequence[tuple[Face, str, hb.Buffer]]) -> None:
        """Take the line's pieces from left to right: who draws it, what it says, its glyphs."""
        self._pieces = pieces
        advances: list[float] = []
        for face, _, shaped in pieces:
            em = face.source.upem
            advances += [place.x_advance / em for place in shaped.glyph_positions]
        self.width = sum(advances)

    @functools.cached_property
    def gaps(self) -> int:
        """How many gaps between letters tracking widens."""
        letters = [{info.cluster for info in shaped.glyph_infos} for _, _, shaped in self._pieces]
        return max(sum(map(len, letters)) - 1, 0)

    @functools.cached_property
    def runs(self) -> tuple[Run, ...]:
        """Its runs from left to right."""
        return tuple(Run(piece[0], _glyphs(*piece)) for piece in self._pieces)


class Face:
    """One family at one weight."""

    def __init__(self, family: str, weight: int, path: Path) -> None:
        """Open the font file for the weight."""
        import uharfbuzz as hb

        self.family, self.weight, self.path = family, weight, path
        self.name = f"{family.replace(' ', '')}-{weight}"
        self.source = hb.Face(hb.Blob.from_file_path(str(path)))
        self.axes = {axis.tag: axis.default_value for axis in self.source.axis_infos}
        if "wght" in self.axes:
            self.axes["wght"] = _within(weight, self.source)
        self.font = hb.Font(self.source)
        self.font.set_variations(self.axes)
        extents = self.font.get_font_extents("ltr")
        self.ascent = extents.ascender / self.source.upem
        self.descent = -extents.descender / self.source.upem
        self.cap_height = self._metric(hb.OTMetricsTag.CAP_HEIGHT)
        self.x_height = self._metric(hb.OTMetricsTag.X_HEIGHT)

    def __repr__(self) -> str:
        """Return the call that gives this face."""
        return f"face({self.family!r}, {self.weight})"

    def _metric(self, tag: hb.OTMetricsTag) -> float:
        units: int = self.font.get_metric_position_with_fallback(tag)
        return units / int(self.source.upem)

    @functools.cached_property
    def letters(self) -> frozenset[int]:
        """The code points that the face has a glyph for."""
        return frozenset(self.source.unicodes)

    def missing(self, text: str) -> set[str]:
        """Return the characters that this face has no glyph for."""
        return {one for one in text if ord(one) not in self.letters}

    def covers(self, text: str) -> bool:
        """Tell whether this face has a glyph for every character."""
        return self.letters.issuperset(map(ord, text))

    def width(self, text: str, size: float, tracking: float = 0.0) -> float:
        """Return how wide the text is drawn, in mm; `size` is in pt, `tracking` in em."""
        line = self.shape(text)
        wide = line.width + tracking * line.gaps if tracking else line.width
        return wide * size * MM_PER_POINT

    def shape(self, text: str, rtl: bool = False, language: str = "") -> Line:
        """Return the glyphs that draw the text; other faces lend the letters this one lacks.

        `rtl`: all of it runs from right to left; the language may have letters of its own form.
        """
        return _shaped(self, text, rtl, language)


def _within(weight: int, source: hb.Face) -> float:
    axis = next(one for one in source.axis_infos if one.tag == "wght")
    return float(min(max(weight, axis.min_value), axis.max_value))


@functools.lru_cache(maxsize=1 << 15)
def _shaped(face: Face, text: str, rtl: bool = False, language: str = "") -> Line:
    text, hyphen = text.replace(SOFT_HYPHEN, ""), text.endswith(SOFT_HYPHEN)
    text += "-" if hyphen else ""
    pieces = list(_pieces(face, text)) if text else []
    if rtl:
        pieces.reverse()
    return Line([(one, piece, _drawn(one, piece, rtl, language)) for one, piece in pieces])


def _drawn(face: Face, text: str, rtl: bool, language: str) -> hb.Buffer:
    """Return the glyphs that draw the text, as HarfBuzz tells them."""
    import uharfbuzz as hb

    buffer = hb.Buffer()
    buffer.add_str(text)
    buffer.guess_segment_properties()
    if rtl:
        buffer.direction = "rtl"
        buffer.cluster_level = hb.BufferClusterLevel.MONOTONE_CHARACTERS  # marks speak themselves
    buffer.language = language or "und"  # else HarfBuzz asks the machine's own settings
    hb.shape(face.font, buffer, FEATURES)
    return buffer


def _glyphs(face: Face, text: str, shaped: hb.Buffer) -> tuple[Glyph, ...]:
    em, infos = face.source.upem, shaped.glyph_infos
    starts = sorted({info.cluster for info in infos})
    says = {at: text[at:end] for at, end in itertools.pairwise([*starts, len(text)])}
    return tuple(
        Glyph(
            info.codepoint,
            says.pop(info.cluster, ""),
            place.x_advance / em,
            place.x_offset / em,
            place.y_offset / em,
        )
        for info, place in zip(infos, shaped.glyph_positions, strict=True)
    )


def _pieces(face: Face, text: str) -> Iterator[tuple[Face, str]]:
    """Yield the text in the longest pieces that one face draws."""
    if face.covers(text):
        yield face, text
        return
    current, piece = face, ""
    for letter in text:
        chosen = _face_for(letter, face, current)
        if chosen is not current and piece:
            yield current, piece
            piece = ""
        current, piece = chosen, piece + letter
    yield current, piece


def _face_for(letter: str, face: Face, current: Face) -> Face:
    """Return the face that draws the letter; spaces and marks stay with the letters before them."""
    first = face if letter.isalnum() else current
    if ord(letter) in first.letters:
        return first
    return next((one for one in _chain(face) if ord(letter) in one.letters), face)


def _chain(own: Face) -> Iterator[Face]:
    yield own
    for family in FALLBACK:
        if family != own.family:
            yield face(family, own.weight)


def letters_without_a_face(text: str, families: Iterable[str] = ()) -> set[str]:
    """Return the characters that neither the named families nor the shipped ones can draw."""
    lacking = set(text) - UNDRAWN
    for family in (*families, *FALLBACK):
        if not lacking:
            break
        lacking = face(family, 400).missing("".join(lacking))
    return lacking


def families() -> tuple[str, ...]:
    """Return the families that there are faces of, the school's own first."""
    return tuple(dict.fromkeys([*_school, *SHIPPED]))


@functools.cache
def face(family: str, weight: int) -> Face:
    """Return the face of the family at the weight, or at the nearest weight that the family has."""
    if family in _school:
        weights = _school[family]
        nearest = min(weights, key=lambda one: (abs(one - weight), one))
        return Face(family, weight, weights[nearest])
    package, file = SHIPPED[family]
    found = importlib.util.find_spec(package)
    if found is None or found.origin is None:
        raise LookupError(f"{package} is not installed: {family} comes with it.")
    return Face(family, weight, Path(found.origin).parent / file)


def use_folder(folder: Path) -> tuple[str, ...]:
    """Take up the school's own fonts in the folder, and return their families.

    Every process that measures or paints must be told of the folder. Raises Faults.
    """
    paths = sorted(folder.glob("*.[to]tf")) if folder.is_dir() else []
    states = [(path, path.stat()) for path in paths]
    taken_up = _take_up_all(tuple((path, now.st_size, now.st_mtime_ns) for path, now in states))
    if _school != taken_up:
        _school.clear()
        _school.update(taken_up)
        face.cache_clear()
    return tuple(_school)


@functools.lru_cache(maxsize=1)
def _take_up_all(files: tuple[tuple[Path, int, int], ...]) -> dict[str, dict[int, Path]]:
    gathered = Gathered()
    found: dict[str, dict[int, Path]] = {}
    for path, _, _ in files:
        _take_up(path, found, gathered)
    gathered.close()
    return found


def _take_up(path: Path, found: dict[str, dict[int, Path]], gathered: Gathered) -> None:
    import uharfbuzz as hb

    source = hb.Face(hb.Blob.from_file_path(str(path)))
    wrong = _unfit(source)
    if wrong:
        mend = phrase("Lay a TrueType font (.ttf) that may be embedded in documents here.")
        gathered.error(Place(f"{path.parent.name}/{path.name}"), wrong, mend)
        return
    weight, slanted = _weight_and_slant(source)
    if not slanted:
        family = source.get_name(16) or source.get_name(1) or path.stem
        found.setdefault(family, {})[weight] = path


def _unfit(source: hb.Face) -> Phrase | None:
    if not {"glyf", "cmap", "OS/2", "hmtx"} <= set(source.table_tags):
        return phrase("This is not a TrueType font.")
    (rights,) = struct.unpack_from(">H", source.reference_table("OS/2").data, 8)
    if rights & 0xF == 2:
        return phrase("The licence of this font does not let it be embedded.")
    return None


def _weight_and_slant(source: hb.Face) -> tuple[int, bool]:
    table = source.reference_table("OS/2").data
    (weight,) = struct.unpack_from(">H", table, 4)
    (selection,) = struct.unpack_from(">H", table, 62)
    return weight, bool(selection & 1)

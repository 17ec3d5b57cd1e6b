"""Make text fit: measure it, break it into lines, find the largest size that holds or what to cut.

Lengths are mm, sizes pt. A word alone is measured once, at 1 pt: widths grow in proportion.
"""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from pipeline.paper import fonts
from pipeline.paper.sheet import Align, Box, Letters, Text

MM = fonts.MM_PER_POINT
STEP = 0.25  # sizes are whole quarters of a point
FLOOR_MM, TARGET_MM = (
    4.0,
    8.0,
)  # cap height for each metre of reading distance (domain practice, DIN 1450)
HYPHEN = "-"
SOFT = "\u00ad"
LONG = 10  # shorter words are not divided


@dataclass(frozen=True, slots=True)
class Style:
    """How a kind of text is set: letters of any size, line height and the gap between items in em.

    `hyphens` is the language to divide words by, when nothing else helps; "" never divides.
    """

    letters: Letters
    leading: float = 1.2
    gap: float = 0.0
    hyphens: str = ""

    @property
    def cap(self) -> float:
        """The height of a capital in em."""
        return fonts.face(self.letters.family, self.letters.weight).cap_height

    def sized(self, size: float) -> Letters:
        """Return the letters at a size in pt."""
        return replace(self.letters, size=size)


@dataclass(frozen=True, slots=True)
class _Word:
    text: str
    unit: float  # mm wide at 1 pt
    ends: bool = False  # a line ends here: the word goes on in the next


def floor_size(style: Style, metres: float) -> float:
    """Return the smallest size in pt that is read at the distance, rounded up to a whole step."""
    return -(-(FLOOR_MM * metres / MM / style.cap) // STEP) * STEP


def target_size(style: Style, metres: float) -> float:
    """Return the size in pt that is read with ease at the distance."""
    return TARGET_MM * metres / MM / style.cap // STEP * STEP


def reads_at(style: Style, size: float) -> float:
    """Return how far away, in metres, letters of this size can just be read."""
    return size * MM * style.cap / FLOOR_MM


@functools.lru_cache(maxsize=1 << 14)
def _unit(family: str, weight: int, tracking: float, text: str) -> float:
    face = fonts.face(family, weight)
    return face.width(text, 1.0, 0.0) + tracking * MM * len(text)


def width(text: str, style: Style, size: float) -> float:
    """Return how wide the text is on one line."""
    face = fonts.face(style.letters.family, style.letters.weight)
    return face.width(text, size, style.letters.tracking)


def _unit_of(style: Style, text: str) -> float:
    return _unit(style.letters.family, style.letters.weight, style.letters.tracking, text)


@functools.cache
def _divider(language: str) -> Callable[[str], list[int]]:
    import pyphen  # type: ignore[import-untyped]

    known = pyphen.language_fallback(language)
    if known is None:
        return lambda word: []
    positions: Callable[[str], list[int]] = pyphen.Pyphen(lang=known, left=3, right=3).positions
    return positions


def _room(style: Style, size: float, wide: float) -> float:
    """Return the width as mm at 1 pt; the last letter of a line has no tracking after it."""
    return wide / size + style.letters.tracking * MM


@functools.lru_cache(maxsize=1 << 12)
def _whole(family: str, weight: int, tracking: float, text: str) -> tuple[list[_Word], float]:
    """Return the text's words undivided, and the width of the widest."""
    words = [
        _Word(plain, _unit(family, weight, tracking, plain))
        for plain in (word.replace(SOFT, "") for word in text.split())
    ]
    return words, max((word.unit for word in words), default=0.0)


def _words(text: str, style: Style, room: float) -> list[_Word] | None:
    """Return the text's words, too wide ones divided (`room`: mm at 1 pt); None if one can't be."""
    letters = style.letters
    whole, widest = _whole(letters.family, letters.weight, letters.tracking, text)
    if widest <= room:
        return whole
    found: list[_Word] = []
    for word in text.split():
        plain = word.replace(SOFT, "")
        unit = _unit_of(style, plain)
        if unit <= room:
            found.append(_Word(plain, unit))
            continue
        pieces = _divided(word, style, room)
        if not pieces:
            return None
        found.extend(pieces)
    return found


def _joint(word: str, at: int) -> bool:
    """Tell whether a word that is put together seems to have its joint there: samarbeids-evne."""
    return at >= 6 and word[at - 1] == "s" and len(word) - at >= 4


def _divided(word: str, style: Style, room: float) -> list[_Word]:
    """Return the word in two parts that have room, as even as can be; else nothing."""
    plain = word.replace(SOFT, "")
    if SOFT in word:
        cuts = [len(word[:at].replace(SOFT, "")) for at, one in enumerate(word) if one == SOFT]
    else:
        cuts = _divider(style.hyphens)(plain) if style.hyphens and len(plain) >= LONG else []
    for at in sorted(cuts, key=lambda at: (not _joint(plain, at), abs(len(plain) - 2 * at))):
        first = plain[:at] if plain[at - 1] == HYPHEN else plain[:at] + HYPHEN
        units = _unit_of(style, first), _unit_of(style, plain[at:])
        if max(units) <= room:
            return [_Word(first, units[0], ends=True), _Word(plain[at:], units[1])]
    return []


def _count(words: Sequence[_Word], space: float, room: float) -> int:
    lines, used = 1, 0.0
    ended = True
    for word in words:
        if not ended and used + space + word.unit > room + 1e-9:
            lines, ended = lines + 1, True
        used = word.unit if ended else used + space + word.unit
        ended = word.ends
        if word.ends:
            lines += 1
    return lines


def needs(texts: Iterable[str], style: Style, size: float, wide: float) -> float | None:
    """Return the height that the texts take in a column, from first capital to last baseline.

    None where a word is wider than the column.
    """
    room, space = _room(style, size, wide), _unit_of(style, " ")
    lines = items = 0
    for text in texts:
        words = _words(text, style, room)
        if words is None:
            return None
        lines, items = lines + _count(words, space, room), items + 1
    if not lines:
        return 0.0
    ems = style.cap + (lines - 1) * style.leading + (items - 1) * style.gap
    return ems * size * MM


def lines_high(style: Style, lines: int, size: float) -> float:
    """Return the height of so many lines of one text, from first capital to last baseline."""
    return (style.cap + (lines - 1) * style.leading) * size * MM


def within(texts: Iterable[str], style: Style, lines: int, wide: float) -> Callable[[float], bool]:
    """Return what tells whether each of the texts takes no more than so many lines at a size."""
    texts = tuple(texts)

    def fits(size: float) -> bool:
        most = lines_high(style, lines, size) + 1e-6
        highs = (needs((text,), style, size, wide) for text in texts)
        return all(high is not None and high <= most for high in highs)

    return fits


def count(texts: Iterable[str], style: Style, size: float, wide: float) -> int:
    """Return how many lines the texts take in a column; a word too wide counts as one."""
    room, space = _room(style, size, wide), _unit_of(style, " ")
    return sum(_count(_words(text, style, room) or [], space, room) for text in texts)


def largest(fits: Callable[[float], bool], floor: float, target: float) -> float | None:
    """Return the largest size from floor to target that fits; None if the floor doesn't."""
    if not fits(floor):
        return None
    low, high = 0, max(0, int((target - floor) / STEP))
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if fits(floor + middle * STEP) else (low, middle - 1)
    return floor + low * STEP


def broken(text: str, style: Style, size: float, wide: float) -> tuple[str, ...]:
    """Return the text in as few lines as it takes, of lengths as even as can be.

    A short word is not left alone on the last line, nor a small one at a line's end.
    """
    room, space = _room(style, size, wide), _unit_of(style, " ")
    words = _words(text, style, room)
    if words is None:
        words = [_Word(one, _unit_of(style, one)) for one in text.replace(SOFT, "").split()]
    best: list[tuple[int, float, int]] = [(0, 0.0, 0)]  # lines, cost, where the last line starts
    for end in range(1, len(words) + 1):
        choices = [(10**6, 0.0, end - 1)]
        used = -space
        for start in range(end - 1, -1, -1):
            used += space + words[start].unit
            if start < end - 1 and (used > room + 1e-9 or words[start].ends):
                break
            count, cost, _ = best[start]
            choices.append((count + 1, cost + _cost(words, start, end, used / room), start))
        best.append(min(choices))
    return _joined(words, best)


def _cost(words: Sequence[_Word], start: int, end: int, full: float) -> float:
    cost = (1 - full) ** 2
    last = end == len(words)
    if last and start and (end - start == 1 and full < 0.3):
        cost += 0.5
    if not last and len(words[end - 1].text) <= 2:
        cost += 0.06
    return cost


def _joined(words: Sequence[_Word], best: Sequence[tuple[int, float, int]]) -> tuple[str, ...]:
    lines: list[str] = []
    end = len(words)
    while end:
        start = best[end][2]
        lines.append(" ".join(word.text for word in words[start:end]))
        end = start
    return tuple(reversed(lines))


def cut(texts: Sequence[str], fits: Callable[[Sequence[str]], bool]) -> int:
    """Return how many characters must go, each from the end of the longest text, for all to fit."""
    left, gone = list(texts), 0
    while left and not fits(left):
        at = max(range(len(left)), key=lambda one: len(left[one]))
        shorter = left[at][:-1].rstrip()
        gone += len(left[at]) - len(shorter)
        if shorter:
            left[at] = shorter
        else:
            del left[at]
    return gone


def too_wide(
    texts: Iterable[str], style: Style, size: float, wide: float
) -> Iterator[tuple[str, str, int]]:
    """Yield each word wider than the column, once: its text, itself, and its letters too many."""
    room = _room(style, size, wide)
    met: set[str] = set()
    for text in texts:
        for word in text.split():
            if word in met or _words(word, style, room) is not None:
                continue
            met.add(word)
            keep = word
            while keep and _words(keep, style, room) is None:
                keep = keep[:-1]
            yield text, word.replace(SOFT, ""), len(word) - len(keep)


@functools.cache
def _bearing(family: str, weight: int, letter: str) -> float:
    glyph = fonts.face(family, weight).shape(letter).runs[0]
    extents = glyph.face.font.get_glyph_extents(glyph.glyphs[0].id)
    return float(extents.x_bearing) / int(glyph.face.source.upem) if extents else 0.0


def flush(box: Box, text: str, style: Style, size: float) -> Box:
    """Return the box moved so that the first letter's ink stands at its left edge."""
    out = _bearing(style.letters.family, style.letters.weight, text[:1] or " ") * size * MM
    return replace(box, x=box.x - out)


def set_in(
    box: Box, text: str, style: Style, size: float, top: float, align: Align = "left"
) -> Text:
    """Return the text broken to the box's width, its first capitals standing from `top` down."""
    return Text(
        box=box,
        lines=broken(text, style, size, box.w),
        letters=style.sized(size),
        leading=size * style.leading,
        baseline=top + style.cap * size * MM,
        align=align,
        language=getattr(text, "language", None),
    )


def foot_of(text: Text) -> float:
    """Return the baseline of the text's last line."""
    return text.baseline + (len(text.lines) - 1) * text.leading * MM


def stacked(
    box: Box, texts: Sequence[str], style: Style, size: float, top: float, align: Align = "left"
) -> tuple[Text, ...]:
    """Return the texts set one below the other from `top` down, with the style's gap between."""
    done: list[Text] = []
    for text in texts:
        done.append(set_in(box, text, style, size, top, align))
        step = (style.leading + style.gap - style.cap) * size * MM
        top = foot_of(done[-1]) + step
    return tuple(done)

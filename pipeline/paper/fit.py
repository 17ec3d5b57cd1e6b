"""Make text fit: measure it, break it into lines, find the largest size that holds.

Lengths are mm, sizes pt. A line may end between words, at a hyphen, or in a word that is too wide.
A word alone is measured once, at 1 pt: widths grow in proportion.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from pipeline.paper import fonts
from pipeline.paper.sheet import Align, Box, Text
from pipeline.paper.style import MM, STEP, Style

SPLITS = 0.8  # what it costs to end a line at a hyphen
MOST = 3  # lines of one text; more are a staircase
HYPHEN = "-"
SOFT = "\u00ad"
LONG = 10  # shorter words are not divided
STEM = 4  # letters before a part that a word is divided before
AT_HYPHEN = re.compile(r"(?<=\w\w\w-)(?=\w\w\w)")


def width(text: str, style: Style, size: float) -> float:
    """Return how wide the text is on one line."""
    face = fonts.face(style.letters.family, style.letters.weight)
    return face.width(text, size, style.letters.tracking)


def room_for(style: Style, size: float, wide: float) -> float:
    """Return the width as mm at 1 pt; the last letter of a line has no tracking after it."""
    return wide / size + style.letters.tracking * MM


@dataclass(frozen=True, slots=True)
class Word:
    """Letters that stay on one line, and their width in mm at 1 pt.

    `ends`: a line ends after it, for the word goes on in the next; `glued`: no space before it.
    """

    text: str
    unit: float
    ends: bool = False
    glued: bool = False


@functools.lru_cache(maxsize=1 << 14)
def _unit(family: str, weight: int, tracking: float, text: str) -> float:
    face = fonts.face(family, weight)
    return face.width(text, 1.0, 0.0) + tracking * MM * len(text)


def unit_of(style: Style, text: str) -> float:
    """Return the text's width in mm at 1 pt, with tracking after its last letter."""
    return _unit(style.letters.family, style.letters.weight, style.letters.tracking, text)


UNHYPHENED = {"th"}  # pyphen knows where its words part, but no hyphen is ever written there


@functools.cache
def divider(language: str) -> Callable[[str], list[int]]:
    """Return what tells where words of the language can be divided; nowhere if none knows it."""
    import pyphen  # type: ignore[import-untyped]

    known = pyphen.language_fallback(language) if language not in UNHYPHENED else None
    if known is None:
        return lambda word: []
    positions: Callable[[str], list[int]] = pyphen.Pyphen(lang=known, left=3, right=3).positions
    return positions


@functools.lru_cache(maxsize=1 << 12)
def _whole(family: str, weight: int, tracking: float, text: str) -> tuple[list[Word], float]:
    """Return the text's words undivided, and the width of the widest."""
    words = [
        Word(part, _unit(family, weight, tracking, part), glued=at > 0)
        for word in text.split()
        for at, part in enumerate(AT_HYPHEN.split(word.replace(SOFT, "")))
    ]
    return words, max((word.unit for word in words), default=0.0)


def whole_words(text: str, style: Style) -> list[Word]:
    """Return the text's words undivided, however wide."""
    letters = style.letters
    return _whole(letters.family, letters.weight, letters.tracking, text)[0]


def words_in(text: str, style: Style, room: float) -> list[Word] | None:
    """Return the text's words, too wide ones divided (`room`: mm at 1 pt); None if one can't be."""
    letters = style.letters
    whole, widest = _whole(letters.family, letters.weight, letters.tracking, text)
    if widest <= room:
        return whole
    found: list[Word] = []
    for word in text.split():
        for at, part in enumerate(AT_HYPHEN.split(word)):
            plain = part.replace(SOFT, "")
            unit = unit_of(style, plain)
            pieces = [Word(plain, unit)] if unit <= room else _divided(part, style, room)
            if not pieces:
                return None
            found += [replace(pieces[0], glued=at > 0), *pieces[1:]]
    return found


def _divided(word: str, style: Style, room: float) -> list[Word]:
    """Return the word in two parts that have room, where it divides best; else nothing."""
    plain = word.replace(SOFT, "")
    for at in _cuts(word, style):
        first = plain[:at] if plain[at - 1] == HYPHEN else plain[:at] + SOFT
        units = unit_of(style, first), unit_of(style, plain[at:])
        if max(units) <= room:
            return [Word(first, units[0], ends=True), Word(plain[at:], units[1], glued=True)]
    return []


def _cuts(word: str, style: Style) -> list[int]:
    """Return where the word may be divided, the best place first.

    That is where the school itself put a soft hyphen, else before a known part, at what seems a
    joint, or near the middle.
    """
    plain = word.replace(SOFT, "")
    if SOFT in word:
        soft = [len(word[:at].replace(SOFT, "")) for at, one in enumerate(word) if one == SOFT]
        return sorted(soft, key=lambda at: abs(len(plain) - 2 * at))
    if not style.hyphens or len(plain) < LONG:
        return []
    known = {plain.casefold().rfind(tail) for tail in style.breaks.tails}
    known = {at for at in known if at >= STEM}
    cuts = known.union(divider(style.hyphens)(plain))
    if style.joints:
        cuts = known or {at for at in cuts if _joint(plain, at)}
    return sorted(
        cuts, key=lambda at: (at not in known, not _joint(plain, at), abs(len(plain) - 2 * at))
    )


def _joint(word: str, at: int) -> bool:
    """Tell whether a word that is put together seems to have its joint there: samarbeids-evne."""
    return at >= 6 and word[at - 1] == "s" and len(word) - at >= 4


def _count(words: Sequence[Word], space: float, room: float) -> int:
    lines, used = 1, 0.0
    ended = True
    for word in words:
        gap = 0.0 if word.glued else space
        if not ended and used + gap + word.unit > room + 1e-9:
            lines, ended = lines + 1, True
        used = word.unit if ended else used + gap + word.unit
        ended = word.ends
        if word.ends:
            lines += 1
    return lines


def needs(texts: Iterable[str], style: Style, size: float, wide: float) -> float | None:
    """Return the height that the texts take in a column, from first capital to last baseline.

    None where a word is wider than the column.
    """
    room, space = room_for(style, size, wide), unit_of(style, " ")
    lines = items = 0
    for text in texts:
        words = words_in(text, style, room)
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


def unrest(texts: Iterable[str], style: Style, size: float, wide: float) -> int:
    """Return how many lines the texts take in a column, each text's third line and on twice."""
    room, space = room_for(style, size, wide), unit_of(style, " ")
    lines = (_count(words_in(text, style, room) or [], space, room) for text in texts)
    return sum(one + max(0, one - 2) for one in lines)


def largest(fits: Callable[[float], bool], floor: float, target: float) -> float | None:
    """Return the largest size from floor to target that fits; None if the floor doesn't."""
    if not fits(floor):
        return None
    low, high = 0, max(0, int((target - floor) / STEP))
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if fits(floor + middle * STEP) else (low, middle - 1)
    return floor + low * STEP


def is_calm(texts: Iterable[str], style: Style, size: float, wide: float, most: int = MOST) -> bool:
    """Tell whether no text runs over more lines than that, nor leaves "Jeg" alone on its first."""
    room, space = room_for(style, size, wide), unit_of(style, " ")
    for text in texts:
        words = words_in(text, style, room) or []
        if _count(words, space, room) > most:
            return False
        opened = len(words) > 1 and words[0].text.casefold() in style.breaks.openers
        if opened and words[0].unit + space + words[1].unit > room:
            return False
    return True


@functools.lru_cache(maxsize=1 << 12)
def broken(text: str, style: Style, size: float, wide: float) -> tuple[str, ...]:
    """Return the text in as few lines as it takes, ended where it makes sense, and even.

    A short word is not left alone on the last line, nor a small one at a line's end.
    """
    room, space = room_for(style, size, wide), unit_of(style, " ")
    words = words_in(text, style, room) or whole_words(text, style)
    sense = style.breaks.costs([word.text for word in words])
    best: list[tuple[int, float, int]] = [(0, 0.0, 0)]  # lines, cost, where the last line starts
    for end in range(1, len(words) + 1):
        choices = [(10**6, 0.0, end - 1)]
        used = 0.0
        for start in range(end - 1, -1, -1):
            if start < end - 1:
                used += 0.0 if words[start + 1].glued else space
            used += words[start].unit
            if start < end - 1 and (used > room + 1e-9 or words[start].ends):
                break
            count, cost, _ = best[start]
            cost += _cost(words, start, end, used / room) + sense[start]
            choices.append((count + 1, cost, start))
        best.append(min(choices))
    return _joined(words, best)


def _cost(words: Sequence[Word], start: int, end: int, full: float) -> float:
    cost = (1 - full) ** 2
    last = end == len(words)
    if last and start and (end - start == 1 and full < 0.3):
        cost += 0.5
    if not last and len(words[end - 1].text) <= 2:
        cost += 0.06 if end - start > 1 else 0.5
    if words[start].glued and not words[start - 1].ends:
        cost += SPLITS
    return cost


def _joined(words: Sequence[Word], best: Sequence[tuple[int, float, int]]) -> tuple[str, ...]:
    lines: list[str] = []
    end = len(words)
    while end:
        start = best[end][2]
        first, *rest = words[start:end]
        lines.append(
            first.text + "".join(one.text if one.glued else f" {one.text}" for one in rest)
        )
        end = start
    return tuple(reversed(lines))


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

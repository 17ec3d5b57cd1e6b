"""The foot of a poster: whose it is, who drew, which edition; what is absent leaves no gap."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from pipeline.language import Language
from pipeline.model import Art, Drawing, School
from pipeline.paper.fit import foot_of, largest, lines_high, needs, set_in, stacked, width
from pipeline.paper.overflow import Room, tell
from pipeline.paper.sheet import Align, Box, Group, Item, Picture
from pipeline.paper.style import MM, STEP, Style
from pipeline.paper.theme import Look
from pipeline.problems import Gathered

LOW = 30  # a box so much wider than high holds one line
NAME = 1.3  # the school's name against the rest
Lines = Sequence[tuple[str, Style, float]]  # text, style, size against the rest


def credits(
    drawings: Iterable[Drawing | None], school: School, language: Language
) -> tuple[str, ...]:
    """Return who drew, each named once, and how it was chosen; nothing without a drawing."""
    shown = [one for one in drawings if one and one.art and one.credit]
    if not shown:
        return ()
    names = list(dict.fromkeys(str(one.credit) for one in shown))
    if len(names) == 1:
        drew = language.say("Drawing: {credit}", credit=names[0])
    else:
        drew = language.say("Drawings: {credits}", credits=_together(shown, language))
    return tuple(filter(None, (drew, str(school.brand.chosen))))


def _together(drawings: Sequence[Drawing], language: Language) -> str:
    """Return the named ones, then the years of those without a name as one."""
    named = dict.fromkeys(str(one.credit) for one in drawings if one.year is None)
    years = [language.ordinal(year) for year in sorted({one.year for one in drawings if one.year})]
    if len(years) == 1:
        named.update(dict.fromkeys(str(one.credit) for one in drawings if one.year))
    elif years:
        named[language.say("pupils, years {years}", years=language.listed(years))] = None
    return "; ".join(named)


def edition(school: School, language: Language) -> str:
    """Return the version and its day, as far as they are told."""
    day = school.edition.day
    return " · ".join(filter(None, (str(school.edition.name), language.day(day) if day else "")))


def logo(school: School, language: Language, box: Box, art: Art) -> Group:
    """Return the logo at the left of the box, as high as it."""
    wide = min(box.w, box.h * art.width / art.height)
    high = wide * art.height / art.width
    place = Box(box.x, box.y + (box.h - high) / 2, wide, high)
    alt = language.say("The logo of {school}", school=school.name)
    return Group("figure", (Picture(place, art, clear=True),), alt=alt)


def foot(
    box: Box,
    school: School,
    language: Language,
    look: Look,
    right: Sequence[str],
    problems: Gathered,
) -> Group:
    """Return the foot: logo, school and motto at the left, `right` and the edition at the right."""
    items: list[Item] = []
    x = box.x
    if art := school.brand.logo:
        items.append(logo(school, language, Box(x, box.y, box.w * 0.25, box.h), art))
        x += min(box.w * 0.25, box.h * art.width / art.height) + box.h * 0.3
    small = Style(look.letters("small", 1, look.quiet), 1.22)
    name = Style(look.letters("foot", 1), 1.15)
    left: Lines = [
        (school.name, name, NAME),
        *((one, small, 1.0) for one in [school.brand.motto] if one),
    ]
    ending: Lines = [(one, small, 0.91) for one in (*right, edition(school, language)) if one]
    wanted = max((width(text, style, size) for text, style, size in ending), default=0.0)
    base = box.h * 0.344 / MM
    share = min(wanted * base, (box.right - x) * 0.5) if ending else 0.0
    columns = (
        (left, Box(x, box.y, box.right - x - share - (box.h * 0.4 if share else 0), box.h), "left"),
        (ending, Box(box.right - share, box.y, share + 0.01, box.h), "right"),
    )

    def fits(size: float) -> bool:
        return all(_high(lines, size, room.w) <= box.h + 1e-6 for lines, room, _ in columns)

    floor = base * 0.54 // STEP * STEP
    size = largest(fits, floor, base // STEP * STEP)
    if size is None:
        _tell(columns[0][0], columns[0][1], floor, language, problems)
    for lines, room, align in columns:
        items += _column(lines, room, size or floor, "right" if align == "right" else "left")
    return Group("part", tuple(items))


def _tell(lines: Lines, room: Box, floor: float, language: Language, problems: Gathered) -> None:
    texts = tuple(text for text, _, _ in lines[1:] or lines)
    tell(Room(texts, lines[-1][1], floor, room.w, room.h * 0.5), *_where(language), problems)


def _where(language: Language) -> tuple[str, str]:
    return language.say("the foot"), language.say("the paper")


def _high(lines: Lines, size: float, wide: float) -> float:
    if not lines:
        return 0.0
    highs = [needs([text], style, size * share, wide) for text, style, share in lines]
    if any(one is None for one in highs):
        return float("inf")
    return sum(one or 0.0 for one in highs) + (len(lines) - 1) * _between(size)


def _between(size: float) -> float:
    return size * MM * 0.48


def _column(lines: Lines, room: Box, size: float, align: Align) -> list[Item]:
    top = room.y + (room.h - _high(lines, size, room.w)) / 2
    done: list[Item] = []
    for text, style, share in lines:
        words = set_in(room, text, style, size * share, top, align)
        done.append(Group("paragraph", (words,)))
        top = foot_of(words) + _between(size)
    return done


def low_foot(
    box: Box,
    school: School,
    language: Language,
    look: Look,
    right: Sequence[str],
    problems: Gathered,
) -> Group:
    """Return the foot in small letters: school and motto left, `right` and edition right.

    They stand in one line where the box is low, else in two.
    """
    small = Style(look.letters("small", 1, look.quiet), 1.3)
    rows = 1 if box.w > box.h * LOW else 2
    halves = [school.name, school.brand.motto], [" · ".join(right), edition(school, language)]
    columns = [[str(one) for one in half if one] for half in halves]
    if rows == 1:
        columns = [[" · ".join(half)] for half in columns]
    left, ending = ([one for one in half if one] for half in columns)
    base = box.h * (0.72 if rows == 1 else 0.435) / MM
    widest = [max((width(one, small, 1) for one in half), default=0.0) for half in (left, ending)]
    gap = base * MM * 1.4 if ending else 0.0
    size = min(base, (box.w - gap) / sum(widest)) // STEP * STEP
    if size < base * 0.53:
        share, size = box.w * widest[0] / sum(widest), base * 0.53
        room = Room((school.brand.motto or school.name,), small, size, share, box.h)
        tell(room, *_where(language), problems)
    sides: tuple[tuple[list[str], Align], ...] = ((left, "left"), (ending, "right"))
    items: list[Item] = []
    for texts, align in sides:
        high = lines_high(small, len(texts), size)
        for text in stacked(box, texts, small, size, box.y + (box.h - high) / 2, align):
            items.append(Group("paragraph", (text,)))
    return Group("part", tuple(items))

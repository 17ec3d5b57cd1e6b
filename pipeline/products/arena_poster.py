"""A poster for one arena: the drawing, and for each value the lines agreed on."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace

from pipeline.language import Language
from pipeline.model import Arena, School
from pipeline.paper.bands import (
    BETWEEN,
    NAMES,
    Bands,
    Setting,
    Shown,
    bands,
    bands_anyway,
    shown,
)
from pipeline.paper.card import card, card_box, medallions
from pipeline.paper.fit import flush, foot_of, set_in
from pipeline.paper.foot import credits, foot
from pipeline.paper.headline import Headline
from pipeline.paper.outlines import Path, edge_of, field_above, field_beside, rectangle
from pipeline.paper.rows import grown
from pipeline.paper.sheet import Box, Group, Item, Shape, Sheet, Sheets
from pipeline.paper.style import MM, Style, breaks, reads_at
from pipeline.paper.theme import Look
from pipeline.problems import Sourced, fault, guess, phrase
from pipeline.products import Desk

TITLE = "Arena posters"
FOR = phrase("For the wall in the very place that it is about.")
LANDSCAPE = False
METRES = {"A4": 1.2, "A3": 1.7, "A2": 2.4}  # how far away its lines must be read
MANY = 0.75  # of a school's arenas decide for all
# From here on, lengths are thousandths of the paper's shorter side.
MARGIN, FOOT, KICKER = 64, 64, 29
TITLES = ((76, 114), (70, 104))  # the title's size on one line: portrait, landscape
TITLE_BARE = 124  # … at most where no drawing is there
TITLE_FLOOR = 0.66  # two-line titles may be so much smaller than the least one-line title
FOLLOW = 0.88  # lines keep up with names while they are so large against them
AIRY = 1.12  # lines against their floor, where a landscape paper has room for them
EASE, ROW = 14, (215, 400)  # what bands grow by before the drawing does, and their most
SPLITS = (780, 724, 668)  # where the values begin on a landscape paper
HERO = (
    (1.0, 290),
    (1.12, 430),
    (1.5, 540),
    (2.0, 600),
)  # as lines grow over their floor, so does the drawing
SHAPES = ((1.0, 140), (1.12, 190), (1.5, 230), (2.0, 250))  # … or what stands in its place


@dataclass(frozen=True, slots=True)
class _Series:
    """What is alike in all arena posters of a school, so that they may hang side by side.

    The title's size in pt where it has one line, the bands (None: no label holds the names), and
    on landscape paper where they begin.
    """

    title: float
    bands: Bands | None
    split: float = 0.0


@dataclass(frozen=True, slots=True)
class _Sharing:
    """How a height is shared between the hero and the bands below it."""

    free: float
    gaps: float
    floor: float
    most: float
    curve: Sequence[tuple[float, float]]
    unit: float

    def hero(self, size: float) -> float:
        """Return how high the hero should be beside lines of that size."""
        return min(_wanted(size, self.floor, self.curve) * self.unit, self.most)

    def left(self, size: float) -> float:
        """Return the height left for bands with lines of that size."""
        return self.free - self.gaps - self.hero(size)


def subjects(school: School) -> tuple[Sourced, ...]:
    """Return the arenas of all the pupils' matrices."""
    return tuple(arena.name for arena in school.arenas)


def arenas(school: School, subject: str) -> tuple[str, ...]:
    """Return the arena itself."""
    return (subject,)


def compose(subject: str, desk: Desk) -> Sheets:
    """Return the poster of the arena with this name."""
    arena = next((one for one in desk.school.arenas if one.name == subject), None)
    if arena is None:
        what = phrase("There is no arena called '{name}'.", name=subject)
        raise fault(None, what, guess(subject, subjects(desk.school)))
    wide, high = desk.size
    items, size, style = _landscape(arena, desk) if desk.landscape else _portrait(arena, desk)
    return Sheets(
        title=f"{arena.name} – {desk.school.name}",
        language=desk.language.code,
        sheets=(Sheet(wide, high, items),),
        subject=desk.language.say("This is how we do it"),
        reads_at=round(reads_at(style, size), 2),
    )


def _portrait(arena: Arena, desk: Desk) -> tuple[tuple[Item, ...], float, Style]:
    series, (wide, _) = _series(desk), desk.size
    u = wide / 1000
    inner = _inner(desk)
    head, under = _head(arena, desk, inner, series.title)
    ending = Box(inner.x, inner.bottom - FOOT * u, inner.w, FOOT * u)
    free = _free(desk, under)
    sharing = _sharing(arena, desk, free)
    found, size, heights = _best(arena, desk, series, free.w, sharing)
    hero = min(sharing.hero(size) * 1.12, sharing.most, max(sharing.left(size), 0.0))
    space = free.h - sharing.gaps
    ease = min(EASE * u, max(0.0, space - hero - sum(heights)) / len(heights))
    heights = [one + ease for one in heights]
    hero = max(hero, min(sharing.most, space - sum(heights)))
    heights = grown(heights, space - hero, ROW[0] * u)
    taken = sum(heights) + BETWEEN * u * (len(heights) - 1)
    room = Box(free.x + 20 * u, free.y, free.w - 40 * u, free.h - taken - 34 * u)
    figure, box = _hero(arena, desk, room)
    field = field_above(wide, box.y + box.h * 0.69 + 34 * u, 66 * u)
    below = Box(free.x, free.bottom - taken, free.w, taken)
    items = (
        _ground(desk, field),
        *head,
        figure,
        *_values(shown(arena), found, below, heights, size),
        _foot(arena, desk, ending),
    )
    return items, size, found.style


def _landscape(arena: Arena, desk: Desk) -> tuple[tuple[Item, ...], float, Style]:
    series, high = _series(desk), desk.size[1]
    u, split, rows = high / 1000, series.split, shown(arena)
    free = _beside(desk, split)
    between = BETWEEN * u * (len(rows) - 1)
    sharing = _Sharing(free.h, between, _setting(desk).floor, 0, HERO, u)
    found, size, heights = _best(arena, desk, series, free.w, sharing)
    heights = grown(heights, free.h - between, ROW[1] * u)
    taken = sum(heights) + between
    below = Box(free.x, free.y + max(0.0, free.h - taken) / 2, free.w, taken)
    inner = Box(MARGIN * u, free.y, (split - 212) * u, high / 2)
    head, under = _head(arena, desk, inner, series.title)
    room = Box(MARGIN * u, under + 44 * u, (split - 120) * u, high - under - (44 + 64) * u)
    figure, _ = _hero(arena, desk, room if _art(arena) else replace(room, w=room.w - 116 * u))
    items = (
        _ground(desk, field_beside(high, (split - 80) * u, 62 * u)),
        *head,
        figure,
        *_values(rows, found, below, heights, size),
        _foot(arena, desk, Box(free.x, free.bottom + 34 * u, free.w, FOOT * u)),
    )
    return items, size, found.style


def _inner(desk: Desk) -> Box:
    """Return what the margins leave of a portrait paper."""
    wide, high = desk.size
    u = wide / 1000
    return Box(MARGIN * u, 61 * u, wide - 2 * MARGIN * u, high - (61 + 50) * u)


def _free(desk: Desk, under: float) -> Box:
    """Return the room for hero and bands on a portrait paper, below a title that ends there."""
    inner, u = _inner(desk), desk.size[0] / 1000
    top = under + 40 * u
    return Box(inner.x, top, inner.w, inner.bottom - (FOOT + 34) * u - top)


def _beside(desk: Desk, split: float) -> Box:
    """Return the room for bands on a landscape paper."""
    wide, high = desk.size
    u = high / 1000
    return Box(split * u, 64 * u, wide - (split + MARGIN) * u, high - (64 + 54 + FOOT + 34) * u)


def _sharing(arena: Arena, desk: Desk, free: Box) -> _Sharing:
    u = min(desk.size) / 1000
    art = arena.drawing.art if arena.drawing else None
    most = (free.w - 40 * u) * art.height / art.width * 1.02 if art else 300 * u
    gaps = (BETWEEN * (len(shown(arena)) - 1) + 34) * u
    return _Sharing(free.h, gaps, _setting(desk).floor, most, HERO if art else SHAPES, u)


def _best(
    arena: Arena, desk: Desk, series: _Series, wide: float, sharing: _Sharing
) -> tuple[Bands, float, list[float]]:
    """Return the bands with the largest lines that fit, and their sizes; or report."""
    rows = shown(arena)
    if series.bands and (solved := series.bands.solve(rows, sharing.left)):
        return solved
    found = series.bands or bands_anyway(_setting(desk), wide, desk.paper, desk.problems)
    floor = found.setting.floor
    heights = found.report(arena, sharing.left(floor), desk.paper, desk.problems)
    return found, floor, heights


_known: dict[tuple[int, int, str, str, bool], tuple[School, Look, _Series]] = {}


def _series(desk: Desk) -> _Series:
    """Return what the school's posters on this paper share; found once, then remembered."""
    key = id(desk.school), id(desk.look), desk.language.code, desk.paper, desk.landscape
    if key not in _known:
        if len(_known) > 32:
            _known.clear()
        series = _series_beside(desk) if desk.landscape else _series_below(desk)
        _known[key] = desk.school, desk.look, series  # both are held, so that no other has their id
    return _known[key][2]


def _series_below(desk: Desk) -> _Series:
    u, inner, setting = desk.size[0] / 1000, _inner(desk), _setting(desk)
    style, title = _title_style(desk), _shared_title(desk, inner.w)
    ems = style.cap + 0.2
    free = _free(desk, _title_top(desk, inner.y) + ems * title * MM)
    high = (free.h - HERO[0][1] * u) / len(desk.school.values) - BETWEEN * u
    sharings = [_sharing(arena, desk, free) for arena in desk.school.arenas]
    return _Series(title, _shared_bands(desk, setting, Box(0, 0, free.w, high), sharings))


def _series_beside(desk: Desk) -> _Series:
    u, setting = desk.size[1] / 1000, _setting(desk)
    for split in SPLITS:
        free = _beside(desk, split)
        gaps = [BETWEEN * u * (len(shown(arena)) - 1) for arena in desk.school.arenas]
        sharings = [_Sharing(free.h, gap, setting.floor, 0, HERO, u) for gap in gaps]
        count = len(desk.school.values)
        row = Box(0, 0, free.w, (free.h - BETWEEN * u * (count - 1)) / count)
        found = bands(setting, row.w, row.h, NAMES[-1])
        joined = found and (found.plate.style.joints or not found.plate.style.hyphens)
        if found and joined and _keep_up(desk, found, sharings, (setting.floor * AIRY, 3)):
            break
    title = _shared_title(desk, (split - 212) * u)
    return _Series(title, _shared_bands(desk, setting, row, sharings), split)


def _shared_bands(
    desk: Desk, setting: Setting, row: Box, sharings: Sequence[_Sharing]
) -> Bands | None:
    """Return the bands with the largest names that most arenas' lines keep up with."""
    for name in NAMES:
        found = bands(setting, row.w, row.h, name)
        if found and _keep_up(desk, found, sharings, (found.plate.size * FOLLOW, 2)):
            return found
    return found


def _keep_up(
    desk: Desk, found: Bands, sharings: Sequence[_Sharing], wanted: tuple[float, int]
) -> bool:
    """Tell whether all the arenas' lines fit with whole words, and most of them as is wanted.

    That is a size in pt, and how many lines a text then has at most.
    """
    size, most = wanted
    whole, large = replace(found, style=found.style.whole), 0
    for arena, sharing in zip(desk.school.arenas, sharings, strict=True):
        rows, floor = shown(arena), found.setting.floor
        if not whole.sizing(rows, sharing.left).fits(floor, even=False):
            return False
        large += whole.keep_up(rows, sharing.left, max(floor, size), most)
    return large >= MANY * len(sharings)


def _shared_title(desk: Desk, wide: float) -> float:
    """Return the size at which most titles stand on one line, of those that can."""
    line = _headline(desk, wide, None)
    sizes = [line.on_one_line(arena.name) for arena in desk.school.arenas]
    found = sorted((size for size in sizes if size), reverse=True)
    return found[math.ceil(len(found) * MANY) - 1] if found else line.target


def _headline(desk: Desk, wide: float, most: float | None) -> Headline:
    u = min(desk.size) / 1000
    floor, target = (size * u / MM for size in TITLES[desk.landscape])
    if not desk.landscape and not any(map(_art, desk.school.arenas)):
        target = TITLE_BARE * u / MM
    return Headline(_title_style(desk), wide, floor, most or target, floor * TITLE_FLOOR)


def _title_style(desk: Desk) -> Style:
    letters = desk.look.letters("title", 1, desk.look.on_field)
    return Style(letters, 0.98, breaks=breaks(desk.language))


def _title_top(desk: Desk, top: float) -> float:
    u = min(desk.size) / 1000
    return top + (Style(desk.look.letters("kicker", 1)).cap * KICKER + 27) * u


def _setting(desk: Desk) -> Setting:
    language: Language = desk.language
    return Setting(
        desk.school.values,
        desk.look,
        language.code,
        breaks(language),
        min(desk.size) / 1000,
        METRES[desk.paper],
        desk.landscape,
    )


def _art(arena: Arena) -> bool:
    return bool(arena.drawing and arena.drawing.art)


def _head(arena: Arena, desk: Desk, inner: Box, most: float) -> tuple[tuple[Item, ...], float]:
    """Return the kicker and the title, which is one line if it can be, and where the title ends."""
    kicker = Style(desk.look.letters("kicker", 1, desk.look.on_field))
    words, size = desk.language.say("This is how we do it"), KICKER * min(desk.size) / 1000 / MM
    over = set_in(flush(inner, words, kicker, size), words, kicker, size, inner.y)
    line = _headline(desk, inner.w, most)
    found = line.set(arena.name, desk.language.code)
    if not found:
        line.tell(arena.name, desk.language.say("the title"), desk.paper, desk.problems)
    style, size = found or (line.style, line.least)
    top, at = _title_top(desk, inner.y), flush(inner, arena.name, style, size)
    title = set_in(at, arena.name, style, size, top)
    below = foot_of(title) + 0.2 * title.letters.size * MM
    return (Group("paragraph", (over,)), Group("title", (title,))), below


def _wanted(size: float, floor: float, curve: Sequence[tuple[float, float]]) -> float:
    """Return how high the hero should be beside lines of that size, going from point to point."""
    at = min(max(size / floor, curve[0][0]), curve[-1][0])
    for (x1, y1), (x2, y2) in zip(curve, curve[1:], strict=False):
        if at <= x2:
            return y1 + (y2 - y1) * (at - x1) / (x2 - x1)
    return curve[-1][1]


def _ground(desk: Desk, field: Path) -> Group:
    wide, high = desk.size
    look = desk.look
    paper = Shape(rectangle(Box(0, 0, wide, high)), fill=look.paper)
    if look.ruled:
        return Group(
            "decoration",
            (paper, Shape(edge_of(field), stroke=look.field, width=min(desk.size) * 0.012)),
        )
    return Group("decoration", (paper, Shape(field, fill=look.field)))


def _hero(arena: Arena, desk: Desk, room: Box) -> tuple[Group, Box]:
    drawing = arena.drawing
    if drawing and drawing.art:
        box = card_box(drawing.art, room)
        return card(drawing, drawing.art, box, desk.look), box
    return medallions(desk.school.values, desk.look, room), room


def _values(
    rows: Shown, found: Bands, free: Box, heights: Sequence[float], size: float
) -> list[Item]:
    done: list[Item] = []
    y = free.y
    for (at, lines), high in zip(rows, heights, strict=True):
        done.append(found.draw(at, lines, Box(free.x, y, free.w, high), size))
        y += high + BETWEEN * found.setting.unit
    return done


def _foot(arena: Arena, desk: Desk, box: Box) -> Group:
    right = credits([arena.drawing], desk.school, desk.language)
    return foot(box, desk.school, desk.language, desk.look, right, desk.problems)

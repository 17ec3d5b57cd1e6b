"""The small inserts: two strips and a box, with one value or all, in few and large words."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from pipeline.model import School
from pipeline.paper.outlines import field_within, rounded
from pipeline.paper.sheet import Box, Item, Shape, Sheet, Text, walk
from pipeline.paper.theme import Look
from pipeline.problems import Gathered, phrase, place_of
from pipeline.products.monthly_insert.slip import EDGE, GAP, LEAST, PAD, RADIUS, Slip, Words

MOST_WORDS = 25
HEROES = ((0.58, 0.52, 0.46), (0.4, 0.34, 0.26))  # the drawing's part of a box: as a rule, at least
Layout = Callable[[Slip, Words, bool], list[Item] | None]


def sheet(slip: Slip) -> Sheet:
    """Return the insert of the slip's size; all of them say the same."""
    wide, high = slip.desk.size
    words = said(slip)
    made = laid(slip, words)
    if made is None or counted(made) > MOST_WORDS:
        made = _told(slip, words, made)
    return Sheet(wide, high, tuple(made))


_known: dict[tuple[int, int, str, str], tuple[School, Look, Words]] = {}


def said(slip: Slip) -> Words:
    """Return what the month's small inserts say: as much as has room on each; then remembered."""
    desk = slip.desk
    key = id(desk.school), id(desk.look), desk.language.code, str(slip.monthly.name)
    if key not in _known:
        if len(_known) > 256:
            _known.clear()
        wishes = slip.wishes()
        ways = ((one, tight) for tight in (False, True) for one in wishes)
        found = next((one for one, tight in ways if _fits(slip, one, tight)), wishes[-1])
        _known[key] = desk.school, desk.look, found  # both are held, so that no other has their id
    return _known[key][2]


def _fits(slip: Slip, words: Words, tight: bool) -> bool:
    """Tell whether the words are few enough, and have room on every small insert."""
    for paper in LAYOUTS:
        desk = replace(slip.desk, paper=paper, landscape=True, problems=Gathered())
        made = laid(replace(slip, desk=desk), words, (False, True)[: 1 + tight])
        if made is None or counted(made) > MOST_WORDS:
            return False
    return True


def laid(slip: Slip, words: Words, ways: tuple[bool, ...] = (False, True)) -> list[Item] | None:
    """Return the words laid out on the slip, set closer where they must be; None: no room."""
    layout = LAYOUTS[slip.desk.paper]
    made = (layout(slip, words, tight) for tight in ways)
    return next((items for items in made if items is not None), None)


def _told(slip: Slip, words: Words, made: list[Item] | None) -> list[Item]:
    """Note why not even the fewest words will do; return a paper to go on with."""
    line = next((line for _, lines in words.rows for line in lines), slip.monthly.arena.name)
    longest = max((words.question, line), key=lambda one: len(one.split()))
    paper = slip.desk.paper
    if made is not None:
        what = phrase(
            "The insert of {paper} mm would have {count} words; {most} is the most.",
            paper=paper,
            count=counted(made),
            most=MOST_WORDS,
        )
        mend = phrase(
            'Say this in {cut} fewer words: "{words}".',
            cut=counted(made) - MOST_WORDS,
            words=longest,
        )
    else:
        what = phrase("The words have no room on the insert of {paper} mm.", paper=paper)
        mend = phrase('Make this shorter: "{words}".', words=longest)
    slip.desk.problems.error(place_of(longest), what, mend)
    head, _ = slip.head(Box(PAD, PAD, slip.desk.size[0] - 2 * PAD, 10), slip.desk.look.ink, LEAST)
    return [slip.ground(None), *head]


def counted(items: Sequence[Item]) -> int:
    """Return how many words there are to read."""
    texts = [item for item, _ in walk(tuple(items)) if isinstance(item, Text)]
    words = [word for text in texts for line in text.lines for word in line.split()]
    return sum(any(letter.isalnum() for letter in word) for word in words)


def _field_left(slip: Slip, wide: float) -> Shape | None:
    """Return the field at the left, round where the frame is."""
    look, high = slip.desk.look, slip.desk.size[1]
    if look.ruled:
        return None
    box = Box(EDGE / 2, EDGE / 2, wide, high - EDGE)
    return Shape(rounded(box, (RADIUS, 0, 0, RADIUS)), fill=look.field)


def _strip(slip: Slip, words: Words, tight: bool) -> list[Item] | None:
    """A strip for an upright page: the drawing, and beside it all else, from top to bottom."""
    wide, high = slip.desk.size
    split = 46.0
    column = Box(split + 3.4, 3.2, wide - split - 3.4 - 3.2, high - 6.6)
    ask = slip.ask(words.question)
    asks = ask.high(column.w, over=False)
    head, under = slip.low_head(column, slip.desk.look.ink, 15 if tight else 22)
    top, below = under + GAP, column.bottom - asks - (GAP if asks else 0.0)
    made = slip.across(words, Box(column.x, top, column.w, below - top), tight)
    if made is None:
        return None
    asked = ask.draw(replace(column, y=column.bottom - asks, h=asks), over=False)
    drawing = slip.hero(Box(2.2, 2.2, split - 3.8, high - 4.6))
    ground = slip.ground(_field_left(slip, split - EDGE / 2))
    return [ground, *head, drawing, *made, *asked]


def _wide(slip: Slip, words: Words, tight: bool) -> list[Item] | None:
    """A strip for a lying page: drawing, title, value and question side by side."""
    wide, high = slip.desk.size
    split, inner = 38.0, Box(0, 3.2, 0, high - 6.4)
    title = replace(inner, x=split + 3.2, w=60)
    value = replace(inner, x=title.right + 4, w=82 if words.question else 138)
    last = replace(inner, x=value.right + 4, w=wide - value.right - 7)
    ask = slip.ask(words.question)
    asks = ask.high(last.w, over=True)
    made = slip.across(words, value, tight)
    head, under = slip.head(title, slip.desk.look.ink, 24)
    if made is None or asks > last.h or under > inner.bottom:
        return None
    lower = (title.bottom - under) / 2
    title = replace(title, y=title.y + lower, h=title.h - lower)
    head, _ = slip.head(title, slip.desk.look.ink, 24)
    asked = ask.draw(replace(last, y=last.y + (last.h - asks) / 2, h=asks), over=True)
    drawing = slip.hero(Box(2.0, 2.0, split - 3.4, high - 4.2))
    ground = slip.ground(_field_left(slip, split - EDGE / 2))
    return [ground, *head, drawing, *made, *asked]


def _box(slip: Slip, words: Words, tight: bool) -> list[Item] | None:
    """A box: a small poster."""
    wide, high = slip.desk.size
    look = slip.desk.look
    inner = Box(5.0, 5.0, wide - 10.0, high - 9.6)
    ink = look.ink if look.ruled else look.on_field
    head, under = slip.head(inner, ink, 20)
    ask = slip.ask(words.question)
    asks = ask.high(inner.w, over=True)
    below = inner.bottom - asks - (GAP + 0.4 if asks else 0.0)
    for share in HEROES[tight]:
        hero = (below - under) * share
        top = under + 3.0 + hero + 2.4
        made = slip.banded(words, Box(inner.x, top, inner.w, below - top), tight)
        if made is not None:
            break
    else:
        return None
    high_up = min((one.path[0][1][1] for one in _shapes(made)), default=top)
    room = Box(inner.x, under + 3.0, inner.w, high_up - 2.4 - under - 3.0)
    field = None
    if not look.ruled:
        upper = Box(EDGE / 2, EDGE / 2, wide - EDGE, room.y + room.h * 0.72)
        field = Shape(field_within(upper, RADIUS, 4.0), fill=look.field)
    asked = ask.draw(replace(inner, y=inner.bottom - asks, h=asks), over=True)
    return [slip.ground(field), *head, slip.hero(room), *made, *asked]


def _shapes(items: Sequence[Item]) -> Iterator[Shape]:
    return (item for item, _ in walk(tuple(items)) if isinstance(item, Shape))


LAYOUTS: dict[str, Layout] = {"160x35": _strip, "247x28": _wide, "80x80": _box}

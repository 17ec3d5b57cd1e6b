"""What a text is set into before pages are known: strips that lie one below the other."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from pipeline.paper.outlines import rectangle
from pipeline.paper.sheet import Box, Group, Item, Shape, shifted


@dataclass(frozen=True, slots=True)
class Room:
    """A column: its left edge and width in mm, the text's language, and which way it runs."""

    x: float
    w: float
    language: str
    rtl: bool = False

    def at(self, start: float, wide: float) -> float:
        """Return the left edge of what is so wide and stands `start` mm into the column."""
        return self.x + (self.w - start - wide if self.rtl else start)

    def part(self, start: float, wide: float) -> Room:
        """Return the column within this one that begins `start` mm in and is so wide."""
        return replace(self, x=self.at(start, wide), w=wide)


@dataclass(frozen=True, slots=True)
class Strip:
    """What no page parts: its height in mm, and what stands in it, measured from its own top.

    `path` are the groups that it is in, outermost first, each without its items. `before` and
    `after` are the least space around it in mm, none of it at a page's edge. `keep`: the next one
    stands on the same page. `again` comes first on each page that the strip begins as the go-on of
    a table; `breaks`: it begins a page. `ground` is the colour behind it, from x on and so wide.
    """

    high: float
    items: tuple[Item, ...] = ()
    path: tuple[Group, ...] = ()
    before: float = 0.0
    after: float = 0.0
    keep: bool = False
    breaks: bool = False
    again: tuple[Strip, ...] = ()
    ground: tuple[str, float, float] | None = None


def spaced(strips: Sequence[Strip], before: float, after: float) -> list[Strip]:
    """Return the strips of one block with its own space before the first and after the last."""
    done = list(strips)
    if done:
        done[0] = replace(done[0], before=before)
        done[-1] = replace(done[-1], after=after)
    return done


def kept(strips: Sequence[Strip]) -> list[Strip]:
    """Return a paragraph's lines so that no line of it stands alone on a page."""
    most = len(strips) - 1
    alone = {0, most - 1}
    return [
        replace(one, keep=at < most and (at in alone or most < 3)) for at, one in enumerate(strips)
    ]


def gap(above: Strip, below: Strip) -> float:
    """Return the space between two strips: the larger of what they ask for."""
    return max(above.after, below.before)


def height(strips: Sequence[Strip]) -> float:
    """Return how high the strips are, one below the other."""
    between = sum(gap(one, other) for one, other in zip(strips, strips[1:], strict=False))
    return sum(one.high for one in strips) + between


def stacked(strips: Sequence[Strip], top: float) -> tuple[Item, ...]:
    """Return all that stands in the strips, one below the other from `top` down, in its groups."""
    grounds: list[Item] = []
    placed: list[tuple[tuple[Group, ...], Item]] = []
    for at, one in enumerate(strips):
        if at:
            space = gap(strips[at - 1], one)
            if one.ground and one.ground == strips[at - 1].ground:
                grounds.append(_ground(one.ground, top, space))
            top += space
        if one.ground:
            grounds.append(_ground(one.ground, top, one.high))
        placed += [(one.path, shifted(item, 0.0, top)) for item in one.items]
        top += one.high
    behind = (Group("decoration", tuple(grounds)),) if grounds else ()
    return (*behind, *_grouped(placed, 0))


def _ground(ground: tuple[str, float, float], top: float, high: float) -> Shape:
    colour, x, wide = ground
    return Shape(rectangle(Box(x, top, wide, high)), fill=colour)


def _grouped(placed: Sequence[tuple[tuple[Group, ...], Item]], depth: int) -> tuple[Item, ...]:
    """Return the items in their groups: neighbours of one group in one."""
    done: list[Item] = []
    at = 0
    while at < len(placed):
        path, item = placed[at]
        if len(path) == depth:
            done.append(item)
            at += 1
            continue
        end = at + 1
        while end < len(placed) and _same(placed[end][0], path[depth], depth):
            end += 1
        done.append(replace(path[depth], items=_grouped(placed[at:end], depth + 1)))
        at = end
    return tuple(done)


def _same(path: tuple[Group, ...], group: Group, depth: int) -> bool:
    return len(path) > depth and path[depth].thread == group.thread

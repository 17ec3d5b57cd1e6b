"""What stands beside the words of a slide: the field, the drawing, a film's frame and its code."""

from __future__ import annotations

from dataclasses import replace

from pipeline.paper.card import TILT, card, card_box, medallions, within
from pipeline.paper.code import code
from pipeline.paper.outlines import (
    Path,
    edge_of,
    ellipse,
    field_beside,
    rectangle,
    rounded,
    value_shape,
)
from pipeline.paper.scaling import placed
from pipeline.paper.sheet import SLIDES, Box, Group, Item, Picture, Shape
from pipeline.paper.slides import Deck, Slide

WIDE, HIGH = SLIDES["16:9"]
PICTURE = Box(11.0, 22.0, 143.0, 142.0)
SHAPE = Box(13.0, 52.0, 86.0, 86.0)
SHAPES = Box(8.0, 40.0, 96.0, 110.0)
FRAME = Box(14.0, 30.0, 138.0, 77.6)
CODE = Box(14.0, 117.0, 46.0, 46.0)
FIELDS = {"words": (66.0, 12.0)}  # where the field's edge is, and how much less in the middle
FIELD = (121.0, 11.0)
STEP = 46.0  # mm between the values' shapes
PLAY = 17.0  # mm, half of the mark to play


def ground(deck: Deck, slide: Slide) -> Group:
    """Return the paper and the bright field on it; a slide to talk by is all field."""
    look = deck.look
    page = Box(0, 0, WIDE, HIGH)
    if slide.kind == "talk":
        return Group("decoration", (Shape(rectangle(page), fill=look.field),))
    field = field_beside(HIGH, *FIELDS.get(slide.kind, FIELD))
    paper = Shape(rectangle(page), fill=look.paper)
    if look.ruled:
        return Group("decoration", (paper, Shape(edge_of(field), stroke=look.field, width=2.5)))
    return Group("decoration", (paper, Shape(field, fill=look.field)))


def beside(deck: Deck, slide: Slide) -> tuple[Item, ...]:
    """Return what stands at the left of the words."""
    match slide.kind:
        case "film":
            return _film(deck, slide)
        case "talk":
            return (_talk(deck),)
        case "words":
            return (_column(deck),)
    drawing = deck.drawn(slide)
    if drawing and drawing.art:
        return (card(drawing, drawing.art, card_box(drawing.art, PICTURE), deck.look),)
    if slide.value is None:
        return (medallions(deck.school.values, deck.look, SHAPES),)
    return (_disc(deck, slide.value, SHAPE),)


def _disc(deck: Deck, at: int, box: Box) -> Group:
    """Return a value's shape on a white disc."""
    look, inner = deck.look, box.inset(box.w * 0.21, box.h * 0.21)
    ring = look.values[at].ink if look.ruled or look.field == look.card else None
    disc = Shape(ellipse(box), fill=look.card, stroke=ring, width=box.w * 0.012)
    shape = value_shape(deck.school.values[at].shape, inner, look.values[at].ink, look.card)
    return Group("decoration", (disc, *shape))


def _column(deck: Deck) -> Group:
    """Return the values' shapes one below the other, on the narrow field."""
    count = len(deck.school.values)
    step = min(STEP, (HIGH - 30) / count)
    side = step * 0.8
    top = (HIGH - step * (count - 1) - side) / 2
    places = (Box(31 - side / 2, top + at * step, side, side) for at in range(count))
    discs = tuple(_disc(deck, at, box) for at, box in enumerate(places))
    return Group("decoration", tuple(shape for disc in discs for shape in disc.items))


def _talk(deck: Deck) -> Group:
    """Return two bubbles, for two who talk together."""
    look = deck.look
    white = look.card if look.card != look.field else look.on_field
    near = value_shape("bubble", Box(18, 42, 66, 66), white, look.field)
    far = value_shape("bubble", Box(44, 92, 44, 44), look.on_field, look.field)
    return Group("decoration", (*near, *far))


def _film(deck: Deck, slide: Slide) -> tuple[Item, ...]:
    """Return the film's frame with a mark to play, and the code that leads to the film."""
    alt = deck.language.say("A code to scan with a phone: it opens the film")
    sketch = code(slide.film, CODE.w, alt)
    white = Shape(rounded(CODE, 3), fill="#ffffff")
    shapes = tuple(placed(one, 1.0, CODE.x, CODE.y) for one in sketch.shapes[1:])
    return _frame(deck, slide), Group("figure", (white, *shapes), alt=alt)


def _frame(deck: Deck, slide: Slide) -> Group:
    """Return a dark screen; on it the drawing, and beside it, never over it, the mark to play."""
    look, box = deck.look, FRAME
    shadow = replace(box, y=box.y + 2)
    items: list[Item] = [
        Shape(rounded(shadow, 6), fill=look.ink, opacity=0.12),
        Shape(rounded(box, 6), fill=look.ink),
    ]
    x, y, half = box.x + box.w / 2, box.y + box.h / 2, PLAY
    drawing = deck.drawn(slide)
    if drawing and drawing.art:
        still = within(drawing.art, Box(box.x + 4, box.y + 4, box.w - 12 - 2 * PLAY, box.h - 8))
        still = replace(still, x=box.x + 4)
        items += [Shape(rectangle(still), fill=look.card), Picture(still, drawing.art)]
        x, half = (still.right + box.right) / 2, PLAY * 0.78
    mark = look.on_field if look.field != look.card else look.ink
    disc = Box(x - half, y - half, 2 * half, 2 * half)
    left, up, right = x - half * 0.3, half * 0.56, x + half * 0.65
    play: Path = (("M", (left, y - up)), ("L", (right, y)), ("L", (left, y + up)), ("Z", ()))
    items += [
        Shape(ellipse(disc), fill=look.field),
        Shape(play, fill=mark if look.field != look.ink else look.paper),
    ]
    middle = (box.x + box.w / 2, box.y + box.h / 2)
    return Group("decoration", tuple(items), turn=TILT, about=middle)

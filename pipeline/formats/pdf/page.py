"""One page's painting, as the operators that a PDF reader carries out."""

from __future__ import annotations

import functools
import math
from collections.abc import Iterator
from contextlib import contextmanager

from pipeline.formats.pdf.tags import Bounds, Element, Mark
from pipeline.paper.sheet import Box, Group, Picture, Shape, Sheet, Step, corners, turned

POINTS = 72 / 25.4
ROUND = 0.5522847498  # how far a curve's handles reach for a quarter of a circle


class Page:
    """What is painted on one sheet so far, and what of the document it needs for that."""

    def __init__(self, sheet: Sheet, number: int) -> None:
        """Begin the sheet, page `number` from 0."""
        self.height, self.number = sheet.height, number
        self.code = ["1 j 1 J"]
        self.images: set[str] = set()
        self.typefaces: set[str] = set()
        self.opacities: set[int] = set()
        self.marks = 0
        self._open: Element | None = None
        self._is_open = False
        self._turns: list[Group] = []
        self._again = False

    def x(self, mm: float) -> float:
        """Return the distance from the left edge in points."""
        return mm * POINTS

    def y(self, mm: float) -> float:
        """Return the distance from the lower edge, in points, of what is `mm` below the upper."""
        return (self.height - mm) * POINTS

    def mark(self, element: Element | None) -> None:
        """Let what is painted from here on belong to the element; None: to nothing."""
        if self._is_open and element is self._open:
            return
        self.close()
        self._open, self._is_open = element, True
        if element is None:
            said = "/Artifact <</Type /Pagination>> BDC" if self._again else "/Artifact BMC"
            self.code.append(said)
            return
        self.code.append(f"/{element.tag} <</MCID {self.marks}>> BDC")
        element.kids.append(Mark(self.number, self.marks))
        self.marks += 1

    def close(self) -> None:
        """End what `mark` began."""
        if self._is_open:
            self.code.append("EMC")
        self._is_open = False

    @contextmanager
    def again(self, group: Group) -> Iterator[None]:
        """Let what is painted meanwhile be said anew on each page, if the group is so."""
        if group.kind != "again":
            yield
            return
        self.close()
        self._again = True
        yield
        self.close()
        self._again = False

    @contextmanager
    def turned(self, group: Group) -> Iterator[None]:
        """Tilt what is painted meanwhile as the group is tilted."""
        if not group.turn:
            yield
            return
        self.close()
        self._turns.append(group)
        self.code.append(f"q {self._turn(group.turn, group.about)}")
        yield
        self.close()
        self.code.append("Q")
        self._turns.pop()

    def bounds(self, group: Group) -> Bounds:
        """Return the box, in points from the lower left corner, that the group stands in."""
        points = list(corners(group)) or [(0.0, 0.0)]
        for tilted in reversed(self._turns):
            points = [turned(point, tilted) for point in points]
        xs, ys = [self.x(x) for x, _ in points], [self.y(y) for _, y in points]
        return min(xs), min(ys), max(xs), max(ys)

    def around(self, box: Box) -> Bounds:
        """Return the box in points from the lower left corner."""
        return self.x(box.x), self.y(box.bottom), self.x(box.right), self.y(box.y)

    def shape(self, shape: Shape, element: Element | None) -> None:
        """Paint a path."""
        self.mark(element)
        how = {(True, False): "f", (False, True): "S", (True, True): "B"}
        code = [self._step(step) for step in shape.path]
        if shape.fill:
            code.insert(0, f"{colour(shape.fill)} rg")
        if shape.stroke:
            code.insert(0, f"{colour(shape.stroke)} RG {shape.width * POINTS:.2f} w")
        code.append(how.get((bool(shape.fill), bool(shape.stroke)), "n"))
        if shape.opacity < 1:
            percent = round(shape.opacity * 100)
            self.opacities.add(percent)
            code = [f"q /O{percent} gs", *code, "Q"]
        self.code += code

    def picture(self, picture: Picture, name: str, element: Element | None) -> None:
        """Paint the image that the document knows by the name.

        One that leans is laid upright, for its pixels lean already: a reader that tilts pixels
        itself may turn white into grey.
        """
        self.mark(element)
        self.images.add(name)
        box, turn = picture.box, self.leaning(picture)
        self.code.append("q")
        if picture.radius or turn:
            self.code += [self._step(step) for step in rounded(box, picture.radius)]
            self.code.append("W n")
        if turn:
            self.code.append(self._turn(-turn, (box.x + box.w / 2, box.y + box.h / 2)))
            box = _around(box, turn)
        size = f"{box.w * POINTS:.2f} 0 0 {box.h * POINTS:.2f}"
        self.code.append(f"{size} {self.x(box.x):.2f} {self.y(box.bottom):.2f} cm /{name} Do Q")

    def leaning(self, picture: Picture) -> float:
        """Return how far the picture's own pixels lean, in degrees clockwise."""
        return 0.0 if picture.clear else sum(group.turn for group in self._turns)

    def _turn(self, turn: float, about: tuple[float, float]) -> str:
        """Return the operator that tilts by degrees clockwise about the point."""
        cos, sin = math.cos(math.radians(turn)), math.sin(math.radians(turn))
        x, y = self.x(about[0]), self.y(about[1])
        e, f = x - cos * x - sin * y, y + sin * x - cos * y
        return f"{cos:.6f} {-sin:.6f} {sin:.6f} {cos:.6f} {e:.3f} {f:.3f} cm"

    def _step(self, step: Step) -> str:
        verb, numbers = step
        if verb == "Z":
            return "h"
        places = zip(numbers[::2], numbers[1::2], strict=True)
        written = " ".join(f"{x * POINTS:.2f} {self.y(y):.2f}" for x, y in places)
        return f"{written} {verb.lower()}"


def _around(box: Box, turn: float) -> Box:
    """Return the upright box about the same middle that holds the box when it is turned."""
    cos, sin = math.cos(math.radians(turn)), abs(math.sin(math.radians(turn)))
    wide, high = box.w * cos + box.h * sin, box.h * cos + box.w * sin
    return box.inset((box.w - wide) / 2, (box.h - high) / 2)


@functools.cache
def colour(written: str) -> str:
    """Return #rrggbb as three numbers from 0 to 1."""
    return " ".join(f"{int(written[at : at + 2], 16) / 255:.4g}" for at in (1, 3, 5))


def rounded(box: Box, radius: float) -> tuple[Step, ...]:
    """Return the box's outline with rounded corners."""
    r = min(radius, box.w / 2, box.h / 2)
    k, left, top, right, low = r * (1 - ROUND), box.x, box.y, box.right, box.bottom
    return (
        ("M", (left + r, top)),
        ("L", (right - r, top)),
        ("C", (right - k, top, right, top + k, right, top + r)),
        ("L", (right, low - r)),
        ("C", (right, low - k, right - k, low, right - r, low)),
        ("L", (left + r, low)),
        ("C", (left + k, low, left, low - k, left, low - r)),
        ("L", (left, top + r)),
        ("C", (left, top + k, left + k, top, left + r, top)),
        ("Z", ()),
    )

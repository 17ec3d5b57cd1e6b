"""Shapes, pictures and groups of a slide: paths as freeforms, pictures round as their card."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from xml.sax.saxutils import quoteattr

from pipeline.formats.pptx.theme import Theme
from pipeline.paper.sheet import Box, Group, Item, Picture, Shape, corners, turned

EMU = 36000  # in a mm
HIDDEN = (
    '<a:extLst><a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}"><adec:decorative '
    'xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/>'
    "</a:ext></a:extLst>"
)
VERBS = {"M": "moveTo", "L": "lnTo", "C": "cubicBezTo"}
FULL = 21_600_000  # sixty-thousandths of a degree


def emu(mm: float) -> int:
    """Return the length in the units of a slide."""
    return round(mm * EMU)


@dataclass
class Canvas:
    """A slide or layout while it is drawn: numbers its things, and finds its pictures."""

    theme: Theme
    names: dict[str, str]  # what kinds of thing are called
    media: Callable[[Picture], str]  # a picture's relation
    count: int = 1
    leaning: float = 0.0  # degrees
    code: list[str] = field(default_factory=list)

    def named(self, kind: str, alt: str = "", *, hidden: bool = False) -> str:
        """Return the number, name and alternative text of a new thing."""
        self.count += 1
        name = quoteattr(f"{self.names[kind]} {self.count - 1}")
        if hidden:
            return f'<p:cNvPr id="{self.count}" name={name} descr="">{HIDDEN}</p:cNvPr>'
        told = f" descr={quoteattr(alt)}" if alt else ""
        return f'<p:cNvPr id="{self.count}" name={name}{told}/>'

    def item(self, item: Item, alt: str = "", *, hidden: bool = True) -> str:
        """Return a thing without words as markup; what is hidden is not read aloud."""
        match item:
            case Shape():
                return self._shape(item, alt, hidden)
            case Picture():
                return self._picture(item, alt, hidden)
            case Group():
                return self._group(item)
            case _:
                return ""

    def _shape(self, shape: Shape, alt: str, hidden: bool) -> str:
        points = [one for _, numbers in shape.path for one in _pairs(numbers)]
        box = _around(points)
        steps = []
        for verb, numbers in shape.path:
            if verb == "Z":
                steps.append("<a:close/>")
                continue
            places = "".join(
                f'<a:pt x="{emu(x - box.x)}" y="{emu(y - box.y)}"/>' for x, y in _pairs(numbers)
            )
            steps.append(f"<a:{VERBS[verb]}>{places}</a:{VERBS[verb]}>")
        line = "<a:ln><a:noFill/></a:ln>"
        if shape.stroke and shape.width:
            filled = self.theme.filled(shape.stroke)
            line = f'<a:ln w="{emu(shape.width)}">{filled}</a:ln>'
        return (
            f"<p:sp><p:nvSpPr>{self.named('shape', alt, hidden=hidden)}<p:cNvSpPr/><p:nvPr/>"
            f"</p:nvSpPr><p:spPr>{frame(box)}<a:custGeom><a:avLst/><a:gdLst/><a:ahLst/><a:cxnLst/>"
            f'<a:rect l="0" t="0" r="r" b="b"/><a:pathLst><a:path w="{max(1, emu(box.w))}" '
            f'h="{max(1, emu(box.h))}">{"".join(steps)}</a:path></a:pathLst></a:custGeom>'
            f"{self.theme.filled(shape.fill, shape.opacity)}{line}</p:spPr></p:sp>"
        )

    def _picture(self, picture: Picture, alt: str, hidden: bool) -> str:
        """Return the picture; one that leans keeps its corners, or Impress lays it upright."""
        box = picture.box
        shape = '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'
        if picture.radius and not self.leaning:
            adjust = round(min(0.5, picture.radius / min(box.w, box.h)) * 100000)
            shape = (
                '<a:prstGeom prst="roundRect"><a:avLst>'
                f'<a:gd name="adj" fmla="val {adjust}"/></a:avLst></a:prstGeom>'
            )
        return (
            f"<p:pic><p:nvPicPr>{self.named('picture', alt, hidden=hidden)}<p:cNvPicPr>"
            '<a:picLocks noChangeAspect="1"/></p:cNvPicPr><p:nvPr/></p:nvPicPr><p:blipFill>'
            f'<a:blip r:embed="{self.media(picture)}"/><a:stretch><a:fillRect/></a:stretch>'
            f"</p:blipFill><p:spPr>{frame(box)}{shape}</p:spPr></p:pic>"
        )

    def _group(self, group: Group) -> str:
        """Return the group, tilted about its own point: a program tilts it about its middle."""
        figure = group.kind == "figure"
        if len(group.items) == 1 and not group.turn:
            return self.item(group.items[0], group.alt, hidden=not figure)
        head = self.named("picture" if figure else "shape", group.alt, hidden=not figure)
        self.leaning += group.turn
        kids = "".join(self.item(one) for one in group.items)
        self.leaning -= group.turn
        still = _around([point for one in group.items for point in corners(one)])
        middle = turned((still.x + still.w / 2, still.y + still.h / 2), group)
        box = Box(middle[0] - still.w / 2, middle[1] - still.h / 2, still.w, still.h)
        return (
            f"<p:grpSp><p:nvGrpSpPr>{head}<p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr>"
            f"<p:grpSpPr>{frame(box, group.turn, still)}</p:grpSpPr>{kids}</p:grpSp>"
        )


def frame(box: Box, turn: float = 0.0, inner: Box | None = None) -> str:
    """Return where a thing stands, how it leans, and the place that its own parts are told in."""
    lean = f' rot="{round(turn * 60000) % FULL}"' if turn else ""
    within = ""
    if inner:
        within = (
            f'<a:chOff x="{emu(inner.x)}" y="{emu(inner.y)}"/>'
            f'<a:chExt cx="{emu(inner.w)}" cy="{emu(inner.h)}"/>'
        )
    return (
        f'<a:xfrm{lean}><a:off x="{emu(box.x)}" y="{emu(box.y)}"/>'
        f'<a:ext cx="{emu(box.w)}" cy="{emu(box.h)}"/>{within}</a:xfrm>'
    )


def _pairs(numbers: tuple[float, ...]) -> list[tuple[float, float]]:
    return list(zip(numbers[::2], numbers[1::2], strict=True))


def _around(points: list[tuple[float, float]]) -> Box:
    xs, ys = [x for x, _ in points], [y for _, y in points]
    return Box(min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys))

"""The theme of a presentation: the colours and the face that its paper uses most."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from xml.sax.saxutils import escape, quoteattr

from pipeline.paper.sheet import Letters, Row, Shape, Sheet, Sheets, Text, walk

DRAWN = "http://schemas.openxmlformats.org/drawingml/2006/main"
ACCENTS = 6
SPARE = "808080"
LINK = 10  # colours that a theme has before those of links
NAMES = ("dk1", "lt1", "dk2", "lt2", *(f"accent{at}" for at in range(1, ACCENTS + 1)))
# How a slide calls the colours of its theme, by the master's map.
CALLED = {"dk1": "tx1", "lt1": "bg1", "dk2": "tx2", "lt2": "bg2"}


@dataclass(frozen=True)
class Theme:
    """Colours by their name in the theme, and the family of the letters."""

    family: str
    colours: tuple[str, ...]

    def colour(self, written: str, opacity: float = 1.0) -> str:
        """Return a colour as a slide writes it: by its name in the theme if it has one."""
        plain = written.lstrip("#").upper()
        inner = f'<a:alpha val="{round(opacity * 100000)}"/>' if opacity < 1 else ""
        if plain in self.colours:
            name = NAMES[self.colours.index(plain)]
            return f'<a:schemeClr val="{CALLED.get(name, name)}">{inner}</a:schemeClr>'
        return f'<a:srgbClr val="{plain}">{inner}</a:srgbClr>'

    def filled(self, written: str | None, opacity: float = 1.0) -> str:
        """Return the filling of a shape, or none."""
        if not written:
            return "<a:noFill/>"
        return f"<a:solidFill>{self.colour(written, opacity)}</a:solidFill>"

    def face(self, family: str) -> str:
        """Return what names the letters' family: the theme's own, or itself."""
        return "+mn-lt" if family == self.family else escape(family)

    def part(self, name: str) -> str:
        """Return the theme as a part of a package."""
        known = [*self.colours, *[SPARE] * (LINK - len(self.colours))]
        colours = "".join(
            f'<a:{one}><a:srgbClr val="{colour}"/></a:{one}>'
            for one, colour in zip(NAMES, known, strict=True)
        )
        for one in ("hlink", "folHlink"):
            colours += f'<a:{one}><a:srgbClr val="{known[0]}"/></a:{one}>'
        face = f"<a:latin typeface={quoteattr(self.family)}/>"
        face += '<a:ea typeface=""/><a:cs typeface=""/>'
        plain = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
        line = f'<a:ln w="6350">{plain}</a:ln>'
        effect = "<a:effectStyle><a:effectLst/></a:effectStyle>"
        return (
            f'<a:theme xmlns:a="{DRAWN}" name={quoteattr(name)}><a:themeElements>'
            f"<a:clrScheme name={quoteattr(name)}>{colours}</a:clrScheme>"
            f"<a:fontScheme name={quoteattr(name)}><a:majorFont>{face}</a:majorFont>"
            f"<a:minorFont>{face}</a:minorFont></a:fontScheme>"
            f"<a:fmtScheme name={quoteattr(name)}><a:fillStyleLst>{plain * 3}</a:fillStyleLst>"
            f"<a:lnStyleLst>{line * 3}</a:lnStyleLst>"
            f"<a:effectStyleLst>{effect * 3}</a:effectStyleLst>"
            f"<a:bgFillStyleLst>{plain * 3}</a:bgFillStyleLst></a:fmtScheme>"
            "</a:themeElements></a:theme>"
        )


def theme_of(paper: Sheets) -> Theme:
    """Return the paper's theme: its inks, its grounds, then other colours as they appear."""
    families: Counter[str] = Counter()
    inks: Counter[str] = Counter()
    fills: Counter[str] = Counter()
    grounds: Counter[str] = Counter()
    for sheet in paper.sheets:
        shapes = [one.fill for one, _ in walk(sheet.items) if isinstance(one, Shape) and one.fill]
        grounds.update(shapes[:1])
        fills.update(shapes)
        for letters in _letters(sheet):
            families[letters.family] += 1
            inks[letters.colour] += 1
    text, first, other = (
        [one for one, _ in found.most_common()] for found in (inks, grounds, fills)
    )
    chosen: list[str] = []
    turns = ((text, 1), (first, 2), (text, 3), (other, 4), ([*text, *other], LINK))
    for wanted, most in turns:
        for one in wanted:
            if one not in chosen and len(chosen) < most:
                chosen.append(one)
    family = families.most_common(1)[0][0] if families else "Nunito"
    return Theme(family, tuple(one.lstrip("#").upper() for one in chosen))


def _letters(sheet: Sheet) -> Iterator[Letters]:
    """Yield the letters of each text on the slide, but for what is said on all."""
    for item, above in walk(sheet.items):
        if not above or above[0].kind == "again":
            continue
        if isinstance(item, Text):
            yield item.letters
        elif isinstance(item, Row):
            yield from (one.letters for one in item.pieces)

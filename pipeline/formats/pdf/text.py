"""Lines of text as operators: each line one text object, each glyph where HarfBuzz placed it."""

from __future__ import annotations

from collections.abc import Callable

from pipeline.formats.pdf.page import Page, colour
from pipeline.formats.pdf.tags import Element
from pipeline.formats.pdf.typefaces import Typeface
from pipeline.paper.fonts import MM_PER_POINT, SOFT_HYPHEN, Face, Line, Run, face
from pipeline.paper.sheet import Letters, Text

Typefaces = Callable[[Face], Typeface]
SHARES = {"left": 0.0, "center": 0.5, "right": 1.0}
JOINED = ("-", SOFT_HYPHEN, " ")


def write(
    page: Page, text: Text, element: Element | None, typefaces: Typefaces, more: bool = False
) -> None:
    """Paint the lines; those that others follow end in a space, so that words stay apart."""
    letters = text.letters
    lines = [(at, line) for at, line in enumerate(text.lines) if line.strip()]
    if not lines:
        return
    page.mark(element)
    page.code.append(f"{colour(letters.colour)} rg")
    for at, line in lines:
        shaped = face(letters.family, letters.weight).shape(line)
        width = (shaped.width + letters.tracking * shaped.gaps) * letters.size * MM_PER_POINT
        x = text.box.x + (text.box.w - width) * SHARES[text.align]
        y = text.baseline + at * text.leading * MM_PER_POINT
        followed = (more or at < lines[-1][0]) and not line.endswith(JOINED)
        page.code.append(f"BT {page.x(x):.3f} {page.y(y):.3f} Td")
        page.code += _line(page, shaped, typefaces, letters, line + " " * followed)
        page.code.append("ET")


def _line(page: Page, line: Line, typefaces: Typefaces, letters: Letters, says: str) -> list[str]:
    tracking = letters.tracking * 1000
    code, plain, behind = [], SOFT_HYPHEN not in says, tracking
    runs = line.runs
    if says.endswith(" ") and runs[-1].glyphs[-1].text != " ":
        runs += runs[-1].face.shape(" ").runs
    for run in runs:
        typeface = typefaces(run.face)
        page.typefaces.add(typeface.name)
        plain &= all([typeface.take(glyph) for glyph in run.glyphs])
        code.append(f"/{typeface.name} {letters.size:.2f} Tf")
        code += _run(run, typeface, letters.size, tracking, behind)
        behind = 0.0
    if not plain:
        spoken = ("\ufeff" + says).encode("utf-16-be").hex().upper()
        code = [f"/Span <</ActualText <{spoken}>>> BDC", *code, "EMC"]
    return code


def _run(run: Run, typeface: Typeface, size: float, tracking: float, behind: float) -> list[str]:
    """Return the glyphs as TJ arrays, `behind` thousandths of an em behind where they begin.

    A glyph off the baseline is raised by Ts.
    """
    code: list[str] = []
    parts: list[tuple[float, int]] = []
    rise = 0.0
    for glyph in run.glyphs:
        if glyph.dy != rise:
            code += _shown(parts)
            code.append(f"{glyph.dy * size:.3f} Ts")
            parts, rise = [], glyph.dy
        if glyph.text:
            behind -= tracking
        behind -= glyph.dx * 1000
        parts.append((behind, glyph.id))
        behind = typeface.widths[glyph.id] + (glyph.dx - glyph.advance) * 1000
    code += _shown(parts, behind)
    if rise:
        code.append("0 Ts")
    return code


def _shown(parts: list[tuple[float, int]], behind: float = 0.0) -> list[str]:
    written, at = [], ""
    for back, glyph in parts:
        if abs(back) >= 0.01:
            written += [f"<{at}>"] if at else []
            written.append(f"{back:.2f}")
            at = ""
        at += f"{glyph:04X}"
    written += [f"<{at}>"] if at else []
    if abs(behind) >= 0.01:
        written.append(f"{behind:.2f}")
    return [f"[{''.join(written)}] TJ"] if written else []

"""Lines of text as operators: each line one text object, each glyph where HarfBuzz placed it."""

from __future__ import annotations

import functools
from collections.abc import Callable

from pipeline.formats.pdf.page import Page, colour
from pipeline.formats.pdf.tags import Element
from pipeline.formats.pdf.typefaces import Typeface
from pipeline.paper.fonts import MM_PER_POINT, SOFT_HYPHEN, Face, Glyph, Line, Run, face
from pipeline.paper.sheet import Letters, Piece, Row, Text

Typefaces = Callable[[Face], Typeface]
SHARES = {"left": 0.0, "center": 0.5, "right": 1.0}
NOTHING = (0x34F, 0x200B, 0x200C, 0x20)  # letters without ink, in most faces, nor width
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


def write_row(
    page: Page, row: Row, element: Callable[[Piece], Element | None], typefaces: Typefaces
) -> None:
    """Paint a line's pieces in the order of reading, each as part of the element it is read in."""
    for piece in row.pieces:
        letters, language = piece.letters, piece.shaping
        line = face(letters.family, letters.weight).shape(piece.text, piece.rtl, language)
        if not line.runs:
            continue
        page.mark(element(piece))
        page.code.append(f"{colour(letters.colour)} rg")
        size = letters.size * MM_PER_POINT
        wide = (line.width + letters.tracking * line.gaps) * size
        left = piece.x + (piece.width - wide if piece.rtl and piece.width else 0.0)
        divided = piece.text.endswith(SOFT_HYPHEN)
        for x, runs in _words(line, letters.tracking) if piece.rtl else [(0.0, line.runs)]:
            page.code.append(f"BT {page.x(left + x * size):.3f} {page.y(row.baseline):.3f} Td")
            for run in runs:
                typeface = typefaces(run.face)
                page.typefaces.add(typeface.name)
                page.code.append(f"/{typeface.name} {letters.size:.2f} Tf")
                page.code += _spoken(run, typeface, letters, divided)
            page.code.append("ET")


def _words(line: Line, tracking: float) -> list[tuple[float, tuple[Run, ...]]]:
    """Return the words of a line that runs to the left, in order, and where in em each begins.

    The space after a word stands at its left.
    """
    words: list[tuple[float, list[Run]]] = [(0.0, [])]
    at = 0.0
    for run in line.runs:
        glyphs: list[Glyph] = []
        for glyph in run.glyphs:
            if glyph.text == " ":
                if glyphs:
                    words[-1][1].append(Run(run.face, tuple(glyphs)))
                glyphs = []
                words.append((at, []))
            glyphs.append(glyph)
            at += glyph.advance + (tracking if glyph.text else 0.0)
        words[-1][1].append(Run(run.face, tuple(glyphs)))
    return [(x, tuple(runs)) for x, runs in reversed(words) if runs]


def _spoken(run: Run, typeface: Typeface, letters: Letters, divided: bool) -> list[str]:
    """Return the run with what its glyphs do not say themselves said beside each of them."""
    code: list[str] = []
    tracking = letters.tracking * 1000
    taken = [typeface.take(glyph) and glyph.advance != 0.0 for glyph in run.glyphs]
    if all(taken) and not divided:
        return _run(run, typeface, letters.size, tracking, 0.0)
    plain: list[Glyph] = []
    for cluster in _clusters(run.glyphs):
        hyphen = divided and cluster[-1] is run.glyphs[-1] and cluster[0].text == "-"
        says = SOFT_HYPHEN if hyphen else cluster[0].text
        held = _held(run.face, cluster)
        taken = [typeface.take(glyph) for glyph in held]
        if all(taken) and not hyphen:
            plain += cluster
            continue
        code += _run(Run(run.face, tuple(plain)), typeface, letters.size, tracking, 0.0)
        plain = []
        spoken = ("\ufeff" + says).encode("utf-16-be").hex().upper()
        code.append(f"/Span <</ActualText <{spoken}>>> BDC")
        code += _run(Run(run.face, tuple(held)), typeface, letters.size, tracking, 0.0)
        code.append("EMC")
    return code + _run(Run(run.face, tuple(plain)), typeface, letters.size, tracking, 0.0)


def _held(face: Face, cluster: list[Glyph]) -> list[Glyph]:
    """Return a cluster of glyphs between the edges of the room that it takes.

    Readers take what is said of it to be as wide as from its first glyph to its last, so a glyph
    that draws nothing is set at an edge where another does not stand.
    """
    if len(cluster) == 1 and cluster[0].advance:
        return cluster
    edge = _edge(face)
    return [edge, *cluster] if cluster[-1].advance else [edge, *cluster, edge]


@functools.cache
def _edge(face: Face) -> Glyph:
    """Return a glyph of the face that draws nothing."""
    found = (one for one in map(face.font.get_nominal_glyph, NOTHING) if one)
    bare = (one for one in found if not face.font.get_glyph_extents(one).width)
    return Glyph(next(bare, 0), "", 0.0, 0.0, 0.0)


def _clusters(glyphs: tuple[Glyph, ...]) -> list[list[Glyph]]:
    """Return the glyphs together that draw the same letters."""
    found: list[list[Glyph]] = []
    for glyph in glyphs:
        if glyph.text or not found:
            found.append([])
        found[-1].append(glyph)
    return found


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

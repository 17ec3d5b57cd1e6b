"""Looks a finished paper over before it is painted: all that it finds is our own fault."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from pipeline.paper.flow import Flow
from pipeline.paper.flow_check import flow_faults
from pipeline.paper.fonts import MM_PER_POINT, face, letters_without_a_face
from pipeline.paper.sheet import (
    Group,
    Item,
    Picture,
    Row,
    Shape,
    Sheet,
    Sheets,
    Text,
    corners,
    in_turn,
    turned,
    walk,
)

SLACK = 0.2  # mm
PROPORTION = 0.02
LAST_LEVEL = 6
SPEAKING = {
    *("title", "heading", "paragraph", "item", "figure"),
    *("column-header", "row-header", "cell", "label", "body"),
}
LISTS = {"list", "bullets", "numbers"}
BLOCKS = {"title", "heading", "paragraph", "table", "figure", "part", "again"} | LISTS
INSIDE = {"heading", "paragraph", "figure"} | LISTS
MAY_HOLD = {
    "part": BLOCKS,
    "again": BLOCKS | {"column-header"},
    "bullets": {"entry"},
    "numbers": {"entry"},
    "entry": {"label", "body"},
    "body": {"figure"} | LISTS,
    "list": {"item"},
    "item": INSIDE,
    "table": {"row"},
    "row": {"column-header", "row-header", "cell"},
    "column-header": INSIDE,
    "row-header": INSIDE,
    "cell": INSIDE,
}
Above = tuple[Group, ...]
Rule = Callable[[Sheet], Iterator[str]]


class PaperFault(Exception):
    """A paper that a product should not have made."""


def check(paper: Sheets | Flow) -> None:
    """Raise PaperFault with all that is wrong with the paper, if anything is."""
    found = flow_faults(paper) if isinstance(paper, Flow) else faults(paper)
    if found:
        raise PaperFault("\n".join([f"{paper.title}:", *found]))


def faults(paper: Sheets) -> list[str]:
    """Return what is wrong with the paper, a sentence each."""
    found = []
    if not paper.title.strip() or not paper.language:
        found.append("The paper has no title or no language.")
    if not paper.sheets:
        found.append("The paper has no sheets.")
    for number, sheet in enumerate(paper.sheets, 1):
        found += [f"Sheet {number}: {one}" for rule in RULES for one in rule(sheet)]
        if not paper.runs_on:
            found += [f"Sheet {number}: {one}" for one in _not_a_text(sheet)]
    found += [one for page in _pages(paper) for one in _headings(page)]
    return found


def _pages(paper: Sheets) -> Iterator[Sequence[Item]]:
    """Yield what is read together under one title: a sheet, a page on it, or all of a text."""
    placed = list(in_turn(paper))
    if paper.runs_on:
        yield [item for _, item in placed]
        return
    pages: dict[tuple[int, int], list[Item]] = {(at, 0): [] for at, _ in enumerate(paper.sheets)}
    for at, item in placed:
        pages.setdefault((at, getattr(item, "turn_to_read", 0)), []).append(item)
    folded = any(turn for _, turn in pages)
    yield from (page for (_, turn), page in pages.items() if turn or not folded)


def _not_a_text(sheet: Sheet) -> Iterator[str]:
    """Slides may say their school and number anew on each; other single sheets may not."""
    for item, _ in walk(sheet.items):
        again = isinstance(item, Group) and item.kind == "again" and not sheet.layout
        if again or (isinstance(item, Group) and item.thread):
            yield f"{_name(item)} is of a text that runs on, and this is none."


def _off_the_page(sheet: Sheet) -> Iterator[str]:
    """Decorations may be cut by the page's edge; all else stands on the page."""
    for item, above in walk(sheet.items):
        if isinstance(item, Group) or (isinstance(item, Shape) and _has(above, "decoration")):
            continue
        for point in corners(item):
            x, y = _on_paper(point, above)
            if not (-SLACK <= x <= sheet.width + SLACK and -SLACK <= y <= sheet.height + SLACK):
                yield f"{_name(item)} reaches off the page, to {x:.1f}, {y:.1f} mm."
                break


def _on_paper(point: tuple[float, float], above: Above) -> tuple[float, float]:
    for group in reversed(above):
        point = turned(point, group)
    return point


def _headings(items: Sequence[Item]) -> Iterator[str]:
    found = [
        item
        for item, above in walk(tuple(items))
        if isinstance(item, Group)
        and item.kind in ("title", "heading")
        and not _has(above, "again")
    ]
    threads = {one.thread: one for one in found[::-1] if one.thread}
    found = [one for one in found if not one.thread or threads[one.thread] is one]
    titles = [one for one in found if one.kind == "title"]
    if len(titles) != 1:
        yield f"there are {len(titles)} titles."
    if titles and found[0].kind != "title":
        yield f"{_name(found[0])} comes before the title."
    level = 1
    for one in found:
        if one.kind == "heading":
            if not 2 <= one.level <= min(level + 1, LAST_LEVEL):
                yield f"{_name(one)} has level {one.level} after level {level}."
            level = one.level


def _figures(sheet: Sheet) -> Iterator[str]:
    for item, above in walk(sheet.items):
        if isinstance(item, Group) and item.kind == "figure" and not item.alt.strip():
            yield "a figure has no words for those who can't see it."
        if isinstance(item, Picture):
            if not _has(above, "figure") and not _has(above, "decoration"):
                yield f"{_name(item)} is neither in a figure nor a decoration."
            wide = item.box.w / item.box.h / (item.art.width / item.art.height)
            if abs(wide - 1) > PROPORTION:
                yield f"{_name(item)} is stretched {wide:.2f} times."


def _nesting(sheet: Sheet) -> Iterator[str]:
    for item, above in walk(sheet.items):
        if not isinstance(item, Group) or item.kind == "decoration":
            continue
        held = above[-1].kind if above else "page"
        if held == "decoration" or item.kind not in MAY_HOLD.get(held, set() if above else BLOCKS):
            yield f"{_name(item)} stands straight in a {held}."


def _tables(sheet: Sheet) -> Iterator[str]:
    for item, _ in walk(sheet.items):
        if not isinstance(item, Group) or item.kind not in {"table"} | LISTS:
            continue
        rows = [one for one in _groups(item) if one.kind in ("row", "item", "entry")]
        if not rows:
            yield f"a {item.kind} is empty."
        if item.kind in LISTS:
            continue
        lengths = sorted({len(_groups(row)) for row in rows})
        if len(lengths) > 1:
            yield f"a table has rows of {lengths[0]} and of {lengths[-1]} cells."
        kinds = {cell.kind for row in rows for cell in _groups(row)}
        if not kinds & {"column-header", "row-header"} and not item.thread:
            yield "a table has no headers."


def _groups(group: Group) -> list[Group]:
    return [one for one in group.items if isinstance(one, Group) and one.kind != "decoration"]


def _texts(sheet: Sheet) -> Iterator[str]:
    for item, above in walk(sheet.items):
        if not isinstance(item, Text | Row):
            continue
        if _has(above, "decoration"):
            yield f"{_name(item)} is in a decoration: nobody will hear it."
        elif not above or above[-1].kind not in SPEAKING:
            yield f"{_name(item)} has no meaning."
        yield from _fit(item) if isinstance(item, Text) else _fit_pieces(item)


def _fit_pieces(row: Row) -> Iterator[str]:
    for piece in row.pieces:
        lacking = letters_without_a_face(piece.text, [piece.letters.family])
        if lacking:
            yield f'"{row.text}" has letters without a face: {" ".join(sorted(lacking))}.'
    left = min(piece.x for piece in row.pieces)
    right = max(piece.x + piece.width for piece in row.pieces)
    if left < row.box.x - SLACK or right > row.box.right + SLACK:
        yield f'"{row.text}" stands at {left:.1f} to {right:.1f} mm, its box does not.'


def _fit(text: Text) -> Iterator[str]:
    letters = text.letters
    lacking = letters_without_a_face("".join(text.lines), [letters.family])
    if lacking:
        yield f"{_name(text)} has letters without a face: {' '.join(sorted(lacking))}."
    own = face(letters.family, letters.weight)
    for line in text.lines:
        over = own.width(line.rstrip(), letters.size, letters.tracking) - text.box.w
        if over > SLACK:
            yield f'"{line}" is {over:.1f} mm wider than its box.'
    top = text.baseline - own.cap_height * letters.size * MM_PER_POINT
    last = text.baseline + (len(text.lines) - 1) * text.leading * MM_PER_POINT
    if top < text.box.y - SLACK or last > text.box.bottom + SLACK:
        yield (
            f"{_name(text)} stands at {top:.1f} to {last:.1f} mm, "
            f"its box at {text.box.y:.1f} to {text.box.bottom:.1f} mm."
        )


def _has(above: Above, kind: str) -> bool:
    return any(group.kind == kind for group in above)


def _name(item: Item) -> str:
    if isinstance(item, Row):
        return f'"{item.text}"'
    if isinstance(item, Text):
        return f'"{" ".join(item.lines)}"'
    if isinstance(item, Group):
        words = " ".join(
            line for one, _ in walk((item,)) if isinstance(one, Text) for line in one.lines
        )
        return f'{item.kind} "{words[:40]}"'
    return f"a {type(item).__name__.lower()}"


RULES: tuple[Rule, ...] = (_off_the_page, _figures, _nesting, _tables, _texts)

"""The meaning of what is on the pages: the tree that a screen reader walks, and its places."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

import pikepdf
from pikepdf import Array, Dictionary, Name, String

from pipeline.paper.sheet import Group

TAGS = {
    "title": ("H1",),
    "paragraph": ("P",),
    "list": ("L",),
    "item": ("LI", "LBody"),
    "table": ("Table",),
    "row": ("TR",),
    "column-header": ("TH",),
    "row-header": ("TH",),
    "cell": ("TD",),
    "figure": ("Figure",),
    "part": ("Sect",),
}
SCOPES = {"column-header": "Column", "row-header": "Row"}
KEPT_WHEN_EMPTY = {"TH", "TD"}  # a table's rows must be equally long
Bounds = tuple[float, float, float, float]


class Mark(NamedTuple):
    """Some painting on a page that belongs to an element."""

    page: int
    number: int


class Element:
    """One node of the tree; `figure` is the figure that it is or stands in."""

    def __init__(self, tag: str, above: Element | None = None) -> None:
        """Begin an element below `above`."""
        self.tag = tag
        self.kids: list[Element | Mark] = []
        self.figure: Element | None = above.figure if above else None
        self.alt = self.language = self.scope = ""
        self.bounds: Bounds | None = None
        if above is not None:
            above.kids.append(self)

    def filled(self) -> list[Element | Mark]:
        """Return the kids that something was painted for, cells in any case."""
        return [kid for kid in self.kids if isinstance(kid, Mark) or kid.is_filled()]

    def is_filled(self) -> bool:
        """Tell whether there is a reason to keep the element."""
        return self.tag in KEPT_WHEN_EMPTY or bool(self.filled())


def element(group: Group, above: Element, bounds: Callable[[Group], Bounds]) -> Element:
    """Return the new element, below `above`, that the group's things go into."""
    tags = TAGS.get(group.kind) or (f"H{group.level}",)
    outer = inner = Element(tags[0], above)
    for tag in tags[1:]:
        inner = Element(tag, inner)
    outer.language = group.language or ""
    outer.scope = SCOPES.get(group.kind, "")
    if group.kind == "figure":
        outer.alt, outer.bounds, outer.figure = group.alt, bounds(group), outer
    return inner


def write(pdf: pikepdf.Pdf, document: Element) -> None:
    """Write the tree into the document, and on each page the way back from its marks."""
    root = pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot))
    pages = [page.obj for page in pdf.pages]
    marked: list[dict[int, pikepdf.Object]] = [{} for _ in pages]
    root.K = _node(pdf, document, root, marked)
    numbers = Array()
    for index, page in enumerate(pages):
        page.StructParents, page.Tabs = index, Name.S
        numbers.append(index)
        owners = marked[index]
        numbers.append(pdf.make_indirect(Array([owners[one] for one in sorted(owners)])))
    root.ParentTree = pdf.make_indirect(Dictionary(Nums=numbers))
    root.ParentTreeNextKey = len(pages)
    pdf.Root.StructTreeRoot = root
    pdf.Root.MarkInfo = Dictionary(Marked=True)


def _node(
    pdf: pikepdf.Pdf,
    node: Element,
    above: pikepdf.Object,
    marked: list[dict[int, pikepdf.Object]],
) -> pikepdf.Object:
    made = pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name("/" + node.tag), P=above))
    for key, value in _attributes(node):
        made[key] = value
    kids = node.filled()
    home = next((kid.page for kid in kids if isinstance(kid, Mark)), None)
    if home is not None:
        made.Pg = pdf.pages[home].obj
    written = Array()
    for kid in kids:
        if isinstance(kid, Element):
            written.append(_node(pdf, kid, made, marked))
            continue
        marked[kid.page][kid.number] = made
        there = Dictionary(Type=Name.MCR, Pg=pdf.pages[kid.page].obj, MCID=kid.number)
        written.append(kid.number if kid.page == home else there)
    made.K = written
    return made


def _attributes(node: Element) -> Iterator[tuple[str, pikepdf.Object]]:
    if node.alt:
        yield "/Alt", String(node.alt)
    if node.language:
        yield "/Lang", String(node.language)
    if node.scope:
        yield "/A", Dictionary(O=Name.Table, Scope=Name("/" + node.scope))
    if node.tag == "L":
        yield "/A", Dictionary(O=Name.List, ListNumbering=Name("/None"))
    if node.bounds:
        box = Array([round(one, 2) for one in node.bounds])
        yield "/A", Dictionary(O=Name.Layout, Placement=Name.Block, BBox=box)

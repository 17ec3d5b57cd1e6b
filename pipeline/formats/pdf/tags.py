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
    "bullets": ("L",),
    "numbers": ("L",),
    "entry": ("LI",),
    "label": ("Lbl",),
    "body": ("LBody",),
}
UNREAD = ("decoration", "again")
NUMBERING = {"bullets": "Disc", "numbers": "Decimal"}
SCOPES = {"column-header": "Column", "row-header": "Row"}
KEPT_WHEN_EMPTY = {"TH", "TD"}  # a table's rows must be equally long
PRINTED = 4
Bounds = tuple[float, float, float, float]


class Mark(NamedTuple):
    """Some painting on a page that belongs to an element."""

    page: int
    number: int


class Annotation(NamedTuple):
    """A place on a page that leads somewhere; its words are those of its element."""

    page: int
    bounds: Bounds
    link: str
    says: str


class Element:
    """One node of the tree; `figure` is the figure that it is or stands in."""

    def __init__(self, tag: str, above: Element | None = None) -> None:
        """Begin an element below `above`."""
        self.tag = tag
        self.kids: list[Element | Mark | Annotation] = []
        self.figure: Element | None = above.figure if above else None
        self.alt = self.language = self.scope = self.actual = self.link = self.numbering = ""
        self.bounds: Bounds | None = None
        self.inline = False
        if above is not None:
            above.kids.append(self)

    def filled(self) -> list[Element | Mark | Annotation]:
        """Return the kids that something was painted for, cells in any case."""
        return [kid for kid in self.kids if not isinstance(kid, Element) or kid.is_filled()]

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
    outer.numbering = NUMBERING.get(group.kind, "None")
    if group.kind == "figure":
        outer.alt, outer.bounds, outer.figure = group.alt, bounds(group), outer
    return inner


def write(pdf: pikepdf.Pdf, document: Element) -> None:
    """Write the tree into the document, and on each page the way back from its marks."""
    root = pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot))
    pages = [page.obj for page in pdf.pages]
    tree = Tree(pdf, [{} for _ in pages], [])
    root.K = tree.node(document, root)
    numbers = Array()
    for index, page in enumerate(pages):
        page.StructParents, page.Tabs = index, Name.S
        numbers.append(index)
        owners = tree.marked[index]
        numbers.append(pdf.make_indirect(Array([owners[one] for one in sorted(owners)])))
    for index, owner in enumerate(tree.linked, len(pages)):
        numbers.append(index)
        numbers.append(owner)
    root.ParentTree = pdf.make_indirect(Dictionary(Nums=numbers))
    root.ParentTreeNextKey = len(pages) + len(tree.linked)
    pdf.Root.StructTreeRoot = root
    pdf.Root.MarkInfo = Dictionary(Marked=True)


class Tree(NamedTuple):
    """The tree being written: the owners of each page's marks, and of the links."""

    pdf: pikepdf.Pdf
    marked: list[dict[int, pikepdf.Object]]
    linked: list[pikepdf.Object]

    def node(self, node: Element, above: pikepdf.Object) -> pikepdf.Object:
        """Write the element and all below it; return it."""
        about = Dictionary(Type=Name.StructElem, S=Name("/" + node.tag), P=above)
        made = self.pdf.make_indirect(about)
        for key, value in _attributes(node):
            made[key] = value
        kids = node.filled()
        home = next((kid.page for kid in kids if isinstance(kid, Mark)), None)
        if home is not None:
            made.Pg = self.pdf.pages[home].obj
        made.K = Array([self._kid(kid, made, home) for kid in kids])
        return made

    def _kid(
        self, kid: Element | Mark | Annotation, made: pikepdf.Object, home: int | None
    ) -> pikepdf.Object | int:
        if isinstance(kid, Element):
            return self.node(kid, made)
        page = self.pdf.pages[kid.page].obj
        if isinstance(kid, Annotation):
            return Dictionary(Type=Name.OBJR, Pg=page, Obj=self._annotated(kid, made, page))
        self.marked[kid.page][kid.number] = made
        return (
            kid.number if kid.page == home else Dictionary(Type=Name.MCR, Pg=page, MCID=kid.number)
        )

    def _annotated(
        self, kid: Annotation, owner: pikepdf.Object, page: pikepdf.Object
    ) -> pikepdf.Object:
        """Lay the link on its page, and return it."""
        number = len(self.marked) + len(self.linked)
        self.linked.append(owner)
        about = Dictionary(
            Type=Name.Annot,
            Subtype=Name.Link,
            Rect=Array([round(one, 2) for one in kid.bounds]),
            Border=Array([0, 0, 0]),
            F=PRINTED,
            Contents=String(kid.says),
            A=Dictionary(S=Name.URI, URI=String(kid.link)),
            StructParent=number,
        )
        made = self.pdf.make_indirect(about)
        if "/Annots" not in page:
            page.Annots = Array()
        page.Annots.append(made)
        return made


def _attributes(node: Element) -> Iterator[tuple[str, pikepdf.Object]]:
    if node.alt:
        yield "/Alt", String(node.alt)
    if node.language:
        yield "/Lang", String(node.language)
    if node.scope:
        yield "/A", Dictionary(O=Name.Table, Scope=Name("/" + node.scope))
    if node.actual:
        yield "/ActualText", String(node.actual)
    if node.tag == "L":
        yield "/A", Dictionary(O=Name.List, ListNumbering=Name("/" + node.numbering))
    if node.bounds:
        box = Array([round(one, 2) for one in node.bounds])
        yield "/A", Dictionary(O=Name.Layout, Placement=Name.Block, BBox=box)

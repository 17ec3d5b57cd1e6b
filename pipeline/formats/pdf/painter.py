"""Paints sheets into a PDF: page by page, thing by thing, each with its meaning."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from io import BytesIO
from pathlib import Path

import pikepdf
from pikepdf import Dictionary, Name

from pipeline.formats.pdf import links, tags, text
from pipeline.formats.pdf.about import describe
from pipeline.formats.pdf.page import POINTS, Page
from pipeline.formats.pdf.pictures import embedded
from pipeline.formats.pdf.tags import Element
from pipeline.formats.pdf.typefaces import Typeface, packed
from pipeline.paper.fonts import Face
from pipeline.paper.sheet import Group, Item, Picture, Row, Shape, Sheets, Text, in_turn


class Painter:
    """A document on its way: its pages, its tree, and the faces and images that pages share."""

    def __init__(self, pictures: Callable[[Picture, float], Path]) -> None:
        """Begin a document; `pictures` gives each picture's prepared file, turned by degrees."""
        self.pdf = pikepdf.new()
        self.document = Element("Document")
        self._pictures = pictures
        self._pages: list[Page] = []
        self._typefaces: dict[Face, Typeface] = {}
        self._threads: dict[int, Element] = {}
        self._images: dict[Path, tuple[str, pikepdf.Object]] = {}

    def paint(self, paper: Sheets) -> bytes:
        """Return the paper as a PDF file."""
        for sheet in paper.sheets:
            self._pages.append(Page(sheet, len(self._pages)))
            self.pdf.add_blank_page(page_size=(sheet.width * POINTS, sheet.height * POINTS))
        for at, item in in_turn(paper):
            self._items(self._pages[at], (item,), self.document)
        for page in self._pages:
            page.close()
        self._furnish()
        tags.write(self.pdf, self.document)
        describe(self.pdf, paper)
        stream = BytesIO()
        self.pdf.save(
            stream,
            min_version="1.7",
            deterministic_id=True,
            object_stream_mode=pikepdf.ObjectStreamMode.disable,
        )
        return stream.getvalue()

    def _items(self, page: Page, items: tuple[Item, ...], element: Element | None) -> None:
        figure = element.figure if element else None
        for at, item in enumerate(items, 1):
            match item:
                case Group():
                    self._group(page, item, element)
                case Text():
                    spoken = _spoken(item, element)
                    text.write(page, item, spoken, self._typeface, more=at < len(items))
                case Row():
                    links.write(page, item, element, self._typeface)
                case Shape():
                    page.shape(item, figure)
                case Picture():
                    page.picture(item, self._image(item, page.leaning(item)), figure)

    def _group(self, page: Page, group: Group, above: Element | None) -> None:
        said = above is not None and group.kind not in tags.UNREAD
        inside = self._element(page, group, above) if above and said else None
        with page.again(group), page.turned(group):
            self._items(page, group.items, inside)

    def _element(self, page: Page, group: Group, above: Element) -> Element:
        """Return the element that the group's things go into: that of its thread, or a new one."""
        known = self._threads.get(group.thread)
        if known is None:
            known = tags.element(group, above, page.bounds)
            if group.thread:
                self._threads[group.thread] = known
        return known

    def _typeface(self, face: Face) -> Typeface:
        if face not in self._typefaces:
            self._typefaces[face] = Typeface(face, f"F{len(self._typefaces) + 1}")
        return self._typefaces[face]

    def _image(self, picture: Picture, turn: float) -> str:
        path = self._pictures(picture, turn)
        if path not in self._images:
            self._images[path] = (f"P{len(self._images) + 1}", embedded(self.pdf, path))
        return self._images[path][0]

    def _furnish(self) -> None:
        """Give each page its operators and what they name."""
        fonts = {one.name: one.write(self.pdf) for one in self._typefaces.values()}
        images = dict(self._images.values())
        for page, made in zip(self._pages, self.pdf.pages, strict=True):
            made.obj.Contents = packed(self.pdf, "\n".join(page.code).encode("ascii"))
            made.obj.Resources = Dictionary()
            _lay(made.obj.Resources, "/Font", page.typefaces, fonts)
            _lay(made.obj.Resources, "/XObject", page.images, images)
            states = {f"O{percent}": _opacity(percent) for percent in page.opacities}
            _lay(made.obj.Resources, "/ExtGState", states, states)
            made.obj.Group = Dictionary(S=Name.Transparency, CS=Name.DeviceRGB)


def _lay(
    resources: pikepdf.Object, kind: str, names: Iterable[str], known: Mapping[str, pikepdf.Object]
) -> None:
    wanted = sorted(names)
    if wanted:
        resources[kind] = Dictionary({f"/{name}": known[name] for name in wanted})


def _opacity(percent: int) -> Dictionary:
    return Dictionary(Type=Name.ExtGState, ca=percent / 100, CA=percent / 100)


def _spoken(text: Text, element: Element | None) -> Element | None:
    """Return the element that the text goes into: its own where the language is another."""
    if element is None or not text.language or text.language == element.language:
        return element
    span = Element("Span", element)
    span.language = text.language
    return span

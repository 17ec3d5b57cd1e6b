"""A Word document of its own: a paper's stories with all the parts that Word asks for."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from pipeline.formats.docx import furniture
from pipeline.formats.docx.looks import FOOT, HEAD, OPEN, Styles, styles_of
from pipeline.formats.docx.markup import SPACES
from pipeline.formats.docx.package import Package
from pipeline.formats.docx.story import Shared, Story
from pipeline.formats.docx.stylesheet import styles_part
from pipeline.formats.docx.typefaces import Embedded, embedded
from pipeline.paper.flow import Block, Flow
from pipeline.paper.sheet import Picture

HOLES = re.compile(r"\{rid:([^}]+)\}|\{docpr\}")
PAGES = ("first", "default")


def written(paper: Flow, pictures: Callable[[Picture, float], Path]) -> bytes:
    """Return the paper as the bytes of a Word document."""
    return _Document(paper, pictures, styles_of(paper)).made()


@dataclass
class _Document:
    """A document on its way: its package, and what its stories share."""

    paper: Flow
    pictures: Callable[[Picture, float], Path]
    styles: Styles
    shared: Shared = field(default_factory=Shared)
    package: Package = field(default_factory=Package)
    _counted: Iterator[int] = field(default_factory=lambda: iter(range(1, 100_000)))

    def made(self) -> bytes:
        """Write all the stories, then what they turned out to need."""
        paper, package = self.paper, self.package
        parts = [*self._around(paper.head, HEAD, PAGES[:1])]
        parts += self._around(paper.foot, FOOT, PAGES if parts else PAGES[1:])
        story = self._story(OPEN)
        inner = story.told(paper.blocks, ends=True)
        body = f"<w:body>{inner}{furniture.section(paper, parts)}</w:body>"
        self._part("word/document.xml", "document", body, story)
        size = self.styles.main["Normal"].look.size
        package.lay("word/styles.xml", styles_part(self.styles, paper.language))
        package.lay("word/numbering.xml", furniture.numbering(self.shared.starts, size, paper.rtl))
        package.lay("word/settings.xml", furniture.settings(paper))
        package.lay("word/fontTable.xml", furniture.font_table(self._faces()))
        for name in ("styles", "numbering", "settings", "fontTable"):
            package.relate("word/document.xml", name, f"{name}.xml")
        package.lay("docProps/core.xml", furniture.core(paper))
        for name, content in self.shared.pictures.items():
            package.lay(f"word/media/{name}", content)
        return package.bytes()

    def _around(
        self, blocks: Sequence[Block], place: str, pages: Sequence[str]
    ) -> Iterator[tuple[str, str, str]]:
        """Write a head or foot for each kind of page, and tell of each as a section does."""
        kind, tag = ("header", "hdr") if place == HEAD else ("footer", "ftr")
        for number, page in enumerate(pages if blocks else (), 1):
            story = self._story(place)
            inner = story.told(blocks, ends=True)
            name = f"{kind}{number}.xml"
            self._part(f"word/{name}", tag, inner, story)
            yield kind, page, self.package.relate("word/document.xml", kind, name)

    def _story(self, place: str) -> Story:
        styles, shared = self.styles, self.shared
        return Story(self.paper.language, self.pictures, {}, styles, shared, place)

    def _part(self, name: str, tag: str, inner: str, story: Story) -> None:
        """Lay in a story, its holes filled: numbers of drawings, what they and links lead to."""

        def filled(found: re.Match[str]) -> str:
            wanted = found[1]
            if not wanted:
                return str(next(self._counted))
            if wanted in story.links:
                return self.package.relate(name, "hyperlink", story.links[wanted], outside=True)
            return self.package.relate(name, "image", f"media/{wanted}")

        self.package.lay(name, f"<w:{tag} {SPACES}>{HOLES.sub(filled, inner)}</w:{tag}>")

    def _faces(self) -> list[tuple[str, list[tuple[str, str, Embedded]]]]:
        """Lay in the regular and bold of each family that draws some of the words."""
        main = self.styles.main["Normal"].look.family
        used = {main: self.shared.used.get(main, set()), **self.shared.used}
        found = []
        for family in sorted(used):
            own = []
            for kind in ("Regular", "Bold"):
                face = embedded(family, kind == "Bold", frozenset(used[family]))
                name = f"fonts/{kind}-{family.replace(' ', '')}.odttf"
                self.package.lay(f"word/{name}", face.content)
                rid = self.package.relate("word/fontTable.xml", "font", name)
                own.append((kind, rid, face))
            found.append((family, own))
        return found

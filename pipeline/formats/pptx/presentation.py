"""A presentation: master and layouts read off the sheets, slides and their notes."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from xml.sax.saxutils import escape

from pipeline.formats.pptx import frames
from pipeline.formats.pptx.drawn import Canvas
from pipeline.formats.pptx.package import CORE, Package
from pipeline.formats.pptx.theme import theme_of
from pipeline.formats.pptx.words import FIRST_BODY, LANGUAGES, Block, Writer, blocks, said
from pipeline.language import Language, language
from pipeline.paper.sheet import Group, Item, Picture, Sheet, Sheets, Text, walk

PNG = b"\x89PNG"
MASTER, LAYOUTS = "ppt/slideMasters/slideMaster1.xml", "ppt/slideLayouts/slideLayout"
NOTES_MASTER = "ppt/notesMasters/notesMaster1.xml"


def presented(paper: Sheets, pictures: Callable[[Picture, float], Path]) -> bytes:
    """Return the paper as a presentation."""
    return _Presentation(paper, pictures).bytes()


@dataclass
class _Presentation:
    """The package on its way, with what slides share."""

    paper: Sheets
    pictures: Callable[[Picture, float], Path]
    package: Package = field(default_factory=Package)
    media: dict[Path, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.theme = theme_of(self.paper)
        tongue = language(self.paper.language)
        self.names = _names(tongue)
        self.layouts = list(dict.fromkeys(one.layout for one in self.paper.sheets))

    def bytes(self) -> bytes:
        """Return the package: first what is shown, then what it is made from."""
        package, sheets = self.package, self.paper.sheets
        main = "ppt/presentation.xml"
        package.relate("", "officeDocument", main)
        package.relate("", CORE, "docProps/core.xml")
        master = package.relate(main, "slideMaster", MASTER)
        notes = package.relate(main, "notesMaster", NOTES_MASTER)
        slides = [
            package.relate(main, "slide", f"ppt/slides/slide{at}.xml")
            for at, _ in enumerate(sheets, 1)
        ]
        package.relate(main, "theme", "ppt/theme/theme1.xml")
        package.lay(main, frames.presentation(master, notes, slides, sheets[0]))
        package.lay("docProps/core.xml", _about(self.paper))
        self._master()
        for at, name in enumerate(self.layouts, 1):
            self._layout(at, name)
        for at, sheet in enumerate(sheets, 1):
            self._slide(at, sheet)
        for at in (1, 2):
            package.lay(f"ppt/theme/theme{at}.xml", self.theme.part(self.paper.title))
        return package.bytes()

    def _canvas(self, part: str) -> tuple[Canvas, Writer]:
        def media(picture: Picture) -> str:
            return self.package.relate(part, "image", self._medium(picture))

        def link(address: str) -> str:
            return self.package.relate(part, "hyperlink", address, outside=True)

        canvas = Canvas(self.theme, self.names, media)
        return canvas, Writer(self.theme, self.paper.language, link)

    def _medium(self, picture: Picture) -> str:
        """Return the part that holds the picture; its name tells nothing."""
        path = self.pictures(picture, 0.0)
        if path not in self.media:
            content = path.read_bytes()
            end = "png" if content.startswith(PNG) else "jpg"
            self.media[path] = f"ppt/media/image{len(self.media) + 1}.{end}"
            self.package.lay(self.media[path], content)
        return self.media[path]

    def _master(self) -> None:
        relate = self.package.relate
        numbers = [
            relate(MASTER, "slideLayout", f"{LAYOUTS}{at}.xml")
            for at, _ in enumerate(self.layouts, 1)
        ]
        relate(MASTER, "theme", "ppt/theme/theme1.xml")
        canvas, writer = self._canvas(MASTER)
        sheet = self.paper.sheets[0]
        words = [one for one in blocks(_own(sheet)) if isinstance(one, Block)]
        code = _prompts(canvas, writer, words[:2], self.names)
        self.package.lay(MASTER, frames.master(code, numbers, self.theme))
        relate(NOTES_MASTER, "theme", "ppt/theme/theme2.xml")
        self.package.lay(NOTES_MASTER, frames.notes_master(self.names))

    def _layout(self, at: int, name: str) -> None:
        """Lay in a layout: what its sheets have in common, and where their words stand."""
        part = f"{LAYOUTS}{at}.xml"
        self.package.relate(part, "slideMaster", MASTER)
        canvas, writer = self._canvas(part)
        sheets = [one for one in self.paper.sheets if one.layout == name]
        code = [canvas.item(one) for one in self._shared(name)]
        told = ([one for one in blocks(_own(each)) if isinstance(one, Block)] for each in sheets)
        words = max(told, key=len)
        code.append(_prompts(canvas, writer, words, self.names))
        code.append(self._again(canvas, writer, sheets[0], 0))
        self.package.lay(part, frames.layout("".join(code), name))

    def _shared(self, name: str) -> list[Item]:
        """Return the decorations that open every sheet of the layout, and what all say anew."""
        sheets = [one for one in self.paper.sheets if one.layout == name]
        first = sheets[0].items[0]
        same = all(one.items[0] == first for one in sheets)
        ground = [first] if same and isinstance(first, Group) and first.kind == "decoration" else []
        again = [one for item in sheets[0].items if _is_again(item) for one in item.items]  # type: ignore[union-attr]
        return ground + [one for one in again if not _has_words(one)]

    def _slide(self, at: int, sheet: Sheet) -> None:
        part, relate = f"ppt/slides/slide{at}.xml", self.package.relate
        relate(part, "slideLayout", f"{LAYOUTS}{self.layouts.index(sheet.layout) + 1}.xml")
        canvas, writer = self._canvas(part)
        shared = self._shared(sheet.layout)
        code, bodies = [], 0
        for one in blocks([item for item in _own(sheet) if item not in shared]):
            if not isinstance(one, Block):
                code.append(canvas.item(one))
            elif one.kind == "title":
                code.append(writer.placeholder(canvas, one, '<p:ph type="title"/>', "title"))
            else:
                ph = f'<p:ph type="body" idx="{FIRST_BODY + bodies}"/>'
                code.append(writer.placeholder(canvas, one, ph, "text"))
                bodies += 1
        code.append(self._again(canvas, writer, sheet, at))
        if sheet.notes:
            notes = f"ppt/notesSlides/notesSlide{at}.xml"
            relate(part, "notesSlide", notes)
            relate(notes, "notesMaster", NOTES_MASTER)
            relate(notes, "slide", part)
            spoken = LANGUAGES.get(self.paper.language, self.paper.language)
            self.package.lay(notes, frames.notes(sheet.notes, spoken, self.names))
        self.package.lay(part, frames.slide("".join(code)))

    def _again(self, canvas: Canvas, writer: Writer, sheet: Sheet, at: int) -> str:
        """Return what the sheet says anew: words as its foot, its own number as a field.

        At 0 it is the layout's, where no number is told.
        """
        number = at or self.paper.sheets.index(sheet) + 1
        code = []
        for group in filter(_is_again, sheet.items):
            for text in (one for one, _ in walk((group,)) if isinstance(one, Text)):
                block = Block("foot", (text,))
                if said(text) == str(number):
                    shape = writer.placeholder(canvas, block, SLIDE_NUMBER, "number")
                    code.append(frames.numbered(shape, at))
                else:
                    code.append(writer.placeholder(canvas, block, FOOTER, "foot"))
        return "".join(code)


SLIDE_NUMBER = '<p:ph type="sldNum" sz="quarter" idx="41"/>'
FOOTER = '<p:ph type="ftr" sz="quarter" idx="40"/>'


def _is_again(item: Item) -> bool:
    return isinstance(item, Group) and item.kind == "again"


def _has_words(item: Item) -> bool:
    return any(isinstance(one, Text) for one, _ in walk((item,)))


def _own(sheet: Sheet) -> list[Item]:
    return [one for one in sheet.items if not _is_again(one)]


def _prompts(canvas: Canvas, writer: Writer, words: Sequence[Block], names: dict[str, str]) -> str:
    """Return empty placeholders where the words stand, each saying what goes there."""
    code, bodies = [], 0
    for one in words:
        if one.kind == "title":
            shape = writer.placeholder(canvas, one, '<p:ph type="title"/>', "title")
            code.append(frames.prompting(shape, names["title"]))
        else:
            ph = f'<p:ph type="body" idx="{FIRST_BODY + bodies}"/>'
            shape = writer.placeholder(canvas, one, ph, "text")
            code.append(frames.prompting(shape, names["text"]))
            bodies += 1
    return "".join(code)


def _names(tongue: Language) -> dict[str, str]:
    say = tongue.say
    return {
        "title": say("Title"),
        "text": say("Text"),
        "picture": say("Picture"),
        "shape": say("Shape"),
        "foot": say("Footer"),
        "number": say("Slide number"),
        "notes": say("Speaker's notes"),
    }


def _about(paper: Sheets) -> str:
    core = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
    return (
        f'<cp:coreProperties xmlns:cp="{core}" xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f"<dc:title>{escape(paper.title)}</dc:title><dc:subject>{escape(paper.subject)}</dc:subject>"
        f"<dc:language>{escape(paper.language)}</dc:language></cp:coreProperties>"
    )

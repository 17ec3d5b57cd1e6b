"""A Word document of its own: page, styles and languages around a paper's blocks."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Callable
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from typing import Any

import docx
from docx.enum.section import WD_ORIENT
from docx.oxml import parse_xml
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor

from pipeline.formats.docx.blocks import BOLD, W, Writer, tongue
from pipeline.paper.flow import Flow, Run, Words, walk
from pipeline.paper.sheet import Picture

LONG_AGO = (1980, 1, 1, 0, 0, 0)  # the same for every part, so that bytes are steady
BORN = datetime(2000, 1, 1, tzinfo=UTC)
FIRST = "[Content_Types].xml"
OPEN = re.compile(r"\{rid:([^}]+)\}|\{docpr\}")
STYLES = {"title": "Title", "item": "List Bullet", "paragraph": "Normal"}
COMPAT = (
    f'<w:compat xmlns:w="{W}"><w:compatSetting w:name="compatibilityMode" '
    'w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>'
)


def written(paper: Flow, pictures: Callable[[Picture, float], Path]) -> bytes:
    """Return the paper as the bytes of a Word document."""
    document = docx.Document()
    _page(document, paper)
    _styles(document, paper)
    _about(document, paper)
    writer = Writer(paper.language, pictures, styled=True)
    markup = writer.blocks(paper.blocks)
    _lay(document, markup, writer.pictures)
    stream = BytesIO()
    document.save(stream)
    return steady(stream)


def _lay(document: Any, markup: str, pictures: dict[str, bytes]) -> None:
    """Put the markup in the document's body, its pictures beside it."""
    body = document.element.body
    for old in list(body.iterchildren(qn("w:p"))):
        body.remove(old)
    known = {
        name: document.part.get_or_add_image(BytesIO(content))[0]
        for name, content in pictures.items()
    }
    counted = iter(range(1, 10_000))

    def filled(found: re.Match[str]) -> str:
        return known[found[1]] if found[1] else str(next(counted))

    holder = parse_xml(f'<w:body xmlns:w="{W}">{OPEN.sub(filled, markup)}</w:body>')
    last = body.find(qn("w:sectPr"))
    for one in list(holder):
        last.addprevious(one)
    if last.getprevious() is None or last.getprevious().tag != qn("w:p"):
        last.addprevious(parse_xml(TAIL))


# A document must end with a paragraph; after a table it takes no room.
TAIL = (
    f'<w:p xmlns:w="{W}"><w:pPr><w:spacing w:before="0" w:after="0" w:line="20" '
    'w:lineRule="exact"/></w:pPr></w:p>'
)


def _page(document: Any, paper: Flow) -> None:
    (section,) = document.sections
    wide, high = paper.page
    section.page_width, section.page_height = Mm(wide), Mm(high)
    section.orientation = WD_ORIENT.LANDSCAPE if wide > high else WD_ORIENT.PORTRAIT
    left, top, right, bottom = paper.margins
    section.left_margin, section.right_margin = Mm(left), Mm(right)
    section.top_margin, section.bottom_margin = Mm(top), Mm(bottom)


def _styles(document: Any, paper: Flow) -> None:
    """Give the document's styles the paper's language and letters, as most words of each have."""
    styles = document.styles
    for lang in styles.element.iter(qn("w:lang")):
        lang.set(qn("w:val"), tongue(paper.language))
    most: dict[str, Words] = {}
    for words in walk(paper):
        if isinstance(words, Words):
            name = STYLES.get(words.kind) or f"Heading {words.level - 1}"
            most[name] = max(most.get(name, words), words, key=lambda one: len(one.text))
    for name, words in most.items():
        runs = [run for run in words.runs if isinstance(run, Run)]
        _letters(styles[name], max(runs, key=lambda run: len(run.text)))


def _letters(style: Any, run: Run) -> None:
    letters = run.letters
    style.font.name, style.font.size = letters.family, Pt(letters.size)
    style.font.bold = letters.weight >= BOLD
    style.font.italic = False
    style.font.color.rgb = RGBColor.from_string(letters.colour.lstrip("#").upper())
    fonts = style.element.rPr.rFonts
    for name in [name for name in fonts.attrib if name.endswith("Theme")]:
        del fonts.attrib[name]
    for border in list(style.element.iter(qn("w:pBdr"))):
        border.getparent().remove(border)


def _about(document: Any, paper: Flow) -> None:
    """Say what the document is, and nothing of who made it or when."""
    core = document.core_properties
    core.title, core.subject, core.language = paper.title, paper.subject, tongue(paper.language)
    core.author = core.last_modified_by = core.comments = core.keywords = ""
    core.created = core.modified = BORN
    core.revision = 1
    settings = document.settings.element
    for old in list(settings.iter(qn("w:compat"))):
        settings.remove(old)
    after = settings.find(qn("w:rsids"))
    compat = parse_xml(COMPAT)
    if after is None:
        settings.append(compat)
    else:
        after.addprevious(compat)


def steady(stream: BytesIO) -> bytes:
    """Return the package with its parts in order and dated alike, without a picture of itself."""
    out = BytesIO()
    with zipfile.ZipFile(stream) as made, zipfile.ZipFile(out, "w") as kept:
        names = [name for name in made.namelist() if "thumbnail" not in name]
        for name in sorted(names, key=lambda one: (one != FIRST, one)):
            info = zipfile.ZipInfo(name, LONG_AGO)
            info.compress_type = zipfile.ZIP_DEFLATED
            content = made.read(name)
            if name == "_rels/.rels":
                content = re.sub(rb"<Relationship [^>]*thumbnail[^>]*/>", b"", content)
            kept.writestr(info, content)
    return out.getvalue()

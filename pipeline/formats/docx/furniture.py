"""The parts of a Word document that say nothing themselves: lists, settings, faces, about."""

from __future__ import annotations

from collections.abc import Sequence
from xml.sax.saxutils import escape, quoteattr

from pipeline.formats.docx.markup import R, W, attribute, tongue
from pipeline.formats.docx.typefaces import Embedded
from pipeline.paper.flow import Flow

INDENT = 1.6  # em that the words of an item stand in from their mark
ROOM = 0.9  # em before the mark where lines begin at the right: LibreOffice sets it out of line
BULLETS, NUMBERS = ("•", "–", "•"), ("%1.", "%2.", "%3.")  # by level
COMPATIBLE = (
    ("compatibilityMode", 15),
    ("overrideTableStyleFontSizeAndJustification", 1),
    ("enableOpenTypeFeatures", 1),
    ("doNotFlipMirrorIndents", 1),
    ("differentiateMultirowTableHeaders", 1),
)
URI = "http://schemas.microsoft.com/office/word"
CORE = (
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/'
    'core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>{}</dc:title>'
    "<dc:subject>{}</dc:subject><dc:language>{}</dc:language></cp:coreProperties>"
)


def numbering(starts: Sequence[int], size: float, rtl: bool) -> str:
    """Return the bulleted and the numbered list, and one more for each list that begins anew."""
    kinds = (("bullet", BULLETS, "ListBullet"), ("decimal", NUMBERS, "ListNumber"))
    abstract = "".join(
        f'<w:abstractNum w:abstractNumId="{at}"><w:nsid w:val="50414C{at:02}"/>'
        '<w:multiLevelType w:val="hybridMultilevel"/>'
        + "".join(_level(level, kind, style, size, rtl) for level in enumerate(marks))
        + "</w:abstractNum>"
        for at, (kind, marks, style) in enumerate(kinds, 1)
    )
    lists = "".join(
        f'<w:num w:numId="{at}"><w:abstractNumId w:val="{at}"/></w:num>' for at in (1, 2)
    )
    for at, start in enumerate(starts, 3):
        anew = f'<w:lvlOverride w:ilvl="0"><w:startOverride w:val="{start}"/></w:lvlOverride>'
        lists += f'<w:num w:numId="{at}"><w:abstractNumId w:val="2"/>{anew}</w:num>'
    return f'<w:numbering xmlns:w="{W}">{abstract}{lists}</w:numbering>'


def _level(level: tuple[int, str], kind: str, style: str, size: float, rtl: bool) -> str:
    """Return a level of a list: the first has the style, the others are for who edits it."""
    at, mark = level
    hanging = round(INDENT * size * 20)
    edge = hanging * (at + 1) + round(ROOM * size * 20) * rtl
    named = f'<w:pStyle w:val="{style}"/>' if not at else ""
    return (
        f'<w:lvl w:ilvl="{at}"><w:start w:val="1"/><w:numFmt w:val="{kind}"/>{named}'
        f'<w:lvlText w:val="{mark}"/><w:lvlJc w:val="left"/>'
        f'<w:pPr><w:ind w:left="{edge}" w:hanging="{hanging}"/></w:pPr></w:lvl>'
    )


def settings(flow: Flow) -> str:
    """Return the settings: faces go with the file, no word is divided, Word 2013 and later."""
    compatible = "".join(
        f'<w:compatSetting w:name="{name}" w:uri="{URI}" w:val="{one}"/>'
        for name, one in COMPATIBLE
    )
    code = tongue(flow.language)
    return (
        f'<w:settings xmlns:w="{W}"><w:zoom w:percent="100"/><w:embedTrueTypeFonts/>'
        '<w:saveSubsetFonts/><w:defaultTabStop w:val="709"/><w:autoHyphenation w:val="0"/>'
        '<w:characterSpacingControl w:val="doNotCompress"/>'
        f'<w:compat>{compatible}</w:compat><w:themeFontLang w:val="{code}" w:bidi="{code}"/>'
        '<w:decimalSymbol w:val=","/><w:listSeparator w:val=";"/></w:settings>'
    )


def font_table(faces: Sequence[tuple[str, list[tuple[str, str, Embedded]]]]) -> str:
    """Return the table of families: of each its faces, by kind, relationship and bytes."""
    told = "".join(
        f'<w:font w:name={quoteattr(family)}><w:charset w:val="00"/>'
        '<w:family w:val="swiss"/><w:pitch w:val="variable"/>'
        + "".join(f'<w:embed{kind} r:id="{rid}" w:fontKey="{one.key}"/>' for kind, rid, one in own)
        + "</w:font>"
        for family, own in faces
    )
    return f'<w:fonts xmlns:w="{W}" xmlns:r="{R}">{told}</w:fonts>'


def core(flow: Flow) -> str:
    """Return what the document is, and nothing of who made it or when."""
    return CORE.format(escape(flow.title), escape(flow.subject), tongue(flow.language))


def section(flow: Flow, parts: Sequence[tuple[str, str, str]]) -> str:
    """Return the page; `parts` are heads and feet: kind, page (first, default), relationship."""
    wide, high = (round(one * 1440 / 25.4) for one in flow.page)
    left, top, right, bottom = (round(one * 1440 / 25.4) for one in flow.margins)
    named = "".join(
        f'<w:{kind}Reference w:type="{page}" r:id={attribute(rid)}/>' for kind, page, rid in parts
    )
    lies = ' w:orient="landscape"' if wide > high else ""
    first = "<w:titlePg/>" if any(page == "first" for _, page, _ in parts) else ""
    return (
        f'<w:sectPr>{named}<w:pgSz w:w="{wide}" w:h="{high}"{lies}/>'
        f'<w:pgMar w:top="{top}" w:right="{right}" w:bottom="{bottom}" w:left="{left}" '
        f'w:header="{top}" w:footer="{bottom}" w:gutter="0"/>{first}'
        f"{'<w:bidi/>' if flow.rtl else ''}</w:sectPr>"
    )

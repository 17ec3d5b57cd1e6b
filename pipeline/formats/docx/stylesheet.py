"""The styles of a document as Word keeps them, and what differs from one of them."""

from __future__ import annotations

from xml.sax.saxutils import quoteattr

from pipeline.formats.docx import tabular
from pipeline.formats.docx.looks import Look, Setting, Style, Styles
from pipeline.formats.docx.markup import W, shade, tongue
from pipeline.language import codes, language
from pipeline.problems import Phrase, phrase

# What Word itself knows, and gives its own name in the language of the reader.
BUILT_IN = {
    "Normal": "Normal",
    "Title": "Title",
    "ListBullet": "List Bullet",
    "ListNumber": "List Number",
    "Header": "header",
    "Footer": "footer",
    **{f"Heading{level}": f"heading {level}" for level in range(1, 6)},
}
OWN = {
    "Kicker": phrase("Kicker"),
    "Lead": phrase("Lead"),
    "SmallText": phrase("Small text"),
    "StrongText": phrase("Strong text"),
    "Letterhead": phrase("Letterhead"),
    "FooterHeading": phrase("Footer heading"),
    "FooterText": phrase("Footer text"),
    "TableHeading": phrase("Table heading"),
    "TableText": phrase("Table text"),
    "Picture": phrase("Picture"),
    "Seam": phrase("Between tables"),
    "Layout": phrase("Side by side"),
    "DataTable": phrase("Table with headings"),
}
HEADINGS = ("Title", "Heading1", "Heading2", "Heading3", "Heading4", "Heading5")
OPENING = (*HEADINGS, "Kicker", "TableHeading")  # they stay with what follows
USUAL = {  # what a teacher finds though the paper has none: size against the body's, bold, white
    "Title": (2.0, True, Setting(1.1, 0, 8)),
    "Heading1": (1.3, True, Setting(1.2, 14, 4)),
    "Heading2": (1.15, True, Setting(1.2, 12, 3)),
    "Heading3": (1.0, True, Setting(1.2, 10, 2)),
    "ListBullet": (1.0, False, Setting(1.3, 0, 3)),
    "ListNumber": (1.0, False, Setting(1.3, 0, 3)),
    "Kicker": (0.9, True, Setting(1.2, 0, 2)),
    "SmallText": (0.85, False, Setting(1.25, 0, 2)),
    "Header": (0.85, False, Setting(1.2)),
    "Footer": (0.85, False, Setting(1.2)),
}
FACES = "<w:rFonts w:ascii={0} w:hAnsi={0} w:eastAsia={0} w:cs={1}/>"
HOME = "nb"  # the teachers' language, where the paper is in one that only parents read


def letters(look: Look, base: Look | None, leftwards: str = "") -> str:
    """Return how letters differ from those that they are based on.

    `leftwards` is the family of what runs from right to left, where that is another.
    """
    out = []
    if base is None or look.family != base.family or leftwards:
        out.append(FACES.format(quoteattr(look.family), quoteattr(leftwards or look.family)))
    if base is None or look.bold != base.bold:
        off = "" if look.bold else ' w:val="0"'
        out.append(f"<w:b{off}/><w:bCs{off}/>" if look.bold or base else "")
    if base is None or look.colour != base.colour:
        out.append(f'<w:color w:val="{look.colour}"/>')
    if look.apart != (base.apart if base else 0):
        out.append(f'<w:spacing w:val="{look.apart}"/>')
    if base is None or look.size != base.size:
        half = round(look.size * 2)
        out.append(f'<w:sz w:val="{half}"/><w:szCs w:val="{half}"/>')
    return "".join(out)


def spaced(setting: Setting, style: Style | None, natural: float, *, drawn: bool = False) -> str:
    """Return how lines and the white around differ from the style's; `natural` is a line in em.

    Lines with drawings higher than their letters are `drawn`: a part of that would cut them.
    """
    base = style.setting if style else None
    out = ""
    if base is None or setting.before != base.before:
        out += f' w:before="{round(setting.before * 20)}"'
    if base is None or setting.after != base.after:
        out += f' w:after="{round(setting.after * 20)}"'
    if drawn:
        out += ' w:line="240" w:lineRule="auto"'
    elif base is None or setting.leading != base.leading:
        out += f' w:line="{round(240 * setting.leading / natural)}" w:lineRule="auto"'
    return f"<w:spacing{out}/>" if out else ""


def aligned(setting: Setting, style: Style | None) -> str:
    """Return the side that lines begin at, where it is not the style's."""
    base = style.setting.align if style else "left"
    return f'<w:jc w:val="{setting.align}"/>' if setting.align != base else ""


def styles_part(styles: Styles, code: str) -> str:
    """Return the document's styles; what only we have is named in the teachers' language."""
    spoken = code if code in codes() else HOME
    normal = styles.main["Normal"]
    own = [_paragraph(one, normal, styles, spoken) for one in with_usual(styles)]
    return (
        f'<w:styles xmlns:w="{W}">{_defaults(normal, styles, code)}{"".join(own)}'
        f"{_furniture(styles, spoken)}{_characters(styles)}{_tables(styles, spoken)}</w:styles>"
    )


def with_usual(styles: Styles) -> list[Style]:
    """Return the paper's styles, and the usual ones that it has no words in."""
    own = styles.all
    body = styles.main["Normal"].look
    known = {one.id for one in own}
    for name, (size, bold, setting) in USUAL.items():
        if name not in known:
            look = body._replace(bold=bold, size=round(body.size * size * 2) / 2)
            own.append(Style(name, look, setting))
    return own


def _defaults(normal: Style, styles: Styles, code: str) -> str:
    lang = f'<w:lang w:val="{tongue(code)}" w:eastAsia="{tongue(code)}" w:bidi="{tongue(code)}"/>'
    look = letters(normal.look, None, styles.leftwards)
    return (
        f"<w:docDefaults><w:rPrDefault><w:rPr>{look}{lang}</w:rPr></w:rPrDefault>"
        "<w:pPrDefault/></w:docDefaults>"
        '<w:latentStyles w:defLockedState="0" w:defUIPriority="99" w:defSemiHidden="1" '
        'w:defUnhideWhenUsed="1" w:defQFormat="0" w:count="376"/>'
    )


def _paragraph(style: Style, normal: Style, styles: Styles, spoken: str) -> str:
    name, own = style.id, style.id not in BUILT_IN
    first = name == "Normal"
    base = None if first else normal
    natural = styles.natural(style.look.family)
    keep = "<w:keepNext/><w:keepLines/>" if name in OPENING else ""
    outline = f'<w:outlineLvl w:val="{int(name[7:]) - 1}"/>' if name.startswith("Heading") else ""
    number = {"ListBullet": 1, "ListNumber": 2}.get(name)
    listed = f'<w:numPr><w:numId w:val="{number}"/></w:numPr>' if number else ""
    about = (
        f"{keep}{'<w:widowControl/>' if first else ''}{listed}"
        f"{'<w:bidi/>' if first and styles.rtl else ''}{_stands(style, base, styles, natural)}"
        f"{aligned(style.setting, base)}{outline}"
    )
    look = letters(style.look, normal.look if base else None, styles.leftwards if first else "")
    links = "" if first else '<w:basedOn w:val="Normal"/>'
    links += '<w:next w:val="Normal"/>' if name in OPENING else ""
    default = ' w:default="1"' if first else ""
    return (
        f'<w:style w:type="paragraph"{default}{OURS if own else ""} w:styleId="{name}">'
        f"<w:name w:val={quoteattr(_name(name, spoken))}/>{links}<w:qFormat/>"
        f"<w:pPr>{about}</w:pPr><w:rPr>{look}</w:rPr></w:style>"
    )


OURS = ' w:customStyle="1"'


def _stands(style: Style, base: Style | None, styles: Styles, natural: float) -> str:
    """Return the style's spacing; lines are told of again where another face has other lines."""
    other = base is not None and styles.natural(base.look.family) != natural
    return spaced(style.setting, None if other else base, natural)


def _name(name: str, spoken: str) -> str:
    """Return the name that Word knows, or ours in the language, with the number that it has."""
    stem = name.rstrip("0123456789")
    own: Phrase | None = OWN.get(stem)
    if own is None:
        return BUILT_IN[name]
    return f"{language(spoken).tell(own)} {name[len(stem) :]}".strip()


def _furniture(styles: Styles, spoken: str) -> str:
    """Return the styles of what has no words: pictures, and what Word asks for between tables."""
    figure = f"{spaced(styles.figure, None, 1.0)}{aligned(styles.figure, None)}"
    seam = '<w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/>'
    small = '<w:rPr><w:sz w:val="2"/><w:szCs w:val="2"/></w:rPr>'
    return "".join(
        f'<w:style w:type="paragraph"{OURS} w:styleId="{name}"><w:name '
        f'w:val={quoteattr(_name(name, spoken))}/><w:basedOn w:val="Normal"/>'
        f"<w:pPr>{about}</w:pPr>{more}</w:style>"
        for name, about, more in (("Picture", figure, ""), ("Seam", seam, small))
    )


def _characters(styles: Styles) -> str:
    link = f'<w:color w:val="{styles.link}"/><w:u w:val="single"/>'
    named = (("Strong", "Strong", "<w:b/><w:bCs/>"), ("Hyperlink", "Hyperlink", link))
    return (
        '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
        '<w:name w:val="Default Paragraph Font"/><w:semiHidden/></w:style>'
    ) + "".join(
        f'<w:style w:type="character" w:styleId="{one}"><w:name w:val="{name}"/>'
        f'<w:basedOn w:val="DefaultParagraphFont"/><w:qFormat/><w:rPr>{look}</w:rPr></w:style>'
        for one, name, look in named
    )


def _tables(styles: Styles, spoken: str) -> str:
    """Return the table styles: none, side by side, and with names over the columns."""
    bare = f"<w:tblCellMar>{tabular.pads((0.0, 0.0))}</w:tblCellMar>"
    table, first = styles.table, ""
    lines, pad = "", (2.0, 1.2)
    if table:
        lines = f"<w:tblBorders>{tabular.lines_of(table)}</w:tblBorders>"
        pad, ground = tabular.pad_of(table), tabular.ground_of(table)
        tint = f"<w:tcPr>{shade(ground)}</w:tcPr>" if ground else ""
        first = f'<w:tblStylePr w:type="firstRow">{tint}</w:tblStylePr>' if tint else ""
    margins = f"<w:tblCellMar>{tabular.pads(pad)}</w:tblCellMar>"
    own = (("Layout", bare, ""), ("DataTable", f"{lines}{margins}", first))
    return (
        '<w:style w:type="numbering" w:default="1" w:styleId="NoList"><w:name w:val="No List"/>'
        '<w:semiHidden/></w:style><w:style w:type="table" w:default="1" w:styleId="TableNormal">'
        '<w:name w:val="Normal Table"/><w:semiHidden/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/>'
        f"{bare}</w:tblPr></w:style>"
    ) + "".join(
        f'<w:style w:type="table"{OURS} w:styleId="{name}"><w:name '
        f'w:val={quoteattr(_name(name, spoken))}/><w:basedOn w:val="TableNormal"/>'
        f"<w:tblPr>{about}</w:tblPr>{more}</w:style>"
        for name, about, more in own
    )

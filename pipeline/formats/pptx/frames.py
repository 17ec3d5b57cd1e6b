"""The parts that hold a presentation together: itself, master, layouts, slides and notes."""

from __future__ import annotations

import re
from collections.abc import Sequence
from xml.sax.saxutils import escape, quoteattr

from pipeline.formats.pptx.drawn import emu
from pipeline.formats.pptx.theme import Theme
from pipeline.paper.sheet import Sheet

SPACES = (
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"'
)
TREE = (
    '<p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr>'
    '<a:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/><a:chOff x="0" y="0"/>'
    '<a:chExt cx="0" cy="0"/></a:xfrm></p:grpSpPr>'
)
MAP = (
    'bg1="lt1" tx1="dk1" bg2="lt2" tx2="dk2" accent1="accent1" accent2="accent2" '
    'accent3="accent3" accent4="accent4" accent5="accent5" accent6="accent6" hlink="hlink" '
    'folHlink="folHlink"'
)
INHERITED = "<p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr>"
GROUND = (
    '<p:bg><p:bgPr><a:solidFill><a:schemeClr val="bg1"/></a:solidFill><a:effectLst/></p:bgPr>'
    "</p:bg>"
)
FIRST_ID, FIRST_SLIDE = 2**31, 256
SIZES = {"title": 5400, "body": 3600}  # hundredths of a pt, where a teacher writes anew
SHEET = (6858000, 9144000)  # the page that notes are printed on
NUMBER = "{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}"  # one name for all fields that count slides


def presentation(master: str, notes: str, slides: Sequence[str], first: Sheet) -> str:
    """Return the part that names all others."""
    shown = "".join(
        f'<p:sldId id="{FIRST_SLIDE + at}" r:id="{one}"/>' for at, one in enumerate(slides)
    )
    wide, high = (round(emu(one), -3) for one in (first.width, first.height))
    return (
        f'<p:presentation {SPACES}><p:sldMasterIdLst><p:sldMasterId id="{FIRST_ID}" '
        f'r:id="{master}"/></p:sldMasterIdLst><p:notesMasterIdLst><p:notesMasterId r:id="{notes}"/>'
        f"</p:notesMasterIdLst><p:sldIdLst>{shown}</p:sldIdLst>"
        f'<p:sldSz cx="{wide}" cy="{high}"/><p:notesSz cx="{SHEET[0]}" cy="{SHEET[1]}"/>'
        "</p:presentation>"
    )


def master(code: str, layouts: Sequence[str], theme: Theme) -> str:
    """Return the master, which all layouts take their letters from."""
    named = "".join(
        f'<p:sldLayoutId id="{FIRST_ID + at}" r:id="{one}"/>' for at, one in enumerate(layouts, 1)
    )
    face = '<a:latin typeface="+mn-lt"/>'
    ink = '<a:solidFill><a:schemeClr val="tx1"/></a:solidFill>'
    title = (
        '<a:lvl1pPr algn="l"><a:buNone/>'
        f'<a:defRPr sz="{SIZES["title"]}" b="1">{ink}<a:latin typeface="+mj-lt"/></a:defRPr>'
        "</a:lvl1pPr>"
    )
    body = (
        f'<a:lvl1pPr marL="0" indent="0" algn="l"><a:buNone/><a:defRPr sz="{SIZES["body"]}">'
        f"{ink}{face}</a:defRPr></a:lvl1pPr>"
    )
    other = f"<a:lvl1pPr><a:defRPr>{ink}{face}</a:defRPr></a:lvl1pPr>"
    return (
        f"<p:sldMaster {SPACES}><p:cSld>{GROUND}<p:spTree>{TREE}{code}</p:spTree></p:cSld>"
        f"<p:clrMap {MAP}/><p:sldLayoutIdLst>{named}</p:sldLayoutIdLst><p:txStyles>"
        f"<p:titleStyle>{title}</p:titleStyle><p:bodyStyle>{body}</p:bodyStyle>"
        f"<p:otherStyle>{other}</p:otherStyle></p:txStyles></p:sldMaster>"
    )


def layout(code: str, name: str) -> str:
    """Return a layout of that name."""
    return (
        f'<p:sldLayout {SPACES} preserve="1" userDrawn="1"><p:cSld name={quoteattr(name)}>'
        f"<p:spTree>{TREE}{code}</p:spTree></p:cSld>{INHERITED}</p:sldLayout>"
    )


def slide(code: str) -> str:
    """Return a slide."""
    return f"<p:sld {SPACES}><p:cSld><p:spTree>{TREE}{code}</p:spTree></p:cSld>{INHERITED}</p:sld>"


def prompting(shape: str, words: str) -> str:
    """Return the placeholder with a prompt in place of its paragraphs."""
    head, rest = shape.split("<a:p>", 1)
    about, runs = rest.split("</a:pPr>", 1)
    looks = re.search(r"<a:rPr .*?</a:rPr>", runs)
    run = looks.group(0) if looks else "<a:rPr/>"
    run = re.sub(r"<a:hlinkClick [^>]*/>", "", run)
    return (
        f"{head}<a:p>{about}</a:pPr><a:r>{run}<a:t>{escape(words)}</a:t></a:r></a:p>"
        "</p:txBody></p:sp>"
    )


def numbered(shape: str, at: int) -> str:
    """Return the placeholder with a field that counts slides in place of its words."""
    shown = str(at) if at else "‹#›"
    field = f'<a:fld id="{NUMBER}" type="slidenum">'
    done = shape.replace("<a:r>", field).replace("</a:r>", "</a:fld>")
    return re.sub(r"<a:t>.*?</a:t>", f"<a:t>{shown}</a:t>", done)


def notes_master(names: dict[str, str]) -> str:
    """Return the page that notes are printed on: the slide above, the words below."""
    return (
        f"<p:notesMaster {SPACES}><p:cSld>{GROUND}<p:spTree>{TREE}{_notes_page(names, True)}"
        f"{_notes_body(names, True, '<a:p/>')}</p:spTree></p:cSld><p:clrMap {MAP}/></p:notesMaster>"
    )


def notes(words: str, spoken: str, names: dict[str, str]) -> str:
    """Return a slide's notes, each line a paragraph."""
    paragraphs = "".join(
        f'<a:p><a:r><a:rPr lang="{spoken}" sz="1400"/><a:t>{escape(one)}</a:t></a:r></a:p>'
        for one in words.split("\n")
    )
    return (
        f"<p:notes {SPACES}><p:cSld><p:spTree>{TREE}{_notes_page(names, False)}"
        f"{_notes_body(names, False, paragraphs)}</p:spTree></p:cSld>{INHERITED}</p:notes>"
    )


def _notes_page(names: dict[str, str], whole: bool) -> str:
    place = ""
    if whole:
        place = (
            '<a:xfrm><a:off x="685800" y="685800"/><a:ext cx="5486400" cy="3086100"/></a:xfrm>'
            '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'
        )
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="2" name={quoteattr(names["picture"])}/><p:cNvSpPr>'
        '<a:spLocks noGrp="1" noRot="1" noChangeAspect="1"/></p:cNvSpPr><p:nvPr>'
        f'<p:ph type="sldImg"/></p:nvPr></p:nvSpPr><p:spPr>{place}</p:spPr></p:sp>'
    )


def _notes_body(names: dict[str, str], whole: bool, paragraphs: str) -> str:
    place = ""
    if whole:
        place = (
            '<a:xfrm><a:off x="685800" y="4000500"/><a:ext cx="5486400" cy="4457700"/></a:xfrm>'
            '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'
        )
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="3" name={quoteattr(names["notes"])}/><p:cNvSpPr>'
        '<a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph type="body" idx="1"/></p:nvPr></p:nvSpPr>'
        f"<p:spPr>{place}</p:spPr><p:txBody><a:bodyPr/><a:lstStyle/>{paragraphs}</p:txBody></p:sp>"
    )

"""What must hold of a Word document of ours, read by other means than those that wrote it."""

import re
import struct
import zipfile
from collections.abc import Iterator
from io import BytesIO

from docx.oxml.ns import qn
from lxml import etree

RELATED = re.compile(rb'r:(?:id|embed)="(rId\d+)"')
ARABIC = re.compile("[\u0600-\u06ff]")
LATIN = re.compile("[A-Za-zæøåÆØÅ]")
ORDERS = {
    "pPr": "pStyle keepNext keepLines pageBreakBefore widowControl numPr pBdr shd bidi spacing ind "
    "contextualSpacing jc outlineLvl",
    "rPr": "rStyle rFonts b bCs i color spacing position sz szCs u rtl lang",
    "tblPr": "tblStyle bidiVisual tblW jc tblInd tblBorders tblLayout tblCellMar tblLook",
    "tcPr": "tcW shd tcMar vAlign",
    "sectPr": "headerReference footerReference pgSz pgMar titlePg bidi",
    "style": "name basedOn next semiHidden qFormat pPr rPr tblPr tblStylePr",
    "settings": "zoom embedTrueTypeFonts saveSubsetFonts defaultTabStop autoHyphenation "
    "characterSpacingControl compat themeFontLang decimalSymbol listSeparator",
    "lvl": "start numFmt pStyle lvlText lvlJc pPr",
}
TWICE = ("sz", "szCs", "color", "rFonts")


def parts(content: bytes) -> dict[str, bytes]:
    """Return the package's parts by name."""
    with zipfile.ZipFile(BytesIO(content)) as package:
        return {name: package.read(name) for name in package.namelist()}


def packed(files: dict[str, bytes]) -> bytes:
    """Return the parts as a package."""
    out = BytesIO()
    with zipfile.ZipFile(out, "w") as package:
        for name, content in files.items():
            package.writestr(zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0)), content)
    return out.getvalue()


def stories(files: dict[str, bytes]) -> Iterator[tuple[str, etree._Element]]:
    """Yield each part that holds words."""
    for name, content in files.items():
        if re.fullmatch(r"word/(document|header\d|footer\d)\.xml", name):
            yield name, etree.fromstring(content)


def value(element, name, attribute="val"):
    """Return what an element below says, or None."""
    found = element.find(f".//{qn(name)}") if element is not None else None
    return None if found is None else found.get(qn(f"w:{attribute}"))


def words(element) -> str:
    """Return the words of an element."""
    return "".join(one.text or "" for one in element.iter(qn("w:t")))


def is_whole(content: bytes) -> Iterator[str]:
    """All that is led to is there, and all that is there is led to and has a kind."""
    files = parts(content)
    kinds = files["[Content_Types].xml"].decode()
    reached = {"[Content_Types].xml"}
    for name, told in files.items():
        if name.endswith(".rels"):
            reached.add(name)
            folder, _, file = name.partition("_rels/")
            source = files.get(folder + file.removesuffix(".rels"), b"")
            for one in etree.fromstring(told):
                target = folder + one.get("Target")
                if one.get("TargetMode") == "External":
                    continue
                reached.add(target)
                if target not in files:
                    yield f"{name} leads to {target}"
            known = {one.get("Id").encode() for one in etree.fromstring(told)}
            asked = set(RELATED.findall(source))
            yield from (f"{one.decode()} leads nowhere" for one in asked - known)
    for name in files:
        if name not in reached:
            yield f"nothing leads to {name}"
        end = name.rpartition(".")[2]
        if f'"/{name}"' not in kinds and f'Extension="{end}"' not in kinds:
            yield f"{name} has no kind"


def keeps_its_secrets(content: bytes) -> Iterator[str]:
    """It tells nothing of who made it, when, or from which files."""
    files = parts(content)
    told = files["docProps/core.xml"].decode()
    for word in ("creator", "lastModifiedBy", "created", "modified", "revision"):
        if f":{word}" in told:
            yield f"it tells of its {word}"
    for name, one in files.items():
        if re.search(rb"python-docx|skolegard\.jpg|logo\.jpg|rsid", one) or "thumbnail" in name:
            yield f"{name} tells too much"
    with zipfile.ZipFile(BytesIO(content)) as package:
        if {one.date_time for one in package.infolist()} != {(1980, 1, 1, 0, 0, 0)}:
            yield "its parts are dated"


def keeps_the_order(content: bytes) -> Iterator[str]:
    """Properties stand in the order of the standard: Word refuses a file where they don't."""
    for name, one in parts(content).items():
        if name.startswith("word/") and name.endswith(".xml"):
            for tag, order in ORDERS.items():
                known = [qn(f"w:{one}") for one in order.split()]
                for element in etree.fromstring(one).iter(qn(f"w:{tag}")):
                    kids = [kid.tag for kid in element]
                    strange = [kid for kid in kids if kid not in known]
                    places = [known.index(kid) for kid in kids if kid in known]
                    if strange or places != sorted(places):
                        yield f"{name}: {tag} holds {[kid.split('}')[1] for kid in kids]}"


def tells_its_pictures(content: bytes) -> Iterator[str]:
    """Each picture has words or is a decoration, stands in line, and has a number of its own."""
    seen = []
    for name, story in stories(parts(content)):
        for one in story.iter(qn("wp:docPr")):
            seen.append(one.get("id"))
            decoration = b"decorative" in etree.tostring(one)
            if bool(one.get("descr")) == decoration:
                yield f"{name}: a picture says {one.get('descr')!r}, decoration: {decoration}"
        if list(story.iter(qn("w:txbxContent"), qn("wp:anchor"))):
            yield f"{name}: a box"
    if len(set(seen)) != len(seen):
        yield "two pictures have one number"


def has_no_empty_paragraph(content: bytes) -> Iterator[str]:
    """Only what Word asks for is empty: tiny, after a table, before another one or the end."""
    for name, story in stories(parts(content)):
        for one in story.iter(qn("w:p")):
            if words(one) or list(one.iter(qn("w:drawing"))):
                continue
            before, after = one.getprevious(), one.getnext()
            asked = before is not None and before.tag == qn("w:tbl")
            asked &= after is None or after.tag in (qn("w:tbl"), qn("w:sectPr"))
            alone = before is not None and before.tag == qn("w:tcPr") and after is None
            if not (asked and value(one, "w:pStyle") == "Seam") and not alone:
                yield f"{name}: an empty paragraph"
        if list(story.iter(qn("w:br"))) and value(story, "w:br", "type") == "page":
            yield f"{name}: a page ends by a paragraph"


def has_its_headings(content: bytes) -> Iterator[str]:
    """There is one title, and no level is left out."""
    files = parts(content)
    found = [value(one, "w:pStyle") or "" for _, s in stories(files) for one in s.iter(qn("w:p"))]
    if found.count("Title") != 1:
        yield f"{found.count('Title')} titles"
    level = 0
    for name in (one for one in found if one.startswith("Heading")):
        if int(name[7:]) > level + 1:
            yield f"{name} after level {level}"
        level = int(name[7:])


def says_nothing_twice(content: bytes) -> Iterator[str]:
    """A run or paragraph says only what its style does not."""
    files = parts(content)
    known = _styles(files)
    for name, story in stories(files):
        for one in story.iter(qn("w:p")):
            style = known.get(value(one, "w:pStyle") or "Normal")
            if style is None:
                yield f"{name}: the style {value(one, 'w:pStyle')} is not there"
                continue
            for run in one.iter(qn("w:r")):
                own = run.find(qn("w:rPr"))
                for tag in TWICE if own is not None else ():
                    said = own.find(qn(f"w:{tag}"))
                    if said is not None and dict(said.attrib) == style.get(tag):
                        yield f"{name}: {tag} is said again at {words(run)!r}"
            spaced = one.find(f"{qn('w:pPr')}/{qn('w:spacing')}")
            for key, said in dict(spaced.attrib if spaced is not None else {}).items():
                if style.get("spacing", {}).get(key) == said and not key.endswith("Rule"):
                    yield f"{name}: {key.split('}')[1]} is said again at {words(one)!r}"


def _styles(files: dict[str, bytes]) -> dict[str, dict[str, dict]]:
    """Return for each paragraph style what it says, what it is based on included."""
    found: dict[str, dict[str, dict]] = {}
    for one in etree.fromstring(files["word/styles.xml"]).iter(qn("w:style")):
        told = dict(found.get(value(one, "w:basedOn"), {}))
        for kid in (*one.iterfind(f"{qn('w:rPr')}/*"), *one.iterfind(f"{qn('w:pPr')}/*")):
            tag = kid.tag.split("}")[1]
            told[tag] = {**told.get(tag, {}), **kid.attrib}
        found[one.get(qn("w:styleId"))] = told
    return found


def sets_every_width(content: bytes) -> Iterator[str]:
    """Tables and cells have widths that agree, and the names of columns are told to be that."""
    for name, story in stories(parts(content)):
        for table in story.iter(qn("w:tbl")):
            grid = [int(one.get(qn("w:w"))) for one in table.iter(qn("w:gridCol"))]
            for row in table.iter(qn("w:tr")):
                cells = [int(one.get(qn("w:w"))) for one in row.iter(qn("w:tcW"))]
                if cells != grid:
                    yield f"{name}: cells {cells} in columns {grid}"
            if value(table, "w:tblW", "w") != str(sum(grid)):
                yield f"{name}: a table of another width than its columns"
            named = len(list(table.iter(qn("w:tblHeader"))))
            if named != (value(table, "w:tblStyle") == "DataTable"):
                yield f"{name}: {named} rows of names"


def lists_are_lists(content: bytes) -> Iterator[str]:
    """Items are of lists that there are; what only looks like an item is none."""
    files = parts(content)
    told = etree.fromstring(files["word/numbering.xml"])
    known = {one.get(qn("w:numId")) for one in told.iter(qn("w:num"))}
    for name, story in stories(files):
        for one in story.iter(qn("w:p")):
            if re.match(r"\s*(?:[•–-]|\d+[.)])\s", words(one)):
                yield f"{name}: {words(one)!r} only looks like an item"
            number = value(one, "w:numId")
            if number is not None and number not in known:
                yield f"{name}: there is no list {number}"


def runs_the_right_way(content: bytes) -> Iterator[str]:
    """In a paper from right to left all runs that way but what is in Latin letters."""
    files = parts(content)
    styles = etree.fromstring(files["word/styles.xml"])
    normal = next(one for one in styles.iter(qn("w:style")) if one.get(qn("w:default")))
    rtl = normal.find(f".//{qn('w:bidi')}") is not None
    for name, story in stories(files):
        for run in story.iter(qn("w:r")):
            own = run.find(f".//{qn('w:rtl')}") is not None
            if (ARABIC if not own else LATIN).search(words(run)):
                yield f"{name}: {words(run)!r} runs the wrong way"
        tables = list(story.iter(qn("w:tbl")))
        visual = [one for one in tables if one.find(f".//{qn('w:bidiVisual')}") is not None]
        if len(visual) != len(tables) * rtl:
            yield f"{name}: columns run the wrong way"
        section = story.find(f".//{qn('w:sectPr')}")
        if section is not None and (section.find(qn("w:bidi")) is not None) != rtl:
            yield "the section runs the wrong way"


def tells_its_language(content: bytes) -> Iterator[str]:
    """Settings, styles and what is told of the document agree on its language."""
    files = parts(content)
    code = etree.fromstring(files["docProps/core.xml"]).findtext(
        "{http://purl.org/dc/elements/1.1/}language"
    )
    lang = etree.fromstring(files["word/styles.xml"]).find(f".//{qn('w:lang')}")
    told = {lang.get(qn(f"w:{side}")) for side in ("val", "bidi", "eastAsia")}
    told.add(value(etree.fromstring(files["word/settings.xml"]), "w:themeFontLang"))
    if told != {code} or "-" not in (code or ""):
        yield f"it is in {sorted(map(str, told))} and says {code}"


def brings_its_letters(content: bytes) -> Iterator[str]:
    """Each family lies in it, as regular and bold, under its own name, free to be installed."""
    files = parts(content)
    rels = {
        one.get("Id"): one.get("Target")
        for one in etree.fromstring(files.get("word/_rels/fontTable.xml.rels", b"<none/>"))
    }
    kept = {}
    for font in etree.fromstring(files["word/fontTable.xml"]).iter(qn("w:font")):
        family = font.get(qn("w:name"))
        for kind in ("Regular", "Bold"):
            one = font.find(qn(f"w:embed{kind}"))
            if one is None or rels.get(one.get(qn("r:id"))) is None:
                yield f"{family} has no {kind}"
                continue
            content = files["word/" + rels[one.get(qn("r:id"))]]
            font_file = shown(content, one.get(qn("w:fontKey")))
            names, rights = told_of(font_file)
            if names[1] != family or names[2] != kind or rights & 0xF:
                yield f"{family} {kind} says {names}, rights {rights}"
            kept[family, kind] = font_file
    for _, story in stories(files):
        for faces in story.iter(qn("w:rFonts")):
            yield from (
                f"{one} is not there" for one in faces.values() if (one, "Bold") not in kept
            )


def shown(content: bytes, key: str) -> bytes:
    """Return a font as it was before it was hidden: ECMA-376-4, 7.2 (obfuscation)."""
    digits = key.strip("{}").replace("-", "")
    mask = [int(digits[at : at + 2], 16) for at in range(30, -1, -2)]
    first = bytes(byte ^ mask[at % 16] for at, byte in enumerate(content[:32]))
    return first + content[32:]


def told_of(font: bytes) -> tuple[dict[int, str], int]:
    """Return a font's names by number and what may be done with it; raise where it is no font."""
    version, count = struct.unpack_from(">IH", font, 0)
    assert version == 0x10000, "This is no TrueType font."
    where = {}
    for at in range(count):
        tag, _, start, length = struct.unpack_from(">4sIII", font, 12 + 16 * at)
        where[tag] = font[start : start + length]
    table = where[b"name"]
    _, number, strings = struct.unpack_from(">3H", table, 0)
    names = {}
    for at in range(number):
        *_, name, length, start = struct.unpack_from(">6H", table, 6 + 12 * at)
        names[name] = table[strings + start : strings + start + length].decode("utf-16-be")
    return names, struct.unpack_from(">H", where[b"OS/2"], 8)[0]


GUARDS = (
    is_whole,
    keeps_its_secrets,
    keeps_the_order,
    tells_its_pictures,
    has_no_empty_paragraph,
    has_its_headings,
    says_nothing_twice,
    sets_every_width,
    lists_are_lists,
    runs_the_right_way,
    tells_its_language,
    brings_its_letters,
)


def outline(content: bytes) -> str:
    """Return what a document says, a line for each paragraph, with its style and what differs."""
    lines = []
    for name, story in stories(parts(content)):
        lines.append(f"[{name.removeprefix('word/').removesuffix('.xml')}]")
        lines += _outlined(story if name != "word/document.xml" else story[0], 0)
    return "\n".join(lines) + "\n"


def _outlined(element, depth):
    room = "  " * depth
    for one in element:
        if one.tag == qn("w:p"):
            yield room + _paragraph(one)
        elif one.tag == qn("w:tbl"):
            yield f"{room}table {value(one, 'w:tblStyle')}"
            for row in one.iter(qn("w:tr")):
                named = row.find(f".//{qn('w:tblHeader')}") is not None
                yield f"{room}  row{' of names' if named else ''}"
                for cell in row.iter(qn("w:tc")):
                    fill = value(cell.find(qn("w:tcPr")), "w:shd", "fill")
                    yield f"{room}    cell{f' on {fill}' if fill else ''}"
                    yield from _outlined(cell, depth + 3)


def _paragraph(one):
    own = one.find(qn("w:pPr"))
    differs = [_short(kid) for kid in own if kid.tag != qn("w:pStyle")] if own is not None else []
    said = [f"{value(one, 'w:pStyle') or 'Normal'}{' ' if differs else ''}{' '.join(differs)}:"]
    for run in one.iter(qn("w:r")):
        about = run.find(qn("w:rPr"))
        looks = " ".join(_short(kid) for kid in about) if about is not None else ""
        shown_ = [one.get("descr") or "decoration" for one in run.iter(qn("wp:docPr"))]
        text = words(run) + "".join(f"<{alt}>" for alt in shown_)
        linked = run.getparent().tag == qn("w:hyperlink")
        said.append(f"{'link ' if linked else ''}{f'({looks})' if looks else ''}|{text}|")
    return " ".join(said)


def _short(kid):
    told = ",".join(f"{key.split('}')[1]}={one}" for key, one in kid.attrib.items())
    inside = ",".join(_short(one) for one in kid)
    return kid.tag.split("}")[1] + (f"[{told}{inside}]" if told or inside else "")

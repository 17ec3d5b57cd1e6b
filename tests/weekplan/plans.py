"""Makes week plans as teachers have them: whole ones that look good, and what they are made of."""

import io
import zipfile
from collections.abc import Mapping

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
RELS = "http://schemas.openxmlformats.org/package/2006/relationships"
TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
WP = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
A = "http://schemas.openxmlformats.org/drawingml/2006/main"
WPS = "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"
MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
V = "urn:schemas-microsoft-com:vml"
NAMESPACES = (
    f'xmlns:w="{W}" xmlns:r="{R}" xmlns:wp="{WP}" xmlns:a="{A}" xmlns:wps="{WPS}" xmlns:mc="{MC}" '
    f'xmlns:v="{V}" xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" '
    'xmlns:plan="urn:example:plan" mc:Ignorable="w14 plan"'
)
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
WORDML = "application/vnd.openxmlformats-officedocument.wordprocessingml"
DAYS = ("Mandag", "Tirsdag", "Onsdag", "Torsdag", "Fredag")
A4 = 'w:w="11906" w:h="16838"'
LYING = 'w:w="16838" w:h="11906" w:orient="landscape"'
TIGHT = 'w:top="958" w:right="958" w:bottom="958" w:left="958" w:header="500" w:footer="500"'
FACE = "Calibri"


def escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;")


def run(text: str, size: float = 0, bold: bool = False, colour: str = "") -> str:
    facts = ("<w:b/>" if bold else "") + (f'<w:color w:val="{colour}"/>' if colour else "")
    facts += f'<w:sz w:val="{int(size * 2)}"/>' if size else ""
    about = f"<w:rPr>{facts}</w:rPr>" if facts else ""
    return f'<w:r>{about}<w:t xml:space="preserve">{escaped(text)}</w:t></w:r>'


def p(*parts: str, style: str = "", facts: str = "") -> str:
    """Return a paragraph; a part that is no markup is a run of text."""
    style = f'<w:pStyle w:val="{style}"/>' if style else ""
    about = f"<w:pPr>{style}{facts}</w:pPr>" if style or facts else ""
    return (
        f"<w:p>{about}{''.join(one if one[:1] == '<' else run(one) for one in parts if one)}</w:p>"
    )


def cell(*blocks: str, width: int = 0, facts: str = "", fill: str = "") -> str:
    """Return a cell; a block that is no markup is a paragraph."""
    wide = f'<w:tcW w:w="{width}" w:type="dxa"/>' if width else ""
    shade = f'<w:shd w:val="clear" w:color="auto" w:fill="{fill}"/>' if fill else ""
    inner = "".join(one if one[:1] == "<" else p(one) for one in blocks) or "<w:p/>"
    return f"<w:tc><w:tcPr>{wide}{facts}{shade}</w:tcPr>{inner}</w:tc>"


def row(*cells: str, facts: str = "") -> str:
    about = f"<w:trPr>{facts}</w:trPr>" if facts else ""
    return f"<w:tr>{about}{''.join(cells)}</w:tr>"


def table(*rows: str, grid: tuple[int, ...] = (), facts: str = "") -> str:
    columns = "".join(f'<w:gridCol w:w="{one}"/>' for one in grid)
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="Rutenett"/><w:tblW w:w="0" w:type="auto"/>{facts}'
        f"</w:tblPr>{f'<w:tblGrid>{columns}</w:tblGrid>' if grid else ''}{''.join(rows)}</w:tbl>"
    )


def section(page: str = A4, margins: str = "", more: str = "") -> str:
    margins = margins or (
        'w:top="1134" w:right="1134" w:bottom="1134" w:left="1134" w:header="708" w:footer="708"'
    )
    return f'<w:sectPr>{more}<w:pgSz {page}/><w:pgMar {margins} w:gutter="0"/></w:sectPr>'


def text_box(*blocks: str, wide: float = 70, high: float = 60, fallback: bool = True) -> str:
    """Return a run with a text box, written twice as Word does; mm."""
    inner = "".join(one if one[:1] == "<" else p(one) for one in blocks)
    cx, cy = int(wide * 36_000), int(high * 36_000)
    vml = (
        f'<mc:Fallback><w:pict><v:shape style="width:{wide / 25.4 * 72:.1f}pt;'
        f'height:{high / 25.4 * 72:.1f}pt"><v:textbox><w:txbxContent>{inner}</w:txbxContent>'
        "</v:textbox></v:shape></w:pict></mc:Fallback>"
    )
    return (
        '<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:inline distT="0" '
        f'distB="0" distL="0" distR="0"><wp:extent cx="{cx}" cy="{cy}"/>'
        '<wp:docPr id="31" name="Tekstboks 1"/><wp:cNvGraphicFramePr/><a:graphic><a:graphicData '
        f'uri="{WPS}"><wps:wsp><wps:cNvSpPr txBox="1"/><wps:spPr><a:xfrm><a:off x="0" y="0"/>'
        f'<a:ext cx="{cx}" cy="{cy}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'
        '<a:solidFill><a:srgbClr val="FFF4D6"/></a:solidFill><a:ln w="12700"><a:solidFill>'
        '<a:srgbClr val="E0A100"/></a:solidFill></a:ln></wps:spPr><wps:txbx><w:txbxContent>'
        f'{inner}</w:txbxContent></wps:txbx><wps:bodyPr lIns="91440" tIns="45720" rIns="91440" '
        'bIns="45720"><a:noAutofit/></wps:bodyPr></wps:wsp></a:graphicData></a:graphic>'
        f"</wp:inline></w:drawing></mc:Choice>{vml if fallback else ''}</mc:AlternateContent></w:r>"
    )


def styles(face: str = FACE, size: float = 11, after: int = 80) -> str:
    borders = "".join(
        f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="7F7F7F"/>'
        for side in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    fonts = f'<w:rFonts w:ascii="{face}" w:hAnsi="{face}" w:cs="{face}"/>'
    return (
        f'{HEAD}<w:styles xmlns:w="{W}"><w:docDefaults><w:rPrDefault><w:rPr>{fonts}'
        f'<w:sz w:val="{int(size * 2)}"/><w:lang w:val="nb-NO"/></w:rPr></w:rPrDefault>'
        f'<w:pPrDefault><w:pPr><w:spacing w:after="{after}" w:line="252" w:lineRule="auto"/>'
        "</w:pPr>"
        '</w:pPrDefault></w:docDefaults><w:style w:type="paragraph" w:default="1" '
        'w:styleId="Normal"><w:name w:val="Normal"/></w:style><w:style w:type="paragraph" '
        'w:styleId="Overskrift1"><w:name w:val="heading 1"/><w:basedOn w:val="Normal"/><w:pPr>'
        '<w:keepNext/><w:spacing w:before="0" w:after="60"/><w:outlineLvl w:val="0"/></w:pPr>'
        '<w:rPr><w:b/><w:color w:val="1F4E79"/><w:sz w:val="40"/></w:rPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="Overskrift2"><w:name w:val="heading 2"/>'
        '<w:basedOn w:val="Normal"/><w:pPr><w:keepNext/><w:spacing w:before="160" w:after="40"/>'
        '<w:outlineLvl w:val="1"/></w:pPr><w:rPr><w:b/><w:color w:val="1F4E79"/>'
        '<w:sz w:val="26"/></w:rPr></w:style><w:style w:type="table" w:default="1" '
        'w:styleId="Vanlig"><w:name w:val="Normal Table"/><w:tblPr><w:tblCellMar>'
        '<w:left w:w="108" w:type="dxa"/><w:right w:w="108" w:type="dxa"/></w:tblCellMar>'
        '</w:tblPr></w:style><w:style w:type="table" w:styleId="Rutenett"><w:name '
        'w:val="Table Grid"/><w:basedOn w:val="Vanlig"/><w:pPr><w:spacing w:after="0" '
        f'w:line="240" w:lineRule="auto"/></w:pPr><w:tblPr><w:tblBorders>{borders}'
        "</w:tblBorders></w:tblPr></w:style></w:styles>"
    )


SETTINGS = f'{HEAD}<w:settings xmlns:w="{W}"><w:compat><w:compatSetting w:name="compatibilityMode" \
w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat></w:settings>'


def package(
    body: str,
    end: str | None = None,
    more: Mapping[str, str | bytes] | None = None,
    refers: str = "",
    listed: str = "",
    main: str = MAIN,
) -> bytes:
    """Return a .docx of the body's markup; `more` are parts, also in place of the usual ones."""
    end = section() if end is None else end
    document = f"{HEAD}<w:document {NAMESPACES}><w:body>{body}{end}</w:body></w:document>"
    parts: dict[str, str | bytes] = {
        "[Content_Types].xml": f'{HEAD}<Types xmlns="{TYPES}"><Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default '
        'Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" '
        f'ContentType="{main}"/><Override PartName="/word/styles.xml" '
        f'ContentType="{WORDML}.styles+xml"/><Override PartName="/word/settings.xml" '
        f'ContentType="{WORDML}.settings+xml"/>{listed}</Types>',
        "_rels/.rels": f'{HEAD}<Relationships xmlns="{RELS}"><Relationship Id="rId1" '
        f'Type="{R}/officeDocument" Target="word/document.xml"/></Relationships>',
        "word/_rels/document.xml.rels": f'{HEAD}<Relationships xmlns="{RELS}"><Relationship '
        f'Id="rId1" Type="{R}/styles" Target="styles.xml"/><Relationship Id="rId2" '
        f'Type="{R}/settings" Target="settings.xml"/>{refers}</Relationships>',
        "word/document.xml": document,
        "word/styles.xml": styles(),
        "word/settings.xml": SETTINGS,
        **(more or {}),
    }
    return zipped(
        {name: one.encode() if isinstance(one, str) else one for name, one in parts.items()}
    )


def zipped(parts: Mapping[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, content in parts.items():
            packed.writestr(zipfile.ZipInfo(name, (2026, 11, 20, 8, 30, 0)), content)
    return out.getvalue()


def parts(content: bytes) -> dict[str, bytes]:
    """Return all parts of a file, having seen that each is whole."""
    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        assert packed.testzip() is None
        return {name: packed.read(name) for name in packed.namelist()}


def replaced(content: bytes, **changes: bytes) -> bytes:
    """Return the file with parts replaced; a name is written with __ for / and _ for ."""
    return zipped(parts(content) | changes)


def header_plan(inner: str, kind: str = "header", referred: bool = True) -> bytes:
    """Return a plan with a header or footer that has no relationships of its own."""
    short = {"header": "hdr", "footer": "ftr"}[kind]
    refers = f'<Relationship Id="rId9" Type="{R}/{kind}" Target="{kind}1.xml"/>'
    listed = f'<Override PartName="/word/{kind}1.xml" ContentType="{WORDML}.{kind}+xml"/>'
    reference = f'<w:{kind}Reference w:type="default" r:id="rId9"/>' if referred else ""
    part = f"{HEAD}<w:{short} {NAMESPACES}>{inner}</w:{short}>"
    end = section(more=reference)
    return package(p("Ukeplan") + week() + p(""), end, {f"word/{kind}1.xml": part}, refers, listed)


def week(*rows: str, width: int = 9638) -> str:
    """Return a table of the days, and rows of one's own below them."""
    one = width // 5
    days = row(*(cell(p(run(day, bold=True)), width=one, fill="DCE6F1") for day in DAYS))
    work = row(
        *(cell(f"Norsk: les side {at}", "Matte: oppgave 4", width=one) for at in range(12, 17))
    )
    return table(days, work, *rows, grid=(one,) * 5)


def social_row(*blocks: str, width: int = 9638) -> str:
    one = width // 5
    span = f'<w:gridSpan w:val="{4}"/>'
    return row(cell("SOSIALT", width=one), cell(*blocks, width=one * 4, facts=span))


# Realistic plans

FOURTH = {
    "Norsk": (
        "Les side 34–37 høyt for en voksen.",
        "Skriv fem setninger om boka.",
        "Øv på ukas ord.",
        "Les ferdig kapittel 4.",
        "Lesekos i biblioteket",
    ),
    "Matte": (
        "Multi side 48",
        "Multi side 49",
        "Gangen: 6 og 7",
        "Multi side 50–51",
        "Spill: yatzy",
    ),
    "Engelsk": ("", "Stairs: read page 28", "", "Write three sentences.", "Song: Winter"),
    "Naturfag": ("Is og snø", "", "Fugler om vinteren", "Uteskole i Lia", ""),
    "KRLE": ("", "Advent i mange land", "", "", "Adventssamling"),
    "Gym": ("Turn i salen", "", "", "", "Stafett ute"),
    "Lekse": (
        "Leselekse og regnelekse",
        "Skrivelekse i blå bok",
        "Øv på glosene",
        "Leselekse",
        "God helg!",
    ),
    "Husk": ("Gymtøy", "", "Svømmetøy", "Varme klær", "Nissehue"),
}


def subject_rows(one: int, subjects: Mapping[str, tuple[str, ...]], size: float = 11) -> list[str]:
    rows = []
    for name, days in subjects.items():
        cells = [cell(p(run(name, size, True)), width=one, fill="EEF3F9")]
        rows.append(
            row(
                *cells,
                *(cell(p(run(said, size)) if said else "<w:p/>", width=one) for said in days),
            )
        )
    return rows


def table_plan() -> bytes:
    """Return the plan of year 4: one table for the days, goals and a SOSIALT box, nearly full."""
    one = 9990 // 6
    head = [cell("<w:p/>", width=one, fill="1F4E79")]
    head += [cell(p(run(day, 11, True, "FFFFFF")), width=one, fill="1F4E79") for day in DAYS]
    days = table(row(*head), *subject_rows(one, FOURTH), grid=(one,) * 6)
    goals = table(
        row(
            cell(p(run("FAGLIG", 11, True)), width=2000, fill="E2EFDA"),
            cell(
                p(run("Jeg kan 6- og 7-gangen.", 11)),
                p(run("Jeg kan skrive en bokanmeldelse med innledning, handling og mening.", 11)),
                width=7990,
            ),
        ),
        row(
            cell(p(run("SOSIALT", 11, True)), width=2000, fill="E2EFDA"),
            cell(p(run("Jeg kan invitere andre med i leken.", 11)), width=7990),
        ),
        grid=(2000, 7990),
    )
    info = (
        "Torsdag har vi uteskole. Ta med varme klær, sitteunderlag, mat og drikke. "
        "Vi går fra skolen kl. 08.30 og er tilbake kl. 13.00.",
        "Fredag er det adventssamling i gymsalen. Husk nissehue!",
        "Vi trenger fortsatt tomme melkekartonger til juleverkstedet 9. desember.",
    )
    body = [
        p(run("Ukeplan for 4. trinn"), style="Overskrift1"),
        p(run("Uke 49 · 30. november–4. desember 2026", 12)),
        p("Mål for uka", style="Overskrift2"),
        goals,
        p("Dagene", style="Overskrift2"),
        days,
        p("Informasjon", style="Overskrift2"),
        *(p(one) for one in info),
        p("Ukas ord: vinter, vindu, venn, verden, vaffel. Ukas gloser: snow, ice, cold, winter."),
        p("Hilsen Kari og Ahmed"),
    ]
    return package(
        "".join(body),
        section(margins=TIGHT),
    )


def box_plan() -> bytes:
    """Return the plan of year 2: a text box with the social goal beside a short table."""
    one = 9990 // 5
    head = row(*(cell(p(run(day, 12, True)), width=one, fill="FFE699") for day in DAYS))
    lines = (
        ("Bokstaven Å", "Regn side 30"),
        ("Å-ord i huset", "Regn side 31"),
        ("Les i lesebingo", "Uteskole"),
        ("Skriv om turen", "Regn side 32"),
        ("Lesekos", "Fredagssang"),
    )
    work = row(*(cell(*(p(run(said, 12)) for said in both), width=one) for both in lines))
    more = row(
        *(
            cell(p(run("Lekse", 11, True)), p(run(said, 12)), width=one)
            for said in (
                "Les «Åse på isen»",
                "Les «Åse på isen» to ganger",
                "Lesebingo",
                "Tell til 100 med to om gangen",
                "God helg!",
            )
        ),
    )
    box = text_box(
        p(run("SOSIALT", 12, True)),
        p(run("Jeg kan rekke opp hånda og vente på tur.", 12)),
        p(run("{{ månedens_pals }}", 12)),
        wide=172,
        high=58,
    )
    body = [
        p(run("Ukeplan for 2. trinn"), style="Overskrift1"),
        p(run("Uke 49 · 30. november–4. desember 2026", 13)),
        table(head, work, more, grid=(one,) * 5),
        p(""),
        p(box),
        p("Lekser", style="Overskrift2"),
        p("Les 10 minutter hver dag. Fyll ut lesebingoen sammen med en voksen."),
        p("Øv på å skrive store og små Å i skriveboka, to linjer hver dag."),
        p("Ukas ord: år, bål, gås, båt, låve. Kan du finne flere ord med Å hjemme?"),
        p("Sosialt denne uka har vi trivselsleder-leker i skolegården tirsdag og torsdag."),
        p("Beskjeder", style="Overskrift2"),
        p("Takk til alle som kom på foreldremøtet! Referatet ligger i skolesekken."),
        p("Tannlegen ringer hjem om time til alle på trinnet i løpet av desember."),
        p("Onsdag er vi på tur til Åsen hele dagen. Husk ekstra votter og varm drikke på termos."),
        p("Mandag 7. desember kommer en bestemor og leser høyt for oss."),
    ]
    return package(
        "".join(body),
        section(margins=TIGHT),
    )


def column_plan() -> bytes:
    """Return the plan of year 7: a heading across, then two columns."""
    heading = p(run("Ukeplan for 7. trinn"), style="Overskrift1") + p(
        run("Uke 49 · 30. november–4. desember 2026", 12),
        facts=section(more='<w:type w:val="continuous"/>'),
    )
    left = [
        p("Mål", style="Overskrift2"),
        p("Norsk: Jeg kan skrive en debattartikkel med påstand, argument og avslutning."),
        p("Matematikk: Jeg kan regne med brøk, desimaltall og prosent."),
        p("Engelsk: I can present a book."),
        p("Naturfag: Jeg kan forklare hvorfor det blir vinter."),
        p(run("Månedens PALS", 13, True)),
        p("Sosialt", style="Overskrift2"),
        p("Jeg kan si hyggelige ting til andre."),
        p("Lekser til tirsdag", style="Overskrift2"),
        p("Les side 88–93 i Salto og svar på oppgave 2 og 4."),
        p("Regn oppgave 3.14–3.22."),
    ]
    right = [
        p('<w:r><w:br w:type="column"/></w:r>', "Lekser til torsdag", style="Overskrift2"),
        p("Skriv innledningen til debattartikkelen, minst åtte linjer."),
        p("Øv på glosene: evidence, opinion, statement, although."),
        p("Lekser til fredag", style="Overskrift2"),
        p("Bli ferdig med modellen av solsystemet."),
        p("Informasjon", style="Overskrift2"),
        p("Elevrådet samler inn penger til TV-aksjonen på onsdag. Ta gjerne med en femtilapp."),
        p("Fredag er siste frist for å levere lånte bøker på biblioteket."),
        p("Vi har svømming i partallsuker: gruppe B svømmer torsdag kl. 10.15."),
    ]
    end = section(more='<w:type w:val="continuous"/>').replace(
        "</w:sectPr>", '<w:cols w:num="2" w:space="500"/></w:sectPr>'
    )
    return package(heading + "".join(left + right), end)


def sample_plans() -> dict[str, bytes]:
    """Return three whole week plans in bokmål by file name, as teachers make them."""
    return {
        "Ukeplan 4. trinn.docx": table_plan(),
        "Ukeplan 2. trinn.docx": box_plan(),
        "Ukeplan 7. trinn.docx": column_plan(),
    }

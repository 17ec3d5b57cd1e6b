"""Week plans of every kind, each with what is found in it and what it shows."""

from dataclasses import dataclass

from tests.weekplan.plans import (
    FACE,
    HEAD,
    LYING,
    R,
    W,
    cell,
    header_plan,
    p,
    package,
    parts,
    row,
    run,
    sample_plans,
    section,
    social_row,
    styles,
    table,
    text_box,
    week,
    zipped,
)

MARKER = "{{ månedens_pals }}"
DAYS = week()


@dataclass(frozen=True)
class Kind:
    """A plan, how many places it has, and what each is said to be."""

    content: bytes
    places: int = 1
    says: str = "in place of the marker"


def split_marker() -> str:
    pieces = ("{", "{ Må", "nedens", "_", "PA", "LS }", "}")
    proof = '<w:proofErr w:type="spellStart"/>'
    mark = '<w:bookmarkStart w:id="7" w:name="_GoBack"/>'
    runs = [run(one, bold=at % 2 == 0) for at, one in enumerate(pieces)]
    return p(runs[0], proof, runs[1], mark, *runs[2:5], '<w:bookmarkEnd w:id="7"/>', *runs[5:])


def control(inner: str, name: str = "Månedens PALS", more: str = "") -> str:
    facts = f'<w:alias w:val="{name}"/><w:id w:val="1234"/>{more}'
    return f"<w:sdt><w:sdtPr>{facts}</w:sdtPr><w:sdtContent>{inner}</w:sdtContent></w:sdt>"


def busy_plan() -> bytes:
    """Return a plan with tracked changes, a comment, fields and what no program knows."""
    who = 'w:id="901" w:author="Kari" w:date="2026-11-20T08:00:00Z"'
    body = (
        f'<w:p w14:paraId="1A2B3C4D" plan:mood = \'glad "uke"\'>'
        f"<w:ins {who}>{run('Ny tekst ')}</w:ins>"
        f"<w:del {who.replace('901', '902')}><w:r><w:delText>{MARKER}</w:delText></w:r></w:del>"
        "</w:p>"
        f'<w:p><w:commentRangeStart w:id="3"/>{run("Husk matpakke")}<w:commentRangeEnd w:id="3"/>'
        '<w:r><w:commentReference w:id="3"/></w:r></w:p>'
        '<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve">'
        f' DATE "{MARKER}" </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>'
        f'{run("20.11.2026")}<w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>'
        '<plan:extra   plan:x="1"><plan:deep/></plan:extra><?teacher note?><!-- {{ pals }} -->'
        f"{DAYS}<w:p><w:ins {who.replace('901', '903')}>{run(MARKER)}</w:ins></w:p>"
        f"<w:p><w:r><w:t>A &amp; B &#229; <![CDATA[<mat>]]></w:t></w:r></w:p>"
    )
    comments = (
        f'{HEAD}<w:comments xmlns:w="{W}"><w:comment w:id="3" w:author="Kari"><w:p><w:r><w:t>'
        f"{MARKER}</w:t></w:r></w:p></w:comment></w:comments>"
    )
    refers = f'<Relationship Id="rId5" Type="{R}/comments" Target="comments.xml"/>'
    listed = (
        '<Override PartName="/word/comments.xml" ContentType="application/vnd.openxmlformats-'
        'officedocument.wordprocessingml.comments+xml"/>'
    )
    return package(body, more={"word/comments.xml": comments}, refers=refers, listed=listed)


def encoded_plan(codec: str, declared: str, mark: bytes = b"") -> bytes:
    content = parts(package(p("Ukeplan på ærlig norsk") + DAYS + p(MARKER) + p("")))
    text = (
        content["word/document.xml"].decode().replace('encoding="UTF-8"', f'encoding="{declared}"')
    )
    return zipped(content | {"word/document.xml": mark + text.encode(codec)})


def renamed_plan() -> bytes:
    """Return a plan whose markup has other prefixes, and none of them w."""
    content = parts(package(DAYS + p("SOSIALT: Jeg kan dele.") + p("Hilsen oss")))
    text = content["word/document.xml"].decode().replace("xmlns:w=", "xmlns:ns0=")
    text = text.replace("<w:", "<ns0:").replace("</w:", "</ns0:").replace(" w:", " ns0:")
    return zipped(content | {"word/document.xml": text.encode()})


def default_prefix_plan() -> bytes:
    """Return a plan whose elements have no prefix at all."""
    content = parts(package(p(MARKER) + p("Hilsen oss")))
    text = content["word/document.xml"].decode().replace("xmlns:w=", f'xmlns:n="{W}" xmlns=')
    text = text.replace("<w:", "<").replace("</w:", "</").replace(" w:", " n:")
    return zipped(content | {"word/document.xml": text.encode()})


def merged_plan() -> bytes:
    """Return a table whose SOSIALT spans two rows, beside a cell that does too."""
    start, on = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
    rows = (
        row(cell("Fag"), cell("Mål"), cell("Lekse")),
        row(cell("Sosialt:", facts=start), cell("Jeg kan vente.", facts=start), cell("Les.")),
        row(cell(facts=on), cell(facts=on), cell("Regn."), facts=""),
        row(cell("Norsk"), cell("Ord"), facts='<w:gridAfter w:val="1"/>'),
    )
    return package(table(*rows, grid=(2000, 4000, 3000)) + p(""))


def head_plan() -> bytes:
    """Return a table whose heads stand above what they are of, the row moved in."""
    rows = (
        row(cell("NORSK"), cell("SOSIALT"), cell("MATTE"), facts='<w:gridBefore w:val="1"/>'),
        row(cell("Uke 49"), cell("Ord"), cell("Jeg kan dele."), cell("Tall")),
    )
    return package(table(*rows, grid=(1500, 2500, 2500, 2500)) + p(""))


def kinds() -> dict[str, Kind]:
    """Return every kind by name."""
    beside, under = 'beside "', 'under "'
    inner = table(row(cell("Uke 49", MARKER, width=3000)), grid=(3000,))
    samples = dict(zip(("table", "box", "columns"), sample_plans().values(), strict=True))
    two = section(more='<w:type w:val="continuous"/>')
    return {
        "a whole plan with a table": Kind(samples["table"], says=beside),
        "a whole plan with a text box": Kind(samples["box"]),
        "a whole plan in columns": Kind(samples["columns"], says=under),
        "a marker of its own": Kind(package(DAYS + p(MARKER) + p("Hilsen oss"))),
        "a marker last": Kind(package(DAYS + p(MARKER))),
        "a marker between tables": Kind(package(DAYS + p(MARKER) + DAYS + p(""))),
        "two markers in a row": Kind(package(DAYS + p(MARKER) + p(MARKER) + p("")), 2),
        "a marker over runs": Kind(package(split_marker() + DAYS + p(""))),
        "a marker among words": Kind(package(p("Se her: ", MARKER, " Hilsen oss") + DAYS + p(""))),
        "a marker with tabs": Kind(
            package(p(run("{{ månedens"), "<w:r><w:tab/></w:r>", run("pals}}")))
        ),
        "a marker in a link": Kind(
            package(f'<w:p><w:hyperlink w:anchor="x">{run(MARKER)}</w:hyperlink></w:p>' + p(""))
        ),
        "a marker where a section ends": Kind(package(p(run(MARKER), facts=two) + p("Slutt"))),
        "a marker in a cell": Kind(
            package(table(row(cell(MARKER, width=4000), cell("Hei")), grid=(4000, 5000)) + p(""))
        ),
        "a marker in a nested table": Kind(
            package(table(row(cell(inner, p(""), width=5000)), grid=(5000,)) + p(""))
        ),
        "a marker in a text box": Kind(package(p(text_box("Hei", MARKER)) + p(""))),
        "a text box without its copy": Kind(package(p(text_box(MARKER, fallback=False)) + p(""))),
        "a marker in the header": Kind(header_plan(p("Lia skole") + p(MARKER))),
        "a marker in the footer": Kind(header_plan(p(MARKER), "footer")),
        "a control": Kind(package(DAYS + control(p("Klikk her")) + p(""))),
        "a control last in a cell": Kind(
            package(table(row(cell("Uke", control(p("Klikk")), p(""))), grid=(9000,)) + p(""))
        ),
        "a control among words": Kind(package(p("Se ", control(run("her"))) + p(""))),
        "a control around a cell": Kind(
            package(table(row(control(cell("Hei", p("")))), grid=(9000,)) + p(""))
        ),
        "a control for plain text": Kind(
            package(control(p("Skriv ", MARKER), "Beskjed", "<w:text/>") + p(""))
        ),
        "a bookmark": Kind(
            package(
                '<w:p><w:bookmarkStart w:id="5" w:name="Månedens_PALS"/><w:bookmarkEnd w:id="5"/>'
                "</w:p>" + DAYS + p("")
            ),
            says="at the bookmark",
        ),
        "a bookmark between blocks": Kind(
            package(
                DAYS
                + '<w:bookmarkStart w:id="5" w:name="manedens_pals"/><w:bookmarkEnd w:id="5"/>'
                + DAYS
                + p("")
            ),
            says="at the bookmark",
        ),
        "a busy plan": Kind(busy_plan()),
        "UTF-16": Kind(encoded_plan("utf-16", "UTF-16")),
        "UTF-16, high byte first": Kind(encoded_plan("utf-16-be", "UTF-16", b"\xfe\xff")),
        "Latin letters": Kind(encoded_plan("cp1252", "windows-1252")),
        "UTF-8 with a mark": Kind(encoded_plan("utf-8-sig", "UTF-8")),
        "other prefixes": Kind(renamed_plan(), says=under),
        "no prefix": Kind(default_prefix_plan()),
        "a label": Kind(package(p("MÅNEDENS PALS:") + DAYS + p("")), says=under),
        "a label beside an empty cell": Kind(
            package(
                table(
                    row(cell("Månedens PALS"), cell()),
                    row(cell("Norsk"), cell("Ord")),
                    grid=(3000, 6000),
                )
                + p("")
            ),
            says=beside,
        ),
        "a label above an empty cell": Kind(
            package(
                table(
                    row(cell("Månedens", "PALS"), cell("Norsk")),
                    row(cell(), cell("Ord")),
                    grid=(3000, 6000),
                )
                + p("")
            ),
            says=beside,
        ),
        "a label with no room beside": Kind(
            package(table(row(cell("Månedens PALS"), cell("Norsk")), grid=(3000, 6000)) + p("")),
            says=under,
        ),
        "social beside": Kind(package(week(social_row("Jeg kan vente.")) + p("")), says=beside),
        "social in its own cell": Kind(
            package(
                week(row(cell("SOSIALT: Jeg kan vente.", facts='<w:gridSpan w:val="5"/>'))) + p("")
            ),
            says=beside,
        ),
        "social above": Kind(head_plan(), says=beside),
        "social, merged": Kind(merged_plan(), says=beside),
        "social outside tables": Kind(
            package(
                p("Sosialt mål", style="Overskrift2")
                + p("Jeg kan vente.")
                + p("LEKSER")
                + DAYS
                + p("")
            ),
            says=under,
        ),
        "no grid": Kind(
            package(table(row(cell("Sosialt mål", width=2500), cell("Hei", width=5000))) + p("")),
            says=beside,
        ),
        "lying": Kind(
            package(week(social_row("Hei", width=14000), width=14000) + p(""), section(LYING)),
            says=beside,
        ),
        "another face": Kind(
            package(week(social_row("Hei")) + p(""), more={"word/styles.xml": styles(FACE, 9)}),
            says=beside,
        ),
    }

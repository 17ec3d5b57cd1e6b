"""One page that stands alone: in a browser, pasted into a mail, or printed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from pipeline.formats.html.blocks import PER_POINT, Blocks
from pipeline.formats.html.elements import Markup, tag
from pipeline.paper.flow import Flow, Run, Words, walk
from pipeline.paper.sheet import Letters, Picture

COLUMN, LEAST = 680, 16.0  # pixels: the widest, and the smallest letters of running text
FALLBACK = "'Noto Sans','Segoe UI',Roboto,Arial,sans-serif"
POLICY = "default-src 'none'; img-src data:; style-src 'unsafe-inline'; base-uri 'none'"
USUAL = Letters("Nunito", 400, 12.0, "#22252b")
LOOKS = """
h1,h2,h3,h4,h5,h6,p,li,td,th{{overflow-wrap:break-word}}
.wide{{overflow-x:auto}}
a:focus-visible,.wide:focus-visible{{outline:3px solid;outline-offset:2px}}
@media screen and (max-width:520px){{
.stack,.stack tbody,.stack tr,.stack td{{display:block!important;width:auto!important}}
.stack td:empty,.data td:empty{{display:none!important}}
.stack img{{width:100%!important}}
.pairs tr{{display:grid;grid-template-columns:auto 1fr}}
.pairs td{{width:auto!important}}
.letterhead tr{{display:flex;flex-wrap:wrap;align-items:center}}
.letterhead td{{box-sizing:border-box}}
.letterhead td:nth-child(2){{flex:1;width:auto!important}}
.letterhead td:nth-child(3){{flex-basis:100%;padding-top:6px!important}}
.letterhead td:nth-child(3) *{{text-align:start!important}}
.data,.data tbody,.data tr,.data td{{display:block!important;width:auto!important}}
.data,.data tr{{height:auto!important}}
.data thead{{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}}
.data tr+tr{{margin-top:10px}}
.data td{{padding:10px 14px 6px!important;hyphens:auto}}
.data td+td{{padding-top:2px!important;border-top:0!important}}
.data td:last-child{{padding-bottom:12px!important}}
.data td::before{{content:attr(data-label);display:block;font-size:14px;font-weight:700}}
}}
@media print{{
@page{{size:{size};margin:{margins}}}
html,body,table,td,th{{print-color-adjust:exact;-webkit-print-color-adjust:exact}}
.paper{{max-width:none!important;padding:0!important}}
h1,h2,h3,h4,h5,h6{{break-after:avoid}}
tr,li,figure{{break-inside:avoid}}
p,li{{orphans:2;widows:2}}
.wide{{overflow:visible}}
a[href^="http"]::after{{content:" (" attr(href) ")";font-weight:400;overflow-wrap:anywhere}}
}}
"""


def page(flow: Flow, pictures: Callable[[Picture, float], Path]) -> str:
    """Return the paper as one page of markup."""
    body = _body(flow)
    scale = max(1.0, LEAST / (body.size * PER_POINT))
    writer = Blocks(flow.language, flow.rtl, pictures, scale, body.family)
    parts = (
        ("header", replace(writer, letterhead=True), flow.head),
        ("main", writer, flow.blocks),
        ("footer", writer, flow.foot),
    )
    told = [tag(name, one.told(blocks)) for name, one, blocks in parts if blocks]
    paper = tag(
        "div",
        *told,
        class_="paper",
        style=f"max-width:{COLUMN - 40}px;margin:0 auto;padding:20px",
    )
    style = (
        f"margin:0;background:#ffffff;color:{body.colour};font-family:'{body.family}',{FALLBACK}"
    )
    whole = tag(
        "html",
        _head(flow),
        tag("body", paper, style=style),
        lang=flow.language,
        dir="rtl" if flow.rtl else None,
    )
    return f"<!doctype html>\n{whole}\n"


def _head(flow: Flow) -> Markup:
    wide, high = flow.page
    left, top, right, bottom = flow.margins
    margins = " ".join(f"{one:g}mm" for one in (top, right, bottom, left))
    looks = LOOKS.format(size=f"{wide:g}mm {high:g}mm", margins=margins)
    return tag(
        "head",
        tag("meta", charset="utf-8"),
        tag("meta", name="viewport", content="width=device-width, initial-scale=1"),
        tag("meta", http_equiv="Content-Security-Policy", content=POLICY),
        tag("meta", name="color-scheme", content="light"),
        tag("title", flow.title.replace("\n", " ")),
        tag("style", Markup(looks)),
    )


def _body(flow: Flow) -> Letters:
    """Return the letters of most of the running text."""
    found: Counter[Letters] = Counter()
    for one in walk(flow):
        if isinstance(one, Words) and one.kind in ("paragraph", "item"):
            for run in one.runs:
                if isinstance(run, Run):
                    found[run.letters] += len(run.text)
    return found.most_common(1)[0][0] if found else USUAL

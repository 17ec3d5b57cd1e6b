"""HTML says all, lets nothing break out, asks for nothing, and keeps its looks in a mail."""

import os
import re
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path

import pytest

from pipeline.formats import html
from pipeline.paper.flow import Cell, Flow, PageBreak, Run, Table, Words
from tests.formats.letter import BODY, BOLD, FILM, INK, LAST, TEXTS, code, letter, prepared, said

GOLDEN = Path(__file__).parent / "golden" / "letter-nb.html.txt"
HOSTILE = (
    '"><script>alert(1)</script>',
    "</style></title><img src=x onerror=alert(1)>",
    "' onmouseover='alert(1)",
    "&lt;b&gt; & <!-- --> ]]>",
    "{0} {name} %s \\ \u202e\u2028",
)
EMPTY = ("meta", "br", "img")
OUTSIDE = re.compile(r"""\bsrc="(?!data:)|@import|<link|<iframe|<object|<base|<script|url\(""")


class Tree(HTMLParser):
    """Every element with its attributes and words; one left open is a fault."""

    def __init__(self, markup):
        super().__init__()
        self.all, self.open, self.faults = [], [], []
        self.feed(markup)
        self.close()
        self.faults += [one["tag"] for one in self.open]

    def handle_starttag(self, name, attributes):
        one = {"tag": name, "words": "", "depth": len(self.open), **dict(attributes)}
        self.all.append(one)
        if name not in EMPTY:
            self.open.append(one)

    def handle_endtag(self, name):
        if not self.open or self.open.pop()["tag"] != name:
            self.faults.append(name)

    def handle_data(self, data):
        for one in self.open:
            one["words"] += data

    def named(self, *names):
        return [one for one in self.all if one["tag"] in names]


def made(*blocks, **more):
    return html.paint(Flow("x", "nb", blocks, **more), prepared).decode("utf-8")


@pytest.fixture(scope="module", params=TEXTS)
def page(request):
    return html.paint(letter(request.param, *LAST), prepared).decode("utf-8")


def outline(markup):
    """Return elements with what a reader is told of them."""
    lines = []
    for one in Tree(markup).all:
        if one["tag"] not in ("path", "head", "meta", "style", "tr", "thead", "tbody"):
            told = [f"{key}={one[key][:60]}" for key in TOLD if one.get(key)]
            leaf = one["words"].strip() if one["tag"] in LEAVES else ""
            lines.append("  " * one["depth"] + " ".join([one["tag"], *told, leaf]).rstrip())
    return "\n".join(lines) + "\n"


TOLD = ("lang", "dir", "role", "scope", "alt", "aria-label", "aria-hidden", "href", "start")
LEAVES = ("h1", "h2", "h3", "p", "li", "a", "strong", "span", "title")


def test_what_it_says_is_known():
    now = outline(html.paint(letter("nb", *LAST), prepared).decode("utf-8"))
    if os.environ.get("RENEW"):
        GOLDEN.write_text(now, encoding="utf-8")
    assert now == GOLDEN.read_text(encoding="utf-8")


def test_it_is_sound_and_comes_from_nowhere_else(page):
    tree = Tree(page)
    assert tree.faults == []
    assert OUTSIDE.findall(page) == []
    assert [one["tag"] for one in tree.all].count("h1") == 1
    assert {one["href"] for one in tree.named("a")} == {FILM}
    assert all(one["alt"] for one in tree.named("img"))
    assert all(one["scope"] == "col" for one in tree.named("th"))
    assert all(("role" in one) != ("aria-hidden" in one) for one in tree.named("svg"))


@pytest.mark.parametrize("planted", ['<img src="a">', "<script>1</script>", "url(//x.no/a)"])
def test_what_would_come_from_elsewhere_is_seen(planted, page):
    assert OUTSIDE.findall(page + planted)


@pytest.mark.parametrize("words", HOSTILE)
def test_no_word_breaks_out(words):
    def shown(text):
        runs = (Run(text, BODY, language=text), Run(text, BOLD, link=f"https://x.no/{text}"))
        blocks = (said(text, kind="title"), Words(runs), code(text))
        return Tree(html.paint(Flow(text, "nb", blocks), prepared).decode("utf-8"))

    hostile, plain = shown(words), shown("vanlig")
    assert hostile.faults == []
    assert [one["tag"] for one in hostile.all] == [one["tag"] for one in plain.all]
    assert words in {one["words"] for one in hostile.named("h1", "strong", "span")}


def test_a_link_that_leads_to_no_page_is_none():
    runs = [Run("x", BODY, link=one) for one in ("javascript:alert(1)", "file:///a", "//x.no")]
    assert Tree(made(Words(tuple(runs)))).named("a") == []
    good = [Run("x", BODY, link=one) for one in ("https://x.no", "mailto:a@b.no", "tel:112")]
    assert len(Tree(made(Words(tuple(good)))).named("a")) == 3


def test_languages_and_ways_are_told():
    arabic = html.paint(letter("ar"), prepared).decode("utf-8")
    assert '<html lang="ar" dir="rtl">' in arabic
    (span,) = Tree(made(Words((Run("Hei ", BODY), Run("مرحبا", BODY, "ar"))))).named("span")
    assert (span["lang"], span["dir"]) == ("ar", "rtl")
    assert '<html lang="nb">' in made(said("x"))


def test_lists_are_lists_and_go_on_where_they_should():
    items = [said("x", kind="item", number=at) for at in (1, 2, 1, 2)]
    tree = Tree(made(*items, said("y"), said("x", kind="item", number=3), said("z", kind="item")))
    assert [one.get("start") for one in tree.named("ol")] == [None, None, "3"]
    assert len(tree.named("ul")) == 1
    assert len(tree.named("li")) == 6
    assert len(tree.named("p")) == 1


def test_pages_are_not_counted_and_break_in_print_alone(page):
    assert "Side" not in Tree(page).named("footer")[0]["words"]
    (after,) = (
        one
        for one in Tree(made(said("a"), PageBreak(), said("b"))).all
        if "break-before:page" in one.get("style", "")
    )
    assert after["words"] == "b"


def test_looks_stand_in_each_element():
    for one in Tree(made(said("x"), said("y", kind="item"))).named("p", "li"):
        assert f"color:{INK}" in one["style"]
        assert "font-size:16px" in one["style"]


def test_many_columns_are_moved_sideways_by_the_keyboard_too():
    row = tuple(Cell((said(str(at)),)) for at in range(6))
    (wide,) = (
        one for one in Tree(made(Table((20.0,) * 6, (row, row)))).all if one.get("role") == "region"
    )
    assert (wide["role"], wide["tabindex"], wide["aria-label"][:9]) == ("region", "0", "0 · 1 · 2")


def rows_of(*sizes, text="x", laid=True):
    """Return a table of so many columns."""
    row = tuple(Cell((said(text),)) for _ in sizes)
    return Table(sizes, (row, row), laid=laid)


def test_only_a_letterhead_gives_way_as_one():
    three = rows_of(50.0, 50.0, 50.0)
    found = Tree(made(three, head=(three,))).named("table")
    assert [one["class"] for one in found] == ["letterhead", "stack"]


def test_codes_stay_beside_their_words():
    row = tuple(Cell((one,)) for one in (code("x"), said("y")))
    pair, pairs = (
        Table((27.0, 60.0), (row,), laid=True),
        Table((27.0, 60.0) * 2, (row * 2,), laid=True),
    )
    assert [one.get("class") for one in Tree(made(pair, pairs)).named("table")] == [None, "pairs"]


def test_cells_of_a_card_tell_which_column_they_are_of():
    tree = Tree(made(rows_of(50.0, 50.0, text="Uke", laid=False)))
    assert [one.get("data-label") for one in tree.named("td")] == [None, "Uke"]
    roles = ["table", "rowgroup", "row", "columnheader", "columnheader", "rowgroup", "row"]
    found = [one["role"] for one in tree.all if one.get("role")]
    assert found == [*roles, "cell", "cell"]


@pytest.mark.parametrize(("asked", "given"), [(400, 400), (600, 400), (700, 700), (900, 900)])
def test_half_bold_letters_are_plain_where_ours_are_missing(asked, given):
    letters = replace(BODY, weight=asked)
    (one,) = Tree(made(Words((Run("x", letters),)))).named("p")
    assert f"font-weight:{given};" in one["style"]


def test_a_sign_stays_with_its_name():
    tree = Tree(html.paint(letter("ar"), prepared).decode("utf-8"))
    kept = [one["words"] for one in tree.named("span") if "nowrap" in one.get("style", "")]
    assert kept == [f"\u00a0{name}" for _, _, name, _ in TEXTS["ar"]["values"]]


def test_days_stay_with_their_months():
    (one,) = Tree(made(said("Fra 7. september"))).named("p")
    assert one["words"] == "Fra 7.\u00a0september"


def test_it_is_always_alike():
    assert made(*letter().blocks) == made(*letter().blocks)

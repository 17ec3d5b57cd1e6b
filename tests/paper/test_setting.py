"""A text is set into pages: nothing is lost, wider than its column, or alone at a page's edge."""

import os
import re
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.paper import check
from pipeline.paper.flow import Cell, Flow, Mark, PageBreak, Run, Sketch, Table, Words
from pipeline.paper.setting import set_pages
from pipeline.paper.setting.strips import Room
from pipeline.paper.setting.words import set_in
from pipeline.paper.sheet import Group, Letters, Picture, Row, Shape, walk
from pipeline.problems import Faults
from tests.paper.letters import BODY, HEAD, TITLE, WORDS, letter, words

GOLDEN = Path(__file__).parent / "golden"
LONG = "Vi øver på å vente på tur, og vi hilser på hverandre når vi møtes i gangen. "


def said(paper):
    """Return the paper as text: each line at its place, within the names of its groups."""
    for number, sheet in enumerate(paper.sheets, 1):
        yield f"page {number}"
        for item, above in walk(sheet.items):
            if isinstance(item, Row):
                kinds = "/".join(group.kind for group in above)
                at = f"{min(one.x for one in item.pieces):.1f},{item.baseline:.1f}"
                yield f"  {kinds} {at} {'|'.join(one.text for one in item.pieces)}"


def rows(paper, kind=None):
    found = []
    for number, sheet in enumerate(paper.sheets):
        for item, above in walk(sheet.items):
            kinds = [one.kind for one in above]
            if isinstance(item, Row) and "again" not in kinds and (not kind or kind in kinds):
                found.append((number, item))
    return found


def plain(*blocks, **more):
    title = words("Tittel", TITLE, "title")
    return Flow("Tittel", "nb", (title, *blocks), **more)


def told(runs):
    return " ".join("".join(run.text for run in runs).replace("\u200b", "").split())


@pytest.mark.parametrize("language", ["nb", "ar"])
def test_a_letter_is_set_as_it_was(language):
    file, found = GOLDEN / f"letter-{language}.txt", "\n".join(said(set_pages(letter(language))))
    if os.environ.get("RENEW"):
        file.parent.mkdir(exist_ok=True)
        file.write_text(found + "\n", encoding="utf-8")
    assert found + "\n" == file.read_text(encoding="utf-8")


@pytest.mark.parametrize("language", WORDS)
def test_a_letter_is_sound_in_each_language(language):
    paper = set_pages(letter(language))
    assert check.faults(paper) == []
    assert len(paper.sheets) == 1


SCRIPTS = (
    "Respekt, mot hverandre: Tverrfaglighetsundervisningsopplegg kl. 18.00 (SFO) – 8. februar",
    "مدرسة الأطفال، يلعبون (في) الساحة. 12 2027 Heggdal",
    "ቤት ትምህርቲ፡ሕጂ። ኣብ",
    "วันนี้เรามีการประชุมรวมทั้งโรงเรียน นักเรียน",
    "https://heggdal.example.no/pals/foreldre/brev_om_skolegaarden?uke=2 Ґанок ź",
)
RUNS = st.builds(
    Run,
    st.lists(st.sampled_from(" ".join(SCRIPTS).split()), min_size=1, max_size=9).map(
        lambda some: " ".join(some) + " "
    ),
    st.builds(
        Letters,
        st.just("Nunito"),
        st.sampled_from([400, 800]),
        st.floats(8, 20),
        st.just("#222222"),
    ),
    st.sampled_from([None, "nb", "ar"]),
    st.sampled_from(["", "https://example.no/"]),
)


@settings(max_examples=60, deadline=None)
@given(st.lists(RUNS, min_size=1, max_size=5), st.floats(35, 180), st.booleans())
def test_any_runs_are_set_within_their_column_and_nothing_is_lost(runs, wide, rtl):
    room = Room(15.0, wide, "ar" if rtl else "nb", rtl)
    done = set_in(Words(tuple(runs)), room)
    lines = [one for items in done.lines for one in items if isinstance(one, Row)]
    for line in lines:
        spans = sorted((one.x, one.x + one.width) for one in line.pieces)
        # Pieces are measured apart and kerned together: a hair, less than what any paper may.
        assert spans[0][0] >= room.x - check.SLACK / 4
        assert spans[-1][1] <= room.x + wide + check.SLACK / 4
        assert all(a[1] <= b[0] + 0.01 for a, b in zip(spans, spans[1:], strict=False))
    read = "".join(one.text.replace("\u00ad", "") for one in lines)
    assert read.replace(" ", "") == told(runs).replace(" ", "")


BLOCKS = st.one_of(
    st.integers(1, 30).map(lambda n: words(LONG * n, after=6)),
    st.integers(1, 6).map(lambda n: words(f"Overskrift {n}", HEAD, "heading", 2, before=12)),
    st.integers(1, 4).map(lambda n: words(LONG * n, kind="item", number=n)),
    st.integers(1, 3).map(lambda n: words(LONG * n, kind="item", fill="#eeeeee")),
    st.just(PageBreak()),
    st.integers(10, 90).map(lambda n: Sketch((), 20.0, float(n), alt="Kode")),
    st.integers(2, 25).map(
        lambda n: Table(
            (40.0, 100.0),
            tuple((Cell((words(f"Rad {at}"),)), Cell((words(LONG),))) for at in range(n)),
            ("#cccccc", 0.5),
        )
    ),
)


@settings(max_examples=40, deadline=None)
@given(st.lists(BLOCKS, min_size=1, max_size=7), st.booleans())
def test_any_blocks_are_paged_soundly(blocks, rtl):
    flow = plain(*blocks, foot=(words("Foten"),), rtl=rtl)
    paper = set_pages(flow)
    assert check.faults(paper) == []
    wanted = [
        word
        for block in flow.blocks
        for one in (block.rows if isinstance(block, Table) else [[Cell((block,))]])
        for cell in one
        for inner in cell.blocks
        if isinstance(inner, Words)
        for word in inner.text.split()
    ]
    read = [
        word
        for _, row in rows(paper)
        for word in row.text.replace("\u00ad", "").split()
        if not re.fullmatch(r"•|\d\.|Foten", word)
    ]
    assert read == wanted
    for sheet in paper.sheets:
        lines = [one for one, _ in walk(sheet.items) if isinstance(one, Row)]
        assert lines[-1].text.strip() == "Foten"
        assert all(one.box.bottom <= lines[-1].box.y + 0.01 for one in lines[:-1])


def test_no_line_of_a_paragraph_stands_alone():
    for before in range(20, 46):
        filler = [words("x") for _ in range(before)]
        paper = set_pages(plain(*filler, words(LONG * 8)))
        pages = [number for number, row in rows(paper) if row.text.strip() != "x"][1:]
        assert min(pages.count(number) for number in set(pages)) >= 2


def test_a_heading_stays_with_what_it_heads():
    for before in range(25, 46):
        filler = [words("x") for _ in range(before)]
        heading = words("Overskrift", HEAD, "heading", 2)
        paper = set_pages(plain(*filler, heading, words(LONG * 4)))
        found = rows(paper)
        at = next(n for n, (_, row) in enumerate(found) if row.text == "Overskrift")
        assert found[at][0] == found[at + 1][0] == found[at + 2][0]


def test_a_farewell_does_not_stand_alone_on_the_last_page():
    for before in range(20, 46):
        filler = [words("x") for _ in range(before)]
        paper = set_pages(plain(*filler, words(LONG * 4), words("Hilsen\nPALS-teamet")))
        last = [row.text for number, row in rows(paper) if number == len(paper.sheets) - 1]
        assert len(last) > 2


def table(count):
    head = (Cell((words("Uke"),)), Cell((words("Mål"),)))
    body = [(Cell((words(str(n)),)), Cell((words(LONG * 2),))) for n in range(count)]
    return Table((20.0, 120.0), (head, *body))


def test_a_table_says_its_first_row_on_each_page_and_parts_no_row():
    paper = set_pages(plain(table(40)))
    assert len(paper.sheets) > 1
    for number, sheet in enumerate(paper.sheets):
        lines = [(i, above) for i, above in walk(sheet.items) if isinstance(i, Row)]
        first = next(above for line, above in lines if line.text == "Uke")
        assert ("again" in [one.kind for one in first]) == (number > 0)
    assert len({item.thread for s in paper.sheets for item in s.items if item.kind == "table"}) == 1


def test_a_row_higher_than_a_page_is_refused():
    with pytest.raises(Faults, match="higher than a page"):
        set_pages(plain(Table((150.0,), ((Cell((words("Uke"),)),), (Cell((words(LONG * 90),)),)))))


def test_what_follows_a_page_break_begins_a_page_without_space_above():
    paper = set_pages(plain(words("før", after=40), PageBreak(), words("etter", before=40)))
    (first, _), (second, row) = rows(paper)[1:]
    assert (first, second) == (0, 1)
    assert row.box.y == pytest.approx(15.0)


def test_the_larger_space_holds_between_blocks():
    found = [row for _, row in rows(set_pages(plain(words("a", after=9), words("b", before=4))))]
    assert found[2].box.y - found[1].box.bottom == pytest.approx(9 * 25.4 / 72)


def test_the_foot_counts_pages_and_is_read_once():
    paper = set_pages(replace(letter("nb"), blocks=(*letter("nb").blocks, words(LONG * 60))))
    counted = [
        row.text
        for sheet in paper.sheets
        for row, _ in walk(sheet.items)
        if isinstance(row, Row) and row.text.startswith("Side")
    ]
    assert counted == [f"Side {n} av {len(paper.sheets)}" for n in range(1, len(paper.sheets) + 1)]
    assert [row.text for _, row in rows(paper) if row.text.startswith("Side")] == counted[-1:]


def test_a_page_from_right_to_left_is_the_mirror_of_the_other():
    there, back = (
        set_pages(plain(table(2), words(LONG, kind="item"), rtl=rtl)).sheets[0]
        for rtl in (False, True)
    )
    lefts = [(i.box.x, i.box.w) for i, _ in walk(there.items) if isinstance(i, Row)]
    rights = [(i.box.x, i.box.w) for i, _ in walk(back.items) if isinstance(i, Row)]
    assert [(210 - x - w, w) for x, w in rights] == [pytest.approx(one) for one in lefts]


def test_one_coloured_box_is_round_and_its_picture_too():
    paper = set_pages(letter("nb"))
    (fact,) = [
        i
        for i, _ in walk(paper.sheets[0].items)
        if isinstance(i, Shape) and i.fill == "#fff8e3" and len(i.path) > 6 and i.path[0][1][1] > 80
    ][:1]
    assert sum(verb == "C" for verb, _ in fact.path) == 4
    radii = {
        i.art.digest: i.radius for i, _ in walk(paper.sheets[0].items) if isinstance(i, Picture)
    }
    assert radii["logo"] == 0 and radii["yard"] > 0


def test_words_after_a_mark_hang_clear_of_it():
    mark = Mark((), 4.0, "#ffffff")
    lines = set_in_block(Words((mark, Run(" " + LONG, BODY))))
    assert len({round(row.pieces[0].x, 2) for row in lines}) == 1
    assert lines[0].pieces[0].x > 15 + 4


def set_in_block(block):
    return [row for _, row in rows(set_pages(plain(block, page=(120.0, 297.0))))][1:]


def spoilt(paper, change):
    """Return the paper with `change` done to the first line that is read."""
    sheet = paper.sheets[0]
    at, group = next(
        (n, one) for n, one in enumerate(sheet.items) if getattr(one, "kind", "") == "paragraph"
    )
    items = (*sheet.items[:at], change(group), *sheet.items[at + 1 :])
    return replace(paper, sheets=(replace(sheet, items=items), *paper.sheets[1:]))


def _wide(group):
    row = group.items[-1]
    piece = replace(row.pieces[0], width=400.0)
    return replace(group, items=(replace(row, pieces=(piece,)),))


@pytest.mark.parametrize(
    ("fault", "change"),
    [
        ("its box does not", _wide),
        ("in a decoration", lambda group: Group("decoration", group.items)),
        ("has no meaning", lambda group: group.items[0]),
        ("there are 2 titles", lambda group: replace(group, kind="title")),
        ("is empty", lambda group: Group("bullets", ())),
        ("stands straight in a bullets", lambda group: Group("bullets", (group,))),
    ],
)
def test_a_planted_fault_is_seen(fault, change):
    assert any(fault in one for one in check.faults(spoilt(set_pages(letter("nb")), change)))


def test_a_poster_may_not_borrow_the_ways_of_a_text():
    paper = replace(set_pages(letter("nb")), runs_on=False)
    assert any("and this is none" in one for one in check.faults(paper))

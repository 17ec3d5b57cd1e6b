"""Numbers tell nothing, ties are said, and the sheets are sound for any count of drawings."""

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.contest import sheets
from pipeline.contest.count_sheet import count_sheet
from pipeline.contest.counting import Outcome, outcome
from pipeline.contest.entries import Entry, numbered
from pipeline.contest.sheets import Setting
from pipeline.language import codes, language
from pipeline.model import Art
from pipeline.paper.check import faults
from pipeline.paper.setting import set_pages
from pipeline.paper.sheet import Group, Text, pictures, walk
from tests.products.council import SCHOOLS
from tests.products.flows import told
from tests.products.sample import desk, printed

GOLDEN = Path(__file__).parent / "golden"
FILES = {"Ola.jpg": "b1", "Kari.jpg": "a2", "Per.jpg": "c3"}


def entry(number: int, **more) -> Entry:
    return Entry(number, Art(f"art-{number}", 900 + 40 * (number % 7), 700), **more)


def setting(code: str = "nb", odd: str = "full") -> Setting:
    at = desk(SCHOOLS[odd], "A4", code=code)
    return Setting(at.school, at.language, at.look)


def said(paper):
    return [
        " ".join(one.lines)
        for page in paper.sheets
        for one, _ in walk(page.items)
        if isinstance(one, Text)
    ]


# Numbers


def test_numbers_follow_the_contents_not_the_names():
    assert numbered(FILES, {}) == {"Kari.jpg": 1, "Ola.jpg": 2, "Per.jpg": 3}
    renamed = {"1.jpg": "a2", "2.jpg": "c3", "3.jpg": "b1"}
    assert numbered(renamed, {}) == {"1.jpg": 1, "2.jpg": 3, "3.jpg": 2}


def test_a_number_once_given_stays_and_is_never_given_again():
    assert numbered(FILES, {"Per.jpg": 1, "Gone.jpg": 7}) == {
        "Per.jpg": 1,
        "Kari.jpg": 8,
        "Ola.jpg": 9,
    }


@given(st.dictionaries(st.text(min_size=1), st.text("0123456789abcdef", min_size=8), max_size=30))
def test_every_file_has_a_number_of_its_own(marks):
    found = numbered(marks, {})
    assert sorted(found.values()) == list(range(1, len(marks) + 1))
    assert found == numbered(dict(reversed(list(marks.items()))), {})


# Who won


@pytest.mark.parametrize(
    ("votes", "places", "found"),
    [
        ({1: 3, 2: 9, 3: 1}, 1, Outcome((2,))),
        ({1: 3, 2: 9, 3: 1}, 2, Outcome((1, 2))),
        ({1: 3, 2: 3, 3: 1}, 1, Outcome((), (1, 2), 1)),
        ({1: 3, 2: 9, 3: 3}, 2, Outcome((2,), (1, 3), 1)),
        ({1: 3, 2: 3, 3: 3, 4: 9}, 3, Outcome((4,), (1, 2, 3), 2)),
        ({1: 3, 2: 3, 3: 3}, 3, Outcome((1, 2, 3))),
        ({1: 0, 2: 5}, 2, Outcome((2,))),
        ({1: 0, 2: 0}, 1, Outcome(())),
    ],
)
def test_who_won(votes, places, found):
    assert outcome(votes, places) == found


@given(st.dictionaries(st.integers(1, 40), st.integers(0, 9)), st.integers(1, 6))
def test_a_tie_never_lets_chance_decide(votes, places):
    found = outcome(votes, places)
    given_ = {one: count for one, count in votes.items() if count}
    assert len(found.winners) + found.left == min(places, len(given_))
    assert not set(found.winners) & set(found.tied)
    out = set(given_) - set(found.winners) - set(found.tied)
    for won in (*found.winners, *found.tied):
        assert all(votes[won] > votes[one] for one in out)
    assert len({votes[one] for one in found.tied}) <= 1
    assert bool(found.tied) == bool(found.left) and len(found.tied) != 1


# The sheets


@pytest.mark.parametrize("count", [1, 2, 3, 4, 5, 6, 7, 9, 10, 12, 13, 30])
@pytest.mark.parametrize("odd", ["full", "all that is long", "ink saved", "bare"])
def test_the_ballot_is_sound_for_any_count(count, odd):
    there = [entry(at) for at in range(1, count + 1)]
    paper = sheets.ballot(there, 1, setting(odd=odd))
    assert faults(paper) == []
    assert [one.art.digest for one in pictures(paper)] == [f"art-{n}" for n in range(1, count + 1)]
    assert len(paper.sheets) == max(1, -(-count // 12))


def test_each_picture_is_known_by_its_number_alone():
    there = [entry(at, year=5, name="Kari") for at in (3, 1, 2)]
    paper = sheets.ballot(there, 2, setting())
    alts = [
        one.alt
        for one, _ in walk(paper.sheets[0].items)
        if isinstance(one, Group) and one.kind == "figure"
    ]
    assert alts == [f"Tegning nummer {at}" for at in (1, 2, 3)]
    text = " ".join(said(paper))
    assert "Sett kryss ved 2 tegninger" in text and "Kari" not in text and "trinn" not in text


def test_winners_are_credited_as_the_guardians_allow():
    there = [entry(1, year=5), entry(2, name="Kari", year=6), entry(3), entry(4, name="Per")]
    votes = {1: 4, 2: 9, 3: 6, 4: 1}
    paper = sheets.winners(there, votes, outcome(votes, 3), setting())
    text = said(paper)
    assert [one for one in text if one.startswith("Tegnet av")] == [
        *("Tegnet av: elev, 5. trinn", "Tegnet av: Kari", "Tegnet av: elev"),
    ]
    assert "Vinnerne" in text and "20 stemmer er talt opp." in text
    assert not any("Per" in one or "Nummer 4" in one for one in text)
    assert faults(paper) == []


def test_nobody_is_ranked_beyond_the_winner():
    votes = {1: 4, 2: 9, 3: 6}
    paper = sheets.winners([entry(at) for at in votes], votes, outcome(votes, 1), setting())
    assert "Vinneren" in said(paper) and len(list(pictures(paper))) == 1
    assert not any(one.startswith(("4 ", "6 ")) for one in said(paper))


def test_a_tie_is_said_with_how_to_resolve_it():
    votes = {1: 4, 2: 9, 3: 4, 4: 1}
    paper = sheets.winners([entry(at) for at in votes], votes, outcome(votes, 2), setting())
    text = " ".join(said(paper))
    assert "Nummer 1 og 3 fikk like mange stemmer. Stem på nytt bare mellom dem." in text
    assert "Så mange skal vinne: 1." in text and "Vinneren" in text
    votes = {1: 1, 2: 1}
    paper = sheets.winners([entry(1), entry(2)], votes, outcome(votes, 1), setting())
    assert "Uavgjort" in said(paper) and "Vinneren" not in said(paper)
    assert faults(paper) == []


@pytest.mark.parametrize("count", [1, 10, 60])
def test_the_count_has_a_line_for_each_number(count):
    flow = count_sheet([entry(at) for at in range(1, count + 1)], setting())
    table = next(one for one in flow.blocks if hasattr(one, "rows"))
    labels = [row[0].blocks[0].text for row in table.rows[1:]]
    assert labels == ["Klasse", *map(str, range(1, count + 1)), "Ugyldige"]
    assert faults(set_pages(flow)) == []


@pytest.mark.parametrize("code", codes())
def test_golden(code):
    at, there = setting(code), [entry(number, year=number) for number in range(1, 6)]
    votes = {1: 1, 2: 8, 3: 5, 4: 5, 5: 0}
    papers = (
        sheets.ballot(there, 1, at),
        sheets.winners(there, votes, outcome(votes, 2), at),
        sheets.winners(there, votes, outcome(votes, 3), at),
    )
    now = "\n".join([*map(printed, papers), told(count_sheet(there, at))])
    golden = GOLDEN / f"contest-{code}.txt"
    if os.environ.get("RENEW"):
        golden.parent.mkdir(exist_ok=True)
        golden.write_text(now, encoding="utf-8")
    assert now == golden.read_text(encoding="utf-8")
    if code == "nn":
        assert not {"ikke", "tegning", "stemmer", "vinner"} & set(now.casefold().split())
    assert language(code).say("a pupil")

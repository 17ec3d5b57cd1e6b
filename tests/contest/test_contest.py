"""Numbers tell nothing, ties are said, and the sheets are sound for any count of drawings."""

import os
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.contest import sheets
from pipeline.contest.count_sheet import count_sheet
from pipeline.contest.counting import Outcome, once_more, outcome
from pipeline.contest.entries import Entry, numbered
from pipeline.contest.sheets import Setting
from pipeline.intake import tally
from pipeline.language import codes, language
from pipeline.model import Art, Stage
from pipeline.paper.check import faults
from pipeline.paper.flow_check import flow_faults
from pipeline.paper.setting import set_pages
from pipeline.paper.sheet import Group, Text, pictures, walk
from pipeline.problems import Gathered, Sourced
from tests.products.council import SCHOOLS
from tests.products.flows import heads, tables, told
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
    renamed = {"IMG_1.jpg": "a2", "IMG_2.jpg": "c3", "5A 3.jpg": "b1"}
    assert numbered(renamed, {}) == {"IMG_1.jpg": 1, "IMG_2.jpg": 3, "5A 3.jpg": 2}


def test_a_file_named_by_a_number_alone_keeps_it():
    marks = {"7.jpg": "c", "012.png": "b", "Nr. 3.jpg": "a", "Ola.jpg": "d", "2026.jpg": "e"}
    found = {"7.jpg": 7, "012.png": 12, "Nr. 3.jpg": 3, "Ola.jpg": 13, "2026.jpg": 14}
    assert numbered(marks, {}) == found
    assert numbered({"7.jpg": "c"}, {"Gone.jpg": 7}) == {"7.jpg": 8}


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


@pytest.mark.parametrize(
    ("found", "votes", "after"),
    [
        (Outcome((7,), (3, 12), 1), {3: 2, 12: 5}, Outcome((7, 12))),
        (Outcome((), (1, 2, 3), 2), {1: 4}, Outcome((1,), (2, 3), 1)),
        (Outcome((), (1, 2), 1), {1: 3, 2: 3}, Outcome((), (1, 2), 1)),
        (Outcome((9,), (1, 2), 1), {1: 1, 2: 0}, Outcome((1, 9))),
    ],
)
def test_who_won_when_those_tied_were_voted_for_again(found, votes, after):
    assert once_more(found, votes) == after


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
    assert "Sett ett eller to kryss." in text and "Kari" not in text and "trinn" not in text


def test_winners_are_credited_as_the_guardians_allow():
    there = [entry(1, year=5), entry(2, name="Kari", year=6), entry(3), entry(4, name="Per")]
    paper = sheets.winners(there, (3, 2, 1), setting())
    text = said(paper)
    assert [one for one in text if one.startswith("Tegning")] == [
        *("Tegning: elev, 5. trinn", "Tegning: Kari", "Tegning: elev"),
    ]
    assert "Vinnerne" in text and "Valgt av elevene. Rekkefølgen betyr ingenting." in text
    assert not any("Per" in one for one in text)
    assert faults(paper) == []


@pytest.mark.parametrize("place", ["", "Garderoben"])
@pytest.mark.parametrize("odd", ["full", "all that is long", "ink saved", "bare"])
@pytest.mark.parametrize("count", [1, 2, 5, 9])
def test_nobody_is_ranked_on_the_winners_sheet(count, odd, place):
    name = "Kari-Marie Alexandra Wilhelmine"
    there = [entry(at, year=5, name=name * (at == 31)) for at in range(31, 31 + count)]
    at = replace(setting(odd=odd), place=place)
    paper = sheets.winners(there, [one.number for one in reversed(there)], at)
    assert faults(paper) == []
    text = " ".join(one for one in said(paper) if "Side 1" not in one).replace("5. trinn", "")
    assert not any(one.isdigit() for one in text.replace(str(at.school.name), ""))
    assert text.count(": garderoben") == text.casefold().count("garderoben") == bool(place)
    assert [one.art.digest for one in pictures(paper)] == [f"art-{one.number}" for one in there]
    alts = {
        one.alt
        for one, _ in walk(paper.sheets[0].items)
        if isinstance(one, Group) and one.kind == "figure"
    }
    assert alts == {"Tegning av et sted: garderoben" if place else "Tegning som vant"}


def test_a_new_ballot_has_those_that_are_tied():
    paper = sheets.ballot([entry(3), entry(12)], 1, replace(setting(), place="Skjerm"), again=True)
    text = said(paper)
    assert "Stem på nytt" in text and "Nummer 12" in text and faults(paper) == []
    assert any(one.endswith(": skjerm") for one in text)


def counted(count, odd="full", votes=1):
    flow = count_sheet([entry(at) for at in range(1, count + 1)], votes, setting(odd=odd))
    assert faults(set_pages(flow)) == [] == flow_faults(flow)
    return flow, tables(flow)


@pytest.mark.parametrize("count", [1, 2, 10, 11, 60])
@pytest.mark.parametrize("odd", ["full", "no classes", "one class", "all that is long"])
def test_the_count_has_a_column_for_each_number_and_a_line_for_each_class(count, odd):
    flow, there = counted(count, odd)
    numbers = [head for one in there for head in heads(one) if head.isdigit()]
    assert numbers == [str(at) for at in range(1, count + 1)]
    names = [str(one) for stage in setting(odd=odd).school.taught for one in stage.classes]
    for one in there:
        labels = [" ".join(words.text for words in row[0].blocks) for row in one.rows[1:]]
        assert labels == [*(names or [""] * 20), "Stemmer i alt"]
        assert heads(one)[0] == "Klasse" and "Sum" in heads(one)
        assert ("Ugyldige" in heads(one)) == (one is there[-1])
    if count <= 10:
        assert len(set_pages(flow).sheets) == 1


@pytest.mark.parametrize("classes", [1, 12, 24, 30])
def test_a_count_of_any_classes_lacks_none(classes):
    at = setting()
    names = tuple(Sourced(f"{one // 4 + 1}{'ABCD'[one % 4]}") for one in range(classes))
    school = replace(at.school, stages=(Stage(Sourced("Skolen"), names),))
    flow = count_sheet([entry(1), entry(2)], 1, replace(at, school=school))
    assert faults(set_pages(flow)) == []
    assert len(set_pages(flow).sheets) == (1 if classes <= 24 else 2)


def test_a_sheet_filled_in_as_it_stands_is_read_as_a_tally(tmp_path):
    _, (table,) = counted(3)
    rows = [";".join(heads(table))]
    for at, row in enumerate(table.rows[1:-1]):
        rows.append(f"{row[0].blocks[0].text};{at};2;0;{at + 2};1")
    rows.append("Stemmer i alt;45;20;0;65;10")
    (tmp_path / "stemmer.csv").write_text("\n".join(rows), encoding="utf-8")
    assert tally.votes(tmp_path / "stemmer.csv", [1, 2, 3], Gathered()) == {1: 45, 2: 20, 3: 0}


@pytest.mark.parametrize(
    ("votes", "asked", "words"),
    [
        (1, "Sett ett kryss.", "ett kryss"),
        (2, "Sett ett eller to kryss.", "2 kryss"),
        (3, "Sett ett til 3 kryss.", "3 kryss"),
    ],
)
def test_the_count_says_what_is_spoiled_as_the_ballot_asks(votes, asked, words):
    flow, _ = counted(4, votes=votes)
    assert f"Ugyldig = mer enn {words}." in told(flow)
    ballot = sheets.ballot([entry(at) for at in range(1, 5)], votes, setting())
    assert f"{asked} Ikke skriv navn på arket." in said(ballot)


@pytest.mark.parametrize("code", codes())
def test_golden(code):
    at, there = setting(code), [entry(number, year=number) for number in range(1, 6)]
    papers = (
        sheets.ballot(there, 1, at),
        sheets.ballot(there[2:4], 1, at, again=True),
        sheets.winners(there, (2, 3, 4), at),
        sheets.winners(there, (2,), replace(at, place="Garderoben")),
    )
    now = "\n".join([*map(printed, papers), told(count_sheet(there, 1, at))])
    golden = GOLDEN / f"contest-{code}.txt"
    if os.environ.get("RENEW"):
        golden.parent.mkdir(exist_ok=True)
        golden.write_text(now, encoding="utf-8")
    assert now == golden.read_text(encoding="utf-8")
    if code == "nn":
        assert not {"ikke", "tegning", "stemmer", "vinner"} & set(now.casefold().split())
    assert language(code).say("a pupil")

"""What has changed is told as people tell it: moved is not new, and a full stop is nothing."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.model import CHANGES, Arena, Matrix
from pipeline.problems import Sourced
from pipeline.wording.changes import alike, compare

PLACES = ("I gangen", "I skolegården")


def matrix(title="Ute", audience="elev", **arenas):
    return Matrix(Sourced(title), audience, tuple(arena(*one) for one in arenas.items()))


def arena(name, cells):
    placed = tuple(tuple(map(Sourced, cell)) for cell in cells)
    return Arena(Sourced(name.replace("_", " ")), placed)


def told(old, new):
    return [(one.kind, one.value, one.now, one.before) for one in compare(old, new)]


def test_the_same_words_have_not_changed():
    one = matrix(gangen=[["Jeg går rolig.", "Jeg smiler"], []])
    other = matrix(gangen=[["jeg smiler", "Jeg går  rolig"], []])
    assert compare(one, other) == ()


@pytest.mark.parametrize(
    ("old", "new", "kind"),
    [
        ([["Jeg venter på min tur"], []], [["Jeg venter på tur"], []], "changed"),
        ([["Jeg venter på tur"], []], [[], ["Jeg venter på tur"]], "moved"),
        ([["Jeg venter på tur"], []], [["Jeg smiler og hilser"], []], "new"),
        ([["Jeg venter på tur"], []], [[], []], "gone"),
    ],
)
def test_each_kind_is_known(old, new, kind):
    found = compare(matrix(gangen=old), matrix(gangen=new))
    assert found[0].kind == kind
    assert {one.kind for one in found} <= {kind, "gone"}


def test_a_moved_line_tells_where_it_stood():
    old = matrix(gangen=[["Jeg venter på tur"]], trappa=[["Jeg går rolig"]])
    new = matrix(gangen=[[]], trappa=[["Jeg går rolig", "Jeg venter på tur"]])
    (one,) = compare(old, new)
    assert (one.kind, one.arena, one.origin) == ("moved", "trappa", ("gangen", 0))


def test_the_very_words_elsewhere_count_before_near_words_here():
    old = matrix(gangen=[["Jeg går rolig i gangen"], []])
    new = matrix(gangen=[["Jeg går rolig i trappa"], ["Jeg går rolig i gangen"]])
    assert [(one.kind, one.value) for one in compare(old, new)] == [("new", 0), ("moved", 1)]


def test_a_place_with_another_name_is_the_same_place():
    old = matrix(Garderoben=[["Jeg henger opp klærne"]])
    new = matrix(I_garderoben=[["Jeg henger opp klærne"]])
    assert told(old, new) == [("renamed", None, "I garderoben", "Garderoben")]


def test_a_place_that_is_gone_comes_last():
    old = matrix(trappa=[["Jeg går til høyre"]], gangen=[["Jeg hilser"]])
    new = matrix(gangen=[["Jeg hilser", "Jeg smiler"]])
    assert [(one.kind, one.arena) for one in compare(old, new)] == [
        ("new", "gangen"),
        ("gone", "trappa"),
    ]


def test_matrices_for_others_have_nothing_in_common():
    one = matrix(gangen=[["Jeg går rolig"]])
    assert alike(one, matrix(gangen=[["Jeg går rolig"]])) == 1
    assert alike(one, matrix(audience="voksen", gangen=[["Jeg går rolig"]])) == 0
    assert 0.5 < alike(one, matrix("Hele skolen", gangen=[["Jeg går rolig"]])) < 1


LINES = st.lists(st.sampled_from(["Jeg går", "Jeg går rolig", "Jeg ler", "Jeg hjelper andre"]))
ANY = st.dictionaries(
    st.sampled_from(["gangen", "trappa", "gymsal"]), st.tuples(LINES, LINES), min_size=1
).map(lambda arenas: matrix(**arenas))


@given(ANY, ANY)
def test_nothing_is_lost(old, new):
    found = compare(old, new)
    assert list(found) == sorted(found, key=lambda one: _order(one, old, new))
    lines = [line for one in new.arenas for cell in one.cells for line in cell]
    before = [line for one in old.arenas for cell in one.cells for line in cell]
    fresh = sum(one.kind == "new" for one in found)
    gone = sum(one.kind == "gone" for one in found)
    assert len(before) - gone == len(lines) - fresh
    assert compare(new, new) == ()


def _order(one, old, new):
    names = dict.fromkeys([str(a.name) for a in (*new.arenas, *old.arenas)])
    at = -1 if one.value is None else one.value
    return list(names).index(str(one.arena)), at, CHANGES.index(one.kind)

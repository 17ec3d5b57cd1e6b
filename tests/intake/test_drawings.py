from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.intake import drawings, take_in
from pipeline.model import USES, Arena, Consent, Drawing, Matrix, School
from pipeline.problems import Gathered, Sourced
from tests.intake.school import DRAWINGS, lay, node

TODAY = date(2026, 11, 23)
S = Sourced


def drawing(shows="gangen", consent=None, name="gang"):
    consent = consent or Consent(frozenset({"wall"}))
    return Drawing(name, f"{name}.jpg", S(shows), S("To barn går"), S("elev"), consent)


def school(*arenas):
    return School(
        S("Lia"), "nb", (), (Matrix(S("Ute"), "elev", tuple(Arena(S(a), ()) for a in arenas)),)
    )


def hung(arena, shows):
    there, _ = drawings.hang(school(arena), [drawing(shows)], "wall", TODAY)
    return next(there.arenas).drawing is not None


@pytest.mark.parametrize(
    ("arena", "shows"),
    [
        ("I skolegården", "skolegård"),
        ("I skolegården", "Skolegården"),
        ("I skolegården", "i skolegården"),
        ("I gangen", "gang"),
        ("Gang", "gangen"),
        ("På SFO", "sfo"),
        ("På toalettet", "Toalett"),
        ("I skolega\u030arden", "skolegård"),
    ],
)
def test_a_drawing_finds_its_place(arena, shows):
    assert hung(arena, shows)


@pytest.mark.parametrize(
    ("arena", "shows"),
    [
        ("I garderoben", "gard"),
        ("I skolegården", "skole"),
        ("I matpausen", "mat"),
        ("I gangen", "garasjen"),
        ("På do", "dokk"),
        ("I gangen", "i"),
    ],
)
def test_a_drawing_is_not_hung_in_a_stranger_place(arena, shows):
    assert not hung(arena, shows)


CONSENTS = st.builds(
    Consent,
    st.frozensets(st.sampled_from(USES)),
    st.none() | st.dates(TODAY - timedelta(9), TODAY + timedelta(9)),
    st.booleans(),
)


@given(st.lists(CONSENTS, max_size=4), st.sampled_from(USES))
def test_no_drawing_is_used_without_consent_and_all_left_out_are_told(consents, use):
    drawn = [drawing(consent=one, name=f"d{at}") for at, one in enumerate(consents)]
    there, notes = drawings.hang(school("I gangen"), drawn, use, TODAY)
    assert all(one.consent.covers(use, TODAY) for one in there.drawings)
    shown = next(there.arenas).drawing
    assert shown in there.drawings if there.drawings else shown is None
    told = " ".join(str(note) for note in notes)
    assert all(f"'{one.name}'" in told for one in drawn if one != shown)


@given(st.lists(CONSENTS, max_size=4))
def test_all_holds_until_the_day_that_is_named(consents):
    drawn = [drawing(consent=one, name=f"d{at}") for at, one in enumerate(consents)]
    until = drawings.good_until(drawn, TODAY)

    def allowed(day):
        return [[one.consent.covers(use, day) for use in USES] for one in drawn]

    last = until or TODAY + timedelta(99)
    assert allowed(TODAY) == allowed(last)
    if until:
        assert allowed(until + timedelta(1)) != allowed(TODAY)


def test_another_use_has_other_drawings(tmp_path):
    taken = take_in(lay(tmp_path), TODAY)
    there = taken.for_use("weekplan")
    assert [one.name for one in taken.school.drawings] == ["gard", "gang"]
    assert [one.name for one in there.school.drawings] == ["gard"]
    assert [one.drawing and one.drawing.name for one in there.school.arenas] == ["gard", None]
    assert there.for_use("wall").school == taken.school
    assert "'gang' in week plans" in str(there.notes[0])


def test_of_two_drawings_the_first_with_consent_is_hung():
    no = drawing(name="no", consent=Consent(frozenset({"web"})))
    there, notes = drawings.hang(school("I gangen"), [no, drawing(name="yes")], "wall", TODAY)
    assert next(there.arenas).drawing.name == "yes"
    assert len(notes) == 1


def credit(written, consent="vegg: ja", year="trinn: 4"):
    gathered = Gathered()
    text = f"a: {{fil: a.jpg, viser: gangen, alt: To barn går, {year}, samtykke: {{{consent}}}"
    tree = node(text + (f", kreditering: '{written}'}}" if written else "}"), "drawings.yaml")
    (one,) = drawings.drawn(tree, None or _Files(), "en", gathered)
    return str(one.credit), [note for note in gathered if "name, so" in note.what.text]


class _Files:
    """A folder that holds a.jpg alone."""

    def is_dir(self):
        return True

    def iterdir(self):
        from pathlib import Path

        return iter([Path("a.jpg")])


def test_the_credit_is_the_year_where_nothing_is_written():
    assert credit(None) == ("pupil, year 4", [])
    assert credit(None, year="trinn: ") == ("pupil", [])


@pytest.mark.parametrize("written", ["Ella, 4B", "ella", "Ella og Noah", "Tegnet av Ella"])
def test_a_name_needs_its_own_consent(written):
    found, said = credit(written)
    assert found == "pupil, year 4"
    assert len(said) == 1
    assert credit(written, "vegg: ja, fornavn: ja") == (written, [])


@pytest.mark.parametrize("written", ["class 4B", "4B", "Pupils of year 4", "The council"])
def test_a_credit_without_a_name_is_kept(written):
    assert credit(written) == (written, [])


def test_the_consent_that_is_withdrawn_takes_the_drawing_out_of_every_use(tmp_path):
    spoiled = DRAWINGS.replace("ukeplan: ja", "ukeplan: ja, nett: ja, genser: ja, trukket: ja")
    taken = take_in(lay(tmp_path, tegninger=spoiled), TODAY)
    for use in USES:
        assert "gard" not in repr(taken.for_use(use).school)


def test_a_consent_that_ends_is_looked_at_again(tmp_path):
    taken = take_in(lay(tmp_path), TODAY)
    assert taken.good_until == date(2028, 6, 30)
    assert len(take_in(tmp_path, date(2028, 6, 30)).school.drawings) == 2
    later = take_in(tmp_path, date(2028, 7, 1))
    assert [one.name for one in later.school.drawings] == ["gard"]
    assert later.good_until is None


def test_a_drawing_keeps_its_words():
    one = drawing()
    there, _ = drawings.hang(school("I gangen"), [one], "wall", TODAY)
    assert next(there.arenas).drawing is one
    assert replace(one, art=None) == one

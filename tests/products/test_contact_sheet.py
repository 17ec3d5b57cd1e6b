"""The overview of drawings: all of them, with what is known; none that is withdrawn is shown."""

from dataclasses import replace
from datetime import date

import pytest

from pipeline.model import Consent
from pipeline.paper.check import faults
from pipeline.paper.sheet import Text, pictures, walk
from pipeline.problems import Sourced
from pipeline.products import contact_sheet
from tests.products.sample import arena, desk, drawing, school

YES = Consent(frozenset({"wall", "web"}), until=date(2028, 6, 30))


def made(count=3, landscape=False, paper="A4", **first):
    one = replace(drawing(), consent=YES, alt=Sourced("Barn leker"))
    shown = [replace(one, name=f"tegning-{n}") for n in range(count)]
    shown[0] = replace(shown[0], **first)
    there = replace(school(arena()), drawings=tuple(shown))
    (subject,) = contact_sheet.subjects(there)
    return contact_sheet.compose(subject, desk(there, paper, landscape))


def words(paper):
    items = [item for sheet in paper.sheets for item, _ in walk(sheet.items)]
    return [" ".join(item.lines) for item in items if isinstance(item, Text)]


@pytest.mark.parametrize("landscape", [False, True])
@pytest.mark.parametrize("count", [1, 9, 20])
@pytest.mark.parametrize("paper", ["A4", "A3"])
def test_any_number_of_drawings_stands_well(count, landscape, paper):
    assert faults(made(count, landscape, paper)) == []


@pytest.mark.parametrize("landscape", [False, True])
@pytest.mark.parametrize("paper", ["A4", "A3"])
def test_a_drawing_of_which_much_is_known_is_smaller_and_nothing_runs_over(paper, landscape):
    everywhere = Consent(frozenset({"wall", "web", "weekplan", "sweater"}), until=YES.until)
    place = "I gymsalen og garderobene ved siden av"
    told = made(9, landscape, paper, consent=everywhere)
    shown = replace(drawing(), consent=everywhere, alt=Sourced("Barn leker"), name="tegning")
    there = replace(school(arena(place, drawn=shown)), drawings=(shown,) * 9)
    (subject,) = contact_sheet.subjects(there)
    sheet = contact_sheet.compose(subject, desk(there, paper, landscape))
    assert faults(told) == [] and faults(sheet) == []
    highs = [next(pictures(one)).box.h for one in (made(9, landscape, paper), sheet)]
    assert highs[1] < highs[0] and any(place in one for one in words(sheet))


def test_what_the_guardians_allow_is_said():
    said = words(made())
    assert said.count("Kan brukes på vegg og nett") == 3
    assert said.count("Gjelder til 30. juni 2028") == 3


def test_a_drawing_is_known_by_what_it_shows_and_who_drew_it():
    shown = replace(drawing(), consent=YES, shows=Sourced("skolegården"), file="skolegard.jpg")
    other = replace(shown, name="other", shows=Sourced("språkkampanje"))
    there = replace(school(arena("I skolegården", drawn=shown)), drawings=(shown, other))
    (subject,) = contact_sheet.subjects(there)
    said = words(contact_sheet.compose(subject, desk(there, "A4")))
    assert "I skolegården" in said and "Språkkampanje" in said
    assert said.count(f"Tegning: {shown.credit}") == said.count("skolegard.jpg") == 2


def test_a_withdrawn_drawing_is_named_and_not_shown():
    sheet = made(art=None, consent=replace(YES, withdrawn=True))
    assert "Samtykket er trukket" in words(sheet)
    assert len(list(pictures(sheet))) == 2
    assert len([one for one in words(sheet) if one.startswith("Tegning: ")]) == 2


def test_a_school_without_drawings_has_none():
    assert contact_sheet.subjects(replace(school(arena()), drawings=())) == ()

"""The school year is read in either written form and in English, and hung with its drawings."""

import pickle
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.intake import in_language, take_in
from pipeline.problems import Dated, Faults, Place, place_of
from pipeline.wording import lint
from tests.intake.school import DRAWINGS, SKOLE, SKOLEAR, lay

TODAY = date(2026, 11, 23)
NN = """\
første skuledag: 17.8.2026
siste skuledag: 18.6.2027
fokus:
  - arena: gangen
    frå: 17.8.2026
    til: 18.6.2027
    øving: Øv saman.
    vis: alle
feriar:
  - namn: Juleferie
    frå: 21.12.2026
    til: 1.1.2027
planleggingsdagar: 13.8.2026, 14.8.2026
kampanjar: [{namn: Språkkampanje, veker: 2}]
foreldremøte: [{namn: Haust, dato: 15.9.2026, kl: 18}]
"""
EN = """\
first day: 2026-08-17
last day: 2027-06-18
focus:
  - arena: I gangen
    from: 2026-08-17
    to: 2027-06-18
    task: Øv sammen.
    show: all
holidays:
  - {name: Juleferie, from: 2026-12-21, to: 2027-01-01}
planning days: [2026-08-13, 2026-08-14]
campaigns: [{name: Språkkampanje, week: [2]}]
parent meetings: [{name: Haust, date: 2026-09-15, clock: "18:00"}]
"""


def taken(folder, skolear=SKOLEAR, today=TODAY, **instead):
    return take_in(lay(folder, skolear=skolear, **instead), today)


def year_of(folder, skolear=SKOLEAR, **instead):
    return taken(folder, skolear, **instead).school.year


def test_a_school_without_the_file_has_no_year(tmp_path):
    assert take_in(lay(tmp_path), TODAY).school.year is None


def test_all_that_is_written_is_there(tmp_path):
    year = year_of(tmp_path)
    assert (year.first, year.last) == (date(2026, 8, 17), date(2027, 6, 18))
    one, other = year.focuses
    assert (one.arena.name, one.themed, one.assembly) == ("I skolegården", False, year.first)
    assert one.arena.cells == (("Jeg venter på tur",), ("Jeg inviterer andre med",))
    assert one.question == "Når var du en god venn?" and one.shown == ""
    assert (other.arena.name, other.themed, other.shown) == ("Gode ord", True, "Omsorg")
    assert other.arena.cells[0] == ("Jeg hilser på alle",)
    assert other.arena.cells[1] == ("Jeg bruker gode ord", "Jeg sier takk, og smiler")
    assert other.films[0].link == "https://film.example.no/ord"
    assert other.after_school.arena.name == "I skolegården"
    assert [(one.name, one.first, one.last) for one in year.off] == [
        ("Juleferie", date(2026, 12, 21), date(2027, 1, 1)),
        ("Skidag", date(2027, 2, 12), date(2027, 2, 12)),
    ]
    assert year.planning == (date(2026, 8, 13), date(2026, 8, 14))
    assert year.campaigns[0].weeks == (2, 9)
    assert (year.meetings[0].day, year.meetings[0].clock) == (date(2026, 9, 15), "18.00")


@pytest.mark.parametrize("written", ["25", "25 minutter", "25 min."])
def test_how_long_an_assembly_lasts_may_be_written(written, tmp_path):
    assert year_of(tmp_path / "one").assembly_minutes == 30
    told = SKOLEAR.replace("fokus:\n", f"samlingen varer: {written}\nfokus:\n", 1)
    assert year_of(tmp_path / "other", told).assembly_minutes == 25


def test_words_and_days_know_their_lines(tmp_path):
    year = year_of(tmp_path)
    one = year.focuses[0]
    told = (year.first, one.arena.name, one.assembly, one.question, year.meetings[0].day)
    assert [place_of(word).steps[0][1] for word in told] == [1, 4, 7, 8, 34]
    assert year.campaigns[0].place == Place("skolear.yaml", (("line", 31),))


@pytest.mark.parametrize("text", [NN, EN])
def test_the_keys_may_be_in_any_of_our_languages(text, tmp_path):
    year = year_of(tmp_path, text)
    (focus,) = year.focuses
    assert (focus.arena.name, focus.shown) == ("I gangen", "all")
    assert year.off[0].last == date(2027, 1, 1)
    assert year.planning == (date(2026, 8, 13), date(2026, 8, 14))
    assert year.campaigns[0].weeks == (2,)
    assert year.meetings[0].clock == "18.00"


def test_focuses_stand_in_the_order_of_their_days(tmp_path):
    head, one, rest = SKOLEAR.partition("  - tema")
    first = head.partition("fokus:\n")[2]
    turned = head.replace(first, "") + one + rest.replace("fri:\n", first + "fri:\n")
    assert [one.arena.name for one in year_of(tmp_path, turned).focuses] == [
        "I skolegården",
        "Gode ord",
    ]


def test_faults_of_the_year_stand_beside_those_of_other_files(tmp_path):
    with pytest.raises(Faults) as caught:
        taken(
            tmp_path,
            SKOLEAR.replace("fri:", "frii:"),
            skole=SKOLE.replace("målform: nb", "målform: xx"),
        )
    assert [one.place.file for one in caught.value.problems] == ["skole.yaml", "skolear.yaml"]


def test_without_matrices_the_places_are_not_told_of_as_well(tmp_path):
    with pytest.raises(Faults) as caught:
        taken(tmp_path, matriser="a: [")
    assert {one.place.file for one in caught.value.problems} == {"matriser.yaml"}


# Drawings


def drawn(school):
    """Return the drawing's name of each arena of the year."""
    return [one.drawing and one.drawing.name for one in school.year.arenas]


def test_the_drawings_are_those_that_week_plans_may_show(tmp_path):
    assert drawn(taken(tmp_path).school) == ["gard", None, "gard"]
    for use in ("wall", "web", "weekplan"):
        assert drawn(taken(tmp_path).for_use(use).school) == ["gard", None, "gard"]


def test_what_may_hang_on_the_wall_alone_is_not_sent_home(tmp_path):
    wall = DRAWINGS.replace(", ukeplan: ja", "")
    found = taken(tmp_path, tegninger=wall)
    assert drawn(found.school) == [None, None, None]
    assert next(found.school.arenas).drawing.name == "gard"
    told = [str(one.what) for one in found.notes if "gard" in str(one.what)]
    assert told == [
        "The guardians have not said yes to 'gard' in week plans: it is left out there."
    ]
    again = found.for_use("weekplan").notes
    assert [str(one.what) for one in again].count(told[0]) == 1


def test_what_may_be_sent_home_alone_is_sent_home(tmp_path):
    home = DRAWINGS.replace("{vegg: ja, ukeplan: ja}", "{ukeplan: ja}")
    found = taken(tmp_path, tegninger=home)
    assert drawn(found.school) == ["gard", None, "gard"]
    assert next(found.school.arenas).drawing is None
    assert not [one for one in found.notes if "in week plans" in str(one.what)]


@pytest.mark.parametrize("slip", ["{vegg: ja, ukeplan: ja, trukket: ja}", "{}", "{til: 1.1.2020}"])
def test_what_is_told_of_as_left_out_of_all_is_not_told_of_again(slip, tmp_path):
    spoiled = DRAWINGS.replace("{vegg: ja, ukeplan: ja}", slip)
    found = taken(tmp_path, tegninger=spoiled)
    assert drawn(found.school) == [None, None, None]
    assert sum("'gard'" in str(one.what) for one in found.notes) == 1


def test_a_drawing_may_show_a_theme(tmp_path):
    theme = DRAWINGS.replace("viser: skolegård", "viser: gode ord")
    found = taken(tmp_path, tegninger=theme)
    assert drawn(found.school) == [None, "gard", None]
    said = [str(one.what) for one in found.notes]
    assert not [one for one in said if "no place in the matrices" in one or "Gode ord" in one]


def test_a_drawing_of_a_theme_need_not_hang_on_the_wall(tmp_path):
    home = DRAWINGS.replace("{vegg: ja, ukeplan: ja}", "{ukeplan: ja}")
    found = taken(tmp_path, tegninger=home.replace("viser: skolegård", "viser: gode ord"))
    assert drawn(found.school) == [None, "gard", None]
    assert not [one for one in found.notes if "'gard'" in str(one.what)]


# Wording


def test_the_lines_of_a_theme_are_looked_at_as_others_are(tmp_path):
    negative = SKOLEAR.replace("Jeg hilser på alle", "Jeg roper ikke til andre")
    (problem,) = [one for one in lint(taken(tmp_path, negative).school) if one.rule == "negations"]
    assert (problem.place.file, problem.place.steps) == ("skolear.yaml", (("line", 11),))
    good = [one.place.file for one in lint(taken(tmp_path).school) if one.place]
    assert "skolear.yaml" not in good


# By day, and in other languages


def test_what_changes_by_day_is_looked_at_again(tmp_path):
    late = SKOLEAR.replace("    fra: 4.1.2027", "    fra: 1.2.2027")
    assert taken(tmp_path, late).good_until == date(2027, 1, 31)
    assert taken(tmp_path, late, date(2027, 2, 1)).good_until == date(2027, 7, 31)
    over = taken(tmp_path, late, date(2027, 8, 1))
    assert over.good_until == date(2028, 6, 30)
    assert any("ended on" in str(one.what) for one in over.notes)


def test_the_year_is_translated_and_the_value_shown_with_its_name(tmp_path):
    words = "Omsorg: Care\nRespekt: Respect\nGode ord: Good words\nJuleferie: Christmas holiday\n"
    (lay(tmp_path) / "sources/oversettelser/en.yaml").write_text(words, encoding="utf-8")
    there, missing = in_language(taken(tmp_path).school, "en")
    focus = there.year.focuses[1]
    assert (focus.arena.name, focus.shown) == ("Good words", "Care")
    assert focus.shown == there.values[1].name
    assert there.year.off[0].name == "Christmas holiday"
    assert {"Skidag", "Språkkampanje", "Foreldremøte på høsten", "Slik gjør vi"} <= set(missing)
    assert "18.00" not in missing


@given(st.dates())
def test_a_day_with_a_place_is_a_day_like_any_other(day):
    there = Dated(day.year, day.month, day.day, Place("x.yaml"))
    assert there == day and hash(there) == hash(day)
    again = pickle.loads(pickle.dumps(there))
    assert (again, again.place) == (day, there.place)
    assert replace_year(there) == replace_year(day)


def replace_year(day):
    return day.replace(year=2024) - date(2024, 1, 1)


def test_two_uses_share_the_year_that_was_read(tmp_path):
    found = taken(tmp_path)
    other = found.for_use("web").school.year
    assert replace(other, focuses=()) == replace(found.school.year, focuses=())


@pytest.mark.parametrize(
    ("name", "written", "private"),
    [
        ("På toalettet", "", True),
        ("I dusjen", "", True),
        ("På do", "", True),
        ("I domkirken", "", False),
        ("I gangen", "", False),
        ("I gangen", "    privat: ja\n", True),
        ("På toalettet", "    privat: nei\n", False),
    ],
)
def test_toilets_are_private_and_a_school_may_say_what_else_is(name, written, private, tmp_path):
    told = SKOLEAR.replace("tema: Gode ord", f"tema: {name}")
    told = told.replace("    vis: Omsorg\n", f"    vis: Omsorg\n{written}")
    one, other = year_of(tmp_path, told).focuses
    assert (one.private, other.private) == (False, private)

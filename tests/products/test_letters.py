"""What goes home: whole sentences, nothing where nothing is known, on one page, as agreed on."""

import os
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pipeline import products
from pipeline.build.plan import Choice, possible
from pipeline.cache import yaml_once
from pipeline.intake import in_language
from pipeline.language import FOLDER, Language, tongues
from pipeline.model import OwnLetter, Passage, Saying, Stage, Wishes
from pipeline.paper.flow import Figure, Run, Sketch, Table, Words, walk
from pipeline.paper.flow_check import flow_faults
from pipeline.paper.flowing import high
from pipeline.paper.setting import set_pages
from pipeline.paper.stationery import HIGH, WIDE, Stationery
from pipeline.problems import Faults, Place, Sourced
from tests.products.letters import ODD, homely, told
from tests.products.sample import YARD, desk, drawing

GOLDEN = Path(__file__).parent / "golden"
HOME = ("letter", "letter_message", "letter_message_sfo", "meeting_sheet", "meeting_talk")
AT = Place("brev.md").at(line=3)


def made(name, school, at=0, code="nb"):
    product = products.product(name)
    subjects = product.subjects(school)
    return product.write(str(subjects[at]), desk(school, "A4", code=code))


def said(flow):
    return "\n".join(one.text for one in walk(flow) if isinstance(one, Words))


@pytest.mark.parametrize("name", HOME)
@pytest.mark.parametrize("odd", ODD)
def test_all_are_sound(name, odd):
    for at, _ in enumerate(products.product(name).subjects(ODD[odd])):
        flow = made(name, ODD[odd], at)
        assert flow_faults(flow) == []
        assert "  " not in said(replace(flow, foot=())) and ": ." not in said(flow)


@pytest.mark.parametrize("name", ["letter", "meeting_sheet"])
@pytest.mark.parametrize("odd", ODD)
def test_it_is_one_page_and_as_large_as_that_allows(name, odd):
    for at, _ in enumerate(products.product(name).subjects(ODD[odd])):
        flow = made(name, ODD[odd], at)
        assert high((*flow.head, *flow.blocks), WIDE) <= HIGH
        sizes = [run.letters.size for run in _runs(flow)]
        assert min(sizes) >= 10


def _runs(flow):
    words = [one for one in walk(flow) if isinstance(one, Words)]
    return [run for one in words for run in one.runs if isinstance(run, Run)]


GOLDENS = [
    *((name, "usual", 0, code) for name in HOME for code in ("nb", "nn", "en")),
    *((name, "bare", 0, "nb") for name in HOME[:3]),
    ("letter", "theme", 0, "nb"),
    ("letter", "five values, no drawing", 0, "nb"),
    ("letter", "two films", 0, "nb"),
    ("letter_message_sfo", "usual", 1, "nb"),
    ("meeting_sheet", "no film", 1, "nb"),
]


@pytest.mark.parametrize(("name", "odd", "at", "code"), GOLDENS)
def test_it_stands_as_it_was_agreed_on(name, odd, at, code):
    file = GOLDEN / f"{name}-{odd.replace(' ', '-').replace(',', '')}-{at}-{code}.txt"
    now = told(made(name, ODD[odd], at, code))
    if os.environ.get("RENEW"):
        file.write_text(now, encoding="utf-8")
    assert now == file.read_text(encoding="utf-8")


def test_what_is_not_known_leaves_no_gap():
    flow = made("letter", ODD["bare"])
    words = said(flow)
    for absent in ("fellessamling", "filmen", "Ta kontakt", "Dette skjer", "På skolen øver"):
        assert absent not in words
    assert not any(isinstance(one, Figure | Sketch) and one.width < WIDE for one in walk(flow))
    assert words.splitlines()[-1] == "Heggdal skole"


def test_each_film_is_a_link_and_the_first_two_are_codes():
    flow = made("letter", ODD["four films"])
    codes = [one for one in walk(flow) if isinstance(one, Sketch) and one.alt]
    assert [one.alt.split()[-1] for one in codes] == [
        "https://film.example.no/skolegard",
        "https://film.example.no/larere",
    ]
    assert sum(run.link.startswith("https://film") for run in _runs(flow)) == 4


def test_a_campaign_is_told_with_all_weeks_to_come_and_days_off_with_both_days():
    words = said(made("letter", ODD["usual"]))
    assert "Språkkampanje: uke 36, 2 og 9" in words
    assert "Høstferie: 5. oktober til 9. oktober 2026" in words
    assert "Foreldremøte på høsten: tirsdag 15. september 2026 kl. 18.00" in words
    later = said(made("letter", ODD["usual"], 1))
    assert "uke 2 og 9" in later and "Høstferie" not in later
    assert "Foreldremøte på våren: tirsdag 9. mars 2027" in later


def test_the_name_sorts_by_day_and_has_no_preposition():
    assert products.product("letter").subjects(ODD["usual"]) == (
        "2026-08-18 Skolegården",
        "2026-11-02 Gangen",
    )
    assert products.product("letter").subjects(replace(ODD["usual"], year=None)) == ()


def test_letter_and_messages_lie_together():
    places = {products.shelf(name)[0] for name in HOME[:3]}
    names = {products.shelf(name)[1]["A4"] for name in HOME[:3]}
    assert len(places) == 1 and len(names) == 3


def test_sfo_tells_of_its_own_arena_or_of_the_same():
    assert "På SFO øver barna på det samme som på skolen" in said(
        made("letter_message_sfo", ODD["usual"], 0)
    )
    own = said(made("letter_message_sfo", ODD["usual"], 1))
    assert "Nå øver vi: På SFO" in own and "Hvem lekte du med i dag?" in own
    assert "På SFO øver barna på noe eget. Dere får en egen melding om det." in said(
        made("letter", ODD["usual"], 1)
    )


def test_a_school_without_sfo_has_no_message_from_it():
    school = homely()
    focuses = tuple(replace(one, after_school=None) for one in school.year.focuses)
    without = replace(school, year=replace(school.year, focuses=focuses))
    assert products.product("letter_message_sfo").subjects(without) == ()
    staged = replace(without, stages=(Stage(Sourced("SFO")),))
    assert len(products.product("letter_message_sfo").subjects(staged)) == 2


def test_the_home_matrix_has_headers_and_room_to_write():
    flow = made("meeting_sheet", ODD["usual"])
    (table,) = (one for one in flow.blocks if isinstance(one, Table) and not one.laid)
    heads = [cell.blocks[0].text for cell in table.rows[0]]
    assert heads == ["Verdi", "Det betyr", "Slik kan det se ut hjemme"]
    asides = [row[2].blocks[0].text for row in table.rows[2:]]
    assert asides == ["Snakk sammen: Hvordan gjør vi dette hjemme?"] * 2


def test_words_that_nobody_has_translated_know_their_language():
    flow = made("letter", _untranslated(homely()), code="en")
    (title,) = (one for one in flow.blocks if isinstance(one, Words) and one.kind == "title")
    assert [(run.text, run.language) for run in title.runs] == [
        ("Now we practise: ", None),
        ("I skolegården", "nb"),
    ]


def _untranslated(school):
    first, *rest = school.year.focuses
    name = Sourced(first.arena.name, first.arena.name.place, "nb")
    first = replace(first, arena=replace(first.arena, name=name))
    return replace(school, year=replace(school.year, focuses=(first, *rest)))


@pytest.mark.parametrize("name", HOME)
def test_an_unknown_subject_is_told(name):
    with pytest.raises(Faults, match="There is no"):
        products.product(name).write("2026-08-18 Skolegard", desk(ODD["usual"], "A4"))


LINES = st.text("abcæøå ", min_size=1, max_size=48).map(str.strip).filter(bool)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.lists(st.lists(LINES, max_size=3).map(tuple), min_size=2, max_size=5).filter(any),
    st.booleans(),
    st.booleans(),
)
def test_any_school_has_a_sound_letter(cells, drawn, filmed):
    films = ODD["two films"].year.focuses[0].films if filmed else ()
    school = homely(tuple(cells), films=films, drawn=drawn)
    flow = made("letter", school)
    assert flow_faults(flow) == []
    for lines in cells:
        assert all(line in said(flow) for line in lines)


def passage(text, kind="paragraph", **more):
    return Passage(kind, (Saying(Sourced(text, AT)),), AT, **more)


def own(*passages, day=date(2026, 9, 1), code="nb", **more):
    letter = OwnLetter(Sourced("Hei", AT), code, passages, day=day, **more)
    return replace(homely(), letters=(letter,), drawings=(drawing(),))


OWN = own(
    passage("Velkommen", "heading", level=1),
    passage("Møtet er {{ møtedato }} {{ møtetid }}.", broken=True),
    Passage("paragraph", (Saying(Sourced("Les "), True), Saying(Sourced("mer"), link="tel:1")), AT),
    passage("Dette skjer", "heading", level=4),
    passage("Vi øver: {{fokus}}", "item"),
    passage("Vi spiser", "item", number=2),
    passage("Husk ord", "aside"),
    Passage("picture", (), AT, drawing="gard"),
    to=Sourced("Alle"),
)


def test_an_own_letter_stands_as_it_was_agreed_on():
    file = GOLDEN / "own_letter-nb.txt"
    flow = made("own_letter", OWN)
    now = told(flow)
    if os.environ.get("RENEW"):
        file.write_text(now, encoding="utf-8")
    assert now == file.read_text(encoding="utf-8")
    assert flow_faults(flow) == []


def test_an_own_letter_is_in_its_own_language():
    flow = made("own_letter", own(passage("The day: {{ date }}"), code="en"))
    assert flow.language == "en" and "1 September 2026" in said(flow)
    assert flow.title == "Hei – Heggdal skole"


def test_a_long_own_letter_has_page_numbers():
    short, long = own(passage("Kort.")), own(*[passage("Dette er langt. " * 12)] * 30)
    assert made("own_letter", short).foot == ()
    (foot,) = made("own_letter", long).foot
    assert foot.text == "Heggdal skole ·  / "


def test_a_drawing_without_art_is_not_there():
    gone = replace(OWN, drawings=(replace(drawing(), art=None),))
    assert any(isinstance(one, Figure) and one.width > 40 for one in walk(made("own_letter", OWN)))
    assert not any(
        isinstance(one, Figure) and one.width > 40 for one in walk(made("own_letter", gone))
    )


def test_the_letter_paper_without_logo_and_day_keeps_its_width():
    at = desk(ODD["bare"], "A4")
    table, _ = Stationery(at.school, at.language, at.look).head()
    assert table.width == pytest.approx(WIDE)
    assert len(YARD) == 5


@pytest.mark.parametrize("name", [one for one in HOME if one != "meeting_talk"])
def test_all_that_parents_read_stands_in_the_group_that_is_translated(name, monkeypatch):
    group = yaml_once(FOLDER / "nb.yaml")["phrases"]["parents"]
    said_here = set()
    say = Language.say

    def heard(self, text, **fields):
        said_here.add(text)
        return say(self, text, **fields)

    monkeypatch.setattr(Language, "say", heard)
    for school in ODD.values():
        for at, _ in enumerate(products.product(name).subjects(school)):
            made(name, school, at)
    assert len(said_here) > 10 and said_here <= set(group)


def test_an_own_letter_is_made_in_the_language_of_the_school_alone():
    school = replace(OWN, wishes=Wishes(languages=("nb", "nn"), home_languages=("en",)))
    jobs = list(possible(school, Choice(products=("own_letter",))))
    assert jobs and {one.language for one in jobs} == {"nb"}
    assert {one.format for one in jobs} >= {"docx", "txt"}
    assert not list(possible(school, Choice(products=("own_letter",), languages=("nn",))))
    assert {one.language for one in possible(school, Choice(products=("letter",)))} >= {"nb", "nn"}


def test_messages_and_letter_of_a_focus_lie_in_one_folder():
    jobs = possible(homely(), Choice(products=HOME[:3]))
    folders = {one.target.rpartition("/")[0] for one in jobs}
    assert folders == {"Brev hjem/2026-08-18 Skolegården", "Brev hjem/2026-11-02 Gangen"}


@pytest.mark.parametrize("code", tongues())
def test_what_goes_home_is_one_page_in_every_language(code):
    one = homely()
    there, _ = in_language(one, code)
    for name in ("letter", "meeting_sheet"):
        product = products.product(name)
        for subject in product.subjects(there):
            paper = set_pages(product.write(str(subject), desk(there, "A4", code=code)))
            assert len(paper.sheets) == 1


def test_planning_days_and_public_days_are_told_of_as_days_without_school():
    one = homely()
    focus = replace(one.year.focuses[0], first=date(2027, 5, 3), last=date(2027, 5, 14))
    focus = replace(focus, assembly=date(2027, 5, 3))
    year = replace(one.year, focuses=(focus,), planning=(date(2027, 5, 7),), off=(), campaigns=())
    words = said(made("letter", replace(one, year=year)))
    assert "Ingen skole: 6. mai, 7. mai og 17. mai" in words


def test_the_year_is_told_once_where_it_is_the_same():
    one = homely()
    focus = replace(one.year.focuses[0], first=date(2026, 12, 1), last=date(2027, 1, 29))
    over = replace(one, year=replace(one.year, focuses=(focus,)))
    assert "fra 1. desember 2026 til 29. januar 2027" in said(made("letter", over))

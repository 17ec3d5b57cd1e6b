"""What a focus's assembly and the weeks after it need: sound for any school, in every language."""

import os
from dataclasses import replace
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest

from pipeline.language import codes, language
from pipeline.model import AfterSchool, Consent, Stage
from pipeline.paper.check import faults
from pipeline.paper.flow import Mark, PageBreak, Run, Table, Words, walk
from pipeline.paper.flowing import high
from pipeline.paper.sheet import Group, Row, Shape, Sheets, Text, corners, pictures
from pipeline.paper.sheet import walk as walk_sheet
from pipeline.problems import Faults, Sourced
from pipeline.products import film_plan, lesson_card, praise_cards, product
from tests.products.flows import heads, tables, told
from tests.products.practising import (
    CARDS,
    FULL,
    NAMES,
    ODD,
    SHEETS,
    TEAM,
    focuses,
    papers,
    practising,
    stages,
)
from tests.products.practising import said as words_of
from tests.products.sample import desk, drawing, printed
from tests.products.test_products import overlapping, texts
from tests.products.test_team import faults_of, said

GOLDEN = Path(__file__).parent / "golden"
EDGE = 6.9  # mm between words and a cut
UNPRINTED = 5.0  # mm along a sheet's edge that an office printer leaves white
LEAST = 9.0  # pt, for what is read on paper in the hand


def pages(flow):
    """The flow's blocks page by page, as it parts them itself."""
    found = [[]]
    for block in flow.blocks:
        found.append([]) if isinstance(block, PageBreak) else found[-1].append(block)
    return found


def over(flow):
    """The pages that are higher than the paper, as far as can be reckoned."""
    left, top, right, bottom = flow.margins
    wide = flow.page[0] - left - right
    room = flow.page[1] - top - bottom - high(flow.foot, wide)
    return [at for at, one in enumerate(pages(flow)) if high(one, wide) > room]


def near_an_edge(paper, columns, rows):
    """The texts that stand too near to where the cards are cut."""
    for sheet in paper.sheets:
        one = replace(paper, sheets=(sheet,))
        wide, tall = sheet.width / columns, sheet.height / rows
        for item, _, (left, top, right, foot) in texts(one):
            x, y = left // wide * wide, top // tall * tall
            if min(left - x, top - y, x + wide - right, y + tall - foot) < EDGE:
                yield item.lines


def coloured(paper, columns, rows):
    """How near to a cut or to the sheet's edge any colour or rule reaches, in mm."""
    for sheet in paper.sheets:
        wide, tall = sheet.width / columns, sheet.height / rows
        for item, above in walk_sheet(sheet.items):
            if isinstance(item, Shape) and not is_cut(above[-1], sheet):
                points = list(corners(Group("part", (item,))))
                left, top = (min(one[at] for one in points) for at in (0, 1))
                right, foot = (max(one[at] for one in points) for at in (0, 1))
                x, y = left // wide * wide, top // tall * tall
                yield min(left - x, top - y, x + wide - right, y + tall - foot)


def is_cut(group, sheet):
    """Whether the group is the lines to cut along: they reach from edge to edge."""
    points = list(corners(group))
    spans = (max(one[at] for one in points) - min(one[at] for one in points) for at in (0, 1))
    return any(
        span > size - 10 for span, size in zip(spans, (sheet.width, sheet.height), strict=True)
    )


@pytest.mark.parametrize("name", CARDS)
@pytest.mark.parametrize(
    "odd", ["full", "staff: ink saved", "staff: five values", "letters: theme"]
)
def test_no_colour_reaches_a_cut_or_what_a_printer_leaves_white(name, odd):
    grid = (2, 1) if name == "lesson_card" else (2, 2)
    for paper, _ in papers(name, ODD[odd]):
        assert min(coloured(paper, *grid)) > UNPRINTED


def test_colour_at_a_cut_is_seen():
    (paper, _), _ = papers("praise_cards", FULL)
    assert min(coloured(paper, 3, 2)) < UNPRINTED


@pytest.mark.parametrize("name", CARDS)
@pytest.mark.parametrize("odd", ODD)
def test_cards_of_any_school_are_sound(name, odd):
    grid = (2, 1) if name == "lesson_card" else (2, 2)
    for paper, at in papers(name, ODD[odd]):
        assert list(at.problems) == []
        assert faults(paper) == []
        for sheet in paper.sheets:
            assert list(overlapping(replace(paper, sheets=(sheet,)))) == []
        assert list(near_an_edge(paper, *grid)) == []
        assert not [one for one in words_of(paper, again=True) if "{" in one or "None" in one]


@pytest.mark.parametrize("name", CARDS)
def test_cards_lie_as_they_are_cut_whichever_way_is_asked_for(name):
    made = product(name)
    for landscape in (False, True):
        at = desk(FULL, "A4", landscape)
        paper = made.compose("2026-08-18 Skolegården", at)
        assert faults(paper) == []
        sides = [(one.width, one.height) for one in paper.sheets]
        assert set(sides) == {(297.0, 210.0) if name == "lesson_card" else (210.0, 297.0)}


@pytest.mark.parametrize("name", (*SHEETS, *TEAM))
@pytest.mark.parametrize("odd", ODD)
def test_sheets_of_any_school_are_sound_and_keep_their_pages(name, odd):
    for flow, at in papers(name, ODD[odd]):
        assert list(at.problems) == []
        assert faults_of(flow) == []
        if odd != "wordy":
            assert over(flow) == []


@pytest.mark.parametrize("name", (*NAMES, *TEAM))
@pytest.mark.parametrize("code", codes())
def test_every_language_has_all_the_words(name, code):
    for paper, _ in papers(name, FULL, code):
        assert paper.language == code
        if isinstance(paper, Sheets):
            assert faults(paper) == []
            found = "\n".join(words_of(paper))
        else:
            assert faults_of(paper) == [] and over(paper) == []
            found = said(paper)
        if code == "nn":
            ours = {"ikke", "hva", "hvem", "uke", "hvorfor", "vise", "noen", "voksne"}
            assert not ours & set(found.casefold().replace("«", " ").split())


@pytest.mark.parametrize("name", NAMES)
def test_there_is_one_for_each_focus_and_it_lies_with_the_others(name):
    one = product(name)
    assert [str(x) for x in one.subjects(FULL)] == ["2026-08-18 Skolegården", "2026-11-02 Gangen"]
    assert one.arenas(FULL, "2026-11-02 Gangen") == ("I gangen",)
    assert one.TOGETHER == "Assembly kit" and language("nb").say(one.TOGETHER) == "Fellessamling"
    assert one.subjects(replace(FULL, year=None)) == ()
    with pytest.raises(Faults, match="Did you mean '2026-11-02 Gangen'"):
        one.arenas(FULL, "2026-11-02 Gange")


def test_files_of_a_kit_have_names_of_their_own():
    assert len({product(name).FILES["A4"] for name in NAMES}) == len(NAMES)
    assert [name for name in NAMES if getattr(product(name), "WISHED", True)] == ["lesson_card"]


def test_minutes_of_the_run_sheet_follow_one_another_to_the_end():
    for flow, _ in papers("run_sheet", FULL):
        (table,) = [one for one in tables(flow) if heads(one)[0] == "Minutter"]
        spans = [row[0].blocks[0].text.split("–") for row in table.rows[1:]]
        assert spans[0][0] == "0" and spans[-1][1] == "30"
        assert all(one[1] == after[0] for one, after in pairwise(spans))
        last = table.rows[-1][1].blocks[0].text
        assert last == "Takk"


def test_a_film_is_named_where_there_is_one_and_left_out_where_there_is_none():
    (first, _), (second, _) = papers("run_sheet", FULL)
    links = [
        (run.text, run.link)
        for one in walk(first)
        if isinstance(one, Words)
        for run in one.runs
        if isinstance(run, Run) and run.link
    ]
    assert links == [("Slik gjør vi", "https://film.example.no/tur")]
    assert "Lyd fra filmen" in said(first) and "filmen" not in said(second)


def test_adults_are_filmed_first_and_pupils_from_the_third_assembly_on():
    year = FULL.year
    first = year.focuses[0]
    days = [date(2026, 8, 17), date(2026, 9, 14), date(2026, 10, 12)]
    focuses = tuple(replace(first, first=day, last=day, assembly=day) for day in days)
    found = [*papers("film_plan", replace(FULL, year=replace(year, focuses=focuses)))]
    told = ["de voksne" in said(flow) for flow, _ in found]
    assert told == [True, True, False] and "filmer vi elever" in said(found[2][0])


def test_who_is_in_the_film_has_said_yes():
    year = FULL.year
    days = [date(2026, 8, 17), date(2026, 9, 14), date(2026, 10, 12)]
    focuses = tuple(replace(year.focuses[0], first=day, last=day, assembly=day) for day in days)
    found = [*papers("film_plan", replace(FULL, year=replace(year, focuses=focuses)))]
    told = [
        ("Alle voksne i filmen har sagt ja" in said(one), "foresatte" in said(one))
        for one, _ in found
    ]
    assert told == [(True, False), (True, False), (False, True)]


def test_a_theme_s_film_shows_what_it_is_about_for_it_is_no_place():
    for odd, words in (("letters: theme", "Vis hva filmen handler om"), ("full", "Vis hvor vi er")):
        flow, _ = next(papers("film_plan", ODD[odd]))
        assert words in said(flow)


def test_the_lesson_s_film_has_a_code_to_scan_and_is_a_link():
    (paper, _), (other, _) = papers("lesson_card", FULL)
    rows = [
        piece.link
        for item, _ in walk_sheet(paper.sheets[0].items)
        if isinstance(item, Row)
        for piece in item.pieces
    ]
    assert rows == ["https://film.example.no/tur"] * 2 and "«Slik gjør vi»" in words_of(paper)
    assert sum("kode" in one.alt for one in cards_of(paper)) == 2
    assert not [one for one in words_of(other) if "filmen" in one]


def cards_of(paper):
    return [one for one, _ in walk_sheet(paper.sheets[0].items) if isinstance(one, Group)]


def test_a_class_chooses_one_of_several_lines_and_logs_that_it_has_practised():
    (paper, _), _ = papers("lesson_card", FULL)
    found = words_of(paper)
    assert [one for one in found if one.startswith("Velg én linje denne uka.")]
    assert [one for one in found if one.endswith("Skriv initialene i øvingsloggen.")]
    one = ODD["full"]
    first, *more = focuses(one)
    single = replace(first.arena, cells=(first.arena.cells[0][:1], (), ()))
    year = replace(one.year, focuses=(replace(first, arena=single), *more))
    (paper, _), _ = papers("lesson_card", replace(one, year=year))
    assert not [one for one in words_of(paper) if "Velg" in one or "valgte" in one]


def begun(one=FULL, **changed):
    """The school with its first focus changed, and no other."""
    return replace(one, year=replace(one.year, focuses=(replace(focuses(one)[0], **changed),)))


def test_the_school_s_own_task_praise_and_question_are_examples_for_whichever_line_is_chosen():
    school = begun(task=Sourced("Still dere i kø."), question=Sourced("Hvem ventet på tur?"))
    (paper, _), *_ = papers("lesson_card", school)
    found = words_of(paper)
    assert "Øv på linja dere valgte. For eksempel: Still dere i kø." in found
    assert "Si linja med «du», med en gang. For eksempel:" in found
    assert [one for one in found if one.endswith("for eksempel: Hvem ventet på tur?")]
    foreign = begun(task=Sourced("Line up.", None, "en"))
    (paper, _), *_ = papers("lesson_card", foreign)
    assert {"Øv på linja dere valgte. For eksempel:", "Line up."} <= set(words_of(paper))


@pytest.mark.parametrize(("last", "more"), [(date(2026, 10, 2), False), (date(2026, 11, 6), True)])
def test_a_class_that_has_practised_every_line_chooses_one_again(last, more):
    """Three lines last for the three weeks of school, and not for seven."""
    arena = focuses(FULL)[0].arena
    arena = replace(arena, cells=tuple(cell[:1] for cell in arena.cells))
    (paper, _), *_ = papers("lesson_card", begun(last=last, arena=arena))
    assert any("en som trenger mer øving" in one for one in words_of(paper)) == more


ALONE = Sourced("Jeg spør den som er alene")


def lonely(line=ALONE, **more):
    """The school with a line about another child."""
    arena = focuses(FULL)[0].arena
    return begun(arena=replace(arena, cells=(*arena.cells[:2], (line,))), **more)


def test_nobody_hears_who_is_alone():
    (paper, _), *_ = papers("praise_cards", lonely())
    found = words_of(paper)
    assert {"«Jeg så det du gjorde.", "Det kaller vi omsorg!»"} <= set(found)
    assert found.count("Si det lavt til den du roser") == 1
    assert found.count("Til den voksne: Ikke gi kortet til et barn.") == 1
    assert not [one for one in found if "spør den" in one and one != str(ALONE)]
    (card, _), *_ = papers("lesson_card", lonely())
    assert [one for one in words_of(card) if one.startswith("Er noen alene eller lei seg?")]
    (card, _), *_ = papers("lesson_card", lonely(Sourced("Jeg heier på andre")))
    assert not [one for one in words_of(card) if " alene" in one]
    (own, _), *_ = papers("praise_cards", begun(praise=Sourced("Så fint at du trøstet!")))
    low = language("nb").say("Say it quietly to the one you praise")
    assert words_of(own)[words_of(own).index("«Så fint at du trøstet!»") - 1] == low


def test_one_who_is_named_aloud_is_seen(monkeypatch):
    monkeypatch.setitem(language("nb").facts, "in_trouble", {"words": [], "unless": []})
    (paper, _), *_ = papers("praise_cards", lonely())
    assert [one for one in words_of(paper) if "spør den" in one and one != str(ALONE)]


def test_a_theme_is_practised_in_no_place():
    for odd, place in (("letters: theme", False), ("full", True)):
        (paper, _), *_ = papers("lesson_card", ODD[odd])
        assert any("der det skal skje" in one for one in words_of(paper)) == place


def test_in_a_private_place_adults_alone_are_filmed_and_seen():
    focus = replace(FULL.year.focuses[0], private=True)
    school = replace(FULL, year=replace(FULL.year, focuses=(focus,)))
    (plan, _), *_ = papers("film_plan", school)
    assert "filmer vi bare voksne" in said(plan) and "voksne i filmen har sagt ja" in said(plan)
    (shots,) = [one for one in tables(plan) if heads(one)[0] == "Nr."]
    lines = [str(line) for cell in focus.arena.cells for line in cell]
    shown = [
        "".join(run.text for run in row[1].blocks[0].runs if isinstance(run, Run)).strip()
        for row in shots.rows[2:-1]
    ]
    assert shown == [f"En voksen sier: «{line}»" for line in lines]
    assert {row[3].blocks[0].text for row in shots.rows[1:]} == {"Utenfor, med døra lukket"}


@pytest.mark.parametrize("odd", [name for name in ODD if focuses(ODD[name])])
def test_papers_of_a_private_place_are_sound_and_keep_their_pages(odd):
    school = begun(ODD[odd], private=True)
    for name in CARDS:
        for paper, at in papers(name, school):
            assert list(at.problems) == [] and faults(paper) == []
    ((plan, _),) = papers("film_plan", school)
    assert faults_of(plan) == [] and (odd == "wordy" or over(plan) == [])


def test_all_papers_say_the_same_of_a_private_place():
    school = begun(private=True, task=Sourced("Øv på å skylle ned."))
    (card, _), *_ = papers("lesson_card", school)
    told = " ".join(words_of(card))
    assert "viser bare det som alle kan se" in told and "Minn om det før dere går dit." in told
    assert "Hver for seg, når dere er der: Øv på å skylle ned." in told
    (cards, _), *_ = papers("praise_cards", school)
    praised = " ".join(words_of(cards))
    assert not any(line in praised for cell in focuses(school)[0].arena.cells for line in cell)
    for one in (told, praised):
        assert "Ros det du ser og hører utenfor, med en gang." in one
        assert "Si hva du s" not in one and "Si det høyt" not in one and "ros dem" not in one


def test_the_lesson_has_five_steps_that_take_twelve_minutes():
    (paper, _), _ = papers("lesson_card", FULL)
    found = words_of(paper)
    steps = [one for one in found if one in ("Hvorfor", "Vis", "Øv", "Ros", "Igjen")]
    assert steps == ["Hvorfor", "Vis", "Øv", "Ros", "Igjen"]
    assert sum(int(one) for one in found if one.isdigit()) == lesson_card.SLOT == 12
    assert {"I morgen", "Neste uke", "12 minutter · uke 38–42"} <= set(found)


def test_the_card_stands_twice_and_is_read_once():
    (paper, _), _ = papers("lesson_card", FULL)
    assert sorted(words_of(paper, again=True)) == sorted(words_of(paper) * 2)
    lefts = [
        item.box.x
        for item, above in walk_sheet(paper.sheets[0].items)
        if isinstance(item, Text) and any(one.kind == "again" for one in above)
    ]
    assert min(lefts) > 148.5


def test_the_question_is_asked_in_the_language_of_the_card_alone():
    question = Sourced("Hvem hilste du på?", None, "nb")
    first, *more = focuses(FULL)
    year = replace(FULL.year, focuses=(replace(first, question=question), *more))
    school = replace(FULL, year=year)
    (nn, _), _ = papers("lesson_card", school, "nn")
    assert not [one for one in words_of(nn) if "Hvem" in one]
    (nb, _), _ = papers("lesson_card", school)
    assert [one for one in words_of(nb) if one.endswith("for eksempel: Hvem hilste du på?")]


def test_many_long_lines_are_fewer_on_the_card_for_the_poster_has_them_all():
    (paper, at), *_ = papers("lesson_card", ODD["wordy"])
    assert list(at.problems) == []
    assert 5 <= sum("Jeg spør" in one for one in words_of(paper)) < 15


def test_a_theme_s_drawing_needs_consent_for_the_wall():
    first, *more = focuses(FULL)
    for uses, count in ((set(), 0), ({"wall"}, 2)):
        drawn = replace(drawing(), consent=Consent(frozenset(uses)))
        theme = replace(first, themed=True, arena=replace(first.arena, drawing=drawn))
        school = replace(FULL, year=replace(FULL.year, focuses=(theme, *more)))
        (paper, _), _ = papers("lesson_card", school)
        assert len(list(pictures(paper))) == count


def test_there_is_a_praise_card_for_the_focus_and_for_each_line():
    (paper, _), _ = papers("praise_cards", FULL)
    found = words_of(paper)
    lines = [line for cell in focuses(FULL)[0].arena.cells for line in cell]
    assert "«Nå ventet du på tur!»" in found
    assert all(str(line) in found for line in lines)
    assert {"«Jeg ser at du venter på tur.", "Det kaller vi respekt!»"} <= set(found)
    assert found.count("Forventning") == len(lines) + 1 and found.count("For eksempel") == 1
    assert len(paper.sheets) == 2
    cards = [item.turn_to_read for sheet in paper.sheets for item in sheet.items]
    assert cards == list(range(1, 9))


def test_every_praise_card_says_that_it_is_for_the_adult():
    for paper, _ in papers("praise_cards", FULL):
        cards = [item for sheet in paper.sheets for item in sheet.items]
        foots = [one for one in words_of(paper) if one.startswith("Til den voksne:")]
        assert len(foots) == len(cards) and all("Ikke gi kortet til" in one for one in foots)


def test_cards_left_over_are_to_fill_in():
    (paper, _), _ = papers("praise_cards", FULL)
    assert words_of(paper).count("Jeg så at du …") == 1
    two = practising(first=date(2026, 9, 14))
    focus, *more = focuses(two)
    for cut, cards, blank in ((1, 5, 3), (2, 4, 0)):
        cells = tuple(
            lines[: len(lines) - (at < cut)] for at, lines in enumerate(focus.arena.cells)
        )
        fewer = replace(focus, arena=replace(focus.arena, cells=cells), praise=Sourced(""))
        full = replace(two, year=replace(two.year, focuses=(fewer, *more)))
        (paper, _), _ = papers("praise_cards", full)
        assert words_of(paper).count("Jeg så at du …") == blank
        assert sum(len(sheet.items) for sheet in paper.sheets) == cards + blank


def empty(paper):
    """How many places for a card are marked to be cut and hold none, sheet by sheet."""
    return [4 - len(sheet.items) for sheet in paper.sheets]


@pytest.mark.parametrize("odd", ODD)
def test_no_place_on_a_sheet_of_cards_is_empty(odd):
    for private in (False, True):
        one = ODD[odd]
        if focuses(one):
            for paper, _ in papers("praise_cards", begun(one, private=private)):
                assert set(empty(paper)) == {0}


def test_cards_of_a_private_place_lie_twice_on_the_sheet():
    (paper, _), *_ = papers("praise_cards", begun(private=True))
    found = words_of(paper)
    assert len(paper.sheets) == 1 and found.count("«Nå ventet du på tur!»") == 2
    assert found.count("Jeg så at du …") == 2
    (paper, _), *_ = papers("praise_cards", begun(private=True, praise=Sourced("")))
    assert len(paper.sheets) == 1 and words_of(paper).count("Jeg så at du …") == 4


def test_an_empty_place_is_seen():
    (paper, _), *_ = papers("praise_cards", begun(private=True))
    (sheet,) = paper.sheets
    assert empty(replace(paper, sheets=(replace(sheet, items=sheet.items[:2]),))) == [2]


@pytest.mark.parametrize("name", CARDS)
def test_what_an_adult_reads_is_large_enough(name):
    for paper, _ in papers(name, FULL):
        sizes = [
            item.letters.size
            for item, _ in walk_sheet(paper.sheets[0].items)
            if isinstance(item, Text)
        ]
        assert min(sizes) >= LEAST


def test_a_praise_that_has_no_room_is_told():
    focus, *more = focuses(FULL)
    focus = replace(focus, praise=Sourced("Så fint at du ventet på tur! " * 20))
    (_, at), *_ = papers(
        "praise_cards", replace(FULL, year=replace(FULL.year, focuses=(focus, *more)))
    )
    assert len(list(at.problems)) == 1


def test_the_film_has_a_shot_for_each_line_and_seconds_that_add_up():
    (flow, _), _ = papers("film_plan", FULL)
    (shots,) = [one for one in tables(flow) if heads(one)[0] == "Nr."]
    lines = [str(line) for cell in focuses(FULL)[0].arena.cells for line in cell]
    assert [row[1].blocks[0].text.strip() for row in shots.rows[2:-1]] == lines
    seconds = sum(int(row[5].blocks[0].text) for row in shots.rows[1:])
    assert f"{len(lines) + 2} opptak, {seconds} sekunder" in said(flow)
    assert "Alle voksne i filmen har sagt ja." in said(flow) and "yaml" not in said(flow)
    assert "Lenke til filmen" in said(flow) and film_plan.SHOT == 10


def log(odd="full", code="nb", name="practice_log"):
    return next(papers(name, ODD[odd], code))[0]


def forms(flow):
    """The tables to sign or to tick."""
    firsts = {"Klasse", "Gruppe", "Klasse eller gruppe"}
    return [one for one in tables(flow) if heads(one)[0] in firsts]


def outline(blocks):
    return [one.text for one in blocks if isinstance(one, Words) and one.kind == "heading"]


def test_every_class_has_a_line_on_its_stage_s_page_and_in_the_overview():
    rows = [[row[0].blocks[0].text for row in one.rows[1:]] for one in forms(log())]
    assert [len(one) for one in rows] == [12, 9, 4]
    (every,) = forms(log(name="practice_overview"))
    assert [row[0].blocks[0].text for row in every.rows[1:]] == [x for one in rows for x in one]
    assert outline(log().blocks)[0] == "Småtrinn, uke 38–42"


def test_sfo_stands_below_another_stage_where_there_is_room_and_has_groups():
    first, second = pages(log())
    assert [one.split(",")[0] for one in outline(second) if "," in one] == ["Mellomtrinn", "SFO"]
    assert [heads(one)[0] for one in forms(log())] == ["Klasse", "Klasse", "Gruppe"]
    one = Stage(Sourced("1–7"), (Sourced("1–4"), Sourced("5–7")))
    small = replace(FULL, stages=(one, *stages(1)))
    assert len(pages(next(papers("practice_log", small))[0])) == 1


def test_each_page_hangs_where_staff_alone_see_it_and_asks_who_gets_it():
    flow = log()
    for page in pages(flow):
        (laid,) = [one for one in page if isinstance(one, Table) and one.ruled and one.laid]
        hangs, given = (cell.blocks[0].text for cell in laid.rows[0])
        assert hangs == "Henger på personalrommet, ikke der elever eller foreldre ser den."
        assert given == "Leveres til:"
    assert "ikke har øvd" not in said(flow)


def test_the_overview_says_that_it_is_not_to_hang_and_lies_apart():
    made = product(TEAM[0])
    assert made.TOGETHER != product("practice_log").TOGETHER
    flow = log(name=TEAM[0])
    assert "Øver alle klassene?" in said(flow)
    assert "Skal ikke henges opp" in said(flow) and "henges opp" in flow.foot[0].text


def test_holidays_are_marked_and_not_to_be_ticked():
    first = heads(forms(log())[0])
    assert [one.split()[:2] for one in first[1:]] == [["Uke", str(week)] for week in range(38, 43)]
    assert first[4] == "Uke 41 5.10.–9.10. Høstferie"
    (overview,) = forms(log(name="practice_overview"))
    for row in overview.rows[1:]:
        assert [bool(cell.blocks) for cell in row[1:]] == [True, True, True, False, True]
        assert [bool(cell.fill) for cell in row[1:]] == [False, False, False, True, False]
        ticks = [one for cell in row[1:] for words in cell.blocks for one in words.runs]
        assert all(isinstance(one, Mark) for one in ticks)


def test_days_are_large_enough_to_be_read():
    sizes = [
        run.letters.size
        for one in forms(log())
        for cell in one.rows[0]
        for words in cell.blocks
        for run in words.runs
    ]
    assert min(sizes) >= LEAST


def test_a_single_day_off_is_told():
    school = practising(first=date(2026, 8, 17), last=date(2026, 8, 28))
    year = replace(school.year, planning=(date(2026, 8, 21),))
    flow, _ = next(papers("practice_log", replace(school, year=year)))
    assert "Ingen skole: 21.8." in said(flow)


def test_long_periods_are_parted_over_pages():
    assert max(len(one.widths) for one in forms(log("a whole year"))) <= 7
    overview = forms(log("a whole year", name="practice_overview"))
    assert {len(one.widths) for one in overview} == {8, 9}
    numbers = [head for one in overview for head in heads(one)[1:]]
    assert len(numbers) == len(set(numbers)) == 44


def test_without_classes_there_are_lines_to_write_them_on():
    both = forms(log("no classes")) + forms(log("no classes", name="practice_overview"))
    assert [len(one.rows) for one in both] == [11, 27]
    assert all(not row[0].blocks for one in both for row in one.rows[1:])


def test_sfo_s_page_shows_what_sfo_practises():
    focus, *more = focuses(FULL)
    own = AfterSchool(replace(focus.arena, name=Sourced("På SFO")))
    year = replace(FULL.year, focuses=(replace(focus, after_school=own), *more))
    school = replace(FULL, year=year)
    flow, _ = next(papers("practice_log", school))
    assert outline(pages(flow)[1])[1::2] == ["I skolegården", "På SFO"]
    alone, _ = next(papers("practice_log", replace(school, stages=school.stages[-1:])))
    assert outline(alone.blocks)[1:] == ["I skolegården", "På SFO"]


def test_a_page_that_is_too_full_is_seen():
    flow = log()
    assert over(replace(flow, blocks=tuple(one for one in flow.blocks if not is_break(one))))


def is_break(one):
    return isinstance(one, PageBreak)


def test_cards_that_stand_too_near_the_cut_are_seen():
    (paper, _), _ = papers("praise_cards", FULL)
    assert list(near_an_edge(paper, 3, 2))


@pytest.mark.parametrize("name", (*NAMES, *TEAM))
@pytest.mark.parametrize("code", codes())
def test_golden(name, code):
    write = printed if name in CARDS else told
    now = "\n".join(write(paper) for paper, _ in papers(name, FULL, code))
    golden = GOLDEN / f"{name}-{code}.txt"
    if os.environ.get("RENEW"):
        golden.write_text(now, encoding="utf-8")
    assert now == golden.read_text(encoding="utf-8")


def test_the_papers_say_what_they_are_for():
    for name in NAMES:
        (paper, _), *_ = papers(name, FULL)
        assert paper.subject and "I skolegården" in paper.title
    assert praise_cards.GRID == (2, 2) and desk(FULL, "A4", True).size == (297.0, 210.0)

"""A parents' meeting is one talk: the speaker's paper follows the slides, one by one."""

from dataclasses import replace
from datetime import date

import pytest

from pipeline import products
from pipeline.language import language
from pipeline.paper.flow import Table, Words, walk
from pipeline.paper.flow_check import flow_faults
from pipeline.paper.setting import set_pages
from pipeline.problems import Sourced
from pipeline.talks import parents
from pipeline.talks.parents import AT_HOME, AT_SCHOOL, OF_VALUES
from tests.products.letters import ODD, SPOKEN, homely
from tests.products.sample import YARD, desk
from tests.products.slides import deck, titles, words

CODES = ("nb", "nn", "en")
MEETINGS = [(odd, at, code) for odd, code in SPOKEN if odd != "bare" for at in (0, 1)]
FOR_PUPILS = ("klapp", "clap", "høyt sammen", "høgt saman", "say it together", "la alle")


def paper(school, at=0, code="nb"):
    """The speaker's paper."""
    product = products.product("meeting_talk")
    return product.write(str(product.subjects(school)[at]), desk(school, "A4", code=code))


def rows(flow):
    """The rows of the paper below its head: number, heading, what is said, minutes."""
    (table,) = (one for one in flow.blocks if isinstance(one, Table))
    return [[cell.blocks[0].text for cell in row] for row in table.rows[1:]]


def minutes(notes, code):
    """How long a slide takes, by the first line of its notes."""
    told = language(code)
    spans = {told.say("About {count} minutes.", count=one): one for one in range(2, 20)}
    return {told.say("About one minute."): 1, **spans}[notes.split("\n")[0]]


@pytest.mark.parametrize(("odd", "at", "code"), MEETINGS)
def test_the_paper_has_the_slides_in_their_order_with_their_minutes(odd, at, code):
    shown, noted = deck(ODD[odd], code=code, subject=at, name="meeting_deck")
    told = rows(paper(ODD[odd], at, code))
    assert noted == [] and len(told) == len(shown.sheets)
    for number, (sheet, row) in enumerate(zip(shown.sheets, told, strict=True), 1):
        (title,) = words(sheet, "title")
        assert row[0] == str(number) and row[1].endswith(title)
        assert row[2].split() == " ".join(sheet.notes.split("\n")[1:]).split()
        assert row[3] == str(minutes(sheet.notes, code))


@pytest.mark.parametrize(("odd", "at", "code"), MEETINGS)
def test_something_of_its_own_is_said_of_each_slide_and_nobody_is_to_clap(odd, at, code):
    assert amiss([row[2] for row in rows(paper(ODD[odd], at, code))]) == []


def amiss(said):
    """What is empty, comes again, or is for pupils."""
    found = [one for at, one in enumerate(said) if not one.strip() or one in said[:at]]
    return found + [one for one in said if any(word in one.casefold() for word in FOR_PUPILS)]


def test_a_note_that_comes_again_or_is_for_pupils_is_seen(monkeypatch):
    assert amiss(["La alle klappe.", "", "Takk."]) == ["", "La alle klappe."]
    monkeypatch.setattr(parents, "AT_SCHOOL", AT_SCHOOL[:1] * 5)
    assert (
        amiss([row[2] for row in rows(paper(ODD["usual"]))])
        == ["Fortell hvordan dette ser ut på skolen."] * 2
    )


def test_there_is_something_to_say_of_as_many_values_as_a_school_can_have():
    for given in (OF_VALUES, AT_SCHOOL, AT_HOME):
        assert len({one.text for one in given}) == len(YARD) == 5


@pytest.mark.parametrize(("odd", "at", "code"), MEETINGS)
def test_the_paper_is_one_page_whose_words_are_large_enough(odd, at, code):
    flow = paper(ODD[odd], at, code)
    assert len(set_pages(flow).sheets) == 1
    (table,) = (one for one in flow.blocks if isinstance(one, Table))
    blocks = [one for row in table.rows for cell in row for one in cell.blocks]
    assert min(run.letters.size for one in blocks for run in one.runs) >= 10.5


def test_what_no_page_has_room_for_is_two_pages_in_larger_letters():
    school = homely(YARD[:5])
    home = (Sourced("Vi hjelper hverandre med leksene og rydder etterpå"),)
    says = Sourced("Vi tar vare på hverandre hver eneste dag")
    values = tuple(replace(one, says=says, home=home) for one in school.values)
    flow = paper(replace(school, values=values))
    assert flow_faults(flow) == [] and len(set_pages(flow).sheets) == 2 and flow.foot
    assert {run.letters.size for one in flow.blocks[1:2] for run in one.runs} == {12.0}


def test_what_comes_next_is_told_by_its_day_and_all_of_it_stands_on_the_sheet():
    school = ODD["usual"]
    shown, _ = deck(school, name="meeting_deck")
    (coming,) = (one for one in shown.sheets if "Dette skjer videre" in words(one, "title"))
    assert words(coming, "paragraph") == ["2. november: gangen"]
    product = products.product("meeting_sheet")
    flow = product.write(str(product.subjects(school)[0]), desk(school, "A4"))
    items = [one.text for one in walk(flow) if isinstance(one, Words) and one.kind == "item"]
    assert items[-3:-1] == ["Nå øver vi: I skolegården", "Fra 2. november 2026: I gangen"]


def test_what_has_not_begun_is_not_said_to_be_practised_now():
    school = homely()
    first, *rest = school.year.meetings
    early = replace(first, day=date(2026, 8, 12))
    year = replace(school.year, meetings=(early, *rest))
    told = parents.talk(early, desk(replace(school, year=year), "16:9").deck(None))
    (place,) = (one.slide for one in told if one.slide.kind == "picture")
    assert (place.kicker, place.lines) == ("Dette øver vi på framover", ("Fra 18. august",))


def test_a_slide_that_takes_longer_is_told_so_on_the_paper_too(monkeypatch):
    before = [row[3] for row in rows(paper(ODD["usual"]))]
    asked = parents.Parents.told

    def slower(self):
        yield from ((long + 1, slide) for long, slide in asked(self))

    monkeypatch.setattr(parents.Parents, "told", slower)
    after = [row[3] for row in rows(paper(ODD["usual"]))]
    assert [int(one) for one in after] == [int(one) + 1 for one in before]
    shown, _ = deck(ODD["usual"], name="meeting_deck")
    assert [minutes(one.notes, "nb") for one in shown.sheets] == [int(one) for one in after]
    assert len(titles(shown)) == len(after)

"""An insert laid into week plans of every kind: in its place, once, and out without a trace."""

from contextvars import copy_context
from random import Random
from time import perf_counter

import pytest

from pipeline import weekplan
from pipeline.language import language
from pipeline.problems import Faults, speak, told
from pipeline.weekplan import Words
from tests.weekplan.guards import faults
from tests.weekplan.inserts import MESSAGE, WORDS, inserts, lay, remove, source
from tests.weekplan.kinds import MARKER, kinds
from tests.weekplan.plans import cell, p, package, parts, row, social_row, table, week, zipped

KINDS = kinds()
each = pytest.mark.parametrize("name", KINDS)


@each
def test_it_is_laid_in_its_place(name):
    kind = KINDS[name]
    laid = lay(kind.content)
    assert laid.changed
    assert [kind.says in str(one) for one in laid.places] == [True] * kind.places
    assert faults(kind.content, laid.content) == []


@each
def test_twice_is_as_once(name):
    once = lay(KINDS[name].content)
    twice = lay(once.content)
    assert twice.content == once.content
    assert not twice.changed
    assert len(twice.places) == len(once.places)


@each
def test_another_month_takes_the_place_of_the_last(name):
    kind = KINDS[name]
    december = lay(kind.content)
    january = lay(december.content, month="januar", message="Jeg hilser blidt.", colour="#AACC00")
    straight = lay(kind.content, month="januar", message="Jeg hilser blidt.", colour="#AACC00")
    assert parts(january.content) == parts(straight.content)
    assert MESSAGE.encode() not in b"".join(parts(january.content).values())


@each
def test_it_is_taken_out_without_a_trace(name):
    kind = KINDS[name]
    taken = remove(lay(kind.content).content)
    assert taken.changed
    assert parts(taken.content) == parts(kind.content)
    assert list(parts(taken.content)) == list(parts(kind.content))


def test_nothing_to_take_out_changes_nothing():
    plan = package(week())
    assert remove(plan) == weekplan.Laid(plan)


def test_last_in_the_plan_when_asked():
    plan = package(week() + p(""))
    laid = lay(plan, at_end=True)
    assert [str(one) for one in laid.places] == ["in the text outside the tables, last in the plan"]
    assert faults(plan, laid.content) == []
    assert parts(remove(laid.content).content) == parts(plan)


def test_no_place_is_told_with_where_it_looked():
    with pytest.raises(Faults) as told:
        lay(package(week()))
    assert str(told.value) == (
        "Ukeplan.docx: there is no place for the insert: no {{ månedens_pals }}, no line "
        '"Månedens PALS" and no "SOSIALT" in the text, the tables, the text boxes, the header or '
        "the footer.\n    Write {{ månedens_pals }} where it belongs, and save."
    )


def test_a_place_too_narrow_is_told_and_another_filled():

    narrow = table(row(cell(MARKER, width=800), cell("Hei", width=8000)), grid=(800, 8000))
    laid = lay(package(narrow + p(MARKER) + p("")))
    assert len(laid.places) == 1
    assert str(laid.notes[0]).startswith(
        "Ukeplan.docx: 10.3 mm is too narrow for the insert (in table 1, row 1, cell 1, in place of"
    )
    with pytest.raises(Faults, match="too narrow"):
        lay(package(narrow + p("")))


def test_words_are_of_the_whole_plan_without_an_insert():
    plan = KINDS["a marker in the header"].content
    words = weekplan.words(source(lay(plan).content))
    assert "Lia skole" in words
    assert "Norsk: les side 12" in words
    assert MESSAGE not in words


def test_an_insert_keeps_its_own_width():
    widths = []

    def make(width):
        widths.append(width)
        return inserts()(width)

    weekplan.lay(source(KINDS["a whole plan in columns"].content), WORDS, make)
    assert widths == [80.6]


def test_a_plan_of_300_kb_takes_no_time():
    content = parts(KINDS["a whole plan with a table"].content)
    plans = [
        source(zipped(content | {"word/media/image1.png": Random(at).randbytes(290_000)}))
        for at in range(6)
    ]
    make = inserts()
    make(100)
    took = []
    for plan in plans:
        start = perf_counter()
        weekplan.lay(plan, WORDS, make)
        took.append(perf_counter() - start)
    assert min(took) < 0.03  # some 6 ms on a quiet machine


@pytest.mark.parametrize(
    ("code", "said"),
    [
        ("nb", "i tabell 2, rad 3, celle 2, ved «SOSIALT»"),
        ("nn", "i tabell 2, rad 3, celle 2, ved «SOSIALT»"),
        ("en", 'in table 2, row 3, cell 2, beside "SOSIALT"'),
    ],
)
def test_places_are_told_in_the_language_of_the_reader(code, said):
    plan = package(week() + p("") + week(social_row("Jeg kan vente.")) + p(""))
    laid = lay(plan)

    def tell() -> str:
        speak(language(code).tell)
        return told(laid.places[0])

    assert copy_context().run(tell) == said


@pytest.mark.parametrize("code", ["nb", "nn", "en"])
def test_each_language_has_the_words_that_mark_the_place(code):
    words = Words.of(language(code).facts["weekplan"])
    for text in (f"{{{{ {words.marker[0]} }}}}", words.title, words.label[0], words.social[0]):
        plan = source(package(p(text) + week() + p("")))
        assert weekplan.lay(plan, words, inserts()).changed

"""Numbers stay with their words, days with their months, signs with their names."""

import pytest
from hypothesis import given
from hypothesis import strategies as some

from pipeline.paper.flow import Cell, Flow, Mark, Run, Table, Words
from pipeline.paper.held import held, held_in
from pipeline.paper.sheet import Letters

PLAIN, BOLD = Letters("Nunito", 400, 12, "#222222"), Letters("Nunito", 800, 12, "#222222")


def said(*texts):
    return Words(tuple(Run(text, BOLD if at % 2 else PLAIN) for at, text in enumerate(texts)))


def shown(words):
    return words.text.replace("\u00a0", "~")


@pytest.mark.parametrize(
    "text",
    [
        "fra 7.~september til 2.~oktober",
        "tirsdag 15.~september kl.~18.00 i gangen",
        "Od 7~września 2026, godz.~18.00",
        "الساعة~18:00",
        "I uke~2 øver vi. Uke~2, 9, 14~og 20 · 11.~januar",
        "veke~34 og week~34",
        "tlf.~90~00~00~00",
        "hjem~– nå",
        "Det var i 2027. Vi møtes",
        "Alle 5. Vi",
        "2,5~km",
    ],
)
def test_what_belongs_together_has_no_break(text):
    assert shown(held_in(said(text.replace("~", " ")))) == text


@pytest.mark.parametrize("texts", [("fra 7.", " september"), ("fra 7. ", "september"), ("kl. ",)])
def test_runs_do_not_part_what_belongs_together(texts):
    more = () if len(texts) > 1 else ("18.00",)
    done = held_in(said(*texts, *more))
    assert shown(done).count("~") == 1
    assert [one.letters for one in done.runs] == [PLAIN, BOLD]


def test_a_sign_stays_with_its_name():
    mark = Mark((), 4.0, "#ffffff")
    done = held_in(Words((mark, Run(" Respekt og mer", BOLD))))
    assert (done.runs[0], shown(done)) == (mark, "~Respekt og mer")
    assert shown(held_in(said(" Respekt"))) == " Respekt"


def test_all_of_a_paper_is_held():
    one = said("7. mai")
    table = Table((10.0,), ((Cell((one,)),),))
    done = held(Flow("x", "nb", (one, table), head=(table,), foot=(one,)))
    cells = [part.rows[0][0].blocks[0] for part in (done.blocks[1], done.head[0])]
    assert {shown(words) for words in (done.blocks[0], *cells, done.foot[0])} == {"7.~mai"}


@given(some.lists(some.text("a7. –\u00a0klue:\u200b", max_size=12), max_size=4))
def test_nothing_but_spaces_changes(texts):
    words = said(*texts)
    done = held_in(words)
    assert done.text.replace("\u00a0", " ") == words.text.replace("\u00a0", " ")
    assert [len(run.text) for run in done.runs] == [len(run.text) for run in words.runs]
    assert held_in(done) == done

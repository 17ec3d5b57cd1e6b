"""Handouts: two, three or six slides a page, notes that are whole, lines to write on, a box."""

from dataclasses import replace

import pytest

from pipeline.language import language
from pipeline.paper.check import faults
from pipeline.paper.sheet import HANDOUTS, Box, Group, Row, Shape, Text, pictures, walk
from pipeline.paper.slides import Deck, Slide
from pipeline.paper.slides.handout import A_PAGE, handout
from pipeline.paper.slides.handout.cell import SENTENCE
from pipeline.paper.slides.handout.layouts import LAYOUTS
from pipeline.paper.theme import dress
from pipeline.problems import Gathered, Sourced
from tests.products.letters import FILM, ODD, SPOKEN, homely
from tests.products.slides import deck, overlapping, titles, words

NOTES = "Om lag to minutter.\nSi: Vi øver sammen.\nSpør: Hva ser dere?"
LONG = "Fortell at vi øver hver dag fram til 2. oktober. Spør: Hva skjer når alle vet hva vi gjør?"
STEPS = ("Les forventningene høyt.", "Øv i fem minutter.")


def slides(count, notes=NOTES, steps=STEPS, paper="A4", **more):
    """A handout of so many slides with the same notes."""
    school, gathered = homely(), Gathered()
    look = dress(school.brand, school.values, gathered)
    own = Deck(school, language("nb"), look, gathered)
    made = own.sheets("Felles språk", [Slide("words", "Vi øver", "", (), notes)] * count)
    done = handout(made, own, "Til alle ansatte", steps, paper, **more)
    assert faults(done) == [] and not any(list(crossing(one)) for one in done.sheets)
    return done


def frames(sheet):
    """Where the slides stand."""
    for group in sheet.items:
        for one in group.items if isinstance(group, Group) else ():
            if isinstance(one, Shape) and one.stroke and not one.fill and len(one.path) > 2:
                (_, (x, y)), *_ = one.path
                xs, ys = zip(*(at for _, at in one.path if at), strict=True)
                yield Box(min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys))


def rules(sheet):
    """Where the lines to write on stand."""
    for item, _ in walk(sheet.items):
        if isinstance(item, Shape) and [verb for verb, _ in item.path] == ["M", "L"]:
            (_, (x, y)), (_, (right, _)) = item.path
            yield Box(x, y - 4.0, right - x, 4.0)


def notes(sheet):
    """What is said beside the slides and in the box."""
    for group in sheet.items:
        kinds = [getattr(one, "kind", "") for one in getattr(group, "items", ())]
        if "heading" not in kinds or "list" in kinds:
            yield from (one for one, _ in walk((group,)) if isinstance(one, Text))


def crossing(sheet):
    """What lies over something else: slides, words beside them, and room to write."""
    boxes = [one.box for one in notes(sheet)]
    alone = [*frames(sheet), *boxes, *rules(sheet)]
    yield from overlapping(replace(sheet, items=tuple(Row(one, (), 0) for one in alone)), 0.1)


@pytest.mark.parametrize("paper", A_PAGE)
@pytest.mark.parametrize(("odd", "code"), SPOKEN)
def test_every_handout_is_sound(odd, code, paper):
    school = ODD[odd]
    made, noted = deck(school, paper, code)
    shown, _ = deck(school, code=code)
    assert faults(made) == [] and noted == []
    headings = [one for sheet in made.sheets for one in words(sheet, "heading")]
    assert [one for one in headings if one in titles(shown)] == titles(shown)
    counts = [len(list(frames(sheet))) for sheet in made.sheets]
    assert sum(counts) == len(shown.sheets) and set(counts[:-2]) <= {A_PAGE[paper]}
    say = language(code).say
    for at, sheet in enumerate(made.sheets, 1):
        assert list(crossing(sheet)) == [] and (sheet.width, sheet.height) == (210, 297)
        assert say("Page {page} of {pages}", page=at, pages=len(counts)) in words(
            sheet, "paragraph"
        )
        assert min(one.letters.size for one in notes(sheet)) >= 9
        assert all(one.x >= 15 and one.right <= 195.1 for one in [*frames(sheet), *rules(sheet)])
    assert {one.art.digest for one in pictures(made)} <= {"logo", "yard"}
    if paper != "A4-6":
        told = " ".join(one for sheet in made.sheets for one in words(sheet, "paragraph"))
        said = [note for sheet in shown.sheets for note in sheet.notes.split("\n")[1:]]
        assert [one for one in said if one not in told.replace("\xad ", "")] == []


def test_what_lies_over_something_else_is_seen():
    sheet = slides(1).sheets[0]
    words = replace(next(notes(sheet)), box=Box(100, 60, 50, 4))
    rule = Shape((("M", (150, 45)), ("L", (190, 45))), None, "#000000", 0.15)
    for fault in (words, rule):
        items = (*sheet.items, Group("paragraph", (fault,)))
        assert list(crossing(replace(sheet, items=items)))


@pytest.mark.parametrize(
    ("paper", "fewest", "most"), [("A4", 7, 8), ("A4-2", 5, 5), ("A4-6", 1, 2)]
)
def test_there_are_lines_to_write_on_8_to_9_mm_apart(paper, fewest, most):
    made = slides(12, paper=paper)
    for sheet in made.sheets[:-1]:
        found = sorted((one.x, one.bottom) for one in rules(sheet))
        for slot in map(LAYOUTS[paper].slot, range(A_PAGE[paper])):
            there = [y for x, y in found if slot.x <= x < slot.right and slot.y < y < slot.bottom]
            assert fewest <= len(there) <= most
        steps = [b - a for (x, a), (y, b) in zip(found, found[1:], strict=False) if x == y]
        assert all(8 <= one <= 9 or one > 20 for one in steps)


@pytest.mark.parametrize("paper", A_PAGE)
def test_notes_end_after_a_sentence_where_they_are_too_long_and_the_head_says_so(paper):
    for count, whole in ((1, True), (20, False)):
        made = slides(1, "\n".join(["Om lag ett minutt.", *[LONG] * count]), paper=paper)
        told = [" ".join(one.lines) for one in notes(made.sheets[0])]
        assert (told[1] == "Til alle ansatte") is whole
        assert any(one.endswith(("oktober. …", "gjør? …")) for one in told) is not whole


def test_a_day_s_number_and_an_hour_end_no_sentence():
    said = "Vi øver til 2. oktober, kl. 9. Si: «Hei!» Spør hvorfor."
    assert SENTENCE.split(said) == ["Vi øver til 2. oktober, kl. 9.", "Si: «Hei!»", "Spør hvorfor."]


def test_papers_have_as_many_slides_as_they_are_listed_with():
    assert A_PAGE == {"A4": 3, **HANDOUTS}


def test_a_slide_without_notes_has_its_number():
    made = slides(1, "")
    assert "Lysbilde 1" in words(made.sheets[0], "paragraph")


@pytest.mark.parametrize("paper", A_PAGE)
@pytest.mark.parametrize("count", range(1, 8))
def test_the_box_shares_the_last_page(paper, count):
    made = slides(count, paper=paper)
    assert len(made.sheets) == -(-count // A_PAGE[paper])
    assert "Øving i klassen denne uka" in words(made.sheets[-1], "heading")
    assert "2. Øv i fem minutter." in words(made.sheets[-1], "item")


@pytest.mark.parametrize("more", range(1, 4))
def test_notes_of_one_s_own_have_lines(more):
    for paper in A_PAGE:
        sheet = slides(5, steps=STEPS * more, paper=paper).sheets[-1]
        own = [one.box for one in notes(sheet) if one.lines == ("Egne notater",)]
        assert all(sum(one.y > own[0].y for one in rules(sheet)) >= 2 for _ in own)


@pytest.mark.parametrize("paper", A_PAGE)
def test_a_long_box_has_a_page_of_its_own(paper):
    made = slides(A_PAGE[paper], steps=STEPS * 8, paper=paper)
    assert [len(list(frames(one))) for one in made.sheets] == [A_PAGE[paper], 0]


@pytest.mark.parametrize("paper", A_PAGE)
def test_the_box_has_the_heading_it_is_given_and_is_there_for_steps_alone(paper):
    (sheet,) = slides(1, paper=paper, heading="Hjemme denne uka").sheets
    assert "Hjemme denne uka" in words(sheet, "heading")
    for count in (1, A_PAGE[paper]):
        (sheet,) = slides(count, steps=(), paper=paper).sheets
        assert not words(sheet, "item") and "Øving" not in " ".join(words(sheet, "heading"))


def test_a_film_has_its_address_and_code_on_the_smallest_slide():
    made, _ = deck(homely(), "A4-6")
    items = [one for sheet in made.sheets for one, _ in walk(sheet.items)]
    assert [one.pieces[0].link for one in items if isinstance(one, Row)] == [FILM.link]
    code = language("nb").say("A code to scan with a phone: it opens the film")
    (found,) = [one for one in items if isinstance(one, Group) and one.alt == code]
    xs = [at[0] for one in found.items for _, at in one.path if at]
    assert max(xs) - min(xs) > 10  # mm, for a phone held near


def test_a_long_task_leaves_no_page_behind():
    school = homely()
    first = replace(school.year.focuses[0], task=Sourced(" ".join([LONG] * 6)))
    year = replace(school.year, focuses=(first, *school.year.focuses[1:]))
    for paper in A_PAGE:
        made, noted = deck(replace(school, year=year), paper)
        assert faults(made) == [] and not noted
        assert [list(crossing(one)) for one in made.sheets] == [[]] * len(made.sheets)

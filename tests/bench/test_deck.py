"""The deck that pandoc makes is the same as ours: words, pictures and notes, slide by slide."""

import re
import subprocess

import pptx
import pytest
from PIL import Image

from pipeline.paper.sheet import Group, Picture, walk
from tests.bench import bars, cases, deck
from tests.bench.timing import Sample
from tests.consumers.browser import missing
from tests.products.letters import homely
from tests.products.slides import deck as ours
from tests.products.slides import titles, words

PICTURE = 13


@pytest.fixture
def paper():
    """Our own slides, which the Markdown is written from."""
    return ours(homely())[0]


def pictures(sheet):
    own = (one for one in sheet.items if isinstance(one, Group) and one.kind == "figure")
    return [one for group in own for one, _ in walk(group.items) if isinstance(one, Picture)]


def test_all_that_the_slides_say_stands_in_the_markdown(paper):
    said = deck.markdown(paper, lambda picture: "drawing.jpg").replace("\\", "")
    assert [line[2:] for line in said.splitlines() if line.startswith("# ")] == titles(paper)
    for sheet in paper.sheets:
        assert all(one in said for one in words(sheet, "paragraph", "item"))
        assert all(line in said for line in sheet.notes.splitlines())
    assert said.count("drawing.jpg") == sum(len(pictures(sheet)) for sheet in paper.sheets) > 0


@pytest.mark.consumer
def test_pandoc_makes_slide_for_slide_what_we_do(paper, tmp_path):
    if deck.pandoc() is None:
        missing("pandoc")

    def prepared(picture):
        path = tmp_path / f"{picture.art.digest}.jpg"
        Image.new("RGB", (40, 30), "white").save(path)
        return path

    deck.lay_out(paper, tmp_path / "deck", prepared)
    subprocess.run(deck.command(tmp_path / "deck"), check=True)
    shown = pptx.Presentation(tmp_path / "deck" / deck.MADE).slides
    assert [one.shapes.title.text for one in shown] == titles(paper)
    for sheet, slide in zip(paper.sheets, shown, strict=True):
        told = "\n".join(one.text_frame.text for one in slide.shapes if one.has_text_frame)
        assert all(one in told for one in words(sheet, "paragraph", "item"))
        drawn = [one for one in slide.shapes if one.shape_type == PICTURE]
        assert len(drawn) == len(pictures(sheet))
        notes = slide.notes_slide.notes_text_frame.text
        assert [one for one in notes.split("\n") if one] == sheet.notes.splitlines()


@pytest.mark.parametrize("said", ["2. november", "# ikke tittel", '«Hei» "du"', "a_b*c* [d](e)"])
def test_no_mark_in_words_means_anything_to_markdown(said):
    told = deck.plain(said)
    assert told.replace("\\", "") == said
    assert not deck.MARKS.search(re.sub(r"\\.", "", told))


def test_where_pandoc_is_missing_the_bars_say_how_to_get_it():
    own = {cases.SLIDES: Sample(0.5, 0.5, 1, 1)}
    assert bars.slides(own).startswith("NOT MEASURED")
    assert deck.HOW_TO_GET_IT in bars.slides(own)
    assert bars.slides({**own, cases.SLIDES_PANDOC: Sample(0.4, 0.4, 1, 1)}).startswith("NOT met")

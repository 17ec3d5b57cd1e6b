"""The contents page says all that it should, lets nothing break out, and needs nothing else."""

import re
from dataclasses import replace
from html.parser import HTMLParser
from urllib.parse import unquote

import pytest

from pipeline.contents.cards import Words
from pipeline.contents.drawn import shape
from pipeline.contents.markup import Html, tag, text
from pipeline.contents.page import page
from pipeline.contents.parts import Contents, Face
from pipeline.language import language
from pipeline.model import SHAPES
from pipeline.paper import webface
from tests.contents.sample import contents, look, shown, whose

HOSTILE = (
    '"><script>alert(1)</script>',
    "</style></title><img src=x onerror=alert(1)>",
    "' onmouseover='alert(1)",
    "javascript:alert(1)",
    "&lt;b&gt; & <!-- --> ]]>",
    "{0} {name} %s \\ \u202e\u2028",
)
EMPTY = {"meta", "link", "br", "hr", "img"}
OUTSIDE = re.compile(r"""https?:|//[\w.]+|\bsrc=|@import|<link|<iframe|<object|<base""")


class Tree(HTMLParser):
    """Every element with its attributes and the words in it; an element left open is a fault."""

    def __init__(self, markup):
        super().__init__()
        self.all, self.open, self.faults = [], [], []
        self.feed(markup)
        self.close()
        self.faults += [one["tag"] for one in self.open]

    def handle_starttag(self, name, attributes):
        one = {"tag": name, "words": "", **dict(attributes)}
        self.all.append(one)
        if name not in EMPTY:
            self.open.append(one)

    def handle_endtag(self, name):
        if not self.open or self.open.pop()["tag"] != name:
            self.faults.append(name)

    def handle_data(self, words):
        for one in self.open:
            one["words"] += words

    def named(self, *names):
        return [one for one in self.all if one["tag"] in names]


def outside(markup):
    """Return each address that the page would go to by itself."""
    plain = re.sub(r"data:[\w/+]+;base64,[\w+/=]+", "", markup)
    return OUTSIDE.findall(plain)


def test_what_is_inside_an_element_is_escaped():
    assert tag("p", '<b>"', title='a"b<', hidden=True, class_="") == (
        '<p title="a&quot;b&lt;" hidden>&lt;b&gt;&quot;</p>'
    )
    assert text(Html("<b>")) == "<b>"
    assert tag("meta", name="x") == '<meta name="x">'


@pytest.mark.parametrize("words", HOSTILE)
def test_no_word_breaks_out(words):
    hostile, plain = Tree(shown(name=words, title=words)), Tree(shown())
    assert hostile.faults == plain.faults == []
    assert [one["tag"] for one in hostile.all] == [one["tag"] for one in plain.all]
    assert [set(one) for one in hostile.all] == [set(one) for one in plain.all]
    assert words in {one["words"] for one in hostile.named("h3", "span")}


def test_a_word_that_breaks_out_is_caught():
    spoilt = shown().replace("I skolegården", HOSTILE[0])
    assert [one["tag"] for one in Tree(spoilt).all] != [one["tag"] for one in Tree(shown()).all]


@pytest.mark.parametrize("code", ["nb", "nn", "en"])
def test_nothing_comes_from_elsewhere(code):
    markup = shown(code)
    assert outside(markup) == []
    assert f'<html lang="{code}">' in markup
    assert "default-src &#x27;none&#x27;" in markup


@pytest.mark.parametrize("planted", ['<img src="a">', "<a href='https://x.no'>", "url(//x.no/a)"])
def test_an_outside_address_is_caught(planted):
    assert outside(shown() + planted)


def test_the_same_contents_give_the_same_page():
    assert shown() == shown()


def test_links_are_percent_encoded_and_lead_back_to_the_file():
    links = {one["href"] for one in Tree(shown()).named("a")}
    assert "Arenaplakater/A3%20st%C3%A5ende/50%20%25%20p%C3%A5%20%231%20%C3%A5.pdf" in links
    assert "Arenaplakater/A3 stående/50 % på #1 å.pdf" in {unquote(one) for one in links}


def test_every_way_in_leads_somewhere_and_no_id_is_used_twice():
    tree = Tree(shown())
    ids = [one["id"] for one in tree.all if "id" in one]
    assert len(ids) == len(set(ids))
    inward = {one["href"][1:] for one in tree.named("a", "use") if one["href"].startswith("#")}
    assert inward <= set(ids)


def test_a_link_says_all_when_it_is_heard_alone():
    heard = {one["words"] for one in Tree(shown()).named("a")}
    assert "Arenaplakater, I skolegården, A2 stående: PDF 479 kB" in heard
    assert "Arenaplakater, Gangen, A3 stående, den nye: PDF den nye 90 kB" in heard


def test_what_a_hand_has_changed_is_marked_and_the_new_one_named():
    marked = [one for one in Tree(shown()).all if one.get("class") == "by-hand"]
    assert {one["words"].count("endret for hånd") for one in marked} == {1}
    assert any("den nye" in one["words"] for one in marked)
    assert any("den nye" not in one["words"] for one in marked)


def test_a_small_picture_lies_once_on_the_page():
    markup = shown()
    assert markup.count("data:image/png") == 2
    assert markup.count('href="#s-1"') > 3


def test_what_has_no_picture_gets_a_sign():
    assert 'class="picture sign little"' in shown()


def test_headings_come_in_order():
    levels = [int(one["tag"][1]) for one in Tree(shown()).named("h1", "h2", "h3", "h4")]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in zip(levels, levels[1:], strict=False))


def test_a_few_new_things_are_shown_and_many_are_counted():
    markup = shown()
    assert "23. november 2026" in markup
    assert '<a href="#k-a">Arenaplakater<span class="size">9</span></a>' in markup


def test_a_page_with_nothing_on_it_says_so():
    empty = page(Contents(whose(), (), (), ()), language("nb"), look())
    assert "Ingenting er laget ennå." in empty
    assert Tree(empty).faults == []


def test_what_is_practised_now_is_left_to_the_day_it_is_opened():
    now = [one for one in Tree(shown()).all if one.get("class") == "badge" and "hidden" in one]
    assert {one["words"] for one in now} == {"nå"}
    assert 'data-spans="2026-01-01/2099-12-31"' in shown()


@pytest.mark.parametrize(
    ("size", "said"), [(0, "1 kB"), (1499, "1 kB"), (999_499, "999 kB"), (999_600, "1,0 MB")]
)
def test_sizes_are_written_as_people_write_them(size, said):
    assert Words(language("nb"), {}).size(size) == said


@pytest.mark.parametrize("name", SHAPES)
def test_every_shape_can_be_drawn(name):
    drawn = Tree(shape(name, "#ffffff", "#000000"))
    assert drawn.faults == []
    assert all(re.fullmatch(r"[MLCZ0-9. -]+", one["d"]) for one in drawn.named("path"))


def test_letters_are_cut_to_those_that_are_used():
    ((weights, content),) = webface.cut("Nunito", ["Skolegård"])
    assert weights == "200 1000"
    assert content[:4] == b"\0\1\0\0"
    assert 2_000 < len(content) < 15_000


def test_the_page_stays_small():
    assert len(shown()) < 60_000
    assert contents().pictures


def test_letters_are_laid_in_under_a_name_of_our_own():
    told = replace(contents(), faces=(Face("200 1000", b"\0\1\0\0"),))
    markup = page(told, language("nb"), replace(look(), family='"}</style><script>'))
    assert Tree(markup).faults == []
    assert 'font-family:"Own letters";font-weight:200 1000' in markup
    assert "</style><script>" not in markup.replace("</style></head>", "")

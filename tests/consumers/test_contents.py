"""A browser opens the contents page: axe-core, keyboard, phone and paper; each sees faults."""

from itertools import product

import pytest

from pipeline.contents.cards import FEW
from tests.consumers.browser import violations
from tests.contents.sample import looks, shown

WIDTHS = (320, 768, 1400)
LEAST = 24  # pixels that a target has, both ways; WCAG 2.2, 2.5.8
SMALL = """(least) => [...document.querySelectorAll('a:not([tabindex]), summary')]
  .filter((one) => one.checkVisibility() && !one.classList.contains('skip'))
  .map((one) => [one.textContent, one.getBoundingClientRect()])
  .filter(([, box]) => box.width < least || box.height < least)
  .map(([words]) => words)"""
AT = """() => {
  const one = document.activeElement, box = one.getBoundingClientRect();
  const style = getComputedStyle(one);
  const seen = box.width > 0 && box.bottom > 0 && box.top < innerHeight
    && style.outlineStyle === 'solid' && parseFloat(style.outlineWidth) >= 2;
  return [one.tagName, one.textContent, seen];
}"""
TARGETS = """() => [...document.querySelectorAll('a[href]:not([tabindex]), summary')]
  .filter((one) => one.checkVisibility()).map((one) => one.textContent)"""
pytestmark = pytest.mark.consumer


def overflows(tab):
    return tab.evaluate("document.documentElement.scrollWidth > innerWidth")


@pytest.mark.parametrize(
    ("code", "look"),
    [*product(("nb", "nn"), looks()[:3]), *product(("nb",), looks()[3:])],
    ids=lambda one: str(one)[:40],
)
def test_all_can_read_it(code, look, open_):
    tab = open_(shown(code, *look))
    found, widths = {}, WIDTHS[:1] if look[1] else WIDTHS
    for width in widths:
        tab.set_viewport_size({"width": width, "height": 800})
        found[width] = violations(tab), overflows(tab), tab.evaluate(SMALL, LEAST)
    assert found == dict.fromkeys(widths, ([], False, []))


@pytest.mark.parametrize("count", [2, 5])
def test_as_many_values_as_a_school_has(count, open_):
    tab = open_(shown(count=count), 320)
    assert (violations(tab), overflows(tab)) == ([], False)


def test_long_words_do_not_widen_the_page(open_):
    tab = open_(shown(name="Ytre-" * 30, title="W" * 80), 320)
    assert not overflows(tab)


PLANTS = {
    "image-alt": ("</main>", '<img src="data:," width="9" height="9"></main>'),
    "color-contrast": ("</main>", '<p style="color:#bbb;background:#fff">blek</p></main>'),
    "html-has-lang": ('<html lang="nb">', "<html>"),
    "heading-order": ("</main>", "<h6>for dypt</h6></main>"),
    "link-name": ("</main>", '<a href="#main"></a></main>'),
    "region": ("</body>", "<p>utenfor</p></body>"),
}


@pytest.mark.parametrize("fault", PLANTS)
def test_a_planted_fault_is_seen(fault, open_):
    old, new = PLANTS[fault]
    markup = shown()
    assert old in markup
    found = violations(open_(markup.replace(old, new)))
    assert fault in {one.partition(":")[0] for one in found}


def test_a_page_that_is_too_wide_or_has_small_targets_is_seen(open_):
    wide = '<p style="width:400px">x</p><a href="#main" style="font-size:9px">x</a></main>'
    tab = open_(shown().replace("</main>", wide), 320)
    assert overflows(tab)
    assert tab.evaluate(SMALL, LEAST) == ["x"]


def walked(tab, most=200):
    """Return what the tab key reaches, in order, and what was reached without being seen."""
    reached, unseen = [], []
    for _ in range(most):
        tab.keyboard.press("Tab")
        name, words, seen = tab.evaluate(AT)
        if name == "BODY":
            break
        reached.append(words)
        unseen += [] if seen else [words]
    return reached, unseen


@pytest.mark.parametrize(("width", "look"), [(320, ("sol", ())), (1400, looks()[3])])
def test_the_keyboard_reaches_every_link_in_order(width, look, open_):
    tab = open_(shown("nb", *look), width)
    wanted = tab.evaluate(TARGETS)
    reached, unseen = walked(tab)
    assert reached == wanted
    assert reached[0] == "Gå til innholdet"
    assert unseen == []


def test_focus_that_can_not_be_seen_is_caught(open_):
    hidden = "a:focus-visible{outline:0!important}</style>"
    assert walked(open_(shown().replace("</style>", hidden)), 5)[1]


def test_the_skip_link_leads_past_the_ways_in(open_):
    tab = open_(shown())
    tab.keyboard.press("Tab")
    tab.keyboard.press("Enter")
    assert tab.evaluate("document.activeElement.id") == "main"


def test_what_is_folded_away_opens_with_the_keyboard(open_):
    tab = open_(shown())
    fold = tab.locator("details").first
    assert fold.locator("li").count() == 5 - FEW
    fold.locator("summary").focus()
    tab.keyboard.press("Enter")
    assert fold.locator("li").first.is_visible()


def test_what_is_practised_now_comes_first_and_without_code_the_dates_tell(open_, browser):
    tab = open_(shown())
    assert tab.locator(".kit h3").first.inner_text().split() == ["I", "skolegården", "nå"]
    plain = browser.new_page(java_script_enabled=False)
    plain.goto(tab.url)
    assert plain.locator(".kit h3").first.inner_text() == "I gangen"
    assert plain.locator(".badge:visible").all_inner_texts().count("nå") == 0
    assert "1. januar 2026" in plain.locator(".kit").nth(1).inner_text()
    plain.close()


def test_it_asks_for_nothing_and_may_not(open_):
    assert [one for one in open_(shown()).asked if not one.startswith("data:")] == [open_.at]
    elsewhere = "https://x.example/a.png"
    tab = open_(shown().replace("</main>", f'<img alt="x" src="{elsewhere}"></main>'))
    assert tab.stopped == [(elsewhere, "csp")]


def test_its_own_letters_are_used_and_its_code_runs(open_):
    said = []
    tab = open_(shown())
    tab.on("console", lambda one: said.append(one.text))
    tab.reload()
    assert said == []


def test_on_paper_all_things_are_there_and_no_way_in(open_):
    tab = open_(shown())
    tab.emulate_media(media="print")
    assert not tab.locator("nav").is_visible()
    assert tab.locator(".row").last.is_visible()
    tab.emulate_media(media="screen")

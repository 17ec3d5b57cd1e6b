"""A browser for the tests, with axe-core at hand."""

import os
from functools import cache
from pathlib import Path

import pytest

BROWSERS = ("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome")
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
RUN = "(tags) => axe.run(document, {runOnly: tags, resultTypes: ['violations']})"


def missing(what):
    """Fail where all must be there; skip elsewhere."""
    if os.environ.get("CI"):
        pytest.fail(f"{what} is missing")
    pytest.skip(f"{what} is missing")


@pytest.fixture(scope="module")
def browser():
    program = next((one for one in BROWSERS if Path(one).exists()), None) or missing("chromium")
    try:
        from playwright.sync_api import sync_playwright
    except ImportError:
        missing("playwright")
    with sync_playwright() as play:
        opened = play.chromium.launch(executable_path=program, args=["--disable-gpu"])
        yield opened
        opened.close()


@pytest.fixture(scope="module")
def tab(browser):
    page = browser.new_page(reduced_motion="reduce")
    page.asked, page.stopped = [], []
    page.on("request", lambda one: page.asked.append(one.url))
    page.on("requestfailed", lambda one: page.stopped.append((one.url, one.failure)))
    return page


@cache
def axe():
    import axe_playwright_python

    return (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text("utf-8")


@pytest.fixture
def open_(tab, tmp_path):
    """Return a way to open a page from a file at a width, with axe at hand."""

    file = tmp_path / "index.html"

    def opened(markup, width=1400):
        file.write_text(markup, encoding="utf-8")
        tab.set_viewport_size({"width": width, "height": 800})
        tab.asked.clear()
        tab.goto(file.as_uri())
        return tab

    opened.at = file.as_uri()
    return opened


def violations(tab):
    if tab.evaluate("typeof axe") == "undefined":
        tab.evaluate(axe())
    found = tab.evaluate(RUN, TAGS)["violations"]
    return [
        f"{one['id']}: {node['target']} {node['failureSummary']}"
        for one in found
        for node in one["nodes"]
    ]

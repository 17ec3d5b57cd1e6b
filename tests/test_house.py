"""The house stands as its map says; each rule is seen to catch a fault planted for it."""

import shutil
from pathlib import Path

import pytest

from pipeline.language import language
from tests import house

ROOT = Path(__file__).parents[1]
RULES = {
    "floors": house.broken_floors,
    "owners": house.foreign_owners,
    "sizes": house.too_large,
    "circles": house.circles,
    "first sentences": house.without_a_word,
    "the map": house.off_the_map,
}


@pytest.mark.parametrize("rule", RULES)
def test_the_house_keeps(rule):
    assert RULES[rule](ROOT) == []


PLANTED = {
    "floors": ("readers/stray.py", '"""A."""\nfrom pipeline.model import School\n'),
    "a product that imports a product": (
        "products/stray.py",
        '"""A."""\nfrom pipeline.products.arena_poster import compose\n',
    ),
    "a product that imports a product's part": (
        "products/stray.py",
        '"""A."""\nfrom pipeline.products.monthly_insert.small import sheet\n',
    ),
    "owners": ("products/stray.py", '"""A."""\ndef f():\n    import reportlab\n'),
    "sizes": ("stray.py", '"""A."""\n' + "x = 1\n" * 401),
    "a long function": ("stray.py", '"""A."""\ndef f():\n' + "    x = 1\n" * 41),
    "arguments": ("stray.py", '"""A."""\ndef f(a, b, c, d, e, f, g, h):\n    pass\n'),
    "circles": ("stray.py", '"""A."""\nfrom pipeline import cli\nfrom pipeline import stray\n'),
    "first sentences": ("stray.py", "x = 1\n"),
    "the map": ("stray.py", '"""A."""\n'),
}
RULE_OF = {
    "a product that imports a product": "floors",
    "a product that imports a product's part": "floors",
    "a long function": "sizes",
    "arguments": "sizes",
}


@pytest.fixture(scope="module")
def copy(tmp_path_factory):
    root = tmp_path_factory.mktemp("house")
    shutil.copytree(
        ROOT / "pipeline", root / "pipeline", ignore=shutil.ignore_patterns("__pycache__")
    )
    return root


@pytest.mark.parametrize("fault", PLANTED)
def test_a_planted_fault_is_caught(fault, copy):
    rule = RULES[RULE_OF.get(fault, fault)]
    file, text = PLANTED[fault]
    stray = copy / "pipeline" / file
    stray.write_text(text, encoding="utf-8")
    if fault == "circles":
        problems = copy / "pipeline" / "problems.py"
        whole = problems.read_text(encoding="utf-8")
        stray.write_text('"""A."""\nfrom pipeline.problems import fault\n', encoding="utf-8")
        problems.write_text(whole + "\nfrom pipeline.stray import fault\n", encoding="utf-8")
    try:
        assert rule(copy)
    finally:
        stray.unlink()
        if fault == "circles":
            problems.write_text(whole, encoding="utf-8")


def test_every_sentence_is_in_every_language():
    known = {code: set(language(code).phrases) for code in ("nb", "nn")}
    assert house.untranslated(ROOT, known) == []


def test_a_sentence_without_words_is_caught(copy):
    stray = copy / "pipeline" / "stray.py"
    stray.write_text('"""A."""\nphrase("Nobody has said this yet.")\n', encoding="utf-8")
    found = house.untranslated(copy, {"nb": set(house.phrases(ROOT))})
    stray.unlink()
    assert found == ["nb: 'Nobody has said this yet.' (stray)"]

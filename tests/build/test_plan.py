"""File names are the school's words, and safe wherever a school's files lie."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.build.plan import RESERVED, safe


@pytest.mark.parametrize(
    ("name", "file"),
    [
        ("I skolegården", "I skolegården"),
        ("Ute/inne: alle?", "Ute-inne- alle"),
        ("con", "_con"),
        ("LPT1.x", "_LPT1.x"),
        ("Gangen. ", "Gangen"),
        ("a\tb\nc", "a-b-c"),
        ("..", "_"),
        ("Skolega\u030arden", "Skolegården"),
    ],
)
def test_a_name_is_made_safe(name, file):
    assert safe(name) == file


@given(st.text())
def test_any_name_is_safe(name):
    made = safe(name)
    assert made
    assert not set(made) & set('<>:"/\\|?*\0')
    assert made == made.strip(" .") or made.startswith("_")
    assert made.split(".")[0].casefold() not in RESERVED
    assert safe(made) == made

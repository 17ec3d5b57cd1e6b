"""Letters of the school's own: read with their lines, filled in, and each fault told at its place.

After a change of wording, `python -m tests.intake.test_own_letters` writes what we say anew.
"""

import re
import tempfile
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.intake import take_in
from pipeline.language import codes, language
from pipeline.model import USES
from pipeline.problems import Faults
from pipeline.readers.letter_file import LARGEST, read_letter
from pipeline.year import fields
from tests.intake.school import SKOLEAR, lay
from tests.intake.test_faults import said

HERE = Path(__file__).parents[1] / "faults" / "letters"
FILES = sorted(HERE.glob("*.md"))
TODAY = date(2026, 11, 23)
GOOD = """\
---
til: Alle foresatte
dato: 31.8.2026
---
Velkommen til møte
==================

Kjære **alle** sammen, dette er en lang linje som går over
i den neste. Møtet er {{ møtedato }}.

![Egen tekst](gard.jpg)

1. Kom tidlig
2. Ta med kopp
   - gjerne to

> Husk *innesko*
<!-- bare til oss -->

Vennlig hilsen
{{skole}}

[Les mer](https://example.no)
"""


def laid(folder, text, name="Hei.md"):
    home = lay(folder, skolear=SKOLEAR)
    (home / "sources" / "brev").mkdir()
    (home / "sources" / "brev" / name).write_bytes(
        text if isinstance(text, bytes) else text.encode()
    )
    return home


def told(folder, file, code):
    """What is said of the letter alone: the good year has a word to say too."""
    spoken = said(laid(folder, file.read_bytes(), file.name), code)
    problems = re.split(r"\n(?! )", spoken)
    others = ("skolear.yaml", "drawings.yaml", "tegninger")
    return "\n".join(one for one in problems if not one.startswith(others))


def the_letter(folder, text):
    (letter,) = take_in(laid(folder, text), TODAY).school.letters
    return letter


@pytest.mark.parametrize("code", ["en", "nb"])
@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_a_planted_fault_is_told(file, code, tmp_path):
    now = told(tmp_path, file, code)
    assert file.name in now
    assert now == file.with_suffix(f".{code}.txt").read_text(encoding="utf-8")


def test_a_good_letter_is_read_with_the_line_of_everything(tmp_path):
    letter = the_letter(tmp_path, GOOD)
    assert (letter.name, letter.to, letter.day) == ("Hei", "Alle foresatte", date(2026, 8, 31))
    parts = [
        (one.kind, one.level or one.number, "".join(saying.text for saying in one.sayings))
        for one in letter.passages
    ]
    assert parts == [
        ("heading", 1, "Velkommen til møte"),
        (
            "paragraph",
            0,
            "Kjære alle sammen, dette er en lang linje som går over i den neste."
            " Møtet er {{ møtedato }}.",
        ),
        ("picture", 0, "Egen tekst"),
        ("item", 1, "Kom tidlig"),
        ("item", 2, "Ta med kopp"),
        ("item", 0, "gjerne to"),
        ("aside", 0, "Husk innesko"),
        ("paragraph", 0, "Vennlig hilsen"),
        ("paragraph", 0, "{{skole}}"),
        ("paragraph", 0, "Les mer"),
    ]
    lines = [dict(one.place.steps)["line"] for one in letter.passages]
    assert lines == [5, 8, 11, 13, 14, 15, 17, 20, 21, 23]
    bold = [saying.text for one in letter.passages for saying in one.sayings if saying.bold]
    assert bold == ["alle", "innesko"]
    assert letter.passages[-1].sayings[0].link == "https://example.no"
    assert [one.broken for one in letter.passages[-3:]] == [True, False, False]


def test_a_withdrawn_drawing_goes_out_of_the_letter(tmp_path):
    assert any(one.drawing == "gard" for one in the_letter(tmp_path / "a", GOOD).passages)
    home = laid(tmp_path / "b", GOOD)
    listed = home / "assets" / "drawings.yaml"
    text = listed.read_text(encoding="utf-8")
    listed.write_text(text.replace("ukeplan: ja", "trukket: ja"), encoding="utf-8")
    taken = take_in(home, TODAY)
    assert not any(one.drawing for one in taken.school.letters[0].passages)
    assert any("Hei.md" in str(one.place) for one in taken.notes)


def test_a_letter_may_be_in_another_language(tmp_path):
    letter = the_letter(tmp_path, "---\nspråk: engelsk\n---\n# Hello\n")
    assert letter.language == "en"
    assert the_letter(tmp_path / "b", "# Hei\n").language == "nb"


def test_a_letter_that_is_far_too_large_is_refused(tmp_path):
    file = tmp_path / "stor.md"
    file.write_text("ord " * (LARGEST // 4 + 1), encoding="utf-8")
    with pytest.raises(Faults, match="larger than"):
        read_letter(file)


@pytest.mark.parametrize("code", codes())
def test_every_field_has_a_name_that_is_known(code):
    names = language(code).facts["letter_fields"]
    assert set(names.values()) == set(fields.FIELDS)
    assert all(fields.meant(name) == field for name, field in names.items())


def test_every_field_is_filled_in(tmp_path):
    home = laid(tmp_path, "---\ndato: 31.8.2026\n---\n# Hei\n")
    settings_file = home / "sources" / "skole.yaml"
    more = "kontakt: {navn: Teamet, e-post: a@b.no, telefon: 12 34 56 78, nettside: https://b.no}\n"
    more += "profil: {motto: Sammen}\n"
    settings_file.write_text(settings_file.read_text(encoding="utf-8") + more, encoding="utf-8")
    school = take_in(home, TODAY).school
    known = fields.told_of(school.letters[0], school)
    found = {name: fill(known) for name, fill in fields.FIELDS.items()}
    assert all(found.values())
    assert found["focus_last"] == "18. desember 2026" and found["school_year"] == "2026–2027"
    assert found["meeting_clock"] == "kl. 18.00" and found["values"] == "Respekt og Omsorg"
    text = "{{Skole}}, {{ møte-dato }} {{MÅNED}}".replace("møte-dato", "møtedato")
    assert fields.filled(text, known) == "Lia skole, 15. september 2026 august"


MARKS = st.sampled_from(
    [*"#*_-+>`[]()!<>{}|~\\&:/.", "\n", "\n\n", " ", "æ", "1. ", "{{ skole }}", "---\n"]
)


@settings(max_examples=150, deadline=None)
@given(st.lists(MARKS, max_size=40).map("".join))
def test_any_text_is_read_or_refused_with_its_place(text):
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "x.md"
        file.write_text(text, encoding="utf-8")
        try:
            record = read_letter(file)
        except Faults as faults:
            assert all(one.place for one in faults.problems)
        else:
            lines = text.count("\n") + 1
            for block in record.blocks:
                assert block.pieces and 1 <= dict(block.place.steps)["line"] <= lines


def test_uses_are_those_that_drawings_know():
    assert "weekplan" in USES


def _write_anew() -> None:
    for file in FILES:
        for code in ("en", "nb"):
            with tempfile.TemporaryDirectory() as folder:
                now = told(Path(folder), file, code)
            file.with_suffix(f".{code}.txt").write_text(now, encoding="utf-8")


if __name__ == "__main__":
    _write_anew()

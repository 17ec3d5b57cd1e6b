"""A batch of week plans: each gets its month's PALS, and none is lost, whatever is wrong."""

import shutil
from datetime import date
from pathlib import Path

import docx
import pytest
from docx.oxml.ns import qn

from pipeline.build.weekplans import Wish, done
from pipeline.problems import Faults
from tests.intake.school import SKOLEAR
from tests.small import lay_out
from tests.weekplan.plans import sample_plans

TODAY = date(2026, 11, 25)
PLANS = {f"{name.removesuffix('.docx')}.docx": one for name, one in sample_plans().items()}
ONE = "Ukeplan 4. trinn.docx"


@pytest.fixture
def home(tmp_path):
    return lay_out(tmp_path / "skole", skolear=SKOLEAR)


@pytest.fixture
def plans(tmp_path):
    folder = tmp_path / "ukeplaner"
    folder.mkdir()
    for name, content in PLANS.items():
        (folder / name).write_bytes(content)
    return folder


def run(home, *files, **more):
    wish = Wish(tuple(files), more.pop("out", home / "output" / "Ukeplaner"), **more)
    return list(done(home, TODAY, wish))


def said(path):
    """All the words of a document, those in tables within tables too."""
    body = docx.Document(path).element.body
    return " ".join(node.text or "" for node in body.iter(qn("w:t")))


def test_a_folder_of_plans_becomes_as_many_copies(home, plans):
    before = {path.name: path.read_bytes() for path in plans.iterdir()}
    made = run(home, plans)
    assert [one.state for one in made] == ["new"] * len(PLANS)
    for one in made:
        assert "Månedens PALS · desember" in said(one.written)
        assert one.places
    assert {path.name: path.read_bytes() for path in plans.iterdir()} == before


def test_again_is_kept_and_another_month_is_laid_in(home, plans):
    run(home, plans)
    assert {one.state for one in run(home, plans)} == {"kept"}
    made = run(home, plans, month="november")
    assert {one.state for one in made} == {"changed"}
    assert all("november" in said(one.written) for one in made)


def test_a_copy_that_a_hand_has_changed_is_left_alone(home, plans):
    (first, *_) = run(home, plans)
    opened = docx.Document(first.written)
    opened.add_paragraph("Husk gymtøy")
    opened.save(first.written)
    edited = Path(first.written).read_bytes()
    made = run(home, plans, month="november")
    assert made[0].state == "edited by hand"
    assert Path(first.written).read_bytes() == edited
    assert "november" in said(home / "output" / "Ukeplaner" / made[0].beside)


def test_in_place_keeps_what_was(home, plans):
    file = plans / ONE
    before = file.read_bytes()
    file.chmod(0o640)
    (made,) = run(home, file, in_place=True)
    assert made.state == "changed" and "desember" in said(file)
    assert (plans / "før PALS" / ONE).read_bytes() == before
    assert file.stat().st_mode & 0o777 == 0o640
    assert run(home, file, in_place=True)[0].state == "kept"
    run(home, file, in_place=True, month="november")
    kept = sorted(path.name for path in (plans / "før PALS").iterdir())
    assert len(kept) == 2
    (last,) = run(home, file, in_place=True, remove=True)
    assert last.state == "changed" and file.read_bytes() == before


def test_a_plan_that_is_open_is_not_touched(home, plans):
    (plans / f"~${ONE[2:]}").touch()
    (made,) = run(home, plans / ONE, in_place=True)
    assert "open in Word" in str(made.faults[0])
    assert (plans / ONE).read_bytes() == PLANS[ONE]


def test_a_bad_one_is_told_of_and_the_rest_go_on(home, plans):
    (plans / "a gammel.doc").write_bytes(b"\xd0\xcf\x11\xe0" + bytes(600))
    (plans / "b tom.docx").touch()
    (plans / "~$lås.docx").touch()
    made = run(home, plans)
    assert [one.state for one in made[:2]] == ["refused", "refused"]
    assert [one.state for one in made[2:]] == ["new"] * len(PLANS)
    assert not list((home / "output" / "Ukeplaner").glob("a*"))


def test_two_of_one_name_become_two_copies(home, plans, tmp_path):
    other = tmp_path / "5. trinn"
    other.mkdir()
    shutil.copy(plans / ONE, other / ONE)
    made = run(home, plans / ONE, other / ONE)
    assert [Path(one.written).name for one in made] == [ONE, f"5. trinn {ONE}"]


def test_the_month_is_asked_for_where_nothing_tells_it(home, tmp_path):
    file = tmp_path / "plan.docx"
    opened = docx.Document()
    opened.add_paragraph("SOSIALT")
    opened.save(file)
    (made,) = run(home, file)
    assert "which month" in str(made.faults[0].what)
    (made,) = run(home, file, month="11")
    assert made.state == "new" and "november" in said(made.written)


def test_words_and_name_at_odds_are_told_of(home, plans):
    odd = plans / "uke 47.docx"
    (plans / ONE).rename(odd)
    (made,) = run(home, odd)
    assert "the words count" in str(made.notes[0].what) and "desember" in said(made.written)


def test_without_a_place_it_says_how_to_mark_one(home, tmp_path):
    file = tmp_path / "uke 47.docx"
    opened = docx.Document()
    opened.add_paragraph("Lekser")
    opened.save(file)
    (made,) = run(home, file)
    assert "{{ månedens_pals }}" in str(made.faults[0])
    (made,) = run(home, file, at_end=True)
    assert made.state == "new" and "november" in said(made.written)


def test_without_a_school_year_nothing_is_touched(tmp_path, plans):
    bare = lay_out(tmp_path / "bare")
    with pytest.raises(Faults, match="school year"):
        list(done(bare, TODAY, Wish((plans,), bare / "output", month="november")))
    (made, *_) = run(bare, plans)
    assert made.state == "refused"


def test_an_empty_folder_is_told_of(home, tmp_path):
    (tmp_path / "tom").mkdir()
    with pytest.raises(Faults, match="no week plans"):
        run(home, tmp_path / "tom")

"""Earlier versions of the matrices are found by name, compared, and never in the way."""

import json
from datetime import date

import pytest

from pipeline import intake
from pipeline.intake import earlier
from pipeline.intake.translate import in_language, texts
from pipeline.problems import Faults
from tests.intake.school import MATRISER, lay

TODAY = date(2026, 9, 1)
WAITS = "Jeg venter på tur"


def school(folder, **files):
    """The school taken in, with files of matrices in sources/tidligere."""
    lay(folder)
    home = folder / "sources" / "tidligere"
    home.mkdir()
    for name, text in files.items():
        (home / name.replace("_", ".")).write_text(text, encoding="utf-8")
    taken = intake.take_in(folder, TODAY)
    return taken.school, [str(one) for one in taken.notes]


def changes(school):
    return [(one.kind, one.now, one.before) for one in school.matrices[0].changes]


def test_without_earlier_versions_nothing_has_changed(tmp_path):
    lay(tmp_path)
    assert intake.take_in(tmp_path, TODAY).school.matrices[0].changes == ()


def test_the_newest_by_name_is_compared(tmp_path):
    older = MATRISER.replace(WAITS, "Jeg står i kø")
    newer = MATRISER.replace(WAITS, "Jeg venter på min tur")
    one, _ = school(tmp_path, m9_yaml=older, m10_yaml=newer)
    assert changes(one) == [("changed", WAITS, "Jeg venter på min tur")]


def test_each_matrix_has_its_own_newest(tmp_path):
    other = "tittel: Inne\narenaer:\n  På do:\n    Respekt: [Jeg banker på]\n    Omsorg: []\n"
    older = MATRISER.replace(WAITS, "Jeg venter på min tur")
    one, _ = school(tmp_path, m1_yaml=older, m2_yaml=other)
    assert changes(one) == [("changed", WAITS, "Jeg venter på min tur")]


def test_a_value_that_is_no_more_is_not_in_the_way(tmp_path):
    one, notes = school(tmp_path, m1_yaml=MATRISER.replace("Omsorg", "Trivsel"))
    assert [kind for kind, *_ in changes(one)] == ["new", "new"]
    assert not any("Trivsel" in note for note in notes)


def test_a_file_that_can_not_be_read_is_told_of_and_stops_nothing(tmp_path):
    one, notes = school(tmp_path, m1_yaml=MATRISER, m2_csv='"', notes_odt="x")
    assert changes(one) == []
    assert any("m2.csv" in note for note in notes)
    assert not any("notes.odt" in note for note in notes)


def test_words_of_before_are_translated_too(tmp_path):
    one, _ = school(tmp_path, m1_yaml=MATRISER.replace(WAITS, "Jeg venter på min tur"))
    assert "Jeg venter på min tur" in texts(one)
    there, missing = in_language(one, "nn")
    assert "Jeg venter på min tur" in missing
    assert len(there.matrices[0].changes) == 1


@pytest.fixture
def files(tmp_path):
    old, new = tmp_path / "old.yaml", tmp_path / "new.yaml"
    old.write_text(MATRISER.replace(WAITS, "Jeg venter på min tur"), encoding="utf-8")
    new.write_text(MATRISER.replace("I gangen", "I trappa"), encoding="utf-8")
    return old, new


def test_two_files_are_compared_as_text(files):
    lines = list(earlier.changes_as_lines(earlier.comparisons(*files), str))
    assert lines == [
        "Ute (for pupils)",
        f"  I skolegården, Respekt: {WAITS} (before: Jeg venter på min tur)",
        "  I trappa (before: I gangen)",
    ]


def test_two_files_are_compared_as_json(files):
    (found,) = json.loads(earlier.changes_as_json(earlier.comparisons(*files)))
    assert found["title"] == "Ute" and found["audience"] == "elev"
    assert found["changes"][0] == {
        "kind": "changed",
        "arena": "I skolegården",
        "value": "Respekt",
        "now": WAITS,
        "before": "Jeg venter på min tur",
    }


def test_a_matrix_that_is_new_and_one_that_is_gone_are_told_whole(files, tmp_path):
    old, new = files
    new.write_text(
        "tittel: Hjemme\narenaer:\n  Ved bordet:\n    Mot: [Jeg smaker på maten]\n",
        encoding="utf-8",
    )
    found = earlier.comparisons(old, new)
    assert [(one.title, {change.kind for change in one.changes}) for one in found] == [
        ("Hjemme", {"new"}),
        ("Ute", {"gone"}),
    ]
    (home, _) = json.loads(earlier.changes_as_json(found))
    assert home["changes"][0]["value"] == "Mot"


def test_the_same_file_has_not_changed(files):
    lines = list(earlier.changes_as_lines(earlier.comparisons(files[0], files[0]), str))
    assert lines == ["Ute (for pupils)", "  nothing has changed"]


def test_a_file_that_is_not_there_is_a_fault(files, tmp_path):
    with pytest.raises(Faults):
        earlier.comparisons(tmp_path / "none.yaml", files[1])

import pytest

from pipeline.intake import matrices
from pipeline.model import Value
from pipeline.problems import Gathered, Place, Sourced
from tests.intake.school import MATRISER, lay

VALUES = tuple(Value(Sourced(name), Sourced(""), "heart", "") for name in ("Respekt", "Omsorg"))


def joined(folder):
    gathered = Gathered()
    readings = matrices.read_files(folder, ["Respekt", "Omsorg"], gathered)
    found = matrices.joined(readings, VALUES, gathered)
    return found, [str(one) for one in gathered]


@pytest.mark.parametrize(
    ("value", "heading"),
    [("Omsorg", "omsorg"), ("Omsorg", "OMSORG"), ("Omsorg", "Vi viser omsorg")],
)
def test_a_heading_finds_its_value(value, heading, tmp_path):
    (one,), said = joined(lay(tmp_path, matriser=MATRISER.replace(value, heading)))
    assert said == []
    assert one.arenas[0].cells == (("Jeg venter på tur",), ("Jeg inviterer andre med",))


def test_cells_stand_in_the_order_of_the_schools_values(tmp_path):
    turned = MATRISER.replace("Respekt", "x").replace("Omsorg", "Respekt").replace("x", "Omsorg")
    (one,), _ = joined(lay(tmp_path, matriser=turned))
    assert one.arenas[0].cells == (("Jeg inviterer andre med",), ("Jeg venter på tur",))


def test_lines_know_where_they_are_written(tmp_path):
    (one,), _ = joined(lay(tmp_path))
    assert one.arenas[1].cells[1][0].place == Place("matriser.yaml").at(line=8)


def test_the_same_matrix_in_two_files_is_refused(tmp_path):
    lay(tmp_path)
    (tmp_path / "sources" / "Matriser gammel.yaml").write_text(MATRISER, encoding="utf-8")
    found, said = joined(tmp_path)
    assert len(found) == 1
    assert len(said) == 1
    assert "'Ute' stands in" in said[0]


def test_another_audience_may_have_the_same_title_and_places(tmp_path):
    lay(tmp_path)
    other = MATRISER.replace("tittel: Ute", "tittel: Ute\nmålgruppe: voksen")
    (tmp_path / "sources" / "matriser-voksen.yaml").write_text(other, encoding="utf-8")
    found, said = joined(tmp_path)
    assert said == []
    assert {one.audience for one in found} == {"elev", "voksen"}


def test_a_folder_without_matrices_is_told_of(tmp_path):
    (lay(tmp_path) / "sources" / "matriser.yaml").unlink()
    (tmp_path / "sources" / "~$matriser.docx").write_bytes(b"Word's own note")
    assert "There is no file with the matrix text." in joined(tmp_path)[1][0]


def test_a_file_that_can_not_be_read_does_not_hide_the_others(tmp_path):
    (lay(tmp_path) / "sources" / "matriser.pdf").write_bytes(b"%PDF-1.7")
    found, said = joined(tmp_path)
    assert len(found) == 1
    assert "matriser.pdf" in said[0]


def test_every_language_lends_its_words():
    words = matrices.matrix_words()
    assert {"jeg", "eg", "we"} <= set(words.openers)
    assert "på" in words.prepositions


def test_one_value_under_two_headings_is_refused(tmp_path):
    twice = "    Vi viser respekt: [Jeg ser]\n    Omsorg: [Jeg inv"
    lay(tmp_path, matriser=MATRISER.replace("    Omsorg: [Jeg inv", twice))
    assert any("are the same value" in one for one in joined(tmp_path)[1])

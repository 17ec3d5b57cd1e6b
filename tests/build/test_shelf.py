"""The output folder: what is kept, laid beside and moved away; nothing of others is touched."""

import pytest

from pipeline.build.ledger import Ledger
from pipeline.build.plan import Job
from pipeline.build.shelf import Shelf

MARK = {"words": "1", "pictures": "1", "look": "1", "form": "1"}
OTHER = {**MARK, "words": "2"}


def job(target="Plakater/A.pdf"):
    return Job("arena_poster", "A", ("A",), "nb", "A3", False, "pdf", target)


def opened(out):
    return Shelf(out, Ledger.open(out))


def put(shelf, content, mark=MARK, target="Plakater/A.pdf"):
    return shelf.put(job(target), (mark, 1.5), content, "ny")


@pytest.fixture
def shelf(tmp_path):
    return opened(tmp_path)


def test_a_file_is_new_then_kept_then_changed(shelf):
    assert shelf.look(job(), MARK, force=False)[:2] == ("new", True)
    assert put(shelf, b"one").state == "new"
    assert shelf.look(job(), MARK, force=False)[:2] == ("kept", False)
    assert shelf.look(job(), OTHER, force=False)[:2] == ("changed", True)
    assert put(shelf, b"two", OTHER).state == "changed"
    assert (shelf.out / "Plakater/A.pdf").read_bytes() == b"two"


def test_why_names_what_differs(shelf):
    put(shelf, b"one")
    assert str(shelf.look(job(), OTHER, force=False)[2]) == "its words have changed"
    assert str(shelf.look(job(), MARK, force=True)[2]) == "you asked for it"


def test_the_same_bytes_again_are_kept(shelf):
    put(shelf, b"one")
    assert put(shelf, b"one", OTHER).state == "kept"
    assert shelf.look(job(), OTHER, force=False)[0] == "kept"


def test_the_ledger_is_remembered(shelf):
    put(shelf, b"one")
    shelf.ledger.close()
    assert opened(shelf.out).look(job(), MARK, force=False)[0] == "kept"


def test_a_build_cut_off_before_its_ledger_was_written_leaves_files_of_ours(shelf):
    put(shelf, b"one")
    again = opened(shelf.out)
    assert again.look(job(), MARK, force=False)[0] == "changed"
    assert put(again, b"two", OTHER).state == "changed"


def test_what_a_hand_has_changed_is_left_alone_and_the_new_one_laid_beside(shelf):
    file = shelf.out / "Plakater/A.pdf"
    put(shelf, b"one")
    file.write_bytes(b"by hand")
    assert shelf.look(job(), MARK, force=False)[:2] == ("edited by hand", False)
    assert shelf.look(job(), OTHER, force=False)[:2] == ("edited by hand", True)
    line = put(shelf, b"two", OTHER)
    assert (line.state, line.beside) == ("edited by hand", "Plakater/A (ny).pdf")
    assert file.read_bytes() == b"by hand"
    assert (shelf.out / line.beside).read_bytes() == b"two"
    assert shelf.look(job(), OTHER, force=False)[:2] == ("edited by hand", False)


def test_a_file_beside_that_is_edited_too_is_left_alone(shelf):
    put(shelf, b"one")
    (shelf.out / "Plakater/A.pdf").write_bytes(b"by hand")
    beside = shelf.out / put(shelf, b"two", OTHER).beside
    beside.write_bytes(b"by hand too")
    assert put(shelf, b"three", {**MARK, "words": "3"}).beside == "Plakater/A (ny 2).pdf"
    assert beside.read_bytes() == b"by hand too"


def test_taking_over_the_file_beside_ends_the_matter(shelf):
    put(shelf, b"one")
    file = shelf.out / "Plakater/A.pdf"
    file.write_bytes(b"by hand")
    beside = shelf.out / put(shelf, b"two", OTHER).beside
    beside.replace(file)
    assert shelf.look(job(), OTHER, force=False)[0] == "kept"


def test_a_letter_that_a_teacher_has_edited_is_never_overwritten(shelf):
    import docx

    from pipeline.formats import docx as word
    from tests.formats.letter import letter, prepared, said

    target = "Brev/Skolegården.docx"
    put(shelf, word.paint(letter(), prepared), target=target)
    opened = docx.Document(shelf.out / target)
    opened.paragraphs[2].runs[0].text = "Hei alle sammen"
    opened.save(shelf.out / target)
    edited = (shelf.out / target).read_bytes()
    line = put(shelf, word.paint(letter("nb", said("Nytt")), prepared), OTHER, target)
    assert (line.state, line.beside) == ("edited by hand", "Brev/Skolegården (ny).docx")
    assert (shelf.out / target).read_bytes() == edited
    beside = docx.Document(shelf.out / line.beside)
    assert beside.paragraphs[-1].text == "Nytt"


def test_a_file_that_no_build_made_is_never_overwritten(shelf):
    file = shelf.out / "Plakater/A.pdf"
    file.parent.mkdir()
    file.write_bytes(b"a teacher's own")
    assert put(shelf, b"one").beside == "Plakater/A (ny).pdf"
    assert file.read_bytes() == b"a teacher's own"


def test_outdated_files_are_moved_and_none_is_overwritten(shelf):
    put(shelf, b"one")
    list(shelf.retire("Plakater/A.pdf"))
    assert not (shelf.out / "Plakater").exists()
    put(shelf, b"two")
    list(shelf.retire("Plakater/A.pdf"))
    moved = sorted(path.read_bytes() for path in (shelf.out / "utgått").rglob("*.pdf"))
    assert moved == [b"one", b"two"]


def test_others_files_stay_when_ours_move(shelf):
    put(shelf, b"one")
    own = shelf.out / "Plakater/liste.txt"
    own.write_text("min egen")
    list(shelf.retire("Plakater/A.pdf"))
    assert own.read_text() == "min egen"


def test_a_damaged_ledger_counts_as_none(shelf):
    put(shelf, b"one")
    shelf.ledger.close()
    shelf.ledger.path.write_text('{"form": 1, "made": 3')
    again = opened(shelf.out)
    assert again.ledger.made == {}
    assert put(again, b"one").state == "kept"

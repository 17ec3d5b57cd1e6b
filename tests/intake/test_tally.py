"""Votes are read however they were counted; each file in tests/faults/tally is wrong in one way.

After a change of wording, `python -m tests.intake.test_tally` writes what we say anew.
"""

import io
from contextlib import redirect_stderr
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.intake import contest_key, tally
from pipeline.language import language
from pipeline.problems import Faults, Gathered, speak

HERE = Path(__file__).parents[1] / "faults" / "tally"
FILES = sorted(HERE.glob("*.csv"))
NUMBERS = (1, 2, 3, 4)


def counted(path: Path, numbers=NUMBERS):
    gathered = Gathered()
    return tally.votes(path, numbers, gathered), gathered


def said(path: Path, code: str) -> str:
    """All that is said of a tally."""
    speak(language(code).tell)
    try:
        _, gathered = counted(path)
        return "".join(f"{one}\n" for one in gathered.close())
    except Faults as faults:
        printed = io.StringIO()
        with redirect_stderr(printed):
            faults.show()
        return printed.getvalue()
    finally:
        speak(str)


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
@pytest.mark.parametrize("code", ["nb", "en"])
def test_what_is_wrong_is_told_with_its_place(file, code):
    assert said(file, code) == file.with_suffix(f".{code}.txt").read_text(encoding="utf-8")


def lay(folder: Path, text: str) -> Path:
    path = folder / "stemmer.csv"
    path.write_text(text, encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("text", "votes"),
    [
        ("Nummer;Stemmer\n1;4\n2;3\n", (4, 3, 0, 0)),
        ("1;4\n2;3\n3;0\n4;1\n", (4, 3, 0, 1)),
        ("Nummer,5A,5B,Sum\n1,4,3,7\n2,0,1,1\nSum,4,4,8\n", (7, 1, 0, 0)),
        ("Klasse;1;2;3;4\n5A;4;0;9;1\n5B;1;;2;-\n", (5, 0, 11, 1)),
        ("Klasse;Tegning 1;Tegning 2\n5A;4;0\n5B;1;2\nTotalt;5;2\n", (5, 2, 0, 0)),
        ("1;2;3;4\n4;0;9;1\n", (4, 0, 9, 1)),
        ("Tegnekonkurranse;;\n;;\nNr.;5A;5B\nNr. 1;4;1\nNr. 3;2;2\n", (5, 0, 4, 0)),
        ("1;2\n2;1\n", (2, 1, 0, 0)),
    ],
)
def test_classes_are_summed_upright_and_lying(text, votes, tmp_path):
    found, gathered = counted(lay(tmp_path, text))
    assert tuple(found.values()) == votes and not list(gathered)


@given(st.lists(st.lists(st.integers(0, 99), min_size=3, max_size=3), min_size=1, max_size=5))
def test_upright_and_lying_count_alike(classes):
    import tempfile

    up = "\n".join(
        [
            "Nummer;" + ";".join(f"K{at}" for at in range(len(classes))),
            *(f"{n};" + ";".join(str(one[n - 1]) for one in classes) for n in (1, 2, 3)),
        ]
    )
    lying = "\n".join(
        ["Klasse;1;2;3", *(f"K{at};" + ";".join(map(str, one)) for at, one in enumerate(classes))]
    )
    with tempfile.TemporaryDirectory() as folder:
        sums = tuple(sum(one[at] for one in classes) for at in range(3))
        for text in (up, lying):
            found, _ = counted(lay(Path(folder), text), (1, 2, 3))
            assert tuple(found.values()) == sums


def book(folder: Path, *tables) -> Path:
    one = openpyxl.Workbook()
    one.remove(one.active)
    for at, rows in enumerate(tables, 1):
        sheet = one.create_sheet(f"Klasse {at}")
        for row in rows:
            sheet.append(row)
    one.save(folder / "stemmer.xlsx")
    return folder / "stemmer.xlsx"


def test_a_workbook_with_a_sheet_for_each_class_is_summed(tmp_path):
    rows = [["Nummer", "Stemmer"], [1, 4], [2, 3.0]]
    found, gathered = counted(book(tmp_path, rows, rows))
    assert tuple(found.values()) == (8, 6, 0, 0) and not list(gathered)


def test_a_fault_in_a_workbook_is_told_by_sheet_and_cell(tmp_path):
    path = book(tmp_path, [["Nummer", "Stemmer"], [1, "mange"], [9, 3]])
    with pytest.raises(Faults) as told:
        counted(path)[1].close()
    places = [str(one.place) for one in told.value.problems]
    assert places == [f'stemmer.xlsx, sheet "Klasse 1", cell {cell}' for cell in ("B2", "A3")]


@pytest.mark.parametrize(
    ("name", "content", "what"),
    [
        ("stemmer.xls", b"\xd0\xcf\x11\xe0", "files that end in '.xls' are not read here"),
        ("stemmer.pdf", b"%PDF-1.7", "files that end in '.pdf' are not read here"),
        ("stemmer.csv", b"", "the file is empty"),
        ("stemmer.csv", b"\x89PNG\r\n\x1a\n123", "this is in truth a picture"),
        ("stemmer.xlsx", b"PK\x03\x04 nothing", ""),
        (None, b"", "there is no such file"),
    ],
)
def test_a_file_that_is_no_tally_is_refused_in_words(name, content, what, tmp_path):
    path = tmp_path / (name or "stemmer.csv")
    if name:
        path.write_bytes(content)
    with pytest.raises(Faults) as told:
        counted(path)
    (problem,) = told.value.problems
    assert what in str(problem) and problem.place.file == path.name


# The key


KEY = "Nummer;Fil;Trinn;Fornavn\n1;Ola.jpg;5;\n2;Kari; 6. trinn ;Kari\n\n3;Per.png;;\n"


def test_the_key_tells_number_year_and_name(tmp_path):
    gathered = Gathered()
    kept = contest_key.read(lay(tmp_path, KEY), gathered)
    assert not list(gathered)
    assert kept == {
        "Ola.jpg": contest_key.Kept(1, 5),
        "Kari": contest_key.Kept(2, 6, "Kari"),
        "Per.png": contest_key.Kept(3),
    }


@pytest.mark.parametrize(
    ("line", "what"),
    [
        ("1;b.jpg", "line 3: each line of the key needs a number of its own"),
        ("x;b.jpg", "line 3: each line of the key needs a number of its own"),
        ("2;a.jpg", "line 3: each line of the key needs a file of its own"),
        ("2", "line 3: each line of the key needs a file of its own"),
        ("2;b.jpg;femte", "line 3: 'femte' is not a year of school"),
        ("2;b.jpg;99", "line 3: '99' is not a year of school"),
    ],
)
def test_a_key_that_is_spoiled_is_told_of(line, what, tmp_path):
    gathered = Gathered()
    contest_key.read(lay(tmp_path, f"Nummer;Fil;Trinn\n1;a.jpg;5\n{line}\n"), gathered)
    (problem,) = gathered
    assert what in str(problem)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
@pytest.mark.parametrize("delimiter", [";", ",", "\t"])
@pytest.mark.parametrize("ending", ["\n", "\r\n", ""])
def test_more_files_are_added_below_what_a_hand_wrote(encoding, delimiter, ending, tmp_path):
    text = "Nummer;Fil;Trinn;Fornavn\n1;Åse.jpg;5;Åse".replace(";", delimiter)
    before = (text.replace("\n", ending or "\n") + ending).encode(encoding)
    content = contest_key.added(before, {"Ny, fin.jpg": 2, "Øl;e.jpg": 3})
    assert content.startswith(before)
    path = tmp_path / "key.csv"
    path.write_bytes(content)
    kept = contest_key.read(path, Gathered())
    assert kept["Åse.jpg"] == contest_key.Kept(1, 5, "Åse")
    assert {"Ny, fin.jpg", "Øl;e.jpg"} < set(kept)


def test_a_new_key_reads_as_it_was_written(tmp_path):
    path = tmp_path / "key.csv"
    numbers = {'Per "den store".jpg': 2, "Ola; Kari.jpg": 1}
    path.write_bytes(contest_key.written(("Nummer", "Fil", "Trinn", "Fornavn"), numbers))
    kept = contest_key.read(path, Gathered())
    assert {name: one.number for name, one in kept.items()} == numbers


if __name__ == "__main__":
    for one in FILES:
        for code in ("nb", "en"):
            one.with_suffix(f".{code}.txt").write_text(said(one, code), encoding="utf-8")

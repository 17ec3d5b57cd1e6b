"""A folder of photos becomes ballot, count and winners; nobody can tell who drew, nothing leaks."""

import re
import shutil
from datetime import date
from pathlib import Path

import pikepdf
import pytest
from PIL import Image

from pipeline.build import contest, press
from pipeline.build.contest import Wish, hold
from pipeline.drawings.privacy import leaks
from pipeline.problems import Faults
from tests.contest.folder import NAMES, entries
from tests.small import TELLTALES

TODAY = date(2026, 11, 23)
LETTERS = "abcd"
KEY = "HEMMELIG – hvem som har tegnet hva.csv"
HEIC = Path(__file__).parents[1] / "drawings" / "phone.heic"


@pytest.fixture(autouse=True)
def one_at_a_time(monkeypatch):
    monkeypatch.setattr(press, "cores", lambda: 1)


@pytest.fixture
def drawn(tmp_path):
    return entries(tmp_path / "Bilder av Ola")


def tally(folder: Path, text: str) -> Path:
    path = folder / "stemmer.csv"
    path.write_text(text, encoding="utf-8")
    return path


def by_file(folder: Path) -> dict[str, int]:
    lines = (folder / KEY).read_text(encoding="utf-8-sig").splitlines()[1:]
    return {file: int(number) for number, file, *_ in (one.split(";") for one in lines if one)}


def test_the_ballot_and_the_count_are_made_and_the_key_lies_apart(home, drawn):
    held = hold(home, TODAY, Wish(drawn))
    assert [one.target for one in held.lines] == ["Stemmeseddel.pdf", "Opptelling.pdf"]
    assert held.key == drawn / KEY and held.entries == 4
    assert held.out == home / "output" / "Elevrådet" / "Tegnekonkurranse Bilder av Ola"
    assert by_file(drawn).keys() == set(NAMES)
    assert not list((home / "output").rglob("*.csv"))


def test_numbers_come_of_contents_alone(home, drawn, tmp_path):
    hold(home, TODAY, Wish(drawn))
    numbers = by_file(drawn)
    other = tmp_path / "other"
    other.mkdir()
    for at, name in enumerate(reversed(NAMES)):
        shutil.copy(drawn / name, other / f"{LETTERS[at]}.jpg")
    hold(home, TODAY, Wish(other))
    there = by_file(other)
    assert [there[f"{LETTERS[at]}.jpg"] for at in range(4)] == [
        numbers[one] for one in reversed(NAMES)
    ]


def test_a_number_that_a_teacher_wrote_is_kept(home, drawn):
    for old, new in zip(NAMES, ("17.jpg", "003.jpg", "nr 8.jpg", "IMG_0007.jpg"), strict=True):
        (drawn / old).rename(drawn / new)
    hold(home, TODAY, Wish(drawn))
    assert by_file(drawn) == {"17.jpg": 17, "003.jpg": 3, "nr 8.jpg": 8, "IMG_0007.jpg": 18}


def test_a_number_on_two_drawings_is_told(home, drawn):
    (drawn / NAMES[0]).rename(drawn / "7.jpg")
    (drawn / NAMES[1]).rename(drawn / "07.jpg")
    with pytest.raises(Faults, match="7.jpg: number 7 is that of '07.jpg'"):
        hold(home, TODAY, Wish(drawn))
    assert not (home / "output").exists() and not (drawn / KEY).exists()


def test_a_second_time_nothing_changes(home, drawn):
    first = hold(home, TODAY, Wish(drawn))
    key = (drawn / KEY).read_bytes()
    stamps = {one: one.stat().st_mtime_ns for one in first.out.glob("*.pdf")}
    again = hold(home, TODAY, Wish(drawn))
    assert {one.state for one in again.lines} == {"kept"}
    assert (drawn / KEY).read_bytes() == key
    assert {one: one.stat().st_mtime_ns for one in first.out.glob("*.pdf")} == stamps


def test_what_a_hand_wrote_in_the_key_stays_and_new_drawings_come_below(home, drawn):
    hold(home, TODAY, Wish(drawn))
    hand = (drawn / KEY).read_bytes().replace(b"Kari.jpg;;", b"Kari.jpg;5;Kari")
    (drawn / KEY).write_bytes(hand)
    entries(drawn, 5)
    held = hold(home, TODAY, Wish(drawn))
    after = (drawn / KEY).read_bytes()
    assert after.startswith(hand) and by_file(drawn)["tegning 4.jpg"] == held.entries == 5
    (drawn / "Kari.jpg").unlink()
    (note,) = hold(home, TODAY, Wish(drawn)).notes
    assert "is not in the folder" in str(note) and note.advice
    assert (drawn / KEY).read_bytes() == after


def test_what_a_hand_changed_in_the_output_is_left_alone(home, drawn):
    held = hold(home, TODAY, Wish(drawn))
    (held.out / "Opptelling.pdf").write_bytes(b"%PDF our own")
    states = {one.target: one for one in hold(home, TODAY, Wish(drawn)).lines}
    assert states["Opptelling.pdf"].state == "edited by hand" and states["Opptelling.pdf"].beside
    assert (held.out / "Opptelling.pdf").read_bytes() == b"%PDF our own"


@pytest.mark.parametrize("code", ["nb", "nn", "en"])
def test_the_winners_are_made_from_a_tally(code, home, drawn):
    votes = tally(drawn, "Nummer;5A;5B\n1;4;1\n2;3;3\n3;0;0\n4;1;1\n")
    held = hold(home, TODAY, Wish(drawn, (votes,), 1, code))
    assert len(held.lines) == 3
    assert by_file(drawn).keys() == set(NAMES)  # the tally is no drawing


def test_a_tie_gives_a_new_ballot_and_no_winners_until_it_is_resolved(home, drawn):
    first = tally(drawn, "1;4\n2;9\n3;4\n4;1\n")
    held = hold(home, TODAY, Wish(drawn, (first,), 2))
    made = ["Stemmeseddel.pdf", "Opptelling.pdf"]
    assert [one.target for one in held.lines] == [*made, "Ny stemmeseddel.pdf"]
    assert [str(one) for one in held.found][:2] == [
        *("Votes counted in stemmer.csv: 18.", "Chosen so far, by number: 2."),
    ]
    assert "these numbers are tied: 1, 3" in str(held.notes[0])
    again = drawn / "omvalg.csv"
    again.write_text("1;3\n3;20\n", encoding="utf-8")
    held = hold(home, TODAY, Wish(drawn, (first, again), 2))
    assert [one.target for one in held.lines] == ["Vinnere.pdf", "Ny stemmeseddel.pdf"]
    assert held.lines[-1].state == "outdated"
    assert "Winners, by number: 2, 3." in map(str, held.found)
    with pytest.raises(Faults, match="there is no tie to vote on again"):
        hold(home, TODAY, Wish(drawn, (first, again, again), 2))
    with pytest.raises(Faults, match="there is no drawing number 2 on the ballot"):
        again.write_text("1;3\n2;1\n", encoding="utf-8")
        hold(home, TODAY, Wish(drawn, (first, again), 2))


def cast(held, name="Stemmeseddel.pdf") -> bytes:
    return (held.out / name).read_bytes()


@pytest.mark.parametrize("code", ["nb", "nn"])
def test_what_has_been_voted_with_is_not_made_anew_at_the_count(code, home, drawn):
    held = hold(home, TODAY, Wish(drawn))
    assert "give --winners before you print" in str(held.found[0])
    before = [cast(held), cast(held, "Opptelling.pdf")]
    entries(drawn, 5)
    votes = tally(drawn, "1;4\n2;3\n3;0\n4;1\n")
    counted = hold(home, TODAY, Wish(drawn, (votes,), 2, code))
    assert len(counted.lines) == 1 and counted.lines[0].target.startswith("Vinnere")
    assert [cast(held), cast(held, "Opptelling.pdf")] == before
    assert not any("before you print" in str(one) for one in counted.found)
    assert "the ballot was made with --winners 1" in str(counted.notes[0])
    (held.out / "Opptelling.pdf").unlink()
    lines = hold(home, TODAY, Wish(drawn, (votes,), 1, code)).lines
    assert [one.target.split(",")[0] for one in lines][0].startswith("Opptelling")
    assert cast(held) == before[0]


def test_a_ballot_keeps_its_number_of_winners(home, drawn):
    held = hold(home, TODAY, Wish(drawn, places=2))
    two = cast(held)
    assert "2 drawings win" in str(held.found[0])
    assert cast(hold(home, TODAY, Wish(drawn))) == two
    votes = tally(drawn, "1;4\n2;3\n3;0\n4;1\n")
    held = hold(home, TODAY, Wish(drawn, (votes,)))
    assert "Winners, by number: 1, 2." in map(str, held.found)
    (drawn / "stemmer.csv").unlink()
    assert cast(hold(home, TODAY, Wish(drawn, places=1))) != two


def test_winners_whose_year_nobody_has_written_are_told_with_the_key(home, drawn):
    votes = tally(drawn, "1;4\n2;3\n3;0\n4;1\n")
    (note,) = hold(home, TODAY, Wish(drawn, (votes,), 2)).notes
    assert note.advice and str(note).startswith(f"{KEY}: neither year of school nor name stands")
    assert "number 1 and 2" in str(note)
    written = (drawn / KEY).read_bytes()
    (drawn / KEY).write_bytes(re.sub(rb"^1;(.*);;\r", rb"1;\1;5;\r", written, flags=re.M))
    (note,) = hold(home, TODAY, Wish(drawn, (votes,), 2)).notes
    assert "Fill in the year for number 2 in" in str(note)


def test_a_folder_named_after_a_place_says_so_on_the_papers(home, tmp_path):
    from pipeline.build import taking
    from pipeline.language import language

    school = taking.taken(home, TODAY).school
    name = language(school.language).short(str(next(iter(school.arenas)).name))
    assert contest.place(name.casefold(), school, language("nb")) == name
    assert contest.place("Bilder av Ola", school, language("nb")) == ""


def test_no_vote_at_all_is_told_and_nothing_written(home, drawn):
    with pytest.raises(Faults, match="no drawing has received a vote"):
        hold(home, TODAY, Wish(drawn, (tally(drawn, "1;0\n2;0\n"),), 1))
    assert not (home / "output").exists() and not (drawn / KEY).exists()


def test_a_fault_in_the_tally_stops_all(home, drawn):
    with pytest.raises(Faults, match="stemmer.csv, line 2: there is no drawing number 31"):
        hold(home, TODAY, Wish(drawn, (tally(drawn, "1;4\n31;0\n2;9\n"),), 1))
    assert not (home / "output").exists() and not (drawn / KEY).exists()


# Folders that can't be used


def nothing(folder):
    for one in folder.iterdir():
        one.unlink()


def words(folder):
    (folder / "les meg.txt").write_text("Her er tegningene", encoding="utf-8")


def cut(folder):
    content = (folder / "Kari.jpg").read_bytes()
    (folder / "Kari.jpg").write_bytes(content[:900])


def empty_file(folder):
    (folder / "tom.jpg").write_bytes(b"")


def huge(folder):
    with (folder / "stor.jpg").open("wb") as stream:
        stream.truncate(100_000_001)


def bomb(folder):
    Image.new("1", (20_000, 20_000)).save(folder / "bombe.png")


def twice(folder):
    shutil.copy(folder / "Kari.jpg", folder / "Kopi.jpg")


def pdf(folder):
    (folder / "skann.pdf").write_bytes(b"%PDF-1.7 nothing")


def spoilt_key(folder):
    (folder / KEY).write_text("Nummer;Fil\n1;Kari.jpg\n1;zz.jpeg\n", encoding="utf-8")


@pytest.mark.parametrize(
    ("spoil", "what"),
    [
        (nothing, "Bilder av Ola: there are no drawings in this folder"),
        (shutil.rmtree, "Bilder av Ola: there is no such folder"),
        (words, "'les meg.txt' is not a picture that can be read"),
        (cut, "Kari.jpg"),
        (empty_file, "the file 'tom.jpg' is empty"),
        (huge, "'stor.jpg' is 100 MB"),
        (bomb, "'bombe.png' has more than 120 million pixels"),
        (twice, "Kopi.jpg: this is the same picture as 'Kari.jpg'"),
        (pdf, "'skann.pdf' is a PDF, not a picture"),
        (spoilt_key, "line 3: each line of the key needs a number of its own"),
    ],
)
def test_a_folder_that_can_not_be_used_is_told_and_nothing_written(spoil, what, home, drawn):
    spoil(drawn)
    before = sorted(drawn.rglob("*")) if drawn.exists() else []
    with pytest.raises(Faults) as told:
        hold(home, TODAY, Wish(drawn))
    assert any(what in str(one) for one in told.value.problems)
    assert len([one for one in told.value.problems if not one.advice]) == 1
    assert not (home / "output").exists()
    assert (sorted(drawn.rglob("*")) if drawn.exists() else []) == before


def test_too_many_files_are_refused(home, drawn, monkeypatch):
    monkeypatch.setattr(contest, "MOST", 3)
    with pytest.raises(Faults, match="there are 4 files in this folder"):
        hold(home, TODAY, Wish(drawn))


def test_what_a_machine_leaves_in_folders_is_passed_over(home, drawn):
    for name in ("Thumbs.db", ".DS_Store", "desktop.ini", "~$notat.docx"):
        (drawn / name).write_bytes(b"x")
    (drawn / "Eldre").mkdir()
    assert hold(home, TODAY, Wish(drawn)).entries == 4


def test_a_phone_s_heic_takes_part(home, drawn):
    shutil.copy(HEIC, drawn / "IMG_1.HEIC")
    assert hold(home, TODAY, Wish(drawn)).entries == 5


# What the papers tell


def tells(folder: Path) -> list[str]:
    """What the papers of a folder tell of who drew: names, places, notes in pictures."""
    secrets = [one.encode() for name in NAMES for one in (name, Path(name).stem)]
    found = []
    for file in folder.rglob("*"):
        content = file.read_bytes() if file.is_file() else b""
        if content.startswith(b"%PDF"):
            with pikepdf.open(file) as paper:
                parts = [content]
                for one in paper.objects:
                    if isinstance(one, pikepdf.Stream):
                        raw = one.read_raw_bytes()
                        found += leaks(raw) if raw.startswith(b"\xff\xd8") else []
                        is_picture = one.get("/Subtype") == "/Image"
                        parts.append(b"" if is_picture else one.read_bytes())
                    else:
                        parts.append(repr(one).encode())
            content = b"\n".join(parts)
        for secret in (*secrets, *TELLTALES, b"Bilder av Ola", b"/tmp/"):
            word = rb"(?<![A-Za-z])" + re.escape(secret) + rb"(?![A-Za-z])"
            found += [secret.decode()] if re.search(word, content) else []
    return found


def test_no_paper_tells_who_drew(home, drawn):
    votes = tally(drawn, "1;4\n2;3\n3;0\n4;1\n")
    held = hold(home, TODAY, Wish(drawn, (votes,), 2))
    assert len(held.lines) == 3 and tells(held.out) == []


def test_what_is_told_is_seen(home, drawn):
    held = hold(home, TODAY, Wish(drawn))
    shutil.copy(drawn / KEY, held.out / KEY)
    assert {"Kari.jpg", "zz.jpeg"} <= set(tells(held.out))
    (held.out / KEY).unlink()
    with pikepdf.open(held.out / "Stemmeseddel.pdf", allow_overwriting_input=True) as paper:
        paper.docinfo["/Subject"] = "Kari.jpg"
        paper.save(held.out / "Stemmeseddel.pdf")
    assert "Kari.jpg" in tells(held.out)

"""A sheet goes to a translator and comes back: what was there stays, what is stale is set aside."""

import zipfile
from datetime import date

import openpyxl
import pytest

from pipeline import translating
from pipeline.intake import in_language, take_in
from pipeline.language import language
from pipeline.problems import Faults
from pipeline.translating import sheet as sheets
from tests.intake.school import MATRISER, NN, SKOLE, lay
from tests.translating.sheets import POLISH, TODAY, WORDS, exported, fill, filled, says, spoil

PL = "sources/oversettelser/pl.yaml"


def told(folder):
    return (folder / PL).read_text(encoding="utf-8")


def taken(folder, words=POLISH):
    return translating.take_back(folder, filled(folder, words), TODAY)


def rows(file):
    book = openpyxl.load_workbook(file)
    return {row[1]: row for row in book.worksheets[0].iter_rows(min_row=2, values_only=True)}


@pytest.fixture
def school(tmp_path):
    return lay(tmp_path)


def test_what_the_translator_wrote_is_what_the_school_says(school):
    done = taken(school)
    assert (done.code, done.new, done.changed, done.outdated) == ("pl", len(POLISH), 0, 0)
    there, missing = in_language(take_in(school, TODAY).school, "pl")
    assert there.values[0].name == "Szacunek"
    assert next(there.arenas).cells[0] == ("Czekam na swoją kolej",)
    assert not set(POLISH) & set(map(str, missing))


def test_the_sheet_says_all_that_parents_read_and_no_more(school):
    texts = set(rows(exported(school)))
    assert set(POLISH) <= texts
    assert "Versjon 1" not in texts
    assert "Versjon 1" in set(rows(exported(school, "nn")))


def test_the_sheet_comes_back_to_us_filled_with_what_there_is(school):
    taken(school)
    again = rows(exported(school))
    assert again["Respekt"][4:6] == ("Szacunek", "ferdig")
    assert again["Vi tar vare på hverandre"][4:6] == (None, "skal oversettes")


def test_a_sheet_says_the_same_bytes_and_names_nobody(school):
    first = exported(school).read_bytes()
    file = exported(school)
    assert file.read_bytes() == first
    with zipfile.ZipFile(file) as packed:
        about = packed.read("docProps/core.xml").decode()
        days = {one.date_time for one in packed.infolist()}
    assert "creator" not in about
    assert "lastModifiedBy" not in about
    assert days == {sheets.ZIP_DAY}


@pytest.mark.parametrize(("code", "turned"), [("pl", False), ("ar", True), ("fa", True)])
def test_the_sheet_runs_as_the_language_does(school, code, turned):
    sheet = openpyxl.load_workbook(exported(school, code)).worksheets[0]
    assert bool(sheet.sheet_view.rightToLeft) is turned
    assert sheet.cell(2, WORDS).alignment.readingOrder == (2 if turned else 1)
    assert sheet.freeze_panes == "C2"
    assert not sheet.protection.sheet


def test_a_sheet_that_somebody_has_written_in_is_left_alone(school):
    file = filled(school)
    written = file.read_bytes()
    beside = exported(school)
    assert beside != file
    assert file.read_bytes() == written
    assert exported(school) == beside


def test_a_file_that_is_no_sheet_is_left_alone(school):
    file = exported(school)
    file.write_bytes(b"PK not ours")
    assert exported(school) != file


def test_a_text_that_looks_like_a_formula_stays_a_text(tmp_path):
    school = lay(tmp_path, skole=SKOLE.replace("Vi lytter til hverandre", '"=1+1"'))
    (row,) = [row for row in rows(exported(school)).values() if row[1] == "=1+1"]
    sheet = openpyxl.load_workbook(exported(school)).worksheets[0]
    kinds = {cell.data_type for line in sheet.iter_rows() for cell in line}
    assert row and "f" not in kinds


def test_comments_order_and_earlier_work_stay(school):
    (school / PL).write_text(
        "# Vår polske tolk har lest dette.\n"
        "Omsorg: Opieka   # hun mener dette er best\n"
        "\n"
        "# Ute\n"
        '"I gangen": >\n  Na\n  korytarzu\n'
        "Respekt: Respekt\n",
        encoding="utf-8",
    )
    done = taken(school, {"Respekt": "Szacunek", "Jeg venter på tur": "Czekam: kolej"})
    assert (done.new, done.changed) == (1, 1)
    assert told(school) == (
        "# Vår polske tolk har lest dette.\n"
        "Omsorg: Opieka   # hun mener dette er best\n"
        "\n"
        "# Ute\n"
        '"I gangen": >\n  Na\n  korytarzu\n'
        "Respekt: Szacunek\n"
        "\n"
        'Jeg venter på tur: "Czekam: kolej"\n'
    )


def test_what_the_school_has_changed_is_set_aside_and_shown(school):
    taken(school)
    lay(school, matriser=MATRISER.replace("Jeg venter på tur", "Jeg venter på tur i køen"))
    row = rows(exported(school))["Jeg venter på tur i køen"]
    assert row[4:8] == (None, "endret", "Jeg venter på tur", "Czekam na swoją kolej")
    done = taken(school, {"Jeg venter på tur i køen": "Czekam w kolejce"})
    assert (done.new, done.outdated) == (1, 1)
    assert told(school).endswith(
        "Jeg venter på tur i køen: Czekam w kolejce\n\n"
        "# Oversettelser av tekster som skolen har endret. De blir ikke brukt.\n"
        "utdatert:\n  Jeg venter på tur: Czekam na swoją kolej\n"
    )
    found = take_in(school, TODAY)
    assert "Jeg venter på tur" not in found.school.translations["pl"]
    assert not [one for one in found.notes if one.place and one.place.file == "pl.yaml"]


def test_what_is_set_aside_comes_back_with_its_text(school):
    taken(school)
    lay(school, matriser=MATRISER.replace("Jeg venter på tur", "Jeg venter på tur i køen"))
    taken(school, {"Jeg venter på tur i køen": "Czekam w kolejce"})
    lay(school)
    assert rows(exported(school))["Jeg venter på tur"][4] == "Czekam na swoją kolej"
    taken(school, {"Omsorg": "Opieka"})
    assert "\nJeg venter på tur: Czekam na swoją kolej\n" in told(school)
    assert "  Jeg venter på tur: " not in told(school)


def test_a_sheet_that_comes_late_keeps_what_it_brings(school):
    file = filled(school)
    lay(school, matriser=MATRISER.replace("Jeg venter på tur", "Jeg venter på tur i køen"))
    done = translating.take_back(school, file, TODAY)
    assert done.outdated == 1
    assert [one.what.text for one in done.notes] == [
        "the school has changed '{words}' since the sheet was made."
    ]
    assert "utdatert:\n  Jeg venter på tur: Czekam na swoją kolej\n" in told(school)


def test_what_was_mended_in_the_file_since_is_not_undone(school):
    taken(school)
    file = exported(school)
    (school / PL).write_text(told(school).replace("Troska", "Opieka"), encoding="utf-8")
    spoil(file, lambda sheet: fill(sheet, {"Respekt": "Poszanowanie"}))
    done = translating.take_back(school, file, TODAY)
    assert (done.new, done.changed) == (0, 1)
    assert "Omsorg: Opieka\n" in told(school)
    assert "Respekt: Poszanowanie\n" in told(school)


def test_where_both_have_changed_the_earlier_words_are_told(school):
    taken(school)
    file = exported(school)
    (school / PL).write_text(told(school).replace("Troska", "Opieka"), encoding="utf-8")
    says("Omsorg", "Troskliwość")(file)
    (note,) = translating.take_back(school, file, TODAY).notes
    assert dict(note.what.fields) == {"words": "Opieka"}
    assert dict(note.place.steps)["cell"] == "E4"


def test_an_empty_cell_takes_nothing_away(school):
    taken(school)
    before = told(school)
    file = exported(school)
    spoil(file, lambda sheet: fill(sheet, {"Respekt": "", "Omsorg": "Opieka"}))
    translating.take_back(school, file, TODAY)
    assert told(school) == before.replace("Troska", "Opieka")


def test_a_sheet_with_nothing_new_writes_nothing(school):
    taken(school)
    with pytest.raises(Faults, match="nothing in it is new"):
        translating.take_back(school, exported(school), TODAY)


def test_rows_that_a_filter_hides_are_read(school):
    file = filled(school)
    spoil(file, lambda sheet: setattr(sheet.row_dimensions[2], "hidden", True))
    assert translating.take_back(school, file, TODAY).new == len(POLISH)


def test_signs_that_join_persian_words_come_through(school):
    words = {"Vi lytter til hverandre": "به هم گوش می\u200cدهیم"}
    translating.take_back(school, filled(school, words, "fa"), TODAY)
    there, _ = in_language(take_in(school, TODAY).school, "fa")
    assert there.values[0].says == "به هم گوش می\u200cدهیم"


def test_places_where_thai_lines_end_come_through(school):
    words = {"Respekt": "ความ\u200bเคารพ"}
    translating.take_back(school, filled(school, words, "th"), TODAY)
    there, _ = in_language(take_in(school, TODAY).school, "th")
    assert there.values[0].name == "ความ\u200bเคารพ"


def test_a_file_that_we_can_not_change_is_left_alone(school):
    (school / PL).write_text('{Respekt: "Szacun", Omsorg: "Opieka"}\n', encoding="utf-8")
    with pytest.raises(Faults, match="written in a way we can't change"):
        taken(school, {"Respekt": "Szacunek"})
    assert told(school).startswith("{Respekt")


def test_line_ends_of_windows_stay(school):
    (school / PL).write_bytes(b"# hei\r\nOmsorg: Opieka\r\n")
    taken(school, {"Respekt": "Szacunek"})
    assert b"\r\n\r\nRespekt: Szacunek\r\n" in (school / PL).read_bytes()


def test_a_school_in_nynorsk_is_asked_in_nynorsk(tmp_path):
    school = lay(tmp_path, skole=SKOLE.replace("målform: nb", "målform: nn"))
    sheet = openpyxl.load_workbook(exported(school)).worksheets[0]
    assert sheet.title == "polsk (pl)"
    assert sheet.cell(1, WORDS).value == "Omsetjing (pl)"
    assert translating.take_back(school, filled(school), TODAY).new == len(POLISH)


@pytest.mark.parametrize("asked", ["polsk", "Polsk", "pl"])
def test_a_language_has_a_name_and_a_code(school, asked):
    assert translating.asked(asked, take_in(school, TODAY).school) is language("pl")


@pytest.mark.parametrize("asked", ["polska", "klingon", "nb", "bokmål"])
def test_a_language_that_is_none_is_told_of(school, asked):
    with pytest.raises(Faults):
        translating.asked(asked, take_in(school, TODAY).school)


def test_how_far_each_language_has_come(tmp_path):
    school = lay(tmp_path, oversettelse=NN + "Gammel tekst: Gammal tekst\n")
    taken(school)
    _, found = translating.standing(school, date(2026, 11, 23))
    (nynorsk, polish) = found
    assert (nynorsk.code, nynorsk.done, nynorsk.outdated, nynorsk.checked) == ("nn", 3, 1, True)
    assert (polish.code, polish.done, polish.checked) == ("pl", len(POLISH), False)
    assert translating.as_line(polish).text.endswith("not checked")

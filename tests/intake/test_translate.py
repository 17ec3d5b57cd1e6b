from datetime import date
from pathlib import Path

import pytest

from pipeline.intake import in_language, take_in, texts
from tests.intake.school import NN, lay

TODAY = date(2026, 11, 23)
ROOT = Path(__file__).parents[2]


def taken(tmp_path, **instead):
    return take_in(lay(tmp_path, **instead), TODAY).school


def test_what_is_translated_is_put_in_its_place(tmp_path):
    there, _ = in_language(taken(tmp_path), "nn")
    assert there.values[0].says == "Vi lyttar til kvarandre"
    assert there.values[0].says.language is None
    assert there.values[0].says.place.file == "nn.yaml"


def test_what_is_missing_stays_and_knows_its_language(tmp_path):
    school = taken(tmp_path)
    there, missing = in_language(school, "nn")
    assert "I gangen" in missing
    arena = list(there.arenas)[1]
    assert (arena.name, arena.name.language) == ("I gangen", "nb")
    assert arena.name.place == list(school.arenas)[1].name.place


def test_the_schools_own_form_is_the_school(tmp_path):
    school = taken(tmp_path)
    assert in_language(school, "nb") == (school, ())


def test_names_of_people_and_files_are_left_alone(tmp_path):
    school = taken(tmp_path)
    there, _ = in_language(school, "en")
    assert (there.name, there.contact) == (school.name, school.contact)
    assert [one.file for one in there.drawings] == [one.file for one in school.drawings]


def test_the_credit_that_we_write_is_translated_by_us(tmp_path):
    school = taken(tmp_path)
    there, missing = in_language(school, "en")
    assert there.drawings[0].credit == "pupil, year 4"
    assert not any("4" in one for one in missing)


@pytest.mark.parametrize("code", ["nn", "en"])
def test_every_text_is_translated_or_missing(tmp_path, code):
    school = taken(tmp_path)
    given = school.translations.get(code, {})
    _, missing = in_language(school, code)
    assert list(missing) == [one for one in texts(school) if one not in given]


def test_a_school_in_nynorsk_orders_bokmaal(tmp_path):
    from tests.intake.school import SKOLE

    lay(tmp_path, skole=SKOLE.replace("målform: nb", "målform: nn"), oversettelse="{}")
    (tmp_path / "sources" / "oversettelser" / "nb.yaml").write_text("Omsorg: Tryggleik\n")
    there, _ = in_language(take_in(tmp_path, TODAY).school, "nb")
    assert there.values[1].name == "Tryggleik"


def test_a_translation_without_a_language_is_told_of(tmp_path):
    lay(tmp_path)
    (tmp_path / "sources" / "oversettelser" / "nynorsk.yaml").write_text(NN, encoding="utf-8")
    assert "There is no language 'nynorsk' here." in str(take_in(tmp_path, TODAY).notes[0])


STALE = "Vi rydder: Vi ryddar\n"


def test_one_translation_of_an_old_text_is_named(tmp_path):
    (note,) = take_in(lay(tmp_path, oversettelse=NN + STALE), TODAY).notes
    assert str(note).startswith("nn.yaml, line 4: 'Vi rydder' is no longer")
    assert note.mend.text == "Take the line out."


def test_a_misspelt_text_is_guessed(tmp_path):
    misspelt = NN.replace("Vi lytter til hverandre:", "Vi lyter til hverandre:")
    (note,) = take_in(lay(tmp_path, oversettelse=misspelt), TODAY).notes
    assert dict(note.mend.fields) == {"guess": "Vi lytter til hverandre"}


def test_several_are_counted_in_one_note(tmp_path):
    stale = STALE + "Vi hopper: Vi hoppar\nI kjelleren: I kjellaren\n"
    (note,) = take_in(lay(tmp_path, oversettelse=NN + stale), TODAY).notes
    assert str(note.place) == "nn.yaml"
    assert dict(note.what.fields) == {"count": 3, "lines": "4, 5, 6"}


@pytest.mark.parametrize("code", ["nn", "en"])
def test_the_sample_is_translated_whole(code):
    assert in_language(take_in(ROOT, TODAY).school, code)[1] == ()

import os
import re
import shutil
import subprocess
import sys
import zipfile
from datetime import date
from pathlib import Path

import pytest

from pipeline import starter
from pipeline.intake import keys, take_in
from pipeline.language import language
from pipeline.paper.theme import dress
from pipeline.problems import Faults, Gathered
from tests.intake.school import node

TODAY = date(2026, 11, 23)
FORMS = ["nb", "nn"]
ROOT = Path(__file__).parents[2]
PALS = "from pipeline.cli import main; main(prog_name='pals')"


@pytest.mark.parametrize("code", FORMS)
def test_a_new_school_can_be_built_at_once(code, tmp_path):
    folder = tmp_path / "new" / "school"
    starter.lay_out(folder, code, TODAY)
    taken = take_in(folder, TODAY)
    assert taken.school.language == code
    assert len(taken.school.values) == 3
    assert all(all(arena.cells) for arena in taken.school.arenas)
    assert [note.what.text for note in taken.notes] == [
        "{count} months have no focus yet; the first is {first:%B}.",
        "There are no drawings yet: the posters are made without.",
    ]


@pytest.mark.parametrize("code", FORMS)
def test_the_colours_need_no_advice(code, tmp_path):
    starter.lay_out(tmp_path, code)
    school = take_in(tmp_path, TODAY).school
    gathered = Gathered()
    look = dress(school.brand, school.values, gathered)
    assert list(gathered) == []
    assert [one.fill for one in look.values] == [value.colour for value in school.values]


@pytest.mark.parametrize("machine", ["C.UTF-8", "en_US.UTF-8"])
@pytest.mark.parametrize("code", FORMS)
def test_we_answer_in_the_written_form_that_is_asked_for(code, machine, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    env = {
        **os.environ,
        "PALS_LANGUAGE": "",
        "LC_ALL": "",
        "LANG": machine,
        "PYTHONPATH": str(ROOT),
    }
    command = [sys.executable, "-c", PALS, "new", "skolen", "--language", code]
    told = subprocess.run(command, env=env, capture_output=True, text=True, check=True)
    words = "{folder} is ready. Next: go there, write in sources/, and run pals build."
    assert told.stdout.strip() == language(code).say(words, folder="skolen")


@pytest.mark.parametrize("code", FORMS)
def test_the_keys_are_those_of_the_written_form(code, tmp_path):
    starter.lay_out(tmp_path, code)
    text = (tmp_path / "sources" / "skole.yaml").read_text(encoding="utf-8")
    assert keys.written_in(node(text)) == code


@pytest.mark.parametrize("code", FORMS)
def test_what_stands_as_a_comment_may_be_used_as_it_is(code, tmp_path):
    starter.lay_out(tmp_path, code, TODAY)
    for path in ("sources/skole.yaml", "assets/drawings.yaml"):
        file = tmp_path / path
        text = file.read_text(encoding="utf-8")
        file.write_text(re.sub(r"^# ?(\s*[a-zæøå-]+:( .*)?)$", r"\1", text, flags=re.MULTILINE))
    picture = "skolegard.jpg" if code == "nb" else "skulegard.jpg"
    (tmp_path / "assets" / "drawings" / picture).write_bytes(b"\xff\xd8\xff")
    taken = take_in(tmp_path, TODAY)
    assert taken.school.brand.motto
    assert [one.file for one in taken.school.drawings] == [picture]
    assert [arena.drawing is not None for arena in taken.school.arenas] == [False, False, True]


def test_both_written_forms_have_the_same_files(tmp_path):
    for code in FORMS:
        starter.lay_out(tmp_path / code, code)
    one, other = ({p.relative_to(tmp_path / c) for p in (tmp_path / c).rglob("*")} for c in FORMS)
    assert one == other
    assert {Path("LES MEG.md"), Path("output/LES MEG.txt")} <= one


@pytest.mark.parametrize("code", FORMS)
def test_the_document_names_nobody(code):
    with zipfile.ZipFile(starter.HERE / code / "sources" / "matriser.docx") as packed:
        core = packed.read("docProps/core.xml").decode()
        styles = packed.read("word/styles.xml").decode()
    assert re.search(r"<dc:creator>[^<]", core) is None
    assert re.search(r"<cp:lastModifiedBy>[^<]", core) is None
    assert f'w:val="{code}-NO"' in styles


def test_a_folder_with_something_in_it_is_left_alone(tmp_path):
    (tmp_path / "mine.txt").write_text("mine")
    with pytest.raises(Faults, match="is not empty"):
        starter.lay_out(tmp_path, "nb")
    assert [path.name for path in tmp_path.iterdir()] == ["mine.txt"]


def test_a_folder_that_looks_empty_is_taken(tmp_path):
    (tmp_path / ".DS_Store").write_bytes(b"")
    starter.lay_out(tmp_path, "nb")
    assert (tmp_path / "sources" / "skole.yaml").exists()


def test_a_file_is_no_folder(tmp_path):
    (tmp_path / "school").write_text("")
    with pytest.raises(Faults, match="is a file"):
        starter.lay_out(tmp_path / "school", "nb")


@pytest.mark.parametrize("is_there", [True, False])
def test_all_is_laid_out_or_nothing(is_there, tmp_path, monkeypatch):
    folder = tmp_path / "school"
    if is_there:
        folder.mkdir()
    copy, copied = shutil.copyfile, []

    def full(*paths, **options):
        copied.append(paths)
        if len(copied) == 4:
            raise OSError(28, "No space left on device")
        return copy(*paths, **options)

    monkeypatch.setattr(starter.shutil, "copyfile", full)
    with pytest.raises(Faults, match="can not be written in"):
        starter.lay_out(folder, "nb")
    assert folder.exists() == is_there
    assert list(tmp_path.rglob("*")) == ([folder] if is_there else [])

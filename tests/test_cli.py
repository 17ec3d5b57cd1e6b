"""The command line says what was done, in the reader's language, and never a traceback."""

import contextvars
import importlib
import json
import os
import re
import subprocess
import sys
from pathlib import Path

import click
import openpyxl
import pytest
from click.testing import CliRunner
from PIL import Image

from pipeline import formats, products
from pipeline.build import press
from pipeline.language import codes, language
from pipeline.problems import speak
from tests.intake.school import MATRISER, SKOLE, SKOLEAR, lay
from tests.weekplan.plans import sample_plans

ROOT = Path(__file__).parents[1]
PALS = [sys.executable, "-c", "from pipeline.cli import main; main(prog_name='pals')"]
COMMANDS = {
    *(
        "build",
        "changes",
        "check",
        "contest",
        "drawing",
        "list",
        "new",
        "plan",
        "read",
        "translate",
    ),
    "weekplan",
}
CLI = "pipeline.cli"
DRAWING = ("drawing show", "drawing list", "drawing withdraw")
NORWEGIAN = ("nb", "nn")
ARENA_PDF = "Arenaplakater/A3 stående/Skolegården.pdf"
DONE = re.compile(r"^(new|changed|kept) +(\S.*?\.\w+)\b", re.MULTILINE)


def fresh():
    """Return the commands as a new process has them: none has been run or translated yet."""
    known = {name: sys.modules.pop(name) for name in [*sys.modules] if name.startswith(CLI)}
    try:
        return importlib.import_module(CLI).main
    finally:
        sys.modules.update(known)


@pytest.fixture(autouse=True)
def one_at_a_time(monkeypatch):
    """Work in this process, where not asked otherwise."""
    monkeypatch.setattr(press, "cores", lambda: 1)


def pals(*words, speaks="en", **env):
    """Run the words as a command in this folder; `speaks` None: as school or machine speak."""
    said = {"PALS_LANGUAGE": speaks, "LC_ALL": None, "LANG": "C.UTF-8", **env}

    def run():
        speak(str)
        return CliRunner().invoke(fresh(), [str(one) for one in words], env=said, prog_name="pals")

    return contextvars.copy_context().run(run)


def went_well(told):
    assert told.exit_code == 0, told.output
    assert told.exception is None
    return told.stdout


def failed(told, code=1):
    """Return what was said of a command that failed in words."""
    assert told.exit_code == code, told.output
    assert isinstance(told.exception, SystemExit)
    assert "Traceback" not in told.output
    return told.stderr


def files(folder):
    """Return when each file was written; the contents page is not among them."""
    return {
        path.relative_to(folder): path.stat().st_mtime_ns
        for path in folder.rglob("*")
        if path.is_file() and ".pals" not in path.parts and path.name != "index.html"
    }


def done(text):
    """Return what became of each file."""
    return {target: state for state, target in DONE.findall(text)}


@pytest.fixture
def school(home, monkeypatch):
    """The small school, with us in its folder."""
    monkeypatch.chdir(home)
    return home


@pytest.fixture
def nowhere(tmp_path, monkeypatch):
    """A folder that is no school's, with us in it."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


# Help


def sentences(command):
    """Yield every sentence of help below the command, with where it stands."""
    yield command.name, command.help
    for one in command.params:
        if isinstance(one, click.Option):
            yield f"{command.name} {one.opts[-1]}", one.help
    for one in getattr(command, "commands", {}).values():
        yield from sentences(one)


def unspoken(command, known):
    """Return each sentence of help that is missing or that the language has no words for."""
    return [f"{where}: {text}" for where, text in sentences(command) if text not in known]


@pytest.mark.parametrize("code", NORWEGIAN)
def test_all_help_is_in_both_written_forms(code):
    assert unspoken(fresh(), language(code).phrases) == []


def test_help_that_nobody_has_translated_is_seen():
    known = language("nn").phrases
    planted = fresh()
    planted.add_command(click.Command("dance", help="Dance a little."))
    planted.commands["build"].params.append(click.Option(["--slow"], help="Take your time."))
    planted.commands["check"].params.append(click.Option(["--mute"]))
    assert unspoken(planted, known) == [
        "build --slow: Take your time.",
        "check --mute: None",
        "dance: Dance a little.",
    ]


@pytest.mark.parametrize("code", codes())
@pytest.mark.parametrize("command", ["", *sorted(COMMANDS - {"drawing"}), *DRAWING])
def test_help_speaks_the_language(command, code, nowhere):
    words = [*command.split(), "--help"]
    shown = " ".join(went_well(pals(*words, speaks=code)).split())
    group = fresh()
    spoken = group
    for one in command.split():
        spoken = spoken.commands[one]
    for _, text in sentences(spoken) if command else [("", spoken.help)]:
        assert language(code).say(text) in shown
    if not command:
        assert set(shown.split()) >= COMMANDS


def test_every_command_is_here():
    assert set(fresh().commands) == COMMANDS


def test_no_words_at_all_show_the_help(nowhere):
    told = pals()
    assert "Usage: pals" in told.output
    assert told.exit_code == 2


def test_the_version_is_told(nowhere):
    assert re.fullmatch(r"\d+\.\d+\.\d+\n", went_well(pals("--version")))


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["bild"], "No such command 'bild'"),
        (["build", "--papir", "A4"], "No such option"),
        (["build", "--jobs", "0"], "--jobs"),
        (["build", "--orientation", "upside"], "--orientation"),
        (["read"], "FILES"),
        (["new"], "FOLDER"),
        (["new", "skole", "--language", "en"], "--language"),
    ],
)
def test_a_command_that_makes_no_sense_is_refused_and_nothing_done(words, said, nowhere):
    assert said in failed(pals(*words), 2)
    assert list(nowhere.iterdir()) == []


# Which language is spoken


@pytest.mark.parametrize(
    ("asked", "malform", "machine", "spoken"),
    [
        ("en", "nn", "nb_NO.UTF-8", "en"),
        ("nn", "nb", "en_US.UTF-8", "nn"),
        (None, "nn", "en_US.UTF-8", "nn"),
        (None, "nb", "nn_NO.UTF-8", "nb"),
        ("tlh", "nn", "en_US.UTF-8", "nn"),
        (None, None, "nn_NO.UTF-8", "nn"),
        (None, None, "no_NO.UTF-8", "nb"),
        (None, None, "de_DE.UTF-8", "nb"),
    ],
)
def test_who_is_spoken_to_decides(asked, malform, machine, spoken, nowhere):
    if malform:
        lay(nowhere, skole=SKOLE.replace("målform: nb", f"målform: {malform}"))
    said = failed(pals("read", "nothing.yaml", speaks=asked, LANG=machine))
    assert language(spoken).say("there is no such file.") in said


# List


def test_list_names_all_there_is(school):
    shown = went_well(pals("list"))
    named = {line.split()[0] for line in shown.splitlines() if line.startswith("  ")}
    assert named >= {*products.names(), *formats.names(), *codes()}
    assert named >= {"A4", "A3", "A2", "sol", "fjord", "blekk", "Skolegården", "Gangen"}


def test_list_goes_without_a_school(nowhere):
    shown = went_well(pals("list"))
    assert "arena_poster" in shown
    assert "Arenas" not in shown


# Build


def test_all_is_new_then_kept(school):
    first = done(went_well(pals("build")))
    there = files(school / "output")
    assert set(first.values()) == {"new"}
    assert {Path(target) for target in first} == set(there)
    shown = went_well(pals("build"))
    assert done(shown) == dict.fromkeys(first, "kept")
    assert shown.splitlines()[-1] == f"{len(first)} kept"
    assert files(school / "output") == there


def test_the_reading_distance_is_told(school):
    shown = went_well(pals("build", "--format", "pdf"))
    lines = [
        line for line in shown.splitlines() if line.rstrip(" )m").endswith(tuple("0123456789"))
    ]
    assert lines
    assert all(re.search(r"\.pdf  \(reads at \d\.\d m\)$", line) for line in lines)


def test_why_says_why(school):
    words = ["build", "--format", "pdf", "--why"]
    assert went_well(pals(*words)).count(" – it is not there yet\n") == 5
    assert went_well(pals(*words)).count(" – nothing has changed\n") == 5
    assert went_well(pals(*words, "--force")).count(" – you asked for it\n") == 5


def test_what_differs_is_told(school):
    words = ["build", "--format", "pdf", "--why"]
    went_well(pals(*words))
    text = MATRISER.replace("holder døra", "holder opp døra")
    (school / "sources/matriser.yaml").write_text(text, encoding="utf-8")
    shown = went_well(pals(*words))
    states = {Path(target).stem: state for target, state in done(shown).items()}
    booklets = {"Side for side": "changed", "Til å brette (snu på kortsiden)": "changed"}
    assert states == {"Skolegården": "kept", "Gangen": "changed", "Ute": "changed", **booklets}
    assert "– its words have changed" in shown


@pytest.mark.parametrize(
    ("words", "made"),
    [
        (
            ["--only", "arena_poster"],
            {
                f"Arenaplakater/A3 stående/{name}.{end}"
                for name in ("Skolegården", "Gangen")
                for end in ("pdf", "png")
            },
        ),
        (
            ["--only", "Matriseplakater", "--format", "PDF"],
            {"Matriseplakater/A3 liggende/Ute.pdf"},
        ),
        (["--arena", "gangen", "--only", "arena_poster", "--format", "png"],
         {"Arenaplakater/A3 stående/Gangen.png"}),
        (["--arena", "I skolegården", "--format", "pdf"],
         {ARENA_PDF, "Matriseplakater/A3 liggende/Ute.pdf"}),
        (["--paper", "A4", "--paper", "a2", "--format", "pdf", "--only", "matrix_poster"],
         {f"Matriseplakater/{size} liggende/Ute.pdf" for size in ("A4", "A2")}),
        (["--orientation", "landscape", "--format", "pdf", "--arena", "Gangen"],
         {"Arenaplakater/A3 liggende/Gangen.pdf", "Matriseplakater/A3 liggende/Ute.pdf"}),
        (["--language", "nn", "--format", "pdf", "--only", "matrix_poster"],
         {"Matriseplakater/A3 liggende, nynorsk/Ute.pdf"}),
    ],
)  # fmt: skip
def test_a_choice_makes_no_more_than_it_names(words, made, school):
    shown = went_well(pals("build", *words))
    assert set(done(shown)) == made
    assert set(files(school / "output")) == {Path(one) for one in made}


def test_out_is_where_all_goes(school, tmp_path):
    words = ["build", "--only", "matrix_poster", "--format", "pdf"]
    went_well(pals(*words, "--out", tmp_path / "ut" / "her"))
    assert set(files(tmp_path / "ut" / "her")) == {Path("Matriseplakater/A3 liggende/Ute.pdf")}
    assert not (school / "output").exists()


def test_it_works_from_any_folder_of_the_school(school, monkeypatch):
    monkeypatch.chdir(school / "sources")
    words = ["build", "--only", "matrix_poster", "--format", "pdf"]
    went_well(pals(*words))
    assert set(files(school / "output")) == {Path("Matriseplakater/A3 liggende/Ute.pdf")}


def test_force_paints_anew_and_the_same(school):
    words = ["build", "--only", "matrix_poster", "--format", "pdf"]
    went_well(pals(*words))
    before = (school / "output/Matriseplakater/A3 liggende/Ute.pdf").read_bytes()
    assert set(done(went_well(pals(*words, "--force"))).values()) == {"kept"}
    assert (school / "output/Matriseplakater/A3 liggende/Ute.pdf").read_bytes() == before


def test_several_at_a_time_make_the_same(school):
    env = {**os.environ, "PYTHONPATH": str(ROOT)}
    for out, jobs in (("one", "1"), ("two", "2")):
        command = [*PALS, "build", "--format", "pdf", "--jobs", jobs, "--out", out]
        subprocess.run(command, cwd=school, env=env, check=True, capture_output=True)
    one, two = (
        {path: (school / out / path).read_bytes() for path in files(school / out)}
        for out in ("one", "two")
    )
    assert len(one) == 5
    assert one == two


def test_what_a_hand_has_changed_is_left_and_the_new_one_named(school):
    words = ["build", "--arena", "skolegården", "--format", "pdf"]
    went_well(pals(*words))
    (school / "output" / ARENA_PDF).write_bytes(b"by hand")
    text = MATRISER.replace("venter på tur", "venter på turen")
    (school / "sources/matriser.yaml").write_text(text, encoding="utf-8")
    shown = went_well(pals(*words))
    assert re.search(rf"^edited by hand  {ARENA_PDF}", shown, re.MULTILINE)
    assert "the new one: Arenaplakater/A3 stående/Skolegården (ny).pdf" in shown
    assert (school / "output" / ARENA_PDF).read_bytes() == b"by hand"


def test_what_is_misspelt_is_told_with_a_guess(school):
    words = ["--arena", "gangn", "--only", "arena_postr", "--format", "pfd"]
    more = ["--paper", "B5", "--language", "sv"]
    said = failed(pals("build", *words, *more)).splitlines()
    assert "--arena: 'gangn' is not known here." in said
    guesses = [line.strip() for line in said if "Did you mean" in line]
    assert guesses == [f"Did you mean '{one}'?" for one in ("arena_poster", "Gangen", "pdf")]
    assert said[-1] == "5 to mend; nothing was written."
    assert files(school / "output") == {}


@pytest.mark.parametrize("command", ["build", "check"])
def test_where_there_is_no_school_it_is_told(command, nowhere):
    said = failed(pals(command))
    assert "there is no school here." in said
    assert "    Go to the school's folder, or make one: pals new FOLDER." in said.splitlines()
    assert list(nowhere.iterdir()) == []


BROKEN = SKOLE.replace("form: boble", "frm: boble").replace("farge: blå", "farge: blaa")


@pytest.mark.parametrize("command", ["build", "check", "list"])
def test_a_broken_school_is_told_of_and_nothing_is_written(command, school):
    (school / "sources/skole.yaml").write_text(BROKEN, encoding="utf-8")
    before = files(school)
    *said, count = failed(pals(command)).splitlines()
    assert count == f"{len(said) // 2} to mend; nothing was written."
    assert len(said) >= 2
    for what, mend in zip(said[::2], said[1::2], strict=True):
        assert re.match(r"skole\.yaml, line \d+: \S.*\.$", what)
        assert re.match(r"    \S.*[.?]$", mend)
    assert said[1] == "    Did you mean 'form'?"
    assert files(school) == before


@pytest.mark.parametrize("code", NORWEGIAN)
def test_a_broken_school_is_told_of_in_its_own_language(code, school):
    text = BROKEN.replace("målform: nb", f"målform: {code}")
    (school / "sources/skole.yaml").write_text(text, encoding="utf-8")
    said = failed(pals("build", speaks=None))
    assert language(code).say("Did you mean '{guess}'?", guess="form") in said
    assert language(code).say("line {at}", at=6) in said


def test_a_real_process_ends_in_words(school):
    (school / "sources/skole.yaml").write_text(BROKEN, encoding="utf-8")
    env = {**os.environ, "PYTHONPATH": str(ROOT)}
    told = subprocess.run([*PALS, "build"], cwd=school, env=env, capture_output=True, text=True)
    assert told.returncode == 1
    assert told.stdout == ""
    assert told.stderr.startswith("skole.yaml, line")
    assert "Traceback" not in told.stderr


# On a terminal


def on_a_terminal(*words, folder):
    """Run the words as a command on a terminal; return its exit code and all that it wrote."""
    ours, theirs = pytest.importorskip("pty").openpty()
    env = {**os.environ, "PYTHONPATH": str(ROOT), "TERM": "xterm-256color", "COLUMNS": "80"}
    with subprocess.Popen(
        [*PALS, *words], cwd=folder, env=env, stdin=theirs, stdout=theirs, stderr=theirs
    ) as child:
        os.close(theirs)
        written = b""
        while True:
            try:
                more = os.read(ours, 65536)
            except OSError:  # how Linux says that the other end is closed
                break
            if not more:
                break
            written += more
    os.close(ours)
    return child.returncode, written.decode()


def test_on_a_terminal_a_bar_stands_below_the_lines(school):
    code, written = on_a_terminal("build", "--format", "pdf", folder=school)
    assert code == 0
    assert "━" in written and "100%" in written
    assert "\x1b[?25l" in written and written.rindex("\x1b[?25h") > written.rindex("\x1b[?25l")
    bare = re.sub(r"\x1b\[[\d;?]*[A-Za-z]", "", written).replace("\r", "\n")
    assert set(done(bare).values()) == {"new"}
    assert len(done(bare)) == 5
    assert "5 new" in bare.splitlines()


def test_elsewhere_there_is_no_bar(school):
    shown = went_well(pals("build", "--format", "pdf"))
    assert "━" not in shown and "\x1b" not in shown


# Check


def test_check_tells_and_writes_nothing(school):
    before = files(school)
    shown = went_well(pals("check"))
    assert "dots an inch here" in shown
    assert shown.splitlines()[-1] == "3 pieces of advice, nothing to mend."
    assert files(school) == before
    assert not (school / "output").exists()


# Read


@pytest.fixture
def matrix(nowhere):
    file = nowhere / "matriser.yaml"
    file.write_text(MATRISER, encoding="utf-8")
    return file


def test_a_matrix_is_read_outside_any_school(matrix):
    shown = went_well(pals("read", matrix))
    assert shown.startswith("Ute (for pupils)\n")
    for words in ("Respekt", "Omsorg", "I gangen", "Jeg holder døra for andre"):
        assert words in shown


def test_a_matrix_is_read_as_json(matrix):
    (read,) = json.loads(went_well(pals("read", "--format", "json", matrix)))
    assert list(read) == ["title", "audience", "values", "arenas", "cells"]
    assert (read["title"], read["audience"]) == ("Ute", "elev")
    assert read["values"] == ["Respekt", "Omsorg"]
    assert read["arenas"] == ["I skolegården", "I gangen"]
    assert list(read["cells"]) == read["arenas"]
    assert read["cells"]["I gangen"] == {
        "Respekt": ["Jeg går stille forbi andre"],
        "Omsorg": ["Jeg holder døra for andre"],
    }


def test_several_files_are_one_list(matrix):
    other = matrix.with_name("inne.yaml")
    other.write_text(MATRISER.replace("Ute", "Inne"), encoding="utf-8")
    read = json.loads(went_well(pals("read", "--format", "json", matrix, other)))
    assert [one["title"] for one in read] == ["Ute", "Inne"]


@pytest.mark.parametrize("suffix", [".docx", ".xlsx", ".csv", ".yaml", ".txt2"])
def test_a_file_that_is_no_matrix_is_refused_in_words(suffix, nowhere):
    file = nowhere / f"oops{suffix}"
    file.write_bytes(b"\x00\x01\x02")
    said = failed(pals("read", file)).splitlines()
    assert said[0].startswith(f"oops{suffix}")
    assert said[1].startswith("    ")
    assert said[-1] == "1 to mend; nothing was written."


# Drawing


def test_a_drawing_is_shown_before_and_after_and_nothing_overwritten(school):
    photo = school / "assets/drawings/gard.jpg"
    before = photo.read_bytes()
    names = [went_well(pals("drawing", photo)).strip() for _ in range(3)]
    assert len(set(names)) == 3
    assert names[0] == "before and after.png"
    kept = (school / names[0]).read_bytes()
    with Image.open(school / names[0]) as sheet:
        assert sheet.format == "PNG"
        assert sheet.width > sheet.height
        assert not sheet.getexif() and "Secret child" not in str(sheet.info)
    assert photo.read_bytes() == before
    went_well(pals("drawing", photo))
    assert (school / names[0]).read_bytes() == kept


def test_the_picture_goes_where_it_is_asked_for(school):
    words = ["drawing", "assets/drawings/gard.jpg", "assets/drawings/gang.jpg", "--out"]
    (school / "mine.png").write_bytes(b"mine")
    shown = went_well(pals(*words, "mine.png")).strip()
    assert shown == "mine 2.png"
    assert (school / "mine.png").read_bytes() == b"mine"
    with Image.open(school / shown) as two, Image.open(_one(school)) as one:
        assert two.height > one.height * 1.5


def _one(school):
    return school / went_well(pals("drawing", school / "assets/drawings/gard.jpg")).strip()


@pytest.mark.parametrize("name", ["nothing.jpg", "sources/skole.yaml", "assets"])
def test_what_is_no_drawing_is_refused_and_nothing_made(name, school):
    before = files(school)
    said = failed(pals("drawing", name)).splitlines()
    assert said[0].startswith(f"{Path(name).name}: ")
    assert said[-1] == "1 to mend; nothing was written."
    assert files(school) == before


# New


@pytest.mark.parametrize("code", NORWEGIAN)
def test_a_new_school_can_be_built_at_once(code, nowhere, monkeypatch):
    shown = went_well(pals("new", "skolen vår", "--language", code))
    assert shown.startswith("skolen vår is ready.")
    monkeypatch.chdir(nowhere / "skolen vår")
    made = went_well(pals("build", "--jobs", "1", speaks=None))
    *lines, last, page = made.splitlines()
    assert all(line.startswith("ny ") for line in lines)
    assert last == f"{len(lines)} nye"
    assert page.endswith(": index.html")
    others = ("PALS/", "Brev hjem/", "Brev heim/", "Fellessamling/")
    assert len([line for line in lines if not any(one in line for one in others)]) == 10
    assert any("PALS/" in line for line in lines)  # of the months that its first focus covers
    assert any("/Brev." in line for line in lines)
    titles = {"nb": "Arenaplakater/A3 stående", "nn": "Arenaplakatar/A3 ståande"}
    assert (nowhere / "skolen vår" / "output" / titles[code]).is_dir()


@pytest.mark.parametrize(("speaks", "code"), [("nn", "nn"), ("nb", "nb"), ("en", "nb")])
def test_a_new_school_writes_as_the_asker_speaks(speaks, code, nowhere):
    went_well(pals("new", "skole", speaks=speaks))
    assert f"målform: {code}" in (nowhere / "skole/sources/skole.yaml").read_text("utf-8")


def test_a_folder_with_something_in_it_is_refused(nowhere):
    mine = nowhere / "skole" / "mine.txt"
    mine.parent.mkdir()
    mine.write_text("mine")
    said = failed(pals("new", "skole")).splitlines()
    assert said[0] == "skole: skole is not empty."
    assert said[-1] == "1 to mend; nothing was written."
    assert list(files(nowhere)) == [Path("skole/mine.txt")]


def test_a_second_new_leaves_the_first_alone(nowhere):
    went_well(pals("new", "skole"))
    there = files(nowhere)
    failed(pals("new", "skole"))
    assert files(nowhere) == there


# Plan


@pytest.fixture
def planned(school):
    """The small school with a year."""
    (school / "sources" / "skolear.yaml").write_text(SKOLEAR, encoding="utf-8")
    return school


@pytest.mark.parametrize(
    ("code", "heading"),
    [("nb", "Uke for uke"), ("nn", "Veke for veke"), ("en", "Week by week")],
)
def test_plan_shows_the_year_in_the_language_and_writes_nothing(code, heading, planned):
    before = files(planned)
    told = pals("plan", speaks=code, COLUMNS="80")
    assert heading in went_well(told).splitlines()
    assert max(map(len, told.stdout.splitlines())) <= 80
    assert "Gode ord" in told.stderr  # the theme that nobody has drawn
    assert files(planned) == before


def test_plan_shows_one_month(planned):
    shown = went_well(pals("plan", "--month", "jan", speaks="nb"))
    assert shown.startswith("Januar 2027, Lia skole\n")
    assert failed(pals("plan", "--month", "juli", speaks="nb")).startswith("--month: ")


def test_plan_lays_a_calendar_in_the_output_folder(planned):
    shown = went_well(pals("plan", "--ics", speaks="nb"))
    assert shown.strip().endswith("Skoleåret 2026-2027.ics.")
    assert (planned / "output" / "Skoleåret 2026-2027.ics").exists()
    went_well(pals("plan", "--ics", "mine.ics"))
    assert (planned / "mine.ics").exists()


def test_plan_as_json(planned):
    assert json.loads(went_well(pals("plan", "--format", "json")))["first"] == "2026-08-17"


def test_plan_without_a_year_shows_what_to_write(school):
    said = failed(pals("plan", speaks="nb")).splitlines()
    assert said[0].startswith("sources/skolear.yaml: ")
    assert said[2].strip().startswith("første skoledag: 17.8.")
    assert said[-1] == "1 feil må rettes. Ingenting ble laget."


def test_a_build_leaves_the_calendar_alone(planned):
    went_well(pals("plan", "--ics"))
    calendar = planned / "output" / "Skoleåret 2026-2027.ics"
    before = calendar.read_bytes()
    went_well(pals("build", "--jobs", "1", "--format", "pdf"))
    assert calendar.read_bytes() == before


@pytest.fixture
def plans(planned, tmp_path):
    folder = tmp_path / "planer"
    folder.mkdir()
    for name, content in sample_plans().items():
        (folder / name).write_bytes(content)
    return folder


def test_week_plans_are_told_of_one_by_one(plans, school):
    shown = went_well(pals("weekplan", plans, speaks="nb")).splitlines()
    first = next(line for line in shown if line.startswith("ny "))
    assert first.endswith("(desember: I skolegården)") and "output/Ukeplaner/" in first
    assert "– i tabell 1, rad 2, celle 2, ved «SOSIALT»" in " ".join(shown)
    assert shown[-1] == "3 ukeplaner."
    assert len(list((school / "output" / "Ukeplaner").glob("*.docx"))) == 3
    assert went_well(pals("weekplan", plans, speaks="nb")).count("uendret") == 3


def test_a_bad_week_plan_makes_the_command_fail_when_the_rest_are_done(plans, school):
    (plans / "en annen.odt").write_bytes(b"PK")
    told = pals("weekplan", plans, speaks="nb")
    said = failed(told).splitlines()
    assert said[0].startswith("en annen.odt: ")
    assert said[-1] == "1 kunne ikke brukes. Den er som før."
    assert told.stdout.splitlines()[-1] == "3 ukeplaner."


def test_an_unknown_month_is_refused_before_any_plan_is_touched(plans, school):
    assert failed(pals("weekplan", plans, "--month", "novembr")).startswith("--month: ")
    assert not (school / "output" / "Ukeplaner").exists()


# Translations


def test_words_go_to_a_translator_and_come_back(school):
    told = went_well(pals("translate", "export", "Polsk", "ark.xlsx"))
    assert told.startswith("The sheet lies in ark.xlsx.")
    book = openpyxl.load_workbook("ark.xlsx")
    book.worksheets[0]["E2"].value = "Szacunek"
    book.save("ark.xlsx")
    assert went_well(pals("translate", "import", "ark.xlsx")).startswith("1 new, 0 changed")
    assert "Szacunek" in Path("sources/oversettelser/pl.yaml").read_text(encoding="utf-8")
    assert "pl  polsk" in went_well(pals("translate", "status"))
    assert "nothing in it is new" in failed(pals("translate", "import", "ark.xlsx"))


def test_a_language_that_there_is_none_of_is_told_of(school):
    assert "is no language here" in failed(pals("translate", "export", "klingon"))


# A drawing competition


def test_a_competition_is_held(school, tmp_path):
    from tests.contest.folder import entries

    drawn = entries(tmp_path / "tegninger")
    shown = went_well(pals("contest", drawn, speaks="nb"))
    assert shown.splitlines()[0].startswith("ny ")
    assert "Tegnekonkurranse tegninger/Stemmeseddel.pdf" in shown
    assert "4 tegninger har fått hvert sitt nummer." in shown
    assert "HEMMELIG – hvem som har tegnet hva.csv. Hold det hemmelig." in shown
    votes = tmp_path / "stemmer.csv"
    votes.write_text("1;4\n2;3\n3;1\nugyldig;1\n", encoding="utf-8")
    told = pals("contest", drawn, "--tally", votes, "--language", "nn", speaks="nb")
    assert "Vinnere, nynorsk.pdf" in went_well(told)
    assert (
        "Vinnere: nummer 1.\nHeng opp og trykk bare det foresatte har sagt ja til." in told.stdout
    )
    assert told.stderr.startswith(
        "stemmer.csv, linje 4: stemmer for «ugyldig» er ikke regnet med: 1"
    )


def test_a_competition_that_can_not_be_held_is_told_of(school, tmp_path):
    from tests.contest.folder import entries

    assert failed(pals("contest", tmp_path / "borte")).startswith("borte: there is no such folder.")
    drawn = entries(tmp_path / "tegninger", 2)
    votes = tmp_path / "stemmer.csv"
    votes.write_text("1;4\n31;4\n", encoding="utf-8")
    said = failed(pals("contest", drawn, "--tally", votes))
    assert said.startswith("stemmer.csv, line 2: there is no drawing number 31 on the ballot.")
    assert said.endswith("1 to mend; nothing was written.\n")
    assert not (school / "output").exists()
    assert "--winners" in failed(pals("contest", drawn, "--winners", "0"), 2)

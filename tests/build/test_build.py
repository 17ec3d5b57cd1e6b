"""A school's folder becomes its papers: what is made, kept, moved, and never lost or leaked."""

import os
import signal
import subprocess
import sys
import time
from dataclasses import replace
from datetime import date
from pathlib import Path

import pikepdf
import pytest

from pipeline.build import Request, Told, alone, build
from pipeline.build import ledger as ledgers
from pipeline.build.plan import Choice
from pipeline.problems import Faults
from tests.intake.school import DRAWINGS, MATRISER, SKOLE, lay
from tests.small import TELLTALES, draw

TODAY = date(2026, 11, 23)
BOOKLETS = ("Side for side", "Til å brette (snu på kortsiden)")
PDF = Choice(formats=("pdf",))
ROOT = Path(__file__).parents[2]


def run(home, choice=PDF, **more):
    request = replace(Request(home, home / "output", TODAY, choice), **more)
    return {line.target: line for line in build(request, Told())}


def states(lines):
    return {Path(target).stem: line.state for target, line in lines.items() if "Logo" not in target}


def files(home):
    out = home / "output"
    found = (path for path in out.rglob("*") if path.is_file())
    return {path.relative_to(out): path.read_bytes() for path in found if ".pals" not in path.parts}


def rewrite(home, old, new, file="sources/matriser.yaml"):
    path = home / file
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def drawings_in(pdf):
    """Return how many pictures of photographic size a PDF holds; the logo is smaller."""
    with pikepdf.open(pdf) as opened:
        found = [one for one in opened.objects if isinstance(one, pikepdf.Stream)]
        pictures = [one for one in found if one.get("/Subtype") == "/Image"]
    return sum(int(one.Width) > 800 for one in pictures)


def test_all_is_new_then_kept_and_the_bytes_are_steady(home):
    assert set(states(run(home)).values()) == {"new"}
    first = files(home)
    assert set(states(run(home)).values()) == {"kept"}
    run(home, force=True)
    assert files(home) == first


def test_names_are_the_schools_words(home):
    assert "Arenaplakater/A3 stående/Skolegården.pdf" in run(home)


def test_one_word_changes_what_holds_it_and_nothing_else(home):
    run(home)
    rewrite(home, "venter på tur", "venter på turen")
    made = run(home)
    posters = {"Skolegården": "changed", "Gangen": "kept", "Ute": "changed"}
    assert states(made) == {**posters, **dict.fromkeys(BOOKLETS, "changed")}
    why = {str(line.why) for line in made.values() if line.state == "changed"}
    assert why == {"its words have changed"}


def test_a_withdrawn_consent_takes_the_drawing_out_of_everything(home):
    run(home)
    rewrite(home, "{vegg: ja, ukeplan: ja}", "{trukket: ja}", "assets/drawings.yaml")
    made = run(home)
    changed = {"Skolegården": "changed", "Gangen": "kept", "Ute": "changed"}
    assert states(made) == {**changed, **dict.fromkeys(BOOKLETS, "kept")}
    posters = home / "output/Arenaplakater/A3 stående"
    assert drawings_in(posters / "Gangen.pdf") == 1
    assert drawings_in(posters / "Skolegården.pdf") == 0


def test_a_consent_that_has_run_out_is_seen_though_no_file_has_changed(home):
    run(home)
    assert states(run(home, today=date(2028, 7, 1)))["Gangen"] == "changed"


def test_an_arena_taken_out_moves_its_poster_to_the_outdated(home):
    run(home)
    whole = MATRISER.split("  I gangen:")[0]
    (home / "sources/matriser.yaml").write_text(whole, encoding="utf-8")
    assert states(run(home))["Gangen"] == "outdated"
    assert (home / "output/utgått/Arenaplakater/A3 stående/Gangen.pdf").exists()
    assert not (home / "output/Arenaplakater/A3 stående/Gangen.pdf").exists()


def test_what_was_once_asked_for_is_kept_up_to_date(home):
    run(home, Choice(papers=("A4",), formats=("pdf",), arenas=("I gangen",)))
    rewrite(home, "holder døra", "holder opp døra")
    made = run(home)
    assert made["Arenaplakater/A4 stående/Gangen.pdf"].state == "changed"


def test_what_the_school_no_longer_wishes_for_is_outdated(home):
    run(home)
    (home / "sources/skole.yaml").write_text(SKOLE + "plakater: {papir: [A4]}\n", encoding="utf-8")
    made = run(home)
    assert made["Arenaplakater/A3 stående/Gangen.pdf"].state == "outdated"
    assert made["Arenaplakater/A4 stående/Gangen.pdf"].state == "new"


def test_a_narrow_build_leaves_the_rest_alone(home):
    run(home)
    before = files(home)
    rewrite(home, "Jeg", "Vi")
    run(home, Choice(arenas=("skolegården",), products=("arena_poster",), formats=("pdf",)))
    changed = {path.stem for path, content in files(home).items() if before[path] != content}
    assert changed == {"Skolegården", "index"}


def test_a_narrow_build_does_not_hide_what_else_has_changed(home):
    run(home)
    rewrite(home, "Jeg", "Vi")
    run(home, Choice(products=("arena_poster",), formats=("pdf",)))
    assert states(run(home))["Ute"] == "changed"


def test_faults_are_told_and_nothing_is_written(home):
    rewrite(home, "  Jeg venter på tur".strip(), "Jeg " + "venter så lenge på tur " * 40)
    with pytest.raises(Faults) as told:
        run(home)
    assert "matriser.yaml" in str(told.value)
    assert files(home) == {}


def test_words_that_mean_nothing_here_are_told_with_a_guess(home):
    with pytest.raises(Faults, match="Did you mean 'Skolegården'"):
        run(home, Choice(arenas=("skolegaarden",)))


def test_a_drawing_with_too_few_pixels_is_refused(home):
    draw(home / "assets/drawings/gard.jpg", "#5aa05a", (420, 330))
    with pytest.raises(Faults, match="dots an inch"):
        run(home)
    assert files(home) == {}


def test_a_build_that_is_cut_off_leaves_whole_files_and_is_taken_up_again(home):
    lines = build(Request(home, home / "output", TODAY, PDF), Told())
    next(lines)
    lines.close()
    assert len(files(home)) == 1
    assert sorted(states(run(home)).values()) == ["kept", *["new"] * 4]


def test_a_build_that_is_killed_leaves_whole_files(home):
    whole = files_of_a_whole_build(home)
    command = [sys.executable, "-c", "from pipeline.cli import main; main()", "build"]
    for moment in (0.35, 0.6, 0.9):
        child = subprocess.Popen(
            command, cwd=home, stdout=subprocess.DEVNULL, start_new_session=True
        )
        time.sleep(moment)
        os.killpg(child.pid, signal.SIGKILL)
        child.wait()
        there = {path: content for path, content in files(home).items() if path.suffix == ".pdf"}
        assert all(whole[path] == content for path, content in there.items())
    assert "edited by hand" not in states(run(home)).values()


def files_of_a_whole_build(home):
    run(home)
    whole = files(home)
    for path in whole:
        (home / "output" / path).unlink()
    (home / "output/.pals/ledger.json").unlink()
    return whole


def test_nothing_leaks_and_the_originals_are_not_touched(home):
    before = {path: path.read_bytes() for path in (home / "assets").rglob("*") if path.is_file()}
    run(home, Choice())
    for path, content in files(home).items():
        assert not [word for word in TELLTALES if word in content], path
    assert before == {path: path.read_bytes() for path in before}


def test_the_original_does_hold_what_must_not_leak(home):
    content = (home / "assets/drawings/gard.jpg").read_bytes()
    assert [word for word in TELLTALES if word in content]


def test_a_second_build_says_that_it_waits(home):
    said = []
    holder = (
        "import sys, time; from pathlib import Path; from pipeline.build import alone\n"
        "with alone(Path(sys.argv[1]), print):\n    print('held', flush=True); time.sleep(0.5)"
    )
    command = [sys.executable, "-c", holder, str(home / "output")]
    child = subprocess.Popen(command, stdout=subprocess.PIPE, cwd=ROOT)
    assert child.stdout.readline() == b"held\n"
    with alone(home / "output", lambda: said.append("waiting")):
        assert said == ["waiting"]
    child.communicate()


def test_a_build_with_nothing_to_do_loads_no_heavy_library(home):
    run(home, Choice())
    code = (
        "import sys; from pipeline.cli import main\n"
        "main(['build'], standalone_mode=False)\n"
        "heavy = {'pydantic', 'docx', 'reportlab', 'PIL', 'cv2', 'numpy', 'pikepdf', 'uharfbuzz'}\n"
        "print('loaded:', sorted(heavy & set(sys.modules)))"
    )
    env = {**os.environ, "PYTHONPATH": str(ROOT)}
    told = subprocess.run(
        [sys.executable, "-c", code], cwd=home, env=env, capture_output=True, text=True, check=True
    )
    assert told.stdout.endswith("loaded: []\n"), told.stdout
    assert "new" not in told.stdout


def test_a_school_without_drawings_gets_its_posters(tmp_path):
    home = lay(tmp_path / "Uten", tegninger="")
    (home / "assets/drawings.yaml").unlink()
    assert set(states(run(home)).values()) == {"new"}


def test_drawings_that_may_not_be_used_are_not_even_cleaned(tmp_path, home):
    text = DRAWINGS.replace(": ja", ": nei")
    (home / "assets/drawings.yaml").write_text(text, encoding="utf-8")
    (home / "assets/drawings/gard.jpg").write_bytes(b"no picture at all")
    assert set(states(run(home)).values()) == {"new"}


def test_the_whole_program_counts_among_what_papers_are_made_from(tmp_path):
    seen = ledgers.inputs(tmp_path)
    assert "pipeline/build/__init__.py" in seen and "pipeline/languages/parents/ar.yaml" in seen
    assert not [name for name in seen if "__pycache__" in name]

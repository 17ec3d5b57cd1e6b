"""One folder is the registry of readers; what they gave is shown as a table."""

import subprocess
import sys
from types import ModuleType

import pytest

from pipeline.readers import as_table, read_matrices, readers, register, same_heading
from pipeline.readers.heads import says
from tests.readers.written import MATRIX, WORDS, write


def test_every_reader_says_what_it_reads():
    assert {".docx", ".xlsx", ".csv", ".yaml"} <= set(readers())
    for suffix, module in readers().items():
        assert suffix in module.SUFFIXES
        assert suffix in module.__doc__.splitlines()[0]
        assert callable(module.grids)


def test_two_readers_for_one_suffix_are_refused():
    one, two = ModuleType("one"), ModuleType("two")
    one.SUFFIXES = two.SUFFIXES = (".md",)
    with pytest.raises(LookupError, match="one and two both read .md"):
        register([one, two])


def test_heavy_libraries_wait_until_they_are_needed():
    code = (
        "import sys; from pipeline.readers import readers; readers(); "
        "sys.exit(bool({'docx', 'openpyxl', 'ruamel.yaml', 'lxml'} & set(sys.modules)))"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Vi viser respekt", "Respekt", True),
        ("RESPEKT", "respekt", True),
        ("Ansvar", "Ansvarlighet", True),
        ("Ansvar", "Omsorg", False),
        ("", "Omsorg", False),
    ],
)
def test_headings_that_name_the_same(one, other, same):
    assert same_heading(one, other) is same


def test_short_words_are_whole():
    assert says("Mot", ["mot"])
    assert not says("Motto", ["mot"])
    assert says("I skolegården", ["skolegård"])


@pytest.mark.parametrize("width", [40, 80, 120])
def test_the_table_fits_its_width_and_holds_every_word(width, tmp_path):
    reading = read_matrices(write(tmp_path, "docx", MATRIX), WORDS)
    shown = as_table(reading, str, width)
    assert max(map(len, shown.splitlines())) <= width
    for cells in MATRIX["cells"].values():
        for line in (line for lines in cells.values() for line in lines):
            assert all(word in shown for word in line.split())
    assert shown.splitlines()[0] == "Ute og underveis (for pupils)"


def test_the_table_tells_what_was_decided(tmp_path):
    shown = as_table(read_matrices(write(tmp_path, "docx", MATRIX), WORDS), str)
    assert shown.splitlines()[1:3] == [
        "(the values stand along the top, the places down the side)",
        '(the title comes from here: matriser.docx, under "Ute og underveis")',
    ]

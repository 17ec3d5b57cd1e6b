"""A school's YAML files come in with the line of every key, word and number."""

from datetime import date

import pytest

from pipeline.problems import Faults, Sourced, place_of
from pipeline.readers import Items, Node, read_settings

SCHOOL = """\
navn: Heggdal skole
svar: no
elever: 490
telefon: 012
vedtatt: 2027-02-08
tom:
verdier:
  - navn: Re\u00adspekt
  - Ansvar
tekst: |
  Første
  andre
"""


@pytest.fixture
def written(tmp_path):
    def write(text):
        path = tmp_path / "skole.yaml"
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return path

    return write


def test_everything_knows_its_line(written):
    school = read_settings(written(SCHOOL))
    assert school["navn"] == "Heggdal skole"
    assert isinstance(school["navn"], Sourced)
    assert school["svar"] == "no"
    assert (school["elever"], school["vedtatt"], school["tom"]) == (490, date(2027, 2, 8), None)
    assert school.written("telefon") == "012"
    assert str(school.place_of("elever")) == "skole.yaml, line 3"
    assert [str(place_of(key)) for key in school][1] == "skole.yaml, line 2"
    values = school["verdier"]
    assert isinstance(values, Items)
    assert isinstance(values[0], Node)
    assert values[0]["navn"] == "Respekt"
    assert str(values[0].place) == "skole.yaml, line 8"
    assert str(values.place_of(1)) == "skole.yaml, line 9"
    assert school["tekst"] == "Første\nandre"
    assert str(school.place_of("ukjent")) == "skole.yaml, line 1"


def test_an_empty_file_of_comments_has_no_keys(written):
    assert read_settings(written("# bare ord\n")) == {}


WRONG = {
    "tab": ("a:\n\tb: 1\n", "line 2: there is a tab here"),
    "twice": ("a: 1\nb: 2\na: 3\n", "line 3: 'a' stands here again; it is in line 1"),
    "colon": ("a: b: c\n", "line 1: there is a colon here"),
    "no colon": ("a: 1\nb\n", "line 2: there is no colon after the key"),
    "quote": ("a: 1\nb: 'x\nc: y\n", "line 2: a quotation mark is opened here"),
    "bracket": ("a: [1, 2\n", "a bracket is opened here and never closed"),
    "indent": ("a: 1\n  b: 2\n", "line 2: there is a colon here"),
    "sign": ("a: @x\n", "line 1: the text begins with a sign"),
    "alias": ("a: &x 1\nb: *x\n", "line 1: the file points from one place"),
    "tag": ("a: !!python/object x\n", "line 1: a value begins with '!'"),
    "merge": ("<<: {a: 1}\n", "line 1: the file merges"),
    "two documents": ("a: 1\n---\nb: 2\n", "line 2: a second document"),
    "key of keys": ("? [a]\n: b\n", "line 1: a key must be plain words"),
    "no day": ("a: 2027-13-45\n", "line 1: '2027-13-45' is no number and no day"),
    "control sign": ('a: 1\nb: "\\x07"\n', "line 2: there is a sign here"),
    "raw control sign": (b"a: 1\nb: \x07\n", "line 2: there is a sign here"),
    "cp1252": (b"a: 1\nb: \xe5\n", "line 2: the letters in this line are not written in UTF-8"),
    "list": ("- a\n", "line 1: there are no keys"),
    "picture": (b"\x89PNG\r\n", "in truth a picture"),
}


@pytest.mark.parametrize("case", WRONG)
def test_it_is_refused_at_its_line(case, written):
    text, said = WRONG[case]
    with pytest.raises(Faults) as found:
        read_settings(written(text))
    assert said in found.value.message
    assert found.value.message.startswith("skole.yaml")

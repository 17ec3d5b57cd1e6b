"""LibreOffice opens every plan that was worked on, and prints all its words and the insert's."""

import re

import pytest

from pipeline import weekplan
from tests.weekplan.guards import is_sound
from tests.weekplan.inserts import MESSAGE, MONTH, lay, remove, source
from tests.weekplan.kinds import kinds
from tests.weekplan.plans import sample_plans
from tests.weekplan.printing import converted, read

pytestmark = pytest.mark.consumer
KINDS = kinds()
PLACEHOLDERS = {"Klikk", "her"}  # what a control shows until it is filled


@pytest.fixture(scope="module")
def laid():
    return {str(at): lay(kind.content).content for at, kind in enumerate(KINDS.values())}


@pytest.fixture(scope="module")
def printed(laid, tmp_path_factory):
    return converted(tmp_path_factory.mktemp("printed"), "pdf", laid)


def plain(text: str) -> str:
    return "".join(re.sub("[-\x02\xad\ufffe]", "", text).split())


def missing(said: str, printed: str) -> list[str]:
    """Return the words that are not on the paper; markers do not count, nor what is a field."""
    said = re.sub(r"\{\{[^}]*\}\}|20\.11\.2026", " ", said)
    return [one for one in said.split() if plain(one) not in printed]


@pytest.mark.parametrize("at", range(len(KINDS)), ids=list(KINDS))
def test_every_word_is_on_the_paper(printed, at):
    kind = KINDS[list(KINDS)[at]]
    text = plain(read(printed[str(at)])[1])
    assert plain(MESSAGE) in text
    assert plain(f"Månedens PALS: {MONTH}") in text
    before = weekplan.words(source(kind.content))
    shown = PLACEHOLDERS if list(KINDS)[at].startswith("a control") else set()
    assert set(missing(before, text)) <= shown


def test_a_word_that_is_not_there_is_missed():
    assert missing("Hei på deg", plain("Hei deg")) == ["på"]


def test_the_sample_plans_stay_on_one_page(printed):
    for at in range(len(sample_plans())):
        assert read(printed[str(at)])[0] == 1


def test_what_libreoffice_saved_is_found_again(laid, tmp_path):
    names = [name for name in laid if "text box" not in list(KINDS)[int(name)]]
    saved = converted(tmp_path, "docx", {name: laid[name] for name in names})
    for name, content in saved.items():
        again = lay(content, month="januar", message="Jeg hilser blidt.")
        assert all("earlier insert" in str(one) for one in again.places), list(KINDS)[int(name)]
        assert list(is_sound(b"", again.content)) == []
        taken = remove(content)
        assert MESSAGE not in weekplan.words(source(taken.content))

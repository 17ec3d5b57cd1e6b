"""An insert is found again, and can be taken out, after another program has saved the plan."""

import io
import re

import pytest
from docx import Document

from tests.weekplan.guards import is_sound
from tests.weekplan.inserts import MESSAGE, lay, remove
from tests.weekplan.kinds import kinds
from tests.weekplan.plans import p, package, parts, zipped

KINDS = kinds()
MARKED = ("a marker of its own", "a marker over runs", "a marker in a cell", "a control")


def saved_by_word(content: bytes) -> bytes:
    """Return the plan as Word saves it: no comments, pictures renamed, bookmarks moved inwards."""
    found = parts(content)
    text = found["word/document.xml"].decode()
    text = re.sub(r"<!--.*?-->", "", text, flags=re.DOTALL)
    text = re.sub(
        r'(<w:bookmarkStart [^>]*w:name="_pals_[^>]*/>)(<w:tbl .*?<w:p>)',
        r"\2\1",
        text,
        flags=re.DOTALL,
    )
    rels = found["word/_rels/document.xml.rels"].decode()
    name = re.search(r"media/(pals-\w+\.png)", rels)[1]
    found["word/_rels/document.xml.rels"] = rels.replace(name, "image1.png").encode()
    found["word/media/image1.png"] = found.pop(f"word/media/{name}")
    return zipped(found | {"word/document.xml": text.encode()})


def saved_by_libreoffice(content: bytes) -> bytes:
    """Return the plan with what LibreOffice 7.4 leaves: the table and its bookmark, no control."""
    found = parts(content)
    text = found["word/document.xml"].decode()
    start = r'<w:sdt xmlns:w="[^"]*"><w:sdtPr>.*?</w:sdtPr><w:sdtContent>'
    inner = start + "(.*?)</w:sdtContent>.*?</w:sdt>"
    text = re.sub(inner, r"\1", text, flags=re.DOTALL)
    text = re.sub(
        r'(<w:bookmarkStart [^>]*w:name="_pals_[^>]*/>)(<w:tbl .*?<w:p>)',
        r"\2\1",
        text,
        flags=re.DOTALL,
    )
    return zipped(found | {"word/document.xml": text.encode()})


def saved_by_a_library(content: bytes) -> bytes:
    out = io.BytesIO()
    document = Document(io.BytesIO(content))
    document.save(out)
    return out.getvalue()


SAVED = (saved_by_word, saved_by_libreoffice, saved_by_a_library)


def words(content: bytes) -> str:
    document = Document(io.BytesIO(content))
    return "|".join(
        one.text or "" for one in document.element.body.iter() if str(one.tag).endswith("}t")
    )


@pytest.mark.parametrize("save", SAVED)
@pytest.mark.parametrize("name", [*MARKED, "social beside", "a label", "a whole plan in columns"])
def test_the_next_month_takes_its_place(name, save):
    saved = save(lay(KINDS[name].content).content)
    laid = lay(saved, month="januar", message="Jeg hilser.")
    assert "in place of the earlier insert" in str(laid.places[0])
    text = words(laid.content)
    assert "Jeg hilser." in text
    assert MESSAGE not in text
    assert list(is_sound(b"", laid.content)) == []
    again = lay(laid.content, month="januar", message="Jeg hilser.")
    assert again.content == laid.content
    media = [one for one in parts(laid.content) if "media/" in one]
    assert len(media) == 1


@pytest.mark.parametrize("save", SAVED)
@pytest.mark.parametrize("name", MARKED)
def test_the_marker_is_given_back(name, save):
    plan = KINDS[name].content
    taken = remove(save(lay(plan).content)).content
    assert MESSAGE not in words(taken)
    assert not [one for one in parts(taken) if "media/" in one]
    if save is saved_by_a_library:
        assert words(taken) == words(plan)
    else:
        assert "{{ månedens_pals }}" in words(taken)
    assert list(is_sound(b"", taken)) == []
    assert lay(taken).changed


@pytest.mark.parametrize("save", SAVED)
@pytest.mark.parametrize("name", ["social beside", "a label", "social outside tables"])
def test_where_nothing_was_replaced_nothing_is_left(name, save):
    plan = KINDS[name].content
    taken = remove(save(lay(plan).content)).content
    assert words(taken) == words(plan)
    assert list(is_sound(b"", taken)) == []


def test_words_that_a_teacher_changed_around_the_insert_stay():
    laid = lay(KINDS["a marker among words"].content).content
    found = parts(laid)
    text = found["word/document.xml"].replace(b"Se her:", b"Les dette:")
    taken = remove(zipped(found | {"word/document.xml": text})).content
    assert "Les dette:" in words(taken)
    assert "{{ månedens_pals }}" in words(taken)


def test_a_marker_beside_an_earlier_insert_is_filled_too():
    once = lay(package(p("{{ månedens_pals }}") + p("Hilsen oss"))).content
    found = parts(once)
    more = found["word/document.xml"].replace(b"Hilsen oss", "{{ månedens_pals }}".encode())
    laid = lay(zipped(found | {"word/document.xml": more}))
    assert [str(one).rpartition(", ")[2] for one in laid.places] == [
        "in place of the earlier insert",
        "in place of the marker",
    ]
    assert list(is_sound(b"", laid.content)) == []

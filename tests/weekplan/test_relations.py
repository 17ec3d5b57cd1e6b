"""Relationships and content types are spliced, and spliced out again."""

import pytest

from pipeline.weekplan.package import unpacked
from pipeline.weekplan.relations import LIST, Pointers, media_name, relations, type_of, types_with
from tests.weekplan.plans import HEAD, RELS, TYPES, package, zipped

PLAN = unpacked(package("<w:p/>"))
PICTURE = "word/media/pals-1.png"
BARE = {
    "none": None,
    "one tag": f'{HEAD}<Relationships  xmlns="{RELS}" />'.encode(),
    "two tags": f'{HEAD}<Relationships xmlns="{RELS}">\n</Relationships>'.encode(),
    "a prefix": f'{HEAD}<n:Relationships xmlns:n="{RELS}"/>'.encode(),
    "UTF-16": f'{HEAD.replace("UTF-8", "UTF-16")}<Relationships xmlns="{RELS}"/>'.encode("utf-16"),
}


@pytest.mark.parametrize("name", BARE)
def test_a_picture_is_pointed_to_and_no_more(name):
    rels = "word/_rels/header1.xml.rels"
    package = PLAN.changed({rels: BARE[name]})
    pointers = Pointers(package, "word/header1.xml")
    assert pointers.to(PICTURE) == pointers.to(PICTURE) == "rIdPals1"
    assert pointers.to("word/media/pals-2.png") == "rIdPals2"
    laid = package.changed({rels: pointers.content()})
    found = relations(laid, "word/header1.xml")
    assert [(one.rid, one.target) for one in found][0] == ("rIdPals1", PICTURE)
    again = Pointers(laid, "word/header1.xml")
    again.drop({"rIdPals1", "rIdPals2", "rId7"})
    assert again.content() == BARE[name]


def test_other_relationships_stay():
    pointers = Pointers(PLAN, "word/document.xml")
    pointers.to(PICTURE)
    pointers.drop({"rId1"})
    assert [one.rid for one in relations(PLAN, "word/document.xml")] == ["rId1", "rId2"]
    content = pointers.content()
    assert content.count(b"rId1") == 1  # only pictures are ever taken out
    assert content.endswith(b"</Relationships>")


def test_a_default_is_laid_in_once_and_taken_out():
    content = PLAN.read(LIST)
    laid = types_with(content, [PICTURE, "word/document.xml"])
    assert laid.count(b'Extension="png"') == 1
    assert types_with(laid, [PICTURE]) == laid
    assert types_with(laid, ["word/document.xml"]) == content
    own = content.replace(
        b"<Default", b'<Default Extension="PNG" ContentType="image/png"/><Default', 1
    )
    assert types_with(own, [PICTURE]) == own
    assert types_with(own, []) == own


def test_types_and_names():
    assert type_of(PLAN.read(LIST), "word/styles.xml").endswith("styles+xml")
    assert type_of(f'<Types xmlns="{TYPES}"/>'.encode(), "a.xml") == ""
    one, two = (media_name("word/header1.xml", "Ola Nordmann.JPG", data) for data in (b"1", b"2"))
    assert one != two
    assert one.startswith("word/media/pals-") and one.endswith(".jpg") and "Ola" not in one
    assert relations(unpacked(zipped({"a": b""})), "") == []

"""Each guard is seen to catch a fault planted for it."""

import pytest

from tests.weekplan import guards
from tests.weekplan.inserts import lay
from tests.weekplan.kinds import kinds
from tests.weekplan.plans import parts, replaced, zipped

PLAN = kinds()["a marker last"].content
LAID = lay(PLAN).content
DOCUMENT = "word/document.xml"


def swapped(old: bytes, new: bytes, name: str = DOCUMENT) -> bytes:
    content = parts(LAID)
    assert old in content[name]
    return replaced(LAID, **{name: content[name].replace(old, new, 1)})


def dropped(name: str) -> bytes:
    return zipped({one: data for one, data in parts(LAID).items() if name not in one})


PLANTED = {
    "a part that is gone": (guards.leaves_the_rest, lambda: dropped("settings")),
    "a part that is changed": (
        guards.leaves_the_rest,
        lambda: swapped(b"Normal", b"normal", "word/styles.xml"),
    ),
    "a part that is new": (
        guards.leaves_the_rest,
        lambda: zipped(parts(LAID) | {"word/x.xml": b"<a/>"}),
    ),
    "another order": (
        guards.leaves_the_rest,
        lambda: zipped(dict(sorted(parts(LAID).items()))),
    ),
    "a word that was touched": (
        guards.touches_only_its_place,
        lambda: swapped(b"Norsk: les", b"Norsk: Les"),
    ),
    "a quote that was touched": (
        guards.touches_only_its_place,
        lambda: swapped(b'w:fill="DCE6F1"', b"w:fill='DCE6F1'"),
    ),
    "tables that touch": (
        guards.is_sound,
        lambda: swapped(b"</w:sdt><w:p ", b"</w:sdt><w:bookmarkEnd w:id='1'/><w:tbl/><w:p "),
    ),
    "an insert in a paragraph": (
        guards.is_sound,
        lambda: replaced(
            LAID,
            **{
                DOCUMENT: parts(LAID)[DOCUMENT]
                .replace(b"<w:sdt ", b"<w:p><w:sdt ")
                .replace(b"</w:sdt>", b"</w:sdt></w:p>")
            },
        ),
    ),
    "a picture that is not there": (guards.has_its_pictures, lambda: dropped("media/")),
    "a picture without a type": (
        guards.has_its_pictures,
        lambda: swapped(b'Extension="png"', b'Extension="gif"', "[Content_Types].xml"),
    ),
    "a number twice": (
        guards.numbers_once,
        lambda: swapped(b"<w:body>", b'<w:body><w:p><w:r><wp:docPr id="2"/></w:r></w:p>'),
    ),
    "nothing laid in": (guards.numbers_once, lambda: PLAN),
}


def test_the_sound_one_is_sound():
    assert guards.faults(PLAN, LAID) == []


@pytest.mark.parametrize("name", PLANTED)
def test_a_planted_fault_is_caught(name):
    guard, plant = PLANTED[name]
    assert list(guard(PLAN, plant())) != []

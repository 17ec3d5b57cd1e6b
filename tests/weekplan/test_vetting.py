"""Files that nothing can be laid into are refused in words that fit a week plan."""

import io
import struct
import zipfile

import pytest

from pipeline import weekplan
from pipeline.problems import Faults
from tests.weekplan.inserts import WORDS, inserts, lay, source
from tests.weekplan.kinds import MARKER
from tests.weekplan.plans import HEAD, MAIN, SETTINGS, W, p, package, parts, week, zipped

PLAN = package(week() + p(MARKER) + p(""))
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)
WORD_AGAIN = "Open it in Word or LibreOffice, and save it as a Word document (.docx)."
SAVE_AS = "Choose Save as in Word, and the kind «Word document (.docx)»."
MACRO = "application/vnd.ms-word.document.macroEnabled.main+xml"
TEMPLATE = "application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml"


def changed(**more: bytes | str) -> bytes:
    """Return the plan with parts changed; a name has __ for / and _ for the last dot."""
    content = parts(PLAN)
    for name, data in more.items():
        stem, _, ending = name.replace("__", "/").rpartition("_")
        content[f"{stem}.{ending}"] = data.encode() if isinstance(data, str) else data
    return zipped(content)


def document(text: str) -> bytes:
    return changed(word__document_xml=text)


def settings(facts: str) -> bytes:
    return changed(word__settings_xml=SETTINGS.replace("<w:compat>", f"{facts}<w:compat>"))


def odt() -> bytes:
    return zipped({"mimetype": b"application/vnd.oasis.opendocument.text", "content.xml": b"<a/>"})


def workbook() -> bytes:
    content = parts(PLAN)
    kind = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"
    content["[Content_Types].xml"] = (
        content["[Content_Types].xml"]
        .replace(MAIN.encode(), kind.encode())
        .replace(b"/word/document.xml", b"/xl/workbook.xml")
    )
    content["_rels/.rels"] = content["_rels/.rels"].replace(b"word/document", b"xl/workbook")
    content["xl/workbook.xml"] = content.pop("word/document.xml")
    return zipped(content)


def without(name: str) -> bytes:
    return zipped({one: data for one, data in parts(PLAN).items() if one != name})


def locked_zip() -> bytes:
    content = bytearray(PLAN)
    for sign, at in ((b"PK\3\4", 6), (b"PK\1\2", 8)):
        start = content.find(sign)
        while start >= 0:
            content[start + at] |= 1
            start = content.find(sign, start + 4)
    return bytes(content)


def two_lists() -> bytes:
    """Return a file whose end record counts fewer entries than there are."""
    at = PLAN.rindex(b"PK\5\6")
    count = struct.unpack_from("<H", PLAN, at + 10)[0] + 1
    return PLAN[: at + 8] + struct.pack("<HH", count, count) + PLAN[at + 12 :]


def bomb() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, data in parts(PLAN).items():
            packed.writestr(name, data)
        packed.writestr("word/media/image1.bin", bytes(90_000_000))
    return out.getvalue()


STRICT = f'{HEAD}<w:document xmlns:w="http://purl.oclc.org/ooxml/wordprocessingml/main"><w:body/></w:document>'
BILLION = f'{HEAD}<!DOCTYPE w [<!ENTITY a "aa">]><w:document xmlns:w="{W}"><w:body/></w:document>'
DEEP = (
    f'{HEAD}<w:document xmlns:w="{W}"><w:body>{"<w:p>" * 200}{"</w:p>" * 200}</w:body></w:document>'
)
REFUSED = {
    "locked with a password": (
        OLE + "EncryptedPackage".encode("utf-16-le"),
        "the file is locked with a password.",
        "Open it with its password, take the password off, and save it again.",
    ),
    "a locked archive": (locked_zip(), "the file is locked with a password.", "password"),
    ".doc": (OLE, "this is in truth a file of the old Office kind (.doc, .xls).", WORD_AGAIN),
    ".odt": (odt(), "this is in truth an OpenDocument file (.odt, .ods).", WORD_AGAIN),
    ".docm": (
        package(p(MARKER), main=MACRO),
        "this is a document with macros (.docm), which is left alone.",
        SAVE_AS,
    ),
    ".dotx": (
        package(p(MARKER), main=TEMPLATE),
        "this is a Word template (.dotx), not a week plan made from it.",
        SAVE_AS,
    ),
    ".xlsx": (workbook(), "this is in truth an Excel workbook.", WORD_AGAIN),
    ".pdf": (b"%PDF-1.7 ...", "this is in truth a PDF.", WORD_AGAIN),
    "strict": (document(STRICT), "the document is saved in the strict variant of", SAVE_AS),
    "cut short": (PLAN[:-400], "the file is damaged and can not be read.", "save it again"),
    "a hole in it": (
        PLAN[:300] + bytes(200) + PLAN[500:],
        "the file is damaged and can not be read.",
        "save it",
    ),
    "two lists of contents": (two_lists(), "the file is damaged and can not be read.", "save it"),
    "no markup": (document("Hei"), "the file is damaged and can not be read.", "save it again"),
    "a bomb": (
        bomb(),
        "there is far more packed in this file than a week plan needs.",
        "Copy the week plan alone into a new document, and give that.",
    ),
    "too deep": (document(DEEP), "there is far more packed in this file than a week plan", "Copy"),
    "entities": (document(BILLION), "the file carries definitions that no Office program", "save"),
    "protected": (
        settings('<w:documentProtection w:edit="readOnly" w:enforcement="1"/>'),
        "the document is protected against changes.",
        "Choose Review > Restrict editing > Stop protection in Word, and save.",
    ),
    "signed": (
        changed(_xmlsignatures__origin_sigs=b""),
        "the document is signed digitally, and a change would break the signature.",
        "Give a copy that is not signed.",
    ),
    "no document": (
        without("word/document.xml"),
        "there is no document in this file.",
        "save it again",
    ),
    "no relationships": (without("_rels/.rels"), "there is no document in this file.", "save it"),
    "no body": (
        document(f'{HEAD}<w:document xmlns:w="{W}"/>'),
        "there is no document in this file.",
        "save",
    ),
}


@pytest.mark.parametrize("name", REFUSED)
def test_it_is_refused_in_words(name):
    content, what, mend = REFUSED[name]
    for call in (
        lambda: lay(content),
        lambda: weekplan.remove(source(content), WORDS),
        lambda: weekplan.words(source(content)),
    ):
        with pytest.raises(Faults) as told:
            call()
        first, second = str(told.value).split("\n")
        assert first.startswith(f"Ukeplan.docx: {what}")
        assert mend in second


@pytest.mark.parametrize(
    "facts",
    [
        '<w:documentProtection w:edit="readOnly" w:enforcement="0"/>',
        '<w:documentProtection w:edit="trackedChanges"/>',
        '<w:writeProtection w:recommended="1"/>',
    ],
)
def test_what_is_only_recommended_is_let_in(facts):
    assert lay(settings(facts)).changed


def test_the_plan_that_the_faults_are_planted_in_is_let_in():
    assert lay(PLAN).changed


def test_no_file_is_told_of_as_a_week_plan(tmp_path):
    with pytest.raises(Faults, match="Give the week plan as a Word document"):
        weekplan.take_in(tmp_path / "Ukeplan.docx")
    (tmp_path / "Ukeplan.docx").write_bytes(b"")
    with pytest.raises(Faults, match="the file is empty"):
        weekplan.take_in(tmp_path / "Ukeplan.docx")
    (tmp_path / "Ukeplan.docx").write_bytes(PLAN)
    assert weekplan.lay(weekplan.take_in(tmp_path / "Ukeplan.docx"), WORDS, inserts()).changed

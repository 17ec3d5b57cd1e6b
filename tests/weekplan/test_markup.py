"""Markup is known by its bytes, in every encoding."""

import pytest

from pipeline.weekplan.markup import Splice, cut, decoded, letters_of, parsed, tag_end, text_of

DECLARED = "<?xml version='1.0' encoding='{}'?><a b='1>2'><c/>æ <d>x&amp;y</d></a>"
CODECS = {
    "UTF-8": DECLARED.format("utf-8").encode(),
    "UTF-8 with a mark": DECLARED.format("UTF-8").encode("utf-8-sig"),
    "UTF-16": DECLARED.format("UTF-16").encode("utf-16"),
    "UTF-16 without a mark": DECLARED.format("UTF-16").encode("utf-16-be"),
    "windows-1252": DECLARED.format("windows-1252").encode("cp1252"),
    "latin-1": DECLARED.format("ISO-8859-1").encode("latin-1"),
    "nothing said": "<a b='1>2'><c/>æ <d>x&amp;y</d></a>".encode(),
}


@pytest.mark.parametrize("name", CODECS)
def test_elements_know_their_bytes(name):
    content = CODECS[name]
    part = parsed(content)
    c, d = part.root.kids
    assert part.of(c) == b"<c/>"
    assert part.of(d) == b"<d>x&amp;y</d>"
    assert part.of(part.root).startswith(b"<a b='1>2'>")
    assert text_of(part, d) == "x&y"
    assert part.spliced([]) == content
    letter = "å→"
    new = part.spliced([Splice(d.start, d.end, letter.encode())])
    again = decoded(new)[0].decode()
    assert "æ å" in again
    assert ("→" in again) != ("&#8594;" in again)
    assert parsed(new).spliced([]) == new


def test_each_letter_knows_its_bytes():
    part = parsed("<t>a&#229;<![CDATA[<ø]]>\r\n<!-- no -->z</t>".encode())
    letters = letters_of(part, part.root)
    assert letters.text == "aå<ø\nz"
    written = [part.data[start:end].decode() for start, end in letters.spans]
    assert written == ["a", "&#229;", "<", "ø", "\r\n", "z"]


@pytest.mark.parametrize("content", [b"", b"<a>", b"<a></b>", b"\xff\xfe<", b"<a>\xff</a>"])
def test_broken_markup_is_told(content):
    with pytest.raises(ValueError, match="."):
        parsed(content)


def test_an_element_of_one_tag_and_one_of_two():
    part = parsed(b'<a><b/><c></c><d x="/"></d><e>/></e></a>')
    assert [part.of(one) for one in part.root.kids] == [
        b"<b/>",
        b"<c></c>",
        b'<d x="/"></d>',
        b"<e>/></e>",
    ]
    assert parsed(b"<a/>").root.end == 4


def test_splices_may_not_overlap():
    assert cut(b"abcd", [Splice(2, 2, b"X"), Splice(1, 2, b"")]) == b"aXcd"
    with pytest.raises(ValueError, match="overlap"):
        cut(b"abcd", [Splice(0, 3, b""), Splice(2, 4, b"")])
    with pytest.raises(ValueError, match="no tag"):
        tag_end(b"abc", 0)

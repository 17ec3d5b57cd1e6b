"""Faces that go with a Word document: one weight cut out, with the letters a teacher may type.

A Word document names families that have a regular and a bold, so each face is told to be one of
those. It is laid in as ECMA-376 says, part 4, font embedding: its first bytes hidden by a key.
"""

from __future__ import annotations

import functools
import hashlib
import struct
from typing import NamedTuple

from pipeline.paper.fonts import FEATURES, Face, face

REGULAR, BOLD = 400, 800
# Letters of Norwegian and its neighbours, of Ukrainian and Russian, signs, dashes, quotation marks,
# arrows, euro. All papers have the same: LibreOffice keeps the first face of a name that it meets.
ALWAYS = frozenset(
    (
        *range(0x20, 0x7F),
        *range(0xA0, 0x180),
        *range(0x218, 0x21C),
        *range(0x2B0, 0x2DE),
        *range(0x400, 0x460),
        *(0x490, 0x491),
        *range(0x2010, 0x2045),
        *(0x20AC, 0x2116, 0x2122, 0x2190, 0x2191, 0x2192, 0x2193, 0x2212),
    )
)
# What stands between the words of other scripts.
SIGNS = frozenset(
    (*range(0x20, 0x40), *range(0x5B, 0x61), *range(0xA0, 0xC0), *range(0x200C, 0x2040))
)
BLOCK = 8  # letters come in blocks of 2 ** 8: who types one letter of a script types others
ETHIOPIC = frozenset((0x12, 0x13))  # is two blocks
DROPPED = ("STAT", "DSIG", "meta", "BASE", "vhea", "vmtx")
HIDDEN = 32  # bytes
BOLD_BIT, REGULAR_BIT = 0x20, 0x40
HIGHEST, ASCENT, DESCENT = 1.6, 1.05, 0.45  # em
CHECK = 0xB1B0AFBA  # OpenType: what the whole file adds up to


def line(family: str) -> tuple[float, float]:
    """Return how far the family's lines go above and below the letters' foot, in em.

    Faces whose lines are far higher than their letters are laid in with lower ones: a program that
    is to make such lines so much closer lays them over each other.
    """
    one = face(family, REGULAR)
    high = one.ascent + one.descent > HIGHEST
    return (ASCENT, DESCENT) if high else (one.ascent, one.descent)


class Embedded(NamedTuple):
    """A face as it lies in a document: its hidden bytes, and the key that they are hidden by."""

    content: bytes
    key: str


def embedded(family: str, bold: bool, used: frozenset[str]) -> Embedded:
    """Return the family's regular or bold with the used letters and all that go with them."""
    return _embedded(face(family, BOLD if bold else REGULAR), bold, _with(used, family))


def _with(used: frozenset[str], family: str) -> frozenset[int]:
    """Return the letters to lay in, so that papers with like words have the same face."""
    others = (ord(one) for one in used if one.isprintable() and ord(one) not in ALWAYS)
    blocks = {one >> BLOCK for one in others}
    blocks |= ETHIOPIC if blocks & ETHIOPIC else frozenset()
    latin = not blocks or any(letter.isascii() and letter.isalpha() for letter in used)
    base = ALWAYS if latin else SIGNS
    base = base | frozenset(map(ord, used))
    own = face(family, REGULAR).letters
    return frozenset(one for one in own if one in base or one >> BLOCK in blocks)


@functools.lru_cache(maxsize=64)
def _embedded(one: Face, bold: bool, letters: frozenset[int]) -> Embedded:
    content = named(_cut(one, letters), one.family, bold, line(one.family))
    digest = hashlib.sha256(content).hexdigest()[:32].upper()
    parts = (digest[:8], digest[8:12], digest[12:16], digest[16:20], digest[20:])
    return Embedded(hidden(content, digest), "{" + "-".join(parts) + "}")


def hidden(content: bytes, digits: str) -> bytes:
    """Return the font with its first bytes hidden, or shown again, by a key of 32 digits."""
    key = bytes.fromhex(digits)[::-1] * 2
    return bytes(a ^ b for a, b in zip(content, key, strict=False)) + content[HIDDEN:]


def _cut(one: Face, letters: frozenset[int]) -> bytes:
    import uharfbuzz as hb

    wanted = hb.SubsetInput()
    wanted.unicode_set.update(letters)
    wanted.flags = hb.SubsetFlags.NO_HINTING | hb.SubsetFlags.NOTDEF_OUTLINE
    wanted.drop_table_tag_set.update(int.from_bytes(tag.encode(), "big") for tag in DROPPED)
    for feature in (*FEATURES, *(() if one.family == "Nunito" else ("kern",))):
        wanted.layout_feature_tag_set.discard(int.from_bytes(feature.encode(), "big"))
    for axis, value in one.axes.items():
        wanted.pin_axis_location(one.source, axis, value)
    content: bytes = hb.subset(one.source, wanted).blob.data
    return content


def named(content: bytes, family: str, bold: bool, lines: tuple[float, float]) -> bytes:
    """Return the font under the family's name, told to be its regular or bold, its lines so high.

    `lines` goes above and below the letters' foot, in em.
    """
    tables = _tables(content)
    tables["name"] = _names(family, bold)
    about = bytearray(tables["OS/2"])
    (selection,) = struct.unpack_from(">H", about, 62)
    selection = selection & ~(BOLD_BIT | REGULAR_BIT) | (BOLD_BIT if bold else REGULAR_BIT)
    struct.pack_into(">H", about, 4, BOLD if bold else REGULAR)
    struct.pack_into(">H", about, 62, selection)
    (em,) = struct.unpack_from(">H", tables["head"], 18)
    above, below = (round(one * em) for one in lines)
    struct.pack_into(">hhh", about, 68, above, -below, 0)
    struct.pack_into(">HH", about, 74, max(above, 0), max(below, 0))
    wide = bytearray(tables["hhea"])
    struct.pack_into(">hhh", wide, 4, above, -below, 0)
    tables["hhea"] = bytes(wide)
    tables["OS/2"] = bytes(about)
    head = bytearray(tables["head"])
    struct.pack_into(">I", head, 8, 0)
    struct.pack_into(">H", head, 44, int(bold))
    tables["head"] = bytes(head)
    return _assembled(tables)


def _tables(content: bytes) -> dict[str, bytes]:
    (count,) = struct.unpack_from(">H", content, 4)
    found = {}
    for at in range(count):
        tag, _, start, length = struct.unpack_from(">4sIII", content, 12 + 16 * at)
        found[tag.decode("ascii")] = content[start : start + length]
    return found


def _names(family: str, bold: bool) -> bytes:
    """Return a name table: family, style, whole name, version and PostScript name."""
    style = "Bold" if bold else "Regular"
    whole = f"{family} {style}" if bold else family
    script = f"{family.replace(' ', '')}-{style}"
    told = {1: family, 2: style, 3: script, 4: whole, 5: "Version 1.000", 6: script}
    records, letters = b"", b""
    for number, words in told.items():
        said = words.encode("utf-16-be")
        records += struct.pack(">6H", 3, 1, 0x409, number, len(said), len(letters))
        letters += said
    return struct.pack(">3H", 0, len(told), 6 + 12 * len(told)) + records + letters


def _assembled(tables: dict[str, bytes]) -> bytes:
    """Return the tables as one font file, with all that is added up in it right."""
    count = len(tables)
    largest = 1 << (count.bit_length() - 1)
    head = struct.pack(
        ">I4H", 0x10000, count, largest * 16, largest.bit_length() - 1, (count - largest) * 16
    )
    start, entries, body = 12 + 16 * count, b"", b""
    for tag in sorted(tables):
        table = tables[tag]
        entries += struct.pack(">4sIII", tag.encode(), _sum(table), start + len(body), len(table))
        body += table + b"\0" * (-len(table) % 4)
    whole = bytearray(head + entries + body)
    (at,) = (
        struct.unpack_from(">I", entries, 16 * number + 8)[0]
        for number, tag in enumerate(sorted(tables))
        if tag == "head"
    )
    struct.pack_into(">I", whole, at + 8, (CHECK - _sum(bytes(whole))) & 0xFFFFFFFF)
    return bytes(whole)


def _sum(table: bytes) -> int:
    padded = table + b"\0" * (-len(table) % 4)
    found: int = sum(struct.unpack(f">{len(padded) // 4}I", padded)) & 0xFFFFFFFF
    return found

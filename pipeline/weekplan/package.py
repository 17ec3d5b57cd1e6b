"""The packed file: its entries raw as they lie, and a new one in which only some are changed."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Mapping
from dataclasses import dataclass, replace

_END = struct.Struct("<4s4H2LH")
_CENTRAL = struct.Struct("<4s6H3L5H2L")
_LOCAL = struct.Struct("<4s5H3L2H")
END, CENTRAL, LOCAL = b"PK\5\6", b"PK\1\2", b"PK\3\4"
STORED, DEFLATED = 0, 8
DESCRIBED, IN_UTF8 = 0x0008, 0x0800
_DATE = 0x0021  # 1 January 1980, as the format counts
_VERSION = 20
LEVEL = 6
DAMAGES = (ValueError, IndexError, struct.error, zlib.error, UnicodeError)
"""What a file that does not hang together makes this module raise."""


@dataclass(frozen=True)
class Entry:
    """One packed file: its central record, its raw local record and what follows the data."""

    name: str
    central: bytes
    local: bytes  # header, name, extra, data and descriptor, as they lie
    packed: bytes
    method: int

    def content(self) -> bytes:
        """Return the unpacked bytes."""
        return zlib.decompress(self.packed, -15) if self.method == DEFLATED else self.packed


@dataclass(frozen=True)
class Package:
    """The entries in their order, by name; `tail` is the comment that closes the file."""

    entries: Mapping[str, Entry]
    comment: bytes = b""

    def __contains__(self, name: str) -> bool:
        return name in self.entries

    def read(self, name: str) -> bytes:
        """Return a part's content, or raise KeyError."""
        return self.entries[name].content()

    def changed(self, parts: Mapping[str, bytes | None]) -> Package:
        """Return the package with these parts anew; None takes one out, new ones come last."""
        entries = dict(self.entries)
        for name, content in parts.items():
            if content is None:
                entries.pop(name, None)
            elif name not in entries:
                entries[name] = _new(name, content)
            elif content != entries[name].content():
                entries[name] = _anew(entries[name], content)
        return replace(self, entries=entries)

    def packed(self) -> bytes:
        """Return the whole file."""
        body, central, at = [], [], 0
        for entry in self.entries.values():
            body.append(entry.local)
            fields = list(_CENTRAL.unpack_from(entry.central))
            fields[16] = at
            central.append(_CENTRAL.pack(*fields) + entry.central[_CENTRAL.size :])
            at += len(entry.local)
        records = b"".join(central)
        count = len(central)
        end = _END.pack(END, 0, 0, count, count, len(records), at, len(self.comment))
        return b"".join([*body, records, end, self.comment])


def unpacked(data: bytes) -> Package:
    """Return the entries of a packed file, or raise one of DAMAGES."""
    last = data.rindex(END)
    _, _, _, _, count, _, at, length = _END.unpack_from(data, last)
    entries = {}
    for _ in range(count):
        fields = _CENTRAL.unpack_from(data, at)
        if fields[0] != CENTRAL:
            raise ValueError("no record of an entry here")
        size = _CENTRAL.size + sum(fields[10:13])
        record = data[at : at + size]
        entry = _entry(data, record, fields)
        entries[entry.name] = entry
        at += size
    start = last + _END.size
    return Package(entries, data[start : start + length])


def _entry(data: bytes, record: bytes, fields: tuple[int, ...]) -> Entry:
    flags, method, size, at = fields[3], fields[4], fields[8], fields[16]
    local = _LOCAL.unpack_from(data, at)
    if local[0] != LOCAL:
        raise ValueError("no entry here")
    start = at + _LOCAL.size + local[9] + local[10]
    end = start + size
    last = end
    if flags & DESCRIBED:
        last += 16 if data[end : end + 4] == b"PK\7\x08" else 12
    name = record[_CENTRAL.size :][: fields[10]]
    told = name.decode("utf-8" if flags & IN_UTF8 else "cp437")
    return Entry(told, record, data[at:last], data[start:end], method)


def _anew(entry: Entry, content: bytes) -> Entry:
    """Return the entry with other content: its date, flags and extras stay."""
    method, packed = _pack(content, entry.method)
    fields = list(_CENTRAL.unpack_from(entry.central))
    fields[3] &= ~DESCRIBED
    fields[4], fields[7:10] = method, [zlib.crc32(content), len(packed), len(content)]
    central = _CENTRAL.pack(*fields) + entry.central[_CENTRAL.size :]
    local = list(_LOCAL.unpack_from(entry.local))
    start = _LOCAL.size + local[9] + local[10]
    local[2] &= ~DESCRIBED
    local[3], local[6:9] = method, fields[7:10]
    names = entry.local[_LOCAL.size : start]
    return Entry(entry.name, central, _LOCAL.pack(*local) + names + packed, packed, method)


def _new(name: str, content: bytes) -> Entry:
    stored = name.endswith((".png", ".jpg", ".jpeg"))
    method, packed = _pack(content, STORED if stored else DEFLATED)
    told = name.encode()
    flags = 0 if name.isascii() else IN_UTF8
    sizes = zlib.crc32(content), len(packed), len(content)
    local = _LOCAL.pack(LOCAL, _VERSION, flags, method, 0, _DATE, *sizes, len(told), 0)
    made = (CENTRAL, _VERSION, _VERSION, flags, method, 0, _DATE, *sizes, len(told))
    central = _CENTRAL.pack(*made, 0, 0, 0, 0, 0, 0)
    return Entry(name, central + told, local + told + packed, packed, method)


def _pack(content: bytes, method: int) -> tuple[int, bytes]:
    if method != DEFLATED:
        return STORED, content
    maker = zlib.compressobj(LEVEL, zlib.DEFLATED, -15)
    return DEFLATED, maker.compress(content) + maker.flush()

"""The package that a Word document is: parts, what they are, and what leads from one to another."""

from __future__ import annotations

import posixpath
import zipfile
from dataclasses import dataclass, field
from io import BytesIO
from urllib.parse import quote
from xml.sax.saxutils import quoteattr

LONG_AGO = (1980, 1, 1, 0, 0, 0)  # the same for every part, so that bytes are steady
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
CORE = f"{RELATIONS}/metadata/core-properties"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
ENDINGS = {
    "rels": "application/vnd.openxmlformats-package.relationships+xml",
    "xml": "application/xml",
    "png": "image/png",
    "jpg": "image/jpeg",
    "odttf": "application/vnd.openxmlformats-officedocument.obfuscatedFont",
}
KINDS = {
    "document": f"{WORD}.document.main+xml",
    "core": "application/vnd.openxmlformats-package.core-properties+xml",
}
PACKED = ("png", "jpg")  # what is small already
ADDRESS = "%/:?#[]@!$&'()*+,;=~"
FIRST = ("[Content_Types].xml", "_rels/.rels", "word/document.xml")


@dataclass
class Package:
    """Parts by name, and of each part what it leads to."""

    parts: dict[str, bytes] = field(default_factory=dict)
    _led: dict[str, dict[tuple[str, str, bool], str]] = field(default_factory=dict)

    def lay(self, name: str, content: str | bytes) -> None:
        """Lay in a part; words are XML without its first line."""
        whole = f"{HEAD}{content}".encode() if isinstance(content, str) else content
        self.parts[name] = whole

    def relate(self, source: str, kind: str, target: str, *, outside: bool = False) -> str:
        """Return the number by which the part calls the target, the same whenever it is asked.

        What is outside is an address: letters that may not stand in one are written in percent.
        """
        target = quote(target, safe=ADDRESS) if outside else target
        led = self._led.setdefault(source, {})
        return led.setdefault((kind, target, outside), f"rId{len(led) + 1}")

    def bytes(self) -> bytes:
        """Return the package as a file, its parts in order and dated alike."""
        for source, led in self._led.items():
            folder, name = posixpath.split(source)
            self.lay(f"{folder}/_rels/{name}.rels", _relations(led))
        self.lay("_rels/.rels", _relations(_roots()))
        self.lay("[Content_Types].xml", self._types())
        out = BytesIO()
        with zipfile.ZipFile(out, "w") as package:
            for name in sorted(self.parts, key=_rank):
                info = zipfile.ZipInfo(name, LONG_AGO)
                small = name.rpartition(".")[2] in PACKED
                info.compress_type = zipfile.ZIP_STORED if small else zipfile.ZIP_DEFLATED
                package.writestr(info, self.parts[name])
        return out.getvalue()

    def _types(self) -> str:
        endings = {name.rpartition(".")[2] for name in self.parts} | {"rels", "xml"}
        defaults = "".join(
            f'<Default Extension="{one}" ContentType="{ENDINGS[one]}"/>' for one in sorted(endings)
        )
        own = "".join(
            f'<Override PartName="/{name}" ContentType="{_kind(name)}"/>'
            for name in sorted(self.parts)
            if name.endswith(".xml") and not name.startswith("[")
        )
        return f'<Types xmlns="{TYPES}">{defaults}{own}</Types>'


def _rank(name: str) -> tuple[int, str]:
    return (FIRST.index(name) if name in FIRST else len(FIRST), name)


def _kind(name: str) -> str:
    stem = posixpath.basename(name).removesuffix(".xml").rstrip("0123456789")
    return KINDS.get(stem, f"{WORD}.{stem}+xml")


def _roots() -> dict[tuple[str, str, bool], str]:
    return {
        ("officeDocument", "word/document.xml", False): "rId1",
        (CORE, "docProps/core.xml", False): "rId2",
    }


def _relations(led: dict[tuple[str, str, bool], str]) -> str:
    told = "".join(
        f'<Relationship Id="{rid}" Type="{kind if ":" in kind else f"{OFFICE}/{kind}"}" '
        f"Target={quoteattr(target)}{_OUTSIDE if outside else ''}/>"
        for (kind, target, outside), rid in led.items()
    )
    return f'<Relationships xmlns="{RELATIONS}">{told}</Relationships>'


_OUTSIDE = ' TargetMode="External"'

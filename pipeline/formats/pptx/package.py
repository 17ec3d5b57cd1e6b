"""The package that a presentation is: parts, what they are, and what leads from one to another."""

from __future__ import annotations

import posixpath
import zipfile
from dataclasses import dataclass, field
from io import BytesIO
from xml.sax.saxutils import quoteattr

LONG_AGO = (1980, 1, 1, 0, 0, 0)  # the same for every part, so that bytes are steady
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
FORMATS = "http://schemas.openxmlformats.org"
OFFICE = f"{FORMATS}/officeDocument/2006/relationships"
CORE = f"{FORMATS}/package/2006/relationships/metadata/core-properties"
SHOWN = "application/vnd.openxmlformats-officedocument.presentationml"
ENDINGS = {
    "rels": "application/vnd.openxmlformats-package.relationships+xml",
    "xml": "application/xml",
    "png": "image/png",
    "jpg": "image/jpeg",
}
KINDS = {
    "ppt/presentation.xml": f"{SHOWN}.presentation.main+xml",
    "ppt/slideMasters/": f"{SHOWN}.slideMaster+xml",
    "ppt/slideLayouts/": f"{SHOWN}.slideLayout+xml",
    "ppt/slides/": f"{SHOWN}.slide+xml",
    "ppt/notesMasters/": f"{SHOWN}.notesMaster+xml",
    "ppt/notesSlides/": f"{SHOWN}.notesSlide+xml",
    "ppt/theme/": "application/vnd.openxmlformats-officedocument.theme+xml",
    "docProps/": "application/vnd.openxmlformats-package.core-properties+xml",
}
OUTSIDE = ' TargetMode="External"'
PACKED = ("png", "jpg")  # what is small already

Content = bytes


@dataclass
class Package:
    """Parts by name, and of each part what it leads to."""

    parts: dict[str, bytes] = field(default_factory=dict)
    _led: dict[str, list[tuple[str, str, bool]]] = field(default_factory=dict)

    def lay(self, name: str, content: str | bytes) -> None:
        """Lay in a part; words are XML without its first line."""
        self.parts[name] = f"{HEAD}{content}".encode() if isinstance(content, str) else content

    def relate(self, source: str, kind: str, target: str, *, outside: bool = False) -> str:
        """Return the number by which the part calls the target, the same whenever it is asked."""
        if not outside:
            target = posixpath.relpath(target, posixpath.dirname(source) or ".")
        led = self._led.setdefault(source, [])
        one = (kind if kind == CORE else f"{OFFICE}/{kind}", target, outside)
        if one not in led:
            led.append(one)
        return f"rId{led.index(one) + 1}"

    def bytes(self) -> bytes:
        """Return the package as a file, its parts in order and dated alike."""
        for source, led in self._led.items():
            folder, name = posixpath.split(source)
            self.lay(posixpath.join(folder, "_rels", f"{name}.rels"), _relations(led))
        parts = {"[Content_Types].xml": self._types(), **self.parts}
        stream = BytesIO()
        with zipfile.ZipFile(stream, "w") as whole:
            for name, content in parts.items():
                info = zipfile.ZipInfo(name, LONG_AGO)
                stored = name.endswith(PACKED)
                info.compress_type = zipfile.ZIP_STORED if stored else zipfile.ZIP_DEFLATED
                info.create_system, info.external_attr = 0, 0
                whole.writestr(info, content)
        return stream.getvalue()

    def _types(self) -> Content:
        known = "".join(
            f'<Default Extension="{end}" ContentType="{kind}"/>' for end, kind in ENDINGS.items()
        )
        for name in self.parts:
            kind = next((one for start, one in KINDS.items() if name.startswith(start)), "")
            if kind and name.endswith(".xml"):
                known += f'<Override PartName="/{name}" ContentType="{kind}"/>'
        return f'{HEAD}<Types xmlns="{FORMATS}/package/2006/content-types">{known}</Types>'.encode()


def _relations(led: list[tuple[str, str, bool]]) -> str:
    written = "".join(
        f'<Relationship Id="rId{at}" Type="{kind}" Target={quoteattr(target)}'
        f"{OUTSIDE if outside else ''}/>"
        for at, (kind, target, outside) in enumerate(led, 1)
    )
    return f'<Relationships xmlns="{FORMATS}/package/2006/relationships">{written}</Relationships>'

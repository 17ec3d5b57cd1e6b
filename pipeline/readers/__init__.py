"""Readers: a file for each kind of source, all giving the same records with their places."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from pathlib import Path
from types import ModuleType

from pipeline.problems import Phrase, fault, guess, phrase
from pipeline.readers import door
from pipeline.readers.heads import Known, same_heading
from pipeline.readers.matrix import understand
from pipeline.readers.nodes import Items, Node
from pipeline.readers.records import MatrixRecord, MatrixWords, Reading, as_json
from pipeline.readers.show import as_table

__all__ = [
    "Items",
    "MatrixRecord",
    "MatrixWords",
    "Node",
    "Reading",
    "as_json",
    "as_table",
    "read_matrices",
    "read_settings",
    "readers",
    "same_heading",
]

SAVE_PLAIN = phrase("Save it as a Word document (.docx) or an Excel workbook (.xlsx).")
# Kinds that are often given in good faith, and what to make of them.
ELSEWISE: dict[str, Phrase] = {
    ".doc": door.SAVE_WORD,
    ".docm": door.SAVE_WORD,
    ".dot": door.SAVE_WORD,
    ".odt": door.SAVE_WORD,
    ".rtf": door.SAVE_WORD,
    ".pages": door.SAVE_WORD,
    ".pdf": phrase("Give the document that the PDF was made from."),
    ".xls": door.SAVE_EXCEL,
    ".xlsm": door.SAVE_EXCEL,
    ".ods": door.SAVE_EXCEL,
    ".numbers": door.SAVE_EXCEL,
    ".pptx": SAVE_PLAIN,
    ".html": SAVE_PLAIN,
}


def register(modules: Iterable[ModuleType]) -> dict[str, ModuleType]:
    """Return the readers among the modules by suffix; two for one suffix is our own fault."""
    by_suffix: dict[str, ModuleType] = {}
    for module in modules:
        for suffix in getattr(module, "SUFFIXES", ()):
            if suffix in by_suffix:
                names = f"{by_suffix[suffix].__name__} and {module.__name__}"
                raise LookupError(f"{names} both read {suffix}")
            by_suffix[suffix] = module
    return by_suffix


@cache
def readers() -> Mapping[str, ModuleType]:
    """Return the module that reads each suffix: every file of this folder that has SUFFIXES."""
    names = sorted(found.name for found in pkgutil.iter_modules(__path__))
    return register(importlib.import_module(f"{__name__}.{name}") for name in names)


def read_matrices(
    path: Path, words: MatrixWords, values: Sequence[str] = (), arenas: Sequence[str] = ()
) -> Reading:
    """Return the matrices of a file, or raise Faults; `values` and `arenas` are its school's."""
    source = door.take_in(path)
    suffix = path.suffix.lower()
    reader = readers().get(suffix)
    if reader is None:
        what = phrase("files that end in '{suffix}' are not read here.", suffix=suffix)
        raise fault(source.place, what, ELSEWISE.get(suffix) or guess(suffix, readers()))
    known = Known(words, tuple(values), tuple(arenas))
    return understand(source, reader.grids(source), known)


def read_settings(path: Path) -> Node:
    """Return a YAML file as nested Node and Items, or raise Faults."""
    from pipeline.readers.yaml_file import LARGEST, load

    source = door.take_in(path, LARGEST)
    content = load(source)
    if content is None:
        return Node(source.place.at(line=1))
    if isinstance(content, Node):
        return content
    place = getattr(content, "place", None) or source.place
    what = phrase("there are no keys with values here.")
    raise fault(place, what, phrase("Write plain keys and values: 'navn: Heggdal skole'."))
